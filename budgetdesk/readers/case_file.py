"""Case files and the published JSON Schemas on disk."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from budgetdesk.errors import BadInputError, CaseFileError
from budgetdesk.household.case import Case
from budgetdesk.household.case_file import ReadCase, read_case, write_case
from budgetdesk.readers import resources
from budgetdesk.readers.chart import load_chart

LARGEST_FILE = 5_000_000
"""A case file is a few kilobytes; what is larger than this is something else (bytes)."""


def load_case(path: Path, *, today: date) -> ReadCase:
    """The case in a file, its lines checked against the chart. Raises CaseFileError."""
    return parse_case(_bytes(path), today=today)


def parse_case(content: bytes, *, today: date) -> ReadCase:
    """The case in the bytes of a file (UTF-8 JSON). Raises CaseFileError."""
    try:
        data = json.loads(content.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise CaseFileError("Sagsfilen er ikke gemt som UTF-8. Gem den igen som UTF-8.") from error
    except json.JSONDecodeError as error:
        raise CaseFileError(
            f"Sagsfilen er ikke gyldig JSON: linje {error.lineno}, tegn {error.colno}. Ret filen der."
        ) from error
    except RecursionError as error:
        raise CaseFileError("Sagsfilen er ikke en sag: den er viklet for dybt ind i sig selv.") from error
    return read_case(data, today=today, lines=load_chart().lines)


def dump_case(case: Case) -> bytes:
    """The bytes of a case file: UTF-8 JSON, readable for people."""
    return (json.dumps(write_case(case), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def sample_case(*, today: date) -> Case:
    """The invented household that ships with the program."""
    return load_case(resources.path("sample", "case.json"), today=today).case


def schema_names() -> tuple[str, ...]:
    """The published JSON Schemas, by name."""
    return tuple(sorted(path.stem for path in resources.path("schemas").glob("*.json")))


def load_schema(name: str) -> dict[str, Any]:
    """One published JSON Schema (draft 2020-12). Raises BadInputError for a name that is not published."""
    if name not in schema_names():
        raise BadInputError(f"Skemaet “{name}” findes ikke. Skriv et af: {', '.join(schema_names())}.")
    schema: dict[str, Any] = json.loads(resources.path("schemas", f"{name}.json").read_text(encoding="utf-8"))
    return schema


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise CaseFileError(f"Filen {path.name} er for stor til at være en sagsfil. Vælg en anden fil.")
        return path.read_bytes()
    except OSError as error:
        raise CaseFileError(f"Filen {path.name} kan ikke læses. Se, om den findes, og om du må læse den.") from error


def _no_constant(name: str) -> None:
    raise CaseFileError(f"Sagsfilen: {name} er ikke et tal. Skriv et beløb eller null.")
