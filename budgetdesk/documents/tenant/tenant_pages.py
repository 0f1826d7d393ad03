"""Every tenant's page as plain values, by the name of its document: `tenant_page("budget", record, answers, on)`.

A builder says in plain values what the designed PDF of that name says, from the same words and the same functions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import Asked, TenantPage, Typed, numbered
from budgetdesk.documents.tenant.tenant_page_budget import budget_page
from budgetdesk.documents.tenant.tenant_page_home import budget_account_page, envelopes_page, shopping_page, year_page
from budgetdesk.documents.tenant.tenant_page_money import benefits_page, follow_up_page, rescue_page
from budgetdesk.documents.tenant.tenant_page_people import expectations_page, information_page, people_page
from budgetdesk.documents.tenant.tenant_page_steps import next_steps_page, tasks_page
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import _

Builder = Callable[[Asked], TenantPage]
BUILDERS: Mapping[str, Builder] = {
    "budget": budget_page,
    "naeste_skridt": next_steps_page,
    "opgaver": tasks_page,
    "kontaktpersoner": people_page,
    "ydelser": benefits_page,
    "forventninger": expectations_page,
    "oplysning": information_page,
    "opfoelgning": follow_up_page,
    "redning": rescue_page,
    "aaret": year_page,
    "kuverter": envelopes_page,
    "budgetkonto": budget_account_page,
    "indkoeb": shopping_page,
}
"""The documents that have a tenant's page. A builder leaves its lines unnumbered (`tenant_page.line`)."""


def tenant_page(name: str, record: Record, answers: Answers, on: date, *, typed: Typed = plain) -> TenantPage:
    """The page of a document, its lines numbered. The language is the one that is spoken now. `typed` is what becomes
    of each text that somebody typed.

    Raises DocumentError for a document that is no tenant's page.
    """
    builder = BUILDERS.get(name)
    if builder is None:
        told = _("“{name}” findes kun som almindelig PDF. Vælg et af: {known}.")
        raise DocumentError(told.format(name=name, known=", ".join(BUILDERS)))
    return numbered(builder(Asked(record, answers, on, typed)))
