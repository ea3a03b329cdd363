"""What the fields of question and chapter files are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
NOT_BLANK = r"\S"
Label = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=200)]
NonBlank = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=4000)]
Prose = Annotated[str, StringConstraints(max_length=4000)]  # may be left empty by an instructor in a hurry
FactId = Annotated[str, StringConstraints(pattern=r"^\d\d-\d\d\d$")]


class Strict(BaseModel):
    """A part of a question file: immutable, and an unknown field is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")
