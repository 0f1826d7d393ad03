"""From a case to the facts of the calculation, and to the gaps where a fact is not known yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.benefits.assessment import Mode
from budgetdesk.benefits.boligstoette_facts import Facts, Scheme
from budgetdesk.benefits.boligstoette_income import BOUNDLESS, Counted, counted
from budgetdesk.benefits.boligstoette_rent import allowed_area
from budgetdesk.benefits.boligstoette_sharing import counted_members, sharing_of
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import OLD_PENSION_BEFORE, Members, incomes_on, lives_on, members
from budgetdesk.benefits.unknown import Gap
from budgetdesk.dates import age_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Heating, Role, Sharing
from budgetdesk.money import ZERO

DEAREST_RENT = Decimal(100_000)
"""More than any home here costs in a month (kr): the upper end where the rent is not known."""
ORDINARY = tuple(Decimal(amount) for amount in (7_000, 14_000, 24_000))
"""Amounts a month that rents and incomes here often have (kr)."""
ALMEN = "almen"
"""Of the kinds the case file names, the one whose ceilings fall away when the municipality assigned it (§ 14)."""
YOUNG_COUPLE = 2
SMALLEST_HOME, LARGEST_HOME = Decimal(10), Decimal(400)
"""Homes are of this size (m2), where the size is not known."""


Way = Callable[[Facts], Facts]
"""One way a missing fact could turn out."""


@dataclass(frozen=True)
class Reading:
    """The facts as far as they are known, the gaps in them, and who was counted."""

    facts: Facts
    gaps: tuple[Gap[Facts], ...]
    members: Members
    without_income: tuple[Person, ...]
    """Adults of whom no income is known, counted with none."""
    old_enough: tuple[Person, ...]


def read(case: Case, day: date, figures: Figures, mode: Mode) -> Reading:
    """What the case says on a day. Raises NoRateError where a figure needed to read it is not known."""
    home = case.tenancy
    sharing = sharing_of(home.sharing)
    everybody = members(case, day, child_under=int(figures.take("barn_under")))
    who = counted_members(everybody, case.tenant, sharing)
    impaired = any("mobility_impaired" in p.flags for p in (*who.adults, *who.children, *who.ageless))
    income, income_gaps, without = _income(case, who, day, figures)
    facts = Facts(
        mode=mode,
        adults=max(1, len(who.adults)),
        children=len(who.children),
        income_per_month=income,
        net_wealth=case.wealth.net,
        rent_per_month=home.rent_per_month or ZERO,
        area_m2=home.area_m2 or SMALLEST_HOME,
        heating=home.heating or Heating.SEPARATE,
        hot_water_in_rent=home.hot_water_in_rent,
        electricity_in_rent=home.electricity_in_rent,
        water_separate=bool(home.water_separate),
        maintenance_duty=home.maintenance_duty,
        lodger_rent=home.lodger_rent,
        lodger_area_m2=home.lodger_area_m2,
        adapted=impaired and home.suited_for_mobility_impaired,
        bpa=any("bpa" in p.flags for p in (*who.adults, *who.children)),
        assigned=home.assigned_by_municipality and home.kind == ALMEN,
        young_couple=_young_couple(who, day, figures),
        sharing=sharing or Sharing.NONE,
    )
    facts, scheme_gaps = _scheme(facts, case, who, day, figures)
    pension_gaps, old_enough = _age_gaps(case, who, day, figures) if facts.scheme is Scheme.BOLIGSIKRING else ((), ())
    gaps = (*_ageless_gaps(who), *scheme_gaps, *pension_gaps, *income_gaps, *_home_gaps(case, facts, figures))
    return Reading(facts, gaps, who, without, old_enough)


def _income(
    case: Case, who: Members, day: date, figures: Figures
) -> tuple[Decimal, tuple[Gap[Facts], ...], tuple[Person, ...]]:
    """The known income, one gap for all that is not known, and the adults counted without income."""
    rows = [row for row in incomes_on(case, day) if row.person in who.ids]
    pairs = [(row, found) for row in rows if (found := counted(row, figures)) is not None]
    whole = any(row.kind == "personlig_indkomst" or not row.person for row, _ in pairs)
    silent = [p for p in who.adults if all(row.person != p.id for row, _ in pairs)]
    asked = [] if whole else [p for p in silent if _should_have_income(case, p, day, alone=not pairs)]
    unknown = [found for _, found in pairs if not found.known]
    unknown += [Counted(ZERO, BOUNDLESS, "income") for _ in asked]
    known = sum((found.least for _, found in pairs if found.known), ZERO)
    without = tuple(p for p in silent if p not in asked and "ingen" not in lives_on(case, p, day))
    if not unknown:
        return known, (), without
    least = known + sum((found.least for found in unknown), ZERO)
    most = known + sum((found.most for found in unknown), ZERO)
    paths = tuple(dict.fromkeys(found.missing for found in _widest_first(unknown)))
    return least, (_income_gap(paths, least, most),), without


def _income_gap(paths: tuple[str, ...], least: Decimal, most: Decimal) -> Gap[Facts]:
    return Gap(paths, tuple(_change(income_per_month=way) for way in _between(least, most)), ends_bound=True)


def _young_couple(who: Members, day: date, figures: Figures) -> bool:
    """Whether two adults both are younger than the age of § 22, stk. 1, or may be: a birth date is missing."""
    if len(who.adults) != YOUNG_COUPLE or any(each.role in (Role.CHILD, Role.ADULT_CHILD) for each in who.adults):
        return False
    under = int(figures.compare("unge_par_under"))
    return all(each.born is None or age_on(each.born, day) < under for each in who.adults)


def _widest_first(unknown: Iterable[Counted]) -> list[Counted]:
    return sorted(unknown, key=lambda found: found.least - found.most)


def _should_have_income(case: Case, person: Person, day: date, *, alone: bool) -> bool:
    """Whether a person without a row of income must have one: no row in the whole home, or a base but no amount."""
    bases = lives_on(case, person, day)
    if person.role is Role.ROOMMATE and not bases:
        return True
    return bases != {"ingen"} if alone else bool(bases - {"ingen"})


def _scheme(
    facts: Facts, case: Case, who: Members, day: date, figures: Figures
) -> tuple[Facts, tuple[Gap[Facts], ...]]:
    """Boligydelse for folkepensionists and førtidspension from before 2003, else boligsikring (§§ 2-4)."""
    lives = {person.id: lives_on(case, person, day) for person in who.adults}
    early = [p for p in who.adults if "foertidspension" in lives[p.id]]
    if any("folkepension" in bases for bases in lives.values()) or any(
        p.pension_granted and p.pension_granted < OLD_PENSION_BEFORE for p in early
    ):
        return replace(facts, scheme=Scheme.BOLIGYDELSE), ()
    exempt = bool(early) or any("seniorpension" in bases for bases in lives.values())
    facts = replace(facts, exempt_pension=exempt)
    undated = [p for p in early if p.pension_granted is None and grown_up_in_time(p, figures)]
    paths = tuple(f"persons[{p.id}].pension_granted" for p in undated)
    return facts, (Gap(paths, (as_it_stands, as_pensioner)),) if paths else ()


def grown_up_in_time(person: Person, figures: Figures) -> bool:
    """Whether somebody can have førtidspension from before 2003: a child cannot. True where the age is not known."""
    return person.born is None or age_on(person.born, OLD_PENSION_BEFORE) >= figures.compare("barn_under")


def _age_gaps(
    case: Case, who: Members, day: date, figures: Figures
) -> tuple[tuple[Gap[Facts], ...], tuple[Person, ...]]:
    """Somebody old enough for folkepension of whom we do not know what they live on, or only that it is "andet".

    A comparable pension from EU/EEA gives boligydelse, too (§ 2).
    """
    unsaid = [p for p in who.adults if p.born is not None and lives_on(case, p, day) <= {"andet"}]
    if not unsaid:
        return (), ()
    try:
        age = figures.compare("folkepensionsalder", law="social_pension")
    except NoRateError:
        return (), ()
    old = tuple(p for p in unsaid if p.born is not None and age_on(p.born, day) >= age)
    paths = tuple(f"persons[{p.id}].income_base" for p in old)
    return ((Gap(paths, (as_it_stands, as_pensioner)),) if paths else ()), old


def _between(least: Decimal, most: Decimal) -> list[Decimal]:
    """The two ends, which bound the answer, and ordinary amounts between them, where other facts make a difference."""
    return [least, *(amount for amount in ORDINARY if least < amount < most), most]


def _change(**values: Any) -> Way:
    """The household with some facts replaced."""
    return lambda facts: replace(facts, **values)


as_it_stands = _change()
as_pensioner = _change(scheme=Scheme.BOLIGYDELSE, exempt_pension=False)


def _ageless_gaps(who: Members) -> tuple[Gap[Facts], ...]:
    """Children without a birth date may be children or grown up: any number of them."""
    if not who.ageless:
        return ()
    count = len(who.ageless)
    ways = tuple(_grown_up(count - young, young) for young in range(count + 1))
    return (Gap(tuple(f"persons[{p.id}].born" for p in who.ageless), ways),)


def _grown_up(grown: int, young: int) -> Way:
    return lambda facts: replace(facts, adults=facts.adults + grown, children=facts.children + young)


def _home_gaps(case: Case, facts: Facts, figures: Figures) -> tuple[Gap[Facts], ...]:
    """Rent, heating, water (with all supplements) and area. The area last: what counts depends on the others."""
    home = case.tenancy
    gaps: list[Gap[Facts]] = []
    if home.rent_per_month is None:
        rents = _between(ZERO, DEAREST_RENT)
        ways = tuple(_change(rent_per_month=rent) for rent in rents)
        gaps.append(Gap(("tenancy.rent_per_month",), ways, ends_bound=True))
    if home.heating is None:
        gaps.append(Gap(("tenancy.heating",), tuple(_change(heating=way) for way in Heating)))
    if home.water_separate is None and facts.mode is Mode.FULL:
        gaps.append(Gap(("tenancy.water_separate",), (_change(), _change(water_separate=True))))
    if not home.area_m2:
        gaps.append(Gap(("tenancy.area_m2",), _areas(figures)))
    elif not facts.lodger_fits:
        gaps.append(Gap(("tenancy.lodger_area_m2",), (_change(lodger_area_m2=ZERO), _lodger_takes_all)))
    return tuple(gaps)


def _lodger_takes_all(facts: Facts) -> Facts:
    """The lodger's room is said to be larger than the home; then it is nearly the whole home at most."""
    return replace(facts, lodger_area_m2=max(ZERO, facts.area_m2 - SMALLEST_HOME))


def _areas(figures: Figures) -> tuple[Way, ...]:
    """The benefit rises or falls with the area up to what counts, and falls after it: the ends and the turn."""

    def of_size(area: Decimal) -> Way:
        return lambda facts: replace(facts, area_m2=area + facts.lodger_area_m2)

    def turning(facts: Facts) -> Facts:
        return replace(facts, area_m2=allowed_area(facts, figures) + facts.lodger_area_m2)

    return of_size(SMALLEST_HOME), turning, of_size(LARGEST_HOME)
