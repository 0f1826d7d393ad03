"""`excel` and `excel-in`: the budget and the plan as an Excel file, and what was changed in it back into the case."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions import workbook, workbook_in
from budgetdesk.actions.files import export_case
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.workbook_changes import RowChange, WorkbookChanges
from budgetdesk.casework.record import Record
from budgetdesk.cli import workbook_answers
from budgetdesk.cli.output import DONE, Output
from budgetdesk.i18n import _, ngettext
from budgetdesk.readers.case_file import load_case


def excel(args: argparse.Namespace, output: Output) -> int:
    """One case as a file whose figures work themselves out. It is not encrypted, and says so."""

    def one(name: str) -> int:
        record, library = Record(case=load_case(Path(name), today=args.on).case), load_library()
        workbook.write(record, look(record, args.on, library), library, args.out, with_number=args.number)
        told = _("Skrevet: {file}. Filen er ikke krypteret.").format(file=args.out)
        output.answer({"input": name, "file": str(args.out)}, told)
        return DONE

    return output.each([args.case], one)


def excel_in(args: argparse.Namespace, output: Output) -> int:
    """What was changed in an Excel file, row by row; with `--out` a case file with the changes. Nothing is written
    while a row cannot be read, or was changed in both places and nobody said which counts."""
    return output.each([str(args.case)], lambda name: _one_in(name, args, output))


def _one_in(name: str, args: argparse.Namespace, output: Output) -> int:
    library = load_library()
    record = Record(case=load_case(Path(name), today=args.on).case)
    found = workbook_in.look(record, args.file, library.chart, args.on)
    chosen = [one.id for one in found.changes if one.usual or _wanted(one, args)]
    written = args.out is not None and not _why_not(found, args)
    said = workbook_answers.text(found, chosen)
    if written:
        export_case(workbook_in.take_in(record, found.chosen(chosen)), args.out)
        said = "\n".join((said, _("Skrevet: {file}").format(file=args.out)))
    out = str(args.out) if written else None
    data = {"input": name, "file": str(args.file), "on": args.on, "out": out}
    output.answer({**data, **workbook_answers.answer(found, chosen)}, said)
    return DONE if args.out is None or written else output.not_good(_why_not(found, args))


def _wanted(one: RowChange, args: argparse.Namespace) -> bool:
    """A change that is taken in only when somebody says so."""
    if one.both:
        return bool(args.both == "excel")
    return bool(args.remove)


def _why_not(found: WorkbookChanges, args: argparse.Namespace) -> str:
    """Why no case file is written, as a sentence; "" where one is."""
    if found.problems:
        return _("Intet er skrevet. {problem}").format(problem=found.problems[0])
    if not found.clashes or args.both is not None:
        return ""
    said = ngettext(
        "Intet er skrevet: {count} række er ændret begge steder. Vælg med --both excel eller --both case.",
        "Intet er skrevet: {count} rækker er ændret begge steder. Vælg med --both excel eller --both case.",
        len(found.clashes),
    )
    return said.format(count=len(found.clashes))
