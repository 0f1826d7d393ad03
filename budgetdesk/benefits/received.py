"""What a household receives of each benefit already, so that it is not found a second time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.members import KONTANTHJAELP, in_force
from budgetdesk.household.case import Case, Income
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Outcome, Status, Tax
from budgetdesk.money import ZERO

BOLIGSTOETTE = "boligstoette"
KINDS: Mapping[str, tuple[str, ...]] = {
    "boerne_og_ungeydelse": ("boerneydelse",),
    "boernetilskud": ("boernetilskud",),
    "boernebidrag": ("boernebidrag",),
    "kontanthjaelp": KONTANTHJAELP,
    "folkepension": ("folkepension",),
    "foertidspension": ("foertidspension",),
    "aeldrecheck": ("aeldrecheck",),
    "varmetillaeg": ("varmetillaeg",),
    "helbredstillaeg": ("helbredstillaeg",),
    "feriepenge": ("feriepenge",),
    "paragraf_34": ("paragraf_34",),
}
"""The kinds of income that are a benefit."""
TAXABLE = frozenset({"kontanthjaelp", "folkepension", "foertidspension", "aeldrecheck", "feriepenge"})
"""Benefits that are computed before tax: a row of what is paid out cannot be compared with them."""


@dataclass(frozen=True)
class Received:
    """A benefit that the household has: kr/month, computed as the assessment computes it; None where the rows do not
    say it in that form (only after tax, or paid once)."""

    benefit: str
    per_month: Decimal | None


def received(case: Case, day: date) -> Mapping[str, Received]:
    """Every benefit that the household receives on `day`, by its name: from its income, its tenancy and the answers to
    what was applied for."""
    found: dict[str, Received] = {}
    for benefit, kinds in KINDS.items():
        rows = [row for row in case.income if row.kind in kinds and _counts(row, day)]
        if rows:
            found[benefit] = Received(benefit, _sum([_per_month(row, benefit) for row in rows]))
    support = case.tenancy.boligstoette.amount
    if support:
        found[BOLIGSTOETTE] = Received(BOLIGSTOETTE, support)
    for application in case.applications:
        if application.outcome is Outcome.GRANTED and application.id not in found:
            found[application.id] = Received(application.id, application.granted)
    return found


def _counts(row: Income, day: date) -> bool:
    amount = row.amount if row.amount is not None else row.paid_out
    return row.status is Status.GRANTED and in_force(row, day) and amount != ZERO


def _per_month(row: Income, benefit: str) -> Decimal | None:
    if row.rhythm is Rhythm.ONCE or (benefit in TAXABLE and row.tax is not Tax.GROSS):
        return None
    amount = row.amount if row.amount is not None else row.paid_out
    return None if amount is None else per_month(amount, row.rhythm)


def _sum(amounts: list[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, ZERO) if len(known) == len(amounts) else None
