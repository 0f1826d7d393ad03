"""Plain sentences about loans on offer, and about a loan with another rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.formats import kroner, number, percent
from budgetdesk.i18n import N_, _, ngettext
from budgetdesk.planning.loans import Caps, Priced
from budgetdesk.planning.refinancing import Renegotiated

NOTHING_STORED = N_("Intet her bliver gemt i sagen.")


def sentence(offer: Priced, caps: Caps | None) -> str:
    """What one gets, what one pays, and whether the law forbids it: one or two short sentences."""
    got = offer.repaid - offer.total_cost
    cost = (
        _("{total_cost} i omkostninger").format(total_cost=kroner(offer.total_cost))
        if offer.total_cost
        else _("ingen omkostninger")
    )
    said = _("Du får {got} og betaler {repaid}: {cost}, ÅOP {aaop}.").format(
        got=kroner(got), repaid=kroner(offer.repaid), cost=cost, aaop=percent(offer.aaop, 2)
    )
    if got != offer.paid_out:  # fees at the start are taken off what is paid out: say what is in the hand
        said = _("Du låner {paid_out} og betaler i alt {paid_out_2}: {cost}, ÅOP {aaop}.").format(
            paid_out=kroner(offer.paid_out),
            paid_out_2=kroner(offer.paid_out + offer.total_cost),
            cost=cost,
            aaop=percent(offer.aaop, 2),
        )
    return " ".join([said, *warnings(offer, caps)])


def warnings(offer: Priced, caps: Caps | None) -> list[str]:
    """What the law says against an offer; nothing where it says nothing."""
    if caps is None:
        return []
    found = []
    if offer.over_aaop_cap:
        found.append(
            _("Det er over lovens loft på {value} ÅOP ({paragraph}){mark}. Skriv ikke under.").format(
                value=percent(caps.aaop.value), paragraph=caps.aaop.paragraph, mark=_mark(caps.aaop)
            )
        )
    if offer.over_cost_cap:
        found.append(
            _(
                "Det koster mere end {value} af lånet. Det er over lovens loft ({paragraph}){mark}. Skriv ikke under."
            ).format(value=percent(caps.cost.value), paragraph=caps.cost.paragraph, mark=_mark(caps.cost))
        )
    if not found and offer.over_advertising:
        found.append(
            _("Det er dyrt: over {value} ÅOP må der ikke reklameres ({paragraph}){mark}.").format(
                value=percent(caps.advertising.value),
                paragraph=caps.advertising.paragraph,
                mark=_mark(caps.advertising),
            )
        )
    return found


def _mark(rate: RateUsed) -> str:
    return _(", vejledende") if rate.confidence is Confidence.UNVERIFIED else ""


def ranking(offers: Sequence[Priced]) -> str:
    """Which offer is cheapest, and a word where the one with the lowest ÅOP is not the one that costs least."""
    if not offers:
        return ""
    first = offers[0]
    if len(offers) == 1:
        return _("Der er kun ét tilbud. Skriv et til for at sammenligne.")
    if first.over_legal_cap:
        return _("Alle tilbud er over lovens loft. Skriv ikke under på nogen af dem.")
    cheapest = min((one for one in offers if not one.over_legal_cap), key=lambda one: one.total_cost)
    said = _("Billigst efter ÅOP: {name}.").format(name=first.name)
    if cheapest.total_cost < first.total_cost:
        said += _(" {name} koster færrest kroner i alt ({total_cost}), fordi det er mindre eller kortere.").format(
            name=cheapest.name, total_cost=kroner(cheapest.total_cost)
        )
    return said


def duration(years: Decimal) -> str:
    """`12 måneder`, `1 måned`, `1,5 måneder`."""
    months = (years * 12).quantize(Decimal("0.1"))
    return ngettext("{months} måned", "{months} måneder", months).format(months=number(months))


def renegotiated(found: Renegotiated) -> tuple[str, ...]:
    """`Fra 13 % til 10 % sparer 84 kr. om måneden.`, and the same as fewer months."""
    rates = _("Fra {old_rate} til {new_rate}").format(
        old_rate=percent(found.old_rate, 2), new_rate=percent(found.new_rate, 2)
    )
    if found.saved_per_month < 0:
        dearer = kroner(-found.saved_per_month, oere=False)
        return (_("{rates} koster {dearer} mere om måneden.").format(rates=rates, dearer=dearer),)
    if not found.saved_per_month:
        return (_("{rates} gør ingen forskel om måneden.").format(rates=rates),)
    saved = _("{rates} sparer {saved_per_month} om måneden").format(
        rates=rates, saved_per_month=kroner(found.saved_per_month, oere=False)
    )
    sentences = [
        _("{saved}, {saved_in_all} i alt.").format(saved=saved, saved_in_all=kroner(found.saved_in_all, oere=False)),
        ngettext(
            "Ydelsen bliver {new_instalment} i stedet for {old_instalment} Løbetiden er den samme: {months} måned.",
            "Ydelsen bliver {new_instalment} i stedet for {old_instalment} Løbetiden er den samme: {months} måneder.",
            found.months,
        ).format(
            new_instalment=kroner(found.new_instalment),
            old_instalment=kroner(found.old_instalment),
            months=found.months,
        ),
    ]
    if found.fewer_months > 0:
        less = ngettext("{fewer_months} måned", "{fewer_months} måneder", found.fewer_months).format(
            fewer_months=found.fewer_months
        )
        sentences.append(_("Eller betal det samme som nu. Så er lånet ude {less} før.").format(less=less))
    return tuple(sentences)
