"""Building sentences out of sentences, in both languages at once."""

from __future__ import annotations

from collections.abc import Sequence

from question_bank.text import Text


def fill(template: Text, **values: Text | str) -> Text:
    """Fill named places; a ``Text`` gives each language its own words, a string goes into both."""
    zh = {name: value.zh if isinstance(value, Text) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
    return Text(template.zh.format(**zh), template.en.format(**en))


def join(texts: Sequence[Text], separator: Text) -> Text:
    """Put texts one after the other with the separator of each language between them."""
    return Text(separator.zh.join(text.zh for text in texts), separator.en.join(text.en for text in texts))
