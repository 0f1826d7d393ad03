"""Whatever the facts: every wording that an agreement needs is there once, filled in, with no field left open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household.agreement import Agreement, Clause
from budgetdesk.household.case import Arrears, Case, CaseInfo, Tenancy
from budgetdesk.household.words import AgreementForm, Letter, OphaevelseStatus
from budgetdesk.planning.wordings import Whose
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.wording.agreement import follow_up_days, parts

DAY = date(2026, 11, 20)
WORDS = load_wordings()
POINTS = {1, 14}
"""The parties and the signatures are no wordings."""
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
CASES = st.builds(
    Case,
    info=st.builds(CaseInfo, adviser=st.sampled_from(["", "Karen {dage}"]), organisation=st.sampled_from(["", "KAB"])),
    tenancy=st.builds(
        Tenancy, rent_per_month=st.none() | st.decimals(0, 20_000, places=2), rent_due_day=st.integers(1, 28)
    ),
    arrears=st.builds(
        Arrears,
        letter=st.sampled_from(Letter),
        letter_arrived=DAYS,
        ophaevelse_arrived=DAYS,
        stated_on=DAYS,
        payment_reference=st.sampled_from(["", "+71<123+"]),
    ),
    agreement=st.none()
    | st.builds(
        Agreement,
        form=st.sampled_from([AgreementForm.AFDRAGSORDNING, AgreementForm.FRIVILLIGT_FORLIG]),
        ophaevelse=st.none() | st.sampled_from(OphaevelseStatus),
        account=st.sampled_from(["", "1234 567"]),
        made_on=DAYS,
    ),
)
POLICIES = st.builds(
    lambda late, notice, interest: replace(load_policy(), late_days=late, notice_days=notice, interest=interest),
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(["", "2 % om året"]),
)


@given(CASES, POLICIES)
def test_no_field_is_left_open_and_no_wording_comes_twice(case: Case, policy: object) -> None:
    found = parts(case, policy, WORDS, total=Decimal(7935), on=DAY)  # type: ignore[arg-type]  # a Policy
    keys = [line.key for line in found.lines]
    forlig = case.agreement is not None and case.agreement.form is AgreementForm.FRIVILLIGT_FORLIG

    assert len(set(keys)) == len(keys)
    assert not any("{" in line.text.replace("Karen {dage}", "") or "None" in line.text for line in found.lines)
    assert {"acknowledged", "limitation", "advice", "copy", "change", "early"} <= set(keys)
    assert ("enforcement" in keys) is ("not_the_home" in keys) is forlig
    assert ("no_court" in keys) is not forlig
    assert any(key.startswith("breach") for key in keys)
    assert any(key.startswith("rent") for key in keys)
    points = {WORDS[key].point for key in keys}
    assert set(range(1, 15)) - points - POINTS <= {7}  # without a letter there is nothing to say of an ophævelse


@given(CASES)
def test_the_days_of_looking_again_follow_the_day_it_was_made(case: Case) -> None:
    days = follow_up_days(load_policy(), case.agreement, DAY)
    made = (case.agreement.made_on if case.agreement else None) or DAY

    assert days == tuple(sorted(days))
    assert all(day > made and day.weekday() < 5 for day in days)


@given(st.text(max_size=30))
def test_words_of_an_agreement_count_before_those_of_the_policy_and_a_warning_before_both(text: str) -> None:
    own = tuple(Clause(id=key, text=text) for key in ("early", "limitation"))
    policy = replace(load_policy(), wordings=(Clause(id="early", text="Politikkens."),))
    case = Case(agreement=Agreement(clauses=own))
    found = {line.key: line for line in parts(case, policy, WORDS, total=Decimal(1), on=DAY).lines}

    assert found["early"].whose is (Whose.AGREEMENT if text.strip() else Whose.POLICY)
    assert found["limitation"].text == WORDS["limitation"].text
