"""What others count with on a day: the official scales and Gældsstyrelsen's table, as values for `budget.lenses`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from budgetdesk import data_files
from budgetdesk.benefits.rates import Law, Rates
from budgetdesk.budget.lens_lines import How, LineRules
from budgetdesk.budget.lenses import ADULT_AGE, Amounts, Scale, Table, Yardsticks
from budgetdesk.errors import NoRateError, RatesFileError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.policy import Policy

LAW = "raadighedsbeloeb"
SCALES = (
    ("gaeldssanering", N_("Skifteretten ved gældssanering")),
    ("gaeldsstyrelsen", N_("Gældsstyrelsen med budget")),
)
_CHILD_AGES = (("barn_0_1", 1), ("barn_2_6", 6), ("barn_7_17", 17))
_TABLE = "tabeltraek_2026.toml"
_LINES = "lens_lines.toml"


def load_yardsticks(rates: Rates, *, on: date, policy: Policy | None = None) -> Yardsticks:
    """The scales and the table in force on a day; those that are not known say so instead of amounts. `policy` may
    hold the municipality's own amounts."""
    law = rates[LAW]
    scales = tuple(_scale(law, key, title, on) for key, title in translated(SCALES))
    return Yardsticks(scales, _table_on(on), load_line_rules(), _municipal(policy))


def _scale(law: Law, key: str, title: str, on: date) -> Scale:
    try:
        single = law.on(f"{key}_enlig", on)
        amounts = Amounts(
            single=single.value,
            partner=law.on(f"{key}_samlever", on).value,
            children=tuple((last, law.on(f"{key}_{name}", on).value) for name, last in _CHILD_AGES),
            transport_limit=law.on(f"{key}_transport", on).value,
        )
    except NoRateError as error:
        return Scale(key=key, title=title, source=law.title, amounts=None, missing=str(error))
    return Scale(key=key, title=title, source=single.source, amounts=amounts)


def _municipal(policy: Policy | None) -> Amounts | None:
    """What the organisation's policy knows of its municipality; None where nothing is set."""
    if policy is None or policy.municipal_adult is None:
        return None
    return Amounts(
        single=policy.municipal_adult,
        partner=policy.municipal_further_adult,
        children=((ADULT_AGE - 1, policy.municipal_child),),
        transport_limit=ZERO,
    )


def _table_on(on: date) -> Table:
    raw = _table()
    title, source = raw["title"], raw["source"]
    if not raw["from"] <= on <= raw["to"]:
        known = _("Vi kender den fra {raw} til {raw_2}.").format(
            raw=f"{raw['from']:%d.%m.%Y}", raw_2=f"{raw['to']:%d.%m.%Y}"
        )
        return Table(
            title=title,
            source=source,
            rows=(),
            missing=_("Vi har ingen tabel den {on}. {known}").format(on=f"{on:%d.%m.%Y}", known=known),
        )
    rows = tuple((Decimal(a), Decimal(b), Decimal(c), Decimal(d)) for a, b, c, d in raw["rows"])
    return Table(title=title, source=source, rows=rows)


@cache
def _table() -> dict[str, Any]:
    raw = tomllib.loads(data_files.path("reference", _TABLE).read_text(encoding="utf-8"))
    expected = 0
    for row in raw["rows"]:
        if row[0] != expected:
            raise RatesFileError(f"{_TABLE}: der er et hul før {row[0]}. Ret rækken.")
        expected = row[1] + 1
    return raw


@cache
def load_line_rules() -> Mapping[str, LineRules]:
    """What each of the others counts, line by line. Raises RatesFileError."""
    raw = tomllib.loads(data_files.path("reference", _LINES).read_text(encoding="utf-8"))
    return {key: _line_rules(key, {**raw.get(entry.get("like", ""), {}), **entry}) for key, entry in raw.items()}


def _line_rules(key: str, raw: Mapping[str, Any]) -> LineRules:
    how: dict[str, How] = {}
    for kind in How:
        for code in raw.get(kind, ()):
            if code in how:
                raise RatesFileError(f"{_LINES}: linje {code} står to gange under “{key}”. Slet den ene.")
            how[code] = kind
    return LineRules(
        title=raw["title"],
        name=raw["name"],
        source=raw["source"],
        how=how,
        why={**raw.get("not", {}), **raw.get("if", {})},
        otherwise=How(raw["otherwise"]),
        otherwise_why=raw["otherwise_why"],
    )
