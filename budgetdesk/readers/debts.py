"""Reader of what is known about debts: `resources/debts/`.

`rules.toml` has the sentences of law, each once; the files of kinds point at them by name. A file is refused, by name,
for a key that is missing or not known, a value of the wrong kind, or a rule that does not exist.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.errors import GuideFileError
from budgetdesk.household.words import DebtBasis
from budgetdesk.planning.debt_rules import (
    HOME_ARREARS,
    OTHER_KIND,
    BasisRule,
    CollectionStart,
    CollectionTariff,
    CreditorType,
    DebtGuide,
    DebtRules,
    Enforceable,
    LimitationRule,
    StepRule,
    TariffRow,
    Told,
)
from budgetdesk.readers.toml_words import in_words, marked

E = TypeVar("E", bound=StrEnum)

KIND_FILES = ("home", "public", "bank", "private")
LOWEST_RANK = 9
_SOURCED = ("paragraph", "source", "confidence")
_TARIFF_KEYS = {"from", "to", "checked", "vat_per_cent", "rows", *_SOURCED}
_COLLECTION_KEYS = {"earliest_start", "latest_start", *_SOURCED}


def load_debt_rules(folder: Path | None = None) -> DebtRules:
    """Everything in `folder` (default: the program's own). Raises GuideFileError."""
    return _own() if folder is None else _load(folder)


@in_words
@cache
def _own() -> DebtRules:
    return _load(data_files.path("debts"))


def _load(folder: Path) -> DebtRules:
    told = {key: _told(f"rules.toml: {key}", entry) for key, entry in _tables(folder / "rules.toml")}
    guides: dict[str, DebtGuide] = {}
    for name in KIND_FILES:
        for kind, entry in _tables(folder / f"{name}.toml"):
            if kind in guides:
                raise GuideFileError(f"{name}.toml: “{kind}” står to gange. Slet den ene.")
            guides[kind] = _guide(f"{name}.toml: {kind}", kind, entry, told)
    for needed in (HOME_ARREARS, OTHER_KIND):
        if needed not in guides:
            raise GuideFileError(f"Slagsen “{needed}” mangler i filerne om gæld. Skriv den.")
    steps = {key: _step(f"steps.toml: {key}", key, entry, guides) for key, entry in _tables(folder / "steps.toml")}
    bases = [_basis(f"basis.toml: {key}", key, entry) for key, entry in _tables(folder / "basis.toml")]
    if missing := set(DebtBasis) - {one.basis for one in bases}:
        raise GuideFileError(f"basis.toml: “{sorted(missing)[0]}” mangler. Skriv den.")
    return DebtRules(
        guides=dict(sorted(guides.items(), key=lambda pair: pair[1].order)),
        steps=steps,
        bases={one.basis: one for one in bases},
        tariff=_tariff(folder / "collection_tariff.toml"),
        collection=_collection(folder / "collection.toml"),
    )


def _told(where: str, entry: Mapping[str, Any]) -> Told:
    _check(where, entry, Told)
    return Told(**_words(where, entry, {"confidence": Confidence}))


def _guide(where: str, kind: str, entry: Mapping[str, Any], told: Mapping[str, Told]) -> DebtGuide:
    _check(where, entry, DebtGuide, "kind")

    def rules(key: str) -> tuple[Told, ...]:
        return tuple(_rule(where, name, told) for name in _list(where, key, entry[key]))

    enums = {"creditor": CreditorType, "basis": DebtBasis, "limitation": LimitationRule}
    plain = {key: value for key, value in entry.items() if key not in (*_RULES, "rank", "order")}
    return DebtGuide(
        kind=kind,
        rank=_number(where, "rank", entry["rank"], LOWEST_RANK),
        order=_number(where, "order", entry.get("order", 0), 1_000),
        can=rules("can"),
        cannot=rules("cannot"),
        stops=rules("stops"),
        **_words(where, plain, enums),
    )


_RULES = ("can", "cannot", "stops")


def _step(where: str, key: str, entry: Mapping[str, Any], kinds: Mapping[str, DebtGuide]) -> StepRule:
    _check(where, entry, StepRule, "key")
    lists = ("doubtful", "ask", "not_for")
    by = {name: frozenset(_list(where, name, entry.get(name, []))) for name in lists}
    if strange := sorted(by["not_for"] - kinds.keys()):
        raise GuideFileError(f"{where}: slagsen “{strange[0]}” kendes ikke. Ret “not_for”.")
    plain = {name: value for name, value in entry.items() if name not in lists}
    return StepRule(
        key=key,
        doubtful=frozenset(_enum(where, CreditorType, one) for one in by["doubtful"]),
        ask=frozenset(_enum(where, CreditorType, one) for one in by["ask"]),
        not_for=by["not_for"],
        **_words(where, plain, {"confidence": Confidence}),
    )


def _basis(where: str, key: str, entry: Mapping[str, Any]) -> BasisRule:
    _check(where, entry, BasisRule, "basis")
    fixed = entry.get("fixed", False)
    if not isinstance(fixed, bool):
        raise GuideFileError(f"{where}: “fixed” skal være true eller false.")
    plain = {name: value for name, value in entry.items() if name != "fixed"}
    words = _words(where, plain, {"confidence": Confidence, "enforceable": Enforceable})
    return BasisRule(basis=_enum(where, DebtBasis, key), fixed=fixed, **words)


def _collection(file: Path) -> CollectionStart:
    raw = _toml(file)
    _keys(file.name, raw, needed=_COLLECTION_KEYS, known=_COLLECTION_KEYS)
    days = [_day(file.name, key, raw[key]) for key in ("earliest_start", "latest_start")]
    if days[0] > days[1]:
        raise GuideFileError(f"{file.name}: “latest_start” ligger før “earliest_start”. Ret dagene.")
    words = _words(file.name, {key: raw[key] for key in _SOURCED}, {"confidence": Confidence})
    return CollectionStart(earliest=days[0], latest=days[1], **words)


def _tariff(file: Path) -> CollectionTariff:
    raw = _toml(file)
    _keys(file.name, raw, needed=_TARIFF_KEYS, known=_TARIFF_KEYS)
    rows = raw["rows"]
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise GuideFileError(f"{file.name}: “rows” skal være en liste af tabeller.")
    made = tuple(_tariff_row(file.name, row) for row in rows)
    if [row.up_to for row in made] != sorted({row.up_to for row in made}):
        raise GuideFileError(f"{file.name}: rækkerne skal stå efter beløb, det mindste først.")
    return CollectionTariff(
        start=_day(file.name, "from", raw["from"]),
        end=_day(file.name, "to", raw["to"]),
        rows=made,
        vat_per_cent=Decimal(_number(file.name, "vat_per_cent", raw["vat_per_cent"], 100)),
        **_words(file.name, {key: raw[key] for key in _SOURCED}, {"confidence": Confidence}),
    )


def _tariff_row(where: str, row: Mapping[str, Any]) -> TariffRow:
    _keys(where, row, needed={"up_to", "most"}, known={"up_to", "most"})
    most = 10_000_000
    return TariffRow(*(Decimal(_number(where, key, row[key], most)) for key in ("up_to", "most")))


def _tables(file: Path) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for key, entry in _toml(file).items():
        if not isinstance(entry, dict):
            raise GuideFileError(f"{file.name}: “{key}” skal være en tabel.")
        yield key, entry


def _toml(file: Path) -> dict[str, Any]:
    try:
        return marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise GuideFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error


def _check(where: str, entry: Mapping[str, Any], kind: Callable[..., Any], given: str = "") -> None:
    known = {item.name: item for item in fields(kind) if item.name != given}  # type: ignore[arg-type]  # a dataclass
    _keys(where, entry, needed={name for name, item in known.items() if item.default is MISSING}, known=set(known))


def _keys(where: str, entry: Mapping[str, Any], *, needed: set[str], known: set[str]) -> None:
    if missing := sorted(needed - entry.keys()):
        raise GuideFileError(f"{where}: “{missing[0]}” mangler. Skriv den.")
    if unknown := sorted(entry.keys() - known):
        raise GuideFileError(f"{where}: nøglen “{unknown[0]}” kendes ikke. Ret eller slet den.")


def _words(where: str, entry: Mapping[str, Any], enums: Mapping[str, type[StrEnum]]) -> dict[str, Any]:
    """Texts as they stand, words of a closed list as members of it."""
    return {
        key: _enum(where, enums[key], value) if key in enums else _text(where, key, value, empty=key in _MAY_BE_EMPTY)
        for key, value in entry.items()
    }


_MAY_BE_EMPTY = {"letter"}


def _enum(where: str, kind: type[E], value: Any) -> E:
    try:
        return kind(value)
    except ValueError as error:
        raise GuideFileError(f"{where}: “{value}” kendes ikke. Skriv en af: {', '.join(kind)}.") from error


def _text(where: str, key: str, value: Any, *, empty: bool = False) -> str:
    if not isinstance(value, str) or not (value.strip() or empty):
        raise GuideFileError(f"{where}: “{key}” skal være en tekst.")
    return value


def _number(where: str, key: str, value: Any, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise GuideFileError(f"{where}: “{key}” skal være et helt tal fra 0 til {most}.")
    return value


def _day(where: str, key: str, value: Any) -> date:
    if type(value) is not date:
        raise GuideFileError(f"{where}: “{key}” skal være en dag, fx 2026-11-20.")
    return value


def _list(where: str, key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise GuideFileError(f"{where}: “{key}” skal være en liste af navne.")
    return value


def _rule(where: str, name: str, told: Mapping[str, Told]) -> Told:
    if name not in told:
        raise GuideFileError(f"{where}: reglen “{name}” findes ikke i rules.toml. Ret navnet.")
    return told[name]
