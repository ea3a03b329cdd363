"""The calculator that works a question out, named by its slug: what it can do is known elsewhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from question_bank.types.fields import NonBlank, Strict


class CalculatorLink(Strict):
    """A calculator with the numbers of a question, as somebody would type them."""

    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
    inputs: dict[str, NonBlank]
    convention: NonBlank | None = None
