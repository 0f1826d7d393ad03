"""`case list`, `end`, `reopen`, `again`, `new-tenant`: cases listed, ended and begun again in a terminal."""

from __future__ import annotations

import argparse
from datetime import date

from budgetdesk.actions import case_course
from budgetdesk.actions.case_course import Ending
from budgetdesk.actions.case_list import Chosen, Order, Status, holds, listed
from budgetdesk.actions.workspace import CaseSummary, Workspace
from budgetdesk.casework.record import Record
from budgetdesk.cli.output import DONE, Output
from budgetdesk.household.words import EvictionKind, ThreatOutcome
from budgetdesk.i18n import _
from budgetdesk.wording import case_list as words


def list_cases(workspace: Workspace, args: argparse.Namespace, output: Output) -> int:
    """The cases that were chosen; with words, those that have them, the best first."""
    chosen = Chosen(
        status=Status(args.status or Status.ALL),
        type=args.type,
        organisation=args.organisation,
        area=args.area,
        adviser=args.adviser,
        without_consent=args.without_consent,
        order=Order(args.order or Order.NUMBER),
    )
    if not args.what:
        for case in listed(workspace.cases(), chosen, on=workspace.today):
            _answer(case, workspace.today, output)
        return DONE
    for hit in workspace.search(" ".join(args.what)):
        if holds(hit.case, chosen, on=workspace.today):
            _answer(hit.case, workspace.today, output, found_in=[field.value for field in hit.fields])
    return DONE


def _answer(case: CaseSummary, on: date, output: Output, *, found_in: list[str] | None = None) -> None:
    step = case.next_step(on)
    data = {
        "case": case.id,
        "tenant": case.tenant,
        "landlord": case.landlord,
        "types": case.about.types,
        "open": case.is_open(on),
        "began": case.about.began,
        "ended": case.about.ended,
        "next": None if step is None else {"kind": step.kind, "on": step.day, "days_left": step.days_left(on)},
    }
    if found_in is not None:
        data["found_in"] = found_in
    said = f"{words.step(step)}, {words.days_left(step, on)}" if step is not None else words.standing(case, on)
    output.answer(data, f"{case.id}  {case.tenant}  {case.landlord}  {said}")


def end_case(workspace: Workspace, number: str, args: argparse.Namespace, output: Output) -> int:
    """End one case. Raises BadInputError where the days cannot be."""
    desk = workspace.desk(number)
    outcome = ThreatOutcome(args.outcome) if args.outcome else None
    known = case_course.ending_of(desk.record, today=workspace.today)
    ending = Ending(
        ended=args.on or known.ended,
        outcome=outcome or known.outcome,
        eviction=EvictionKind(args.eviction) if args.eviction else known.eviction,
        left_on=args.left_on or known.left_on,
        arrears_at_leaving=known.arrears_at_leaving,
        arrears_covered=known.arrears_covered,
        house_rules=known.house_rules,
        advice=known.advice,
        help=known.help,
    )
    desk.change(_("Afslut sagen"), case_course.end_case(desk.record, ending, today=workspace.today))
    said = _("{number}: afsluttet {day}").format(number=number, day=ending.ended)
    output.answer({"case": number, "ended": ending.ended, "outcome": ending.outcome}, said)
    return DONE


def reopen_case(workspace: Workspace, number: str, output: Output) -> int:
    """Take one case up again."""
    desk = workspace.desk(number)
    desk.change(_("Genåbn sagen"), case_course.take_up_again(desk.record))
    output.answer({"case": number, "ended": None}, _("{number}: åben igen").format(number=number))
    return DONE


def case_again(workspace: Workspace, number: str, args: argparse.Namespace, output: Output) -> int:
    """A new case for the same tenant."""
    old = workspace.desk(number).record
    return _begin(workspace, case_course.for_same_tenant(old, today=workspace.today, figures=args.figures), output)


def new_tenant(workspace: Workspace, output: Output) -> int:
    """A case that begins before moving in."""
    return _begin(workspace, case_course.new_tenant_record(workspace.today), output)


def _begin(workspace: Workspace, record: Record, output: Output) -> int:
    number = workspace.new_case(record).case_id
    said = _("Oprettet som sag {number}").format(number=number)
    output.answer({"case": number, "earlier_case": record.case.info.earlier_case}, said)
    return DONE
