"""The points that the municipality weighs, each answered by the household's own facts: yes, no, or cannot see.

Shared by §§ 81, 81 a, 82, 85 and the rent help of 2026. None of the answers decides: the municipality does.
"""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.benefits.members import members
from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _
from budgetdesk.money import ZERO

GROWN_UP = 18
SEE_BUDGET = N_("Se luft i budgettet.")


def changed(case: Case, text: str, paragraph: str) -> Step:
    """Whether something has changed for the household."""
    return Step(text, paragraph, met=case.circumstances.changed)


def foreseen(case: Case, paragraph: str) -> Step:
    """An expense that was foreseen may still be met: there was nothing to save of."""
    known = case.circumstances.single_expense_foreseen
    return Step(
        _("Kunne udgiften ikke forudses, eller var der ikke råd til at spare op?"),
        paragraph,
        met=True if known is False else None,
        because=_("Udgiften kunne forudses. Var der råd til at spare op?") if known else "",
    )


def unpaid(case: Case) -> Step:
    """§ 88: normally no help with what is paid or taken on already. It is not a hard condition."""
    paid = case.circumstances.single_expense_paid
    owes = case.arrears.total > 0
    met = None if paid is None else not paid
    because = ""
    if paid:
        because = _("Regningen er betalt. Så siger kommunen normalt nej.")
    elif paid is None and owes:
        met, because = True, _("Restancen er ikke betalt.")
    return Step(_("Er udgiften ikke betalt eller aftalt endnu?"), "§ 88", met=met, because=because)


def cannot_pay(case: Case, text: str, paragraph: str) -> Step:
    """Whether savings, insurance, family or a loan could cover it, as the household says; else what it owns."""
    other_way = case.circumstances.other_way_to_pay
    if other_way is not None:
        because = _("I har oplyst en anden måde at betale på.") if other_way else ""
        return Step(text, paragraph, met=not other_way, because=because)
    needed = case.circumstances.single_expense or case.arrears.total
    if ZERO < needed <= case.wealth.liquid:
        return Step(text, paragraph, met=False, because=_("Der er penge nok på kontoen til udgiften."))
    return Step(text, paragraph, because=_(SEE_BUDGET))


def in_danger(case: Case, day: date, text: str, paragraph: str) -> Step:
    """Whether the landlord has warned that the tenancy can end. A rykker alone is not enough."""
    stage = threat(case, day)
    if stage.urgent:
        return Step(text, paragraph, met=True, because=_("Påkrav, ophævelse eller brev fra fogedretten er kommet."))
    if case.arrears.letter is Letter.RYKKER:
        return Step(text, paragraph, met=False, because=_("Der er kun kommet en rykker."))
    return Step(text, paragraph, met=False if stage is Threat.CARRIED_OUT else None)


def children_or_exposed(case: Case, day: date, text: str, paragraph: str) -> Step:
    """Whether there are children under 18 at home, or the household is exposed in another way."""
    found = members(case, day, child_under=GROWN_UP)
    if found.children:
        return Step(text, paragraph, met=True, because=_("Der er børn i hjemmet."))
    exposed = case.circumstances.socially_exposed
    return Step(text, paragraph, met=None if found.ageless and not exposed else exposed)
