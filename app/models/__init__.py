"""The tables. Plain SQLAlchemy: no Flask in here, so services can be run and tested without the web."""

from app.models.attempt import (
    Attempt,
    AttemptItem,
    Feedback,
    Kind,
    Mark,
    Marker,
    Outcome,
    Response,
    is_counted_mark,
    is_counted_response,
)
from app.models.base import Base
from app.models.classroom import Classroom, Membership
from app.models.question import (
    BankLoad,
    Chapter,
    Fact,
    GlossaryEntry,
    Origin,
    Question,
    QuestionRevision,
    RevisionFact,
)
from app.models.user import Invitation, Role, User

__all__ = [
    "Attempt",
    "AttemptItem",
    "BankLoad",
    "Base",
    "Chapter",
    "Classroom",
    "Fact",
    "Feedback",
    "GlossaryEntry",
    "Invitation",
    "Kind",
    "Mark",
    "Marker",
    "Membership",
    "Origin",
    "Outcome",
    "Question",
    "QuestionRevision",
    "Response",
    "RevisionFact",
    "Role",
    "User",
    "is_counted_mark",
    "is_counted_response",
]
