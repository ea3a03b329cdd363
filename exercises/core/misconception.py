"""Conventions and misconceptions: the other ways to work a formula, accepted ones and mistaken ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exercises.core.inputs import Inputs
from exercises.core.problem import Value
from question_bank.text import Text


@dataclass(frozen=True)
class Convention:
    """One of several accepted rules for the same formula, with the sentence a story prints for it."""

    code: str
    name: Text
    says: Text


@dataclass(frozen=True)
class Misconception:
    """A mistaken way of working: its stable code and the wrong value it leaves, part by part.

    ``wrong`` gives only the parts in which the slip shows; where it cannot be told from the right way
    (simple interest over one year) it names no part. ``says`` addresses the learner and holds no values.
    """

    code: str
    wrong: Callable[[Inputs], Mapping[str, Value]]
    says: Text
