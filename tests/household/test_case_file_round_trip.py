"""What is written reads back as the same case, obeys the published schema, and leaves no fact of a case behind."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.dates import Month
from budgetdesk.household import agreement, case_file_circumstances, case_file_course, circumstances, course, debt
from budgetdesk.household import case as facts
from budgetdesk.household import case_file_keys as keys
from budgetdesk.household import case_file_repayment as repayment
from budgetdesk.household.agreement import (
    Agreement,
    Clause,
    EarlierPlan,
    FormerAgreement,
    Instalment,
    LandlordAccepted,
    PlanPayment,
    Silenced,
)
from budgetdesk.household.case_file import case_schema, read_case, write_case
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import (
    INCOME_BASES,
    INCOME_KINDS,
    AgreementForm,
    ArrearsKind,
    ContactKind,
    Custody,
    DebtBasis,
    Evidence,
    Heating,
    HomeStatus,
    Letter,
    MaintenanceDuty,
    Marital,
    Need,
    OphaevelseStatus,
    PaidTo,
    PaymentSource,
    PlanOutcome,
    Role,
    Status,
    Tax,
    ThreatOutcome,
)

TODAY = date(2026, 11, 20)
SCHEMA = jsonschema.Draft202012Validator(case_schema())

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=8)
days = st.dates(date(1900, 1, 1), TODAY)
maybe_day = st.none() | days
money = st.decimals(0, 1_000_000, places=2)
maybe_money = st.none() | money
signed = st.decimals(-1_000_000, 1_000_000, places=2)
flag = st.booleans()
maybe_flag = st.none() | flag
rhythm = st.sampled_from(Rhythm)
evidence = st.sampled_from(Evidence)
need = st.none() | st.sampled_from(Need)
pays_on = st.sampled_from(["", "day:1", "day:20 of 1,4,7,10", "last_bank_day", "weekday:thu from 2026-11-26"])


def numbered(prefix: str, make: Any, **kinds: Any) -> Any:
    """Lists of up to three items with ids of their own."""
    item = st.fixed_dictionaries(kinds)
    return st.lists(item, max_size=3).map(
        lambda items: tuple(make(id=f"{prefix}{n}", **item) for n, item in enumerate(items, 1))
    )


bases = st.builds(facts.IncomeBase, base=st.sampled_from(INCOME_BASES), start=maybe_day, end=maybe_day)
persons = numbered(
    "p",
    facts.Person,
    role=st.sampled_from(Role),
    name=text,
    born=maybe_day,
    cpr=text,
    phone=text,
    on_lease=maybe_flag,
    lives_at_home=flag,
    registered_here=flag,
    marital=st.none() | st.sampled_from(Marital),
    parents=st.lists(text, max_size=2).map(tuple),
    custody=st.none() | st.sampled_from(Custody),
    nights_per_fortnight=st.integers(0, 14),
    family_benefit_share=st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1)]),
    income_base=st.lists(bases, max_size=2).map(tuple),
    pension_granted=maybe_day,
    residence_years=st.none() | st.integers(0, 99),
    flags=st.lists(st.sampled_from(["mobility_impaired", "bpa"]), max_size=2).map(tuple),
)
tenancies = st.builds(
    facts.Tenancy,
    kind=text,
    landlord=text,
    landlord_email=text,
    landlord_phone=text,
    address=text,
    municipality=text,
    rent_per_month=maybe_money,
    rent_due_day=st.integers(1, 31),
    boligstoette=st.builds(facts.BoligstoetteNow, amount=maybe_money, paid_to=st.sampled_from(PaidTo)),
    area_m2=st.none() | st.decimals(0, 500, places=1),
    heating=st.none() | st.sampled_from(Heating),
    hot_water_in_rent=maybe_flag,
    electricity_in_rent=flag,
    water_separate=maybe_flag,
    maintenance_duty=st.sampled_from(MaintenanceDuty),
    own_kitchen=flag,
    sharing=text,
    lodger_area_m2=st.decimals(0, 50, places=1),
    lodger_rent=money,
    moved_in=maybe_day,
    deposit=maybe_money,
    assigned_by_municipality=flag,
    suited_for_mobility_impaired=flag,
)
incomes = numbered(
    "i",
    facts.Income,
    kind=st.sampled_from(INCOME_KINDS),
    amount=maybe_money,
    rhythm=rhythm,
    tax=st.sampled_from(Tax),
    paid_out=maybe_money,
    atp_and_pension=maybe_money,
    status=st.sampled_from(Status),
    pays_on=pays_on,
    paid_to=text,
    start=maybe_day,
    end=maybe_day,
    evidence=evidence,
    note=text,
    min=st.none() | st.just(Decimal(5)),
    max=st.none() | st.just(Decimal(9)),
)
expenses = numbered(
    "e",
    facts.Expense,
    line=st.sampled_from(["104", "201", "701", "990"]),
    label=text,
    amount=maybe_money,
    rhythm=rhythm,
    pays_on=pays_on,
    start=maybe_day,
    end=maybe_day,
    need=need,
    tenant_says=need,
    adviser_says=need,
    locked=flag,
    evidence=evidence,
    note=text,
    from_spending=flag,
)
debts = numbered(
    "d",
    Debt,
    creditor=text,
    collector=text,
    kind=text,
    balance=maybe_money,
    instalment=maybe_money,
    rhythm=rhythm,
    pays_on=pays_on,
    rate=st.none() | st.decimals(0, 900, places=2),
    deducted_from_income=flag,
    priority=maybe_flag,
    enforceable=maybe_flag,
    limitation_date=maybe_day,
    basis=st.none() | st.sampled_from(DebtBasis),
    due_since=maybe_day,
    acknowledged_on=maybe_day,
    late_rate=st.none() | st.decimals(0, 900, places=2),
    late_from=maybe_day,
    reminders=st.none() | st.integers(0, 1_000),
    reminder_fees=maybe_money,
    collection_fees=maybe_money,
    steps=st.lists(text, max_size=2).map(tuple),
    note=text,
)
months = st.builds(Month, st.integers(2000, 2030), st.integers(1, 12))
arrears = st.builds(
    facts.Arrears,
    rows=numbered(
        "r",
        facts.ArrearsRow,
        month=st.none() | months,
        kind=st.sampled_from(ArrearsKind),
        amount=st.none() | signed,
        paakrav_arrived=maybe_day,
    ),
    letter=st.sampled_from(Letter),
    letter_arrived=maybe_day,
    ophaevelse_arrived=maybe_day,
    court_meeting=maybe_day,
    eviction=maybe_day,
    municipality_notified=maybe_day,
    payment_reference=text,
    earlier_plans=numbered("l", EarlierPlan, agreed=maybe_day, kept=maybe_flag, note=text),
    landlord_accepted=st.none() | st.builds(LandlordAccepted, by=text, on=maybe_day, how=text),
)
accounts = numbered(
    "b",
    facts.BankAccount,
    name=text,
    owner=text,
    balance=st.none() | signed,
    on=maybe_day,
    overdraft_limit=money,
)
agreements = st.builds(
    Agreement,
    form=st.sampled_from(AgreementForm),
    instalments=st.lists(st.builds(Instalment, due=days, amount=money), max_size=3).map(tuple),
    policy_version=text,
    approved_by=text,
    approved_on=maybe_day,
    made_on=maybe_day,
    ophaevelse=st.none() | st.sampled_from(OphaevelseStatus),
    account=text,
    clauses=numbered("k", Clause, text=text),
    follow_up=st.lists(days, max_size=2).map(tuple),
    payments=numbered(
        "b",
        PlanPayment,
        due=maybe_day,
        paid_on=maybe_day,
        amount=maybe_money,
        source=st.sampled_from(PaymentSource),
        note=text,
    ),
    silenced=numbered("s", Silenced, on=maybe_day, until=maybe_day, by=text, why=text),
)
former_agreements = numbered(
    "g",
    FormerAgreement,
    ended_on=maybe_day,
    outcome=st.sampled_from(PlanOutcome),
    why=text,
    landlord_accepted=st.none() | st.builds(LandlordAccepted, by=text, on=maybe_day, how=text),
    agreement=agreements,
)
conversations = st.builds(
    facts.Conversation,
    expectations_on=maybe_day,
    rent_before_boligstoette=maybe_flag,
    children_asked=flag,
    can_sign=maybe_flag,
    consents=numbered(
        "c",
        facts.Consent,
        purpose=text,
        recipient=text,
        given=maybe_day,
        until=maybe_day,
        how=text,
        withdrawn=maybe_day,
    ),
    next_steps=numbered("t", facts.Todo, who=text, what=text, by=maybe_day, done=maybe_day),
    ways_tried=numbered("w", facts.WayTried, answer=maybe_flag, note=text),
    debts_asked=numbered("w", facts.WayTried, answer=maybe_flag, note=text),
    premises_noted=numbered("w", facts.WayTried, answer=maybe_flag, note=text),
    note=text,
)
cases = st.builds(
    facts.Case,
    info=st.builds(
        facts.CaseInfo,
        number=text,
        type=text,
        opened=maybe_day,
        language=text,
        interpreter=flag,
        protected_address=flag,
        guardian=text,
        adviser=text,
        organisation=text,
        earlier_case=text,
        invented=flag,
    ),
    persons=persons,
    tenancy=tenancies,
    income=incomes,
    expenses=expenses,
    wealth=st.builds(facts.Wealth, net=signed, liquid=signed),
    debts=debts,
    arrears=arrears,
    bank=accounts,
    agreement=st.none() | agreements,
    former_agreements=former_agreements,
    conversation=conversations,
    course=st.builds(
        course.Course,
        more_types=st.lists(text, max_size=2).map(tuple),
        causes=st.lists(text, max_size=2).map(tuple),
        began=maybe_day,
        outcome=st.none() | st.sampled_from(ThreatOutcome),
        arrears_at_leaving=maybe_money,
        temporary=flag,
        keep_until=maybe_day,
    ),
    contacts=numbered("k", course.Contact, on=maybe_day, kind=st.none() | st.sampled_from(ContactKind), note=text),
    contact_persons=numbered("n", course.ContactPerson, side=text, name=text, checked_on=maybe_day),
    notes=numbered("j", course.JournalNote, on=maybe_day, text=text, own=flag, closed_on=maybe_day),
    checks=numbered("h", course.Check, after_end=flag, done=maybe_day, home=st.none() | st.sampled_from(HomeStatus)),
)


@given(cases)
@settings(max_examples=examples(20), deadline=None)
def test_what_is_written_reads_back_as_the_same_case_and_obeys_the_schema(case: facts.Case):
    written = json.loads(json.dumps(write_case(case)))

    SCHEMA.validate(written)
    again = read_case(written, today=TODAY)
    assert again.case == case
    assert not [note for note in again.notes if "kendes ikke" in note]


@given(cases)
@settings(max_examples=examples(12), deadline=None)
def test_writing_twice_gives_the_same_text(case: facts.Case):
    once = json.dumps(write_case(case))

    assert json.dumps(write_case(read_case(json.loads(once), today=TODAY).case)) == once


def _codecs() -> list[tuple[str, Any, Any]]:
    """Every value of a case with the object of the case file that carries it."""
    homes = (
        (facts, keys),
        (course, case_file_course),
        (debt, repayment),
        (agreement, repayment),
        (circumstances, case_file_circumstances),
    )
    return [
        (value.__name__, value, getattr(codecs, _constant(value.__name__)))
        for home, codecs in homes
        for value in vars(home).values()
        if isinstance(value, type) and value.__module__ == home.__name__ and is_dataclass(value)
    ]


def _constant(name: str) -> str:
    """`BankAccount` -> `BANK_ACCOUNT`."""
    short = {"CaseInfo": "INFO", "BoligstoetteNow": "BOLIGSTOETTE"}
    return short.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


@pytest.mark.parametrize(("name", "value", "codec"), _codecs(), ids=[c[0] for c in _codecs()])
def test_every_fact_of_a_case_has_a_key(name: str, value: Any, codec: Any):
    renamed = {"start": "from", "end": "to", "info": "case"}
    attributes = {renamed.get(f.name, f.name) for f in fields(value)}

    assert attributes == set(codec.schema["properties"]), name
