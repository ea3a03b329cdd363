"""Who gains and who loses when a question is changed after it was answered. Nothing is written here.

An answer was given to the question as it stood then. Where it cannot be carried over to the new revision
without guessing, the list says so and the mark that counts stays: such an answer never turns into zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from question_bank.marking import AwaitsMarker, Mark, Points, Unreadable, Worth, normalise
from question_bank.text import Text
from question_bank.types import ChoiceQuestion, FillQuestion, KeyPoint, Question, WrittenQuestion


@dataclass(frozen=True)
class GivenAnswer:
    """An answer as it was given, and the worth that counts today.

    ``question`` is the revision it was given to, which a mark may since have left behind; ``can_ask`` is
    what ``Question.mark`` was told then, so that the same question gives the same mark again.
    """

    id: str
    question: Question
    response: tuple[str, ...]
    worth: Mark | Unreadable
    can_ask: bool = True


@dataclass(frozen=True)
class CannotRemark:
    """Why an answer cannot be carried over to the new revision; a person has to look at it.

    Codes: ``type_changed``, ``blanks_changed``, ``option_gone``, ``option_unseen``.
    """

    code: str
    why: Text


Remarked: TypeAlias = Worth | CannotRemark
"""What remarking gives: a worth by the new revision, or why there is none."""


@dataclass(frozen=True)
class Change:
    """An answer whose worth is another one by the new revision, or can no longer be said."""

    id: str
    before: Mark | Unreadable
    after: Remarked

    @property
    def difference(self) -> Points:
        """The share of the question's points that is gained (above 0) or lost (below 0), -1 to 1.

        A share, because the total may be another one: 1 of 2 and 2 of 4 are the same. An unreadable answer
        counts as nothing, as it does in a score. It is 0 as long as a person has to decide.
        """
        if isinstance(self.after, AwaitsMarker | CannotRemark):
            return 0
        return _share(self.after) - _share(self.before)


def remark(answers: Iterable[GivenAnswer], revision: Question) -> tuple[Change, ...]:
    """Return what changes when answers to older revisions are marked by this one, in the order given.

    Answers whose worth stays are left out. Marks given under other rules (``RULES_VERSION``) may change
    although the question did not: all are marked by the rules of today.

    Raises:
        ValueError: an answer was given to another question.
    """
    changes = []
    for given in answers:
        if given.question.id != revision.id:
            raise ValueError(f"answer {given.id} is to {given.question.id}, not to {revision.id}")
        change = Change(given.id, given.worth, _mark_again(given, revision))
        if _is_other(change.before, change.after):
            changes.append(change)
    return tuple(changes)


def _mark_again(given: GivenAnswer, revision: Question) -> Remarked:
    old = given.question
    if old.type != revision.type:
        return _TYPE_CHANGED
    if isinstance(old, ChoiceQuestion) and isinstance(revision, ChoiceQuestion):
        return _mark_choice(given, old, revision)
    if isinstance(revision, WrittenQuestion):
        return _mark_written(given, revision)
    # a blank has no name but its number: which one was added or removed nobody can tell
    if _count_blanks(old) != _count_blanks(revision):
        return _BLANKS_CHANGED
    return revision.mark(given.response, can_ask=given.can_ask)


def _count_blanks(question: Question) -> int:
    return len(question.blanks) if isinstance(question, FillQuestion) else 0


def _mark_choice(given: GivenAnswer, old: ChoiceQuestion, new: ChoiceQuestion) -> Remarked:
    read = old.read(given.response)
    if read.problem is not None:
        return read.problem
    new_key = _new_keys(old, new)
    if not set(read.parts) <= set(new_key):
        return _OPTION_GONE
    # only a right one matters: leaving out a wrong option that was not there is what anybody would do
    if not new.correct_keys <= set(new_key.values()):
        return _OPTION_UNSEEN
    return new.mark([new_key[key] for key in read.parts], can_ask=given.can_ask)


def _new_keys(old: ChoiceQuestion, new: ChoiceQuestion) -> Mapping[str, str]:
    """Return the key an old option has in the new revision; one that is gone has none.

    Options are the same when they read the same, wherever they stand. One that is found nowhere was
    reworded if a text nobody knows stands in its place, and no option was added or removed: after
    that a place says nothing.
    """
    old_texts = {key: normalise(option.text) or option.text for key, option in old.keyed_options}
    new_texts = {key: normalise(option.text) or option.text for key, option in new.keyed_options}
    key_of = {text: key for key, text in new_texts.items()}
    found = {key: key_of[text] for key, text in old_texts.items() if text in key_of}
    if len(old.options) != len(new.options):
        return found
    known = set(old_texts.values())
    reworded = {key: key for key in old_texts.keys() - found.keys() if new_texts[key] not in known}
    return found | reworded


def _mark_written(given: GivenAnswer, new: WrittenQuestion) -> Remarked:
    """Keep the mark a person gave for these very key points; any other needs a person again.

    The key terms do not matter: they only suggest what a person then decides.
    """
    worth = new.mark(given.response, can_ask=given.can_ask)
    if isinstance(worth, Unreadable) or not isinstance(given.worth, Mark):
        return worth
    # by the mark, not the revision that was answered: the points may have changed before, and been marked
    marked = sorted((normalise(part.accepted), part.total) for part in given.worth.parts)
    return given.worth if marked == sorted(map(_read_point, new.key_points)) else worth


def _read_point(point: KeyPoint) -> tuple[str, Points]:
    return normalise(point.text), point.points


def _is_other(before: Mark | Unreadable, after: Remarked) -> bool:
    if isinstance(before, Mark) and isinstance(after, Mark):
        return (before.earned, before.total) != (after.earned, after.total)
    # why an answer cannot be read is no worth: either way it has none
    return not (isinstance(before, Unreadable) and isinstance(after, Unreadable))


def _share(worth: Mark | Unreadable) -> Fraction:
    return Fraction(worth.earned) / worth.total if isinstance(worth, Mark) else Fraction(0)


_TYPE_CHANGED = CannotRemark(
    "type_changed",
    Text("题型改了，原来的作答无法重判", "The question has another type now; the answer does not fit it."),
)
_BLANKS_CHANGED = CannotRemark(
    "blanks_changed",
    Text(
        "空的数目改了，无法确定原来的作答对应哪个空",
        "The number of blanks has changed; which answer belongs to which blank cannot be told.",
    ),
)
_OPTION_GONE = CannotRemark(
    "option_gone",
    Text("所选的选项已经没有了", "An option that was chosen is no longer there."),
)
_OPTION_UNSEEN = CannotRemark(
    "option_unseen",
    Text("作答时还没有现在的正确选项", "A right option was not there when the question was answered."),
)
