"""Households for the tenant's pages: the sample, one with everything written, and one with nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

import document_household as sample

from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.documents.tenant.tenant_page import TenantPage
from budgetdesk.documents.tenant.tenant_pages import tenant_page
from budgetdesk.household.agreement import Agreement, Instalment, PlanPayment
from budgetdesk.household.case import Arrears, Conversation, Todo
from budgetdesk.household.course import ContactPerson
from budgetdesk.planning.watch import watch
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.rates import load_rates

FIRST, LATER = date(2026, 12, 1), date(2026, 12, 20)
HOUSE = House(
    name="Boligrådgivningen Lærkely",
    cvr="12345678",
    address="Lærkevej 1, 2650 Hvidovre",
    phone="55 50 12 34",
    email="raad@laerkely.example",
    basis="Dit ja, og reglerne om socialt arbejde.",
    kept="Et år, efter at sagen er slut.",
)


@dataclass(frozen=True)
class Situation:
    """A household and what follows from its facts."""

    record: Record
    answers: sample.Answered

    @property
    def on(self) -> date:
        return self.answers.on

    def page(self, name: str, **more: Callable[[str], str]) -> TenantPage:
        """A page of it as plain values."""
        return tenant_page(name, self.record, self.answers, self.on, **more)


def _sample() -> Situation:
    return Situation(sample.record(), sample.answers())


def _everything() -> Situation:
    """An accepted plan under way, tasks, people to call, and an organisation that has told about itself."""
    made = sample.record(
        conversation=Conversation(
            next_steps=(
                Todo(id="t1", what="Ring til udlejer <b>nu</b> & spørg", who="Nadia", by=date(2026, 12, 22)),
                Todo(id="t2", what="Møde hos kommunen", who="I", by=date(2027, 1, 4), time="10.30", meeting=True),
                Todo(id="t3", what="Skriv til kommunen", who="Karen Mølgaard"),
                Todo(id="t4", what="Send en kopi", who="Banken", by=date(2026, 12, 1)),
            ),
            expectations_on=sample.TODAY,
            informed_on=sample.TODAY,
        ),
        contact_persons=(
            ContactPerson(id="k1", side="udlejer", name="Mette <b>", organisation="Lærkely", role="leje", phone="5550"),
            ContactPerson(id="k2", side="familie", name="Ditte", role="søster", phone="55501234"),
        ),
        agreement=Agreement(
            instalments=(
                Instalment(due=FIRST, amount=Decimal(4000)),
                Instalment(due=date(2027, 1, 4), amount=Decimal(3935)),
            ),
            made_on=sample.TODAY,
            payments=(PlanPayment(id="b1", due=FIRST, paid_on=FIRST, amount=Decimal(2500)),),
        ),
    )
    seen = watch(made.case, load_policy(), on=LATER, rates=load_rates())
    return Situation(made, sample.answers(made, watched=seen, on=LATER, house=HOUSE))


def _nothing() -> Situation:
    made = sample.record(persons=(), arrears=Arrears())
    month, none = sample.month((), ()), ()
    return Situation(made, sample.answers(made, month=month, assessments=none, clock=None, plan=None, rescue=None))


_MAKERS: Mapping[str, Callable[[], Situation]] = {
    "sample": _sample,
    "everything": _everything,
    "nothing": _nothing,
}
NAMES = tuple(_MAKERS)


@cache
def situation(name: str) -> Situation:
    """One of `NAMES`."""
    return _MAKERS[name]()


def strings(page: TenantPage) -> list[str]:
    """All that the page says, a text at a time."""
    said = [page.title, page.lead, *(text for one in page.figures for text in (one.label, one.amount))]
    for part in page.parts:
        said += [part.heading, *(column.heading for column in part.columns)]
        said += [text for one in part.lines for text in (one.text, one.note, one.amount, one.by, one.phone)]
    said += [page.call.heading, *page.call.lines] if page.call else []
    return [one for one in said if one]
