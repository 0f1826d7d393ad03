"""What is left for creditors, in words: for window, paper and command line."""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.budget.month import MonthBudget
from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.waterfall import Band, Offer, Share, Waterfall

HEADING = N_("Penge til afdrag")
WHO = N_("Hvem bliver tilbudt hvad")
LEAD = N_("Huslejen kommer først, så anden gæld, der haster. Resten deler det, der er tilbage.")
OFFICIAL = ("gaeldssanering", "gaeldsstyrelsen", "tabeltraek")
"""The keys of the official scales among the lenses of the month."""
_COMES_OUT = {Band.PLUS: N_("Der er luft, når alle har fået."), Band.BALANCE: N_("Budgettet er i balance.")}
_MISSES = {Band.MINUS: N_("Budgettet går ikke op."), Band.BALANCE: N_("Budgettet er næsten i balance.")}
_SHARES = {
    Share.RENT: N_("først, for hjemmets skyld"),
    Share.PRIORITY: N_("før de andre"),
    Share.FULL: N_("det aftalte"),
    Share.PRO_RATA: N_("en del efter, hvad der skyldes"),
    Share.SYMBOLIC: N_("et symbolsk beløb"),
    Share.NOTHING: N_("intet lige nu"),
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
        return _("{misses} Der mangler {left} om måneden.").format(
            misses=translated(_MISSES)[of.band], left=kroner(-of.left)
        )
    return _("{comes_out} Der er {left} tilbage om måneden.").format(
        comes_out=translated(_COMES_OUT)[of.band], left=kroner(of.left)
    )


def down(of: Waterfall) -> tuple[AmountLine, ...]:
    """From income down to what is available; what is 0 is left out."""
    rows = [AmountLine(row.title, kroner(row.amount)) for row in of.rows if row.amount or row.key == "income"]
    return (*rows, AmountLine(_("Til rådighed til afdrag"), kroner(of.available)))


def offers(of: Waterfall) -> tuple[AmountLine, ...]:
    """Who is offered what, and why."""
    return tuple(AmountLine(one.title, kroner(one.amount), why(one)) for one in of.offers)


def why(offer: Offer) -> str:
    """`først, for hjemmets skyld`; of a debt with more owed than offered how much it asks for."""
    said = translated(_SHARES)[offer.share]
    if offer.share in (Share.PRO_RATA, Share.SYMBOLIC, Share.NOTHING) or offer.amount < offer.asked:
        return _("{said}; beder om {asked}").format(said=said, asked=kroner(offer.asked))
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
    return (
        _("Sådan regner andre (bestemmer ikke her): {known} om måneden.").format(known=", ".join(known))
        if known
        else ""
    )
