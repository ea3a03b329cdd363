"""A content folder is read whole or refused whole, with every fault at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from question_bank import BadQuestionFile, Fault
from question_bank.formats.native_yaml import CONTENT, main, read_bank
from tests.factories import fill_fields, multiple_fields, single_fields, true_false_fields

CHAPTER = """\
id: "05"
title: {zh: 客户满意, en: Customer satisfaction}
facts:
  - {id: "05-001", topic: {zh: 一, en: One}, statement: 第一条。}
  - {id: "05-002", topic: {zh: 二, en: Two}, statement: 第二条。, exam: drop}
"""
PLACE = "05-satisfaction/topic.yaml"
READY = {
    "fill": {"facts": ["05-001"], "tests": [{"answer": ["期望", "感知价值"], "earned": 2}]},
    "single": {"facts": ["05-001"], "tests": [{"answer": "B", "earned": 1}]},
    "multiple": {"facts": ["05-001"], "tests": [{"answer": "AC", "earned": 1}]},
    "true_false": {"facts": ["05-001"], "tests": [{"answer": False, "earned": 1}]},
}


def ready(fields: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Return a question that may be shipped, but for the changes."""
    return fields | READY[fields["type"]] | changes


def listed(*entries: Any) -> str:
    """Return a question file."""
    return yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False)


@pytest.fixture
def content(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes a content folder: file names to text or bytes."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, text in ({"05-satisfaction/chapter.yaml": CHAPTER} | files).items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


def faults_of(root: Path) -> list[Fault]:
    """Return everything wrong with a content folder."""
    with pytest.raises(BadQuestionFile) as caught:
        read_bank(root)
    return list(caught.value.faults)


def test_sound_folder_is_read_in_the_order_of_its_files(content):
    root = content(
        {
            "05-satisfaction/b.yaml": listed(ready(true_false_fields()), ready(fill_fields())),
            "05-satisfaction/a.yaml": listed(ready(single_fields()), ready(multiple_fields())),
        }
    )
    bank = read_bank(root)
    assert [chapter.id for chapter in bank.chapters] == ["05"]
    assert [question.type for question in bank.questions] == ["single", "multiple", "true_false", "fill"]


def test_empty_question_file_is_no_fault(content):
    assert read_bank(content({PLACE: "# to be written\n"})).questions == ()


# one broken question after a sound one: what changes, the field named, how its line begins, and the reason
BROKEN_QUESTIONS = [
    ({"stem": None}, "stem", "stem: null", "should be text"),
    ({"difficulty": 9}, "difficulty", "difficulty: 9", "greater than 5"),
    ({"hint": "x"}, "hint", "hint: x", "is not a field"),
    (
        {"options": [{"text": "甲"}, {"text": "乙", "correct": "yes"}]},
        "options.2.correct",
        "correct: 'yes'",
        "should be true or false",
    ),
    ({"tests": [{"answer": "A", "earned": 1}]}, "tests.1", "- answer: A", "should get earned: 1 but gets"),
    ({"tests": []}, "tests", "tests: []", "needs at least one entry"),
    ({"facts": []}, "facts", "facts: []", "needs at least one entry"),
    ({"facts": ["05-009"]}, "facts", "facts:", "no fact 05-009"),
    ({"facts": ["05-002"]}, "facts", "facts:", "no fact 05-002"),  # it is there, but never examined
    ({"chapter": "06"}, "chapter", "chapter: '06'", "says 06 but the file is in chapter 05"),
    ({"explanation": " "}, "explanation", "explanation: ' '", "gives no reason"),
    (
        {"options": [{"text": "体验", "why": "因为"}, {"text": "期望", "correct": True}]},
        "options.2.why",
        "- text: 期望",  # the reason is not there, its option is
        "gives no reason",
    ),
]


@pytest.mark.parametrize(("changes", "field", "line", "reason"), BROKEN_QUESTIONS)
def test_broken_question_is_named_with_file_line_field_reason_and_remedy(
    content, changes, field, line, reason
):
    broken = ready(single_fields(id="broken"), **changes)
    root = content({PLACE: listed(ready(fill_fields()), broken)})
    (fault,) = faults_of(root)
    assert (fault.file, fault.question, fault.field) == (PLACE, "broken", field)
    assert reason in fault.reason.en
    assert fault.remedy.en and fault.remedy.zh
    lines = (root / PLACE).read_text(encoding="utf-8").splitlines()
    assert lines[fault.line - 1].strip() == line
    assert fault.line > lines.index("- id: broken") + 1  # in the broken question, not in the sound one


def test_missing_field_is_shown_where_the_question_begins(content):
    fields = ready(single_fields(id="broken"))
    del fields["stem"]
    root = content({PLACE: listed(ready(fill_fields()), fields)})
    (fault,) = faults_of(root)
    line = (root / PLACE).read_text(encoding="utf-8").splitlines().index("- id: broken") + 1
    assert str(fault) == f"{PLACE}:{line}: broken: stem: is missing; add the field"


# whole files that cannot be read: text, line, reason
BROKEN_FILES = [
    (b"- id: a\n  stem: [\n", 3, "is not YAML at 3:1"),
    (b"- id: a\n\tstem: b\n", 2, "is not YAML at 2:1"),  # a tab where YAML wants spaces
    ("- id: 满意".encode("gbk"), None, "is not UTF-8 text"),  # as an old editor saves it
    (b"id: a\nstem: b\n", None, "should be a list of questions"),
    (b"just words\n", None, "should be a list of questions"),
    (b"- !!python/object/apply:os.getcwd []\n", 1, "is not YAML at 1:3"),  # never carried out
    (b"- !!seq abc\n", 1, "is not YAML at 1:3"),
    (b"- !!timestamp 2\n", 1, "is not YAML at 1:3"),
    (b"- &a [*a]\n", 1, "is not YAML at 1:3"),  # holds itself
    (b"- <<: {id: a}\n", 1, "is not YAML at 1:3"),  # merge keys: no question needs them
]


@pytest.mark.parametrize(("text", "line", "reason"), BROKEN_FILES)
def test_file_that_cannot_be_read_is_named(content, text, line, reason):
    (fault,) = faults_of(content({PLACE: text}))
    assert (fault.file, fault.question, fault.field, fault.line) == (PLACE, "-", "-", line)
    assert reason in fault.reason.en


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("words", "#2"),  # not even a mapping
        (ready(single_fields(id=None)), "#2"),  # no id to call it by
        (ready(single_fields(id=7)), "7"),
    ],
)
def test_question_without_a_usable_id_is_called_by_its_place(content, entry, name):
    (fault,) = faults_of(content({PLACE: listed(ready(fill_fields()), entry)}))
    assert fault.question == name


