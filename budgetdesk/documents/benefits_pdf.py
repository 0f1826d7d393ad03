"""The benefits on paper: each answer with its steps, its figures and their sources, as in the window."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Assessment, Assumed, Step, Verdict
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.documents import page, texts
from budgetdesk.documents.answers import Answers
from budgetdesk.documents.blocks import gap, section, table, text
from budgetdesk.documents.fonts import rich
from budgetdesk.documents.head import head
from budgetdesk.documents.ink import Ink
from budgetdesk.household.case import Case
from budgetdesk.wording import steps as steps_words

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
        used = {(rate.name, rate.start): rate for assessment in shown for rate in assessment.rates_used}
        return [*body, *_rates(list(used.values()), words)] if shown else [*body, text(words["none"])]

    return page.build(story, head(case, words["title"], on=on))


def _assessment(one: Assessment, words: Any) -> list[Any]:
    part = words["part"]
    verdict = " · ".join(part for part in (steps_words.verdict(one), steps_words.amount(one)) if part)
    body: list[Any] = [text(f"<b>{rich(verdict)}</b>"), text(rich(one.summary))]
    if one.how_to_apply:
        body.append(text(rich(part["apply"].format(text=one.how_to_apply))))
    body += _listed(part["documents"], one.documents_needed)
    body += _steps(part["steps"], part["step_columns"], one.steps)
    body += _steps(part["checklist"], part["step_columns"], one.checklist)
    body += _listed(part["assumed"], _assumed(one.assumed, words))
    body += _listed(part["missing"], _unique(fact_name(path, words) for path in one.missing_facts))
    body += _listed(part["cannot_see"], one.cannot_see)
    for again in one.look_again:
        told = part["again"] if again.on else part["again_no_day"]
        day = formats.day(again.on) if again.on else ""
        body.append(text(rich(told.format(day=day, why=again.why)), page.SMALL))
    return [*section(rich(one.title), *body), gap(6)]


def fact_name(path: str, words: Any) -> str:
    """What a fact is called on paper, such as `boligens areal` for `tenancy.area_m2`."""
    last = re.split(r"[.\]]+", path.strip("]"))[-1].partition("[")[0]
    return str(words["facts"].get(last, words["facts"]["other"]))


def _assumed(facts: Sequence[Assumed], words: Any) -> list[str]:
    return _unique(f"{fact_name(fact.path, words)}: {words['values'].get(fact.value, fact.value)}" for fact in facts)


def _unique(rows: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(rows))


def _steps(title: str, columns: Sequence[str], steps: Sequence[Step]) -> list[Any]:
    if not steps:
        return []
    rows = [[rich(line.text), rich(line.paragraph), line.amount] for line in steps_words.step_lines(steps)]
    if not any(row[2] for row in rows):
        rows = [row[:2] for row in rows]
        return [text(title, page.H3), table(columns[:2], rows, [page.WIDTH - 38 * mm, 38 * mm])]
    widths = [page.WIDTH - 72 * mm, 38 * mm, 34 * mm]
    return [text(title, page.H3), table(columns, rows, widths, figures=[2])]


def _rates(rates: Sequence[RateUsed], words: Any) -> list[Any]:
    """Every figure that was used, once: its value, its days, its source and how sure we are of it."""
    if not rates:
        return []
    part, rows = words["part"], []
    for rate in rates:
        source = part["source"].format(
            first=formats.short_day(rate.start),
            last=formats.short_day(rate.end),
            source=rich(rate.source),
            sure=steps_words.CONFIDENCE[rate.confidence],
        )
        mark = "" if rate.confidence is Confidence.PRIMARY else f"<br/>({words['vejledende']})"
        name = f"{rich(rate.title)}, {rich(rate.paragraph)}" if rate.paragraph else rich(rate.title)
        rows.append(
            [f'{name}<br/><font size="8">{source}</font>', f"{formats.amount(rate.value)} {rich(rate.unit)}{mark}"]
        )
    widths = [page.WIDTH - 40 * mm, 40 * mm]
    return section(
        part["rates"],
        text(part["rates_why"], page.CELL_QUIET),
        gap(3),
        table(part["rate_columns"], rows, widths, figures=[1]),
    )


def _listed(sentence: str, rows: Sequence[str]) -> list[Any]:
    shown = "; ".join(row.rstrip(".") for row in rows)
    return [text(rich(sentence.format(rows=shown)), page.SMALL)] if rows else []
