"""The course of a case"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "checks",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("after_end", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Date(), nullable=True),
        sa.Column("home", sa.String(length=40), nullable=True),
        sa.Column("plan_kept", sa.Boolean(), nullable=True),
        sa.Column("benefits_arrived", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_checks_case_id_cases"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_checks")),
    )
    op.create_table(
        "contact_persons",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_contact_persons_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_contact_persons")),
    )
    op.create_table(
        "contacts",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=True),
        sa.Column("with_whom", sa.Text(), nullable=False),
        sa.Column("initiative", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contacts_case_id_cases"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_contacts")),
    )
    op.create_table(
        "courses",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("more_types", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("situations", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("occasions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("causes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("referred_by", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("activities", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("advice", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("help", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("education", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("began", sa.Date(), nullable=True),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("meeting_wanted", sa.Boolean(), nullable=True),
        sa.Column("offered_on", sa.Date(), nullable=True),
        sa.Column("offered_by", sa.String(length=40), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("terminations_this_year", sa.Integer(), nullable=True),
        sa.Column("arrears_covered", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("eviction", sa.String(length=40), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("house_rules", sa.Boolean(), nullable=True),
        sa.Column("temporary", sa.Boolean(), nullable=False),
        sa.Column("arrears_at_leaving", sa.BigInteger(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("keep_until", sa.Date(), nullable=True),
        sa.Column("may_be_counted", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_courses_case_id_cases"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_courses")),
    )
    op.create_table(
        "notes",
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("entered_on", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notes_case_id_cases"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("case_info", schema=None) as batch_op:
        batch_op.add_column(sa.Column("earlier_case", sa.Text(), nullable=False, server_default=""))

    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=40), nullable=False, server_default="samtykke"))


def downgrade() -> None:
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_column("kind")

    with op.batch_alter_table("case_info", schema=None) as batch_op:
        batch_op.drop_column("earlier_case")

    op.drop_table("notes")
    op.drop_table("courses")
    op.drop_table("contacts")
    op.drop_table("contact_persons")
    op.drop_table("checks")
