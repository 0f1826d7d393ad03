"""The income side of the month: what lands in the household's own accounts in an ordinary month, kr/month.

Shown but not counted, each with its reason: money that is not granted, money that comes once, money whose days lie
before or after, other people's money, gross pay whose payment is not known, and money that goes to the landlord
(it lowers the rent instead).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.budget.chart import Chart
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Evidence, Need, PaidTo, Role, Status, Tax
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

GROUP = "indtaegt"
BOLIGSTOETTE = "boligstoette"
TO_LANDLORD = "landlord"
_FOR_THE_CHILD = frozenset({"boerneydelse", "boernetilskud", "boernebidrag"})
_NOT_OURS = frozenset({Role.CHILD, Role.ADULT_CHILD, Role.ROOMMATE, Role.LODGER, Role.OTHER})


def income_rows(case: Case, chart: Chart, *, on: date) -> tuple[MonthRow, ...]:
    """Every row of income, counted or not, and boligstøtte where the tenant receives it."""
    rows = [_row(income, case, chart, on) for income in case.income]
    support = case.tenancy.boligstoette
    if support.amount is not None and support.paid_to is PaidTo.TENANT:
        rows.append(_boligstoette(support.amount))
    if support.applied_on is not None and support.applied_for is not None:
        rows.append(_applied(support.applied_for))
    return tuple(rows)


def paid_out(income: Income) -> Decimal | None:
    """What lands in the account each time, kr: the net amount, or what is paid out of a gross one.

    What is paid out of an amount before tax is not asked for, nor seen, where the amount is after tax: one that was
    written before the row was changed counts no more. Where only a range is known, its lowest end. None where it is
    not known.
    """
    if income.tax is Tax.GROSS:
        return income.paid_out
    return income.amount if income.amount is not None else income.min


def not_counted(income: Income, case: Case, chart: Chart, *, on: date) -> str:
    """Why a row of income does not count in an ordinary month, as a Danish sentence; "" where it counts."""
    line = chart.incomes[income.kind]
    if income.paid_to == TO_LANDLORD:
        return _("Betales til udlejer og er trukket fra huslejen.")
    if _belongs_to_another(income, case.persons):
        return _("Hører ikke til husstandens fælles penge. Det, der bliver betalt, skrives som logi.")
    if line.one_off or income.rhythm is Rhythm.ONCE:
        return _("Kommer kun én gang og tæller ikke i en almindelig måned.")
    if income.status is not Status.GRANTED:
        said = _("Der er søgt, men ikke svaret.") if income.status is Status.APPLIED else _("Det er et håb.")
        return _("{said} Tæller først, når pengene er bevilget.").format(said=said)
    return outside(income.start, income.end, on) or _unknown(income)


def outside(start: date | None, end: date | None, on: date) -> str:
    """Why a row whose days lie before or after `on` does not count; "" where they do not."""
    if start is not None and on < start:
        return _("Begynder først den {start}.").format(start=f"{start:%d.%m.%Y}")
    if end is not None and on > end:
        return _("Sluttede den {end}.").format(end=f"{end:%d.%m.%Y}")
    return ""


def _unknown(income: Income) -> str:
    if paid_out(income) is not None:
        return ""
    if income.tax is Tax.GROSS and income.amount is not None:
        return _("Beløbet er før skat. Skriv også det, der bliver udbetalt.")
    return _("Beløbet mangler.")


def _belongs_to_another(income: Income, persons: tuple[Person, ...]) -> bool:
    owner = next((person for person in persons if person.id == income.person), None)
    return owner is not None and owner.role in _NOT_OURS and income.kind not in _FOR_THE_CHILD


def _row(income: Income, case: Case, chart: Chart, on: date) -> MonthRow:
    amount = paid_out(income)
    why_not = not_counted(income, case, chart, on=on)
    lowest = income.tax is Tax.NET and income.amount is None and income.min is not None
    return MonthRow(
        path=f"income[{income.id}].{'paid_out' if income.tax is Tax.GROSS else 'amount'}",
        code=income.kind,
        title=chart.incomes[income.kind].title,
        group=GROUP,
        type=None,
        amount=amount,
        rhythm=income.rhythm,
        per_month=per_month(amount, income.rhythm) if amount is not None else ZERO,
        need=Need.NEED,
        evidence=income.evidence,
        counts=not why_not,
        note=why_not or (_("Regnet med det laveste beløb.") if lowest else income.note),
    )


def _applied(amount: Decimal) -> MonthRow:
    """Boligstøtte that was applied for: shown, never counted."""
    why_not = _("Der er søgt, men ikke svaret. Tæller først, når pengene er bevilget.")
    row = _boligstoette(amount)
    path = "tenancy.boligstoette.applied_for"
    return replace(row, path=path, title=_("Boligstøtte, der er søgt"), counts=False, note=why_not)


def _boligstoette(amount: Decimal) -> MonthRow:
    return MonthRow(
        path="tenancy.boligstoette.amount",
        code=BOLIGSTOETTE,
        title=_("Boligstøtte til egen konto"),
        group=GROUP,
        type=None,
        amount=amount,
        rhythm=Rhythm.MONTHLY,
        per_month=per_month(amount, Rhythm.MONTHLY),
        need=Need.NEED,
        evidence=Evidence.SAID,
    )
