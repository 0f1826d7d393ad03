"""Everything that has happened in a case, in one list: contact, notes, papers, letters, the plan, help, consents.

The sentences are those of the notes (`wording.note_*`), so that the same event reads the same everywhere. Own notes are
no events. Days are the days on which things happened, not those on which they were written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from budgetdesk.casework.meeting import Scene
from budgetdesk.casework.note_changes import Change
from budgetdesk.casework.note_topics import Topic
from budgetdesk.casework.record_notes import is_closed, record_notes
from budgetdesk.formats import day
from budgetdesk.household.agreement import Agreement
from budgetdesk.household.case import Arrears, Case
from budgetdesk.household.words import Outcome
from budgetdesk.i18n import N_, _, retold, translated
from budgetdesk.wording import consents
from budgetdesk.wording.note_words import LETTERS, Names, Told, capital, money, of_day, stop
from budgetdesk.wording.notes import sentences_of


class EventKind(StrEnum):
    """What an event is about: by this a list is narrowed."""

    CONTACT = "contact"
    NOTE = "note"
    PAPER = "paper"
    LETTER = "letter"
    PLAN = "plan"
    HELP = "help"
    CONSENT = "consent"
    OTHER = "other"


KINDS = {
    EventKind.CONTACT: N_("Kontakt"),
    EventKind.NOTE: N_("Notater"),
    EventKind.PAPER: N_("Papirer"),
    EventKind.LETTER: N_("Breve og frister"),
    EventKind.PLAN: N_("Aftalen"),
    EventKind.HELP: N_("Ansøgninger"),
    EventKind.CONSENT: N_("Samtykker"),
    EventKind.OTHER: N_("Andet"),
}
NAMES_OF_ONE = {
    EventKind.CONTACT: N_("Kontakt"),
    EventKind.NOTE: N_("Notat"),
    EventKind.PAPER: N_("Papir"),
    EventKind.LETTER: N_("Brev"),
    EventKind.PLAN: N_("Aftale"),
    EventKind.HELP: N_("Ansøgning"),
    EventKind.CONSENT: N_("Samtykke"),
    EventKind.OTHER: N_("Andet"),
}


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened."""

    on: date | None
    kind: EventKind
    text: str
    path: str
    """Where it stands in the case; `paper:ID` for a paper."""
    detail: str = ""
    """More words that a search finds, and that stand below when it is opened."""
    page: str = ""
    """The page on which it is entered."""


@dataclass(frozen=True, kw_only=True)
class PaperThere:
    """One signed paper that lies in the case."""

    id: str
    title: str
    made_on: date


def timeline(case: Case, names: Names, papers: Iterable[PaperThere] = ()) -> tuple[Event, ...]:
    """All events, the newest first; those without a day at the end."""
    told = Told(before=Scene(), after=Scene(case=case), names=names, on=date.min)
    found = [
        *_contacts(told),
        *_notes(case),
        *_papers(case, papers),
        *_letters(case.arrears, told),
        *_plan(told),
        *_help(told),
        *_course(told),
    ]
    return tuple(sorted(found, key=_order))


def _order(event: Event) -> tuple[bool, int, str, str]:
    return (event.on is None, -(event.on or date.min).toordinal(), event.kind, event.path)


def searched(events: Iterable[Event], text: str) -> tuple[Event, ...]:
    """The events in which every word of `text` stands, in any order; `oe` finds `ø`, capitals do not matter."""
    words = folded(text).split()
    return tuple(one for one in events if all(word in folded(_said(one)) for word in words))


def _said(event: Event) -> str:
    return (
        f"{event.text} {event.detail} {day(event.on) if event.on is not None else ''} {translated(KINDS)[event.kind]}"
    )


def folded(text: str) -> str:
    """The text as a search compares it."""
    plain = text.casefold().replace("\u00a0", " ").replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"\s+", " ", plain)


def within(events: Iterable[Event], start: date | None, end: date | None) -> tuple[Event, ...]:
    """The events of a period, both days included; those without a day only where there is no end to either side."""
    if start is None and end is None:
        return tuple(events)
    first, last = start or date.min, end or date.max
    return tuple(one for one in events if one.on is not None and first <= one.on <= last)


