"""The rescue time line in words: what everything is held against, and of each help when, how much and what to do.

Nothing is promised: what is still to be decided is "kan være relevant, søg". Short sentences: tenants read them too.
"""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.clock import KINDS
from budgetdesk.casework.eviction import StepKey
from budgetdesk.casework.municipality import Duty
from budgetdesk.casework.rescue import Chance, Rescue, RescueLine, State, Stops
from budgetdesk.formats import kroner, weekday_and_day
from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.eviction import between, near_day

HEADING = N_("Kommer hjælpen i tide?")
EMPTY = N_("Når der er en restance, kan I her se, hvilken hjælp der kommer i tide.")
NO_DAY = N_("Skriv, hvad der skyldes, og hvornår brevet kom. Så kan I se, hvilken hjælp der kommer i tide.")
OTHER_KIND = N_("Vi kender ikke fristerne for den type lejemål. Spørg en jurist i dag.")
AGREED = N_("Udlejer har sagt ja til afdrag. Få det på skrift, at sagen er sat i bero.")
OVER = N_("Udsættelsen er sket. Tal med kommunen om et sted at bo.")
IN_TIME, SETTLED = N_("I tide"), N_("På plads")
UNKNOWN, PERHAPS = N_("Tiden kendes ikke"), N_("Måske i tide")
_UP_TO = {"plan": N_("Hvis udlejer siger ja"), "konto": N_("Saldoen mangler")}
"""Whose word it waits for, where no time can be known."""
_LATE = {
    Stops.BY_RIGHT: N_("Efter fristen"),
    Stops.AT_ONCE: N_("Efter fristen"),
    Stops.GOODWILL: N_("Efter mødet"),
}
_NOTES = {
    "konto": N_("Skal også række til mad og regninger."),
    "konto_mangler": N_("Se i netbanken, hvad der står på kontoen."),
    "loen": N_("Skal også række til husleje og mad."),
    "feriepenge": N_("Se efter på borger.dk. Kun til ferie, der snart holdes, eller når et job er slut."),
    "skat": N_("Kommer af sig selv efter årsopgørelsen."),
    "skat_gaeld": N_("Kan gå til gæld til det offentlige."),
    "netvaerk": N_("Kan nogen låne penge ud? Fast hjælp kan ændre kontanthjælp."),
    "paragraf_81_a": N_("Kan være relevant. Søg i dag, og bed udlejer vente på svaret."),
    "paragraf_81": N_("Kan være relevant. Søg i dag, sammen med § 81 a."),
    "paragraf_81_alene": N_("Kan være relevant ved en uventet regning. Søg, før den er betalt."),
    "huslejehjaelp_2026": N_("Kan være relevant. Skriv til kommunen i dag. Puljen kan være tom."),
    "boligstoette": N_("Kan være relevant. Søg på borger.dk."),
    "paragraf_34": N_("Kan være relevant for gamle måneder. Skriv til kommunen."),
    "plan": N_("Gælder først, når udlejer har sagt ja. Ring i dag."),
    "plan_ja": N_("Udlejer har sagt ja. Betal rate og husleje til tiden."),
    "plan_brister": N_("Ingen plan holder med tallene i dag. Spørg udlejer om mere tid."),
}
_STATES = {
    State.NOT_YET: N_("Kan søges, når der er kommet et påkrav."),
    State.ASKED: N_("Er søgt. Ring, og spørg, hvornår svaret kommer."),
    State.AGREED: N_("Er bevilget. Spørg, hvilken dag pengene kommer."),
    State.REFUSED: N_("Der er sagt nej. En klage kan være relevant."),
    State.TRIED: N_("Er spurgt. Spørg igen, hvis noget er ændret."),
}
WAIT = N_("Bed udlejer vente.")
IF_TODAY, IF_BY = N_("I tide, hvis der søges i dag"), N_("I tide, hvis der søges senest {day}")
IF_ASKED_TODAY = N_("{day}, hvis der søges i dag")
AFTER_DAY, AFTER_EVICTION = N_("Efter den dag"), N_("Efter udsættelsen")
TODAY, ANY_DAY = N_("i dag"), N_("en af dagene")
MONTHLY, BEFORE_TAX = N_("{amount} om måneden"), N_("{amount} før skat")
GUIDING = N_("{amount}, vejledende")
_NEEDS_WAIT = frozenset({"paragraf_81", "boligstoette", "feriepenge"})
"""Applied for, and worth asking the landlord to wait for; § 81 a says so already."""


def said_to_tenants() -> tuple[str, ...]:
    """Every text of the time line that stands on the tenant's page, for its translations."""
    fixed = (
        _(EMPTY),
        _(NO_DAY),
        _(OTHER_KIND),
        _(IN_TIME),
        _(SETTLED),
        _(UNKNOWN),
        _(PERHAPS),
        _(WAIT),
        _(IF_TODAY),
        _(IF_BY),
        _(IF_ASKED_TODAY),
    )
    more = (_(AFTER_DAY), _(AFTER_EVICTION), _(TODAY), _(ANY_DAY), _(MONTHLY), _(BEFORE_TAX), _(GUIDING))
    return (
        *fixed,
        *more,
        *translated(_UP_TO).values(),
        *translated(_LATE).values(),
        *translated(_NOTES).values(),
        *translated(_STATES).values(),
    )


