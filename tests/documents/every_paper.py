"""Every paper the program can draw, by name, from a household: what the catalogue has, and what stands beside it.

A new document of the catalogue, letter, consent paper or text to a tenant is among them as soon as it exists.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import crowded_household
from crowded_household import FIVE, LONG, ON

from budgetdesk import i18n
from budgetdesk.actions import contact_texts, letters
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import Overview, look
from budgetdesk.actions.result_cards import card_pdf
from budgetdesk.actions.statistics_report import Counts, as_bytes, report
from budgetdesk.actions.translations import words
from budgetdesk.casework.arrears_people import ListInfo, ListPerson
from budgetdesk.casework.list_calls import in_order
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.access_pdf import Kept, access_pdf
from budgetdesk.documents.papers.call_list_pdf import call_list_pdf
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS, joined
from budgetdesk.documents.papers.equal_pdf import equal_pdf
from budgetdesk.documents.papers.letter_catalogue import LETTERS
from budgetdesk.documents.papers.list_calls_pdf import list_calls_pdf
from budgetdesk.documents.papers.recovery_pdf import recovery_pdf
from budgetdesk.documents.tenant.in_two_languages import two_languages
from budgetdesk.documents.tenant.tenant_pages import BUILDERS
from budgetdesk.documents.tenant.tenant_words import PAGES
from budgetdesk.documents.tenant.variants import Variant, variant
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Consent
from budgetdesk.household.words import ConsentKind, ConsentParty, ContactKind, MayDo, ShareTopic
from budgetdesk.planning.call_list import Call, PlanCounts, Reason
from budgetdesk.planning.equal import Treated, groups, likeness
from budgetdesk.planning.plan import PlanVerdict
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.report_bands import load_bands
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.tables import Selection

sys.path.insert(0, str(Path(__file__).parents[1]))
import counted_cases

Paper = Callable[[], bytes]
ALL = os.environ.get("BUDGETDESK_PAPERS") == "all"
SAMPLE, NOTHING, CROWDED = "sample", "nothing", "crowded"
HOUSEHOLDS = (SAMPLE, NOTHING, CROWDED)
EXPECTED_REFUSALS = frozenset(
    {
        # (household, paper): where there is nothing to write about, the program says so instead of drawing
        (NOTHING, "aftale"),
        (NOTHING, "aftale_bilag"),
    }
)


@dataclass(frozen=True)
class Household:
    """A case, and what follows from it."""

    name: str
    record: Record
    overview: Overview
    library: Library
    _in: dict[str, Overview] = field(default_factory=dict, compare=False, repr=False)

    def seen_in(self, language: str) -> Overview:
        """What follows from the case, said in a language, as the program does it for the page's other side."""
        if language not in self._in:
            with i18n.speaking(language, words(None, language)):
                self._in[language] = look(self.record, ON, self.library)
        return self._in[language]


@cache
def household(name: str) -> Household:
    """One of `HOUSEHOLDS`."""
    record = {SAMPLE: _sample, NOTHING: Record, CROWDED: crowded_household.crowded}[name]()
    return of(record, name)


def of(record: Record, name: str = "") -> Household:
    """Any household."""
    library = load_library()
    return Household(name, record, look(record, ON, library), library)


def _sample() -> Record:
    """The sample, with one consent of each kind."""
    case = sample_case(today=ON)
    consents = tuple(_consent(kind) for kind in ConsentKind)
    return Record(case=replace(case, conversation=replace(case.conversation, consents=consents)))


def _consent(kind: ConsentKind) -> Consent:
    return Consent(
        id=f"s-{kind.value}",
        kind=kind,
        purpose="Hjælp til huslejen",
        recipient="Hvidovre Kommune" if kind is ConsentKind.SAMTYKKE else "Lone Skovgaard",
        towards="Hvidovre Kommune",
        party=ConsentParty.MUNICIPALITY,
        given=ON,
        covers=tuple(map(str, ShareTopic)),
        may=tuple(map(str, MayDo)),
        heard_by="Karen Mølgaard",
    )


def papers(of: Household) -> Mapping[str, Paper]:
    """Name -> maker: everything that can be drawn of this household, and in the same measure of many."""
    found = {name: partial(_of_case, name, of) for name in (*DOCUMENTS, *LETTERS, *_about_consents(of))}
    return {**found, **dict(_to_the_tenant(of)), **dict(_beside(of)), **dict(_in_other_shapes(of))}


def _in_other_shapes(of: Household) -> Iterator[tuple[str, Paper]]:
    """Large print, and two languages: one written from the right, one from the left with long words."""
    for name in BUILDERS:
        yield f"stor_{name}", partial(variant, name, Variant.LARGE, of.record, of.overview, on=ON)
    for language in ("ar", "so"):
        yield from in_two_languages(of, language).items()


def in_two_languages(of: Household, language: str) -> Mapping[str, Paper]:
    """Name -> maker of the tenant's pages in Danish and another language."""
    return {f"{language}_{name}": partial(_two_languages, name, language, of) for name in PAGES}


def _two_languages(name: str, language: str, of: Household) -> bytes:
    there, spoken = of.seen_in(language), words(None, language)
    return two_languages(name, of.record, of.overview, on=ON, language=language, words=spoken, there=there)


def _of_case(name: str, of: Household) -> bytes:
    return letters.paper(name, of.record, of.overview, of.library)


