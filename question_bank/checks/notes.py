"""What the study notes and the glossary need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from question_bank.bank import Bank
from question_bank.checks.finding import Finding
from question_bank.text import Text

KEY_TERM = re.compile(r"\*\*([^*]+)\*\*")


def notes_findings(bank: Bank) -> Iterator[Finding]:
    """Yield facts with no key term to hide, and glossary entries that are doubled or cite no note."""
    asked = [fact for chapter in bank.chapters for fact in chapter.facts if fact.exam != "drop"]
    for fact in asked:
        # what stands in the heading is no secret when it is hidden below
        if not any(term not in fact.topic.zh for term in KEY_TERM.findall(fact.statement)):
            yield Finding(fact.id, _NO_KEY_TERM, _MARK_TERM)
    noted = {fact.id for fact in asked}
    entries = [entry for chapter in bank.chapters for entry in chapter.glossary]
    uses = Counter(entry.term.zh for entry in entries)
    for entry in entries:
        if uses[entry.term.zh] > 1:
            yield Finding(entry.term.zh, _TWICE, _MERGE)
        for fact_id in entry.facts:
            if fact_id not in noted:
                yield Finding(entry.term.zh, _UNKNOWN.format(fact=fact_id), _CORRECT)


_NO_KEY_TERM = Text(
    "表述里没有标题以外的关键词可隐去", "the statement has no key term to hide but those of its heading"
)
_MARK_TERM = Text("把关键词写成 **关键词**", "write its key terms in **bold**")
_TWICE = Text("术语表里有两次", "stands twice in the glossary")
_MERGE = Text("合并成一条", "merge the two")
_UNKNOWN = Text("术语表引用的 {fact} 不在提纲里", "the glossary cites a fact {fact} that has no note")
_CORRECT = Text("改正编号", "correct the id")
