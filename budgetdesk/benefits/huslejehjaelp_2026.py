"""The municipality's rent help of 2026: money to get a home or to keep one. Discretion, and for one year only.

Law:  Serviceloven as changed for 2026 (the paragraph has not been found) with an order; no amount and no duration stand
      in it. Not set off against benefits or boligstøtte. The municipality may pay without an application.
Spec: docs/benefits/huslejehjaelp_2026.md
"""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.eviction_threat import threat
from budgetdesk.benefits.paragraf_81_checklist import cannot_pay, in_danger
from budgetdesk.benefits.rates import Rates, Series
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated

BENEFIT = "huslejehjaelp_2026"
TITLE = N_("Kommunens huslejehjælp i 2026")
LAW = "serviceloven"
FIGURE = "huslejetilskud_pulje"
PARAGRAPH = N_("Serviceloven (paragraffen er ikke fundet)")

HOW_TO_APPLY = N_(
    "Skriv til kommunens socialforvaltning. Send budget, restance og brevet fra udlejer med. Kommunen må også "
    "betale, uden at du søger. Puljen kan være brugt, så skriv i dag."
)
DOCUMENTS = ("budget", N_("opgørelse af restancen"), N_("brev fra udlejer"), N_("tilbud på bolig, hvis I mangler en"))
CANNOT_SEE = (
    N_("Kommunens egne regler for pengene, og om puljen er brugt."),
    N_("Paragraffen og klageadgangen. Dem har vi ikke fundet."),
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Never no within its year; before and after it, no."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    series = rates[LAW].series[FIGURE]
    if not series.rates[0].start <= day <= series.rates[-1].end:
        return _outside(day, series)
    urgent = threat(case, day).urgent
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_("Kommunens huslejehjælp kan være relevant: skriv i dag.")
        if urgent
        else _("Kommunens huslejehjælp kan være relevant, hvis I mangler en bolig eller kan miste den."),
        steps=(*rescue.arrears_steps(case), _last_day(series)),
        missing_facts=_missing(case),
        look_again=(LookAgain(series.rates[-1].end, _("Sidste dag med huslejehjælp efter reglen for 2026.")),),
        checklist=checklist(case, day),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
        vejledende=True,
    )


def checklist(case: Case, day: date) -> tuple[Step, ...]:
    """What the purpose of the money asks, as far as the household's facts answer it."""
    facts = case.circumstances
    return (
        Step(_("Er I socialt udsatte?"), _(PARAGRAPH), met=facts.socially_exposed),
        in_danger(case, day, _("Har I en bolig, som I kan miste?"), _(PARAGRAPH)),
        Step(_("Skal I bruge penge for at få en bolig?"), _(PARAGRAPH), met=facts.moving),
        Step(_("Er der en restance?"), _(PARAGRAPH), met=True if case.arrears.total > 0 else None),
        cannot_pay(case, _("Er huslejen mere, end I kan betale?"), _(PARAGRAPH)),
    )


def _missing(case: Case) -> tuple[str, ...]:
    facts = case.circumstances
    asked: tuple[tuple[str, object], ...] = (
        ("circumstances.socially_exposed", facts.socially_exposed),
        ("arrears.rows", case.arrears.rows or None),
        ("circumstances.moving", facts.moving),
    )
    return tuple(path for path, fact in asked if fact is None)


def _last_day(series: Series) -> Step:
    return Step(_("Reglen gælder til og med {end}").format(end=f"{series.rates[-1].end:%d.%m.%Y}"), _(PARAGRAPH))


def _outside(day: date, series: Series) -> Assessment:
    first, last = series.rates[0].start, series.rates[-1].end
    if day < first:
        summary = _("Kommunens huslejehjælp fandtes ikke endnu på den dag.")
        again = LookAgain(first, _("Reglen begynder."))
    else:
        summary = _("Kommunens huslejehjælp er slut. Hvad der kom i stedet, ved vi ikke. Spørg kommunen.")
        again = LookAgain(None, _("Hvis Folketinget forlænger reglen. Se § 81 og § 81 a imens."))
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=summary,
        steps=(
            Step(
                _("Reglen gælder fra {first} til {last}").format(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}"),
                _(PARAGRAPH),
            ),
        ),
        look_again=(again,),
        vejledende=True,
    )
