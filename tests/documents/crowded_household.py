"""A household at the edge of what paper must bear: long names, twelve persons, eighty budget lines, two years of rates.

Every typed field of the case can be given a text of its own (`typed`), so that it can be found again on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household import words
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted, PlanPayment
from budgetdesk.household.case import ArrearsRow, BankAccount, Case, Consent, Expense, Income, Person, Shared, Todo
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Contact, ContactPerson, JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ContactKind, ContactOutcome, Letter, Outcome, Role, ShareTopic
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart

ON = date(2026, 11, 20)
LONG = "Wolfeschlegelsteinhausenbergerdorff" + "ovskaja" * 6 + "son"
"""Eighty letters without a place to break it."""
FIVE = "Maria Fernanda de los Ángeles Guadalupe Østergaard-Wolfeschlegelsteinhausen Æblegård"
TYPED = frozenset(
    word
    for words_of in (
        "name landlord address label note creditor collector reference purpose recipient who what title text",
        "organisation role adviser guardian contact towards heard_by how by account approved_by closed_by next_step",
        "landlord_address court court_reference payment_reference municipality phone email landlord_email why",
        "landlord_phone number policy_version legal_basis cpr time",
    )
    for word in words_of.split()
)
"""Names of fields that somebody types."""
_NO_TEXT = {("Contact", "contact"), ("JournalNote", "contact"), ("Shared", "by"), ("Person", "role")}


@cache
def crowded() -> Record:
    """The sample household, and far too much of everything."""
    sample = sample_case(today=ON)
    chart = list(load_chart().lines)
    return Record(
        case=replace(
            sample,
            info=replace(sample.info, adviser=FIVE, organisation=LONG, guardian=FIVE, interpreter=True),
            persons=tuple(_persons(sample)),
            tenancy=replace(sample.tenancy, landlord=FIVE, address=f"{LONG} 112, 23. tv., 2650 Hvidovre"),
            income=(*sample.income, *(_income(number) for number in range(8))),
            expenses=tuple(_expense(number, chart[number % len(chart)]) for number in range(80)),
            debts=tuple(_debt(number) for number in range(14)),
            bank=tuple(BankAccount(id=f"b{n}", name=f"{FIVE}, konto {n}", balance=Decimal(100)) for n in range(6)),
            arrears=replace(
                sample.arrears,
                rows=tuple(_owed(number) for number in range(26)),
                letter=Letter.PAAKRAV,
                payment_reference="+71<000123456789012+" * 3,
                landlord_accepted=LandlordAccepted(by=FIVE, on=ON, how=f"skrev en mail, {FIVE}"),
            ),
            agreement=_agreement(),
            applications=tuple(_applications()),
            conversation=replace(
                sample.conversation,
                note=f"{FIVE}. " * 12,
                consents=tuple(_consents()),
                next_steps=tuple(_todo(number) for number in range(24)),
                shared=tuple(_shared(number) for number in range(20)),
            ),
            contacts=tuple(_contact(number) for number in range(40)),
            contact_persons=tuple(_around(number) for number in range(12)),
            notes=tuple(_note(number) for number in range(20)),
        )
    )


def _persons(sample: Case) -> Iterator[Person]:
    tenant, *others = sample.persons
    yield replace(tenant, name=LONG, phone="43 55 12 00", cpr="111111-1118")
    yield from others
    yield Person(id="x0", role=Role.PARTNER, name=FIVE, born=date(1985, 2, 3), on_lease=True)
    for number in range(1, 12 - len(sample.persons)):
        child = number < 6
        role = Role.CHILD if child else Role.ROOMMATE
        name = f"{FIVE} {number}"
        yield Person(id=f"x{number}", role=role, name=name, born=date(2012 + number, 5, 6), parents=("p1",))


def _income(number: int) -> Income:
    return Income(id=f"y{number}", person="p1", kind="andet", amount=Decimal(1100 + number), note=f"{FIVE} {number}")


def _expense(number: int, line: str) -> Expense:
    label = LONG if number == 7 else f"{FIVE} {number}"
    return Expense(id=f"u{number}", line=line, label=label, amount=Decimal(40 + number), note=FIVE)


def _debt(number: int) -> Debt:
    kinds = ("andet", "banklaan", "kviklaan", "inkasso", "privat", "boeder", "gaeldsstyrelsen")
    return Debt(
        id=f"g{number}",
        creditor=LONG if number == 3 else f"{FIVE} {number}",
        collector=FIVE if number % 2 else "",
        reference=f"NI-{number:06d}-{'9' * 30}",
        address=f"{FIVE}, Havnegade {number}, 1058 København K",
        kind=kinds[number % len(kinds)],
        balance=Decimal(123_456 + number),
        instalment=Decimal(310),
        due_since=date(2022, 3, 1),
        late_rate=Decimal(24),
        late_from=date(2026, 2, 1),
        reminders=5,
        reminder_fees=Decimal(500),
        collection_fees=Decimal(450),
        note=FIVE,
    )


def _owed(number: int) -> ArrearsRow:
    kinds = list(words.ArrearsKind)
    month = Month(2024, 10).plus(number)
    return ArrearsRow(id=f"r{number}", month=month, kind=kinds[number % len(kinds)], amount=Decimal("7600.25"))


def _agreement() -> Agreement:
    rates = tuple(Instalment(due=Month(2026, 12).plus(n).day(1), amount=Decimal("8233.61")) for n in range(24))
    paid = PlanPayment(id="b1", due=rates[0].due, paid_on=ON, amount=Decimal(400), note=FIVE)
    return Agreement(
        instalments=rates, approved_by=FIVE, made_on=ON, account=f"Reg. 1234 konto {LONG}", payments=(paid,)
    )


def _applications() -> Iterator[Application]:
    for at, name in enumerate(("boligstoette", "paragraf_81_a", "paragraf_81", "enkeltydelse")):
        outcome = list(Outcome)[at % len(Outcome)]
        granted = Decimal(2231) if at == 1 else None
        yield Application(id=name, applied_on=ON - timedelta(days=9), outcome=outcome, granted=granted, note=FIVE)


def _consents() -> Iterator[Consent]:
    covers = tuple(str(topic) for topic in ShareTopic)
    party = words.ConsentParty.MUNICIPALITY
    for at, kind in enumerate(words.ConsentKind):
        yield Consent(
            id=f"s{at}",
            kind=kind,
            purpose=f"At finde en løsning sammen med {FIVE}. " * 3,
            recipient=LONG if at == 1 else FIVE,
            given=ON,
            until=date(2027, 11, 20),
            party=party,
            covers=covers,
            both_ways=True,
            heard_by=FIVE,
            may=tuple(str(one) for one in words.MayDo),
            towards=FIVE,
            contact=f"43 55 12 00, {LONG}@eksempel.dk",
        )


def _todo(number: int) -> Todo:
    what = f"Ring til {FIVE} om sag {number}, og skriv ned, hvad der bliver sagt om boligstøtte og husleje"
    who = "" if number % 3 else FIVE
    return Todo(id=f"t{number}", who=who, what=what, by=ON + timedelta(days=number), time="14.30", meeting=number == 4)


def _shared(number: int) -> Shared:
    what = f"Resume af sagen {number}, {FIVE}"
    return Shared(id=f"d{number}", on=ON, what=what, recipient=FIVE, topics=("home",), consent="s0")


def _contact(number: int) -> Contact:
    return Contact(
        id=f"k{number}",
        on=ON - timedelta(days=number),
        kind=list(ContactKind)[number % len(ContactKind)],
        outcome=list(ContactOutcome)[number % len(ContactOutcome)],
        note=f"{FIVE}: en lang note om, hvad der blev sagt. " * 3,
        next_step=f"Ring igen til {FIVE}",
    )


def _around(number: int) -> ContactPerson:
    name = LONG if number == 2 else f"{FIVE} {number}"
    return ContactPerson(
        id=f"a{number}", side="kommune", name=name, organisation=f"{FIVE} og Søn", role="Sagsbehandler",
        phone="+45 43 55 12 00 lokal 1234", email=f"{LONG}@eksempel.dk", note=FIVE,
    )  # fmt: skip


def _note(number: int) -> JournalNote:
    text = f"Aftalt\n- {FIVE} ringer til udlejer.\n- {LONG}\n\n" + "Vi talte om husleje, el og varme. " * (5 + number)
    return JournalNote(
        id=f"j{number}", on=ON, entered_on=ON, title=f"{FIVE} {number}", text=text, closed_on=ON, closed_by=FIVE
    )


def typed(value: Any, write: Callable[[str], str], path: str = "") -> Any:
    """The same value with every typed text in it written anew; `write` gets the text's path, such as
    `persons[p1].name`. Ids, codes, days and amounts stay."""
    if isinstance(value, tuple):
        return tuple(typed(one, write, f"{path}[{getattr(one, 'id', at)}]") for at, one in enumerate(value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        found, here = getattr(value, field.name), f"{path}.{field.name}".lstrip(".")
        if isinstance(found, tuple) or is_dataclass(found):
            changed[field.name] = typed(found, write, here)
        elif type(found) is str and _is_typed(value, field.name) and found:
            changed[field.name] = write(here)
    return replace(value, **changed)


def _is_typed(value: Any, name: str) -> bool:
    return name in TYPED and (type(value).__name__, name) not in _NO_TEXT
