"""A few more invented cases, so that the list of cases shows what it is for: what is next, and how many days left."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Conversation, Person, Tenancy, Todo
from budgetdesk.household.course import Course
from budgetdesk.household.words import Role, ThreatOutcome

_ORGANISATION, _LANDLORD, _ADVISER = "Boligrådgivningen Lærkely", "Boligforeningen Lærkely", "Karen Mølgaard"
_TYPES = "raadgivning", "fastholdelse", "ny_lejer"


def take_in_neighbours(workspace: Workspace) -> None:
    """Put them into the store, with days around today. They are marked as invented, so they never count."""
    today = workspace.today
    for name, road, case in (
        ("Ali Rahimi", "Lærkevej 31, 1. th", _with_todo(today, 0, "Ringe til kommunen om enkeltydelsen", _TYPES[0])),
        ("Else Vinther", "Sangfuglevej 8, st. tv", _with_todo(today, -2, "Finde lejekontrakten", _TYPES[1])),
        ("Mikkel Bruun Andersen", "Lærkevej 5, 2. mf", _before_court(today)),
        ("Sofie Lykke Thomsen", "Sangfuglevej 14, 1. tv", _moving_in(today)),
        ("Jonna Palsgaard", "Lærkevej 44, st. th", _ended(today)),
    ):
        workspace.new_case(_named(case, name, road))


def _named(case: Case, name: str, road: str) -> Record:
    tenant = Person(id="p1", role=Role.TENANT, name=name)
    info = CaseInfo(
        type=case.info.type, organisation=_ORGANISATION, adviser=_ADVISER, opened=case.course.began, invented=True
    )
    home = Tenancy(
        landlord=_LANDLORD,
        address=f"{road}, 2650 Hvidovre",
        municipality="Hvidovre",
        rent_per_month=Decimal(7200),
        moved_in=case.tenancy.moved_in,
    )
    return Record(
        case=Case(
            info=info,
            persons=(tenant,),
            tenancy=home,
            arrears=case.arrears,
            conversation=case.conversation,
            course=case.course,
        )
    )


def _with_todo(today: date, days: int, what: str, kind: str) -> Case:
    todo = Todo(id="n1", who="rådgiver", what=what, by=today + timedelta(days=days))
    course = Course(began=today - timedelta(days=40), area="Lærkely Nord")
    return Case(info=CaseInfo(type=kind), conversation=Conversation(next_steps=(todo,)), course=course)


def _before_court(today: date) -> Case:
    arrears = Arrears(
        rows=(ArrearsRow(id="r1", amount=Decimal(14400)),),
        ophaevelse_arrived=today - timedelta(days=20),
        court_meeting=today + timedelta(days=6),
    )
    course = Course(began=today - timedelta(days=15), area="Lærkely Syd")
    return Case(info=CaseInfo(type="udsaettelsestruet"), arrears=arrears, course=course)


def _moving_in(today: date) -> Case:
    course = Course(began=today - timedelta(days=4), offered_on=today - timedelta(days=4), area="Lærkely Nord")
    home = Tenancy(moved_in=today + timedelta(days=25))
    todo = Todo(id="n1", who="lejer", what="Søge lån til indskuddet", by=today + timedelta(days=3))
    talk = Conversation(next_steps=(todo,))
    return Case(info=CaseInfo(type=_TYPES[2]), tenancy=home, conversation=talk, course=course)


def _ended(today: date) -> Case:
    began, ended = today - timedelta(days=200), today - timedelta(days=30)
    course = Course(began=began, ended=ended, outcome=ThreatOutcome.PLAN, area="Lærkely Syd")
    return Case(info=CaseInfo(type=_TYPES[1]), course=course)