def test_id_used_in_two_files_is_named_in_both_with_its_lines(content):
    root = content(
        {
            "05-satisfaction/a.yaml": listed(ready(fill_fields()), ready(single_fields(id="twin"))),
            "05-satisfaction/b.yaml": listed(ready(multiple_fields(id="twin"))),
        }
    )
    first, second = faults_of(root)
    assert (first.file, first.question, first.field) == ("05-satisfaction/a.yaml", "twin", "id")
    assert (second.file, second.line) == ("05-satisfaction/b.yaml", 1)
    assert (root / first.file).read_text(encoding="utf-8").splitlines()[first.line - 1] == "- id: twin"
    assert "used 2 times" in first.reason.en


def test_id_of_a_faulty_question_counts_as_used(content):
    twin = ready(single_fields(id="twin"))
    faults = faults_of(content({PLACE: listed(twin, twin | {"difficulty": 9})}))
    assert [fault.field for fault in faults] == ["difficulty", "id", "id"]


@pytest.mark.parametrize(
    ("text", "field", "reason"),
    [
        (CHAPTER.replace('id: "05"\n', "id: 5\n"), "id", "should be text"),
        (CHAPTER.replace("en: One", "fr: Un"), "facts.1.topic.en", "is missing"),
        ('id: "05"\ntitle: {zh: 满意, en: Satisfaction}\nfacts: []\n', "facts", "fewer than 1"),
        (CHAPTER.replace("exam: drop", "exam: maybe"), "facts.2.exam", "required form"),
        ("id: [\n", "-", "is not YAML"),
        ("", "id", "is missing"),
    ],
)
def test_broken_chapter_file_is_named(content, text, field, reason):
    faults = faults_of(content({"05-satisfaction/chapter.yaml": text}))
    (fault,) = [fault for fault in faults if fault.field == field]
    assert fault.file == "05-satisfaction/chapter.yaml"
    assert reason in fault.reason.en


def test_unreadable_chapter_file_is_one_fault_and_not_a_list_of_missing_fields(content):
    faults = faults_of(content({"05-satisfaction/chapter.yaml": "id: [\n"}))
    assert [(fault.field, fault.line) for fault in faults] == [("-", 2)]


