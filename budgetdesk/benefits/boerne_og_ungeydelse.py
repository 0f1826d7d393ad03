"""Børne- og ungeydelse: paid for every child under 18, mostly by itself; tax free.

Law:  Lov om en børne- og ungeydelse (LBK nr. 603 af 12.5.2025). Udbetaling Danmark decides.
Spec: docs/benefits/boerne_og_ungeydelse.md
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.boerne_og_ungeydelse_formula import (
    BANDS,
    MONTHS_A_YEAR,
    QUARTERS_A_YEAR,
    band_on,
    first_quarter,
    half,
    paid_monthly,
    part,
    reduction,
    switches,
)
from budgetdesk.benefits.boligstoette_income import BOUNDLESS, TAXABLE, WAGES, counted
from budgetdesk.benefits.children import (
    Received,
    ageless,
    beside,
    called,
    entered_children,
    in_halves,
    new_rates_on,
    next_pay_month,
    no_children_steps,
    pay_day,
    pay_day_text,
    received,
    received_step,
)
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple, incomes_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import Month, age_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Custody, OtherParent
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "boerne_og_ungeydelse"
TITLE = N_("Børne- og ungeydelse")
LAW = "boerneydelse"
HALF = Decimal("0.5")
COUNTED_KINDS = frozenset({*WAGES, *TAXABLE, "personlig_indkomst"})
HOW_TO_APPLY = N_(
    "Den kommer normalt af sig selv til NemKontoen. Mangler den, eller skal den deles på en "
    "anden måde, så skriv til Udbetaling Danmark på borger.dk."
)
DOCUMENTS = (N_("barnets CPR-nummer"), N_("samværsaftale eller afgørelse, hvis ydelsen skal deles på en anden måde"))


@dataclass(frozen=True)
class Paid:
    """What one child gives on a day: the yearly amount, in how many parts it comes, and how it is paid."""

    child: Person
    band: str
    yearly: Decimal
    halves: int
    """2 where both parents here are paid half each, else 1."""
    share: Decimal
    monthly: bool

    @property
    def per_payment(self) -> Decimal:
        return self.yearly / (MONTHS_A_YEAR if self.monthly else QUARTERS_A_YEAR)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What børne- og ungeydelse the household should be paid, kr/month on average, beside what it says it gets."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        return _answer(case, day, Figures(rates, LAW, day))
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def paid_for(case: Case, day: date, figures: Figures) -> tuple[Paid, ...]:
    """Each child that is paid for on `day`. Raises NoRateError."""
    found = ((child, band_on(child.born, day)) for child in entered_children(case) if child.born is not None)
    return tuple(
        paid
        for child, band in found
        if band is not None and (paid := _paid(case, child, band, day, figures)) is not None
    )


def _paid(case: Case, child: Person, band: str, day: date, figures: Figures) -> Paid | None:
    share = _share(child)
    if share <= 0:
        return None
    whole = figures.take(band)
    halves = in_halves(case, child) and share >= 1
    if halves:
        share = HALF
    yearly = part(whole, share, figures.take("halvt_beloeb_afrundes_til")) if share < 1 else whole
    count = 2 if halves else 1
    monthly = child.born is not None and paid_monthly(child.born, Month.of(day))
    return Paid(child, band, yearly * count, count, share, monthly)


def _share(child: Person) -> Decimal:
    """The household's share. A child that lives elsewhere counts only with shared custody, and then by half at most."""
    if child.lives_at_home:
        return child.family_benefit_share
    return min(child.family_benefit_share, HALF) if child.custody is Custody.SHARED else ZERO


def _answer(case: Case, day: date, figures: Figures) -> Assessment:
    paid = paid_for(case, day, figures)
    unsaid = ageless(case)
    away = _perhaps_shared(case, day)
    if not paid and not unsaid and not away:
        return _no(case, day)
    total = sum((each.yearly for each in paid), ZERO)
    least_off, most_off, income_paths = _reduction(case, day, paid, figures)
    youngest = max(figures.compare(band) for band in BANDS) if unsaid else ZERO
    halves = sum((_half(child, day, figures) for child in away), ZERO)
    highest = _per_month(total - least_off + youngest * len(unsaid) + halves)
    lowest = ZERO if _residence_short(case, figures) else _per_month(max(ZERO, total - most_off))
    has = received(case, day, "boerneydelse")
    missing = _missing(unsaid, away, income_paths)
    known = lowest == highest
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.YES if known else Verdict.UNKNOWN,
        summary=_summary(total - least_off, has, len(paid)) if known else _doubtful(lowest, highest),
        amount_per_month=highest if known else None,
        lowest=None if known else lowest,
        highest=None if known else highest,
        steps=(*_steps(paid, day), *_total_steps(lowest, highest, least_off), *received_step(has)),
        rates_used=figures.used,
        assumed=_assumed(case, paid, day),
        missing_facts=() if known else missing,
        look_again=_look_again(paid, day, figures),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=_cannot_see(case, paid, figures),
        vejledende=figures.vejledende,
    )


