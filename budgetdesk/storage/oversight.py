"""Who looked at which case when and why, which cases were erased, and what was counted of them: the tables.

A look-up goes with its case. What is kept of an erased case says nothing about a person: its number, a mark that knows
it again in an old backup (`tombstones`), and counts by closed words.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from budgetdesk.storage.types import AnyText, UtcDateTime, metadata

lookups = Table(
    "lookups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("who", AnyText, nullable=False),
    Column("what", String(40), nullable=False),
    Column("purpose", AnyText, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("number", String(40), nullable=False),
    Column("erased_on", Date, nullable=False),
    Column("who", AnyText, nullable=False),
    Column("why", AnyText, nullable=False),
)

tallies = Table(
    "tallies",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("what", String(40), primary_key=True),
    Column("word", String(80), primary_key=True),
    Column("cases", Integer, nullable=False),
)
