"""The day of the arrears"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("arrears", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stated_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("arrears", schema=None) as batch_op:
        batch_op.drop_column("stated_on")
