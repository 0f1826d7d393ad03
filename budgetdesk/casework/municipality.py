"""What others must do while an eviction is under way, and the days to ask about it.

Law: almenlejeloven § 92, stk. 2; retssikkerhedsloven §§ 3 and 5 a; serviceloven § 80. The wording in force of § 5 a
could not be read: its 14 days are for a *negative* decision after the fogedret's notice, and are only a day to ask on.
No duty to offer help within a number of days is known, and none is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.benefits.rates import Rates
from budgetdesk.casework.eviction import Basis, EvictionClock, StepKey
from budgetdesk.dates import age_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _

CHECK = N_("kontrollér gældende ordlyd")
GROWN_UP = 18


@dataclass(frozen=True)
class Duty:
    """Who must do what, in Danish with the paragraph; `day` where there is one to ask on."""

    who: str
    what: str
    day: date | None = None
    vejledende: bool = False


def duties(case: Case, clock: EvictionClock, rates: Rates, *, on: date) -> tuple[Duty, ...]:
    """The duties in the order in which they come."""
    return (*_landlord(clock), *_municipality(case, clock, rates, on))


def has_children(case: Case, on: date) -> bool:
    """Whether a child under 18 lives in the home; one whose age nobody has said is taken to."""
    return any(p.lives_at_home and (p.born is None or age_on(p.born, on) < GROWN_UP) for p in case.children)


def _landlord(clock: EvictionClock) -> Iterator[Duty]:
    filing = clock.step(StepKey.COURT_FILING)
    if clock.kind == "almen":
        what = _("Giver kommunen besked på skrift senest samme dag, som sagen sendes til fogedretten")
        asked_on = filing.first if filing and filing.basis is Basis.LETTER else None
        yield Duty("Udlejer", _("{what} (almenlejeloven § 92, stk. 2).").format(what=what), asked_on)


def _municipality(case: Case, clock: EvictionClock, rates: Rates, on: date) -> Iterator[Duty]:
    yield Duty(_("Kommunen"), _("Fortæller, hvornår der kommer svar på en ansøgning (retssikkerhedsloven § 3). Spørg."))
    if has_children(case, on):
        what = _("Tager straks stilling til hjælp, når fogedretten har givet besked, og der bor børn i hjemmet")
        yield Duty(
            _("Kommunen"),
            _("{what} (retssikkerhedsloven § 5 a; {check}).").format(what=what, check=_(CHECK)),
            vejledende=True,
        )
    told = case.arrears.municipality_notified
    asked = ask_on(told, rates) if told else None
    if asked:
        what = _("Har kommunen truffet en skriftlig afgørelse? (retssikkerhedsloven § 5 a; {check})").format(
            check=_(CHECK)
        )
        yield Duty(_("Spørg kommunen"), what, asked, vejledende=True)
    if clock.terminated:
        what = _("Skal anvise et sted at bo for en tid, hvis boligen bliver mistet (serviceloven § 80).")
        yield Duty(_("Kommunen"), what)


def ask_on(told: date, rates: Rates) -> date | None:
    """The day to ask whether there is a decision; None where the number of days is not known for that day."""
    if "retssikkerhedsloven" not in rates:
        return None
    try:
        return told + timedelta(days=int(rates["retssikkerhedsloven"].on("afgoerelse_efter_underretning", told).value))
    except NoRateError:
        return None
