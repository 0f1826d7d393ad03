"""Debts for tests, and the program's own rules and rates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.household.case import Arrears, ArrearsRow, Case, Tenancy
from budgetdesk.household.debt import Debt
from budgetdesk.planning.debt_doubt import DebtDoubt
from budgetdesk.planning.debt_doubts import doubts_of
from budgetdesk.planning.limitation import Limitation, limitation
from budgetdesk.readers.debts import load_debt_rules
from budgetdesk.readers.rates import load_rates

TODAY = date(2026, 11, 20)
RULES, RATES = load_debt_rules(), load_rates()


def a_debt(**facts: Any) -> Debt:
    """An invoice at a collector, unless told otherwise."""
    return replace(Debt(id="d1", creditor="Inkasso A/S", kind="inkasso", balance=Decimal(2300)), **facts)


def lasts(debt: Debt, on: date = TODAY) -> Limitation:
    return limitation(debt, RULES, RATES, on=on)


def doubted(debt: Debt, on: date = TODAY) -> dict[str, DebtDoubt]:
    """The doubts about a debt by their keys."""
    found, unknown = doubts_of(debt, RULES, RATES, on=on, limitation=lasts(debt, on))
    assert not unknown, unknown
    return {doubt.key: doubt for doubt in found}


def behind(*debts: Debt, rent: str = "15200") -> Case:
    """A household with arrears at the landlord and other debts."""
    row = ArrearsRow(id="r1", amount=Decimal(rent))
    return Case(tenancy=Tenancy(landlord="Lærkely"), arrears=Arrears(rows=(row,)), debts=debts)
