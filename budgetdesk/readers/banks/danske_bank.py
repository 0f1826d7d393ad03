"""Danske Bank, private customers: 8 columns (phone and newer), 6 columns (older), with `;` or `,`.

Pending rows have the status “Venter” and no balance. Cells of the bank's own category are padded with spaces.
"""

from __future__ import annotations

from budgetdesk.readers.banks.layout import Layout

EIGHT_COLUMNS = Layout(
    key="danske_bank_8",
    title="Danske Bank (8 kolonner)",
    date="dato",
    text="tekst",
    amount="beløb",
    balance="saldo",
    status="status",
    hints=("kategori", "underkategori"),
)

SIX_COLUMNS = Layout(
    key="danske_bank_6",
    title="Danske Bank (6 kolonner)",
    date="dato",
    text="tekst",
    amount="beløb",
    balance="saldo",
    status="status",
)
