"""How long a debt can still be claimed: forældelsesloven, and § 18 a of the act on collecting debts to the public.

    last day = the latest of the days the time is counted from + the years of what the claim rests on

3 years in general (§ 3); 10 where there is a gældsbrev, a written acknowledgement of existence and size, a settlement
or a judgment (§ 5), and for loans and overdrafts in banks (§ 6); 3 at Gældsstyrelsen (§ 18 a). The years are data
(`resources/rates/foraeldelse.toml`, `gaeldsinddrivelse.toml`). Whoever pays or acknowledges lets the time begin anew
(§§ 15 and 19). In doubt the later day is told: nobody is to believe that a debt is gone while it is not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.errors import NoRateError
from budgetdesk.formats import day as written
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis
from budgetdesk.i18n import N_, _
from budgetdesk.planning.debt_rules import PUBLIC, CreditorType, DebtGuide, DebtRules, LimitationRule

LAW, COLLECTION_LAW = "foraeldelse", "gaeldsinddrivelse"
RESTARTS = (
    N_("Hvis I skriver under på, at gælden findes, og hvor stor den er: så er der 10 år fra den dag (§ 5)."),
    N_("Hvis I betaler af på den, beder om henstand eller på anden måde siger, at I skylder pengene (§ 15)."),
    N_("Hvis kreditor går til retten eller fogedretten, eller Gældsstyrelsen trækker i lønnen (§§ 16-18)."),
)
WARNING = N_("Betal ikke, og skriv ikke under, før I har spurgt en retshjælp eller en gældsrådgiver.")


@dataclass(frozen=True)
class LimitationStep:
    """One step of the working: a sentence, the paragraph, and the day it leads to."""

    text: str
    paragraph: str = ""
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Limitation:
    """The last day on which the debt can be claimed as far as the facts say; None while one of them is missing."""

    last_day: date | None = None
    latest: date | None = None
    """The last day where it depends on something that only the creditor knows; else as `last_day`."""
    passed: bool | None = None
    """Whether even the latest day has gone by."""
    stated: bool = False
    """The day was entered by the adviser and not computed."""
    interest_before: date | None = None
    """Interest and fees from before this day may have lapsed though the debt has not."""
    steps: tuple[LimitationStep, ...] = ()
    missing: tuple[str, ...] = ()
    """The names of the facts of the debt that are needed first."""
    restarts: tuple[str, ...] = RESTARTS
    note: str = ""
    rates_used: tuple[RateUsed, ...] = ()
    vejledende: bool = True
    """No day of limitation is solid: what was paid and said is not all in the case."""


@dataclass(frozen=True)
class _Counted:
    last_day: date
    steps: tuple[LimitationStep, ...]
    used: tuple[RateUsed, ...] = field(default=())


def limitation(debt: Debt, rules: DebtRules, rates: Rates, *, on: date) -> Limitation:
    """When the debt can no longer be claimed, seen from a day. Never raises: a missing fact or rate is said."""
    guide = rules.guide(debt.kind)
    if debt.limitation_date is not None:
        return _stated(debt.limitation_date, on)
    if guide.limitation is LimitationRule.OWN_RULES:
        return Limitation(note=_("Bøder har deres egne regler, som programmet ikke kender. Spørg Gældsstyrelsen."))
    basis = basis_of(debt, guide)
    missing = _missing(debt, basis, rules, collected=guide.creditor is CreditorType.COLLECTION)
    if basis is None or missing:
        return Limitation(missing=missing)
    try:
        if guide.creditor is CreditorType.COLLECTION:
            return _at_gaeldsstyrelsen(debt, rules, rates, on)
        return _ordinary(debt, basis, guide, rules, rates, on)
    except NoRateError as error:
        return Limitation(note=str(error))


def basis_of(debt: Debt, guide: DebtGuide) -> DebtBasis | None:
    """What the claim rests on: as entered, else for the public what such a claim always rests on; None: nobody said."""
    if debt.basis is not None:
        return debt.basis
    return guide.basis if guide.creditor in PUBLIC else None


def years_after(day: date, years: int) -> date:
    """The same day so many years later; the last of February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _stated(day: date, on: date) -> Limitation:
    step = LimitationStep(_("I har selv skrevet dagen."), day=day)
    return Limitation(last_day=day, latest=day, passed=day < on, stated=True, steps=(step,))


def _missing(debt: Debt, basis: DebtBasis | None, rules: DebtRules, *, collected: bool) -> tuple[str, ...]:
    if basis is None:
        return ("basis",)
    if rules.bases[basis].fixed and not collected:
        return () if debt.acknowledged_on else ("acknowledged_on",)
    return () if debt.due_since or debt.acknowledged_on else ("due_since",)


