"""Whatever is typed stands on paper as exactly that text: nothing in it is obeyed, fetched or lost.

Every typed field of a household gets a text of its own between two marks, every paper is drawn, and between the marks
must stand what was typed (as `plain` has it; a letter that no face can draw becomes �). The suite tries a few hundred
texts; `make hostile` ten thousand.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

import every_paper
import pytest
from crowded_household import ON, typed
from drawn_text import drawn_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet import fonts
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import BankAccount, Person, Shared, Todo
from budgetdesk.household.course import Contact, ContactPerson, JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role

FIELDS = 75
"""How many typed fields the household has: so many texts are tried at once."""
TEXTS = int(os.environ.get("BUDGETDESK_TEXTS", FIELDS))
"""How many texts are tried."""
STEP = 5 if TEXTS > 1000 else 100
"""How far apart the rounds begin: each field gets another text in each."""
MARKUP = (
    "<b>fed</b>",
    "<img src=file:/etc/passwd>",
    '<img src="http://ondt.example/a.png"/>',
    "<a href='javascript:x'>y</a>",
    "<para><font size=99>",
    "</para>",
    "<bullet>&amp;</bullet>",
    "&lt;&#60;&quot;&notanentity;",
    "<!-- x --><![CDATA[y]]>",
    "<?xml version='1.0'?>",
    "%s %(navn)s {navn} {0} {{}}",
    "\\073 \\) ( \\",
    "<br/><br>",
    "<onDraw name=x label=y/>",
    "<seq/><unichar code=65/>",
    '=HYPERLINK("http://x")',
    "../../etc/passwd",
    "a\u00a0b",
    "**fed** __x__",
    "________",
    "\u202eabc\u202c \u2066x\u2069",
    "\x00\x01\x07\x1b[31m",
    "e\u0301 q\u0323\u0307",
    "😀 𝔸",
    "名前 أحمد שלום",
    "\ufeff\u200b\u00ad",
    "\ud800",
    "\udfff x",
    "§ 90, stk. 2",
    "3. maj",
    "A" * 300,
    "ord " * 80,
    "\u2028\u2029",
    "\t\r\n x",
    "'\"`´",
    "½⅓ ₀ ﬁ ĳ",
)
STRANGE = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(categories=["Cc", "Cf", "Co", "Cs", "Lu", "Mn", "Zs", "Zl", "So"]), max_size=20),
    st.lists(st.sampled_from(MARKUP), min_size=1, max_size=4).map("".join),
    st.text("<>&;/\"'= abc", max_size=30),
)


@cache
def small() -> Record:
    """A household with one of everything that somebody types."""
    case = every_paper.household(every_paper.SAMPLE).record.case
    owed = case.arrears.total
    debt = Debt(id="d1", creditor="K", collector="I", reference="R", address="A, 1000 B", note="n", balance=owed)
    around = ContactPerson(id="a1", name="N", organisation="O", role="R", phone="1", email="e", note="n")
    contact = Contact(id="k1", on=ON, note="n", next_step="s")
    note = JournalNote(id="j1", on=ON, title="T", text="t", closed_on=ON, closed_by="C")
    todo = Todo(id="t1", who="W", what="V", by=ON)
    shared = Shared(id="h1", on=ON, what="W", recipient="R", consent="s-samtykke")
    agreement = Agreement(
        instalments=(Instalment(due=ON.replace(month=12), amount=case.arrears.total),), account="K", approved_by="G"
    )
    return Record(
        case=replace(
            case,
            info=replace(case.info, guardian="V", adviser="A", organisation="O"),
            persons=(*case.persons, Person(id="x1", role=Role.PARTNER, name="P", on_lease=True)),
            tenancy=replace(case.tenancy, landlord="L", landlord_address="Vej 1, 1000 B", address="Vej 2, 2000 C"),
            arrears=replace(case.arrears, payment_reference="B", court="R", court_reference="N"),
            debts=(debt,),
            bank=(BankAccount(id="b1", name="Bank"),),
            agreement=agreement,
            contacts=(contact,),
            contact_persons=(around,),
            notes=(note,),
            conversation=replace(case.conversation, next_steps=(todo,), shared=(shared,)),
        )
    )


@dataclass(frozen=True)
class Marked:
    """The household with a text in each typed field, and which text stands between which marks."""

    record: Record
    texts: tuple[str, ...]


def marked(texts: Iterator[str]) -> Marked:
    used: list[str] = []

    def write(_path: str) -> str:
        used.append(next(texts))
        return f"Qz{len(used) - 1:03d}{used[-1]}zQ{len(used) - 1:03d}"

    return Marked(typed(small(), write), tuple(used))


def on_paper(text: str) -> str:
    """What is to stand there, without spaces: lines are broken where there is room."""
    kept = (letter if fonts.has(fonts.REGULAR, letter) or fonts.has(fonts.SPARE, letter) else fonts.UNKNOWN
            for letter in plain(text))  # fmt: skip
    return squeezed("".join(kept))


def squeezed(text: str) -> str:
    """Without spaces, and without the marks of lists, which stand before each line of a note."""
    return re.sub(r"[\s•]", "", text)


def read(of: Marked) -> Iterator[tuple[str, int, str]]:
    """(paper, number of the field, what stands between its marks)."""
    household = every_paper.of(of.record)
    for name, draw in every_paper.papers(household).items():
        if name in DRAWN:
            told = squeezed(drawn_text(draw()))
            for number, said in re.findall(r"Qz(\d{3})((?:(?!Qz\d{3}).)*?)zQ\1", told):
                yield name, int(number), said


SOME = ("aftale", "journal", "indsigt", "brev_henstand")
DRAWN = frozenset(
    (
        *SOME,
        "kontaktpersoner",
        "sagsresume:s-samtykke",
        "naeste_skridt",
        "opgaver",
        "brev_udlejer",
        "ansoegning_81",
        "gaeldsoversigt",
        "brev_foged_ny_dato",
        "samtykke:s-samtykke",
        "fuldmagt:s-fuldmagt",
        "samtykke_tilbage:s-samtykke",
        "redning_udlejer",
    )
    if TEXTS > 1000
    else SOME
)
"""Papers with typed text on them; between them they show every kind of it."""


@cache
def shown() -> frozenset[tuple[str, int]]:
    """Which field stands whole on which paper, where nothing strange is typed."""
    return frozenset((paper, number) for paper, number, _ in read(marked(f"tekst{n}" for n in count())))


def check(texts: Iterator[str]) -> int:
    """Draw it all; how many texts were found on paper."""
    of = marked(texts)
    found = set()
    for paper, number, said in read(of):
        assert said == on_paper(of.texts[number]), (paper, ascii(of.texts[number]))
        found.add((paper, number))
    lost = {(paper, number) for paper, number in shown() - found if len(of.texts[number]) < 100}
    assert not lost, [(paper, ascii(of.texts[number])) for paper, number in sorted(lost)][:5]
    return len({number for _, number in found})


def test_every_kind_of_typed_field_stands_on_some_paper() -> None:
    fields = len(marked(f"t{n}" for n in count()).texts)

    assert fields == FIELDS
    assert len({number for _, number in shown()}) == fields


@pytest.mark.parametrize("first", range(0, len(MARKUP), STEP))
def test_texts_made_to_be_obeyed_are_shown(first: int) -> None:
    check(MARKUP[(first + at) % len(MARKUP)] for at in count())


@settings(max_examples=-(-TEXTS // FIELDS), suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(STRANGE, min_size=FIELDS, max_size=FIELDS))
def test_any_text_stands_on_paper_as_it_was_typed(texts: list[str]) -> None:
    check(iter(texts))
