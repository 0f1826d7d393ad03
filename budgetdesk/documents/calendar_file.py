"""A calendar file (`.ics`, RFC 5545) of the days of one case or of many.

Every day is a VEVENT, because calendars in use read no VTODO. A day without a time is a whole day that keeps nobody
busy. The same entry has the same UID each time, and a SEQUENCE that grows with the clock, so that reading the file in
again updates it. Times are written in UTC: the file needs no time zone of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from budgetdesk.casework.calendar import Entry, EntryKind, Told
from budgetdesk.wording.calendar import title

HOME = ZoneInfo("Europe/Copenhagen")
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
LASTS = timedelta(hours=1)
"""How long a meeting is taken to last: nobody has said."""
BEFORE, IN_THE_MORNING = timedelta(minutes=-30), timedelta(hours=8)
"""When one is reminded: before a time, and on a whole day at eight."""


def calendar_file(entries: Iterable[Entry], *, told: Told, now: datetime, reminders: bool = True) -> bytes:
    """The file. `now` is aware: it stands in every entry as the time of writing."""
    made = Calendar()
    made.add("prodid", "-//BudgetDesk//BudgetDesk//DA")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for entry in entries:
        made.add_component(_event(entry, told, now, reminders=reminders))
    written: bytes = made.to_ical()
    return written


def _event(entry: Entry, told: Told, now: datetime, *, reminders: bool) -> Event:
    event = Event()
    said = title(entry, told)
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", max(0, int((now - _FIRST).total_seconds() // 60)))
    event.add("summary", said)
    event.add("class", "PRIVATE")
    event.add("categories", ["BudgetDesk"])
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
    else:
        begins = datetime.combine(entry.on, entry.at, HOME).astimezone(UTC)
        event.add("dtstart", begins)
        event.add("dtend", begins + (LASTS if entry.kind is EntryKind.MEETING else timedelta(minutes=15)))
    busy = entry.kind is EntryKind.MEETING and entry.at is not None and not entry.done
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    if reminders and not entry.done:
        event.add_component(_alarm(said, BEFORE if entry.at is not None else IN_THE_MORNING))
    return event


def _alarm(said: str, when: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", said)
    alarm.add("trigger", when)
    return alarm
