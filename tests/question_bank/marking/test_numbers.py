"""Which typed numbers are understood, how exactly, what is asked about and what is refused."""

import sys
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.mark import Unreadable
from question_bank.marking.numbers import MAX_CHARACTERS, Number, read_number

CODES = {
    "empty",
    "too_long",
    "not_finite",
    "too_large",
    "division_by_zero",
    "ambiguous_comma",
    "chinese_point",
    "mixed_number",
    "short_numeral",
    "two_numbers",
    "expression",
    "not_a_number",
}
WAN, YI = 10**4, 10**8


@pytest.mark.parametrize(
    ("typed", "value", "step"),
    [
        ("250", "250", "1"),  # digits
        ("0", "0", "1"),  # zero is a number like any other
        ("007", "7", "1"),  # leading zeros change nothing
        ("-3", "-3", "1"),  # a sign belongs to the number
        ("+3", "3", "1"),  # as does a plus
        ("0.75", "3/4", "1/100"),  # exact, never a float
        ("0.750", "3/4", "1/1000"),  # the zero typed at the end says how exact it is
        (".5", "1/2", "1/10"),  # the zero before the point may be left out
        ("5.", "5", "1"),  # and so may all digits after it
        ("1,234.5", "2469/2", "1/10"),  # commas group thousands
        ("1，234.5", "2469/2", "1/10"),  # so do the commas of a Chinese keyboard
        ("-1,234,567", "-1234567", "1"),  # several groups
        ("100,200,300", "100200300", "1"),  # exact groups of three are one number here
        ("1 234", "1234", "1"),  # a space groups thousands, in threes
        ("1\u2009234\u2009567", "1234567", "1"),  # so does a thin one
        ("1\u00a0234.5", "2469/2", "1/10"),  # and one that does not break
        ("１ ２３４", "1234", "1"),  # full width and grouped
        ("１２．５", "25/2", "1/10"),  # full width
        ("𝟓", "5", "1"),  # 5 in another font, pasted from a formula
        ("＋５", "5", "1"),  # signs too
        ("\u22125", "-5", "1"),  # the minus sign of Unicode
        ("\u20135", "-5", "1"),  # the dash typed in its place
        ("\u20145", "-5", "1"),  # the long dash
        ("－5", "-5", "1"),  # the full-width one
        ("负5", "-5", "1"),  # the word
        ("- 5", "-5", "1"),  # a space after the sign says nothing
        ("  250\t", "250", "1"),  # nor do spaces around
        ("\ufeff250\u200b", "250", "1"),  # nor what is pasted unseen
        ("250。", "250", "1"),  # the full stop of a sentence
        ("=250", "250", "1"),  # copied with its equals sign
        ("≈ 250", "250", "1"),  # the key is not exact either
        ("约250", "250", "1"),  # the same in words
        ("大约 250", "250", "1"),
        ("¥250", "250", "1"),  # a unit of money is no fault
        ("￥250", "250", "1"),
        ("-¥250", "-250", "1"),  # the sign before the currency
        ("¥-250", "-250", "1"),  # or behind it
        ("RMB 250", "250", "1"),
        ("250 rmb", "250", "1"),
        ("人民币250元", "250", "1"),  # before and after
        ("250 元", "250", "1"),
        ("250圆", "250", "1"),
        ("250块钱", "250", "1"),  # spoken
        ("250 yuan", "250", "1"),
        ("1/3", "1/3", "0"),  # a fraction is exact
        ("-2/4", "-1/2", "0"),  # reduced or not
        ("１／３", "1/3", "0"),  # full width
        ("1 / 3", "1/3", "0"),  # spaces around the stroke
        ("1\u20443", "1/3", "0"),  # the fraction stroke of Unicode
        ("三分之一", "1/3", "0"),  # said in Chinese
        ("4分之3", "3/4", "0"),
        ("一半", "1/2", "0"),  # the word means exactly this
        ("1.2万", "12000", "1000"),  # the last typed place is a thousand
        ("3亿", "300000000", "100000000"),
        ("1.2亿元", "120000000", "10000000"),  # unit and currency
        ("1.2万元", "12000", "1000"),
        ("5千元", "5000", "1000"),
        ("3百", "300", "100"),
        ("5百万", "5000000", "1000000"),  # units may be compound
        ("1.5万亿", "1500000000000", "100000000000"),
        ("1,200万", "12000000", "10000"),
        ("2万5千", "25000", "1000"),  # every part names its unit, so this is plain
        ("1亿2000万", "120000000", "10000"),
        ("3万5000", "35000", "1"),  # four digits fill the places below 万
        ("1.5e3", "1500", "100"),  # e-notation
        ("1.5E+3", "1500", "100"),
        ("1.5e-3", "3/2000", "1/10000"),
        ("1.5×10^3", "1500", "100"),  # as it is written by hand
        ("1.5*10^3", "1500", "100"),
        ("1.5×10³", "1500", "100"),
        ("1.5 × 10⁻³", "3/2000", "1/10000"),
        ("八十", "80", "1"),  # a spelled number names every place: as exact as 80
        ("负三", "-3", "1"),
        ("两千元", "2000", "1"),
        ("一万二千", "12000", "1"),
        ("三点五", "7/2", "1/10"),
        ("十二萬", "120000", "1"),  # Traditional
        ("1000000000000000", "1000000000000000", "1"),  # the largest
    ],
)
def test_plain_number_is_read_exactly(typed: str, value: str, step: str):
    assert read_number(typed) == Number(Fraction(value), False, Fraction(step))


