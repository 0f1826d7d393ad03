"""What a debt costs in interest a month, and late interest above the rate of its half-year (renteloven §§ 5-7).

The late rate changes on 1 January and 1 July and follows the half-year: what is claimed is held against each of them.
Who could claim a higher rate by agreement before the due day keeps it (§ 6): then nothing is doubted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.errors import NoRateError
from budgetdesk.formats import day as written
from budgetdesk.formats import percent
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import _
from budgetdesk.money import to_oere
from budgetdesk.planning.debt_doubt import DebtDoubt, Level, OverPart, weakest
from budgetdesk.planning.debt_rules import PUBLIC, CreditorType, DebtRules

LAW, LATE = "renteloven", "morarente"
COLLECTION_LAW, COLLECTION_RATE = "gaeldsinddrivelse", "inddrivelsesrente"
CREDIT_LAW, CREDIT_CAP = "forbrugslaan", "aaop_loft"
HUNDRED, MONTHS = Decimal(100), Decimal(12)
FINES = "boeder"
"""Fines carry no interest while they are collected."""


def interest_per_month(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Decimal | None:
    """What the debt costs in interest a month, kr to the øre; None where the rate or the balance is not known.

    Simple interest for a twelfth of a year. Without a rate of its own a debt at Gældsstyrelsen has the official one.
    """
    rate = yearly_rate(debt, rules, rates, on=on)
    if rate is None or debt.balance is None:
        return None
    return to_oere(debt.balance * rate / HUNDRED / MONTHS)


def yearly_rate(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Decimal | None:
    """Per cent a year: as entered, else the late rate that is claimed, else Gældsstyrelsen's; None: not known."""
    if debt.kind == FINES:
        return Decimal(0)
    if debt.rate is not None or debt.late_rate is not None:
        return debt.late_rate if debt.rate is None else debt.rate
    if rules.guide(debt.kind).creditor is not CreditorType.COLLECTION:
        return None
    try:
        return rates[COLLECTION_LAW].on(COLLECTION_RATE, on).value
    except NoRateError:
        return None


def late_doubts(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Iterator[DebtDoubt]:
    """Late interest above the law, half-year by half-year. Raises NoRateError where no half-year is known at all."""
    claimed = debt.late_rate
    if claimed is None or rules.guide(debt.kind).creditor in PUBLIC:
        return
    if debt.rate is not None and debt.rate >= claimed:
        return  # § 6: the higher rate was agreed before
    since = debt.late_from or debt.due_since or on
    used = _half_years(rates, min(since, on), on)
    over = [rate for rate in used if claimed > rate.value]
    if not over:
        return
    parts = tuple(OverPart(max(rate.start, since), min(rate.end, on), claimed, rate.value) for rate in over)
    limit = used[-1].value if used[-1] in over else min(rate.value for rate in over)
    yield DebtDoubt(
        key="morarente",
        path="late_rate",
        level=Level.DOUBTFUL,
        text=_text(claimed, over, used),
        paragraph="Renteloven §§ 5-7",
        source=over[-1].source,
        confidence=weakest(*(rate.confidence for rate in over)),
        todo=_("Bed dem regne renten ud igen. Spørg, om en højere rente var aftalt fra starten (§ 6)."),
        letter="brev_gebyr_rente",
        figure=claimed,
        limit=limit,
        unit="pct",
        parts=parts,
        rates_used=tuple(over),
    )


def credit_doubts(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Iterator[DebtDoubt]:
    """A rate that alone is above the cap on ÅOP. Raises NoRateError where the cap is not known for the day."""
    if debt.rate is None or rules.guide(debt.kind).creditor in PUBLIC or CREDIT_LAW not in rates:
        return
    cap = rates[CREDIT_LAW].on(CREDIT_CAP, on)
    if debt.rate <= cap.value:
        return
    yield DebtDoubt(
        key="aaop_loft",
        path="rate",
        level=Level.ASK,
        text=(
            _(
                "Renten er {pct}. Et lån fra {written} eller senere må højst koste {pct_2} i ÅOP, og "
                "gebyrer tæller med."
            ).format(pct=_pct(debt.rate), written=written(cap.start), pct_2=_pct(cap.value))
        ),
        paragraph=cap.paragraph,
        source=cap.source,
        confidence=cap.confidence,
        todo=_("Find låneaftalen, og se, hvornår lånet er fra. Bed dem regne lånet ned."),
        letter="brev_lavere_ydelse",
        figure=debt.rate,
        limit=cap.value,
        unit="pct",
        rates_used=(cap,),
    )


def _half_years(rates: Rates, start: date, end: date) -> tuple[RateUsed, ...]:
    """The rates in force between two days. Raises NoRateError where there is none."""
    series = rates[LAW].series[LATE]
    found = tuple(series.on(rate.start) for rate in series.rates if rate.start <= end and rate.end >= start)
    return found or (series.on(end),)


def _text(claimed: Decimal, over: list[RateUsed], used: tuple[RateUsed, ...]) -> str:
    now = used[-1]
    told = _("Der kræves {pct} i rente om året, fordi der er betalt for sent.").format(pct=_pct(claimed))
    if now in over:
        return _("{told} Loven giver {pct} i dette halvår.").format(told=told, pct=_pct(now.value))
    return _("{told} I nogle halvår gav loven kun {pct}.").format(told=told, pct=_pct(min(rate.value for rate in over)))


def _pct(value: Decimal) -> str:
    return percent(value, 2)
