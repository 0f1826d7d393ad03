"""Who does what by when while a letter is in hand: today first, then the days that follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from budgetdesk.benefits.rates import Rates
from budgetdesk.casework.municipality import CHECK, ask_on
from budgetdesk.dates import ONE_DAY, Month, age_on, bank_day_on_or_after
from budgetdesk.formats import kroner, month
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, speaking
from budgetdesk.planning.moves import rent_due
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.paydays import bank_day_for_legal_payment
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing

TENANT = N_("Lejer")
ADVISER = N_("Rådgiver")
BOTH = N_("Rådgiver og lejer")
RYKKER_DAYS = timedelta(days=7)


@speaking(SOURCE_LANGUAGE)
def todos(
    case: Case,
    letter: Letter,
    *,
    on: date,
    bank_day: date | None,
    plan: PlanTest | None = None,
    rates: Rates | None = None,
) -> tuple[Todo, ...]:
    """The list for the letter in force, by day, in the words that the case keeps. Ids are `a1`, `a2` ... as shown.

    `rates` tells on which day to ask the municipality for its decision.
    """
    steps = (*_steps(case, letter, on, bank_day, plan), *_ask_municipality(case, letter, on, rates))
    found = sorted(steps, key=lambda step: step[0])
    return tuple(Todo(id=f"a{n}", who=who, what=what, by=by) for n, (by, who, what) in enumerate(found, 1))


Step = tuple[date, str, str]


def _steps(case: Case, letter: Letter, on: date, bank_day: date | None, plan: PlanTest | None) -> Iterator[Step]:
    if letter is Letter.NONE:
        yield on, TENANT, _("Find brevet fra udlejer, i Digital Post eller i postkassen.")
        return
    agreed = plan if plan is not None and plan.standing is Standing.ACCEPTED else None
    yield on, BOTH, _confirm(letter) if agreed else _call(letter, plan)
    if letter in (Letter.OPHAEVELSE, Letter.FOGED) or (letter is Letter.PAAKRAV and not agreed):
        yield from _urgent(case, letter, on)
    elif letter is Letter.RYKKER and not agreed:
        yield on + RYKKER_DAYS, TENANT, _("Betal restancen, eller få udlejers ja til en plan på skrift.")
    yield from _pay(case, agreed, on, bank_day)
    yield from _next_rent(case, on)


def _pay(case: Case, agreed: PlanTest | None, on: date, bank_day: date | None) -> Iterator[Step]:
    """What is to be paid: the next instalment where the landlord has said yes, else everything by the last day."""
    reference = (
        _(" Brug betalings-id {payment_reference}.").format(payment_reference=case.arrears.payment_reference)
        if case.arrears.payment_reference
        else ""
    )
    following = next((one for one in agreed.instalments if one.due >= on), None) if agreed else None
    if following:
        yield (
            following.due,
            TENANT,
            _("Betal raten på {amount} til udlejer.{reference}").format(
                amount=kroner(following.amount), reference=reference
            ),
        )
    elif bank_day and owed_now(case):
        yield (
            max(bank_day, on),
            TENANT,
            _("Betal {owed_now} til udlejer.{reference} Gem kvitteringen.").format(
                owed_now=kroner(owed_now(case)), reference=reference
            ),
        )


def _confirm(letter: Letter) -> str:
    if letter in (Letter.OPHAEVELSE, Letter.FOGED):
        return _("Få udlejers ja på skrift. Det skal stå der, om ophævelsen er trukket tilbage.")
    if letter is Letter.PAAKRAV:
        return _("Få udlejers ja på skrift. Det skal stå der, at påkravet er sat i bero.")
    return _("Få udlejers ja på skrift.")


def _call(letter: Letter, plan: PlanTest | None) -> str:
    if letter in (Letter.OPHAEVELSE, Letter.FOGED):
        return _("Ring til udlejer. Spørg, hvad der skal til for at trække ophævelsen tilbage. Få svaret på skrift.")
    holds = plan is not None and plan.instalments and plan.verdict is not PlanVerdict.BREAKS
    ask = _("en udsættelse eller et ja til planen") if holds else _("en udsættelse")
    return _("Ring til udlejer. Få det nøjagtige beløb, og bed om {ask} på skrift.").format(ask=ask)


def _urgent(case: Case, letter: Letter, on: date) -> Iterator[Step]:
    tomorrow = bank_day_on_or_after(on + ONE_DAY)
    yield on, TENANT, _("Send ansøgningen efter § 81 og § 81 a til kommunen. Gem kvitteringen.")
    yield on, TENANT, _("Skriv under på brevet til udlejer, og send det.")
    yield tomorrow, ADVISER, _("Ring til kommunen. Er ansøgningen kommet frem, og hvornår kommer svaret?")
    if letter in (Letter.OPHAEVELSE, Letter.FOGED):
        yield on, ADVISER, _("Få påkrav og ophævelse set efter af en jurist: dage, beløb og advarsel.")
        if any(p.born is None or age_on(p.born, on) < 18 for p in case.children):
            yield tomorrow, ADVISER, _("Spørg kommunen, hvad den gør for børnene i hjemmet.")
    yield from _court(case, on)


def _court(case: Case, on: date) -> Iterator[Step]:
    meeting = case.arrears.court_meeting
    if meeting and meeting >= on:
        yield meeting, BOTH, _("Mød op i fogedretten. Tag alle breve og kvitteringer med.")


def _ask_municipality(case: Case, letter: Letter, on: date, rates: Rates | None) -> Iterator[Step]:
    """A question, not a duty that is told as one: see `municipality`."""
    told = case.arrears.municipality_notified
    asked = ask_on(told, rates) if told and rates else None
    if letter is Letter.FOGED and asked and asked >= on:
        what = _("Har kommunen svaret på skrift? (retssikkerhedslovens § 5 a; {value})").format(value=_(CHECK))
        yield asked, ADVISER, what


def _next_rent(case: Case, on: date) -> Iterator[Step]:
    """The running rent goes wrong most often: the instalment is paid, but not the rent."""
    rent = case.tenancy.rent_per_month
    if rent is None:
        return
    owed = {row.month for row in case.arrears.rows}
    due_month = Month.of(on)
    while due_month in owed or bank_day_for_legal_payment(rent_due(case, due_month)) <= on:
        due_month = due_month.plus(1)
    due = bank_day_for_legal_payment(rent_due(case, due_month))
    support = case.tenancy.boligstoette
    own = rent - support.amount if support.amount and support.paid_to == "landlord" else rent
    yield (
        due,
        TENANT,
        _("Betal også huslejen for {due_month}: {own}").format(due_month=month(due_month), own=kroner(own)),
    )
