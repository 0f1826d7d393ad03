"""What may stand in each value of the policy: one list for the file and for the window.

No value is law; the limits only keep slips of the pen out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Any

from budgetdesk.i18n import _
from budgetdesk.planning.policy import Policy

MOST_KRONER = 1_000_000
MOST_MONTHS = 36
MONTHS_A_YEAR = 12


class Kind(Enum):
    AMOUNT = auto()
    COUNT = auto()
    PART = auto()
    YES_NO = auto()
    COUNTS = auto()
    TEXT = auto()


@dataclass(frozen=True, kw_only=True)
class PolicyField:
    """One value: its name in `Policy` and in the file, the file's section, and what it may be."""

    key: str
    section: str
    kind: Kind
    lowest: int = 0
    highest: int = MOST_KRONER
    optional: bool = False
    """None is an answer: the value may be left out."""


def _of(section: str, kind: Kind, *keys: str, lowest: int = 0, highest: int = MOST_KRONER) -> tuple[PolicyField, ...]:
    return tuple(PolicyField(key=k, section=section, kind=kind, lowest=lowest, highest=highest) for k in keys)


FIELDS: tuple[PolicyField, ...] = (
    *_of("plan", Kind.COUNT, "max_months", lowest=1, highest=MOST_MONTHS),
    *_of("plan", Kind.COUNT, "day_of_month", lowest=1, highest=28),
    *_of("plan", Kind.AMOUNT, "least_instalment"),
    *_of("plan", Kind.PART, "least_share", highest=1),
    *_of("plan", Kind.PART, "most_of_luft", highest=10),
    *_of("plan", Kind.COUNT, "start_within_months", highest=6),
    *_of("plan", Kind.COUNTS, "pause_months", lowest=1, highest=MONTHS_A_YEAR),
    *_of("plan", Kind.COUNT, "late_days", highest=60),
    *_of("plan", Kind.YES_NO, "one_off_payments"),
    PolicyField(key="most_one_off", section="plan", kind=Kind.AMOUNT, optional=True),
    *_of("living", Kind.AMOUNT, "adult_per_week", "further_adult_per_week", "child_per_week"),
    *_of("living", Kind.AMOUNT, "savings_per_month"),
    *_of("living", Kind.PART, "balance_band", highest=1),
    *_of("creditors", Kind.AMOUNT, "token_instalment"),
    PolicyField(key="municipal_adult", section="municipality", kind=Kind.AMOUNT, optional=True),
    *_of("municipality", Kind.AMOUNT, "municipal_further_adult", "municipal_child"),
    *_of("test", Kind.AMOUNT, "cushion"),
    *_of("test", Kind.COUNT, "balance_days", highest=60),
    *_of("test", Kind.COUNT, "answer_weeks", highest=52),
    *_of("agreement", Kind.YES_NO, "forlig"),
    *_of("agreement", Kind.COUNT, "notice_days", highest=60),
    *_of("agreement", Kind.TEXT, "interest", highest=200),
    *_of("follow_up", Kind.COUNT, "signal_days", highest=60),
    *_of("follow_up", Kind.AMOUNT, "signal_kroner"),
    *_of("follow_up", Kind.COUNTS, "follow_up_months", lowest=1, highest=MOST_MONTHS),
    *_of("consent", Kind.COUNT, "consent_months", lowest=1, highest=MOST_MONTHS),
    *_of("consent", Kind.COUNT, "consent_soon_days", highest=90),
)
"""In the order in which they are read and shown."""

BY_KEY = {field.key: field for field in FIELDS}


def checked(field: PolicyField, value: Any) -> Any:
    """The value as `Policy` has it. Raises ValueError with the end of a sentence: "skal være ..."."""
    if value is None and field.optional:
        return None
    return _CHECKS[field.kind](field, value)


def problems(policy: Policy) -> dict[str, str]:
    """What does not fit together: the value's key -> the end of a sentence, as in `checked`."""
    found: dict[str, str] = {}
    if len(policy.pause_months) == MONTHS_A_YEAR:
        found["pause_months"] = _("skal lade mindst én måned være med en rate")
    if policy.signal_days > policy.late_days:
        found["signal_days"] = _("skal være højst {late_days}, så der er tid til at ringe, før raten er brudt").format(
            late_days=policy.late_days
        )
    limits = [approval.up_to_months for approval in policy.approvals]
    if len(set(limits)) < len(limits) or any(not 1 <= limit <= MOST_MONTHS for limit in limits):
        found["approvals"] = _("skal have hver sit antal måneder fra 1 til {most_months}").format(
            most_months=MOST_MONTHS
        )
    elif any(not approval.by for approval in policy.approvals):
        found["approvals"] = _("skal sige, hvem der godkender")
    return found


def sections() -> tuple[str, ...]:
    """The file's sections, in order."""
    return tuple(dict.fromkeys(field.section for field in FIELDS))


def _amount(field: PolicyField, value: Any) -> Decimal:
    found = _decimal(value)
    if found is None or not 0 <= found <= field.highest or found != round(found, 2):
        raise ValueError(_("skal være et beløb i kroner, fx “600” eller “600.50”, og højst en million"))
    return found


def _part(field: PolicyField, value: Any) -> Decimal:
    found = _decimal(value)
    if found is None or not 0 <= found <= field.highest:
        raise ValueError(_("skal være et tal fra 0 til {highest}, fx “0.5”").format(highest=field.highest))
    return found


def _count(field: PolicyField, value: Any) -> int:
    if type(value) is not int or not field.lowest <= value <= field.highest:
        raise ValueError(
            _("skal være et helt tal fra {lowest} til {highest}").format(lowest=field.lowest, highest=field.highest)
        )
    return value


def _counts(field: PolicyField, value: Any) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or not all(_is_count(field, one) for one in value):
        raise ValueError(
            _("skal være måneder fra {lowest} til {highest}, fx [1, 12]").format(
                lowest=field.lowest, highest=field.highest
            )
        )
    return tuple(sorted(set(_ints(value))))


def _yes_no(field: PolicyField, value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(_("skal være true (ja) eller false (nej)"))
    return value


def _text(field: PolicyField, value: Any) -> str:
    if not isinstance(value, str) or len(value) > field.highest:
        raise ValueError(_("skal være tekst på højst {highest} tegn").format(highest=field.highest))
    return value.strip()


def _decimal(value: Any) -> Decimal | None:
    if isinstance(value, bool):
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found) <= MOST_KRONER else None


def _is_count(field: PolicyField, value: Any) -> bool:
    return type(value) is int and field.lowest <= value <= field.highest


def _ints(values: Iterable[Any]) -> list[int]:
    return [int(one) for one in values]


_CHECKS = {
    Kind.AMOUNT: _amount,
    Kind.COUNT: _count,
    Kind.PART: _part,
    Kind.YES_NO: _yes_no,
    Kind.COUNTS: _counts,
    Kind.TEXT: _text,
}
