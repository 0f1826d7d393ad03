"""`follow`: how the repayment plan of a case goes. Nothing is stored."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.cli.output import DONE, Output
from budgetdesk.planning.signals import Signal
from budgetdesk.planning.watch import Watched
from budgetdesk.readers.case_file import load_case
from budgetdesk.wording import follow_up as words


def follow(args: argparse.Namespace, output: Output) -> int:
    """Each case: what is expected, what came, what is worth a call. A case file has no bank rows."""

    def one(name: str) -> int:
        read = load_case(Path(name), today=args.on)
        seen = look(Record(case=read.case), args.on, load_library()).watched
        if seen is not None:
            output.answer({"input": name, "on": args.on, **_answer(seen)}, _text(seen))
        return DONE

    return output.each(args.cases, one)


def _answer(seen: Watched) -> dict[str, Any]:
    found = seen.progress
    return {
        "stage": found.stage,
        "agreed": found.agreed,
        "paid": found.paid,
        "left": found.left,
        "still_owed": found.owed,
        "payments": [
            {
                "what": line.expected.what,
                "due": line.expected.due,
                "amount": line.expected.amount,
                "state": line.state,
                "paid": line.paid,
                "paid_on": line.paid_on,
            }
            for line in found.lines
        ],
        "signals": [_signal(one, found.on) for one in seen.signals.loud],
        "silenced": [
            {**_signal(one.signal, found.on), "until": one.by.until, "by": one.by.by, "why": one.by.why}
            for one in seen.signals.hushed
        ],
        "look_on": seen.look_on,
    }


def _signal(one: Signal, on: date) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "key": one.key,
        "day": one.day,
        "amount": one.amount,
        "sentence": words.signal(one, on),
        "to_do": words.to_do(one),
    }


def _text(seen: Watched) -> str:
    found = seen.progress
    lines = [words.headline(found), words.next_payments(found), ""]
    lines += [f"{words.name(line.expected):<28}{words.state(line, found.on)}" for line in found.lines]
    told = [f"{words.signal(one, found.on)} {words.to_do(one)}" for one in seen.signals.loud]
    return "\n".join([*lines, *(["", *told] if told else [])])
