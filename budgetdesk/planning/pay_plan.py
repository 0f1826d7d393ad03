"""Whose pay comes on which days: the days by which a household plans its money."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from budgetdesk.budget.income_rows import TO_LANDLORD
from budgetdesk.household.case import Case, Income
from budgetdesk.household.words import PaidTo, Role
from budgetdesk.planning.liquidity import Flow
from budgetdesk.planning.moves import Move, MoveKind

_REGULAR = 11
"""So many payments in the flow make an income one that is planned by."""


@dataclass(frozen=True, kw_only=True)
class Pay:
    """The main income of one person, and all that the person brings home. Øre."""

    person: str
    name: str
    days: tuple[date, ...]
    """The bank days on which the main income comes."""
    least: int
    """The smallest payment of the main income."""
    total: int
    """All income of the person through the flow."""


def pays_of(case: Case, flow: Flow) -> tuple[Pay, ...]:
    """Tenant and partner with an income of their own, who brings home most first. Money of nobody is the tenant's."""
    moved: dict[str, dict[str, list[Move]]] = defaultdict(lambda: defaultdict(list))
    rows = {f"income[{row.id}]": row for row in case.income}
    for move in flow.moves:
        owner = _owner(move, rows.get(move.path), case)
        if owner is not None:
            moved[owner][move.path].append(move)
    found = [_pay(case, person, by_row) for person, by_row in moved.items()]
    return tuple(sorted((one for one in found if one.total > 0), key=lambda one: -one.total))


def is_income(move: Move, case: Case) -> bool:
    """Whether a move is money in the household's hand: help that the landlord receives lowers the rent instead."""
    row = next((row for row in case.income if move.path == f"income[{row.id}]"), None)
    return _owner(move, row, case) is not None


def _owner(move: Move, row: Income | None, case: Case) -> str | None:
    """The id of who receives it, "" where nobody is written as tenant; None where it is no money in the hand."""
    tenant = case.tenant.id if case.tenant else ""
    if move.kind is MoveKind.BOLIGSTOETTE:
        return tenant if case.tenancy.boligstoette.paid_to is PaidTo.TENANT else None
    if row is None or row.paid_to == TO_LANDLORD or move.oere <= 0:
        return None
    partner = next((p.id for p in case.persons if p.id == row.person and p.role is Role.PARTNER), "")
    return partner or tenant


def _pay(case: Case, person: str, by_row: dict[str, list[Move]]) -> Pay:
    often = {path: moves for path, moves in by_row.items() if len(moves) >= _REGULAR} or by_row
    main = max(often.values(), key=lambda moves: sum(move.oere for move in moves))
    return Pay(
        person=person,
        name=next((p.name for p in case.persons if p.id == person), ""),
        days=tuple(sorted({move.day for move in main})),
        least=min(move.oere for move in main),
        total=sum(move.oere for moves in by_row.values() for move in moves),
    )
