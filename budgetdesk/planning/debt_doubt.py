"""One doubtful step of a creditor, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.benefits.rates import Confidence, RateUsed


class Level(StrEnum):
    """Whether it is doubtful as far as we see, or should be asked about first."""

    DOUBTFUL = "doubtful"
    ASK = "ask"


@dataclass(frozen=True)
class OverPart:
    """A part of a claim for interest: the days, what is claimed and what the law gives, per cent a year."""

    start: date
    end: date
    claimed: Decimal
    limit: Decimal


@dataclass(frozen=True, kw_only=True)
class DebtDoubt:
    """Something that may be wrong. `path` is the fact of the debt that it is about, such as `reminder_fees`."""

    key: str
    path: str
    level: Level
    text: str
    paragraph: str
    source: str
    confidence: Confidence
    todo: str
    letter: str = ""
    """The document that goes with it; "" where there is none."""
    figure: Decimal | None = None
    limit: Decimal | None = None
    """What was claimed, and the most the law gives."""
    unit: str = ""
    """`kr` or `pct` for the two figures."""
    parts: tuple[OverPart, ...] = ()
    rates_used: tuple[RateUsed, ...] = field(default=())

    @property
    def vejledende(self) -> bool:
        """Whether it rests on something that is not solid, so that it must be shown as guidance."""
        return self.confidence not in (Confidence.PRIMARY, Confidence.SECONDARY)


def weakest(*marks: Confidence) -> Confidence:
    """The least sure of several: an answer is as solid as its weakest part."""
    return max(marks, key=tuple(Confidence).index)
