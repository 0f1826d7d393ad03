"""Single values of a case file: how each is read, written and described as JSON Schema.

Reading refuses by name: the sentence says which key, what stands there and what may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from budgetdesk.dates import Month, in_our_time
from budgetdesk.errors import BadDateError, CaseFileError
from budgetdesk.household.pays_on import PATTERN as PAYS_ON_PATTERN
from budgetdesk.household.pays_on import is_pays_on
from budgetdesk.i18n import N_, _
from budgetdesk.money import LARGEST, OERE

_AMOUNT = r"^\d{1,9}(\.\d{1,2})?$"
_SIGNED = r"^-?\d{1,9}(\.\d{1,2})?$"
_VERY_LARGE = r"-?\d+(\.\d{1,2})?"
_NUMBER = r"^\d+(\.\d+)?$"
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"
_SHOWN = 60
"""So many signs of a wrong value are told."""
_FINEST = 30
"""No number needs more decimals."""
_ID = r"^[^\[\]]+$"
_NO_SIGN = re.compile("[\x00\ud800-\udfff]")
_BRACKETLESS = re.compile(r"[^\[\]]+")


@dataclass(frozen=True)
class Assumption:
    """A key that was left out, by its path, and the default that was used, as the case file writes it."""

    path: str
    value: str


@dataclass
class Reading:
    """What one reading of a file gathers on its way."""

    today: date
    assumed: list[Assumption] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Codec:
    """One kind of value: from JSON, to JSON, and as JSON Schema."""

    read: Callable[[Any, str, Reading], Any]
    write: Callable[[Any], Any]
    schema: Mapping[str, Any]


def refuse(path: str, value: Any, allowed: str) -> CaseFileError:
    """The error for a value that may not stand at `path`."""
    text = str(value)
    shown = _("ingenting") if value is None else f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + ' ...'}”"
    return CaseFileError(_("Sagsfilen: {path} er {shown}. {allowed}.").format(path=path, shown=shown, allowed=allowed))


def same(value: Any) -> Any:
    """What needs no translation."""
    return value


def _text(value: Any, path: str, _rest: Reading) -> str:
    if not isinstance(value, str):
        raise refuse(path, value, _("Skriv en tekst"))
    if _NO_SIGN.search(value):
        raise CaseFileError(_("Sagsfilen: {path} har tegn, som ikke findes. Skriv teksten igen.").format(path=path))
    return value


TEXT = Codec(_text, same, {"type": "string"})


def _identity(value: Any, path: str, _rest: Reading) -> str:
    if not isinstance(value, str) or _BRACKETLESS.fullmatch(value) is None:
        raise refuse(path, value, _("Skriv et kort navn uden kantede parenteser, fx p1"))
    return value


ID = Codec(_identity, same, {"type": "string", "pattern": _ID})


def _boolean(value: Any, path: str, _rest: Reading) -> bool:
    if not isinstance(value, bool):
        raise refuse(path, value, _("Skriv true eller false"))
    return value


BOOLEAN = Codec(_boolean, same, {"type": "boolean"})


def whole(lowest: int, highest: int) -> Codec:
    """A whole number from `lowest` to `highest`."""

    def read(value: Any, path: str, _rest: Reading) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise refuse(
                path, value, _("Skriv et helt tal fra {lowest} til {highest}").format(lowest=lowest, highest=highest)
            )
        return value

    return Codec(read, same, {"type": "integer", "minimum": lowest, "maximum": highest})


def number(highest: int) -> Codec:
    """An exact number from 0 to `highest` (areas, shares, per cent): a JSON number, or a string with a dot."""

    def read(value: Any, path: str, _rest: Reading) -> Decimal:
        exact = _decimal(value)
        if exact is None or not 0 <= exact <= highest:
            raise refuse(path, value, _("Skriv et tal fra 0 til {highest}").format(highest=highest))
        return exact

    def write(value: Decimal) -> int | float:
        return int(value) if value == value.to_integral_value() else float(value)

    schema = {"type": ["number", "string"], "minimum": 0, "maximum": highest, "pattern": _NUMBER}
    return Codec(read, write, schema)


def _decimal(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    if isinstance(value, str) and re.fullmatch(_NUMBER, value) is None:
        return None
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        return None
    return exact if exact.is_finite() and exact.adjusted() > -_FINEST else None


def _money(pattern: str, hint: str) -> Codec:
    allowed, too_large = re.compile(pattern), re.compile(_VERY_LARGE)

    def read(value: Any, path: str, _rest: Reading) -> Decimal:
        # A JSON number with decimals is refused: many programs keep it as a binary fraction that is not whole øre.
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if isinstance(text, str) and too_large.fullmatch(text) and abs(Decimal(text)) > LARGEST:
            raise refuse(path, value, _("Beløbet er for stort til en husholdning, måske er der et nul for meget"))
        if not isinstance(text, str) or allowed.fullmatch(text) is None:
            raise refuse(path, value, _(hint))
        return Decimal(text)

    def write(value: Decimal) -> str:
        return str(value.quantize(OERE))

    return Codec(read, write, {"type": ["string", "integer"], "pattern": pattern})


_HINT = N_('Skriv et beløb i kroner som tekst med punktum, fx "7600.00"')
_POSITIVE = N_('Skriv et beløb i kroner som tekst med punktum, fx "7600.00", uden minus')
MONEY = _money(_AMOUNT, _POSITIVE)
SIGNED_MONEY = _money(_SIGNED, _HINT)


def _day(value: Any, path: str, _rest: Reading) -> date:
    if isinstance(value, str) and re.fullmatch(_DATE, value):
        try:
            return in_our_time(date.fromisoformat(value))
        except ValueError:
            pass
    raise refuse(path, value, _("Skriv en dato, der findes, i årene 1900-2199, som år-måned-dag, fx 2026-11-20"))


DAY = Codec(_day, date.isoformat, {"type": "string", "format": "date", "pattern": _DATE})


def _born(value: Any, path: str, reading: Reading) -> date:
    born = _day(value, path, reading)
    if born > reading.today:
        raise refuse(
            path, value, _("Fødselsdatoen ligger ude i fremtiden, efter {today}. Ret året").format(today=reading.today)
        )
    return born


BORN = Codec(_born, date.isoformat, DAY.schema)


def _month(value: Any, path: str, _rest: Reading) -> Month:
    try:
        return Month.parse(value if isinstance(value, str) else "")
    except BadDateError:
        raise refuse(path, value, _("Skriv måneden som år-måned, fx 2026-11")) from None


MONTH = Codec(_month, str, {"type": "string", "pattern": _MONTH})


def _pays_on(value: Any, path: str, _rest: Reading) -> str:
    if not isinstance(value, str) or not is_pays_on(value):
        raise refuse(path, value, _("Skriv fx day:1, day:20 of 1,4,7,10, last_bank_day eller date:2026-12-01"))
    return value


PAYS_ON = Codec(_pays_on, same, {"type": "string", "pattern": PAYS_ON_PATTERN})


def word(kind: type[StrEnum]) -> Codec:
    """A word from a closed list."""

    def read(value: Any, path: str, _rest: Reading) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            raise refuse(path, value, _("Skriv en af: {kind}").format(kind=", ".join(kind))) from None

    return Codec(read, str, {"enum": [str(item) for item in kind]})


def one_of(words: tuple[str, ...], instead: Mapping[str, str] | None = None) -> Codec:
    """A text from a closed list; `instead` says for some other words where they belong."""

    def read(value: Any, path: str, _rest: Reading) -> str:
        if not isinstance(value, str) or value not in words:
            said = _((instead or {}).get(str(value), ""))
            raise refuse(path, value, said or _("Skriv en af: {words}").format(words=", ".join(words)))
        return value

    return Codec(read, same, {"enum": list(words)})


def texts(each: Codec) -> Codec:
    """A list of single values."""

    def read(value: Any, path: str, reading: Reading) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(path, value, _("Skriv en liste i kantede parenteser"))
        return tuple(
            each.read(item, _("{path}[nr. {place}]").format(path=path, place=place), reading)
            for place, item in enumerate(value, start=1)
        )

    def write(items: tuple[Any, ...]) -> list[Any]:
        return [each.write(item) for item in items]

    return Codec(read, write, {"type": "array", "items": dict(each.schema)})
