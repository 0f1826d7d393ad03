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
from budgetdesk.money import ZERO

BENEFIT = "feriepenge"
TITLE = "Feriepenge, der ikke er hævet"
PARAGRAPH = "ferieloven"
YEAR_ENDS = (12, 31)
"""The last day of the period for holidays; what is left of the fifth week can be paid out after it (ferieloven)."""
HOW_TO_APPLY = (
    "Se efter på borger.dk/feriepenge med MitID, og søg om udbetaling. Feriepenge via Feriepengeinfo kommer ikke af "
    "sig selv."
)
LAW = "ferie"
DOCUMENTS = ("MitID", "dato for ferien, eller dato for fratrædelse")
OTHERS = ("Om den anden voksne også har feriepenge, der ikke er hævet.",)
CANNOT_SEE = (
    "Om pengene kan udbetales nu, eller først når der holdes ferie.",
    "Feriepenge kan sætte kontanthjælp og andre ydelser ned i den måned. Spørg først.",
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Whether there are feriepenge to claim. What there is stands in `once`, kr before tax, never in a month."""
    if case.tenant is None:
        return without_tenant(BENEFIT, TITLE, day)
    adults = couple(case)
    known = [(adult, adult.adult.feriepenge_unclaimed) for adult in adults]
    found = [(adult, amount) for adult, amount in known if amount is not None and amount > 0]
    unsaid = tuple(f"persons[{adult.id}].adult.feriepenge_unclaimed" for adult, amount in known if amount is None)
    total = sum((amount for _, amount in found), ZERO)
    figures = Figures(rates, LAW, day)
    earliest = _earliest(figures)
    if total:
        verdict, summary = Verdict.YES, _yes(total)
    elif unsaid:
        verdict, summary = (
            Verdict.UNKNOWN,
            "Feriepenge kan være relevante. Se på borger.dk/feriepenge, om der ligger nogen.",
        )
    else:
        verdict, summary = Verdict.NO, "Der ligger ingen feriepenge, der ikke er hævet."
    return Assessment(
        benefit=BENEFIT,
        title=TITLE,
        on=day,
        verdict=verdict,
        summary=summary,
        amount_per_month=ZERO if verdict is Verdict.NO else None,
        once=total or None,
        steps=_steps(found, total) if total or not unsaid else (),
        rates_used=figures.used,
        missing_facts=() if total else unsaid,
        look_again=(LookAgain(_last_day(day), "Ferieperioden slutter. Se, om den femte uge kan udbetales."),),
        how_to_apply=f"{HOW_TO_APPLY}{earliest}",
        documents_needed=DOCUMENTS,
        cannot_see=(*OTHERS, *CANNOT_SEE) if total and unsaid else CANNOT_SEE,
    )


def _earliest(figures: Figures) -> str:
    """How long before the holiday the money can come; nothing where we have no figure for the day."""
    try:
        months = int(figures.compare("tidligst_foer_ferien"))
    except NoRateError:
        return ""
    return f" De kan tidligst udbetales {months} {'måned' if months == 1 else 'måneder'} før ferien."


def _yes(total: Decimal) -> str:
    return f"Feriepenge kan være relevante: {formats.kroner(total)} før skat ligger klar. Det er et engangsbeløb."


def _steps(found: list[tuple[Person, Decimal]], total: Decimal) -> tuple[Step, ...]:
    if not found:
        return (Step("Feriepenge, der ikke er hævet (grænsen er 0 kr.)", PARAGRAPH, ZERO),)
    lines = [
        Step(f"{adult.name or 'Den voksne'}: feriepenge før skat (engangsbeløb)", PARAGRAPH, amount)
        for adult, amount in found
    ]
    return (*lines, Step("Feriepenge i alt før skat (engangsbeløb, ikke pr. måned)", PARAGRAPH, total))


def _last_day(day: date) -> date:
    return date(day.year, *YEAR_ENDS)
