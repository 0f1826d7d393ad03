"""What goes with an answer about boligstøtte: defaults used, what we cannot see, when to look again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from budgetdesk.benefits.assessment import Assumed, LookAgain, Mode
from budgetdesk.benefits.boligstoette_facts import OWN_SHARE, Facts, Scheme
from budgetdesk.benefits.boligstoette_income import WAGES
from budgetdesk.benefits.boligstoette_reading import ALMEN, Reading
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.members import KONTANTHJAELP, couple, incomes_on, lives_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Custody, MaintenanceDuty, Role, Sharing, Tax
from budgetdesk.i18n import N_, _

ONE_DAY = timedelta(days=1)
WHOLE_FORTNIGHT = 14
CORRECTED = date(2026, 4, 1)
"""VEJ nr. 9336 of 24 March 2026 corrected boligsikring; whether January to March were paid again is not known."""

HOW_TO_APPLY = N_(
    "Søg på borger.dk hos Udbetaling Danmark. Støtten gælder som regel fra den første i måneden efter, at de har "
    "fået din ansøgning. Gem kvitteringen."
)
DOCUMENTS = (
    "lejekontrakt",
    N_("specifikation af huslejen"),
    N_("boligens areal og antal rum"),
    N_("indkomst for alle voksne i boligen"),
    N_("formue, som banken ikke har indberettet"),
    N_("underskrift fra de andre voksne"),
)


def assumed(case: Case, day: date, reading: Reading, mode: Mode) -> tuple[Assumed, ...]:
    """The facts that stand at their default, and so may never have been asked about."""
    home = case.tenancy
    defaults: list[tuple[str, object, object]] = [
        ("tenancy.kind", home.kind, "almen"),
        ("tenancy.own_kitchen", home.own_kitchen, True),
        ("tenancy.sharing", home.sharing, "none"),
        ("tenancy.lodger_area_m2", home.lodger_area_m2, 0),
        ("tenancy.lodger_rent", home.lodger_rent, 0),
        ("tenancy.assigned_by_municipality", home.assigned_by_municipality, False),
        ("wealth.net", case.wealth.net, 0),
    ]
    if mode is Mode.FULL:
        defaults += [
            ("tenancy.electricity_in_rent", home.electricity_in_rent, False),
            ("tenancy.maintenance_duty", home.maintenance_duty, "none"),
        ]
    found = [Assumed(path, str(default).lower()) for path, value, default in defaults if value == default]
    if mode is Mode.FULL and home.hot_water_in_rent is None and home.heating is not None:
        found.append(Assumed("tenancy.hot_water_in_rent", str(home.heating.value == "in_rent").lower()))
    found += [
        Assumed(f"income[{row.id}].atp_and_pension", "0")
        for row in incomes_on(case, day)
        if row.kind in WAGES and row.tax is Tax.GROSS and row.atp_and_pension is None
    ]
    found += [Assumed(f"persons[{person.id}].income_base", "ingen") for person in reading.without_income]
    return tuple(found)


def cannot_see(case: Case, day: date, reading: Reading, facts: Facts, figures: Figures) -> tuple[str, ...]:
    """What the adviser must ask, because the case file has no place for it or the law is not settled."""
    notes = [
        _("Om huslejen rummer antenne, internet, garage, møbler eller andet, der ikke tæller med."),
        _("Om arealet er bruttoetagearealet i BBR. Det er ofte større end arealet i lejekontrakten."),
        _("Renter og udbytte, der også kan regnes som indkomst, og formue, der ikke er indberettet."),
    ]
    notes += _home_notes(case, day, facts) + _people_notes(case, reading, facts)
    half = figures.compare("husleje_andel_af_indkomst") / HUNDRED
    if facts.rent_per_month > facts.income_per_month * half:
        notes.append(_("Huslejen er høj over for indkomsten. Udbetaling Danmark kan vurdere sagen samlet (§ 15)."))
    if loft_may_apply(case, day) and figures_before_reform(figures):
        notes.append(_("Kontanthjælpsloftet, som gjaldt på den dag. Det er ikke regnet med."))
    return tuple(notes)


def _home_notes(case: Case, day: date, facts: Facts) -> list[str]:
    home, notes = case.tenancy, []
    if facts.mode is Mode.OFFICIAL:
        notes.append(_("Vand, el og vedligeholdelse. Den officielle beregner spørger ikke om dem."))
    elif facts.maintenance_duty is MaintenanceDuty.FULL:
        notes.append(
            _("Om I også har pligt til anden vedligeholdelse end maling og tapet. Så kan tillægget være højere.")
        )
    if home.assigned_by_municipality:
        notes.append(_("Om arealgrænsen også falder bort, når kommunen har anvist boligen."))
        if not facts.no_ceiling and facts.scheme is Scheme.BOLIGSIKRING and not facts.children:
            notes.append(
                _("Om boligen er anvist til særlige behov. Så kan loftet uden børn falde bort (§ 14, stk. 6).")
            )
        if home.kind != ALMEN:
            notes.append(
                _("Om boligen er en plejebolig eller ældrebolig. Så er der ikke noget loft, når den er anvist.")
            )
    if facts.raised and facts.children:
        notes.append(_("Hvordan forhøjelser for børn og for handicap lægges sammen. Den største er brugt."))
    if facts.scheme is Scheme.BOLIGSIKRING and day.year == CORRECTED.year and day < CORRECTED:
        notes.append(_("Boligsikringens satser blev rettet i foråret. De rettede er brugt for hele året."))
    return notes


def _people_notes(case: Case, reading: Reading, facts: Facts) -> list[str]:
    notes = []
    children = reading.members.children
    if any(c.custody is Custody.SHARED or c.nights_per_fortnight < WHOLE_FORTNIGHT for c in children):
        notes.append(_("Hvilken forælder et delebarn tæller med hos. Spørg Udbetaling Danmark."))
    if any(not p.registered_here for p in (*reading.members.adults, *children)):
        notes.append(_("Alle skal være tilmeldt adressen i folkeregisteret, før sagen kan behandles."))
    if any(p.registered_here and not p.lives_at_home and p.role is not Role.LODGER for p in case.persons):
        notes.append(_("En, der er tilmeldt adressen uden at bo der, kan blive regnet med."))
    if facts.scheme is Scheme.BOLIGSIKRING and facts.young_couple and facts.children:
        notes.append(_("Om indkomstgrænsen er højere, fordi I er et ungt par med børn. Det er ikke bekræftet."))
    if facts.scheme is Scheme.BOLIGYDELSE and facts.persons == 1:
        notes.append(_("Om en ægtefælle er død eller flyttet i plejebolig. Så kan boligens tidligere areal tælle med."))
    return notes + _sharing_notes(case, facts)


def _sharing_notes(case: Case, facts: Facts) -> list[str]:
    if facts.sharing in OWN_SHARE:
        notes = [_("Om husleje og areal er din egen andel. Hver beboer i et bofællesskab søger for sig.")]
        if len(couple(case)) > 1:
            notes.append(_("Din partners boligstøtte. I et bofællesskab regnes hver for sig."))
        return notes
    if facts.sharing is Sharing.ROOMMATES or any(p.role is Role.ROOMMATE for p in case.persons):
        return [
            _("Om husleje og areal er for hele lejligheden. Der søges én gang for hele boligen."),
            _("De andre voksne skriver under. De hæfter med for det, der bliver betalt for meget."),
        ]
    return []


def loft_may_apply(case: Case, day: date) -> bool:
    """Whether somebody of the couple lives on kontanthjælp."""
    return any(lives_on(case, person, day) & set(KONTANTHJAELP) for person in couple(case))


def figures_before_reform(figures: Figures) -> bool:
    """Whether the day lies before boligstøtteloftet replaced kontanthjælpsloftet."""
    try:
        figures.compare("boligstoetteloft")
    except NoRateError:
        return True
    return False


def look_again(case: Case, day: date, reading: Reading, figures: Figures) -> tuple[LookAgain, ...]:
    """The days on which the answer could change, soonest first."""
    days = [(min(rate.end for rate in figures.used) + ONE_DAY, _("Nye satser."))] if figures.used else []
    under = int(figures.compare("barn_under"))
    days += [(_birthday(c, under), _("Et barn bliver voksent og tæller anderledes.")) for c in reading.members.children]
    for row in case.income:
        if row.start and row.start > day:
            days.append((row.start, _("En indkomst begynder.")))
        if row.end and row.end >= day:
            days.append((row.end + ONE_DAY, _("En indkomst hører op.")))
    return tuple(LookAgain(on, why) for on, why in _soonest(days))


def _soonest(days: Iterable[tuple[date, str]]) -> list[tuple[date, str]]:
    return sorted(set(days))


def _birthday(person: Person, age: int) -> date:
    born = person.born or date.min
    leap = (born.month, born.day) == (2, 29)
    return date(born.year + age, 3, 1) if leap else born.replace(year=born.year + age)
