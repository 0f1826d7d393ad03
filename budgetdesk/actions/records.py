"""The record of a case as a paper, with the signed papers of the store in its list of what happened."""

from __future__ import annotations

from collections.abc import Iterable

from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.actions.signing import KeptPaper
from budgetdesk.actions.timelines import events_of
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.record_pdf import Period, record_name, record_pdf
from budgetdesk.i18n import SOURCE_LANGUAGE, speaking, translated


def record_paper(
    record: Record, overview: Overview, library: Library, papers: Iterable[KeptPaper], period: Period
) -> bytes:
    """The record for a period as PDF bytes. It stays with the tenant. Raises DocumentError."""
    overview = in_danish(record, overview, library)
    with speaking(SOURCE_LANGUAGE):
        return _drawn(record, overview, translated(library), papers, period)


def _drawn(record: Record, overview: Overview, library: Library, papers: Iterable[KeptPaper], period: Period) -> bytes:
    events = events_of(record.case, library, papers)
    return record_pdf(record.case, overview, on=overview.on, document=record_name(period), events=events)
