"""Whether a letter may tell about the household's economy: a consent for this purpose and this recipient, valid on the
day. Without one the letter leaves the economy out.

Law: databeskyttelsesforordningen art. 4(11) and 7: for each purpose and each recipient, and taken back at any time.
"""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Consent

LIST = "case.conversation.consents"
ORAL, WRITTEN = "mundtligt", "skriftligt"


def consent_for(case: Case, purpose: str, recipient: str, on: date) -> Consent | None:
    """The consent that covers the purpose and the recipient on the day, both included; None where there is none."""
    if not _same(recipient):
        return None
    fitting = (one for one in case.conversation.consents if _fits(one, purpose, recipient))
    return next((one for one in fitting if valid(one, on)), None)


def valid(consent: Consent, on: date) -> bool:
    """Given, not run out and not taken back on the day. One that is taken back is not valid from that day on."""
    if consent.given is None or consent.given > on:
        return False
    if consent.withdrawn is not None and consent.withdrawn <= on:
        return False
    return consent.until is None or consent.until >= on


def with_consent(record: Record, purpose: str, recipient: str, *, on: date, how: str) -> Record:
    """The record with the tenant's consent noted, valid for a year."""
    consents = record.case.conversation.consents
    given = Consent(
        id=paths.next_id(consents, "s"), purpose=purpose, recipient=recipient, given=on, until=_a_year(on), how=how
    )
    return paths.add(record, LIST, given)


def _fits(consent: Consent, purpose: str, recipient: str) -> bool:
    return _same(consent.purpose) == _same(purpose) and _same(consent.recipient) == _same(recipient)


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _a_year(on: date) -> date:
    try:
        return on.replace(year=on.year + 1)
    except ValueError:  # 29 February
        return on.replace(year=on.year + 1, day=28)
