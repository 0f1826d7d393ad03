"""The couple's other income than social pension, kr/year: the tillægsprocent and the pensionstillæg turn on it.

Own and partner's work income is left out since 2023; since 2025 some of a partner's benefits count again, and which is
not known here. A net amount is at least itself and at most twice itself before tax.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.boligstoette_income import BOUNDLESS, NET_TO_GROSS
from budgetdesk.benefits.members import couple, incomes_on, lives_on
from budgetdesk.household.case import Case, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Tax
from budgetdesk.money import ZERO

BOUNDLESS_YEAR = BOUNDLESS * 12
WORK_LEFT_OUT_FROM = date(2023, 1, 1)
PARTNERS_BENEFITS_FROM = date(2025, 1, 1)
PRIVATE = ("atp", "privat_pension")
WAGES = ("loen", "feriepenge")
WORK_BENEFITS = ("efterloen", "dagpenge", "sygedagpenge", "barselsdagpenge")
NEVER = (
    "folkepension",
    "foertidspension",
    "aeldrecheck",
    "varmetillaeg",
    "helbredstillaeg",
    "boerneydelse",
    "boernetilskud",
    "boernebidrag",
    "paragraf_34",
    "netvaerk",
    "overskydende_skat",
    "ingen",
)


@dataclass(frozen=True)
class OtherIncome:
    """The least and the most it can be, kr/year, and the facts that would settle it, the widest first."""

    least: Decimal
    most: Decimal
    missing: tuple[str, ...] = ()


def other_income(case: Case, day: date) -> OtherIncome:
    """Tenant's and partner's other income on a day. Before tax."""
    people = couple(case)
    own = case.tenant
    found = [
        _counted(row, day, of_partner=own is not None and row.person not in ("", own.id))
        for row in incomes_on(case, day)
        if row.person in {"", *(person.id for person in people)} and row.rhythm is not Rhythm.ONCE
    ]
    found += [(ZERO, BOUNDLESS_YEAR, "income") for person in people if _says_nothing_of_pensions(case, person.id, day)]
    doubts = sorted((row for row in found if row[0] < row[1]), key=lambda row: row[0] - row[1])
    return OtherIncome(
        sum((row[0] for row in found), ZERO),
        sum((row[1] for row in found), ZERO),
        tuple(dict.fromkeys(path for _, _, path in doubts)),
    )


def _says_nothing_of_pensions(case: Case, who: str, day: date) -> bool:
    """Nearly all who get folkepension get ATP. A row of 0 says that somebody gets none."""
    person = next(each for each in case.persons if each.id == who)
    if "folkepension" not in lives_on(case, person, day):
        return False
    told = (*PRIVATE, "personlig_indkomst")
    return not any(row.kind in told and row.person in (who, "") for row in incomes_on(case, day))


Counted = tuple[Decimal, Decimal, str]
"""Least and most, kr/year, and the path that would settle it."""


def _counted(row: Income, day: date, *, of_partner: bool) -> Counted:
    least, most, path = gross(row)
    counts = _counts(row.kind, day, of_partner=of_partner)
    if counts is None:
        return ZERO, most, f"income[{row.id}].kind"
    return (least, most, path) if counts else (ZERO, ZERO, "")


def _counts(kind: str, day: date, *, of_partner: bool) -> bool | None:
    """Whether a kind of income counts; None where the sources do not say."""
    if kind in PRIVATE:
        return True
    if kind in NEVER:
        return False
    if kind in WAGES and day >= WORK_LEFT_OUT_FROM:
        return False
    if kind in WORK_BENEFITS and day >= WORK_LEFT_OUT_FROM and not (of_partner and day >= PARTNERS_BENEFITS_FROM):
        return False
    return None


def gross(row: Income) -> Counted:
    """A row before tax, kr/year: exact where it was entered before tax, else a range."""
    path = f"income[{row.id}].amount"
    if row.kind == "personlig_indkomst" or row.tax is Tax.GROSS:
        low, high = (row.amount, row.amount) if row.amount is not None else (row.min, row.max)
        factor = Decimal(1)
    else:
        net = row.amount if row.amount is not None else row.paid_out
        low, high = (net, net) if net is not None else (row.min, row.max)
        factor = NET_TO_GROSS
    if low is None or high is None:
        return ZERO, BOUNDLESS_YEAR, path
    times = row.rhythm.times_a_year
    return max(ZERO, low) * times, max(ZERO, high) * times * factor, path
