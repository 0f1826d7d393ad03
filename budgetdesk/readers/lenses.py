"""What others count with on a day: the official scales and Gældsstyrelsen's table, as values for `budget.lenses`."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from budgetdesk.benefits.rates import Law, Rates
from budgetdesk.budget.lenses import Amounts, Scale, Table, Yardsticks
from budgetdesk.errors import NoRateError, RatesFileError
from budgetdesk.readers import resources

LAW = "raadighedsbeloeb"
SCALES = (
    ("gaeldssanering", "Skifteretten ved gældssanering"),
    ("gaeldsstyrelsen", "Gældsstyrelsen med budget"),
)
_CHILD_AGES = (("barn_0_1", 1), ("barn_2_6", 6), ("barn_7_17", 17))
_TABLE = "tabeltraek_2026.toml"


def load_yardsticks(rates: Rates, *, on: date) -> Yardsticks:
    """The scales and the table in force on a day; those that are not known say so instead of amounts."""
    law = rates[LAW]
    return Yardsticks(tuple(_scale(law, key, title, on) for key, title in SCALES), _table_on(on))


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


def _table_on(on: date) -> Table:
    raw = _table()
    title, source = raw["title"], raw["source"]
    if not raw["from"] <= on <= raw["to"]:
        known = f"Vi kender den fra {raw['from']:%d.%m.%Y} til {raw['to']:%d.%m.%Y}."
        return Table(title=title, source=source, rows=(), missing=f"Vi har ingen tabel den {on:%d.%m.%Y}. {known}")
    rows = tuple((Decimal(a), Decimal(b), Decimal(c), Decimal(d)) for a, b, c, d in raw["rows"])
    return Table(title=title, source=source, rows=rows)


@cache
def _table() -> dict[str, Any]:
    raw = tomllib.loads(resources.path("reference", _TABLE).read_text(encoding="utf-8"))
    expected = 0
    for row in raw["rows"]:
        if row[0] != expected:
            raise RatesFileError(f"{_TABLE}: der er et hul før {row[0]}. Ret rækken.")
        expected = row[1] + 1
    return raw
