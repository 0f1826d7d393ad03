"""Any household, from a number: the same number gives the same household, so that one that fails can be looked at.

Facts are left out as often as people leave them out. Amounts and days are what occurs, and sometimes what hardly does.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from random import Random
from typing import Any, TypeVar

from budgetdesk.benefits.guide import expand
from budgetdesk.benefits.members import lives_on
from budgetdesk.dates import age_on
from budgetdesk.household import paths
from budgetdesk.household.case import (
    Arrears,
    ArrearsRow,
    BoligstoetteNow,
    Case,
    Expense,
    Income,
    IncomeBase,
    Person,
    Tenancy,
    Wealth,
)
from budgetdesk.household.circumstances import AdultFacts, ChildFacts, Circumstances
from budgetdesk.household.fact_kinds import kind_of
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import (
    INCOME_BASES,
    INCOME_KINDS,
    Custody,
    Heating,
    Letter,
    MaintenanceDuty,
    Marital,
    Role,
    Status,
    Tax,
)
from budgetdesk.readers.guides import load_guides

FIRST, LAST = date(2016, 1, 1), date(2029, 12, 31)
T = TypeVar("T")


def any_day(random: Random) -> date:
    """A day, rates known or not; new year's days oftener than others."""
    day = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
    return random.choice([day, day, date(2026, 11, 20), date(day.year, 1, 1), date(day.year, 12, 31)])


def maybe(random: Random, value: T, share: float = 0.6) -> T | None:
    return value if random.random() < share else None


def kr(random: Random, most: int) -> Decimal:
    return Decimal(random.choice([0, random.randrange(most), random.randrange(most * 100) / Decimal(100)]))


def any_case(random: Random, day: date) -> Case:
    """A household as an adviser might have entered it so far."""
    people = tuple(_people(random, day))
    return Case(
        persons=people,
        tenancy=_tenancy(random, day),
        income=tuple(_income(random, day, n, people) for n in range(random.randrange(5))),
        expenses=tuple(
            Expense(id=f"e{n}", line=random.choice(["103", "104", "105", "106", "301", "701"]), amount=kr(random, 3000))
            for n in range(random.randrange(3))
        ),
        wealth=Wealth(net=kr(random, 2_500_000), liquid=kr(random, 300_000)),
        arrears=_arrears(random, day),
        circumstances=filled(random, Circumstances(), day),
    )


def _people(random: Random, day: date) -> list[Person]:
    if random.random() < 0.03:
        return []
    roles = [Role.TENANT] + [Role.PARTNER] * (random.random() < 0.4)
    roles += [Role.CHILD] * random.choice([0, 0, 1, 2, 3, 5])
    roles += [random.choice([Role.ADULT_CHILD, Role.ROOMMATE, Role.LODGER, Role.OTHER])] * random.choice([0, 0, 0, 1])
    return [_person(random, day, f"p{n}", role, roles) for n, role in enumerate(roles, 1)]


def _person(random: Random, day: date, name: str, role: Role, roles: list[Role]) -> Person:
    oldest = 19 if role is Role.CHILD else 96
    youngest = 0 if role is Role.CHILD else 16
    born = day - timedelta(days=random.randrange(youngest * 365, oldest * 365))
    born = random.choice([born, born, born, born.replace(day=1), day])
    bases = tuple(
        IncomeBase(base=random.choice(INCOME_BASES), start=maybe(random, day - timedelta(days=400), 0.3))
        for _ in range(random.choice([0, 1, 1, 1, 2]))
    )
    child = role is Role.CHILD
    return Person(
        id=name,
        role=role,
        born=maybe(random, born, 0.9),
        lives_at_home=random.random() < 0.93,
        marital=maybe(random, random.choice(list(Marital))),
        parents=tuple(f"p{n}" for n in range(1, 1 + random.randrange(3)) if n <= len(roles)) if child else (),
        custody=maybe(random, random.choice(list(Custody))) if child else None,
        nights_per_fortnight=random.choice([14, 14, 7, 0, 5]) if child else 14,
        family_benefit_share=random.choice([Decimal(1), Decimal(1), Decimal("0.5"), Decimal(0)]),
        income_base=() if child else bases,
        pension_granted=None if child else maybe(random, _grown_up(random, born, day), 0.15),
        residence_years=maybe(random, random.randrange(60), 0.4),
        flags=("mobility_impaired",) * (random.random() < 0.05),
        adult=AdultFacts() if child else filled(random, AdultFacts(), day),
        child=filled(random, ChildFacts(), day) if child else ChildFacts(),
    )


