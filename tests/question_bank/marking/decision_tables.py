"""The decisions of marking as tables: read from ``decisions/``, run by the tests, printed as docs/marking.md.

A file is a theme with sections; a section is a question (only the fields that matter) and rows of
``[typed, gets, why]`` or ``[typed, gets, code, why]``. ``gets`` is full, part, none, points, or
``"? code"`` for an answer that cannot be read; ``code`` is the code or rule the trace must name.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from question_bank import AwaitsMarker, Mark, Question, Unreadable, read_question
from question_bank.marking import Worth
from question_bank.marking.text_profile import STEPS
from question_bank.types.fill import ReadingStep

FOLDER = Path(__file__).parent / "decisions"
DOCS = Path(__file__).parents[3] / "docs" / "marking.md"

# what the rules after the steps are called in ``without``, for authors
RULES = {
    ReadingStep.NUMBER: "numbers written in another way: 80% = 百分之八十 = 0.8",
    ReadingStep.FILLER: "是, 为, 答： before and 的, 等 behind an answer; 的 inside it; 和 for 与 or 、",
    ReadingStep.NEIGHBOURS: "words an answer repeats from the stem beside its blank",
    ReadingStep.GLOSS: "an answer with its own other name in brackets or beside it, also as 简称CLV",
}


@dataclass(frozen=True)
class Row:
    """One decision: what was typed, what it gets, and why."""

    typed: tuple[str, ...]
    gets: str
    code: str
    why: str


@dataclass(frozen=True)
class Section:
    """A question and the decisions about it."""

    name: str
    fields: dict[str, Any]
    question: Question
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Theme:
    """A file of decisions."""

    file: str
    title: str
    about: str
    sections: tuple[Section, ...]


def read_themes() -> tuple[Theme, ...]:
    """Read all themes in the order of their files."""
    return tuple(_read_theme(path) for path in sorted(FOLDER.glob("*.yaml")))


def all_rows() -> Iterator[tuple[Theme, Section, Row]]:
    """Yield every row with where it stands."""
    for theme in read_themes():
        for section in theme.sections:
            for row in section.rows:
                yield theme, section, row


def say_worth(worth: Worth) -> str:
    """Return a worth in the words of a table."""
    if isinstance(worth, Unreadable):
        return f"? {worth.code}"
    if isinstance(worth, AwaitsMarker):
        return "found " + (" ".join(str(place + 1) for place in worth.found) or "nothing")
    return "full" if worth.is_full else "part" if worth.earned else "none"


def is_as_decided(row: Row, worth: Worth) -> bool:
    """Whether a worth is what a row says, its code included."""
    said = say_worth(worth)
    is_right = said == row.gets
    if isinstance(worth, Mark) and not is_right:
        is_right = _is_points(row.gets) and Fraction(row.gets) == worth.earned
    return is_right and (not row.code or row.code in codes_of(worth))


def codes_of(worth: Worth) -> set[str]:
    """Return every code and rule the trace of a worth names."""
    if isinstance(worth, Unreadable):
        return {worth.code, *worth.suggestions}
    own = set(worth.codes) if isinstance(worth, Mark) else set()
    return own | {name for part in worth.parts for name in (part.code, part.rule)}


def make_docs() -> str:
    """Return docs/marking.md."""
    themes = read_themes()
    count = sum(len(section.rows) for theme in themes for section in theme.sections)
    lines = [_HEAD.format(count=count, steps="\n".join(_step_lines()))]
    for theme in themes:
        lines += [f"## {theme.title}", "", theme.about.strip(), ""]
        for section in theme.sections:
            lines += _section_lines(section)
    return "\n".join(lines).rstrip() + "\n"


def _read_theme(path: Path) -> Theme:
    fields = yaml.safe_load(path.read_text(encoding="utf-8"))
    sections = tuple(_read_section(section) for section in fields["sections"])
    return Theme(path.name, fields["title"], fields["about"], sections)


def _read_section(section: dict[str, Any]) -> Section:
    fields = section["question"]
    stem = " ".join(["____"] * len(fields.get("blanks", ())) or ["？"])
    question = read_question(
        {"id": "decision", "type": "fill", "chapter": "01", "stem": stem, "explanation": "…"} | fields
    )
    return Section(
        section["name"], fields, question, tuple(_read_row(question, row) for row in section["rows"])
    )


def _read_row(question: Question, row: Sequence[Any]) -> Row:
    typed, gets, *code, why = row
    return Row(
        question.read_test_answer(tuple(typed) if isinstance(typed, list) else typed),
        str(gets),
        *code or [""],
        why,
    )


def _is_points(gets: str) -> bool:
    return gets.replace("/", "").isdigit()


def _step_lines() -> Iterator[str]:
    for number, step in enumerate(STEPS, start=1):
        yield f"{number}. `{step.name}`: {step.says.en} ({step.says.zh})"
    for number, (name, says) in enumerate(RULES.items(), start=len(STEPS) + 1):
        yield f"{number}. `{name}`: {says}"


def _section_lines(section: Section) -> Iterator[str]:
    yield f"**{section.name}**"
    yield ""
    yield "```yaml"
    yield yaml.safe_dump(section.fields, allow_unicode=True, sort_keys=False, width=100).rstrip()
    yield "```"
    yield ""
    yield "| typed | gets | why |"
    yield "|---|---|---|"
    for row in section.rows:
        code = f" (`{row.code}`)" if row.code else ""
        yield f"| {' / '.join(_cell(text) for text in row.typed) or '–'} | {row.gets}{code} | {row.why} |"
    yield ""


def _cell(text: str) -> str:
    """Return typed text as a table cell in which every character can be seen."""
    text = text.replace("\u3000", "␣␣").replace(" ", "␣").replace("|", "\\|")
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return f"`{shown}`"


_HEAD = """# How answers are marked

This page is made from the decision tables in `tests/question_bank/marking/decisions/` by `make docs`: each of
the {count} rows below is run by the tests. It is for those who write questions and for those who want to know
why an answer got its mark.

A typed answer and the accepted ones are first read by the same steps, in this order; then the rules are
tried, and one counts only when what it leaves *is* an accepted answer. A question switches one off with
`without: [name]`.

{steps}

An answer gets `full`, `part` or `none` of the points, or cannot be read (`?`): then it is asked about, costs
nothing, and the student answers again. The code in brackets is what the trace of the mark names.
"""

if __name__ == "__main__":
    DOCS.write_text(make_docs(), encoding="utf-8")
    sys.stdout.write(f"wrote {DOCS.name}\n")
