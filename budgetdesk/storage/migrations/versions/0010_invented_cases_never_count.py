"""Invented cases never count"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("case_info", schema=None) as batch_op:
        batch_op.add_column(sa.Column("invented", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("case_info", schema=None) as batch_op:
        batch_op.drop_column("invented")
