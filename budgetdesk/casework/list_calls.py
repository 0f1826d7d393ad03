"""Whom of a landlord's list to call first: by how pressing it is, and by what makes it likelier that help arrives.

The order is open and the same for all: groups, then one thing after another, as `resources/arrears_list.toml` says
with its sources (docs: "Lists of arrears"). Nobody is scored, and nobody is contacted by the program. Days that the
list alone tells of are estimates: a påkrav is taken to have come on the day it was sent.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from budgetdesk.casework.arrears_match import How
from budgetdesk.casework.arrears_people import Gone, ListInfo, ListPerson, Since
from budgetdesk.casework.arrears_rules import CallOrder, Chance, Group, Then
from budgetdesk.casework.clock import KINDS, LAWS, clock, clock_of, is_terminated, paakrav_arrived
from budgetdesk.casework.deadlines import Clock
from budgetdesk.dates import age_on
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.planning.owed import in_force

ADULT = 18
_ALMEN = next(iter(LAWS))


@dataclass(frozen=True, kw_only=True)
class ListCall:
    """One tenant of a list: why it is pressing, until when, and what makes help likelier."""

    person: ListPerson
    group: Group
    day: date | None = None
    """The last day to pay, the day in court, the first day of a påkrav: what the group is about."""
    estimate: bool = False
    """True where no letter that we know of has set the day."""
    chances: tuple[Chance, ...] = ()
    phone: str = ""
    rent: Decimal | None = None
    tried: date | None = None
    """The last contact noted in the case."""
    protected: bool = False
    """A protected address: it is not written on paper."""


@dataclass(frozen=True, kw_only=True)
class ListCalls:
    """A list in the order in which to call. `calls` are the first ones of `in_all`."""

    info: ListInfo
    on: date
    calls: tuple[ListCall, ...] = ()
    in_all: int = 0
    groups: Mapping[Group, int] = field(default_factory=dict)
    since: Mapping[Since, int] = field(default_factory=dict)
    how: Mapping[How, int] = field(default_factory=dict)
    nothing_owed: int = 0
    """People of the list with nothing owed, or money to the good: not called."""
    gone: tuple[Gone, ...] = ()


def list_call(one: ListPerson, case: Case | None, order: CallOrder, *, on: date) -> ListCall:
    """How pressing it is for one tenant, with what the case knows where there is one."""
    group, day, estimate = _of_case(case, on) or _of_list(one, case, on)
    tenant = case.tenant if case else None
    rent = (case.tenancy.rent_per_month if case else None) or one.rent
    tried = max((c.on for c in case.contacts if c.on and c.on <= on), default=None) if case else None
    return ListCall(
        person=one,
        group=group,
        day=day,
        estimate=estimate,
        chances=tuple(chance for chance in order.chances if _has(chance, one, case, rent, order, on)),
        phone=(tenant.phone if tenant else "") or one.phone,
        rent=rent,
        tried=tried,
        protected=case is not None and case.info.protected_address,
    )


def in_order(
    info: ListInfo,
    people: Iterable[ListPerson],
    cases: Mapping[str, Case],
    order: CallOrder,
    *,
    on: date,
    most: int,
    told: Callable[[int], object] = lambda _people: None,
) -> ListCalls:
    """The first `most` of a list in the order in which to call, and the counts of all. `told` hears now and then how
    many were looked at, and may raise to stop it."""
    counts = _Counts()
    calls = (
        list_call(one, cases.get(one.case_id or ""), order, on=on)
        for one in counts.counted(people, told)
        if one.owed > ZERO
    )
    first = heapq.nsmallest(most, counts.grouped(calls), key=lambda call: place(call, order, on))
    return ListCalls(
        info=info,
        on=on,
        calls=tuple(first),
        in_all=sum(counts.groups.values()),
        groups={group: counts.groups[group] for group in order.groups if counts.groups[group]},
        since=dict(counts.since),
        how=dict(counts.how),
        nothing_owed=counts.nothing_owed,
    )


class _Counts:
    """What goes by, counted: the list itself is never in memory."""

    def __init__(self) -> None:
        self.groups: Counter[Group] = Counter()
        self.since: Counter[Since] = Counter()
        self.how: Counter[How] = Counter()
        self.nothing_owed = 0

    def counted(self, people: Iterable[ListPerson], told: Callable[[int], object]) -> Iterator[ListPerson]:
        for number, one in enumerate(people, 1):
            if number % MOST_AT_ONCE == 0:
                told(number)
            self.since[one.since] += 1
            self.how[one.how] += 1
            self.nothing_owed += one.owed <= ZERO
            yield one

    def grouped(self, calls: Iterable[ListCall]) -> Iterator[ListCall]:
        for call in calls:
            self.groups[call.group] += 1
            yield call


MOST_AT_ONCE = 50 * 40
"""People between two words about how far it is."""


def place(call: ListCall, order: CallOrder, on: date) -> tuple[object, ...]:
    """Where a call stands: the group, then one thing after another as the data says, then the landlord's number."""
    group = list(order.groups).index(call.group)
    return (group, *(_then(word, call, on) for word in order.then), call.person.key)


