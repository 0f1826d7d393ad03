"""`translations`: how much of a language has been read; out to an interpreter and home again."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions import translation_files, translations
from budgetdesk.actions.files import replace_file
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.documents.papers.catalogue import document
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _


def show(args: argparse.Namespace, output: Output) -> int:
    """What is read of each page, after taking a file home or writing one."""
    with open_workspace(args.today) as workspace:
        if args.take_in is not None:
            taken = translation_files.take_in(workspace, args.language, _read(args.take_in), by=args.by, on=args.today)
            for problem in taken.problems:
                output.problem(problem)
        if args.export is not None:
            replace_file(args.export, translation_files.export(workspace, args.language))
        pages = translations.pages_left(workspace, args.language)
    rows = [{"document": name, "read": found.read, "of": found.of} for name, found in pages]
    told = "\n".join(
        _("{title}: {read} af {all} læst").format(title=document(name).title, read=found.read, all=found.of)
        for name, found in pages
    )
    output.answer({"input": args.language, "pages": rows}, told)
    return DONE


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInputError(
            _("Filen {file} kan ikke læses. Se, om den findes, og om du må læse den.").format(file=file)
        ) from error
