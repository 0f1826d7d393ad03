"""A landlord's list of arrears beside all plans: seen first, then ticked for those somebody has said yes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from budgetdesk.actions import follow_up
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.household.words import PaymentSource
from budgetdesk.i18n import _
from budgetdesk.planning.arrears_list import ArrearsList, Compared, compare
from budgetdesk.planning.follow_up import Stage, progress
from budgetdesk.readers.arrears_list import ListColumns, read_arrears_list
from budgetdesk.readers.incoming import Source

NOTE = "efter udlejers restanceliste"


@dataclass(frozen=True, kw_only=True)
class ListPreview:
    """What a list says, before anything is changed."""

    read: ArrearsList
    compared: tuple[Compared, ...]
    not_on_list: int
    """How many plans in force the list does not name."""


def preview(workspace: Workspace, source: Source, *, columns: ListColumns | None = None) -> ListPreview:
    """Read a list and hold it against every plan in force; nothing is changed. Raises ArrearsListError, StoreError."""
    read = read_arrears_list(source, columns=columns)
    cases, policy, today = workspace.cases_with_plans(), workspace.library.policy, workspace.today
    running = sum(progress(case, policy, on=today).stage is Stage.RUNNING for case in cases.values())
    compared = compare(read.rows, cases, policy, on=today)
    return ListPreview(read=read, compared=compared, not_on_list=running - len(compared))


def take_in(workspace: Workspace, chosen: Sequence[Compared]) -> int:
    """Tick the payments that somebody has said yes to: one step in each case, which can be undone there. Returns in how
    many cases something changed. Raises StoreError."""
    changed = 0
    for one in chosen:
        if one.pays:
            desk = workspace.desk(one.case_id)
            desk.change(_("Betalt efter udlejers liste"), _ticked(desk.record, one, workspace))
            changed += 1
    return changed


def _ticked(record: Record, one: Compared, workspace: Workspace) -> Record:
    """The payments as they stand now: the list was compared a moment ago."""
    goes = progress(record.case, workspace.library.policy, on=workspace.today)
    open_now = {line.expected.key: line for line in goes.to_tick}
    for expected in one.pays:
        line = open_now.get(expected.key)
        if line is not None and line.left > 0:
            day = min(workspace.today, expected.last_day)
            record = follow_up.tick(
                record, expected, paid_on=day, amount=line.left, note=NOTE, source=PaymentSource.ARREARS_LIST
            )
    return record
