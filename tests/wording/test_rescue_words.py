"""The rescue time line in words: short, without promises, and saying what it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State
from budgetdesk.household.case import Arrears
from budgetdesk.household.words import Letter
from budgetdesk.readers.case_file import sample_case
from budgetdesk.wording import eviction as eviction_words
from budgetdesk.wording import rescue as words

ON = date(2026, 11, 20)
SAMPLE = sample_case(today=ON)


def rescue(on: date = ON, **arrears: object) -> Rescue:
    case = replace(SAMPLE, arrears=replace(SAMPLE.arrears, **arrears))  # type: ignore[arg-type]
    found = look(Record(case=case), on, load_library()).rescue
    assert found
    return found


def line(key: str, of: Rescue) -> RescueLine:
    return next(one for one in of.lines if one.key == key)


STAGES = {
    "påkrav": {},
    "rykker": {"letter": Letter.RYKKER, "rows": tuple(replace(r, paakrav_arrived=None) for r in SAMPLE.arrears.rows)},
    "ophævelse": {"letter": Letter.OPHAEVELSE, "ophaevelse_arrived": date(2026, 11, 19)},
    "fogedret": {"letter": Letter.FOGED, "court_meeting": date(2027, 1, 12)},
    "udsættelse": {"letter": Letter.FOGED, "eviction": date(2027, 1, 28)},
}


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        ("påkrav", "Betal alt senest tirsdag den 1. december 2026. Så er der ikke grund til at ophæve."),
        ("rykker", "Der er intet påkrav endnu."),
        ("ophævelse", "Nu stopper det kun, hvis udlejer siger ja."),
        ("fogedret", "Næste dag hos fogedretten er tirsdag den 12. januar 2027."),
        ("udsættelse", "Næste dag hos fogedretten er torsdag den 28. januar 2027."),
    ],
)
def test_the_heading_says_what_everything_is_held_against(stage, said):
    assert said in words.heading(rescue(**STAGES[stage]))


def test_a_deadline_that_has_passed_asks_for_payment_today():
    assert "Betal alt i dag" in words.heading(rescue(on=date(2026, 12, 3)))


@pytest.mark.parametrize("stage", list(STAGES))
def test_what_is_told_promises_nothing(stage):
    found = rescue(**STAGES[stage])
    said = " ".join([words.heading(found), *(words.advice(one) for one in found.lines)])

    assert "ret til" not in said
    assert "opsig" not in said.lower()
    assert "14 dage" not in said


@pytest.mark.parametrize("stage", list(STAGES))
def test_there_is_no_countdown_in_it(stage):
    found = rescue(**STAGES[stage])

    assert not any("dage til" in words.spoken(one, found) for one in found.lines)


def test_each_help_says_when_how_much_and_what_to_do():
    found = rescue()

    assert words.spoken(line("loen", found), found) == (
        "Næste løn. I tide. 30. november. 15.304\u00a0kr. Skal også række til husleje og mad."
    )
    assert words.chance(line("paragraf_81_a", found), found) == "Efter fristen"
    assert words.when(line("paragraf_81_a", found), ON) == "mellem 11. og 18. december, hvis der søges i dag"
    assert "bed udlejer vente" in words.advice(line("paragraf_81_a", found))


def test_the_last_day_to_apply_is_named():
    found = rescue(**STAGES["fogedret"])

    assert words.chance(line("paragraf_81_a", found), found) == "I tide, hvis der søges senest 14. december"


def test_the_last_day_to_apply_can_be_today():
    found = rescue(**STAGES["fogedret"])
    today = replace(line("paragraf_81_a", found), apply_by=ON)

    assert words.chance(today, found) == "I tide, hvis der søges i dag"


def test_late_is_late_for_what_is_next():
    late = replace(line("loen", rescue()), chance=Chance.TOO_LATE)

    assert words.chance(late, rescue(**STAGES["fogedret"])) == "Efter mødet"
    assert words.chance(late, rescue(**STAGES["udsættelse"])) == "Efter udsættelsen"
    assert words.chance(late, rescue(**STAGES["rykker"])) == "Efter den dag"


@pytest.mark.parametrize("state", [State.NOT_YET, State.ASKED, State.AGREED, State.REFUSED])
def test_every_state_of_an_application_has_its_own_advice(state):
    told = words.advice(replace(line("paragraf_81_a", rescue()), state=state))

    assert told
    assert "Søg i dag" not in told


def test_a_figure_that_is_not_solid_says_so_wherever_it_stands():
    found = rescue()
    shaky = replace(line("boligstoette", found), vejledende=True, amount=Decimal(1200))

    assert words.amount(shaky) == "1.200\u00a0kr. om måneden, vejledende"
    assert "vejledende" in words.court_fee(found)  # nobody has confirmed that it is still 750 kr.


def test_the_days_of_the_clock_leave_out_the_year_when_it_is_near():
    told = eviction_words.lines(rescue().clock, ON)

    assert [one.day for one in told][:4] == ["2. november", "17. november", "1. december", "2. december"]
    assert told[-1].day == "mellem 7. januar og 26. februar"
    assert told[-1].basis == "et skøn"


def test_where_there_is_no_time_line_it_says_why():
    nothing = replace(SAMPLE, arrears=Arrears())
    undated = replace(SAMPLE, arrears=Arrears(letter=Letter.PAAKRAV))
    lodging = replace(SAMPLE, tenancy=replace(SAMPLE.tenancy, kind="fremleje"))

    assert [words.empty(one) for one in (nothing, undated, lodging)] == [words.EMPTY, words.NO_DAY, words.OTHER_KIND]
    assert all(look(Record(case=one), ON, load_library()).rescue is None for one in (nothing, undated, lodging))


def test_nothing_behind_gives_nothing_to_show():
    case = replace(SAMPLE, arrears=Arrears())

    assert look(Record(case=case), ON, load_library()).rescue is None
