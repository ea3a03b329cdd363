"""What all calculators share: typed inputs, worked solutions, drawn problems, one grader."""

from exercises.core.exercise import Exercise
from exercises.core.generation import Draft, NoClearDraw, UnknownLevel
from exercises.core.grading import Grade, PartGrade, Verdict, grade
from exercises.core.inputs import InputFault, Inputs, Variable
from exercises.core.misconception import Convention, Misconception
from exercises.core.problem import (
    Given,
    KnownWrong,
    Part,
    PartKind,
    Problem,
    PublicPart,
    PublicProblem,
)
from exercises.core.quantity import Kind
from exercises.core.solution import Answer, Refusal, Solution, Step

__all__ = [
    "Answer",
    "Convention",
    "Draft",
    "Exercise",
    "Given",
    "Grade",
    "InputFault",
    "Inputs",
    "Kind",
    "KnownWrong",
    "Misconception",
    "NoClearDraw",
    "Part",
    "PartGrade",
    "PartKind",
    "Problem",
    "PublicPart",
    "PublicProblem",
    "Refusal",
    "Solution",
    "Step",
    "UnknownLevel",
    "Variable",
    "Verdict",
    "grade",
]
