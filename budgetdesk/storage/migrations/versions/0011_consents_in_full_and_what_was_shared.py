"""Consents in full, and what was shared"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("party", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("covers", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("both_ways", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("heard_by", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("may", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("towards", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("contact", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("informed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("bases_noted", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("shared", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_column("shared")
        batch_op.drop_column("bases_noted")
        batch_op.drop_column("informed_on")

    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_column("contact")
        batch_op.drop_column("towards")
        batch_op.drop_column("may")
        batch_op.drop_column("heard_by")
        batch_op.drop_column("both_ways")
        batch_op.drop_column("covers")
        batch_op.drop_column("party")
