"""The tenant's consents and those who speak for the tenant: in force, running out, given, signed, taken back.

Law: databeskyttelsesforordningen art. 4(11) and 7 (for each purpose and each recipient, provable, taken back as easily
as given), forvaltningsloven § 8 (anybody may be helped or spoken for by others). Nothing is ever deleted here: one that
is taken back or has run out stays as history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.course import JournalNote
from budgetdesk.household.words import ConsentKind, ConsentParty
from budgetdesk.i18n import N_, _

LIST = "case.conversation.consents"
NOTES = "case.notes"
ORAL, WRITTEN = "mundtligt", "skriftligt"
SPEAKING = (ConsentKind.FULDMAGT, ConsentKind.BISIDDER, ConsentKind.PARTSREPRAESENTANT)
MONTHS = 12
"""How long a consent lasts where no policy says otherwise."""
SOON_DAYS = 30
ORAL_NOTE, WITHDRAWN_NOTE = N_("Mundtligt samtykke"), N_("Samtykke trukket tilbage")
"""Titles of the notes that are written by themselves."""


class Standing(StrEnum):
    """How a consent stands on a day."""

    DRAFT = "draft"
    """Written down, and nobody has said yes to it."""
    COMING = "coming"
    """Given from a day that has not come."""
    IN_FORCE = "in_force"
    SOON = "soon"
    """In force, and about to run out."""
    OVER = "over"
    WITHDRAWN = "withdrawn"


def standing(consent: Consent, on: date, *, soon_days: int = SOON_DAYS) -> Standing:
    """How it stands on a day. One that is taken back is so from that day on; the last day counts as in force."""
    if consent.withdrawn is not None and consent.withdrawn <= on:
        return Standing.WITHDRAWN
    if consent.given is None:
        return Standing.DRAFT
    if consent.given > on:
        return Standing.COMING
    if consent.until is None:
        return Standing.IN_FORCE
    left = (consent.until - on).days
    if left < 0:
        return Standing.OVER
    return Standing.SOON if left <= soon_days else Standing.IN_FORCE


def in_force(consent: Consent, on: date) -> bool:
    """Given, not run out and not taken back on the day."""
    return standing(consent, on) in (Standing.IN_FORCE, Standing.SOON)


def running_out(case: Case, on: date, *, soon_days: int = SOON_DAYS) -> tuple[Consent, ...]:
    """Those in force that run out within so many days, the first to do so first."""
    soon = [one for one in case.conversation.consents if standing(one, on, soon_days=soon_days) is Standing.SOON]
    return tuple(sorted(soon, key=lambda one: one.until or date.max))


def speaking(case: Case, on: date, *, party: ConsentParty | None = None) -> tuple[Consent, ...]:
    """Who may help or speak for the tenant on a day; with `party` only before that kind of body, or before all."""
    found = (one for one in case.conversation.consents if one.kind in SPEAKING and in_force(one, on))
    return tuple(one for one in found if party is None or one.party in (None, party))


def months_on(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    at = day.year * 12 + day.month - 1 + months
    for back in range(4):
        try:
            return date(at // 12, at % 12 + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


# what is done to a record


def add(record: Record, consent: Consent) -> Record:
    """The record with one more; its id is made here."""
    present = record.case.conversation.consents
    return paths.add(record, LIST, replace(consent, id=paths.next_id(present, "s")))


def newest(record: Record) -> Consent:
    """The one that was added last."""
    return record.case.conversation.consents[-1]


def find(case: Case, consent_id: str) -> Consent | None:
    """The one with this id."""
    return next((one for one in case.conversation.consents if one.id == consent_id), None)


def said_yes(record: Record, consent_id: str, *, on: date, heard_by: str, sentence: str) -> Record:
    """The tenant says yes aloud: given on the day, who heard it, and both in the record as a closed note
    (databeskyttelsesforordningen art. 7(1): it must be possible to show). `sentence`: what was said yes to."""
    before = find(record.case, consent_id)
    if before is None:
        return record
    given = replace(before, given=on, how=ORAL, heard_by=heard_by, withdrawn=None)
    return _noted(_counted(_put(record, given), given, yes=True), _(ORAL_NOTE), sentence, on=on, by=heard_by)


def signed(record: Record, consent_id: str, *, on: date) -> Record:
    """It was signed: written from now on; one that was given aloud before keeps that day."""
    before = find(record.case, consent_id)
    if before is None:
        return record
    return _counted(_put(record, replace(before, given=before.given or on, how=WRITTEN)), before, yes=True)


def withdrawn(record: Record, consent_id: str, *, on: date, heard_by: str, sentence: str) -> Record:
    """Taken back on the day, as easily as it was given, and noted. One that nobody ever said yes to goes away."""
    before = find(record.case, consent_id)
    if before is None or before.withdrawn is not None:
        return record
    if before.given is None:
        return paths.remove(record, f"{LIST}[{consent_id}]")
    after = _counted(_put(record, replace(before, withdrawn=on)), before, yes=False)
    return _noted(after, _(WITHDRAWN_NOTE), sentence, on=on, by=heard_by)


def again(record: Record, consent_id: str, *, on: date, until: date | None) -> Record:
    """The same once more, to be said yes to: the one before stays as it was."""
    before = find(record.case, consent_id)
    if before is None:
        return record
    return add(record, replace(before, given=None, until=until, withdrawn=None, heard_by="", how=ORAL))


def _counted(record: Record, consent: Consent, *, yes: bool) -> Record:
    """Statistics ask the course of the case whether it may be counted: there it is said as well."""
    if consent.party is not ConsentParty.STATISTICS:
        return record
    return paths.put(record, "case.course.may_be_counted", yes)


def _put(record: Record, consent: Consent) -> Record:
    return paths.put(record, f"{LIST}[{consent.id}]", consent)


def noted_yes(record: Record, *, on: date, heard_by: str, sentence: str) -> Record:
    """An oral yes in the record, for a consent that was noted as given already."""
    return _noted(record, _(ORAL_NOTE), sentence, on=on, by=heard_by)


def _noted(record: Record, title: str, sentence: str, *, on: date, by: str) -> Record:
    note = JournalNote(
        id=paths.next_id(record.case.notes, "j"),
        on=on,
        entered_on=on,
        title=title,
        text=sentence,
        closed_on=on,
        closed_by=by,
    )
    return paths.add(record, NOTES, note)


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for spaces and capitals; nobody is like nobody."""
    return bool(flat(one)) and flat(one) == flat(other)


def flat(text: str) -> str:
    """Without what does not count: spaces, capitals."""
    return " ".join(text.split()).casefold()


def of_kind(found: Iterable[Consent], *kinds: ConsentKind) -> tuple[Consent, ...]:
    """Those of some kinds, in order."""
    return tuple(one for one in found if one.kind in kinds)
