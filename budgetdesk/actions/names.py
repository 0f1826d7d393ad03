"""What the program's own words are called: lines of the chart, words of the categories, titles of benefits."""

from __future__ import annotations

from functools import cache

from budgetdesk.actions.library import Library
from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.readers.categories import load_categories
from budgetdesk.wording.note_words import Names


def names_of(library: Library) -> Names:
    """For sentences about a case."""
    return Names(chart=library.chart, categories=load_categories().lists, benefits=_benefits())


@cache
def _benefits() -> dict[str, str]:
    return {one.name: one.title for one in CATALOGUE}
