"""Nordea, private customers: the layout since July 2022 and the one before it.

Since 2022 a pending row has the word “Reserveret” where the date stands, and no balance. Lines may or may not end in a
`;`, and a `;` inside a text is not quoted.
"""

from __future__ import annotations

from budgetdesk.readers.banks.layout import Layout

SINCE_2022 = Layout(
    key="nordea_2022",
    title="Nordea (fra 2022)",
    date="bogføringsdato",
    text="beskrivelse",
    amount="beløb",
    balance="saldo",
    name="navn",
    currency="valuta",
    noise=frozenset({"", "vipps mobilepay", "mobilepay"}),
)

BEFORE_2022 = Layout(
    key="nordea_before_2022",
    title="Nordea (før 2022)",
    date="bogført",
    text="tekst",
    amount="beløb",
    balance="saldo",
)
