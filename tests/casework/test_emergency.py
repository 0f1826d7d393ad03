"""The page Akut: from the letter to who does what today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.casework.emergency import emergency
from budgetdesk.casework.letters import BLANK, children_text
from budgetdesk.casework.next_steps import next_steps
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Instalment, PlanPayment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Conversation, Income, Person, Tenancy, Todo
from budgetdesk.household.words import ArrearsKind, Letter, Role
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording.emergency import owed

TODAY = date(2026, 11, 20)
LETTERS = load_letters()
RATES = load_rates()


def case(letter: Letter = Letter.PAAKRAV, arrived: date | None = date(2026, 11, 17)) -> Case:
    return Case(
        info=CaseInfo(adviser="Karen Mølgaard", organisation="Boligrådgivningen"),
        persons=(
            Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),
            Person(id="p2", role=Role.CHILD, name="Alma", born=date(2018, 6, 3)),
            Person(id="p3", role=Role.CHILD, name="Noah", born=date(2021, 9, 14)),
        ),
        tenancy=Tenancy(
            landlord="Boligforeningen",
            address="Lærkevej 12",
            municipality="Hvidovre Kommune",
            rent_per_month=Decimal(7600),
        ),
        arrears=Arrears(
            rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600)),),
            letter=letter,
            letter_arrived=arrived,
        ),
    )


def page(of: Case, *, on: date = TODAY, plan: PlanTest | None = None):
    return emergency(Record(case=of), on=on, templates=LETTERS, rates=RATES, plan=plan)


def a_plan(verdict: PlanVerdict) -> PlanTest:
    return PlanTest(
        on=TODAY,
        verdict=verdict,
        standing=Standing.PROPOSAL,
        total=Decimal(7600),
        instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(7600)),),
        conditions=(),
        lowest=None,
        curve=(),
        breaks_when=(),
        premises=(),
        alternatives=(),
    )


def everything_said(answer) -> str:
    letters = (answer.call_script, answer.landlord_letter, answer.application)
    return " ".join(
        [
            *answer.meaning,
            *answer.by_right,
            *answer.by_goodwill,
            *answer.warnings,
            *(t.what for t in answer.todos),
            *(p for letter in letters for p in (letter.subject, *letter.paragraphs)),
        ]
    )


def test_a_paakrav_gives_the_last_day_the_days_left_and_the_exact_amount():
    answer = page(case())

    assert answer.last_day == date(2026, 12, 1)
    assert answer.days_left == 11
    assert answer.total == Decimal(7600)
    assert "7.600\u00a0kr. senest tirsdag den 1. december 2026" in answer.by_right[0]


def test_what_was_paid_since_the_landlord_stated_the_arrears_is_not_asked_for_again():
    stated = date(2026, 11, 18)
    row = replace(case().arrears.rows[0], amount=Decimal(8100))
    owes = replace(case(), arrears=replace(case().arrears, rows=(row,), stated_on=stated))
    paid = PlanPayment(id="b1", due=date(2026, 12, 1), paid_on=date(2026, 11, 19), amount=Decimal(2000))
    of = replace(owes, agreement=Agreement(instalments=(), payments=(paid,)))
    answer = page(of)

    assert answer.total == Decimal(6100)
    assert "Betal 6.100\u00a0kr." in answer.by_right[0]
    assert "8.100" not in everything_said(answer)
    assert "6.100\u00a0kr.: husleje for november 2026, hvoraf 2.000\u00a0kr. er betalt" in everything_said(answer)
    assert ("Betalt siden", "-2.000\u00a0kr.") in [
        (name, amount.replace("\u2212", "-")) for name, amount in owed(answer)
    ]
    assert owed(answer)[-1] == ("I alt", "6.100\u00a0kr.")


def test_the_fee_of_the_year_is_shown_until_it_stands_among_the_rows():
    with_fee = case()
    fee = ArrearsRow(id="r2", kind=ArrearsKind.FEE, amount=Decimal(335))
    with_fee = replace(with_fee, arrears=replace(with_fee.arrears, rows=(*with_fee.arrears.rows, fee)))

    assert page(case()).fee.value == 335
    assert page(case(arrived=date(2027, 1, 8))).fee.value == 344
    assert page(with_fee).fee is None
    assert page(case(Letter.RYKKER)).fee is None


def test_a_rykker_starts_no_clock():
    answer = page(case(Letter.RYKKER))

    assert answer.last_day is None
    assert answer.days_left is None
    assert "En rykker starter ingen frist" in answer.meaning[0]


@pytest.mark.parametrize("letter", [Letter.OPHAEVELSE, Letter.FOGED])
def test_after_the_ophaevelse_only_goodwill_is_left(letter):
    answer = page(case(letter))

    assert answer.last_day is None
    assert not any("Betal" in text for text in answer.by_right)
    assert any("Udlejer kan vælge" in text for text in answer.by_goodwill)
    assert any(
        "trække ophævelsen tilbage" in text for text in (*answer.landlord_letter.paragraphs, answer.todos[0].what)
    )


def test_the_latest_step_decides_whatever_letter_was_typed():
    terminated = replace(case(), arrears=replace(case().arrears, ophaevelse_arrived=date(2026, 11, 19)))

    assert page(terminated).letter is Letter.OPHAEVELSE
    assert page(terminated).last_day is None


def test_a_paakrav_on_a_row_is_enough():
    row = replace(case().arrears.rows[0], paakrav_arrived=date(2026, 11, 17))
    answer = page(replace(case(), arrears=Arrears(rows=(row,))))

    assert answer.letter is Letter.PAAKRAV
    assert answer.last_day == date(2026, 12, 1)
    assert "den 17. november 2026" in answer.landlord_letter.paragraphs[0]


def test_the_application_asks_for_81_and_81_a_at_once():
    text = " ".join(page(case()).application.paragraphs)

    assert "§ 81." in text
    assert "§ 81 a" in text
    assert "112-13" in text
    assert page(case()).application.to == "Hvidovre Kommune"


def test_what_is_not_known_becomes_a_line_to_write_on_and_is_named_as_missing():
    answer = page(replace(case(), tenancy=Tenancy(), arrears=Arrears(letter=Letter.PAAKRAV)))

    assert answer.application.to == f"{BLANK} Kommune"
    assert "case.tenancy.municipality" in answer.missing
    assert "case.arrears.letter_arrived" in answer.missing
    assert "case.arrears.rows" in answer.missing
    assert "case.persons[p1].phone" in answer.missing


def test_an_empty_case_is_a_page_and_not_a_crash():
    answer = page(Case())

    assert answer.letter is Letter.NONE
    assert answer.todos[0].what.startswith("Find brevet")


def test_nothing_is_ever_promised_and_the_words_are_the_right_ones():
    for letter in Letter:
        said = everything_said(page(case(letter), plan=a_plan(PlanVerdict.HOLDS))).lower()
        assert "du har ret til" not in said
        assert "opsigelse" not in said.replace("ikke en opsigelse", "")
        assert "garanter" not in said
        assert "kr.." not in said


def test_children_are_told_by_age_and_never_by_name():
    said = everything_said(page(case()))

    assert "2 børn (5 og 8 år)" in said
    assert "Alma" not in said
    assert children_text(replace(case(), persons=()), TODAY) == ""
    grown = Person(id="p4", role=Role.CHILD, born=date(2008, 1, 1))
    assert children_text(replace(case(), persons=(grown,)), TODAY) == ""


def test_a_plan_is_offered_only_where_it_holds():
    assert any("Jeg foreslår" in p for p in page(case(), plan=a_plan(PlanVerdict.TIGHT)).landlord_letter.paragraphs)
    assert not any(
        "Jeg foreslår" in p for p in page(case(), plan=a_plan(PlanVerdict.BREAKS)).landlord_letter.paragraphs
    )
    assert not any("Jeg foreslår" in p for p in page(case()).landlord_letter.paragraphs)


def test_the_steps_are_in_the_order_of_their_days_with_the_running_rent_among_them():
    todos = page(case()).todos

    assert [t.by for t in todos] == sorted(t.by for t in todos)
    assert todos[0].by == TODAY
    assert any("huslejen for december 2026" in t.what and t.by == date(2026, 12, 1) for t in todos)


def test_when_the_day_has_passed_it_says_pay_at_once_and_asks_nobody_to_pay_in_the_past():
    answer = page(case(), on=date(2026, 12, 3))

    assert answer.days_left == -2
    assert any("Fristen er gået" in w for w in answer.warnings)
    assert all(t.by >= date(2026, 12, 3) for t in answer.todos)


def test_help_from_family_is_warned_about_before_statements_are_sent():
    helped = replace(case(), income=(Income(id="i1", kind="netvaerk", amount=Decimal(500)),))

    assert any("104-16" in w for w in page(helped).warnings)


def test_a_tenancy_of_another_kind_gets_no_day_but_a_warning():
    other = replace(case(), tenancy=replace(case().tenancy, kind="fremleje"))
    answer = page(other)

    assert answer.last_day is None
    assert any("“fremleje”" in w for w in answer.warnings)


def test_next_steps_leave_out_what_stands_there_already_and_get_ids_of_their_own():
    record = Record(case=case())
    answer = page(case())
    proposed = next_steps(record, on=TODAY, emergency=answer, plan=a_plan(PlanVerdict.HOLDS))
    kept = Todo(id="n7", who=proposed[0].who, what=proposed[0].what, by=proposed[0].by)
    again = next_steps(
        Record(case=replace(case(), conversation=Conversation(next_steps=(kept,)))), on=TODAY, emergency=answer
    )

    assert proposed[0].what not in {t.what for t in again}
    assert len({t.id for t in (*again, kept)}) == len(again) + 1
    assert any("skriftligt ja" in t.what for t in proposed)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('title="a"\nto="b"\nsubject="c"\nparagraphs=[{text="{navn}"}]', "{navn}"),
        ('title="a"\nto="b"\nsubject="c"\nparagraphs=[{text="x", letters=["opsigelse"]}]', "opsigelse"),
        ('title="a"\nto="b"\nparagraphs=[]', "subject"),
        ('title="a"\nto="b"\nsubject="c"\nhilsen="d"\nparagraphs=[]', "hilsen"),
        ("title=", "brev.toml"),
    ],
)
def test_a_letter_with_a_field_or_key_nobody_knows_is_refused_by_name(tmp_path, text, named):
    (tmp_path / "brev.toml").write_text(text, "utf-8")

    with pytest.raises(BadInputError) as error:
        load_letters(tmp_path)
    assert named in str(error.value)


def test_on_the_last_day_itself_the_deadline_has_not_passed():
    answer = page(case(), on=date(2026, 12, 1))

    assert answer.days_left == 0
    assert not any("Fristen er gået" in w for w in answer.warnings)
    assert (answer.title, answer.meaning) == (page(case()).title, page(case()).meaning)
    assert any("senest" in way for way in answer.by_right)
    assert page(case(), on=date(2026, 12, 2)).title != answer.title


def test_a_month_among_the_arrears_is_not_asked_for_again_as_running_rent():
    both = case()
    december = replace(both.arrears.rows[0], id="r2", month=Month(2026, 12))
    both = replace(both, arrears=replace(both.arrears, rows=(*both.arrears.rows, december)))

    assert any("huslejen for januar 2027" in t.what for t in page(both).todos)
    assert not any("huslejen for december 2026" in t.what for t in page(both).todos)
