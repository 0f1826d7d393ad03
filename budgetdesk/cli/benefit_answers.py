"""The public JSON of `budgetdesk benefits`. Keys are added freely, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.findings import Finding, Findings
from budgetdesk.benefits.rates import RateUsed
from budgetdesk.household.plausible import Doubt


def assessment(answer: Assessment) -> dict[str, Any]:
    """One of `assessments[]`."""
    return {
        "benefit": answer.benefit,
        "title": answer.title,
        "variant": answer.variant or None,
        "verdict": answer.verdict,
        "summary": answer.summary,
        "amount_per_month": answer.amount_per_month,
        "range": None if answer.lowest is None else {"from": answer.lowest, "to": answer.highest},
        "once": answer.once,
        "steps": [{"text": s.text, "paragraph": s.paragraph, "amount": s.amount} for s in answer.steps],
        "rates_used": [_rate(rate) for rate in answer.rates_used],
        "assumed": [{"path": a.path, "value": a.value} for a in answer.assumed],
        "missing_facts": answer.missing_facts,
        "look_again": [{"on": again.on, "why": again.why} for again in answer.look_again],
        "checklist": [
            {"text": s.text, "paragraph": s.paragraph, "met": s.met, "because": s.because} for s in answer.checklist
        ],
        "how_to_apply": answer.how_to_apply,
        "documents_needed": answer.documents_needed,
        "cannot_see": answer.cannot_see,
        "vejledende": answer.vejledende,
    }


def _rate(rate: RateUsed) -> dict[str, Any]:
    return {
        "name": rate.name,
        "title": rate.title,
        "unit": rate.unit,
        "paragraph": rate.paragraph,
        "value": str(rate.value),
        "from": rate.start.isoformat(),
        "to": rate.end.isoformat(),
        "source": rate.source,
        "confidence": rate.confidence,
        "entered_by": rate.entered_by or None,
        "confirmed_by": rate.confirmed_by or None,
    }


def findings(found: Findings) -> dict[str, Any]:
    """`findings`: every assessment in its place, kr/month beyond what is received."""
    narrows = found.narrows
    return {
        "found_per_month": found.total,
        "doubtful_per_month": {"from": found.doubt_lowest, "to": found.doubt_highest},
        "once": found.total_once,
        "vejledende": found.vejledende,
        "found": _named(found.found),
        "received": _named(found.received),
        "doubtful": _named(found.doubtful),
        "discretion": _named(found.discretion),
        "quiet": _named(found.quiet),
        "not_relevant": _named(found.not_relevant),
        "paid_once": _named(found.once),
        "narrows": narrows and {"path": narrows.path, "before": narrows.before, "after": narrows.after},
    }


def _named(rows: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "benefit": row.assessment.benefit,
            "received_per_month": row.now,
            "from": row.lowest,
            "to": row.highest,
            "differs": row.differs,
            "before_tax": row.before_tax,
        }
        for row in rows
    ]


def doubts(found: Iterable[Doubt]) -> list[dict[str, Any]]:
    """`doubts[]`: facts that can hardly be true."""
    return [{"path": doubt.path, "text": doubt.text} for doubt in found]
