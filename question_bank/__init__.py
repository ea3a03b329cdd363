"""What a question is and what an answer is worth. No Flask, database, clock or global dice in here."""

from question_bank.bank import Bank, Chapter, Fact, uncovered_facts
from question_bank.errors import BadQuestion, BadQuestionFile, Fault, FieldFault
from question_bank.marking import AwaitsMarker, Mark, PartMark, ReadBack, Unreadable
from question_bank.reading import read_question, restore_question, write_question
from question_bank.remarking import CannotRemark, Change, GivenAnswer, remark
from question_bank.text import Text
from question_bank.types import TYPES, PublicQuestion, Question

__all__ = [
    "TYPES",
    "AwaitsMarker",
    "BadQuestion",
    "BadQuestionFile",
    "Bank",
    "CannotRemark",
    "Change",
    "Chapter",
    "Fact",
    "Fault",
    "FieldFault",
    "GivenAnswer",
    "Mark",
    "PartMark",
    "PublicQuestion",
    "Question",
    "ReadBack",
    "Text",
    "Unreadable",
    "read_question",
    "remark",
    "restore_question",
    "uncovered_facts",
    "write_question",
]
