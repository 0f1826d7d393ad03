"""What the landlord may be told beyond what the landlord knows already: only with the tenant's consent in force.

Agreements on arrears may be shared with the housing administration; the tenant's economy may not (BL & Finansrådet,
Guidelines for økonomisk rådgivning). Even with consent only *that* help has been applied for, and when the answer
usually comes: neither which help nor an amount.
"""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.rescue import Rescue
from budgetdesk.casework.rescue_lines import State
from budgetdesk.household.case import Case, Consent

LANDLORD = "udlejer"


def landlord_may_know(case: Case, on: date) -> bool:
    """Whether a consent to share with the landlord is in force on a day."""
    return any(_in_force(one, on) and _is_landlord(one.recipient, case) for one in case.conversation.consents)


def answer_expected(case: Case, rescue: Rescue, on: date) -> date | None:
    """The day on which the last answer to what was applied for usually comes; None without consent, or where nothing
    has been applied for."""
    if not landlord_may_know(case, on):
        return None
    waiting = [line.last for line in rescue.lines if line.state is State.ASKED and line.last is not None]
    return max(waiting, default=None)


def _in_force(consent: Consent, on: date) -> bool:
    begun = consent.given is not None and consent.given <= on
    ended = consent.until is not None and consent.until < on
    withdrawn = consent.withdrawn is not None and consent.withdrawn <= on
    return begun and not ended and not withdrawn


def _is_landlord(recipient: str, case: Case) -> bool:
    named, landlord = recipient.strip().casefold(), case.tenancy.landlord.strip().casefold()
    return bool(named) and (LANDLORD in named or (bool(landlord) and (named in landlord or landlord in named)))
