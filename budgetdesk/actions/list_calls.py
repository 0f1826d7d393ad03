"""A landlord's list that was taken in: whom to call first, who it is, and a case made with one key.

No tenant is contacted by the program. What somebody says about who a row is, holds for the next list, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from budgetdesk.actions.desk import Desk
from budgetdesk.casework.arrears_entries import ListEntry
from budgetdesk.casework.arrears_match import How, Known
from budgetdesk.casework.arrears_people import ListInfo, ListPerson
from budgetdesk.casework.list_calls import ListCalls, in_order
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import StoreError
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Person, Tenancy
from budgetdesk.household.course import Course
from budgetdesk.household.words import Letter, Role
from budgetdesk.i18n import _
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.storage.arrears_lists import ArrearsLists

MOST_CALLS = 200
"""So many are shown; the counts are of all."""
MOST_GONE = 100
THREATENED, FROM_LIST = "udsaettelsestruet", "restanceliste"
"""Words of `types` and `referred_by` in the categories."""


class ListStore(Protocol):
    """What is needed of a workspace."""

    today: date

    @property
    def arrears_lists(self) -> ArrearsLists:
        """The lists in the store."""

    def new_case(self, record: Record | None = None, *, number: str | None = None) -> Desk:
        """Keep a new case."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A case a row may be about."""

    case_id: str
    name: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Calls:
    """The call list of one landlord's list, and who its doubtful rows may be."""

    listed: ListCalls
    candidates: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    """Key of a doubtful row -> the cases it may be about, the likeliest first."""


def calls_of(
    workspace: ListStore, list_id: int, *, most: int = MOST_CALLS, told: Callable[[int], object] = lambda _n: None
) -> Calls:
    """Whom to call first. Half a million rows take a while: in a thread where a window waits. Raises StoreError."""
    lists, order = workspace.arrears_lists, load_list_rules().order
    info = next((one for one in lists.all() if one.id == list_id), None)
    if info is None:
        raise StoreError(_("Listen findes ikke mere. Vælg en anden."))
    found = in_order(
        info, lists.people(list_id), lists.cases_of(list_id), order, on=workspace.today, most=most, told=told
    )
    found = replace(found, gone=lists.gone(list_id, most=MOST_GONE))
    return Calls(listed=found, candidates=_candidates(lists, [call.person for call in found.calls]))


def say_same(workspace: ListStore, list_id: int, person: ListPerson, case_id: str) -> None:
    """A person has said whose row it is. Raises StoreError."""
    workspace.arrears_lists.say(list_id, person.key, case_id)


def say_nobody(workspace: ListStore, list_id: int, person: ListPerson) -> None:
    """A person has said that it is none of the known cases. Raises StoreError."""
    workspace.arrears_lists.say(list_id, person.key, None)


def make_case(workspace: ListStore, info: ListInfo, person: ListPerson) -> Desk:
    """Make a case of somebody on the list, and remember that it is theirs. Raises StoreError."""
    desk = workspace.new_case(case_from(info, person, on=workspace.today))
    workspace.arrears_lists.say(info.id, person.key, desk.case_id)
    return desk


def case_from(info: ListInfo, person: ListPerson, *, on: date) -> Record:
    """What the list says, as a new case; the landlord's words on the list's day. Nothing else is filled in."""
    month = Month.of(person.due) if person.due else None
    tenant = Person(id="p1", role=Role.TENANT, name=_as_said(person.name), phone=person.phone)
    arrears = Arrears(
        rows=(ArrearsRow(id="r1", month=month, amount=person.owed),),
        stated_on=info.stated_on,
        letter=Letter.PAAKRAV if person.paakrav else Letter.NONE,
    )
    return Record(
        case=Case(
            info=CaseInfo(type=THREATENED, opened=on),
            persons=(tenant,),
            tenancy=Tenancy(
                landlord=info.sender, number=person.reference, address=person.address, rent_per_month=person.rent
            ),
            arrears=arrears,
            course=Course(referred_by=(FROM_LIST,), began=on, purpose=info.purpose, legal_basis=info.legal_basis),
        )
    )


def _candidates(lists: ArrearsLists, people: list[ListPerson]) -> dict[str, tuple[Candidate, ...]]:
    doubtful = [one for one in people if one.how is How.DOUBT]
    if not doubtful:
        return {}
    known = Known(lists.known())
    maybe = {one.key: known.match(_as_entry(one)).cases for one in doubtful}
    named = lists.who_is([case_id for found in maybe.values() for case_id in found])
    return {
        key: tuple(Candidate(case_id=c, name=named[c][0], address=named[c][1]) for c in found if c in named)
        for key, found in maybe.items()
    }


def _as_entry(one: ListPerson) -> ListEntry:
    return ListEntry(line=0, reference=one.reference, name=one.name, address=one.address)


def _as_said(name: str) -> str:
    """`Skovgaard, Nadia` as it is said: `Nadia Skovgaard`; capitals all through are made ordinary ones."""
    last, comma, first = name.partition(",")
    whole = f"{first.strip()} {last.strip()}".strip() if comma else name.strip()
    return whole.title() if whole.isupper() else whole
