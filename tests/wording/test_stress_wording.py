"""The plan under strain, what would be enough, and what is left for creditors, as people read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.household.agreement import Instalment
from budgetdesk.planning.plan import (
    Change,
    Closing,
    DayBalance,
    PlanOption,
    PlanTest,
    PlanVerdict,
    Standing,
    StressRow,
)
from budgetdesk.planning.waterfall import Band, Offer, Share, Waterfall
from budgetdesk.wording import curve, plan, stress, waterfall

ON = date(2026, 11, 20)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def row(kind: str, size: int, **more: object) -> StressRow:
    return replace(StressRow(kind=kind, size=Decimal(size), holds=True), **more)  # type: ignore[arg-type]  # its fields


BROKEN = {"holds": False, "breaks_on": date(2027, 1, 17), "missing": Decimal("214.50")}


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (row("rent_rises_percent", 5), "Huslejen stiger 5 %"),
        (row("boligstoette_falls", 500), "Boligstøtten falder 500 kr."),
        (row("bill", 1500), "En uventet regning på 1.500 kr. i den værste måned"),
        (row("wage_late", 1, title="Folkepension"), "Folkepension kommer en bankdag for sent"),
        (row("benefit_late", 6, title="Børnetilskud"), "Børnetilskud kommer seks uger for sent"),
        (row("decision_late", 6), "Svaret på det, der er søgt, kommer seks uger senere"),
    ],
)
def test_what_happens_is_said_in_one_line(shown: StressRow, said: str) -> None:
    assert plain(stress.what(shown)) == said


def test_what_then_is_holds_or_the_day_and_how_much_is_missing() -> None:
    assert stress.then(row("bill", 1500), ON) == "holder"
    assert plain(stress.then(row("bill", 1500, **BROKEN), ON)) == "bryder 17. januar: der mangler 214,50 kr."


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (row("rent_rises_percent", 5, limit=Decimal(8)), "8 %"),
        (row("bill", 1500, limit=Decimal(1273)), "1.273 kr."),
        (row("wage_late", 1, limit=Decimal(2)), "to bankdage"),
        (row("wage_late", 1, limit=Decimal(0)), "ikke noget"),
        (row("rent_rises_percent", 5), "mere end det"),
        (row("decision_late", 6), ""),
    ],
)
def test_the_limit_has_its_unit(shown: StressRow, said: str) -> None:
    assert plain(stress.limit(shown)) == said


def option(count: int, **more: object) -> PlanOption:
    dues = [date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1)][:count]
    made = PlanOption(
        name="shortest",
        instalments=tuple(Instalment(due=due, amount=Decimal(500)) for due in dues),
        verdict=PlanVerdict.HOLDS,
        lowest=DayBalance(date(2026, 11, 30), Decimal(750)),
        luft_per_month=Decimal(120),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # its fields


def closing(kind: str, *parts: tuple[str, int], count: int = 4) -> Closing:
    titles, amounts = zip(*parts, strict=True)
    return Closing(kind=kind, titles=titles, amounts=tuple(map(Decimal, amounts)), paths=(), option=option(count))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (closing("spared", ("Streaming", 149)), "Uden Streaming (149 kr. om måneden) holder en plan på fire rater."),
        (
            closing("spared", ("Streaming", 149), ("Musik", 109)),
            "Uden Streaming (149 kr.) og Musik (109 kr.), i alt 258 kr. om måneden, holder en plan på fire rater.",
        ),
        (closing("pause", ("Klarna", 195)), "Med pause på Klarna (195 kr. om måneden) holder en plan på fire rater."),
        (
            closing("benefit", ("Boligstøtte", 2019), count=1),
            "Bliver Boligstøtte (2.019 kr. om måneden) bevilget, holder én betaling af det hele.",
        ),
        (closing("one_off", ("", 3412)), "Kommer der 3.412 kr. én gang nu, holder en plan på fire rater."),
        (
            closing("together", ("Boligstøtte", 500), ("Musik", 100)),
            "Tilsammen er det nok: Boligstøtte (500 kr.) og Musik (100 kr.), i alt 600 kr. om måneden. "
            "Så holder en plan på fire rater.",
        ),
    ],
)
def test_what_would_be_enough_is_one_sentence(found: Closing, said: str) -> None:
    assert plain(stress.closing(found)) == said


def test_a_day_below_zero_after_the_plan_is_told() -> None:
    """The first day below zero after the plan is told, one during it is not told twice."""
    run = tuple(DayBalance(date(2026, 11, day), Decimal(10)) for day in (20, 21))
    base = PlanTest(
        on=ON,
        verdict=PlanVerdict.HOLDS,
        standing=Standing.PROPOSAL,
        total=Decimal(2000),
        instalments=(),
        conditions=(),
        lowest=run[0],
        curve=run,
        breaks_when=(),
        premises=(),
        alternatives=(),
    )
    late = DayBalance(date(2027, 9, 3), Decimal(-300))

    assert stress.later_below(base) == ""
    assert plain(stress.later_below(replace(base, outlook=(*run, late)))) == (
        "Efter planen: den 3. september mangler der 300 kr."
    )
    early = DayBalance(date(2026, 11, 20), Decimal(-1))
    assert stress.later_below(replace(base, curve=(early,), outlook=(early, late))) == ""


def test_a_change_on_the_way_begins_with_its_day() -> None:
    assert stress.change(Change(date(2027, 8, 1), "Sygedagpenge er stoppet."), ON) == (
        "1. august: Sygedagpenge er stoppet."
    )


def test_the_day_to_point_out_is_the_first_below_zero_and_not_how_deep_it_falls() -> None:
    days = [DayBalance(date(2026, 11, 20 + n), Decimal(b)) for n, b in enumerate((10, -5, -900))]
    low = days[2]

    assert curve.mark(days, low, ON) == (days[1], "Første dag under nul: 21. november")
    shown, label = curve.mark(days[:1], days[0], ON)
    assert (shown, plain(label)) == (days[0], "Laveste dag: 20. november, 10 kr.")


def test_a_plan_side_by_side_says_its_size_days_lowest_day_and_who_approves() -> None:
    extra = Instalment(due=date(2027, 3, 1), amount=Decimal(500))
    shown = option(4, approver="lederen", one_off=extra, one_off_title="Feriepenge", name="with_one_off")
    told = plan.side(shown, _test(shown))

    assert (told.title, told.size) == ("Med engangsbeløb", "4 rater")
    assert [plain(line) for line in told.lines] == [
        "500 kr. om måneden",
        "+ 500 kr. af feriepenge 1. marts",
        "1. december – 1. marts",
        "Laveste dag: 30. november, 750 kr.",
        "120 kr. luft om måneden efter raten.",
        "Godkendes af lederen.",
    ]


def test_the_chosen_plan_stands_beside_the_others_where_it_is_none_of_them() -> None:
    one = option(4)
    own = option(2).instalments

    assert list(plan.beside(_test(one), ())) == ["shortest"]
    assert list(plan.beside(_test(one), one.instalments)) == ["shortest"]
    assert list(plan.beside(_test(one), own)) == ["shortest", "chosen"]


def _test(*options: PlanOption) -> PlanTest:
    return PlanTest(
        on=ON,
        verdict=PlanVerdict.HOLDS,
        standing=Standing.PROPOSAL,
        total=Decimal(2000),
        instalments=options[0].instalments,
        conditions=(),
        lowest=options[0].lowest,
        curve=(),
        breaks_when=(),
        premises=(),
        alternatives=options,
    )


def _waterfall(left: int, band: Band) -> Waterfall:
    return Waterfall(
        on=ON, rows=(), available=Decimal(left), offers=(), left=Decimal(left), band=band, width=Decimal(500)
    )


@pytest.mark.parametrize(
    ("left", "band", "said"),
    [
        (900, Band.PLUS, "Der er luft, når alle har fået. Der er 900 kr. tilbage om måneden."),
        (100, Band.BALANCE, "Budgettet er i balance. Der er 100 kr. tilbage om måneden."),
        (-100, Band.BALANCE, "Budgettet er næsten i balance. Der mangler 100 kr. om måneden."),
        (-900, Band.MINUS, "Budgettet går ikke op. Der mangler 900 kr. om måneden."),
    ],
)
def test_the_band_is_told_with_its_amount(left: int, band: Band, said: str) -> None:
    assert plain(waterfall.band(_waterfall(left, band))) == said


def test_an_offer_below_what_is_asked_says_how_much_is_asked() -> None:
    offer = Offer(path="", title="Bank", owed=None, asked=Decimal(900), amount=Decimal(300), share=Share.PRO_RATA)

    assert plain(waterfall.why(offer)) == "en del efter, hvad der skyldes; beder om 900 kr."
    assert waterfall.why(replace(offer, amount=Decimal(900), share=Share.FULL)) == "det aftalte"
