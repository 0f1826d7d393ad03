"""The rescue time line: each help against the clock, what it is held against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions.library import load_library
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State, Stops, rescue_of
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Instalment, LandlordAccepted
from budgetdesk.household.case import ArrearsRow, BankAccount, BoligstoetteNow, Case, Income
from budgetdesk.household.circumstances import AdultFacts, Application
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Letter, Outcome, Status, Tax
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.usual_times import load_usual_times

ON = date(2026, 11, 20)
LIBRARY = load_library()
SAMPLE = sample_case(today=ON)
USUAL = load_usual_times()


def look(case: Case = SAMPLE, *, on: date = ON, plan: PlanTest | None = None) -> Rescue:
    found = rescue_of(
        case,
        on=on,
        usual=USUAL,
        chart=LIBRARY.chart,
        policy=LIBRARY.policy,
        rates=LIBRARY.rates,
        assessments=assess_all(case, on, LIBRARY.rates),
        plan=plan,
    )
    assert found
    return found


def line(key: str, case: Case = SAMPLE, **more: object) -> RescueLine:
    return next(one for one in look(case, **more).lines if one.key == key)  # type: ignore[arg-type]


def arrears(**changes: object) -> Case:
    return replace(SAMPLE, arrears=replace(SAMPLE.arrears, **changes))  # type: ignore[arg-type]


def applied(benefit: str, **more: object) -> Case:
    application = Application(id=benefit, applied_on=ON, **more)  # type: ignore[arg-type]
    return replace(SAMPLE, applications=(application,))


# What it is held against


def test_while_the_deadline_runs_everything_is_held_against_the_last_bank_day():
    target = look().target

    assert target
    assert (target.day, target.stops, target.estimate) == (date(2026, 12, 1), Stops.BY_RIGHT, False)


def test_before_a_paakrav_the_day_is_only_what_it_could_be():
    bare = arrears(rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),), letter=Letter.RYKKER)
    target = look(bare).target

    assert target
    assert (target.day, target.stops, target.estimate) == (date(2026, 12, 4), Stops.BY_RIGHT, True)


def test_when_the_deadline_is_over_only_today_is_sure():
    target = look(on=date(2026, 12, 3)).target

    assert target
    assert (target.day, target.stops) == (date(2026, 12, 3), Stops.AT_ONCE)


def test_after_the_ophaevelse_the_next_day_in_court_counts_and_only_goodwill_helps():
    ended = arrears(letter=Letter.OPHAEVELSE, ophaevelse_arrived=date(2026, 12, 3))
    told = arrears(letter=Letter.FOGED, court_meeting=date(2027, 1, 12), eviction=date(2027, 1, 28))
    estimated, met, out = (look(ended, on=date(2026, 12, 4)), look(told), look(told, on=date(2027, 1, 13)))

    assert [(one.target.stops, one.target.estimate) for one in (estimated, met, out) if one.target] == [
        (Stops.GOODWILL, True),
        (Stops.GOODWILL, False),
        (Stops.GOODWILL, False),
    ]
    assert met.target
    assert met.target.day == date(2027, 1, 12)
    assert out.target
    assert out.target.day == date(2027, 1, 28)


def test_when_the_eviction_has_been_carried_out_nothing_is_promised():
    over = look(arrears(letter=Letter.FOGED, eviction=date(2026, 11, 10)))

    assert over.target is None
    assert over.lines == ()


def test_money_that_comes_on_the_day_of_the_meeting_itself_is_too_late_for_it():
    told = arrears(letter=Letter.FOGED, court_meeting=date(2026, 11, 30))

    assert line("loen", told).chance is Chance.TOO_LATE


def test_on_the_last_day_itself_the_deadline_still_runs():
    target = look(on=date(2026, 12, 1)).target

    assert target
    assert (target.day, target.stops) == (date(2026, 12, 1), Stops.BY_RIGHT)


def test_on_the_day_of_the_eviction_money_that_is_there_is_still_in_time():
    """Some landlords withdraw at the door."""
    told = arrears(letter=Letter.FOGED, eviction=ON)
    today = look(told)

    assert today.target
    assert (today.target.day, today.target.stops) == (ON, Stops.GOODWILL)
    assert line("konto", told).chance is Chance.IN_TIME
    assert line("loen", told).chance is Chance.TOO_LATE


def test_without_arrears_there_is_no_time_line():
    none = replace(SAMPLE, arrears=type(SAMPLE.arrears)())

    assert rescue_of(
        none, on=ON, usual=USUAL, chart=LIBRARY.chart, policy=LIBRARY.policy, rates=LIBRARY.rates
    ) is None  # fmt: skip


# Money


def test_the_money_on_the_accounts_is_there_today():
    konto = line("konto")

    assert (konto.chance, konto.amount, konto.first) == (Chance.IN_TIME, Decimal("7526.05"), ON)


def test_an_overdrawn_account_is_no_help_and_an_unknown_one_is_asked_about():
    overdrawn = replace(SAMPLE, bank=(BankAccount(id="b1", balance=Decimal(-300), on=ON),))
    unknown = replace(SAMPLE, bank=())

    assert "konto" not in [one.key for one in look(overdrawn).lines]
    assert line("konto", unknown).chance is Chance.UNKNOWN


def test_the_next_wage_is_found_from_its_pay_day():
    """The last bank day of November 2026 is Monday the 30th: the day before the last day to pay."""
    loen = line("loen")

    assert (loen.chance, loen.first, loen.amount) == (Chance.IN_TIME, date(2026, 11, 30), Decimal("15304.18"))
    assert (loen.page, loen.path) == ("budget", "case.income[i1].amount")


def test_a_wage_after_the_day_is_too_late():
    late = replace(SAMPLE.income[0], pays_on="day:3")
    loen = line("loen", replace(SAMPLE, income=(late,)))

    assert (loen.chance, loen.first) == (Chance.TOO_LATE, date(2026, 12, 3))


def test_what_comes_on_one_day_is_one_line_with_its_sum():
    """Both family benefits come on 20 January 2027."""
    indkomst = line("indkomst")

    assert (indkomst.first, indkomst.amount) == (date(2027, 1, 20), Decimal("12852.00"))
    assert indkomst.title == "Næste børne- og ungeydelse og børnetilskud"


def test_money_that_is_only_applied_for_is_no_pay_day():
    hoped = replace(SAMPLE.income[0], status=Status.APPLIED)

    assert "loen" not in [one.key for one in look(replace(SAMPLE, income=(hoped,))).lines]


def test_help_that_goes_to_the_landlord_is_no_money_in_hand():
    straight = replace(SAMPLE.income[0], paid_to="landlord")

    assert "loen" not in [one.key for one in look(replace(SAMPLE, income=(straight,))).lines]


def test_feriepenge_take_their_usual_days_and_say_when_to_ask_at_the_latest():
    """At most 7 days: asked for on 24 November they are there on 1 December."""
    tenant = replace(SAMPLE.persons[0], adult=AdultFacts(feriepenge_unclaimed=Decimal(4200)))
    found = line("feriepenge", replace(SAMPLE, persons=(tenant, *SAMPLE.persons[1:])))

    assert (found.chance, found.apply_by) == (Chance.IF_APPLIED, date(2026, 11, 24))
    assert (found.amount, found.before_tax) == (Decimal(4200), True)


def test_feriepenge_with_a_day_of_their_own_need_no_application():
    row = Income(
        id="i9", person="p1", kind="feriepenge", amount=Decimal(3000), rhythm=Rhythm.ONCE, tax=Tax.NET,
        pays_on="date:2026-11-27",
    )  # fmt: skip
    found = line("feriepenge", replace(SAMPLE, income=(*SAMPLE.income, row)))

    assert (found.chance, found.first, found.amount) == (Chance.IN_TIME, date(2026, 11, 27), Decimal(3000))


def test_overskydende_skat_comes_in_april_and_may_go_to_debt_to_the_public():
    march = replace(SAMPLE, arrears=replace(SAMPLE.arrears, rows=(), letter_arrived=date(2027, 3, 25)))
    found = line("overskydende_skat", march, on=date(2027, 3, 26))

    assert (found.first, found.last) == (date(2027, 4, 5), date(2027, 4, 20))
    assert found.note == "skat_gaeld"
    assert "overskydende_skat" not in [one.key for one in look().lines]  # April is far from November


def test_family_that_has_been_asked_is_marked_as_tried():
    unasked = replace(SAMPLE, conversation=replace(SAMPLE.conversation, ways_tried=()))

    assert line("netvaerk").state is State.TRIED
    assert line("netvaerk", unasked).state is State.OPEN


# Help that somebody decides


@pytest.mark.parametrize("key", ["paragraf_81_a", "paragraf_81"])
def test_the_municipality_usually_answers_after_the_deadline_but_nothing_is_answered_with_no(key):
    found = line(key)

    assert (found.chance, found.state) == (Chance.TOO_LATE, State.OPEN)
    assert (found.first, found.last) == (date(2026, 12, 11), date(2026, 12, 18))
    assert found.amount is None
    assert found.source


def test_with_time_enough_it_says_by_which_day_to_apply():
    """A meeting on Tuesday 12 January 2027: the money must be there on the 11th; four weeks before is 14 December."""
    told = arrears(letter=Letter.FOGED, court_meeting=date(2027, 1, 12))
    found = line("paragraf_81_a", told)

    assert (found.chance, found.apply_by) == (Chance.IF_APPLIED, date(2026, 12, 14))


def test_nobody_answers_while_all_is_closed_at_christmas():
    """From 4 December three to four weeks is Christmas Day to New Year's Day: 28 December to 4 January."""
    found = line("paragraf_81_a", on=date(2026, 12, 4))

    assert (found.first, found.last) == (date(2026, 12, 28), date(2027, 1, 4))


