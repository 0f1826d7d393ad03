"""What can be done with a case as a whole: say what kind it is, end it, take it up again, begin a new one for the same
tenant or for one who has not moved in yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import (
    BankAccount,
    BoligstoetteNow,
    Case,
    CaseInfo,
    Expense,
    Income,
    Person,
    Tenancy,
)
from budgetdesk.household.circumstances import Circumstances
from budgetdesk.household.course import Course
from budgetdesk.household.plausible_course import NEW_TENANT, course_doubts
from budgetdesk.household.words import ContactKind, EvictionKind, Evidence, ThreatOutcome
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

LEFT_HOME = frozenset({ThreatOutcome.MOVED, ThreatOutcome.EVICTED})
"""Outcomes after which the tenant does not live in the home any more."""


def types_of(record: Record) -> tuple[str, ...]:
    """All types of a case, the first one first."""
    case = record.case
    return tuple(dict.fromkeys(word for word in (case.info.type, *case.course.more_types) if word))


def with_types(record: Record, types: tuple[str, ...]) -> Record:
    """The case with these types; none is possible until one is chosen."""
    case = record.case
    info = replace(case.info, type=types[0] if types else "")
    return replace(record, case=replace(case, info=info, course=replace(case.course, more_types=types[1:])))


# ending a case


@dataclass(frozen=True, kw_only=True)
class Ending:
    """What is said when a case ends. The amount is kr."""

    ended: date | None = None
    outcome: ThreatOutcome | None = None
    eviction: EvictionKind | None = None
    left_on: date | None = None
    arrears_at_leaving: Decimal | None = None
    arrears_covered: bool | None = None
    house_rules: bool | None = None
    advice: tuple[str, ...] = ()
    help: tuple[str, ...] = ()


_SAID = tuple(Ending.__dataclass_fields__)
_AFTER_LEAVING = ("eviction", "left_on", "arrears_at_leaving", "house_rules")


def ending_of(record: Record, *, today: date) -> Ending:
    """What stands in the case already, to go on from; a case that is open ends today."""
    course = record.case.course
    found = Ending(**{name: getattr(course, name) for name in _SAID})
    if found.outcome is ThreatOutcome.RUNNING:
        found = replace(found, outcome=None)
    return found if found.ended is not None else replace(found, ended=today)


def ending_problems(record: Record, ending: Ending, *, today: date) -> dict[str, str]:
    """Field of the ending -> the sentence about what cannot be. Empty: the case can be ended so."""
    problems = {} if ending.ended is not None else {"ended": _("Skriv dagen, forløbet sluttede.")}
    case = _ended(record.case, ending)
    for path, sentence in course_doubts(case, today):
        room, _rest, name = path.partition(".")
        if room == "course" and name in _SAID:
            problems.setdefault(name, sentence)
    if ending.left_on and ending.ended and case.course.began and ending.left_on < case.course.began:
        problems.setdefault("left_on", _("Fraflytningen ligger før forløbet begyndte. Ret en af dagene."))
    return problems


def end_case(record: Record, ending: Ending, *, today: date) -> Record:
    """The case as ended. Raises BadInputError where the days cannot be."""
    problems = ending_problems(record, ending, today=today)
    if problems:
        raise BadInputError(next(iter(problems.values())))
    return replace(record, case=_ended(record.case, ending))


def _ended(case: Case, ending: Ending) -> Case:
    said = {name: getattr(ending, name) for name in _SAID}
    if ending.outcome not in LEFT_HOME:
        said |= dict.fromkeys(_AFTER_LEAVING[:3])
    return replace(case, course=replace(case.course, **said))


def take_up_again(record: Record) -> Record:
    """The case is open again. What was said at its end stays, to be changed at the next."""
    return replace(record, case=replace(record.case, course=replace(record.case.course, ended=None)))


# new cases


def new_record(today: date) -> Record:
    """An empty case, opened today."""
    return Record(case=Case(info=CaseInfo(opened=today)))


def new_tenant_record(today: date) -> Record:
    """A case that begins before moving in: the home of the case is the one to move to."""
    return Record(
        case=Case(
            info=CaseInfo(opened=today, type=NEW_TENANT),
            circumstances=Circumstances(moving=True),
        )
    )


def offered(record: Record, kind: ContactKind, on: date) -> Record:
    """A new tenant has been offered advice, on a day and in a way."""
    course = replace(record.case.course, offered_on=on, offered_by=kind)
    return replace(record, case=replace(record.case, course=course))


def for_same_tenant(record: Record, *, today: date, figures: bool = False) -> Record:
    """A new case for the same tenant: who they are, where they live, who is around them; with `figures` also income,
    expenses, debts and rent, all of them only said until they are seen again.

    Never taken along: consents, notes, contacts, letters, arrears and agreements. They belong to the case before.
    """
    old = record.case
    info = replace(old.info, number="", type=CaseInfo().type, opened=today, earlier_case=old.info.number)
    new = Case(
        info=info,
        persons=tuple(old.persons if figures else map(_without_figures, old.persons)),
        tenancy=_home(old.tenancy, figures=figures),
        contact_persons=old.contact_persons,
        course=Course(education=old.course.education, area=old.course.area),
    )
    return Record(case=_with_figures(new, old) if figures else new)


def _without_figures(person: Person) -> Person:
    return replace(
        person,
        adult=replace(person.adult, feriepenge_unclaimed=None, income_before=None),
        child=replace(person.child, childcare_price=None),
    )


def _home(home: Tenancy, *, figures: bool) -> Tenancy:
    """The home; what was applied for belongs to the case before."""
    if figures:
        return replace(home, boligstoette=replace(home.boligstoette, applied_on=None, applied_for=None))
    paid_to = BoligstoetteNow(paid_to=home.boligstoette.paid_to)
    return replace(home, rent_per_month=None, boligstoette=paid_to, deposit=None, lodger_rent=ZERO)


def _with_figures(new: Case, old: Case) -> Case:
    return replace(
        new,
        income=tuple(map(_said_income, old.income)),
        expenses=tuple(map(_said_expense, old.expenses)),
        debts=old.debts,
        wealth=old.wealth,
        bank=tuple(BankAccount(id=one.id, name=one.name, owner=one.owner) for one in old.bank),
    )


def _said_income(row: Income) -> Income:
    return replace(row, evidence=Evidence.SAID)


def _said_expense(row: Expense) -> Expense:
    return replace(row, evidence=Evidence.SAID, from_spending=False)
