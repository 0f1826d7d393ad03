"""Papers in which nothing of a case stands: made without one, for a course or a desk in the hall."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import look
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

COURSE = "kursus"


def handout(name: str, day: date, library: Library) -> bytes:
    """The paper as PDF; only the organisation's own name and number stand in it. Raises DocumentError for a paper
    that is made from a case."""
    if name not in catalogue.WITHOUT_CASE:
        raise DocumentError(
            _("Papiret “{title}” bliver lavet af en sag. Åbn sagen først.").format(title=catalogue.document(name).title)
        )
    nobody = Record()
    return catalogue.make(name, nobody, look(nobody, day, library), on=day)
