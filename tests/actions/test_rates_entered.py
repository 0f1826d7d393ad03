"""Next year's figures, entered from the official notice: nothing counts before a second person has confirmed it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rate_store import LAW, NEW_YEAR, SERIES, Store, draft, entered

from budgetdesk.actions import rates
from budgetdesk.actions.library import load_library
from budgetdesk.benefits.rate_edits import Standing
from budgetdesk.benefits.rates import Confidence
from budgetdesk.errors import NoRateError, RateEntryError


def value(store: Store, day: date = NEW_YEAR) -> Decimal:
    return store.library.rates[LAW].on(SERIES, day).value


def test_an_entered_figure_waits_and_is_not_counted_with():
    store = Store()
    entered(store, draft())

    with pytest.raises(NoRateError):
        value(store)
    assert [edit.standing for edit in rates.edits_of(store)] == [Standing.WAITING]


def test_a_second_person_lets_it_count_at_once_with_both_names():
    store = Store()
    rates.confirm(store, entered(store, draft()), by="Søren Dahl")

    used = store.library.rates[LAW].on(SERIES, date(2027, 5, 1))
    assert (used.value, used.confidence) == (175_000, Confidence.PRIMARY)
    assert (used.entered_by, used.confirmed_by) == ("Karen Mølgaard", "Søren Dahl")
    assert used.source == "Satser for 2027, Beskæftigelsesministeriet"


@pytest.mark.parametrize("same", ["Karen Mølgaard", " karen  mølgaard ", "KAREN MØLGAARD"])
def test_the_same_person_cannot_confirm_however_the_name_is_typed(same):
    store = Store()
    ids = entered(store, draft())

    with pytest.raises(RateEntryError, match="En anden skal kontrollere"):
        rates.confirm(store, ids, by=same)
    assert not rates.edits_of(store, Standing.IN_FORCE)


def test_nobody_confirms_without_a_name():
    store = Store()
    with pytest.raises(RateEntryError, match="navn"):
        rates.confirm(store, entered(store, draft()), by="  ")


def test_what_was_entered_is_there_when_the_store_is_opened_again():
    store = Store()
    rates.confirm(store, entered(store, draft("175000.50")), by="Søren")
    again = rates.with_own_rates(store, load_library())

    assert again.rate_edits == store.library.rate_edits
    assert again.rates[LAW].on(SERIES, NEW_YEAR).value == Decimal("175000.50")


def test_a_withdrawn_figure_stays_in_the_history_and_counts_no_more():
    store = Store()
    ids = entered(store, draft())
    rates.confirm(store, ids, by="Søren")
    rates.withdraw(store, ids, by="Lone")

    with pytest.raises(NoRateError):
        value(store)
    (kept,) = rates.edits_of(store)
    assert (kept.standing, kept.withdrawn_by, kept.confirmed_by) == (Standing.WITHDRAWN, "Lone", "Søren")


def test_a_correction_of_a_figure_that_waits_takes_its_place():
    store = Store()
    entered(store, draft(17_500))
    entered(store, draft(175_000))

    assert [(edit.value, edit.standing) for edit in rates.edits_of(store)] == [
        (17_500, Standing.WITHDRAWN),
        (175_000, Standing.WAITING),
    ]


def test_a_correction_of_a_figure_in_force_takes_its_place_when_it_is_confirmed():
    store = Store()
    rates.confirm(store, entered(store, draft(174_000)), by="Søren")
    waiting = entered(store, draft(175_000))
    assert value(store) == 174_000
    rates.confirm(store, waiting, by="Søren")

    assert value(store) == 175_000
    assert len(rates.edits_of(store, Standing.WITHDRAWN)) == 1


def test_the_same_figure_again_is_nothing_new():
    store = Store()
    entered(store, draft())
    entered(store, draft(source=" Satser for 2027, Beskæftigelsesministeriet "))

    assert len(rates.edits_of(store)) == 1


@pytest.mark.parametrize(
    ("wrong", "place", "said"),
    [
        ({"start": date(2027, 2, 1)}, "start", "mangler en værdi fra 01.01.2027 til 31.01.2027"),
        ({"end": date(2026, 6, 1)}, "end", "før den begynder"),
        ({"value": Decimal(-1)}, "value", "uden fortegn"),
        ({"value": Decimal("1e12")}, "value", "for meget"),
        ({"value": Decimal("NaN")}, "value", "uden fortegn"),
        ({"series": "ingen"}, "series", "ingen sats"),
        ({"law": "ingen"}, "series", "ingen sats"),
        ({"source": " "}, "source", "hvor satsen står"),
        ({"entered_by": ""}, "entered_by", "navn"),
        ({"law": "paragraf_34", "series": "graense"}, "series", "ingen sats"),
    ],
    ids=str,
)
def test_what_breaks_the_rules_of_the_files_is_refused_at_its_field_and_nothing_is_saved(wrong, place, said):
    store = Store()
    refused = rates.enter(store, [draft(series="boligsikring_andel", value=Decimal(60)), draft(**wrong)])

    (error,) = refused.values()
    assert (error.field, said in str(error)) == (place, True)
    assert not store.kept


def test_days_that_another_entered_figure_has_in_part_are_refused():
    store = Store()
    entered(store, draft())
    refused = rates.enter(store, [draft(start=date(2027, 7, 1), end=date(2028, 6, 30))])

    assert "venter på kontrol" in str(refused[LAW, SERIES])


def test_a_figure_counted_in_whole_numbers_has_no_decimals():
    series = next(s for s in load_library().rates["boernetilskud"].series.values() if s.unit in ("år", "børn", "trin"))
    whole = next(s for law in load_library().rates.values() for s in law.series.values() if s.unit == "dage")
    law = next(key for key, one in load_library().rates.items() if whole.name in one.series)
    refused = rates.enter(Store(), [draft("1.5", law=law, series=whole.name, start=whole.rates[-1].start)])

    assert series.unit
    assert [error.field for error in refused.values()] == ["value"]


def test_a_large_change_and_a_fall_are_to_be_looked_at_again_and_not_refused():
    store = Store()

    assert "over 15 %" in rates.change_of(store.library, draft(1_703_000)).look_again[0]
    assert "går ned" in rates.change_of(store.library, draft(170_000)).look_again[0]
    usual = rates.change_of(store.library, draft(175_000))
    assert (usual.old.value if usual.old else 0, usual.per_cent, usual.look_again) == (170_300, Decimal("2.8"), ())
    assert not rates.enter(store, [draft(1_703_000)])


def test_a_figure_for_days_that_the_program_knows_is_to_be_looked_at_again():
    found = rates.change_of(load_library(), draft(171_000, start=date(2026, 1, 1), end=date(2026, 12, 31)))

    assert (found.old.value if found.old else 0) == 170_300
    assert "selv en sats" in found.look_again[0]


def test_an_entered_figure_that_the_program_does_not_have_any_more_is_said_and_the_rest_is_used():
    store = Store()
    rates.confirm(store, entered(store, draft()), by="Søren")
    kept = store.kept[rates.SETTING]
    assert isinstance(kept, list)
    kept.append({**kept[0], "series": "nedlagt", "id": "x"})
    library = rates.with_own_rates(store, load_library())

    assert "nedlagt" in library.rate_problems[0]
    assert library.rates[LAW].on(SERIES, NEW_YEAR).value == 175_000


@pytest.mark.parametrize("broken", ["tekst", [1], [{"law": "boligstoette"}], {"a": 1}], ids=str)
def test_settings_that_cannot_be_read_are_said_and_never_lock_the_store(broken):
    library = rates.with_own_rates(Store(kept={rates.SETTING: broken}), load_library())

    assert library.rate_problems
    assert library.rates == load_library().rates


@given(st.lists(st.tuples(st.sampled_from("ecw"), st.integers(1, 3), st.sampled_from(["Karen", "Søren"])), max_size=12))
def test_whatever_is_done_no_figure_counts_that_one_person_alone_has_seen(steps):
    store = Store()
    for act, amount, by in steps:
        waiting = [edit.id for edit in rates.edits_of(store, Standing.WAITING)]
        try:
            if act == "e":
                rates.enter(store, [draft(170_000 + amount, entered_by=by)])
            elif act == "c":
                rates.confirm(store, waiting, by=by)
            else:
                rates.withdraw(store, [edit.id for edit in rates.edits_of(store, Standing.IN_FORCE)], by=by)
        except RateEntryError:
            pass
    counted = [rate for rate in store.library.rates[LAW].series[SERIES].rates if rate.start == NEW_YEAR]

    assert all({rate.entered_by, rate.confirmed_by} == {"Karen", "Søren"} for rate in counted)
    assert len(counted) == len(rates.edits_of(store, Standing.IN_FORCE)) <= 1
