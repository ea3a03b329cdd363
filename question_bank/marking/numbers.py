"""The one reader of typed numbers, for blanks and for calculators. Exact throughout; nothing is guessed.

What has no plain reading is ``Unreadable``, with the forms the student may have meant: each of those reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from question_bank.marking.mark import Unreadable
from question_bank.marking.number_forms import MULTIPLE, SHARE, Number, Reading, read_form
from question_bank.marking.text_profile import fold_width

__all__ = ["MAX_CHARACTERS", "Number", "read_number", "read_range", "read_rate"]

MAX_CHARACTERS = 40  # longer than any number of the course; keeps reading time bounded

_SAME_SIGN = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63负負", "-")
    | dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", "")  # invisible, and pasted without being noticed
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
    | {"﹢": "+", "﹪": "%", "￥": "¥", "\u2044": "/", "\u2215": "/", "×": "*", "〜": "~", "\u223c": "~"}
    | {"≈": "=", "約": "约", "萬": "万", "億": "亿", "圓": "圆", "塊": "块", "點": "点", "｡": "。"}
)
# what is typed most: read at once, with the same result as by the long way
_SIMPLE = re.compile(r"(?P<whole>-?[0-9]{1,12})(?:\.(?P<decimals>[0-9]{1,12}))?(?P<percent>%)?")
# a word without any character that numbers, their units or what stands around them are written with
_PLAIN_WORD = re.compile(
    "(?:(?![零〇一二两兩三四五六七八九十百千万亿壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億半点點分之成又负負正约約大概共合总總"
    "计計等于於为為至到和与與及或左右元圆圓块塊钱錢整人民币幣无無穷窮限])[\u4e00-\u9fff])+"
)
_SUPERSCRIPT = re.compile("[⁺⁻⁰¹²³⁴-⁹]+")
_PLAIN_SCRIPT = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_LEAD = re.compile(r"^(?:\s|=|约等于|约为|大约|约|共计|合计|总计|共)+")  # says only that a number follows
_ROUGHLY = re.compile(r"左右[。\s]*\Z")  # the same as 约 before it
_SPACED_GROUPS = re.compile(
    r"(?<![0-9.,/])(?<![0-9.,/] )[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9,]|\s*/|\s+[0-9])"
)
_IDLE_SPACE = re.compile(r"(?<![0-9.,%‰元万亿\s])\s+|\s+(?![0-9.,\s])")  # 80% 0.8 and 3元 4元 stay apart
_MONEY = re.compile(
    r"(?P<sign>[-+]?)(?P<before>¥|rmb|cny|人民币|)(?P<amount>.*?)"
    r"(?P<after>元人民币|元整|元|圆|块钱|块|yuan|rmb|cny|人民币|)",
    re.DOTALL,
)
_NOT_FINITE = re.compile(r"[-+]?(?:nan|inf|infinity|∞|正?无穷大?|正?无限大?)")
_MIXED = re.compile(r"(?P<sign>[-+]?)(?P<whole>[^\s又]+)(?P<gap>又|\s+)(?P<part>[^\s又+-]+)")
_COMMAS = re.compile(r"(?P<head>\D*)(?P<digits>[0-9]+(?:,[0-9]+)+(?:\.[0-9]*)?)(?P<tail>[^0-9.,]*)")
_EUROPEAN = re.compile(r"(?P<head>\D*)(?P<digits>[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+)(?P<tail>[^0-9.,]*)")
_BETWEEN_NUMBERS = re.compile(r",?\s+|[、;或和与及]|or|and")
_RANGE_SIGN = re.compile(r"(?<=.)[-~至到]")
_BARE = re.compile(r"[-+]?[0-9.,]+")
_SHARED_UNIT = re.compile(rf"[-+]?[0-9.,]+(?P<unit>(?:{SHARE}|{MULTIPLE})元?)")
_WORKING = re.compile(r"[0-9.,%‰e¥元百千万亿=÷*/^()+\-\s]+")
_OPERATOR = re.compile(r"[0-9]\D*[-+*/^÷=]\D*[0-9]|\(\D*[0-9]")


def read_number(raw: str) -> Number | Unreadable:
    """Read one typed number, or say why it cannot be read and what may have been meant.

    Codes: ``empty``, ``too_long``, ``not_finite``, ``too_large``, ``division_by_zero``, ``ambiguous_comma``
    ("0,75"), ``chinese_point`` ("1。5"), ``mixed_number`` ("1 1/2"), ``short_numeral`` ("2万5"),
    ``two_numbers``, ``expression``, ``not_a_number``.
    """
    text = raw.strip()
    if simple := _SIMPLE.fullmatch(text):
        return _read_simple(simple)
    if len(text) > MAX_CHARACTERS:
        return Unreadable("too_long")
    if _PLAIN_WORD.fullmatch(text):
        return Unreadable("not_a_number")
    text = _tidy(text)
    if not text:
        return Unreadable("empty")
    read = _read(text) or _diagnose(text)
    return _suggest(read.code, read.suggestions) if isinstance(read, Unreadable) else read


def _read_simple(match: re.Match[str]) -> Number:
    decimals = match["decimals"] or ""
    step = Fraction(1, 10 ** (len(decimals) + (2 if match["percent"] else 0)))
    return Number(int(match["whole"] + decimals) * step, bool(match["percent"]), step)


def read_rate(raw: str) -> Number | Unreadable:
    """Read a share of something: 1.77% and 0.0177 are plain, a bare 1.77 is asked about.

    Codes: those of ``read_number`` and ``percent_sign_missing``.
    """
    number = read_number(raw)
    if isinstance(number, Unreadable):
        # what is offered for a misplaced comma must not be asked about again
        forms = [form if isinstance(read_rate(form), Number) else form + "%" for form in number.suggestions]
        return replace(number, suggestions=tuple(forms))
    if number.is_percent or abs(number.value) < 1:
        return number
    if not number.step:  # a typed fraction says plainly what it is, also above one
        return number
    places = len(str(number.step.denominator)) - 1
    forms = [_written(number.value, places) + "%"]
    if abs(number.value) < 100:  # 150 typed for 150 % would be asked about again as 1.5
        forms.append(_written(number.value / 100, places + 2))
    return _suggest("percent_sign_missing", forms)


def read_range(raw: str) -> tuple[Number, Number] | None:
    """Read a range with both ends ("1-9", "5%～10%", "1至9"), low end first; None when it is none.

    A unit at the end holds for both ends: "80-90%", "5-10万".
    """
    text = raw.strip()
    return _find_range(_tidy(text)) if len(text) <= MAX_CHARACTERS else None


def _tidy(text: str) -> str:
    """Fold signs and width, and drop what says nothing; a space that might part two numbers stays."""
    text = fold_width(text).lower().replace("——", "~").translate(_SAME_SIGN)
    text = _SUPERSCRIPT.sub(lambda match: "^" + match[0].translate(_PLAIN_SCRIPT), text)
    text = _ROUGHLY.sub("", _LEAD.sub("", text)).rstrip("。 \t\r\n")
    text = _SPACED_GROUPS.sub(lambda match: match[0].replace(" ", ""), text)
    return _IDLE_SPACE.sub("", text)


def _read(text: str) -> Reading:
    """Read a tidy text in one of the known forms, with or without money signs."""
    match = _MONEY.fullmatch(text)
    if match is None:
        return None
    is_money = bool(match["before"] or match["after"])
    if is_money and not match["sign"] + match["amount"]:
        return Unreadable("empty")  # a unit without a number
    read = read_form(match["sign"] + match["amount"])
    return None if is_money and isinstance(read, Number) and read.is_percent else read


def _is_readable(text: str) -> bool:
    return len(text) <= MAX_CHARACTERS and isinstance(_read(_tidy(text)), Number)


def _diagnose(text: str) -> Unreadable:
    for find_fault in _FAULTS:
        fault = find_fault(text)
        if fault is not None:
            return fault
    return Unreadable("not_a_number")


def _find_not_finite(text: str) -> Unreadable | None:
    return Unreadable("not_finite") if _NOT_FINITE.fullmatch(text) else None


def _find_mixed_number(text: str) -> Unreadable | None:
    """Find 1 1/2, which may be 3/2 or a slip for 11/2."""
    match = _MIXED.fullmatch(text)
    if match is None:
        return None
    whole, part = _read(match["whole"]), _read(match["part"])
    if part == Unreadable("division_by_zero"):
        return part
    if not isinstance(whole, Number) or not isinstance(part, Number) or whole.step != 1 or part.step:
        return None
    suggestions = [f"{match['sign']}{whole.value + part.value}"]
    if match["gap"] != "又":
        suggestions.append(match["sign"] + match["whole"] + match["part"])
    return Unreadable("mixed_number", suggestions=tuple(suggestions))


def _find_chinese_point(text: str) -> Unreadable | None:
    pointed = re.sub("(?<=[0-9])[。点](?=[0-9])", ".", text)
    return (
        Unreadable("chinese_point", suggestions=(pointed,))
        if pointed != text and _is_readable(pointed)
        else None
    )


def _find_ambiguous_comma(text: str) -> Unreadable | None:
    """Find commas that are no groups of thousands: 0,75 and 12,34 and 1.234,5."""
    if match := _EUROPEAN.fullmatch(text):
        readings = [match["digits"].replace(".", "").replace(",", ".")]
    elif match := _COMMAS.fullmatch(text):
        first, *groups = match["digits"].split(",")
        readings = [match["digits"].replace(",", ".")] if match["digits"].count(",") == 1 else []
        # 1,5 is hardly a slip for 15, nor 0,75 one for 75
        if not first.startswith("0") and all(len(group.split(".")[0]) > 1 for group in groups):
            readings.append(match["digits"].replace(",", ""))
    if match is None or not _is_readable(match["head"] + "1" + match["tail"]):
        return None
    suggestions = tuple(match["head"] + reading + match["tail"] for reading in readings)
    return Unreadable("ambiguous_comma", suggestions=suggestions)


def _find_two_numbers(text: str) -> Unreadable | None:
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(text) if piece]
    is_list = len(pieces) > 1 and all(isinstance(_read(piece), Number) for piece in pieces)
    return Unreadable("two_numbers") if is_list or _find_range(text) else None


def _find_expression(text: str) -> Unreadable | None:
    """Find a calculation; the number behind its last = may be what was meant."""
    if not _WORKING.fullmatch(text) or not _OPERATOR.search(text):
        return None
    _, equals, result = text.rpartition("=")
    return Unreadable("expression", suggestions=(result,) if equals else ())


_FAULTS: tuple[Callable[[str], Unreadable | None], ...] = (
    _find_not_finite,
    _find_mixed_number,
    _find_chinese_point,
    _find_ambiguous_comma,
    _find_two_numbers,
    _find_expression,
)


def _suggest(code: str, suggestions: Iterable[str]) -> Unreadable:
    """Offer only what could be typed and read instead."""
    return Unreadable(code, suggestions=tuple(dict.fromkeys(filter(_is_readable, suggestions))))


def _find_range(text: str) -> tuple[Number, Number] | None:
    for sign in _RANGE_SIGN.finditer(text):
        low_text, high_text = text[: sign.start()], text[sign.end() :]
        shared = _SHARED_UNIT.fullmatch(high_text)
        if shared and _BARE.fullmatch(low_text):
            low_text += shared["unit"]
        low, high = _read(low_text), _read(high_text)
        if not isinstance(low, Number) or not isinstance(high, Number):
            continue
        if low.is_percent == high.is_percent and low.value <= high.value:
            return low, high
    return None


def _written(value: Fraction, places: int) -> str:
    """Write a value that has at most so many decimals."""
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits
