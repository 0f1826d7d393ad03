"""One case in a list of ten thousand: who, where, of what kind, and its days. Kept beside the case, made anew by every
save; what depends on today is told when it is asked for, by the day that is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from budgetdesk.casework.case_steps import PROMISED, NextStep, most_urgent, open_steps, steps_of
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import ConsentKind, Role

ADULTS = (Role.TENANT, Role.PARTNER)


class ConsentDays(NamedTuple):
    """From when to when (both included) a consent that was not taken back is in force; None is without an end."""

    given: date
    until: date | None = None


@dataclass(frozen=True)
class InList:
    """What a case says about itself in lists and searches. Nothing here depends on today."""

    tenant: str = ""
    """The first tenant's name; "" while nobody has written it."""
    landlord: str = ""
    address: str = ""
    others: tuple[str, ...] = ()
    """Names of the other adults."""
    cprs: tuple[str, ...] = ()
    """The CPR numbers that the case has, digits only, the first tenant's first."""
    tenant_cpr: str = ""
    born: date | None = None
    """The first tenant's birthday."""
    phones: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    """Words of `types` in the categories, the main one first."""
    organisation: str = ""
    area: str = ""
    adviser: str = ""
    opened: date | None = None
    began: date | None = None
    ended: date | None = None
    keep_until: date | None = None
    earlier_case: str = ""
    invented: bool = False
    protected_address: bool = False
    steps: tuple[NextStep, ...] = ()
    consents: tuple[ConsentDays, ...] = ()

    @property
    def first_promise(self) -> date | None:
        """The first day of something that somebody promised to do: before it there is nothing to look for."""
        return min((step.day for step in self.steps if step.kind in PROMISED), default=None)


@dataclass(frozen=True, kw_only=True)
class CaseSummary:
    """One row of the list of cases."""

    id: str
    opened_at: datetime
    """When it was made in the program; `about.opened` is the day the case has itself."""
    saved_at: datetime | None
    binned_at: datetime | None = None
    about: InList = InList()

    @property
    def tenant(self) -> str:
        return self.about.tenant

    @property
    def landlord(self) -> str:
        return self.about.landlord

    def is_open(self, on: date) -> bool:
        """Whether the course has not ended."""
        return self.about.ended is None or self.about.ended > on

    def steps(self, on: date) -> tuple[NextStep, ...]:
        """What is open on a day, the most urgent first."""
        steps = self.about.steps
        return open_steps(steps, ended=self.about.ended, on=on) if steps else ()

    def next_step(self, on: date) -> NextStep | None:
        """What is next: the nearest day; what is overdue is due today."""
        steps = self.about.steps
        return most_urgent(steps, ended=self.about.ended, on=on) if steps else None

    def has_consent(self, on: date) -> bool:
        """Whether any consent to share is in force on a day."""
        return any(c.given <= on and (c.until is None or on <= c.until) for c in self.about.consents)


def in_list(case: Case) -> InList:
    """What a case says about itself in lists."""
    info, course, tenant = case.info, case.course, case.tenant
    adults = sorted((p for p in case.persons if p.role in ADULTS), key=lambda p: p is not tenant)
    types = (*([info.type] if info.type else []), *course.more_types)
    return InList(
        tenant=tenant.name if tenant else "",
        landlord=case.tenancy.landlord,
        address=case.tenancy.address,
        others=tuple(p.name for p in adults if p is not tenant and p.name),
        cprs=tuple(filter(None, (digits(p.cpr) for p in _tenant_first(case.persons, tenant)))),
        tenant_cpr=digits(tenant.cpr) if tenant else "",
        born=tenant.born if tenant else None,
        phones=tuple(filter(None, (p.phone for p in adults))),
        types=tuple(dict.fromkeys(types)),
        organisation=info.organisation,
        area=course.area,
        adviser=info.adviser,
        opened=info.opened,
        began=course.began or info.opened,
        ended=course.ended,
        keep_until=course.keep_until,
        earlier_case=info.earlier_case,
        invented=info.invented,
        protected_address=info.protected_address,
        steps=steps_of(case),
        consents=_consents(case),
    )


def digits(text: str) -> str:
    """The figures 0-9 of a text: a CPR number or a telephone number however it was written."""
    return "".join(c for c in text if "0" <= c <= "9")


def _tenant_first(persons: tuple[Person, ...], tenant: Person | None) -> list[Person]:
    return sorted(persons, key=lambda p: p is not tenant)


def _consents(case: Case) -> tuple[ConsentDays, ...]:
    return tuple(
        ConsentDays(one.given, one.until)
        for one in case.conversation.consents
        if one.kind is ConsentKind.SAMTYKKE and one.given is not None and one.withdrawn is None
    )
