"""Study notes and the glossary: what is listed, hidden, linked and found."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.library.bank_loading import load_bank
from app.models import Fact, GlossaryEntry
from app.study.service import chapter_notes, search_glossary
from tests.factories import single_fields, true_false_fields, write_chapter


@pytest.fixture
def terms(session: Session) -> None:
    """Put three terms of our own in the place of the shipped glossary."""
    for entry in session.scalars(select(GlossaryEntry)):
        session.delete(entry)
    for zh, en, also, meaning in [
        ("客户维系率", "Retention rate", ["客户保持率"], "还留着的客户所占的份额。"),
        ("客户流失率", "Churn rate", [], "与客户维系率相对。"),
        ("数据仓库", "Data warehouse", ["DW"], "面向主题的数据集合。"),
    ]:
        entry = GlossaryEntry(
            chapter_id="07",
            term_zh=zh,
            term_en=en,
            also=also,
            meaning_zh=meaning,
            meaning_en="A share of customers.",
            facts=["07-015"],
        )
        session.add(entry)
    session.commit()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["客户维系率", "客户流失率", "数据仓库"]),
        ("维系", ["客户维系率", "客户流失率"]),  # the name first, then who only mentions it
        ("客戶維繫率", ["客户维系率", "客户流失率"]),  # Traditional characters
        ("ＤＷ", ["数据仓库"]),  # another name, in full width
        ("churn RATE", ["客户流失率"]),  # several words, any case
        ("rate 流失", ["客户流失率"]),  # both languages at once
        ("share", ["客户维系率", "客户流失率", "数据仓库"]),  # what an English meaning says
        ("，", ["客户维系率", "客户流失率", "数据仓库"]),  # nothing but punctuation asks for nothing
        ("churn 相对", ["客户流失率"]),  # a name and what is said of it
        ("ata", []),  # inside "data": no word begins there
        ("re-tention", ["客户维系率"]),  # with a hyphen or without
        ("平衡计分卡", []),
    ],
)
def test_glossary_is_searched_in_both_languages(session: Session, terms: None, words: str, found: list[str]):
    assert [entry.term_zh for entry in search_glossary(session, words)] == found


def test_glossary_page_says_how_many_and_keeps_the_words(client: FlaskClient, terms: None):
    page = client.get("/study/glossary?q=维系").text
    assert "含“维系”的术语有 2 条" in page
    assert 'value="维系"' in page
    assert "客户保持率" in page  # another name
    assert 'href="/study/07#f07-015"' in page


def test_glossary_search_without_a_hit_says_what_to_do(client: FlaskClient, terms: None):
    assert "换个短一点的词" in client.get("/study/glossary?q=平衡计分卡").text


def test_searched_words_are_shown_as_text(client: FlaskClient):
    page = client.get("/study/glossary", query_string={"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in page


def test_chapters_are_listed_with_their_notes(client: FlaskClient):
    page = client.get("/study/").text
    assert 'href="/study/05"' in page
    assert 'href="/study/05?hide=1"' in page


def test_unknown_chapter_is_a_404_page(client: FlaskClient):
    response = client.get("/study/99")
    assert response.status_code == 404
    assert "没有这个页面" in response.text


def test_every_note_leads_to_its_questions_and_calculators(session: Session, client: FlaskClient):
    notes = {note.fact.id: note for note in chapter_notes(session, None, "05")}
    assert [exercise.slug for exercise in notes["05-003"].exercises] == ["satisfaction-ratio"]
    assert all(note.questions >= 2 for note in notes.values())
    page = client.get("/study/05").text
    assert 'formaction="/practice/facts/05-003"' in page
    assert 'href="/calculators/satisfaction-ratio"' in page


def test_fact_that_is_never_asked_is_no_note(session: Session):
    dropped = set(session.scalars(select(Fact.id).where(Fact.exam == "drop")))
    assert len(dropped) == 10
    for chapter_id in {fact[:2] for fact in dropped}:
        assert not dropped & {note.fact.id for note in chapter_notes(session, None, chapter_id)}


def test_note_without_questions_offers_none(
    session: Session, client: FlaskClient, now: datetime, tmp_path: Path
):
    # both questions are about 05-001, nobody asks about 05-002, and no other fact is left in the bank
    single = single_fields(tests=[{"answer": "B", "earned": 1}])
    false = true_false_fields(tests=[{"answer": False, "earned": 1}])
    path = write_chapter(tmp_path, single, false) / "05-satisfaction" / "chapter.yaml"
    chapter = yaml.safe_load(path.read_text("utf-8"))
    chapter["facts"].append(chapter["facts"][0] | {"id": "05-002"})
    path.write_text(yaml.safe_dump(chapter, allow_unicode=True), encoding="utf-8")
    load_bank(session, now, tmp_path)
    counts = {note.fact.id: note.questions for note in chapter_notes(session, None, "05")}
    assert counts == {"05-001": 2, "05-002": 0}
    page = client.get("/study/05").text
    assert 'formaction="/practice/facts/05-001"' in page
    assert 'formaction="/practice/facts/05-002"' not in page


def test_key_terms_are_in_bold_and_can_be_hidden(session: Session, client: FlaskClient, now: datetime):
    fact = session.get(Fact, "05-001")
    fact.statement = "满意是**期望**与**体验**的比较。"
    session.commit()
    assert "满意是<strong>期望</strong>与<strong>体验</strong>的比较。" in client.get("/study/05").text
    hidden = client.get("/study/05?hide=1").text
    name = '<span class="visually-hidden">隐去的词 </span>'
    box = f'<label class="cloze"><input type="checkbox">{name}<span class="cloze-term">期望</span></label>'
    assert f"满意是{box}与" in hidden


def test_notes_of_differing_sources_are_marked_so(client: FlaskClient, session: Session):
    cared_for = set(session.scalars(select(Fact.id).where(Fact.exam == "care", Fact.chapter_id == "05")))
    page = client.get("/study/05").text
    assert len(re.findall("说法不一</span>", page)) == len(cared_for) > 0


def test_neighbouring_chapters_are_one_step_away_in_the_same_mode(client: FlaskClient):
    assert 'href="/study/04?hide=1"' in client.get("/study/05?hide=1").text
    page = client.get("/study/05").text
    assert 'href="/study/04"' in page
    assert 'href="/study/06"' in page


def test_english_pages_name_facts_in_english(client: FlaskClient):
    client.set_cookie("language", "en")
    page = client.get("/study/05?hide=1").text
    assert "Satisfaction ratio" in page
    assert "Hide all again" in page
