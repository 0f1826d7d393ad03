"""What the benefits ask about"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "applications",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("estimate", sa.BigInteger(), nullable=True),
        sa.Column("ask_again", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("granted", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_applications_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_applications")),
    )
    op.create_table(
        "circumstances",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("changed", sa.Boolean(), nullable=True),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("socially_exposed", sa.Boolean(), nullable=True),
        sa.Column("other_way_to_pay", sa.Boolean(), nullable=True),
        sa.Column("conditions_accepted", sa.Boolean(), nullable=True),
        sa.Column("single_expense", sa.BigInteger(), nullable=True),
        sa.Column("single_expense_paid", sa.Boolean(), nullable=True),
        sa.Column("single_expense_foreseen", sa.Boolean(), nullable=True),
        sa.Column("treatment_needed", sa.Boolean(), nullable=True),
        sa.Column("dental_cost", sa.BigInteger(), nullable=True),
        sa.Column("health_cost", sa.BigInteger(), nullable=True),
        sa.Column("heating_cost", sa.BigInteger(), nullable=True),
        sa.Column("moving", sa.Boolean(), nullable=True),
        sa.Column("moving_reason", sa.String(length=40), nullable=True),
        sa.Column("moving_cost", sa.BigInteger(), nullable=True),
        sa.Column("new_rent", sa.BigInteger(), nullable=True),
        sa.Column("new_area_m2", sa.String(length=40), nullable=True),
        sa.Column("new_indskud", sa.BigInteger(), nullable=True),
        sa.Column("new_home_signed", sa.Boolean(), nullable=True),
        sa.Column("documents_have", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_circumstances_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_circumstances")),
    )
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("adult_opholdskrav", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("adult_beskaeftigelseskrav", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("adult_lives_with_parent", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("adult_aktivitetsparat", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("adult_commute_km", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("adult_commute_days", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("adult_forskudsopgoerelse_checked", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("adult_feriepenge_unclaimed", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("adult_income_before", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("child_childcare", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("child_childcare_price", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("child_other_parent", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("child_other_parent_pensioner", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("child_bidrag_decided", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("child_bidrag_on_time", sa.Boolean(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("child_bidrag_on_time")
        batch_op.drop_column("child_bidrag_decided")
        batch_op.drop_column("child_other_parent_pensioner")
        batch_op.drop_column("child_other_parent")
        batch_op.drop_column("child_childcare_price")
        batch_op.drop_column("child_childcare")
        batch_op.drop_column("adult_income_before")
        batch_op.drop_column("adult_feriepenge_unclaimed")
        batch_op.drop_column("adult_forskudsopgoerelse_checked")
        batch_op.drop_column("adult_commute_days")
        batch_op.drop_column("adult_commute_km")
        batch_op.drop_column("adult_aktivitetsparat")
        batch_op.drop_column("adult_lives_with_parent")
        batch_op.drop_column("adult_beskaeftigelseskrav")
        batch_op.drop_column("adult_opholdskrav")

    op.drop_table("circumstances")
    op.drop_table("applications")
