"""Every document by its name, for the window and for `budgetdesk pdf --document NAME`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.casework.leaving import SUMMARY, leaving, stopped
from budgetdesk.casework.letter_writing import WrittenLetter
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.answers import Answers, for_the_tenant, parties
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS, is_consent_paper
from budgetdesk.documents.papers.consent_catalogue import signers as consent_signers
from budgetdesk.documents.papers.consent_catalogue import split as split_consent
from budgetdesk.documents.papers.letter_catalogue import LETTERS, is_letter
from budgetdesk.documents.papers.letter_catalogue import signers as letter_signers
from budgetdesk.documents.papers.letter_catalogue import split as split_letter
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.errors import ConsentNeededError, DocumentError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.consents import refusal

BUDGET = "budget"
RECORD = "journal"
WITHOUT_CASE = frozenset({"kursus"})
"""Papers in which nothing of a case stands: they are made without one as well."""
Maker = Callable[..., bytes]


@dataclass(frozen=True)
class Document:
    """One kind of document: what it is called, and whether people sign it."""

    name: str
    title: str
    signed: bool
    load: Callable[[], Maker]
    """Imports the maker when it is first needed: ReportLab is slow to import."""


def _budget() -> Maker:
    from budgetdesk.documents.papers.budget_pdf import budget_pdf  # noqa: PLC0415

    return budget_pdf


def _budget_ark() -> Maker:
    from budgetdesk.documents.papers.budget_sheet_pdf import budget_sheet_pdf  # noqa: PLC0415

    return budget_sheet_pdf


def _aftale() -> Maker:
    from budgetdesk.documents.papers.agreement_pdf import agreement_pdf  # noqa: PLC0415

    return agreement_pdf


def _aftale_bilag() -> Maker:
    from budgetdesk.documents.papers.agreement_annex_pdf import agreement_annex_pdf  # noqa: PLC0415

    return agreement_annex_pdf


def _naeste_skridt() -> Maker:
    from budgetdesk.documents.papers.letters import next_steps_pdf  # noqa: PLC0415

    return next_steps_pdf


def _akut_opkald() -> Maker:
    from budgetdesk.documents.papers.letters import call_script_pdf  # noqa: PLC0415

    return call_script_pdf


def _brev_udlejer() -> Maker:
    from budgetdesk.documents.papers.letters import landlord_letter_pdf  # noqa: PLC0415

    return landlord_letter_pdf


def _ansoegning_81() -> Maker:
    from budgetdesk.documents.papers.application_pdf import application_81_pdf  # noqa: PLC0415

    return application_81_pdf


def _gaeldsoversigt() -> Maker:
    from budgetdesk.documents.papers.debts_pdf import debts_pdf  # noqa: PLC0415

    return debts_pdf


def _redning() -> Maker:
    from budgetdesk.documents.papers.rescue_pdf import rescue_pdf  # noqa: PLC0415

    return rescue_pdf


def _redning_udlejer() -> Maker:
    from budgetdesk.documents.papers.rescue_pdf import rescue_landlord_pdf  # noqa: PLC0415

    return rescue_landlord_pdf


def _ydelser() -> Maker:
    from budgetdesk.documents.papers.benefits_pdf import benefits_pdf  # noqa: PLC0415

    return benefits_pdf


def _beregninger() -> Maker:
    from budgetdesk.documents.papers.benefits_working_pdf import working_pdf  # noqa: PLC0415

    return working_pdf


def _application_helper() -> Maker:
    from budgetdesk.documents.papers.application_helper_pdf import application_helper_pdf  # noqa: PLC0415

    return application_helper_pdf


def _letter() -> Maker:
    from budgetdesk.documents.papers.letter_pdf import letter_pdf  # noqa: PLC0415

    return letter_pdf


def _opfoelgning() -> Maker:
    from budgetdesk.documents.papers.follow_up_pdf import follow_up_pdf  # noqa: PLC0415

    return follow_up_pdf


def _forventninger() -> Maker:
    from budgetdesk.documents.papers.expectations_pdf import expectations_pdf  # noqa: PLC0415

    return expectations_pdf


def _oplysning() -> Maker:
    from budgetdesk.documents.papers.expectations_pdf import information_pdf  # noqa: PLC0415

    return information_pdf


def _consent() -> Maker:
    from budgetdesk.documents.papers.consent_pdf import consent_pdf  # noqa: PLC0415

    return consent_pdf


def _sagsresume() -> Maker:
    from budgetdesk.documents.papers.summary_pdf import summary_pdf  # noqa: PLC0415

    return summary_pdf


def _opgaver() -> Maker:
    from budgetdesk.documents.papers.tasks_pdf import tasks_pdf  # noqa: PLC0415

    return tasks_pdf


def _journal() -> Maker:
    from budgetdesk.documents.papers.record_pdf import record_pdf  # noqa: PLC0415

    return record_pdf


def _kontaktpersoner() -> Maker:
    from budgetdesk.documents.papers.people_pdf import people_pdf  # noqa: PLC0415

    return people_pdf


def _aaret() -> Maker:
    from budgetdesk.documents.papers.year_pdf import year_pdf  # noqa: PLC0415

    return year_pdf


def _kuverter() -> Maker:
    from budgetdesk.documents.papers.envelopes_pdf import envelopes_pdf  # noqa: PLC0415

    return envelopes_pdf


def _budgetkonto() -> Maker:
    from budgetdesk.documents.papers.budget_account_pdf import budget_account_pdf  # noqa: PLC0415

    return budget_account_pdf


def _indkoeb() -> Maker:
    from budgetdesk.documents.papers.shopping_pdf import shopping_pdf  # noqa: PLC0415

    return shopping_pdf


def _udlejer_ark() -> Maker:
    from budgetdesk.documents.papers.landlord_sheet_pdf import landlord_sheet_pdf  # noqa: PLC0415

    return landlord_sheet_pdf


def _kursus() -> Maker:
    from budgetdesk.documents.papers.course_pdf import course_pdf  # noqa: PLC0415

    return course_pdf


def _helper_for(benefit: str) -> Maker:
    from budgetdesk.documents.papers.application_helper_pdf import one_benefit  # noqa: PLC0415

    return one_benefit(benefit)


DOCUMENTS: Mapping[str, Document] = {
    document.name: document
    for document in (
        Document(BUDGET, N_("Budget"), True, _budget),
        Document("budget_ark", N_("Budget til at skrive i"), False, _budget_ark),
        Document("aaret", N_("Dit år, måned for måned"), False, _aaret),
        Document("kuverter", N_("Fire kuverter, en til hver uge"), False, _kuverter),
        Document("budgetkonto", N_("Din budgetkonto"), False, _budgetkonto),
        Document("indkoeb", N_("Mad og indkøb i en uge"), False, _indkoeb),
        Document("aftale", N_("Aftale om afdrag"), True, _aftale),
        Document("aftale_bilag", N_("Bilag til aftalen: kan den holde?"), False, _aftale_bilag),
        Document("opfoelgning", N_("Sådan går det med aftalen"), False, _opfoelgning),
        Document("naeste_skridt", N_("Næste skridt"), True, _naeste_skridt),
        Document("opgaver", N_("Det gør du, det gør jeg"), False, _opgaver),
        Document("kontaktpersoner", N_("Hvem kan du ringe til?"), False, _kontaktpersoner),
        Document("akut_opkald", N_("Opkald til udlejer"), False, _akut_opkald),
        Document("brev_udlejer", N_("Brev til udlejer"), True, _brev_udlejer),
        Document("ansoegning_81", N_("Ansøgning efter §§ 81 og 81 a"), True, _ansoegning_81),
        Document("redning", N_("Redningstidslinje"), False, _redning),
        Document("redning_udlejer", N_("Redningstidslinje til udlejer"), False, _redning_udlejer),
        Document("udlejer_ark", N_("Restance og aftale, til udlejer"), False, _udlejer_ark),
        Document("ydelser", N_("Ydelser"), False, _ydelser),
        Document("gaeldsoversigt", N_("Gældsoversigt"), False, _gaeldsoversigt),
        Document("ansoegning_hjaelp", N_("Hjælp til ansøgningerne"), False, _application_helper),
        Document("beregninger", N_("Ydelser: sådan er det regnet"), False, _beregninger),
        Document("forventninger", N_("Sådan arbejder vi sammen"), False, _forventninger),
        Document("oplysning", N_("Det skriver vi op om dig"), False, _oplysning),
        Document("kursus", N_("Styr på pengene, hæfte til et kursus"), False, _kursus),
        Document(RECORD, N_("Journal"), False, _journal),
    )
}
"""In the order in which they are offered."""


HELPER = "ansoegning_hjaelp_"
"""Before the name of a benefit: the helper for that one alone, such as `ansoegning_hjaelp_boligstoette`."""


def document(name: str) -> Document:
    """The document of a name; a letter that goes with repayment also with its recipient. Raises DocumentError."""
    if name in DOCUMENTS:
        return translated(DOCUMENTS)[name]
    if _is_record(name):
        return translated(DOCUMENTS)[RECORD]
    if is_letter(name):
        return Document(name, translated(LETTERS)[split_letter(name)[0]].title, True, _letter)
    if is_consent_paper(name):
        short = split_consent(name)[0]
        paper = translated(CONSENT_PAPERS)[short]
        return Document(name, paper.title, paper.signed, _sagsresume if short == SUMMARY else _consent)
    benefit = name.removeprefix(HELPER)
    if name.startswith(HELPER) and benefit in {one.name for one in CATALOGUE}:
        return Document(name, _("Hjælp til ansøgningen"), False, partial(_helper_for, benefit))
    known = ", ".join((*DOCUMENTS, *LETTERS, *CONSENT_PAPERS))
    raise DocumentError(_("Dokumentet “{name}” findes ikke. Vælg et af: {known}.").format(name=name, known=known))


def _is_record(name: str) -> bool:
    """The record, whole or for a period (`journal:2026-01-01..2026-06-30`)."""
    return name.partition(":")[0] == RECORD


_LETTERS = frozenset({"brev_udlejer", "ansoegning_81"})


def signers(name: str, case: Case) -> tuple[Party, ...]:
    """Who signs a document at the desk: a letter the tenant (or the guardian), the others the adviser too."""
    if is_letter(name):
        return letter_signers(name, case)
    if is_consent_paper(name):
        return consent_signers(case)
    if name in _LETTERS:
        return tuple(for_the_tenant(case))
    return tuple(parties(case, only_lease=name == "aftale"))


def let_out(name: str, case: Case, on: date, *, letter: WrittenLetter | None = None) -> None:
    """The one gate: every paper passes here before it is drawn. Raises ConsentNeededError, naming what it tells."""
    decision = stopped(leaving(name, case, on, letter=letter), case, on)
    if decision is not None:
        raise ConsentNeededError(refusal(decision))


def make(
    name: str,
    record: Record,
    overview: Answers,
    *,
    on: date,
    ink: Sequence[Ink] = (),
    letter: WrittenLetter | None = None,
) -> bytes:
    """One document as PDF bytes; without `ink` it is the copy to sign with a pen. `letter`: the text of a letter that
    goes with repayment (`actions.letters.written`).

    Raises DocumentError; ConsentNeededError where the paper goes to somebody and tells more than is agreed, and is not
    the tenant's own word (`casework.leaving`): nothing is then drawn.
    """
    let_out(name, record.case, on, letter=letter)
    maker = document(name).load()
    if is_consent_paper(name) or _is_record(name):
        return maker(record.case, overview, on=on, ink=ink, document=name)
    if is_letter(name):
        return maker(record.case, overview, on=on, ink=ink, letter=letter)
    if name == BUDGET:
        return maker(record.case, overview, on=on, ink=ink, spending=record.spending)
    return maker(record.case, overview, on=on, ink=ink)