def test_between_the_shortest_and_the_longest_usual_time_nobody_knows():
    told = arrears(letter=Letter.FOGED, court_meeting=date(2026, 12, 14))

    assert line("paragraf_81_a", told).chance is Chance.UNKNOWN


def test_an_application_that_was_sent_counts_from_its_own_day():
    sent = applied("paragraf_81_a")
    later = replace(sent, arrears=replace(sent.arrears, letter=Letter.FOGED, court_meeting=date(2027, 1, 12)))
    found = line("paragraf_81_a", later, on=date(2026, 12, 1))

    assert (found.state, found.begins, found.chance) == (State.ASKED, ON, Chance.IN_TIME)
    assert found.apply_by is None
    assert found.last == date(2026, 12, 18)


def test_an_answer_that_should_have_come_can_come_any_day_now():
    sent = applied("paragraf_81_a")
    found = line("paragraf_81_a", sent, on=date(2027, 2, 1))

    assert (found.first, found.last) == (date(2027, 2, 1), date(2027, 2, 1))


@pytest.mark.parametrize(("outcome", "state"), [(Outcome.GRANTED, State.AGREED), (Outcome.REFUSED, State.REFUSED)])
def test_an_answer_ends_the_waiting_and_leaves_the_time_open(outcome, state):
    found = line("paragraf_81_a", applied("paragraf_81_a", outcome=outcome, granted=Decimal(7935)))

    assert (found.state, found.chance, found.first) == (state, Chance.UNKNOWN, None)
    assert found.amount == (Decimal(7935) if state is State.AGREED else None)


