"""The commands: serve, and looking after the bank, people and translations."""

from __future__ import annotations

import sys

import click
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext

from app import clock, server, translations
from app.accounts import service as accounts
from app.bank_commands import bank, describe_load, read_or_exit
from app.extensions import db
from app.library.bank_loading import load_bank
from app.models import Role

user = AppGroup("user", help="Accounts and invitations.")
i18n = AppGroup("translations", help="The languages of the interface.")


@user.command("create")
@click.argument("username")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.STUDENT.value)
@click.password_option(help="Asked for when not given.")
@with_appcontext
def create_user(username: str, role: str, password: str) -> None:
    """Make an account."""
    if not accounts.is_username(username):
        raise click.ClickException("a username has 2 to 40 letters, Chinese characters, digits or . _ - @")
    _check_password(password)
    try:
        accounts.create_user(db.session(), username, password, Role(role), clock.now())
    except accounts.UsernameTaken as error:
        raise click.ClickException(f"the username {username} is taken; choose another one") from error
    click.echo(f"created {role} {username}")


@user.command("password")
@click.argument("username")
@click.password_option(help="Asked for when not given.")
@with_appcontext
def set_password(username: str, password: str) -> None:
    """Give somebody who has forgotten their password a new one."""
    _check_password(password)
    try:
        accounts.set_password(db.session(), username, password)
    except accounts.AccountUnknown as error:
        raise click.ClickException(f"there is no account {username}; check the spelling") from error
    click.echo(f"{username} has a new password")


def _check_password(password: str) -> None:
    shortest, longest = accounts.PASSWORD_CHARACTERS_MIN, accounts.PASSWORD_CHARACTERS_MAX
    if not shortest <= len(password) <= longest:
        raise click.ClickException(f"the password needs {shortest} to {longest} characters")


@user.command("invite")
@with_appcontext
def invite() -> None:
    """Print a one-time address that makes whoever opens it first an instructor."""
    click.echo(_invitation_address(server.address()))


@i18n.command("compile")
def compile_translations() -> None:
    """Write the catalogues the application reads; Traditional Chinese is converted from Simplified."""
    translations.compile_catalogues()


@click.command("serve")
@with_appcontext
def serve() -> None:
    """Migrate, load the bank if it has changed, and serve; HOST and PORT choose the address."""
    server.check_settings()
    translations.compile_catalogues()
    server.migrate()
    report = read_or_exit(lambda: load_bank(db.session(), clock.now()))
    click.echo(describe_load(report))
    address = server.address()
    if not accounts.has_instructor(db.session()):
        click.echo(f"Instructors: open {_invitation_address(address)} (once, within 7 days)")
        click.echo("         or: run `flask user create NAME --role instructor`")
    click.echo(f"Kelian is at {address}")
    sys.stdout.flush()
    db.session.remove()
    db.engine.dispose()  # a connection must not be shared with the worker processes
    # the application itself: a worker outlives the context its proxy needs
    server.serve(current_app._get_current_object())  # type: ignore[attr-defined]


def _invitation_address(address: str) -> str:
    return f"{address}/account/instructor/{accounts.invite_instructor(db.session(), clock.now())}"


def init_app(app: Flask) -> None:
    """Register the commands."""
    app.cli.add_command(bank)
    app.cli.add_command(user)
    app.cli.add_command(i18n)
    app.cli.add_command(serve)
