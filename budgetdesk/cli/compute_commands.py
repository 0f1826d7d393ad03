"""Commands that only compute: nothing is stored, nothing is written."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look, month_with_lenses, waterfall_of
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.casework.clock import clock
from budgetdesk.casework.eviction import Letters, eviction_clock
from budgetdesk.casework.record import Record
from budgetdesk.cli import answers, rescue_answers, texts
from budgetdesk.cli.output import DONE, Output
from budgetdesk.errors import ReceiptError, StatementError
from budgetdesk.household.case import Case
from budgetdesk.household.case_file import ReadCase
from budgetdesk.i18n import _
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import Receipt, Spending
from budgetdesk.planning.expected import expected_of
from budgetdesk.planning.finder import test_plan
from budgetdesk.readers.case_file import load_case, load_schema, schema_names
from budgetdesk.readers.incoming import read_incoming
from budgetdesk.readers.ocr.receipts import read_receipt_picture
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.receipt_lines_kept import kept_receipt
from budgetdesk.readers.receipts import is_json, read_receipts
from budgetdesk.readers.statements import is_statement, read_statement
from budgetdesk.readers.usual_times import load_usual_times

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"II*\0", b"MM\0*", b"GIF8", b"BM")
"""How pictures begin; the reader says more about those it does not take."""

Answer = tuple[dict[str, Any], str]
"""The public JSON, and the text for a person."""


def budget(args: argparse.Namespace, output: Output) -> int:
    """The month of each case: lines, totals, rådighedsbeløb and luft, and how others count."""

    def month(case: Case) -> Answer:
        found = month_with_lenses(case, args.on, load_library())
        return {"on": args.on, **answers.month(found)}, texts.month(found)

    return _each_case(args, output, month)


def plan(args: argparse.Namespace, output: Output) -> int:
    """The repayment plan of each case, and whether it holds: the same answer as the page Aftale gives."""
    library = load_library()
    if args.policy:
        library = replace(library, policy=load_policy(args.policy))

    def tested(case: Case) -> Answer:
        expected = expected_of(assess_all(case, args.on, library.rates), case)
        found = test_plan(case, library.chart, library.policy, on=args.on, expected=expected, rates=library.rates)
        return answers.plan(found, waterfall_of(case, args.on, library, found)), texts.plan(found)

    return _each_case(args, output, tested)


def deadlines(args: argparse.Namespace, output: Output) -> int:
    """The eviction clock from a due day and the days that stand in the letters."""
    found = clock(args.rent_due, paakrav_arrived=args.paakrav_arrived, kind=args.kind)
    told = Letters(
        paakrav=args.paakrav_arrived,
        ophaevelse=args.ophaevelse_arrived,
        municipality_notified=args.municipality_notified,
        court_meeting=args.court_meeting,
        eviction=args.eviction,
    )
    whole = eviction_clock(args.rent_due, told, load_usual_times(), kind=args.kind)
    output.answer(answers.clock(found, whole), texts.clock(whole))
    return DONE


def rescue(args: argparse.Namespace, output: Output) -> int:
    """The rescue time line of each case: every help held against the eviction clock."""

    def held(case: Case) -> Answer:
        found = look(Record(case=case), args.on, load_library()).rescue
        return {"on": args.on, **rescue_answers.answer(found, case)}, rescue_answers.text(found, case)

    return _each_case(args, output, held)


def read(args: argparse.Namespace, output: Output) -> int:
    """Bank statements and receipts, each row with where it belongs and why."""

    def read_one(name: str) -> int:
        data, text = _read(Path(name), args)
        output.answer({"input": name, **data}, text)
        return DONE

    return output.each(args.files, read_one)


def schema(args: argparse.Namespace, output: Output) -> int:
    """One JSON Schema, or their names."""
    if args.name is None:
        output.answer({"schemas": schema_names()}, "\n".join(schema_names()))
    else:
        found = load_schema(args.name)
        output.answer(found, json.dumps(found, ensure_ascii=False, indent=2))
    return DONE


def _each_case(args: argparse.Namespace, output: Output, compute: Callable[[Case], Answer]) -> int:
    def one(name: str) -> int:
        read_case = load_case(Path(name), today=args.on)
        data, text = compute(read_case.case)
        said = "\n".join([text, *(_("Bemærk: {note}").format(note=note) for note in read_case.notes)])
        output.answer({"input": name, **data, **_read_from_file(read_case)}, said)
        return DONE

    return output.each(args.cases, one)


def _read_from_file(read_case: ReadCase) -> dict[str, Any]:
    """What the file left to defaults, and what in it was not understood."""
    return {
        "assumed": [{"path": a.path, "value": a.value} for a in read_case.assumed],
        "notes": read_case.notes,
    }


def _read(path: Path, args: argparse.Namespace) -> Answer:
    if (path.suffix.lower() == ".json" or _starts_as_json(path)) and not is_statement(path):
        return _receipts(path)
    if _starts_with(path, _PICTURES):
        return _picture(path, args)
    try:
        found = read_statement(path, account=args.account, today=args.today)
    except StatementError:
        if not _starts_with(path, (b"%PDF-",)):
            raise
        return _picture(path, args)  # a PDF that is no statement may be a receipt
    rules = load_library().rules
    rows = sort_spending(Spending(batches=found.batches(), transactions=found.rows), rules).transactions
    found = replace(found, rows=rows)
    return answers.statement(found), texts.statement(found)


def _receipts(path: Path) -> Answer:
    found = read_receipts(path)
    receipts = _sorted(*found.receipts)
    data = [answers.receipt(receipt, found.problems) for receipt in receipts]
    text = "\n\n".join(texts.receipt(receipt) for receipt in receipts)
    return (data[0] if len(data) == 1 else {"kind": "receipts", "receipts": data}), text


def _picture(path: Path, args: argparse.Namespace) -> Answer:
    """A receipt in a picture or PDF, read by the engines."""
    _rest, data = read_incoming(path, ReceiptError)
    found = read_receipt_picture(data, today=args.today)
    receipt = _sorted(kept_receipt(found.receipt, found.text.lines))[0]
    shown = {**answers.receipt(receipt, ()), "engine": found.text.engine}
    if found.receipt.total is None:
        shown["total"] = None
    return shown, texts.receipt(receipt)


def _sorted(*receipts: Receipt) -> tuple[Receipt, ...]:
    return sort_spending(Spending(receipts=receipts), load_library().rules).receipts


def _starts_as_json(path: Path) -> bool:
    return is_json(_start(path))


def _starts_with(path: Path, magic: tuple[bytes, ...]) -> bool:
    return _start(path).startswith(magic)


def _start(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4096)
    except OSError as error:
        raise ReceiptError(
            _("Filen {name} kan ikke læses. Se, om den findes, og om du må læse den.").format(name=path.name)
        ) from error
