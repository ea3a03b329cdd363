"""Terms of the course that are names for the same thing, in every question (content/synonyms.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from question_bank.marking.text_profile import normalise


@dataclass(frozen=True)
class Synonyms:
    """Groups of whole terms; every term of a group may stand for every other."""

    groups: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _group_of(self) -> Mapping[str, tuple[str, ...]]:
        return {normalise(term): group for group in self.groups for term in group}

    def others(self, answer: str) -> tuple[str, ...]:
        """List the other names of an answer that is, as a whole, one of the terms."""
        reading = normalise(answer)
        return tuple(term for term in self._group_of.get(reading, ()) if normalise(term) != reading)


def make_synonyms(terms: Iterable[Sequence[str]], inside: Iterable[tuple[str, str, str]]) -> Synonyms:
    """Build the table from groups of terms and from (word, other word, term).

    Inside that term, and inside the other names of it, the other word may stand for the first:
    (客户, 顾客, 客户终身价值) adds 顾客终身价值 to whatever group 客户终身价值 is in.
    """
    groups = [list(group) for group in terms]
    group_of = {normalise(term): group for group in groups for term in group}
    for word, other_word, term in inside:
        group = group_of.get(normalise(term))
        if group is None:
            group = group_of[normalise(term)] = [term]
            groups.append(group)
        for name in [name for name in group if word in name]:
            variant = name.replace(word, other_word)
            if group_of.setdefault(normalise(variant), group) is group and variant not in group:
                group.append(variant)
    return Synonyms(tuple(map(tuple, groups)))
