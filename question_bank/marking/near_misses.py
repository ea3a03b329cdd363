"""Slips of the pen: a wrong answer that is an accepted one with a wrong or missing character.

A slip earns nothing. It is named so that the student sees what to check and the teacher finds it again.
Only differences that cannot be a difference in meaning count: 价格 for 价值 is no slip.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from question_bank.marking.look_alikes import look_alike

LONGEST_COMPARED = 60  # characters; no term of the course is longer, and distances cost their product
_SHORTEST_WITH_A_GAP = 4
_LATIN_LETTERS_PER_SLIP = 4
_SUFFIXES = frozenset("性型")  # 必备性 for 必备 is another form of the word, not a slip
_ENDINGS = frozenset("度率量值力化者感额")  # 满意 for 满意度 is another term, although only one is missing
_CHANGES_MEANING = frozenset("不非无未没否勿反正高低大小多少新老内外前后上下主被总净均单双半0123456789")
_OTHER_MEANING = ("买卖", "收售", "和与及或,")  # they sound or look alike, and a student may mean either
_JOINERS = frozenset(",和与及或")
# pairs of beginnings and of endings that make another word of a Latin one
_PREFIXES = frozenset(
    ("", "a", "e", "de", "dis", "ex", "extra", "im", "in", "inter", "intra", "ma", "mi", "non", "un")
)
_ENDS_OF_PERSONS = frozenset(("e", "r"))


@dataclass(frozen=True)
class Slip:
    """Why a wrong answer is close: ``same_sound``, ``look_alike``, ``one_character`` or ``misspelt``.

    ``characters`` are those to check, as typed; empty when one is missing. ``answer`` is the accepted one.
    """

    code: str
    characters: str
    answer: str


def find_nearest(reading: str, accepted: Sequence[str]) -> str:
    """Return the accepted answer with the fewest changes to a folded answer; the first of equal ones."""
    found = process.extractOne(
        reading[:LONGEST_COMPARED], accepted, scorer=Levenshtein.distance, processor=None
    )
    return str(found[0]) if found else ""


def by_length(accepted: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    """Return answers by their length, for ``find_slip``."""
    found: dict[int, tuple[str, ...]] = {}
    for answer in accepted:
        found[len(answer)] = (*found.get(len(answer), ()), answer)
    return found


def find_slip(reading: str, accepted: Mapping[int, tuple[str, ...]]) -> Slip | None:
    """Return how a folded wrong answer came about from an accepted one by a slip of the pen."""
    length = len(reading)
    if not 1 < length <= LONGEST_COMPARED:
        return None
    for near in (length, length + 1, length - 1, length + 2, length - 2):
        for answer in accepted.get(near, ()):
            if slip := _compare(reading, answer):
                return slip
    return None


def _compare(reading: str, answer: str) -> Slip | None:
    if answer.isascii():
        return _misspelling(reading, answer)
    if len(reading) == len(answer):
        return _exchanged_characters(reading, answer)
    return _missing_or_doubled(reading, answer)


def _misspelling(reading: str, answer: str) -> Slip | None:
    slips = len(answer) // _LATIN_LETTERS_PER_SLIP
    letters = reading.replace(" ", "").replace("-", "").replace("'", "")
    if not slips or not letters.isascii() or not letters.isalpha():
        return None
    if _is_another_word(reading, answer):
        return None
    # an abbreviation of four letters may differ from another by one
    is_near = len(answer) > _LATIN_LETTERS_PER_SLIP and OSA.distance(reading, answer) <= min(slips, 2)
    return Slip("misspelt", reading, answer) if is_near else None


def _is_another_word(reading: str, answer: str) -> bool:
    """Whether two Latin words differ by a prefix (explicit, implicit) or as employer and employee do."""
    pairs = zip(reversed(reading), reversed(answer), strict=False)
    same_end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    beginnings = {reading[: len(reading) - same_end], answer[: len(answer) - same_end]}
    are_persons = reading[:-1] == answer[:-1] and {reading[-1], answer[-1]} == _ENDS_OF_PERSONS
    return are_persons or beginnings <= _PREFIXES


def _exchanged_characters(reading: str, answer: str) -> Slip | None:
    pairs = [pair for pair in zip(reading, answer, strict=True) if pair[0] != pair[1]]
    characters = "".join(typed for typed, _ in pairs)
    # nothing in common but the sound: 精力 is a word of its own and no slip for 经历
    if len(pairs) == len(answer) or not _SUFFIXES.isdisjoint(characters):
        return None
    if any(typed in group and meant in group for typed, meant in pairs for group in _OTHER_MEANING):
        return None
    if all(_sound_alike(*pair) for pair in pairs):
        return Slip("same_sound", characters, answer)
    if all(look_alike(*pair) or _sound_alike(*pair) for pair in pairs):
        return Slip("look_alike", characters, answer)
    is_transposed = len(pairs) == 2 and sorted(p[0] for p in pairs) == sorted(p[1] for p in pairs)
    if is_transposed and len(answer) >= _SHORTEST_WITH_A_GAP and OSA.distance(reading, answer) == 1:
        return Slip("one_character", characters, answer)
    return None


def _missing_or_doubled(reading: str, answer: str) -> Slip | None:
    if len(answer) < _SHORTEST_WITH_A_GAP:
        return None
    longer, shorter = (reading, answer) if len(reading) > len(answer) else (answer, reading)
    place = _gap(longer, shorter)
    if place is None or longer[place] in _CHANGES_MEANING | _SUFFIXES | _JOINERS:
        return None
    if longer is answer:
        if place == len(reading) and answer[place] in _ENDINGS:
            return None
        return Slip("one_character", "", answer)
    is_doubled = longer[place] in longer[max(place - 1, 0) : place] + longer[place + 1 : place + 2]
    return Slip("one_character", longer[place], answer) if is_doubled else None


def _gap(longer: str, shorter: str) -> int | None:
    """Return where ``longer`` holds one character more than ``shorter``, or None."""
    if len(longer) != len(shorter) + 1:
        return None
    place = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return place if longer[place + 1 :] == shorter[place:] else None


def _sound_alike(first: str, second: str) -> bool:
    return not _syllables(first).isdisjoint(_syllables(second))


@lru_cache(maxsize=4096)
def _syllables(character: str) -> frozenset[str]:
    """Return the readings of a character without their tones: 中 and 衷 are both zhong."""
    sounds = _sounds().get(ord(character), "")
    plain = unicodedata.normalize("NFD", sounds).replace("u\u0308", "v")
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(letters.split(",")) - {""}


@cache
def _sounds() -> dict[int, str]:
    # here and not above: the dictionary is large, and most processes never see a near miss
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # its table of phrases is larger still, and not used
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict
