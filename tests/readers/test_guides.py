"""The guides and the questions: those that ship load, and a file that breaks a rule is refused by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from budgetdesk.benefits.guide import Question, expand, question_for
from budgetdesk.errors import GuideFileError
from budgetdesk.household.case import Case, Income, Person
from budgetdesk.household.words import Role
from budgetdesk.readers.guides import load_guides, load_questions

GUIDE = """
title = "Varmetillæg"
group = "pension"
order = 40
law = "Lov om social pension § 14, stk. 2"
decided_by = "Udbetaling Danmark"
how_to_apply = "Søg på borger.dk."
usual_days = 56
usual_days_source = "Ældre Sagen"
follow_up = "Fik I varmetillæg?"
documents = ["Varmeregnskab"]
questions = ["persons[adult].pension_granted", "circumstances.heating_cost"]
form_asks = [ { label = "Varmeudgift", fact = "circumstances.heating_cost" } ]
"""
QUESTIONS = """
["circumstances.heating_cost"]
ask = "Hvad koster varmen om året?"
help = "Det står på varmeregnskabet."
unit = "kr/år"
"""


def folder_with(tmp_path: Path, text: str, name: str = "varmetillaeg.toml") -> Path:
    (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_reads_a_guide_with_its_questions_and_its_form(tmp_path):
    guide = load_guides(folder_with(tmp_path, GUIDE))["varmetillaeg"]

    assert (guide.benefit, guide.title, guide.usual_days) == ("varmetillaeg", "Varmetillæg", 56)
    assert guide.questions == ("persons[adult].pension_granted", "circumstances.heating_cost")
    assert [(asked.label, asked.fact) for asked in guide.form_asks] == [("Varmeudgift", "circumstances.heating_cost")]


def test_guides_come_in_the_order_they_ask_for(tmp_path):
    folder_with(tmp_path, GUIDE, "a.toml")
    folder_with(tmp_path, GUIDE.replace("order = 40", "order = 5"), "b.toml")

    assert list(load_guides(tmp_path)) == ["b", "a"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('law = "Lov om social pension § 14, stk. 2"\n', "", "“law” mangler"),
        ("order = 40", "order = 40\ncolour = 3", "“colour” kendes ikke"),
        ('group = "pension"', 'group = "money"', "“money” kendes ikke"),
        ("order = 40", 'order = "first"', "“order” skal være et helt tal"),
        ("usual_days = 56\n", "", "hører sammen"),
        ('title = "Varmetillæg"', 'title = " "', "“title” skal være en tekst"),
        ('documents = ["Varmeregnskab"]', 'documents = "Varmeregnskab"', "liste af tekster"),
        ("persons[adult].pension_granted", "persons[adult].pension", "“persons[adult].pension” findes ikke"),
        ("persons[adult].pension_granted", "persons[dog].pension_granted", "findes ikke"),
        ("persons[adult].pension_granted", "circumstances.heating_cost", "står to gange"),
        ('fact = "circumstances.heating_cost"', 'fact = "circumstances.cooling_cost"', "findes ikke"),
        ('label = "Varmeudgift", ', "", "form_asks: “label” mangler"),
        ("order = 40", "order = ", "kan ikke læses"),
    ],
)
def test_refuses_a_broken_guide_and_says_which_and_what(tmp_path, old, new, said):
    assert old in GUIDE
    folder = folder_with(tmp_path, GUIDE.replace(old, new))

    with pytest.raises(GuideFileError, match=r"varmetillaeg\.toml") as refused:
        load_guides(folder)

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("heating_cost", "cooling_cost", "findes ikke i en sag"),
        ('ask = "Hvad koster varmen om året?"\n', "", "“ask” mangler"),
        ('unit = "kr/år"\n', "", "“unit” mangler"),
        ('unit = "kr/år"', 'unit = "kroner"', "“kroner” kendes ikke"),
        ('unit = "kr/år"', 'unit = "kr/år"\nhint = "x"', "“hint” kendes ikke"),
        ('help = "Det står på varmeregnskabet."', "help = 3", "“help” skal være en tekst"),
    ],
)
def test_refuses_a_broken_question_and_says_which_and_what(tmp_path, old, new, said):
    assert old in QUESTIONS
    folder = folder_with(tmp_path, QUESTIONS.replace(old, new), "pension.toml")

    with pytest.raises(GuideFileError, match=r"pension\.toml") as refused:
        load_questions(folder)

    assert said in str(refused.value)


def test_refuses_a_fact_that_is_asked_for_twice_over_all_files(tmp_path):
    folder_with(tmp_path, QUESTIONS, "home.toml")
    folder_with(tmp_path, QUESTIONS, "pension.toml")

    with pytest.raises(GuideFileError, match=r"pension\.toml: .*home\.toml"):
        load_questions(tmp_path)


FAMILY = Case(
    persons=(Person(id="p1", role=Role.TENANT, born=date(1989, 4, 12)), Person(id="p2", role=Role.CHILD)),
    income=(Income(id="i1", kind="loen"), Income(id="i2", kind="feriepenge")),
)


def test_a_pattern_stands_for_each_person_of_its_kind_and_each_row():
    assert expand("persons[adult].pension_granted", FAMILY) == ("persons[p1].pension_granted",)
    assert expand("persons[child].child.childcare", FAMILY) == ("persons[p2].child.childcare",)
    assert expand("persons[person].born", FAMILY) == ("persons[p1].born", "persons[p2].born")
    assert expand("income[feriepenge].amount", FAMILY) == ("income[i2].amount",)
    assert expand("arrears.rows[row].amount", FAMILY) == ("arrears.rows",)
    assert expand("tenancy.area_m2", FAMILY) == ("tenancy.area_m2",)


def test_finds_the_question_of_a_single_fact_by_who_it_is_about():
    asked = {
        path: Question(path=path, ask="?", unit="dag")
        for path in ("persons[adult].born", "persons[child].born", "tenancy.area_m2", "income[row].amount")
    }

    def pattern(path: str) -> str | None:
        found = question_for(path, FAMILY, asked)
        return found and found.path

    assert pattern("persons[p1].born") == "persons[adult].born"
    assert pattern("persons[p2].born") == "persons[child].born"
    assert pattern("tenancy.area_m2") == "tenancy.area_m2"
    assert pattern("income[i1].amount") == "income[row].amount"
    assert pattern("persons[p1].name") is None


def test_what_ships_loads():
    assert isinstance(load_guides(), dict)
    assert isinstance(load_questions(), dict)
