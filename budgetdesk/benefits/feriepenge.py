"""Feriepenge that nobody has claimed: money that comes once, never part of a month.

Law:  Ferieloven. FerieKonto, the employer or a feriekasse pays.
Spec: docs/benefits/feriepenge.md

`amount_per_month` is None, not 0: the money would else be spread over months or read as nothing. It stands in `once`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "feriepenge"
TITLE = N_("Feriepenge, der ikke er hævet")
PARAGRAPH = "ferieloven"
YEAR_ENDS = (12, 31)
"""The last day of the period for holidays; what is left of the fifth week can be paid out after it (ferieloven)."""
HOW_TO_APPLY = N_(
    "Se efter på borger.dk/feriepenge med MitID, og søg om udbetaling. Feriepenge via Feriepengeinfo kommer ikke af "
    "sig selv."
)
MORE_TO_APPLY = N_("De kan tidligst udbetales en måned før ferien.")
LAW = "ferie"
DOCUMENTS = ("MitID", N_("dato for ferien, eller dato for fratrædelse"))
OTHERS = (N_("Om den anden voksne også har feriepenge, der ikke er hævet."),)
CANNOT_SEE = (
    N_("Om pengene kan udbetales nu, eller først når der holdes ferie."),
    N_("Feriepenge kan sætte kontanthjælp og andre ydelser ned i den måned. Spørg først."),
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Whether there are feriepenge to claim. What there is stands in `once`, kr before tax, never in a month."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    adults = couple(case)
    known = [(adult, adult.adult.feriepenge_unclaimed) for adult in adults]
    found = [(adult, amount) for adult, amount in known if amount is not None and amount > 0]
    unsaid = tuple(f"persons[{adult.id}].adult.feriepenge_unclaimed" for adult, amount in known if amount is None)
    total = sum((amount for _rest, amount in found), ZERO)
    figures = Figures(rates, LAW, day)
    earliest = _earliest(figures)
    if total:
        verdict, summary = Verdict.YES, _yes(total)
    elif unsaid:
        verdict, summary = (
            Verdict.UNKNOWN,
            _("Feriepenge kan være relevante. Se på borger.dk/feriepenge, om der ligger nogen."),
        )
    else:
        verdict, summary = Verdict.NO, _("Der ligger ingen feriepenge, der ikke er hævet.")
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=verdict,
        summary=summary,
        amount_per_month=ZERO if verdict is Verdict.NO else None,
        once=total or None,
        steps=_steps(found, total) if total or not unsaid else (),
        rates_used=figures.used,
        missing_facts=() if total else unsaid,
        look_again=(LookAgain(_last_day(day), _("Ferieperioden slutter. Se, om den femte uge kan udbetales.")),),
        how_to_apply=f"{_(HOW_TO_APPLY)}{earliest}",
        documents_needed=translated(DOCUMENTS),
        cannot_see=(*translated(OTHERS), *translated(CANNOT_SEE)) if total and unsaid else translated(CANNOT_SEE),
    )


def _earliest(figures: Figures) -> str:
    """How long before the holiday the money can come; nothing where we have no figure for the day."""
    try:
        months = int(figures.compare("tidligst_foer_ferien"))
    except NoRateError:
        return ""
    told = _(MORE_TO_APPLY) if months == 1 else _("De kan tidligst udbetales {months} måneder før ferien.")
    return f" {told}".format(months=months)


def _yes(total: Decimal) -> str:
    return _("Feriepenge kan være relevante: {total} før skat ligger klar. Det er et engangsbeløb.").format(
        total=formats.kroner(total)
    )


def _steps(found: list[tuple[Person, Decimal]], total: Decimal) -> tuple[Step, ...]:
    if not found:
        return (Step(_("Feriepenge, der ikke er hævet (grænsen er 0 kr.)"), PARAGRAPH, ZERO),)
    lines = [
        Step(
            _("{name}: feriepenge før skat (engangsbeløb)").format(name=adult.name or _("Den voksne")),
            PARAGRAPH,
            amount,
        )
        for adult, amount in found
    ]
    return (*lines, Step(_("Feriepenge i alt før skat (engangsbeløb, ikke pr. måned)"), PARAGRAPH, total))


def _last_day(day: date) -> date:
    return date(day.year, *YEAR_ENDS)
