"""Doubtful or unlawful steps against the tenant: each with its paragraph, the figure beside the limit, and what to do.

A doubt is a reason to ask, not a verdict: there may be a paper that we have not seen. What is sure enough to write a
letter about is `doubtful`; what should be asked about first is `ask`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from budgetdesk.benefits.rates import Confidence, Rates
from budgetdesk.errors import NoRateError
from budgetdesk.formats import day as written
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import _
from budgetdesk.planning.debt_doubt import DebtDoubt, Level
from budgetdesk.planning.debt_fees import fee_doubts
from budgetdesk.planning.debt_interest import credit_doubts, late_doubts
from budgetdesk.planning.debt_rules import PUBLIC, DebtRules, Enforceable, StepRule
from budgetdesk.planning.limitation import WARNING, Limitation, basis_of

WAGE_STEP = "tager_loen"
Finder = Callable[..., Iterator[DebtDoubt]]
_WITH_RATES: tuple[Finder, ...] = (fee_doubts, late_doubts, credit_doubts)


def doubts_of(
    debt: Debt, rules: DebtRules, rates: Rates, *, on: date, limitation: Limitation
) -> tuple[tuple[DebtDoubt, ...], tuple[str, ...]]:
    """Everything doubtful about one debt, what is surest first; and a sentence for each figure that we do not know."""
    found = [*_lapsed(limitation), *_steps(debt, rules), *_no_paper(debt, rules)]
    unknown: list[str] = []
    for finder in _WITH_RATES:
        try:
            found += finder(debt, rules, rates, on=on)
        except NoRateError as error:
            unknown.append(str(error))
    return tuple(sorted(found, key=lambda doubt: doubt.level is Level.ASK)), tuple(unknown)


def other_steps(debt: Debt, rules: DebtRules) -> tuple[StepRule, ...]:
    """What the creditor has done that is no reason for doubt, but for doing something."""
    creditor = rules.guide(debt.kind).creditor
    known = [rules.steps[key] for key in debt.steps if key in rules.steps]
    return tuple(step for step in known if not _level(step, debt, creditor))


def _lapsed(limitation: Limitation) -> Iterator[DebtDoubt]:
    if not limitation.passed or limitation.latest is None:
        return
    used = limitation.rates_used
    yield DebtDoubt(
        key="foraeldet",
        path="limitation_date",
        level=Level.DOUBTFUL,
        text=_("Gælden kan være forældet. Den sidste dag til at kræve den var {written}.").format(
            written=written(limitation.latest)
        ),
        paragraph="; ".join(step.paragraph for step in limitation.steps if step.paragraph) or "Forældelsesloven",
        source=used[0].source if used else _("Dagen er skrevet af jer selv"),
        confidence=Confidence.DERIVED,
        todo=_(WARNING),
        letter="brev_foraeldelse",
    )


def _steps(debt: Debt, rules: DebtRules) -> Iterator[DebtDoubt]:
    creditor = rules.guide(debt.kind).creditor
    keys = dict.fromkeys(debt.steps)
    if debt.deducted_from_income and creditor not in PUBLIC:
        keys.setdefault(WAGE_STEP)
    for key in keys:
        step = rules.steps.get(key)
        level = _level(step, debt, creditor) if step else None
        if step and level:
            yield DebtDoubt(
                key=step.key,
                path="steps",
                level=level,
                text=step.text,
                paragraph=step.paragraph,
                source=step.source,
                confidence=step.confidence,
                todo=step.todo,
                letter=step.letter,
            )


def _level(step: StepRule, debt: Debt, creditor: object) -> Level | None:
    if debt.kind in step.not_for:
        return None
    if creditor in step.doubtful:
        return Level.DOUBTFUL
    return Level.ASK if creditor in step.ask else None


def _no_paper(debt: Debt, rules: DebtRules) -> Iterator[DebtDoubt]:
    """Said to be ready for fogedretten, though the claim rests on nothing that can be used there."""
    basis = basis_of(debt, rules.guide(debt.kind))
    if basis is None or not debt.enforceable or rules.bases[basis].enforceable is not Enforceable.NO:
        return
    rule = rules.bases[basis]
    yield DebtDoubt(
        key="uden_grundlag",
        path="enforceable",
        level=Level.ASK,
        text=rule.text,
        paragraph=rule.paragraph,
        source=rule.source,
        confidence=rule.confidence,
        todo=_("Bed om at se dommen eller forliget."),
        letter="brev_henstand",
    )
