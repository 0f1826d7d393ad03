"""A tenant's page in Danish and in the tenant's language: printed only when somebody who speaks it has read it."""

from __future__ import annotations

from budgetdesk.actions import translations
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish, look
from budgetdesk.actions.translations import Settings, Status
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, PAGES
from budgetdesk.errors import DocumentError, TranslationNotReadError
from budgetdesk.i18n import _, ngettext, speaking, translated

UNREAD = "IKKE LÆST AF EN, DER TALER SPROGET"
"""Across a page that is to look at only."""


def offered(document: str) -> bool:
    """Whether a document is a tenant's page that can be had in two languages."""
    return document in PAGES


def why_not(settings: Settings | None, document: str, language: str) -> str:
    """Why the page may not be printed in a language yet, and who can help; "" where it may. Raises DocumentError for
    a document or a language that is not offered."""
    _known(document, language)
    left = [one for one in translations.of_page(settings, language, document) if one.status is not Status.APPROVED]
    if not left:
        return ""
    title = catalogue.document(document).title
    return ngettext(
        "“{title}” kan ikke trykkes på {language} endnu: {count} tekst er ikke læst af en, der taler sproget. "
        "Bed en tolk eller en kollega om at læse og godkende den under Data, Oversættelser.",
        "“{title}” kan ikke trykkes på {language} endnu: {count} tekster er ikke læst af en, der taler sproget. "
        "Bed en tolk eller en kollega om at læse og godkende dem under Data, Oversættelser.",
        len(left),
    ).format(title=title, language=translated(LANGUAGES)[language].lower(), count=len(left))


def paper(
    settings: Settings | None, document: str, language: str, record: Record, overview: Overview, library: Library
) -> bytes:
    """The page side by side as PDF. Raises TranslationNotReadError while a text of it is not approved."""
    refused = why_not(settings, document, language)
    if refused:
        raise TranslationNotReadError(refused)
    return _made(settings, document, language, record, overview, library, unread="")


def to_look_at(
    settings: Settings | None, document: str, language: str, record: Record, overview: Overview, library: Library
) -> bytes:
    """As `paper`, with a mark across every page while it is not approved: to be seen, not handed out."""
    unread = UNREAD if why_not(settings, document, language) else ""
    return _made(settings, document, language, record, overview, library, unread=unread)


def _made(
    settings: Settings | None,
    document: str,
    language: str,
    record: Record,
    overview: Overview,
    library: Library,
    *,
    unread: str,
) -> bytes:
    from budgetdesk.documents.tenant.in_two_languages import two_languages  # noqa: PLC0415 - ReportLab is slow to import

    said = in_danish(record, overview, library)
    catalogue.let_out(document, record.case, overview.on)
    words = translations.words(settings, language)
    with speaking(language, words):
        there = look(record, overview.on, library)
    return two_languages(
        document, record, said, on=overview.on, language=language, words=words, there=there, unread=unread
    )


def _known(document: str, language: str) -> None:
    if document not in PAGES:
        known = ", ".join(PAGES)
        raise DocumentError(
            _("“{document}” findes kun på dansk. På to sprog findes: {known}.").format(document=document, known=known)
        )
    if language not in LANGUAGES:
        codes = ", ".join(f"{code} ({name.lower()})" for code, name in translated(LANGUAGES).items())
        raise DocumentError(
            _("Siderne findes ikke på “{language}”. Vælg et af: {codes}.").format(language=language, codes=codes)
        )
