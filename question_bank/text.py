"""Sentences the pure packages say to a reader, in both languages they are written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One sentence or label in Simplified Chinese and in English.

    Traditional Chinese is converted from ``zh`` where the text is shown, so no third copy can go stale.
    """

    zh: str
    en: str

    def format(self, **values: object) -> Text:
        """Fill the same named values into both languages."""
        return Text(self.zh.format(**values), self.en.format(**values))
