"""The case file as design promises it, held from outside: defaults, refusals and what is said about odd input."""

from __future__ import annotations

import json

import pytest

DAY = ("--on", "2026-11-20")
CHILD = {"id": "b1", "role": "child", "born": "2018-05-05"}
TENANT = {"id": "p1", "role": "tenant", "born": "1985-05-05"}

DEFAULTS = {
    "persons[p1].on_lease": "true",
    "persons[b1].on_lease": "false",
    "persons[p1].lives_at_home": "true",
    "persons[p1].registered_here": "true",
    "persons[p1].marital": "from the roles",
    "persons[p1].flags": "none",
    "persons[b1].nights_per_fortnight": "14",
    "persons[b1].family_benefit_share": "1",
    "tenancy.kind": "almen",
    "tenancy.rent_due_day": "1",
    "tenancy.hot_water_in_rent": "as heating",
    "tenancy.electricity_in_rent": "false",
    "tenancy.maintenance_duty": "none",
    "tenancy.own_kitchen": "true",
    "tenancy.sharing": "none",
    "tenancy.lodger_area_m2": "0",
    "tenancy.lodger_rent": "0",
    "tenancy.assigned_by_municipality": "false",
    "tenancy.suited_for_mobility_impaired": "false",
    "income[i1].status": "granted",
    "wealth.net": "0",
    "wealth.liquid": "0",
    "debts[d1].deducted_from_income": "false",
    "bank[b1].overdraft_limit": "0",
}


def test_every_default_that_could_change_an_answer_is_listed(call, case_file):
    path = case_file(
        persons=[TENANT, CHILD],
        income=[{"kind": "loen", "amount": "100.00"}],
        debts=[{"instalment": "1.00"}],
        bank=[{"balance": "1.00"}],
    )
    assumed = {item["path"]: item["value"] for item in call("budget", path, *DAY, "--json").objects[0]["assumed"]}

    assert DEFAULTS.items() <= assumed.items()


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"expenses": [{"line": "101", "amount": "7600.00"}]}, "Huslejen står i tenancy"),
        ({"expenses": [{"line": "102", "amount": "900.00"}]}, "Boligstøtten står i tenancy"),
        ({"expenses": [{"line": "911", "amount": "500.00"}]}, "Afdraget står ved gælden"),
        ({"income": [{"kind": "boligstoette", "amount": "900.00"}]}, "Boligstøtte står i tenancy"),
        ({"income": [{"amount": "1.000"}]}, "med punktum"),
        ({"income": [{"amount": "1,000.00"}]}, "med punktum"),
        ({"income": [{"amount": "12.345,6"}]}, "med punktum"),
        ({"income": [{"amount": "-"}]}, "med punktum"),
        ({"income": [{"amount": "1000000000000"}]}, "for stort til en husholdning"),
        ({"persons": [{**TENANT, "born": "2030-01-01"}]}, "ligger ude i fremtiden"),
        ({"persons": [{**TENANT, "born": "0001-01-01"}]}, "1900-2199"),
        ({"persons": [{**TENANT, "id": "p[1]"}]}, "uden kantede parenteser"),
        ({"persons": [TENANT, TENANT]}, "Det samme id står to gange"),
        ({"persons": [{**TENANT, "name": "\ud800"}]}, "tegn, som ikke findes"),
        ({"income": [{"amount": "1.00", "to": "9999-12-31"}]}, "1900-2199"),
        ({"income": [{"amount": "1.00", "pays_on": "date:9999-12-31"}]}, "pays_on"),
        ({"tenancy": {"rent_per_month": "-1.00", "area_m2": 84, "heating": "separate"}}, "uden minus"),
        ({"version": "1"}, "uden anførselstegn"),
    ],
)
def test_what_is_wrong_is_refused_with_a_sentence_that_says_where(call, case_file, keys, sentence):
    answered = call("budget", case_file(**keys), *DAY, "--json")

    assert answered.status == 1
    assert sentence in answered.objects[0]["error"]
    assert not answered.objects[0]["error"].endswith("?.")
    assert len(answered.objects[0]["error"]) < 300


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"persons": [TENANT, {**CHILD, "born": "2000-01-01"}]}, "regnes ikke som barn"),
        (
            {"tenancy": {"rent_per_month": "1.00", "area_m2": 1, "heating": "in_rent", "municipality": "Hvidover"}},
            "Mente du “Hvidovre”?",
        ),
        ({"income": [{"amount": "1.00", "from": "2026-12-01", "to": "2026-11-01"}]}, "før den begynder"),
    ],
)
def test_what_is_odd_is_counted_with_a_word_about_it(call, case_file, keys, word):
    path = case_file(**keys)

    assert word in call("budget", path, *DAY, "--json").objects[0]["notes"][0]
    assert word in call("budget", path, *DAY).out


@pytest.mark.parametrize("command", ["budget", "benefits", "plan"])
def test_no_household_however_odd_ends_in_a_crash(call, case_file, command):
    odd = [
        case_file("ingen.json", persons=[]),
        case_file("barn.json", persons=[CHILD]),
        case_file("mange.json", persons=[TENANT, *({**CHILD, "id": f"b{n}"} for n in range(200))]),
        case_file("linjer.json", expenses=[{"line": "701", "amount": "1.00"}] * 2000),
        case_file("skuddag.json", persons=[TENANT, {**CHILD, "born": "2016-02-29"}]),
        case_file("null.json", tenancy={"rent_per_month": None, "area_m2": None, "heating": None}),
        case_file("nul.json", tenancy={"rent_per_month": "0.00", "area_m2": 0, "heating": "in_rent"}),
        case_file("minus.json", arrears={"rows": [{"amount": "-500.00"}]}, bank=[{"balance": "-99999.00"}]),
        case_file("stor.json", arrears={"rows": [{"amount": "99999999.99"}]}),
        case_file("sidst.json", income=[{"amount": "1.00", "from": "1900-01-01", "to": "2199-12-31"}]),
        case_file(
            "uge.json", income=[{"amount": "1.00", "rhythm": "weekly", "pays_on": "weekday:thu from 1900-01-04"}]
        ),
    ]
    answered = call(command, *odd, *DAY, "--json")

    assert answered.status == 0
    assert len(answered.objects) == len(odd)
    assert all("error" not in answer for answer in answered.objects)


def test_far_days_are_answered_without_rates_rather_than_with_old_ones(call, case_file):
    for year in ("2027", "2100", "2199"):
        answered = call("benefits", case_file(), "--on", f"{year}-12-31", "--only", "boligstoette", "--json")
        assert answered.objects[0]["assessments"][0]["verdict"] == "unknown"
        assert json.dumps(answered.objects[0])
