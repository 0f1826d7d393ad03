"""Repayment plans for rent arrears: earlier ones, the chosen one, what was paid on it, and those it replaced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from budgetdesk.household.words import AgreementForm, OphaevelseStatus, PaymentFor, PaymentSource, PlanOutcome


@dataclass(frozen=True, kw_only=True)
class LandlordAccepted:
    """The landlord's yes to the plan: who said it, when and how."""

    by: str = ""
    on: date | None = None
    how: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierPlan:
    """A repayment plan made before, and how it went."""

    id: str
    agreed: date | None = None
    kept: bool | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Instalment:
    """One payment of a plan, kr."""

    due: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One wording of an agreement as it was changed: the policy's key (the id) and the text."""

    id: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanPayment:
    """One payment on a plan, kr. `due` names the instalment it pays, or the day the rent fell due; None where nobody
    has said. An amount of 0 says that somebody asked, and that nothing was paid."""

    id: str
    what: PaymentFor = PaymentFor.INSTALMENT
    due: date | None = None
    paid_on: date | None = None
    amount: Decimal | None = None
    source: PaymentSource = PaymentSource.HAND
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Silenced:
    """A signal that a person has silenced: its key (the id), when, until when, by whom and why."""

    id: str
    on: date | None = None
    until: date | None = None
    by: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """The plan the tenant has chosen."""

    form: AgreementForm = AgreementForm.AFDRAGSORDNING
    instalments: tuple[Instalment, ...] = ()
    policy_version: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    made_on: date | None = None
    ophaevelse: OphaevelseStatus | None = None
    """What becomes of the landlord's ophævelse while the plan is kept; None where nobody has said."""
    account: str = ""
    """Where to pay: account or payment slip, as the landlord writes it."""
    clauses: tuple[Clause, ...] = ()
    """Wordings changed for this agreement; the others are the policy's."""
    follow_up: tuple[date, ...] = ()
    """When to look at it together."""
    payments: tuple[PlanPayment, ...] = ()
    silenced: tuple[Silenced, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormerAgreement:
    """An agreement that another has replaced, or that has ended. Nothing of it is changed."""

    id: str
    ended_on: date | None = None
    outcome: PlanOutcome = PlanOutcome.CHANGED
    why: str = ""
    landlord_accepted: LandlordAccepted | None = None
    agreement: Agreement = field(default_factory=Agreement)
