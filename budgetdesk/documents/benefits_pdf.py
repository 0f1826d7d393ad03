"""The benefits on paper: each answer with its steps, its figures and their sources, as in the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Assessment, Step, Verdict
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.documents import page, texts
from budgetdesk.documents.answers import Answers
from budgetdesk.documents.blocks import gap, section, table, text
from budgetdesk.documents.fonts import rich
from budgetdesk.documents.ink import Ink
from budgetdesk.documents.letters import head
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.units import mm

_ORDER = {Verdict.YES: 0, Verdict.UNKNOWN: 1, Verdict.NO: 2}


def benefits_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """All assessments, those that may be relevant first. Figures without a solid source are marked."""
    words = texts.load("ydelser")
    shown = sorted(answers.assessments, key=lambda one: _ORDER[one.verdict])

    def story() -> list[Any]:
        body: list[Any] = [text(words["title"], page.H1), text(words["lead"], page.LEAD)]
        for assessment in shown:
            body += _assessment(assessment, words)
        return body if shown else [*body, text(words["none"])]

    return page.build(story, head(case, words["title"], on, ink))


def _assessment(one: Assessment, words: Any) -> list[Any]:
    part = words["part"]
    verdict = " · ".join([words["verdict"][one.verdict.value], *_amount(one, words)])
    body: list[Any] = [text(f"<b>{verdict}</b>"), text(rich(one.summary))]
    if one.how_to_apply:
        body.append(text(rich(part["apply"].format(text=one.how_to_apply))))
    body += _listed(part["documents"], one.documents_needed)
    body += _steps(part["steps"], part["step_columns"], one.steps)
    body += _steps(part["checklist"], part["step_columns"], one.checklist)
    body += _rates(one.rates_used, words)
    body += _listed(part["assumed"], [f"{fact.path} = {fact.value}" for fact in one.assumed])
    body += _listed(part["missing"], one.missing_facts)
    body += _listed(part["cannot_see"], one.cannot_see)
    for again in one.look_again:
        told = part["again"] if again.on else part["again_no_day"]
        day = formats.day(again.on) if again.on else ""
        body.append(text(rich(told.format(day=day, why=again.why)), page.SMALL))
    return [*section(rich(one.title), *body), gap(6)]


def _amount(one: Assessment, words: Any) -> list[str]:
    mark = f" ({words['vejledende']})" if one.vejledende else ""
    if one.amount_per_month is not None:
        return [words["amount"].format(amount=formats.kroner(one.amount_per_month)) + mark]
    if one.lowest is not None and one.highest is not None:
        lowest, highest = formats.kroner(one.lowest), formats.kroner(one.highest)
        return [words["range"].format(lowest=lowest, highest=highest) + mark]
    return [words["vejledende"]] if one.vejledende else []


def _steps(title: str, columns: Sequence[str], steps: Sequence[Step]) -> list[Any]:
    if not steps:
        return []
    rows = [
        [rich(step.text), rich(step.paragraph), formats.kroner(step.amount) if step.amount is not None else ""]
        for step in steps
    ]
    widths = [page.WIDTH - 72 * mm, 38 * mm, 34 * mm]
    return [text(title, page.H3), table(columns, rows, widths, figures=[2])]


def _rates(rates: Sequence[RateUsed], words: Any) -> list[Any]:
    if not rates:
        return []
    part = words["part"]
    rows = []
    for rate in rates:
        days = part["rate_days"].format(first=formats.short_day(rate.start), last=formats.short_day(rate.end))
        sure = words["confidence"][rate.confidence.value]
        mark = "" if rate.confidence is Confidence.PRIMARY else f" ({words['vejledende']})"
        name = f"{rich(rate.title)}, {rich(rate.paragraph)}" if rate.paragraph else rich(rate.title)
        value = f"{formats.amount(rate.value)} {rich(rate.unit)}{mark}"
        rows.append([name, value, days, f"{rich(rate.source)}, {sure}"])
    widths = [52 * mm, 38 * mm, 32 * mm, page.WIDTH - 122 * mm]
    return [text(part["rates"], page.H3), table(part["rate_columns"], rows, widths)]


def _listed(sentence: str, rows: Sequence[str]) -> list[Any]:
    shown = "; ".join(row.rstrip(".") for row in rows)
    return [text(rich(sentence.format(rows=shown)), page.SMALL)] if rows else []
