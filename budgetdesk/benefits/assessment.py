"""What a rule answers: yes, no or cannot tell yet, an amount, and every step that led to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.rates import RateUsed


class Verdict(StrEnum):
    """`UNKNOWN` is not `NO`: a fact is missing, and we say which.

    Discretion is never `NO` unless a hard condition fails.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """How boligstøtte is computed: as the official calculator does, or with all the supplements of § 10."""

    OFFICIAL = "official"
    FULL = "full"


@dataclass(frozen=True)
class Step:
    """One line of the working, as the citizen may read it; the amount stands apart from the text, in kr/month
    unless the text says otherwise."""

    text: str
    paragraph: str = ""
    amount: Decimal | None = None
    met: bool | None = None
    """On a checklist: yes or no as the household's facts answer it; None where we cannot see it."""
    because: str = ""
    """On a checklist: the fact that answers it, or where to look."""


@dataclass(frozen=True)
class Assumed:
    """A fact that was not given and for which the case file's default was used."""

    path: str
    value: str


@dataclass(frozen=True)
class LookAgain:
    """A day on which the answer could change, and why."""

    on: date | None
    why: str


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """The answer of one rule for one household on one day."""

    benefit: str
    title: str
    on: date
    verdict: Verdict
    summary: str
    """One Danish sentence; says "kan være relevant", never "du har ret til"."""
    variant: str = ""
    amount_per_month: Decimal | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None
    """While the verdict is unknown: the range of money it could be, kr/month."""
    once: Decimal | None = None
    """Money that comes once, kr; never part of a month. Where it is a loan, the steps say so."""
    steps: tuple[Step, ...] = ()
    rates_used: tuple[RateUsed, ...] = ()
    assumed: tuple[Assumed, ...] = ()
    missing_facts: tuple[str, ...] = ()
    """Paths of facts (budgetdesk.household.paths), the one that narrows the answer most first."""
    look_again: tuple[LookAgain, ...] = ()
    checklist: tuple[Step, ...] = ()
    """For discretion: what the authority looks at."""
    how_to_apply: str = ""
    documents_needed: tuple[str, ...] = ()
    cannot_see: tuple[str, ...] = ()
    """What the program cannot know and the adviser must ask."""
    vejledende: bool = False
    """True where a figure used has no solid source: shown as "vejledende" wherever it stands."""
