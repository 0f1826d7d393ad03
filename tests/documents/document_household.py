"""The sample household by hand, for documents: every value a document may show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

from budgetdesk.benefits.assessment import Assessment, Step, Verdict
from budgetdesk.benefits.findings import Findings, find_all
from budgetdesk.benefits.guide import Guides, Questions
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.budget.chart import LineType
from budgetdesk.budget.month import MonthBudget, MonthRow
from budgetdesk.casework.deadlines import Clock, Deadline
from budgetdesk.casework.emergency import Emergency, emergency
from budgetdesk.casework.house import House
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.record import Record
from budgetdesk.casework.rescue import Rescue, rescue_of
from budgetdesk.casework.sensitive import Found
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Conversation, Person, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import ArrearsKind, Custody, Evidence, Letter, Need, Role
from budgetdesk.i18n import Voice, voice
from budgetdesk.planning.budget_account import HORIZON
from budgetdesk.planning.debt_book import DebtBook, debt_book
from budgetdesk.planning.liquidity import Flow, flow
from budgetdesk.planning.plan import BreakPoint, DayBalance, PlanOption, PlanTest, PlanVerdict, Premise, Standing
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.watch import Watched
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.planning.wordings import Wordings
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.debts import load_debt_rules
from budgetdesk.readers.guides import load_guides, load_questions
from budgetdesk.readers.letters import load_letters
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.rates import load_rates
from budgetdesk.readers.usual_times import load_usual_times
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.wording.timeline import Event

TODAY = date(2026, 11, 20)
D = Decimal


@dataclass(frozen=True, kw_only=True)
class Answered:
    on: date
    month: MonthBudget
    clock: Clock | None = None
    missing: tuple[Missing, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    plan: PlanTest | None = None
    emergency: Emergency | None = None
    rescue: Rescue | None = None
    waterfall: Waterfall | None = None
    debts: DebtBook | None = None
    findings: Findings | None = None
    guides: Guides = field(default_factory=load_guides)
    questions: Questions = field(default_factory=load_questions)
    policy: Policy | None = None
    wordings: Wordings = field(default_factory=load_wordings)
    watched: Watched | None = None
    house: House = field(default_factory=House)
    sensitive: tuple[Found, ...] = ()
    events: tuple[Event, ...] = ()
    ahead: Flow | None = None


def row(code: str, title: str, group: str, amount: str, need: Need = Need.NEED, **more: object) -> MonthRow:
    facts = {"path": f"expenses[e{code}].amount", "type": LineType.FIXED, "rhythm": Rhythm.MONTHLY, **more}
    return MonthRow(code=code, title=title, group=group, amount=D(amount), per_month=D(amount), need=need, **facts)  # type: ignore[arg-type]


SAMPLE_ROWS = (
    row("101", "Husleje", "bolig", "7600", evidence=Evidence.SEEN),
    row("104", "Varme a conto", "bolig", "520", evidence=Evidence.SEEN),
    row("105", "Vand", "bolig", "210", evidence=Evidence.SEEN),
    row("106", "El", "bolig", "390", evidence=Evidence.COPY),
    row("201", "Indboforsikring", "forsikring", "118", evidence=Evidence.SEEN),
    row("205", "A-kasse", "forsikring", "512", evidence=Evidence.SEEN),
    row("206", "Fagforening", "forsikring", "96", Need.ASK),
    row("301", "Daginstitution og SFO", "boern", "1190", evidence=Evidence.COPY),
    row("306", "Fritid for børn, kontingent", "boern", "150"),
    row("305", "Skole: ture, lejr og bøger", "boern", "80", evidence=Evidence.MISSING),
    row("401", "Medicin på recept", "helbred", "95"),
    row("402", "Tandlæge", "helbred", "100"),
    row("501", "Mobil", "tele", "149", evidence=Evidence.SEEN),
    row("502", "Internet", "tele", "229", evidence=Evidence.SEEN),
    row("504", "Streaming, musik og aviser", "tele", "179", Need.NICE, evidence=Evidence.SEEN),
    row("601", "Bus og tog til arbejde", "transport", "480", evidence=Evidence.SEEN),
    row("606", "Cykel", "transport", "40"),
    row("701", "Dagligvarer: mad", "mad", "3400", evidence=Evidence.SEEN),
    row("702", "Dagligvarer: rengøring og papir", "mad", "260", evidence=Evidence.SEEN),
    row("705", "Slik, sodavand og snacks", "mad", "210", Need.NICE, evidence=Evidence.SEEN),
    row("708", "Takeaway, café og restaurant", "mad", "240", Need.NICE, evidence=Evidence.SEEN),
    row("709", "Pant, der kommer tilbage", "mad", "-45"),
    row("802", "Tøj og sko, børn", "personligt", "300"),
    row("803", "Frisør", "personligt", "120", Need.ASK),
    row("813", "Børnenes fødselsdag og jul", "personligt", "150"),
)
SAMPLE_INCOME = (
    row("loen", "Løn", "", "15300", type=None, evidence=Evidence.COPY),
    row("boerneydelse", "Børne- og ungeydelse", "", "2684", type=None, evidence=Evidence.SEEN),
    row("boernetilskud", "Børnetilskud", "", "1510", type=None, evidence=Evidence.SEEN),
    row("boligstoette", "Boligstøtte (søgt)", "", "0", type=None, counts=False),
)


def month(rows: tuple[MonthRow, ...] = SAMPLE_ROWS, income: tuple[MonthRow, ...] = SAMPLE_INCOME) -> MonthBudget:
    came_in = sum((r.per_month for r in income if r.counts), D(0))
    went_out = sum((r.per_month for r in rows if r.counts), D(0))
    return MonthBudget(
        income=income,
        expenses=rows,
        income_per_month=came_in,
        fixed_per_month=D(11000),
        expenses_per_month=went_out,
        raadighedsbeloeb=came_in - D(11000),
        luft=came_in - went_out,
        for_living_per_week=D("985.40"),
    )


def plan(standing: Standing = Standing.PROPOSAL, verdict: PlanVerdict = PlanVerdict.HOLDS) -> PlanTest:
    due = [date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1)]
    instalments = tuple(Instalment(due=day, amount=D("1587")) for day in due)
    lowest = DayBalance(date(2026, 11, 30), D("612.35"))
    return PlanTest(
        on=TODAY,
        verdict=verdict,
        standing=standing,
        total=D(7935),
        instalments=instalments,
        conditions=("Udlejer skal sige ja til planen.",),
        lowest=lowest,
        curve=(lowest,),
        breaks_when=(
            BreakPoint(kind="rent_rises_percent", limit=D(3), breaks_on=date(2027, 3, 31)),
            BreakPoint(kind="boligstoette_falls", limit=D(250), breaks_on=date(2027, 2, 28)),
            BreakPoint(kind="unexpected_bill", limit=D(600), breaks_on=date(2026, 11, 30)),
            BreakPoint(kind="wage_late", limit=D(2), breaks_on=date(2026, 12, 3)),
            BreakPoint(kind="benefit_late", limit=None, breaks_on=None),
        ),
        premises=(
            Premise(key="granted", title="Kun penge, der er bevilget, er talt med", answer=True),
            Premise(key="rent", title="Den løbende husleje er betalt i planen", answer=True),
            Premise(key="overdraft", title="Overtræk er ikke brugt", answer=True),
            Premise(key="papers", title="Alle faste regninger er set", answer=False, note="El og skole mangler papir"),
            Premise(key="landlord", title="Udlejer har sagt ja", answer=None),
        ),
        alternatives=(
            PlanOption(name="shortest", instalments=instalments, verdict=verdict, lowest=lowest, luft_per_month=D(240)),
        ),
        policy_version="Boligrådgivningen Lærkely 2026-1",
    )


CLOCK = Clock(
    last_timely_payment=Deadline(date(2026, 11, 2), "Den 1. november er en søndag, så fristen er mandag."),
    earliest_paakrav=Deadline(date(2026, 11, 6), "Tre hverdage efter sidste rettidige dag."),
    pay_by=Deadline(date(2026, 12, 1), "14 dage efter at påkravet kom frem den 17. november, § 90, stk. 2."),
    earliest_ophaevelse=Deadline(date(2026, 12, 2), "Dagen efter fristen."),
)

RATE = RateUsed(
    "graense", "Grænse for husstandens indkomst", "kr/år", "§ 22", D(172400), date(2026, 1, 1), date(2026, 12, 31),
    "VEJ nr 9842 af 2025", Confidence.SECONDARY,
)  # fmt: skip
ASSESSMENTS = (
    Assessment(
        benefit="boligstoette",
        title="Boligstøtte",
        on=TODAY,
        verdict=Verdict.YES,
        variant="boligsikring",
        summary="Boligstøtte kan være relevant, søg hos Udbetaling Danmark.",
        amount_per_month=D(2231),
        steps=(
            Step("Huslejen om året, 12 gange 7.600 kr.", "§ 8", D(91200)),
            Step("60 % af huslejen", "§ 21", D(54720)),
            Step("Mindste egenbetaling trækkes fra", "§ 26", D(-26800)),
        ),
        rates_used=(RATE,),
        how_to_apply="Søg på borger.dk. Gem kvitteringen.",
        documents_needed=("lejekontrakt", "specifikation af huslejen", "underskrift fra de andre voksne"),
        missing_facts=("tenancy.area_m2",),
        vejledende=True,
    ),
    Assessment(
        benefit="paragraf_81_a",
        title="Hjælp til husleje (§ 81 a)",
        on=TODAY,
        verdict=Verdict.UNKNOWN,
        summary="Kan være relevant, søg hos kommunen i dag.",
        lowest=D(0),
        highest=D(7935),
    ),
)


def record(**changes: object) -> Record:
    facts: dict[str, object] = {
        "info": CaseInfo(
            number="2026-0143", opened=TODAY, adviser="Karen Mølgaard", organisation="Boligrådgivningen Lærkely"
        ),
        "persons": (
            Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard", born=date(1989, 4, 12)),
            Person(id="p2", role=Role.CHILD, name="Alma Skovgaard", born=date(2018, 6, 3), custody=Custody.SOLE),
            Person(id="p3", role=Role.CHILD, name="Noah Skovgaard", born=date(2021, 9, 14), custody=Custody.SOLE),
        ),
        "tenancy": Tenancy(
            landlord="Boligforeningen Lærkely",
            address="Lærkevej 12, 3. tv, 2650 Hvidovre",
            municipality="Hvidovre",
            rent_per_month=D(7600),
            area_m2=D(84),
        ),
        "arrears": Arrears(
            rows=(
                ArrearsRow(id="r1", month=Month(2026, 11), kind=ArrearsKind.RENT, amount=D(7600)),
                ArrearsRow(id="r2", month=Month(2026, 11), kind=ArrearsKind.FEE, amount=D(335)),
            ),
            letter=Letter.PAAKRAV,
            letter_arrived=date(2026, 11, 17),
            payment_reference="+71<000123456789012+",
        ),
        "conversation": Conversation(),
        **changes,
    }
    return Record(case=Case(**facts))  # type: ignore[arg-type]


def akut(of: Record, chosen: PlanTest | None) -> Emergency:
    return emergency(of, on=TODAY, templates=load_letters(), plan=chosen)


def emergency_on(of: Record, on: date) -> Emergency:
    return emergency(of, on=on, templates=load_letters(), plan=plan())


def rescue_on(of: Record, on: date, chosen: PlanTest | None) -> Rescue | None:
    return rescue_of(
        of.case,
        on=on,
        usual=load_usual_times(),
        chart=load_chart(),
        policy=load_policy(),
        rates=load_rates(),
        assessments=ASSESSMENTS,
        plan=chosen,
    )


def flow_ahead(case: Case) -> Flow:
    return flow(case, load_chart(), load_policy(), start=TODAY, end=TODAY + HORIZON, rates=load_rates())


def _in_places(case: Case, assessments: object) -> Findings:
    return find_all(case, TODAY, {}, assessments=assessments, narrow=False)  # type: ignore[arg-type]


def answers(of: Record | None = None, **changes: object) -> Answered:
    """What follows from a record, or from the sample; worked out once for each in a language, unless some is given."""
    return _answers(of or record(), **changes) if changes else _usual_answers(of or record(), voice())


@cache
def _usual_answers(of: Record, _said_by: Voice) -> Answered:
    return _answers(of)


def _answers(of: Record, **changes: object) -> Answered:
    facts: dict[str, object] = {
        "on": TODAY,
        "month": month(),
        "clock": CLOCK,
        "assessments": ASSESSMENTS,
        "plan": plan(),
        "emergency": akut(of, plan()),
        **changes,
    }
    facts.setdefault("debts", debt_book(of.case, load_debt_rules(), load_rates(), on=TODAY))
    facts.setdefault("rescue", rescue_on(of, facts["on"], facts["plan"]))  # type: ignore[arg-type]
    facts.setdefault("findings", _in_places(of.case, facts["assessments"]))
    facts.setdefault("ahead", flow_ahead(of.case))
    return Answered(**facts)  # type: ignore[arg-type]
