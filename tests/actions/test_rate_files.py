"""A year of figures goes from one organisation to another, and is looked at before it is taken in."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rate_store import Store, draft, entered

from budgetdesk.actions import rate_files, rate_year, rates
from budgetdesk.actions.library import load_library
from budgetdesk.actions.rate_files import Coming
from budgetdesk.actions.rate_notice import close_for_today, notice, notice_to_show
from budgetdesk.benefits.rate_edits import Standing
from budgetdesk.errors import RatesFileError
from budgetdesk.readers import rate_edits as reader
from budgetdesk.readers.rates import load_rates


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """One figure with two names, one with one."""
    there = Store()
    rates.confirm(there, entered(there, draft()), by="Søren Dahl")
    entered(there, draft(45_500, series="boligsikring_indkomstgraense_pr_barn"))
    target = tmp_path / "satser.toml"
    assert rate_files.export_rates(there, target) == 2
    return target


def test_the_file_is_in_the_form_of_the_programs_own_files(file: Path, tmp_path: Path) -> None:
    law = tomllib.loads(file.read_text("utf-8"))["boligstoette"]
    own = law["boligsikring_indkomstgraense"]
    keys = {"from", "to", "value", "source", "confidence", "checked"}
    lines = [f'law = "Boligstøtteloven"\n[{own and "graense"}]']
    lines += [f'name = "{own["name"]}"', f'unit = "{own["unit"]}"', f'paragraph = "{own["paragraph"]}"']
    value = own["values"][0]
    assert keys <= value.keys()
    said = f"from = {value['from']}, to = {value['to']}, value = {value['value']}, checked = {value['checked']}"
    lines.append(f'values = [{{ {said}, source = "x", confidence = "{value["confidence"]}" }}]')
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "boligstoette.toml").write_text("\n".join(lines), "utf-8")

    read = load_rates(tmp_path / "own")["boligstoette"].on("graense", date(2027, 5, 1))
    assert (read.value, read.unit) == (175_000, "kr/år")


def test_the_preview_says_what_is_new_and_which_figures_count_at_once(file: Path) -> None:
    here = Store()
    found = rate_files.preview(here, file, by="Lone")

    assert [(row.coming, row.counts) for row in found] == [(Coming.NEW, True), (Coming.NEW, False)]
    assert not here.kept
    assert rate_files.take_in(here, found) == 2
    assert [(edit.standing, edit.entered_by, edit.confirmed_by) for edit in rates.edits_of(here)] == [
        (Standing.IN_FORCE, "Karen Mølgaard", "Søren Dahl"),
        (Standing.WAITING, "Karen Mølgaard", ""),
    ]


def test_the_same_file_again_brings_nothing(file: Path) -> None:
    here = Store()
    rate_files.take_in(here, rate_files.preview(here, file, by="Lone"))
    again = rate_files.preview(here, file, by="Lone")

    assert {row.coming for row in again} == {Coming.SAME}
    assert rate_files.take_in(here, again) == 0
    assert len(rates.edits_of(here)) == 2


def test_a_figure_that_waits_here_counts_when_the_file_brings_a_second_name(file: Path) -> None:
    here = Store()
    entered(here, draft(entered_by="Lone Bang"))
    rate_files.take_in(here, rate_files.preview(here, file, by="Lone Bang"))

    (counts,) = rates.edits_of(here, Standing.IN_FORCE)
    assert (counts.entered_by, counts.confirmed_by) == ("Lone Bang", "Søren Dahl")


def test_another_value_than_here_is_shown_as_changed_with_the_value_here(file: Path) -> None:
    here = Store()
    rates.confirm(here, entered(here, draft(174_000)), by="Lone")
    first = rate_files.preview(here, file, by="Lone")[0]

    assert (first.coming, first.here) == (Coming.CHANGED, "174000")


def test_one_name_alone_never_counts_whatever_the_file_says(file: Path) -> None:
    text = file.read_text("utf-8").replace('confirmed_by = "Søren Dahl"', 'confirmed_by = "karen  mølgaard"')
    file.write_text(text, "utf-8")
    here = Store()
    rate_files.take_in(here, rate_files.preview(here, file, by="Lone"))

    assert not rates.edits_of(here, Standing.IN_FORCE)


def test_a_value_without_a_name_is_entered_by_whoever_fetches_the_file(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace('entered_by = "Karen Mølgaard", ', ""), "utf-8")
    found = rate_files.preview(Store(), file, by="Lone")

    assert {row.edit.entered_by for row in found if row.edit} == {"Lone"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "kr/år"', 'unit = "kr/måned"', "Enheden er"),
        ("value = 175000", "value = true", "skal være et tal"),
        ("value = 175000", "value = -5", "uden fortegn"),
        ("value = 175000", 'value = "175000"', "skal være et tal"),
        ("from = 2027-01-01", "from = 2027-02-01", "mangler en værdi"),
        ("from = 2027-01-01", 'from = "2027-01-01"', "skal være en dag"),
        ("from = 2027-01-01, ", "", "“from” mangler"),
        ("from = 2027-01-01", "von = 2027-01-01", "kendes ikke"),
        ('confidence = "primary"', 'confidence = "sikker"', "confidence"),
        ("boligstoette.boligsikring_indkomstgraense]", "boligstoette.nedlagt]", "ingen sats"),
        ("[boligstoette.boligsikring_indkomstgraense]", "[ingen.x]", "ingen sats"),
    ],
)
def test_a_bad_value_is_refused_in_a_sentence_and_the_others_are_read(
    file: Path, old: str, new: str, said: str
) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    first, second = rate_files.preview(Store(), file, by="Lone")

    assert (first.coming, said in first.why) == (Coming.REFUSED, True)
    assert second.coming is Coming.NEW


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        'format = "andet"',
        'format = "budgetdesk/rates"\nversion = 1\n[a.b]\nvalues = [{ value = 1.5e3 }]',
        'format = "budgetdesk/rates"\nversion = 2',
        "\x00",
    ],
)
def test_what_is_no_such_file_is_refused_by_name(tmp_path: Path, text: str) -> None:
    target = tmp_path / "regning.toml"
    target.write_text(text, "utf-8")

    with pytest.raises(RatesFileError, match=r"regning\.toml"):
        rate_files.preview(Store(), target, by="Lone")


@given(
    st.decimals(0, 90, places=3, allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(lambda text: bool(text.strip())),
)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, value: Decimal, text: str) -> None:
    edit = draft(series="boligsikring_andel", value=value, source=text, link=text, source_day=date(2026, 12, 15))
    target = tmp_path_factory.mktemp("satser") / "fil.toml"
    target.write_bytes(reader.dump([edit], load_library().rates))
    (row,) = reader.read(target)

    assert row.edit is not None
    clean = text.replace("\x7f", "")
    assert (row.edit.value, row.edit.source, row.edit.days) == (value, clean, edit.days)
    assert reader.from_plain(reader.to_plain([replace(edit, id="a")])) == (replace(edit, id="a"),)


def test_a_new_year_lists_every_figure_that_ended_with_the_old_value() -> None:
    library = load_library()
    assert rate_year.next_period(library.rates, date(2027, 1, 2)) == (date(2027, 1, 1), date(2027, 12, 31))
    assert rate_year.next_period(library.rates, date(2026, 11, 20)) == (date(2027, 1, 1), date(2027, 12, 31))
    listed = rate_year.year_rows(library, "boligstoette", date(2027, 1, 1))

    ended = [s for s in library.rates["boligstoette"].series.values() if s.rates[-1].end == date(2026, 12, 31)]
    assert [row.series for row in listed] == ended
    assert all(row.old is not None and row.old.end == date(2026, 12, 31) for row in listed)
    assert not rate_year.year_rows(library, "paragraf_34", date(2027, 1, 1))
    assert rate_year.laws_to_renew(library, date(2027, 1, 1))[0].key == "boligstoette"


def test_the_list_says_what_was_entered_already() -> None:
    store = Store()
    entered(store, draft())
    listed = {r.series.name: r.entered for r in rate_year.year_rows(store.library, "boligstoette", date(2027, 1, 1))}

    assert [name for name, edit in listed.items() if edit is not None] == ["boligsikring_indkomstgraense"]
    assert rate_year.laws_to_renew(store.library, date(2027, 1, 1))[0].lacking == len(listed) - 1


def test_the_notice_comes_thirty_days_before_and_is_closed_for_the_day_only() -> None:
    library = load_library()
    assert notice(library, date(2026, 11, 30)) is None
    soon, gone = notice(library, date(2026, 12, 1)), notice(library, date(2027, 1, 1))
    assert soon is not None
    assert gone is not None
    assert (soon.expired, gone.expired, gone.laws[0]) == (False, True, "boligstoette")
    store = Store()
    close_for_today(store)
    assert notice_to_show(store) is None
    store.today = date(2027, 1, 3)

    assert notice_to_show(store) is not None
