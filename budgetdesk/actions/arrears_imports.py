"""Taking in a landlord's monthly list of arrears: looked at first, kept only when somebody says yes, deleted for good.

    looked = look_at(workspace, path)                              # what the file is, and a layout to begin with
    shown = preview(workspace, looked, looked.at, looked.layout)   # all of it is read; nothing is kept
    info = take_in(workspace, looked, shown, Keep(...))            # now it is
    remove(workspace, info.id)                                     # undo, or when its last day has passed

Long work tells `told(rows)` how far it is; a `told` that raises stops it, and nothing is left behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

from budgetdesk.actions.mappings import Settings
from budgetdesk.casework.arrears_entries import Column, ListEntry
from budgetdesk.casework.arrears_match import How, Known, Match
from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.casework.arrears_rules import ListRules
from budgetdesk.dates import parse_date
from budgetdesk.errors import ArrearsListError, BadDateError, BadInputError
from budgetdesk.i18n import _
from budgetdesk.readers.arrears_files import ListFile, look
from budgetdesk.readers.arrears_layout import (
    ListLayout,
    fingerprint,
    from_json,
    guess_layout,
    header,
    left_out,
    likeliest,
    to_json,
)
from budgetdesk.readers.arrears_reading import Tally, entries
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.readers.incoming import Source
from budgetdesk.storage.arrears_lists import ArrearsLists

LAYOUTS = "arrears_layouts"
"""The setting in which layouts are remembered: names and numbers of columns, and who sends the list."""
MOST_LAYOUTS = 100
SHOWN = 8
AT_ONCE = 4000
"""Rows that are kept in one transaction."""
_DAY = re.compile(r"\b(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})\b")
Told = Callable[[int], object]


class ListStore(Settings, Protocol):
    """What is needed of a workspace."""

    today: date

    @property
    def arrears_lists(self) -> ArrearsLists:
        """The lists in the store."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A file that has been opened: its sheets, and a layout to begin with."""

    file: ListFile
    at: int
    """The sheet that looks most like a list."""
    layout: ListLayout
    remembered: bool = False
    """True where the layout was used before for a list with the same columns."""
    stated_on: date | None = None
    """The day above the columns, such as `Restanceliste pr. 18-12-2026`."""


@dataclass(frozen=True, kw_only=True)
class ListLook:
    """What a list says, before anything is kept."""

    sheet: int
    layout: ListLayout
    names: tuple[str, ...]
    """The names of its columns."""
    left_out: tuple[str, ...]
    """The columns that are not kept."""
    sample: tuple[ListEntry, ...] = ()
    tally: Tally = field(default_factory=Tally)
    matches: Mapping[How, int] = field(default_factory=dict)
    """Rows by how they were matched."""
    cpr_read: bool = False
    """Whether the number of a person is looked at to find the case."""


@dataclass(frozen=True, kw_only=True)
class Keep:
    """What is said when a list is taken in: whose, of which day, why, on what ground, and until when."""

    sender: str
    stated_on: date
    purpose: str
    legal_basis: str
    keep_until: date
    by: str = ""


def look_at(workspace: ListStore, source: Source) -> Looked:
    """Open a file, with the layout that was used last for the same columns, else a guess. Raises ArrearsListError."""
    rules, file = load_list_rules(), look(source)
    at, layout = likeliest(file.sheets, rules)
    known = {one.fingerprint: one for one in layouts(workspace)}
    for number, sheet in enumerate(file.sheets):
        for line, cells in enumerate(one.cells for one in sheet.lines):
            kept = known.get(fingerprint(cells)) if len(cells) > 1 else None
            if kept is not None:
                return Looked(
                    file=file,
                    at=number,
                    layout=replace(kept, header_line=line),
                    remembered=True,
                    stated_on=_stated_on(file, number, line, workspace.today),
                )
    return Looked(file=file, at=at, layout=layout, stated_on=_stated_on(file, at, layout.header_line, workspace.today))


def layout_of(looked: Looked, sheet: int) -> ListLayout:
    """The layout to begin with on another sheet of the file."""
    return looked.layout if sheet == looked.at else guess_layout(looked.file.sheets[sheet], load_list_rules())


def preview(
    workspace: ListStore, looked: Looked, sheet: int, layout: ListLayout, *, told: Told = lambda _rows: None
) -> ListLook:
    """Read all of a sheet, and hold every row against the cases; nothing is kept. Raises ArrearsListError."""
    names = header(looked.file.sheets[sheet], layout)
    shown = ListLook(sheet=sheet, layout=layout, names=names, left_out=left_out(names, layout.places))
    if layout.missing:
        raise ArrearsListError(layout.missing)
    tally = Tally()
    sample: list[ListEntry] = []
    counts: Counter[How] = Counter()
    known = Known(workspace.arrears_lists.known())
    for entry, match in _matched(workspace, looked, shown, known, tally, told):
        if len(sample) < SHOWN:
            sample.append(replace(entry, cpr=""))
        counts[match.how] += 1
    if not tally.rows:
        raise ArrearsListError(_("Ingen rækker kan læses sådan. Vælg et andet ark eller andre kolonner."))
    return replace(
        shown,
        sample=tuple(sample),
        tally=tally,
        matches=dict(counts),
        cpr_read=bool(layout.places.get(Column.CPR)),
    )


def proposed(workspace: ListStore, looked: Looked) -> Keep:
    """What to begin with when a list is taken in: as last time for this sender, else the house's proposal."""
    keeping, layout = load_list_rules().keeping, looked.layout
    days = layout.keep_days or keeping.keep_days
    return Keep(
        sender=layout.sender,
        stated_on=looked.stated_on or workspace.today,
        purpose=layout.purpose or keeping.purpose,
        legal_basis=layout.legal_basis or keeping.legal_basis,
        keep_until=workspace.today + timedelta(days=days),
    )


