"""How long cases are kept and why, what is due for deletion, erasing one, and who has looked at it.

Nothing is deleted without somebody having typed the number of the case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from budgetdesk.actions import consents
from budgetdesk.actions.backups import Every, backup_plan
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.retention import Due, Retention, due, due_list, months_after
from budgetdesk.errors import BadInputError, StoreError
from budgetdesk.household import paths
from budgetdesk.household.course import JournalNote
from budgetdesk.i18n import _, source_of
from budgetdesk.readers import retention as reader
from budgetdesk.storage import lookups, retention_rows
from budgetdesk.storage.restoring import has_aside
from budgetdesk.wording import retention as words

SETTING = "retention"
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What goes and what stays when a case is erased, in sentences; and what speaks against it."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]
    mind: tuple[str, ...] = ()


def retention(workspace: Workspace) -> Retention:
    """The organisation's purposes and periods: the program's, with its own numbers on top."""
    return reader.with_own(reader.load_retention(), workspace.setting(SETTING))


def save_retention(workspace: Workspace, chosen: Retention) -> None:
    """Save the organisation's own numbers. Raises BadInputError where one cannot be."""
    numbers = reader.to_plain(chosen)
    for number in (*numbers["months"].values(), *(numbers[key] for key in reader.PERIODS)):
        if not 0 < number <= reader.LONGEST:
            raise BadInputError(
                _("En frist skal ligge mellem 1 og {longest}. Ret tallet.").format(longest=reader.LONGEST)
            )
    workspace.save_setting(SETTING, numbers)


def due_cases(workspace: Workspace) -> tuple[Due, ...]:
    """The cases that are to be deleted now or soon, the longest due first."""
    with workspace.opened.store.database.transaction() as connection:
        days = retention_rows.case_days(connection)
    return due_list(days, workspace.today, retention(workspace))


def due_of(workspace: Workspace, case_id: str) -> Due:
    """When one case is due for deletion, and why. Raises StoreError where there is no such case."""
    with workspace.opened.store.database.transaction() as connection:
        days = retention_rows.case_days(connection, only=case_id)
    if not days:
        raise StoreError(_("Sagen “{case_id}” findes ikke. Vælg en sag fra listen.").format(case_id=case_id))
    return due(days[0], retention(workspace))


def extend(desk: Desk, until: date, reason: str) -> None:
    """Keep a case longer: the day and a closed note with the reason, as one step. Raises BadInputError."""
    if not reason.strip():
        raise BadInputError(_("Skriv, hvorfor sagen skal gemmes længere. Grunden kommer til at stå i journalen."))
    if until <= desk.today:
        raise BadInputError(_("Vælg en dag, der ligger efter i dag."))
    record = paths.put(desk.record, "case.course.keep_until", until)
    notes = record.case.notes
    note = JournalNote(
        id=paths.next_id(notes, "n"),
        on=desk.today,
        entered_on=desk.today,
        title="Sagen gemmes længere",
        text=words.extended(until, reason),
        closed_on=desk.today,
        closed_by=record.case.info.adviser,
    )
    desk.change(_("længere frist"), paths.put(record, "case.notes", (*notes, note)))


def note_correction(desk: Desk, what: str) -> None:
    """Mark that something was put right at the person's request: a closed note. Raises BadInputError."""
    if not what.strip():
        raise BadInputError(_("Skriv, hvad der er rettet, og hvad der stod før."))
    notes = desk.record.case.notes
    note = JournalNote(
        id=paths.next_id(notes, "n"),
        on=desk.today,
        entered_on=desk.today,
        title="Rettet efter ønske fra personen",
        text=what.strip(),
        closed_on=desk.today,
        closed_by=desk.record.case.info.adviser,
    )
    desk.change(_("rettelse noteret"), paths.put(desk.record, "case.notes", (*notes, note)))


def set_purpose(desk: Desk, *, purpose: str, legal_basis: str, may_be_counted: bool | None) -> None:
    """What the case is kept for, on which basis, and whether it may be counted (a consent). One step."""
    record = desk.record
    if may_be_counted is not record.case.course.may_be_counted:
        record = consents.may_be_counted(record, may_be_counted, desk.library, desk.today)
    course = replace(record.case.course, purpose=source_of(purpose), legal_basis=source_of(legal_basis))
    desk.change("formål", paths.put(record, "case.course", course))


def what_goes(workspace: Workspace, case_id: str) -> Loss:
    """What erasing a case would take and leave. Raises StoreError where there is no such case."""
    case = due_of(workspace, case_id).case
    with workspace.opened.store.database.transaction() as connection:
        numbers = retention_rows.held(connection, case_id)
    plan = backup_plan(workspace)
    mind = []
    if case.plan_end is not None and case.plan_end >= workspace.today:
        mind.append(_("Der er en aftale, som ikke er betalt færdig."))
    if case.ended is None:
        mind.append(_("Sagen er ikke afsluttet."))
    weeks = None if plan.every is Every.NEVER else max(plan.weekly, -(-plan.daily // _DAYS_OF_A_WEEK))
    goes = (*words.held(numbers), *((_(words.ASIDE),) if has_aside(workspace.folder) else ()))
    return Loss(goes=goes, stays=words.stays(counted=case.may_be_counted is True, weeks=weeks), mind=tuple(mind))


def erase(workspace: Workspace, case_id: str, typed: str, *, why: str = "") -> str:
    """Erase a case for good; `typed` must be its number. Returns what to tell. Raises BadInputError, StoreError."""
    if typed.strip() != case_id:
        raise BadInputError(
            _("Skriv sagens nummer, {case_id}, for at slette den. Intet er slettet.").format(case_id=case_id)
        )
    return words.erased(workspace.erase_case(case_id, who=workspace.account, why=why.strip()))


def erased_cases(workspace: Workspace) -> tuple[tuple[str, date, str], ...]:
    """Number, day and reason of the cases that were erased, the newest first."""
    with workspace.opened.store.database.transaction() as connection:
        return retention_rows.erased_cases(connection)


def tallied(workspace: Workspace) -> dict[tuple[int, str, str], int]:
    """(year, list, word) -> how many erased cases it counts, of those whose tenant said yes."""
    with workspace.opened.store.database.transaction() as connection:
        return retention_rows.tallied(connection)


def forget_old_look_ups(workspace: Workspace) -> int:
    """Delete what is older than the log's own period; nothing where the clock cannot be trusted. Returns how many."""
    first = months_after(workspace.today, -retention(workspace).lookup_months)
    with workspace.opened.store.database.transaction() as connection:
        return lookups.forget_before(connection, first, now=workspace.now())


def as_plain(one: Due, workspace: Workspace) -> dict[str, Any]:
    """One case of the list, for a program."""
    case, known = one.case, retention(workspace)
    return {
        "case": case.number,
        "tenant": case.tenant,
        "due": one.on,
        "days_left": one.days_left(workspace.today),
        "why": words.why(one, known),
        "purpose": known.purpose(case.purpose).title,
        "legal_basis": case.legal_basis or known.purpose(case.purpose).legal_basis,
    }
