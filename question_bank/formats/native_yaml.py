"""The native format: a folder per chapter, with ``chapter.yaml`` and one YAML list of questions a topic.

Beside the chapters, ``synonyms.yaml`` holds the terms that mean the same in every question.

Run as a module on a content folder, or on one chapter of it, it prints every fault or "ok".
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from question_bank.bank import Bank, Chapter
from question_bank.course_synonyms import SYNONYMS, read_synonyms
from question_bank.errors import BadQuestion, BadQuestionFile, Fault, FieldFault
from question_bank.memory import without_garbage_collection
from question_bank.reading import field_faults, read_question
from question_bank.text import Text
from question_bank.types import CASE, Case, Question
from question_bank.yaml_reading import StrictLoader, find_line

CHAPTER_FILE = "chapter.yaml"
CONTENT = Path(__file__).parent.parent / "content"


def read_bank(root: Path = CONTENT) -> Bank:
    """Read every chapter under ``root``.

    Raises:
        BadQuestionFile: with the faults of all files together.
    """
    # any folder with YAML: one whose chapter.yaml was forgotten is a fault, not questions to retire
    folders = {path.parent for path in root.rglob("*.y*ml") if path.parent != root}
    with without_garbage_collection():
        return read_chapters(sorted(folders), root, is_whole=True)


def read_chapters(folders: Sequence[Path], root: Path, *, is_whole: bool = False) -> Bank:
    """Read the given chapter folders; files are named relative to ``root`` in faults.

    Facts of other chapters can be looked up only when the bank is whole.
    """
    reader = _Reader(root)
    for folder in folders:
        reader.read_chapter(folder)
    reader.check_ids()
    if is_whole:
        reader.check_facts()
        for path in sorted(set(root.glob("*.y*ml")) - {root / SYNONYMS.name}):
            reader.add(path, "-", FieldFault("-", Text("不在章节文件夹里", "is in no chapter folder"), _MOVE))
    if not folders:
        reader.add(root, "-", FieldFault("-", Text("没有章节", "holds no chapter"), _ADD_CHAPTER))
    if reader.faults:
        raise BadQuestionFile(reader.faults)
    return Bank(tuple(reader.chapters), tuple(reader.questions))


@dataclass(frozen=True)
class _Place:
    """Where a question stands: the file, its entry in it (from 1), and the field of that entry, if any."""

    path: Path
    entry: int
    inside: str = ""  # "questions.2." for the second question of a case


class _Reader:
    """Collects chapters, questions and faults over many files."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.synonyms = read_synonyms(root / SYNONYMS.name)
        self.chapters: list[Chapter] = []
        self.questions: list[Question] = []
        self.entries: list[tuple[_Place, str]] = []  # with the ids, of faulty ones too
        self.places: dict[str, _Place] = {}
        self.faults: list[Fault] = []

    def add(self, path: Path, question: str, fault: FieldFault) -> None:
        self._add_at(path, question, fault, None)

    def _add_to_entry(self, place: _Place, question: str, fault: FieldFault) -> None:
        line = find_line(place.path, place.entry, place.inside + fault.field)
        self._add_at(place.path, question, fault, line)

    def _add_at(self, path: Path, question: str, fault: FieldFault, line: int | None) -> None:
        name = str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)
        self.faults.append(Fault(name, question, fault.field, fault.reason, fault.remedy, line))

    def read_chapter(self, folder: Path) -> None:
        chapter = self._read_chapter_file(folder / CHAPTER_FILE)
        for path in sorted(folder.glob("*.yaml")):
            if path.name != CHAPTER_FILE:
                self._read_questions(path, chapter)
        for path in sorted(folder.glob("*.yml")):
            reason = Text("不会被读取", "would not be read")
            self.add(path, "-", FieldFault("-", reason, _RENAME))

    def _read_chapter_file(self, path: Path) -> Chapter | None:
        if not path.exists():
            self.add(path, "-", FieldFault("-", Text("没有这个文件", "is missing"), _ADD_CHAPTER))
            return None
        fields = self._read_yaml(path)
        if fields is _UNREADABLE:
            return None
        try:
            chapter = Chapter.model_validate({} if fields is None else fields)
        except ValidationError as error:
            for fault in field_faults(error):
                self.add(path, "-", fault)
            return None
        for fault in self._chapter_faults(chapter):
            self.add(path, "-", fault)
        self.chapters.append(chapter)
        return chapter

    def _chapter_faults(self, chapter: Chapter) -> Iterator[FieldFault]:
        if any(chapter.id == other.id for other in self.chapters):
            yield FieldFault("id", Text("另有一章用了这个编号", "another chapter has this id"), _NEW_ID)
        uses = Counter(fact.id for fact in chapter.facts)
        for number, fact in enumerate(chapter.facts, start=1):
            if uses[fact.id] > 1 or fact.id[:2] != chapter.id:
                reason = Text(
                    "{fact} 重复，或不属于本章", "{fact} is there twice or belongs to another chapter"
                )
                yield FieldFault(f"facts.{number}.id", reason.format(fact=fact.id), _NEW_ID)

    def _read_yaml(self, path: Path) -> Any:
        try:
            return yaml.load(path.read_text(encoding="utf-8"), Loader=StrictLoader)
        except UnicodeDecodeError:
            self.add(path, "-", FieldFault("-", Text("不是 UTF-8 文本", "is not UTF-8 text"), _SAVE_AS_UTF8))
        except ValueError as error:  # an unquoted 2001-99-99 is taken for a date, and there is none such
            reason = Text("有读不出的值（{problem}）", "holds a value that cannot be read ({problem})")
            self.add(path, "-", FieldFault("-", reason.format(problem=error), _QUOTE))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            place = f"{mark.line + 1}:{mark.column + 1}" if mark else "?"
            problem = getattr(error, "problem", None) or "?"
            reason = Text("第 {place} 处不是合法的 YAML（{problem}）", "is not YAML at {place} ({problem})")
            fault = FieldFault("-", reason.format(place=place, problem=problem), _CHECK_INDENT)
            self._add_at(path, "-", fault, mark.line + 1 if mark else None)
        return _UNREADABLE

    def _read_questions(self, path: Path, chapter: Chapter | None) -> None:
        entries = self._read_yaml(path)
        if entries is None or entries is _UNREADABLE:  # empty, or already reported
            return
        if not isinstance(entries, list):
            reason = Text("应是题目的列表", "should be a list of questions")
            self.add(path, "-", FieldFault("-", reason, _LIST))
            return
        for number, fields in enumerate(entries, start=1):
            self._read_entry(path, number, fields, chapter)

    def _read_entry(self, path: Path, number: int, fields: Any, chapter: Chapter | None) -> None:
        if not isinstance(fields, dict):
            reason = Text("不是一道题", "is not a question")
            self._add_to_entry(_Place(path, number), f"#{number}", FieldFault("-", reason, _LIST))
            return
        if fields.get("type") == CASE:
            self._read_case(_Place(path, number), fields, chapter)
        else:
            self._read_question(_Place(path, number), fields, chapter)

    def _read_case(self, place: _Place, fields: dict[str, Any], chapter: Chapter | None) -> None:
        name = self._note_id(place, fields)
        try:
            case = Case.model_validate(fields)
        except ValidationError as error:
            for fault in field_faults(error):
                self._add_to_entry(place, name, fault)
            return
        for number, part in enumerate(case.question_fields(), start=1):
            self._read_question(replace(place, inside=f"questions.{number}."), part, chapter)

    def _read_question(self, place: _Place, fields: dict[str, Any], chapter: Chapter | None) -> None:
        name = self._note_id(place, fields)
        try:
            question = read_question(fields, self.synonyms)
        except BadQuestion as error:
            for fault in error.faults:
                self._add_to_entry(place, name, fault)
            return
        self.questions.append(question)
        self.places[question.id] = place
        for fault in _shipping_faults(question, chapter):
            self._add_to_entry(place, name, fault)

    def _note_id(self, place: _Place, fields: dict[str, Any]) -> str:
        name = str(fields.get("id") or f"#{place.entry}")
        self.entries.append((place, name))
        return name

    def check_facts(self) -> None:
        known = {fact.id for chapter in self.chapters for fact in chapter.facts}
        for question in self.questions:
            place = self.places[question.id]
            # those of the question's own chapter have been looked up already
            for fact in question.facts:
                if fact[:2] != question.chapter and fact not in known:
                    self._add_to_entry(place, question.id, FieldFault("facts", _no_fact(fact), _KNOWN_FACT))

    def check_ids(self) -> None:
        uses = Counter(name for _, name in self.entries if not name.startswith("#"))
        for place, name in self.entries:
            if uses[name] > 1:
                reason = Text("编号用了 {n} 次", "the id is used {n} times").format(n=uses[name])
                self._add_to_entry(place, name, FieldFault("id", reason, _NEW_ID))


