"""What a typed answer is read as before it is compared: every row is a decision."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from question_bank.marking import normalise

# Characters on which the steps of the profile meet: both widths, both scripts, cases, spaces, punctuation.
AWKWARD = "客藉口乾隆滿满ＡａB İßŉ\u3000\u00a0\t\n。，,．.“”()（）½①％%1２\u200b\U0002070e\U00020000\u344e"

# 薴 is left out: OpenCC reads it as 苧 and 苧 as 苎, the only chain in its table.
ANY_TEXT = st.text(
    st.sampled_from(AWKWARD) | st.characters(exclude_characters="薴") | st.characters(categories=["Cs"])
)


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("ＣＲＭ", "crm"),  # full-width letters are the same letters
        ("８０％", "80%"),  # and so are full-width digits and signs
        ("客户　关系", "客户关系"),  # the full-width space is a space
        ("客戶滿意", "客户满意"),  # Traditional is read as Simplified
        ("藉口", "借口"),  # by words, not only by characters
        ("藉 口", "借口"),  # a space inside a word does not hide the word
        ("乾隆", "乾隆"),  # and a name keeps the character it is written with
        ("CRM", "crm"),  # capitals do not matter
        ("Straße", "strasse"),  # case folding, not only lower case
        ("客户 关系", "客户关系"),  # a space between Chinese characters means nothing
        ("RFM 模型", "rfm模型"),  # nor does one beside a Chinese character
        ("𠮷 a", "𠮷a"),  # rare Chinese characters are Chinese characters
        ("customer   value", "customer value"),  # between Latin words one space is kept
        ("customer\tvalue", "customer value"),  # whatever kind of space it was
        ("  满意  ", "满意"),  # spaces at the ends
        ("满意。", "满意"),  # punctuation at the end
        ("“满意”", "满意"),  # quotes
        ("《满意》！", "满意"),  # more than one mark
        ("（满意）", "满意"),  # brackets round the whole answer
        (" 。 满意 。 ", "满意"),  # marks and spaces mixed
        ("。，！", ""),  # nothing but punctuation is nothing
        ("", ""),
        ("   ", ""),
    ],
)
def test_typed_answer_is_read_as(typed: str, read_as: str):
    assert normalise(typed) == read_as


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("满意", "不满意"),  # a negation is another answer
        ("竞争性", "非竞争性"),
        ("½", "1/2"),  # compatibility characters are not rewritten
        ("①", "1"),
        ("产品、服务", "产品服务"),  # punctuation inside an answer stays
        ("80.5%", "805%"),
        ("80%", "80"),  # the percent sign says something
        ("-5", "5"),  # and so does the minus
        ("customer value", "customervalue"),  # two Latin words are not one
        ("忠诚", "衷诚"),  # a wrong character is a wrong character
    ],
)
def test_different_answers_stay_different(one: str, other: str):
    assert normalise(one) != normalise(other)


@given(ANY_TEXT)
@example("藉 口")
@example("ß。 a。")
@example("\ud800")
def test_reading_what_was_read_changes_nothing(text: str):
    assert normalise(normalise(text)) == normalise(text)


@given(ANY_TEXT)
def test_surrounding_marks_and_width_of_spaces_never_matter(text: str):
    assert normalise(f" “{text}”。\u3000") == normalise(text)


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E)))
def test_full_width_and_capitals_read_the_same(text: str):
    full_width = "".join(chr(ord(character) + 0xFEE0) for character in text)
    assert normalise(full_width) == normalise(text) == normalise(text.upper())


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("滿" * 33_334, 33_334),  # 100 kB of Chinese
        (" " * 100_000 + "a", 1),  # one long run of spaces, which a careless pattern reads in hours
        ("a" + " " * 100_000 + "b", 3),
        ("。" * 33_334, 0),
        ("a 。" * 20_000, 39_999),  # spaces go, and only the very ends are trimmed
    ],
    ids=["chinese", "leading spaces", "inner spaces", "punctuation", "mixed"],
)
def test_hundred_kilobytes_are_read(text: str, length: int):
    assert len(normalise(text)) == length
