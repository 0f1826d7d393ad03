"""A paper of the case in the shape a tenant can use, and how hard it is to read. For window and command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from budgetdesk.actions import letters
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet.heard import listening
from budgetdesk.documents.tenant import variants
from budgetdesk.documents.tenant.variants import Variant
from budgetdesk.i18n import SOURCE_LANGUAGE, speaking
from budgetdesk.wording.readability import Reading


@dataclass(frozen=True)
class Shaped:
    """A paper as bytes, and how hard it is to read."""

    content: bytes
    reading: Reading


def shaped(
    document: str,
    shape: Variant,
    record: Record,
    overview: Overview,
    library: Library,
    drafts: Mapping[str, str] | None = None,
) -> Shaped:
    """A document in a shape, in Danish, with lines for pen signatures where the PDF has them.

    Raises DocumentError, also for a shape that the document cannot have; ConsentNeededError as `catalogue.make`.
    """
    danish = in_danish(record, overview, library)
    with speaking(SOURCE_LANGUAGE):
        if shape is not Variant.PDF:
            content = variants.variant(document, shape, record, danish, on=danish.on)
            return Shaped(content, reading(document, record, danish))
        with listening() as said:
            content = letters.paper(document, record, danish, library, drafts)
        return Shaped(content, reading(document, record, danish, said))


@speaking(SOURCE_LANGUAGE)
def reading(document: str, record: Record, danish: Overview, said: Sequence[str] = ()) -> Reading:
    """How hard a paper is to read in Danish. `said`: what was heard as it was drawn; without it a tenant's page says
    what it says in every shape. `danish`: as `overview.in_danish` gives it."""
    told = said or variants.all_words(document, record, danish, danish.on)
    return variants.reading(document, record, danish, danish.on, told)
