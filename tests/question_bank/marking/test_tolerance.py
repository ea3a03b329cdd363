"""Exactly which typed numbers are right, which are only too coarse, and where the edges lie."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from question_bank.marking.numbers import Number, read_number
from question_bank.marking.tolerance import COARSEST, EXACT, Fit, Tolerance, ToleranceKind, bounds, compare

RIGHT, TOO_COARSE, WRONG = Fit.RIGHT, Fit.TOO_COARSE, Fit.WRONG
CENT = Tolerance.absolute(Fraction("0.01"))
HALF_PERCENT = Tolerance.relative(Fraction("0.005"))
TWO_PLACES = Tolerance.decimal_places(2)
TWO_PERCENT_PLACES = Tolerance.decimal_places(2, in_percent=True)
THREE_FIGURES = Tolerance.significant_figures(3)


def read(typed: str) -> Number:
    number = read_number(typed)
    assert isinstance(number, Number)
    return number


@pytest.mark.parametrize(
    ("typed", "key", "tolerance", "fit"),
    [
        ("250", "250", EXACT, RIGHT),
        ("250.0", "250", EXACT, RIGHT),  # more digits, the same number
        ("1/3", "1/3", EXACT, RIGHT),  # no decimal could be
        ("0.33", "1/3", EXACT, TOO_COARSE),  # rightly rounded, but exact was asked
        ("0.34", "1/3", EXACT, WRONG),  # wrongly rounded
        ("251", "250", EXACT, WRONG),
        ("0.1", "0.1", EXACT, RIGHT),  # no float in sight
        ("3.15", "3.14", CENT, RIGHT),  # the upper edge counts
        ("3.13", "3.14", CENT, RIGHT),  # and the lower one
        ("3.1500001", "3.14", CENT, WRONG),  # just beyond
        ("3.1299999", "3.14", CENT, WRONG),
        ("3.1", "3.14", CENT, TOO_COARSE),  # precision, not value
        ("3.2", "3.14", CENT, WRONG),
        ("3", "3.14", CENT, TOO_COARSE),
        ("0", "0.3", CENT, WRONG),  # nothing of the key is left in a zero
        ("0.01", "0", CENT, RIGHT),  # a key of zero has an interval as well
        ("-3.14", "3.14", CENT, WRONG),  # the sign matters
        ("201", "200", HALF_PERCENT, RIGHT),  # 0.5 % of 200 is 1
        ("199", "200", HALF_PERCENT, RIGHT),
        ("201.01", "200", HALF_PERCENT, WRONG),
        ("-201", "-200", HALF_PERCENT, RIGHT),  # the share of a negative key is no negative distance
        ("-199", "-200", HALF_PERCENT, RIGHT),
        ("0", "0", HALF_PERCENT, RIGHT),  # a share of nothing is nothing
        ("0.0001", "0", HALF_PERCENT, WRONG),
        ("2百", "203", HALF_PERCENT, TOO_COARSE),  # the last typed place is a hundred
        ("1.12", "1.125", TWO_PLACES, RIGHT),  # both roundings of a tie
        ("1.13", "1.125", TWO_PLACES, RIGHT),
        ("1.125", "1.125", TWO_PLACES, RIGHT),  # the unrounded value
        ("1.1", "1.125", TWO_PLACES, TOO_COARSE),
        ("1.14", "1.125", TWO_PLACES, WRONG),
        ("1.5", "1.50", TWO_PLACES, RIGHT),  # a dropped zero loses nothing
        ("2", "1.9999", TWO_PLACES, RIGHT),  # 2.00 without its zeros
        ("-1.13", "-1.125", TWO_PLACES, RIGHT),
        ("113%", "1.125", TWO_PLACES, RIGHT),  # another way to write 1.13
        ("4", "3.6", Tolerance.decimal_places(0), RIGHT),  # no places: a whole number
        ("1.8", "1.7714", TWO_PLACES, TOO_COARSE),
        ("1.77%", "0.017714", TWO_PERCENT_PLACES, RIGHT),  # the places of a percentage count in percent
        ("0.0177", "0.017714", TWO_PERCENT_PLACES, RIGHT),  # whichever way it is typed
        ("1.78%", "0.017714", TWO_PERCENT_PLACES, WRONG),
        ("1.8%", "0.017714", TWO_PERCENT_PLACES, TOO_COARSE),
        ("2%", "0.017714", TWO_PERCENT_PLACES, TOO_COARSE),
        ("0.02", "0.017714", TWO_PERCENT_PLACES, TOO_COARSE),
        ("0.02", "0.017714", TWO_PLACES, RIGHT),  # the places of the plain number would let it pass
        ("1.125%", "0.0112", TWO_PERCENT_PLACES, RIGHT),  # exactly half of 0.01 %
        ("177", "177.14", THREE_FIGURES, RIGHT),
        ("0.0177", "0.017714", THREE_FIGURES, RIGHT),  # leading zeros are no figures
        ("0.0178", "0.017714", THREE_FIGURES, WRONG),
        ("0.018", "0.017714", THREE_FIGURES, TOO_COARSE),
        ("10", "9.996", THREE_FIGURES, RIGHT),  # rounds up into another power of ten
        ("1000", "999.6", THREE_FIGURES, RIGHT),
        ("12000", "12345", THREE_FIGURES, WRONG),  # typed to the last yuan, and not right
        ("1.2万", "12345", THREE_FIGURES, TOO_COARSE),  # typed to a thousand
        ("1.23万", "12345", THREE_FIGURES, RIGHT),
        ("100.5", "100", THREE_FIGURES, RIGHT),  # half a unit of the third figure
        ("100.51", "100", THREE_FIGURES, WRONG),
        ("0", "0", THREE_FIGURES, RIGHT),
        ("0.001", "0", THREE_FIGURES, WRONG),  # zero has no figures to be near to
        ("2/3", "0.67", TWO_PLACES, RIGHT),
        ("1/2", "0.67", TWO_PLACES, WRONG),  # a fraction is exact, so never a rounding
    ],
)
def test_a_typed_number_fits_the_key_as_it_deserves(typed: str, key: str, tolerance: Tolerance, fit: Fit):
    assert compare(read(typed), Fraction(key), tolerance) is fit


@pytest.mark.parametrize(
    ("key", "tolerance", "low", "high"),
    [
        ("5", EXACT, "5", "5"),
        ("5", CENT, "4.99", "5.01"),
        ("-200", HALF_PERCENT, "-201", "-199"),  # low stays low
        ("1.125", TWO_PLACES, "1.12", "1.13"),
        ("0.0112", TWO_PERCENT_PLACES, "0.01115", "0.01125"),
        ("177.14", THREE_FIGURES, "176.64", "177.64"),
        ("1", THREE_FIGURES, "0.995", "1.005"),  # the first figure of 1 is in the ones
        ("0.1", THREE_FIGURES, "0.0995", "0.1005"),
        ("1/3", Tolerance.significant_figures(1), "17/60", "23/60"),  # a third is 0.3..., not 3/10
        ("0", THREE_FIGURES, "0", "0"),
    ],
)
def test_bounds_are_the_edges_that_still_count(key: str, tolerance: Tolerance, low: str, high: str):
    assert bounds(Fraction(key), tolerance) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("kind", "amount"),
    [
        (ToleranceKind.ABSOLUTE, Fraction(-1, 100)),
        (ToleranceKind.RELATIVE, Fraction(-1)),
        (ToleranceKind.DECIMAL_PLACES, Fraction(-1)),
        (ToleranceKind.DECIMAL_PLACES, Fraction(1, 2)),  # there is no half place
        (ToleranceKind.SIGNIFICANT_FIGURES, Fraction(0)),  # no figure at all would accept anything
        (ToleranceKind.SIGNIFICANT_FIGURES, Fraction(3, 2)),
    ],
)
def test_a_tolerance_without_meaning_is_refused(kind: ToleranceKind, amount: Fraction):
    with pytest.raises(ValueError, match=kind.value):
        Tolerance(kind, amount)


KEYS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4)
TOLERANCES = (
    st.fractions(0, 100).map(Tolerance.absolute)
    | st.fractions(0, 2).map(Tolerance.relative)
    | st.builds(Tolerance.decimal_places, st.integers(0, 8), in_percent=st.booleans())
    | st.integers(1, 8).map(Tolerance.significant_figures)
)


@given(KEYS, TOLERANCES)
def test_both_edges_are_right_and_a_hair_beyond_is_not(key: Fraction, tolerance: Tolerance):
    low, high = bounds(key, tolerance)
    hair = Fraction(1, 10**30)
    exact = Fraction(0)
    assert compare(Number(low, False, exact), key, tolerance) is RIGHT
    assert compare(Number(high, False, exact), key, tolerance) is RIGHT
    assert compare(Number(low - hair, False, exact), key, tolerance) is WRONG
    assert compare(Number(high + hair, False, exact), key, tolerance) is WRONG


@given(KEYS, st.integers(0, 6), st.integers(0, 6))
def test_a_rounded_key_is_right_when_fine_enough_and_coarse_otherwise(key: Fraction, asked: int, typed: int):
    rounded = round(key, typed)
    assume(rounded)
    fit = compare(Number(rounded, False, Fraction(1, 10**typed)), key, Tolerance.decimal_places(asked))
    assert fit is RIGHT if typed >= asked else fit in (RIGHT, TOO_COARSE, WRONG)
    # a rounding that says something else is no longer called one
    assert (fit is WRONG) <= (abs(rounded - key) > abs(key) * COARSEST)


@given(KEYS.filter(bool), st.integers(1, 6))
def test_significant_figures_do_not_depend_on_the_power_of_ten(key: Fraction, figures: int):
    low, high = bounds(key, Tolerance.significant_figures(figures))
    assert bounds(key / 1000, Tolerance.significant_figures(figures)) == (low / 1000, high / 1000)


@given(KEYS.filter(bool), st.integers(1, 12))
def test_half_a_unit_of_a_figure_is_that_of_scientific_notation(key: Fraction, figures: int):
    low, high = bounds(key, Tolerance.significant_figures(figures))
    unit = high - low
    # the key, counted in units of its last figure, has exactly that many digits before the point
    assert 10 ** (figures - 1) <= abs(key) / unit < 10**figures
