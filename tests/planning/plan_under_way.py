"""A plan of four instalments beside a running rent, made on 20 November 2026, and short ways to change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted, PlanPayment
from budgetdesk.household.case import Arrears, ArrearsRow, BoligstoetteNow, Case, Person, Tenancy
from budgetdesk.household.words import PaymentFor, Role
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, Spending, Transaction
from budgetdesk.planning.policy import Policy

MADE = date(2026, 11, 20)
POLICY = Policy(version="prøve", signal_days=3, signal_kroner=Decimal(10))
RATE = PaymentFor.INSTALMENT
RENT = PaymentFor.RENT
DAYS = (date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1))


def kr(text: str | int) -> Decimal:
    return Decimal(str(text))


def plan_case(*payments: PlanPayment, **agreement: Any) -> Case:
    """7.935 kr. owed for November; 4 instalments; 7.600 kr. rent, 600 kr. boligstøtte straight to the landlord."""
    amounts = (kr(2000), kr(2000), kr(2000), kr(1935))
    made = Agreement(
        instalments=tuple(Instalment(due=d, amount=a) for d, a in zip(DAYS, amounts, strict=True)),
        made_on=MADE,
        payments=payments,
    )
    return Case(
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", phone="12 34 56 78"),),
        tenancy=Tenancy(
            landlord="Boligforeningen Lærkely", rent_per_month=kr(7600), boligstoette=BoligstoetteNow(amount=kr(600))
        ),
        arrears=Arrears(
            rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=kr(7935)),),
            payment_reference="+71 000123456789",
            landlord_accepted=LandlordAccepted(by="Mette", on=MADE),
        ),
        agreement=replace(made, **agreement),
    )


def paid(number: int, what: PaymentFor, due: date | None, on: date | None, amount: str | int | None) -> PlanPayment:
    return PlanPayment(id=f"b{number}", what=what, due=due, paid_on=on, amount=None if amount is None else kr(amount))


def rate(number: int, on: date, amount: str | int = 2000) -> PlanPayment:
    """Instalment `number` (1 to 4), paid on a day."""
    return paid(number, RATE, DAYS[number - 1], on, amount)


def rent(month: Month, on: date, amount: str | int = 7000) -> PlanPayment:
    return paid(10 + month.number, RENT, month.first, on, amount)


def with_arrears(case: Case, **changes: Any) -> Case:
    return replace(case, arrears=replace(case.arrears, **changes))


def bank(*rows: tuple[date, str, str | int], until: date = date(2027, 4, 30)) -> Spending:
    proof = Proof(status=ProofStatus.HOLDS, start=date(2026, 11, 1), end=until)
    batch = Batch(id="b1", file_name="konto.csv", file_hash="x", format="x", imported_on=MADE, proof=proof)
    return Spending(
        batches=(batch,),
        transactions=tuple(
            Transaction(id=f"b1-{n}", batch="b1", date=day, text=text, amount=kr(amount))
            for n, (day, text, amount) in enumerate(rows, 1)
        ),
    )
