"""The commands that look after the bank: check, coverage, stats, load."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click
from flask.cli import AppGroup, with_appcontext

from app import clock
from app.extensions import db
from app.library.bank_loading import LoadReport, load_bank
from question_bank import (
    TYPES,
    BadQuestionFile,
    BankCount,
    FactCoverage,
    Share,
    check_bank,
    count_bank,
    measure_coverage,
)
from question_bank.formats.native_yaml import CONTENT, read_bank

Found = TypeVar("Found")

bank = AppGroup("bank", help="The shipped question bank.")

_ROOT = click.argument(
    "root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=CONTENT, required=False
)
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


@bank.command("check")
@_ROOT
def check(root: Path) -> None:
    """Read every question file and judge the bank as a whole; list all that is wrong and exit 1."""
    found = read_or_exit(lambda: read_bank(root))
    findings = check_bank(found)
    for finding in findings:
        click.echo(str(finding), err=True)
    if findings:
        click.echo(f"{len(findings)} findings", err=True)
        sys.exit(1)
    click.echo(f"ok: {len(found.questions)} questions in {len(found.chapters)} chapters")


@bank.command("coverage")
@_ROOT
@_AS_JSON
def coverage(root: Path, as_json: bool) -> None:
    """Print facts × types, then the facts that fewer than two types of question examine."""
    rows = measure_coverage(read_or_exit(lambda: read_bank(root)))
    gaps = [row.fact.id for row in rows if row.is_gap]
    if as_json:
        facts = {row.fact.id: {"exam": row.fact.exam, "by_type": row.by_type} for row in rows}
        _print_json({"facts": facts, "gaps": gaps})
        return
    click.echo(_columns("fact", TYPES))
    for row in rows:
        click.echo(f"{_columns(row.fact.id, [_count(row, name) for name in TYPES])}  {row.fact.topic.zh}")
    kept = sum(row.fact.exam != "drop" for row in rows)
    click.echo(f"{kept - len(gaps)} of {kept} facts are examined by two types of question or more")
    click.echo(f"gaps: {', '.join(gaps) or 'none'}")


@bank.command("stats")
@_ROOT
@_AS_JSON
def stats(root: Path, as_json: bool) -> None:
    """Count questions by chapter, type, level and difficulty, and say what the keys look like."""
    count = count_bank(read_or_exit(lambda: read_bank(root)))
    if as_json:
        _print_json(asdict(count))
        return
    for line in _describe_count(count):
        click.echo(line)


@bank.command("load")
@_ROOT
@with_appcontext
def load(root: Path) -> None:
    """Bring the database into line with the question files; with any fault nothing is changed."""
    click.echo(describe_load(read_or_exit(lambda: load_bank(db.session(), clock.now(), root))))


def read_or_exit(read: Callable[[], Found]) -> Found:
    """Return what a reader of question files gives; its faults end the command."""
    try:
        return read()
    except BadQuestionFile as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        click.echo(f"{len(error.faults)} faults; nothing was changed", err=True)
        sys.exit(1)


def describe_load(report: LoadReport) -> str:
    """Return one line about what a load has changed."""
    if report.unchanged:
        return "Question bank: unchanged"
    return f"Question bank: {report.added} new, {report.revised} revised, {report.retired} retired"


def _print_json(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _columns(first: str, others: Iterable[object]) -> str:
    return f"{first:<8}" + "".join(f"{other!s:>11}" for other in others)


def _count(row: FactCoverage, type_name: str) -> str:
    return "drop" if row.fact.exam == "drop" else str(row.by_type.get(type_name, "-"))


def _describe_count(count: BankCount) -> list[str]:
    keys = (f"{key} {_say(share)}" for key, share in count.single_keys.items())
    return [
        _columns("chapter", [*TYPES, "all"]),
        *(_columns(name, [*row.values(), sum(row.values())]) for name, row in count.by_chapter.items()),
        _columns("all", [*count.by_type.values(), count.questions]),
        f"{count.facts} facts, {count.cases} cases, {count.glossary_entries} glossary entries",
        f"levels: {_describe_shares(count.by_level, count.questions)}",
        f"difficulty: {_describe_shares(count.by_difficulty, count.questions)}",
        f"right option of single choices: {', '.join(keys)}",
        f"right option the longest: {_say(count.longest_is_right)}",
        f"true statements: {_say(count.true_statements)}",
    ]


def _describe_shares(counts: dict[Any, int], whole: int) -> str:
    return ", ".join(f"{name} {_say(Share(part, whole))}" for name, part in counts.items())


def _say(share: Share) -> str:
    return f"{share.part} of {share.whole} ({share.percent}%)"
