"""How pay days are spelled."""

import pytest

from budgetdesk.household.pays_on import is_pays_on


@pytest.mark.parametrize(
    "text",
    [
        "day:1",
        "day:31",
        "day:20 of 1,4,7,10",
        "first_bank_day",
        "last_bank_day",
        "weekday:thu from 2026-11-26",
        "weekday:sat",
        "date:2026-12-01",
    ],
)
def test_the_spellings_of_the_contract_are_known(text: str):
    assert is_pays_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "day:0",
        "day:32",
        "day:1\n",
        "day:20 of 13",
        "day:20 of ",
        "weekday:tor",
        "weekday:thu from 2026-02-30",
        "date:2026-13-01",
        "date:2026-02-29",
        "last bank day",
    ],
)
def test_other_spellings_and_days_that_do_not_exist_are_not(text: str):
    assert not is_pays_on(text)
