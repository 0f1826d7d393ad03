"""Read the organisation's policy (`resources/policy.toml`, or a file of the same shape)."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import PolicyError
from budgetdesk.household.agreement import Clause
from budgetdesk.i18n import _, translated
from budgetdesk.planning import wordings
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.policy_fields import BY_KEY, FIELDS, Kind, checked, problems, sections
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.wording.policy import TITLES


def load_policy(path: Path | None = None) -> Policy:
    """The policy in `path`, or the one that ships with the program. Raises PolicyError, naming the key."""
    file = path or data_files.path("policy.toml")
    try:
        return read_policy(file.read_text("utf-8"), file.name)
    except OSError as error:
        raise PolicyError(_("Politikken {name} kan ikke åbnes. Vælg en anden fil.").format(name=file.name)) from error
    except UnicodeDecodeError as error:
        raise PolicyError(
            _("Politikken {name} kan ikke læses som TOML. Gem den som UTF-8 ({error}).").format(
                name=file.name, error=error
            )
        ) from error


def read_policy(text: str, name: str) -> Policy:
    """The policy in a text of TOML. Raises PolicyError, naming the file and the key."""
    try:
        raw = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError(
            _("Politikken {name} kan ikke læses som TOML. Ret filen ({error}).").format(name=name, error=error)
        ) from error
    _refuse_unknown(raw.keys() - {"version", "organisation", "approvals", "wordings", *sections()}, "", name)
    values: dict[str, Any] = {key: _text(raw, key, name) for key in ("version", "organisation")}
    if not values["version"]:
        raise PolicyError(_("Politikken {name} mangler en version. Skriv fx version = “2026-11”.").format(name=name))
    for section in sections():
        given = _table(raw, section, name)
        _refuse_unknown(given.keys() - {f.key for f in FIELDS if f.section == section}, f"{section}.", name)
        values |= {key: _value(key, value, name) for key, value in given.items()}
    values["approvals"] = _approvals(raw.get("approvals", []), name)
    values["wordings"] = _wordings(_table(raw, "wordings", name), name)
    policy = Policy(**values)
    for key, why in problems(policy).items():
        raise PolicyError(_("Politikken {name}: “{key}” {why}.").format(name=name, key=key, why=why), key)
    return policy


def dump_policy(policy: Policy) -> str:
    """The policy as the text of a file, with what each value means beside it. Reading it back gives the same policy."""
    lines = ["# Politik for afdragsordninger. Skrevet af BudgetDesk. Den kan rettes; ukendte nøgler bliver afvist.", ""]
    lines += [f"version = {_quoted(policy.version)}", f"organisation = {_quoted(policy.organisation)}", ""]
    for section in sections():
        lines.append(f"[{section}]")
        for field in (one for one in FIELDS if one.section == section):
            value = getattr(policy, field.key)
            if value is not None:
                lines += [f"# {translated(TITLES)[field.key]}", f"{field.key} = {_toml(field.kind, value)}"]
        lines.append("")
    for approval in policy.approvals:
        lines += ["[[approvals]]", f"up_to_months = {approval.up_to_months}", f"by = {_quoted(approval.by)}", ""]
    if policy.wordings:
        lines += ["[wordings]", *(f"{clause.id} = {_quoted(clause.text)}" for clause in policy.wordings), ""]
    return "\n".join(lines)


def _toml(kind: Kind, value: Any) -> str:
    if kind is Kind.YES_NO:
        return "true" if value else "false"
    if kind is Kind.COUNTS:
        return f"[{', '.join(str(one) for one in value)}]"
    return str(value) if kind is Kind.COUNT else _quoted(str(value))


def _quoted(text: str) -> str:
    # A JSON text is a TOML text but for the sign DEL.
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)


def _refuse_unknown(keys: set[str], where: str, name: str) -> None:
    if keys:
        listed = ", ".join(f"“{where}{key}”" for key in sorted(keys))
        raise PolicyError(
            _("Politikken {name} har en nøgle, vi ikke kender: {listed}. Ret den eller slet den.").format(
                name=name, listed=listed
            )
        )


def _table(raw: dict[str, Any], section: str, name: str) -> dict[str, Any]:
    given = raw.get(section, {})
    if not isinstance(given, dict):
        raise PolicyError(
            _("Politikken {name}: “{section}” skal være et afsnit. Skriv det som [{section}].").format(
                name=name, section=section
            )
        )
    return given


def _text(raw: dict[str, Any], key: str, name: str) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise PolicyError(_("Politikken {name}: “{key}” skal være tekst i anførselstegn.").format(name=name, key=key))
    return value.strip()


def _value(key: str, value: Any, name: str) -> Any:
    try:
        return checked(BY_KEY[key], value)
    except ValueError as error:
        raise PolicyError(
            _("Politikken {name}: “{key}” {error}.").format(name=name, key=key, error=error), key
        ) from error


def _approvals(entries: Any, name: str) -> tuple[Approval, ...]:
    if not isinstance(entries, list):
        raise PolicyError(_("Politikken {name}: “approvals” skal skrives som [[approvals]].").format(name=name))
    return tuple(_approval(entry, name) for entry in entries)


def _approval(entry: Any, name: str) -> Approval:
    if not isinstance(entry, dict) or entry.keys() != {"up_to_months", "by"} or type(entry["up_to_months"]) is not int:
        raise PolicyError(_("Politikken {name}: hver [[approvals]] skal have up_to_months og by.").format(name=name))
    return Approval(entry["up_to_months"], str(entry["by"]).strip())


def _wordings(given: dict[str, Any], name: str) -> tuple[Clause, ...]:
    known = load_wordings()
    _refuse_unknown(given.keys() - known.keys(), "wordings.", name)
    found = []
    for key, text in given.items():
        where = f"wordings.{key}"
        try:
            found.append(Clause(id=key, text=wordings.checked(known[key], _text({where: text}, where, name))))
        except ValueError as error:
            raise PolicyError(
                _("Politikken {name}: “{where}”: {error}").format(name=name, where=where, error=error), where
            ) from error
    return tuple(found)