def _shipping_faults(question: Question, chapter: Chapter | None) -> Iterator[FieldFault]:
    """Yield what a question of the shipped bank lacks although an instructor's own might do without."""
    if chapter is not None:
        if question.chapter != chapter.id:
            reason = Text("写的是第 {a} 章，文件在第 {b} 章", "says {a} but the file is in chapter {b}")
            yield FieldFault("chapter", reason.format(a=question.chapter, b=chapter.id), _MOVE)
        known = {fact.id for fact in chapter.facts if fact.exam != "drop"}
        for fact in question.facts:
            if fact[:2] == chapter.id and fact not in known:
                yield FieldFault("facts", _no_fact(fact), _KNOWN_FACT)
    for field in ("facts", "tests"):
        if not getattr(question, field):
            yield FieldFault(field, Text("至少要一条", "needs at least one entry"), _ADD_ENTRY)
    for field, said in question.reasons():
        if not said.strip():
            yield FieldFault(field, Text("没有写理由", "gives no reason"), _ADD_REASON)


def _no_fact(fact: str) -> Text:
    return Text("没有可考的知识点 {fact}", "there is no fact {fact} to examine").format(fact=fact)


_UNREADABLE = object()  # what a file gives that cannot be read; its fault has been added

_ADD_CHAPTER = Text("建立 NN-名称/chapter.yaml", "add NN-name/chapter.yaml")
_RENAME = Text("扩展名改为 .yaml", "name it .yaml")
_SAVE_AS_UTF8 = Text("用 UTF-8 编码另存", "save the file as UTF-8")
_CHECK_INDENT = Text("检查缩进、引号和冒号", "check indentation, quotes and colons")
_QUOTE = Text("给它加引号", "put it in quotes")
_LIST = Text("每题以“- id: …”开头", 'start each question with "- id: ..."')
_NEW_ID = Text("给其中一题换新编号", "give one of them a new id")
_MOVE = Text("改 chapter，或移动文件", "correct it or move the file")
_KNOWN_FACT = Text("用本章 chapter.yaml 里的编号", "use an id of this chapter's chapter.yaml")
_ADD_ENTRY = Text("补上", "add it")
_ADD_REASON = Text("写给学生看：为什么", "tell the student why")


def main(arguments: Sequence[str]) -> int:
    """Check a content folder or one chapter folder; print all faults; return the exit status."""
    root = Path(arguments[0]) if arguments else CONTENT
    is_chapter = (root / CHAPTER_FILE).exists()
    try:
        bank = read_chapters([root], root.parent) if is_chapter else read_bank(root)
    except BadQuestionFile as error:
        print(error)
        return 1
    print(f"ok: {len(bank.questions)} questions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