def _per_month(yearly: Decimal) -> Decimal:
    return to_oere(max(ZERO, yearly) / MONTHS_A_YEAR)


def _perhaps_shared(case: Case, day: date) -> tuple[Person, ...]:
    """Children who live elsewhere, and of whom nobody has said who has custody: shared custody can give half."""
    away = (child for child in entered_children(case) if not child.lives_at_home and child.custody is None)
    return tuple(child for child in away if child.born is not None and band_on(child.born, day) is not None)


def _half(child: Person, day: date, figures: Figures) -> Decimal:
    """Half of a child's amount, kr/year, for a parent with whom it does not live."""
    band = None if child.born is None else band_on(child.born, day)
    return ZERO if band is None else half(figures.compare(band), figures.compare("halvt_beloeb_afrundes_til"))


def _missing(unsaid: tuple[Person, ...], away: tuple[Person, ...], incomes: tuple[str, ...]) -> tuple[str, ...]:
    births = (f"persons[{child.id}].born" for child in unsaid)
    custody = (f"persons[{child.id}].custody" for child in away)
    return (*births, *custody, *incomes)


def _no(case: Case, day: date) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("Børne- og ungeydelse gives til børn under 18 år. I har ikke nogen, der giver ydelsen i dag."),
        amount_per_month=ZERO,
        steps=no_children_steps(case, day),
        look_again=(LookAgain(None, _("Hvis I får et barn, eller et barn flytter hjem til jer.")),),
    )


def _summary(yearly: Decimal, has: Received | None, children: int) -> str:
    if has is None:
        average = _("{per_month} om måneden i gennemsnit").format(per_month=formats.kroner(_per_month(yearly)))
        return _("Børne- og ungeydelse kan være relevant: {average}. Får I den? Se på borger.dk.").format(
            average=average
        )
    close = _("Det passer.") if has.agrees(yearly, children) else _("Det passer ikke: se efter, hvorfor.")
    return _("Børne- og ungeydelse: {beside} {close}").format(beside=beside(yearly, has), close=close)


def _doubtful(lowest: Decimal, highest: Decimal) -> str:
    return _("Børne- og ungeydelse kan være relevant: mellem {lowest} og {highest} om måneden i gennemsnit.").format(
        lowest=formats.kroner(lowest), highest=formats.kroner(highest)
    )


def _steps(paid: Iterable[Paid], day: date) -> tuple[Step, ...]:
    lines: list[Step] = []
    due: dict[Month, list[str]] = {}
    for each in paid:
        born = each.child.born or day
        how = _("pr. måned, den 20.") if each.monthly else _("pr. kvartal, den 20. i januar, april, juli og oktober")
        lines.append(
            Step(
                _("{called}, {age_on} år{how_shared}: {how}").format(
                    called=called(each.child), age_on=age_on(born, day), how_shared=_how_shared(each), how=how
                ),
                "§ 1",
                each.per_payment,
            )
        )
        due.setdefault(_next_payment(born, day), []).append(called(each.child))
    lines += [
        Step(
            _("Næste udbetaling {pay_day_text}: {due}").format(pay_day_text=pay_day_text(m), due=", ".join(due[m])),
            "§ 5",
        )
        for m in sorted(due)
    ]
    return tuple(lines)


def _how_shared(paid: Paid) -> str:
    if paid.halves > 1:
        return _(" (to halve, en til hver forælder)")
    if paid.share >= 1:
        return ""
    return _(" (jeres halvdel)") if paid.share == HALF else _(" (jeres andel)")


def _next_payment(born: date, day: date) -> Month:
    month = next_pay_month(day, monthly=paid_monthly(born, Month.of(day)))
    return max(month, first_quarter(born))


def _total_steps(lowest: Decimal, highest: Decimal, off: Decimal) -> tuple[Step, ...]:
    taken = (Step(_("Sat ned efter egen indkomst, pr. år"), "§ 1 a", -to_oere(off)),) if off else ()
    if lowest == highest:
        return (*taken, Step(_("Børne- og ungeydelse pr. måned i gennemsnit, skattefri"), "§ 1", highest))
    return (
        *taken,
        Step(_("Lavest mulige pr. måned i gennemsnit"), "", lowest),
        Step(_("Højest mulige pr. måned i gennemsnit"), "", highest),
    )