def _then(word: Then, call: ListCall, on: date) -> tuple[object, ...]:
    if word is Then.DAYS:
        days = (call.day - on).days if call.day else 0
        return (call.day is None, days < 0, abs(days))
    if word is Then.OWED:
        return (call.person.owed,)
    return (Chance(word.value) not in call.chances,)


def _of_case(case: Case | None, on: date) -> tuple[Group, date | None, bool] | None:
    """What the case knows of letters and courts; None where it knows of none."""
    if case is None:
        return None
    if in_force(case):
        return Group.PLAN, None, False
    court = [day for day in (case.arrears.court_meeting, case.arrears.eviction) if day and day >= on]
    if court:
        return Group.COURT, min(court), False
    if is_terminated(case):
        return Group.TERMINATED, case.arrears.ophaevelse_arrived, False
    found = clock_of(case) if paakrav_arrived(case) else None
    if found is None or found.pay_by is None:
        return None
    return (Group.PAY_BY if found.pay_by.day >= on else Group.DEADLINE_OVER), found.pay_by.day, False


def _of_list(one: ListPerson, case: Case | None, on: date) -> tuple[Group, date | None, bool]:
    """What follows from the list's own days by the clock."""
    due = one.due or one.paakrav
    if due is None:
        return Group.NO_DAY, None, False
    kind = case.tenancy.kind if case and case.tenancy.kind in KINDS else _ALMEN
    try:
        found = _clock(due, one.paakrav, kind)
    except (BadInputError, OverflowError):
        return Group.NO_DAY, None, False
    if found.pay_by is not None:
        return (Group.PAY_BY if found.pay_by.day >= on else Group.DEADLINE_OVER), found.pay_by.day, True
    first = found.earliest_paakrav.day
    return (Group.PAAKRAV_MAY_COME if first <= on else Group.LATE), first, True


@lru_cache(maxsize=2**12)
def _clock(due: date, paakrav: date | None, kind: str) -> Clock:
    """The clock of a due day: half a million rows share a few dozen of them."""
    return clock(due, paakrav_arrived=paakrav, kind=kind)


def _has(chance: Chance, one: ListPerson, case: Case | None, rent: Decimal | None, order: CallOrder, on: date) -> bool:
    if chance is Chance.CHILDREN:
        return case is not None and any(child.born is None or age_on(child.born, on) < ADULT for child in case.children)
    if chance is Chance.FIRST_TIME:
        return one.since is Since.FIRST
    if chance is Chance.GROWN:
        return one.since is Since.GROWN
    return one.owed <= (rent * order.small_rents if rent else order.small_kroner)
