"""Several cases open at once: the turn among them, and where each was left."""

from __future__ import annotations

from budgetdesk.ui.opened import Left, OpenedCases


def three() -> OpenedCases:
    opened = OpenedCases()
    for number in ("2", "1", "3"):
        opened.take(number)
    return opened


def test_the_one_on_the_desk_comes_first() -> None:
    assert three().numbers() == ("3", "1", "2")


def test_the_turn_goes_round_all_of_them_and_back_the_other_way() -> None:
    opened, here = three(), "3"
    way = []
    for _ in range(3):
        here = opened.after(here)
        opened.take(here)
        way.append(here)

    assert way == ["1", "2", "3"]
    assert opened.after("3", forward=False) == "2"


def test_from_the_list_of_cases_it_goes_back_to_the_one_left_last() -> None:
    assert three().after("") == "3"


def test_alone_there_is_nowhere_to_go() -> None:
    opened = OpenedCases()
    opened.take("1")

    assert opened.after("1") == ""
    assert OpenedCases().after("") == ""


def test_a_place_is_remembered_and_only_of_cases_that_are_open() -> None:
    opened = three()
    opened.leave("1", page="budget", scrolled=300, path="case.income")
    opened.leave("9", page="sag", scrolled=0, path="")
    opened.take("1")

    assert opened.place_of("1") == Left("1", "budget", 300, "case.income")
    assert opened.place_of("9") is None


def test_one_that_is_put_away_is_not_come_to_again() -> None:
    opened = three()
    opened.put_away("1")

    assert opened.numbers() == ("3", "2")
    assert opened.place_of("1") is None
