"""Where the fact behind a field of a letter is entered, so that a gap can be a link to its field."""

from __future__ import annotations

from budgetdesk.casework.letter_recipients import Recipient

_OF_CASE = {
    "address": "case.tenancy.address",
    "landlord": "case.tenancy.landlord",
    "adviser": "case.info.adviser",
    "organisation": "case.info.organisation",
    "rent": "case.tenancy.rent_per_month",
    "rows": "case.arrears.rows",
    "waiting": "case.applications",
    "plan": "case.agreement",
    "court_meeting": "case.arrears.court_meeting",
    "own_banks": "case.bank",
    "income": "case.income",
}
_OF_SENDER = {"sender": "name", "phone": "phone"}
_OF_DEBT = {
    "creditor": "creditor",
    "instalment": "instalment",
    "due_since": "due_since",
    "limited_on": "limitation_date",
    "reminders": "reminders",
    "reminder_fees": "reminder_fees",
    "collection_fees": "collection_fees",
    "late_rate": "late_rate",
    "late_from": "late_from",
}


def path_of(name: str, to: Recipient) -> str:
    """The path on Record of the fact behind a field; "" where it is nobody's fact, such as what is offered."""
    if name in _OF_SENDER:
        return f"case.persons[{to.senders[0].id}].{_OF_SENDER[name]}" if to.senders else "case.persons"
    if name in _OF_DEBT:
        return f"case.debts[{to.debt.id}].{_OF_DEBT[name]}" if to.debt else ""
    if name == "opponent":
        return f"case.debts[{to.debt.id}].creditor" if to.debt else "case.tenancy.landlord"
    if name == "court_meeting" and to.debt is not None:
        return ""  # only the meeting about the home has a field
    of_recipient = {
        "recipient": to.name_path,
        "address_of_recipient": to.address_path,
        "reference": to.reference_path,
    }
    return of_recipient.get(name) or _OF_CASE.get(name, "")
