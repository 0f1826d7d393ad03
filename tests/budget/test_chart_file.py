"""The chart of lines: what the adviser's notes fix, and what a broken file is told."""

from pathlib import Path

import pytest

from budgetdesk.budget.chart import LineType, Owner
from budgetdesk.errors import RatesFileError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import INCOME_KINDS, Need
from budgetdesk.readers.chart import load_chart, read_chart

PEERS_LINES = """
101 102 103 104 105 106 107 108 109 110 111 201 202 203 204 205 206 301 302 303 304 305 306 307
401 402 403 404 405 501 502 503 504 505 601 602 603 604 605 606 607 701 702 703 704 705 706 707
708 709 801 802 803 804 805 806 807 808 809 810 811 812 901 902 910 911 912 913 914 915 916 990
991 992
"""

GOOD = """
[groups]
bolig = "Bolig"
[lines.104]
title = "Varme"
group = "bolig"
type = "fixed"
need = "need"
rhythm = "monthly"
"""


def test_has_every_line_of_the_proposal():
    assert set(PEERS_LINES.split()) <= set(load_chart().lines)


@pytest.mark.parametrize("code", ["305", "306", "813"])
def test_school_leisure_and_childrens_days_are_need_by_default(code):
    assert load_chart().lines[code].need is Need.NEED


@pytest.mark.parametrize("code", ["706", "808", "809"])
def test_alcohol_holiday_and_gambling_are_asked_about(code):
    assert load_chart().lines[code].need is Need.ASK


@pytest.mark.parametrize(
    ("code", "rhythm"),
    [
        ("106", Rhythm.MONTHLY),
        ("201", Rhythm.QUARTERLY),
        ("110", Rhythm.MONTHLY),
        ("704", Rhythm.MONTHLY),
        ("609", Rhythm.HALFYEARLY),
    ],
)
def test_rhythms_are_those_of_the_adviser(code, rhythm):
    assert load_chart().lines[code].rhythm is rhythm


@pytest.mark.parametrize(
    ("code", "owner"),
    [
        ("101", Owner.TENANCY),
        ("102", Owner.TENANCY),
        ("901", Owner.DERIVED),
        ("910", Owner.PLAN),
        ("912", Owner.DEBTS),
        ("992", Owner.NONE),
    ],
)
def test_each_fact_has_one_owner(code, owner):
    assert load_chart().lines[code].owner is owner


@pytest.mark.parametrize(
    "word",
    [
        "Madservice",
        "Fodpleje",
        "Nødkald",
        "Opholdsgebyr",
        "Bøder",
        "Garage",
        "Fogedomkostninger",
        "Børneopsparing",
        "MobilePay-lån",
        "Overtræksrente",
        "ejerafgift",
        "Overtræk og",
        "Kviklån",
        "Afdragskøb",
        "Banklån",
    ],
)
def test_has_the_lines_the_advisers_asked_for(word):
    assert any(word in line.title for line in load_chart().lines.values())


def test_says_not_sorted_yet_and_family_abroad():
    lines = load_chart().lines

    assert "ikke fordelt endnu" in lines["990"].title
    assert "ikke fordelt endnu" in lines["991"].title
    assert lines["811"].title == "Familie i udlandet"


def test_every_line_says_where_the_figure_is_found_in_one_short_sentence():
    for line in load_chart().lines.values():
        assert line.help.endswith("."), line.code
        assert len(line.help) <= 90, line.code


def test_every_group_has_lines_and_lines_come_in_the_order_of_the_groups():
    chart = load_chart()
    seen = list(dict.fromkeys(line.group for line in chart.lines.values()))

    assert seen == list(chart.groups)


def test_knows_every_kind_of_income_of_the_case_file():
    chart = load_chart()

    assert set(chart.incomes) == set(INCOME_KINDS)
    assert {kind for kind, line in chart.incomes.items() if line.one_off} == {"feriepenge", "overskydende_skat"}
    assert chart.incomes["boerneydelse"].pays_on == "day:20 of 1,4,7,10"


def test_debts_are_shown_on_lines_of_their_own_and_unknown_kinds_on_the_last():
    chart = load_chart()

    assert chart.debt_line("gaeldsstyrelsen").code == "912"
    assert chart.debt_line("noget helt andet").code == "929"
    assert {chart.lines[kind.line].owner for kind in chart.debts.values()} == {Owner.DEBTS}


def test_clothes_insurance_and_christmas_are_reserves():
    lines = load_chart().lines

    assert {lines[code].type for code in ("201", "801", "802", "807", "813")} == {LineType.RESERVE}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('type = "fixed"', 'type = "fast"'), "lines.104.type er “fast”"),
        (('need = "need"', 'need = "must"'), "lines.104.need er “must”"),
        (('rhythm = "monthly"', 'rhythm = "daily"'), "lines.104.rhythm er “daily”"),
        (('group = "bolig"', 'group = "hjem"'), "lines.104.group er “hjem”"),
        (('title = "Varme"', 'titel = "Varme"'), "lines.104.titel kendes ikke"),
        (('title = "Varme"\n', ""), "lines.104.title mangler"),
        (("[groups]", "[grupper]"), "grupper kendes ikke"),
        (('title = "Varme"', 'title = "Varme"\npays_on = "den 1."'), "lines.104.pays_on er “den 1.”"),
        (('title = "Varme"', 'title = "Varme"\ncommon = "ja"'), "lines.104.common er “ja”"),
        (("[lines.104]", "[incomes.guld]\n[lines.104]"), "incomes.guld er ikke en slags indtægt"),
        (("[lines.104]", "[debts.x]\ntitle='X'\nline='104'\n[lines.104]"), "debts.x.line er “104”"),
        (("[lines.104]", "[lines.104"), "kan ikke læses"),
    ],
)
def test_a_broken_chart_is_refused_by_name(tmp_path: Path, change: tuple[str, str], named: str):
    file = tmp_path / "chart.toml"
    file.write_text(GOOD.replace(*change), encoding="utf-8")

    with pytest.raises(RatesFileError, match=r".") as refusal:
        read_chart(file)

    assert named in str(refusal.value)
