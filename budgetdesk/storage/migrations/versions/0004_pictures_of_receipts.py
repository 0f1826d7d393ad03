"""Pictures of receipts, and how they were paid"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_pictures_case_id_cases"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_pictures")),
    )
    with op.batch_alter_table("receipt_items", schema=None) as batch_op:
        batch_op.add_column(sa.Column("boxes", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))

    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("also", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("refused", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("paid_by", sa.String(length=40), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("card", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("off_bank", sa.BigInteger(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("picture", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("doubts", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("receipts", schema=None) as batch_op:
        batch_op.drop_column("doubts")
        batch_op.drop_column("picture")
        batch_op.drop_column("off_bank")
        batch_op.drop_column("card")
        batch_op.drop_column("paid_by")
        batch_op.drop_column("refused")
        batch_op.drop_column("also")

    with op.batch_alter_table("receipt_items", schema=None) as batch_op:
        batch_op.drop_column("boxes")

    op.drop_table("pictures")
