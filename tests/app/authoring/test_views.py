"""An instructor's own questions: written, previewed, refused, practised, edited and withdrawn."""

from __future__ import annotations

import re
from datetime import datetime
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.classes.service import join, make_classroom
from app.extensions import db
from app.models import Attempt, AttemptItem, Question, QuestionRevision, Role, User
from question_bank.types import WrittenQuestion
from tests.answers import right_answer
from tests.factories import browser_of, make_person

COMMON = {"chapter": "05", "difficulty": "3", "level": "remember", "explanation": "两者相比。"}
FILL = COMMON | {
    "stem": "满意度取决于 ____ 与 ____ 的比较。",
    "blanks-0-accept": "感知价值\n顾客感知价值",
    "blanks-1-accept": "期望值",
    "any_order": "y",
}
OPTIONS = {
    "options-0-text": "体验",
    "options-0-why": "体验是 b。",
    "options-1-text": "期望",
    "options-1-correct": "y",
    "options-1-why": "分母是期望。",
    "options-2-text": "价格",
}
SINGLE = COMMON | OPTIONS | {"stem": "分母是什么？"}
MULTIPLE = COMMON | OPTIONS | {"stem": "分数线两边是什么？", "options-0-correct": "y"}
TRUE_FALSE = COMMON | {"stem": "C 大于 1 表示不满意。", "correct": "false", "correction": "表示很满意。"}
WRITTEN = COMMON | {
    "model_answer": "客户把体验与期望相比之后的感觉状态。",
    "key_points": "一种感觉状态 | 1 | 感觉状态\n与期望相比 | 2 | 期望, 期望值",
}
TERM = WRITTEN | {"stem": "名词解释：客户满意"}
SHORT = WRITTEN | {"stem": "简述客户满意是怎样形成的。"}
FORMS = {
    "fill": FILL,
    "single": SINGLE,
    "multiple": MULTIPLE,
    "true_false": TRUE_FALSE,
    "term": TERM,
    "short": SHORT,
}


@pytest.fixture
def teacher(app: Flask, now: datetime) -> FlaskClient:
    with app.app_context():
        return browser_of(app, make_person(db.session(), now, "teacher", Role.INSTRUCTOR).id)


def save(browser: FlaskClient, type_name: str, **changes: str) -> str:
    """Save a question through its form and return its address."""
    data = FORMS[type_name] | {"action": "save"} | changes
    response = browser.post(f"/questions/new/{type_name}", data=data)
    assert response.status_code == 302, response.text
    return response.location


def own_questions(app: Flask) -> list[Question]:
    """List the questions that are not the bank's."""
    with app.app_context():
        return list(db.session.scalars(select(Question).where(Question.owner_id.is_not(None))))


def fault_beside(page: str, field: str) -> str:
    """Return what is said beside a field, nothing if nothing is."""
    found = re.search(rf'id="{field}-fault" role="alert">(.*?)</div>\s*</div>', page, re.S)
    return found[1] if found else ""


@pytest.mark.parametrize("type_name", FORMS)
def test_question_of_each_type_is_written_and_practised_at_once(
    app: Flask, teacher: FlaskClient, type_name: str
):
    address = save(teacher, type_name)
    assert FORMS[type_name]["explanation"] in teacher.get(address).text
    assert address in teacher.get("/questions/").text
    practice = teacher.post(f"{address}/try").location
    with app.app_context():
        content = db.session.scalars(select(QuestionRevision).join(AttemptItem)).one().content
    assert content.type == type_name
    teacher.post(practice, data={"answer": right_answer(content)})
    # a written answer is shown with its key points, for the student to mark
    after = content.key_points[0].text if isinstance(content, WrittenQuestion) else "✓ 正确"
    assert after in teacher.get(practice).text


def test_blanks_of_a_form_may_be_exchanged_when_ticked(teacher: FlaskClient):
    practice = teacher.post(f"{save(teacher, 'fill')}/try").location
    teacher.post(practice, data={"answer": ["期望值", "顾客感知价值"]})
    assert "✓ 正确" in teacher.get(practice).text


