"""Following a plan: ticking what was paid, silencing a signal, ending a plan or keeping it beside a new one. Kr.

Each function returns a new Record, for `Desk.change`: one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household import paths
from budgetdesk.household.agreement import Agreement, FormerAgreement, PlanPayment, Silenced
from budgetdesk.household.words import AgreementForm, PaymentSource, PlanOutcome
from budgetdesk.i18n import _
from budgetdesk.money import LARGEST, ZERO
from budgetdesk.planning.bank_matches import ID, REFUSED, BankMatch
from budgetdesk.planning.follow_up import ExpectedPayment, Followed
from budgetdesk.planning.owed import in_force

LONGEST_SILENCE = timedelta(days=92)
"""A signal comes back after three months at the latest: nobody remembers longer why it was silenced."""


def last_payment(line: Followed) -> PlanPayment | None:
    """The payment of an expected one that was noted last, so that it can be taken away."""
    return line.payments[-1] if line.payments else None


def agree(record: Record, on: date) -> Record:
    """The chosen plan is made: from this day it is followed. Raises BadInputError where there is none."""
    return _put(record, replace(_plan(record), made_on=on))


def tick(
    record: Record,
    expected: ExpectedPayment,
    *,
    paid_on: date,
    amount: Decimal | None = None,
    note: str = "",
    source: PaymentSource = PaymentSource.HAND,
) -> Record:
    """A payment came: as agreed, or another amount (kr, above 0). Raises BadInputError."""
    plan = _plan(record)
    brought = expected.amount if amount is None else amount
    if brought <= ZERO:
        raise BadInputError(_("Det betalte beløb skal være over 0 kr. Er der ikke betalt, så vælg “Ikke betalt”."))
    if brought > LARGEST:
        raise BadInputError(_("Beløbet er for stort til en husholdning. Er der et nul for meget?"))
    return _put(
        record,
        replace(
            plan,
            payments=(
                *_without_zero(plan, expected),
                _payment(plan, expected, paid_on=paid_on, amount=brought, note=note, source=source),
            ),
        ),
    )


def not_paid(record: Record, expected: ExpectedPayment, *, on: date, note: str = "") -> Record:
    """Somebody asked, and it was not paid. Said once for each expected payment."""
    plan = _plan(record)
    said = _payment(plan, expected, paid_on=on, amount=ZERO, note=note, source=PaymentSource.HAND)
    return _put(record, replace(plan, payments=(*_without_zero(plan, expected), said)))


def untick(record: Record, payment_id: str) -> Record:
    """A payment was noted by mistake."""
    return paths.remove(record, f"case.agreement.payments[{payment_id}]")


def take_from_bank(record: Record, match: BankMatch) -> Record:
    """Tick what a bank row pays, after a person has said yes: each its own amount, the last what is left."""
    plan, left, made = _plan(record), match.amount, []
    payments = plan.payments
    for number, one in enumerate(match.pays):
        part = left if number == len(match.pays) - 1 else min(left, one.amount)
        left -= part
        payments = tuple(p for p in payments if not _is_zero(p, one))
        made.append(
            PlanPayment(
                id=f"{ID}{match.row.id}.{one.what}",
                what=one.what,
                due=one.due,
                paid_on=match.row.date,
                amount=part,
                source=PaymentSource.BANK,
            )
        )
    return _put(record, replace(plan, payments=(*payments, *made)))


def refuse_from_bank(record: Record, match: BankMatch, *, by: str, on: date) -> Record:
    """The row is no such payment: it is not proposed again for three months."""
    why = _("Det er ikke en betaling på aftalen.")
    return silence(record, REFUSED + match.row.id, until=on + LONGEST_SILENCE, by=by or _("ved bordet"), why=why, on=on)


def silence(record: Record, key: str, *, until: date, by: str, why: str, on: date) -> Record:
    """Let a signal rest until a day, at most three months ahead. Raises BadInputError where a field is empty."""
    if not on < until <= on + LONGEST_SILENCE:
        raise BadInputError(_("Dagen skal ligge efter i dag og højst tre måneder ude i fremtiden. Ret dagen."))
    if not by.strip() or not why.strip():
        raise BadInputError(_("Skriv, hvem der sætter signalet på pause, og hvorfor."))
    plan = _plan(record)
    others = tuple(one for one in plan.silenced if one.id != key)
    said = Silenced(id=key, on=on, until=until, by=by.strip(), why=why.strip())
    return _put(record, replace(plan, silenced=(*others, said)))


def speak(record: Record, key: str) -> Record:
    """Let a silenced signal speak again."""
    plan = _plan(record)
    return _put(record, replace(plan, silenced=tuple(one for one in plan.silenced if one.id != key)))


def end_plan(record: Record, outcome: PlanOutcome, *, on: date | None, why: str = "") -> Record:
    """The chosen plan has ended: kept, broken, or changed. It stays in the case with its payments and the landlord's
    yes, which was to this plan; after it none is chosen. Raises BadInputError where there is none."""
    ended = _former(record, outcome, on=on, why=why)
    case = record.case
    arrears = replace(case.arrears, landlord_accepted=None)
    former = (*case.former_agreements, ended)
    return replace(record, case=replace(case, agreement=None, arrears=arrears, former_agreements=former))


def kept_beside(record: Record, *, on: date | None) -> Record:
    """Before another plan is chosen: one that is in force is put aside as changed; a mere proposal is not. What holds
    for any plan of the case (its form, account and wordings) goes on with the next one."""
    if not in_force(record.case):
        return record
    before = record.case.agreement or Agreement()
    put_aside = end_plan(record, PlanOutcome.CHANGED, on=on)
    onward = Agreement(form=before.form, account=before.account, clauses=before.clauses, ophaevelse=before.ophaevelse)
    if onward == Agreement(form=AgreementForm.AFDRAGSORDNING):
        return put_aside
    return _put(put_aside, onward)


def _former(record: Record, outcome: PlanOutcome, *, on: date | None, why: str) -> FormerAgreement:
    case = record.case
    return FormerAgreement(
        id=paths.next_id(case.former_agreements, "g"),
        ended_on=on,
        outcome=outcome,
        why=why.strip(),
        landlord_accepted=case.arrears.landlord_accepted,
        agreement=_plan(record),
    )


def _plan(record: Record) -> Agreement:
    plan = record.case.agreement
    if plan is None:
        raise BadInputError(_("Der er ingen plan at følge. Vælg en på siden Aftale."))
    return plan


def _payment(
    plan: Agreement, expected: ExpectedPayment, *, paid_on: date, amount: Decimal, note: str, source: PaymentSource
) -> PlanPayment:
    return PlanPayment(
        id=paths.next_id(plan.payments, "b"),
        what=expected.what,
        due=expected.due,
        paid_on=paid_on,
        amount=amount,
        source=source,
        note=note.strip(),
    )


def _without_zero(plan: Agreement, expected: ExpectedPayment) -> Sequence[PlanPayment]:
    """What was said to be unpaid is forgotten once it is paid, or said anew."""
    return [payment for payment in plan.payments if not _is_zero(payment, expected)]


def _is_zero(payment: PlanPayment, expected: ExpectedPayment) -> bool:
    return payment.amount == ZERO and (payment.what, payment.due) == (expected.what, expected.due)


def _put(record: Record, plan: Agreement) -> Record:
    return replace(record, case=replace(record.case, agreement=plan))