@pytest.mark.parametrize(
    ("typed", "value", "step"),
    [
        ("1.77%", "177/10000", "1/10000"),  # the place is a hundredth of a percent
        ("80%", "4/5", "1/100"),
        ("８０％", "4/5", "1/100"),  # full width
        ("80﹪", "4/5", "1/100"),  # small form
        ("80 %", "4/5", "1/100"),  # with a space
        ("-5%", "-1/20", "1/100"),
        ("1,200%", "12", "1/100"),
        ("80 percent", "4/5", "1/100"),  # the page is in English, too
        ("5‰", "1/200", "1/1000"),  # a share as plain as a percentage
        ("百分之八十", "4/5", "1/100"),
        ("百分之80", "4/5", "1/100"),
        ("百分之 80", "4/5", "1/100"),
        ("百分之一点五", "3/200", "1/1000"),
        ("百分之百", "1", "1/100"),  # the one place where 百 stands alone
        ("负百分之五", "-1/20", "1/100"),  # the sign before
        ("百分之负五", "-1/20", "1/100"),  # or inside
        ("百分之-5", "-1/20", "1/100"),
        ("千分之五", "1/200", "1/1000"),
        ("万分之2", "1/5000", "1/10000"),
        ("八十%", "4/5", "1/100"),  # mixed, yet plain
        ("八成", "4/5", "1/10"),  # tenths
        ("8成", "4/5", "1/10"),
        ("7.5成", "3/4", "1/100"),
        ("七成五", "3/4", "1/100"),  # one digit behind 成 counts hundredths
    ],
)
def test_percentage_is_a_share_and_is_remembered(typed: str, value: str, step: str):
    assert read_number(typed) == Number(Fraction(value), True, Fraction(step))


