"""Catalogues: read from one source, converted to Traditional Chinese, written only when it has changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from app import translations


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder that holds the source catalogue alone."""
    source = tmp_path / "zh_Hans" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    shutil.copy(translations.SOURCE, source)
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    monkeypatch.setattr(translations, "SOURCE", source)
    return tmp_path


def compiled(folder: Path) -> dict[str, int]:
    """Return when each binary catalogue was written."""
    return {path.parts[-3]: path.stat().st_mtime_ns for path in folder.rglob("*.mo")}


def test_both_scripts_are_written_from_the_one_source(folder: Path):
    translations.compile_catalogues()
    assert set(compiled(folder)) == {"zh_Hans", "zh_Hant"}


def test_catalogues_are_written_again_only_after_a_change(folder: Path):
    translations.compile_catalogues()
    before = compiled(folder)
    translations.compile_catalogues()
    assert compiled(folder) == before
    later = max(before.values()) + 10**9
    os.utime(translations.SOURCE, ns=(later, later))
    translations.compile_catalogues()
    assert all(moment != before[script] for script, moment in compiled(folder).items())


def test_traditional_catalogue_is_converted_singular_and_plural():
    catalogue = translations.read_catalogue("zh_Hant")
    assert catalogue["There is no such page"].string == "沒有這個頁面"
    assert tuple(catalogue["%(num)d student"].string) == ("%(num)d 名學生",)
