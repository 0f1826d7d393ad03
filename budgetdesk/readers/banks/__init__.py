"""The layouts we read. A new one is a small file with a `Layout`, and a line in `READERS`."""

from __future__ import annotations

from budgetdesk.readers.banks import danske_bank, nordea
from budgetdesk.readers.banks.layout import Layout

READERS: tuple[Layout, ...] = (
    danske_bank.EIGHT_COLUMNS,
    danske_bank.SIX_COLUMNS,
    nordea.SINCE_2022,
    nordea.BEFORE_2022,
)
"""The first whose columns are all in the header is taken; a layout with more columns stands before its subset."""
