"""Reading a case file: what is taken, what is assumed, and what is refused by name."""

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from budgetdesk.budget.chart import Owner
from budgetdesk.errors import CaseFileError
from budgetdesk.household.agreement import LandlordAccepted
from budgetdesk.household.case_file import OWNED_ELSEWHERE, ReadCase, read_case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Heating, PaidTo, Role
from budgetdesk.readers.chart import load_chart

TODAY = date(2026, 11, 20)
LINES = load_chart().lines

SMALLEST: dict[str, Any] = {
    "format": "budgetdesk/case",
    "version": 1,
    "persons": [{"id": "p1", "role": "tenant", "born": "1989-04-12"}],
    "tenancy": {"rent_per_month": "7600.00", "area_m2": 84, "heating": "separate"},
}


def read(data: Any) -> ReadCase:
    return read_case(data, today=TODAY, lines=LINES)


def put(path: str, value: Any, data: dict[str, Any] | None = None) -> dict[str, Any]:
    """The smallest case with `value` at a path such as `tenancy.area_m2` or `persons.0.born`."""
    whole: Any = deepcopy(SMALLEST if data is None else data)
    *way, last = path.split(".")
    here = whole
    for step in way:
        here = here[int(step)] if step.isdigit() else here.setdefault(step, {})
    here[int(last) if last.isdigit() else last] = value
    return whole  # type: ignore[no-any-return]  # the walk above is untyped


def assumed(data: dict[str, Any]) -> dict[str, str]:
    return {item.path: item.value for item in read(data).assumed}


def test_the_smallest_case_is_read():
    case = read(SMALLEST).case

    assert case.persons[0].role is Role.TENANT
    assert case.tenancy.rent_per_month == Decimal(7600)
    assert case.tenancy.heating is Heating.SEPARATE


def test_whole_numbers_are_amounts_too():
    assert read(put("tenancy.rent_per_month", 7600)).case.tenancy.rent_per_month == Decimal(7600)


def test_from_and_to_are_the_first_and_last_day_of_a_row():
    row = read(
        put("income", [{"kind": "su", "amount": "6000.00", "from": "2026-09-01", "to": "2027-01-31"}])
    ).case.income[0]

    assert (row.start, row.end) == (date(2026, 9, 1), date(2027, 1, 31))


def test_rows_without_an_id_are_given_one_that_nobody_has():
    rows = [{"line": "104"}, {"line": "106", "id": "e1"}, {"line": "701"}]

    assert [e.id for e in read(put("expenses", rows)).case.expenses] == ["e2", "e1", "e3"]


def test_lists_the_defaults_that_could_matter():
    listed = assumed(SMALLEST)

    assert listed["tenancy.maintenance_duty"] == "none"
    assert listed["tenancy.hot_water_in_rent"] == "as heating"
    assert listed["tenancy.own_kitchen"] == "true"
    assert listed["persons[p1].on_lease"] == "true"
    assert listed["wealth.net"] == "0"
    assert "persons[p1].nights_per_fortnight" not in listed
    assert "tenancy.boligstoette.paid_to" not in listed


def test_a_childs_nights_and_share_are_listed_and_only_a_childs():
    child = {"id": "p2", "role": "child", "born": "2018-06-03"}
    listed = assumed(put("persons", [*SMALLEST["persons"], child]))

    assert listed["persons[p2].nights_per_fortnight"] == "14"
    assert listed["persons[p2].family_benefit_share"] == "1"
    assert listed["persons[p2].on_lease"] == "false"
    assert "persons[p2].marital" not in listed


def test_what_is_said_is_not_assumed():
    listed = assumed(put("tenancy.maintenance_duty", "none"))

    assert "tenancy.maintenance_duty" not in listed


