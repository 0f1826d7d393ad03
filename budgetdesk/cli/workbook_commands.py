"""`excel`: the budget and the plan as an Excel file."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions import workbook
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.cli.output import DONE, Output
from budgetdesk.i18n import _
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
