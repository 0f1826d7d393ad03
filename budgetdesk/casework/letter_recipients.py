"""To whom a letter can go in this case: the creditors, the banks, the landlord, the court, or somebody who is typed.

A debt that has been handed on is written about to the collector. Gældsstyrelsen and the court are offered also where
no debt and no meeting is entered: their names are known, their number of the case is then missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from budgetdesk.casework.clock import is_terminated
from budgetdesk.casework.letter_texts import About
from budgetdesk.household.case import Case, Person
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role

GAELDSSTYRELSEN = "Gældsstyrelsen"
AUTHORITY, COURT, LANDLORD, OTHER = "gaeldsstyrelsen", "foged", "udlejer", "anden"
COLLECTED = ("gaeldsstyrelsen", "boeder", "boernebidrag")
"""Kinds of debt that Gældsstyrelsen collects."""
BANK_KINDS = ("banklaan", "overtraek")
FOGED = "Fogedretten"


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Somebody a letter is written to. The paths are where the facts are entered; "" where it stands in no case."""

    id: str
    label: str
    """In the list of recipients."""
    name: str = ""
    address: str = ""
    reference: str = ""
    """Their number of the case."""
    name_path: str = ""
    address_path: str = ""
    reference_path: str = ""
    debt: Debt | None = None
    senders: tuple[Person, ...] = field(default=())
    """Who writes and signs: the one whose debt it is; both where both stand on the lease."""


def recipients(case: Case, about: About) -> tuple[Recipient, ...]:
    """Everybody a letter of this kind can go to, the likeliest first; never none."""
    return tuple(_OFFERED[about](case))


def _to_landlord(case: Case) -> Iterator[Recipient]:
    yield _landlord(case)


def _to_court(case: Case) -> Iterator[Recipient]:
    """About the home first; a creditor's case is before the same court, and its meeting stands in no fact."""
    yield _court(case)
    for debt in case.debts:
        home, owed = _court(case), _of_debt(case, debt)
        yield replace(
            home,
            id=debt.id,
            label=f"{home.label}, sagen om {owed.label}",
            reference="",
            reference_path="",
            debt=debt,
            senders=owed.senders,
        )


def _to_authority(case: Case) -> Iterator[Recipient]:
    yield from (_collected(case, debt) for debt in case.debts if debt.kind in COLLECTED)
    if not any(debt.kind in COLLECTED for debt in case.debts):
        yield _named(case, AUTHORITY, GAELDSSTYRELSEN)


def _collected(case: Case, debt: Debt) -> Recipient:
    """A fine or a child support debt is owed to others; the letter goes to who collects it."""
    owed = _of_debt(case, debt)
    known = debt.collector or (debt.creditor if debt.kind == AUTHORITY else "")
    return replace(owed, name=known or GAELDSSTYRELSEN, label=owed.label if debt.creditor else GAELDSSTYRELSEN)


def _to_creditor(case: Case) -> Iterator[Recipient]:
    """Gældsstyrelsen has a letter of its own, so it stands last."""
    yield from (_of_debt(case, debt) for debt in sorted(case.debts, key=lambda one: one.kind in COLLECTED))
    yield _named(case, OTHER, "")


def _to_bank(case: Case) -> Iterator[Recipient]:
    """Who can take from an account: the bank it is in, then everybody else who claims money."""
    yield from (_of_debt(case, debt) for debt in case.debts if debt.kind in BANK_KINDS)
    yield from (_of_bank(case, at) for at in range(len(case.bank)))
    yield from (_of_debt(case, debt) for debt in case.debts if debt.kind not in BANK_KINDS)
    yield _named(case, OTHER, "")


def _to_new_bank(case: Case) -> Iterator[Recipient]:
    yield _named(case, OTHER, "")
    yield from (_of_bank(case, at) for at in range(len(case.bank)))


_OFFERED: Mapping[About, Callable[[Case], Iterator[Recipient]]] = {
    About.DEBT: _to_creditor,
    About.BANK: _to_bank,
    About.NEW_BANK: _to_new_bank,
    About.PUBLIC: _to_authority,
    About.COURT: _to_court,
    About.LANDLORD: _to_landlord,
}


def recipient_of(case: Case, about: About, wanted: str) -> Recipient:
    """The one with this id, else the likeliest."""
    offered = recipients(case, about)
    return next((one for one in offered if one.id == wanted), offered[0])


def _of_debt(case: Case, debt: Debt) -> Recipient:
    path = f"case.debts[{debt.id}]"
    name = debt.collector or debt.creditor
    shown = f"{debt.creditor or 'Gæld uden navn'} (ved {debt.collector})" if debt.collector else debt.creditor
    return Recipient(
        id=debt.id,
        label=shown or "Gæld uden navn",
        name=name,
        address=debt.address,
        reference=debt.reference,
        name_path=f"{path}.creditor",
        address_path=f"{path}.address",
        reference_path=f"{path}.reference",
        debt=debt,
        senders=_owner(case, debt),
    )


def _of_bank(case: Case, at: int) -> Recipient:
    """`Danske Bank, lønkonto` is written to Danske Bank."""
    account = case.bank[at]
    name = account.name.partition(",")[0].strip()
    return Recipient(
        id=account.id,
        label=account.name or "Konto uden navn",
        name=name,
        name_path=f"case.bank[{account.id}].name",
        senders=_person(case, account.owner),
    )


def _landlord(case: Case) -> Recipient:
    home = case.tenancy
    return Recipient(
        id=LANDLORD,
        label=home.landlord or "Udlejer",
        name=home.landlord,
        address=home.landlord_address,
        reference=case.arrears.payment_reference,
        name_path="case.tenancy.landlord",
        address_path="case.tenancy.landlord_address",
        reference_path="case.arrears.payment_reference",
        senders=tuple(one for one in case.adults if one.role is Role.TENANT or one.on_lease),
    )


def _court(case: Case) -> Recipient:
    arrears = case.arrears
    return Recipient(
        id=COURT,
        label=arrears.court or FOGED,
        name=arrears.court or FOGED,
        reference=arrears.court_reference,
        name_path="case.arrears.court",
        reference_path="case.arrears.court_reference",
        senders=tuple(one for one in case.adults if one.role is Role.TENANT or one.on_lease),
    )


def _named(case: Case, key: str, name: str) -> Recipient:
    return Recipient(id=key, label=name or "En anden (skriv hvem)", name=name, senders=_person(case, ""))


def _owner(case: Case, debt: Debt) -> tuple[Person, ...]:
    return _person(case, debt.owner)


def _person(case: Case, wanted: str) -> tuple[Person, ...]:
    found = next((one for one in case.persons if one.id == wanted), case.tenant)
    return (found,) if found is not None else ()


def court_day(case: Case, on: date) -> tuple[date | None, date | None]:
    """The meeting still to come, and the one that was held."""
    meeting = case.arrears.court_meeting
    return (meeting, None) if meeting and meeting >= on else (None, meeting)


def terminated(case: Case) -> bool:
    """Whether the landlord has ended the tenancy."""
    return is_terminated(case)
