"""Invented cases to count, as many as one wants, the same every time."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from budgetdesk.household.words import (
    INCOME_BASES,
    ContactKind,
    EvictionKind,
    HomeStatus,
    Initiative,
    Marital,
    PlanOutcome,
    ThreatOutcome,
)
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.amounts import Amount, Money, PlanEnd
from budgetdesk.statistics.counted import Counted, Offer, Reaching, Threat, Who

LISTS = ("types", "situations", "occasions", "causes", "referred_by", "activities", "advice", "help")
FIRST = date(2025, 1, 1)
AREAS = ("Nordparken", "Sydhaven", "Ved Søen")


def cases(number: int, seed: int = 1) -> dict[str, Counted]:
    """Case number -> what is counted, begun in 2025 and 2026."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    return {f"2026-{n:05d}": _case(chance) for n in range(1, number + 1)}


def _case(chance: random.Random) -> Counted:
    began = FIRST + timedelta(days=chance.randrange(680))
    ended = began + timedelta(days=chance.randrange(20, 300)) if chance.random() < 0.6 else None
    later = began + timedelta(days=chance.randrange(5, 120))
    arrears = Decimal(chance.randrange(20, 220) * 100)
    kinds = tuple(chance.sample(list(ContactKind), chance.randrange(1, 4)))
    return Counted(
        organisation="Boligforeningen Lærkely",
        area=chance.choice(AREAS),
        began=began,
        ended=ended,
        words={name: _words(chance, name) for name in LISTS},
        who=_who(chance),
        reaching=Reaching(
            kinds=kinds,
            first_kind=kinds[0],
            first_by=chance.choice(list(Initiative)),
            reached=chance.random() < 0.8,
            outreach=chance.random() < 0.4,
        ),
        threat=_threat(chance, later),
        offer=_offer(chance, began) if chance.random() < 0.2 else Offer(),
        may_be_counted=chance.choice([True, True, True, False, None]),
        money=_money(chance, arrears, began, later),
        ended_plans=_plans(chance, later),
        a_year_after_start=_maybe(chance, 0.4, chance.choice(list(HomeStatus))),
        a_year_after_end=_maybe(chance, 0.2, HomeStatus.OWN_HOME),
    )


def _words(chance: random.Random, name: str) -> tuple[str, ...]:
    listed = list(load_categories().lists[name])
    weights = [1 / (place + 1) for place in range(len(listed))]
    return tuple(dict.fromkeys(chance.choices(listed, weights, k=chance.choice([0, 1, 1, 1, 2, 2]))))


def _who(chance: random.Random) -> Who:
    return Who(
        age=_maybe(chance, 0.95, chance.randrange(18, 88)),
        children=chance.choice([0, 0, 0, 1, 1, 2, 2, 3, 5]),
        marital=chance.choice([*Marital, ""]),
        income_base=chance.choice([*INCOME_BASES, ""]),
        education=chance.choice(["grundskole", "faglig", "", ""]),
    )


def _threat(chance: random.Random, later: date) -> Threat:
    if chance.random() > 0.45:
        return Threat()
    outcome = chance.choice(list(ThreatOutcome))
    evicted = outcome in (ThreatOutcome.EVICTED, ThreatOutcome.MOVED)
    return Threat(
        since=later,
        meeting_wanted=chance.choice([True, False, None]),
        arrears_covered=chance.choice([True, False, None]),
        outcome=outcome,
        eviction=chance.choice(list(EvictionKind)) if evicted else None,
        left_on=later + timedelta(days=40) if evicted else None,
        house_rules=chance.choice([False, False, True]),
        lived_months=chance.randrange(200),
    )


def _offer(chance: random.Random, on: date) -> Offer:
    return Offer(on=on, by=chance.choice([ContactKind.PHONE, ContactKind.POSTCARD]), accepted=chance.random() < 0.4)


def _money(chance: random.Random, arrears: Decimal, began: date, later: date) -> Money:
    paid = [Amount(kroner=(arrears / 4).quantize(Decimal(1)), on=later + timedelta(days=30 * n)) for n in range(3)]
    return Money(
        found=(Amount(kroner=arrears, on=began),),
        removed=tuple(paid) if chance.random() < 0.7 else (),
        monthly=(Amount(kroner=Decimal(chance.randrange(200, 2400)), on=later),) if chance.random() < 0.5 else (),
        once=(Amount(kroner=arrears, on=later),) if chance.random() < 0.15 else (),
    )


def _plans(chance: random.Random, later: date) -> tuple[PlanEnd, ...]:
    outcome = chance.choices(list(PlanOutcome), (1, 6, 1))[0]
    return (PlanEnd(outcome=outcome, on=later + timedelta(days=100)),) if chance.random() < 0.5 else ()


def _maybe(chance: random.Random, share: float, value: Any) -> Any:
    return value if chance.random() < share else None
