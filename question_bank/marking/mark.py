"""What an answer is worth: a mark, or the statement that it could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Points: TypeAlias = int | Fraction


@dataclass(frozen=True)
class PartMark:
    """The worth of one part of an answer: a blank, a chosen option, a line of a calculation.

    ``given`` is the text as typed, ``read_as`` what the marking rules made of it, ``accepted`` the
    accepted answer that decided (empty when none did).
    """

    earned: Points
    total: Points
    code: str
    given: str = ""
    read_as: str = ""
    accepted: str = ""


@dataclass(frozen=True)
class Mark:
    """The worth of a readable answer. ``codes`` are stable names for statistics, never sentences."""

    earned: Points
    total: Points
    parts: tuple[PartMark, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def is_full(self) -> bool:
        """Whether nothing was lost."""
        return self.earned == self.total


@dataclass(frozen=True)
class Unreadable:
    """An answer that cannot be read: no mark at all, which is not the same as no points.

    ``part`` is the position (from 0) of the blank or line that stopped the reading.
    """

    code: str
    part: int | None = None
