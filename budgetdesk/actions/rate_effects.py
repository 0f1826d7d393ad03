"""What went stale because of figures that were entered: open cases whose benefits come out otherwise, and papers that
were handed out with other figures. Reads the store case by case; for a thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.actions.rates import without
from budgetdesk.actions.workspace import CaseSummary, DocumentSummary, Workspace
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.rate_edits import RateEdit, in_force
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import UserCancelled
from budgetdesk.household.case import Case

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one benefit came to, kr/month; `on` says with the figures of which day."""

    verdict: Verdict
    amount: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    on: date


@dataclass(frozen=True, kw_only=True)
class BenefitChange:
    """One benefit before and after."""

    benefit: str
    title: str
    before: Answer
    after: Answer


@dataclass(frozen=True, kw_only=True)
class StalePaper:
    """One paper, with the figures that are others now (none where they were not noted, and the day alone tells)."""

    id: int
    title: str
    made_on: date
    figures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class StaleCase:
    """One open case: what changed in it, and which of its papers say something else."""

    id: str
    tenant: str
    changes: tuple[BenefitChange, ...]
    papers: tuple[StalePaper, ...]


class Progress(Protocol):
    """Told after each case: how many are done, of how many. Raises UserCancelled to stop."""

    def __call__(self, done: int, of: int) -> None: ...


def stale_cases(workspace: Workspace, progress: Progress | None = None) -> tuple[StaleCase, ...]:
    """Every case, not in the bin, that the organisation's figures in force have changed, by number.

    Raises UserCancelled when `progress` does, and StoreError.
    """
    library = workspace.library
    edits = in_force(library.rate_edits)
    cases = workspace.cases() if edits else ()
    found = []
    for done, summary in enumerate(cases, 1):
        stale = _stale(workspace, library, edits, summary)
        if stale.changes or stale.papers:
            found.append(stale)
        if progress is not None:
            progress(done, len(cases))
    return tuple(found)


def changes(case: Case, library: Library, edits: Iterable[RateEdit], today: date) -> tuple[BenefitChange, ...]:
    """The benefits of a case that come out otherwise with `edits` than without them: on `today`, or on their first day
    where that is still to come. Where there were no figures for the day, the last ones before are compared with."""
    edits = tuple(edits)
    if not edits:
        return ()
    first = min(edit.start for edit in edits)
    day = max(today, first)
    old = without(library, (edit.id for edit in edits))
    before = _answers(case, old, day)
    earlier = _answers(case, old, first - _ONE_DAY)
    after = _answers(case, library.rates, day)
    found = []
    for benefit, (title, now) in after.items():
        was = before[benefit][1]
        if _says(was) == _says(now):
            continue
        if _without_figures(was):
            was = earlier[benefit][1]
        if _says(was) != _says(now):
            found.append(BenefitChange(benefit=benefit, title=title, before=was, after=now))
    return tuple(found)


def stale_papers(
    papers: Iterable[DocumentSummary], rates: Rates, edits: Iterable[RateEdit], today: date
) -> tuple[StalePaper, ...]:
    """The papers made with figures that are others now: by the figures noted with them, else by their day."""
    edits, now = tuple(edits), _by_title(rates, today)
    found = []
    for paper in papers:
        changed = _changed_figures(paper, rates, now)
        by_day = paper.rates is None and any(_came_after(edit, paper.made_on, today) for edit in edits)
        if changed or by_day:
            found.append(StalePaper(id=paper.id, title=paper.title, made_on=paper.made_on, figures=changed))
    return tuple(found)


def _stale(workspace: Workspace, library: Library, edits: tuple[RateEdit, ...], summary: CaseSummary) -> StaleCase:
    case = workspace.desk(summary.id).record.case
    return StaleCase(
        id=summary.id,
        tenant=summary.tenant,
        changes=changes(case, library, edits, workspace.today),
        papers=stale_papers(workspace.documents(summary.id), library.rates, edits, workspace.today),
    )


def _answers(case: Case, rates: Rates, day: date) -> Mapping[str, tuple[str, Answer]]:
    return {one.benefit: (one.title, _answer(one)) for one in assess_all(case, day, rates)}


def _answer(one: Assessment) -> Answer:
    return Answer(verdict=one.verdict, amount=one.amount_per_month, lowest=one.lowest, highest=one.highest, on=one.on)


def _says(answer: Answer) -> tuple[object, ...]:
    return answer.verdict, answer.amount, answer.lowest, answer.highest


def _without_figures(answer: Answer) -> bool:
    return answer.verdict is Verdict.UNKNOWN and answer.amount is None and answer.highest is None


def _came_after(edit: RateEdit, made_on: date, today: date) -> bool:
    """Whether a figure began to count after a paper was made, and counts today."""
    counted_from = max(edit.start, edit.confirmed_on or edit.entered_on)
    return made_on < counted_from <= today and edit.start <= today


def _changed_figures(paper: DocumentSummary, rates: Rates, now: Mapping[tuple[str, str], Decimal]) -> tuple[str, ...]:
    noted = paper.rates or ()
    then = _by_title(rates, paper.made_on) if noted else {}
    return tuple(
        rate.title
        for rate in noted
        if now.get((rate.name, rate.title), rate.value) != rate.value
        or then.get((rate.name, rate.title), rate.value) != rate.value
    )


def _by_title(rates: Rates, day: date) -> Mapping[tuple[str, str], Decimal]:
    """Every figure known on a day. A figure that is not known any more has not become another."""
    return {
        (series.name, series.title): rate.value
        for law in rates.values()
        for series in law.series.values()
        for rate in series.rates
        if rate.start <= day <= rate.end
    }


def counting(told: Callable[[int, int], object], stopped: Callable[[], bool]) -> Progress:
    """Progress that tells how far it is, and stops when asked to. Raises UserCancelled."""

    def progress(done: int, of: int) -> None:
        if stopped():
            raise UserCancelled
        told(done, of)

    return progress