def empty(case: Case) -> str:
    """Why there is no time line, and what to do about it."""
    arrears = case.arrears
    if arrears.letter is Letter.NONE and not arrears.rows:
        return _(EMPTY)
    return _(_(NO_DAY) if case.tenancy.kind in KINDS else _(OTHER_KIND))


def heading(rescue: Rescue) -> str:
    """What everything is held against, as one sentence."""
    target = rescue.target
    if target is None:
        return _(OVER)
    if any(line.key == "plan" and line.state is State.AGREED for line in rescue.lines):
        return _("{value} Ellers gælder dagene her.").format(value=_(AGREED))
    day = weekday_and_day(target.day)
    if target.stops is Stops.AT_ONCE:
        return _("Fristen er gået. Betal alt i dag, før en ophævelse kommer.")
    if target.stops is Stops.GOODWILL:
        what = _("Fogedretten kan holde møde fra") if target.estimate else _("Næste dag hos fogedretten er")
        return _("{what} {day}. Nu stopper det kun, hvis udlejer siger ja.").format(what=what, day=day)
    if target.estimate:
        return _("Der er intet påkrav endnu. Kommer det først, er sidste dag at betale tidligst {day}.").format(day=day)
    return _("Betal alt senest {day}. Så er der ikke grund til at ophæve.").format(day=day)


def chance(line: RescueLine, rescue: Rescue) -> str:
    """`I tide`, `I tide, hvis der søges senest 24. november`, `Efter fristen`, `Kendes ikke`."""
    if line.chance is Chance.IF_APPLIED and line.apply_by is not None:
        if line.apply_by == rescue.on:
            return _(IF_TODAY)
        return _(IF_BY).format(day=near_day(line.apply_by, rescue.on))
    if line.state is State.AGREED:
        return _(SETTLED)
    if line.chance is Chance.TOO_LATE and rescue.target is not None:
        return _late(rescue)
    if line.chance is Chance.IN_TIME:
        return _(IN_TIME)
    return _(_(PERHAPS) if line.first is not None and rescue.target else translated(_UP_TO).get(line.key, _(UNKNOWN)))


def _late(rescue: Rescue) -> str:
    out = rescue.clock.step(StepKey.EVICTION)
    target = rescue.target
    if target is None or (target.estimate and target.stops is Stops.BY_RIGHT):
        return _(AFTER_DAY)
    if target.stops is Stops.GOODWILL and out is not None and out.first == target.day:
        return _(AFTER_EVICTION)
    return _(translated(_LATE)[target.stops])


def when(line: RescueLine, on: date) -> str:
    """`i dag`, `30. november`, `mellem 11. og 18. december, hvis der søges i dag`; "" where nobody knows."""
    if line.first is None or line.last is None or line.state is State.AGREED:
        return ""
    if line.first == line.last == on:
        return _(_(TODAY) if line.state is State.THERE else _(ANY_DAY))
    told = between(line.first, line.last, on)
    asked = line.state is State.OPEN and line.chance is not Chance.IF_APPLIED
    return _(IF_ASKED_TODAY).format(day=told) if asked else told


def amount(line: RescueLine) -> str:
    """`7.526 kr.`, `4.201 kr. om måneden, vejledende`; "" where nothing is known."""
    if line.amount is None:
        return ""
    told = kroner(line.amount, oere=False)
    told = _(MONTHLY).format(amount=told) if line.per_month else told
    told = _(BEFORE_TAX).format(amount=told) if line.before_tax else told
    return _(GUIDING).format(amount=told) if line.vejledende else told


def advice(line: RescueLine) -> str:
    """What to do about it, and what to mind."""
    told = _(translated(_STATES).get(line.state, ""))
    if line.state is State.AGREED and line.note == "plan_ja":
        told = ""
    told = told or _(translated(_NOTES).get(line.note, ""))
    late = line.chance is Chance.TOO_LATE and line.state in (State.OPEN, State.ASKED)
    return f"{told} {_(WAIT)}" if late and line.note in _NEEDS_WAIT else told


def facts(line: RescueLine, on: date) -> str:
    """When and how much, in one line: `30. november · 15.304 kr.`"""
    return " · ".join(part for part in (when(line, on), amount(line)) if part)


def spoken(line: RescueLine, rescue: Rescue) -> str:
    """Everything about one help, for who cannot see the picture."""
    parts = (line.title, chance(line, rescue), when(line, rescue.on), amount(line))
    return f"{'. '.join(part for part in parts if part)}. {advice(line)}".replace("kr..", "kr.")


def duty(one: Duty, on: date) -> str:
    """`Kommunen: Tager straks stilling ...`"""
    day = f" {near_day(one.day, on)[:1].upper()}{near_day(one.day, on)[1:]}." if one.day and one.day >= on else ""
    return f"{one.who}: {one.what}{day}"


def court_fee(rescue: Rescue) -> str:
    """What the court's fee may add; "" where it is not known."""
    if rescue.court_fee is None:
        return ""
    sure = "" if rescue.court_fee.confidence == "primary" else _(", vejledende")
    amount_ = kroner(rescue.court_fee.value)
    return _("Kommer sagen i fogedretten, lægges der udgifter oveni, fx en retsafgift ({amount}{sure}).").format(
        amount=amount_, sure=sure
    )


def source(line: RescueLine) -> str:
    """Where the usual time is from; "" where the day is a fact."""
    return _("Sædvanlig tid: {source}.").format(source=line.source) if line.source else ""
