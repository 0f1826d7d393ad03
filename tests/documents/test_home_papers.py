"""The papers for everyday life of the sample household: the year, the envelopes, the budget account, the shopping."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pdf_reading import one_line, page_texts, without_code
from pypdf import PdfReader
from readability import PLAIN, lix

from budgetdesk import formats
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.budget.envelopes import living_frame
from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.case import Case, Expense, Income, LandlordAccepted, Person
from budgetdesk.household.words import Role
from budgetdesk.planning.liquidity import balances
from budgetdesk.planning.year import year_of
from budgetdesk.readers.case_file import sample_case

ON = date(2026, 11, 20)
HOME = ("aaret", "kuverter", "budgetkonto", "indkoeb")
ALL = pytest.mark.parametrize("name", HOME)
GOLDEN = Path(__file__).parent / "golden"


@cache
def seen(case: Case) -> Overview:
    library = replace(load_library(), house=House(name="Boligrådgivningen Lærkely", phone="55 50 12 20"))
    return look(Record(case=case), ON, library)


def household() -> Case:
    return sample_case(today=ON)


@cache
def pdf(name: str, case: Case) -> bytes:
    return catalogue.make(name, Record(case=case), seen(case), on=ON)


def told(name: str, case: Case | None = None) -> str:
    return one_line(pdf(name, case or household())).replace("\u00a0", " ")


@ALL
def test_the_sample_household_gets_one_page_that_reads_as_reviewed(name: str) -> None:
    """Renew with BUDGETDESK_RENEW_GOLDEN=1 and read the difference."""
    pages = page_texts(pdf(name, household()))
    text = without_code("\n\f\n".join(pages) + "\n")
    file = GOLDEN / f"{name}_familie.txt"
    if os.environ.get("BUDGETDESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")
    assert len(pages) == (2 if name == "budgetkonto" else 1)


@ALL
def test_the_adviser_and_the_number_stand_on_every_one(name: str) -> None:
    assert "Karen Mølgaard på 55 50 12 20" in told(name)


@ALL
def test_without_anything_it_says_so_and_asks_for_nothing_impossible(name: str) -> None:
    text = told(name, Case())

    assert "None" not in text
    assert re.search(r"ikke (tal nok|beløbet)|mangler at vide|står ikke i budgettet", text)


def prose(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if re.search(r"[.?]$", re.sub(r"</?b>", "", value)):
            yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "source":
                yield from prose(item)
    elif isinstance(value, list):
        for item in value:
            yield from prose(item)


@ALL
def test_the_words_are_easy_to_read_and_judge_nobody(name: str) -> None:
    words = " ".join(prose(dict(texts.load(name))))

    assert lix(words) <= PLAIN, words
    assert not re.search(r"\b(skal spare|burde|for dyrt|unødvendig)", words)


# the year


def test_the_year_shows_what_the_day_curve_has_in_each_month() -> None:
    case, text = household(), told("aaret")
    flow = seen(case).ahead
    assert flow is not None
    days = balances(flow)
    year = year_of(case, flow)
    assert year is not None
    for one in year.months:
        moved = days[flow.index(one.month.last)] - days[flow.index(one.month.first) - 1]
        left = formats.amount(Decimal(moved).scaleb(-2), oere=False)
        assert f"{formats.month(one.month).capitalize()} " in text
        assert f" {left} " in text


def test_the_picture_of_the_year_is_described_month_by_month() -> None:

    alts: list[str] = []

    def walk(element: Any) -> None:
        element = element.get_object()
        if isinstance(element, dict):
            if "/Alt" in element:
                alts.append(str(element["/Alt"]))
            for kid in element.get("/K", []) if isinstance(element.get("/K"), list) else [element.get("/K")]:
                if kid is not None and hasattr(kid, "get_object"):
                    walk(kid)

    root: Any = PdfReader(io.BytesIO(pdf("aaret", household()))).trailer["/Root"]
    walk(root["/StructTreeRoot"])

    assert len(alts) == 1
    assert alts[0].count("kr.") == 12
    assert "januar 2027 9.351" in alts[0].replace("\u00a0", " ")


def test_the_year_says_what_it_leaves_out_until_the_landlord_has_said_yes() -> None:
    case = household()
    agreed = replace(
        case, arrears=replace(case.arrears, landlord_accepted=LandlordAccepted(by="Mette", on=ON, how="mail"))
    )

    assert "Gælden til Boligforeningen Lærkely er ikke med her." in told("aaret", case)
    assert "Raterne i aftalen med Boligforeningen Lærkely er med." in told("aaret", agreed)
    assert told("aaret", agreed) != told("aaret", case)


# the envelopes


def test_the_envelopes_have_the_weeks_amount_of_the_budget() -> None:
    week = formats.kroner(seen(household()).month.for_living_per_week, oere=False)
    text = told("kuverter")

    assert text.count(f" {week} Til:".replace("\u00a0", " ")) == 4
    assert f"Til at leve for pr. uge {week}".replace("\u00a0", " ") in told("budget")


def test_the_labels_add_up_to_what_there_is_to_live_on() -> None:
    text = told("kuverter")
    weeks = [Decimal(a.replace(".", "").replace(",", ".")) for a in re.findall(r"([\d.,]+) kr\. Til:", text)]

    assert len(weeks) == 5
    assert all(one == one.to_integral_value() for one in weeks)
    assert 0 <= living_frame(seen(household()).month) - sum(weeks) < 1, "the øre stay in the account"


def test_everyday_money_that_is_drawn_by_itself_is_told_and_not_in_the_envelopes() -> None:
    case = household()
    drawn = Expense(id="ny", line="810", label="Hundens <b>foder</b>", amount=Decimal(434), pays_on="day:5")
    more = replace(case, expenses=(*case.expenses, drawn))
    before, after = (living_frame(seen(one).month) for one in (case, more))

    assert before == after, "it is everyday money: the frame is the same"
    assert "Hundens <b>foder</b> 434 kr" in told("kuverter", more)
    assert f"{formats.kroner(after - 434)} at leve for".replace("\u00a0", " ") in told("kuverter", more)


def test_nothing_to_live_on_gives_no_amounts() -> None:
    case = household()
    short = replace(case, income=tuple(replace(row, paid_out=Decimal(900), amount=Decimal(900)) for row in case.income))
    text = told("kuverter", short)

    assert "Der er ikke penge til kuverter lige nu" in text
    assert not re.search(r"\d kr\. Til:", text)


# the budget account


def test_two_payers_each_have_their_share() -> None:
    case = household()
    partner = Person(id="p9", role=Role.PARTNER, name="Omar Haddad", born=date(1987, 1, 1))
    wage = Income(id="i9", person="p9", kind="loen", amount=Decimal(9800))
    text = told("budgetkonto", replace(case, persons=(*case.persons, partner), income=(*case.income, wage)))

    assert re.search(r"Nadia Skovgaard overfører [\d.]+ kr\. hver gang", text)
    assert re.search(r"Omar Haddad overfører [\d.]+ kr\. hver gang", text)
    assert "I deler efter, hvad I hver især får ind." in text


# the shopping


def test_the_shopping_is_made_of_the_rows_of_the_budget() -> None:
    text = told("indkoeb")

    assert "Til indkøb om ugen 850 kr. Heraf mad og drikke 765 kr. Mad og drikke om dagen 109 kr." in text
    assert "Dagligvarer: mad 720" in text


def test_every_piece_of_advice_has_a_source_and_a_day() -> None:
    for one in texts.load("indkoeb")["advice"]["lines"]:
        assert one["source"]
        assert isinstance(one["seen"], date)
