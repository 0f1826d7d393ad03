"""*Sådan går det med aftalen*: for the tenant. What is paid, what comes next, what we cannot see. Not signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers, landlord
from budgetdesk.documents.papers.for_home import call_lines
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.household.words import PaymentFor
from budgetdesk.planning.follow_up import Followed, PaymentState, Progress, Stage
from budgetdesk.planning.month_behind import MonthBehind

# isort: split
from reportlab.lib.units import mm

MOST_COMING = 6
"""Rows of what comes next: three months of rent and instalment."""


def follow_up_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """How the plan goes, on one page."""
    words = texts.load("opfoelgning")
    seen = answers.watched
    progress = seen.progress if seen is not None else None

    def story() -> list[Any]:
        parts: list[Any] = [text(words["title"], page.H1)]
        if progress is None or progress.stage not in (Stage.RUNNING, Stage.PAID):
            return [*parts, text(words["none"], page.LEAD)]
        return [
            *parts,
            text(words["lead"], page.LEAD),
            _paid(progress, words["paid"]),
            *_missing(progress, words["missing"]),
            *_next(case, progress, words["next"]),
            *_behind(seen.behind if seen else None, progress, words["behind"]),
            *_call(case, answers, words["call"]),
        ]

    return page.build(story, head(case, words["title"], on=on))


def _paid(progress: Progress, words: Any) -> Any:
    if progress.stage is Stage.PAID:
        return box([text(words["heading"], page.CELL_QUIET), text(words["done"], page.KEY)])
    known = {name: formats.kroner(getattr(progress, name)) for name in ("paid", "agreed", "left")}
    return box([text(words["heading"], page.CELL_QUIET), text(words["text"].format(**known), page.KEY)])


def _missing(progress: Progress, words: Any) -> list[Any]:
    """Only what is late beyond the margin; what was asked about and not paid is no news to the tenant."""
    late = late_lines(progress)
    if not late:
        return []
    said = steps([cannot_see(line, words) for line in late], mark="•")
    return section(words["heading"], said, text(words["todo"]))


def late_lines(progress: Progress) -> list[Followed]:
    """What we cannot see the payment of."""
    return [line for line in progress.lines if line.state in (PaymentState.MISSING, PaymentState.SHORT)]


def cannot_see(line: Followed, words: Any) -> str:
    """One payment that we cannot see, in words of ours."""
    rent = line.expected.what is PaymentFor.RENT
    month = formats.month(line.expected.month).split()[0]
    if line.state is PaymentState.SHORT:
        what = f"huslejen for {month}" if rent else f"raten fra {_day(line)}"
        return str(words["short"].format(amount=formats.kroner(line.left), what=what))
    if rent:
        return str(words["rent"].format(month=month))
    return str(words["instalment"].format(day=_day(line)))


def _day(line: Followed) -> str:
    return formats.day(line.expected.due).rsplit(" ", 1)[0]


def _next(case: Case, progress: Progress, words: Any) -> list[Any]:
    rows = coming(progress, words)
    if not rows:
        return []
    widths = [58 * mm, page.WIDTH - 98 * mm, 40 * mm]
    parts: list[Any] = [table(words["columns"], rows, widths, figures=(2,))]
    if case.arrears.payment_reference:
        known = {"reference": rich(case.arrears.payment_reference), "landlord": rich(landlord(case))}
        parts.append(text(words["how"].format(**known)))
    return section(words["heading"], *parts, text(words["rent_first"]))


def coming(progress: Progress, words: Any) -> list[tuple[str, str, str]]:
    """(day, what, amount) of what is to be paid next."""
    if progress.stage is Stage.PAID:
        return []
    ahead = [line for line in progress.lines if line.state in (PaymentState.NOT_DUE, PaymentState.AWAITED)]
    return [
        (
            formats.day(line.expected.due),
            words["rent"] if line.expected.what is PaymentFor.RENT else words["instalment"],
            formats.kroner(line.left),
        )
        for line in ahead[:MOST_COMING]
    ]


def _behind(found: MonthBehind | None, progress: Progress, words: Any) -> list[Any]:
    told = behind(found, progress, words)
    return section(words["heading"], *map(text, told)) if told else []


def behind(found: MonthBehind | None, progress: Progress, words: Any) -> list[str]:
    """What being a month behind costs, in words of ours; nothing where nobody is."""
    if found is None or progress.stage is Stage.PAID:
        return []
    known = {"fee": formats.kroner(found.fee.value), "year": formats.kroner(found.fees_a_year)}
    said = words["text"].format(**known)
    if found.vejledende:
        said += " Tallet er vejledende."
    level = words["level"].format(owed=formats.kroner(progress.left))
    return [said.replace("kr..", "kr."), level]


def _call(case: Case, answers: Answers, words: Any) -> list[Any]:
    return section(words["heading"], *map(text, call_lines(case, answers, words)))
