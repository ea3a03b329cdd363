"""Calculators in the browser: worked with one's own numbers, set as problems, graded with feedback."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from app.rendering import formula
from exercises import EXERCISES, Exercise, PartKind, Problem, Verdict, grade

each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
RATIO = "/calculators/satisfaction-ratio"
CLV = "/calculators/clv-npv"
FLOWS = {"cash_flows": "1000 1200", "discount_rate": "10%"}


def typed(value: Fraction | str) -> str:
    """Write a value as a learner could: fractions are exact and need no percent sign."""
    return value if isinstance(value, str) else f"{value.numerator}/{value.denominator}"


def right_answers(problem: Problem) -> dict[str, str]:
    return {part.name: typed(part.answer) for part in problem.parts}


def address(problem: Problem) -> str:
    return f"/calculators/{problem.exercise}/problem?seed={problem.seed}&level={problem.level}"


def asked(page: str) -> str:
    """Return story and numbers of a problem, without the tokens that differ from page to page."""
    return re.search(r'<div class="stem">.*?<form', page, re.S)[0]


def field_value(page: str, name: str) -> str:
    """Return what stands in a field."""
    return re.search(rf'<input[^>]*id="{name}"[^>]*value="([^"]*)"', page)[1]


def test_list_names_every_calculator_with_its_formula(client: FlaskClient):
    page = client.get("/calculators/").text
    for slug, exercise in EXERCISES.items():
        assert f'href="/calculators/{slug}"' in page
        assert exercise.title.zh in page
        assert formula(exercise.formula) in page


@each_exercise
def test_calculator_opens_with_its_example_worked(client: FlaskClient, exercise: Exercise):
    example = exercise.solve(exercise.read_inputs({v.name: v.example for v in exercise.variables}))
    page = client.get(f"/calculators/{exercise.slug}").text
    for answer in example.answers:
        assert f"<dd>{answer.shown.zh}</dd>" in page
    for step in example.steps:
        assert formula(step.latex, True) in page
    for slip in exercise.misconceptions:
        assert str(escape(slip.says.zh)) in page


@pytest.mark.parametrize(
    ("expectation", "experience", "shown", "reading"),
    [
        ("8", "6", "0.75", "小于 1"),
        ("８", "8", "1", "等于 1"),  # full-width digits are digits
        ("4", "10", "2.5", "大于 1"),
        ("3", "1", "0.33", "小于 1"),
    ],
)
def test_own_numbers_in_the_address_are_worked(client, expectation, experience, shown, reading):
    page = client.get(RATIO, query_string={"expectation": expectation, "experience": experience})
    assert page.status_code == 200
    assert f"<dd>{shown}</dd>" in page.text
    assert reading in re.search(r'<p class="reading">(.*?)</p>', page.text)[1]


def test_text_that_is_no_number_says_why_and_the_other_field_keeps_its_value(client: FlaskClient):
    page = client.get(RATIO, query_string={"expectation": '八"分', "experience": "7.5"})
    assert page.status_code == 200  # a page to go on with: nothing was refused but a reading
    fault = re.search(r'id="expectation-fault" role="alert">(.*?)</div>', page.text)[1]
    assert "读不成一个数" in fault
    assert "experience-fault" not in re.findall(r'<div class="field-fault" id="([^"]*)"', page.text)
    assert field_value(page.text, "expectation") == "八&#34;分"
    assert field_value(page.text, "experience") == "7.5"
    assert "逐步演算" not in page.text


def test_every_faulty_field_is_told_at_once(client: FlaskClient):
    page = client.get(RATIO, query_string={"expectation": "x", "experience": ""}).text
    assert re.findall(r'<div class="field-fault" id="([^"]*)"', page) == [
        "expectation-fault",
        "experience-fault",
    ]


def test_expectation_of_zero_is_refused_with_the_reason(client: FlaskClient):
    page = client.get(RATIO, query_string={"expectation": "0", "experience": "7"})
    assert page.status_code == 200
    assert "期望值 a 是分母，不能为 0" in page.text
    assert field_value(page.text, "experience") == "7"
    assert "逐步演算" not in page.text


def test_convention_changes_the_result_and_stays_chosen(client: FlaskClient):
    results = {}
    for convention in EXERCISES["clv-npv"].conventions:
        page = client.get(CLV, query_string=FLOWS | {"convention": convention.code}).text
        assert re.findall(r'value="(\w+)" checked', page) == [convention.code]
        results[convention.code] = re.findall(r"<dd>(.*?)</dd>", page)
    # 1000/1.1 + 1200/1.21, and 1000 + 1200/1.1
    assert any("1900.83" in shown for shown in results["end_of_period"])
    assert any("2090.91" in shown for shown in results["from_period_zero"])


def test_unknown_convention_is_refused_and_unknown_calculator_is_404(client: FlaskClient):
    page = client.get(CLV, query_string=FLOWS | {"convention": "mine"})
    assert "没有这种计算口径" in page.text
    assert client.get("/calculators/astrology").status_code == 404
    assert client.get("/calculators/astrology/problem").status_code == 404


def test_asking_for_a_problem_leads_to_one_with_an_address(client: FlaskClient):
    response = client.get(f"{CLV}/problem?level=2")
    assert response.status_code == 302
    assert re.fullmatch(rf"{CLV}/problem\?seed=\d{{1,6}}&level=2", response.location)
    assert client.get(response.location).status_code == 200


@each_exercise
def test_same_address_is_the_same_problem_for_everybody(app, exercise: Exercise):
    one, two, other = (
        asked(app.test_client().get(address(exercise.problem(seed))).text) for seed in (7, 7, 8)
    )
    assert one == two != other


@pytest.mark.parametrize(
    "query", ["seed=-1", "seed=x", "seed=", "seed=1000000", "seed=1&level=9", "seed=1&level="]
)
def test_bad_seed_or_level_is_404(client: FlaskClient, query: str):
    assert client.get(f"{RATIO}/problem?{query}").status_code == 404
    assert client.post(f"{RATIO}/problem?{query}").status_code == 404


@each_exercise
def test_page_of_a_problem_holds_no_answer(client: FlaskClient, exercise: Exercise):
    problem = exercise.problem(1)
    page = client.get(address(problem)).text
    assert problem.parts[0].prompt.zh in page
    assert "逐步演算" not in page
    for part in problem.parts:
        if part.kind is PartKind.NUMBER and len(part.shown.zh) > 3:  # a lone 3 stands on every page
            assert part.shown.zh.split()[0] not in page
        for slip in (*part.misconceptions, *part.other_conventions):
            assert str(escape(slip.says.zh)) not in page


@each_exercise
@pytest.mark.parametrize("seed", [1, 7, 4711])
def test_right_answers_earn_full_points_with_the_steps(client: FlaskClient, exercise: Exercise, seed: int):
    problem = exercise.problem(seed, exercise.levels[-1])
    page = client.post(address(problem), data=right_answers(problem))
    count = len(problem.parts)
    assert page.status_code == 200
    assert f"得 {count} 分，满分 {count} 分" in page.text
    assert page.text.count("✓ 正确") == count
    assert "逐步演算" in page.text
    assert formula(problem.solution.steps[0].latex, True) in page.text


@each_exercise
def test_known_mistake_is_named_and_the_right_answer_shown(client: FlaskClient, exercise: Exercise):
    problem = exercise.problem(1)
    part = problem.parts[0]
    for slip in part.misconceptions:
        answers = right_answers(problem) | {part.name: typed(slip.value)}
        assert grade(problem, answers).part(part.name).verdict is Verdict.MISCONCEPTION
        page = client.post(address(problem), data=answers)
        assert page.status_code == 200
        assert str(escape(slip.says.zh)) in page.text
        assert f"<strong>{part.shown.zh}</strong>" in page.text


def test_number_of_another_convention_earns_half(client: FlaskClient):
    problem = EXERCISES["clv-npv"].problem(1)
    part = problem.parts[0]
    answers = right_answers(problem) | {part.name: typed(part.other_conventions[0].value)}
    page = client.post(address(problem), data=answers).text
    assert f"得 {len(problem.parts) - 1}.5 分" in page
    assert "方法对，口径不同" in page


@each_exercise
def test_unreadable_sheet_gets_no_mark_and_reveals_nothing(client: FlaskClient, exercise: Exercise):
    problem = exercise.problem(1)
    first, *others = problem.parts
    answers = right_answers(problem) | {first.name: "不知道"}
    page = client.post(address(problem), data=answers)
    assert page.status_code == 422
    assert "不算错，也不扣分" in page.text
    for revealing in ("✓", "✗", "逐步演算", "满分"):
        assert revealing not in page.text
    for part in others:
        if part.kind is PartKind.NUMBER:
            assert field_value(page.text, part.name) == answers[part.name]
    assert field_value(page.text, first.name) == "不知道"


def test_empty_sheet_asks_for_an_answer(client: FlaskClient):
    page = client.post(f"{RATIO}/problem?seed=1", data={})
    assert page.status_code == 422
    assert "请至少填一问" in page.text
