"""From a case to the deductions that an adult may be missing in the forskudsopgørelse, each with about its worth.

The municipality's own tax is not known to the program; the average of the country is used, so that every worth is
vejledende.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.boernetilskud_reading import Single, read
from budgetdesk.benefits.boligstoette_income import BOUNDLESS, counted
from budgetdesk.benefits.children import received
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.members import couple, in_force, incomes_on
from budgetdesk.benefits.skattetjek_formula import (
    Commuting,
    LowIncome,
    commuting,
    interest_value,
    low_income_commuting,
    single_provider,
    worth,
)
from budgetdesk.household.case import Case, Person
from budgetdesk.household.rhythm import TIMES_A_YEAR
from budgetdesk.household.words import Role
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

A_KASSE, UNION, BIDRAG_PAID = "205", "206", "302"
"""Lines of the chart that a tax deduction goes with."""
WHOLE_YEAR = 4


@dataclass(frozen=True)
class Deduction:
    """One deduction, kr/year, and about what it is worth in tax, kr/year."""

    name: str
    text: str
    paragraph: str
    amount: Decimal
    worth: Decimal


@dataclass(frozen=True)
class WorkIncome:
    """Income from work after AM-bidrag, kr/year, at least and at most."""

    least: Decimal
    most: Decimal
    missing: tuple[str, ...]


def work_income(case: Case, person: Person, day: date, figures: Figures) -> WorkIncome:
    """What a person earns by work, kr/year. Raises NoRateError without AM-bidrag's own figure."""
    rows = [row for row in incomes_on(case, day) if row.person == person.id and row.kind == "loen"]
    found = [each for each in (counted(row, figures) for row in rows) if each is not None and each.most < BOUNDLESS]
    return WorkIncome(
        12 * sum((each.least for each in found), ZERO),
        12 * sum((each.most for each in found), ZERO),
        tuple(each.missing for each in found if each.missing),
    )


def deductions(case: Case, day: date, figures: Figures) -> tuple[Deduction, ...]:
    """Every deduction that the case's facts give. Raises NoRateError where a figure of the year is not known."""
    found = [_single_provider(case, day, figures)]
    for person in couple(case):
        found += _commuting(case, person, day, figures)
    found += [_union(case, day, figures), _a_kasse(case, day, figures)]
    found += [_interest(case, figures), _bidrag_paid(case, day, figures)]
    return tuple(each for each in found if each is not None and each.amount > 0)


def provides_alone(case: Case, day: date) -> bool:
    """Whether the tenant provides alone for a child, so that ekstra børnetilskud can be applied for."""
    reading = read(case, day)
    return reading.single is Single.YES and bool(reading.children)


def has_extra(case: Case, day: date) -> bool:
    """Whether børnetilskud is paid now: the extra deduction follows the quarters in which it is (§ 9 J)."""
    return received(case, day, "boernetilskud") is not None


def _of(name: str, text: str, paragraph: str, amount: Decimal, figures: Figures) -> Deduction:
    return Deduction(name, text, paragraph, amount, worth(amount, figures.take("kommuneskat_gennemsnit")))


def _single_provider(case: Case, day: date, figures: Figures) -> Deduction | None:
    tenant = case.tenant
    if tenant is None or not provides_alone(case, day):
        return None
    income = work_income(case, tenant, day, figures)
    if not income.most:
        return None
    per_cent, highest = figures.take("enlig_fradrag"), figures.take("enlig_fradrag_hoejst")
    amount = single_provider(income.most, per_cent, highest, WHOLE_YEAR)
    text = _("Ekstra beskæftigelsesfradrag for en enlig forsørger, helt år")
    return _of("enlig", text, "ligningsloven § 9 J", amount, figures)


def _commuting(case: Case, person: Person, day: date, figures: Figures) -> list[Deduction]:
    km, days = person.adult.commute_km, person.adult.commute_days
    if not km or not days:
        return []
    names = ("koersel_bund", "koersel_graense", "koersel_sats", "koersel_sats_over")
    amount = commuting(km, days, Commuting(*(figures.take(name) for name in names)))
    income = work_income(case, person, day, figures)
    low = ("koersel_lav_indkomst", "koersel_lav_indkomst_hoejst")
    ends = ("koersel_lav_indkomst_fuldt_til", "koersel_lav_indkomst_intet_fra")
    extra = low_income_commuting(amount, income.least, LowIncome(*(figures.take(name) for name in (*low, *ends))))
    return [
        _of("koersel", _("Kørselsfradrag"), "ligningsloven § 9 C", amount, figures),
        _of(
            "koersel_ekstra", _("Ekstra kørselsfradrag ved lav indkomst"), "ligningsloven § 9 C, stk. 4", extra, figures
        ),
    ]


def _union(case: Case, day: date, figures: Figures) -> Deduction | None:
    paid = _paid(case, UNION, day)
    if not paid:
        return None
    highest = figures.take("fagforening_hoejst") * len(couple(case))
    return _of("fagforening", _("Fagforening"), "ligningsloven § 13", min(paid, highest), figures)


def _a_kasse(case: Case, day: date, figures: Figures) -> Deduction | None:
    paid = _paid(case, A_KASSE, day)
    return _of("a_kasse", _("A-kasse og efterløn"), "", paid, figures) if paid else None


def _interest(case: Case, figures: Figures) -> Deduction | None:
    parts = [
        debt.balance * debt.rate / HUNDRED for debt in case.debts if debt.balance is not None and debt.rate is not None
    ]
    total = sum((part for part in parts if part > 0), ZERO)
    if not total:
        return None
    tax, extra = figures.take("kommuneskat_gennemsnit"), figures.take("rente_nedslag")
    value = interest_value(total, tax, extra, figures.take("rente_nedslag_graense"))
    return Deduction(
        "renter", _("Renter af gæld, også gæld til det offentlige"), "personskatteloven § 11", total, value
    )


def _bidrag_paid(case: Case, day: date, figures: Figures) -> Deduction | None:
    """Børnebidrag that is paid, less the tillæg for each child, which cannot be deducted."""
    paid = _paid(case, BIDRAG_PAID, day)
    if not paid:
        return None
    away = sum(person.role is Role.CHILD and not person.lives_at_home for person in case.persons)
    amount = max(ZERO, paid - 12 * figures.take("tillaeg", law="boernebidrag") * max(1, away))
    return _of("bidrag", _("Børnebidrag, der betales, uden tillægget"), "ligningsloven § 10", amount, figures)


def _paid(case: Case, line: str, day: date) -> Decimal:
    """What is paid on a line of the chart, kr/year."""
    rows = [row for row in case.expenses if row.line == line and row.amount is not None and in_force(row, day)]
    return sum(((row.amount or ZERO) * TIMES_A_YEAR[row.rhythm] for row in rows), ZERO)