# one kind after the other


def _one(topic: Topic, path: str, item: Any, told: Told, on: date | None) -> str:
    """The sentence of one item that came, without its day: that stands beside it."""
    said = sentences_of(topic, [Change(topic, path, None, item)], told)
    return said[0].text.replace(of_day(on), "", 1) if said else ""


def _contacts(told: Told) -> Iterator[Event]:
    for one in told.case.contacts:
        path = f"case.contacts[{one.id}]"
        text = _one(Topic.CONTACT, path, one, told, one.on)
        detail = " ".join(part for part in (one.note, one.next_step) if part)
        yield Event(on=one.on, kind=EventKind.CONTACT, text=text, path=path, detail=detail, page="journal")


def _notes(case: Case) -> Iterator[Event]:
    for one in record_notes(case):
        title = one.title.strip() or _("Notat")
        text = title if is_closed(one) else _("{title} (ikke lukket)").format(title=title)
        path = f"case.notes[{one.id}]"
        yield Event(on=one.on, kind=EventKind.NOTE, text=stop(text), path=path, detail=one.text, page="journal")


def _papers(case: Case, papers: Iterable[PaperThere]) -> Iterator[Event]:
    for paper in papers:
        text = _("{title} er underskrevet og gemt.").format(title=paper.title)
        yield Event(on=paper.made_on, kind=EventKind.PAPER, text=text, path=f"paper:{paper.id}", page="underskriv")
    for one in case.conversation.shared:
        to = _(" til {recipient}").format(recipient=one.recipient.strip()) if one.recipient.strip() else ""
        text = _("{what} er givet{to}.").format(what=one.what.strip() or _("Noget"), to=to)
        path = f"case.conversation.shared[{one.id}]"
        yield Event(on=one.on, kind=EventKind.PAPER, text=text, path=path, page="samtykker")


def _letters(arrears: Arrears, told: Told) -> Iterator[Event]:
    def event(on: date | None, text: str, name: str) -> Iterator[Event]:
        if on is not None:
            yield Event(on=on, kind=EventKind.LETTER, text=text, path=f"case.arrears.{name}", page="akut")

    yield from event(
        arrears.letter_arrived,
        _("{capital} fik {letters}.").format(capital=capital(told.tenant), letters=LETTERS[arrears.letter]),
        "letter_arrived",
    )
    others = {row.paakrav_arrived for row in arrears.rows} - {None, arrears.letter_arrived}
    for on in sorted(one for one in others if one is not None):
        yield from event(on, _("Der kom et påkrav."), "rows")
    yield from event(arrears.ophaevelse_arrived, _("Ophævelsen kom."), "ophaevelse_arrived")
    yield from event(arrears.municipality_notified, _("Kommunen fik besked."), "municipality_notified")
    yield from event(arrears.court_meeting, _("Møde i fogedretten."), "court_meeting")
    yield from event(arrears.eviction, _("Dagen for udsættelse."), "eviction")


def _plan(told: Told) -> Iterator[Event]:
    case = told.case
    if case.agreement is not None and case.agreement.instalments:
        text = _one(Topic.PLAN, "case.agreement", case.agreement, told, None)
        yield from _of_plan(case.agreement, text, "case.agreement")
    accepted = case.arrears.landlord_accepted
    if accepted is not None:
        path = "case.arrears.landlord_accepted"
        text = _one(Topic.LANDLORD, path, accepted, told, accepted.on)
        yield Event(on=accepted.on, kind=EventKind.PLAN, text=text, path=path, page="aftale")
    for former in case.former_agreements:
        path = f"case.former_agreements[{former.id}]"
        text = _one(Topic.PLAN, path, former, told, former.ended_on)
        yield Event(on=former.ended_on, kind=EventKind.PLAN, text=text, path=path, page="opfoelgning")
        yield from _of_plan(former.agreement, _("Planen blev lavet."), path)


