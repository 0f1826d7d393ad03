"""One gate for every paper that leaves: it tells what it says it tells, and stops where that is more than is agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from pdf_reading import one_line, page_texts

from budgetdesk.actions import letters
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.casework import leaving
from budgetdesk.casework.leaving import Leaving
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.catalogue import DOCUMENTS, make
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS
from budgetdesk.documents.papers.letter_catalogue import LETTERS
from budgetdesk.errors import ConsentNeededError
from budgetdesk.household.case import Case, Consent, Expense, Income, Person, Todo
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ConsentParty, Outcome, Role, ShareTopic
from budgetdesk.readers.case_file import sample_case

ON = date(2026, 11, 20)
T, P = ShareTopic, ConsentParty
OUTGOING = [name for name, one in leaving.PAPERS.items() if one.to is not None]
TO_SOMEBODY = pytest.mark.parametrize("document", [*OUTGOING, *LETTERS])

PLANTED: dict[ShareTopic, tuple[str, ...]] = {
    T.ECONOMY: ("23.456", "Plantudgift", "4.321"),
    T.DEBTS: ("Plantkreditor", "98.765"),
    T.FAMILY: ("Plantebarn", "i hjemmet", "børn"),
    T.HEALTH: ("7.777", "Sygedagpenge", "Helbred"),
    T.CPR: ("1118",),
    T.COURSE: ("Plantskridt",),
    T.CONTACT: ("99 88 77 66",),
    T.HELP: ("boligstøtte", "§ 81", "Enkeltydelse"),
}
"""What would give each piece away."""
NEVER_ON_PAPER = ("Plantnote", "Egennote")


def household(*consents: Consent) -> Case:
    """The sample, with something of every piece that can be told."""
    sample = sample_case(today=ON)
    tenant = replace(sample.persons[0], phone="99 88 77 66", cpr="111111-1118")
    child = Person(id="p8", role=Role.CHILD, name="Plantebarn", born=date(2019, 1, 1), parents=("p1",))
    return replace(
        sample,
        persons=(tenant, child, *sample.persons[1:]),
        income=(
            *sample.income,
            Income(id="i8", kind="loen", amount=Decimal(23456)),
            Income(id="i9", kind="sygedagpenge", amount=Decimal(1000)),
        ),
        expenses=(
            *sample.expenses,
            Expense(id="e8", line="801", label="Plantudgift", amount=Decimal(4321)),
            Expense(id="e9", line="402", label="Tandlæge", amount=Decimal(500)),
        ),
        debts=(Debt(id="d8", creditor="Plantkreditor", kind="andet", balance=Decimal(98765)),),
        circumstances=replace(sample.circumstances, health_cost=Decimal(7777)),
        applications=(Application(id="boligstoette", applied_on=ON, outcome=Outcome.WAITING),),
        notes=(
            JournalNote(id="j8", title="Plantnote", text="Plantnote"),
            JournalNote(id="j9", title="Egennote", text="Egennote", own=True),
        ),
        conversation=replace(
            sample.conversation,
            note="Plantnote",
            consents=consents,
            next_steps=(Todo(id="t9", who="Nadia", what="Plantskridt"),),
        ),
    )


@cache
def seen(case: Case) -> Overview:
    return look(Record(case=case), ON, load_library())


def paper(document: str, case: Case) -> str:
    return one_line(letters.paper(document, Record(case=case), seen(case), load_library())).replace("\u00a0", " ")


def told_by(document: str, case: Case) -> Leaving:
    letter = letters.letter_for(document, Record(case=case), seen(case), load_library(), {})
    return leaving.leaving(document, case, ON, letter=letter)


def yes(**facts: object) -> Consent:
    usual = {"id": "s1", "party": P.MUNICIPALITY, "recipient": "Hvidovre Kommune", "purpose": "Hjælp", "given": ON}
    return Consent(**(usual | facts))  # type: ignore[arg-type]


def test_every_paper_says_to_whom_it_goes_and_what_it_tells() -> None:
    silent = [name for name in DOCUMENTS if name not in leaving.PAPERS]

    assert silent == [], "say in casework.leaving what these tell, and to whom they go"
    assert set(CONSENT_PAPERS) <= {*leaving.PAPERS, leaving.SUMMARY}


@TO_SOMEBODY
def test_a_paper_for_somebody_tells_nothing_but_what_it_says_it_tells(document: str) -> None:
    case = household()
    text, leaves = paper(document, case), told_by(document, case)
    if document in LETTERS and leaves.to is P.CREDITOR:
        text = text.replace("Plantkreditor", "").replace("98.765", "")  # the receiver's own claim
    hidden = {topic: words for topic, words in PLANTED.items() if topic not in leaves.topics}
    found = [(topic, word) for topic, words in hidden.items() for word in words if word in text]

    assert found == []
    assert not [word for word in NEVER_ON_PAPER if word in text]
    assert leaves.to is not None


@pytest.mark.parametrize("document", ["aftale", "redning_udlejer"])
def test_what_the_adviser_gives_the_landlord_needs_no_consent(document: str) -> None:
    assert leaving.stopped(told_by(document, household()), household(), ON) is None
    assert not told_by(document, household()).own_word


@TO_SOMEBODY
def test_without_a_consent_a_paper_tells_no_more_than_is_free_unless_it_is_the_tenants_own_word(document: str) -> None:
    leaves = told_by(document, household())
    decision = leaving.gate(leaves, household(), ON)

    assert decision is not None
    assert decision.allowed or leaves.own_word
    assert T.ECONOMY not in decision.missing or document == "ansoegning_81"


def test_a_paper_that_tells_more_is_stopped_before_it_is_drawn_and_the_words_say_what(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loose = Leaving(to=P.LANDLORD, topics=frozenset({T.ARREARS, T.ECONOMY, T.DEBTS}))
    monkeypatch.setitem(leaving.PAPERS, "redning_udlejer", loose)  # type: ignore[arg-type]
    with pytest.raises(ConsentNeededError) as caught:
        paper("redning_udlejer", household())

    assert "Boligforeningen Lærkely" in str(caught.value)
    assert "budgettet: hvad der kommer ind og går ud; og anden gæld" in str(caught.value)
    landlord = yes(party=P.LANDLORD, recipient="Boligforeningen Lærkely", covers=("economy", "debts"))
    assert paper("redning_udlejer", household(landlord))


def test_the_landlord_hears_that_an_answer_is_awaited_only_while_that_is_said_yes_to() -> None:
    told = yes(party=P.LANDLORD, recipient="Boligforeningen Lærkely", covers=("help_awaited",))
    other = replace(told, covers=("family",))

    assert T.HELP_AWAITED in told_by("redning_udlejer", household(told)).topics
    assert T.HELP_AWAITED not in told_by("redning_udlejer", household(other)).topics
    assert T.HELP_AWAITED not in told_by("redning_udlejer", household(replace(told, withdrawn=ON))).topics


# the summary for another organisation


@pytest.mark.parametrize("topic", [topic for topic in T if topic is not T.COUNTED])
def test_a_summary_holds_what_its_consent_covers_and_nothing_else(topic: ShareTopic) -> None:
    case = household(yes(covers=(str(topic),)))
    text = paper("sagsresume:s1", case)
    heading, _, _ = text.partition("Det står ikke her")
    hidden = {other: words for other, words in PLANTED.items() if other is not topic}
    found = [(other, word) for other, words in hidden.items() for word in words if word in heading]

    assert found == []
    assert not [word for word in NEVER_ON_PAPER if word in text]


def test_a_summary_says_to_whom_what_for_on_which_consent_and_what_was_left_out() -> None:
    text = paper("sagsresume:s1", household(yes(covers=("arrears",), heard_by="Karen", until=date(2027, 11, 20))))

    assert "Til Hvidovre Kommune." in text
    assert "Formål Hjælp" in text
    assert "Mundtligt 20. november 2026, hørt af Karen. Det gælder til 20. november 2027." in text
    assert "ja til at dele: navn, adresse og lejemål; aftalen om afdrag, og om den bliver holdt; telefon" in text
    assert "7.935 kr." in text


def test_a_summary_with_everything_takes_two_pages() -> None:
    case = household(yes(covers=tuple(str(topic) for topic in T)))
    pages = page_texts(letters.paper("sagsresume:s1", Record(case=case), seen(case), load_library()))

    assert len(pages) == 2


@pytest.mark.parametrize("facts", [{"given": None}, {"withdrawn": ON}, {"until": date(2026, 11, 19)}])
def test_a_summary_is_not_made_without_a_consent_in_force(facts: dict[str, object]) -> None:
    with pytest.raises(ConsentNeededError):
        paper("sagsresume:s1", household(yes(covers=("arrears",), **facts)))


def test_a_budget_in_a_summary_tells_of_no_illness_unless_that_is_said_yes_to() -> None:
    without = paper("sagsresume:s1", household(yes(covers=("economy",))))
    told = paper("sagsresume:s1", household(yes(covers=("economy", "health"))))

    assert "Sygedagpenge" not in without
    assert "Andre udgifter" in without
    assert "Helbred" in told


def test_a_summary_to_the_landlord_never_holds_health_or_cpr() -> None:
    landlord = yes(party=P.LANDLORD, recipient="Boligforeningen Lærkely", covers=("health", "cpr", "cause"))
    text = paper("sagsresume:s1", household(landlord))

    assert not [word for word in (*PLANTED[T.HEALTH][:2], *PLANTED[T.CPR]) if word in text]


def test_the_gate_is_passed_by_every_way_to_a_paper() -> None:
    """`catalogue.make` is the only maker: window, command line, signing and demonstration all go through it."""
    case = household(yes(covers=("arrears",), withdrawn=ON))
    with pytest.raises(ConsentNeededError):
        make("sagsresume:s1", Record(case=case), seen(case), on=ON)
