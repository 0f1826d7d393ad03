"""Column types shared by every table: amounts, days and times mean the same in SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, MetaData, String, Text, TypeDecorator

from budgetdesk.dates import Month

_HUNDRED = Decimal(100)
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the store. Names every constraint, so that a migration can drop it on both databases."""


class Oere(TypeDecorator[Decimal]):
    """Kroner in Python, whole øre in the database (SQLite has no decimals). Half an øre is refused."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        oere = value * 100
        if oere != oere.to_integral_value():
            raise ValueError("an amount is not a whole number of øre")
        return int(oere)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-2)

    def many_back(self, values: Sequence[Any]) -> Sequence[Decimal | None]:
        """A whole column as it was."""
        return [None if value is None else Decimal(value).scaleb(-2) for value in values]

    def many(self, values: Sequence[Any]) -> Sequence[Any]:
        """A whole column as it is kept."""
        oere = [None if value is None else value * _HUNDRED for value in values]
        whole = [None if value is None else int(value) for value in oere]
        if whole != oere:
            raise ValueError("an amount is not a whole number of øre")
        return whole


class Exact(TypeDecorator[Decimal]):
    """A number that is not kroner (m2, per cent, a share), kept digit by digit."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class UtcDateTime(TypeDecorator[datetime]):
    """Aware in Python, UTC in the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class MonthText(TypeDecorator[Month]):
    """A calendar month as `2026-11`."""

    impl = String(7)
    cache_ok = True

    def process_bind_param(self, value: Month | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Month | None:
        return None if value is None else Month.parse(value)


class Word(TypeDecorator[StrEnum]):
    """A word from a closed list, kept as the case file writes it."""

    impl = String(40)
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.words(value)


class AnyText(TypeDecorator[str]):
    """Text of any length. NUL and lone surrogates, which no database takes, are left out rather than refused."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return value

    def many(self, values: Sequence[str | None]) -> Sequence[str | None]:
        """A whole column as it is kept."""
        together = "".join(filter(None, set(values)))
        if storable(together) == together:
            return values
        return [None if value is None else storable(value) for value in values]


def storable(text: str) -> str:
    """The text without NUL and lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")
