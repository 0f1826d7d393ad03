"""Gældsoversigten: what is paid first and why, in plain words, on one or two pages, and never a wrong comfort."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from pdf_reading import one_line, page_texts
from readability import PLAIN, lix

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.case import Case, Person, WayTried
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis, Role
from budgetdesk.readers.case_file import load_case
from budgetdesk.readers.debts import load_debt_rules

DAY = date(2026, 11, 20)
DEBTS = (
    Debt(
        id="d1", creditor="Banken", kind="banklaan", balance=Decimal(40_000), instalment=Decimal(600), rate=Decimal(9)
    ),
    Debt(
        id="d2",
        creditor="Inkasso A/S",
        kind="inkasso",
        balance=Decimal(2_300),
        basis=DebtBasis.INVOICE,
        due_since=date(2022, 10, 1),
        reminder_fees=Decimal(400),
    ),
    Debt(id="d3", creditor="Gældsstyrelsen", kind="gaeldsstyrelsen", balance=Decimal(12_000)),
    Debt(id="d4", kind="forsyning"),
)


@cache
def sample() -> Case:
    return load_case(Path("resources/sample/case.json"), today=DAY).case


def paper(case: Case) -> bytes:
    record = Record(case=case)
    return catalogue.make("gaeldsoversigt", record, look(record, DAY, load_library()), on=DAY)


@cache
def flat() -> str:
    return one_line(paper(replace(sample(), debts=DEBTS))).replace("\u00a0", " ")


def test_the_home_stands_before_the_light_and_both_before_what_can_wait() -> None:
    places = [
        flat().index(name)
        for name in ("Boligforeningen Lærkely", "El, varme eller vand", "Det her kan vente", "Banken")
    ]

    assert places == sorted(places)
    assert "Du kan miste hjemmet" in flat()


def test_one_adult_is_not_spoken_to_as_several_and_two_are() -> None:
    case = replace(sample(), debts=(*DEBTS, Debt(id="d5", kind="beboerindskudslaan", balance=Decimal(900))))
    two = replace(case, persons=(*case.persons, Person(id="p9", role=Role.PARTNER, name="Ib")))
    plural = re.compile(r"(?<=[a-zæøå,] )I (?!alt|dag|bliver enige)|(?<=[.?:•–] )I (?=kan|har|skal)|\bjer\b|\bjeres\b")

    assert plural.findall(one_line(paper(case))) == []
    assert "I kan miste hjemmet" in one_line(paper(two))


def test_the_sums_say_what_they_leave_out() -> None:
    assert "Gælden er 62.235 kr. i alt. Der bliver betalt 600 kr. af om måneden." in flat()
    assert "1 gæld er ikke med, fordi beløbet mangler." in flat()


def test_a_doubt_stands_with_the_paragraph_and_what_to_do() -> None:
    assert "Der kræves 400 kr. i rykkergebyrer." in flat()
    assert "Bed dem trække 100 kr. fra. (Renteloven § 9 b, stk. 2)" in flat()
    assert "Betal ikke, og skriv ikke under" in flat()


def test_nobody_is_told_that_gaeldsstyrelsen_cannot_take_the_wage() -> None:
    """A shop cannot; Gældsstyrelsen may. The names stand before what they cannot do."""
    below = flat()[flat().index("Det kan de ikke") :]
    sentences = [part for part in re.split(r"•", below) if "kan ikke tage lønnen, før den er udbetalt" in part]

    assert len(sentences) == 1
    assert "Banken" in sentences[0]
    assert "Gældsstyrelsen" not in sentences[0]


def test_a_debt_that_may_have_lapsed_has_no_last_day_to_come() -> None:
    assert "Kan være forældet siden 1. oktober 2025. Spørg, før du betaler." in flat()


def test_how_many_kinds_were_talked_about_is_said() -> None:
    kinds = [guide.kind for guide in load_debt_rules().asked]

    def told(number: int) -> str:
        asked = tuple(WayTried(id=kind, answer=False) for kind in kinds[:number])
        return one_line(paper(replace(sample(), conversation=replace(sample().conversation, debts_asked=asked))))

    assert "Vi har talt om 3 af 19 slags gæld." in told(3)
    assert "Vi har talt om alle slags gæld." in told(19)


def test_twenty_debts_with_doubts_take_at_most_three_pages_and_few_two() -> None:
    many = tuple(replace(DEBTS[1], id=f"d{n}", creditor=f"Kreditor nummer {n}") for n in range(20))

    assert len(page_texts(paper(replace(sample(), debts=DEBTS)))) <= 2
    assert len(page_texts(paper(replace(sample(), debts=many)))) <= 4
    assert "mere. Spørg os om dem." in one_line(paper(replace(sample(), debts=many)))


def test_nothing_owed_is_said_in_one_sentence() -> None:
    assert "Der er ikke skrevet nogen gæld op." in one_line(paper(Case()))


def test_the_words_are_plain() -> None:
    told = texts.load("gaeldsoversigt")
    own = [told["lead"], told["none"], *told["care"]["points"], told["doubt"]["lead"], told["time"]["note"]]
    kinds = [f"{guide.reason} {guide.ask_where}" for guide in load_debt_rules().guides.values()]

    assert lix(" ".join(own)) <= PLAIN
    assert lix(" ".join(kinds)) <= PLAIN
    assert "har ret til" not in flat()
    assert "opsig" not in " ".join(own)


@pytest.mark.parametrize("number", [1, 2])
def test_a_long_name_and_millions_fit(number: int) -> None:
    name = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund " * number
    case = replace(sample(), debts=(Debt(id="d1", creditor=name, balance=Decimal("1234567.89")),))

    assert "1.234.567,89 kr." in one_line(paper(case)).replace("\u00a0", " ")
