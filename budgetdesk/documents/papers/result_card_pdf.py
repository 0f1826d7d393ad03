"""*Resultatkort*: one course on one page for those who pay for the work. Categories and rounded figures. Not signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, facts, section, steps, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.errors import DocumentError
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.result_card import ResultCard
from budgetdesk.wording import result_card as words

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import _, translated


def result_card_pdf(card: ResultCard, categories: Categories, *, on: date, organisation: str = "") -> bytes:
    """The card as PDF bytes; a draft where the tenant has not been asked. Raises DocumentError where the tenant has
    said no."""
    if card.may_be_given is False:
        raise DocumentError(_(words.SAID_NO))
    said = texts.load("resultatkort")

    def story() -> list[Any]:
        parts: list[Any] = [text(said["title"], page.H1), text(said["lead"], page.LEAD)]
        if card.may_be_given is None:
            parts.append(box(text(rich(_(words.NO_YES)))))
        for heading, lines in words.sections(card, categories):
            parts += section(heading, facts(lines, names=62 * mm))
        return [*parts, *section(said["left_out"], steps([rich(one) for one in translated(words.LEFT_OUT)], mark="•"))]

    return page.build(story, page.Head(title=said["title"], on=on, organisation=organisation))
