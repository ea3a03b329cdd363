"""What a question is and what an answer is worth. No Flask, database, clock or global dice in here."""

from question_bank.bank import Bank, Chapter, Fact, GlossaryEntry
from question_bank.checks import Finding, check_bank
from question_bank.counting import BankCount, Share, count_bank
from question_bank.coverage import FactCoverage, measure_coverage
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
    "BankCount",
    "CannotRemark",
    "Change",
    "Chapter",
    "Fact",
    "FactCoverage",
    "Fault",
    "FieldFault",
    "Finding",
    "GivenAnswer",
    "GlossaryEntry",
    "Mark",
    "PartMark",
    "PublicQuestion",
    "Question",
    "ReadBack",
    "Share",
    "Text",
    "Unreadable",
    "check_bank",
    "count_bank",
    "measure_coverage",
    "read_question",
    "remark",
    "restore_question",
    "write_question",
]
