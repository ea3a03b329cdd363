"""The bank as a whole: chapters with their facts, and the questions that examine them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from question_bank.types import Question
from question_bank.types.question import NOT_BLANK, FactId, NonBlank, Strict

Label = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=200)]


class Title(Strict):
    """A name in the two languages chapters and facts are listed in."""

    zh: Label
    en: Label


class Fact(Strict):
    """One teachable fact of the syllabus, in our own words."""

    id: FactId
    topic: Title
    statement: NonBlank
    exam: Literal["care", "drop"] | None = None


class Chapter(Strict):
    """A chapter of the course and its facts in teaching order."""

    id: Annotated[str, Field(pattern=r"^\d\d$")]
    title: Title
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Bank:
    """Everything a content folder holds, checked."""

    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]


def uncovered_facts(bank: Bank) -> tuple[str, ...]:
    """Return the ids of facts that ought to be examined and are cited by no question."""
    cited = {fact for question in bank.questions for fact in question.facts}
    return tuple(
        fact.id
        for chapter in bank.chapters
        for fact in chapter.facts
        if fact.exam != "drop" and fact.id not in cited
    )
