"""What a question says that it should not: cues, options named by a letter the student does not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from question_bank.checks.finding import Finding
from question_bank.text import Text
from question_bank.types import ChoiceQuestion, Question

SENTENCES_MIN, SENTENCES_MAX = 2, 5  # of an explanation

# Options are shuffled, so a letter says something else to each student. "A 类客户" (ABC analysis),
# "C = b/a", and R, F, M are terms of the course.
NAMED_BY_LETTER = re.compile(
    r"选项\s*[A-H](?![a-zA-Z])"
    r"|(?<![a-zA-Z0-9])[A-H]\s*(?:选项|项(?!目))"
    r"|(?:故选|应选|只选|选择|选|答案[是为：])\s*[A-H](?![a-zA-Z]|\s*[类级=])"
    r"|[（(][A-EGH][)）]"
    r"|(?<![a-zA-Z0-9、])[A-H](?:、[A-H])+(?![a-zA-Z、]|\s*[两三]?[类级])"
)
NAMED_BY_PLACE = re.compile(
    r"第[一二三四五六七八]个?选项|最后一?个?选项|[上下]一个?选项|前[两三四]个?选项|[以上下]述选项"
)
CATCH_ALL = re.compile(
    r"(以上|上述|前面|全部)\S{0,4}(都|均|皆|全)?\S{0,2}(对|正确|是|错|错误)$"
    r"|^(全都|全部|全|都)(不?对|不?是|正确|错)|^前[两三四]项\S{0,2}(对|正确|错)"
    r"|^[A-H]\s*[和与、]\s*[A-H]\s*(都|均|皆)?(对|正确|是)$"
)
# the clause that asks (哪一项, 下列…) together with a negation in it, or a stem that ends in asking for one
NEGATIVE = re.compile(
    r"(?:哪|下列|以下)[^。；，？]*?(?:不(?!同|仅|但|断|良|满|足|利|是[^。；，？]*而是)|错误|有误|并非|除外|没有|无关)"
    r"|(?:不正确|不恰当|不符合|错误|有误)的(?:说法|做法|表述|理解|一项)?是[？：（(]?\s*[）)]?$"
    r"|(?:不属于|不包括|不包含|不是)[？：（(]?\s*[）)]?$"
)
EMPHASISED = re.compile(r"\*\*[^*]*(?:不|错|误|非|外|没|无)[^*]*\*\*")
SENTENCE_END = re.compile(r"[。！？](?=[^”’」』）)]|[”’」』）)]?$)|[。！？][”’」』）)]")


def wording_findings(question: Question) -> Iterator[Finding]:
    """Yield what is wrong with the words of one question."""
    for pattern in (NAMED_BY_LETTER, NAMED_BY_PLACE):
        for found in pattern.finditer(_said_to_the_student(question)):
            yield Finding(question.id, _NAMED.format(words=found.group()), _SAY_THE_OPTION)
    sentences = count_sentences(question.explanation)
    if not SENTENCES_MIN <= sentences <= SENTENCES_MAX:
        yield Finding(question.id, _SENTENCES.format(n=sentences), _EXPLAIN)
    if isinstance(question, ChoiceQuestion):
        yield from _choice_findings(question)


def _choice_findings(question: ChoiceQuestion) -> Iterator[Finding]:
    for option in question.options:
        if CATCH_ALL.search(option.text.rstrip("。")):
            yield Finding(question.id, _CATCH_ALL.format(words=option.text), _REPLACE)
    if is_negative(question.stem) and not EMPHASISED.search(question.stem):
        yield Finding(question.id, _NEGATIVE, _EMPHASISE)


def is_negative(stem: str) -> bool:
    """Whether a stem asks for what is not so."""
    return bool(NEGATIVE.search(stem))


def count_sentences(text: str) -> int:
    """Return the number of sentences of a Chinese text."""
    return len(SENTENCE_END.findall(text))


def _said_to_the_student(question: Question) -> str:
    said = [question.stem, *(text for _, text in question.reasons())]
    return "\n".join([*said, getattr(question, "correction", None) or ""])


_NAMED = Text("说到“{words}”，而选项的次序因人而异", "says “{words}”, but everybody sees other letters")
_SAY_THE_OPTION = Text("直接说那个选项的内容，或写 [[B]]", "say what the option says, or write [[B]]")
_SENTENCES = Text("解析有 {n} 句", "the explanation has {n} sentences")
_EXPLAIN = Text(
    f"写 {SENTENCES_MIN} 到 {SENTENCES_MAX} 句：讲清道理，点出混淆",
    f"write {SENTENCES_MIN} to {SENTENCES_MAX} that teach the idea and name the confusion",
)
_CATCH_ALL = Text(
    "选项“{words}”笼统地指别的选项", "the option “{words}” stands for all or none of the others"
)
_REPLACE = Text("换成一个真实的误解", "replace it by a real misconception")
_NEGATIVE = Text("否定问法没有标出来", "asks for what is not so without emphasis")
_EMPHASISE = Text("把否定词写成 **不**，或改为正面提问", "write the negation in **bold**, or ask positively")
