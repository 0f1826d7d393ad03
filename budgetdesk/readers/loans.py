"""Reader of a file of loan offers for `budgetdesk loans`: JSON, amounts as texts or numbers of kroner with a dot.

    {"offers": [{"name": "Banken", "paid_out": "10000", "instalments": 12, "instalment": "916.80", "rhythm": "monthly",
                 "fees": [{"amount": "500", "after_months": 0}]}]}

What breaks the format is refused with a sentence that names the key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from budgetdesk.errors import LoansFileError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import _
from budgetdesk.money import LARGEST
from budgetdesk.planning.loans import LONGEST, MOST_PAYMENTS, PER_YEAR, Flow, Offer, after_months, regular
from budgetdesk.readers.incoming import Source, read_incoming

MOST_OFFERS = 100
_KEYS = {"name", "paid_out", "instalments", "instalment", "rhythm", "payments", "fees", "payouts"}
_LONGEST_NAME = 200


def load_loans(source: Source) -> tuple[Offer, ...]:
    """The offers in a file, in its order. Raises LoansFileError."""
    name, data = read_incoming(source, LoansFileError)
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise LoansFileError(
            _("Filen “{name}” er ikke JSON, vi kan læse. Ret den, og prøv igen.").format(name=name)
        ) from error
    offers = found.get("offers") if isinstance(found, dict) else None
    if not isinstance(offers, list) or not offers:
        raise LoansFileError(_("“offers” mangler. Skriv mindst ét tilbud i listen “offers”."))
    if len(offers) > MOST_OFFERS:
        raise LoansFileError(
            _("“offers”: der er {count} tilbud. Skriv højst {most_offers}.").format(
                count=len(offers), most_offers=MOST_OFFERS
            )
        )
    return tuple(_offer(f"offers[{number}]", offer, number) for number, offer in enumerate(offers))


def _no_number(text: str) -> Any:
    raise ValueError(text)


def _offer(where: str, data: Any, number: int) -> Offer:
    if not isinstance(data, dict):
        raise LoansFileError(_("“{where}” skal være et tilbud med “name” og “paid_out”.").format(where=where))
    if unknown := sorted(data.keys() - _KEYS):
        raise LoansFileError(
            _("“{where}.{unknown}” kendes ikke. Brug {sorted}.").format(
                where=where, unknown=unknown[0], sorted=", ".join(sorted(_KEYS))
            )
        )
    name = data.get("name", _("Tilbud {number}").format(number=number + 1))
    if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME:
        raise LoansFileError(
            _("“{where}.name” skal være en tekst på højst {longest_name} tegn.").format(
                where=where, longest_name=_LONGEST_NAME
            )
        )
    paid_out = _amount(f"{where}.paid_out", data.get("paid_out"))
    more = _dated(where, "payouts", data)
    flows = (
        Flow(Fraction(0), paid_out),
        *more,
        *(Flow(each.after, -each.amount) for each in (*_payments(where, data), *_dated(where, "fees", data))),
    )
    credit = paid_out + sum((each.amount for each in more), Decimal(0))
    return Offer(name=name.strip(), paid_out=credit, flows=flows)


def _payments(where: str, data: Mapping[str, Any]) -> tuple[Flow, ...]:
    """What is paid back, as positive amounts: equal instalments, single payments, or both."""
    single = _dated(where, "payments", data)
    if "instalment" not in data and "instalments" not in data:
        if not single:
            raise LoansFileError(
                _(
                    "“{where}” siger ikke, hvad der betales tilbage. Skriv “instalments” og “instalment”, "
                    "eller “payments”."
                ).format(where=where)
            )
        return single
    for key in ("instalments", "instalment"):
        if key not in data:
            raise LoansFileError(
                _("“{where}.{key}” mangler. Skriv både “instalments” (antal) og “instalment” (beløb).").format(
                    where=where, key=key
                )
            )
    count = data["instalments"]
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MOST_PAYMENTS:
        raise LoansFileError(
            _("“{where}.instalments” skal være et helt tal mellem 1 og {most_payments}.").format(
                where=where, most_payments=MOST_PAYMENTS
            )
        )
    rhythm = data.get("rhythm", "monthly")
    if rhythm not in PER_YEAR:
        raise LoansFileError(
            _("“{where}.rhythm” skal være en af {per_year}.").format(where=where, per_year=", ".join(PER_YEAR))
        )
    amount = _amount(f"{where}.instalment", data["instalment"])
    equal = regular(amount, count, Rhythm(rhythm))
    if equal[-1].after > LONGEST:
        raise LoansFileError(
            _("“{where}”: lånet løber mere end {longest} år. Ret antallet eller rytmen.").format(
                where=where, longest=LONGEST
            )
        )
    return (*(Flow(each.after, amount) for each in equal), *single)


def _dated(where: str, key: str, data: Mapping[str, Any]) -> tuple[Flow, ...]:
    items = data.get(key, [])
    if not isinstance(items, list):
        raise LoansFileError(_("“{where}.{key}” skal være en liste.").format(where=where, key=key))
    if len(items) > MOST_PAYMENTS:
        raise LoansFileError(
            _("“{where}.{key}”: der er {count} poster. Skriv højst {most_payments}.").format(
                where=where, key=key, count=len(items), most_payments=MOST_PAYMENTS
            )
        )
    return tuple(_one(f"{where}.{key}[{n}]", key, item) for n, item in enumerate(items))


def _one(where: str, key: str, item: Any) -> Flow:
    if not isinstance(item, dict) or item.keys() - {"amount", "after_months"}:
        raise LoansFileError(_("“{where}” skal have “amount” og “after_months” og ikke andet.").format(where=where))
    months = _months(where, item.get("after_months", 0 if key == "fees" else None))
    if key == "payments" and not months:
        raise LoansFileError(
            _("“{where}.after_months” skal være over 0: dengang blev lånet udbetalt.").format(where=where)
        )
    return Flow(after_months(months), _amount(f"{where}.amount", item.get("amount")))


def _months(where: str, value: Any) -> Decimal:
    months = _decimal(value)
    if months is None or not 0 <= months <= LONGEST * 12 or -_exponent(months) > 2:
        raise LoansFileError(
            _("“{where}.after_months” skal være et tal mellem 0 og {longest} med højst to decimaler.").format(
                where=where, longest=LONGEST * 12
            )
        )
    return months


def _amount(where: str, value: Any) -> Decimal:
    amount = _decimal(value)
    if amount is None:
        raise LoansFileError(_('“{where}” skal være et beløb i kroner som "916.80".').format(where=where))
    if amount <= 0:
        raise LoansFileError(_("“{where}” skal være over 0 kr. Ret beløbet.").format(where=where))
    if amount > LARGEST:
        raise LoansFileError(
            _("“{where}” er for stort til en husholdning. Er der et nul for meget?").format(where=where)
        )
    if -_exponent(amount) > 2:
        raise LoansFileError(_("“{where}” har flere end to decimaler. Skriv hele øre.").format(where=where))
    return amount


def _decimal(value: Any) -> Decimal | None:
    """An exact number, from a JSON number or a text with a dot; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