def _grown_up(random: Random, born: date, day: date) -> date:
    """Some day since the 18th birthday: nobody is granted a pension before."""
    return day - timedelta(days=random.randrange(max(1, (day - born).days - 18 * 366)))


def _tenancy(random: Random, day: date) -> Tenancy:
    return Tenancy(
        kind=random.choice(["almen", "almen", "privat"]),
        rent_per_month=maybe(random, kr(random, 18_000), 0.85),
        boligstoette=BoligstoetteNow(amount=maybe(random, kr(random, 5_000))),
        area_m2=maybe(random, Decimal(random.randrange(0, 220)), 0.8),
        heating=maybe(random, random.choice(list(Heating))),
        hot_water_in_rent=maybe(random, random.random() < 0.5),
        water_separate=maybe(random, random.random() < 0.5),
        electricity_in_rent=random.random() < 0.1,
        maintenance_duty=random.choice(list(MaintenanceDuty)),
        own_kitchen=random.random() < 0.9,
        lodger_area_m2=random.choice([Decimal(0), Decimal(0), Decimal(12)]),
        lodger_rent=random.choice([Decimal(0), Decimal(2_500)]),
        moved_in=maybe(random, day - timedelta(days=random.randrange(9_000))),
        assigned_by_municipality=random.random() < 0.1,
        suited_for_mobility_impaired=random.random() < 0.1,
    )


def _income(random: Random, day: date, number: int, people: tuple[Person, ...]) -> Income:
    amount = kr(random, 45_000)
    tax = random.choice(list(Tax))
    return Income(
        id=f"i{number}",
        person=random.choice(["", *(person.id for person in people)]),
        kind=random.choice(INCOME_KINDS),
        amount=maybe(random, amount, 0.9),
        rhythm=random.choice([Rhythm.MONTHLY, Rhythm.MONTHLY, *Rhythm]),
        tax=tax,
        paid_out=maybe(random, amount * Decimal("0.7")) if tax is Tax.GROSS else None,
        atp_and_pension=maybe(random, kr(random, 2_000), 0.3),
        status=random.choice([Status.GRANTED, Status.GRANTED, *Status]),
        start=maybe(random, day + timedelta(days=random.randrange(-900, 60)), 0.3),
        end=maybe(random, day + timedelta(days=random.randrange(-60, 900)), 0.1),
    )


def _arrears(random: Random, day: date) -> Arrears:
    rows = tuple(
        ArrearsRow(id=f"r{n}", amount=maybe(random, kr(random, 9_000), 0.9)) for n in range(random.randrange(3))
    )
    letter = random.choice([Letter.NONE, Letter.NONE, *Letter])
    gone = maybe(random, day + timedelta(days=random.randrange(-30, 30)), 0.08)
    return Arrears(rows=rows, letter=letter, eviction=gone, letter_arrived=maybe(random, day, 0.3))


def filled(random: Random, value: T, day: date, share: float = 0.35) -> T:
    """A value with some of its facts, whatever their kind; the others stay unknown."""
    facts = {
        name: any_fact(random, kind_of(type(value), name), name, day)
        for name in value.__dataclass_fields__  # type: ignore[attr-defined]  # a dataclass
        if getattr(value, name) is None and random.random() < share
    }
    return replace(value, **facts)  # type: ignore[type-var]  # a dataclass


def any_fact(random: Random, kind: Any, name: str, day: date) -> Any:
    """A value of a kind; days lie in the past, as facts do."""
    if kind is bool:
        return random.random() < 0.5
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return random.choice(list(kind))
    if kind is date:
        return day - timedelta(days=random.randrange(20_000 if name == "born" else 3_000))
    if kind is int:
        return random.randrange(60)
    return kr(random, {"area_m2": 200, "commute_km": 300}.get(name, 20_000))


