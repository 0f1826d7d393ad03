"""Who comes to an adviser in a month: invented households, and the landlord's list in which some of them stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from budgetdesk.casework import checks
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Person, Tenancy
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Contact, Course
from budgetdesk.household.words import ContactKind, ContactOutcome, Letter, Outcome, Role
from budgetdesk.readers.case_file import load_case

ADVISER, ORGANISATION = "Karen Mølgaard", "Boligrådgivningen Lærkely"
LANDLORD = "Boligforeningen Lærkely"
REFERRED = "boligorganisation"
RENT = 6400
HOLDS = Path(__file__).parent.parent / "planning" / "households" / "enlig_holder.json"
CHECKED = date(2026, 10, 8)
"""The day on which a course began that is called after a month."""
_FIRST = ("Asta", "Bjørk", "Carl", "Dagny", "Ejvind", "Frode", "Gry", "Holger", "Ida", "Jørn", "Kaj", "Liv")
_LAST = (
    *("Abildvig", "Bregnholm", "Colding", "Drejø", "Egeskær", "Fuglebjerg", "Gyvelkær", "Hvidtjørn", "Iversgård"),
    *("Jernhøj", "Klitvang", "Lyngbæk", "Mosevang", "Nørholt", "Okkelbjerg", "Porskær", "Ravnsø", "Sivholm"),
    *("Tangager", "Ulvedal", "Vibegård", "Ynglund", "Zinklar", "Ærøvig", "Østerlund", "Åkandal", "Bøgelund"),
    *("Dybvad", "Enghave", "Fladså", "Grønvold", "Havrekær", "Isefjord", "Kornager", "Løvstrup", "Myrtoft"),
    *("Pilegård", "Rørdam", "Skyttehus", "Tjørnelund"),
)


@dataclass(frozen=True)
class Known:
    """What the script knows about one tenant; the rest it looks up in the window."""

    number: int
    name: str
    owed: int
    has_contact: bool
    is_granted: bool
    is_checked: bool

    @property
    def address(self) -> str:
        return f"Lærkevej {self.number + 1}, 2650 Hvidovre"


def somebody(number: int) -> Known:
    """The `number`-th tenant of the month; every second one has been tried, every third has got a benefit."""
    return Known(
        number=number,
        name=f"{_FIRST[number % len(_FIRST)]} {_LAST[number % len(_LAST)]}",
        owed=5000 + 100 * number,
        has_contact=number % 2 == 0,
        is_granted=number % 3 == 0,
        is_checked=number == 1,
    )


GRANTED = 1200
"""What each of those has been granted, kr/month."""


def record_of(who: Known, on: date) -> Record:
    """The case as an adviser has it after the first talk."""
    began = CHECKED if who.is_checked else on
    case = Case(
        info=CaseInfo(type="udsaettelsestruet", opened=began, adviser=ADVISER, organisation=ORGANISATION),
        persons=(Person(id="p1", role=Role.TENANT, name=who.name, born=date(1970 + who.number % 30, 5, 4)),),
        tenancy=Tenancy(
            landlord=LANDLORD,
            address=who.address,
            municipality="Hvidovre",
            rent_per_month=Decimal(RENT),
            area_m2=Decimal(70),
        ),
        arrears=Arrears(rows=(ArrearsRow(id="r1", month=Month(2026, 10), amount=Decimal(who.owed)),)),
        course=Course(began=began, causes=("uventet_regning",), referred_by=(REFERRED,), may_be_counted=True),
    )
    if who.has_contact:
        tried = Contact(id="k1", on=on, entered_on=on, kind=ContactKind.PHONE, outcome=ContactOutcome.REACHED)
        case = replace(case, contacts=(tried,))
    if who.is_granted:
        case = replace(case, applications=(_granted(on),))
    return Record(case=checks.plan(case, (1, 3, 9, 12)) if who.is_checked else case)


def _granted(on: date) -> Application:
    return Application(
        id="boligstoette",
        applied_on=on - timedelta(days=40),
        outcome=Outcome.GRANTED,
        answered_on=on,
        granted=Decimal(GRANTED),
    )


def with_a_plan_to_find(who: Known, on: date) -> Record:
    """A single tenant with a wage, who owes a month's rent since yesterday's påkrav: a plan holds."""
    case = load_case(HOLDS, today=on).case
    yesterday = on - timedelta(days=1)
    rows = tuple(replace(one, paakrav_arrived=yesterday) for one in case.arrears.rows)
    return Record(
        case=replace(
            case,
            info=replace(case.info, number="", type="udsaettelsestruet", opened=on),
            persons=(replace(case.persons[0], name=who.name),),
            tenancy=replace(case.tenancy, address=who.address),
            arrears=replace(case.arrears, rows=rows, letter=Letter.PAAKRAV, letter_arrived=yesterday),
            bank=tuple(replace(one, on=on) for one in case.bank),
            course=Course(began=on),
        )
    )


def landlords_list(file: Path, known: list[Known], new: list[Known], on: date) -> Path:
    """A list as a housing administration sends it: title, headings, a CPR number nobody needs, a total."""
    rows = [f"12-{n.number};{last_first(n)};{n.address};010180-2222;01-11-2026;{n.owed},00" for n in [*known, *new]]
    total = sum(one.owed for one in [*known, *new])
    head = [f"Restanceliste pr. {on:%d-%m-%Y};;;;;", "Lejemål;Navn;Adresse;CPR-nr;Forfald;Restance"]
    file.write_text("\n".join([*head, *rows, f"I alt;;;;;{total},00", ""]), "utf-8")
    return file


def last_first(who: Known) -> str:
    first, last = who.name.split(" ")
    return f"{last}, {first}"
