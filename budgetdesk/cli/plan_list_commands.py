"""`plans`: how the repayment plans of the store went, without names; with `--calls` who to call."""

from __future__ import annotations

import argparse

from budgetdesk.actions.plans_in_all import AllPlans, all_plans
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.wording import call_list as words


def plans(args: argparse.Namespace, output: Output) -> int:
    """The counts, or the call list."""
    with open_workspace(args.today) as workspace:
        found = all_plans(workspace, on=args.on, start=args.start, end=args.end)
    if args.calls:
        _calls(found, output)
        return DONE
    counts = found.counts
    data = {
        "on": found.on,
        "from": found.start,
        "to": found.end,
        "made": counts.made,
        "kept": counts.kept,
        "changed": counts.changed,
        "broken": counts.broken,
        "running": counts.running,
        "ended": counts.ended,
    }
    rows = [f"{title:<24}{number:>6}" for title, number in words.count_rows(counts)]
    output.answer(data, "\n".join([*rows, "", words.counts(counts)]))
    return DONE


def _calls(found: AllPlans, output: Output) -> None:
    for call in found.calls:
        said, do = words.reason(call, found.on), words.to_do(call)
        data = {
            "case": call.case_id,
            "tenant": call.tenant,
            "phone": call.phone,
            "reason": call.reason,
            "signal": call.signal.kind if call.signal else None,
            "act_by": call.act_by,
            "left": call.left,
            "sentence": said,
            "to_do": do,
        }
        output.answer(data, "  ".join(part for part in (call.case_id, call.tenant, call.phone, said, do) if part))
