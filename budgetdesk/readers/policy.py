"""Read the organisation's policy (`resources/policy.toml`, or a file of the same shape)."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Clause
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.policy_fields import BY_KEY, FIELDS, checked, sections
from budgetdesk.readers import resources

_LONGEST = 4000
"""Characters of one wording."""


def load_policy(path: Path | None = None) -> Policy:
    """The policy in `path`, or the one that ships with the program. Raises BadInputError, naming the key."""
    file = path or resources.path("policy.toml")
    try:
        return read_policy(file.read_text("utf-8"), file.name)
    except OSError as error:
        raise BadInputError(f"Politikken {file.name} kan ikke åbnes. Vælg en anden fil.") from error
    except UnicodeDecodeError as error:
        raise BadInputError(f"Politikken {file.name} kan ikke læses som TOML. Gem den som UTF-8 ({error}).") from error


def read_policy(text: str, name: str) -> Policy:
    """The policy in a text of TOML. Raises BadInputError, naming the file and the key."""
    try:
        raw = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadInputError(f"Politikken {name} kan ikke læses som TOML. Ret filen ({error}).") from error
    _refuse_unknown(raw.keys() - {"version", "organisation", "approvals", "wordings", *sections()}, "", name)
    values: dict[str, Any] = {key: _text(raw, key, name) for key in ("version", "organisation")}
    if not values["version"]:
        raise BadInputError(f"Politikken {name} mangler en version. Skriv fx version = “2026-11”.")
    for section in sections():
        given = _table(raw, section, name)
        _refuse_unknown(given.keys() - {f.key for f in FIELDS if f.section == section}, f"{section}.", name)
        values |= {key: _value(key, value, name) for key, value in given.items()}
    values["approvals"] = _approvals(raw.get("approvals", []), name)
    values["wordings"] = _wordings(_table(raw, "wordings", name), name)
    return Policy(**values)


def _refuse_unknown(keys: set[str], where: str, name: str) -> None:
    if keys:
        listed = ", ".join(f"“{where}{key}”" for key in sorted(keys))
        raise BadInputError(f"Politikken {name} har en nøgle, vi ikke kender: {listed}. Ret den eller slet den.")


def _table(raw: dict[str, Any], section: str, name: str) -> dict[str, Any]:
    given = raw.get(section, {})
    if not isinstance(given, dict):
        raise BadInputError(f"Politikken {name}: “{section}” skal være et afsnit. Skriv det som [{section}].")
    return given


def _text(raw: dict[str, Any], key: str, name: str) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise BadInputError(f"Politikken {name}: “{key}” skal være tekst i anførselstegn.")
    return value.strip()


def _value(key: str, value: Any, name: str) -> Any:
    try:
        return checked(BY_KEY[key], value)
    except ValueError as error:
        raise BadInputError(f"Politikken {name}: “{key}” {error}.") from error


def _approvals(entries: Any, name: str) -> tuple[Approval, ...]:
    if not isinstance(entries, list):
        raise BadInputError(f"Politikken {name}: “approvals” skal skrives som [[approvals]].")
    return tuple(_approval(entry, name) for entry in entries)


def _approval(entry: Any, name: str) -> Approval:
    if not isinstance(entry, dict) or entry.keys() != {"up_to_months", "by"} or type(entry["up_to_months"]) is not int:
        raise BadInputError(f"Politikken {name}: hver [[approvals]] skal have up_to_months og by.")
    return Approval(entry["up_to_months"], str(entry["by"]).strip())


def _wordings(given: dict[str, Any], name: str) -> tuple[Clause, ...]:
    for key, text in given.items():
        if not isinstance(text, str) or not text.strip() or len(text) > _LONGEST:
            raise BadInputError(f"Politikken {name}: “wordings.{key}” skal være tekst på højst {_LONGEST} tegn.")
    return tuple(Clause(id=key, text=text.strip()) for key, text in given.items())
