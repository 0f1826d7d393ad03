"""Consents in words: one sentence that says who, what, what for; how it stands in a few words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from budgetdesk.casework.house import House
from budgetdesk.casework.sharing import may_share
from budgetdesk.household.case import Case, Consent, Conversation, Shared, Tenancy
from budgetdesk.household.words import ConsentKind, ConsentParty, MayDo, ShareTopic
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart
from budgetdesk.wording import consents as words
from budgetdesk.wording.readability import EASY, lix
from budgetdesk.wording.sensitive import places

ON = date(2026, 11, 20)
P, T = ConsentParty, ShareTopic
CASE = Case(tenancy=Tenancy(landlord="Boligforeningen Lærkely", municipality="Hvidovre"))


def test_every_word_of_a_case_file_has_a_danish_text() -> None:
    assert set(words.TOPICS) == set(ShareTopic)
    assert set(words.PARTIES) == set(ConsentParty)
    assert set(words.TASKS) == set(MayDo)
    assert set(words.KINDS) == set(words.WHAT_IT_IS) == set(ConsentKind)


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (
            Consent(id="s1", party=P.BANK, recipient="Nordea", purpose="Budgetkonto", covers=("economy", "debts")),
            "Nordea må få at vide: budgettet: hvad der kommer ind og går ud; og anden gæld. Formål: budgetkonto.",
        ),
        (
            Consent(id="s1", party=P.LANDLORD, covers=("help_awaited",), both_ways=True),
            "Boligforeningen Lærkely må få at vide: at der er søgt hjælp, og hvornår svaret ventes. "
            "De må også svare os.",
        ),
        (
            Consent(id="s1", party=P.STATISTICS, covers=("counted",), purpose="Tælle"),
            "Sagen må tælles med i statistik. Ingen kan se, hvem det er.",
        ),
        (
            Consent(id="s1", kind=ConsentKind.BISIDDER, recipient="Mette", towards="Hvidovre Kommune"),
            "Mette må sidde med ved møder med Hvidovre Kommune.",
        ),
        (
            Consent(id="s1", kind=ConsentKind.FULDMAGT, recipient="Mette", may=("ask", "agree"), towards="UDK"),
            "Mette må over for UDK: spørge om sagen og få svar; og lave en aftale om afdrag, når lejeren har set den.",
        ),
        (
            Consent(id="s1", kind=ConsentKind.PARTSREPRAESENTANT, purpose="Sagen"),
            "En uden navn endnu er partsrepræsentant. Det handler om: sagen.",
        ),
    ],
)
def test_what_it_covers_is_one_sentence(consent: Consent, said: str) -> None:
    assert words.sentence(consent, CASE) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"given": None}, "ikke givet endnu"),
        ({}, "gælder, til det trækkes tilbage"),
        ({"until": date(2027, 11, 20)}, "gælder til 20. november 2027"),
        ({"until": ON}, "udløber i dag"),
        ({"until": ON + timedelta(days=1)}, "udløber i morgen"),
        ({"until": ON + timedelta(days=9)}, "udløber om 9 dage"),
        ({"until": ON - timedelta(days=1)}, "udløb 19. november 2026"),
        ({"given": ON + timedelta(days=1)}, "gælder fra 21. november 2026"),
        ({"withdrawn": ON}, "trukket tilbage 20. november 2026"),
    ],
)
def test_how_it_stands_is_a_few_words(facts: dict[str, object], said: str) -> None:
    consent = Consent(**({"id": "s1", "given": ON} | facts))  # type: ignore[arg-type]

    assert words.how_it_stands(consent, ON) == said


def test_an_oral_yes_names_who_heard_it_and_a_written_one_the_day() -> None:
    oral = Consent(id="s1", given=ON, heard_by="Karen Mølgaard")

    assert words.how_given(oral) == "Mundtligt 20. november 2026, hørt af Karen Mølgaard"
    assert words.how_given(Consent(id="s1", given=ON, how="skriftligt")) == "Skriftligt 20. november 2026"
    assert words.how_given(Consent(id="s1")) == ""


def test_the_table_says_of_each_piece_who_may_know_it() -> None:
    told = Consent(id="s1", party=P.MUNICIPALITY, recipient="Hvidovre", covers=("debts",), given=ON, until=ON)
    case = Case(tenancy=CASE.tenancy, conversation=Conversation(consents=(told,)))
    rows = {row[0]: row[1:] for row in words.table(case, ON, (P.LANDLORD, P.MUNICIPALITY))}

    assert rows["Restancen og brevene om den"] == ("ja, uden samtykke", "kun med samtykke")
    assert rows["Anden gæld"] == ("kun med samtykke", "ja, til 20. november 2026")
    assert rows["CPR-nummer"] == ("nej", "kun med samtykke")
    assert len(rows) == len(ShareTopic) - 1


def test_a_refusal_names_who_what_and_what_to_do() -> None:
    said = words.refusal(may_share(CASE, P.LANDLORD, [T.ECONOMY, T.HOME], ON))

    assert said.startswith("Papiret fortæller Boligforeningen Lærkely mere, end lejeren har sagt ja til: budgettet")
    assert said.endswith("Spørg lejeren, og skriv samtykket på siden Samtykker.")


def test_beside_the_tenants_own_letter_stands_only_what_weighs() -> None:
    light, heavy = [T.HOME, T.CONTACT], [T.HOME, T.HELP]

    assert words.own_word(may_share(CASE, P.MUNICIPALITY, light, ON)) == ""
    assert "hvilken hjælp der er søgt" in words.own_word(may_share(CASE, P.MUNICIPALITY, heavy, ON))


def test_what_was_given_onward_is_one_line() -> None:
    assert words.given_on(Shared(id="v1", on=ON, what="Budget", recipient="Nordea")) == (
        "Budget til Nordea, 20. november 2026"
    )
    assert words.given_on(Shared(id="v1")) == "Oplysninger til en uden navn endnu"


def test_what_is_said_to_the_tenant_about_a_consent_is_easy_to_read() -> None:
    whole = Consent(id="s1", party=P.MUNICIPALITY, purpose="Hjælp", covers=tuple(str(topic) for topic in T))
    each = [words.TOPICS[topic] for topic in ShareTopic]

    assert lix(". ".join(each) + ".") <= EASY
    assert "du har ret til" not in words.sentence(whole, CASE)
    assert House().own("do") == ""


def test_those_the_table_has_no_column_for_are_told_below_it() -> None:
    bank = Consent(id="s1", party=P.BANK, recipient="Nordea", covers=("debts",), given=ON)
    gone = Consent(id="s2", party=P.CREDITOR, recipient="Klarna", covers=("debts",), given=ON, withdrawn=ON)
    case = Case(tenancy=CASE.tenancy, conversation=Conversation(consents=(bank, gone)))

    assert words.others(case, ON, (P.LANDLORD,)) == ("Nordea må få at vide: anden gæld.",)
    assert words.others(case, ON, (P.LANDLORD, P.BANK)) == ()


def test_where_a_sensitive_fact_stands_is_said_so_that_one_finds_it() -> None:
    case = sample_case(today=ON)
    medicine = next(one.id for one in case.expenses if one.line == "401")
    paths = [
        "case.persons[p1].cpr",
        f"case.expenses[{medicine}].amount",
        "case.notes[j1].text",
        "case.conversation.note",
    ]
    said = places([*paths, "case.contacts[k1].note", "case.debts[d9].note"], case, load_chart())

    assert said == (
        "Sag, Nadia, CPR-nummer; Budget, medicin på recept; en note i journalen; noten på Sag, og 2 steder til"
    )
