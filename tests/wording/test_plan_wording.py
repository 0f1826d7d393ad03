"""The sentences about a plan, a clock, the page Akut and an assessment, as people read them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.benefits.assessment import Assessment, LookAgain, Step, Verdict
from budgetdesk.casework.clock import clock
from budgetdesk.casework.emergency import emergency
from budgetdesk.casework.letter_meanings import MEANINGS
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.record import Record
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Person, Todo
from budgetdesk.household.words import Letter, Role
from budgetdesk.planning.plan import (
    BreakPoint,
    DayBalance,
    PlanOption,
    PlanTest,
    PlanVerdict,
    Premise,
    Standing,
)
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording import deadlines, plan, steps
from budgetdesk.wording import emergency as akut
from budgetdesk.wording.days import days_until, near_day

TODAY = date(2026, 11, 20)


def kr(text: str | int) -> Decimal:
    return Decimal(str(text))


def rates_of(*amounts: str) -> tuple[Instalment, ...]:
    dues = (date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1))
    return tuple(Instalment(due=d, amount=kr(a)) for d, a in zip(dues, amounts, strict=False))


TEST = PlanTest(
    on=TODAY,
    verdict=PlanVerdict.HOLDS,
    standing=Standing.PROPOSAL,
    total=kr(7600),
    instalments=rates_of("950", "950"),
    conditions=(),
    lowest=DayBalance(date(2026, 11, 30), kr(750)),
    curve=(),
    breaks_when=(),
    premises=(),
    alternatives=(),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (PlanVerdict.HOLDS, "Økonomien holder"),
        (PlanVerdict.HOLDS_IF, "Økonomien holder, hvis ..."),
        (PlanVerdict.TIGHT, "Økonomien holder lige"),
        (PlanVerdict.BREAKS, "Økonomien holder ikke"),
    ],
)
def test_each_verdict_has_its_words(verdict, words):
    assert plan.headline(replace(TEST, verdict=verdict)) == words


def test_a_plan_that_only_lacks_facts_is_not_called_broken():
    test = replace(TEST, verdict=PlanVerdict.BREAKS, missing_facts=("income",))

    assert plan.headline(test) == "Det kan ikke siges endnu"


def test_the_lowest_day_is_told_as_in_the_sketch():
    assert plain(plan.lowest(TEST.lowest, TODAY)) == "Laveste dag: 30. november, 750 kr."


def test_a_proposal_is_called_a_proposal_on_every_summary():
    assert "Forslag, gælder først når udlejer har sagt ja." in plan.summary(TEST)
    assert plan.standing(replace(TEST, standing=Standing.ACCEPTED)) == "Udlejer har sagt ja"
    assert not any("Forslag" in line for line in plan.summary(replace(TEST, standing=Standing.ACCEPTED)))


@pytest.mark.parametrize(
    ("amounts", "words"),
    [
        ([], "Ingen rater."),
        (["7935"], "Én betaling på 7.935 kr. 1. december."),
        (["950", "950"], "To rater à 950 kr. Den første 1. december."),
        (["991.87", "991.91"], "Én rate på 991,87 kr. og en sidste på 991,91 kr. Den første 1. december."),
        (["950", "950", "951"], "To rater à 950 kr. og en sidste på 951 kr. Den første 1. december."),
        (["100", "200", "300"], "Tre rater fra 100 kr. til 300 kr. Den første 1. december."),
    ],
)
def test_instalments_are_told_in_one_breath(amounts, words):
    assert plain(plan.instalments(rates_of(*amounts), TODAY)) == words


def test_the_first_day_below_zero_is_named_with_what_is_missing():
    below = (DayBalance(date(2026, 12, 1), kr(10)), DayBalance(date(2026, 12, 2), kr("-310")))
    test = replace(TEST, verdict=PlanVerdict.BREAKS, curve=below, missing_per_month=kr(290))

    assert plain(plan.first_break(test)) == "Den 2. december mangler der 310 kr."
    assert plain(plan.missing_per_month(test)) == "Der mangler 290 kr. om måneden, før en plan kan holde."


def test_break_points_continue_the_sentence_it_holds_until():
    points = (
        BreakPoint(kind="rent_rises_percent", limit=kr(3), breaks_on=date(2027, 1, 19)),
        BreakPoint(kind="wage_late", limit=kr(1), breaks_on=None),
        BreakPoint(kind="benefit_late", limit=kr(35), breaks_on=None),
        BreakPoint(kind="unexpected_bill", limit=kr(0), breaks_on=date(2026, 11, 30)),
        BreakPoint(kind="boligstoette_falls", limit=None, breaks_on=None),
    )

    assert [plain(line) for line in plan.holds_until(points, TODAY)] == [
        "huslejen stiger mere end 3 % (så mangler der penge 19. januar)",
        "lønnen kommer mere end 1 bankdag for sent",
        "en ydelse kommer mere end 5 uger for sent",
    ]
    assert plan.does_not_stand(points, TODAY) == ("Den tåler ingen uventet regning (30. november).",)


def test_alternatives_and_luft_are_one_line_each():
    option = PlanOption(
        name="shortest",
        instalments=rates_of("950", "950"),
        verdict=PlanVerdict.HOLDS,
        lowest=TEST.lowest,
        luft_per_month=kr(121),
    )

    assert plain(plan.alternative(option)) == "kortest: 2 rater, 121 kr. luft"
    assert plain(plan.luft(option)) == "121 kr. luft om måneden efter raten."
    assert plain(plan.luft(replace(option, luft_per_month=kr(-50)))).startswith("50 kr. for lidt")


def test_premises_answer_yes_no_or_not_yet():
    answers = [plan.premise(Premise(key="x", title="?", answer=a)).answer for a in (True, False, None)]

    assert answers == ["ja", "nej", "ikke endnu"]


def test_the_clock_says_how_many_days_are_left():
    running = clock(date(2026, 11, 1), paakrav_arrived=date(2026, 11, 17))

    assert deadlines.headline(running, TODAY) == "11 dage til sidste dag at betale, 1. december"
    assert deadlines.headline(running, date(2026, 11, 30)) == "1 dag til sidste dag at betale, 1. december"
    assert deadlines.headline(running, date(2026, 12, 1)) == "I dag er sidste dag at betale, 1. december"
    assert deadlines.headline(running, date(2026, 12, 3)).startswith("Fristen for at betale gik for 2 dage siden")
    assert deadlines.headline(None, TODAY) == ""
    assert [line.label for line in deadlines.lines(running, TODAY)] == list(deadlines.LABELS.values())
    assert len(deadlines.lines(clock(date(2026, 11, 1)), TODAY)) == 2


def test_years_are_told_only_when_they_are_needed():
    assert near_day(date(2026, 12, 1), TODAY) == "1. december"
    assert near_day(date(2028, 12, 1), TODAY) == "1. december 2028"
    assert near_day(date(2026, 11, 1), TODAY) == "1. november 2026"
    assert [days_until(n) for n in (-2, -1, 0, 1, 2)] == ["for 2 dage siden", "i går", "i dag", "i morgen", "om 2 dage"]


def page():
    case = Case(
        persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),),
        arrears=Arrears(
            rows=(ArrearsRow(id="r1", amount=kr(7600)), ArrearsRow(id="r2")),
            letter=Letter.PAAKRAV,
            letter_arrived=date(2026, 11, 17),
        ),
    )
    return emergency(Record(case=case), on=TODAY, templates=load_letters(), rates=load_rates())


def test_the_page_akut_has_a_headline_rows_and_a_fee_that_is_not_yet_listed():
    answer = page()

    assert akut.headline(answer) == "Et påkrav: fristen løber. 11 dage til sidste dag at betale, 1. december"
    assert [plain(amount) for _, amount in akut.owed(answer)] == ["7.600 kr.", "mangler", "7.600 kr."]
    assert "335 kr." in plain(akut.fee(answer))
    assert akut.todo(answer.todos[0], answer).startswith("I dag: Rådgiver og lejer. Ring")
    assert akut.todo_line(Todo(id="n1", who="Lejer", what="Betal."), None) == "Når der er tid: Lejer. Betal."


def test_a_letter_is_plain_text_with_a_line_to_sign_and_a_call_script_is_numbered():
    answer = page()

    letter = akut.as_text(answer.landlord_letter)
    assert letter.startswith("Nadia Skovgaard\n")
    assert letter.rstrip().endswith("Nadia Skovgaard")
    assert "Underskrift: ___" in letter
    assert akut.has_blanks(answer.landlord_letter)
    assert akut.as_text(answer.call_script).split("\n\n")[1].startswith("1. ")


def test_an_assessment_is_told_without_promising_anything():
    answer = Assessment(
        benefit="x",
        title="Boligstøtte",
        on=TODAY,
        verdict=Verdict.UNKNOWN,
        summary="Kan være relevant.",
        lowest=kr(0),
        highest=kr(2100),
        steps=(Step("Husleje", "§ 21", kr(7600)), Step("Noget andet")),
        look_again=(LookAgain(date(2027, 1, 1), "nye satser."),),
        vejledende=True,
    )

    assert [plain(line) for line in steps.as_text(answer)] == [
        "Boligstøtte: Kan ikke siges endnu, mellem 0 kr. og 2.100 kr. om måneden, vejledende",
        "Kan være relevant.",
        "Husleje (§ 21): 7.600 kr.",
        "Noget andet",
        "Se igen 1. januar 2027: nye satser.",
    ]
    assert steps.verdict(replace(answer, verdict=Verdict.YES)) == "Kan være relevant, søg"
    assert steps.amount(replace(answer, verdict=Verdict.NO)) == ""


def test_a_rate_is_told_with_its_days_source_and_how_sure_it_is():
    fee = load_rates()["paakrav"].on("gebyr", date(2025, 5, 1))

    assert "ikke bekræftet, vejledende" in steps.rate(fee)
    assert "1. januar 2025 til 31. december 2025" in steps.rate(fee)


def test_what_stops_everything_is_first_among_what_is_missing():
    facts = (Missing("a", "Telefon", "sag"), Missing("b", "Husleje", "sag", blocking=True))

    assert steps.missing(facts) == ("Husleje", "Telefon")


def lix(text: str) -> float:
    words = re.findall(r"[\wæøåÆØÅ]+", text)
    long = [w for w in words if len(w) > 6]
    return len(words) / max(1, len(re.findall(r"[.!?:]", text))) + 100 * len(long) / len(words)


def test_what_the_letters_mean_is_easy_to_read():
    """LIX 30 or below: easy texts."""
    for meaning in MEANINGS.values():
        assert lix(" ".join((*meaning.meaning, *meaning.by_right, *meaning.by_goodwill))) <= 30
