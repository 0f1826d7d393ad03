"""Read what is known about lists of arrears (`resources/arrears_list.toml`); refused by the name of the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from budgetdesk import data_files
from budgetdesk.casework.arrears_entries import Column
from budgetdesk.casework.arrears_rules import CallOrder, Chance, Explained, Group, Keeping, ListRules, Then
from budgetdesk.errors import RatesFileError
from budgetdesk.readers.toml_words import in_words, marked

FILE = "arrears_list.toml"
_WORD = TypeVar("_WORD", bound=StrEnum)


@in_words
@cache
def load_list_rules() -> ListRules:
    """The program's own. Raises RatesFileError."""
    return read_list_rules(marked(data_files.path(FILE), tomllib.loads(data_files.path(FILE).read_text("utf-8"))))


def read_list_rules(raw: Mapping[str, Any]) -> ListRules:
    """The rules in a table. Raises RatesFileError, naming the key."""
    try:
        columns, order = dict(raw["columns"]), raw["order"]
        totals, first_and_last = (_words(columns.pop(key)) for key in ("totals", "first_and_last"))
        return ListRules(
            columns={Column(key): _words(words) for key, words in columns.items()},
            never={Column(key): _words(words) for key, words in raw["never"].items()},
            first_and_last=first_and_last,
            totals=totals,
            keeping=_keeping(raw["keeping"]),
            order=CallOrder(
                groups=_explained(order["groups"], Group),
                chances=_explained(order["chances"], Chance),
                then=tuple(Then(word) for word in order["then"]),
                small_rents=Decimal(order["small_rents"]),
                small_kroner=Decimal(order["small_kroner"]),
            ),
        )
    except (KeyError, TypeError, ValueError, InvalidOperation, AttributeError) as error:
        raise RatesFileError(f"{FILE}: {error} mangler eller kan ikke læses. Ret filen.") from error


def _words(found: Sequence[Any]) -> tuple[str, ...]:
    return tuple(str(word) for word in found)


def _keeping(raw: Mapping[str, Any]) -> Keeping:
    days, most = int(raw["keep_days"]), int(raw["most_days"])
    if not 0 < days <= most:
        raise ValueError("“keep_days”")
    if not str(raw["source"]).strip():
        raise ValueError("“source”")
    return Keeping(
        purpose=str(raw["purpose"]),
        legal_basis=str(raw["legal_basis"]),
        keep_days=days,
        most_days=most,
        source=str(raw["source"]),
    )


def _explained(rows: Sequence[Mapping[str, Any]], kind: type[_WORD]) -> dict[_WORD, Explained]:
    found = {
        kind(row["key"]): Explained(title=str(row["title"]), why=str(row["why"]), source=str(row["source"]))
        for row in rows
    }
    left = [word for word in kind if word not in found]
    if left or len(found) != len(rows):
        raise ValueError(f"“{left[0] if left else rows[-1]['key']}”")
    return found
