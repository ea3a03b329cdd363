"""Stems that ask nearly the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from question_bank.checks.finding import Finding
from question_bank.marking import normalise
from question_bank.text import Text
from question_bank.types import Question

LIKENESS_PERCENT_MAX = 85
_TERM_OPENING = normalise("名词解释")  # half of a short stem, and no part of what is asked

_REASON = Text("题干与 {other} 有 {percent}% 相同", "the stem is {percent}% the same as that of {other}")
_REMEDY = Text(
    "改写其中一题；知识点不同而确要并存，就在 resembles 里写明理由",
    "reword one; if the facts differ and both must stay, give the reason in `resembles`",
)


def likeness_findings(questions: Sequence[Question]) -> Iterator[Finding]:
    """Yield pairs of stems more than 85 % alike (Indel similarity of the folded texts).

    A pair that examines different facts and gives its reason in ``resembles`` is let pass. A reason
    for a question that is not so alike, or not there any more, is found too.
    """
    alike = {(one.id, other.id): percent for one, other, percent in _alike(questions)}
    by_id = {question.id: question for question in questions}
    for (one, other), percent in alike.items():
        if not _excused(by_id[one], by_id[other]):
            yield Finding(other, _REASON.format(percent=round(percent), other=one), _REMEDY)
    for question in questions:
        for other in question.resembles:
            if not {(question.id, other), (other, question.id)} & alike.keys():
                yield Finding(question.id, _STALE.format(other=other), _REMOVE)


def _alike(questions: Sequence[Question]) -> Iterator[tuple[Question, Question, float]]:
    """Yield pairs in the order of the bank with their likeness in percent."""
    stems = [normalise(question.stem).removeprefix(_TERM_OPENING).lstrip(":") for question in questions]
    for place, stem in enumerate(stems):
        later = process.extract(
            stem, stems[place + 1 :], scorer=fuzz.ratio, score_cutoff=LIKENESS_PERCENT_MAX, limit=None
        )
        for _, percent, distance in later:
            if percent > LIKENESS_PERCENT_MAX:
                yield questions[place], questions[place + 1 + distance], percent


def _excused(one: Question, other: Question) -> bool:
    return set(one.facts) != set(other.facts) and (other.id in one.resembles or one.id in other.resembles)


_STALE = Text("resembles 里的 {other} 与它并不相像", "`resembles` names {other}, which is not alike")
_REMOVE = Text("删去这一条", "remove the entry")
