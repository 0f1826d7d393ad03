"""Fees for reminders and collection above the law (renteloven §§ 9 a and 9 b). Not for the public, which has its own.

The most for reminders = the fee for one, times the number sent, at most three. For collection: 100 kr once for sending
it on; what a collector adds beyond that must keep within the official tariff, which is looked up with VAT.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.formats import kroner
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.debt_doubt import DebtDoubt, Level, weakest
from budgetdesk.planning.debt_rules import PUBLIC, CollectionTariff, DebtRules

LAW = "renteloven"


def fee_doubts(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Iterator[DebtDoubt]:
    """Fees above the limit; nothing at or below it. Raises NoRateError where a limit is not known for the day."""
    if rules.guide(debt.kind).creditor in PUBLIC:
        return
    if debt.reminder_fees:
        yield from _reminders(debt, debt.reminder_fees, rates, on)
    if debt.collection_fees:
        yield from _collection(debt, debt.collection_fees, rules.tariff, rates, on)


def _reminders(debt: Debt, claimed: Decimal, rates: Rates, on: date) -> Iterator[DebtDoubt]:
    each = rates[LAW].on("rykkergebyr", on)
    most = rates[LAW].on("rykkere_hoejst", on)
    apart = rates[LAW].on("rykkere_mellemrum", on)
    sent = most.value if debt.reminders is None else min(Decimal(debt.reminders), most.value)
    limit = each.value * sent
    if claimed <= limit:
        return
    text = _(
        "Der kræves {claimed} i rykkergebyrer. Højst {value} for en rykker, højst {value_2} "
        "gange med {value_3} dage imellem. Det giver {limit}"
    ).format(
        claimed=kroner(claimed),
        value=kroner(each.value),
        value_2=f"{most.value:.0f}",
        value_3=f"{apart.value:.0f}",
        limit=kroner(limit),
    )
    todo = _("Bed dem trække {claimed} fra.").format(claimed=kroner(claimed - limit))
    yield _doubt("rykkergebyr", "reminder_fees", text, todo, (claimed, limit), (each, most, apart))


def _collection(debt: Debt, claimed: Decimal, tariff: CollectionTariff, rates: Rates, on: date) -> Iterator[DebtDoubt]:
    fee = rates[LAW].on("inkassogebyr", on)
    if claimed <= fee.value:
        return
    most = _most_with_tariff(debt, claimed, tariff, fee.value, on)
    if most is not None and claimed > most:
        text = _(
            "Inkasso har lagt {claimed} til. Efter gebyr og takst er det højst {most}, når momsen er regnet med."
        ).format(claimed=kroner(claimed), most=kroner(most))
        todo = _("Bed om at se udregningen, og bed dem trække {claimed} fra.").format(claimed=kroner(claimed - most))
        yield _doubt("inkassotakst", "collection_fees", text, todo, (claimed, most), (fee,), tariff=tariff)
        return
    text = _(
        "Inkasso har lagt {claimed} til. Gebyret for at sende kravet videre er højst {value}. "
        "Resten skal følge en takst."
    ).format(claimed=kroner(claimed), value=kroner(fee.value))
    text = text.replace("kr..", "kr.")  # an amount at the end of a sentence
    todo = _("Bed om at se udregningen.")
    yield _doubt(
        "inkassogebyr",
        "collection_fees",
        text,
        todo,
        (claimed, fee.value),
        (fee,),
        level=Level.ASK,
        tariff=tariff,
    )


def _most_with_tariff(debt: Debt, claimed: Decimal, tariff: CollectionTariff, fee: Decimal, on: date) -> Decimal | None:
    """The most in all; None where the claim is not known or the tariff says nothing. The balance may hold the fees
    already: the claim is then smaller, so the whole balance gives the higher limit."""
    if debt.balance is None or debt.balance <= ZERO or not tariff.start <= on <= tariff.end:
        return None
    most = tariff.most(debt.balance)
    return None if most is None else most + fee


def _doubt(
    key: str,
    path: str,
    text: str,
    todo: str,
    figures: tuple[Decimal, Decimal],
    used: tuple[RateUsed, ...],
    *,
    level: Level = Level.DOUBTFUL,
    tariff: CollectionTariff | None = None,
) -> DebtDoubt:
    marks = [rate.confidence for rate in used] + ([tariff.confidence] if tariff else [])
    return DebtDoubt(
        key=key,
        path=path,
        level=level,
        text=text,
        paragraph=tariff.paragraph if tariff else f"Renteloven {used[0].paragraph}",
        source=tariff.source if tariff else used[0].source,
        confidence=weakest(*marks),
        todo=todo,
        letter="brev_gebyr_rente",
        figure=figures[0],
        limit=figures[1],
        unit="kr",
        rates_used=used,
    )
