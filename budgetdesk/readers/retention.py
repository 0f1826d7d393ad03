"""Read how long cases are kept (`resources/retention.toml`), and the organisation's own periods."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from typing import Any

from budgetdesk import data_files
from budgetdesk.casework.retention import Purpose, Retention
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.readers.toml_words import in_words, marked

PERIODS = ("after_plan_months", "still_months", "soon_days", "lookup_months", "bin_days")
LONGEST = 1200
"""Months or days; more is a slip of the finger."""
_PURPOSE = {"key", "title", "legal_basis", "months", "source", "confidence"}


@in_words
@cache
def load_retention() -> Retention:
    """The program's purposes and periods. Raises BadInputError, naming the key."""
    return read_retention(
        marked(data_files.path("retention.toml"), tomllib.loads(data_files.path("retention.toml").read_text("utf-8")))
    )


def read_retention(raw: dict[str, Any]) -> Retention:
    """Purposes and periods in a table. Raises BadInputError, naming the key."""
    purposes, periods = raw.get("purposes"), raw.get("periods")
    if not isinstance(purposes, list) or not purposes or not isinstance(periods, dict):
        raise _wrong("purposes")
    for one in purposes:
        if set(one) != _PURPOSE or not _is_count(one["months"]):
            raise _wrong(f"purposes.{one.get('key', '')}")
    for key in sorted(periods.keys() ^ set(PERIODS)) + [key for key in PERIODS if not _is_count(periods.get(key))]:
        raise _wrong(f"periods.{key}")
    return Retention(purposes=tuple(Purpose(**one) for one in purposes), **periods)


def with_own(program: Retention, own: object) -> Retention:
    """The program's purposes and periods with the organisation's own numbers: {"months": {key: n}, period: n, ...}.
    What cannot be read is passed over."""
    if not isinstance(own, dict):
        return program
    months = own.get("months")
    months = months if isinstance(months, dict) else {}
    purposes = tuple(
        replace(one, months=months[one.key], source=_("Organisationens egen frist"), confidence="own")
        if _is_count(months.get(one.key)) and months[one.key] != one.months
        else one
        for one in program.purposes
    )
    periods = {key: own[key] for key in PERIODS if _is_count(own.get(key))}
    return replace(program, purposes=purposes, **periods)


def to_plain(retention: Retention) -> dict[str, Any]:
    """The numbers as they are kept in a setting."""
    months = {one.key: one.months for one in retention.purposes}
    return {"months": months, **{key: getattr(retention, key) for key in PERIODS}}


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 < value <= LONGEST


def _wrong(key: str) -> BadInputError:
    return BadInputError(f"retention.toml: “{key}” mangler, kendes ikke eller kan ikke læses. Ret filen.")
