"""What is left for creditors, in words: for window, paper and command line."""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.budget.month import MonthBudget
from budgetdesk.formats import kroner
from budgetdesk.planning.waterfall import Band, Offer, Share, Waterfall

HEADING = "Penge til afdrag"
WHO = "Hvem bliver tilbudt hvad"
LEAD = "Huslejen kommer først, så anden gæld, der haster. Resten deler det, der er tilbage."
OFFICIAL = ("gaeldssanering", "gaeldsstyrelsen", "tabeltraek")
"""The keys of the official scales among the lenses of the month."""
_COMES_OUT = {Band.PLUS: "Der er luft, når alle har fået.", Band.BALANCE: "Budgettet er i balance."}
_MISSES = {Band.MINUS: "Budgettet går ikke op.", Band.BALANCE: "Budgettet er næsten i balance."}
_SHARES = {
    Share.RENT: "først, for hjemmets skyld",
    Share.PRIORITY: "før de andre",
    Share.FULL: "det aftalte",
    Share.PRO_RATA: "en del efter, hvad der skyldes",
    Share.SYMBOLIC: "et symbolsk beløb",
    Share.NOTHING: "intet lige nu",
}


@dataclass(frozen=True)
class AmountLine:
    """A name, a few words about it and an amount, kr/month."""

    title: str
    amount: str
    why: str = ""


def band(of: Waterfall) -> str:
    """Whether the month comes out, in a sentence or two."""
    if of.left < 0:
        return f"{_MISSES[of.band]} Der mangler {kroner(-of.left)} om måneden."
    return f"{_COMES_OUT[of.band]} Der er {kroner(of.left)} tilbage om måneden."


def down(of: Waterfall) -> tuple[AmountLine, ...]:
    """From income down to what is available; what is 0 is left out."""
    rows = [AmountLine(row.title, kroner(row.amount)) for row in of.rows if row.amount or row.key == "income"]
    return (*rows, AmountLine("Til rådighed til afdrag", kroner(of.available)))


def offers(of: Waterfall) -> tuple[AmountLine, ...]:
    """Who is offered what, and why."""
    return tuple(AmountLine(one.title, kroner(one.amount), why(one)) for one in of.offers)


def why(offer: Offer) -> str:
    """`først, for hjemmets skyld`; of a debt with more owed than offered how much it asks for."""
    said = _SHARES[offer.share]
    if offer.share in (Share.PRO_RATA, Share.SYMBOLIC, Share.NOTHING) or offer.amount < offer.asked:
        return f"{said}; beder om {kroner(offer.asked)}"
    return said


def working(offer: Offer) -> tuple[str, ...]:
    """The steps of an offer, each with its amount."""
    return tuple(
        step.text if step.amount is None else f"{step.text}: {kroner(step.amount)}" for step in offer.steps if step.text
    )


def sum_of(offer: Offer) -> str:
    """How an offer was reckoned, on one line, without its result."""
    return "; ".join(working(offer)[:-1])


def scales(month: MonthBudget) -> str:
    """How the official scales count, for comparison; "" where none of them has an answer."""
    known = [
        f"{lens.title} {kroner(lens.amount_per_month)}"
        for lens in month.lenses
        if lens.key in OFFICIAL and lens.amount_per_month is not None
    ]
    return f"Sådan regner andre (bestemmer ikke her): {', '.join(known)} om måneden." if known else ""
