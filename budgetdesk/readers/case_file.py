"""Case files and the published JSON Schemas on disk."""

from __future__ import annotations

import difflib
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.casework.record_notes import without_own
from budgetdesk.errors import BadInputError, CaseFileError
from budgetdesk.household.case import Case
from budgetdesk.household.case_file import ReadCase, read_case, write_case
from budgetdesk.i18n import _
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.municipalities import load_municipalities

LARGEST_FILE = 5_000_000
"""A case file is a few kilobytes; what is larger than this is something else (bytes)."""


def load_case(path: Path, *, today: date) -> ReadCase:
    """The case in a file, its lines checked against the chart. Raises CaseFileError."""
    return parse_case(_bytes(path), today=today)


def parse_case(content: bytes, *, today: date) -> ReadCase:
    """The case in the bytes of a file (UTF-8 JSON). Raises CaseFileError."""
    try:
        text = content.decode("utf-8-sig")
        if not text.strip():
            raise CaseFileError(_("Sagsfilen er tom. Vælg en anden fil."))
        data = json.loads(text, parse_float=Decimal, parse_constant=_no_constant, object_pairs_hook=_each_key_once)
    except UnicodeDecodeError as error:
        raise CaseFileError(_("Sagsfilen er ikke gemt som UTF-8. Gem den igen som UTF-8.")) from error
    except json.JSONDecodeError as error:
        raise CaseFileError(
            _("Sagsfilen er ikke gyldig JSON: linje {lineno}, tegn {colno}. Ret filen der.").format(
                lineno=error.lineno, colno=error.colno
            )
        ) from error
    except (ValueError, InvalidOperation) as error:  # more digits than Python turns into a number
        raise CaseFileError(_("Sagsfilen har et tal, som er alt for langt. Skriv det igen.")) from error
    except RecursionError as error:
        raise CaseFileError(_("Sagsfilen er ikke en sag: den er viklet for dybt ind i sig selv.")) from error
    read = read_case(data, today=today, lines=load_chart().lines)
    return replace(read, notes=(*read.notes, *_municipality(read.case.tenancy.municipality)))


def _municipality(name: str) -> tuple[str, ...]:
    """A word about a municipality that does not exist: the letters go there."""
    plain = name.strip().removesuffix(" Kommune").removesuffix(" kommune")
    if not plain or plain.casefold() in _municipalities():
        return ()
    names = [one.name for one in load_municipalities()]
    near = difflib.get_close_matches(plain, names, n=1, cutoff=0.8)
    return (
        _("Kommunen “{name}” kendes ikke.{near}").format(
            name=name, near=_(" Mente du “{near}”?").format(near=near[0]) if near else _(" Ret tenancy.municipality.")
        ),
    )


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(one.name.casefold() for one in load_municipalities())


def dump_case(case: Case) -> bytes:
    """The bytes of a case file: UTF-8 JSON, readable for people. The adviser's own notes are no part of the case and
    stay behind."""
    return (json.dumps(write_case(without_own(case)), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def sample_case(*, today: date) -> Case:
    """The invented household that ships with the program."""
    return load_case(data_files.path("sample", "case.json"), today=today).case


def schema_names() -> tuple[str, ...]:
    """The published JSON Schemas, by name."""
    return tuple(sorted(path.stem for path in data_files.path("schemas").glob("*.json")))


def load_schema(name: str) -> dict[str, Any]:
    """One published JSON Schema (draft 2020-12). Raises BadInputError for a name that is not published."""
    if name not in schema_names():
        raise BadInputError(
            _("Skemaet “{name}” findes ikke. Skriv et af: {schema_names}.").format(
                name=name, schema_names=", ".join(schema_names())
            )
        )
    schema: dict[str, Any] = json.loads(data_files.path("schemas", f"{name}.json").read_text(encoding="utf-8"))
    return schema


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise CaseFileError(
                _("Filen {name} er for stor til at være en sagsfil. Vælg en anden fil.").format(name=path.name)
            )
        return path.read_bytes()
    except OSError as error:
        raise CaseFileError(
            _("Filen {name} kan ikke læses. Se, om den findes, og om du må læse den.").format(name=path.name)
        ) from error


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON lets the last of two equal keys win without a word; two rents are a mistake."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _rest in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise CaseFileError(
            _("Sagsfilen: nøglen “{twice}” står to gange i samme objekt. Slet den ene.").format(twice=twice)
        )
    return made


def _no_constant(name: str) -> None:
    raise CaseFileError(_("Sagsfilen: {name} er ikke et tal. Skriv et beløb eller null.").format(name=name))
