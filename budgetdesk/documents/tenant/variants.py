"""The other shapes of a tenant's page, and how hard a paper is to read.

A paper in another shape passes the same gate as the paper itself (`documents.papers.catalogue.let_out`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.tenant.tenant_page import Edge, TenantPage
from budgetdesk.wording.readability import Reading, lix, prose

_NAME = "Ord"
"""Stands for each text that somebody typed, where only our own words count."""


class Variant(StrEnum):
    """In which shape a tenant gets a page."""

    PDF = "pdf"
    LARGE = "large"
    HTML = "html"
    TEXT = "text"


SUFFIX = {Variant.PDF: ".pdf", Variant.LARGE: "-stor.pdf", Variant.HTML: ".html", Variant.TEXT: ".txt"}
"""What the file of a shape ends with."""


def has_variants(name: str) -> bool:
    """Whether a document is a tenant's page, so that it can be had in other shapes."""
    from budgetdesk.documents.tenant.tenant_pages import BUILDERS  # noqa: PLC0415 - it imports the makers of the papers

    return name in BUILDERS


def variant(name: str, shape: Variant, record: Record, answers: Answers, *, on: date) -> bytes:
    """A tenant's page in a shape that is not the designed PDF: another PDF, or UTF-8. In the language that is spoken.

    Raises DocumentError for a document that is no tenant's page.
    """
    from budgetdesk.documents.tenant.html_twin import html_twin  # noqa: PLC0415
    from budgetdesk.documents.tenant.large_print import large_print_pdf  # noqa: PLC0415
    from budgetdesk.documents.tenant.tenant_pages import tenant_page  # noqa: PLC0415
    from budgetdesk.documents.tenant.text_twin import text_twin  # noqa: PLC0415

    if shape is Variant.PDF:
        return catalogue.make(name, record, answers, on=on)
    catalogue.let_out(name, record.case, on)
    page, info = tenant_page(name, record, answers, on), record.case.info
    edge = Edge(on, info.organisation.strip(), info.number, signed=catalogue.document(name).signed)
    if shape is Variant.LARGE:
        return large_print_pdf(page, record.case, edge)
    return (html_twin if shape is Variant.HTML else text_twin)(page, edge).encode()


def reading(name: str, record: Record, answers: Answers, on: date, said: Iterable[str]) -> Reading:
    """How hard a paper is to read. `said`: what was heard as it was drawn (`documents.sheet.heard`). Of a tenant's page
    our own words are also told alone."""
    own = lix(prose(own_words(name, record, answers, on))) if has_variants(name) else None
    return Reading(lix(prose(said)), own)


def all_words(name: str, record: Record, answers: Answers, on: date) -> list[str]:
    """What a tenant's page says, a text at a time."""
    from budgetdesk.documents.tenant.tenant_pages import tenant_page  # noqa: PLC0415

    return texts_of(tenant_page(name, record, answers, on))


def own_words(name: str, record: Record, answers: Answers, on: date) -> list[str]:
    """What a tenant's page says without what anybody typed."""
    from budgetdesk.documents.tenant.tenant_pages import tenant_page  # noqa: PLC0415

    return texts_of(tenant_page(name, record, answers, on, typed=lambda text: _NAME if text.strip() else ""))


def texts_of(page: TenantPage) -> list[str]:
    """All that a page says, a text at a time."""
    said = [page.title, page.lead]
    for part in page.parts:
        said += [part.heading, *(text for one in part.lines for text in (one.text, one.note, one.by))]
    return [*said, *([page.call.heading, *page.call.lines] if page.call else [])]
