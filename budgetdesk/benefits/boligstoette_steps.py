"""The working of boligstøtte, line by line, as window and paper show it. The amounts stand apart from the texts."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.boligstoette_facts import Scheme
from budgetdesk.benefits.boligstoette_formula import Award, Limit
from budgetdesk.benefits.figures import Figures, number
from budgetdesk.i18n import _
from budgetdesk.money import to_oere

FORMULA_PARAGRAPH = {Scheme.BOLIGSIKRING: "§ 22", Scheme.BOLIGYDELSE: "§ 21"}


def steps(award: Award, figures: Figures, beside: Iterable[Step] = ()) -> tuple[Step, ...]:
    """Every step from the rent to the benefit per month, which is the last; amounts in whole øre.

    What is worth knowing `beside` the working stands just before the last step.
    """
    lines = [*award.cost.parts, *_cost(award), *_income(award), *_formula(award, figures), *_limits(award), *beside]
    lines.append(Step(_("Boligstøtte pr. måned"), "§ 23", award.per_month))
    return tuple(Step(line.text, line.paragraph, _oere(line.amount)) for line in lines)


def _oere(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else to_oere(amount)


def as_now(award: Award, gets: Decimal | None) -> tuple[Step, ...]:
    """The boligstøtte the household gets today beside the sum, so that a wrong amount is seen."""
    if not gets:
        return ()
    return (
        Step(_("Boligstøtte, som I får i dag, pr. måned"), "", gets),
        Step(_("Forskel mellem udregningen og det, I får, pr. måned"), "", award.per_month - gets),
    )


def for_each(award: Award, roommates: int) -> tuple[Step, ...]:
    """In a flat-share: the benefit is for the whole flat; what it is for each when shared equally."""
    if not roommates or not award.per_month:
        return ()
    return (Step(_("Delt lige mellem de voksne, til hver pr. måned"), "", award.per_month / award.facts.adults),)


def income_beside_limit(award: Award, highest: Decimal | None) -> tuple[Step, ...]:
    """For a no: the household's own figure beside the one that decides."""
    if highest is None:
        return (
            Step(_("Jeres boligudgift pr. år, der regnes med"), "§§ 10-14", to_oere(award.cost.counted)),
            Step(_("Mindste egenbetaling pr. år"), FORMULA_PARAGRAPH[award.facts.scheme], to_oere(award.own_payment)),
        )
    return (
        Step(_("Jeres indkomst pr. år"), "§ 8", to_oere(award.income)),
        Step(_("Højeste indkomst pr. år, der giver boligstøtte i denne bolig"), "§ 33", highest),
    )


def _cost(award: Award) -> list[Step]:
    cost, lines = award.cost, []
    if cost.too_large:
        text = _("Boligudgift pr. år for {allowed_m2} af boligens {area_m2} m²").format(
            allowed_m2=number(cost.allowed_m2), area_m2=number(cost.area_m2)
        )
        lines.append(Step(text, "§ 12", cost.after_area))
    if cost.too_dear:
        lines.append(Step(_("Højeste boligudgift pr. år for så mange personer"), "§ 14", cost.ceiling))
    lines.append(Step(_("Boligudgift pr. år, der regnes med"), "§§ 10-14", cost.counted))
    return lines


def _income(award: Award) -> list[Step]:
    lines = [Step(_("Personlig indkomst pr. år (12 gange måneden)"), "§ 8", award.income - award.wealth_addition)]
    if award.wealth_addition:
        lines.append(Step(_("Del af formuen, der regnes som indkomst pr. år"), "§ 8 a", award.wealth_addition))
        lines.append(Step(_("Husstandens indkomst pr. år"), "§§ 8-8 a", award.income))
    return lines


def _formula(award: Award, figures: Figures) -> list[Step]:
    scheme = award.facts.scheme
    paragraph = f"{FORMULA_PARAGRAPH[scheme]}, stk. 1"
    share, taper = (number(figures.take(f"{scheme}_{name}")) for name in ("andel", "aftrapning"))
    lines = []
    if scheme is Scheme.BOLIGYDELSE:
        lines.append(Step(_("Tillæg til boligudgiften pr. år"), paragraph, figures.take("boligydelse_tillaeg")))
    base = "boligudgiften" if scheme is Scheme.BOLIGSIKRING else _("boligudgift og tillæg")
    return [
        *lines,
        Step(_("{share} % af {base} pr. år").format(share=share, base=base), paragraph, award.share),
        Step(_("Indkomstgrænse pr. år"), paragraph, award.threshold),
        Step(
            _("{taper} % af indkomsten over grænsen pr. år, trækkes fra").format(taper=taper), paragraph, -award.taper
        ),
        Step(_("Boligstøtte pr. år efter formlen"), paragraph, award.limits[Limit.FORMULA]),
    ]


def _limits(award: Award) -> list[Step]:
    scheme = award.facts.scheme
    texts = {
        Limit.OWN_PAYMENT: (_("Højst pr. år: boligudgiften uden mindste egenbetaling"), FORMULA_PARAGRAPH[scheme]),
        Limit.HIGHEST: (_("Højst pr. år: lovens højeste beløb"), "§ 23, stk. 1"),
        Limit.NO_CHILDREN: (_("Højst pr. år: andel af boligudgiften uden børn i hjemmet"), "§ 22, stk. 3"),
    }
    lines = [Step(*texts[limit], award.limits[limit]) for limit in texts if limit in award.limits]
    lines.append(Step(_("Boligstøtte pr. år, det laveste af tallene"), "§ 23", award.before_minimum))
    if award.below_minimum:
        lines.append(Step(_("Mindste beløb pr. år, der udbetales"), "§ 33", award.minimum))
    return lines
