"""The table of synonyms as a file: ``content/synonyms.yaml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, ValidationError

from question_bank.errors import BadQuestionFile, Fault
from question_bank.marking.synonyms import Synonyms, make_synonyms
from question_bank.marking.text_profile import normalise
from question_bank.text import Text
from question_bank.types.fields import NonBlank, Strict
from question_bank.yaml_reading import StrictLoader

SYNONYMS = Path(__file__).parent / "content" / "synonyms.yaml"


class _Inside(Strict):
    write: tuple[NonBlank, NonBlank]
    in_: Annotated[tuple[NonBlank, ...], Field(alias="in", min_length=1)]


class _Table(Strict):
    terms: tuple[Annotated[tuple[NonBlank, ...], Field(min_length=2)], ...] = ()
    inside: tuple[_Inside, ...] = ()


def read_synonyms(path: Path) -> Synonyms:
    """Read a table of synonyms; a missing file is an empty table.

    Raises:
        BadQuestionFile: it is no such table, or a term stands in two groups.
    """
    if not path.exists():
        return Synonyms()
    try:
        table = _Table.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=StrictLoader) or {})
    except (ValidationError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadQuestionFile([_fault(path, "-", _NO_TABLE.format(problem=error))]) from error
    if faults := list(_faults(path, table)):
        raise BadQuestionFile(faults)
    inside = ((*entry.write, term) for entry in table.inside for term in entry.in_)
    return make_synonyms(table.terms, inside)


@cache
def course_synonyms() -> Synonyms:
    """Return the shipped table."""
    return read_synonyms(SYNONYMS)


def _faults(path: Path, table: _Table) -> Iterator[Fault]:
    uses = Counter(reading for group in table.terms for reading in {normalise(term) for term in group})
    for number, group in enumerate(table.terms, start=1):
        for term in group:
            if not normalise(term) or uses[normalise(term)] > 1:
                yield _fault(path, f"terms.{number}", _TWICE.format(term=term))
    for number, entry in enumerate(table.inside, start=1):
        for term in entry.in_:
            if entry.write[0] not in term:
                yield _fault(path, f"inside.{number}", _NOT_INSIDE.format(term=term, word=entry.write[0]))


def _fault(path: Path, field: str, reason: Text) -> Fault:
    return Fault(path.name, "-", field, reason, _MEND)


_NO_TABLE = Text("不是同义词表：{problem}", "is no table of synonyms: {problem}")
_TWICE = Text("“{term}”是空的，或在两组里", "{term!r} is empty or stands in two groups")
_NOT_INSIDE = Text("“{term}”里没有“{word}”", "{term!r} does not hold {word!r}")
_MEND = Text("照文件开头的说明改", "see the comment at the top of the file")
