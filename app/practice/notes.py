"""What is said about a mark: why an answer cannot be read, and how a mark came about, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.languages import in_script, say
from app.models import Mark
from question_bank import PublicQuestion, Question, Unreadable
from question_bank.marking.text_profile import STEPS
from question_bank.marking.unreadable_reasons import why_unreadable
from question_bank.types import OPTION_KEYS

_RECOGNISED = ("number", "range", "between", "filler", "neighbours", "gloss")
_STEP_NAMES = {step.name: step.says for step in STEPS}


@dataclass(frozen=True)
class TraceLine:
    """How one part of an answer was marked: typed, read as, what decided, what came nearest."""

    label: str
    given: str
    read_as: str
    changes: tuple[str, ...]
    decided: str
    accepted: str
    nearest: str
    note: str  # what the student is told about this part, "" when there is nothing to say


def explain_problem(problem: Unreadable, typed: Sequence[str]) -> str:
    """Say why an answer cannot be read and what to do, naming the blank if there are several."""
    text: str
    given = typed[problem.part] if problem.part is not None and problem.part < len(typed) else ""
    if problem.code == "empty":
        text = _("There is no answer yet. Answer, or go to another question by the answer card.")
    elif problem.code == "several_answers":
        text = _(
            "“%(given)s” looks like several answers in one blank. Below each has a blank of its own: "
            "change that if you meant something else, and send again.",
            given=given.strip(),
        )
    elif problem.code in ("no_such_option", "more_than_one_option", "wrong_number_of_blanks"):
        text = _("This answer does not fit the question; it costs nothing. Answer again.")
    else:
        text = say(why_unreadable(problem, given))
        if len(typed) > 1:
            text = _("Blank %(n)d: %(reason)s", n=(problem.part or 0) + 1, reason=text)
    return text


def trace_of(content: Question, public: PublicQuestion, mark: Mark | None) -> list[TraceLine]:
    """Return the trace of a mark for the student who got it; nothing for a blank answer."""
    parts = mark.parts if mark is not None else []
    names = _labels(content, public, parts)
    return [_trace_line(name, part) for name, part in zip(names, parts, strict=False)]


def _labels(content: Question, public: PublicQuestion, parts: Sequence[dict[str, Any]]) -> Iterator[str]:
    letters = {option.key: OPTION_KEYS[place] for place, option in enumerate(public.options)}
    for number, part in enumerate(parts, start=1):
        if public.options:
            yield _("Option %(letter)s", letter=letters.get(part.get("given", ""), "?"))
        elif content.type in ("term", "short"):
            yield _("Key point %(n)d", n=number)
        else:
            yield _("Blank %(n)d", n=number) if public.blanks > 1 else _("Answer")


def _trace_line(label: str, part: dict[str, Any]) -> TraceLine:
    is_option = part["total"] == "0"
    return TraceLine(
        label=label,
        given="" if is_option else _verdict_name(part.get("given", "")),
        read_as=in_script(_verdict_name(part.get("read_as", ""))),
        changes=tuple(say(_STEP_NAMES[name]) for name in part.get("steps", ()) if name in _STEP_NAMES),
        decided=_option_decision(part) if is_option else _decision(part),
        accepted="" if is_option else in_script(_verdict_name(part.get("accepted", ""))),
        nearest=in_script(part.get("nearest", "")),
        note=_note(part),
    )


def _option_decision(part: dict[str, Any]) -> str:
    """Say whether a chosen option is right; its worth belongs to the choice as a whole."""
    is_right = str(_("a right option") if part["code"] == "right" else _("a wrong option"))
    policy = _POLICIES.get(part.get("rule", ""))
    return f"{is_right}{_('; ')}{policy}" if policy else is_right


def _verdict_name(text: str) -> str:
    return str(_VERDICTS.get(text, text))


def _decision(part: dict[str, Any]) -> str:
    """Say which rule decided; a mark from before rules were kept has only its verdict."""
    rule, is_worthless = part.get("rule", ""), part["earned"] == "0"
    if said := _BY_CODE.get(part["code"]):
        return str(said)
    if is_worthless and rule in _RECOGNISED:
        return str(_BY_RULE["listed_wrong"])  # a mistake the author expected, recognised by that rule
    fallback = _("none of the accepted answers") if is_worthless else _("an accepted answer")
    return str(_BY_RULE.get(rule, fallback))


def _note(part: dict[str, Any]) -> str:
    if part.get("feedback"):
        return in_script(part["feedback"])
    return str(_NOTES.get(part["code"], "")).replace("%(slip)s", in_script(part.get("slip", "")))


_VERDICTS = {"true": _l("True"), "false": _l("False")}
_POLICIES = {
    "all_or_nothing": _l("points only when exactly the right options are chosen"),
    "part_for_incomplete": _l("part of the points for some right options and no wrong one"),
    "right_minus_wrong": _l("right options minus wrong ones"),
}
_BY_RULE = {
    "accepted": _l("listed as an accepted answer"),
    "synonym": _l("another name for the accepted answer in this course"),
    "number": _l("the same number as the accepted answer, within its tolerance"),
    "range": _l("the same range as the accepted answer"),
    "between": _l("a number in the accepted range"),
    "filler": _l("an accepted answer but for words like “is”, “of” or “and”"),
    "neighbours": _l("an accepted answer once words of the question are left out"),
    "gloss": _l("an accepted answer said twice"),
    "listed_wrong": _l("a mistake the author expected"),
    "verdict": _l("compared with the key"),
    "key_terms": _l("key terms looked for in the text"),
    "marker": _l("decided by the person who marked"),
}
_BY_CODE = {
    "hedged": _l("two different answers in one blank"),
    "gloss_unknown": _l("what stands in brackets is no known name of the answer before it"),
    "too_coarse": _l("the right number, rounded too far"),
    "unreadable": _l("could not be read, so it earns nothing and is not wrong"),
    "empty": _l("left blank"),
}
_NOTES = {
    "same_sound": _l("Check the character “%(slip)s”: it sounds right but is another one."),
    "look_alike": _l("Check the character “%(slip)s”: it looks like the right one."),
    "misspelt": _l("Check the spelling."),
    "hedged": _l("Two different answers in one blank earn nothing: decide on one."),
    "gloss_unknown": _l("What you wrote in brackets is no known name of this term."),
    "too_coarse": _l("The value is right, but rounded too far."),
    "one_character": _l("Check the characters: one is missing, doubled or in the wrong place."),
    "unreadable": _l("This could not be read; it earns nothing, but it is not counted as a mistake."),
}
