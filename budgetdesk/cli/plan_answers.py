"""What `budgetdesk plan` says beside the plan: what it stands, what would close a gap, and who is offered how much."""

from __future__ import annotations

from typing import Any

from budgetdesk.planning.plan import Closing, PlanTest, StressRow
from budgetdesk.planning.waterfall import Offer, Waterfall
from budgetdesk.wording import stress as words


def more(test: PlanTest, creditors: Waterfall) -> dict[str, Any]:
    """The keys that came after the first version of the contract."""
    below = test.first_below
    return {
        "first_below": None if below is None else {"date": below.day, "balance": below.balance},
        "stress": [_stress(row, test) for row in test.stress],
        "closes_when": [_closing(one) for one in test.closes_when],
        "changes": [{"date": one.day, "text": one.text} for one in test.changes],
        "assumptions": test.assumed,
        "waterfall": _waterfall(creditors),
    }


def _stress(row: StressRow, test: PlanTest) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "size": row.size,
        "text": words.what(row),
        "then": words.then(row, test.on),
        "holds": row.holds,
        "breaks_on": row.breaks_on,
        "missing": row.missing,
        "limit": row.limit,
    }


def _closing(one: Closing) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "text": words.closing(one),
        "paths": [path for path in one.paths if path],
        "amount": one.amount,
        "instalments": [{"due": i.due, "amount": i.amount} for i in one.option.instalments],
        "lowest": {"date": one.option.lowest.day, "balance": one.option.lowest.balance},
    }


def _waterfall(of: Waterfall) -> dict[str, Any]:
    return {
        "rows": [{"key": row.key, "title": row.title, "amount": row.amount} for row in of.rows],
        "available": of.available,
        "offers": [_offer(one) for one in of.offers],
        "left": of.left,
        "band": of.band,
        "band_width": of.width,
        "notes": of.notes,
    }


def _offer(one: Offer) -> dict[str, Any]:
    return {
        "path": one.path,
        "title": one.title,
        "owed": one.owed,
        "asked": one.asked,
        "amount": one.amount,
        "share": one.share,
        "steps": [{"text": step.text, "amount": step.amount} for step in one.steps],
    }
