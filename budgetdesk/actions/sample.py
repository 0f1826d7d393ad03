"""The invented household that ships with the program: its case, a month of two accounts, its receipts, what the two at
the desk said about them, and the plan they chose. So a newcomer sees every page filled within a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from budgetdesk import data_files
from budgetdesk.actions import case_course, plans, spending
from budgetdesk.actions.checks import plan as plan_checks
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.household.course import Contact, ContactPerson
from budgetdesk.household.words import ContactKind, ContactOutcome, Need
from budgetdesk.readers.case_file import sample_case

_STATEMENTS = {"danske_bank_oktober.csv": "Lønkonto", "nordea_oktober.csv": "Opsparing"}
_SAID = {
    "701": (Need.NEED, Need.NEED),
    "705": (Need.NEED, Need.NICE),
    "707": (Need.NEED, Need.NEED),
    "708": (Need.NICE, Need.NICE),
    "504": (Need.NICE, Need.NICE),
    "306": (Need.NEED, Need.NEED),
    "601": (Need.NEED, Need.NEED),
}
"""Line of the chart -> what the tenant and the adviser say."""
_LOCKED = "707"


def sample_record(library: Library, *, today: date) -> Record:
    """The whole sample, as if it had been typed and read in on `today`."""
    record = _with_contacts(_with_course(Record(case=sample_case(today=today)), today), today)
    for name, account in _STATEMENTS.items():
        read = spending.preview_statement(data_files.path("sample", name), library, account=account, today=today)
        record = spending.import_statement(record, read, library).record
    for file in sorted(data_files.path("sample").glob("kvittering_*.json")):
        record = spending.import_receipts(record, spending.preview_receipts(file), library).record
    for line, (tenant, adviser) in _SAID.items():
        record = spending.tenant_says(record, line, tenant).record
        record = spending.adviser_says(record, line, adviser).record
    record = spending.lock_line(record, _LOCKED, locked=True).record
    return plan_checks(_with_plan(record, library, today), library.policy)


def _with_course(record: Record, today: date) -> Record:
    """What kind of case it is: threatened, after an unexpected bill, found on the landlord's list three days ago."""
    record = case_course.with_types(record, ("udsaettelsestruet", "raadgivning"))
    course = replace(
        record.case.course,
        situations=("husleje",),
        causes=("uventet_regning", "styre_oekonomi"),
        referred_by=("restanceliste",),
        activities=("raadgivning", "relation"),
        education="faglig",
        area="Lærkely",
        began=today - timedelta(days=3),
        meeting_wanted=True,
        house_rules=False,
    )
    return replace(record, case=replace(record.case, course=course))


def _with_contacts(record: Record, today: date) -> Record:
    """Who is around the case, and how the two came to talk: nobody answered at first, then a call, then the meeting."""
    people = (
        ContactPerson(
            id="kp1", side="udlejer", name="Mette Holm", organisation="Boligforeningen Lærkely", role="huslejer",
            phone="55 50 12 20", email="husleje@laerkely.example", checked_on=today - timedelta(days=2),
        ),
        ContactPerson(
            id="kp2", side="kommune", name="Jonas Bech", organisation="Hvidovre Kommune", role="ydelser",
            phone="55 50 12 40", checked_on=today - timedelta(days=230),
        ),
        ContactPerson(id="kp3", side="familie", name="Ditte Skovgaard", role="søster", phone="55 50 12 34",
                      checked_on=today),
    )  # fmt: skip
    tried = Contact(
        id="k1", on=today - timedelta(days=3), time="10.15", entered_on=today - timedelta(days=3),
        kind=ContactKind.PHONE, outcome=ContactOutcome.NO_ANSWER, minutes=2,
    )  # fmt: skip
    reached = Contact(
        id="k2", on=today - timedelta(days=2), time="17.05", entered_on=today - timedelta(days=2),
        kind=ContactKind.PHONE, outcome=ContactOutcome.REACHED, minutes=9, note="Vil gerne mødes. Tager brevene med",
    )  # fmt: skip
    landlord = Contact(
        id="k3", on=today - timedelta(days=2), time="13.30", entered_on=today, with_whom="kp1",
        kind=ContactKind.PHONE, outcome=ContactOutcome.REACHED, minutes=6, note="Sender opgørelsen på mail",
    )  # fmt: skip
    meeting = Contact(
        id="k4", on=today, time="09.00", entered_on=today, kind=ContactKind.MEETING, outcome=ContactOutcome.REACHED,
        minutes=75, next_step="Mødes og se på planen", next_on=today + timedelta(days=14), next_time="10.00",
        next_kind=ContactKind.MEETING,
    )  # fmt: skip
    case = replace(record.case, contact_persons=people, contacts=(tried, reached, landlord, meeting))
    return replace(record, case=case)


def _with_plan(record: Record, library: Library, today: date) -> Record:
    """The gentlest plan is the one they chose; on a day when there is none, none."""
    test = look(record, today, library).plan
    gentlest = next((o for o in test.alternatives if o.name == "gentlest"), None) if test is not None else None
    return plans.choose(record, gentlest.instalments, library.policy) if gentlest is not None else record
