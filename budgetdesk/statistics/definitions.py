"""What each table counts: which day decides the period, whom it is about, and by which words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.counted import YEAR, Counted

YES, NO = "ja", "nej"
LIVED = ((YEAR, "under 1 år"), (2 * YEAR, "1-2 år"), (5 * YEAR, "2-5 år"), (10 * YEAR, "5-10 år"))
LONGER = "10 år og mere"
MOST_CHILDREN = 4
SENSITIVE = ("situations", "occasions", "causes")
"""Lists whose words may tell about health, abuse or conduct."""

Words = Callable[[Counted, Categories], Collection[str]]
Day = Callable[[Counted], date | None]


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One table."""

    name: str
    day: Day
    words: Words
    several: bool = False
    """Whether a case may have several of its words."""
    about: Callable[[Counted], bool] = lambda _: True
    consent: bool = False
    """Whether a case is counted only where the tenant has said yes to it: illness, abuse, conduct (GDPR article 9)."""
    within: str = ""
    """A table that has every case of this one in it, by the same words: one must not be subtracted from the other."""


def _began(case: Counted) -> date | None:
    return case.began


def _ended(case: Counted) -> date | None:
    return case.ended


def _listed(name: str) -> Words:
    return lambda case, _: case.words.get(name, ())


def _one(word: str | None) -> tuple[str, ...]:
    return (word,) if word else ()


def _yes_no(answer: bool | None) -> tuple[str, ...]:
    return () if answer is None else (YES if answer else NO,)


def _age(case: Counted, categories: Categories) -> tuple[str, ...]:
    return () if case.who.age is None else (categories.age_group(case.who.age),)


def _children(case: Counted, _: Categories) -> tuple[str, ...]:
    number = case.who.children
    if number is None:
        return ()
    return (f"{MOST_CHILDREN} og flere" if number >= MOST_CHILDREN else str(number),)


def _lived(case: Counted, _: Categories) -> tuple[str, ...]:
    months = case.threat.lived_months
    if months is None:
        return ()
    return (next((text for limit, text in LIVED if months < limit), LONGER),)


def _is_evicted(case: Counted) -> bool:
    return case.threat.eviction is not None


def _left(case: Counted) -> date | None:
    return case.threat.left_on


def _is_threatened(case: Counted) -> bool:
    return case.threat.since is not None or case.threat.outcome is not None


def _threatened(case: Counted) -> date | None:
    return case.threat.since


def _is_offered(case: Counted) -> bool:
    return case.offer.on is not None or "ny_lejer" in case.words.get("types", ())


def _offered(case: Counted) -> date | None:
    return case.offer.on


def _has_ended(case: Counted) -> bool:
    return case.ended is not None


DEFINITIONS: tuple[Definition, ...] = (
    *(
        Definition(name=name, day=_began, words=_listed(name), several=True, consent=name in SENSITIVE)
        for name in ("types", "situations", "occasions", "causes", "referred_by", "activities")
    ),
    *(
        Definition(name=name, day=_ended, words=_listed(name), several=True, about=_has_ended)
        for name in ("advice", "help")
    ),
    Definition(name="age_groups", day=_began, words=_age),
    Definition(name="children", day=_began, words=_children),
    Definition(name="marital", day=_began, words=lambda case, _: _one(case.who.marital)),
    Definition(name="education", day=_began, words=lambda case, _: _one(case.who.education)),
    Definition(name="income_base", day=_began, words=lambda case, _: _one(case.who.income_base)),
    Definition(name="contact_kinds", day=_began, words=lambda case, _: case.reaching.kinds, several=True),
    Definition(name="first_contact", day=_began, words=lambda case, _: _one(case.reaching.first_kind)),
    Definition(name="first_by", day=_began, words=lambda case, _: _one(case.reaching.first_by)),
    Definition(name="evictions", day=_left, words=lambda case, _: _one(case.threat.eviction), about=_is_evicted),
    Definition(
        name="evicted_house_rules", day=_left, words=lambda case, _: _yes_no(case.threat.house_rules), about=_is_evicted
    ),
    Definition(
        name="evicted_reached", day=_left, words=lambda case, _: _yes_no(case.reaching.reached), about=_is_evicted
    ),
    Definition(
        name="evicted_outreach", day=_left, words=lambda case, _: _yes_no(case.reaching.outreach), about=_is_evicted
    ),
    Definition(
        name="evicted_causes",
        day=_left,
        words=_listed("causes"),
        several=True,
        about=_is_evicted,
        consent=True,
        within="causes",
    ),
    Definition(name="evicted_lived", day=_left, words=_lived, about=_is_evicted),
    Definition(
        name="threat_outcome", day=_threatened, words=lambda case, _: _one(case.threat.outcome), about=_is_threatened
    ),
    Definition(
        name="threat_reached",
        day=_threatened,
        words=lambda case, _: _yes_no(case.reaching.reached),
        about=_is_threatened,
    ),
    Definition(
        name="threat_meeting",
        day=_threatened,
        words=lambda case, _: _yes_no(case.threat.meeting_wanted),
        about=_is_threatened,
    ),
    Definition(
        name="threat_covered",
        day=_threatened,
        words=lambda case, _: _yes_no(case.threat.arrears_covered),
        about=_is_threatened,
    ),
    Definition(name="offer_kind", day=_offered, words=lambda case, _: _one(case.offer.by), about=_is_offered),
    Definition(
        name="offer_accepted", day=_offered, words=lambda case, _: _yes_no(case.offer.accepted), about=_is_offered
    ),
    Definition(name="home_after_start", day=_began, words=lambda case, _: _one(case.a_year_after_start)),
    Definition(name="home_after_end", day=_ended, words=lambda case, _: _one(case.a_year_after_end), about=_has_ended),
)
"""Every table, in the order in which it is shown."""
BY_NAME = {one.name: one for one in DEFINITIONS}


def counts_for(one: Definition, case: Counted) -> bool:
    """Whether a case that a table is about is counted in it; not where consent is needed and was not given."""
    return not one.consent or case.may_be_counted is True
