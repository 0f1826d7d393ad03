"""The course of a case as record and statistics know it: who was tried, what was said and done, how it went.

Words such as `types` and `causes` are keys of `resources/categories.toml`, so that nothing is counted by free text.
`on` is the day something happened; `entered_on` is the day it was written down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.household.words import (
    ContactKind,
    ContactOutcome,
    EvictionKind,
    HomeStatus,
    Initiative,
    ThreatOutcome,
)


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One attempt to reach somebody, or one meeting."""

    id: str
    on: date | None = None
    time: str = ""
    """`14.30`; "" where nobody noted it."""
    entered_on: date | None = None
    kind: ContactKind | None = None
    with_whom: str = ""
    """The id of a contact person; "" is the tenant."""
    initiative: Initiative = Initiative.US
    outcome: ContactOutcome | None = None
    minutes: int | None = None
    next_step: str = ""
    """What to do next, in words, where something was agreed or thought of."""
    next_on: date | None = None
    next_time: str = ""
    """`17.00`; "" where no time of the day was named."""
    next_kind: ContactKind | None = None
    """How to try again; None where nobody said, and it is tried the same way."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ContactPerson:
    """Somebody around the case: where they belong, how they are reached, and when that was last checked."""

    id: str
    side: str = ""
    """A key of `sides` in the categories: landlord, municipality, fogedret ..."""
    name: str = ""
    organisation: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    checked_on: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class JournalNote:
    """One note. Closed, it is part of the record and is not changed; an own note is kept apart from the record."""

    id: str
    on: date | None = None
    entered_on: date | None = None
    title: str = ""
    text: str = ""
    own: bool = False
    contact: str = ""
    """The contact it tells about."""
    closed_on: date | None = None
    closed_by: str = ""
    corrects: str = ""
    """The id of the closed note that this one corrects; "" where it corrects none."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One light follow-up: `months` after the start of the course, or after its end."""

    id: str
    months: int = 0
    after_end: bool = False
    done: date | None = None
    home: HomeStatus | None = None
    plan_kept: bool | None = None
    benefits_arrived: bool | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Course:
    """What statistics and the result card need to know about a course, by category."""

    more_types: tuple[str, ...] = ()
    """Types of the case beside `case.type`."""
    situations: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    referred_by: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    help: tuple[str, ...] = ()
    education: str = ""
    area: str = ""
    began: date | None = None
    ended: date | None = None
    meeting_wanted: bool | None = None
    offered_on: date | None = None
    """New tenants: when advice was offered, how, and whether they wanted it."""
    offered_by: ContactKind | None = None
    accepted: bool | None = None
    terminations_this_year: int | None = None
    arrears_covered: bool | None = None
    outcome: ThreatOutcome | None = None
    eviction: EvictionKind | None = None
    left_on: date | None = None
    house_rules: bool | None = None
    """Whether a case about house rules was open as well."""
    temporary: bool = False
    """A temporary tenancy during renovation: left out of the count of evictions."""
    arrears_at_leaving: Decimal | None = None
    purpose: str = ""
    legal_basis: str = ""
    keep_until: date | None = None
    """When the case is due for deletion."""
    may_be_counted: bool | None = None
    """Whether the tenant agrees that the case is counted where consent is needed."""
