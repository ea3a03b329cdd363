"""Add the glossary, which facts a revision examines, the case it belongs to, and facts that are not asked."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "glossary_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chapter_id", sa.String(length=2), nullable=False),
        sa.Column("term_zh", sa.String(length=200), nullable=False),
        sa.Column("term_en", sa.String(length=200), nullable=False),
        sa.Column("also", sa.JSON(), nullable=False),
        sa.Column("meaning_zh", sa.Text(), nullable=False),
        sa.Column("meaning_en", sa.Text(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chapter_id"], ["chapters.id"], name=op.f("fk_glossary_entries_chapter_id_chapters")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_glossary_entries")),
    )
    op.create_table(
        "revision_facts",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.String(length=6), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["question_revisions.id"],
            name=op.f("fk_revision_facts_revision_id_question_revisions"),
        ),
        sa.PrimaryKeyConstraint("revision_id", "fact_id", name=op.f("pk_revision_facts")),
    )
    op.create_index(op.f("ix_revision_facts_fact_id"), "revision_facts", ["fact_id"])
    op.add_column("question_revisions", sa.Column("case_id", sa.String(length=80), nullable=True))
    op.add_column("question_revisions", sa.Column("case_number", sa.Integer(), nullable=True))
    op.add_column("facts", sa.Column("exam", sa.String(length=4), nullable=True))
    _fill_from_bodies()
    # the glossary and the new columns of facts come with the next load, which must not be skipped
    op.execute("DELETE FROM bank_loads")


def _fill_from_bodies() -> None:
    """Take facts and cases of the revisions there are out of their bodies.

    No release before this one made cases, but a database may come back here from a later one.
    """
    names = ("id", "body", "case_id", "case_number")
    revisions = sa.table("question_revisions", *(sa.column(name) for name in names))
    examined = sa.table("revision_facts", sa.column("revision_id"), sa.column("fact_id"))
    connection = op.get_bind()
    found = connection.execute(sa.select(revisions.c.id, sa.cast(revisions.c.body, sa.Text()))).all()
    bodies = {revision_id: json.loads(body) for revision_id, body in found}
    rows = [
        {"revision_id": revision_id, "fact_id": fact}
        for revision_id, body in bodies.items()
        for fact in dict.fromkeys(body.get("facts", ()))
    ]
    if rows:
        connection.execute(sa.insert(examined), rows)
    for revision_id, body in bodies.items():
        if case := body.get("case"):
            change = sa.update(revisions).where(revisions.c.id == revision_id)
            connection.execute(change.values(case_id=case["id"], case_number=case["number"]))


def downgrade() -> None:
    op.drop_column("facts", "exam")
    op.drop_column("question_revisions", "case_number")
    op.drop_column("question_revisions", "case_id")
    op.drop_index(op.f("ix_revision_facts_fact_id"), table_name="revision_facts")
    op.drop_table("revision_facts")
    op.drop_table("glossary_entries")
