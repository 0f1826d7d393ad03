"""Whether the kontanthjælp that stands in the case looks right beside the rates: a check, never a decision.

Spec: docs/benefits/kontanthjaelp.md
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.kontanthjaelp_rates import NAMES, Recipient, Supplement, disregard, higher_rate, supplements
from budgetdesk.i18n import _, translated
from budgetdesk.money import ZERO

PARAGRAPH = "Lov om aktiv socialpolitik §§ 16-20"


@dataclass(frozen=True, kw_only=True)
class Pay:
    """What stands in the case for one adult, kr/month. `gross` is None where only the pay after tax is known."""

    gross: Decimal | None = None
    net: Decimal | None = None
    wage: Decimal = ZERO
    """Wage before tax beside the help, which lowers it above the disregard."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """What the check says of one adult, kr/month before tax."""

    expected: Decimal
    """The rate with the supplements that are sure, less wage above the disregard."""
    most: Decimal
    """With every possible supplement."""
    fits: bool | None
    """True: the pay is within the tolerance; False: it is not; None: the pay before tax is not known."""
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()


def check(who: Recipient, pay: Pay, figures: Figures) -> Check:
    """Hold one adult's pay up against the rates. Raises NoRateError before 1 July 2025."""
    base, found = figures.take(who.rate), supplements(who, figures)
    for each in found:
        if each.sure:
            figures.rest_on(each.name)
    less = _less_for_wage(who, pay, figures)
    sure = sum((each.amount for each in found if each.sure), ZERO)
    possible = [each for each in found if not each.sure]
    expected = max(ZERO, base + sure - less)
    most = max(ZERO, base + sure + sum((each.amount for each in possible), ZERO))
    tolerance = figures.compare("afvigelse_taalt")
    fitting = None if pay.gross is None else _fitting(pay.gross, expected, possible, tolerance)
    impossible = pay.gross is None and pay.net is not None and pay.net > most + tolerance
    fits = False if impossible else None if pay.gross is None else fitting is not None
    steps = [Step(_("Kontanthjælp før skat: {names}").format(names=translated(NAMES)[who.rate]), PARAGRAPH, base)]
    steps += [Step(_said(each, fitting), PARAGRAPH, each.amount) for each in found]
    if less:
        steps.append(Step(_("Løn over fribeløbet, trækkes fra"), PARAGRAPH, -less))
    steps += _beside(pay, expected, fits)
    if fits is False and pay.gross is not None:
        steps += _explained(expected - pay.gross, found, tolerance)
    steps += _hint(who, base, figures)
    reached = expected if fitting is None else expected + sum((each.amount for each in fitting), ZERO)
    missing = () if fits else tuple(dict.fromkeys(each.missing for each in possible if each.missing))
    return Check(expected=reached, most=most, fits=fits, steps=tuple(steps), missing=missing)


def _less_for_wage(who: Recipient, pay: Pay, figures: Figures) -> Decimal:
    if not pay.wage:
        return ZERO
    free = figures.take(disregard(who.rate))
    return max(ZERO, pay.wage - free)


def _fitting(
    gross: Decimal, expected: Decimal, possible: list[Supplement], tolerance: Decimal
) -> tuple[Supplement, ...] | None:
    """The fewest possible supplements with which the pay is right; None where none are."""
    for size in range(len(possible) + 1):
        for chosen in combinations(possible, size):
            if abs(gross - expected - sum((each.amount for each in chosen), ZERO)) <= tolerance:
                return chosen
    return None


def _said(each: Supplement, fitting: tuple[Supplement, ...] | None) -> str:
    return each.title if each.sure or (fitting and each in fitting) else _("Måske: {title}").format(title=each.title)


def _beside(pay: Pay, expected: Decimal, fits: bool | None) -> list[Step]:
    if pay.gross is None:
        return [Step(_("Står i sagen efter skat"), "", pay.net)] if pay.net is not None else []
    lines = [Step(_("Står i sagen før skat"), "", pay.gross)]
    if pay.net is not None:
        lines.append(Step(_("Udbetales efter skat"), "", pay.net))
    if not fits:
        lines.append(Step(_("Afviger fra satsen med"), "", pay.gross - expected))
    return lines


def _explained(gap: Decimal, found: tuple[Supplement, ...], tolerance: Decimal) -> list[Step]:
    """Supplements whose sum is what is missing, the fewest first."""
    if gap <= ZERO:
        return []
    sure = [each for each in found if each.sure]
    for size in range(1, len(sure) + 1):
        for chosen in combinations(sure, size):
            if abs(gap - sum((each.amount for each in chosen), ZERO)) <= tolerance:
                return [
                    Step(_("Mangler måske: {title}").format(title=each.title), PARAGRAPH, each.amount)
                    for each in chosen
                ]
    return []


def _hint(who: Recipient, base: Decimal, figures: Figures) -> list[Step]:
    better = higher_rate(who, figures)
    if not better:
        return []
    more = figures.compare(better) - base
    return [
        Step(
            _("Måske mere: {names} kan være relevant efter det, I har oplyst").format(names=translated(NAMES)[better]),
            PARAGRAPH,
            more,
        )
    ]
