"""`pdf`, `seal` and `verify`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from budgetdesk.actions import sealing
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.cli import answers, texts
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.documents import catalogue
from budgetdesk.documents.verify import verify as verify_pdf
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _
from budgetdesk.readers.case_file import load_case
from budgetdesk.settings import profile_folder


def pdf(args: argparse.Namespace, output: Output) -> int:
    """One document, not sealed, with lines for pen signatures."""

    def one(name: str) -> int:
        record = Record(case=load_case(Path(name), today=args.on).case)
        overview = look(record, args.on, load_library())
        _write(args.out, catalogue.make(args.document, record, overview, on=args.on))
        output.answer({"input": name, "file": str(args.out)}, _("Skrevet: {file}").format(file=args.out))
        return DONE

    return output.each([args.case], one)


def seal(args: argparse.Namespace, output: Output) -> int:
    """Set the organisation's seal; its certificate is made at first use."""

    def one(name: str) -> int:
        content = _read(name)
        with open_workspace(args.today) as workspace:
            sealed = sealing.seal(workspace, content, when=datetime.now(UTC))
        _write(args.out, sealed)
        output.answer({"input": name, "file": str(args.out)}, _("Forseglet: {file}").format(file=args.out))
        return DONE

    return output.each([args.file], one)


def verify(args: argparse.Namespace, output: Output) -> int:
    """Check sealed PDFs, our own and others'. Needs no store; where there is one, its seal is known."""
    roots = sealing.known_roots(profile_folder())

    def one(name: str) -> int:
        found = verify_pdf(_read(name), roots=roots, on=args.today)
        output.answer({"input": name, **answers.verification(found)}, texts.verification(name, found))
        return DONE if found.valid else output.not_good(f"{name} er ikke i orden. {' '.join(found.reasons[:1])}")

    return output.each(args.files, one)


def _read(name: str | Path) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise DocumentError(f"Filen {name} kan ikke læses. Se, om den findes, og om du må læse den.") from error


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise DocumentError(f"Filen {target} kan ikke skrives. Vælg en anden mappe.") from error
