"""Whether a help is there in time: laws that hold for every usual time and every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.casework.rescue import Chance
from budgetdesk.casework.rescue_lines import fixed, to_apply, waiting
from budgetdesk.casework.usual_times import Span

ON = date(2026, 11, 20)
SPANS = st.builds(lambda a, b: (min(a, b), max(a, b)), st.integers(0, 90), st.integers(0, 90))
TARGETS = st.integers(0, 120).map(lambda days: ON + timedelta(days=days))
RANK = {Chance.IN_TIME: 3, Chance.IF_APPLIED: 3, Chance.UNKNOWN: 2, Chance.TOO_LATE: 1}


def after(least: int, most: int):
    return lambda day: Span(day + timedelta(days=least), day + timedelta(days=most))


@given(SPANS, TARGETS, st.integers(0, 30))
def test_a_longer_usual_time_never_gives_a_better_chance(span, target, more):
    least, most = span
    quick = to_apply(after(least, most), ON, target)
    slow = to_apply(after(least + more, most + more), ON, target)

    assert RANK[slow.chance] <= RANK[quick.chance]
    assert not (quick.apply_by and slow.apply_by and slow.apply_by > quick.apply_by)


@given(SPANS, TARGETS, st.integers(0, 30))
def test_a_later_day_to_be_in_time_for_never_gives_a_worse_chance(span, target, more):
    near = to_apply(after(*span), ON, target)
    far = to_apply(after(*span), ON, target + timedelta(days=more))

    assert RANK[near.chance] <= RANK[far.chance]


@given(SPANS, TARGETS)
def test_the_last_day_to_apply_is_the_last_one_that_is_in_time(span, target):
    found = to_apply(after(*span), ON, target)

    if found.apply_by:
        assert ON <= found.apply_by <= target
        assert found.apply_by + timedelta(days=span[1]) == target or found.apply_by == target
    else:
        assert ON + timedelta(days=span[1]) > target


@given(TARGETS, TARGETS)
def test_money_on_a_known_day_is_in_time_or_too_late_and_nothing_between(day, target):
    assert fixed(day, target).chance is (Chance.IN_TIME if day <= target else Chance.TOO_LATE)
    assert waiting(Span(day, day), target).chance is fixed(day, target).chance


def test_where_nothing_can_be_in_time_for_anything_nobody_knows():
    assert fixed(ON, None).chance is Chance.UNKNOWN
    assert to_apply(after(1, 2), ON, None).chance is Chance.UNKNOWN
