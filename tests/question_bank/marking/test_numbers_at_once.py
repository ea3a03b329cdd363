"""What is read at once, without the long way through the forms of numbers, is read the same."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from question_bank.marking import read_number


def the_long_way(typed: str) -> object:
    """Read with an equals sign in front, which says nothing but is no part of a simple form."""
    return read_number(f"={typed}")


@given(st.from_regex(r"-?[0-9]{1,12}(\.[0-9]{1,12})?%?", fullmatch=True))
def test_simple_numbers(typed: str):
    assert read_number(typed) == the_long_way(typed)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12))
@example("满意度")
@example("百分之八十")
@example("三心二意")
@example("无限大")
@example("人民币")
@example("约一半")
def test_words(typed: str):
    assert read_number(typed) == the_long_way(typed)