@pytest.mark.parametrize("type_name", FORMS)
def test_preview_shows_the_question_and_stores_nothing(app: Flask, teacher: FlaskClient, type_name: str):
    data = FORMS[type_name] | {"action": "preview"}
    page = teacher.post(f"/questions/new/{type_name}", data=data)
    assert page.status_code == 200
    preview = re.search(r'<section class="preview".*?</section>\s*<div', page.text, re.S)[0]
    assert FORMS[type_name]["explanation"] in preview
    assert own_questions(app) == []


@pytest.mark.parametrize(
    ("type_name", "changes", "field", "message"),
    [
        ("single", {"stem": ""}, "stem", "不能是空的"),
        ("single", {"stem": "满" * 4001}, "stem", "超过 4000 个字符"),
        ("single", {"options-0-text": ""}, "options-0-text", "不能是空的"),  # its reason is there: a used row
        ("single", {"options-2-text": "", "options-4-why": "没有选项"}, "options-4-text", "不能是空的"),
        ("fill", {"blanks-0-accept": "。。"}, "blanks-0-accept", "什么也不剩"),
        ("fill", {"blanks-0-accept": ""}, "blanks-0-accept", "至少要 1 项"),  # the second blank has an answer
        ("fill", {"blanks-1-accept": ""}, "blanks-0-accept", "题干有 2 个空，答案有 1 组"),
        ("true_false", {"correct": ""}, "correct", "缺少这一项"),  # nobody chose a key
        ("true_false", {"correction": ""}, "correction", "错误的说法须有更正"),
        ("true_false", {"correct": "true"}, "correction", "正确的没有"),
        ("single", {"chapter": "99"}, "chapter", ""),
        ("single", {"difficulty": "9"}, "difficulty", ""),
        ("single", {"level": "guess"}, "level", ""),
    ],
)
def test_fault_appears_beside_its_field_and_typed_text_stays(
    app: Flask, teacher: FlaskClient, type_name: str, changes: dict[str, str], field: str, message: str
):
    data = FORMS[type_name] | {"action": "save", "explanation": "别弄丢这段解析"} | changes
    page = teacher.post(f"/questions/new/{type_name}", data=data)
    assert page.status_code == 422
    said = fault_beside(page.text, field)
    assert said
    assert message in said
    assert "别弄丢这段解析" in page.text
    assert own_questions(app) == []


@pytest.mark.parametrize(
    ("type_name", "changes", "message"),
    [
        ("single", {"options-1-correct": ""}, "单选题须恰有一个正确选项，现在有 0 个"),
        ("multiple", {"options-0-correct": ""}, "多选题须有两个以上正确选项"),
        ("single", {"options-0-text": "期望"}, "选项“期望”出现两次"),
    ],
)
def test_fault_of_all_options_together_stands_at_the_top(
    app: Flask, teacher: FlaskClient, type_name: str, changes: dict[str, str], message: str
):
    changed = FORMS[type_name] | {"action": "save"} | changes
    data = {name: value for name, value in changed.items() if value}  # an unticked box is not sent
    page = teacher.post(f"/questions/new/{type_name}", data=data)
    assert page.status_code == 422
    assert message in page.text
    assert "价格" in page.text  # what was typed
    assert own_questions(app) == []


def test_class_members_are_given_the_question_and_others_are_not(app: Flask, now, teacher: FlaskClient):
    save(teacher, "single")
    with app.app_context():
        session = db.session()
        owner = session.scalars(select(User).where(User.username == "teacher")).one()
        member, stranger = make_person(session, now, "member"), make_person(session, now, "stranger")
        join(session, member, make_classroom(session, owner, "CRM 1", Random(1), now), now)
        people = {"member": member.id, "stranger": stranger.id}
    plan = {"chapters": ["05"], "types": ["single"], "count": "100", "order": "shuffled", "feedback": "each"}
    for person_id in people.values():
        assert browser_of(app, person_id).post("/practice/new", data=plan).status_code == 302
    with app.app_context():
        own = select(QuestionRevision.id).join(Question).where(Question.owner_id.is_not(None))
        given_to = select(Attempt.user_id).join(AttemptItem).where(AttemptItem.revision_id.in_(own))
        assert db.session.scalars(given_to).all() == [people["member"]]


