"""Boligstøtte is what Udbetaling Danmark's own calculator says, to the krone."""

import pytest
from official import DAY, case_of, rows

from budgetdesk.benefits import boligstoette
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.readers.rates import load_rates


def test_the_file_has_all_the_results():
    assert len(rows()) == 58


@pytest.mark.parametrize("row", rows(), ids=str)
def test_agrees_with_the_official_calculator_to_the_krone(row):
    answer = boligstoette.assess(case_of(row), DAY, load_rates())

    assert answer.amount_per_month == row.benefit_month
    assert answer.verdict is (Verdict.YES if row.benefit_month else Verdict.NO)
    assert answer.variant == row.scheme


@pytest.mark.parametrize("row", [row for row in rows() if row.benefit_month], ids=str)
def test_is_not_vejledende_where_the_official_calculator_has_confirmed_the_figures(row):
    assert not boligstoette.assess(case_of(row), DAY, load_rates()).vejledende
