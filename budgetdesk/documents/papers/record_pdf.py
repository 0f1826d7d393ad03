"""*Journal*: the record of a case on paper, whole or for a period: closed notes, and what happened. Not signed.

The adviser's own notes never stand here, nor notes that are not closed; what was left out is said at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.record_notes import corrections, is_closed, open_notes, record_notes
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import facts, section, steps, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case
from budgetdesk.household.course import JournalNote
from budgetdesk.i18n import _, translated
from budgetdesk.wording.note_text import paragraphs
from budgetdesk.wording.timeline import NAMES_OF_ONE, Event, EventKind, within

RECORD = "journal"
"""As the catalogue calls it."""
_BETWEEN = ".."
_BEGUN = 5
"""So many pieces of a note stay together: its title never stands alone at the foot of a page."""
Words = Mapping[str, Any]


@dataclass(frozen=True)
class Period:
    """The days that are printed, both included; None where there is no end to that side."""

    start: date | None = None
    end: date | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is left out for its day."""
        return self.start is None and self.end is None

    def holds(self, on: date | None) -> bool:
        """Whether something of a day is printed."""
        if on is None:
            return self.whole
        return (self.start or date.min) <= on <= (self.end or date.max)


def record_name(period: Period) -> str:
    """The document's name: `journal`, or `journal:2026-01-01..2026-06-30`."""
    if period.whole:
        return RECORD
    days = _BETWEEN.join(one.isoformat() if one is not None else "" for one in (period.start, period.end))
    return f"{RECORD}:{days}"


def period_of(name: str) -> Period:
    """The period in a document's name. Raises DocumentError where the days cannot be read, or run backwards."""
    _rest, _rest, days = name.partition(":")
    start, _rest, end = days.partition(_BETWEEN)
    try:
        period = Period(*(date.fromisoformat(one) if one else None for one in (start, end)))
    except ValueError as error:
        raise DocumentError(
            _("Perioden “{days}” kan ikke læses. Skriv den som 2026-01-01..2026-06-30.").format(days=days)
        ) from error
    if period.start is not None and period.end is not None and period.end < period.start:
        raise DocumentError(_("Perioden slutter, før den begynder. Byt om på de to dage."))
    return period


def record_pdf(
    case: Case,
    answers: Answers,
    *,
    on: date,
    ink: Sequence[Ink] = (),
    document: str = RECORD,
    events: Sequence[Event] | None = None,
) -> bytes:
    """The record as PDF bytes; `document` names the period, `events` what happened (with the papers of the store, where
    they are known). Raises DocumentError."""
    del ink
    words, period = texts.load("journal"), period_of(document)
    happened = answers.events if events is None else events
    told = [one for one in within(happened, period.start, period.end) if one.kind is not EventKind.NOTE]
    notes = [one for one in record_notes(case) if is_closed(one) and period.holds(one.on)]

    def story() -> list[Any]:
        parts: list[Any] = [text(words["title"], page.H1), _about(case, period, words)]
        if not notes and not told:
            parts.append(text(words["nothing" if period.whole else "nothing_in_period"], page.LEAD))
        parts += _notes(case, notes, words["notes"])
        parts += _events(told, words["events"])
        return [*parts, *_left_out(case, period, happened, words["left_out"])]

    return page.build(story, head(case, words["title"], on=on))


def _about(case: Case, period: Period, words: Words) -> Any:
    names, tenant, opened = words["facts"], case.tenant, case.info.opened
    rows = [
        (names["tenant"], tenant.name if tenant is not None else ""),
        (names["address"], "" if case.info.protected_address else case.tenancy.address),
        (names["opened"], formats.day(opened) if opened is not None else ""),
        (names["adviser"], case.info.adviser),
        (names["period"], _said(period, words)),
    ]
    return facts(rows)


def _said(period: Period, words: Words) -> str:
    days = {name: formats.day(one) for name, one in (("start", period.start), ("end", period.end)) if one is not None}
    key = {0: "whole", 2: "period"}.get(len(days)) or ("from" if "start" in days else "to")
    return str(words[key]).format(**days)


def _notes(case: Case, notes: Sequence[JournalNote], words: Words) -> list[Any]:
    if not notes:
        return []
    first, *rest = (_note(case, one, words) for one in notes)
    return [*section(words["heading"], *first), *(part for one in rest for part in one)]


def _note(case: Case, note: JournalNote, words: Words) -> list[Any]:
    parts: list[Any] = [
        text(rich(note.title.strip() or words["untitled"]), page.H3),
        text(rich(_head(note, words)), page.SMALL),
    ]
    parts += [text(rich(one), page.SMALL) for one in _links(case, note, words)]
    for heading, lines in paragraphs(note.text):
        if heading:
            parts.append(text(rich(heading), page.CELL_BOLD))
        parts += steps([rich(line.removeprefix("- ")) for line in lines], mark="•")
    return [together(parts[:_BEGUN]), *parts[_BEGUN:]]


def _head(note: JournalNote, words: Words) -> str:
    """`Skete 20. november 2026, skrevet 21. november 2026, lukket 21. november 2026 af Karen Mølgaard`."""
    parts = []
    if note.on is not None:
        parts.append(words["happened"].format(day=formats.day(note.on)))
    if note.entered_on is not None:
        parts.append(words["written"].format(day=formats.day(note.entered_on)))
    if note.closed_on is not None:
        by = f" {words['by'].format(who=note.closed_by.strip())}" if note.closed_by.strip() else ""
        parts.append(words["closed"].format(day=formats.day(note.closed_on)) + by)
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}"


def _links(case: Case, note: JournalNote, words: Words) -> list[str]:
    """Which note it corrects, and whether it was corrected itself."""
    said = []
    wrong = next((one for one in record_notes(case) if note.corrects and one.id == note.corrects), None)
    if wrong is not None:
        day = words["on"].format(day=formats.day(wrong.on)) if wrong.on is not None else ""
        said.append(words["corrects"].format(title=wrong.title.strip() or words["untitled"], day=day))
    if any(is_closed(one) for one in corrections(case, note.id)):
        said.append(words["corrected"])
    return said


def _events(events: Sequence[Event], words: Words) -> list[Any]:
    """The oldest first, as a record is read."""
    if not events:
        return []
    return section(words["heading"], steps([_event(one, words) for one in reversed(events)], mark="•"))


def _event(event: Event, words: Words) -> str:
    day = formats.day(event.on) if event.on is not None else words["no_day"]
    detail = f" {rich(' '.join(event.detail.split()))}" if event.detail.strip() else ""
    kind = "" if event.kind is EventKind.OTHER else f", {translated(NAMES_OF_ONE)[event.kind].lower()}"
    return f"<b>{day}</b>{kind}: {rich(event.text)}{detail}"


def _left_out(case: Case, period: Period, events: Sequence[Event], words: Words) -> list[Any]:
    said = [words["own"]]
    waiting = len(open_notes(case.notes))
    if waiting:
        said.append(words["open_one"] if waiting == 1 else words["open_many"].format(count=waiting))
    if not period.whole:
        said.append(words["outside"])
        if any(one.on is None for one in events) or any(one.on is None for one in record_notes(case)):
            said.append(words["no_day"])
    said.append(words["figures"])
    return section(words["heading"], steps(said, mark="•"))
