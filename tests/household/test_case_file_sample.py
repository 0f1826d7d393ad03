"""The sample household: whole, valid, and honest about what it assumes."""

import json
from datetime import date
from decimal import Decimal

import jsonschema
import pytest

from budgetdesk import data_files
from budgetdesk.budget.month import month_of
from budgetdesk.readers.case_file import load_case, load_schema, sample_case
from budgetdesk.readers.chart import load_chart

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("today", [TODAY, date(2036, 6, 2)])
def test_the_sample_is_read_without_a_word_of_doubt_until_alma_is_grown_up(today: date):
    read = load_case(data_files.path("sample", "case.json"), today=today)

    assert read.notes == ()
    assert {item.path.split(".")[-1] for item in read.assumed} <= {"flags"}


def test_the_sample_obeys_the_published_schema():
    text = data_files.path("sample", "case.json").read_text(encoding="utf-8")

    jsonschema.Draft202012Validator(load_schema("case")).validate(json.loads(text))


def test_the_sample_owes_a_rent_and_a_fee():
    assert sample_case(today=TODAY).arrears.total == Decimal(7935)


def test_the_sample_has_some_air_but_not_much():
    budget = month_of(sample_case(today=TODAY), load_chart(), on=TODAY)

    assert budget.income_per_month == Decimal("19588.18")  # 15.304,18 + (7.596 + 5.256) / 3
    assert Decimal(300) < budget.luft < Decimal(1300)
    assert len([row for row in budget.expenses if row.path.startswith("expenses[")]) >= 25
