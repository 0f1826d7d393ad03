"""The parts of the agreement on paper: the parties, what is owed, the instalments, and the lines of its wordings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import parties
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Ink, Role
from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import facts, section, side_by_side, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest
from budgetdesk.planning.policy import Policy
from budgetdesk.wording.agreement import Line, Parts

# isort: split
from reportlab.lib.units import mm

LAST_ROWS = 3
"""So many of the last instalments stay on one page: none stands alone at the top of the next."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """All that the agreement is written from."""

    case: Case
    plan: PlanTest
    instalments: tuple[Instalment, ...]
    policy: Policy
    parts: Parts
    total: Decimal
    """What is owed, kr."""
    on: date
    proposal: bool
    forlig: bool


def marked(line: Line) -> str:
    """A wording as markup: **words** that stand out, nothing typed obeyed."""
    pieces = re.split(r"\*\*(.+?)\*\*", line.text, flags=re.DOTALL)
    return "".join(f"<b>{_kept(one)}</b>" if at % 2 else _kept(one) for at, one in enumerate(pieces))


def _kept(piece: str) -> str:
    """As `rich`, with the spaces at its ends."""
    before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
    return f"{' ' if before else ''}{rich(piece)}{' ' if after and piece.strip() else ''}"


def points(lines: Iterable[Line]) -> list[Any]:
    """Wordings as a list."""
    return steps([marked(line) for line in lines], mark="•")


def running(lines: Iterable[Line]) -> Any:
    """Wordings as one paragraph."""
    return text(" ".join(marked(line) for line in lines))


def parties_of(case: Case, words: Any) -> Any:
    """Tenants and home to the left, landlord and adviser to the right."""
    names = {Role.CO_TENANT: words["co_tenant"], Role.GUARDIAN: words["guardian"]}
    others = [(names[party.role], party.name) for party in parties(case, only_lease=True) if party.role in names]
    signing = [(words["tenant"], case.tenant.name if case.tenant else ""), *others]
    adviser = ", ".join(part for part in (case.info.adviser, case.info.organisation) if part)
    between = 6 * mm
    first, second = (page.WIDTH - between) * 0.47, (page.WIDTH - between) * 0.53
    address = case.tenancy.address + (words["protected"] if case.info.protected_address else "")
    left = facts([*signing, (words["address"], address)], width=first, names=16 * mm)
    right = facts(
        [(words["landlord"], case.tenancy.landlord), (words["adviser"], adviser)], width=second, names=17 * mm
    )
    return side_by_side([left, right], [first + between, second], gap=between)


def owed(paper: Paper, words: Any) -> list[Any]:
    """Every row of the debt, month by month and kind by kind, the sum, the day of it, and that it is acknowledged."""
    rows = [
        [formats.month(row.month) if row.month else "–", words[row.kind.value], formats.kroner(row.amount)]
        for row in paper.case.arrears.rows
        if row.amount is not None
    ]
    before = paper.total - paper.case.arrears.total
    if before and paper.case.arrears.total:  # paid on an agreement that this one replaces
        rows.append([words["paid_before"], "", formats.kroner(before)])
    rows.append([words["total"], "", formats.kroner(paper.total)])
    widths = [50 * mm, page.WIDTH - 90 * mm, 40 * mm]
    listed = table(words["columns"], rows, widths, figures=[2], total=True)
    return section(words["heading"], listed, running(paper.parts.owed))


def payments(paper: Paper, words: Any) -> list[Any]:
    """Number, day, amount and rest of each instalment; where and how; the running rent beside it."""
    total = sum((one.amount for one in paper.instalments), ZERO)
    rows, rest = [], total
    for number, one in enumerate(paper.instalments, start=1):
        rest -= one.amount
        rows.append([f"{number}.", formats.weekday_and_day(one.due), formats.kroner(one.amount), formats.kroner(rest)])
    widths = [14 * mm, page.WIDTH - 84 * mm, 35 * mm, 35 * mm]
    how = words["sum" if len(paper.instalments) > 1 else "sum_one"].format(
        count=len(paper.instalments), total=formats.kroner(total)
    )
    differs = f" {words['differs']}" if paper.case.arrears.total and total != paper.total else ""
    interest = " ".join(marked(line) for line in paper.parts.interest)
    listed = table(words["columns"], rows, widths, figures=[2, 3])
    listed.setStyle([("NOSPLIT", (0, -min(LAST_ROWS, len(rows))), (-1, -1))])
    return section(
        words["heading"],
        text(f"{how} {interest}{differs}"),
        listed,
        points(paper.parts.paying),
    )


def who_signs(paper: Paper, ink: Sequence[Ink]) -> list[Party]:
    """The tenant's side and the adviser; the landlord too, but where a yes was given elsewhere already."""
    signing = parties(paper.case, only_lease=True)
    if paper.proposal or paper.forlig or any(one.role is Role.LANDLORD for one in ink):
        signing.append(Party(Role.LANDLORD, paper.case.tenancy.landlord))
    return signing
