"""From the facts on the desk to a signed page: the document with its signatures, sealed once, kept in the store."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from budgetdesk.actions import letters, printed, sealing, token_seals
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import Overview, look
from budgetdesk.actions.time_stamps import Stamped, fetch
from budgetdesk.actions.workspace import DocumentSummary, RateOnPaper, Workspace
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.casework.letter_writing import WrittenLetter
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.consent_catalogue import is_consent_paper
from budgetdesk.documents.papers.consent_catalogue import title_of as consent_title
from budgetdesk.documents.papers.letter_catalogue import is_letter
from budgetdesk.documents.papers.letter_catalogue import split as split_letter
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.errors import SealError
from budgetdesk.household.case import Case
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated

AGREEMENT, ANNEX = "aftale", "aftale_bilag"


@dataclass(frozen=True, kw_only=True)
class Signed:
    """One sealed document as it lies in the store."""

    id: int
    title: str
    file_name: str
    """What to call the file outside: kind, case number and day; never a person's name."""
    pdf: bytes
    document: str = ""
    """Which paper it is (`documents.papers.catalogue`)."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What one paper is made of: so that the sealed paper is the one that was read."""

    record: Record
    overview: Overview
    on: date
    letter: WrittenLetter | None = None
    """The text of a letter that goes with repayment, with what was changed in it."""


@speaking(SOURCE_LANGUAGE)
def facts_of(desk: Desk, document: str = "") -> Facts:
    """The facts as they stand on the desk, with all that follows from them. Takes a while: for a thread."""
    record, drafts = desk.record, dict(desk.drafts)
    overview = look(record, desk.today, desk.library)
    letter = letters.letter_for(document, record, overview, desk.library, drafts)
    return Facts(record=record, overview=overview, on=desk.today, letter=letter)


@speaking(SOURCE_LANGUAGE)
def drawn(document: str, facts: Facts, ink: Sequence[Ink] = ()) -> bytes:
    """The paper of these facts as PDF bytes. Raises DocumentError."""
    return catalogue.make(document, facts.record, facts.overview, on=facts.on, ink=ink, letter=facts.letter)


def title_of(document: str, case: Case) -> str:
    """What a paper is called; a letter with whom it is for."""
    if is_letter(document):
        return letters.title_of(case, document)
    return consent_title(document, case) if is_consent_paper(document) else catalogue.document(document).title


@speaking(SOURCE_LANGUAGE)
def sign(
    workspace: Workspace,
    desk: Desk,
    document: str,
    *,
    ink: Sequence[Ink],
    when: datetime,
    shown: Facts | None = None,
) -> Signed:
    """Make the document with its signatures, seal it and keep it. `when` is aware; `shown`: the facts of the paper
    that was read, whatever has been changed since.

    Raises SealError without a signature, and DocumentError; nothing is then kept.
    """
    if not ink:
        raise SealError(_("Der er ingen underskrift endnu. Skriv under, før dokumentet bliver forseglet."))
    facts = facts_of(desk, document) if shown is None else shown
    info = facts.record.case.info
    pdf = drawn(document, facts, ink)
    sealed = sealing.seal(workspace, pdf, when=when, adviser=info.adviser, organisation=info.organisation)
    if document == AGREEMENT:
        _keep_annex(workspace, desk, facts, when)
    title = title_of(document, facts.record.case)
    rates = () if is_letter(document) or is_consent_paper(document) else figures_of(facts.overview)
    kept = workspace.save_document(desk.case_id, kind=document, title=title, pdf=sealed, sealed=True, rates=rates)
    name = file_name(document, desk.case_id, desk.today)
    return Signed(id=kept, title=title, file_name=name, pdf=sealed, document=document)


def _keep_annex(workspace: Workspace, desk: Desk, facts: Facts, when: datetime) -> None:
    """The premises as they stood when the agreement was made, sealed: a paper of the tenant's, apart from the other."""
    info = facts.record.case.info
    pdf = catalogue.make(ANNEX, facts.record, facts.overview, on=facts.on)
    sealed = sealing.seal(workspace, pdf, when=when, adviser=info.adviser, organisation=info.organisation)
    title = translated(catalogue.DOCUMENTS)[ANNEX].title
    workspace.save_document(desk.case_id, kind=ANNEX, title=title, pdf=sealed, sealed=True)


