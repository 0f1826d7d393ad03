"""Økonomisk friplads: a cheaper place in day care, SFO and klub for families with a low income.

Law:  Dagtilbudsloven § 43. The municipality decides; the amounts follow a yearly table.
Spec: docs/benefits/friplads.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.children import ageless, called, entered_children, new_rates_on, no_children_steps, under_18
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.friplads_formula import FULL, Limits, Place, own_payments, own_per_cent, raised
from budgetdesk.benefits.friplads_income import HouseholdIncome, income_of
from budgetdesk.benefits.members import couple, in_force
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Childcare
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "friplads"
TITLE = N_("Økonomisk friplads")
LAW = "friplads"
PARAGRAPH = "dagtilbudsloven § 43"
CHILDCARE_LINE = "301"
WITH_DISCOUNT = (Childcare.DAGTILBUD, Childcare.SFO)
"""Brothers and sisters give a discount in dagtilbud and SFO, not in klub."""
HOW_TO_APPLY = N_(
    "Søg hos kommunen på Digital Pladsanvisning med MitID. Det gælder som regel fra den første i måneden efter. "
    "Betal de regninger, der kommer, imens."
)
DOCUMENTS = (
    N_("bevis for at være enlig"),
    N_("oplysning om ændret indkomst"),
    N_("regnskab, hvis en af jer er selvstændig"),
)
CANNOT_SEE = (
    N_("Tilbagebetaling: stiger indkomsten i året, skal noget af tilskuddet betales tilbage. Hav luft til det."),
    N_("Kommunens egne takster og regler for klub og private pladser."),
    N_("Kapitalindkomst og overskud af egen virksomhed, der også tæller med."),
)


@dataclass(frozen=True)
class Facts:
    """What the case says: who is in a place at what price, and what is not said."""

    placed: tuple[tuple[Person, Place], ...]
    unpriced: tuple[Person, ...]
    unsaid: tuple[Person, ...]
    """Children of whom nobody has said whether they are in a place."""

    @property
    def nobody(self) -> bool:
        return not (self.placed or self.unpriced or self.unsaid)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What økonomisk friplads would save the household, kr/month: beside what it pays today (line 301 of the chart),
    or beside the full price less sibling discount where no row says it."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    facts = read(case, day)
    if facts.nobody:
        return _no_place(case, day)
    try:
        return _answer(case, day, facts, Figures(rates, LAW, day))
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def read(case: Case, day: date) -> Facts:
    """The children at home under 18, by what is said of where they are looked after."""
    placed: list[tuple[Person, Place]] = []
    unpriced: list[Person] = []
    unsaid: list[Person] = []
    for child in entered_children(case):
        if not child.lives_at_home or not (child.born is None or under_18(child, day)):
            continue
        care, price = child.child.childcare, child.child.childcare_price
        if care is None:
            unsaid.append(child)
        elif care is not Childcare.NONE:
            if price is None:
                unpriced.append(child)
            else:
                placed.append((child, Place(max(ZERO, price), care in WITH_DISCOUNT)))
    return Facts(tuple(placed), tuple(unpriced), tuple(unsaid))


def limits_for(*, single: bool, children: int, figures: Figures) -> Limits:
    """The scale for a household, kr/year: raised for a single provider and for each child beyond the first."""
    addition = figures.take("tillaeg_enlig") if single else ZERO
    if children > 1:
        addition += figures.take("tillaeg_pr_barn") * (children - 1)
    table = Limits(
        figures.take("fuld_op_til"),
        figures.take("intet_fra"),
        figures.take("trin"),
        figures.take("foerste_trin"),
    )
    return raised(table, addition)


def _answer(case: Case, day: date, facts: Facts, figures: Figures) -> Assessment:
    limits, widest = _scales(case, day, figures)
    income = income_of(case, day, figures)
    low, high = own_per_cent(income.least, widest), own_per_cent(income.most, limits)
    missing = _missing(case, facts, income if low != high else None)
    if low == FULL:
        return _too_much(day, income, widest, figures)
    discount = figures.take("soeskenderabat")
    prices = [place for _rest, place in facts.placed]
    paid = _paid_today(case, day)
    open_end = bool(facts.unpriced or facts.unsaid)
    known = not missing and low == high
    if known and _own(prices, FULL, discount) == _own(prices, low, discount):
        return replace(
            _no_place(case, day), summary=_("Økonomisk friplads sparer ikke noget: pladsen står som gratis.")
        )
    most, least = (_saved(prices, per_cent, discount, paid) for per_cent in (low, high))
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.YES if known else Verdict.UNKNOWN,
        summary=_summary(most, paid, _own(prices, low, discount)) if known else _doubtful(low, high),
        amount_per_month=most if known else None,
        # With a price unknown, what is paid today bounds what can be saved, and nothing is sure.
        lowest=None if known else ZERO if open_end and paid is not None else least,
        highest=None if known or (open_end and paid is None) else most,
        steps=(*_steps(facts, income, limits, (low, high), discount), *_today(paid, most if known else None)),
        rates_used=figures.used,
        assumed=_assumed(case),
        missing_facts=missing,
        look_again=_look_again(day, limits, figures),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
        vejledende=figures.vejledende,
    )


def _scales(case: Case, day: date, figures: Figures) -> tuple[Limits, Limits]:
    """The scale for the children known to be under 18, and the one if those without a birth date are so, too."""
    single = len(couple(case)) == 1
    sure = sum(child.lives_at_home and under_18(child, day) for child in entered_children(case))
    perhaps = sum(child.lives_at_home for child in ageless(case))
    scale = limits_for(single=single, children=sure, figures=figures)
    return scale, limits_for(single=single, children=sure + perhaps, figures=figures) if perhaps else scale


def _missing(case: Case, facts: Facts, income: HouseholdIncome | None) -> tuple[str, ...]:
    return (
        *(f"persons[{child.id}].child.childcare" for child in facts.unsaid),
        *(f"persons[{child.id}].child.childcare_price" for child in facts.unpriced),
        *(income.missing if income else ()),
        *(f"persons[{child.id}].born" for child in ageless(case) if child.lives_at_home and income),
    )


def _own(places: list[Place], per_cent: Decimal, discount: Decimal) -> Decimal:
    return sum(own_payments(places, per_cent, discount), ZERO)


def _saved(places: list[Place], per_cent: Decimal, discount: Decimal, paid: Decimal | None) -> Decimal:
    """What friplads saves, kr/month: beside what is paid today where the household says it, else the full price."""
    before = _own(places, FULL, discount) if paid is None else paid
    return to_oere(max(ZERO, before - _own(places, per_cent, discount)))


def _paid_today(case: Case, day: date) -> Decimal | None:
    """What the household says it pays for day care today, kr/month; None where no row says it."""
    rows = [
        row for row in case.expenses if row.line == CHILDCARE_LINE and row.amount is not None and in_force(row, day)
    ]
    return sum((per_month(row.amount or ZERO, row.rhythm) for row in rows), ZERO) if rows else None


def _summary(saved: Decimal, paid: Decimal | None, total: Decimal) -> str:
    own = formats.kroner(total)
    if paid is None:
        less = formats.kroner(saved)
        return _("Økonomisk friplads kan være relevant: egen betaling {own} om måneden. Det sparer {less}.").format(
            own=own, less=less
        )
    if paid <= total:
        return _("Økonomisk friplads: I betaler {paid} om måneden, beregnet {own}. Det ser I ud til at få.").format(
            paid=formats.kroner(paid), own=own
        )
    return _(
        "Økonomisk friplads kan være relevant. I betaler {paid} om måneden i dag, beregnet {own} "
        "med friplads. Søg kommunen."
    ).format(paid=formats.kroner(paid), own=own)


def _doubtful(low: Decimal, high: Decimal) -> str:
    if low == high:
        per_cent = formats.number(low)
        return _(
            "Økonomisk friplads kan være relevant: egen betaling {per_cent} % af prisen. Svar på, hvor børnene passes."
        ).format(per_cent=per_cent)
    return _("Økonomisk friplads kan være relevant. Der mangler oplysninger, før beløbet kan regnes ud.")


def _steps(
    facts: Facts, income: HouseholdIncome, limits: Limits, per_cents: tuple[Decimal, Decimal], discount: Decimal
) -> tuple[Step, ...]:
    low, high = per_cents
    lines = [*_income_steps(income), *_limit_steps(limits)]
    if low != high:
        lines.append(
            Step(
                _("Egen betaling: mellem {low} og {high} % af prisen").format(
                    low=formats.number(low), high=formats.number(high)
                ),
                PARAGRAPH,
            )
        )
        return tuple(lines)
    lines.append(Step(_("Egen betaling: {low} % af prisen").format(low=formats.number(low)), PARAGRAPH))
    places = [place for _rest, place in facts.placed]
    own = own_payments(places, low, discount)
    for (child, place), pays in zip(facts.placed, own, strict=True):
        less = _(" efter søskendetilskud") if pays != own_payments([place], low, discount)[0] else ""
        lines.append(Step(_("{called}: fuld pris pr. måned").format(called=called(child)), "", place.price))
        lines.append(
            Step(_("{called}: egen betaling pr. måned{less}").format(called=called(child), less=less), PARAGRAPH, pays)
        )
    if places:
        subsidy = _own(places, FULL, discount) - _own(places, low, discount)
        lines.append(Step(_("Tilskud pr. måned i alt, skattefrit"), PARAGRAPH, subsidy))
    return tuple(lines)


def _today(paid: Decimal | None, saved: Decimal | None) -> tuple[Step, ...]:
    if paid is None:
        return ()
    line = Step(_("Det betaler I i dag pr. måned"), "", paid)
    return (line,) if saved is None else (line, Step(_("Sparet pr. måned i forhold til i dag"), "", saved))


def _income_steps(income: HouseholdIncome) -> list[Step]:
    if income.least == income.most:
        return [
            Step(_("Husstandens indkomst pr. år før skat og AM-bidrag (12 gange måneden)"), PARAGRAPH, income.least)
        ]
    return [Step(_("Husstandens indkomst pr. år, mindst"), PARAGRAPH, income.least)]


def _limit_steps(limits: Limits) -> list[Step]:
    return [
        Step(_("Gratis plads til og med en indkomst pr. år på"), PARAGRAPH, limits.lower),
        Step(_("Fuld pris fra en indkomst pr. år på"), PARAGRAPH, limits.upper),
    ]


def _too_much(day: date, income: HouseholdIncome, limits: Limits, figures: Figures) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("Økonomisk friplads giver ikke noget i dag: indkomsten er over grænsen. Regn igen, hvis den falder."),
        amount_per_month=ZERO,
        steps=(*_income_steps(income), *_limit_steps(limits)),
        rates_used=figures.used,
        look_again=(*_new_rates(figures), LookAgain(None, _("Hvis indkomsten falder, eller en voksen flytter ud."))),
        cannot_see=(_("Søskendetilskud kommer af sig selv, uanset indkomst. Se efter på regningen."),),
        vejledende=figures.vejledende,
    )


def _no_place(case: Case, day: date) -> Assessment:
    steps = no_children_steps(case, day)
    if entered_children(case):
        steps = (
            Step(_("Børn i dagtilbud, SFO eller klub: 0"), ""),
            Step(_("Der skal være mindst ét barn i en plads."), PARAGRAPH),
        )
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("Økonomisk friplads er ikke relevant i dag: ingen børn i dagtilbud, SFO eller klub."),
        amount_per_month=ZERO,
        steps=steps,
        look_again=(LookAgain(None, _("Hvis et barn begynder i dagtilbud, SFO eller klub.")),),
    )


def _assumed(case: Case) -> tuple[Assumed, ...]:
    tenant = case.tenant
    alone = tenant is not None and tenant.marital is None and len(couple(case)) == 1
    return (Assumed(f"persons[{tenant.id}].marital", "single"),) if tenant is not None and alone else ()


def _look_again(day: date, limits: Limits, figures: Figures) -> tuple[LookAgain, ...]:
    change = formats.kroner(_change_per_month(limits, figures), oere=False)
    return (
        LookAgain(Month.of(day).plus(1).first, _("Søg inden da: tilskuddet gælder normalt fra den første i måneden.")),
        *_new_rates(figures),
        LookAgain(
            None,
            _("Hvis indkomsten ændrer sig med {change} om måneden eller mere: giv kommunen besked.").format(
                change=change
            ),
        ),
    )


def _new_rates(figures: Figures) -> tuple[LookAgain, ...]:
    fresh = new_rates_on([rate.end for rate in figures.used])
    return () if fresh is None else (LookAgain(fresh, _("Nye satser.")),)


def _change_per_month(limits: Limits, figures: Figures) -> Decimal:
    """A change of income that makes the municipality reckon again, kr/month."""
    return limits.step * figures.take("omregnes_ved_trin") / 12
