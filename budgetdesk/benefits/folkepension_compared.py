"""Whether a pension that is paid fits what was reckoned: shared by folkepension and førtidspension."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import Enum, auto

from budgetdesk.benefits.assessment import Assessment, Step, Verdict
from budgetdesk.i18n import N_, _, translated

RECEIVED = "modtages"
"""The variant of an answer about a pension that is paid already."""


class Compared(Enum):
    """What is paid beside what was reckoned."""

    CANNOT_SEE = auto()
    TOO_LOW = auto()
    TOO_HIGH = auto()
    FITS = auto()


SUMMARIES = {
    Compared.CANNOT_SEE: N_("{title} modtages. Det kan være relevant at se efter, om beløbet passer."),
    Compared.TOO_LOW: N_("{title} ser lav ud. Det kan være relevant at bede om en ny beregning."),
    Compared.TOO_HIGH: N_("{title} ser høj ud. Det kan være relevant at give besked, så der ikke kommer et krav."),
    Compared.FITS: N_("{title} ser ud til at passe. En ny beregning kan være relevant, når indtægten ændrer sig."),
}


def compare(paid: Decimal | None, lowest: Decimal, highest: Decimal, tolerance: Decimal) -> Compared:
    """Within `tolerance` (kr/month) of the end of the range counts as fitting it."""
    if paid is None:
        return Compared.CANNOT_SEE
    if paid < lowest - tolerance:
        return Compared.TOO_LOW
    if paid > highest + tolerance:
        return Compared.TOO_HIGH
    exact = lowest == highest or abs(paid - highest) <= tolerance
    return Compared.FITS if exact else Compared.CANNOT_SEE


def with_paid(
    answer: Assessment, paid: Decimal | None, lowest: Decimal, highest: Decimal, tolerance: Decimal
) -> Assessment:
    """The answer about a pension that is paid already: what it should be, and whether it is. Kr/month before tax."""
    seen = compare(paid, lowest, highest, tolerance)
    shown = () if paid is None else (Step(_("Står i sagen i dag, før skat"), "", paid),)
    answer = replace(
        answer,
        variant=RECEIVED,
        summary=translated(SUMMARIES)[seen].format(title=answer.title),
        steps=answer.steps + shown,
    )
    if lowest == highest or seen is Compared.FITS:
        amount = highest if lowest == highest else paid
        return replace(answer, verdict=Verdict.YES, amount_per_month=amount, missing_facts=())
    return replace(answer, lowest=lowest, highest=highest)
