"""Everything that follows from the facts, at once: what every page shows."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from any_record import any_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetdesk.actions import overview
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.casework.record import Record
from budgetdesk.household import case as facts
from budgetdesk.household import paths
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import INCOME_BASES, INCOME_KINDS
from budgetdesk.ledger import spending
from budgetdesk.readers.case_file import sample_case

TODAY = date(2026, 11, 20)
DAYS = [TODAY, date(2025, 6, 30), date(2027, 3, 1), date(2031, 1, 1)]
PAYS_ON = ["", "day:1", "day:31", "first_bank_day", "last_bank_day", "weekday:thu from 2026-11-26", "date:2026-12-01"]


def _likely() -> dict[tuple[type, str], st.SearchStrategy[object]]:
    """What the window and the case file let into fields that hold a code, a share of days or an amount that comes in
    or goes out."""
    chart = load_library().chart
    lines, pays_on = st.sampled_from(sorted(chart.lines)), st.sampled_from(PAYS_ON)
    kroner = st.none() | st.integers(0, 10**8).map(lambda oere: Decimal(oere).scaleb(-2))
    amounts = {facts.Income: ("amount", "paid_out", "min", "max"), facts.Expense: ("amount",)}
    amounts |= {facts.Tenancy: ("rent_per_month", "area_m2"), Debt: ("balance", "instalment")}
    return {
        (facts.Income, "kind"): st.sampled_from(INCOME_KINDS),
        (facts.IncomeBase, "base"): st.sampled_from(INCOME_BASES),
        (facts.Expense, "line"): lines,
        (Debt, "kind"): st.sampled_from(sorted(chart.debts)),
        (facts.Tenancy, "rent_due_day"): st.integers(1, 31),
        (facts.Person, "nights_per_fortnight"): st.integers(0, 14),
        (spending.Transaction, "line"): lines | st.just(""),
        (spending.ReceiptItem, "line"): lines | st.just(""),
        **{(kind, "pays_on"): pays_on for kind in (facts.Income, facts.Expense, Debt)},
        **{(kind, name): kroner for kind, names in amounts.items() for name in names},
    }


@given(any_record(_likely()), st.sampled_from(DAYS))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_household_gets_answers_on_every_day_and_never_an_error(record: Record, day: date) -> None:
    seen = overview.look(record, day, load_library())

    assert seen.assessments
    assert overview.glance(seen, record, day, load_library()).month == seen.month


@pytest.fixture
def sample() -> Record:
    return Record(case=sample_case(today=TODAY))


def test_an_empty_case_has_answers_too() -> None:
    seen = overview.look(Record(), TODAY, load_library())

    assert seen.month.luft == 0
    assert any(missing.blocking for missing in seen.missing)
    assert seen.plan is not None


def test_the_sample_household_is_seen_whole(sample: Record) -> None:
    seen = overview.look(sample, TODAY, load_library())

    assert seen.month.income_per_month > 15_000
    assert seen.clock is not None
    assert seen.clock.pay_by is not None
    assert seen.clock.pay_by.day == date(2026, 12, 1)
    assert seen.plan is not None
    assert seen.plan.total == Decimal(7935)
    assert seen.month.lenses
    assert seen.emergency is not None
    assert {"boligstoette", "paragraf_34", "paragraf_81_a"} <= {a.benefit for a in seen.assessments}


def test_a_glance_follows_the_facts_but_keeps_the_slow_answers(sample: Record) -> None:
    desk = memory_desk(sample, TODAY)
    before = desk.overview
    dearer = paths.put(sample, "case.tenancy.rent_per_month", Decimal(8600))
    seen = desk.preview(dearer)

    assert seen.month.luft == before.month.luft - 1000
    assert seen.month.lenses != ()
    assert seen.plan is before.plan
    assert desk.record == sample


def test_a_glance_is_quick_enough_for_every_keystroke(sample: Record) -> None:
    desk = memory_desk(sample, TODAY)
    desk.preview(sample)
    start = time.thread_time()
    for amount in range(20):
        desk.preview(paths.put(sample, "case.tenancy.rent_per_month", Decimal(amount)))

    assert (time.thread_time() - start) / 20 < 0.05


def test_a_look_is_quick_enough_for_leaving_a_field(sample: Record) -> None:
    overview.look(sample, TODAY, load_library())
    times = []
    for _ in range(5):
        start = time.thread_time()
        overview.look(sample, TODAY, load_library())
        times.append(time.thread_time() - start)

    assert min(times) < 0.5


def test_the_same_facts_give_the_same_answers(sample: Record) -> None:
    assert overview.look(sample, TODAY, load_library()) == overview.look(sample, TODAY, load_library())
