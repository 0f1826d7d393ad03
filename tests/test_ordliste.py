"""The word list: every Danish identifier in the code has a row, and every row is in use."""

from __future__ import annotations

import re
from pathlib import Path

from budgetdesk.household.words import INCOME_BASES, INCOME_KINDS

ROOT = Path(__file__).parent.parent
ROWS = re.findall(r"^\|(.+?)\|(.+?)\|(.+?)\|(.+?)\|$", (ROOT / "docs" / "ordliste.md").read_text("utf-8"), re.M)[2:]
LISTED = {identifier for row in ROWS for identifier in re.findall(r"`(\w+)`", row[1])}
NOT_DANISH = {"aad", "aesgcm", "does", "goes", "daemon", "israel", "oem"}
"""English words, and names of libraries, in which two letters happen to stand together as in a Danish word."""


NO_NAMES = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*|^ *from [\w.]+''', re.S | re.M
)
"""Texts, comments, and the way to a module. A tree of each file would say the same ten times as slowly."""


def _words_of_the_code() -> set[str]:
    names: set[str] = set()
    for file in (ROOT / "budgetdesk").rglob("*.py"):
        names.add(file.stem)
        names.update(re.findall(r"[^\W\d]\w*", NO_NAMES.sub(" ", file.read_text("utf-8"))))
    return {word.lower() for name in names for word in re.split(r"_|(?<=[a-z])(?=[A-Z])", name)}


def test_every_danish_identifier_has_a_row():
    """Danish shows by its letters, written in ASCII: `ae`, `oe`, `aa`."""
    parts = {part for identifier in LISTED for part in identifier.split("_")}
    danish = {word for word in _words_of_the_code() if re.search("ae|oe|aa", word)} - NOT_DANISH

    assert danish - parts == set()


def test_every_word_of_the_case_file_for_income_has_a_row():
    assert {*INCOME_BASES, *INCOME_KINDS} - LISTED == set()


def test_every_row_is_in_use():
    files = [*(ROOT / "budgetdesk").rglob("*.py"), *(ROOT / "resources" / "rates").glob("*.toml")]
    code = "\n".join(file.stem + "\n" + file.read_text("utf-8") for file in files).lower()
    once = "\n".join(set(re.findall(r"\w+", code)))  # a twentieth of it, and no identifier is longer than a word

    assert {identifier for identifier in LISTED if not _begins_somewhere(identifier.lower(), once)} == set()


def _begins_somewhere(identifier: str, code: str) -> bool:
    """Whether it stands in the code other than in the middle of a word."""
    at = code.find(identifier)
    while at > 0 and code[at - 1].isalpha() and code[at - 1].isascii():
        at = code.find(identifier, at + 1)
    return at >= 0


def test_identifiers_are_ascii_and_rows_are_in_order():
    assert [identifier for identifier in LISTED if not identifier.isascii()] == []
    first = [re.findall(r"`(\w+)`", row[1])[0] for row in ROWS]
    alphabet = str.maketrans({"æ": "z{", "ø": "z|", "å": "z}"})
    terms = [row[0].strip().lower().translate(alphabet) for row in ROWS]

    assert terms == sorted(terms)
    assert len(set(first)) == len(first)
