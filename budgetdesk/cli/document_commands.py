"""`pdf`, `seal` and `verify`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from budgetdesk.actions import letters, page_shapes, sealing, token_seals, two_languages
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import Overview, in_danish, look
from budgetdesk.actions.workspace import ProfileState, profile_state
from budgetdesk.casework.record import Record
from budgetdesk.cli import answers, texts
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import card_pin, open_workspace
from budgetdesk.documents.papers.catalogue import WITHOUT_CASE
from budgetdesk.documents.papers.letter_catalogue import is_letter, joined
from budgetdesk.documents.seals.verify import verify as verify_pdf
from budgetdesk.documents.sheet import check_code
from budgetdesk.documents.tenant.variants import Variant
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case
from budgetdesk.i18n import SOURCE_LANGUAGE, _
from budgetdesk.readers.case_file import load_case
from budgetdesk.settings import profile_folder
from budgetdesk.wording.readability import told_reading


def pdf(args: argparse.Namespace, output: Output) -> int:
    """One document, not sealed, with lines for pen signatures."""

    def one(name: str) -> int:
        record, library = Record(case=_case_for(args, name)), load_library()
        document = _document(args, record.case)
        overview = look(record, args.on, library)
        made = _made(args, document, record, overview, library)
        _write(args.out, made.content)
        answer = {"input": name, "file": str(args.out), **answers.reading(made.reading)}
        said = _("Skrevet: {file}. {reading}").format(file=args.out, reading=told_reading(made.reading))
        output.answer(answer, said)
        return DONE

    return output.each([args.case], one)


def _made(
    args: argparse.Namespace, document: str, record: Record, overview: Overview, library: Library
) -> page_shapes.Shaped:
    """The paper in the shape and the language that was asked for. Raises DocumentError where it cannot have them."""
    shape = Variant(args.format)
    if args.large and shape is not Variant.PDF:
        raise DocumentError(_("Stor skrift er en PDF. Udelad --large eller --format."))
    if args.language == SOURCE_LANGUAGE:
        return page_shapes.shaped(document, Variant.LARGE if args.large else shape, record, overview, library)
    if args.large or shape is not Variant.PDF:
        raise DocumentError(_("Siden på to sprog findes kun som almindelig PDF. Udelad --large og --format."))
    made = _in_two_languages(args, document, record, overview, library)
    return page_shapes.Shaped(made, page_shapes.reading(document, record, in_danish(record, overview, library)))


def _case_for(args: argparse.Namespace, name: str) -> Case:
    """The case in the file; an empty one for a paper in which nothing of a case stands. Raises DocumentError."""
    if name:
        return load_case(Path(name), today=args.on).case
    if args.document not in WITHOUT_CASE:
        told = _("“{document}” bliver lavet af en sag. Skriv også sagens fil, fx SAG.json.")
        raise DocumentError(told.format(document=args.document))
    return Case()


def _in_two_languages(
    args: argparse.Namespace, document: str, record: Record, overview: Overview, library: Library
) -> bytes:
    """The page side by side, where the store of this machine has its translations approved."""
    if profile_state(profile_folder()) is not ProfileState.MADE:
        return two_languages.paper(None, document, args.language, record, overview, library)
    with open_workspace(args.today) as workspace:
        return two_languages.paper(workspace, document, args.language, record, overview, library)


def _document(args: argparse.Namespace, case: Case) -> str:
    """The name, a letter with whom it is about. Raises DocumentError where that is nobody in the case."""
    if not args.debt:
        return str(args.document)
    if not is_letter(args.document):
        raise DocumentError(
            _("“{document}” handler ikke om en bestemt gæld. Udelad --debt.").format(document=args.document)
        )
    offered = [one.id for one in letters.offered(case, args.document)]
    if args.debt not in offered:
        raise DocumentError(
            _("“{debt}” er ikke i sagen. Brevet kan handle om: {offered}.").format(
                debt=args.debt, offered=", ".join(offered)
            )
        )
    return joined(args.document, args.debt)


def seal(args: argparse.Namespace, output: Output) -> int:
    """Set the organisation's seal; its certificate is made at first use. A card asks for its PIN."""

    def one(name: str) -> int:
        content = _read(name)
        with open_workspace(args.today) as workspace:
            if token_seals.pin_wanted(workspace):
                token_seals.give_pin(workspace, card_pin(), at=datetime.now(UTC))
            sealed = sealing.seal(workspace, content, when=datetime.now(UTC))
        _write(args.out, sealed)
        output.answer({"input": name, "file": str(args.out)}, _("Forseglet: {file}").format(file=args.out))
        return DONE

    return output.each([args.file], one)


def verify(args: argparse.Namespace, output: Output) -> int:
    """Check sealed PDFs, our own and others'. Needs no store; where there is one, its seal is known."""
    roots = sealing.known_roots(profile_folder())

    def one(name: str) -> int:
        pdf = _read(name)
        found = verify_pdf(pdf, roots=roots, on=args.today)
        answer = answers.verification(found, check_code.of(pdf))
        output.answer({"input": name, **answer}, texts.verification(name, found))
        return (
            DONE
            if found.valid
            else output.not_good(
                _("{name} er ikke i orden. {reasons}").format(name=name, reasons=" ".join(found.reasons[:1]))
            )
        )

    return output.each(args.files, one)


def _read(name: str | Path) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise DocumentError(
            _("Filen {name} kan ikke læses. Se, om den findes, og om du må læse den.").format(name=name)
        ) from error


def _write(target: Path, content: bytes) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        raise DocumentError(_("Filen {target} kan ikke skrives. Vælg en anden mappe.").format(target=target)) from error
