"""Read the organisation's policy (`resources/policy.toml`, or a file of the same shape)."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from budgetdesk.errors import BadInputError
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.readers import resources

_TOP = {"version", "organisation", "plan", "approvals", "living", "municipality", "test"}
_AMOUNTS = {"least_instalment", "adult_per_week", "further_adult_per_week", "child_per_week", "cushion"}
_AMOUNTS |= {"municipal_adult", "municipal_further_adult", "municipal_child"}
_COUNTS = {
    "max_months": (1, 36),
    "day_of_month": (1, 28),
    "start_within_months": (0, 6),
    "late_days": (0, 60),
    "balance_days": (0, 60),
    "answer_weeks": (0, 52),
}
_PARTS = {"least_share": 1, "most_of_luft": 10}
_SECTIONS = {
    "plan": {
        "max_months",
        "day_of_month",
        "least_instalment",
        "least_share",
        "most_of_luft",
        "start_within_months",
        "pause_months",
        "late_days",
    },
    "living": {"adult_per_week", "further_adult_per_week", "child_per_week"},
    "municipality": {"municipal_adult", "municipal_further_adult", "municipal_child"},
    "test": {"cushion", "balance_days", "answer_weeks"},
}


def load_policy(path: Path | None = None) -> Policy:
    """The policy in `path`, or the one that ships with the program. Raises BadInputError, naming the key."""
    file = path or resources.path("policy.toml")
    try:
        raw = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    except OSError as error:
        raise BadInputError(f"Politikken {file.name} kan ikke åbnes. Vælg en anden fil.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInputError(f"Politikken {file.name} kan ikke læses som TOML. Ret filen ({error}).") from error
    return _policy(raw, file.name)


def _policy(raw: dict[str, Any], name: str) -> Policy:
    _refuse_unknown(raw.keys() - _TOP, "", name)
    values: dict[str, Any] = {"version": _text(raw, "version", name), "organisation": raw.get("organisation", "")}
    if not values["version"]:
        raise BadInputError(f"Politikken {name} mangler en version. Skriv fx version = “2026-11”.")
    for section, keys in _SECTIONS.items():
        given = raw.get(section, {})
        _refuse_unknown(given.keys() - keys, f"{section}.", name)
        values |= {key: _value(key, value, name) for key, value in given.items()}
    values["approvals"] = tuple(_approval(entry, name) for entry in raw.get("approvals", []))
    return Policy(**values)


def _refuse_unknown(keys: set[str], where: str, name: str) -> None:
    if keys:
        listed = ", ".join(f"“{where}{key}”" for key in sorted(keys))
        raise BadInputError(f"Politikken {name} har en nøgle, vi ikke kender: {listed}. Ret den eller slet den.")


def _text(raw: dict[str, Any], key: str, name: str) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise BadInputError(f"Politikken {name}: “{key}” skal være tekst i anførselstegn.")
    return value


def _value(key: str, value: Any, name: str) -> Any:
    if key in _AMOUNTS:
        return _amount(key, value, name)
    if key in _COUNTS:
        lowest, highest = _COUNTS[key]
        if type(value) is not int or not lowest <= value <= highest:
            raise BadInputError(f"Politikken {name}: “{key}” skal være et helt tal fra {lowest} til {highest}.")
        return value
    if key in _PARTS:
        return _part(key, value, name)
    if key == "pause_months":
        if not isinstance(value, list) or not all(type(m) is int and 1 <= m <= 12 for m in value):
            raise BadInputError(f"Politikken {name}: “{key}” skal være måneder fra 1 til 12, fx [7, 12].")
        return tuple(value)
    raise AssertionError(key)  # every key of _SECTIONS is handled above


def _amount(key: str, value: Any, name: str) -> Decimal:
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        amount = Decimal(-1)
    if not amount.is_finite() or amount < 0 or amount != round(amount, 2):
        raise BadInputError(f"Politikken {name}: “{key}” skal være et beløb i kroner, fx “600” eller “600.50”.")
    return amount


def _part(key: str, value: Any, name: str) -> Decimal:
    highest = _PARTS[key]
    try:
        part = Decimal(str(value))
    except InvalidOperation:
        part = Decimal(-1)
    if not part.is_finite() or not 0 <= part <= highest:
        raise BadInputError(f"Politikken {name}: “{key}” skal være et tal fra 0 til {highest}, fx “0.5”.")
    return part


def _approval(entry: Any, name: str) -> Approval:
    if not isinstance(entry, dict) or entry.keys() != {"up_to_months", "by"} or type(entry["up_to_months"]) is not int:
        raise BadInputError(f"Politikken {name}: hver [[approvals]] skal have up_to_months og by.")
    return Approval(entry["up_to_months"], str(entry["by"]))
