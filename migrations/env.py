"""How Alembic reaches the database of the application; ``flask db`` and ``flask serve`` run it."""

from alembic import context
from flask import current_app

extension = current_app.extensions["migrate"]


def skip_empty_revisions(_context, _revision, directives) -> None:
    """Make no file when the models and the database agree."""
    if getattr(context.config.cmd_opts, "autogenerate", False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def run() -> None:
    """Migrate over a connection of the application."""
    with extension.db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=extension.db.metadata,
            process_revision_directives=skip_empty_revisions,
            **extension.configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