def test_folder_whose_chapter_file_was_forgotten_is_a_fault_and_not_left_out(content):
    root = content({"06-loyalty/topic.yaml": listed(ready(single_fields(chapter="06")))})
    (fault,) = faults_of(root)
    assert (fault.file, fault.reason.en) == ("06-loyalty/chapter.yaml", "is missing")


def test_file_with_another_extension_is_a_fault_and_not_left_out(content):
    root = content({"05-satisfaction/more.yml": listed(ready(single_fields(id="more-1")))})
    (fault,) = faults_of(root)
    assert (fault.file, fault.remedy.en) == ("05-satisfaction/more.yml", "name it .yaml")


OTHER_CHAPTER = CHAPTER.replace("05", "06")
QUESTION_TWICE = """\
- id: twice-1
  type: single
  stem: 一
  stem: 二
"""


@pytest.mark.parametrize(
    ("files", "where", "reason"),
    [
        ({PLACE: "- 2001-99-99\n"}, PLACE, "a value that cannot be read"),  # YAML takes it for a date
        ({PLACE: QUESTION_TWICE}, PLACE, "the field 'stem' stands twice"),  # plain YAML takes the last
        ({"more.yaml": "[]"}, "more.yaml", "is in no chapter folder"),
        ({"07-new/topic.yml": "[]"}, "07-new/chapter.yaml", "is missing"),
        ({"06-copy/chapter.yaml": CHAPTER}, "06-copy/chapter.yaml", "another chapter has this id"),
        ({"07-b/chapter.yaml": CHAPTER.replace('"05"', '"07"', 1)}, "07-b/chapter.yaml", "another chapter"),
        ({"05-satisfaction/chapter.yaml": CHAPTER.replace("05-002", "05-001")}, None, "is there twice"),
        ({"05-satisfaction/chapter.yaml": CHAPTER.replace("客户满意", "满" * 300)}, None, "longer than 200"),
        ({PLACE: listed(ready(single_fields(), facts=["05-001", "06-001"]))}, PLACE, "no fact 06-001"),
    ],
)
def test_what_plain_yaml_would_let_pass_is_a_fault(content, files, where, reason):
    faults = faults_of(content(files))
    assert any(reason in fault.reason.en for fault in faults), faults
    if where is not None:
        assert where in {fault.file for fault in faults}


def test_fact_of_another_chapter_of_the_bank_may_be_cited(content):
    question = listed(ready(single_fields(), facts=["05-001", "06-001"]))
    root = content({"06-loyalty/chapter.yaml": OTHER_CHAPTER, PLACE: question})
    assert len(read_bank(root).questions) == 1


def test_folder_without_chapters_is_a_fault(tmp_path: Path):
    (fault,) = faults_of(tmp_path)
    assert fault.reason.en == "holds no chapter"


def test_faults_of_all_files_are_reported_at_once(content):
    files = {f"05-satisfaction/file{n}.yaml": text for n, (text, _, _) in enumerate(BROKEN_FILES)}
    questions = [ready(single_fields(id=f"q{n}"), **row[0]) for n, row in enumerate(BROKEN_QUESTIONS)]
    root = content(files | {PLACE: listed(*questions), "06-loyalty/chapter.yaml": "id: 6\n"})
    faults = faults_of(root)
    assert {fault.file for fault in faults} == {*files, PLACE, "06-loyalty/chapter.yaml"}
    in_questions = [(fault.question, fault.field) for fault in faults if fault.file == PLACE]
    assert in_questions == [(f"q{n}", row[1]) for n, row in enumerate(BROKEN_QUESTIONS)]


def test_command_prints_every_fault_and_fails(content, capsys):
    root = content({PLACE: listed(ready(single_fields(), difficulty=9, colour="red"))})
    assert main([str(root)]) == 1
    place = r"05-satisfaction/topic\.yaml:\d+: test-single-1: "
    first, second = capsys.readouterr().out.splitlines()
    assert re.fullmatch(place + "difficulty: is greater than 5; write 5 or less", first)
    assert re.fullmatch(
        place + "colour: is not a field of this type; check the spelling or remove it", second
    )


def test_command_checks_one_chapter_and_says_how_much_it_read(content, capsys):
    root = content({PLACE: listed(ready(single_fields())), "06-loyalty/chapter.yaml": "broken: ["})
    assert main([str(root / "05-satisfaction")]) == 0
    assert capsys.readouterr().out == "ok: 1 questions\n"


def test_command_without_arguments_checks_the_shipped_bank(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out == f"ok: {len(read_bank(CONTENT).questions)} questions\n"
