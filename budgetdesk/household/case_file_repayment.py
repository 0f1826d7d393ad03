"""The keys of the case file about debts and repayment plans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from budgetdesk.household.agreement import (
    Agreement,
    Clause,
    EarlierPlan,
    FormerAgreement,
    Instalment,
    LandlordAccepted,
    PlanPayment,
    Silenced,
)
from budgetdesk.household.case_file_shape import Key, list_of, object_of
from budgetdesk.household.case_file_values import BOOLEAN, DAY, ID, MONEY, PAYS_ON, TEXT, number, texts, whole, word
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import (
    AgreementForm,
    DebtBasis,
    OphaevelseStatus,
    PaymentFor,
    PaymentSource,
    PlanOutcome,
)


def _has_instalment(debt: Mapping[str, Any]) -> bool:
    return debt.get("instalment") is not None


DEBT = object_of(
    Debt,
    (
        Key("id", ID),
        Key("creditor", TEXT),
        Key("collector", TEXT),
        Key("reference", TEXT),
        Key("address", TEXT),
        Key("kind", TEXT),
        Key("owner", TEXT),
        Key("balance", MONEY),
        Key("instalment", MONEY),
        Key("rhythm", word(Rhythm), assumed="monthly", matters=_has_instalment),
        Key("pays_on", PAYS_ON),
        Key("rate", number(10_000)),
        Key("deducted_from_income", BOOLEAN, assumed="false", matters=_has_instalment),
        Key("priority", BOOLEAN),
        Key("enforceable", BOOLEAN),
        Key("limitation_date", DAY),
        Key("basis", word(DebtBasis)),
        Key("due_since", DAY),
        Key("acknowledged_on", DAY),
        Key("late_rate", number(10_000)),
        Key("late_from", DAY),
        Key("reminders", whole(0, 1_000)),
        Key("reminder_fees", MONEY),
        Key("collection_fees", MONEY),
        Key("steps", texts(TEXT)),
        Key("note", TEXT),
    ),
)

LANDLORD_ACCEPTED = object_of(LandlordAccepted, (Key("by", TEXT), Key("on", DAY), Key("how", TEXT)))

EARLIER_PLAN = object_of(EarlierPlan, (Key("id", ID), Key("agreed", DAY), Key("kept", BOOLEAN), Key("note", TEXT)))

INSTALMENT = object_of(Instalment, (Key("due", DAY, required=True), Key("amount", MONEY, required=True)))

CLAUSE = object_of(Clause, (Key("id", ID, required=True), Key("text", TEXT)))

PLAN_PAYMENT = object_of(
    PlanPayment,
    (
        Key("id", ID),
        Key("what", word(PaymentFor)),
        Key("due", DAY),
        Key("paid_on", DAY),
        Key("amount", MONEY),
        Key("source", word(PaymentSource)),
        Key("note", TEXT),
    ),
)

SILENCED = object_of(
    Silenced,
    (Key("id", ID, required=True), Key("on", DAY), Key("until", DAY), Key("by", TEXT), Key("why", TEXT)),
)

AGREEMENT = object_of(
    Agreement,
    (
        Key("form", word(AgreementForm)),
        Key("instalments", list_of(INSTALMENT)),
        Key("policy_version", TEXT),
        Key("approved_by", TEXT),
        Key("approved_on", DAY),
        Key("made_on", DAY),
        Key("ophaevelse", word(OphaevelseStatus)),
        Key("account", TEXT),
        Key("clauses", list_of(CLAUSE)),
        Key("follow_up", texts(DAY)),
        Key("payments", list_of(PLAN_PAYMENT, "b")),
        Key("silenced", list_of(SILENCED)),
    ),
    elsewhere=("landlord_accepted",),
)

FORMER_AGREEMENT = object_of(
    FormerAgreement,
    (
        Key("id", ID),
        Key("ended_on", DAY),
        Key("outcome", word(PlanOutcome)),
        Key("why", TEXT),
        Key("landlord_accepted", LANDLORD_ACCEPTED),
        Key("agreement", AGREEMENT, within=True),
    ),
)
