"""Laws that hold for each benefit, tried on households nobody would think of; `make benefits-campaign` tries 10,000."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from any_household import any_case, any_day, unknown_facts, with_fact

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import CATALOGUE, assess_all
from budgetdesk.benefits.findings import find_all
from budgetdesk.benefits.received import received
from budgetdesk.casework.benefit_days import benefit_days
from budgetdesk.errors import CaseFileError
from budgetdesk.household.case import Case
from budgetdesk.household.plausible import doubts
from budgetdesk.readers.case_file import dump_case, parse_case
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
NUMBERS = range(int(os.environ.get("BUDGETDESK_HOUSEHOLDS", "150")))
TRIES = 3
"""So often the unknown facts of a no are filled in."""
BLOCKS = [NUMBERS[at : at + 25] for at in range(0, len(NUMBERS), 25)]
each_block = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block[0]}-{block[-1]}")


def household(number: int) -> tuple[Random, Case, date]:
    random = Random(number)  # noqa: S311 - households, not secrets
    day = any_day(random)
    return random, any_case(random, day), day


def amounts(answer: Assessment) -> list[Decimal]:
    return [a for a in (answer.amount_per_month, answer.lowest, answer.highest, answer.once) if a is not None]


@each_block
def test_never_fails_never_owes_and_says_why(block):
    for number in block:
        _, case, day = household(number)
        for answer in assess_all(case, day, RATES):
            where = f"household {number}: {answer.benefit} {answer.verdict} on {day}"
            assert all(amount >= 0 for amount in amounts(answer)), where
            if answer.lowest is not None and answer.highest is not None:
                assert answer.lowest <= answer.highest, where
            assert answer.summary, where
            if answer.verdict is Verdict.NO:
                assert not answer.missing_facts, where
                # A repealed law whose last claim has lapsed is the one no that nothing can change.
                assert answer.look_again or answer.benefit == "paragraf_34", where
            elif answer.benefit not in received(case, day):
                # What the household has already is compared: "I får ..., beregnet ...".
                assert "relevant" in answer.summary or "beregnet" in answer.summary, f"{where}: {answer.summary}"


@each_block
def test_no_means_no_whatever_the_unknown_facts_turn_out_to_be(block):
    for number in block:
        random, case, day = household(number)
        for benefit in CATALOGUE:
            if benefit.assess(case, day, RATES).verdict is not Verdict.NO:
                continue
            unknown = unknown_facts(benefit.name, case, day)
            for _ in range(TRIES if unknown else 0):
                told = case
                for path in unknown:
                    told = with_fact(random, told, path, day)
                found = benefit.assess(told, day, RATES)
                if "ikke regne på dagen" in found.summary:
                    continue  # a figure of that scheme and year is not known: that says nothing about the household
                assert found.verdict is Verdict.NO, (
                    f"household {number}: {benefit.name} was no on {day}, and is {found.verdict} with {unknown}: "
                    f"{found.summary}"
                )


@each_block
def test_findings_days_and_doubts_follow_for_every_household(block):
    for number in block:
        _, case, day = household(number)
        found = find_all(case, day, RATES, narrow=number % 10 == 0)
        assert found.total >= 0
        assert found.doubt_highest is None or found.doubt_highest >= found.doubt_lowest >= 0
        assert all(one.day > day for one in benefit_days(assess_all(case, day, RATES), case, day))
        assert all(doubt.text for doubt in doubts(case, day))


def boligstoette(case: Case, day: date) -> Assessment:
    return assess_all(case, day, RATES, only="boligstoette")[0]


@each_block
def test_boligstoette_never_rises_with_wealth_and_never_falls_with_the_rent(block):
    for number in block:
        random, case, day = household(number)
        before = boligstoette(case, day)
        if before.verdict is not Verdict.YES or case.tenancy.rent_per_month is None:
            continue
        more = Decimal(random.randrange(1, 900_000))
        richer = boligstoette(replace(case, wealth=replace(case.wealth, net=case.wealth.net + more)), day)
        assert (richer.amount_per_month or 0) <= before.amount_per_month, f"household {number}: {more} kr more wealth"
        rent = case.tenancy.rent_per_month + Decimal(random.randrange(1, 3_000))
        dearer = boligstoette(replace(case, tenancy=replace(case.tenancy, rent_per_month=rent)), day)
        assert (dearer.amount_per_month or 0) >= before.amount_per_month, f"household {number}: rent {rent}"


def test_the_same_household_gives_the_same_answer_after_a_case_file():
    for number in range(10):
        _, case, day = household(number)
        try:
            again = parse_case(dump_case(case), today=day).case
        except CaseFileError:
            continue  # such a household cannot be entered, and so not be asked about
        assert assess_all(again, day, RATES) == assess_all(case, day, RATES)