def figures_of(overview: Overview) -> tuple[RateOnPaper, ...]:
    """The figures of the law behind what a paper says, once each: to tell later whether it has gone stale. Those of a
    benefit that is not relevant stand on no paper."""
    relevant = (one for one in overview.assessments if one.verdict is not Verdict.NO)
    used = {(rate.name, rate.title): rate for one in relevant for rate in one.rates_used}
    return tuple(
        RateOnPaper(name=rate.name, title=rate.title, value=rate.value, start=rate.start, end=rate.end)
        for rate in used.values()
    )


@dataclass(frozen=True, kw_only=True)
class KeptPaper:
    """One sealed paper of a case, without its bytes."""

    id: int
    title: str
    made_on: date
    file_name: str
    signed: bool = True
    """False for the annex: nobody signs that."""
    kind: str = ""
    """Which paper it is (`documents.papers.catalogue`)."""


@dataclass
class Vault:
    """The papers of one open case: sign, list and read them. What the window holds instead of the whole store."""

    workspace: Workspace
    desk: Desk
    _kept: tuple[KeptPaper, ...] | None = field(default=None, init=False, repr=False)

    def sign(self, document: str, *, ink: Sequence[Ink], when: datetime, shown: Facts | None = None) -> Signed:
        """As `sign`."""
        signed = sign(self.workspace, self.desk, document, ink=ink, when=when, shown=shown)
        self._kept = None
        return signed

    def wants_pin(self) -> bool:
        """Whether the key of the seal lies on a card whose PIN has to be asked for first."""
        return token_seals.pin_wanted(self.workspace)

    def give_pin(self, pin: str, at: datetime) -> None:
        """The PIN, tried once on the card at a moment (aware). Raises SealError and WrongKeyError."""
        token_seals.give_pin(self.workspace, pin, at=at)

    def fetch_times(self) -> Stamped:
        """Time stamps for the papers that have none, where the organisation has chosen a server."""
        return fetch(self.workspace, self.desk.case_id)

    def papers(self) -> tuple[KeptPaper, ...]:
        """The signed papers of the case, the oldest first. Cheap: asked on every keystroke."""
        if self._kept is None:
            self._kept = tuple(
                KeptPaper(
                    id=kept.id,
                    title=kept.title,
                    made_on=kept.made_on,
                    file_name=file_name(kept.kind, self.desk.case_id, kept.made_on),
                    signed=kept.kind != ANNEX,
                    kind=kept.kind,
                )
                for kept in self.workspace.documents(self.desk.case_id)
                if kept.sealed
            )
        return self._kept

    def keep_printed(self, name: str, title: str, pdf: bytes, facts: Facts) -> None:
        """Keep a paper that was printed or saved unsigned, with what its numbers mean. Raises StoreError."""
        rates = () if is_letter(name) or is_consent_paper(name) else figures_of(facts.overview)
        kept = printed.keep_printed(self.workspace, self.desk.case_id, name=name, title=title, pdf=pdf, rates=rates)
        if kept is not None and name == printed.SHEET:
            printed.keep_numbers(self.workspace, kept, facts.record, self.desk.library.chart, facts.on)

    def sheets(self) -> tuple[DocumentSummary, ...]:
        """The sheets with numbers that were printed, the newest first."""
        return printed.sheets(self.workspace, self.desk.case_id)

    def read(self, paper_id: int) -> bytes:
        """The bytes of a kept paper."""
        return self.workspace.document(paper_id)


def unsigned(desk: Desk, document: str) -> bytes:
    """The copy to sign with a pen. Raises DocumentError."""
    return letters.paper(document, desk.record, desk.overview, desk.library, desk.drafts)


def file_name(document: str, case_id: str, day: date) -> str:
    """`aftale_2026-0001_2026-11-20.pdf`: no name of a person in the name of a file, nor whom a letter is for."""
    return f"{split_letter(document)[0]}_{in_file_name(case_id)}_{day.isoformat()}.pdf"


def in_file_name(case_id: str) -> str:
    """The number of a case from a file may be anything: what could lead to another folder becomes a hyphen."""
    return re.sub(r"[^\w.-]+", "-", case_id)
