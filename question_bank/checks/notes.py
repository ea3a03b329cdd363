"""What the study notes and the glossary of a chapter need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from question_bank.bank import Chapter
from question_bank.checks.finding import Finding
from question_bank.text import Text

KEY_TERM = re.compile(r"\*\*[^*]+\*\*")


def notes_findings(chapter: Chapter) -> Iterator[Finding]:
    """Yield facts with no key term to hide, and glossary entries that are doubled or cite no such fact."""
    for fact in chapter.facts:
        if fact.exam != "drop" and not KEY_TERM.search(fact.statement):
            yield Finding(fact.id, _NO_KEY_TERM, _MARK_TERM)
    known = {fact.id for fact in chapter.facts}
    uses = Counter(entry.term.zh for entry in chapter.glossary)
    for entry in chapter.glossary:
        if uses[entry.term.zh] > 1:
            yield Finding(entry.term.zh, _TWICE, _MERGE)
        for fact_id in entry.facts:
            if fact_id[:2] == chapter.id and fact_id not in known:
                yield Finding(entry.term.zh, _UNKNOWN.format(fact=fact_id), _CORRECT)


_NO_KEY_TERM = Text("表述里没有可以隐去的关键词", "the statement has no key term to hide")
_MARK_TERM = Text("把关键词写成 **关键词**", "write its key terms in **bold**")
_TWICE = Text("术语表里有两次", "stands twice in the glossary")
_MERGE = Text("合并成一条", "merge the two")
_UNKNOWN = Text("术语表引用的 {fact} 不存在", "the glossary cites a fact {fact} that does not exist")
_CORRECT = Text("改正编号", "correct the id")
