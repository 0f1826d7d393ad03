"""The annex of the agreement: what was tried, what would be enough, and what is left for creditors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import document_household as sample
from pdf_reading import one_line

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.agreement_annex_pdf import agreement_annex_pdf
from budgetdesk.household.agreement import Instalment
from budgetdesk.planning.plan import Closing, DayBalance, PlanOption, PlanTest, PlanVerdict, StressRow
from budgetdesk.readers.case_file import load_case

HOUSEHOLDS = Path(__file__).parent.parent / "planning" / "households"
BILL = StressRow(
    kind="bill",
    size=Decimal(1500),
    holds=False,
    breaks_on=date(2027, 1, 17),
    missing=Decimal("214.50"),
    limit=Decimal(600),
)


def annex(plan: PlanTest) -> str:
    return one_line(agreement_annex_pdf(sample.record().case, sample.answers(plan=plan), on=sample.TODAY))


def test_what_was_tried_is_a_small_table_in_words() -> None:
    rent = StressRow(kind="rent_rises_percent", size=Decimal(5), holds=True)
    text = annex(replace(sample.plan(), stress=(rent, BILL), assumed=("Nye satser kendes ikke endnu.",)))

    assert "Det har vi prøvet" in text
    assert "Huslejen stiger 5 % Holder" in text
    assert "En uventet regning på 1.500 kr. i den værste måned Bryder 17. januar: der mangler 214,50 kr." in text
    assert "Nye satser kendes ikke endnu." in text


def test_of_a_plan_that_breaks_it_says_what_would_be_enough() -> None:
    option = PlanOption(
        name="shortest",
        instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(500)),) * 4,
        verdict=PlanVerdict.HOLDS,
        lowest=DayBalance(date(2026, 11, 30), Decimal(750)),
        luft_per_month=Decimal(120),
    )
    found = Closing(kind="spared", titles=("Streaming <tv>",), amounts=(Decimal(149),), paths=(), option=option)
    text = annex(replace(sample.plan(verdict=PlanVerdict.BREAKS), closes_when=(found,)))

    assert "Det ville være nok" in text
    assert "Uden Streaming <tv> (149 kr. om måneden) holder en plan på fire rater." in text


def test_what_is_left_for_creditors_stands_line_by_line() -> None:
    case = load_case(HOUSEHOLDS / "enlig_holder.json", today=sample.TODAY).case
    overview = memory_desk(Record(case=case), sample.TODAY).overview
    text = one_line(agreement_annex_pdf(case, overview, on=sample.TODAY))

    assert "Penge til afdrag om måneden" in text
    assert "Til rådighed til afdrag 2.956,67 kr." in text
    assert "Sparbanken" in text
