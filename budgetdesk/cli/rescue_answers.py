"""The public JSON and the text of `budgetdesk rescue`: every help against the eviction clock."""

from __future__ import annotations

from typing import Any

from budgetdesk.casework.rescue import Rescue, RescueLine, State, Target
from budgetdesk.cli.answers import clock_step
from budgetdesk.household.case import Case
from budgetdesk.wording import rescue as words


def answer(found: Rescue | None, case: Case) -> dict[str, Any]:
    """The clock, what everything is held against, and each help; without a time line the reason in `text`."""
    if found is None:
        return {"text": words.empty(case), "held_against": None, "total": None, "steps": [], "lines": [], "duties": []}
    return {
        "text": words.heading(found),
        "held_against": _held_against(found.target),
        "total": found.total,
        "steps": [clock_step(found.clock, step.key) for step in found.clock.steps],
        "lines": [_line(line) for line in found.lines],
        "duties": [{"who": d.who, "what": d.what, "date": d.day, "vejledende": d.vejledende} for d in found.duties],
        "warnings": found.clock.warnings,
    }


def _held_against(target: Target | None) -> dict[str, Any] | None:
    if target is None:
        return None
    return {"date": target.day, "money_by": target.money_by, "stops": target.stops, "estimate": target.estimate}


def _line(line: RescueLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "title": line.title,
        "chance": line.chance,
        "state": line.state,
        "from": line.first,
        "to": line.last,
        "apply_by": line.apply_by,
        "applied_on": line.begins if line.state is State.ASKED else None,
        "amount": line.amount,
        "per_month": line.per_month,
        "before_tax": line.before_tax,
        "vejledende": line.vejledende,
        "source": line.source or None,
        "confidence": line.confidence,
        "text": words.advice(line),
    }


def text(found: Rescue | None, case: Case) -> str:
    """The same for a person."""
    if found is None:
        return words.empty(case)
    told = [f"{line.title}: {words.chance(line, found)}{_more(line, found)}" for line in found.lines]
    return "\n".join([words.heading(found), *told, *found.clock.warnings])


def _more(line: RescueLine, found: Rescue) -> str:
    facts, advice = words.facts(line, found.on), words.advice(line)
    return (f" ({facts})" if facts else "") + f"\n  {advice}"
