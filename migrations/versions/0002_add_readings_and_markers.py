"""Keep how an answer was read when it was saved, and who gave a mark."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("responses", sa.Column("read_back", sa.JSON(), nullable=True))
    with op.batch_alter_table("marks") as marks:
        # every mark so far was given by the rules
        marks.add_column(sa.Column("marker", sa.String(length=12), nullable=False, server_default="rules"))
        marks.add_column(sa.Column("marker_id", sa.Integer(), nullable=True))
        marks.create_foreign_key(op.f("fk_marks_marker_id_users"), "users", ["marker_id"], ["id"])
    with op.batch_alter_table("marks") as marks:
        marks.alter_column("marker", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("marks") as marks:
        marks.drop_constraint(op.f("fk_marks_marker_id_users"), type_="foreignkey")
        marks.drop_column("marker_id")
        marks.drop_column("marker")
    op.drop_column("responses", "read_back")
