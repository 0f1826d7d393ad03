"""Sentences of the conversation: neutral, short, and with the right amounts and days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.budget.what_gives import CanGive, what_gives
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need
from budgetdesk.ledger.regular import Regular
from budgetdesk.wording import conversation
from budgetdesk.wording.conversation import RHYTHMS

SHARE = Decimal("0.1")
UNBROKEN = "\N{NO-BREAK SPACE}"


def said(sentence: str) -> str:
    """The sentence with ordinary spaces: amounts are held together on paper and screen."""
    return sentence.replace(UNBROKEN, " ")


def expected(payment: Regular) -> str:
    return said(conversation.expected(payment))


def dearer(payment: Regular) -> str:
    return said(conversation.dearer(payment))


def way_result(way, missing: Decimal) -> str:
    return said(conversation.way_result(way, missing))


def change(made) -> str:
    return said(conversation.change(made))


def payment(**more) -> Regular:
    facts = {
        "key": "netflix",
        "name": "Netflix",
        "line": "504",
        "need": Need.NICE,
        "rhythm": Rhythm.MONTHLY,
        "amount": Decimal(149),
        "varies": False,
        "last": date(2026, 11, 5),
        "next_due": date(2026, 12, 7),
        "confidence": Decimal(1),
        "rows": ("a", "b"),
    }
    return Regular(**{**facts, **more})


def line(title: str, amount: str, **more) -> CanGive:
    facts = {"need": Need.NICE, "free_from": date(2026, 12, 1), **more}
    return CanGive(key=title, code="708", title=title, per_month=Decimal(amount), **facts)


def test_a_regular_payment_says_how_much_how_often_and_when_next():
    assert expected(payment()) == "Netflix: 149 kr. hver måned, næste gang 7. december 2026."
    assert expected(payment(varies=True)).startswith("Netflix: ca. 149 kr.")
    assert expected(payment(stopped=True)) == (
        "Netflix: 149 kr. hver måned, sidst 5. november 2026. Den er ikke kommet siden."
    )


def test_a_rise_is_said_and_no_rise_is_not():
    risen = payment(before=Decimal(129), changed_on=date(2026, 3, 5))

    assert dearer(risen) == "Netflix er steget 20 kr. siden 5. marts 2026."
    assert dearer(payment()) == dearer(payment(before=Decimal(199), changed_on=date(2026, 3, 5))) == ""


def test_a_way_says_what_it_gives_and_what_is_still_missing():
    enough = what_gives(Decimal(300), [line("Takeaway", "500")], share_of_need=SHARE)[0]
    short = what_gives(Decimal(700), [line("Takeaway", "500")], share_of_need=SHARE)[0]
    none = what_gives(Decimal(700), [], share_of_need=SHARE)[0]

    assert conversation.way_title(enough) == "Færrest ændringer: 1 linje"
    assert way_result(enough, Decimal(300)) == "Det giver 300 kr. om måneden. Alle pengene er fri fra 1. december 2026."
    assert "Der mangler stadig 200 kr. om måneden." in way_result(short, Decimal(700))
    assert way_result(none, Decimal(700)) == "Der er ingen linjer at ændre. Der mangler 700 kr. om måneden."
    assert change(enough.changes[0]) == "Takeaway: fra 500 kr. til 200 kr. om måneden, fra 1. december 2026."


def test_an_agreement_ends_and_says_who_does_what():
    found = what_gives(Decimal(200), [line("Fitness", "299", whole=True, who="Lejeren opsiger.")], share_of_need=SHARE)[
        0
    ]

    assert change(found.changes[0]) == "Fitness slutter: 299 kr. om måneden, fra 1. december 2026. Lejeren opsiger."
    assert "99 kr. mere end der mangler" in way_result(found, Decimal(200))


def test_every_rhythm_has_words():
    assert set(RHYTHMS) == set(Rhythm)
