"""Tasks and the next try of a contact"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("next_time", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("next_kind", sa.String(length=40), nullable=True))

    with op.batch_alter_table("todos", schema=None) as batch_op:
        batch_op.add_column(sa.Column("time", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("meeting", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("source", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("todos", schema=None) as batch_op:
        batch_op.drop_column("source")
        batch_op.drop_column("meeting")
        batch_op.drop_column("time")

    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_column("next_kind")
        batch_op.drop_column("next_time")
