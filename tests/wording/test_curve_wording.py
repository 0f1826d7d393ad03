"""The curve in words, for who cannot see it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.planning.plan import DayBalance
from budgetdesk.wording import curve

DAY = date(2026, 11, 20)


def days(*balances: int) -> tuple[DayBalance, ...]:
    return tuple(DayBalance(DAY + timedelta(days=n), Decimal(b)) for n, b in enumerate(balances))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_day_below_zero_says_so_in_words() -> None:
    assert plain(curve.day_line(days(-250)[0], DAY)) == "Fredag den 20. november: 250 kr. under nul"


def test_the_moves_of_a_day_are_told_in_and_out_the_largest_first() -> None:
    moves = (("Hverdag", Decimal(-177)), ("Løn", Decimal(15304)), ("Husleje", Decimal(-7600)))

    assert plain(curve.moves_line(DayBalance(DAY, Decimal(1), moves))) == (
        "Ind: Løn 15.304 kr. Ud: Husleje 7.600 kr., Hverdag 177 kr."
    )


def test_the_instalment_is_named_even_among_many_larger_bills() -> None:
    moves = (*((f"Regning {n}", Decimal(-1000 - n)) for n in range(9)), (curve.INSTALMENT, Decimal(-100)))

    said = plain(curve.moves_line(DayBalance(DAY, Decimal(1), moves)))

    assert said.startswith("Ud: Afdrag på restance 100 kr.")
    assert said.endswith("og 5 andre.")


def test_the_summary_says_whether_the_account_falls_below_zero() -> None:
    above, below = days(900, 100, 500), days(900, -100, -50)

    assert "Aldrig under nul." in curve.summary(above, above[1], DAY)
    assert "Under nul i 2 dage, første gang 21. november." in curve.summary(below, below[1], DAY)
    assert "der mangler 100" in plain(curve.summary(below, below[1], DAY))


def test_the_table_has_one_line_a_month_with_its_lowest_day() -> None:
    lines = curve.months(days(*([900] * 8), 30, *([500] * 5)), DAY)

    assert [line.title for line in lines] == ["November 2026", "December 2026"]
    assert plain(lines[0].lowest) == "28. november: 30 kr."
    assert plain(lines[1].end) == "500 kr."
