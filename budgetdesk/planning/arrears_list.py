"""A landlord's list of arrears beside what we know: who it fits, and which payments would explain a difference. Kr.

The landlord's sum holds all that is unpaid on the day: what is left of the arrears, and rent that has fallen due since.
Less than we think means that something was paid which nobody has ticked; more, that a payment has not arrived, or that
something new is owed. Nothing is ticked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from budgetdesk.household.agreement import PlanPayment
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.planning.bank_matches import references
from budgetdesk.planning.follow_up import ExpectedPayment, Followed, PaymentState, Progress, Stage, progress
from budgetdesk.planning.policy import Policy

RECENT = timedelta(days=62)
"""How far back a ticked payment may be the one that the landlord has not seen."""
_DUE = (PaymentState.MISSING, PaymentState.SHORT, PaymentState.AWAITED)
_MOST_LINES = 8
"""Of so many open payments every combination is tried."""


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """One row of the list: its line in the file, the landlord's number, the name, and what is owed, kr."""

    line: int
    reference: str
    amount: Decimal
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class ListProblem:
    """A row that could not be read: where, and why."""

    line: int
    text: str


@dataclass(frozen=True, kw_only=True)
class ArrearsList:
    """A list as it was read, before anybody has said yes to anything."""

    file_name: str
    rows: tuple[ListRow, ...]
    problems: tuple[ListProblem, ...] = ()
    header: tuple[str, ...] = ()
    """The names of the columns, to choose others from."""


class Found(StrEnum):
    """How a row was matched with a case, the surest first."""

    REFERENCE = "reference"
    NUMBER = "number"
    NAME = "name"


class Fit(StrEnum):
    """How the landlord's sum stands to ours."""

    AGREES = "agrees"
    LESS = "less"
    MORE = "more"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One case beside the list."""

    case_id: str
    tenant: str
    found: Found
    landlord: Decimal
    """What the landlord says is owed, all rows together."""
    ours: Decimal
    """What is unpaid by all we know: arrears, and rent that has fallen due."""
    fit: Fit
    pays: tuple[ExpectedPayment, ...] = ()
    """Payments that would explain why it is less: to be ticked if somebody says yes."""
    not_seen: PlanPayment | None = None
    """A ticked payment that would explain why it is more."""

    @property
    def difference(self) -> Decimal:
        return self.ours - self.landlord


def compare(rows: Sequence[ListRow], cases: Mapping[str, Case], policy: Policy, *, on: date) -> tuple[Compared, ...]:
    """Every case with a plan in force that stands on the list. People of the list who have no case here are not looked
    at, and a case that is not on the list is left out: it may be another landlord's."""
    found = []
    for case_id, case in cases.items():
        goes = progress(case, policy, on=on)
        if goes.stage is not Stage.RUNNING:
            continue
        how, own = _rows_of(case_id, case, rows)
        if how is not None:
            found.append(_compared(case_id, case, goes, how, own, policy, on))
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.fit), one.case_id)))


_ORDER = (Fit.MORE, Fit.LESS, Fit.AGREES)


def _rows_of(case_id: str, case: Case, rows: Sequence[ListRow]) -> tuple[Found | None, list[ListRow]]:
    numbers = references(case)
    own = [row for row in rows if any(number in _figures(row.reference) for number in numbers)]
    if own:
        return Found.REFERENCE, own
    own = [row for row in rows if row.reference.strip().casefold() == case_id.casefold()]
    if own:
        return Found.NUMBER, own
    name = _plain(case.tenant.name if case.tenant else "")
    own = [row for row in rows if name and _plain(row.name) == name]
    return (Found.NAME, own) if own and len({row.reference for row in own}) == 1 else (None, [])


def _compared(
    case_id: str, case: Case, goes: Progress, how: Found, rows: Sequence[ListRow], policy: Policy, on: date
) -> Compared:
    waiting = [line for line in goes.lines if line.state in _DUE]
    late_rent = sum((line.left for line in goes.rents if line.state in _DUE), ZERO)
    landlord = sum((row.amount for row in rows), ZERO)
    ours = max(goes.owed, ZERO) + late_rent
    off = ours - landlord
    fit = Fit.AGREES if abs(off) <= policy.signal_kroner else Fit.LESS if off > ZERO else Fit.MORE
    tenant = case.tenant
    return Compared(
        case_id=case_id,
        tenant=tenant.name if tenant else "",
        found=how,
        landlord=landlord,
        ours=ours,
        fit=fit,
        pays=_explained(waiting, off, policy) if fit is Fit.LESS else (),
        not_seen=_not_seen(case, -off, policy, on) if fit is Fit.MORE else None,
    )


def _explained(waiting: Sequence[Followed], off: Decimal, policy: Policy) -> tuple[ExpectedPayment, ...]:
    """The fewest open payments that come to the difference, the oldest first; nothing where none do."""
    lines = waiting[:_MOST_LINES]
    for count in range(1, len(lines) + 1):
        for some in combinations(lines, count):
            if abs(sum((line.left for line in some), ZERO) - off) <= policy.signal_kroner:
                return tuple(line.expected for line in some)
    return ()


def _not_seen(case: Case, off: Decimal, policy: Policy, on: date) -> PlanPayment | None:
    ticked: Iterable[PlanPayment] = case.agreement.payments if case.agreement else ()
    recent = [p for p in ticked if p.amount and p.paid_on is not None and on - RECENT <= p.paid_on <= on]
    return next((p for p in reversed(recent) if abs((p.amount or ZERO) - off) <= policy.signal_kroner), None)


def _figures(text: str) -> str:
    return re.sub(r"\D", "", text)


def _plain(name: str) -> str:
    """A name as `Skovgaard, Nadia` and `Nadia Skovgaard` both write it."""
    last, comma, first = name.partition(",")
    whole = f"{first} {last}" if comma else name
    return " ".join(whole.casefold().split())
