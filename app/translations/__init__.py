"""The languages of the interface.

English stands in the source. ``zh_Hans/LC_MESSAGES/messages.po`` is written by hand; Traditional Chinese
is converted from it, so there is no third catalogue to forget.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.traditional import to_traditional

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "zh_Hans" / "LC_MESSAGES" / "messages.po"


def compile_catalogues() -> None:
    """Write both binary catalogues unless they are newer than their source."""
    targets = {script: FOLDER / script / "LC_MESSAGES" / "messages.mo" for script in ("zh_Hans", "zh_Hant")}
    changed = SOURCE.stat().st_mtime
    if all(path.exists() and path.stat().st_mtime >= changed for path in targets.values()):
        return
    for script, path in targets.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_mo(file, read_catalogue(script))


def read_catalogue(script: str) -> Catalog:
    """Read the translations into Simplified Chinese, or convert them to Traditional."""
    with SOURCE.open("rb") as file:
        catalogue = read_po(file, locale=script)
    if script == "zh_Hant":
        for message in catalogue:
            if message.id and isinstance(message.string, str):
                message.string = to_traditional(message.string)
            elif message.id and message.string:  # one text per plural form
                message.string = tuple(to_traditional(str(text)) for text in message.string)
    return catalogue
