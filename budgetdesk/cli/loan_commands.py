"""`loans`: loan offers compared. Nothing is stored."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from budgetdesk.actions.library import load_library
from budgetdesk.cli.output import DONE, Output
from budgetdesk.errors import NoRateError
from budgetdesk.i18n import _
from budgetdesk.planning.loans import Caps, Priced, caps_on, compare
from budgetdesk.readers.loans import load_loans
from budgetdesk.wording import loans as words


def loans(args: argparse.Namespace, output: Output) -> int:
    """The offers of each file, cheapest first."""
    caps, note = _caps(args)

    def one(name: str) -> int:
        found = compare(load_loans(Path(name)), caps)
        data = {"input": name, "on": args.on, **_answer(found, caps), "notes": [note] if note else []}
        output.answer(data, "\n".join([_text(found, caps), *([note] if note else [])]))
        return DONE

    return output.each(args.files, one)


def _caps(args: argparse.Namespace) -> tuple[Caps | None, str]:
    """The caps of the day; without them the offers are compared all the same, and the answer says so."""
    try:
        return caps_on(load_library().rates, args.on), ""
    except NoRateError as error:
        return None, _("Lovens loft er ikke prøvet. {error}").format(error=error)


def _answer(found: Sequence[Priced], caps: Caps | None) -> dict[str, Any]:
    used = (caps.aaop, caps.cost, caps.advertising) if caps else ()
    return {
        "offers": [_offer(offer, caps) for offer in found],
        "ranking": words.ranking(found),
        "rates_used": [
            {
                "name": rate.name,
                "value": rate.value,
                "from": rate.start,
                "to": rate.end,
                "source": rate.source,
                "confidence": rate.confidence,
            }
            for rate in used
        ],
    }


def _offer(offer: Priced, caps: Caps | None) -> dict[str, Any]:
    return {
        "name": offer.name,
        "aaop": offer.aaop,
        "total_cost": offer.total_cost,
        "over_legal_cap": offer.over_legal_cap,
        "over_aaop_cap": offer.over_aaop_cap,
        "over_cost_cap": offer.over_cost_cap,
        "over_advertising": offer.over_advertising,
        "paid_out": offer.paid_out,
        "repaid": offer.repaid,
        "payments": offer.payments,
        "sentence": words.sentence(offer, caps),
    }


def _text(found: Sequence[Priced], caps: Caps | None) -> str:
    lines = [f"{number}. {offer.name}: {words.sentence(offer, caps)}" for number, offer in enumerate(found, 1)]
    return "\n".join([*lines, "", words.ranking(found)])