def _reduction(
    case: Case, day: date, paid: tuple[Paid, ...], figures: Figures
) -> tuple[Decimal, Decimal, tuple[str, ...]]:
    """What incomes above the limit take off at least and at most, kr/year, and what would settle it (§ 1 a)."""
    receivers = couple(case) if any(each.halves > 1 for each in paid) else couple(case)[:1]
    if not paid:
        return ZERO, ZERO, ()
    try:
        limit, per_cent = figures.compare("nedsaettelse_graense"), figures.compare("nedsaettelse")
    except NoRateError:  # 2023 and 2024: cannot_see says that the limit is not known
        return ZERO, ZERO, ()
    least_off, most_off = ZERO, ZERO
    paths: list[str] = []
    for person in receivers:
        low, high, asked = _own_income(case, person, day, figures)
        own = sum((_paid_to(each, person, case) for each in paid), ZERO)
        least = min(own, reduction(low * MONTHS_A_YEAR, limit, per_cent))
        most = min(own, reduction(high * MONTHS_A_YEAR, limit, per_cent))
        least_off, most_off = least_off + least, most_off + most
        paths += asked if most > least else ()
        if most:
            figures.rest_on("nedsaettelse_graense")
    return least_off, most_off, tuple(paths)


def _paid_to(paid: Paid, person: Person, case: Case) -> Decimal:
    if paid.halves > 1:
        return paid.yearly / 2
    return paid.yearly if person == case.tenant else ZERO


def _own_income(case: Case, person: Person, day: date, figures: Figures) -> tuple[Decimal, Decimal, tuple[str, ...]]:
    """One person's personlig indkomst, kr/month, at least and at most. An income of unknown size is taken to be
    below the limit; `assumed` says so."""
    rows = (counted(row, figures) for row in incomes_on(case, day) if row.person == person.id)
    found = [row for row in rows if row is not None and row.most < BOUNDLESS]
    return (
        sum((row.least for row in found), ZERO),
        sum((row.most for row in found), ZERO),
        tuple(row.missing for row in found if row.missing),
    )


def _residence_short(case: Case, figures: Figures) -> bool:
    """Whether somebody has said fewer years in Denmark than the whole amount takes (§ 2, stk. 1, nr. 6)."""
    years = [person.residence_years for person in couple(case) if person.residence_years is not None]
    return bool(years) and max(years) < figures.compare("optjening")


def _assumed(case: Case, paid: tuple[Paid, ...], day: date) -> tuple[Assumed, ...]:
    shares = [
        Assumed(f"persons[{each.child.id}].family_benefit_share", "1")
        for each in paid
        if each.halves == 1 and each.child.family_benefit_share == 1 and each.child.custody is not Custody.SOLE
    ]
    rows = [row for row in incomes_on(case, day) if row.person == couple(case)[0].id]
    silent = [f"income[{row.id}].amount" for row in rows if row.amount is None and row.kind in COUNTED_KINDS]
    incomes = [Assumed(path, _("under lovens grænse")) for path in (silent if rows else ["income"])]
    return (*shares, *incomes)


def _look_again(paid: tuple[Paid, ...], day: date, figures: Figures) -> tuple[LookAgain, ...]:
    """New rates, and the first payment after a child has turned 3, 7 or 15, and the last one at 18."""
    days: set[tuple[date, str]] = set()
    fresh = new_rates_on([rate.end for rate in figures.used])
    if fresh is not None:
        days.add((fresh, _("Nye satser.")))
    for each in paid:
        for month, age in switches(each.child.born or day):
            if pay_day(month) >= day:
                days.add((pay_day(month), _why(called(each.child), age)))
    return tuple(LookAgain(on, why) for on, why in sorted(days))


def _why(name: str, age: int) -> str:
    return {
        15: _("{name} er fyldt 15 år: ungeydelse hver måned fra nu af.").format(name=name),
        18: _("{name} fylder 18 år: den sidste ungeydelse.").format(name=name),
    }.get(age, _("{name} er fyldt {age} år: beløbet bliver mindre fra nu af.").format(name=name, age=age))


def _cannot_see(case: Case, paid: tuple[Paid, ...], figures: Figures) -> tuple[str, ...]:
    notes = [
        _("Om I har boet eller arbejdet i Danmark i 6 af de seneste 10 år. Ellers er beløbet mindre."),
        _("Om der bliver trukket gæld til det offentlige, eller om kommunen har standset ydelsen."),
    ]
    if any(each.child.custody is Custody.SHARED and each.halves == 1 and each.share >= 1 for each in paid):
        notes.insert(
            0, _("Ved fælles forældremyndighed får hver forælder normalt halvdelen. Se på borger.dk, hvem der får.")
        )
    if any(each.child.child.other_parent is None and len(couple(case)) > 1 for each in paid):
        notes.append(_("Hvem der er forældre til børnene. Bor begge her, får de hver en halvdel."))
    if any(each.child.child.other_parent is OtherParent.UNKNOWN for each in paid):
        notes.append(_("Om du har forældremyndigheden alene. Så får du hele ydelsen."))
    if all(rate.name != "nedsaettelse_graense" for rate in figures.used):
        notes.append(_("Grænsen for høje indkomster det år. Den er ikke fundet."))
    return tuple(notes)
