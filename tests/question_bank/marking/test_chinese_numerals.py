"""Which spelled numbers have a value, and which are malformed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.chinese_numerals import Numeral, read_numeral, read_shortened


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        ("零", 0),
        ("〇", 0),  # the round zero
        ("五", 5),
        ("两", 2),  # the two of counting
        ("十", 10),  # ten needs no 一
        ("十五", 15),
        ("一十五", 15),  # but may have one
        ("八十", 80),
        ("九十九", 99),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十", 110),
        ("一百十五", 115),  # said in the south
        ("两百二十", 220),
        ("一千零五", 1005),
        ("一千零五十", 1050),
        ("一千五十", 1050),  # 零 left out, yet no other reading
        ("一千五百", 1500),
        ("两千零二十四", 2024),
        ("一万", 10_000),
        ("一万零二", 10_002),
        ("一万二千", 12_000),
        ("十万零五千", 105_000),
        ("十万五千", 105_000),  # 零 after a round section is optional
        ("一百二十万", 1_200_000),
        ("三千零二十万零五", 30_200_005),
        ("一亿", 10**8),
        ("一亿零五百万", 105_000_000),
        ("两亿三千万", 230_000_000),
        ("一万亿", 10**12),
        ("二〇二四", 2024),  # digit by digit, as years are
        ("一九九八", 1998),
        ("二零", 20),
        ("壹佰贰拾", 120),  # financial
        ("叁萬伍仟", 35_000),
        ("兩億", 2 * 10**8),  # Traditional
    ],
)
def test_a_whole_numeral_names_every_place(spelled: str, value: int):
    assert read_numeral(spelled) == Numeral(Fraction(value), Fraction(1))


@pytest.mark.parametrize(
    ("spelled", "value", "step"),
    [
        ("零点八", "0.8", "0.1"),
        ("三点五", "3.5", "0.1"),
        ("三点五零", "3.5", "0.01"),  # the zero at the end says how exact it is
        ("十二点零五", "12.05", "0.01"),
        ("两点五", "2.5", "0.1"),
        ("三点五万", "35000", "1000"),  # the place is a tenth of 万
        ("一点二亿", "120000000", "10000000"),
        ("三點五", "3.5", "0.1"),
    ],
)
def test_a_decimal_numeral_is_exact(spelled: str, value: str, step: str):
    assert read_numeral(spelled) == Numeral(Fraction(value), Fraction(step))


@pytest.mark.parametrize(
    "spelled",
    [
        "",
        "百",  # a hundred is 一百
        "万",
        "点五",  # nothing before the point
        "三点",  # nothing after it
        "八点点",
        "三点五点二",
        "三点十",  # decimals are digits
        "十十",
        "百二十百",
        "二十三十",
        "一百百",
        "十百",  # units must fall
        "一百二千",
        "一亿亿",
        "一百零二十",  # 零 where no place is missing
        "零五",  # a numeral does not begin with zero
        "一零零百",
        "两十",  # twenty is 二十
        "十两",  # a weight
        "一百零两",
        "三五",  # three to five
        "七八十",  # seventy to eighty
        "一百二",  # short for 120: for read_shortened
        "一万二",
        "负三",  # signs are read elsewhere
        "3",
        "八十元",
        "甲",
    ],
)
def test_a_malformed_numeral_has_no_value(spelled: str):
    assert read_numeral(spelled) is None


@pytest.mark.parametrize(
    ("spelled", "value"),
    [
        ("一百二", 120),
        ("三千六", 3600),
        ("一万二", 12_000),
        ("一百二十万五", 1_205_000),
        ("一亿二", 120_000_000),
        ("一百零二", None),  # nothing is left out
        ("一百二十", None),
        ("百二", None),  # the head is no numeral
        ("三点五万二", None),
        ("二", None),
    ],
)
def test_a_shortened_numeral_has_a_likely_meaning(spelled: str, value: int | None):
    assert read_shortened(spelled) == value


def spell(number: int) -> str:
    """Spell a number by the schoolbook rules, from the digits down: the reference for the reader."""
    if number == 0:
        return "零"
    sections = []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    text, gap = "", False
    for index, section in reversed(list(enumerate(sections))):
        if section:
            padded = gap or (text and section < 1000)
            text += ("零" if padded else "") + spell_section(section) + ["", "万", "亿"][index]
        gap = bool(text) and section == 0
    return text


def spell_section(section: int) -> str:
    text, gap = "", False
    for place, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // place % 10
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + word
        gap = digit == 0
    return text


@given(st.integers(0, 10**12 - 1))
def test_a_spelled_number_is_read_back(number: int):
    assert read_numeral(spell(number)) == Numeral(Fraction(number), Fraction(1))


@given(st.integers(0, 99_999), st.text("0123456789", min_size=1, max_size=6))
def test_spelled_decimals_are_read_back(whole: int, decimals: str):
    spelled = spell(whole) + "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in decimals)
    assert read_numeral(spelled) == Numeral(Fraction(f"{whole}.{decimals}"), Fraction(1, 10 ** len(decimals)))


@given(st.text(st.sampled_from("零一二两三五九十百千万亿点〇壹萬"), max_size=40))
def test_any_characters_have_an_exact_value_or_none(text: str):
    numeral = read_numeral(text)
    if numeral is not None:
        assert (numeral.value / numeral.step).denominator == 1
        assert read_shortened(text) is None, "one text, one reading"
