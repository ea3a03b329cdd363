"""The bank as a whole: chapters with their facts, and the questions that examine them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from question_bank.types import Question
from question_bank.types.fields import FactId, Label, NonBlank, Strict


class Title(Strict):
    """A name in the two languages chapters and facts are listed in."""

    zh: Label
    en: Label


class Meaning(Strict):
    """One or two sentences in each of the two languages."""

    zh: NonBlank
    en: NonBlank


class GlossaryEntry(Strict):
    """A term of the course in both languages, its other names, and what it means."""

    term: Title
    also: tuple[Label, ...] = ()
    meaning: Meaning
    facts: Annotated[tuple[FactId, ...], Field(min_length=1)]


class Fact(Strict):
    """One teachable fact of the syllabus, in our own words.

    The key terms of ``statement`` stand in Markdown's bold: what a reader learning by heart hides.
    """

    id: FactId
    topic: Title
    statement: NonBlank
    exam: Literal["care", "drop"] | None = None


class Chapter(Strict):
    """A chapter of the course and its facts in teaching order."""

    id: Annotated[str, Field(pattern=r"^\d\d$")]
    title: Title
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    glossary: tuple[GlossaryEntry, ...] = ()


@dataclass(frozen=True)
class Bank:
    """Everything a content folder holds, checked."""

    chapters: tuple[Chapter, ...]
    questions: tuple[Question, ...]
