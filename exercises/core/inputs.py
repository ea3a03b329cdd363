"""The quantities of a calculator, and how a form full of typed text becomes exact numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from exercises.core.quantity import Kind, read_quantity
from question_bank.marking import Unreadable
from question_bank.marking.text_profile import fold_width
from question_bank.marking.unreadable_reasons import why_unreadable
from question_bank.text import Text

MAX_VALUES = 40  # in one list; longer than any table of the course
_SEPARATOR = re.compile(r"[\s、;；]+|,\s+")  # a comma alone may group thousands: 1,000
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?%?")


@dataclass(frozen=True)
class Variable:
    """One named quantity of a formula. ``symbol`` is LaTeX; ``example`` is text a reader could type.

    ``many``: a list of numbers, typed with spaces, new lines, commas, 、 or ; between them.
    ``optional``: may be left empty.
    """

    name: str
    symbol: str
    label: Text
    unit: Text | None
    kind: Kind
    example: str
    help: Text
    many: bool = False
    optional: bool = False


@dataclass(frozen=True)
class InputFault:
    """One typed field that cannot be used, with the text as given so that the form can keep it."""

    field: str
    code: str
    message: Text
    given: str


@dataclass(frozen=True)
class Inputs:
    """The exact numbers of one case, by variable name, and the convention they are worked under.

    A case of a problem may hold numbers the formula does not use (a price beside the net revenue):
    they are what a misconception would pick up.
    """

    values: Mapping[str, tuple[Fraction, ...]]
    convention: str = ""

    @classmethod
    def of(cls, convention: str = "", /, **values: Fraction | int | str | Sequence[Fraction | int]) -> Inputs:
        """Build inputs from exact numbers: ``Inputs.of(a=8, b="7.5", flows=[1000, 1200])``."""
        return cls({name: _exact(value) for name, value in values.items()}, convention)

    def one(self, name: str) -> Fraction:
        """Return the single number of a variable."""
        (value,) = self.values[name]
        return value

    def many(self, name: str) -> tuple[Fraction, ...]:
        """Return the numbers of a list variable; an optional list left empty is ()."""
        return self.values.get(name, ())

    def under(self, convention: str) -> Inputs:
        """Return the same numbers, worked under another convention."""
        return replace(self, convention=convention)


def read_inputs(variables: Sequence[Variable], raw: Mapping[str, str]) -> Inputs | tuple[InputFault, ...]:
    """Read every field, or return all the faults at once, in the order of the form.

    Codes: those of ``read_quantity`` and ``missing``, ``not_whole``, ``too_many``.
    """
    values: dict[str, tuple[Fraction, ...]] = {}
    faults: list[InputFault] = []
    for variable in variables:
        read = _read_variable(variable, raw.get(variable.name, ""))
        if isinstance(read, InputFault):
            faults.append(read)
        else:
            values[variable.name] = read
    return tuple(faults) or Inputs(values)


def _read_variable(variable: Variable, raw: str) -> tuple[Fraction, ...] | InputFault:
    texts = list(_split(raw)) if variable.many else [raw.strip()] if raw.strip() else []
    if not texts:
        return () if variable.optional else _fault(variable, Unreadable("missing"), raw, raw)
    if len(texts) > MAX_VALUES:
        return _fault(variable, Unreadable("too_many"), raw, raw)
    if variable.many and len(texts) == 1 and texts[0].count(",") > 1:  # 100,200,300: one number or three?
        return _fault(variable, Unreadable("ambiguous_comma"), texts[0], raw)
    values = []
    for text in texts:
        number = read_quantity(text, variable.kind, variable.unit)
        if isinstance(number, Unreadable):
            return _fault(variable, number, text, raw)
        if variable.kind is Kind.COUNT and number.value.denominator != 1:
            return _fault(variable, Unreadable("not_whole"), text, raw)
        values.append(number.value)
    return tuple(values)


def _split(raw: str) -> Iterator[str]:
    """Yield the texts of a list; a comma separates too where it can be nothing else."""
    for piece in filter(None, _SEPARATOR.split(raw)):
        plain = fold_width(piece)
        # one Latin comma may be a decimal comma (0,75); a Chinese one, several, or one after % cannot
        is_separator = "，" in piece or "%," in plain or plain.count(",") > 1
        if is_separator and not _GROUPED.fullmatch(plain):
            yield from filter(None, plain.split(","))
        else:
            yield plain


def _fault(variable: Variable, unreadable: Unreadable, text: str, raw: str) -> InputFault:
    message = _MESSAGES.get(unreadable.code) or why_unreadable(unreadable, text)
    return InputFault(variable.name, unreadable.code, message, raw)


def _exact(value: Fraction | int | str | Sequence[Fraction | int]) -> tuple[Fraction, ...]:
    if isinstance(value, Fraction | int | str):
        return (Fraction(value),)
    return tuple(Fraction(item) for item in value)


_MESSAGES = {
    "missing": Text("请填写这一项。", "Please fill this in."),
    "not_whole": Text("这里要一个整数。", "A whole number is needed here."),
    "too_many": Text("最多填 40 个数。", "At most 40 numbers are accepted."),
}
