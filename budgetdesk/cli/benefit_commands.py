"""`budgetdesk benefits`: many case files in one call, one answer each in their order, as soon as it is there.

Little is imported here: a thousand files are read in the time other commands need to start.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from budgetdesk.benefits import catalogue
from budgetdesk.benefits.assessment import Assessment, Mode
from budgetdesk.benefits.findings import find_all
from budgetdesk.benefits.rates import Rates
from budgetdesk.cli import benefit_answers
from budgetdesk.cli.output import DONE, Output
from budgetdesk.household.case import Case
from budgetdesk.household.case_file import ReadCase
from budgetdesk.household.plausible import doubts
from budgetdesk.readers.case_file import load_case
from budgetdesk.readers.rates import load_rates


def benefits(args: argparse.Namespace, output: Output) -> int:
    """Every benefit that may be relevant for each case, with its steps."""
    rates, mode = load_rates(), Mode(args.mode)
    only = _only(args.only)

    def one(name: str) -> int:
        read = load_case(Path(name), today=args.on)
        found = catalogue.assess_all(read.case, args.on, rates, mode=mode, only=only)
        if output.as_json:
            data = {"input": name, "on": args.on, "mode": args.mode, **_data(read, found, args.on, rates, mode)}
            output.answer(data, "")
        else:
            output.answer({}, _text(read, found, args.on))
        return DONE

    return output.each(args.cases, one)


def _only(names: Sequence[str] | None) -> tuple[str, ...] | None:
    """`--only` may stand several times, and each time with several names: `--only boligstoette,friplads`."""
    if names is None:
        return None
    return tuple(name.strip() for text in names for name in text.split(",") if name.strip())


def _data(read: ReadCase, found: Sequence[Assessment], on: date, rates: Rates, mode: Mode) -> dict[str, Any]:
    case: Case = read.case
    return {
        "assessments": [benefit_answers.assessment(each) for each in found],
        "findings": benefit_answers.findings(find_all(case, on, rates, mode=mode, assessments=found, narrow=False)),
        "doubts": benefit_answers.doubts(doubts(case, on)),
        "assumed": [{"path": each.path, "value": each.value} for each in read.assumed],
        "notes": read.notes,
    }


def _text(read: ReadCase, found: Sequence[Assessment], on: date) -> str:
    from budgetdesk.cli import texts  # noqa: PLC0415 - a program that reads JSON needs no sentences

    said = "\n\n".join(texts.assessment(each) for each in found)
    strange = [f"Se efter: {doubt.text} ({doubt.path})" for doubt in doubts(read.case, on)]
    return "\n".join([said, *strange, *(f"Bemærk: {note}" for note in read.notes)])
