"""Plain data in, a checked question out: the one door for files, forms and the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from question_bank.course_synonyms import course_synonyms
from question_bank.errors import BadQuestion, FieldFault
from question_bank.marking.synonyms import Synonyms
from question_bank.text import Text
from question_bank.types import NOT_BLANK, TYPES, Question

_REMEDY_FIELD = Text("对照 docs/question-format.md 改这一项", "see docs/question-format.md for this field")

# pydantic's error types, said as reason and remedy; {…} come from the error's own context
_SAYINGS: dict[str, tuple[Text, Text]] = {
    "missing": (
        Text("缺少这一项", "is missing"),
        Text("补上这一项", "add the field"),
    ),
    "extra_forbidden": (
        Text("没有这个字段", "is not a field of this type"),
        Text("检查拼写，或删去", "check the spelling or remove it"),
    ),
    "string_type": (
        Text("应是文字", "should be text"),
        Text("写成文字；数字和 yes/no 加引号", "write text; put numbers and yes/no in quotes"),
    ),
    "string_pattern_mismatch": (
        Text("不是规定的写法", "is not written in the required form"),
        _REMEDY_FIELD,
    ),
    "empty": (
        Text("不能是空的", "is empty"),
        Text("写上内容", "write something"),
    ),
    "string_too_long": (
        Text("超过 {max_length} 个字符", "is longer than {max_length} characters"),
        Text("缩短", "shorten it"),
    ),
    "greater_than_equal": (
        Text("小于 {ge}", "is less than {ge}"),
        Text("写 {ge} 或更大的数", "write {ge} or more"),
    ),
    "less_than_equal": (
        Text("大于 {le}", "is greater than {le}"),
        Text("写 {le} 或更小的数", "write {le} or less"),
    ),
    "too_short": (
        Text("至少要 {min_length} 项", "has fewer than {min_length} entries"),
        Text("补上", "add the rest"),
    ),
    "too_long": (
        Text("多于 {max_length} 项", "has more than {max_length} entries"),
        Text("删去多余的", "remove some"),
    ),
    "bool_type": (
        Text("应是 true 或 false", "should be true or false"),
        Text("写 true 或 false，不加引号", "write true or false without quotes"),
    ),
    "tuple_type": (
        Text("应是一个列表", "should be a list"),
        Text("写成 [甲, 乙] 或每行以 - 开头", "write [a, b] or one line each starting with -"),
    ),
    "enum": (
        Text("不是可选的值", "is not one of the possible values"),
        Text("可用：{expected}", "use one of {expected}"),
    ),
    "model_type": (
        Text("应是文字，或写明各项", "should be text or named fields"),
        Text("数字和 yes/no 加引号", "put numbers and yes/no in quotes"),
    ),
    "share": (
        Text("不是 0 到 1 之间的份额", "is not a share of the points"),
        Text('写 0.5、"1/2" 或 "50%"', 'write 0.5, "1/2" or "50%"'),
    ),
    "points": (
        Text("不是分数", "is not a number of points"),
        Text('写 1、0.5 或 "3/2"', 'write 1, 0.5 or "3/2"'),
    ),
    "int_type": (
        Text("应是整数", "should be a whole number"),
        Text("写整数，不加引号", "write a whole number without quotes"),
    ),
    "test_answer": (
        Text("应是文字、true/false，或一组文字", "should be text, true/false or a list of texts"),
        Text("数字和 yes/no 加引号", "put numbers and yes/no in quotes"),
    ),
}
_ANY_OTHER = (Text("不符合格式", "is not in the required form"), _REMEDY_FIELD)


def read_question(fields: Mapping[str, Any], synonyms: Synonyms | None = None) -> Question:
    """Build a question from its fields, add the course's synonyms and check that it proves itself.

    Without ``synonyms`` those of the shipped table are used. What a file says about them itself
    (``also``) is replaced.

    Raises:
        BadQuestion: with every fault of the fields, or, if all are well-formed, of the key and the tests.
    """
    type_name = fields.get("type")
    question_type = TYPES.get(type_name) if isinstance(type_name, str) else None
    if question_type is None:
        raise BadQuestion(
            [
                FieldFault(
                    "type",
                    Text("没有题型 {type!r}", "there is no question type {type!r}").format(type=type_name),
                    Text("可用：{types}", "use one of {types}").format(types=", ".join(TYPES)),
                )
            ]
        )
    try:
        question = question_type.model_validate(fields)
    except ValidationError as error:
        raise BadQuestion(field_faults(error)) from error
    question = question.with_synonyms(synonyms if synonyms is not None else course_synonyms())
    if faults := question.faults():
        raise BadQuestion(faults)
    return question


def restore_question(fields: Mapping[str, Any]) -> Question:
    """Build a question from fields that ``write_question`` gave; its own tests are not run again."""
    return TYPES[fields["type"]].model_validate(fields)


def write_question(question: Question) -> dict[str, Any]:
    """Return the fields of a question as plain data that ``read_question`` reads back."""
    return question.model_dump(mode="json", exclude_defaults=True)


def field_faults(error: ValidationError) -> list[FieldFault]:
    """Say pydantic's findings as field, reason and remedy."""
    found = error.errors(include_url=False)
    # a list with a bad entry is also reported as too short, which would send the author the wrong way
    parents = {details["loc"][:length] for details in found for length in range(1, len(details["loc"]))}
    return [_say(d) for d in found if not (d["type"] == "too_short" and d["loc"] in parents)]


def _say(details: ErrorDetails) -> FieldFault:
    context = details.get("ctx", {})
    # a text that must not be blank is declared as a pattern, and deserves a plainer word
    kind = "empty" if context.get("pattern") == NOT_BLANK else details["type"]
    reason, remedy = _SAYINGS.get(kind, _ANY_OTHER)
    # entries are counted from 1, as a teacher counts them
    path = ".".join(str(step + 1) if isinstance(step, int) else step for step in details["loc"])
    return FieldFault(path, reason.format(**context), remedy.format(**context))
