"""`report`: reports for the organisation, across the cases of the store, without names."""

from __future__ import annotations

import argparse
from typing import Any

from budgetdesk.actions.equal_treatment import EqualReport, equal_report, write
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.i18n import _
from budgetdesk.planning.equal import Group, Treated
from budgetdesk.wording import equal as words


def report(args: argparse.Namespace, output: Output) -> int:
    """Were like households treated alike? As JSON or text, and as a file where one is asked for."""
    if args.out is not None and args.out.suffix.lower() not in (".pdf", ".csv"):
        output.problem(_("Skriv en fil, der ender på .pdf eller .csv."))
        return USAGE
    with open_workspace(args.today) as workspace:
        found = equal_report(workspace, on=args.on)
    if args.out is not None:
        write(found, args.out)
    data = {
        "on": found.on,
        "cases": found.cases,
        "groups": [_group(group, found) for group in found.groups],
        "file": str(args.out) if args.out else None,
    }
    output.answer(data, "\n".join(_lines(found)))
    return DONE


def _group(group: Group, found: EqualReport) -> dict[str, Any]:
    return {
        "households": words.household(group.like, found.bands),
        "rows": [_row(row) for row in group.rows],
        "differences": [words.difference(one, found.titles) for one in group.differences],
    }


def _row(row: Treated) -> dict[str, Any]:
    return {
        "verdict": row.verdict,
        "months": row.months,
        "chosen": row.chosen,
        "living_per_person": str(row.living_per_person),
        "landlord_accepted": row.accepted,
        "approved_by": row.approved_by or None,
        "policy_version": row.policy_version,
        "premises": dict(row.answers),
    }


def _lines(found: EqualReport) -> list[str]:
    lines = [found.summary]
    for group in found.groups:
        lines += ["", f"{words.household(group.like, found.bands)} ({len(group.rows)})"]
        lines += [f"  {'  '.join(words.row(row))}" for row in group.rows]
        lines += [f"  ? {words.difference(one, found.titles)}" for one in group.differences]
    return lines