def _about_consents(of: Household) -> Iterator[str]:
    for name, paper in CONSENT_PAPERS.items():
        fitting = [one for one in of.record.case.conversation.consents if one.kind in paper.kinds]
        if fitting:
            yield joined(name, fitting[0].id)


def _to_the_tenant(of: Household) -> Iterator[tuple[str, Paper]]:
    for text in contact_texts.offered():
        if text.kind in (ContactKind.LETTER, ContactKind.POSTCARD):
            yield f"kontakt_{text.key}", partial(_contact, text.key, of)


def _contact(key: str, of: Household) -> bytes:
    filled = contact_texts.filled(key, of.record, of.overview)
    return contact_texts.paper(filled, filled.subject, filled.text, of.overview)


def _beside(of: Household) -> Iterator[tuple[str, Paper]]:
    many = {SAMPLE: 12, NOTHING: 0}.get(of.name, 140)
    name = FIVE if of.name == CROWDED else "Boligrådgivningen Lærkely"
    person = of.record.case.tenant.name if of.record.case.tenant else ""
    yield "statistik", partial(_statistics, many, name)
    yield "ens_behandling", partial(_equal, many, name)
    yield "resultatkort", partial(card_pdf, of.record.case, on=ON, organisation=name)
    yield "indsigt", partial(_access, of, many)
    yield "noednoegle", partial(_recovery, name)
    yield "ringeliste", partial(_calls, many, name, person)
    yield "restanceliste", partial(_list, many, name, person)


@cache
def _cases(many: int) -> dict[str, Counted]:
    return counted_cases.cases(many)


def _statistics(many: int, organisation: str) -> bytes:
    counts = Counts(cases=_cases(many * 5), on=ON, organisation=organisation)
    return as_bytes(report(counts, Selection(first=ON.replace(month=1, day=1), last=ON)), ".pdf")


def _equal(many: int, organisation: str) -> bytes:
    bands = load_bands()
    rows = [_treated(number) for number in range(many)]
    titles = {"granted": "Kun penge, der er bevilget, er talt med", "rent": "Huslejen er betalt"}
    return equal_pdf(groups(rows, bands), titles, bands, f"{many} sager.", on=ON, organisation=organisation)


def _treated(number: int) -> Treated:
    like = likeness(
        load_bands(), adults=1 + number % 2, children=number % 3, income=Decimal(18_000), arrears=Decimal(9_000)
    )
    verdicts = list(PlanVerdict)
    return Treated(
        like=like,
        verdict=verdicts[number % len(verdicts)],
        accepted=number % 2 == 0,
        chosen=number % 3 == 0,
        months=number % 13,
        living_per_person=Decimal(400),
        answers=(("granted", number % 2 == 0), ("rent", None)),
        approved_by="leder" if number % 4 else "",
        policy_version="2026-1",
    )


def _access(of: Household, many: int) -> bytes:
    kept = Kept(
        purpose="Frivillig rådgivning",
        legal_basis="Samtykke",
        until=ON + timedelta(days=365),
        papers=[(ON, f"Budget {number}, {FIVE}") for number in range(many)],
        looks=[(ON, "Åbnet", f"Samtale {number}") for number in range(many)],
        rows={"alt.json": many},
    )
    return access_pdf(of.record, kept, on=ON)


def _recovery(organisation: str) -> bytes:
    checks = ("ahorn", "bølge", "citron")
    return recovery_pdf("3ATK-2RXF-K30M-TPFD-D3HW-2QHW-RZ6T", checks, on=ON, organisation=organisation)


def _calls(many: int, organisation: str, person: str) -> bytes:
    calls = [
        Call(case_id=f"2026-{n:04d}", tenant=person, phone="43 55 12 00", reason=list(Reason)[1:][n % 4])
        for n in range(many)
    ]
    return call_list_pdf(calls, PlanCounts(made=many, running=many), on=ON, organisation=organisation)


def _list(many: int, organisation: str, person: str) -> bytes:
    people = [
        ListPerson(
            key=f"nr:{n}",
            reference=f"1-23-{n}",
            name=person,
            address=LONG if n == 3 else f"Lærkevej {n}, 2650 Hvidovre",
            phone="43 55 12 00",
            owed=Decimal(5000 + n),
            due=ON - timedelta(days=n % 60),
        )
        for n in range(many)
    ]
    info = ListInfo(id=1, sender=organisation, stated_on=ON, taken_on=ON, keep_until=ON + timedelta(days=90))
    order = load_list_rules().order
    return list_calls_pdf(in_order(info, people, {}, order, on=ON, most=50), order, organisation=organisation)


@cache
def drawn(household_name: str, paper: str) -> bytes | None:
    """One paper of one of the households, drawn once; None where the program says that there is nothing to draw."""
    try:
        return papers(household(household_name))[paper]()
    except DocumentError:
        if (household_name, paper) not in EXPECTED_REFUSALS:
            raise
        return None


def chosen() -> list[tuple[str, str]]:
    """(household, paper): all of them where `BUDGETDESK_PAPERS=all` (`make papers-campaign`), else a few that break
    over pages."""
    if ALL:
        return [(name, paper) for name in HOUSEHOLDS for paper in papers(household(name))]
    return [(CROWDED, paper) for paper in SHORT_LIST]


SHORT_LIST = (
    "aftale", "naeste_skridt", "kontaktpersoner", "gaeldsoversigt", "fuldmagt:s1", "brev_udlejer", "opgaver",
    "redning_udlejer", "ar_naeste_skridt",
)  # fmt: skip
