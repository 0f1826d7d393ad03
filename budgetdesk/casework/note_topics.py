"""Which facts a note about a meeting tells, under which heading, and in which order.

A fact that stands in no list here is told in the one sentence about small things: so a new fact is never forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum


class Heading(StrEnum):
    """The four headings of a note, in their order."""

    PURPOSE = "purpose"
    SEEN = "seen"
    AGREED = "agreed"
    WHO = "who"


class Topic(IntEnum):
    """What a sentence is about, the most important of each heading first."""

    CONTACT = 1
    LETTER = 2
    REASON = 3
    FIGURES = 11
    ARREARS = 12
    HOME = 13
    HOUSEHOLD = 14
    INCOME = 15
    EXPENSE = 16
    BANK = 17
    STATEMENT = 18
    DEBT = 19
    FOUND = 20
    PEOPLE = 21
    ASKED = 22
    SMALL = 23
    UNKNOWN = 24
    PLAN = 31
    LANDLORD = 32
    PAYMENT = 33
    APPLICATION = 34
    CHOICE = 35
    CONSENT = 36
    SHARED = 37
    EXPECTATIONS = 38
    COURSE = 39
    PAPER = 40
    TASK = 51
    AGAIN = 52
    CHECK = 53
    QUIET = 99
    """Told nowhere: it follows from something else, or is the program's own."""

    @property
    def heading(self) -> Heading:
        """Where it stands in the note."""
        if self < Topic.FIGURES:
            return Heading.PURPOSE
        if self < Topic.PLAN:
            return Heading.SEEN
        return Heading.AGREED if self < Topic.TASK else Heading.WHO


Fields = Mapping[str, Topic]


def _all(topic: Topic, names: str) -> dict[str, Topic]:
    return dict.fromkeys(names.split(), topic)


LISTS: Mapping[str, tuple[Topic, Fields]] = {
    "case.persons": (Topic.HOUSEHOLD, _all(Topic.HOUSEHOLD, "role name born marital lives_at_home income_base")),
    "case.income": (
        Topic.INCOME,
        _all(Topic.INCOME, "person kind amount min max rhythm tax paid_out atp_and_pension status start end evidence"),
    ),
    "case.expenses": (
        Topic.EXPENSE,
        {
            **_all(Topic.EXPENSE, "line label amount rhythm start end evidence"),
            **_all(Topic.CHOICE, "need tenant_says adviser_says locked"),
            **_all(Topic.QUIET, "from_spending"),
        },
    ),
    "case.debts": (Topic.DEBT, _all(Topic.DEBT, "creditor collector kind owner balance instalment rhythm")),
    "case.arrears.rows": (Topic.ARREARS, _all(Topic.ARREARS, "month kind amount paakrav_arrived")),
    "case.arrears.earlier_plans": (Topic.ASKED, {}),
    "case.bank": (Topic.BANK, _all(Topic.BANK, "name owner balance on")),
    "case.former_agreements": (Topic.PLAN, _all(Topic.PLAN, "ended_on outcome why")),
    "case.applications": (
        Topic.APPLICATION,
        {
            **_all(Topic.APPLICATION, "applied_on outcome answered_on granted estimate"),
            **_all(Topic.AGAIN, "ask_again"),
        },
    ),
    "case.conversation.consents": (
        Topic.CONSENT,
        _all(Topic.CONSENT, "kind purpose recipient given until how withdrawn party covers both_ways may towards"),
    ),
    "case.conversation.shared": (Topic.SHARED, _all(Topic.SHARED, "on what recipient")),
    "case.conversation.bases_noted": (Topic.SMALL, {}),
    "case.conversation.next_steps": (Topic.TASK, _all(Topic.TASK, "who what by time done")),
    "case.conversation.ways_tried": (Topic.ASKED, _all(Topic.ASKED, "answer note")),
    "case.conversation.debts_asked": (Topic.ASKED, _all(Topic.ASKED, "answer note")),
    "case.conversation.premises_noted": (Topic.ASKED, _all(Topic.ASKED, "answer note")),
    "case.contacts": (
        Topic.CONTACT,
        {
            **_all(Topic.CONTACT, "on time kind with_whom initiative outcome minutes"),
            **_all(Topic.AGAIN, "next_step next_on next_time"),
            **_all(Topic.QUIET, "entered_on"),
        },
    ),
    "case.contact_persons": (Topic.PEOPLE, _all(Topic.PEOPLE, "name organisation role")),
    "case.checks": (Topic.CHECK, _all(Topic.CHECK, "done home plan_kept benefits_arrived")),
}
"""Path of a list -> what an item that comes or goes is about, and which of its facts are told, about what."""

SINGLES: Mapping[str, Fields] = {
    "case.info": {
        **_all(Topic.REASON, "type"),
        **_all(Topic.QUIET, "number opened invented"),
    },
    "case.tenancy": _all(
        Topic.HOME,
        "landlord address municipality rent_per_month area_m2 heating moved_in deposit boligstoette.amount "
        "boligstoette.paid_to",
    )
    | _all(Topic.APPLICATION, "boligstoette.applied_on boligstoette.applied_for"),
    "case.wealth": _all(Topic.BANK, "net liquid"),
    "case.arrears": {
        **_all(
            Topic.LETTER,
            "letter letter_arrived ophaevelse_arrived court_meeting eviction municipality_notified",
        ),
        **_all(Topic.ARREARS, "stated_on"),
        **_all(Topic.LANDLORD, "landlord_accepted"),
    },
    "case.agreement": {
        **_all(Topic.PLAN, "form instalments ophaevelse"),
        **_all(Topic.LANDLORD, "approved_by approved_on"),
        **_all(Topic.PAYMENT, "payments"),
        **_all(Topic.AGAIN, "follow_up"),
        **_all(Topic.QUIET, "policy_version made_on silenced"),
    },
    "case.circumstances": _all(
        Topic.HOUSEHOLD,
        "changed changed_on single_expense moving new_rent",
    ),
    "case.conversation": {
        **_all(Topic.EXPECTATIONS, "expectations_on informed_on"),
        **_all(Topic.ASKED, "children_asked can_sign"),
    },
    "case.course": {
        **_all(Topic.REASON, "more_types situations occasions causes referred_by"),
        **_all(Topic.COURSE, "began ended outcome eviction left_on activities advice help"),
    },
}
"""Path of a single value -> which of its facts are told, about what; a fact inside another by both names."""

NAMES: Mapping[str, str] = {
    "case.persons.phone": "telefonnummer",
    "case.persons.cpr": "CPR-nummer",
    "case.tenancy.number": "lejemålets nummer hos udlejer",
    "case.tenancy.landlord_email": "udlejers mail",
    "case.tenancy.landlord_phone": "udlejers telefon",
    "case.tenancy.landlord_address": "udlejers adresse",
    "case.arrears.payment_reference": "betalingsreference",
    "case.arrears.court_reference": "fogedrettens sagsnummer",
    "case.agreement.account": "konto til betaling",
    "case.debts.reference": "kreditors sagsnummer",
    "case.income.pays_on": "dag for en indtægt",
    "case.expenses.pays_on": "dag for en regning",
    "case.conversation.note": "en bemærkning",
    "case.contacts.note": "en bemærkning om kontakt",
    "case.info.language": "sprog",
    "case.info.interpreter": "tolk",
    "case.info.protected_address": "beskyttet adresse",
    "case.circumstances.documents_have": "papirer, der ligger på bordet",
}
"""What small facts are called in the sentence about them; the others are only counted."""
