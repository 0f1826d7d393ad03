"""What is missing: in which order, in which words, and never what the household cannot have."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from budgetdesk.casework.missing import Missing
from budgetdesk.casework.missing_rules import missing
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import BankAccount, Case, Consent, Expense, Income, Person
from budgetdesk.household.words import Evidence, Letter, Role, Tax
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart

ON = date(2026, 11, 20)
CHART = load_chart()
D = Decimal


def found(record: Record) -> tuple[Missing, ...]:
    return missing(record, on=ON, chart=CHART)


def texts(record: Record) -> list[str]:
    return [m.text for m in found(record)]


def sample(path: str = "", value: Any = None) -> Record:
    record = Record(case=sample_case(today=ON))
    return paths.put(record, f"case.{path}", value) if path else record


def test_only_the_heating_bill_of_the_sample_is_missing_and_it_is_brought_along():
    assert found(sample()) == (
        Missing(path="case.expenses[e1].evidence", text="Seneste varmeregning (medbringes)", page="budget"),
    )


def test_an_empty_case_asks_first_for_what_nothing_goes_without():
    first = found(Record())

    assert [m.path for m in first if m.blocking] == [
        "case.persons",
        "case.tenancy.rent_per_month",
        "case.income",
        "case.expenses",
    ]
    assert [m.blocking for m in first] == sorted((m.blocking for m in first), reverse=True)


@pytest.mark.parametrize(
    ("path", "value", "text", "page", "blocking"),
    [
        ("persons[p1].name", "", "Lejerens navn", "sag", True),
        ("persons[p1].born", None, "Fødselsdato for lejeren", "sag", False),
        ("persons[p3].born", None, "Fødselsdato for Noah", "sag", False),
        ("persons[p1].marital", None, "Enlig, samlevende eller gift?", "sag", False),
        ("persons[p2].custody", None, "Forældremyndighed for Alma", "sag", False),
        ("tenancy.rent_per_month", None, "Husleje pr. måned", "sag", True),
        ("tenancy.area_m2", None, "Boligens areal", "sag", False),
        ("tenancy.heating", None, "Er varmen med i huslejen?", "sag", False),
        ("tenancy.landlord", "", "Udlejerens navn", "sag", False),
        ("tenancy.municipality", "", "Kommune", "sag", False),
        ("tenancy.boligstoette.amount", None, "Boligstøtte i dag (0, hvis ingen)", "sag", False),
        ("income[i1].paid_out", None, "Løn: det, der bliver udbetalt", "budget", True),
        ("income[i2].amount", None, "Børne- og ungeydelse: beløbet", "budget", True),
        ("income[i1].tax", Tax.NET, "Løn før skat", "budget", False),
        ("expenses[e2].amount", None, "El: beløbet", "budget", False),
        ("expenses[e5].evidence", Evidence.MISSING, "Bilag: Indboforsikring (medbringes)", "budget", False),
        ("income[i1].evidence", Evidence.MISSING, "Bilag: Løn (medbringes)", "budget", False),
        ("arrears.rows[r1].amount", None, "Et beløb i restancen", "sag", True),
        ("arrears.rows", (), "Hvad der skyldes i husleje", "sag", True),
        ("arrears.letter_arrived", None, "Dagen, brevet kom", "akut", True),
        ("arrears.payment_reference", "", "Udlejers betalings-id", "sag", False),
        ("bank", (), "Saldo på kontoen i dag", "akut", True),
        ("bank[b1].balance", None, "Saldo i dag på Danske Bank, lønkonto", "akut", True),
        ("bank[b1].on", date(2026, 11, 12), "Ny saldo på Danske Bank, lønkonto", "akut", False),
        ("conversation.expectations_on", None, "Snakken om, hvad rådgiveren kan og ikke kan", "sag", False),
        ("conversation.consents", (), "Samtykke til at tale med udlejer", "samtykker", False),
        ("conversation.can_sign", None, "Kan lejeren selv skrive under?", "sag", False),
        ("conversation.can_sign", False, "Værgens navn", "sag", True),
    ],
)
def test_a_missing_fact_is_named_with_its_page(path: str, value: Any, text: str, page: str, blocking: bool):
    record = sample(path, value)
    hit = next(m for m in found(record) if m.text == text)

    assert (hit.page, hit.blocking) == (page, blocking)


def test_every_path_leads_to_a_fact_of_the_record():
    records = [
        Record(),
        sample("bank", ()),
        sample("arrears.rows[r1].amount", None),
        sample("income[i1].paid_out", None),
        Record(case=Case(persons=(Person(id="p1", role=Role.TENANT), Person(id="p2", role=Role.CHILD)))),
    ]

    for record in records:
        for item in found(record):
            paths.get(record, item.path)


def test_a_balance_of_a_week_ago_is_still_good():
    assert "Ny saldo på Danske Bank, lønkonto" not in texts(sample("bank[b1].on", date(2026, 11, 13)))


def test_before_or_after_boligstoette_is_asked_once_and_only_where_there_may_be_some():
    question = "Er huslejen før eller efter boligstøtte?"
    unasked = sample("conversation.rent_before_boligstoette", None)

    assert question not in texts(unasked)
    assert texts(paths.put(unasked, "case.tenancy.boligstoette.amount", D(900))).count(question) == 1
    assert question not in texts(sample("tenancy.boligstoette.amount", D(900)))


def test_a_rent_after_boligstoette_needs_the_boligstoette():
    record = sample("conversation.rent_before_boligstoette", False)
    hit = next(m for m in found(record) if m.path == "case.tenancy.boligstoette.amount")

    assert hit.blocking


@pytest.mark.parametrize(
    "consent",
    [
        Consent(id="c1", given=None),
        Consent(id="c1", given=date(2026, 11, 21)),
        Consent(id="c1", given=date(2025, 1, 1), until=date(2026, 11, 19)),
        Consent(id="c1", given=date(2025, 1, 1), withdrawn=date(2026, 11, 20)),
    ],
)
def test_a_consent_that_does_not_hold_today_is_asked_for(consent: Consent):
    assert "Samtykke til at tale med udlejer" in texts(sample("conversation.consents", (consent,)))


def test_a_consent_holds_on_its_first_and_its_last_day():
    consent = Consent(id="c1", given=ON, until=ON)

    assert "Samtykke til at tale med udlejer" not in texts(sample("conversation.consents", (consent,)))


def test_without_arrears_nobody_asks_for_balances_letters_or_references():
    record = sample()
    calm = replace(record.case, arrears=replace(record.case.arrears, rows=(), letter=Letter.NONE), bank=())

    assert texts(Record(case=calm)) == ["Seneste varmeregning (medbringes)"]


def test_children_are_asked_about_until_there_are_some_or_there_are_none():
    question = "Er der børn i hjemmet?"
    nobody = Case(persons=(Person(id="p1", role=Role.TENANT),))

    assert question in texts(Record(case=nobody))
    assert question not in texts(paths.put(Record(case=nobody), "case.conversation.children_asked", True))


def test_children_without_a_name_are_numbered():
    persons = (Person(id="p1", role=Role.CHILD, name="Alma", born=ON), Person(id="p2", role=Role.CHILD))

    assert "Fødselsdato for barn 2" in texts(Record(case=Case(persons=persons)))


def test_bank_rows_not_sorted_yet_are_counted_and_pending_ones_are_not():
    row = Transaction(id="t1", batch="b1", date=ON, text="Netto", amount=D(-10))
    rows = (row, replace(row, id="t2", line="701"), replace(row, id="t3", pending=True), replace(row, id="t4"))
    record = replace(sample(), spending=Spending(transactions=rows))
    hit = next(m for m in found(record) if m.page == "forbrug")

    assert hit.text == "2 linjer fra kontoudtoget er ikke fordelt endnu"
    assert hit.path == "spending.transactions[t1].line"


def test_no_income_at_all_is_an_answer():
    case = Case(income=(Income(id="i1", kind="ingen"),), expenses=(Expense(id="e1", line="104", amount=D(1)),))

    assert not any(m.path.startswith("case.income") for m in found(Record(case=case)))


def test_without_the_chart_the_list_still_speaks():
    record = sample("expenses[e2].amount", None)

    assert any(m.text == "Udgift: beløbet" for m in missing(record, on=ON))


def test_an_account_without_a_name_is_the_account():
    record = sample("bank", (BankAccount(id="b1"),))

    assert "Saldo i dag på kontoen" in texts(record)
