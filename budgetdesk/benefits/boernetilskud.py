"""Børnetilskud: ordinary, extra, special, for twins, and for parents who study. Tax free; must be applied for.

Law:  Børnetilskudsloven §§ 2-4, 10 a and 10 c. Udbetaling Danmark decides.
Spec: docs/benefits/boernetilskud.md
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.boernetilskud_kinds import kinds_of
from budgetdesk.benefits.boernetilskud_reading import Reading, Single, read
from budgetdesk.benefits.children import (
    Received,
    beside,
    called,
    day_before,
    new_rates_on,
    next_quarter,
    pay_day,
    received,
    received_step,
)
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.words import Marital
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "boernetilskud"
TITLE = N_("Børnetilskud")
LAW = "boernetilskud"
DECLARATION = (11, 5)
REMINDER = (11, 26)
"""Month and day by which the yearly letter about being single must be answered, and of the reminder (borger.dk)."""
HOW_TO_APPLY = N_(
    "Søg på borger.dk hos Udbetaling Danmark. Gør det, før kvartalet begynder. Der gives ikke penge tilbage i "
    "tiden. Gem kvitteringen."
)
DOCUMENTS = (
    N_("barnets CPR-nummer"),
    N_("oplysning om, hvem der bor på adressen"),
    N_("separation eller skilsmisse, hvis I har været gift"),
)

NO_CHILDREN = (
    Step(N_("Børn under 18 år, der bor og er tilmeldt hos jer: 0"), "§ 2"),
    Step(N_("Der skal være mindst ét barn, der er tilmeldt adressen."), "§§ 2-3"),
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What børnetilskud could be paid, kr/month on average, beside what the household says it gets."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    try:
        return _answer(case, day, read(case, day), Figures(rates, LAW, day))
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _answer(case: Case, day: date, reading: Reading, figures: Figures) -> Assessment:
    if not reading.children and not reading.ageless:
        return _no(day, translated(NO_CHILDREN), _("I har ikke børn under 18 år på adressen."), figures)
    kinds = kinds_of(case, day, reading, figures)
    certain, highest = (to_oere(year / 12) for year in (kinds.certain, kinds.certain + kinds.more))
    known = certain == highest and not kinds.unknown_kind
    if known and certain == 0:
        return _no(day, _couple_steps(case), _("I er to om at forsørge, og intet andet giver tilskud."), figures)
    has = received(case, day, "boernetilskud")
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.YES if known else Verdict.UNKNOWN,
        summary=_summary(kinds.certain, has, len(reading.children))
        if known
        else _doubtful(certain, kinds.unknown_kind),
        variant="enlig" if reading.single is Single.YES else "",
        amount_per_month=certain if known else None,
        lowest=None if known else certain,
        highest=None if known or kinds.unknown_kind else highest,
        steps=(*kinds.steps, *_totals(certain, None if kinds.unknown_kind else highest), *received_step(has)),
        rates_used=figures.used,
        assumed=_assumed(case),
        missing_facts=kinds.missing,
        look_again=_look_again(day, reading, figures, has),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=(*kinds.notes, *_cannot_see(reading)),
        vejledende=figures.vejledende,
    )


def _totals(certain: Decimal, highest: Decimal | None) -> tuple[Step, ...]:
    if certain == highest:
        return (Step(_("Børnetilskud pr. måned i gennemsnit, skattefrit"), "", certain),)
    least = Step(_("Mindst pr. måned i gennemsnit"), "", certain)
    return (least,) if highest is None else (least, Step(_("Højst pr. måned i gennemsnit"), "", highest))


def _couple_steps(case: Case) -> tuple[Step, ...]:
    return (
        Step(_("Voksne, der lever sammen hos jer: {count}").format(count=len(couple(case))), "§ 2, stk. 2"),
        Step(_("Ordinært og ekstra børnetilskud kræver, at den voksne er enlig."), "§§ 2-3"),
    )


def _no(day: date, steps: tuple[Step, ...], why: str, figures: Figures) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("Børnetilskud giver ikke noget i dag: {why}").format(why=why),
        amount_per_month=ZERO,
        steps=steps,
        rates_used=figures.used,
        look_again=(
            LookAgain(None, _("Hvis den voksne bliver enlig, får tvillinger, bliver pensionist eller begynder på SU.")),
        ),
    )


def _summary(yearly: Decimal, has: Received | None, children: int) -> str:
    if has is None:
        average = _("{to_oere} om måneden i gennemsnit").format(to_oere=formats.kroner(to_oere(yearly / 12)))
        return _("Børnetilskud kan være relevant: {average}. Søg, før det næste kvartal begynder.").format(
            average=average
        )
    close = _("Det passer.") if has.agrees(yearly, children) else _("Det passer ikke: se efter, hvorfor.")
    return _("Børnetilskud: {beside} {close}").format(beside=beside(yearly, has), close=close)


def _doubtful(certain: Decimal, open_end: bool) -> str:
    if certain:
        least = formats.kroner(certain)
        return _("Børnetilskud kan være relevant: mindst {least} om måneden i gennemsnit. Det kan være mere.").format(
            least=least
        )
    if open_end:
        return _("Børnetilskud kan være relevant. Beløbet kan ikke regnes ud endnu. Spørg Udbetaling Danmark.")
    return _("Børnetilskud kan være relevant. Der mangler oplysninger, før beløbet kan regnes ud.")


def _assumed(case: Case) -> tuple[Assumed, ...]:
    tenant = case.tenant
    if tenant is None or tenant.marital is not None or len(couple(case)) > 1:
        return ()
    return (Assumed(f"persons[{tenant.id}].marital", Marital.SINGLE.value),)


def _look_again(day: date, reading: Reading, figures: Figures, has: Received | None) -> tuple[LookAgain, ...]:
    days: set[tuple[date, str]] = set()
    fresh = new_rates_on([rate.end for rate in figures.used])
    if fresh is not None:
        days.add((fresh, _("Nye satser.")))
    begins = next_quarter(day)
    if has is None:
        why = _("Sidste dag at søge, hvis tilskuddet skal gælde fra {first}.").format(first=formats.day(begins.first))
        days.add((day_before(begins), why))
    if reading.single is Single.YES:
        days |= _declaration(day)
    for child in reading.children:
        born = child.person.born or day
        grown_up = next_quarter(born.replace(day=1, year=born.year + 18))
        days.add(
            (
                pay_day(grown_up),
                _("{called} er fyldt 18 år og giver ikke tilskud mere.").format(called=called(child.person)),
            )
        )
    return tuple(LookAgain(on, why) for on, why in sorted(days))


def _declaration(day: date) -> set[tuple[date, str]]:
    """The next day to answer the yearly letter; the reminder where the letter's own day has just passed."""
    answer, reminder = (date(day.year, *month_day) for month_day in (DECLARATION, REMINDER))
    why = _("Svar på brevet om at være enlig. Uden svar stopper tilskuddet ved nytår.")
    if day <= answer:
        return {(answer, why)}
    later = {(answer.replace(year=day.year + 1), why)}
    return (
        later | {(reminder, _("Sidste rykker for brevet om at være enlig. Er det besvaret?"))}
        if day <= reminder
        else later
    )


def _cannot_see(reading: Reading) -> tuple[str, ...]:
    notes = []
    if reading.single is not Single.NO:
        notes.append(_("Om du er reelt enlig. En kæreste med fælles økonomi tæller, også med en anden adresse."))
        notes.append(_("Skriv i sagen, hvad svaret om at være enlig bygger på."))
    return (
        *notes,
        _("Om I har boet eller arbejdet i Danmark i 6 af de seneste 10 år. Ellers er beløbet mindre."),
        _("Om du har del i forældremyndigheden over barnet."),
    )
