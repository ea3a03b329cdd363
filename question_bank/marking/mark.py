"""What an answer is worth: a mark, or why there is none yet."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Points: TypeAlias = int | Fraction


@dataclass(frozen=True)
class PartMark:
    """The worth of one part of an answer, and the trace of how it came about.

    A part is a blank, a chosen option, a key point, a line of a calculation. The trace reads: ``given``
    as typed; ``steps`` that changed it into ``read_as``; the ``rule`` and the ``accepted`` answer that
    decided (empty when none did); ``nearest`` accepted answer when it is wrong; ``feedback`` the author
    wrote for just this answer. ``slip`` is the run of characters to check in a near miss.
    """

    earned: Points
    total: Points
    code: str
    given: str = ""
    read_as: str = ""
    accepted: str = ""
    rule: str = ""
    steps: tuple[str, ...] = ()
    nearest: str = ""
    feedback: str = ""
    slip: str = ""


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

    ``part`` is the position (from 0) of the blank or line that stopped the reading; ``suggestions`` what
    the student may have meant, each in a form that can be read.
    """

    code: str
    part: int | None = None
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class AwaitsMarker:
    """A written answer: only a person can say what it is worth.

    ``parts`` are the key points with the code ``found`` or ``not_found``: a suggestion for the marker,
    worth nothing by itself.
    """

    parts: tuple[PartMark, ...] = ()

    @property
    def found(self) -> tuple[int, ...]:
        """The positions (from 0) of the key points whose key terms stand in the text."""
        return tuple(place for place, part in enumerate(self.parts) if part.code == "found")


@dataclass(frozen=True)
class ReadBack:
    """How an answer was read, without a word on whether it is right: what an exam may show at once.

    ``parts`` are the answers as read, one for each part; ``problem`` is why it cannot be read, if so.
    """

    parts: tuple[str, ...] = ()
    problem: Unreadable | None = None


Worth: TypeAlias = Mark | Unreadable | AwaitsMarker
"""What marking gives: a mark, or one of the two reasons why there is none yet."""
