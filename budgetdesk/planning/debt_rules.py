"""What is known about each kind of debt in general: values, no facts of a case.

The texts are data (`resources/debts/`, read by `budgetdesk.readers.debts`), each rule with its paragraph, its source
and how sure it is. Periods and rates of the law stand with the other figures (`resources/rates/`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.rates import Confidence
from budgetdesk.household.words import DebtBasis

HOME_ARREARS = "restance"
"""The landlord's arrears: no kind of debt, but ranked and explained among them."""
OTHER_KIND = "andet"
ORDINARY = 6
"""The rank of debts that can wait; a lower number is paid before them."""


class CreditorType(StrEnum):
    """Who is owed, by what they can do: the landlord, a business, a bank, a person, an authority, or Gældsstyrelsen."""

    HOME = "home"
    PRIVATE = "private"
    BANK = "bank"
    PERSON = "person"
    PUBLIC = "public"
    COLLECTION = "collection"


PUBLIC = frozenset({CreditorType.PUBLIC, CreditorType.COLLECTION})


class LimitationRule(StrEnum):
    """How a kind's limitation is counted where the basis of the claim does not say it all."""

    ORDINARY = "ordinary"
    LAST_MOVEMENT = "last_movement"
    """Overdrafts: from the last deposit or withdrawal (forældelsesloven § 6, stk. 2)."""
    OWN_RULES = "own_rules"
    """Fines: rules that we have not read."""


class Enforceable(StrEnum):
    """Whether a claim can be taken to fogedretten as it is."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


@dataclass(frozen=True, kw_only=True)
class Told:
    """One sentence of law, with where it stands and how sure we are."""

    text: str
    paragraph: str
    source: str
    confidence: Confidence

    @property
    def vejledende(self) -> bool:
        """Whether the sentence must be shown as guidance only."""
        return self.confidence is Confidence.UNVERIFIED


@dataclass(frozen=True, kw_only=True)
class DebtGuide:
    """One kind of debt: how it is asked for, when it is paid, what the creditor can, and where to ask for time."""

    kind: str
    title: str
    question: str = ""
    """Asked one at a time; "" for the landlord's arrears, which stand elsewhere."""
    order: int = 0
    rank: int
    """1 is paid first."""
    reason: str
    creditor: CreditorType
    basis: DebtBasis
    """What such a claim usually rests on, where nobody has said."""
    limitation: LimitationRule = LimitationRule.ORDINARY
    can: tuple[Told, ...]
    cannot: tuple[Told, ...]
    stops: tuple[Told, ...]
    ask_where: str
    letter: str = ""
    """The document that asks for time; "" where one talks instead."""


@dataclass(frozen=True, kw_only=True)
class StepRule(Told):
    """Something a creditor does or threatens with."""

    key: str
    title: str
    doubtful: frozenset[CreditorType] = frozenset()
    """From whom it is doubtful or unlawful."""
    ask: frozenset[CreditorType] = frozenset()
    """From whom one should ask before believing it."""
    not_for: frozenset[str] = frozenset()
    """Kinds of debt where it may be done."""
    todo: str = ""
    letter: str = ""


@dataclass(frozen=True, kw_only=True)
class BasisRule(Told):
    """What follows from what a claim rests on. The text says when it can be enforced."""

    basis: DebtBasis
    title: str
    limit: str
    """The figure in the law `foraeldelse`."""
    enforceable: Enforceable
    wait: str = ""
    """The figure in the law `retsplejeloven`: days before it can be used; "" for none."""
    fixed: bool = False
    """Whether it was fixed on a day of its own (judgment, settlement), from which the time is counted."""


@dataclass(frozen=True)
class TariffRow:
    """The most a collector may add to a claim up to an amount, kr without VAT."""

    up_to: Decimal
    most: Decimal


@dataclass(frozen=True, kw_only=True)
class CollectionTariff:
    """The most a collector may add, by the size of the claim; in force from one day to another, both included."""

    start: date
    end: date
    rows: tuple[TariffRow, ...]
    vat_per_cent: Decimal
    paragraph: str
    source: str
    confidence: Confidence

    def most(self, claim: Decimal) -> Decimal | None:
        """The most in kr with VAT for a claim in kr; None above the last row."""
        row = next((row for row in self.rows if claim <= row.up_to), None)
        return None if row is None else row.most * (100 + self.vat_per_cent) / 100


@dataclass(frozen=True, kw_only=True)
class CollectionStart:
    """From which day limitation is counted at the earliest while Gældsstyrelsen collects (§ 18 a). It depends on the
    system the debt lies in, which only Gældsstyrelsen knows: so two days."""

    earliest: date
    latest: date
    paragraph: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class DebtRules:
    """Everything the files hold."""

    guides: Mapping[str, DebtGuide]
    """By kind, in the order in which they are asked for; the landlord's arrears among them."""
    steps: Mapping[str, StepRule]
    bases: Mapping[DebtBasis, BasisRule]
    tariff: CollectionTariff
    collection: CollectionStart

    def guide(self, kind: str) -> DebtGuide:
        """What is known about a kind; one that is not on the list is another debt."""
        return self.guides.get(kind) or self.guides[OTHER_KIND]

    @property
    def asked(self) -> tuple[DebtGuide, ...]:
        """The kinds that are asked for, in order."""
        return tuple(guide for guide in self.guides.values() if guide.question)
