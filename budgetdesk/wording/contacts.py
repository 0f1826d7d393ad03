"""Sentences about contact: what was tried, what came of it, and what to try next."""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.contact_method import NextTry, TryState
from budgetdesk.formats import weekday
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.days import days_until, near_day

KINDS = {
    ContactKind.PHONE: N_("Telefon"),
    ContactKind.SMS: N_("Sms"),
    ContactKind.EMAIL: N_("Mail"),
    ContactKind.LETTER: N_("Brev"),
    ContactKind.POSTCARD: N_("Postkort"),
    ContactKind.VISIT: N_("Besøg"),
    ContactKind.MEETING: N_("Møde"),
    ContactKind.OTHER: N_("Andet"),
}
OUTCOMES = {
    ContactOutcome.REACHED: N_("fik fat"),
    ContactOutcome.NO_ANSWER: N_("tog den ikke"),
    ContactOutcome.MESSAGE_LEFT: N_("besked lagt"),
    ContactOutcome.NOT_HOME: N_("ikke hjemme"),
    ContactOutcome.RETURNED: N_("kom retur"),
    ContactOutcome.DECLINED: N_("siger nej tak"),
}
_FACE_TO_FACE = {
    (ContactKind.MEETING, ContactOutcome.REACHED): N_("mødtes"),
    (ContactKind.MEETING, ContactOutcome.NOT_HOME): N_("kom ikke"),
    (ContactKind.VISIT, ContactOutcome.REACHED): N_("traf hinanden"),
}
INITIATIVES = {Initiative.US: N_("Os"), Initiative.TENANT: N_("Lejeren"), Initiative.OTHER: N_("En anden")}
_WRITTEN = (ContactKind.SMS, ContactKind.EMAIL, ContactKind.LETTER, ContactKind.POSTCARD)
_DO = {
    ContactKind.PHONE: N_("Ring til {who}"),
    ContactKind.SMS: N_("Skriv en sms til {who}"),
    ContactKind.EMAIL: N_("Skriv en mail til {who}"),
    ContactKind.LETTER: N_("Send et brev til {who}"),
    ContactKind.POSTCARD: N_("Send et postkort til {who}"),
    ContactKind.VISIT: N_("Besøg {who}"),
    ContactKind.MEETING: N_("Mød {who}"),
    ContactKind.OTHER: N_("Prøv {who} igen"),
}


def title(contact: Contact, on: date, whom: str = "") -> str:
    """`Telefon, 18. november kl. 10.15`, with whom where it was not the tenant."""
    what = translated(KINDS)[contact.kind] if contact.kind else _("Kontakt")
    named = _("{what} med {whom}").format(what=what, whom=whom) if whom else what
    parts = [named]
    if contact.on is not None:
        parts.append(
            _("{on} den {past_day}{at}").format(
                on=weekday(contact.on), past_day=past_day(contact.on, on), at=at(contact.time)
            )
        )
    return ", ".join(parts)


def told(contact: Contact, on: date) -> str:
    """`Tog den ikke. 12 minutter. Næste: prøv igen torsdag kl. 17`."""
    parts = [outcome(contact)]
    if contact.initiative is Initiative.TENANT:
        parts.append(_("Lejeren tog selv kontakt"))
    if contact.minutes:
        parts.append(_("{minutes} minutter").format(minutes=contact.minutes) if contact.minutes != 1 else _("1 minut"))
    if contact.note:
        parts.append(contact.note)
    parts += [following(contact, on), entered_later(contact)]
    return " · ".join(part for part in parts if part)


def outcome(contact: Contact) -> str:
    """What came of it; a text or letter without an answer is sent."""
    if contact.outcome is not None:
        met = translated(_FACE_TO_FACE).get((contact.kind, contact.outcome)) if contact.kind is not None else None
        said = met or translated(OUTCOMES)[contact.outcome]
        return f"{said[:1].upper()}{said[1:]}"
    return _("Sendt") if contact.kind in _WRITTEN else _("Ikke skrevet, hvad der kom ud af det")