def unknown_facts(benefit: str, case: Case, day: date) -> list[str]:
    """The facts that a benefit asks about and that this household has not told, and since when somebody has a pension:
    after what they live on, for it means nothing before."""
    patterns = (*load_guides()[benefit].questions, "persons[adult].pension_granted")
    asked = dict.fromkeys(path for pattern in patterns for path in expand(pattern, case))
    asked |= dict.fromkeys(f"income[{row.id}].amount" for row in case.income if "income[row].amount" in patterns)
    gaps = [path for path in asked if _is_unknown(case, path, day)]
    return sorted(gaps, key=lambda path: path.endswith(".pension_granted"))


def _is_unknown(case: Case, path: str, day: date) -> bool:
    """Whether a fact is a gap.

    Not gaps: what is received today where nothing is said to be, for that decides what is found, not what may be got;
    a row of income beside others, for a list says that it is all by standing there (with no row at all nothing has
    been said, and that is a gap); and what the roles and the parents say already.
    """
    if path.endswith(".income_base"):
        return not lives_on(case, paths.get(case, path.removesuffix(".income_base")), day)
    if path.endswith(".pension_granted"):
        person = paths.get(case, path.removesuffix(".pension_granted"))
        bases = lives_on(case, person, day)
        return person.pension_granted is None and (not bases or "foertidspension" in bases)
    if path == "income":
        return not case.income
    if path.startswith("tenancy.boligstoette") or path.endswith(".max"):
        return False
    if path.endswith(".marital"):
        return not any(person.role is Role.PARTNER for person in case.persons)
    if ".child.other_parent" in path and len(paths.get(case, path.partition(".")[0]).parents) > 1:
        return False
    return kind_of(Case, path) is not None and paths.get(case, path) is None


def with_fact(random: Random, case: Case, path: str, day: date) -> Case:
    """The same household with one more fact told."""
    if path.endswith(".income_base"):
        person = paths.get(case, path.removesuffix(".income_base"))
        return paths.put(case, path, (IncomeBase(base=random.choice(_bases(case, person, day))),))
    if path.endswith(".pension_granted"):
        return _with_pension_day(random, case, path, day)
    if path.startswith("income[") and (paid := paths.get(case, path.removesuffix(".amount")).paid_out) is not None:
        return paths.put(case, path, paid * random.randrange(100, 200) / 100)  # before tax it was more
    if path == "income":
        return replace(case, income=_some_income(random, case, day))
    return paths.put(case, path, any_fact(random, kind_of(Case, path), path.rpartition(".")[2], day))


def _with_pension_day(random: Random, case: Case, path: str, day: date) -> Case:
    """Since when somebody has førtidspension; the others have none, and so no such day."""
    person = paths.get(case, path.removesuffix(".pension_granted"))
    if "foertidspension" not in lives_on(case, person, day):
        return case
    return paths.put(case, path, _grown_up(random, person.born or day - timedelta(days=45 * 365), day))


def _some_income(random: Random, case: Case, day: date) -> tuple[Income, ...]:
    """The one row of somebody who lives on something: of the kind they are said to live on."""
    able = [p for p in case.persons if p.role in (Role.TENANT, Role.PARTNER) and lives_on(case, p, day) - {"ingen"}]
    if not able:
        return ()
    who = random.choice(able)
    kind = random.choice(sorted(lives_on(case, who, day) - {"ingen"}))
    return (Income(id="i1", person=who.id, kind=kind, amount=kr(random, 45_000), tax=random.choice(list(Tax))),)


def _bases(case: Case, person: Person, day: date) -> list[str]:
    """What a person of this age may live on; somebody with an income does not turn out to live on kontanthjælp."""
    age = age_on(person.born, day) if person.born else 40
    young = {"folkepension", "efterloen", "seniorpension"} if age < 62 else set()
    old = {"foertidspension", "ressourceforloeb", "su"} if age >= 65 else set()
    help_ = {base for base in INCOME_BASES if base.startswith("kontanthjaelp")} if case.income else set()
    between = {"folkepension"} if age < 68 else set()
    return sorted(set(INCOME_BASES) - young - old - help_ - between)
