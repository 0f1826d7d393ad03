"""`case` and `check`: the encrypted store from a terminal."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _


def case(args: argparse.Namespace, output: Output) -> int:
    """Cases in, out and listed."""
    if args.do != "list" and not args.what:
        output.problem(_("Skriv, hvilke filer eller sager det gælder."))
        return USAGE
    with open_workspace(args.today) as workspace:
        if args.do == "import":
            return output.each(args.what, lambda name: _import(workspace, name, output))
        if args.do == "export":
            return output.each(args.what, lambda name: _export(workspace, name, args.out or Path(), output))
        return _list(workspace, output)


def check(args: argparse.Namespace, output: Output) -> int:
    """Look through the whole store. Status 1 when something is wrong."""
    with open_workspace(args.today) as workspace:
        problems = workspace.check()
    good = _("Lageret er krypteret og i orden.")
    output.answer({"good": not problems, "problems": problems}, "\n".join(problems) or good)
    return output.not_good(f"Lageret er ikke i orden. {problems[0]}") if problems else DONE


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
        raise DocumentError(f"Mappen {folder} kan ikke laves. Vælg en anden mappe.") from error
    workspace.export_case(number, target)
    said = _("{number}: skrevet til {file}").format(number=number, file=target)
    output.answer({"input": number, "file": str(target)}, said)
    return DONE


def _list(workspace: Workspace, output: Output) -> int:
    for summary in workspace.cases():
        output.answer(
            {"case": summary.id, "tenant": summary.tenant, "landlord": summary.landlord},
            f"{summary.id}  {summary.tenant}  {summary.landlord}",
        )
    return DONE
