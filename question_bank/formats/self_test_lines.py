"""The tests of a question as an instructor types them: ``answer => what it must get``, one a line.

What it must get is ``full``, ``part`` or ``none``, points (``1``, ``0.5``, ``3/2``), ``unreadable code``, or
for written answers ``found 1 2`` (``found`` alone: nothing). The answers of several blanks stand between bars
(``感知价值 | 期望值 => full``); a choice is answered by its letters (``ABD => part``) and a statement by
``true`` or ``false``, also 对 or 错.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from question_bank.display import exact
from question_bank.formats.line_notation import (
    SPACE,
    BadLine,
    Lines,
    read_lines,
    read_part,
    split_parts,
    write_part,
)
from question_bank.marking import Number, read_number
from question_bank.text import Text
from question_bank.types.question import Gets, SelfTest

_ARROW = re.compile(r"=>|[＝=]＞|→|->")
_VERDICTS = {"true": True, "对": True, "正确": True, "false": False, "错": False, "错误": False}
_GETS = {
    "full": Gets.FULL,
    "满分": Gets.FULL,
    "part": Gets.PART,
    "部分": Gets.PART,
    "none": Gets.NONE,
    "零分": Gets.NONE,
}


def read_tests(typed: str, type_name: str) -> Lines:
    """Read the tests of a question of a type; a bad line has only its answer."""
    return read_lines(typed, _reader(type_name), "answer")


def write_tests(tests: Iterable[SelfTest], type_name: str) -> str:
    """Write tests so that ``read_tests`` reads them back; each must hold one expectation."""
    return "\n".join(f"{_write_answer(test.answer, type_name)} => {_write_expected(test)}" for test in tests)


def read_answer(typed: str, type_name: str) -> bool | str | list[str]:
    """Read one answer in the short form of ``tests``."""
    if type_name == "fill":
        parts = [read_part(part) for part in split_parts(typed)]
        return parts[0] if len(parts) == 1 else parts
    text = read_part(typed.strip(SPACE))
    return _VERDICTS.get(text.lower(), text) if type_name == "true_false" else text


def _reader(type_name: str) -> Callable[[str], dict[str, Any]]:
    def read(line: str) -> dict[str, Any]:
        arrows = list(_ARROW.finditer(line))
        if not arrows:
            raise BadLine(_NO_ARROW, _WRITE_TEST)
        answer, expected = line[: arrows[-1].start()], line[arrows[-1].end() :]
        return {"answer": read_answer(answer, type_name)} | _read_expected(expected.strip(SPACE))

    return read


def _read_expected(typed: str) -> dict[str, Any]:
    word, *rest = typed.lower().split() or [""]
    if word in _GETS and not rest:
        return {"gets": _GETS[word].value}
    if word == "unreadable" and len(rest) == 1:
        return {"unreadable": rest[0]}
    if word == "found":
        places = [place for place in re.split(r"[\s,，、]+", " ".join(rest)) if place]
        if all(re.fullmatch("[0-9]{1,3}", place) for place in places):
            return {"found": [int(place) for place in places]}
    if isinstance(read_number(typed), Number):
        return {"earned": typed}
    raise BadLine(_NO_EXPECTATION.format(typed=typed), _WRITE_EXPECTATION)


def _write_answer(answer: bool | str | tuple[str, ...], type_name: str) -> str:
    if isinstance(answer, bool):
        return "true" if answer else "false"
    if type_name in ("single", "multiple"):
        return "".join(answer)  # letters, in a list or in a row
    return write_part(answer) if isinstance(answer, str) else " | ".join(write_part(part) for part in answer)


def _write_expected(test: SelfTest) -> str:
    if test.found is not None:
        return " ".join(["found", *(str(place) for place in test.found)])
    if test.unreadable is not None:
        return f"unreadable {test.unreadable}"
    return test.gets.value if test.gets is not None else exact(test.earned or Fraction(0))


_NO_ARROW = Text("没有 =>", "has no =>")
_WRITE_TEST = Text("写成“答案 => full”", "write “answer => full”")
_NO_EXPECTATION = Text("看不懂“{typed}”", "{typed!r} is no result of marking")
_WRITE_EXPECTATION = Text(
    "=> 后面写 full、part、none、分数、unreadable empty，或 found 1 2",
    "write full, part, none, points, unreadable empty or found 1 2 behind =>",
)
