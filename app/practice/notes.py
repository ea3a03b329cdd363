"""What is said about a mark: why an answer cannot be read, and how a mark came about, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

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
    is_right: str = _("a right option") if part["code"] == "right" else _("a wrong option")
    policies: dict[str, str] = {
        "all_or_nothing": _("points only when exactly the right options are chosen"),
        "part_for_incomplete": _("part of the points for some right options and no wrong one"),
        "right_minus_wrong": _("right options minus wrong ones"),
    }
    policy = policies.get(part.get("rule", ""), "")
    return is_right + _("; ") + policy if policy else is_right


def _verdict_name(text: str) -> str:
    names: dict[str, str] = {"true": _("True"), "false": _("False")}
    return names.get(text, text)


def _decision(part: dict[str, Any]) -> str:
    """Say which rule decided; a mark from before rules were kept has only its verdict."""
    by_rule: dict[str, str] = {
        "accepted": _("listed as an accepted answer"),
        "synonym": _("another name for the accepted answer in this course"),
        "number": _("the same number as the accepted answer, within its tolerance"),
        "range": _("the same range as the accepted answer"),
        "between": _("a number in the accepted range"),
        "filler": _("an accepted answer once filler words are left out"),
        "neighbours": _("an accepted answer once words of the question are left out"),
        "gloss": _("an accepted answer said twice"),
        "listed_wrong": _("a mistake the author expected"),
        "verdict": _("compared with the key"),
        "key_terms": _("key terms looked for in the text"),
        "marker": _("decided by the person who marked"),
    }
    by_code: dict[str, str] = {
        "hedged": _("two different answers in one blank"),
        "gloss_unknown": _("what stands in brackets is no known name of the answer before it"),
        "too_coarse": _("the right number, rounded too far"),
        "unreadable": _("could not be read, so it earns nothing and is not wrong"),
        "empty": _("left blank"),
    }
    if part["code"] not in by_code and part["earned"] == "0" and part.get("rule") in _RECOGNISED:
        return by_rule["listed_wrong"]  # a mistake the author expected, recognised by that rule
    fallback: str = _("an accepted answer") if part["earned"] != "0" else _("none of the accepted answers")
    return by_code.get(part["code"]) or by_rule.get(part.get("rule", "")) or fallback


def _note(part: dict[str, Any]) -> str:
    slip = in_script(part.get("slip", ""))
    by_code: dict[str, str] = {
        "same_sound": _("Check the character “%(slip)s”: it sounds right but is another one.", slip=slip),
        "look_alike": _("Check the character “%(slip)s”: it looks like the right one.", slip=slip),
        "misspelt": _("Check the spelling."),
        "hedged": _("Two different answers in one blank earn nothing: decide on one."),
        "gloss_unknown": _("What you wrote in brackets is no known name of this term."),
        "too_coarse": _("The value is right, but rounded too far."),
        "one_character": _("Check the characters: one is missing, doubled or in the wrong place."),
        "unreadable": _("This could not be read; it earns nothing, but it is not counted as a mistake."),
    }
    return in_script(part.get("feedback", "")) or by_code.get(part["code"], "")
