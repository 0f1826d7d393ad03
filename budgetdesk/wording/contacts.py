"""Sentences about contact: what was tried, what came of it, and what to try next."""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.contact_method import NextTry, TryState
from budgetdesk.formats import weekday
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative
from budgetdesk.wording.days import days_until, near_day

KINDS = {
    ContactKind.PHONE: "Telefon",
    ContactKind.SMS: "Sms",
    ContactKind.EMAIL: "Mail",
    ContactKind.LETTER: "Brev",
    ContactKind.POSTCARD: "Postkort",
    ContactKind.VISIT: "Besøg",
    ContactKind.MEETING: "Møde",
    ContactKind.OTHER: "Andet",
}
OUTCOMES = {
    ContactOutcome.REACHED: "fik fat",
    ContactOutcome.NO_ANSWER: "tog den ikke",
    ContactOutcome.MESSAGE_LEFT: "besked lagt",
    ContactOutcome.NOT_HOME: "ikke hjemme",
    ContactOutcome.RETURNED: "kom retur",
    ContactOutcome.DECLINED: "siger nej tak",
}
_FACE_TO_FACE = {
    (ContactKind.MEETING, ContactOutcome.REACHED): "mødtes",
    (ContactKind.MEETING, ContactOutcome.NOT_HOME): "kom ikke",
    (ContactKind.VISIT, ContactOutcome.REACHED): "traf hinanden",
}
INITIATIVES = {Initiative.US: "Os", Initiative.TENANT: "Lejeren", Initiative.OTHER: "En anden"}
_WRITTEN = (ContactKind.SMS, ContactKind.EMAIL, ContactKind.LETTER, ContactKind.POSTCARD)
_DO = {
    ContactKind.PHONE: "Ring til {who}",
    ContactKind.SMS: "Skriv en sms til {who}",
    ContactKind.EMAIL: "Skriv en mail til {who}",
    ContactKind.LETTER: "Send et brev til {who}",
    ContactKind.POSTCARD: "Send et postkort til {who}",
    ContactKind.VISIT: "Besøg {who}",
    ContactKind.MEETING: "Mød {who}",
    ContactKind.OTHER: "Prøv {who} igen",
}


def title(contact: Contact, on: date, whom: str = "") -> str:
    """`Telefon, 18. november kl. 10.15`, with whom where it was not the tenant."""
    what = KINDS[contact.kind] if contact.kind else "Kontakt"
    named = f"{what} med {whom}" if whom else what
    parts = [named]
    if contact.on is not None:
        parts.append(f"{weekday(contact.on)} den {past_day(contact.on, on)}{at(contact.time)}")
    return ", ".join(parts)


def told(contact: Contact, on: date) -> str:
    """`Tog den ikke. 12 minutter. Næste: prøv igen torsdag kl. 17`."""
    parts = [outcome(contact)]
    if contact.initiative is Initiative.TENANT:
        parts.append("Lejeren tog selv kontakt")
    if contact.minutes:
        parts.append(f"{contact.minutes} minutter" if contact.minutes != 1 else "1 minut")
    if contact.note:
        parts.append(contact.note)
    parts += [following(contact, on), entered_later(contact)]
    return " · ".join(part for part in parts if part)


def outcome(contact: Contact) -> str:
    """What came of it; a text or letter without an answer is sent."""
    if contact.outcome is not None:
        met = _FACE_TO_FACE.get((contact.kind, contact.outcome)) if contact.kind is not None else None
        said = met or OUTCOMES[contact.outcome]
        return f"{said[:1].upper()}{said[1:]}"
    return "Sendt" if contact.kind in _WRITTEN else "Ikke skrevet, hvad der kom ud af det"


def following(contact: Contact, on: date) -> str:
    """`Næste: torsdag den 26. november kl. 17.00`; its own words where no day was named."""
    if contact.next_on is None:
        return f"Næste: {contact.next_step[:1].lower()}{contact.next_step[1:]}" if contact.next_step else ""
    how = f"{KINDS[contact.next_kind].lower()} " if contact.next_kind else ""
    return f"Næste: {how}{weekday(contact.next_on)} den {near_day(contact.next_on, on)}{at(contact.next_time)}"


def heard(contact: Contact, on: date, whom: str = "") -> str:
    """What quick entry understood, in one line; "" where it understood nothing."""
    if contact.kind is None:
        return ""
    parts = [title(contact, on, whom), told(contact, on)]
    return " · ".join(part for part in parts if part)


def entered_later(contact: Contact) -> str:
    """`Skrevet ind den 20. november`, where that is another day than that of the event."""
    if contact.on is None or contact.entered_on is None or contact.entered_on <= contact.on:
        return ""
    return f"Skrevet ind den {past_day(contact.entered_on, contact.on)}"


def headline(proposed: NextTry, who: str, on: date) -> str:
    """The one thing to do: `Ring til Nadia i dag kl. 17.00`."""
    if proposed.state is TryState.REACHED:
        return f"Der er kontakt med {who}"
    if proposed.state is TryState.DECLINED:
        return f"{who[:1].upper()}{who[1:]} har sagt nej tak"
    if proposed.state is TryState.USED_UP:
        return "Alle metodens forsøg er brugt"
    do = _DO[proposed.kind or ContactKind.OTHER].format(who=who)
    if proposed.on is not None and proposed.on < on:
        return f"{do}: det var aftalt til {when(proposed, on)}"
    return f"{do} {when(proposed, on)}"


def when(proposed: NextTry, on: date) -> str:
    """`i dag kl. 17.00`, `torsdag den 26. november`."""
    if proposed.on is None:
        return ""
    days = (proposed.on - on).days
    said = days_until(days) if -1 <= days <= 1 else f"{weekday(proposed.on)} den {near_day(proposed.on, on)}"
    return f"{said}{at(proposed.time)}"


def reason(proposed: NextTry, on: date) -> str:
    """Why that, and why then."""
    parts = []
    if proposed.state is TryState.TRY:
        parts.append(f"Forsøg {proposed.number} af {proposed.of}.")
    if proposed.state is TryState.AGREED and proposed.last is not None:
        said = proposed.last.next_step or "det blev skrevet sidste gang"
        parts.append(f"Aftalt eller noteret: {said[:1].lower()}{said[1:]}.".replace("..", "."))
    if proposed.last is not None and proposed.last.on is not None and proposed.state is not TryState.AGREED:
        what = KINDS[proposed.last.kind].lower() if proposed.last.kind else "kontakt"
        parts.append(f"Sidst: {what} {past_day(proposed.last.on, on)}, {outcome(proposed.last).lower()}.")
    if proposed.check_address:
        parts.append("Det kom retur: se nummer og adresse efter.")
    if proposed.pressed:
        parts.append("Dagen er rykket frem til den sidste dag at betale.")
    if proposed.state is TryState.DECLINED:
        parts.append("Rådgivningen er frivillig. Tilbuddet står åbent.")
    if proposed.state is TryState.REACHED:
        parts.append("Aftal næste møde, mens I taler sammen.")
    return " ".join(parts)


def sources(proposed: NextTry) -> str:
    """Where the order is from, and where the numbers are."""
    method = proposed.method
    said = f"Metode: {method.title.lower()}. Kilde: {method.source}."
    return f"{said} {method.numbers}." if method.numbers else said


def past_day(value: date, on: date) -> str:
    """`18. november`; with its year where that is not this one's."""
    return near_day(value, value) if value.year == on.year else near_day(value, date(1900, 1, 1))


def at(time: str) -> str:
    """` kl. 17.00`; "" without a time."""
    return f" kl. {time}" if time else ""
