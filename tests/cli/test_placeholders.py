"""The help of every command names what is to be written in the language of the window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from budgetdesk import data_files, i18n
from budgetdesk.cli.main import _parsers
from budgetdesk.cli.placeholders import WORDS, said

DAY = date(2026, 11, 20)


@pytest.fixture
def english() -> Iterator[None]:
    i18n.use("en", data_files.path("locale"))
    yield
    i18n.use("da", data_files.path("locale"))


def test_the_help_of_an_english_program_has_no_danish_placeholder(english: None) -> None:
    top, commands = _parsers(DAY)
    helps = {name: one.format_help() for name, one in commands.items()} | {"": top.format_help()}

    assert "FILE.pdf" in helps["seal"]
    assert {
        name: found for name, text in helps.items() if (found := set(re.findall("[A-ZÆØÅ]+", text)) & set(WORDS))
    } == {}


def test_the_help_of_a_danish_program_has_them() -> None:
    assert "FIL.pdf" in _parsers(DAY)[1]["seal"].format_help()


@pytest.mark.parametrize(
    ("danish", "spoken"), [("FIL.toml|VERSION", "FILE.toml|VERSION"), ("SAG.json", "CASE.json"), ("ID", "ID")]
)
def test_only_the_words_of_a_placeholder_change(english: None, danish: str, spoken: str) -> None:
    assert said(danish) == spoken
