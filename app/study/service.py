"""Study notes (复习提纲) made of the facts of a chapter, and the glossary (术语表)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.library.service import count_by_fact
from app.models import Fact, GlossaryEntry, User
from exercises import EXERCISES, Exercise
from question_bank.marking import normalise

_BEGINS = r"(?<![a-z](?=[a-z]))"  # between two Latin letters no word begins


@dataclass(frozen=True)
class Note:
    """A fact to revise, how many questions examine it, and the calculators that use it."""

    fact: Fact
    questions: int
    exercises: tuple[Exercise, ...]


def chapter_notes(session: Session, user: User | None, chapter_id: str) -> list[Note]:
    """List what there is to revise in a chapter; facts that are never asked are left out."""
    query = select(Fact).where(Fact.chapter_id == chapter_id).order_by(Fact.id)
    counts = count_by_fact(session, user, chapter_id)
    return [
        Note(fact, counts.get(fact.id, 0), _exercises_about(fact.id))
        for fact in session.scalars(query)
        if fact.exam != "drop"
    ]


def count_notes(session: Session) -> dict[str, int]:
    """Count what there is to revise, by chapter."""
    counts: dict[str, int] = {}
    for chapter_id, exam in session.execute(select(Fact.chapter_id, Fact.exam)):
        counts[chapter_id] = counts.get(chapter_id, 0) + (exam != "drop")
    return counts


def search_glossary(session: Session, words: str) -> list[GlossaryEntry]:
    """List the entries that hold all the words, those that hold them in a name first.

    Width, case, Traditional characters, hyphens and -ize for -ise make no difference. A Latin word has to
    begin a word: BI is not found in "availability". No words at all list everything.
    """
    wanted = [re.compile(_BEGINS + re.escape(folded)) for word in words.split() if (folded := _fold(word))]
    entries = list(session.scalars(select(GlossaryEntry).order_by(GlossaryEntry.id)))
    named = [entry for entry in entries if _holds(_names(entry), wanted)]
    names = {entry.id for entry in named}
    explained = [
        entry
        for entry in entries
        if entry.id not in names and _holds([*_names(entry), entry.meaning_zh, entry.meaning_en], wanted)
    ]
    return named + explained


def _names(entry: GlossaryEntry) -> list[str]:
    return [entry.term_zh, entry.term_en, *entry.also]


def _exercises_about(fact_id: str) -> tuple[Exercise, ...]:
    return tuple(exercise for exercise in EXERCISES.values() if fact_id in exercise.facts)


def _fold(text: str) -> str:
    return normalise(text).replace("-", "").replace("iz", "is")


def _holds(texts: Sequence[str], wanted: Sequence[re.Pattern[str]]) -> bool:
    folded = " ".join(_fold(text) for text in texts)
    return all(pattern.search(folded) for pattern in wanted)
