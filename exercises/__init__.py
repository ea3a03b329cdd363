"""Calculators that explain themselves, set problems and recognise mistakes. No Flask, database or clock."""

from exercises.clv_npv import CLV_NPV
from exercises.core import (
    Answer,
    Convention,
    Exercise,
    Given,
    Grade,
    InputFault,
    Inputs,
    Kind,
    Misconception,
    NoClearDraw,
    Part,
    PartGrade,
    PartKind,
    Problem,
    PublicPart,
    PublicProblem,
    Refusal,
    Solution,
    Step,
    UnknownLevel,
    Variable,
    Verdict,
    grade,
)
from exercises.delivered_value import DELIVERED_VALUE
from exercises.rfm_break_even import RFM_BREAK_EVEN
from exercises.satisfaction_ratio import SATISFACTION_RATIO

EXERCISES: dict[str, Exercise] = {
    "satisfaction-ratio": SATISFACTION_RATIO,
    "delivered-value": DELIVERED_VALUE,
    "rfm-break-even": RFM_BREAK_EVEN,
    "clv-npv": CLV_NPV,
}

__all__ = [
    "EXERCISES",
    "Answer",
    "Convention",
    "Exercise",
    "Given",
    "Grade",
    "InputFault",
    "Inputs",
    "Kind",
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
