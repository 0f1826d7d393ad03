"""`rates`: figures of the law that the organisation has entered itself: listed, written to a file, read from one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from budgetdesk.actions import rate_files, rates
from budgetdesk.actions.rate_files import Coming, PreviewRow
from budgetdesk.actions.workspace import Workspace
from budgetdesk.benefits.rate_edits import RateEdit
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.i18n import _


def rates_command(args: argparse.Namespace, output: Output) -> int:
    """Entered figures, listed, out and in. What is fetched counts only with the names of two."""
    wrong = _wrong_call(args)
    if wrong:
        output.problem(wrong)
        return USAGE
    with open_workspace(args.today) as workspace:
        if args.do == "export":
            return _export(workspace, args.out, output)
        if args.do == "import":
            return output.each(args.files, lambda name: _import(workspace, name, args.by, output))
        return _list(workspace, output)


def _wrong_call(args: argparse.Namespace) -> str:
    if args.do == "export" and args.out is None:
        return _("Skriv, hvor filen skal ligge: --out FIL.")
    if args.do == "import" and not (args.files and args.by.strip()):
        return _("Skriv, hvilke filer det gælder, og hvem der henter dem: --by NAVN.")
    return ""


def _list(workspace: Workspace, output: Output) -> int:
    for edit in rates.edits_of(workspace):
        days = f"{edit.start:%d.%m.%Y}-{edit.end:%d.%m.%Y}"
        output.answer(_edit(edit), f"{edit.law}.{edit.series}  {days}  {edit.value}  {edit.standing}")
    return DONE


def _export(workspace: Workspace, target: Path, output: Output) -> int:
    number = rate_files.export_rates(workspace, target)
    said = _("{number} satser skrevet til {file}").format(number=number, file=target)
    output.answer({"file": str(target), "figures": number}, said)
    return DONE


def _import(workspace: Workspace, name: str, by: str, output: Output) -> int:
    found = rate_files.preview(workspace, Path(name), by=by.strip())
    taken = rate_files.take_in(workspace, found)
    numbers = {kind.value: sum(row.coming is kind for row in found) for kind in Coming}
    problems = [_problem(row) for row in found if row.coming is Coming.REFUSED]
    counts = sum(row.counts for row in found if row.coming in (Coming.NEW, Coming.CHANGED))
    said = _("{name}: {taken} satser hentet, {counts} gælder, {refused} afvist").format(
        name=name, taken=taken, counts=counts, refused=len(problems)
    )
    lines = [said, *(f"  {problem['law']}.{problem['name']}: {problem['why']}" for problem in problems)]
    output.answer({"input": name, **numbers, "count_at_once": counts, "problems": problems}, "\n".join(lines))
    return DONE


def _problem(row: PreviewRow) -> dict[str, str]:
    return {"law": row.law, "name": row.name, "why": row.why}


def _edit(edit: RateEdit) -> dict[str, Any]:
    return {
        "law": edit.law,
        "name": edit.series,
        "value": str(edit.value),
        "from": edit.start,
        "to": edit.end,
        "source": edit.source,
        "confidence": edit.confidence,
        "standing": edit.standing,
        "entered_by": edit.entered_by,
        "entered_on": edit.entered_on,
        "confirmed_by": edit.confirmed_by or None,
        "confirmed_on": edit.confirmed_on,
        "withdrawn_by": edit.withdrawn_by or None,
        "withdrawn_on": edit.withdrawn_on,
    }