@pytest.mark.parametrize(
    ("typed", "code", "suggestions"),
    [
        ("0,75", "ambiguous_comma", ("0.75",)),  # 075 is no way to write 75
        ("0,750", "ambiguous_comma", ("0.750",)),  # no thousands begin with 0
        ("1,5", "ambiguous_comma", ("1.5",)),  # hardly a slip for 15
        ("12,34", "ambiguous_comma", ("12.34", "1234")),  # a decimal, or a comma in the wrong place
        ("12，5", "ambiguous_comma", ("12.5",)),  # the full-width comma is a comma
        ("1,2345", "ambiguous_comma", ("1.2345", "12345")),  # grouped by 万
        ("1,23,456", "ambiguous_comma", ("123456",)),  # two commas are no decimal point
        ("1.234,5", "ambiguous_comma", ("1234.5",)),  # continental
        ("1.234.567,8", "ambiguous_comma", ("1234567.8",)),
        ("1,77%", "ambiguous_comma", ("1.77%", "177%")),  # the unit stays
        ("-0,75元", "ambiguous_comma", ("-0.75元",)),  # and the sign
        ("1,2,3", "ambiguous_comma", ()),  # three numbers? nothing sensible to offer
        ("1。5", "chinese_point", ("1.5",)),  # a full stop typed for a point
        ("1｡5", "chinese_point", ("1.5",)),  # its half-width form
        ("1。5%", "chinese_point", ("1.5%",)),
        ("3点5", "chinese_point", ("3.5",)),  # half past three, or 3.5
        ("1 1/2", "mixed_number", ("3/2", "11/2")),  # one and a half, or a space too many
        ("-1 1/2", "mixed_number", ("-3/2", "-11/2")),
        ("1又1/2", "mixed_number", ("3/2",)),  # the word leaves one reading, in another form
        ("一又二分之一", "mixed_number", ("3/2",)),
        ("1 234/5", "mixed_number", ("239/5", "1234/5")),  # a group of thousands, or a mixed number
        ("2万5", "short_numeral", ("25000", "20005")),  # spoken for 25000, typed for 20005
        ("-2万5", "short_numeral", ("-25000", "-20005")),
        ("一百二", "short_numeral", ("120",)),  # 102 would need 零
        ("5 - 10", "two_numbers", ()),  # a range: no way to choose
        ("5~10", "two_numbers", ()),
        ("80%～90%", "two_numbers", ()),
        ("3 4", "two_numbers", ()),  # not a group of three
        ("12 34", "two_numbers", ()),
        ("1\n234", "two_numbers", ()),  # two lines are two numbers
        ("1  234", "two_numbers", ()),  # nobody groups with two spaces
        ("3, 4", "two_numbers", ()),
        ("3、4", "two_numbers", ()),
        ("3;4", "two_numbers", ()),
        ("3和4", "two_numbers", ()),
        ("3 or 4", "two_numbers", ()),
        ("80%或0.8", "two_numbers", ()),  # even if they agree
        ("80% 0.8", "two_numbers", ()),
        ("3元 4元", "two_numbers", ()),
        ("2+3", "expression", ()),  # expressions are not worked out
        ("3*4", "expression", ()),
        ("3×4", "expression", ()),
        ("6÷2", "expression", ()),
        ("10-5", "expression", ()),  # falling, so no range
        ("0.62/35", "expression", ()),  # a fraction has whole numbers
        ("1/2/3", "expression", ()),
        ("1/2%", "expression", ()),
        ("2^3", "expression", ()),
        ("10^3", "expression", ()),  # a power alone is a calculation like 2^3
        ("5²", "expression", ()),
        ("(3)", "expression", ()),  # minus three to a bookkeeper
        ("0.62/35=1.77%", "expression", ("1.77%",)),  # working, with its result
        ("31/1750≈0.0177", "expression", ("0.0177",)),
        ("1.5*103", "expression", ()),  # not 10³
    ],
)
def test_what_has_no_plain_reading_is_asked_about(typed: str, code: str, suggestions: tuple[str, ...]):
    assert read_number(typed) == Unreadable(code, suggestions=suggestions)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        (" \t\u3000", "empty"),  # only spaces
        ("\u200b", "empty"),  # nothing to be seen
        ("元", "empty"),  # a unit without a number
        ("约", "empty"),  # an announcement without a number
        ("1/0", "division_by_zero"),
        ("0/000", "division_by_zero"),
        ("零分之一", "division_by_zero"),
        ("1 1/0", "division_by_zero"),
        ("nan", "not_finite"),  # float() would take these
        ("inf", "not_finite"),
        ("-Infinity", "not_finite"),
        ("∞", "not_finite"),
        ("负无穷", "not_finite"),
        ("无穷大", "not_finite"),
        ("1000000000000001", "too_large"),  # one more than the largest
        ("-1e16", "too_large"),
        ("1001万亿", "too_large"),
        ("1e31", "too_large"),  # the power is never built
        ("1e-31", "too_large"),
        ("1e999999999999999999", "too_large"),
        ("1×10⁹⁹", "too_large"),
        ("abc", "not_a_number"),
        ("两百块钱吧", "not_a_number"),  # a remark, not a number
        ("5以上", "not_a_number"),  # any number above it
        ("1_000", "not_a_number"),  # int() would take this
        ("0x10", "not_a_number"),
        ("1.2.3", "not_a_number"),
        ("--5", "not_a_number"),
        ("5-", "not_a_number"),
        ("1e", "not_a_number"),
        ("1.5e3.2", "not_a_number"),
        ("½", "not_a_number"),
        ("①", "not_a_number"),
        ("²", "not_a_number"),  # a digit to Python, an exponent to a reader
        ("٣", "not_a_number"),  # digits of other scripts are more likely a slip than an answer
        ("%", "not_a_number"),
        ("80%%", "not_a_number"),
        ("5%元", "not_a_number"),  # money is no share
        ("1.5万%", "not_a_number"),
        ("11成", "not_a_number"),  # more than all of ten
        ("八折", "not_a_number"),  # a price of 80 %, or 80 % off?
        ("2千5万", "not_a_number"),  # units must fall
        ("3:4", "not_a_number"),  # a proportion has two numbers
        ("5±1", "not_a_number"),
        ("三五", "not_a_number"),  # three to five
        ("-", "not_a_number"),
        (".", "not_a_number"),
        ("__import__('os')", "not_a_number"),
        ("\ud800", "not_a_number"),
    ],
)
def test_what_is_no_number_says_why(typed: str, code: str):
    assert read_number(typed) == Unreadable(code)