def take_in(
    workspace: ListStore, looked: Looked, shown: ListLook, keep: Keep, *, told: Told = lambda _rows: None
) -> ListInfo:
    """Keep a list that has been looked at. All or nothing: stopped half-way, nothing of it stays. Raises BadInputError
    where something is not said, ArrearsListError where the file has changed meanwhile, and StoreError."""
    check(keep, on=workspace.today)
    lists = workspace.arrears_lists
    lists.remove_unfinished()
    head = ListInfo(
        id=0,
        sender=keep.sender.strip(),
        stated_on=keep.stated_on,
        taken_on=workspace.today,
        taken_by=keep.by.strip(),
        purpose=keep.purpose.strip(),
        legal_basis=keep.legal_basis.strip(),
        keep_until=keep.keep_until,
        left_out=shown.left_out,
    )
    tally = Tally()
    known = Known(lists.known())
    list_id = lists.begin(head)
    try:
        rows = _matched(workspace, looked, shown, known, tally, told, sender=head.sender)
        while piece := list(islice(rows, AT_ONCE)):
            lists.add(list_id, piece)
        if tally.total != shown.tally.total or tally.rows != shown.tally.rows:
            raise ArrearsListError(_("Filen er ændret, siden den blev vist. Vælg den igen."))
        lists.finish(list_id, rows=tally.rows, unread=tally.unread, total=tally.total)
    except BaseException:
        lists.remove(list_id)
        raise
    remember(workspace, _to_remember(shown.layout, head, workspace.today))
    return replace(head, id=list_id, rows=tally.rows, unread=tally.unread, total=tally.total)


def check(keep: Keep, *, on: date) -> None:
    """Whether enough is said to keep a list. Raises BadInputError with a sentence that says what is missing."""
    keeping = load_list_rules().keeping
    if not keep.sender.strip():
        raise BadInputError(_("Skriv, hvem listen er fra. Så kan den næste liste holdes op mod denne."))
    if not keep.purpose.strip() or not keep.legal_basis.strip():
        raise BadInputError(_("Skriv, hvad listen skal bruges til, og hvad I må bruge den efter."))
    if keep.stated_on > on:
        raise BadInputError(_("Listens dag ligger ude i fremtiden. Ret dagen."))
    if keep.keep_until < on:
        raise BadInputError(_("Dagen, listen skal slettes, er gået. Ret dagen."))
    if keep.keep_until > on + timedelta(days=keeping.most_days):
        raise BadInputError(
            _("En liste gemmes højst {most_days} dage. Vælg en tidligere dag.").format(most_days=keeping.most_days)
        )


def lists(workspace: ListStore) -> tuple[ListInfo, ...]:
    """The lists that are kept, the newest first. Raises StoreError."""
    return workspace.arrears_lists.all()


def due_lists(workspace: ListStore) -> tuple[ListInfo, ...]:
    """The lists whose last day has passed: to be deleted. Nothing is deleted without somebody saying so."""
    return tuple(one for one in lists(workspace) if one.is_due(workspace.today))


def remove(workspace: ListStore, list_id: int, *, told: Told = lambda _rows: None) -> None:
    """Delete a list for good; cases that were made from it stay. Raises StoreError."""
    workspace.arrears_lists.remove(list_id, told)


def layouts(workspace: Settings) -> tuple[ListLayout, ...]:
    """Every layout that is remembered, the newest first; one that is broken is passed over."""
    kept = workspace.setting(LAYOUTS)
    found = []
    for text in kept if isinstance(kept, list) else ():
        try:
            found.append(from_json(str(text)))
        except ArrearsListError:
            continue
    return tuple(found)


def remember(workspace: Settings, layout: ListLayout) -> None:
    """Remember a layout in the place of one with the same columns; one without names cannot be known again."""
    if layout.fingerprint:
        others = [each for each in layouts(workspace) if each.fingerprint != layout.fingerprint]
        workspace.save_setting(LAYOUTS, [to_json(each) for each in (layout, *others)[:MOST_LAYOUTS]])


def _matched(
    workspace: ListStore,
    looked: Looked,
    shown: ListLook,
    known: Known,
    tally: Tally,
    told: Told,
    *,
    sender: str = "",
) -> Iterator[tuple[ListEntry, Match]]:
    said = workspace.arrears_lists.said_before(sender or shown.layout.sender)
    rules: ListRules = load_list_rules()
    found = entries(looked.file, shown.sheet, shown.layout, rules, today=workspace.today, tally=tally)
    for count, entry in enumerate(found, 1):
        if count % AT_ONCE == 0:
            told(count)
        before = said.get(entry.key)
        yield entry, (before.match(entry) if before else None) or known.match(entry)


def _to_remember(layout: ListLayout, head: ListInfo, today: date) -> ListLayout:
    return replace(
        layout,
        sender=head.sender,
        purpose=head.purpose,
        legal_basis=head.legal_basis,
        keep_days=(head.keep_until - today).days,
    )


def _stated_on(file: ListFile, sheet: int, header_line: int, today: date) -> date | None:
    """The day in the lines above the names of the columns."""
    above = file.sheets[sheet].lines[: max(header_line, 0)]
    for text in (cell for line in above for cell in line.cells):
        for found in _DAY.findall(text):
            try:
                return parse_date(found, today=today)
            except BadDateError:
                continue
    return None
