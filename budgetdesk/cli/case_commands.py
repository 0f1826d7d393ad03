"""`case` and `check`: the encrypted store from a terminal."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli.case_course_commands import case_again, end_case, list_cases, new_tenant, reopen_case
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.paper_commands import papers
from budgetdesk.cli.profile import open_workspace
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

__all__ = ["case", "check", "papers"]


def case(args: argparse.Namespace, output: Output) -> int:
    """Cases in, out, listed, ended and begun again."""
    if args.do not in ("list", "new-tenant") and not args.what:
        output.problem(_("Skriv, hvilke filer eller sager det gælder."))
        return USAGE
    with open_workspace(args.today) as workspace:
        if args.do == "import":
            return output.each(args.what, lambda name: _import(workspace, name, output))
        if args.do == "export":
            return output.each(args.what, lambda name: _export(workspace, name, args.out or Path(), output))
        if args.do == "end":
            return output.each(args.what, lambda number: end_case(workspace, number, args, output))
        if args.do == "reopen":
            return output.each(args.what, lambda number: reopen_case(workspace, number, output))
        if args.do == "again":
            return output.each(args.what, lambda number: case_again(workspace, number, args, output))
        return new_tenant(workspace, output) if args.do == "new-tenant" else list_cases(workspace, args, output)


def check(args: argparse.Namespace, output: Output) -> int:
    """Look through the whole store. Status 1 when something is wrong."""
    with open_workspace(args.today) as workspace:
        problems = workspace.check()
    good = _("Lageret er krypteret og i orden.")
    output.answer({"good": not problems, "problems": problems}, "\n".join(problems) or good)
    return output.not_good(_("Lageret er ikke i orden. {problems}").format(problems=problems[0])) if problems else DONE


def _import(workspace: Workspace, name: str, output: Output) -> int:
    desk, read = workspace.import_case(Path(name))
    output.answer(
        {"input": name, "case": desk.case_id, "notes": read.notes},
        _("{name}: lagt ind som sag {number}").format(name=name, number=desk.case_id),
    )
    return DONE


def _export(workspace: Workspace, number: str, folder: Path, output: Output) -> int:
    target = folder / f"sag-{number}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError(_("Mappen {folder} kan ikke laves. Vælg en anden mappe.").format(folder=folder)) from error
    workspace.export_case(number, target)
    said = _("{number}: skrevet til {file}").format(number=number, file=target)
    output.answer({"input": number, "file": str(target)}, said)
    return DONE
