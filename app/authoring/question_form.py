"""What the form of every question type has: its fields, and faults beside the fields they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectChoice, SelectField, StringField, TextAreaField

from app.languages import say
from question_bank import BadQuestion, FieldFault, Question, Text, read_question
from question_bank.formats.line_notation import Lines
from question_bank.formats.self_test_lines import read_tests, write_tests
from question_bank.types import Level

AREA = {"rows": 3}
SMALL_AREA = {"rows": 2}


class QuestionForm(FlaskForm):
    """What every type has. ``loose_faults`` are those no single field is to blame for."""

    chapter = SelectField(_l("Chapter"))
    stem = TextAreaField(_l("Question"), render_kw=AREA, description=_l("Markdown is understood."))
    explanation = TextAreaField(
        _l("Explanation"),
        render_kw=AREA,
        description=_l("Shown after marking: teach the idea in a few sentences."),
    )
    difficulty = SelectField(
        _l("Difficulty"),
        choices=[
            SelectChoice("1", _l("1: nearly everybody gets it")),
            SelectChoice("2", "2"),
            SelectChoice("3", "3"),
            SelectChoice("4", "4"),
            SelectChoice("5", _l("5: very few get it")),
        ],
        default="3",
    )
    level = SelectField(
        _l("Cognitive level"),
        choices=[
            SelectChoice(Level.REMEMBER.value, _l("remember")),
            SelectChoice(Level.UNDERSTAND.value, _l("understand")),
            SelectChoice(Level.APPLY.value, _l("apply")),
            SelectChoice(Level.ANALYSE.value, _l("analyse")),
        ],
    )
    facts = StringField(_l("Facts of the syllabus"), description=_l("Their numbers, such as 05-003 05-004."))
    tests = TextAreaField(
        _l("Tests: one answer a line and what it must get"),
        render_kw=AREA,
        description=_l(
            "answer => full; also part, none, points, or unreadable empty. "
            "They are run at every save, so that a later edit cannot spoil the marking unnoticed."
        ),
    )

    type_name = ""
    type_settings: tuple[str, ...] = ()  # fields of this type that are rarely needed

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loose_faults: list[str] = []
        self._areas: dict[str, tuple[Field, Lines]] = {}
        self._is_understood = True

    def read_question(self, slug: str) -> Question | None:
        """Return the question that was typed, or put its faults into the form."""
        fields = _with_plain_breaks(self.fields_of_question(slug))
        try:
            question = read_question(fields)
        except BadQuestion as error:
            self.show_faults(error.faults)
            return None
        return question if self._is_understood else None

    def fields_of_question(self, slug: str) -> dict[str, Any]:
        """Return what was typed as the fields of a question file; complain of lines that mean nothing."""
        tests = read_tests(self.tests.data or "", self.type_name)
        entries = self.read_area("tests", self.tests, tests)
        fields: dict[str, Any] = {
            "id": slug,
            "type": self.type_name,
            "chapter": self.chapter.data or "",
            "difficulty": int(self.difficulty.data) if (self.difficulty.data or "").isdigit() else 0,
            "level": self.level.data or "",
            "stem": self.stem.data or "",
            "explanation": self.explanation.data or "",
        }
        if facts := (self.facts.data or "").replace(",", " ").replace("，", " ").split():
            fields["facts"] = facts
        if entries and not tests.faults:  # a test without its expectation would only fail once more
            fields["tests"] = entries
        return fields

    def read_area(self, path: str, area: Field, lines: Lines) -> list[dict[str, Any]]:
        """Return the entries of a text area and keep its lines, so that faults found later can name them."""
        self._areas[path] = (area, lines)
        for fault in lines.faults:
            self.complain(area, _at_line(fault.line, say_fault(fault.reason, fault.remedy)))
        return list(lines.entries)

    def complain(self, field: Field, message: str) -> None:
        """Say beside a field what is wrong; the question is not understood then."""
        field.errors = [*field.errors, message]
        self._is_understood = False

    def show_faults(self, faults: Iterable[FieldFault]) -> None:
        """Put each fault beside the field it is about."""
        for fault in faults:
            path = fault.field.split(".")
            message = say_fault(fault.reason, fault.remedy)
            field, line = self._find_area(path)
            field = field or self.field_for(path)
            if field is None:
                self.loose_faults.append(message)
            else:
                self.complain(field, _at_line(line, message) if line else message)

    def field_for(self, path: list[str]) -> Field | None:
        """Return the form field behind a dotted path of the question, counted from 1."""
        field: Field | None = self._fields.get(path[0])
        return field

    @property
    def needs_settings(self) -> bool:
        """Whether a rarely needed setting holds something or has a fault."""
        names = (*self.type_settings, "facts", "tests")
        return any(_is_used(self[name]) for name in names)

    @staticmethod
    def data_of(question: Question) -> dict[str, Any]:
        """Return the form data of a stored question."""
        return {
            "chapter": question.chapter,
            "stem": question.stem,
            "explanation": question.explanation,
            "difficulty": str(question.difficulty),
            "level": question.level.value,
            "facts": " ".join(question.facts),
            "tests": write_tests(question.tests, question.type),
        }

    def _find_area(self, path: list[str]) -> tuple[Field | None, int]:
        """Return the text area a path leads into, with the line it names; 0 for the whole area."""
        for length in range(len(path), 0, -1):
            if found := self._areas.get(".".join(path[:length])):
                area, lines = found
                rest = path[length:]
                is_entry = bool(rest) and rest[0].isdigit() and int(rest[0]) <= len(lines.numbers)
                return area, lines.numbers[int(rest[0]) - 1] if is_entry else 0
        return None, 0


def _is_used(field: Field) -> bool:
    """Whether a setting differs from what it is when nobody touches it."""
    return bool(field.errors) or (bool(field.data) and field.data != field.default)


def _with_plain_breaks(typed: Any) -> Any:
    """Return typed fields with the line breaks of a question file; browsers send CR LF."""
    if isinstance(typed, dict):
        return {name: _with_plain_breaks(value) for name, value in typed.items()}
    if isinstance(typed, list):
        return [_with_plain_breaks(value) for value in typed]
    return typed.replace("\r\n", "\n") if isinstance(typed, str) else typed


def say_fault(reason: Text, remedy: Text) -> str:
    """Return what is wrong and what to do about it as one sentence."""
    return f"{say(reason)} → {say(remedy)}"


def _at_line(line: int, message: str) -> str:
    said: str = _("Line %(n)d: %(fault)s", n=line, fault=message)
    return said
