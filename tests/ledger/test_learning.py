"""Learning for all cases: shops and firms are kept, persons never."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Need, Role
from budgetdesk.ledger.learning import forget, from_json, household_names, learn, lesson, taught, to_json
from budgetdesk.ledger.sorting import sort_text
from budgetdesk.ledger.spending import Transaction
from budgetdesk.readers.rules import load_rules

RULES = load_rules()
OUT = Decimal(-100)


def placed(text: str, *, line: str = "806", amount: Decimal = OUT, by_hand: bool = True) -> Transaction:
    return Transaction(
        id="b-1",
        batch="b",
        date=date(2026, 10, 1),
        text=text,
        amount=amount,
        line=line,
        need=Need.NICE,
        by_hand=by_hand,
    )


@pytest.mark.parametrize(
    "text",
    [
        "MobilePay Jens Hansen",
        "MobilePay Zorba Taverna",
        "Overførsel Yildiz Demir",
        "Til Yildiz Demir",
        "Visa/Dankort Salon Lone 1234",
        "Dankort-nota Hansens Blomster Petersen",
        "BS betaling Skovgaard Revision",
        "Yildiz Demir",
        "Betaling jens@firma.dk",
        "Visa/Dankort 1234",
        "Dankort-nota AB 99",
        "Faktura 123456",
    ],
)
def test_what_may_point_at_a_person_or_says_nothing_is_not_learned(text):
    found = lesson(placed(text), RULES, {"nadia", "skovgaard"})

    assert found.rule is None
    assert found.said.endswith("Rettelsen gælder kun i denne sag.")


@pytest.mark.parametrize("line", ["", "990", "991", "992"])
def test_cash_persons_and_own_transfers_are_not_learned(line):
    assert lesson(placed("Visa/Dankort Zorba Taverna", line=line), RULES).rule is None


def test_only_what_a_person_has_placed_is_learned():
    assert lesson(placed("Visa/Dankort Zorba Taverna", by_hand=False), RULES).rule is None


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Visa/Dankort ZORBA TAVERNA 4711", "Dankort-nota Zorba Taverna 9 12.08"),
        ("BS betaling Qvist Revision ApS 12345678", "Qvist Revision ApS"),
        ("ZORBA.DK", "zorba.dk 77"),
    ],
)
def test_a_shop_is_known_again_in_another_case_whatever_numbers_stand_behind_it(text, again):
    found = lesson(placed(text), RULES)
    assert found.rule is not None
    rules = taught(RULES, (found.rule,))

    guess = sort_text(again, OUT, "", rules)

    assert (guess.line, guess.need) == ("806", Need.NICE)
    assert "anden sag" in guess.why
    assert sort_text(again, -OUT, "", rules).line != "806"


@given(st.text(max_size=40), st.sampled_from(["Visa/Dankort ", "BS ", "MobilePay ", ""]))
def test_no_number_is_ever_learned(text, before):
    rule = lesson(placed(before + text), RULES).rule

    assert rule is None or not any(c.isdigit() for c in rule.key + rule.name)


@given(st.sampled_from(sorted(RULES.names.first)), st.text("abc 1", max_size=8))
def test_no_first_name_is_ever_learned(name, more):
    assert lesson(placed(f"Visa/Dankort {name} {more}"), RULES).rule is None


def test_names_of_the_household_are_its_words():
    case = Case(persons=(Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard Å.", born=date(1990, 1, 1)),))

    assert household_names(case) == {"nadia", "skovgaard", "aa"}


def test_rules_go_to_json_and_back_and_the_last_word_counts():
    one = lesson(placed("Visa/Dankort Zorba Taverna"), RULES).rule
    two = lesson(placed("Visa/Dankort Zorba Taverna", line="708"), RULES).rule
    assert one is not None
    assert two is not None
    learned = learn(learn((), one), two)

    assert learned == (two,)
    assert from_json(to_json(learned)) == learned
    assert forget(learned, two.key) == ()


@pytest.mark.parametrize(
    "value", [None, 3, "x", [1], [{"key": "out x"}], [{"key": "a1", "name": "", "line": "", "need": "need"}]]
)
def test_a_setting_that_is_no_rule_is_left_out(value):
    assert from_json(value) == ()
