"""What each table counts: which day decides the period, whom it is about, and by which words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from budgetdesk.household.words import (
    INCOME_BASES,
    ContactKind,
    EvictionKind,
    HomeStatus,
    Initiative,
    Marital,
    ThreatOutcome,
)
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.counted import YEAR, Counted

YES, NO = YES_NO = ("ja", "nej")
LIVED = ((YEAR, "under 1 år"), (2 * YEAR, "1-2 år"), (5 * YEAR, "2-5 år"), (10 * YEAR, "5-10 år"))
LONGER = "10 år og mere"
LIVED_ORDER = (*(text for _, text in LIVED), LONGER)
MOST_CHILDREN = 4
CHILDREN = (*map(str, range(MOST_CHILDREN)), f"{MOST_CHILDREN} og flere")
SENSITIVE = ("situations", "occasions", "causes")
"""Lists whose words may tell about health, abuse or conduct."""

Words = Callable[[Counted, Categories], Collection[str]]
Day = Callable[[Counted], date | None]
About = Callable[[Counted], bool]


def _everybody(_: Counted) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One table."""

    name: str
    day: Day
    words: Words
    several: bool = False
    """Whether a case may have several of its words."""
    about: About = _everybody
    consent: bool = False
    """Whether a case is counted only where the tenant has said yes to it: illness, abuse, conduct (GDPR article 9)."""
    order: tuple[str, ...] = ()
    """The order of its words, where they are not a list of the categories."""
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


def _single(
    name: str,
    day: Day,
    word: Callable[[Counted], str | None],
    order: Collection[str] = (),
    about: About = _everybody,
) -> Definition:
    """A table of one fact that a case has or has not."""
    return Definition(name=name, day=day, words=lambda case, _: _one(word(case)), order=tuple(order), about=about)


def _asked(name: str, day: Day, answer: Callable[[Counted], bool | None], about: About) -> Definition:
    """A table of yes and no."""
    return Definition(name=name, day=day, words=lambda case, _: _yes_no(answer(case)), order=YES_NO, about=about)


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
    Definition(name="children", day=_began, words=_children, order=CHILDREN),
    _single("marital", _began, lambda case: case.who.marital, tuple(Marital)),
    Definition(name="education", day=_began, words=lambda case, _: _one(case.who.education)),
    _single("income_base", _began, lambda case: case.who.income_base, INCOME_BASES),
    Definition(
        name="contact_kinds",
        day=_began,
        words=lambda case, _: case.reaching.kinds,
        several=True,
        order=tuple(ContactKind),
    ),
    _single("first_contact", _began, lambda case: case.reaching.first_kind, tuple(ContactKind)),
    _single("first_by", _began, lambda case: case.reaching.first_by, tuple(Initiative)),
    _single("evictions", _left, lambda case: case.threat.eviction, tuple(EvictionKind), _is_evicted),
    _asked("evicted_house_rules", _left, lambda case: case.threat.house_rules, _is_evicted),
    _asked("evicted_reached", _left, lambda case: case.reaching.reached, _is_evicted),
    _asked("evicted_outreach", _left, lambda case: case.reaching.outreach, _is_evicted),
    Definition(
        name="evicted_causes",
        day=_left,
        words=_listed("causes"),
        several=True,
        about=_is_evicted,
        consent=True,
        within="causes",
    ),
    Definition(name="evicted_lived", day=_left, words=_lived, order=LIVED_ORDER, about=_is_evicted),
    _single("threat_outcome", _threatened, lambda case: case.threat.outcome, tuple(ThreatOutcome), _is_threatened),
    _asked("threat_reached", _threatened, lambda case: case.reaching.reached, _is_threatened),
    _asked("threat_meeting", _threatened, lambda case: case.threat.meeting_wanted, _is_threatened),
    _asked("threat_covered", _threatened, lambda case: case.threat.arrears_covered, _is_threatened),
    _single("offer_kind", _offered, lambda case: case.offer.by, tuple(ContactKind), _is_offered),
    _asked("offer_accepted", _offered, lambda case: case.offer.accepted, _is_offered),
    _single("home_after_start", _began, lambda case: case.a_year_after_start, tuple(HomeStatus)),
    _single("home_after_end", _ended, lambda case: case.a_year_after_end, tuple(HomeStatus), _has_ended),
)
"""Every table, in the order in which it is shown."""
BY_NAME = {one.name: one for one in DEFINITIONS}


def counts_for(one: Definition, case: Counted) -> bool:
    """Whether a case that a table is about is counted in it; not where consent is needed and was not given."""
    return not one.consent or case.may_be_counted is True