def _ordinary(debt: Debt, basis: DebtBasis, guide: DebtGuide, rules: DebtRules, rates: Rates, on: date) -> Limitation:
    fixed = rules.bases[basis].fixed
    written_down = debt.acknowledged_on is not None
    figure = rates[LAW].on("saerligt_grundlag" if written_down else rules.bases[basis].limit, on)
    start, first = _start(debt, fixed=fixed, last_movement=guide.limitation is LimitationRule.LAST_MOVEMENT)
    counted = _counted(start, figure, (first,))
    counted = _kept_alive(debt, counted, figure, on)
    old_interest = rates[LAW].on("renter", on)
    passed = counted.last_day < on
    longer = not passed and figure.value > old_interest.value
    return Limitation(
        last_day=counted.last_day,
        latest=counted.last_day,
        passed=passed,
        interest_before=years_after(on, -int(old_interest.value)) if longer else None,
        steps=counted.steps,
        note=_late_word(debt, basis, rules, rates, on),
        rates_used=counted.used,
    )


def _start(debt: Debt, *, fixed: bool, last_movement: bool) -> tuple[date, LimitationStep]:
    """The day the time is counted from: the latest of due and acknowledged; a judgment has a day of its own."""
    known = [day for day in (debt.due_since, debt.acknowledged_on) if day is not None]
    if fixed and debt.acknowledged_on is not None:
        return debt.acknowledged_on, _step(_("Dom eller forlig er fra den dag."), "§ 19, stk. 3", debt.acknowledged_on)
    start = max(known)
    if start == debt.acknowledged_on:
        return start, _step(_("Gælden er anerkendt på skrift den dag."), "§§ 5, 15 og 19, stk. 2", start)
    if last_movement:
        text = _("Den sidste bevægelse på kontoen, eller den dag kreditten blev sagt op.")
        return start, _step(text, "§ 6, stk. 2", start)
    return start, _step(_("Det ældste, der ikke er betalt, skulle være betalt den dag."), "§ 2", start)


def _step(text: str, paragraph: str, day: date) -> LimitationStep:
    return LimitationStep(text, f"Forældelsesloven {paragraph}", day)


def _counted(start: date, figure: RateUsed, before: tuple[LimitationStep, ...]) -> _Counted:
    years = int(figure.value)
    last = years_after(start, years)
    law = "Forældelsesloven" if figure.name != "foraeldelse" else "Lov om inddrivelse af gæld til det offentlige"
    step = LimitationStep(_("Der er {years} år fra den dag.").format(years=years), f"{law} {figure.paragraph}", last)
    return _Counted(last, (*before, step), (figure,))


def _kept_alive(debt: Debt, counted: _Counted, figure: RateUsed, on: date) -> _Counted:
    """Who pays now says that the debt is there: the time begins anew with each payment."""
    from_today = years_after(on, int(figure.value))
    if not debt.instalment or from_today <= counted.last_day:
        return counted
    step = _step(_("I betaler af på gælden. Så begynder tiden forfra hver gang."), "§§ 15 og 19, stk. 2", from_today)
    return _Counted(from_today, (*counted.steps, step), counted.used)


def _late_word(debt: Debt, basis: DebtBasis, rules: DebtRules, rates: Rates, on: date) -> str:
    """An acknowledgement that came after the time had run out may not have brought the debt back."""
    if debt.due_since is None or debt.acknowledged_on is None or rules.bases[basis].fixed:
        return ""
    first = years_after(debt.due_since, int(rates[LAW].on(rules.bases[basis].limit, on).value))
    if first >= debt.acknowledged_on:
        return ""
    return _(
        "Gælden var måske forældet allerede {written}, da I anerkendte den. Spørg en retshjælp, før I betaler mere."
    ).format(written=written(first))


def _at_gaeldsstyrelsen(debt: Debt, rules: DebtRules, rates: Rates, on: date) -> Limitation:
    figure, floor = rates[COLLECTION_LAW].on("foraeldelse", on), rules.collection
    start, first = _start(debt, fixed=False, last_movement=False)
    at_least = LimitationStep(
        _(
            "Hos Gældsstyrelsen regnes tiden tidligst fra {written}, for noget gæld fra {written_2}. "
            "Kun de ved, hvilken dag der gælder."
        ).format(written=written(floor.earliest), written_2=written(floor.latest)),
        floor.paragraph,
        max(start, floor.earliest),
    )
    counted = _counted(max(start, floor.earliest), figure, (first, at_least))
    counted = _kept_alive(debt, counted, figure, on)
    latest = max(counted.last_day, years_after(max(start, floor.latest), int(figure.value)))
    return Limitation(
        last_day=counted.last_day,
        latest=latest,
        passed=latest < on,
        steps=counted.steps,
        note=_("Bed Gældsstyrelsen om at få dagen at vide."),
        rates_used=counted.used,
    )


def lapses_on(last_day: date) -> date:
    """The first day on which the debt cannot be claimed any more."""
    return last_day + timedelta(days=1)
