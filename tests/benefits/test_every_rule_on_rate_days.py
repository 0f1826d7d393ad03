"""Every rule on the first and last day of every figure of the law, and on the day after: when law changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from budgetdesk.benefits.assessment import Assessment, Mode, Verdict
from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.household.case import Case
from budgetdesk.readers.case_file import load_case, sample_case
from budgetdesk.readers.rates import load_rates

DAY = date(2026, 11, 20)
RATES = load_rates()
HOUSEHOLDS: dict[str, Case] = {
    "eksemplet": sample_case(today=DAY),
    **{
        path.stem: load_case(path, today=DAY).case
        for path in sorted((Path(__file__).parent / "households").glob("*.json"))
    },
}


def days_of_change() -> list[date]:
    rates = [rate for law in RATES.values() for series in law.series.values() for rate in series.rates]
    days = {day for rate in rates for day in (rate.start, rate.end, rate.end + timedelta(days=1))}
    return sorted(days)


def answers(case: Case, mode: Mode = Mode.OFFICIAL) -> list[Assessment]:
    return [benefit.assess(case, day, RATES, mode=mode) for benefit in CATALOGUE for day in days_of_change()]


def test_there_are_days_of_change_in_every_year_since_2021():
    assert {day.year for day in days_of_change()} >= set(range(2021, 2028))


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_every_rule_answers_on_every_day_on_which_a_figure_begins_ends_or_has_ended(name):
    for answer in answers(HOUSEHOLDS[name]):
        assert answer.verdict in Verdict
        outside = [rate.name for rate in answer.rates_used if not rate.start <= answer.on <= rate.end]
        assert not outside or answer.benefit in LOOKS_ELSEWHERE, (answer.benefit, answer.on, outside)


LOOKS_ELSEWHERE = {"paragraf_34", "folkepension"}
"""§ 34's past months have the figures of their own years, and a pension follows the rules of the day it was granted.
Anywhere else a figure never outlives its last day."""


@pytest.mark.parametrize("name", HOUSEHOLDS)
def test_a_day_without_figures_gives_a_sentence_with_the_days_that_are_known(name):
    for answer in answers(HOUSEHOLDS[name]):
        if "ikke regne på dagen" in answer.summary:
            assert answer.verdict is Verdict.UNKNOWN
            assert re.search(r"Vi kender den fra \d\d\.\d\d\.\d{4} til \d\d\.\d\d\.\d{4}", answer.summary), answer
            assert answer.amount_per_month is None


@pytest.mark.parametrize("year", [2009, 2031])
def test_far_from_every_figure_nothing_is_promised(year):
    for case in HOUSEHOLDS.values():
        for benefit in CATALOGUE:
            answer = benefit.assess(case, date(year, 6, 1), RATES)
            assert not answer.amount_per_month, (benefit.name, answer.summary)
