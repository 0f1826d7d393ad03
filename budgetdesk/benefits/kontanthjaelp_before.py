"""The check for days before the reform of 1 July 2025: only adults over 30 had one rate that the case can tell.

Law:  Lov om aktiv socialpolitik §§ 22-25 as they stood until 30 June 2025.
Spec: docs/benefits/kontanthjaelp.md
"""

from __future__ import annotations

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.kontanthjaelp_check import Check, Pay
from budgetdesk.benefits.kontanthjaelp_rates import Recipient
from budgetdesk.i18n import _

PARAGRAPH = "§§ 22-25 (før 1.7.2025)"


def check_before(who: Recipient, pay: Pay, figures: Figures) -> Check:
    """Hold the pay up against the rate of an adult over 30, with or without children. Raises NoRateError.

    Younger people and uddannelseshjælp had many rates; there the check only shows the nearest one and decides nothing.
    """
    old_enough = who.age is not None and who.age >= figures.compare("alder_forhoejet")
    name = "foer_forsoerger_30" if who.provider else "foer_andre_30"
    expected = figures.take(name if old_enough else "foer_uddannelseshjaelp")
    most = figures.compare("foer_forsoerger_30")
    title = (
        _("Kontanthjælp før skat, fyldt 30 år") if old_enough else _("Uddannelseshjælp før skat, uden børn, udeboende")
    )
    steps = [Step(title, PARAGRAPH, expected)]
    if pay.gross is not None:
        steps.append(Step(_("Står i sagen før skat"), "", pay.gross))
    fits = None
    if old_enough and who.rate == "forhoejet" and pay.gross is not None and not pay.wage:
        fits = abs(pay.gross - expected) <= figures.compare("afvigelse_taalt")
    if fits is False and pay.gross is not None:
        steps.append(Step(_("Afviger fra satsen med"), "", pay.gross - expected))
    return Check(expected=expected, most=max(most, expected), fits=fits, steps=tuple(steps))