def test_edit_makes_a_revision_and_past_attempts_keep_the_old_text(app: Flask, teacher: FlaskClient):
    address = save(teacher, "single")
    practice = teacher.post(f"{address}/try").location
    edited = SINGLE | {"action": "save", "stem": "公式的分母叫什么？"}
    assert teacher.post(f"{address}/edit", data=edited).location == address
    assert "第 2 版" in teacher.get(address).text
    assert "分母是什么？" in teacher.get(practice).text
    assert "公式的分母叫什么？" not in teacher.get(practice).text
    assert "公式的分母叫什么？" in teacher.get(teacher.post(f"{address}/try").location).text


@pytest.mark.parametrize("type_name", FORMS)
def test_form_sent_back_as_it_was_filled_makes_no_revision(app: Flask, teacher: FlaskClient, type_name: str):
    multiline = "第一行。\r\n第二行。"  # browsers send line breaks so
    address = save(teacher, type_name, explanation=multiline)
    assert FORMS[type_name]["stem"] in teacher.get(f"{address}/edit").text
    data = FORMS[type_name] | {"action": "save", "explanation": multiline}
    assert teacher.post(f"{address}/edit", data=data).status_code == 302
    with app.app_context():
        own = (
            select(func.count()).select_from(QuestionRevision).where(QuestionRevision.author_id.is_not(None))
        )
        assert db.session.scalar(own) == 1


def test_withdrawn_question_can_be_put_back(app: Flask, teacher: FlaskClient):
    address = save(teacher, "single")
    for _ in range(2):  # sent twice, it stays withdrawn
        page = teacher.post(f"{address}/retire", data={"action": "retire"}, follow_redirects=True).text
        assert "已撤下" in page
    assert own_questions(app)[0].retired_at is not None
    restored = teacher.post(f"{address}/retire", data={"action": "restore"}, follow_redirects=True)
    assert "已恢复练习" in restored.text
    assert own_questions(app)[0].retired_at is None


def test_questions_of_others_and_of_the_bank_do_not_exist_here(app: Flask, now, teacher: FlaskClient):
    address = save(teacher, "single")
    with app.app_context():
        colleague = browser_of(app, make_person(db.session(), now, "colleague", Role.INSTRUCTOR).id)
        shipped = db.session.scalar(select(func.min(Question.id)))
    for browser, question in ((colleague, address), (teacher, f"/questions/{shipped}")):
        assert browser.get(question).status_code == 404
        assert browser.get(f"{question}/edit").status_code == 404
        assert browser.post(f"{question}/edit", data=SINGLE | {"action": "save"}).status_code == 404
        assert browser.post(f"{question}/try").status_code == 404
        assert browser.post(f"{question}/retire").status_code == 404
    assert own_questions(app)[0].retired_at is None


@pytest.mark.parametrize("address", ["/questions/new/essay", "/questions/999999", "/questions/9" + "9" * 30])
def test_type_or_question_that_is_not_there_is_404(teacher: FlaskClient, address: str):
    assert teacher.get(address).status_code == 404


def test_students_do_not_write_questions(app: Flask, now: datetime):
    with app.app_context():
        student = browser_of(app, make_person(db.session(), now, "amy").id)
    assert student.get("/questions/").status_code == 403
    assert student.post("/questions/new/single", data=SINGLE | {"action": "save"}).status_code == 403
    assert own_questions(app) == []


def test_edit_from_an_old_page_is_refused_even_after_a_preview(app: Flask, teacher: FlaskClient):
    address = save(teacher, "single")
    opened = SINGLE | {"base": "1"}
    teacher.post(f"{address}/edit", data=opened | {"stem": "另一个窗口的修改", "action": "save"})
    preview = teacher.post(f"{address}/edit", data=opened | {"stem": "这个窗口的修改", "action": "preview"})
    assert 'name="base" value="1"' in preview.text  # still the revision this page was opened on
    refused = teacher.post(f"{address}/edit", data=opened | {"stem": "这个窗口的修改", "action": "save"})
    assert refused.status_code == 422
    assert "这个窗口的修改" in refused.text
    assert 'name="base" value="2"' in refused.text  # saving again replaces it, knowingly
    replaced = teacher.post(
        f"{address}/edit", data=SINGLE | {"base": "2", "stem": "这个窗口的修改", "action": "save"}
    )
    assert replaced.location == address
    assert "这个窗口的修改" in teacher.get(address).text