def test_before_a_paakrav_81_a_is_not_to_be_applied_for_yet():
    bare = arrears(rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),), letter=Letter.RYKKER)

    assert line("paragraf_81_a", bare).state is State.NOT_YET


def test_the_rent_help_of_2026_has_no_known_time_and_is_gone_in_2027():
    assert line("huslejehjaelp_2026").chance is Chance.UNKNOWN
    assert "huslejehjaelp_2026" not in [one.key for one in look(on=date(2027, 1, 2)).lines]


def test_boligstoette_comes_on_the_first_bank_day_after_the_usual_six_weeks():
    """20 November and six weeks is 1 January 2027; the first bank day then is Monday the 4th."""
    found = line("boligstoette")

    assert (found.chance, found.first) == (Chance.TOO_LATE, date(2027, 1, 4))
    assert found.per_month
    assert found.amount


def test_boligstoette_that_was_applied_for_counts_from_that_day():
    home = replace(SAMPLE.tenancy, boligstoette=BoligstoetteNow(amount=Decimal(0), applied_on=date(2026, 10, 1)))
    found = line("boligstoette", replace(SAMPLE, tenancy=home))

    assert (found.state, found.chance, found.first) == (State.ASKED, Chance.IN_TIME, date(2026, 12, 1))


def test_past_months_of_section_34_are_named_only_where_the_case_has_a_sign_of_them():
    tenant = replace(SAMPLE.persons[0], adult=AdultFacts(income_before=Decimal(15000)))
    signed = replace(SAMPLE, persons=(tenant, *SAMPLE.persons[1:]))

    assert "paragraf_34" not in [one.key for one in look().lines]
    assert line("paragraf_34", signed).chance is Chance.UNKNOWN


def test_a_plan_stops_nothing_until_the_landlord_has_said_yes():
    due = Instalment(due=date(2026, 12, 1), amount=Decimal(7935))
    proposal = PlanTest(
        on=ON, verdict=PlanVerdict.HOLDS, standing=Standing.PROPOSAL, total=Decimal(7935), instalments=(due,),
        conditions=(), lowest=None, curve=(), breaks_when=(), premises=(), alternatives=(),
    )  # fmt: skip
    yes = arrears(landlord_accepted=LandlordAccepted(by="Bente Dam", on=ON, how="mail"))
    open_yet = line("plan", plan=proposal)
    agreed = line("plan", yes, plan=replace(proposal, standing=Standing.ACCEPTED))

    assert (open_yet.chance, open_yet.state) == (Chance.UNKNOWN, State.OPEN)
    assert (agreed.chance, agreed.state, agreed.first) == (Chance.IN_TIME, State.AGREED, ON)
    assert line("plan", plan=replace(proposal, verdict=PlanVerdict.BREAKS)).note == "plan_brister"


def test_every_line_leads_somewhere_and_stands_in_the_order_from_soon_to_late():
    lines = look().lines

    assert [one.key for one in lines] == [
        "konto",
        "loen",
        "indkomst",
        "paragraf_81_a",
        "paragraf_81",
        "huslejehjaelp_2026",
        "plan",
        "netvaerk",
        "feriepenge",
        "boligstoette",
    ]
    assert all(one.page and one.path.startswith("case.") for one in lines)


def test_the_court_fee_is_known_only_for_the_days_of_its_rate():
    """The first estimate of the filing after a påkrav in November 2026 is in December 2026: 750 kr."""
    fee = look().court_fee

    assert fee
    assert fee.value == 750
    assert look(on=date(2027, 3, 1)).court_fee is None
