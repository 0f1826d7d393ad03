"""Plain sentences about loans on offer, and about a loan with another rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.formats import kroner, number, percent
from budgetdesk.planning.loans import Caps, Priced
from budgetdesk.planning.refinancing import Renegotiated

NOTHING_STORED = "Intet her bliver gemt i sagen."


def sentence(offer: Priced, caps: Caps | None) -> str:
    """What one gets, what one pays, and whether the law forbids it: one or two short sentences."""
    got = offer.repaid - offer.total_cost
    cost = f"{kroner(offer.total_cost)} i omkostninger" if offer.total_cost else "ingen omkostninger"
    said = f"Du får {kroner(got)} og betaler {kroner(offer.repaid)}: {cost}, ÅOP {percent(offer.aaop, 2)}."
    if got != offer.paid_out:  # fees at the start are taken off what is paid out: say what is in the hand
        said = (
            f"Du låner {kroner(offer.paid_out)} og betaler i alt {kroner(offer.paid_out + offer.total_cost)}: "
            f"{cost}, ÅOP {percent(offer.aaop, 2)}."
        )
    return " ".join([said, *warnings(offer, caps)])


def warnings(offer: Priced, caps: Caps | None) -> list[str]:
    """What the law says against an offer; nothing where it says nothing."""
    if caps is None:
        return []
    found = []
    if offer.over_aaop_cap:
        found.append(
            f"Det er over lovens loft på {percent(caps.aaop.value)} ÅOP ({caps.aaop.paragraph}){_mark(caps.aaop)}. "
            "Skriv ikke under."
        )
    if offer.over_cost_cap:
        found.append(
            f"Det koster mere end {percent(caps.cost.value)} af lånet. Det er over lovens loft "
            f"({caps.cost.paragraph}){_mark(caps.cost)}. Skriv ikke under."
        )
    if not found and offer.over_advertising:
        found.append(
            f"Det er dyrt: over {percent(caps.advertising.value)} ÅOP må der ikke reklameres "
            f"({caps.advertising.paragraph}){_mark(caps.advertising)}."
        )
    return found


def _mark(rate: RateUsed) -> str:
    return ", vejledende" if rate.confidence is Confidence.UNVERIFIED else ""


def ranking(offers: Sequence[Priced]) -> str:
    """Which offer is cheapest, and a word where the one with the lowest ÅOP is not the one that costs least."""
    if not offers:
        return ""
    first = offers[0]
    if len(offers) == 1:
        return "Der er kun ét tilbud. Skriv et til for at sammenligne."
    if first.over_legal_cap:
        return "Alle tilbud er over lovens loft. Skriv ikke under på nogen af dem."
    cheapest = min((one for one in offers if not one.over_legal_cap), key=lambda one: one.total_cost)
    said = f"Billigst efter ÅOP: {first.name}."
    if cheapest.total_cost < first.total_cost:
        said += (
            f" {cheapest.name} koster færrest kroner i alt ({kroner(cheapest.total_cost)}), "
            f"fordi det er mindre eller kortere."
        )
    return said


def duration(years: Decimal) -> str:
    """`12 måneder`, `1 måned`, `1,5 måneder`."""
    months = (years * 12).quantize(Decimal("0.1"))
    return f"{number(months)} {'måned' if months == 1 else 'måneder'}"


def renegotiated(found: Renegotiated) -> tuple[str, ...]:
    """`Fra 13 % til 10 % sparer 84 kr. om måneden.`, and the same as fewer months."""
    rates = f"Fra {percent(found.old_rate, 2)} til {percent(found.new_rate, 2)}"
    if found.saved_per_month < 0:
        dearer = kroner(-found.saved_per_month, oere=False)
        return (f"{rates} koster {dearer} mere om måneden.",)
    if not found.saved_per_month:
        return (f"{rates} gør ingen forskel om måneden.",)
    saved = f"{rates} sparer {kroner(found.saved_per_month, oere=False)} om måneden"
    sentences = [
        f"{saved}, {kroner(found.saved_in_all, oere=False)} i alt.",
        f"Ydelsen bliver {kroner(found.new_instalment)} i stedet for {kroner(found.old_instalment)} "
        f"Løbetiden er den samme: {found.months} {'måned' if found.months == 1 else 'måneder'}.",
    ]
    if found.fewer_months > 0:
        less = f"{found.fewer_months} {'måned' if found.fewer_months == 1 else 'måneder'}"
        sentences.append(f"Eller betal det samme som nu. Så er lånet ude {less} før.")
    return tuple(sentences)
