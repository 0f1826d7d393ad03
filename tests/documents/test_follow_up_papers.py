"""The tenant's paper about a plan under way, and the call list as a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import document_household as sample
import pytest
from pdf_reading import one_line
from readability import PLAIN, lix

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.call_list_pdf import call_list_pdf
from budgetdesk.documents.papers.next_step_texts import next_instalment
from budgetdesk.documents.sheet import texts
from budgetdesk.household.agreement import Agreement, FormerAgreement, Instalment, PlanPayment
from budgetdesk.planning.call_list import PlanCounts, call_list
from budgetdesk.planning.owed import owed_at_agreement
from budgetdesk.planning.plan import Standing
from budgetdesk.planning.watch import watch
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.rates import load_rates

TODAY, FIRST = date(2026, 12, 20), date(2026, 12, 1)
POLICY = load_policy()


def record(*payments: PlanPayment) -> Record:
    plan = Agreement(
        instalments=(
            Instalment(due=FIRST, amount=Decimal(4000)),
            Instalment(due=date(2027, 1, 4), amount=Decimal(3935)),
        ),
        made_on=date(2026, 11, 20),
        payments=payments,
    )
    made = sample.record()
    arrears = replace(made.case.arrears, payment_reference="71 123456 <b>")
    return replace(made, case=replace(made.case, agreement=plan, arrears=arrears))


def paper(of: Record) -> str:
    return one_line(catalogue.make("opfoelgning", of, answered(of), on=TODAY))


def answered(of: Record) -> sample.Answered:
    seen = watch(of.case, POLICY, on=TODAY, rates=load_rates())
    return replace(sample.answers(of), watched=seen, on=TODAY)


def paid(amount: str | int, number: int = 1) -> PlanPayment:
    return PlanPayment(id=f"b{number}", due=FIRST, paid_on=FIRST, amount=Decimal(amount))


def test_the_paper_says_what_is_paid_what_comes_and_what_cannot_be_seen() -> None:
    said = paper(record(paid(4000)))

    assert "Du har betalt 4.000 kr. af 7.935 kr. Der er 3.935 kr. tilbage." in said
    assert "Vi kan ikke se huslejen for december." in said
    assert "4. januar 2027 Rate 3.935 kr." in said
    assert "Skriv nummeret 71 123456 <b>, når du betaler." in said
    assert "335 kr. om måneden. Det er 4.020 kr. om året." in said


def test_a_short_payment_says_what_is_missing() -> None:
    assert "Der mangler 1.500 kr. for raten fra 1. december." in paper(record(paid(2500)))


def test_what_was_paid_ahead_is_not_asked_for_again_by_any_paper() -> None:
    january = date(2027, 1, 4)
    ahead = record(paid(4000), PlanPayment(id="b2", due=january, paid_on=FIRST, amount=Decimal(400)))
    accepted = answered(ahead)
    assert accepted.plan is not None
    accepted = replace(accepted, plan=replace(accepted.plan, standing=Standing.ACCEPTED))

    assert "4. januar 2027 Rate 3.535 kr." in paper(ahead)
    assert next_instalment(ahead.case, accepted) == Instalment(due=january, amount=Decimal(3535))
    assert (
        next_instalment(record(paid(7935)).case, replace(accepted, watched=answered(record(paid(7935))).watched))
        is None
    )


def test_a_plan_that_is_paid_is_praised_and_asks_for_nothing() -> None:
    said = paper(record(paid(7935)))

    assert "Alt er betalt. Du har holdt aftalen." in said
    assert "Det næste" not in said
    assert "bagud" not in said


def test_without_an_agreement_there_is_a_sentence() -> None:
    assert "Der er ikke lavet en aftale endnu." in paper(sample.record())


def _sentences(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value.endswith((".", "?")) else []
    parts = value.values() if hasattr(value, "values") else value
    return [sentence for part in parts for sentence in _sentences(part)]


def test_the_paper_is_easy_to_read() -> None:
    prose = " ".join(_sentences(texts.load("opfoelgning")))

    assert lix(prose) <= PLAIN, prose


def test_the_call_list_says_who_why_and_what_to_do_with_room_for_a_note() -> None:
    cases = {"2026-0001": record(paid(4000)).case, "2026-0002": record(paid(7935)).case}
    calls = call_list(cases, POLICY, on=TODAY)
    said = one_line(
        call_list_pdf(calls, PlanCounts(made=3, kept=1, changed=1, running=1), on=TODAY, organisation="Hus")
    )

    assert said.index("2026-0001") < said.index("2026-0002")
    assert "Raten for december er kommet, men vi kan ikke se huslejen for december." in said
    assert "Ring og spørg. Huslejen går først" in said
    assert "Makulér den" in said
    assert "Af 1 aftale, der er slut, er 1 holdt." in said


@pytest.mark.parametrize("count", [0, 60])
def test_an_empty_list_and_a_long_one_are_pages_too(count: int) -> None:
    cases = {f"2026-{n:04d}": record().case for n in range(count)}
    pdf = call_list_pdf(call_list(cases, POLICY, on=TODAY), PlanCounts(), on=TODAY)

    assert ("Der er ingen aftaler at ringe om." in one_line(pdf)) is (count == 0)
    assert pdf == call_list_pdf(call_list(cases, POLICY, on=TODAY), PlanCounts(), on=TODAY)


def test_a_new_agreement_acknowledges_only_what_is_left_and_says_what_was_paid_before() -> None:
    """The rows stay the landlord's words; what was paid on the agreement before stands beside them."""
    old = record(paid(4000)).case.agreement
    assert old is not None
    new = Agreement(instalments=(Instalment(due=date(2027, 2, 1), amount=Decimal(3935)),))
    of = record()
    former = (FormerAgreement(id="g1", agreement=old),)
    of = replace(of, case=replace(of.case, agreement=new, former_agreements=former))
    said = one_line(catalogue.make("aftale", of, sample.answers(of), on=sample.TODAY))

    assert "Betalt på en tidligere aftale −4.000 kr. I alt 3.935 kr." in said
    assert owed_at_agreement(of.case) == 3935
