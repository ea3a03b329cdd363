"""What a set of chosen options is worth under each policy."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from question_bank.marking.choices import ChoicePolicy, share_earned

ALL, PART, MINUS = ChoicePolicy  # in the order they are declared
KEYS = st.frozensets(st.sampled_from("ABCDE"))


@pytest.mark.parametrize(
    ("chosen", "right", "policy", "incomplete", "share"),
    [
        ("AC", "AC", ALL, None, "1"),
        ("A", "AC", ALL, None, "0"),
        ("ABC", "AC", ALL, None, "0"),
        ("A", "AC", PART, None, "1/2"),  # each right option counts alike
        ("A", "ABC", PART, "1/2", "1/2"),  # or the share the author fixed, however many are missing
        ("AB", "AC", PART, "1/2", "0"),  # one wrong option takes everything
        ("AC", "AC", PART, "1/2", "1"),  # a complete choice is never a part
        ("AB", "ABC", MINUS, None, "2/3"),
        ("ABD", "ABC", MINUS, None, "1/3"),
        ("DE", "ABC", MINUS, None, "0"),  # never below nothing
    ],
)
def test_choice_earns_its_share(chosen: str, right: str, policy: ChoicePolicy, incomplete, share: str):
    fixed = Fraction(incomplete) if incomplete else None
    assert share_earned(frozenset(chosen), frozenset(right), policy, fixed) == Fraction(share)


@given(KEYS, KEYS.filter(bool), st.sampled_from(ChoicePolicy))
def test_only_the_right_options_alone_earn_everything(chosen, right, policy):
    share = share_earned(chosen, right, policy)
    assert 0 <= share <= 1
    assert (share == 1) == (chosen == right)


@given(KEYS, KEYS.filter(bool), st.sampled_from("ABCDE"), st.sampled_from(ChoicePolicy))
def test_one_more_wrong_option_never_helps(chosen, right, more, policy):
    if more not in right:
        assert share_earned(chosen | {more}, right, policy) <= share_earned(chosen, right, policy)


@given(KEYS, KEYS.filter(bool))
def test_all_or_nothing_is_the_strictest_policy(chosen, right):
    strict = share_earned(chosen, right, ALL)
    assert all(strict <= share_earned(chosen, right, policy) for policy in (PART, MINUS))
