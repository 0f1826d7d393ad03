"""Debts and repayment plans in full"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "former_agreements",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("landlord_accepted", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("agreement_form", sa.String(length=40), nullable=False),
        sa.Column("agreement_instalments", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("agreement_policy_version", sa.Text(), nullable=False),
        sa.Column("agreement_approved_by", sa.Text(), nullable=False),
        sa.Column("agreement_approved_on", sa.Date(), nullable=True),
        sa.Column("agreement_made_on", sa.Date(), nullable=True),
        sa.Column("agreement_ophaevelse", sa.String(length=40), nullable=True),
        sa.Column("agreement_account", sa.Text(), nullable=False),
        sa.Column("agreement_clauses", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("agreement_follow_up", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("agreement_payments", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("agreement_silenced", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_former_agreements_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_former_agreements")),
    )
    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.add_column(sa.Column("approved_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("made_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("ophaevelse", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("account", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("clauses", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("follow_up", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("payments", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(sa.Column("silenced", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("debts_asked", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))
        batch_op.add_column(
            sa.Column("premises_noted", sa.JSON(none_as_null=True), nullable=False, server_default="[]")
        )

    with op.batch_alter_table("debts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basis", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("due_since", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("acknowledged_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("late_rate", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("late_from", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("reminders", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reminder_fees", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("collection_fees", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("steps", sa.JSON(none_as_null=True), nullable=False, server_default="[]"))

    # The rows there are have these now; from here on whoever writes a row says what stands in it.
    for table, names in (
        ("agreements", ("account", "clauses", "follow_up", "payments", "silenced")),
        ("conversations", ("debts_asked", "premises_noted")),
        ("debts", ("steps",)),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name in names:
                batch_op.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("debts", schema=None) as batch_op:
        batch_op.drop_column("steps")
        batch_op.drop_column("collection_fees")
        batch_op.drop_column("reminder_fees")
        batch_op.drop_column("reminders")
        batch_op.drop_column("late_from")
        batch_op.drop_column("late_rate")
        batch_op.drop_column("acknowledged_on")
        batch_op.drop_column("due_since")
        batch_op.drop_column("basis")

    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_column("premises_noted")
        batch_op.drop_column("debts_asked")

    with op.batch_alter_table("agreements", schema=None) as batch_op:
        batch_op.drop_column("silenced")
        batch_op.drop_column("payments")
        batch_op.drop_column("follow_up")
        batch_op.drop_column("clauses")
        batch_op.drop_column("account")
        batch_op.drop_column("ophaevelse")
        batch_op.drop_column("made_on")
        batch_op.drop_column("approved_on")

    op.drop_table("former_agreements")
