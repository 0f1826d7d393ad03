"""Which cases and papers new figures make stale: from what to what, and nothing that they do not touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rate_store import Store, draft, entered

from budgetdesk.actions import rates
from budgetdesk.actions.overview import look
from budgetdesk.actions.rate_effects import BenefitChange, changes, counting, stale_cases, stale_papers
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import figures_of
from budgetdesk.actions.workspace import DocumentSummary, RateOnPaper, Workspace
from budgetdesk.benefits.rate_edits import in_force
from budgetdesk.benefits.rates import Confidence, expired
from budgetdesk.casework.record import Record
from budgetdesk.errors import UserCancelled
from budgetdesk.household.case import Case
from budgetdesk.readers.case_file import sample_case
from budgetdesk.storage.keyrings import NO_KEYRING

TODAY = date(2027, 1, 2)
LIMIT = "Boligsikring: indkomstgrænse"


def everything(store: rates.RateStore, factor: str = "1.02") -> None:
    """Every figure that has expired, entered and confirmed."""
    library = store.library
    drafts = [
        draft(law=ending.law, series=name, value=(old * Decimal(factor)).quantize(Decimal(1)) if old > 1000 else old)
        for ending in expired(library.rates, date(2027, 1, 1))
        for name in ending.series
        for old in [library.rates[ending.law].series[name].rates[-1].value]
    ]
    assert not rates.enter(store, drafts)
    rates.confirm(store, [edit.id for edit in rates.edits_of(store)], by="Søren Dahl")


def found(store: Store, today: date = TODAY, case: Case | None = None) -> dict[str, BenefitChange]:
    edits = in_force(store.library.rate_edits)
    household = sample_case(today=TODAY) if case is None else case
    return {one.benefit: one for one in changes(household, store.library, edits, today)}


def test_a_new_year_is_compared_with_the_last_days_of_the_old() -> None:
    store = Store()
    everything(store)
    boligstoette = found(store)["boligstoette"]

    assert boligstoette.before.on == date(2026, 12, 31)
    assert boligstoette.after.on == TODAY
    assert boligstoette.before.amount is not None
    assert boligstoette.before.amount != boligstoette.after.amount


def test_figures_entered_before_the_new_year_are_compared_on_its_first_day() -> None:
    store = Store(today=date(2026, 12, 15))
    everything(store)

    assert found(store, date(2026, 12, 15))["boligstoette"].after.on == date(2027, 1, 1)


def test_figures_of_a_law_that_does_not_touch_the_household_change_nothing() -> None:
    store = Store()
    waits = draft(3_000, law="paakrav", series=next(iter(store.library.rates["paakrav"].series)))
    edits = entered(store, replace(waits, value=Decimal(335)))
    rates.confirm(store, edits, by="Søren")

    assert not found(store)


def test_a_correction_within_the_year_shows_both_amounts_of_the_same_day() -> None:
    store = Store(today=date(2026, 12, 1))
    year = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    rates.confirm(store, entered(store, draft(50, series="boligsikring_andel", **year)), by="Søren")
    boligstoette = found(store, date(2026, 12, 1))["boligstoette"]

    assert boligstoette.before.on == boligstoette.after.on == date(2026, 12, 1)
    assert (boligstoette.after.amount or 0) < (boligstoette.before.amount or 0)


def paper(made_on: date, *noted: RateOnPaper, known: bool = True) -> DocumentSummary:
    return DocumentSummary(
        id=1,
        case_id="a",
        kind="ydelser",
        title="Ydelser",
        made_on=made_on,
        sealed=True,
        sha256="",
        rates=noted if known else None,
    )


def noted(value: int = 170_300) -> RateOnPaper:
    name = "boligsikring_indkomstgraense"
    days = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    return RateOnPaper(name=name, title=LIMIT, value=Decimal(value), **days)


def stale(store: Store, one: DocumentSummary) -> bool:
    return bool(stale_papers([one], store.library.rates, in_force(store.library.rate_edits), TODAY))


def test_a_paper_is_stale_when_a_figure_on_it_is_another_now_and_says_which() -> None:
    store = Store()
    assert not stale(store, paper(date(2026, 11, 20), noted()))
    rates.confirm(store, entered(store, draft()), by="Søren")
    (one,) = stale_papers(
        [paper(date(2026, 11, 20), noted())], store.library.rates, in_force(store.library.rate_edits), TODAY
    )

    assert one.figures == (LIMIT,)
    assert not stale(store, paper(TODAY, noted(175_000)))
    assert not stale(store, paper(date(2026, 11, 20)))


def test_a_paper_without_noted_figures_is_told_by_its_day() -> None:
    store = Store()
    rates.confirm(store, entered(store, draft()), by="Søren")

    assert stale(store, paper(date(2026, 11, 20), known=False))
    assert not stale(store, paper(TODAY, known=False))


def test_the_figures_of_a_paper_are_those_behind_what_is_relevant() -> None:
    store = Store()
    day = date(2026, 11, 20)
    on_paper = figures_of(look(Record(case=sample_case(today=day)), day, store.library))

    assert noted() in on_paper
    assert len({(one.name, one.title) for one in on_paper}) == len(on_paper)


@pytest.fixture
def workspace(profile: Path) -> Iterator[Workspace]:
    with Workspace.create(profile, passphrase="fire ord i rad", today=TODAY, keyring=NO_KEYRING) as opened:
        yield opened


def test_the_store_is_read_case_by_case_and_the_bin_is_left_alone(workspace: Workspace) -> None:
    record = sample_record(workspace.library, today=TODAY)
    kept, binned = (workspace.new_case(record).case_id for _ in range(2))
    workspace.delete_case(binned)
    workspace.save_document(kept, kind="ydelser", title="Ydelser", pdf=b"%PDF", rates=[noted()])
    assert not stale_cases(workspace)
    everything(workspace)
    told: list[tuple[int, int]] = []
    (one,) = stale_cases(workspace, counting(lambda done, of: told.append((done, of)), lambda: False))

    assert (one.id, one.papers[0].figures) == (kept, (LIMIT,))
    assert "boligstoette" in {change.benefit for change in one.changes}
    assert told == [(1, 1)]
    with pytest.raises(UserCancelled):
        stale_cases(workspace, counting(lambda _done, _of: None, lambda: True))


def test_what_was_entered_is_in_the_store_when_it_is_opened_again(workspace: Workspace, profile: Path) -> None:
    everything(workspace)
    workspace.close()
    with Workspace.open(profile, passphrase="fire ord i rad", today=TODAY, keyring=NO_KEYRING) as again:
        used = again.library.rates["boligstoette"].on("boligsikring_indkomstgraense", TODAY)

    assert (used.confirmed_by, used.confidence) == ("Søren Dahl", Confidence.PRIMARY)
