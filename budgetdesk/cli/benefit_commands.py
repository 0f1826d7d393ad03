"""`budgetdesk benefits`: many case files in one call, one answer each in their order, as soon as it is there.

Little is imported here: a thousand files are read in the time other commands need to start.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from budgetdesk.benefits.assessment import Mode
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.findings import find_all
from budgetdesk.cli import benefit_answers
from budgetdesk.cli.output import DONE, NOT_GOOD, Output, as_line
from budgetdesk.errors import BudgetDeskError
from budgetdesk.household.plausible import doubts
from budgetdesk.i18n import _
from budgetdesk.readers.case_file import load_case
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.rates import load_rates

MANY = 200
"""So many files are worth starting more processes for."""
MOST_PROCESSES = 8
CHUNK = 20


def benefits(args: argparse.Namespace, output: Output) -> int:
    """Every benefit that may be relevant for each case, with its steps."""
    asked = Asked(args.on, Mode(args.mode), _only(args.only))
    if output.as_json and len(args.cases) >= MANY and _cores() > 1:
        return _shared_out(asked, args.cases, output)

    def one(name: str) -> int:
        if output.as_json:
            output.out.write(_line(asked, name))
        else:
            output.answer({}, _text(asked, name))
        return DONE

    return output.each(args.cases, one)


@dataclass(frozen=True)
class Asked:
    """What is asked about every file."""

    on: date
    mode: Mode
    only: tuple[str, ...] | None


def _shared_out(asked: Asked, names: Sequence[str], output: Output) -> int:
    """The same, shared out over the processors; the answers still come in the order of the files."""
    status = DONE
    _ready()  # a process that is copied from this one has it already
    with ProcessPoolExecutor(min(_cores(), MOST_PROCESSES), initializer=_ready) as pool:
        for name, (line, problem) in zip(names, pool.map(partial(_tried, asked), names, chunksize=CHUNK), strict=True):
            if problem:
                output.problem(problem, of=name)
                status = NOT_GOOD
            else:
                output.out.write(line)
    return status


def _ready() -> None:
    """Load what every file needs. It stays to the end, so the collector need not look through it time and again."""
    load_rates()
    load_chart()
    gc.freeze()


def _tried(asked: Asked, name: str) -> tuple[str, str]:
    """The line of one file, or what is wrong with it."""
    try:
        return _line(asked, name), ""
    except BudgetDeskError as error:
        return "", str(error)


def _cores() -> int:
    """Processors to share the work over; a bundled program does it alone, since it cannot start itself again."""
    return 1 if getattr(sys, "frozen", False) else os.cpu_count() or 1


def _only(names: Sequence[str] | None) -> tuple[str, ...] | None:
    """`--only` may stand several times, and each time with several names: `--only boligstoette,friplads`."""
    if names is None:
        return None
    return tuple(name.strip() for text in names for name in text.split(",") if name.strip())


def _line(asked: Asked, name: str) -> str:
    read = load_case(Path(name), today=asked.on)
    rates, case = load_rates(), read.case
    answers = assess_all(case, asked.on, rates, mode=asked.mode, only=asked.only)
    found = find_all(case, asked.on, rates, mode=asked.mode, assessments=answers, narrow=False)
    data = {
        "input": name,
        "on": asked.on,
        "mode": asked.mode,
        "assessments": [benefit_answers.assessment(each) for each in answers],
        "findings": benefit_answers.findings(found),
        "doubts": benefit_answers.doubts(doubts(case, asked.on)),
        "assumed": [{"path": each.path, "value": each.value} for each in read.assumed],
        "notes": read.notes,
    }
    return as_line(data)


def _text(asked: Asked, name: str) -> str:
    from budgetdesk.cli import texts  # noqa: PLC0415 - a program that reads JSON needs no sentences

    read = load_case(Path(name), today=asked.on)
    answers = assess_all(read.case, asked.on, load_rates(), mode=asked.mode, only=asked.only)
    said = "\n\n".join(texts.assessment(each) for each in answers)
    strange = [
        _("Se efter: {text} ({path})").format(text=doubt.text, path=doubt.path) for doubt in doubts(read.case, asked.on)
    ]
    return "\n".join([said, *strange, *(_("Bemærk: {note}").format(note=note) for note in read.notes)])
