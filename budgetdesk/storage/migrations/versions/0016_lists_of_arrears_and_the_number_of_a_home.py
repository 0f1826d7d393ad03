"""Lists of arrears, and the number of a tenancy"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "arrears_lists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("stated_on", sa.Date(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("left_out", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrears_lists")),
    )
    op.create_table(
        "arrears_list_rows",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("paakrav", sa.Date(), nullable=True),
        sa.Column("rent", sa.BigInteger(), nullable=True),
        sa.Column("case_id", sa.String(length=40), nullable=True),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_arrears_list_rows_case_id_cases"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["list_id"],
            ["arrears_lists.id"],
            name=op.f("fk_arrears_list_rows_list_id_arrears_lists"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("list_id", "line", name=op.f("pk_arrears_list_rows")),
    )
    with op.batch_alter_table("arrears_list_rows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_arrears_list_rows_case_id"), ["case_id"], unique=False)
        batch_op.create_index("ix_arrears_list_rows_list_id_key", ["list_id", "key"], unique=False)

    with op.batch_alter_table("tenancies", schema=None) as batch_op:
        batch_op.add_column(sa.Column("number", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("tenancies", schema=None) as batch_op:
        batch_op.drop_column("number")

    with op.batch_alter_table("arrears_list_rows", schema=None) as batch_op:
        batch_op.drop_index("ix_arrears_list_rows_list_id_key")
        batch_op.drop_index(batch_op.f("ix_arrears_list_rows_case_id"))

    op.drop_table("arrears_list_rows")
    op.drop_table("arrears_lists")
