"""ÅOP against the examples of the directive, against worked loans, and against a search that knows nothing of ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError, NoRateError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.planning.loans import (
    Flow,
    Offer,
    after_months,
    caps_on,
    compare,
    present_value,
    price,
    regular,
    yearly_rate,
)
from budgetdesk.planning.refinancing import by_instalment, by_months, instalment
from budgetdesk.readers.rates import load_rates

DAY = date(2026, 11, 20)
CAPS = caps_on(load_rates(), DAY)
START = Fraction(0)


def kr(text: str | int) -> Decimal:
    return Decimal(str(text))


def loan(paid_out: str | int, *payments: tuple[int, str | int], fee: str | int = 0, name: str = "Lån") -> Offer:
    start = [Flow(START, kr(paid_out)), *([Flow(START, -kr(fee))] if fee else [])]
    return Offer(
        name=name, paid_out=kr(paid_out), flows=(*start, *(Flow(after_months(m), -kr(a)) for m, a in payments))
    )


@pytest.mark.parametrize(
    ("offer", "aaop"),
    [
        (loan(1000, (18, 1200)), "12.92"),
        (loan(950, (18, 1200)), "16.85"),
        (loan(1000, (12, 600), (24, 600)), "13.07"),
        (loan(1000, (3, 272), (6, 272), (12, 544)), "13.19"),
    ],
)
def test_the_four_examples_of_the_directive_agree_to_two_decimals(offer: Offer, aaop: str) -> None:
    """98/7/EC, annex III, the examples that 2008/48/EC repeats."""
    assert price(offer, CAPS).aaop == kr(aaop)


def test_a_bank_loan_with_a_fee_at_the_start_is_legal_and_may_not_be_advertised() -> None:
    twelve = regular(kr("916.80"), 12, Rhythm.MONTHLY)
    offer = Offer(name="Banken", paid_out=kr(10000), flows=(*loan(10000, fee=500).flows, *twelve))
    found = price(offer, CAPS)

    assert (found.aaop, found.total_cost, found.repaid) == (kr("31.89"), kr("1501.60"), kr("11501.60"))
    assert (found.over_legal_cap, found.over_advertising) == (False, True)
    assert price(replace(offer, flows=(Flow(START, kr(10000)), *twelve)), CAPS).aaop == kr("19.56")


def test_a_quick_loan_of_3000_for_3090_a_month_later_is_above_the_cap() -> None:
    found = price(loan(3000, (1, 3090)), CAPS)

    assert found.aaop.quantize(kr("0.1")) == kr("42.6")
    assert (found.over_legal_cap, found.over_cost_cap) == (True, False)


def test_the_dearest_legal_month_of_3000_costs_76_kroner() -> None:
    """3.000 x (1,35^(1/12) - 1) = 75,97."""
    assert not price(loan(3000, (1, "3075.97")), CAPS).over_legal_cap
    assert price(loan(3000, (1, "3077.00")), CAPS).over_legal_cap


def test_costs_of_more_than_the_loan_itself_are_above_the_other_cap() -> None:
    assert not price(loan(1000, (36, 2000)), CAPS).over_cost_cap
    assert price(loan(1000, (36, "2000.01")), CAPS).over_cost_cap


def test_an_interest_free_loan_has_an_aaop_of_nothing() -> None:
    found = price(loan(1200, *((month, 100) for month in range(1, 13))), CAPS)

    assert (found.aaop, found.total_cost) == (kr("0.00"), kr(0))


def test_a_payment_every_week_counts_52_to_the_year() -> None:
    """1 % a week, compounded 52 times: 67,77 %."""
    assert price(
        Offer(name="", paid_out=kr(100), flows=(Flow(START, kr(100)), Flow(Fraction(1, 52), kr(-101)))), CAPS
    ).aaop == kr("67.77")


def test_offers_come_cheapest_first() -> None:
    dear, cheap, same = (
        loan(1000, (12, 1300), name="dyr"),
        loan(1000, (12, 1100), name="billig"),
        loan(500, (12, 550), name="lille"),
    )
    assert [one.name for one in compare([dear, cheap, same], CAPS)] == ["lille", "billig", "dyr"]


def test_the_cheapest_is_the_one_with_the_lowest_aaop_even_where_it_costs_more_kroner() -> None:
    short, long = loan(3000, (1, 3090), name="kort"), loan(10000, (60, 15000), name="lang")

    assert [one.name for one in compare([short, long], CAPS)] == ["lang", "kort"]


def test_the_caps_are_not_known_before_they_were_made_nor_after_their_last_day() -> None:
    for day in (date(2020, 6, 30), date(2030, 1, 1)):
        with pytest.raises(NoRateError):
            caps_on(load_rates(), day)


def test_without_caps_offers_are_compared_and_nothing_is_said_of_the_law() -> None:
    found = compare([loan(3000, (1, 3090))], None)[0]

    assert (found.aaop, found.over_legal_cap) == (kr("42.58"), None)


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        (loan(1000, (12, 900)), "aldrig betalt tilbage"),
        (loan(1000, (12, 1200), fee=1000), "ingen ÅOP"),
        (loan(1000, (12, 1200), fee=1500), "ingen ÅOP"),
        (Offer(name="X", paid_out=kr(0), flows=()), "ingen ÅOP"),
    ],
)
def test_a_loan_without_an_aaop_is_refused_in_a_sentence_with_its_name(offer: Offer, said: str) -> None:
    with pytest.raises(BadInputError, match=said) as caught:
        compare([offer], CAPS)

    assert str(caught.value).startswith(f"“{offer.name}”")


def test_a_loan_that_several_rates_fit_is_refused() -> None:
    """(1 - 1,01v)(1 - 1,1v)(1 - 1,2v) x 1000: 1 %, 10 % and 20 % all fit."""
    amounts = (1000, -3310, 3643, "-1333.2")
    flows = tuple(Flow(Fraction(year), kr(amount)) for year, amount in enumerate(amounts))
    with pytest.raises(BadInputError, match="Flere renter"):
        yearly_rate(flows)


def test_a_second_payout_on_the_way_has_one_answer_where_the_loan_is_only_paid_off_after_it() -> None:
    flows = (Flow(START, kr(500)), Flow(Fraction(1, 2), kr(500)), Flow(Fraction(3, 2), kr(-1150)))

    assert abs(present_value(flows, yearly_rate(flows))) < kr("1e-9")


@pytest.mark.parametrize("count", [0, -1, 2_701, 1_000_000])
def test_no_instalment_and_a_million_are_refused(count: int) -> None:
    with pytest.raises(BadInputError, match=r"mellem 1 og 2\.700"):
        regular(kr(1), count, Rhythm.MONTHLY)


@pytest.mark.parametrize("rhythm", [Rhythm.ONCE, Rhythm.ELEVEN])
def test_a_rhythm_without_an_even_period_is_refused(rhythm: Rhythm) -> None:
    with pytest.raises(BadInputError, match="rytme"):
        regular(kr(1), 3, rhythm)


AMOUNTS = st.integers(1, 5_000_000).map(lambda oere: Decimal(oere).scaleb(-2))


@st.composite
def loans(draw: st.DrawFn) -> Offer:
    """A loan that is paid back with something on top."""
    months = draw(st.lists(st.integers(1, 240), min_size=1, max_size=12, unique=True))
    payments = [(month, draw(AMOUNTS)) for month in months]
    repaid = sum((amount for _, amount in payments), Decimal(0))
    share = draw(st.integers(20, 100))
    paid_out = max((repaid * share / 100).quantize(Decimal("0.01")), Decimal("0.01"))
    return loan(str(paid_out), *((m, str(a)) for m, a in payments))


@settings(max_examples=60, deadline=None)
@given(loans())
def test_both_sides_have_the_same_present_value(offer: Offer) -> None:
    assert abs(present_value(offer.flows, yearly_rate(offer.flows))) < Decimal("1e-9")


@settings(max_examples=40, deadline=None)
@given(loans(), AMOUNTS)
def test_a_fee_makes_the_aaop_higher(offer: Offer, fee: Decimal) -> None:
    dearer = (*offer.flows, Flow(after_months(12), -fee))

    assert yearly_rate(dearer) > yearly_rate(offer.flows)


@settings(max_examples=40, deadline=None)
@given(loans(), st.integers(2, 1000))
def test_a_loan_of_many_times_the_size_has_the_same_aaop(offer: Offer, times: int) -> None:
    larger = tuple(Flow(flow.after, flow.amount * times) for flow in offer.flows)

    assert abs(yearly_rate(larger) - yearly_rate(offer.flows)) < Decimal("1e-30")


@settings(max_examples=40, deadline=None)
@given(loans())
def test_a_search_in_ordinary_numbers_finds_the_same_rate(offer: Offer) -> None:
    flows = [(float(flow.after), float(flow.amount)) for flow in offer.flows]

    def too_low(rate: float) -> bool:
        return sum(amount * (1 + rate) ** -after for after, amount in flows) < 0

    low, high = 0.0, 1.0
    while too_low(high) and high < 1e18:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)

    assert float(yearly_rate(offer.flows)) == pytest.approx(low, rel=1e-6, abs=1e-9)


def test_from_13_to_10_per_cent_saves_84_kroner_a_month() -> None:
    found = by_months(kr(56000), 60, kr(13), kr(10))

    assert found.saved_per_month.quantize(kr(1)) == 84
    assert found.saved_in_all == 60 * found.saved_per_month
    assert found.months_at_old_instalment == 55
    assert found.fewer_months == 5


def test_the_instalment_is_that_of_a_table_of_annuities() -> None:
    """10.000 kr., 18 % a year by the month, 12 months: 916,80. 100.000 at 6 % over 30 years: 599,55."""
    assert instalment(kr(10000), kr(18), 12) == kr("916.80")
    assert instalment(kr(100000), kr(6), 360) == kr("599.55")
    assert instalment(kr(1200), kr(0), 12) == kr(100)


def test_a_loan_told_by_its_instalment_is_the_one_told_by_its_months() -> None:
    assert by_instalment(kr(10000), kr("916.80"), kr(18), kr(12)) == by_months(kr(10000), 12, kr(18), kr(12))


def test_an_instalment_below_the_interest_never_pays_the_loan() -> None:
    with pytest.raises(BadInputError, match="dækker ikke renten"):
        by_instalment(kr(10000), kr(150), kr(18), kr(12))


@pytest.mark.parametrize(
    ("balance", "months", "old", "new"),
    [(0, 12, 5, 4), (-1, 12, 5, 4), (100, 0, 5, 4), (100, 601, 5, 4), (100, 12, -1, 4), (100, 12, 5, 1001)],
)
def test_figures_that_cannot_be_true_are_refused(balance: int, months: int, old: int, new: int) -> None:
    with pytest.raises(BadInputError, match=r"Ret (beløbet|antallet|renten)"):
        by_months(kr(balance), months, kr(old), kr(new))


@settings(max_examples=40, deadline=None)
@given(st.integers(100, 1_000_000), st.integers(1, 240), st.integers(1, 400).map(lambda n: Decimal(n) / 10))
def test_a_balance_run_month_by_month_ends_at_nothing(balance: int, months: int, rate: Decimal) -> None:
    """Independent of the formula: interest on, instalment off, until the last."""
    paid, left = instalment(kr(balance), rate, months), kr(balance)
    for _ in range(months):
        left += left * rate / 1200 - paid

    slack = Decimal("0.005") * ((1 + rate / 1200) ** months - 1) / (rate / 1200)
    assert abs(left) <= slack + Decimal("0.01")
