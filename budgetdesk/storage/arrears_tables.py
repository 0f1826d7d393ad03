"""The landlords' lists of arrears that were taken in: tables beside the cases, each list with its end date.

A row that belongs to a case goes with the case. The number of a person (CPR) has no column: it is looked at while a
list is read, and the case says who it is from then on.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from budgetdesk.storage.types import AnyText, Oere, metadata

arrears_lists = Table(
    "arrears_lists",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sender", AnyText, nullable=False),
    Column("stated_on", Date, nullable=False),
    Column("taken_on", Date, nullable=False),
    Column("taken_by", AnyText, nullable=False),
    Column("purpose", AnyText, nullable=False),
    Column("legal_basis", AnyText, nullable=False),
    Column("keep_until", Date, nullable=False),
    Column("whole", Boolean(create_constraint=False), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("total", Oere, nullable=False),
    Column("left_out", JSON(none_as_null=True), nullable=False),
)

arrears_list_rows = Table(
    "arrears_list_rows",
    metadata,
    Column("list_id", ForeignKey("arrears_lists.id", ondelete="CASCADE"), primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("key", String(120), nullable=False),
    Column("reference", AnyText, nullable=False),
    Column("name", AnyText, nullable=False),
    Column("address", AnyText, nullable=False),
    Column("phone", AnyText, nullable=False),
    Column("amount", Oere, nullable=False),
    Column("due", Date),
    Column("paakrav", Date),
    Column("rent", Oere),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), index=True),
    Column("how", String(20), nullable=False),
    Index("ix_arrears_list_rows_list_id_key", "list_id", "key"),
)
