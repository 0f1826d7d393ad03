"""What has expired, what soon will, and figures the organisation enters on top of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.benefits.rate_edits import RateEdit, with_overrides
from budgetdesk.benefits.rates import Confidence, Law, Rate, Series, coming_to_end, expired
from budgetdesk.errors import NoRateError, RatesFileError
from budgetdesk.readers.rates import load_rates

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)


def rate(value: int, start: date, end: date) -> Rate:
    return Rate(Decimal(value), start, end, "LBK 1", Confidence.PRIMARY, date(2026, 11, 20))


def series(*rates: Rate, **more: object) -> Series:
    made = Series("beloeb", "Et beløb", "kr/måned", "§ 1", rates)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def laws(one: Series, **more: object) -> dict[str, Law]:
    made = Law("lov", "Eksempelloven", "", {one.name: one})
    return {"lov": replace(made, **more)}  # type: ignore[arg-type]  # fields by name


OWN = series(rate(100, FIRST, date(2025, 12, 31)), rate(110, date(2026, 1, 1), LAST))


def edit(value: int, start: date, end: date, **more: object) -> RateEdit:
    made = RateEdit(
        law="lov",
        series="beloeb",
        value=Decimal(value),
        start=start,
        end=end,
        source="VEJ nr. 1",
        confidence=Confidence.PRIMARY,
        entered_by="Karen",
        entered_on=date(2026, 12, 1),
        confirmed_by="Søren",
        confirmed_on=date(2026, 12, 2),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


NEXT = edit(115, date(2027, 1, 1), date(2027, 12, 31))


def test_a_figure_has_expired_the_day_after_its_last_and_not_before():
    assert not expired(laws(OWN), LAST)

    ended = expired(laws(OWN), LAST + timedelta(days=1))

    assert [(one.law, one.last_day, one.series) for one in ended] == [("lov", LAST, ("beloeb",))]


def test_it_is_said_beforehand_that_a_figure_comes_to_its_end():
    assert coming_to_end(laws(OWN), LAST - timedelta(days=60))
    assert coming_to_end(laws(OWN), LAST)
    assert not coming_to_end(laws(OWN), LAST - timedelta(days=61))
    assert not coming_to_end(laws(OWN), LAST + timedelta(days=1))


@pytest.mark.parametrize("where", ["law", "series"])
def test_what_was_repealed_has_not_expired(where):
    gone = {"repealed": LAST + timedelta(days=1)}
    rates = laws(OWN, **gone) if where == "law" else laws(replace(OWN, **gone))

    assert not expired(rates, date(2028, 1, 1))


def test_a_gap_that_was_known_when_the_figures_were_checked_has_not_expired():
    assert not expired(laws(series(rate(100, FIRST, date(2025, 12, 31)))), date(2026, 12, 1))


def test_nothing_that_ships_has_expired_in_november_2026_and_new_year_is_announced():
    rates = load_rates()

    assert not expired(rates, date(2026, 11, 20))
    assert "boligstoette" in {one.law for one in coming_to_end(rates, date(2026, 11, 20))}
    assert "paragraf_34" not in {one.law for one in expired(rates, date(2027, 1, 1))}


def test_next_years_figure_joins_ours_and_says_who_entered_it():
    merged = with_overrides(laws(OWN), [NEXT])

    assert merged["lov"].on("beloeb", date(2026, 12, 31)).value == 110
    entered = merged["lov"].on("beloeb", date(2027, 1, 1))
    assert (entered.value, entered.entered_by, entered.confidence) == (115, "Karen", Confidence.PRIMARY)
    assert not expired(merged, date(2027, 6, 1))
    with pytest.raises(NoRateError):
        laws(OWN)["lov"].on("beloeb", date(2027, 1, 1))


@pytest.mark.parametrize("unsure", [{"confirmed_by": ""}, {"confirmed_by": "Karen"}, {"confirmed_on": None}], ids=str)
def test_a_figure_that_no_second_person_has_read_is_not_confirmed(unsure):
    merged = with_overrides(laws(OWN), [replace(NEXT, **unsure)])

    assert merged["lov"].on("beloeb", date(2027, 5, 1)).confidence is Confidence.UNVERIFIED


def test_the_figure_entered_last_wins_whatever_order_they_come_in():
    later = replace(NEXT, value=Decimal(117), entered_on=date(2026, 12, 9))

    for edits in ([NEXT, later], [later, NEXT]):
        assert with_overrides(laws(OWN), edits)["lov"].on("beloeb", date(2027, 5, 1)).value == 117


def test_a_day_that_was_not_known_is_known_afterwards():
    holed = laws(series(rate(100, FIRST, date(2025, 6, 30)), unknown=((date(2025, 7, 1), LAST),)))

    merged = with_overrides(holed, [edit(105, date(2025, 7, 1), date(2025, 12, 31))])["lov"].series["beloeb"]

    assert merged.on(date(2025, 8, 1)).value == 105
    assert merged.unknown == ((date(2026, 1, 1), LAST),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"law": "ingen"}, "ingen: satsen"),
        ({"series": "ingen"}, "“ingen” findes ikke"),
        ({"end": FIRST}, "før den begynder"),
    ],
)
def test_refuses_an_edit_of_a_figure_that_there_is_not(wrong, said):
    with pytest.raises(RatesFileError, match=said):
        with_overrides(laws(OWN), [replace(NEXT, **wrong)])


DAYS = st.dates(date(2024, 6, 1), date(2027, 6, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 500)), max_size=5), DAYS)
def test_every_day_has_the_newest_edit_or_our_own_figure_and_never_two(drawn, day):
    edits = [
        edit(n, start, start + timedelta(days=length), entered_on=date(2026, 1, 1) + timedelta(days=n))
        for n, (start, length) in enumerate(drawn)
    ]
    over = [one.value for one in edits if one.start <= day <= one.end]
    merged = with_overrides(laws(OWN), edits)["lov"].series["beloeb"]

    if over:
        assert merged.on(day).value == over[-1]
    elif FIRST <= day <= LAST:
        assert merged.on(day).value == OWN.on(day).value
    else:
        with pytest.raises(NoRateError):
            merged.on(day)
