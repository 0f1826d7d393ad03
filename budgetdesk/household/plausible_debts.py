"""Facts about debts that can hardly be true, or without which nobody can write a letter: a sentence at the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from budgetdesk.household.debt import Debt
from budgetdesk.i18n import N_, _, translated

_PAST = {
    "due_since": N_("Skriv den dag, det ældste skulle være betalt."),
    "acknowledged_on": N_("Skriv den dag, papiret er fra."),
    "late_from": N_("Skriv den dag, renten begyndte."),
}
"""Days that cannot lie ahead, and what to write instead."""
_AMOUNTS = ("balance", "instalment", "reminder_fees", "collection_fees")
HIGHEST_RATE = Decimal(1_000)
"""Per cent a year: more is an amount in the wrong field."""


def debt_doubts(debts: tuple[Debt, ...], day: date) -> Iterator[tuple[str, str]]:
    """The path of each fact, and the sentence."""
    for debt in debts:
        path = f"debts[{debt.id}]"
        if not debt.creditor.strip():
            yield f"{path}.creditor", _("Skriv, hvem der skyldes til. Det står øverst i brevet.")
        yield from _amounts(debt, path)
        yield from _days(debt, path, day)


def _amounts(debt: Debt, path: str) -> Iterator[tuple[str, str]]:
    for name in _AMOUNTS:
        amount: Decimal | None = getattr(debt, name)
        if amount is not None and amount < 0:
            yield f"{path}.{name}", _("Beløbet er under 0. Skriv det uden minus.")
    if debt.balance is not None and debt.instalment and 0 <= debt.balance < debt.instalment:
        yield f"{path}.instalment", _("Afdraget er større end hele gælden. Ret et af beløbene.")
    for name in ("rate", "late_rate"):
        rate: Decimal | None = getattr(debt, name)
        if rate is not None and rate > HIGHEST_RATE:
            yield f"{path}.{name}", _("Renten er meget høj. Skriv procent om året, ikke kroner.")


def _days(debt: Debt, path: str, day: date) -> Iterator[tuple[str, str]]:
    for name, instead in translated(_PAST).items():
        found: date | None = getattr(debt, name)
        if found is not None and found > day:
            yield f"{path}.{name}", _("Dagen ligger ude i fremtiden. {instead}").format(instead=instead)
