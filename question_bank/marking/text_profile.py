"""How a typed answer is read before it is compared: an ordered list of small, named steps.

Both sides are read by the same steps, so an author may write answers in any of the forms. A question
can switch a step off by its name where the difference it folds is what is being asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from opencc import OpenCC

from question_bank.marking.characters import CJK, INVISIBLE, PILE_OF_ACCENTS, PUNCTUATION, WIDTH
from question_bank.text import Text

_LATIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"
_SPACES = re.compile(r"\s+")
# one space, not many: a run that is tried again from each of its spaces takes quadratic time
_SPACE_TO_DROP = re.compile(rf"(?<![{_LATIN}]) | (?![{_LATIN}])")
_QUOTING_APOSTROPHE = re.compile(rf"(?<![{_LATIN}])'|'(?![{_LATIN}])")
_DASHES = re.compile(r"-{2,}")
_DOT_IN_NAME = re.compile(rf"(?<=[{CJK}])\.(?=[{CJK}])")
_END_MARKS = " .,;:!?"
# the commonest answers by far: nothing in them for any step but the one for Traditional characters
_PLAIN = re.compile("[\u4e00-\u9fff0-9a-z]*")


@dataclass(frozen=True)
class Step:
    """One step of the profile: its name in question files, and what it makes the same."""

    name: str
    fold: Callable[[str], str]
    says: Text


@dataclass(frozen=True)
class Reading:
    """A typed answer, the form in which it is compared, and the names of the steps that changed it."""

    typed: str
    text: str
    steps: tuple[str, ...] = ()


def drop_invisible(text: str) -> str:
    """Drop control characters, zero-width characters and marks of direction."""
    return text.translate(INVISIBLE)


def fold_width(text: str) -> str:
    """Read full-width and other compatibility forms as the plain character; ½, ① and ² stay."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", PILE_OF_ACCENTS.sub(r"\1", text.translate(WIDTH)))


def fold_punctuation(text: str) -> str:
    """Read Chinese marks as Latin ones and every bracket as a round one; drop quotes and middle dots."""
    text = _QUOTING_APOSTROPHE.sub("", text.translate(PUNCTUATION))
    return _DOT_IN_NAME.sub("", _DASHES.sub("-", text))


def fold_spaces(text: str) -> str:
    """Keep one space between Latin words and none anywhere else."""
    return _SPACE_TO_DROP.sub("", _SPACES.sub(" ", text))


def fold_traditional(text: str) -> str:
    """Read Traditional Chinese characters as Simplified ones."""
    # OpenCC takes UTF-8, which has no place for a lone surrogate
    return str(_to_simplified().convert(text.encode("utf-8", "replace").decode()))


def fold_case(text: str) -> str:
    """Read capital letters as small ones."""
    return text.casefold()


def trim_ends(text: str) -> str:
    """Drop punctuation at both ends, and brackets around the whole answer or without a partner."""
    partner = _bracket_partners(text)
    start, end = 0, len(text)
    while start < end:
        first, last = text[start], text[end - 1]
        if last in _END_MARKS or (last in "()" and end - 1 not in partner):
            end -= 1
        elif first in _END_MARKS and not text[start + 1 : start + 2].isdigit():  # .5 is a number
            start += 1
        elif (first in "()" and start not in partner) or partner.get(start) == end - 1:
            end -= start in partner
            start += 1
        else:
            break
    return text[start:end]


def _bracket_partners(text: str) -> dict[int, int]:
    if "(" not in text and ")" not in text:
        return {}
    partner: dict[int, int] = {}
    waiting: list[int] = []
    for found in re.finditer(r"[()]", text):
        if found[0] == "(":
            waiting.append(found.start())
        elif waiting:
            opened = waiting.pop()
            partner |= {opened: found.start(), found.start(): opened}
    return partner


STEPS: tuple[Step, ...] = (
    Step("invisible", drop_invisible, Text("去掉看不见的字符", "drop invisible characters")),
    Step("width", fold_width, Text("全角等同半角：ＣＲＭ＝CRM", "full width as half width: ＣＲＭ = CRM")),
    Step(
        "punctuation",
        fold_punctuation,
        Text("中英文标点、引号、括号等同", "Chinese and Latin punctuation, quotes and brackets alike"),
    ),
    # before the characters: OpenCC knows the word 藉口, not the characters 藉 口
    Step("spaces", fold_spaces, Text("汉字旁边的空格不计", "spaces beside Chinese characters do not count")),
    Step("traditional", fold_traditional, Text("繁体等同简体", "Traditional as Simplified characters")),
    Step("case", fold_case, Text("不分大小写", "capital letters as small ones")),
    Step("ends", trim_ends, Text("首尾的标点不计", "punctuation at both ends does not count")),
)


REMEMBERED_CHARACTERS = 60  # longer texts are rarely given twice


@dataclass(frozen=True)
class TextProfile:
    """The steps that are left when those named in ``without`` are switched off."""

    without: frozenset[str] = frozenset()

    def read(self, text: str) -> Reading:
        """Return the form of a typed answer that is compared, and which steps it took."""
        return _read_once(self, text) if len(text) <= REMEMBERED_CHARACTERS else self._read(text)

    def _read(self, text: str) -> Reading:
        typed = text
        taken = []
        for step in _ONLY_TRADITIONAL if _PLAIN.fullmatch(text) else STEPS:
            if step.name in self.without:
                continue
            folded = step.fold(text)
            if folded != text:
                taken.append(step.name)
                text = folded
        return Reading(typed, text, tuple(taken))


@lru_cache(maxsize=8192)
def _read_once(profile: TextProfile, text: str) -> Reading:
    """Read a short text the first time it is seen: keys and common answers come again and again."""
    return profile._read(text)


_ONLY_TRADITIONAL = tuple(step for step in STEPS if step.name == "traditional")
WHOLE_PROFILE = TextProfile()


def normalise(text: str) -> str:
    """Return the form of a typed answer that is compared with accepted answers in the same form."""
    return WHOLE_PROFILE.read(text).text


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")
