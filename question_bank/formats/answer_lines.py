r"""Answers as an instructor types them: one a line, in a notation short enough for a text area.

Parts of a line stand between bars (``|`` or ``｜``), spaces around them do not count.

- Accepted: ``answer``, ``answer | credit`` or ``answer | credit | feedback``; ``answer | feedback`` is worth
  the whole point. A credit is a share: ``50%``, ``0.5`` or ``1/2``.
- Wrong: ``answer``, ``answer | feedback`` or ``answer | feedback | code``.
- An answer that begins with ``=`` is a number that may have a tolerance, ``= 1.77% ± 0.005%``,
  ``= 250 ± 2% rel``, ``= 1.125 ± 2dp`` (decimal places), ``= 3027.8 ± 3sf`` (significant figures), or any
  number of a stretch, ``= 1 .. 9`` (after GIFT's ``=5:0.1`` and ``1..9``, in signs a teacher knows).
- Key point: ``what must be said | points | terms``, terms between commas.

How lines, parts and escapes are written is told in ``line_notation``; a leading ``=`` that belongs to a text
is written ``\=``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from question_bank.display import exact
from question_bank.formats.line_notation import (
    IN_PART,
    SPACE,
    BadLine,
    Lines,
    escape,
    join,
    read_lines,
    read_part,
    split_parts,
    write_part,
)
from question_bank.marking import Number, read_number
from question_bank.text import Text
from question_bank.types.answer import AcceptedAnswer, Answer, WrongAnswer
from question_bank.types.written import KeyPoint

_COMMA = re.compile(r"(?<!\\)(\\*)[,，、;；]")
_IN_TERM = IN_PART + ",，、;；"
_LEADING_EQUALS = re.compile(r"\A(\\*)([=＝])")
_PLUS_MINUS = re.compile(r"\s*(?:±|\+/?-)\s*")
_DOTS = re.compile(r"\s*(?:\.{2,}|…+|[～~])\s*")
_RELATIVE = re.compile(r"(.+?)\s*(?:rel(?:ative)?|相对)", re.IGNORECASE)
_PLACES = re.compile(r"([0-9]{1,4})\s*(?:dp|位小数)", re.IGNORECASE)
_FIGURES = re.compile(r"([0-9]{1,4})\s*(?:sf|位有效数字)", re.IGNORECASE)
_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}")


def read_accepted(typed: str) -> Lines:
    """Read the accepted answers of a blank."""
    return read_lines(typed, _read_accepted_line, "answer")


def read_wrong(typed: str) -> Lines:
    """Read the wrong answers an author expects in a blank."""
    return read_lines(typed, _read_wrong_line, "answer")


def read_key_points(typed: str) -> Lines:
    """Read the key points of a written answer."""
    return read_lines(typed, _read_key_point_line, "text")


def write_accepted(answers: Iterable[AcceptedAnswer]) -> str:
    """Write accepted answers so that ``read_accepted`` reads them back; ``also`` is left out."""
    return "\n".join(_write_accepted_line(answer) for answer in answers)


def write_wrong(answers: Iterable[WrongAnswer]) -> str:
    """Write expected wrong answers so that ``read_wrong`` reads them back."""
    return "\n".join(join(_write_body(a), write_part(a.feedback), a.code or "") for a in answers)


def write_key_points(points: Iterable[KeyPoint]) -> str:
    """Write key points so that ``read_key_points`` reads them back."""
    return "\n".join(
        join(
            write_part(point.text),
            "" if point.points == 1 and not point.terms else exact(point.points),
            ", ".join(_write_term(term) for term in point.terms),
        )
        for point in points
    )


def _read_accepted_line(line: str) -> dict[str, Any]:
    body, *rest = split_parts(line)
    fields = _read_body(body)
    if rest and isinstance(read_number(rest[0]), Number):
        fields["credit"] = rest.pop(0)
    elif len(rest) == 2 and not rest[0]:  # the place of the credit was left empty
        rest.pop(0)
    if len(rest) > 1:
        raise BadLine(_TOO_MANY_PARTS, _WRITE_ACCEPTED)
    return fields | ({"feedback": read_part(rest[0])} if rest and rest[0] else {})


def _write_accepted_line(answer: AcceptedAnswer) -> str:
    feedback = write_part(answer.feedback)
    # feedback that is a number would be taken for the credit
    needs_credit = answer.credit != 1 or isinstance(read_number(feedback), Number)
    if needs_credit:
        return join(_write_body(answer), _write_share(answer.credit), feedback)
    return join(_write_body(answer), feedback)


def _write_share(share: Fraction) -> str:
    percentage = exact(share * 100)
    return str(share) if "/" in percentage else f"{percentage}%"


def _read_wrong_line(line: str) -> dict[str, Any]:
    body, *rest = split_parts(line)
    if len(rest) > 2:
        raise BadLine(_TOO_MANY_PARTS, _WRITE_WRONG)
    fields = _read_body(body)
    if rest and rest[0]:
        fields["feedback"] = read_part(rest[0])
    if len(rest) == 2 and rest[1]:
        if not _CODE.fullmatch(rest[1]):
            raise BadLine(_BAD_CODE.format(code=rest[1]), _WRITE_CODE)
        fields["code"] = rest[1]
    return fields


def _read_body(raw: str) -> dict[str, Any]:
    """Read an answer: a text, or behind a ``=`` a number or the ends of a stretch of numbers."""
    equals = _LEADING_EQUALS.match(raw)
    if equals is None:
        return {"answer": read_part(raw)}
    if equals[1]:
        return {"answer": read_part("\\" * (len(equals[1]) // 2) + raw[equals.start(2) :])}
    number = read_part(raw[1:].strip(SPACE))
    ends = _DOTS.split(number, maxsplit=1)
    if len(ends) == 2 and all(ends):
        return {"between": ends}
    amount, *tolerance = _PLUS_MINUS.split(number, maxsplit=1)
    return {"number": amount} | (_read_tolerance(tolerance[0]) if tolerance else {})


def _read_tolerance(typed: str) -> dict[str, Any]:
    if not typed:
        raise BadLine(_NO_TOLERANCE, _WRITE_TOLERANCE)
    if found := _PLACES.fullmatch(typed):
        return {"decimal_places": int(found[1])}
    if found := _FIGURES.fullmatch(typed):
        return {"significant_figures": int(found[1])}
    if found := _RELATIVE.fullmatch(typed):
        return {"relative": found[1]}
    return {"absolute": typed}


def _write_body(answer: Answer) -> str:
    if answer.between is not None:
        return write_part(f"= {answer.between[0]} .. {answer.between[1]}")
    if answer.number is not None:
        return write_part(f"= {answer.number}{_write_tolerance(answer)}")
    return write_part(_LEADING_EQUALS.sub(r"\1\1\\\2", answer.answer or ""))


def _write_tolerance(answer: Answer) -> str:
    written: Mapping[str, Any] = {
        "": answer.absolute,
        " rel": answer.relative,
        "dp": answer.decimal_places,
        "sf": answer.significant_figures,
    }
    return "".join(f" ± {amount}{unit}" for unit, amount in written.items() if amount is not None)


def _write_term(term: str) -> str:
    # a backslash right before the comma that follows would be taken for an escape
    return escape(term, _IN_TERM) + (" " if term.endswith("\\") else "")


def _read_key_point_line(line: str) -> dict[str, Any]:
    text, *rest = split_parts(line)
    if len(rest) > 2:
        raise BadLine(_TOO_MANY_PARTS, _WRITE_POINT)
    if len(rest) == 1 and not isinstance(read_number(rest[0]), Number):
        rest = ["", *rest]  # the points were left out: one
    points, terms = [*rest, "", ""][:2]
    fields: dict[str, Any] = {"text": read_part(text)}
    if points:
        fields["points"] = points
    if terms:
        cut = split_parts(terms, _COMMA)
        fields["terms"] = [read_part(term, _IN_TERM) for term in cut if term]
    return fields


_TOO_MANY_PARTS = Text("竖线 | 太多了", "has too many bars")
_WRITE_ACCEPTED = Text(
    r"写成“答案 | 50% | 给学生的话”；文字里的竖线写成 \|",
    r"write “answer | 50% | feedback”; a bar that is part of a text is written \|",
)
_WRITE_WRONG = Text(
    r"写成“错误答案 | 给学生的话 | 代码”；文字里的竖线写成 \|",
    r"write “wrong answer | feedback | code”; a bar that is part of a text is written \|",
)
_WRITE_POINT = Text(
    r"写成“要说到的内容 | 分值 | 关键词, 关键词”；文字里的竖线写成 \|",
    r"write “what must be said | points | term, term”; a bar that is part of a text is written \|",
)
_BAD_CODE = Text("“{code}”不能作代码", "{code!r} is no code")
_WRITE_CODE = Text(
    "代码用小写英文字母、数字和下划线，例如 cost_over_price",
    "write a code in small letters, digits and underscores, such as cost_over_price",
)
_NO_TOLERANCE = Text("± 后面没有误差", "has nothing behind ±")
_WRITE_TOLERANCE = Text(
    "写成 ± 0.005%、± 2% rel（相对）、± 2dp（小数位）或 ± 3sf（有效数字）",
    "write ± 0.005%, ± 2% rel (relative), ± 2dp (decimal places) or ± 3sf (significant figures)",
)
