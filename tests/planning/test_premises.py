"""The premises: the same list for everyone, in plain words, figures first and notes beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Case, WayTried
from budgetdesk.planning.plan import DayBalance, PlanOption, PlanVerdict, Premise
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.premises import premises

PLAN = (Instalment(due=date(2026, 12, 1), amount=kr(500)), Instalment(due=date(2027, 2, 1), amount=kr(500)))
OPTION = PlanOption(
    name="shortest",
    instalments=PLAN,
    verdict=PlanVerdict.HOLDS,
    lowest=DayBalance(date(2026, 11, 30), kr(612)),
    luft_per_month=kr(240),
)


def listed(case: Case, policy: Policy = POLICY, verdict: PlanVerdict = PlanVerdict.HOLDS) -> dict[str, Premise]:
    found = premises(case, CHART, policy, verdict=verdict, option=OPTION, on=TODAY)
    return {one.key: one for one in found}


def with_notes(*notes: WayTried) -> Case:
    case = household()
    return replace(case, conversation=replace(case.conversation, premises_noted=notes))


def test_everybody_is_asked_the_same_thirteen_questions_in_plain_words():
    asked = listed(household())

    assert list(asked) == [
        "ability", "least_to_live_on", "only_granted", "documented", "earlier_plans", "benefit", "network", "bank",
        "municipality", "sale", "mandate", "approved", "landlord",
    ]  # fmt: skip
    assert list(listed(Case())) == list(asked)
    titles = " ".join(one.title for one in asked.values()).lower()
    assert all(one.title.endswith("?") for one in asked.values())
    assert not any(word in titles for word in ("økonomien", "bæres", "mandat", "betalingsevne", "vilje"))


def test_ability_is_told_in_figures():
    assert listed(household())["ability"].note.replace("\u00a0", " ") == (
        "Laveste dag 30. november 2026: 612 kr. Tilbage om måneden efter raten: 240 kr."
    )


def test_a_plan_that_lives_on_what_is_in_the_account_says_so():
    eats = replace(OPTION, luft_per_month=kr(-71))
    told = premises(household(), CHART, POLICY, verdict=PlanVerdict.TIGHT, option=eats, on=TODAY)[0]

    assert told.answer is True
    assert "Hver måned går der 71 kr. af det, der står på kontoen." in told.note.replace("\u00a0", " ")


def test_of_a_plan_that_breaks_what_is_missing_a_month_is_told_and_not_how_deep_the_hole_gets():
    deep = replace(OPTION, lowest=DayBalance(date(2027, 11, 29), kr(-47598)), luft_per_month=kr(-1308))
    told = premises(household(), CHART, POLICY, verdict=PlanVerdict.BREAKS, option=deep, on=TODAY)[0]

    assert told.answer is False
    assert told.note.replace("\u00a0", " ") == "Der mangler 1.308 kr. om måneden."


def test_a_note_stands_beside_the_figures_and_does_not_overrule_them():
    case = with_notes(WayTried(id="ability", answer=True, note="Søn flytter hjem."))
    told = listed(case, verdict=PlanVerdict.BREAKS)["ability"]

    assert told.answer is False
    assert told.note.endswith("Søn flytter hjem.")


def test_where_the_figures_have_no_answer_the_noted_one_counts():
    case = with_notes(WayTried(id="earlier_plans", answer=True, note="Sagt af udlejer."))

    assert listed(household())["earlier_plans"].answer is None
    assert listed(case)["earlier_plans"].answer is True


@pytest.mark.parametrize(("approved_on", "answer"), [(None, True), (TODAY, True), (date(2026, 11, 21), None)])
def test_an_approval_counts_from_its_day(approved_on: date | None, answer: bool | None):
    plan = Agreement(instalments=PLAN, approved_by="Lis Krog", approved_on=approved_on)

    assert listed(replace(household(), agreement=plan))["approved"].answer is answer


def test_where_the_landlord_approves_the_landlords_yes_is_the_approval_and_elsewhere_it_is_not():
    case = household()
    yes = replace(case, arrears=replace(case.arrears, landlord_accepted=LandlordAccepted(by="Bente", on=TODAY)))
    own = replace(POLICY, approvals=(Approval(3, "lederen"),))

    assert listed(case)["approved"].answer is None
    assert listed(yes)["approved"].answer is True
    assert listed(yes, own)["approved"].note == "Venter på lederen."


def test_a_yes_of_the_landlord_in_the_future_is_not_yet_a_yes():
    case = household()
    ahead = LandlordAccepted(by="Bente", on=date(2026, 11, 21))

    assert listed(replace(case, arrears=replace(case.arrears, landlord_accepted=ahead)))["landlord"].answer is None


def test_the_mandate_counts_the_months_from_the_first_to_the_last():
    assert listed(household())["mandate"].note == "3 måneder godkendes af udlejer."
    assert listed(household(), replace(POLICY, max_months=2))["mandate"].answer is False
    assert listed(household(), replace(POLICY, approvals=()))["mandate"].answer is None
