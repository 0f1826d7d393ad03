"""An invented household for the planning tests, and short ways to make rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.dates import Month
from budgetdesk.household.case import Arrears, ArrearsRow, BankAccount, Case, Expense, Income, Person, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import ArrearsKind, Letter, Role
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.policy import load_policy

TODAY = date(2026, 11, 20)
CHART = load_chart()
POLICY = load_policy()


def kr(text: str | int) -> Decimal:
    return Decimal(str(text))


def household(*, owed: str = "7935", balance: str = "2000", wage: str = "15300", rent: str = "7600") -> Case:
    """A tenant with two children, wage on the last bank day, child benefit every quarter."""
    return Case(
        persons=(
            Person(id="p1", role=Role.TENANT, born=date(1989, 4, 12)),
            Person(id="p2", role=Role.CHILD, born=date(2018, 6, 3)),
            Person(id="p3", role=Role.CHILD, born=date(2021, 9, 14)),
        ),
        tenancy=Tenancy(rent_per_month=kr(rent)),
        income=(
            Income(id="i1", person="p1", kind="loen", amount=kr(wage)),
            Income(id="i2", person="p1", kind="boerneydelse", amount=kr(7596), rhythm=Rhythm.QUARTERLY),
        ),
        expenses=(
            Expense(id="e1", line="106", amount=kr(650)),
            Expense(id="e2", line="201", amount=kr(600), rhythm=Rhythm.QUARTERLY),
            Expense(id="e3", line="701", amount=kr(1000), rhythm=Rhythm.WEEKLY),
            Expense(id="e4", line="504", amount=kr(149)),
        ),
        arrears=Arrears(
            rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=kr(owed)),),
            letter=Letter.PAAKRAV,
            letter_arrived=date(2026, 11, 17),
        ),
        bank=(BankAccount(id="b1", name="Lønkonto", balance=kr(balance), on=TODAY),),
    )


def arrears(*amounts: str) -> Arrears:
    rows = (ArrearsRow(id=f"r{n}", kind=ArrearsKind.FEE, amount=kr(a)) for n, a in enumerate(amounts, 1))
    return Arrears(rows=tuple(rows))
