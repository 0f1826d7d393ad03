"""Særlig støtte for one month while § 34 existed: threshold, excess of income, and the two caps.

Law:  Lov om aktiv socialpolitik § 34 (repealed); BEK nr. 1975 af 11.12.2020 §§ 3-7.
Spec: docs/benefits/paragraf_34.md
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

LAW = "paragraf_34"
"""The file of figures: resources/rates/paragraf_34.toml."""


@dataclass(frozen=True)
class Children:
    """The children one person provides for: living at home, and elsewhere."""

    at_home: int = 0
    elsewhere: int = 0

    @property
    def any(self) -> bool:
        return self.at_home + self.elsewhere > 0


@dataclass(frozen=True, kw_only=True)
class Month34:
    """One month of one household, kr/month after tax. A couple has two in `providers` and joint amounts."""

    housing_cost: Decimal
    """Nettoboligudgift: rent, heat, water, gas and electricity less boligstøtte."""
    providers: tuple[Children, ...] = (Children(),)
    net_income: Decimal = ZERO
    necessary_costs: Decimal = ZERO
    """Unpaid work tools, work clothes and transport (§ 5, stk. 5)."""
    net_on_help_alone: Decimal = ZERO
    """What the household would have on help under the law alone (§ 5, stk. 4)."""
    previous_net_income: Decimal | None = None
    """Net income before the event (§ 6, stk. 1-2); None: this cap is not worked out."""
    provider_net: Decimal | None = None
    """Without children: net help of a provider aged 30 or more (§ 6, stk. 3)."""
    dagpenge_net: Decimal | None = None
    """Net of the highest dagpenge, where help has run three months in a row (§ 7); None: the cap is not in use."""


@dataclass(frozen=True)
class Result34:
    """The support, kr/month and free of tax, and how it came about."""

    amount: Decimal
    thresholds: tuple[Decimal, ...]
    steps: tuple[Step, ...]


def threshold(children: Children, figures: Figures) -> Decimal:
    """The share of the housing cost one person always pays, kr/month (§ 3). Each child after the first lowers it."""
    if not children.any:
        return figures.take("graense_uden_boern")
    base = figures.take("graense_barn_hjemme" if children.at_home else "graense_barn_ude")
    further_home = max(0, children.at_home - 1)
    further_away = children.elsewhere if children.at_home else children.elsewhere - 1
    if further_home:
        base -= further_home * figures.take("nedsaettelse_barn_hjemme")
    if further_away:
        base -= further_away * figures.take("nedsaettelse_barn_ude")
    return max(ZERO, base)


def calculate(month: Month34, figures: Figures) -> Result34:
    """§§ 5-7 in their order. Not rounded."""
    share = month.housing_cost / len(month.providers)
    thresholds = tuple(threshold(children, figures) for children in month.providers)
    base = sum((max(ZERO, share - own) for own in thresholds), ZERO)
    excess = max(ZERO, month.net_income - month.necessary_costs - month.net_on_help_alone)
    steps = [
        Step(_("Nettoboligudgift"), "BEK 1975/2020 § 4", month.housing_cost),
        Step(_("Grænsebeløb"), "BEK 1975/2020 § 3", sum(thresholds, ZERO)),
        Step(_("Boligudgift over grænsen"), "BEK 1975/2020 § 5, stk. 1", base),
        Step(_("Indtægt over hjælpen alene, trækkes fra"), "BEK 1975/2020 § 5, stk. 4-5", -excess),
    ]
    amount = max(ZERO, base - excess)
    for text, paragraph, cap in _caps(month, figures):
        room = max(ZERO, cap - month.net_income)
        steps.append(Step(text, paragraph, room))
        amount = min(amount, room)
    steps.append(Step(_("Særlig støtte, skattefri"), "§ 34", amount))
    return Result34(amount, thresholds, tuple(steps))


def _caps(month: Month34, figures: Figures) -> list[tuple[str, str, Decimal]]:
    caps = []
    if month.previous_net_income is not None:
        cap = month.previous_net_income * figures.take("loft_tidligere_indtaegt") / HUNDRED
        if month.provider_net is not None and not any(children.any for children in month.providers):
            cap = max(cap, month.provider_net)
        caps.append((_("Plads under loftet for tidligere indtægt"), "BEK 1975/2020 § 6", cap))
    if month.dagpenge_net is not None:
        caps.append((_("Plads under loftet for højeste dagpenge"), "BEK 1975/2020 § 7", month.dagpenge_net))
    return caps
