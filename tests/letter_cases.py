"""Households for the tests of the letters: the sample, and one whose every fact a letter could tell is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from budgetdesk.actions.library import load_library
from budgetdesk.budget.month import month_of
from budgetdesk.casework.letter_edits import Edits
from budgetdesk.casework.letter_facts import LetterRoom
from budgetdesk.casework.letter_writing import WrittenLetter, write
from budgetdesk.formats import NO_BREAK
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.circumstances import Application
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import DebtBasis
from budgetdesk.readers.case_file import load_case, sample_case
from budgetdesk.readers.repayment_letters import load_repayment_letters

ON = date(2026, 11, 20)
D = Decimal
TEXTS = load_repayment_letters()
HOUSEHOLDS = sorted((Path(__file__).parent / "planning" / "households").glob("*.json"))


def sample() -> Case:
    return sample_case(today=ON)


def households() -> list[Case]:
    return [sample(), Case(), *(load_case(file, today=ON).case for file in HOUSEHOLDS)]


def owing(**facts: object) -> Case:
    """The sample household with one claim that a collector has."""
    claim: dict[str, object] = {
        "id": "d9",
        "creditor": "Modehuset",
        "collector": "Nordisk Inkasso",
        "reference": "NI-77120",
        "address": "Havnegade 4, 1058 København K",
        "kind": "andet",
        "balance": D(2400),
        "instalment": D(300),
        "basis": DebtBasis.INVOICE,
        "due_since": date(2022, 3, 1),
        "limitation_date": date(2025, 3, 1),
        "late_rate": D(24),
        "late_from": date(2026, 2, 1),
        "reminders": 5,
        "reminder_fees": D(500),
        "collection_fees": D(450),
    }
    return replace(sample(), debts=(Debt(**(claim | facts)),))  # type: ignore[arg-type]


def agreed(case: Case, purpose: str, recipient: str, **facts: object) -> Case:
    """The case with one consent."""
    told = {"id": "s1", "purpose": purpose, "recipient": recipient, "given": ON, "until": date(2027, 11, 20)} | facts
    return replace(case, conversation=replace(case.conversation, consents=(Consent(**told),)))  # type: ignore[arg-type]


def applied(case: Case) -> Case:
    """Boligstøtte was applied for on 20 November; the answer is expected on 4 January."""
    waiting = Application(id="boligstoette", applied_on=ON, ask_again=date(2027, 1, 4))
    return replace(case, applications=(waiting,))


def letter(name: str, case: Case, about: str = "", edits: Edits | None = None, **room: object) -> WrittenLetter:
    return write(TEXTS[name], case, about, room=replace(_room(case), **room), edits=edits)  # type: ignore[arg-type]


def room(case: Case) -> LetterRoom:
    """What the letters draw on beside the case: the month and the law's figures."""
    return LetterRoom(on=ON, month=month_of(case, load_library().chart, on=ON), rates=load_library().rates)


_room = room  # where `room` is what a test changes in it


def said(written: WrittenLetter) -> str:
    """Everything on the paper, with ordinary spaces."""
    parts = (written.to.text, written.reference.text, written.subject.text, *written.paragraphs, *written.enclosures)
    return "\n".join(parts).replace(NO_BREAK, " ")
