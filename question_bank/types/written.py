"""Written answers, 名词解释 and 简答: a model answer and weighted key points (得分点) a person ticks.

No machine says what such an answer is worth. It looks for the key terms of every point and suggests the
ticks; the student, and in class work the instructor, decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer

from question_bank.errors import FieldFault
from question_bank.marking import AwaitsMarker, Mark, PartMark, Points, ReadBack, Unreadable, normalise
from question_bank.marking.synonyms import Synonyms
from question_bank.text import Text
from question_bank.types.fields import NonBlank, Strict
from question_bank.types.question import Question, read_points, write_points

LONGEST_TEXT = 20_000  # characters; an exam booklet holds about 3,000
_NEGATIONS = ("不", "非", "无", "未", "没有", "并非", "不是")


class KeyPoint(Strict):
    """One thing the answer has to say, the points it is worth, and the terms that give it away.

    Any one of ``terms`` suggests the point; ``also`` holds their other names in the course, filled in by
    ``read_question``. A point without terms is never suggested.
    """

    text: NonBlank
    points: Annotated[Fraction, BeforeValidator(read_points), PlainSerializer(write_points)] = Fraction(1)
    terms: tuple[NonBlank, ...] = ()
    also: tuple[str, ...] = ()

    def find(self, text: str) -> str:
        """Return the first term that stands in a folded text, not right behind a negation; else ""."""
        for term in (*self.terms, *self.also):
            *befores, _ = text.split(normalise(term))
            if not all(before.endswith(_NEGATIONS) for before in befores):
                return term
        return ""


class WrittenQuestion(Question):
    """What 名词解释 and 简答 share. A response is one text."""

    model_answer: NonBlank
    key_points: Annotated[tuple[KeyPoint, ...], Field(min_length=1, max_length=12)]

    @property
    def total(self) -> Points:
        """The sum of the key points."""
        total = sum((point.points for point in self.key_points), Fraction(0))
        return int(total) if total.denominator == 1 else total

    def mark(self, response: Sequence[str], *, can_ask: bool = True) -> AwaitsMarker | Unreadable:
        """Find key points in the text; a person marks it (``mark_points``).

        Unreadable codes: ``empty``, ``too_long``, ``wrong_number_of_blanks``.
        """
        read = self.read(response)
        if read.problem is not None:
            return read.problem
        text = normalise(response[0])
        return AwaitsMarker(tuple(_suggest(point, text) for point in self.key_points))

    def read(self, response: Sequence[str]) -> ReadBack:
        """Return the text, which is taken as it is."""
        if len(response) != 1:
            return ReadBack(problem=Unreadable("wrong_number_of_blanks"))
        if len(response[0]) > LONGEST_TEXT:
            return ReadBack(problem=Unreadable("too_long", 0))
        if not normalise(response[0]):
            return ReadBack(problem=Unreadable("empty"))
        return ReadBack((response[0].strip(),))

    def mark_points(self, response: Sequence[str], ticked: Collection[int]) -> Mark:
        """Return the mark a person gives by ticking key points (from 0).

        Raises:
            ValueError: a point is ticked that does not exist.
        """
        if not set(ticked) <= set(range(len(self.key_points))):
            raise ValueError(f"no such key point in {sorted(ticked)}")
        text = normalise(" ".join(response))
        parts = tuple(_part(point, place in ticked, text) for place, point in enumerate(self.key_points))
        return Mark(sum((part.earned for part in parts), Fraction(0)), self.total, parts)

    def with_synonyms(self, table: Synonyms) -> Self:
        """Return the question with the other names the key terms have in the course."""
        points = tuple(
            point.model_copy(
                update={"also": tuple(name for term in point.terms for name in table.others(term))}
            )
            for point in self.key_points
        )
        return self.model_copy(update={"key_points": points})

    def key_faults(self) -> Iterator[FieldFault]:
        """Yield points worth nothing, terms that read as nothing, and a model answer that lacks a point."""
        model = normalise(self.model_answer)
        for number, point in enumerate(self.key_points, start=1):
            field = f"key_points.{number}"
            if not point.points:
                yield FieldFault(f"{field}.points", _WORTH_NOTHING, _GIVE_POINTS)
            if not all(normalise(term) for term in point.terms):
                yield FieldFault(f"{field}.terms", _EMPTY_TERM, _WRITE_TERM)
            elif point.terms and not point.find(model):
                yield FieldFault(f"{field}.terms", _NOT_IN_MODEL, _USE_MODEL_TERM)

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation."""
        yield "explanation", self.explanation


class TermQuestion(WrittenQuestion):
    """Explain a term (名词解释)."""

    type_name: ClassVar[Text] = Text("名词解释", "Explain the term")

    type: Literal["term"]


class ShortQuestion(WrittenQuestion):
    """Answer in a few sentences (简答)."""

    type_name: ClassVar[Text] = Text("简答题", "Short answer")

    type: Literal["short"]


def _suggest(point: KeyPoint, text: str) -> PartMark:
    term = point.find(text)
    code = "found" if term else "not_found"
    return PartMark(0, point.points, code, read_as=term, accepted=point.text, rule="key_terms")


def _part(point: KeyPoint, is_ticked: bool, text: str) -> PartMark:
    earned: Points = point.points if is_ticked else 0
    return PartMark(
        earned,
        point.points,
        "ticked" if is_ticked else "missed",
        read_as=point.find(text),
        accepted=point.text,
        rule="marker",
    )


_WORTH_NOTHING = Text("得分点的分值是 0", "is worth nothing")
_GIVE_POINTS = Text("写大于 0 的分值", "give it points above 0")
_EMPTY_TERM = Text("有关键词去掉标点后什么也不剩", "holds a term that is nothing but punctuation")
_WRITE_TERM = Text("写出含有文字的关键词", "write terms with letters or characters")
_NOT_IN_MODEL = Text("参考答案里找不到这个得分点的任何关键词", "has no term that stands in the model answer")
_USE_MODEL_TERM = Text("补上参考答案所用的词", "add the word the model answer uses")
