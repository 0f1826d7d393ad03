"""How long a case is kept, why, and when it is due for deletion. Nothing here deletes anything.

The periods come from `resources/retention.toml` or the organisation (`actions.rights`); none of them is law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from budgetdesk.dates import Month
from budgetdesk.household.case import Case


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """What a case is kept for, on which basis, and how long after its end."""

    key: str
    title: str
    legal_basis: str
    months: int
    source: str = ""
    confidence: str = "unverified"


@dataclass(frozen=True, kw_only=True)
class Retention:
    """The organisation's purposes and periods. The first purpose is the one of a case that names none."""

    purposes: tuple[Purpose, ...]
    after_plan_months: int
    """After the last instalment of a signed plan."""
    still_months: int
    """A case without an end that nobody has touched for so long is listed."""
    soon_days: int
    """So many days before its day a case is listed as due soon."""
    lookup_months: int
    """How long the log of look-ups is kept."""
    bin_days: int
    """How long a case lies in the bin before it is listed."""

    def purpose(self, named: str) -> Purpose:
        """The purpose by its key or title; the first one where it is neither."""
        return next((one for one in self.purposes if named in (one.key, one.title)), self.purposes[0])


class Why(StrEnum):
    """Why a case is due on its day."""

    CHOSEN = "chosen"
    """The adviser has set the day."""
    ENDED = "ended"
    PLAN = "plan"
    """A signed plan, and the time in which a claim can be raised about it."""
    STILL = "still"
    BIN = "bin"


@dataclass(frozen=True, kw_only=True)
class CaseDays:
    """What is known about one case and its days."""

    number: str
    tenant: str = ""
    purpose: str = ""
    legal_basis: str = ""
    keep_until: date | None = None
    ended: date | None = None
    plan_end: date | None = None
    """The day of the last instalment of an agreement."""
    touched: date
    """When the case was last saved; when it was opened, where it never was."""
    binned: date | None = None
    may_be_counted: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Due:
    """One case, the day from which it is to be deleted, and why that day."""

    case: CaseDays
    on: date
    why: Why

    def days_left(self, today: date) -> int:
        """Days until then; negative when it is past."""
        return (self.on - today).days


def due(case: CaseDays, retention: Retention) -> Due:
    """When a case is due for deletion. A day that somebody has chosen wins."""
    if case.keep_until is not None:
        return Due(case=case, on=case.keep_until, why=Why.CHOSEN)
    if case.binned is not None:
        return Due(case=case, on=case.binned + timedelta(days=retention.bin_days), why=Why.BIN)
    if case.ended is None:
        return Due(case=case, on=months_after(case.touched, retention.still_months), why=Why.STILL)
    ended = months_after(case.ended, retention.purpose(case.purpose).months)
    if case.plan_end is not None:
        after_plan = months_after(case.plan_end, retention.after_plan_months)
        if after_plan > ended:
            return Due(case=case, on=after_plan, why=Why.PLAN)
    return Due(case=case, on=ended, why=Why.ENDED)


def due_list(cases: Iterable[CaseDays], today: date, retention: Retention) -> tuple[Due, ...]:
    """The cases that are due, and those that will be within `soon_days`: the longest due first."""
    last = today + timedelta(days=retention.soon_days)
    found = (due(case, retention) for case in cases)
    return tuple(sorted((one for one in found if one.on <= last), key=lambda one: (one.on, one.case.number)))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    return Month.of(day).plus(months).day(day.day)


def counted_words(case: Case, *, opened: date) -> Mapping[tuple[int, str, str], int]:
    """What is counted of a case that is erased: (year, list, word) -> 1, from closed lists alone, and never two words
    together. Nothing unless the tenant has said yes, and nothing of an invented case."""
    course = case.course
    if case.info.invented or not course.may_be_counted:
        return {}
    year = (course.began or case.info.opened or opened).year
    lists = {
        "sager": ("alle",),
        "types": (case.info.type, *course.more_types),
        "situations": course.situations,
        "occasions": course.occasions,
        "causes": course.causes,
        "referred_by": course.referred_by,
        "activities": course.activities,
        "advice": course.advice,
        "help": course.help,
        "outcome": (course.outcome.value,) if course.outcome else (),
        "eviction": (course.eviction.value,) if course.eviction else (),
    }
    return Counter((year, name, word) for name, words in lists.items() for word in set(words) if word)