def following(contact: Contact, on: date) -> str:
    """`Næste: torsdag den 26. november kl. 17.00`; its own words where no day was named."""
    if contact.next_on is None:
        return (
            _("Næste: {next_step}{next_step_2}").format(
                next_step=contact.next_step[:1].lower(), next_step_2=contact.next_step[1:]
            )
            if contact.next_step
            else ""
        )
    how = f"{translated(KINDS)[contact.next_kind].lower()} " if contact.next_kind else ""
    return _("Næste: {how}{next_on} den {near_day}{at}").format(
        how=how, next_on=weekday(contact.next_on), near_day=near_day(contact.next_on, on), at=at(contact.next_time)
    )


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
    return _("Skrevet ind den {past_day}").format(past_day=past_day(contact.entered_on, contact.on))


def headline(proposed: NextTry, who: str, on: date) -> str:
    """The one thing to do: `Ring til Nadia i dag kl. 17.00`."""
    if proposed.state is TryState.REACHED:
        return _("Der er kontakt med {who}").format(who=who)
    if proposed.state is TryState.DECLINED:
        return _("{who}{who_2} har sagt nej tak").format(who=who[:1].upper(), who_2=who[1:])
    if proposed.state is TryState.USED_UP:
        return _("Alle metodens forsøg er brugt")
    do = translated(_DO)[proposed.kind or ContactKind.OTHER].format(who=who)
    if proposed.on is not None and proposed.on < on:
        return _("{do}: det var aftalt til {when}").format(do=do, when=when(proposed, on))
    return f"{do} {when(proposed, on)}"


def when(proposed: NextTry, on: date) -> str:
    """`i dag kl. 17.00`, `torsdag den 26. november`."""
    if proposed.on is None:
        return ""
    days = (proposed.on - on).days
    said = (
        days_until(days)
        if -1 <= days <= 1
        else _("{on} den {near_day}").format(on=weekday(proposed.on), near_day=near_day(proposed.on, on))
    )
    return f"{said}{at(proposed.time)}"


def reason(proposed: NextTry, on: date) -> str:
    """Why that, and why then."""
    parts = []
    if proposed.state is TryState.TRY:
        parts.append(_("Forsøg {number} af {of}.").format(number=proposed.number, of=proposed.of))
    if proposed.state is TryState.AGREED and proposed.last is not None:
        said = proposed.last.next_step or _("det blev skrevet sidste gang")
        parts.append(
            _("Aftalt eller noteret: {said}{said_2}.").format(said=said[:1].lower(), said_2=said[1:]).replace("..", ".")
        )
    if proposed.last is not None and proposed.last.on is not None and proposed.state is not TryState.AGREED:
        what = translated(KINDS)[proposed.last.kind].lower() if proposed.last.kind else _("kontakt")
        parts.append(
            _("Sidst: {what} {past_day}, {outcome}.").format(
                what=what, past_day=past_day(proposed.last.on, on), outcome=outcome(proposed.last).lower()
            )
        )
    if proposed.check_address:
        parts.append(_("Det kom retur: se nummer og adresse efter."))
    if proposed.pressed:
        parts.append(_("Dagen er rykket frem til den sidste dag at betale."))
    if proposed.state is TryState.DECLINED:
        parts.append(_("Rådgivningen er frivillig. Tilbuddet står åbent."))
    if proposed.state is TryState.REACHED:
        parts.append(_("Aftal næste møde, mens I taler sammen."))
    return " ".join(parts)


def sources(proposed: NextTry) -> str:
    """Where the order is from, and where the numbers are."""
    method = proposed.method
    said = _("Metode: {title}. Kilde: {source}.").format(title=method.title.lower(), source=method.source)
    return f"{said} {method.numbers}." if method.numbers else said


def past_day(value: date, on: date) -> str:
    """`18. november`; with its year where that is not this one's."""
    return near_day(value, value) if value.year == on.year else near_day(value, date(1900, 1, 1))


def at(time: str) -> str:
    """` kl. 17.00`; "" without a time."""
    return _(" kl. {time}").format(time=time) if time else ""
