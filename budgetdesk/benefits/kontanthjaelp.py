"""Kontanthjælp: does the amount in the case look right beside the rates, and could it be relevant to apply?

The answer is a check of plausibility, so it is never a no to one who receives kontanthjælp. One who does not is told no
only where the income of the home is above everything the rates could give.

Law:  Lov om aktiv socialpolitik §§ 11-20 as of 1 July 2025 (lov nr. 1655 af 30.12.2024). The municipality decides.
Spec: docs/benefits/kontanthjaelp.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.kontanthjaelp_before import check_before
from budgetdesk.benefits.kontanthjaelp_check import Check, check
from budgetdesk.benefits.kontanthjaelp_rates import LAW, most_of
from budgetdesk.benefits.kontanthjaelp_reading import means, pay_of, recipient, recipients, support_each_other
from budgetdesk.benefits.kontanthjaelp_texts import (
    BEFORE_NOTE,
    CHECKLIST,
    DOCUMENTS,
    FAMILY_NOTE,
    FRITID_NOTE,
    HOW_TO_APPLY,
    NOTES,
    PARENT_NOTE,
    WEALTH_NOTE,
)
from budgetdesk.benefits.members import couple, incomes_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import ONE_DAY
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "kontanthjaelp"
TITLE = N_("Kontanthjælp")
REFORM = date(2025, 7, 1)
"""Lov nr. 1655 af 30.12.2024 in force: new rates, uddannelseshjælp and SHO-ydelse abolished."""


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """The kontanthjælp of the home on `day`, kr/month before tax, beside what stands in the case. Never raises."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    receiving = recipients(case, day)
    try:
        if receiving:
            return _checked(case, day, figures, receiving)
        if day < REFORM:
            figures.take("foer_forsoerger_30")
            return _maybe(case, day, figures, None, ZERO)
        return _not_receiving(case, day, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


@dataclass(frozen=True)
class _Sum:
    """The checks of all who receive it, added up, kr/month before tax."""

    checks: tuple[Check, ...]

    @property
    def expected(self) -> Decimal:
        return sum((each.expected for each in self.checks), ZERO)

    @property
    def most(self) -> Decimal:
        return sum((max(each.most, each.expected) for each in self.checks), ZERO)


def _checked(case: Case, day: date, figures: Figures, receiving: tuple[Person, ...]) -> Assessment:
    checks, missing, stands = [], [], ZERO
    for person in receiving:
        who, pay = recipient(case, person, day, figures), pay_of(case, person, day)
        found = check(who, pay, figures) if day >= REFORM else check_before(who, pay, figures)
        stands += pay.gross or ZERO
        checks.append(found)
        missing += [] if pay.gross is not None else [_amount_path(case, person, day)]
        missing += [f"persons[{person.id}].{path}" for path in found.missing]
    total = _Sum(tuple(checks))
    steps = tuple(step for index, each in enumerate(checks) for step in _named(each.steps, receiving, index))
    if all(each.fits for each in checks):
        return _fits(case, day, figures, total, steps)
    return _deviates(case, day, figures, total, steps, tuple(dict.fromkeys(missing)), stands)


def _named(steps: tuple[Step, ...], people: tuple[Person, ...], index: int) -> tuple[Step, ...]:
    """With two recipients each has a heading."""
    if len(people) == 1:
        return steps
    return (Step(people[index].name or _("Voksen {index}").format(index=index + 1)), *steps)


def _amount_path(case: Case, person: Person, day: date) -> str:
    row = next((r for r in incomes_on(case, day) if r.person == person.id and r.kind.startswith(BENEFIT)), None)
    return "income" if row is None else f"income[{row.id}].amount"


def _fits(case: Case, day: date, figures: Figures, total: _Sum, steps: tuple[Step, ...]) -> Assessment:
    answer = _answer(
        case,
        day,
        Verdict.YES,
        _("Kontanthjælpen ser rigtig ud efter satserne. Flere tillæg kan være relevante."),
        figures,
    )
    last = Step(_("Kontanthjælp pr. måned før skat, skattepligtig"), "§§ 16-20", total.expected)
    return replace(answer, amount_per_month=total.expected, steps=(*steps, last))


def _deviates(
    case: Case,
    day: date,
    figures: Figures,
    total: _Sum,
    steps: tuple[Step, ...],
    missing: tuple[str, ...],
    stands: Decimal,
) -> Assessment:
    unknown = any(each.fits is None for each in total.checks)
    summary = _("Kontanthjælpen afviger fra satsen. Det kan være relevant at bede kommunen om en skriftlig beregning.")
    if unknown and not any(each.fits is False for each in total.checks):
        summary = _("Kontanthjælpen kan være relevant at tjekke: skriv beløbet før skat.")
    answer = _answer(case, day, Verdict.UNKNOWN, summary, figures)
    low = min(total.expected, stands) if not unknown else ZERO
    return replace(
        answer, steps=steps, lowest=low, highest=max(total.most, stands, total.expected), missing_facts=missing
    )


@dataclass(frozen=True)
class _Room:
    """What those who support each other live on, beside the most the rates could give them; kr/month."""

    own: Decimal | None
    most: Decimal
    end: Decimal
    """The income at which nothing is left."""

    @property
    def left(self) -> Decimal:
        return max(ZERO, min(self.most, self.end - (self.own or ZERO)))


def _rooms(case: Case, day: date, figures: Figures) -> tuple[_Room, ...]:
    """One for a single or a married couple, who live on one income; one for each of two cohabitants."""
    pair = couple(case)
    groups = (pair,) if support_each_other(case) else tuple((each,) for each in pair)
    rooms = []
    for group in groups:
        most = [most_of(recipient(case, each, day, figures), figures) for each in group]
        whole, end = sum((m.help for m in most), ZERO), sum((m.income for m in most), ZERO)
        rooms.append(_Room(means(case, group, day), whole, end))
    return tuple(rooms)


def _not_receiving(case: Case, day: date, figures: Figures) -> Assessment:
    """Nobody receives it: no only where the income is above everything the rates could give."""
    rooms = _rooms(case, day, figures)
    own = sum((room.own or ZERO for room in rooms), ZERO)
    left = sum((room.left for room in rooms), ZERO)
    if left > ZERO or any(room.own is None for room in rooms):
        return _maybe(case, day, figures, left, own)
    most = sum((room.most for room in rooms), ZERO)
    answer = _answer(
        case, day, Verdict.NO, _("Kontanthjælp giver ikke noget i dag: indtægten er højere end hjælpen."), figures
    )
    steps = (
        Step(_("Højeste kontanthjælp pr. måned med alle tillæg"), "§§ 16-20", most),
        Step(_("Indtægt pr. måned, hvor hjælpen hører op"), "§§ 16-20", sum((room.end for room in rooms), ZERO)),
        Step(_("Jeres indtægt pr. måned, der tæller"), "§ 11", own),
        Step(_("Kontanthjælp pr. måned"), "§§ 16-20", ZERO),
    )
    hope = LookAgain(None, _("Hvis indtægten falder, fx ved sygdom eller ledighed."))
    return replace(answer, amount_per_month=ZERO, steps=steps, look_again=(*answer.look_again, hope))


def _maybe(case: Case, day: date, figures: Figures, most: Decimal | None, own: Decimal) -> Assessment:
    summary = _("Kontanthjælp kan være relevant, hvis I ikke kan forsørge jer selv. Kommunen afgør.")
    answer = _answer(case, day, Verdict.UNKNOWN, summary, figures)
    asked = [] if case.circumstances.changed is not None else ["circumstances.changed"]
    asked += [f"persons[{each.id}].adult.opholdskrav" for each in couple(case) if each.adult.opholdskrav is None]
    steps = () if most is None else (Step(_("Højest mulige kontanthjælp pr. måned før skat"), "§§ 16-20", most),)
    if own:
        steps = (Step(_("Jeres indtægt pr. måned, der tæller"), "§ 11", own), *steps)
    lowest = None if most is None else ZERO
    return replace(answer, steps=steps, lowest=lowest, highest=most, missing_facts=tuple(asked))


def _answer(case: Case, day: date, verdict: Verdict, summary: str, figures: Figures) -> Assessment:
    again = (LookAgain(min(rate.end for rate in figures.used) + ONE_DAY, _("Nye satser.")),) if figures.used else ()
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=verdict,
        summary=summary,
        rates_used=figures.used,
        look_again=again,
        checklist=translated(CHECKLIST),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=_notes(case, day, figures),
        vejledende=figures.vejledende,
    )


def _notes(case: Case, day: date, figures: Figures) -> tuple[str, ...]:
    notes = [*translated(NOTES)]
    if day < REFORM:
        notes.append(_(BEFORE_NOTE))
    elif case.children:
        notes.append(_(FRITID_NOTE))
    if any(each.adult.lives_with_parent for each in couple(case)):
        notes.append(_(PARENT_NOTE))
    limit = figures.compare("formue_enlig" if len(couple(case)) == 1 else "formue_par")
    if case.wealth.liquid > limit:
        notes.append(_(WEALTH_NOTE))
    if any(row.kind == "netvaerk" for row in incomes_on(case, day)):
        notes.append(_(FAMILY_NOTE))
    return tuple(notes)
