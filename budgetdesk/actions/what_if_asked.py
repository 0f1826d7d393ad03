"""What if: what is typed about a scenario, and the scenario it makes. Amounts are kr/month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.casework import scenarios
from budgetdesk.casework.record import Record
from budgetdesk.casework.scenarios import Scenario
from budgetdesk.dates import age_on
from budgetdesk.formats import day as day_text
from budgetdesk.household.case import Case, Person
from budgetdesk.household.paths import put
from budgetdesk.i18n import N_, translated

ADULT_AGE = 18
PARTNERS_AGE = 35
"""A partner who moves in is taken to be of this age: no rule here turns on it."""


class Kind(StrEnum):
    """The kinds of scenario that can be asked."""

    HOME = "home"
    PARTNER = "partner"
    CHILD = "child"
    JOB = "job"
    PENSION = "pension"
    OWN = "own"


TITLES: Mapping[Kind, str] = {
    Kind.HOME: N_("En anden bolig"),
    Kind.PARTNER: N_("En samlever flytter ind"),
    Kind.CHILD: N_("Et barn fylder 18 år"),
    Kind.JOB: N_("Et arbejde"),
    Kind.PENSION: N_("Pension"),
    Kind.OWN: N_("Noget andet"),
}
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.HOME: ("rent", "area_m2"),
    Kind.PARTNER: ("gross", "paid_out"),
    Kind.CHILD: ("child",),
    Kind.JOB: ("gross", "paid_out"),
    Kind.PENSION: ("gross", "paid_out"),
    Kind.OWN: ("rent", "area_m2", "gross", "paid_out"),
}
"""Which inputs each kind has."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One scenario as it is typed; None is not typed yet."""

    kind: Kind
    rent: Decimal | None = None
    area_m2: Decimal | None = None
    gross: Decimal | None = None
    """Wage or pension before tax."""
    paid_out: Decimal | None = None
    child: str | None = None
    """The id of the child who comes of age."""


def children(case: Case, on: date) -> tuple[Person, ...]:
    """The children who have not come of age, the eldest first."""
    young = [one for one in case.children if one.born is None or age_on(one.born, on) < ADULT_AGE]
    return tuple(sorted(young, key=lambda one: one.born or on))


def scenario_of(asked: Asked, case: Case, on: date) -> Scenario | None:
    """The scenario; None while something it needs is not typed."""
    needed = FIELDS[asked.kind]
    given = [name for name in needed if getattr(asked, name) is not None]
    if (asked.kind is not Kind.OWN and len(given) < len(needed)) or not given:
        return None
    return Scenario(translated(TITLES)[asked.kind], tuple(_changes(asked, case, on)))


def _changes(asked: Asked, case: Case, on: date) -> list[scenarios.Change]:
    tenant = case.tenant.id if case.tenant else ""
    made: list[scenarios.Change] = []
    if asked.kind in (Kind.HOME, Kind.OWN):
        made += _home(asked, case)
    if asked.kind is Kind.PARTNER:
        born = date(on.year - PARTNERS_AGE, 1, 1)
        made.append(scenarios.partner_moves_in(born=born, gross=asked.gross, paid_out=asked.paid_out))
    if asked.kind is Kind.CHILD and asked.child is not None:
        made.append(scenarios.child_turns_18(asked.child, on))
    if asked.kind in (Kind.JOB, Kind.OWN) and asked.gross is not None:
        made.append(scenarios.job(tenant, gross=asked.gross, paid_out=asked.paid_out, on=on))
    if asked.kind is Kind.PENSION and asked.gross is not None:
        made.append(scenarios.pension(tenant, gross=asked.gross, paid_out=asked.paid_out, on=on))
    return made


def _home(asked: Asked, case: Case) -> list[scenarios.Change]:
    """Another rent, area, or both; what is not typed stays as it is."""
    rent = case.tenancy.rent_per_month if asked.rent is None else asked.rent
    area = case.tenancy.area_m2 if asked.area_m2 is None else asked.area_m2
    if (asked.rent, asked.area_m2) == (None, None) or rent is None or area is None:
        return []
    return [scenarios.other_home(rent=rent, area_m2=area)]


def with_note(record: Record, sentences: tuple[str, ...], on: date) -> Record:
    """The sentences at the end of the note of the conversation, with their day: the only thing that is ever kept."""
    talk = record.case.conversation
    told = f"Hvad nu hvis, {day_text(on)}: {' '.join(sentences)}"
    whole = f"{talk.note.rstrip()}\n{told}" if talk.note.strip() else told
    return put(record, "case.conversation", replace(talk, note=whole))
