"""Households nobody would think of, for the Excel file, and what the program makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import Overview, month_with_lenses
from budgetdesk.documents.workbooks.budget_workbook import Premises, budget_workbook
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Arrears, ArrearsRow, BoligstoetteNow, Case, CaseInfo, Expense, Income, Person
from budgetdesk.household.case import Tenancy as Home
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need, PaidTo, Role, Status, Tax
from budgetdesk.planning.budget_account import HORIZON
from budgetdesk.planning.liquidity import flow
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.readers.lenses import load_yardsticks

ON = date(2026, 11, 20)
HOSTILE = ("=1+1", "+45 12 34 56 78", "-5", "@SUM(A1)", "\t=2", 'Bo "Bobby" & <b>', "'=3", "_x0041_", "æøå" * 80)
DAYS = st.dates(ON - timedelta(days=400), ON + timedelta(days=400))
MONEY = st.integers(0, 4_000_000).map(lambda oere: Decimal(oere).scaleb(-2))
SOME = st.none() | MONEY
NAMES = st.sampled_from(("", "Bo", "Ida Marie", *HOSTILE))
PAYS_ON = st.sampled_from(
    ("", "", "day:1", "day:31", "last_bank_day", "weekday:thu from 2026-11-26", "day:20 of 1,4,7,10", "first_bank_day")
)
CHILDISH = ("boerneydelse", "boernetilskud", "boernebidrag")


@cache
def library() -> Library:
    """The program's own data; the organisation's municipal amounts are set, so that they are counted as well."""
    found = load_library()
    policy = replace(
        found.policy,
        municipal_adult=Decimal("5230.55"),
        municipal_further_adult=Decimal(4000),
        municipal_child=Decimal("1810.25"),
    )
    return replace(found, policy=policy)


@st.composite
def persons(draw: st.DrawFn) -> tuple[Person, ...]:
    roles = [Role.TENANT, *draw(st.lists(st.sampled_from([Role.CHILD, Role.CHILD, *Role]), max_size=5))]
    return tuple(
        Person(
            id=f"p{at}",
            role=role,
            name=draw(NAMES),
            born=draw(st.none() | st.dates(date(2007, 1, 1), date(2026, 11, 1))),
            lives_at_home=draw(st.sampled_from([True, True, False])),
            registered_here=draw(st.booleans()),
        )
        for at, role in enumerate(roles, 1)
    )


@st.composite
def incomes(draw: st.DrawFn, people: tuple[Person, ...]) -> tuple[Income, ...]:
    kinds = st.sampled_from([*library().chart.incomes, *CHILDISH, *CHILDISH, "loen", "kontanthjaelp_forhoejet"])
    whose = st.sampled_from(["", *(one.id for one in people)])
    made = st.builds(
        Income,
        id=st.just(""),
        person=whose,
        kind=kinds,
        amount=SOME,
        min=SOME,
        tax=st.sampled_from([Tax.NET, Tax.NET, Tax.GROSS]),
        paid_out=st.none() | MONEY,
        rhythm=st.sampled_from(Rhythm),
        status=st.sampled_from([Status.GRANTED, Status.GRANTED, *Status]),
        pays_on=PAYS_ON,
        paid_to=st.sampled_from(["", "", "", "landlord"]),
        start=st.none() | DAYS,
        end=st.none() | DAYS,
        evidence=st.sampled_from(Evidence),
    )
    rows = draw(st.lists(made, max_size=5))
    return tuple(
        replace(row, id=f"i{at}", paid_out=row.paid_out if row.tax is Tax.GROSS else None)
        for at, row in enumerate(rows, 1)
    )


@st.composite
def expenses(draw: st.DrawFn) -> tuple[Expense, ...]:
    lines = st.sampled_from([*library().chart.lines, "777", "902", "902", "601", "601", "301", "301", "701", "703"])
    made = st.builds(
        Expense,
        id=st.just(""),
        line=lines,
        label=NAMES,
        amount=SOME,
        rhythm=st.sampled_from(Rhythm),
        pays_on=PAYS_ON,
        start=st.none() | st.none() | DAYS,
        end=st.none() | st.none() | DAYS,
        need=st.none() | st.sampled_from(Need),
        tenant_says=st.none() | st.sampled_from(Need),
        locked=st.booleans(),
        evidence=st.sampled_from(Evidence),
    )
    rows = draw(st.lists(made, max_size=9))
    return tuple(replace(row, id=f"e{at}") for at, row in enumerate(rows, 1))


@st.composite
def debts(draw: st.DrawFn) -> tuple[Debt, ...]:
    made = st.builds(
        Debt,
        id=st.just(""),
        creditor=NAMES,
        kind=st.sampled_from(list(library().chart.debts)),
        balance=SOME,
        instalment=SOME,
        rhythm=st.sampled_from(Rhythm),
        pays_on=PAYS_ON,
        deducted_from_income=st.booleans(),
    )
    return tuple(replace(row, id=f"d{at}") for at, row in enumerate(draw(st.lists(made, max_size=3)), 1))


@st.composite
def homes(draw: st.DrawFn) -> Home:
    support = BoligstoetteNow(
        amount=draw(SOME),
        paid_to=draw(st.sampled_from(PaidTo)),
        applied_on=draw(st.none() | st.just(ON)),
        applied_for=draw(SOME),
    )
    return Home(rent_per_month=draw(SOME), rent_due_day=draw(st.integers(1, 31)), boligstoette=support)


@st.composite
def households(draw: st.DrawFn) -> Case:
    """Anything at all that can stand in a budget."""
    people = draw(persons())
    instalments = draw(st.lists(st.builds(Instalment, due=DAYS, amount=MONEY), max_size=5))
    owed = draw(st.none() | MONEY)
    yes = LandlordAccepted(by="Udlejer", on=ON) if draw(st.booleans()) else None
    return Case(
        info=CaseInfo(number=draw(st.sampled_from(["", "2026-0143", "=9"]))),
        persons=people,
        tenancy=draw(homes()),
        income=draw(incomes(people)),
        expenses=draw(expenses()),
        debts=draw(debts()),
        arrears=Arrears(rows=(ArrearsRow(id="a1", amount=owed),) if owed is not None else (), landlord_accepted=yes),
        agreement=Agreement(instalments=tuple(instalments)) if instalments else None,
    )


def strained() -> Case:
    """One household with everything that is counted in a way of its own: two buffers and air for one and a half, two
    rides that share a limit, care and money for two children of which one is registered elsewhere, help that goes to
    the landlord, money back, a line the chart no longer has."""
    D = Decimal
    return Case(
        persons=(
            Person(id="p1", role=Role.TENANT, name="Bo", born=date(1990, 1, 1)),
            Person(id="p2", role=Role.CHILD, name="Ida", born=date(2020, 5, 1)),
            Person(id="p3", role=Role.CHILD, name="Ida", born=date(2015, 5, 1), registered_here=False),
        ),
        tenancy=Home(rent_per_month=D(7000), boligstoette=BoligstoetteNow(amount=D("812.33"))),
        income=(
            Income(id="i1", person="p1", kind="kontanthjaelp_forhoejet", amount=D("16011.11")),
            Income(id="i2", person="p2", kind="boernebidrag", amount=D("333.33"), rhythm=Rhythm.BIWEEKLY),
            Income(id="i3", person="p1", kind="boerneydelse", amount=D(7001), rhythm=Rhythm.QUARTERLY),
            Income(id="i4", person="p1", kind="sygedagpenge", amount=D(500), paid_to="landlord"),
        ),
        expenses=(
            Expense(id="e1", line="601", amount=D(700)),
            Expense(id="e2", line="601", amount=D(655), label="Til skole"),
            Expense(id="e3", line="301", amount=D("1500.01")),
            Expense(id="e4", line="902", amount=D(4500)),
            Expense(id="e5", line="902", amount=D(9000)),
            Expense(id="e6", line="701", amount=D("600.03"), rhythm=Rhythm.BIWEEKLY),
            Expense(id="e7", line="777", amount=D(80)),
            Expense(id="e8", line="709", amount=D(40), rhythm=Rhythm.WEEKLY),
        ),
    )


@dataclass(frozen=True)
class Made:
    """A household, what follows from it, and its file."""

    case: Case
    overview: Overview
    content: bytes


def seen(case: Case) -> Overview:
    """What the file needs of an overview; the plan is not looked for, only whether the chosen one holds today."""
    found = library()
    total = case.arrears.total
    standing = Standing.ACCEPTED if case.arrears.landlord_accepted is not None else Standing.PROPOSAL
    plan = PlanTest(
        on=ON, verdict=PlanVerdict.HOLDS, standing=standing, total=total, instalments=(), conditions=(), lowest=None,
        curve=(), breaks_when=(), premises=(), alternatives=(),
    )  # fmt: skip
    return Overview(
        on=ON,
        month=month_with_lenses(case, ON, found),
        clock=None,
        missing=(),
        assessments=(),
        plan=plan,
        ahead=flow(case, found.chart, found.policy, start=ON, end=ON + HORIZON, rates=found.rates),
    )


def made(case: Case, *, with_number: bool = False) -> Made:
    """The file of a household."""
    overview, found = seen(case), library()
    premises = Premises(
        chart=found.chart,
        yardsticks=load_yardsticks(found.rates, on=ON, policy=found.policy),
        policy=found.policy,
        version="1",
    )
    return Made(case, overview, budget_workbook(case, overview, premises, with_number=with_number))
