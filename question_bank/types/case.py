"""The case (案例分析): a story that three to five questions are asked about, in their order."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from question_bank.text import Text
from question_bank.types.fields import Label, NonBlank, Slug, Strict

CASE = "case"  # stands as ``type`` in a question file; what somebody chooses who wants to practise cases


class CasePart(Strict):
    """The story a question belongs to, and its place there. Every part carries the whole story."""

    id: Slug
    title: Label
    story: NonBlank
    number: Annotated[int, Field(ge=1)]
    parts: Annotated[int, Field(ge=1)]


class Case(Strict):
    """A case as a file holds it: its questions are fields still to be read."""

    type_name: ClassVar[Text] = Text("案例分析", "Case")

    id: Slug
    type: Literal["case"]
    title: Label
    chapter: NonBlank
    story: NonBlank
    questions: Annotated[tuple[dict[str, Any], ...], Field(min_length=3, max_length=5)]

    def question_fields(self) -> list[dict[str, Any]]:
        """Return the fields of every question, with the chapter and the story put in."""
        parts = len(self.questions)
        return [
            {"chapter": self.chapter}
            | fields
            | {"case": CasePart(id=self.id, title=self.title, story=self.story, number=number, parts=parts)}
            for number, fields in enumerate(self.questions, start=1)
        ]
