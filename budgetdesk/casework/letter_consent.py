"""Whether a letter may tell about the household's economy: a consent for this purpose and this recipient, valid on the
day. Without one the letter leaves the economy out.

Law: databeskyttelsesforordningen art. 4(11) and 7: for each purpose and each recipient, and taken back at any time.
"""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.consents import LIST, MONTHS, ORAL, WRITTEN, in_force, months_on, same_name
from budgetdesk.casework.record import Record
from budgetdesk.casework.sharing import party_named
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.words import ConsentKind, ShareTopic

__all__ = ["LIST", "ORAL", "WRITTEN", "consent_for", "valid", "with_consent"]


def consent_for(case: Case, purpose: str, recipient: str, on: date) -> Consent | None:
    """The consent that covers the purpose and the recipient on the day, both included; None where there is none. One
    that names its pieces has to name the economy."""
    fitting = (one for one in case.conversation.consents if _fits(one, purpose, recipient))
    return next((one for one in fitting if valid(one, on)), None)


def valid(consent: Consent, on: date) -> bool:
    """Given, not run out and not taken back on the day. One that is taken back is not valid from that day on."""
    return in_force(consent, on)


def with_consent(
    record: Record, purpose: str, recipient: str, *, on: date, how: str, months: int = MONTHS, heard_by: str = ""
) -> Record:
    """The record with the tenant's consent noted, valid for a year unless the policy says otherwise."""
    consents = record.case.conversation.consents
    given = Consent(
        id=paths.next_id(consents, "s"),
        purpose=purpose,
        recipient=recipient,
        given=on,
        until=months_on(on, months),
        how=how,
        party=party_named(recipient, record.case),
        covers=(ShareTopic.ECONOMY,),
        heard_by=heard_by if how == ORAL else "",
    )
    return paths.add(record, LIST, given)


def _fits(consent: Consent, purpose: str, recipient: str) -> bool:
    told = consent.kind is ConsentKind.SAMTYKKE and (not consent.covers or ShareTopic.ECONOMY in consent.covers)
    return told and same_name(consent.purpose, purpose) and same_name(consent.recipient, recipient)
