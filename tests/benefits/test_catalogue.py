"""Every benefit is in the catalogue, has a spec page and tests, and answers in the order that matters."""

import importlib
import pkgutil
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from families import DAY, family

import budgetdesk.benefits
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.catalogue import CATALOGUE, assess_all
from budgetdesk.benefits.guide import question_for
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Arrears, ArrearsRow, Case
from budgetdesk.household.words import Letter
from budgetdesk.readers.case_file import load_case
from budgetdesk.readers.guides import load_guides, load_questions
from budgetdesk.readers.rates import load_rates

ROOT = Path(__file__).parents[2]
HOUSEHOLDS = sorted((Path(__file__).parent / "households").glob("*.json"))
WHOLE_LISTS = {"persons", "income", "arrears.rows", "expenses"}
"""Entered row by row on a page of their own, not asked in one question."""
MODULES = [m.name for m in pkgutil.iter_modules(budgetdesk.benefits.__path__)]
RULES = [name for name in MODULES if hasattr(importlib.import_module(f"budgetdesk.benefits.{name}"), "assess")]


def names(case: Case) -> list[str]:
    return [answer.benefit for answer in assess_all(case, DAY, load_rates())]


def owing(**facts) -> Case:
    return replace(family(), arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(7600)),), **facts))


def test_every_rule_file_is_in_the_catalogue():
    assert sorted(RULES) == sorted(benefit.name for benefit in CATALOGUE)


@pytest.mark.parametrize("name", RULES)
def test_every_benefit_has_a_spec_page_that_its_rule_names(name):
    assert (ROOT / "docs" / "benefits" / f"{name}.md").is_file()
    assert f"docs/benefits/{name}.md" in (importlib.import_module(f"budgetdesk.benefits.{name}").__doc__ or "")


@pytest.mark.parametrize("name", RULES)
def test_every_benefit_has_tests(name):
    folder = Path(__file__).parent
    tests = "\n".join(path.read_text("utf-8") for path in folder.glob("test_*.py"))

    named = any(name in path.stem for path in folder.glob("test_*.py"))
    assert named or re.search(rf"\b{name}\.assess\(|\brule\b.*\b{name}\b", tests)


def test_every_benefit_has_a_guide_and_every_guide_a_benefit():
    assert set(load_guides()) == {benefit.name for benefit in CATALOGUE}


def test_every_fact_that_a_guide_asks_for_has_a_question_in_plain_danish():
    asked = {pattern for guide in load_guides().values() for pattern in guide.questions}

    assert not {
        p for p in asked if p not in load_questions() and f"{p.partition('[')[0]}[row].amount" not in load_questions()
    }


@pytest.mark.parametrize("household", HOUSEHOLDS, ids=lambda path: path.stem)
def test_every_fact_that_is_missing_in_a_sample_household_can_be_asked_for(household):
    case = load_case(household, today=DAY).case

    for answer in assess_all(case, DAY, load_rates()):
        for path in answer.missing_facts:
            assert path in WHOLE_LISTS or question_for(path, case, load_questions()), (answer.benefit, path)


def test_boligstoette_stands_first_in_quiet_times():
    assert names(family())[0] == "boligstoette"


@pytest.mark.parametrize("case", [owing(), owing(letter=Letter.PAAKRAV), owing(ophaevelse_arrived=date(2026, 11, 19))])
def test_the_rescue_stands_first_when_the_home_is_at_stake(case):
    assert names(case)[:3] == ["paragraf_81_a", "paragraf_81", "boligstoette"]


def test_answers_one_benefit_alone_when_asked():
    answers = assess_all(family(), DAY, load_rates(), only="paragraf_34")

    assert [answer.benefit for answer in answers] == ["paragraf_34"]


def test_answers_several_benefits_in_the_order_of_the_catalogue():
    answers = assess_all(family(), DAY, load_rates(), only=("paragraf_34", "boligstoette"))

    assert [answer.benefit for answer in answers] == ["boligstoette", "paragraf_34"]


def test_refuses_the_name_of_a_benefit_it_does_not_know():
    with pytest.raises(BadInputError, match=r"“lottogevinst” findes ikke.*boligstoette, "):
        assess_all(family(), DAY, load_rates(), only="lottogevinst")


def test_answers_with_unknown_when_nobody_has_been_entered():
    answers = assess_all(Case(), DAY, load_rates())

    assert len(answers) == len(CATALOGUE)
    assert all(a.verdict is Verdict.UNKNOWN and a.missing_facts == ("persons",) for a in answers)


KINDS_OF_CASE = {
    "nobody": Case(),
    "a family": family(),
    "no rent": family(rent=None),
    "well off": family(income=60000),
    "in arrears": owing(letter=Letter.PAAKRAV),
}
DAYS = (date(2009, 1, 1), date(2019, 5, 1), date(2025, 8, 1), date(2026, 3, 1), DAY, date(2027, 1, 1))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("case", KINDS_OF_CASE.values(), ids=KINDS_OF_CASE)
def test_no_answer_promises_or_has_amounts_in_its_texts_and_a_no_says_when_to_look_again(case, day):
    for answer in assess_all(case, day, load_rates()):
        texts = [
            answer.summary,
            *(s.text for s in (*answer.steps, *answer.checklist)),
            *(look.why for look in answer.look_again),
        ]

        assert not any("har ret til" in text for text in texts), answer.benefit
        assert not any(re.search(r"\d\s*kr\b", text) for text in texts), answer.benefit
        assert answer.title, answer.benefit
        if answer.verdict is Verdict.NO:
            assert answer.look_again, answer.benefit
        else:
            assert "kan være relevant" in answer.summary, answer.benefit