def test_digits_of_other_scripts_are_refused():
    for point in range(sys.maxunicode + 1):
        digit = chr(point)
        # full-width digits and those of other fonts are the same digits, drawn differently
        if digit.isdecimal() and not unicodedata.normalize("NFKC", digit).isascii():
            assert read_number(digit) == Unreadable("not_a_number"), hex(point)


def test_longest_number_is_read_and_one_character_more_is_too_long():
    longest = "0." + "7" * (MAX_CHARACTERS - 2)
    read = read_number(f" {longest} ")  # the spaces around do not count
    assert isinstance(read, Number) and read.value == Fraction(longest)
    assert read_number(longest + "7") == Unreadable("too_long")


@pytest.mark.parametrize("piece", ["9", "1-", "1,", "一百", "1 2", "分之", "万亿", "(", "1e", "又1/"])
def test_text_longer_than_any_number_is_refused_before_it_is_read(piece: str):
    assert read_number(piece * 100_000) == Unreadable("too_long")  # what reading costs: make bench


@given(st.integers(-(10**15), 10**15), st.integers(0, 6))
def test_written_decimal_is_read_back_exactly(digits: int, places: int):
    written = Decimal(digits).scaleb(-places)
    number, step = Fraction(written), Fraction(1, 10**places)
    plain, grouped = f"{written:f}", f"{written:,f}"
    full_width = plain.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    for typed in (plain, grouped, grouped.replace(",", "，"), grouped.replace(",", " "), full_width):
        assert read_number(typed) == Number(number, False, step)
    assert read_number(f"{plain}%") == Number(number / 100, True, step / 100)
    assert read_number(f"¥{grouped} 元") == Number(number, False, step)
    assert read_number(f"{plain}e-3") == Number(number / 1000, False, step / 1000)


@given(st.integers(-(10**6), 10**6), st.integers(0, 3), st.sampled_from([("万", WAN), ("亿", YI)]))
def test_written_unit_multiplies(digits: int, places: int, unit: tuple[str, int]):
    written = Decimal(digits).scaleb(-places)
    word, worth = unit
    read = read_number(f"{written:f}{word}")
    assert read == Number(Fraction(written) * worth, False, Fraction(worth, 10**places))


@given(st.fractions(max_denominator=10**6, min_value=-(10**6), max_value=10**6))
def test_written_fraction_is_read_back_exactly(value: Fraction):
    read = read_number(f"{value.numerator}/{value.denominator}")
    assert read == Number(value, False, Fraction(0))


@given(
    st.text(
        st.sampled_from("0123456789,./%+-−—~¥元 ．，。eE^*万亿百分之一二两零点成又约=()") | st.characters()
    )
)
def test_any_text_is_a_number_or_has_a_known_reason(text: str):
    outcome = read_number(text)
    if isinstance(outcome, Unreadable):
        assert outcome.code in CODES
        for suggestion in outcome.suggestions:
            assert isinstance(read_number(suggestion), Number)
    else:
        assert abs(outcome.value) <= 10**15
        # the value is a whole number of its last places, except a fraction, which is exact
        assert outcome.step == 0 or (outcome.value / outcome.step).denominator == 1
