"""Case files as bytes, the schemas that ship, and the sample household."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from budgetdesk.errors import BadInputError, CaseFileError
from budgetdesk.household.case_file import case_schema
from budgetdesk.readers import case_file
from budgetdesk.readers.case_file import dump_case, load_case, load_schema, parse_case, schema_names

TODAY = date(2026, 11, 20)


def test_the_published_schema_of_the_case_is_the_one_the_reader_obeys():
    assert load_schema("case") == case_schema()


@pytest.mark.parametrize("name", ["case", "budget", "benefits", "plan", "deadlines", "read", "verify", "demo", "loans"])
def test_every_schema_of_the_contract_is_published(name: str):
    assert name in schema_names()


@pytest.mark.parametrize("name", schema_names())
def test_every_schema_is_sound(name: str):
    jsonschema.Draft202012Validator.check_schema(load_schema(name))


def _names(schema: object) -> set[str]:
    """Every key of an object anywhere in a schema."""
    if isinstance(schema, list):
        return set().union(*map(_names, schema), set())
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", {})).union(*map(_names, schema.values()), set())


def test_the_documentation_names_every_key():
    page = (Path(__file__).parents[2] / "docs" / "case_file.md").read_text(encoding="utf-8")

    assert {name for name in _names(case_schema()) if f"`{name}`" not in page and f"`{name}[]`" not in page} == set()


def test_an_unknown_schema_is_refused_with_the_names_there_are():
    with pytest.raises(BadInputError, match=r"“hus” findes ikke\. Skriv et af: .*benefits"):
        load_schema("hus")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "er tom"),
        (b"{", "linje 1, tegn 2"),
        (b'{"version": 1, "version": 2}', "“version” står to gange"),
        (b'{"version": ' + b"9" * 5000 + b"}", "alt for langt"),
        (b'{"format": ', "ikke gyldig JSON"),
        ("Lærkevej".encode("cp1252"), "ikke gemt som UTF-8"),
        (b"[" * 100_000, "Sagsfilen"),
        (b'{"a": NaN}', "NaN er ikke et tal"),
        (b'"sag"', "ikke et JSON-objekt"),
    ],
)
def test_a_file_that_is_no_case_file_is_refused(content: bytes, sentence: str):
    with pytest.raises(CaseFileError) as refusal:
        parse_case(content, today=TODAY)

    assert sentence in str(refusal.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(CaseFileError, match=r"sag\.json kan ikke læses"):
        load_case(tmp_path / "sag.json", today=TODAY)


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(case_file, "LARGEST_FILE", 10)
    (tmp_path / "film.json").write_bytes(b" " * 11)

    with pytest.raises(CaseFileError, match="for stor"):
        load_case(tmp_path / "film.json", today=TODAY)


def test_a_mark_of_byte_order_does_no_harm():
    content = json.dumps(
        {
            "format": "budgetdesk/case",
            "version": 1,
            "persons": [],
            "tenancy": {"rent_per_month": "1.00", "area_m2": 10.5, "heating": "in_rent"},
        }
    ).encode("utf-8-sig")

    case = parse_case(content, today=TODAY).case

    assert str(case.tenancy.area_m2) == "10.5"
    assert parse_case(dump_case(case), today=TODAY).case == case
