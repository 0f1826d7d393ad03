"""Which cases stand in the list, and in which order."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from budgetdesk.actions.case_list import Chosen, Order, Status, listed, remember, remembered
from budgetdesk.casework.case_steps import NextStep, StepKind
from budgetdesk.casework.case_summary import CaseSummary, ConsentDays, InList
from budgetdesk.casework.due_today import due_today

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def case(number: str, *, saved: int = 0, **about: object) -> CaseSummary:
    when = NOON + timedelta(days=saved)
    return CaseSummary(id=number, opened_at=when, saved_at=when, about=InList(**about))  # type: ignore[arg-type]


def step(days: int, kind: StepKind = StepKind.TODO) -> tuple[NextStep, ...]:
    return (NextStep(TODAY + timedelta(days=days), kind),)


def numbers(*cases: CaseSummary, **chosen: object) -> list[str]:
    return [found.id for found in listed(cases, Chosen(**chosen), on=TODAY)]  # type: ignore[arg-type]


def test_the_nearest_day_comes_first_and_who_has_none_last() -> None:
    found = numbers(case("a", steps=step(9)), case("b"), case("c", steps=step(1)), case("d", steps=step(-30)))

    assert found == ["d", "c", "a", "b"]


def test_an_eviction_goes_before_a_task_of_the_same_day() -> None:
    assert numbers(case("a", steps=step(3)), case("b", steps=step(3, StepKind.EVICTION))) == ["b", "a"]


def test_closed_cases_are_seen_where_one_asks_for_them() -> None:
    both = case("a"), case("b", ended=TODAY - timedelta(days=1))

    assert numbers(*both) == ["a"]
    assert numbers(*both, status=Status.CLOSED) == ["b"]
    assert sorted(numbers(*both, status=Status.ALL)) == ["a", "b"]


@pytest.mark.parametrize(
    ("chosen", "fits", "other"),
    [
        ({"type": "gaeld"}, {"types": ("raadgivning", "gaeld")}, {"types": ("raadgivning",)}),
        ({"organisation": "Lærkely"}, {"organisation": "Lærkely"}, {"organisation": "Lærkely Syd"}),
        ({"area": "Nord"}, {"area": "Nord"}, {}),
        ({"adviser": "Karen"}, {"adviser": "Karen"}, {"adviser": ""}),
        ({"without_consent": True}, {}, {"consents": (ConsentDays(TODAY),)}),
    ],
)
def test_narrows_by_each_choice(chosen: dict[str, object], fits: dict[str, object], other: dict[str, object]) -> None:
    assert numbers(case("a", **fits), case("b", **other), **chosen) == ["a"]  # type: ignore[arg-type]


def test_the_other_orders() -> None:
    cases = case("2", saved=1, tenant="åse"), case("1", saved=3, tenant="Bo"), case("3", saved=2)

    assert numbers(*cases, order=Order.CHANGED) == ["1", "3", "2"]
    assert numbers(*cases, order=Order.NUMBER) == ["1", "2", "3"]
    assert numbers(*cases, order=Order.NAME) == ["1", "2", "3"]


def test_names_stand_by_the_danish_alphabet() -> None:
    names = ("Åse", "Zakarias", "Ørsted", "Ægidius", "Anders")
    cases = [case(name, tenant=name) for name in names]

    assert numbers(*cases, order=Order.NAME) == ["Anders", "Zakarias", "Ægidius", "Ørsted", "Åse"]


def test_a_case_that_was_never_changed_stands_by_the_day_it_was_made() -> None:
    never = CaseSummary(id="n", opened_at=NOON + timedelta(days=2), saved_at=None)

    assert numbers(case("a", saved=1), never, case("b", saved=3), order=Order.CHANGED) == ["b", "n", "a"]


@pytest.mark.parametrize("word", ["type", "organisation", "area", "adviser", "without_consent"])
def test_any_choice_but_the_status_is_narrow(word: str) -> None:
    assert Chosen(**{word: True if word == "without_consent" else "x"}).is_narrow()  # type: ignore[arg-type]
    assert not Chosen(status=Status.ALL).is_narrow()


class Settings:
    def __init__(self, kept: object = None) -> None:
        self.kept = kept

    def setting(self, key: str) -> object:
        return self.kept if key == "case_list" else None

    def save_setting(self, key: str, value: object) -> None:
        assert key == "case_list"
        self.kept = value


def test_a_choice_is_remembered() -> None:
    settings = Settings()
    chosen = Chosen(status=Status.ALL, area="Nord", order=Order.NAME, today_folded=True)
    remember(settings, chosen)

    assert remembered(settings) == chosen


@pytest.mark.parametrize("kept", [None, "x", 5, {}, {"order": "by heart"}, {"area": 5, "more": True}])
def test_what_cannot_be_read_is_the_usual_way(kept: object) -> None:
    assert remembered(Settings(kept)) == Chosen()


def test_what_is_due_today_is_what_somebody_promised_and_the_oldest_comes_first() -> None:
    cases = (
        case("a", tenant="A", steps=(*step(0), *step(1))),
        case("b", tenant="B", steps=(*step(-2, StepKind.CONTACT), *step(-1, StepKind.PAY_BY))),
        case("c", tenant="C", steps=step(-3), ended=TODAY - timedelta(days=1)),
    )

    assert [(due.case.id, due.step.day) for due in due_today(cases, TODAY)] == [
        ("b", TODAY - timedelta(days=2)),
        ("a", TODAY),
    ]
