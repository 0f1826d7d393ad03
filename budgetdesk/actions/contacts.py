"""Contact attempts: entered in a line or with one key, proposed by the method, changed and taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from budgetdesk.casework.contact_method import TENANT, NextTry, counted, next_try
from budgetdesk.casework.contact_words import Heard, hear
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.household.course import Contact, ContactPerson
from budgetdesk.household.words import ContactKind, ContactOutcome
from budgetdesk.i18n import N_, _
from budgetdesk.readers.contacts import load_contact_words, load_methods, load_sides

LIST, PEOPLE = "case.contacts", "case.contact_persons"
NOT_UNDERSTOOD = N_(
    "Skriv, hvordan du prøvede: ring, sms, mail, brev, postkort, besøg eller møde. Så fx “tog ikke telefonen”."
)


def proposed(case: Case, on: date) -> NextTry:
    """What to try next to reach the tenant, by the method of the case."""
    return next_try(case, load_methods(), on)


def understood(record: Record, text: str, on: date) -> Heard:
    """What one line says. Nothing is saved."""
    sides = {key: side.called for key, side in load_sides().items()}
    return hear(text, load_contact_words(), on=on, people=_called(record.case), sides=sides)


def note_line(record: Record, text: str, on: date) -> Record:
    """Put in what one line says. Somebody of a body that the case has no person of is put in as well, without a name.
    Raises BadInputError where it is not said how it was tried, or the day lies ahead."""
    heard = understood(record, text, on)
    if not heard.understood:
        raise BadInputError(_(NOT_UNDERSTOOD))
    contact = heard.contact
    if contact.on is not None and contact.on > on:
        raise BadInputError(_("Dagen ligger ude i fremtiden. Skriv det, der skal ske, efter et komma."))
    if heard.side:
        record, person = _person_of(record, heard.side)
        contact = replace(contact, with_whom=person)
    return put_in(record, contact)


def note_try(
    record: Record, kind: ContactKind, outcome: ContactOutcome | None, on: date, *, time: str = "", note: str = ""
) -> Record:
    """One key: the proposed try was made today, and this came of it; None: it was sent."""
    contact = Contact(id="", on=on, time=time, entered_on=on, kind=kind, outcome=outcome, note=note)
    return put_in(record, contact)


def put_in(record: Record, contact: Contact) -> Record:
    """Add a contact with an id of its own."""
    contact_id = paths.next_id(record.case.contacts, "k")
    return paths.add(record, LIST, replace(contact, id=contact_id))


def remove(record: Record, contact_id: str) -> Record:
    """Take a contact away, which undo brings back."""
    return paths.remove(record, f"{LIST}[{contact_id}]")


def newest_first(case: Case) -> Sequence[Contact]:
    """All contacts, with everybody, by the day on which they happened; the last entered first among equals."""
    numbered = list(enumerate(case.contacts))
    ordered = sorted(numbered, key=lambda pair: (pair[1].on or date.min, pair[1].time, pair[0]), reverse=True)
    return [one for _rest, one in ordered]


def whom(case: Case, contact: Contact) -> str:
    """With whom it was: a person's name and place; "" for the tenant."""
    if contact.with_whom == TENANT:
        return ""
    found = next((one for one in case.contact_persons if one.id == contact.with_whom), None)
    return person_name(found) if found is not None else _("en, der ikke er i sagen mere")


def person_name(person: ContactPerson) -> str:
    """`Mette Holm, Lærkely`; the organisation alone where nobody has a name."""
    return ", ".join(part for part in (person.name, person.organisation) if part) or _("uden navn endnu")


def _called(case: Case) -> Mapping[str, Sequence[str]]:
    """What each contact person may be called: the whole name, the first name, the organisation."""
    return {
        one.id: [text for text in (one.name, *one.name.split()[:1], one.organisation) if text.strip()]
        for one in case.contact_persons
    }


def _person_of(record: Record, side: str) -> tuple[Record, str]:
    """The first person of a body; made with what the case knows where there is none."""
    there = next((one for one in record.case.contact_persons if one.side == side), None)
    if there is not None:
        return record, there.id
    made = new_person(record.case, side)
    return paths.add(record, PEOPLE, made), made.id


def new_person(case: Case, side: str) -> ContactPerson:
    """Somebody of a body, with what the case already knows about it."""
    person = ContactPerson(id=paths.next_id(case.contact_persons, "kp"), side=side)
    tenancy = case.tenancy
    if side == "udlejer":
        return replace(
            person, organisation=tenancy.landlord, phone=tenancy.landlord_phone, email=tenancy.landlord_email
        )
    if side == "kommune" and tenancy.municipality:
        name = tenancy.municipality
        return replace(person, organisation=name if "ommune" in name else f"{name} Kommune")
    if side == "fogedret":
        return replace(person, organisation=case.arrears.court)
    return person


def counts(case: Case) -> str:
    """`6 forsøg, 2 gange fik I fat, 45 minutter`; "" before the first."""
    found = counted(case.contacts)
    if not found.tries and not found.minutes:
        return ""
    parts = [_("1 forsøg") if found.tries == 1 else _("{tries} forsøg").format(tries=found.tries)]
    if found.reached:
        parts.append(
            _("1 gang var der kontakt")
            if found.reached == 1
            else _("{reached} gange var der kontakt").format(reached=found.reached)
        )
    if found.minutes:
        parts.append(
            _("1 minut i alt") if found.minutes == 1 else _("{minutes} minutter i alt").format(minutes=found.minutes)
        )
    return f"{', '.join(parts)}."
