"""The files of usual times: what they hold, and that a time without a source or with a slip is refused by name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.usual_times import WAITS, UsualTime
from budgetdesk.errors import RatesFileError
from budgetdesk.readers.usual_times import load_usual_times

FILES = ("eviction.toml", "rescue.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(data_files.path(name), tmp_path / name)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def test_every_wait_is_an_estimate_with_a_source():
    usual = load_usual_times()

    assert set(usual.waits) == set(WAITS)
    assert all(one.source and one.confidence is Confidence.UNVERIFIED for one in usual.waits.values())


def test_the_times_of_the_sources():
    """CFBU: 8-30 days from the meeting to the eviction; SBi: about four weeks for an enkeltydelse."""
    usual = load_usual_times()

    assert (usual.waits["eviction"].least_days, usual.waits["eviction"].most_days) == (8, 30)
    assert usual.rescues["paragraf_81"].most_days == 28


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("eviction.toml", "[waits.court_filing]", "[waits.court_fling]", "court_filing|court_fling"),
        ("eviction.toml", "least_days = 21", "least_days = 60", "Byt dem om"),
        ("eviction.toml", "most_days = 30", 'most_days = "30"', "helt antal dage"),
        ("eviction.toml", "most_days = 30", "most_days = 3000", "højst 400"),
        ("eviction.toml", 'confidence = "unverified"', 'confidence = "sure"', "confidence"),
        ("eviction.toml", "checked = 2026-11-20", 'checked = "i går"', "en dag mangler"),
        ("eviction.toml", "value = 14\n", "", "dage_til_at_betale"),
        ("rescue.toml", "source = ", "kilde = ", "kun nøglerne"),
        ("rescue.toml", 'season = ["04-05", "04-20"]', 'season = ["04-05"]', "to dage"),
        ("rescue.toml", '"04-05"', '"13-05"', "13-05"),
        ("rescue.toml", "[paragraf_81]", "[paragraf_81", "kan ikke læses"),
    ],
)
def test_a_slip_in_a_file_is_refused_by_name(folder, name, old, new, said):
    change(folder, name, old, new)

    with pytest.raises(RatesFileError, match=said) as refused:
        load_usual_times(folder)

    assert name in str(refused.value)


def test_a_missing_file_is_named(folder):
    (folder / "rescue.toml").unlink()

    with pytest.raises(RatesFileError, match=r"rescue\.toml"):
        load_usual_times(folder)


def test_a_season_is_the_next_one_that_has_not_ended():
    season = UsualTime(source="x", confidence=Confidence.SECONDARY, season=((4, 5), (4, 20)))

    assert season.after(date(2026, 11, 20)).first == date(2027, 4, 5)
    assert season.after(date(2027, 4, 10)).first == date(2027, 4, 10)
    assert season.after(date(2027, 4, 20)).last == date(2027, 4, 20)
    assert season.after(date(2027, 4, 21)).last == date(2028, 4, 20)