def test_boligstoette_without_a_receiver_is_assumed_to_go_to_the_landlord():
    data = put("tenancy.boligstoette", {"amount": "900.00"})

    assert read(data).case.tenancy.boligstoette.paid_to is PaidTo.LANDLORD
    assert assumed(data)["tenancy.boligstoette.paid_to"] == "landlord"


def test_null_is_a_fact_not_known_yet():
    data = put("persons.0.born", None, put("tenancy.area_m2", None))
    case = read(data).case

    assert case.tenancy.area_m2 is None
    assert case.persons[0].born is None


def test_keys_it_does_not_know_are_noted_and_a_near_miss_is_named():
    notes = read(put("tenancy.municipalty", "Hvidovre", put("farve", "blå"))).notes

    assert notes == (
        "Nøglen farve kendes ikke og er ikke læst.",
        "Nøglen tenancy.municipalty kendes ikke og er ikke læst. Mente du “municipality”?",
    )


def test_the_landlords_yes_may_stand_in_the_agreement():
    data = put("agreement", {"landlord_accepted": {"by": "Mona", "on": "2026-11-19", "how": "mail"}})

    accepted = LandlordAccepted(by="Mona", on=date(2026, 11, 19), how="mail")
    assert read(data).case.arrears.landlord_accepted == accepted


def test_two_different_answers_of_the_landlord_are_refused():
    data = put("agreement.landlord_accepted.by", "Mona", put("arrears.landlord_accepted.by", "Erik"))

    with pytest.raises(CaseFileError, match="siger ikke det samme"):
        read(data)


WRONG: list[tuple[str, Any, str]] = [
    ("format", "case", "format er “case”"),
    ("version", 2, "version er “2”"),
    ("version", True, "version er “True”"),
    ("persons", {}, "persons er “{}”. Skriv en liste"),
    ("persons.0.role", "lejer", "persons[p1].role er “lejer”. Skriv en af: tenant, partner"),
    ("persons.0.born", "2026-11-21", "persons[p1].born er “2026-11-21”. Fødselsdatoen ligger ude i fremtiden"),
    ("persons.0.born", "12.04.1989", "persons[p1].born er “12.04.1989”. Skriv en dato"),
    ("persons.0.born", "1989-02-30", "persons[p1].born er “1989-02-30”. Skriv en dato"),
    ("persons.0.flags", ["blind"], "persons[p1].flags[nr. 1] er “blind”"),
    ("persons.0.family_benefit_share", 2, "family_benefit_share er “2”. Skriv et tal fra 0 til 1"),
    ("persons.0.nights_per_fortnight", 15, "nights_per_fortnight er “15”. Skriv et helt tal fra 0 til 14"),
    ("persons.0.income_base", [{"base": "uddannelseshjaelp"}], "income_base[nr. 1].base er “uddannelseshjaelp”"),
    ("tenancy", [], "tenancy er “[]”. Skriv et objekt"),
    ("tenancy.rent_per_month", "7.600,00", "tenancy.rent_per_month er “7.600,00”. Skriv et beløb i kroner"),
    ("tenancy.rent_per_month", "7600.005", "tenancy.rent_per_month er “7600.005”"),
    ("tenancy.rent_per_month", 7600.5, "tenancy.rent_per_month er “7600.5”. Skriv et beløb i kroner som tekst"),
    ("tenancy.rent_per_month", "-1.00", "uden minus"),
    ("tenancy.rent_per_month", "999999999.00", "for stort til en husholdning"),
    ("tenancy.rent_per_month", True, "tenancy.rent_per_month er “True”"),
    ("tenancy.area_m2", "84 m2", "tenancy.area_m2 er “84 m2”"),
    ("tenancy.area_m2", float("nan"), "tenancy.area_m2 er “nan”"),
    ("tenancy.rent_due_day", 0, "tenancy.rent_due_day er “0”. Skriv et helt tal fra 1 til 31"),
    ("tenancy.heating", "fjernvarme", "tenancy.heating er “fjernvarme”. Skriv en af: separate, in_rent"),
    ("tenancy.own_kitchen", "ja", "tenancy.own_kitchen er “ja”. Skriv true eller false"),
    (
        "income",
        [{"kind": "boligstoette"}],
        "income[i1].kind er “boligstoette”. Boligstøtte står i tenancy.boligstoette",
    ),
    ("income", [{"kind": "lotto"}], "income[i1].kind er “lotto”. Skriv en af: loen"),
    ("income", [{"kind": "loen", "person": "p9"}], "income[i1].person er “p9”. Personen findes ikke"),
    ("income", [{"kind": "loen", "min": "9.00", "max": "8.00"}], "income[i1].min er “9.00”"),
    ("income", [{"kind": "loen", "pays_on": "den sidste"}], "income[i1].pays_on er “den sidste”. Skriv fx day:1"),
    ("expenses", [{"amount": "1.00"}], "expenses[e1].line mangler"),
    ("expenses", [{"line": "101"}], "expenses[e1].line er “101”. Huslejen står i tenancy.rent_per_month"),
    ("expenses", [{"line": "102"}], "Boligstøtten står i tenancy.boligstoette"),
    ("expenses", [{"line": "910"}], "Afdraget på huslejen står i agreement.instalments"),
    ("expenses", [{"line": "912"}], "Afdraget står ved gælden i debts[].instalment"),
    ("expenses", [{"line": "777"}], "expenses[e1].line er “777”. Linjen findes ikke i kontoplanen"),
    ("expenses", [{"line": "104", "rhythm": "daily"}], "expenses[e1].rhythm er “daily”"),
    ("expenses", [{"line": "104", "id": "a"}, {"line": "105", "id": "a"}], "Det samme id står to gange"),
    ("expenses", [{"line": "104", "id": "a]"}], "uden kantede parenteser"),
    ("debts", [{"owner": "p9"}], "debts[d1].owner er “p9”"),
    ("arrears", {"rows": [{"month": "november"}]}, "arrears.rows[r1].month er “november”"),
    ("agreement", {"instalments": [{"due": "2026-12-01"}]}, "agreement.instalments[nr. 1].amount mangler"),
]


