"""What a claim can be disputed with: its age, its fees and its interest, beside what the law allows on the day.

Law: forældelsesloven §§ 3, 5 and 6; gældsinddrivelsesloven § 18 a (public claims); renteloven §§ 5 and 9 b. A figure
that is not confirmed is not told: the letter then asks the creditor for the working instead.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, Rates, RateUsed
from budgetdesk.errors import NoRateError
from budgetdesk.formats import day, kroner, number, percent
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis
from budgetdesk.money import ZERO

LAW = "renteloven"
FEE, MOST, APART, COLLECTION, RATE = "rykkergebyr", "rykkere_hoejst", "rykkere_mellemrum", "inkassogebyr", "morarente"
_THREE = (DebtBasis.INVOICE,)
_TEN = (DebtBasis.BANK_LOAN, DebtBasis.GAELDSBREV, DebtBasis.FORLIG, DebtBasis.JUDGMENT)
_NAMES = (
    "due_since",
    "limited_on",
    "limitation_ahead",
    "limitation_unknown",
    "acknowledged_on",
    "three_years",
    "ten_years",
    "public_claim",
    "basis_unknown",
    "reminders",
    "reminder_fees",
    "collection_fees",
    "fees_over",
    "late_rate",
    "late_from",
    "fee_each",
    "fees_at_most",
    "days_between",
    "fee_collection",
    "lawful_rate",
)


def claim_fields(debt: Debt | None, rates: Rates, on: date, *, limit: date | None = None) -> dict[str, str]:
    """The fields of a claim; all empty where the letter is about none. `limit`: the day the claim is too old as the
    program reckons it; the day somebody has written counts before it."""
    if debt is None:
        return dict.fromkeys(_NAMES, "")
    return {**_age(debt, debt.limitation_date or limit, on), **_fees(debt, rates, on), **_interest(debt, rates)}


def _age(debt: Debt, limit: date | None, on: date) -> dict[str, str]:
    return {
        "due_since": _day(debt.due_since),
        "limited_on": _day(limit) if limit and limit < on else "",
        "limitation_ahead": _day(limit) if limit and limit >= on else "",
        "limitation_unknown": "" if limit else "ja",
        "acknowledged_on": _day(debt.acknowledged_on),
        "three_years": "ja" if debt.basis in _THREE else "",
        "ten_years": "ja" if debt.basis in _TEN else "",
        "public_claim": "ja" if debt.basis is DebtBasis.PUBLIC else "",
        "basis_unknown": "" if debt.basis else "ja",
    }


def _fees(debt: Debt, rates: Rates, on: date) -> dict[str, str]:
    each, most = _figure(rates, FEE, on), _figure(rates, MOST, on)
    apart, collection = _figure(rates, APART, on), _figure(rates, COLLECTION, on)
    over = fees_over(debt, each, most)
    return {
        "reminders": number(debt.reminders) if debt.reminders else "",
        "reminder_fees": _money(debt.reminder_fees),
        "collection_fees": _money(debt.collection_fees),
        "fees_over": _money(over),
        "fee_each": kroner(each) if each else "",
        "fees_at_most": number(most) if most else "",
        "days_between": number(apart) if apart else "",
        "fee_collection": kroner(collection) if collection else "",
    }


def fees_over(debt: Debt, each: Decimal | None, most: Decimal | None) -> Decimal:
    """How much the fees for reminders are above what the law allows for so many reminders, kr; 0 where not known."""
    if debt.reminder_fees is None or each is None or most is None:
        return ZERO
    allowed = each * (most if debt.reminders is None else min(most, Decimal(debt.reminders)))
    return max(ZERO, debt.reminder_fees - allowed)


def _interest(debt: Debt, rates: Rates) -> dict[str, str]:
    lawful = _figure(rates, RATE, debt.late_from) if debt.late_from else None
    return {
        "late_rate": percent(debt.late_rate, 2) if debt.late_rate else "",
        "late_from": _day(debt.late_from),
        "lawful_rate": percent(lawful, 2) if lawful is not None else "",
    }


def _figure(rates: Rates, name: str, on: date) -> Decimal | None:
    """A figure in force on a day that has been confirmed; None for one that has not, or that is not known."""
    used = _rate(rates, name, on)
    return used.value if used is not None and used.confidence is not Confidence.UNVERIFIED else None


def _rate(rates: Rates, name: str, on: date) -> RateUsed | None:
    try:
        return rates[LAW].on(name, on)
    except (KeyError, NoRateError):
        return None


def _money(amount: Decimal | None) -> str:
    return kroner(amount) if amount else ""


def _day(value: date | None) -> str:
    return f"den {day(value)}" if value else ""
