"""Numbers as a reader sees them: rounded half up, which is what a pocket calculator and a teacher do.

Every function takes the exact value, so rounding happens once, at the very end. Minus is written ``−``
(U+2212), which ``read_number`` reads back; :func:`latex` turns a shown number into LaTeX.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

MONEY_PLACES = 2
PERCENT_PLACES = 2
RATIO_PLACES = 2


def half_up(value: Fraction, places: int) -> Decimal:
    """Round to ``places`` decimals, a half away from zero; ``places`` zeros are kept ("2.50")."""
    units = floor(abs(value) * 10**places + Fraction(1, 2))
    # built from digits, because arithmetic on Decimal would round to the context's 28 places
    digits = tuple(int(digit) for digit in str(units))
    return Decimal((1 if value < 0 and units else 0, digits, -places))


def money(value: Fraction) -> str:
    """Show an amount: whole yuan without decimals ("1200"), anything else with two ("3027.80")."""
    return _minus_sign(f"{half_up(value, 0 if value.denominator == 1 else MONEY_PLACES):f}")


def percent(value: Fraction, places: int = PERCENT_PLACES) -> str:
    """Show a fraction as percent without idle zeros: 1/10 -> "10%"."""
    return decimal(value * 100, places) + "%"


def decimal(value: Fraction, places: int = RATIO_PLACES) -> str:
    """Show a number without idle zeros: 6/5 -> "1.2"."""
    shown = f"{half_up(value, places):f}"
    return _minus_sign(shown.rstrip("0").rstrip(".") if "." in shown else shown)


def exact(value: Fraction) -> str:
    """Show a number as it is: all its decimals, or a fraction where they would never end."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return _minus_sign(str(value))
    # the decimals of n/d end within as many places as d has binary digits
    return decimal(value, value.denominator.bit_length())


def relation(value: Fraction, places: int) -> str:
    r"""Return the LaTeX sign before a rounded number: ``=`` when nothing was lost, else ``\approx``."""
    is_exact = (value * 10**places).denominator == 1
    return "=" if is_exact else r"\approx"


def latex(shown: str) -> str:
    """Return a shown number as LaTeX."""
    return shown.replace("−", "-").replace("%", r"\%")


def _minus_sign(shown: str) -> str:
    return shown.replace("-", "−")
