r"""Entries as an instructor types them into a text area: one a line, their parts between bars.

``|`` and ``｜`` part a line, spaces around the parts do not count, ``↵`` is a line break. A backslash before
one of these makes it an ordinary character; two stand for one backslash there, and everywhere else a
backslash is itself, so that ``\frac`` needs no care. White space at the ends of a part cannot be written.

Reading never raises and never drops a line: one that cannot be understood gives a ``LineFault`` and, so
that the entries keep their places, an entry that holds it as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from question_bank.text import Text

SPACE = " \t\r\u3000"
IN_PART = "|｜↵"
BAR = re.compile(r"(?<!\\)(\\*)[|｜]")


@dataclass(frozen=True)
class LineFault:
    """A line (from 1) that cannot be understood, and what to write instead."""

    line: int
    reason: Text
    remedy: Text


@dataclass(frozen=True)
class Lines:
    """What was read: the entries as fields of a question file, and for each the line it stood in (from 1)."""

    entries: tuple[dict[str, Any], ...] = ()
    numbers: tuple[int, ...] = ()
    faults: tuple[LineFault, ...] = ()


class BadLine(ValueError):
    """A line that cannot be understood."""

    def __init__(self, reason: Text, remedy: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.remedy = remedy


def read_lines(typed: str, read: Callable[[str], dict[str, Any]], keep: str) -> Lines:
    """Read each line that is not empty; the text of a bad one is kept in the field ``keep``."""
    entries, numbers, faults = [], [], []
    for number, line in enumerate(typed.split("\n"), start=1):
        if not (line := line.strip(SPACE)):
            continue
        try:
            entry = read(line)
        except BadLine as bad:
            faults.append(LineFault(number, bad.reason, bad.remedy))
            entry = {keep: line}
        entries.append(entry)
        numbers.append(number)
    return Lines(tuple(entries), tuple(numbers), tuple(faults))


def split_parts(line: str, separator: re.Pattern[str] = BAR) -> list[str]:
    """Split a line at its separators, without spaces around them; escapes are left for ``read_part``."""
    parts, start = [], 0
    for found in separator.finditer(line):
        if len(found[1]) % 2 == 0:
            parts.append(line[start : found.start()] + "\\" * (len(found[1]) // 2))
            start = found.end()
    return [part.strip(SPACE) for part in (*parts, line[start:])]


def read_part(raw: str, special: str = IN_PART) -> str:
    """Resolve the escapes of one part."""

    def resolve(found: re.Match[str]) -> str:
        slashes, character = found[1], found[2]
        is_plain = len(slashes) % 2
        return "\\" * (len(slashes) // 2) + ("\n" if character == "↵" and not is_plain else character)

    return re.sub(rf"(?<!\\)(\\*)([{special}])", resolve, raw)


def write_part(text: str) -> str:
    """Write a text so that ``read_part`` reads it back."""
    return escape(text, IN_PART)


def escape(text: str, special: str) -> str:
    """Write a text in which other characters are special too."""

    def write(found: re.Match[str]) -> str:
        slashes, character = found[1] * 2, found[2]
        return slashes + ("↵" if character == "\n" else "\\" + character)

    return re.sub(rf"(?<!\\)(\\*)([{special}\n])", write, text)


def join(*parts: str) -> str:
    """Put parts into one line; empty ones at its end are left out."""
    while parts[-1] == "" and len(parts) > 1:
        parts = parts[:-1]
    return " | ".join(parts)


def read_groups(typed: str) -> list[list[int]]:
    """Read groups of blanks, ``1,2; 3,4``.

    Raises:
        BadLine: something else than numbers stands there.
    """
    groups = [
        re.split(r"[,，、\s]+", group.strip()) for group in re.split(r"[;；\n]", typed) if group.strip()
    ]
    if not all(re.fullmatch("[0-9]{1,3}", number) for group in groups for number in group):
        raise BadLine(_NO_GROUPS, _WRITE_GROUPS)
    return [[int(number) for number in group] for group in groups]


def write_groups(groups: Iterable[Iterable[int]]) -> str:
    """Write groups of blanks so that ``read_groups`` reads them back."""
    return "; ".join(", ".join(str(number) for number in group) for group in groups)


_NO_GROUPS = Text("不是空号", "holds something else than numbers of blanks")
_WRITE_GROUPS = Text(
    "写成 1,2; 3,4：同组的空可以互换", "write 1,2; 3,4: the blanks of a group may be exchanged"
)
