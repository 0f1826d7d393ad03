"""From a case to what gives børnetilskud: which children, who is single, who is a pensioner or a student."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from budgetdesk.benefits.boernetilskud_formula import counts
from budgetdesk.benefits.children import ageless, entered_children, other_parent
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Marital, OtherParent, Role

PENSION = "folkepension"
STUDENT = "su"


class Single(StrEnum):
    """Whether the tenant provides alone (§ 2, stk. 2). Samliv is asked, never inferred."""

    YES = "yes"
    NO = "no"
    UNSAID = "unsaid"


class Special(StrEnum):
    """What særligt børnetilskud a child may give (§ 4)."""

    NONE = "none"
    FULL = "full"
    """A parent is dead or not known."""
    BOTH_PENSIONERS = "both"
    ONE_PENSIONER = "one"
    UNSAID = "unsaid"
    """Nobody has said where the other parent is, or whether he or she is a pensioner."""


@dataclass(frozen=True)
class Child:
    """A child that counts, and what it may give besides the ordinary amount."""

    person: Person
    special: Special
    missing: str = ""
    """The fact that would settle it."""


@dataclass(frozen=True)
class Reading:
    """What the case says of børnetilskud on a day."""

    single: Single
    children: tuple[Child, ...]
    ageless: tuple[Person, ...]
    students: tuple[Person, ...]
    unsaid_base: tuple[Person, ...]
    """Adults of whom nobody has said what they live on."""

    @property
    def births(self) -> tuple[date, ...]:
        return tuple(child.person.born for child in self.children if child.person.born is not None)


def read(case: Case, day: date) -> Reading:
    """What the case says on a day. A child counts at home and at this address in folkeregisteret."""
    adults = couple(case)
    bases = {adult.id: lives_on(case, adult, day) for adult in adults}
    here = [p for p in entered_children(case) if p.born is not None and p.lives_at_home and p.registered_here]
    pensioners = [PENSION in bases[adult.id] for adult in adults]
    return Reading(
        single=_single(case, adults),
        children=tuple(
            _child(case, person, pensioners) for person in here if person.born is not None and counts(person.born, day)
        ),
        ageless=tuple(p for p in ageless(case) if p.lives_at_home and p.registered_here),
        students=tuple(adult for adult in adults if STUDENT in bases[adult.id]),
        unsaid_base=tuple(adult for adult in adults if not bases[adult.id]),
    )


def _single(case: Case, adults: tuple[Person, ...]) -> Single:
    if len(adults) > 1:
        return Single.NO
    tenant = adults[0]
    if tenant.marital in (Marital.MARRIED, Marital.COHABITING):
        partner = any(p.role is Role.PARTNER and p.lives_at_home for p in case.persons)
        return Single.NO if partner else Single.UNSAID
    return Single.YES


def _child(case: Case, person: Person, pensioners: list[bool]) -> Child:
    where = other_parent(case, person)
    fact = f"persons[{person.id}].child."
    if where in (OtherParent.DEAD, OtherParent.UNKNOWN):
        return Child(person, Special.FULL)
    if where is None:
        return Child(person, Special.UNSAID, fact + "other_parent")
    other = person.child.other_parent_pensioner
    if where is OtherParent.HERE and len(pensioners) > 1:
        return Child(person, _pensioners(pensioners.count(True)))
    if other is None:
        return Child(person, Special.UNSAID, fact + "other_parent_pensioner")
    return Child(person, _pensioners(int(other) + int(pensioners[0])))


def _pensioners(count: int) -> Special:
    return (Special.NONE, Special.ONE_PENSIONER, Special.BOTH_PENSIONERS)[count]