@pytest.mark.parametrize(("path", "value", "sentence"), WRONG, ids=[f"{p}-{v}"[:50] for p, v, _ in WRONG])
def test_what_is_wrong_is_refused_by_key_and_value(path: str, value: Any, sentence: str):
    with pytest.raises(CaseFileError) as refusal:
        read(put(path, value))

    assert sentence in str(refusal.value)


@pytest.mark.parametrize("key", ["persons", "tenancy"])
def test_a_missing_part_is_named(key: str):
    data = {k: v for k, v in SMALLEST.items() if k != key}

    with pytest.raises(CaseFileError, match=f"{key} mangler"):
        read(data)


@pytest.mark.parametrize("key", ["rent_per_month", "area_m2", "heating"])
def test_a_missing_required_key_is_named(key: str):
    data = deepcopy(SMALLEST)
    del data["tenancy"][key]

    with pytest.raises(CaseFileError, match=f"tenancy.{key} mangler"):
        read(data)


@pytest.mark.parametrize("data", [[], "sag", None, 7])
def test_what_is_not_an_object_is_refused(data: Any):
    with pytest.raises(CaseFileError, match="ikke et JSON-objekt"):
        read(data)


def test_the_lines_owned_elsewhere_are_those_of_the_chart():
    owned = {code for code, line in LINES.items() if line.owner is not Owner.BUDGET}

    assert set(OWNED_ELSEWHERE) == owned


def test_a_birth_date_of_today_is_no_future():
    assert read(put("persons.0.born", "2026-11-20")).case.persons[0].born == TODAY


def test_a_row_that_says_only_its_line_is_monthly():
    assert read(put("expenses", [{"line": "104"}])).case.expenses[0].rhythm is Rhythm.MONTHLY
