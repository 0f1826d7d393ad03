"""Boligstøtte that is applied for: the day, and what the calculation said"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tenancies") as tenancies:
        tenancies.add_column(sa.Column("boligstoette_applied_on", sa.Date(), nullable=True))
        tenancies.add_column(sa.Column("boligstoette_applied_for", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("tenancies") as tenancies:
        tenancies.drop_column("boligstoette_applied_for")
        tenancies.drop_column("boligstoette_applied_on")