def _of_plan(agreement: Agreement, made: str, path: str) -> Iterator[Event]:
    """When a plan was made, and what was paid on it."""
    if agreement.made_on is not None:
        yield Event(on=agreement.made_on, kind=EventKind.PLAN, text=made, path=path, page="aftale")
    for payment in agreement.payments:
        if payment.paid_on is not None and payment.amount:
            text = stop(_("Betalt på planen: {money}").format(money=money(payment.amount)))
            where = f"{path}.payments[{payment.id}]"
            yield Event(on=payment.paid_on, kind=EventKind.PLAN, text=text, path=where, page="opfoelgning")


def _help(told: Told) -> Iterator[Event]:
    home = told.case.tenancy.boligstoette
    if home.applied_on is not None:
        path = "case.tenancy.boligstoette.applied_on"
        yield Event(on=home.applied_on, kind=EventKind.HELP, text=_("Boligstøtte er søgt."), path=path, page="ydelser")
    for one in told.case.applications:
        path = f"case.applications[{one.id}]"
        waiting = replace(one, outcome=Outcome.WAITING)
        text = _one(Topic.APPLICATION, path, waiting, told, one.applied_on)
        yield Event(on=one.applied_on, kind=EventKind.HELP, text=text, path=path, detail=one.note, page="ydelser")
        if one.answered_on is not None and one.outcome is not Outcome.WAITING:
            answer = _one(Topic.APPLICATION, path, one, told, one.answered_on)
            yield Event(on=one.answered_on, kind=EventKind.HELP, text=answer, path=f"{path}.outcome", page="ydelser")


def _course(told: Told) -> Iterator[Event]:
    case, kind = told.case, EventKind.OTHER
    if case.info.opened is not None:
        yield Event(on=case.info.opened, kind=kind, text=_("Sagen blev oprettet."), path="case.info.opened", page="sag")
    if case.conversation.expectations_on is not None:
        path = "case.conversation.expectations_on"
        text = _("Vi talte om, hvad rådgivningen er og ikke er.")
        yield Event(on=case.conversation.expectations_on, kind=kind, text=text, path=path, page="samtykker")
    yield from _consents(told)
    for todo in case.conversation.next_steps:
        if todo.done is not None:
            who = f" ({retold(todo.who.strip())})" if todo.who.strip() else ""
            path = f"case.conversation.next_steps[{todo.id}]"
            text = stop(_("Gjort: {what}{who}").format(what=retold(todo.what.strip()) or _("en opgave"), who=who))
            yield Event(on=todo.done, kind=kind, text=text, path=path, page="journal")
    yield from _ends(told)


def _consents(told: Told) -> Iterator[Event]:
    """The yes and the taking back as two events; what it covers stands below."""
    for one in told.case.conversation.consents:
        path, about = f"case.conversation.consents[{one.id}]", consents.label(one, told.case)
        detail, kind = consents.sentence(one, told.case), EventKind.CONSENT
        if one.given is not None:
            text = _("{capital} sagde ja ({how}). {stop}").format(
                capital=capital(told.tenant), how=one.how or "mundtligt", stop=stop(about)
            )
            yield Event(on=one.given, kind=kind, text=text, path=path, detail=detail, page="samtykker")
        if one.withdrawn is not None:
            text = _("{capital} har trukket sit ja tilbage. {stop}").format(
                capital=capital(told.tenant), stop=stop(about)
            )
            yield Event(on=one.withdrawn, kind=kind, text=text, path=f"{path}.withdrawn", page="samtykker")


def _ends(told: Told) -> Iterator[Event]:
    case, kind = told.case, EventKind.OTHER
    for name, text in (("began", _("Forløbet begyndte.")), ("ended", _("Forløbet blev afsluttet."))):
        on = getattr(case.course, name)
        if on is not None:
            yield Event(on=on, kind=kind, text=text, path=f"case.course.{name}", page="sag")
    for check in case.checks:
        if check.done is not None:
            path = f"case.checks[{check.id}]"
            text = _one(Topic.CHECK, path, check, told, check.done)
            yield Event(on=check.done, kind=kind, text=text, path=path, detail=check.note, page="opfoelgning")
