"""The sample that ships fills every page, and is sound on any day."""

from datetime import date

import pytest

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.sample import sample_record
from budgetdesk.dates import Month
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.ledger.summary import summarise
from budgetdesk.planning.plan import PlanVerdict, Standing

DAY = date(2026, 11, 20)


def test_the_chosen_plan_holds_on_granted_money_and_waits_for_the_landlord() -> None:
    plan = look(sample_record(load_library(), today=DAY), DAY, load_library()).plan

    assert plan is not None
    assert plan.verdict is PlanVerdict.HOLDS
    assert plan.standing is Standing.PROPOSAL
    assert sum(i.amount for i in plan.instalments) == plan.total


def test_both_statements_prove_themselves_and_two_voices_have_spoken() -> None:
    library = load_library()
    record = sample_record(library, today=DAY)
    month = summarise(record.spending, Month(2026, 10), library.chart, library.rules.noise)

    assert [batch.proof.status for batch in record.spending.batches] == [ProofStatus.HOLDS, ProofStatus.HOLDS]
    assert month.both_say_nice > 0
    assert any(voice.locked for voice in record.spending.voices)


@pytest.mark.parametrize("day", [DAY, date(2027, 3, 1), date(2031, 8, 30)], ids=str)
def test_it_opens_on_any_later_day(day: date) -> None:
    overview = look(sample_record(load_library(), today=day), day, load_library())

    assert overview.month.income_per_month > 0
