"""Børnebidrag: what the other parent pays for a child, and what Udbetaling Danmark advances when it is late.

Law:  Lov om børns forsørgelse (Familieretshuset decides); børnetilskudsloven §§ 11-21 on forskudsvis udbetaling
      (Udbetaling Danmark decides).
Spec: docs/benefits/boernebidrag.md
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.children import (
    GROWN_UP,
    ageless,
    beside,
    birthday,
    called,
    entered_children,
    new_rates_on,
    no_children_steps,
    other_parent,
    received,
    received_step,
    under_18,
)
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import OtherParent
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "boernebidrag"
TITLE = N_("Børnebidrag")
LAW = "boernebidrag"
ADVANCED = "forskudsvis"
AGREED = "normalbidrag"
NOT_DECIDED = "ikke_fastsat"
ADVANCE_PARAGRAPH = "børnetilskudsloven § 11"
MAINTENANCE_PARAGRAPH = "lov om børns forsørgelse § 13"
HOW_TO_APPLY = {
    ADVANCED: N_(
        "Bidraget kommer for sent: bed Udbetaling Danmark om at lægge det ud (forskudsvis udbetaling). Søg på "
        "borger.dk. De kræver pengene hos den anden forælder."
    ),
    AGREED: N_("Kommer bidraget ikke til tiden, så bed Udbetaling Danmark om at lægge det ud. Søg på borger.dk."),
    NOT_DECIDED: N_("Aftal det på skrift, eller søg hos Familieretshuset. De siger, hvor stort bidraget er."),
}
DOCUMENTS = (N_("aftale eller afgørelse om bidrag"), N_("kontoudtog, der viser, at bidraget ikke er betalt"))


class Standing(StrEnum):
    """Where one child stands."""

    NONE = "none"
    """No contribution is due: the other parent lives here, is dead, or is not known."""
    DECIDED = "decided"
    OPEN = "open"
    """The other parent lives elsewhere, and there is no agreement or decision, or nobody has said."""
    UNSAID = "unsaid"


@dataclass(frozen=True)
class Child:
    """One child, where it stands, and the fact that would settle more."""

    person: Person
    standing: Standing
    late: bool | None
    missing: str = ""


def raised(normal: Decimal, base: Decimal, per_cent: Decimal) -> Decimal:
    """A raised contribution, kr/month per child: the normal one and a share of its grundbeløb."""
    return normal + base * per_cent / HUNDRED


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What børnebidrag is due for the children, kr/month, and what to do when it is late or was never decided."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        return _answer(case, day, Figures(rates, LAW, day))
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def read(case: Case, day: date) -> tuple[Child, ...]:
    """Each child at home under 18, and where it stands."""
    at_home = [p for p in entered_children(case) if p.lives_at_home and under_18(p, day)]
    return tuple(_child(case, person) for person in at_home)


def _child(case: Case, person: Person) -> Child:
    fact, facts = f"persons[{person.id}].child.", person.child
    where = other_parent(case, person)
    if where is None and facts.bidrag_decided:
        where = OtherParent.ELSEWHERE
    late = None if facts.bidrag_on_time is None else not facts.bidrag_on_time
    if where is None:
        return Child(person, Standing.UNSAID, None, fact + "other_parent")
    if where is not OtherParent.ELSEWHERE:
        return Child(person, Standing.NONE, None)
    if facts.bidrag_decided:
        return Child(person, Standing.DECIDED, late)
    return Child(person, Standing.OPEN, late, fact + "bidrag_decided" if facts.bidrag_decided is None else "")


def _answer(case: Case, day: date, figures: Figures) -> Assessment:
    children, unsaid = read(case, day), tuple(p for p in ageless(case) if p.lives_at_home)
    due = [child for child in children if child.standing is not Standing.NONE]
    if not due and not unsaid:
        return _no(case, day, children)
    normal = figures.take("normalbidrag")
    certain = normal * sum(child.standing is Standing.DECIDED for child in due)
    highest = normal * (len(due) + len(unsaid))
    known = certain == highest
    variant = _variant(due)
    has = received(case, day, "boernebidrag")
    summary = _summary(variant, certain, highest)
    if known and has is not None:
        summary = _("Børnebidrag: {beside} {compared}").format(
            beside=beside(certain * 12, has), compared=_compared(certain, has.per_month)
        )
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.YES if known else Verdict.UNKNOWN,
        summary=summary,
        variant=variant,
        amount_per_month=certain if known else None,
        lowest=None if known else certain,
        highest=None if known else highest,
        steps=(*(_step(child, normal) for child in due), *_totals(certain, highest), *received_step(has)),
        rates_used=figures.used,
        missing_facts=_missing(due, unsaid),
        look_again=_look_again(due, day, figures, variant),
        how_to_apply=translated(HOW_TO_APPLY)[variant],
        documents_needed=translated(DOCUMENTS),
        cannot_see=_cannot_see(variant),
        vejledende=figures.vejledende,
    )


def _variant(due: list[Child]) -> str:
    if any(child.standing is Standing.DECIDED and child.late for child in due):
        return ADVANCED
    return AGREED if due and all(child.standing is Standing.DECIDED for child in due) else NOT_DECIDED


def _missing(due: list[Child], unsaid: tuple[Person, ...]) -> tuple[str, ...]:
    return (
        *(child.missing for child in due if child.missing),
        *(f"persons[{person.id}].born" for person in unsaid),
    )


def _step(child: Child, normal: Decimal) -> Step:
    name = called(child.person)
    if child.standing is Standing.UNSAID:
        return Step(
            _("{name}: bidrag, hvis den anden forælder bor et andet sted, højst pr. måned").format(name=name),
            MAINTENANCE_PARAGRAPH,
            normal,
        )
    if child.standing is Standing.OPEN:
        return Step(
            _("{name}: normalbidrag pr. måned, når det er fastsat").format(name=name), MAINTENANCE_PARAGRAPH, normal
        )
    if child.late:
        return Step(
            _("{name}: normalbidrag, som Udbetaling Danmark kan lægge ud, pr. måned").format(name=name),
            ADVANCE_PARAGRAPH,
            normal,
        )
    return Step(_("{name}: normalbidrag pr. måned").format(name=name), MAINTENANCE_PARAGRAPH, normal)


def _totals(certain: Decimal, highest: Decimal) -> tuple[Step, ...]:
    if certain == highest:
        return (
            Step(
                _("Normalbidrag pr. måned i alt. Det er barnets penge, og der betales normalt ikke skat"), "", certain
            ),
        )
    return (Step(_("Mindst pr. måned"), "", certain), Step(_("Højst pr. måned efter normalbidraget"), "", highest))


def _summary(variant: str, certain: Decimal, highest: Decimal) -> str:
    if variant == ADVANCED:
        return _(
            "Forskudsvis udbetaling af børnebidrag kan være relevant: {certain} om måneden. Søg hos Udbetaling Danmark."
        ).format(certain=formats.kroner(certain))
    if variant == AGREED:
        return _("Børnebidrag er aftalt: normalt mindst {certain} om måneden. Forskud kan være relevant.").format(
            certain=formats.kroner(certain)
        )
    return _(
        "Børnebidrag kan være relevant: op til {highest} om måneden efter normalbidraget. Familieretshuset afgør."
    ).format(highest=formats.kroner(highest))


def _compared(certain: Decimal, has: Decimal) -> str:
    if has == certain:
        return _("Det passer.")
    if has > certain:
        return _("I får mere end normalbidraget. Bidraget kan være forhøjet.")
    return _("Det er mindre: se efter i afgørelsen, og spørg, om det kommer til tiden.")


def _no(case: Case, day: date, children: tuple[Child, ...]) -> Assessment:
    steps = no_children_steps(case, day)
    if children:
        where = {
            OtherParent.HERE: _("den anden forælder bor her"),
            OtherParent.DEAD: _("den anden forælder er død"),
            OtherParent.UNKNOWN: _("den anden forælder er ikke kendt"),
        }
        found = ((child.person, other_parent(case, child.person)) for child in children)
        steps = tuple(Step(f"{called(person)}: {where[at]}", "") for person, at in found if at in where)
        steps = (*steps, Step(_("Bidrag betales af en forælder, der bor et andet sted."), MAINTENANCE_PARAGRAPH))
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("Børnebidrag er ikke relevant i dag. Er en forælder død eller ukendt, så se børnetilskud."),
        amount_per_month=ZERO,
        steps=steps,
        look_again=(LookAgain(None, _("Hvis forældrene flytter fra hinanden, eller faderskabet bliver fastslået.")),),
    )


def _look_again(due: list[Child], day: date, figures: Figures, variant: str) -> tuple[LookAgain, ...]:
    days: set[tuple[date, str]] = set()
    fresh = new_rates_on([rate.end for rate in figures.used])
    if fresh is not None:
        days.add((fresh, _("Nye satser.")))
    for child in due:
        if child.person.born is not None:
            why = _("{called} fylder 18 år: bidraget hører op. Uddannelsesbidrag kan være relevant.").format(
                called=called(child.person)
            )
            days.add((birthday(child.person.born, GROWN_UP), why))
    if variant == AGREED:
        days.add(
            (
                Month.of(day).plus(1).first,
                _("Kom bidraget den første? Ellers bed Udbetaling Danmark om at lægge det ud."),
            )
        )
    return tuple(LookAgain(on, why) for on, why in sorted(days))


def _cannot_see(variant: str) -> tuple[str, ...]:
    notes = (
        _("Om bidraget er fastsat højere end normalbidraget. Udbetaling Danmark lægger højst normalbidraget ud."),
        _("Om der også er bidrag til fødsel, konfirmation eller uddannelse."),
    )
    if variant != NOT_DECIDED:
        return notes
    return (_("Om barnet bor lige meget hos begge, og om den anden forælder selv forsørger det på anden måde."), *notes)
