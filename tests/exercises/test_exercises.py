"""What holds for every calculator: the catalogue, its texts, its formulas, its problems."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from latex2mathml.converter import convert

from exercises import EXERCISES, Exercise, Inputs, PartKind, Problem, Solution, Verdict, grade
from question_bank.display import latex
from question_bank.marking import Mark, Number, read_number
from question_bank.text import Text

CASES = [(exercise, level) for exercise in EXERCISES.values() for level in exercise.levels]
each_case = pytest.mark.parametrize(
    ("exercise", "level"), CASES, ids=[f"{exercise.slug}-{level}" for exercise, level in CASES]
)
each_exercise = pytest.mark.parametrize("exercise", EXERCISES.values(), ids=list(EXERCISES))
SEEDS = st.integers(min_value=-(2**31), max_value=2**63)


def texts(thing: object) -> Iterator[Text]:
    """Yield every text inside a value, however deep."""
    if isinstance(thing, Text):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from texts(item)


def examples(exercise: Exercise) -> Solution:
    inputs = exercise.read_inputs({variable.name: variable.example for variable in exercise.variables})
    assert isinstance(inputs, Inputs)
    solution = exercise.solve(inputs)
    assert isinstance(solution, Solution)
    return solution


def test_the_catalogue_is_keyed_by_slug() -> None:
    assert list(EXERCISES) == ["satisfaction-ratio", "delivered-value", "rfm-break-even", "clv-npv"]
    assert all(slug == exercise.slug for slug, exercise in EXERCISES.items())


@each_exercise
def test_every_text_is_there_in_both_languages(exercise: Exercise) -> None:
    for text in (*texts(exercise), *texts(examples(exercise)), *texts(exercise.problem(1))):
        assert text.zh.strip() and text.en.strip()
        assert "{" not in text.zh + text.en, "a place was left unfilled"


@each_exercise
def test_english_texts_hold_no_chinese(exercise: Exercise) -> None:
    for seed in range(25):
        for text in (*texts(exercise), *texts(exercise.problem(seed))):
            assert not any("\u4e00" <= character <= "\u9fff" for character in text.en), text.en


@each_exercise
def test_the_examples_in_the_form_can_be_worked(exercise: Exercise) -> None:
    assert examples(exercise).answers


@each_exercise
def test_an_empty_form_reports_every_field(exercise: Exercise) -> None:
    faults = exercise.read_inputs({})
    assert isinstance(faults, tuple)
    assert [fault.field for fault in faults] == [v.name for v in exercise.variables if not v.optional]
    assert all(fault.code == "missing" for fault in faults)


@each_exercise
def test_a_misconception_has_one_code_and_no_values(exercise: Exercise) -> None:
    codes = [slip.code for slip in exercise.misconceptions]
    assert len(set(codes)) == len(codes) >= 3
    conventions = {convention.code for convention in exercise.conventions}
    assert not conventions & set(codes)
    assert all(code.isidentifier() and code.islower() for code in codes)


@each_exercise
def test_there_are_six_stories_or_more(exercise: Exercise) -> None:
    openings = {exercise.problem(seed).story.zh[:12] for seed in range(150)}
    assert len(openings) >= 6


@each_case
def test_every_formula_is_mathml_without_chinese(exercise: Exercise, level: int) -> None:
    steps = [*examples(exercise).steps, *exercise.problem(2, level).solution.steps]
    formulas = [exercise.formula, *(v.symbol for v in exercise.variables), *(step.latex for step in steps)]
    for formula in formulas:
        assert formula.isascii()
        assert "merror" not in convert(formula) and convert(formula).startswith("<math")
        assert "\\" not in convert(formula), "a command the library does not know"


def last_number(line: str) -> Fraction:
    """Read the number after the last relation sign of a line of working."""
    tail = line.replace(r"\approx", "=").rsplit("=", 1)[1]
    number = read_number(tail.replace("\\", ""))
    assert isinstance(number, Number)
    return number.value


@each_case
def test_the_last_step_ends_in_the_answer(exercise: Exercise, level: int) -> None:
    for solution in (examples(exercise), *(exercise.problem(seed, level).solution for seed in range(40))):
        line, answer = solution.steps[-1].latex, solution.answers[-1]
        shown = answer.shown.en.split()[0]
        assert line.endswith(latex(shown))
        assert abs(last_number(line) - answer.value) <= Fraction(5, 1000)


@each_case
@settings(max_examples=20, deadline=None)
@given(seed=SEEDS)
def test_a_seed_always_gives_the_same_problem(exercise: Exercise, level: int, seed: int) -> None:
    assert exercise.problem(seed, level) == exercise.problem(seed, level)


@each_case
def test_different_seeds_give_different_problems(exercise: Exercise, level: int) -> None:
    stories = {exercise.problem(seed, level).story.zh for seed in range(60)}
    assert len(stories) > 50


def assert_wrong_numbers_tell_one_story(problem: Problem) -> None:
    for part in problem.parts:
        known = [wrong.value for wrong in (*part.misconceptions, *part.other_conventions)]
        for first, second in combinations([part.answer, *known], 2):
            if isinstance(first, str) or isinstance(second, str):
                assert first != second
            else:
                assert abs(first - second) > 2 * part.tolerance


@each_case
@settings(max_examples=150, deadline=None)
@given(seed=SEEDS)
def test_known_mistakes_stay_apart_from_each_other_and_from_the_right_answer(
    exercise: Exercise, level: int, seed: int
) -> None:
    problem = exercise.problem(seed, level)
    assert_wrong_numbers_tell_one_story(problem)
    assert len({wrong.code for part in problem.parts for wrong in part.misconceptions}) >= 3


@each_case
@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_the_right_answers_as_shown_earn_every_point(exercise: Exercise, level: int, seed: int) -> None:
    problem = exercise.problem(seed, level)
    shown = {
        part.name: str(part.answer) if part.kind is PartKind.CHOICE else part.shown.zh
        for part in problem.parts
    }
    sheet = grade(problem, shown)
    assert isinstance(sheet.mark, Mark)
    assert sheet.mark.is_full
    assert all(part.verdict is Verdict.RIGHT and not part.codes for part in sheet.parts)


@each_case
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_every_known_mistake_is_named_when_it_is_made(exercise: Exercise, level: int, seed: int) -> None:
    problem = exercise.problem(seed, level)
    for part in problem.parts:
        for wrong in part.misconceptions:
            sheet = grade(problem, {part.name: typed(wrong.value, part.is_rate)})
            graded = sheet.part(part.name)
            assert graded.verdict is Verdict.MISCONCEPTION
            assert wrong.code in graded.codes
            assert wrong.says.zh in graded.messages[0].zh


@each_case
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_another_convention_is_named_when_it_is_used(exercise: Exercise, level: int, seed: int) -> None:
    problem = exercise.problem(seed, level)
    others = [(part, wrong) for part in problem.parts for wrong in part.other_conventions]
    assert bool(others) is (len(exercise.conventions) > 1)
    for part, wrong in others:
        graded = grade(problem, {part.name: typed(wrong.value, part.is_rate)}).part(part.name)
        assert (graded.verdict, graded.codes) == (Verdict.OTHER_CONVENTION, (wrong.code,))


def typed(value: Fraction | str, is_rate: bool) -> str:
    """Return a value as a careful learner would type it: four decimals, rates in percent."""
    if isinstance(value, str):
        return value
    return f"{float(value * 100):.4f}%" if is_rate else f"{float(value):.4f}"


def test_the_facts_exist_in_the_course(request: pytest.FixtureRequest) -> None:
    content = request.config.rootpath / "question_bank" / "content"
    listed = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(content).glob("*/chapter.yaml"))
    )
    chapters = {path.parent.name[:2] for path in Path(content).glob("*/chapter.yaml")}
    cited = {fact for exercise in EXERCISES.values() for fact in exercise.facts}
    assert all(len(fact) == 6 and fact[2] == "-" for fact in cited)
    # a chapter that is not shipped yet cannot be checked
    assert [fact for fact in sorted(cited) if fact[:2] in chapters and fact not in listed] == []
