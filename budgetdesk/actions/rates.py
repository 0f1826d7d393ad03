"""The organisation's own figures of the law: enter, confirm, withdraw, take to and from a file.

They lie in the store's settings, encrypted, under `rate_edits`; nothing is ever deleted from there. A figure counts
from the moment when a second person has confirmed it: `Workspace.library` then has it, and whoever looks next counts
with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol
from uuid import uuid4

from budgetdesk.actions.library import Library
from budgetdesk.actions.rate_checks import check, require_name
from budgetdesk.benefits.rate_changes import Change, change
from budgetdesk.benefits.rate_edits import RateEdit, Standing, in_force, live, same_person, with_overrides
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import RateEntryError, RatesFileError
from budgetdesk.i18n import _
from budgetdesk.readers import rate_edits as reader

SETTING = "rate_edits"

Refusals = Mapping[tuple[str, str], RateEntryError]
"""(law, figure) -> what is wrong with what was entered for it."""


class RateStore(Protocol):
    """What is needed of a `Workspace`."""

    library: Library
    today: date

    def setting(self, key: str) -> object: ...

    def save_setting(self, key: str, value: object) -> None: ...


class Settings(Protocol):
    """Where settings are read."""

    def setting(self, key: str) -> object: ...


def with_own_rates(settings: Settings, library: Library) -> Library:
    """The library with the figures of the organisation, as at the opening of a store. Never raises RatesError: a figure
    that no longer fits (the program is newer) is left out, and said in `rate_problems`."""
    try:
        edits = reader.from_plain(settings.setting(SETTING))
    except RatesFileError as error:
        return replace(library, rate_problems=(str(error),))
    return _on_top(library, edits)


def enter(workspace: RateStore, drafts: Sequence[RateEdit]) -> Refusals:
    """Take figures in; they wait for a second person. All or none: what is refused is returned, and nothing is saved.

    A figure for the very days of one that waits takes its place at once; for the very days of one in force, when it is
    confirmed. The same figure again is nothing new.
    """
    refused = refusals(workspace, drafts)
    if not refused:
        edits = workspace.library.rate_edits
        for draft in drafts:
            edits, _rest = _entered(edits, draft, workspace.today)
        keep(workspace, edits)
    return refused


def refusals(workspace: RateStore, drafts: Sequence[RateEdit]) -> Refusals:
    """What is wrong with figures before they are taken in."""
    found: dict[tuple[str, str], RateEntryError] = {}
    library = workspace.library
    for draft in drafts:
        try:
            same = [edit for edit in library.rate_edits if edit.of_same(draft)]
            check(library.shipped_rates, live(same), draft)
        except RateEntryError as error:
            found[draft.law, draft.series] = error
    return found


def confirm(workspace: RateStore, ids: Iterable[str], *, by: str) -> None:
    """A second person has read the figures in their source: from now on they count. Raises RateEntryError for the same
    person and for what does not fit any more; nothing is then confirmed."""
    require_name(by)
    edits = workspace.library.rate_edits
    for edit_id in ids:
        edit = _one(edits, edit_id, Standing.WAITING)
        if same_person(edit.entered_by, by):
            raise RateEntryError(
                _("{by} har selv indtastet satsen. En anden skal kontrollere den i kilden.").format(by=by.strip()),
                "confirmed_by",
            )
        same = [other for other in edits if other.of_same(edit)]
        check(workspace.library.shipped_rates, live(same), edit)
        edits = _confirmed(edits, edit, by.strip(), workspace.today)
    keep(workspace, edits)


def withdraw(workspace: RateStore, ids: Iterable[str], *, by: str) -> None:
    """Take figures back, whether they wait or count. They stay in the history. Raises RateEntryError."""
    require_name(by)
    edits = workspace.library.rate_edits
    for edit_id in ids:
        edit = _one(edits, edit_id, Standing.WAITING, Standing.IN_FORCE)
        edits = _withdrawn(edits, edit, by.strip(), workspace.today)
    keep(workspace, edits)


def edits_of(workspace: RateStore, *standings: Standing) -> tuple[RateEdit, ...]:
    """What was entered, all of it or that of some standings, the oldest first."""
    return tuple(edit for edit in workspace.library.rate_edits if not standings or edit.standing in standings)


def change_of(library: Library, edit: RateEdit) -> Change:
    """The old figure beside an entered one, the change, and what to look at again. The figure must exist."""
    others = [other for other in in_force(library.rate_edits) if other.id != edit.id and other.of_same(edit)]
    series = with_overrides(library.shipped_rates, others)[edit.law].series[edit.series]
    return change(series, edit.value, edit.start, edit.end)


def without(library: Library, leave_out: Iterable[str]) -> Rates:
    """The figures as they would be without some of the entered ones."""
    gone = set(leave_out)
    return _usable(library.shipped_rates, [e for e in in_force(library.rate_edits) if e.id not in gone])[0]


def taken(edits: tuple[RateEdit, ...], draft: RateEdit, today: date) -> tuple[RateEdit, ...]:
    """`edits` with a figure from a file, which may carry both names and then counts at once."""
    edits, there = _entered(edits, draft, today)
    second = draft.confirmed and there.standing is Standing.WAITING
    if not second or same_person(there.entered_by, draft.confirmed_by):
        return edits
    return _confirmed(edits, there, draft.confirmed_by, draft.confirmed_on or today)


def keep(workspace: RateStore, edits: tuple[RateEdit, ...]) -> None:
    """Save all edits, and let the workspace count with them from now on."""
    if edits != workspace.library.rate_edits:
        workspace.save_setting(SETTING, reader.to_plain(edits))
        workspace.library = _on_top(workspace.library, edits)


def _entered(edits: tuple[RateEdit, ...], draft: RateEdit, on: date) -> tuple[tuple[RateEdit, ...], RateEdit]:
    """The edits with a new one, and that one; or the one that says the same already."""
    same = live(edit for edit in edits if edit.of_same(draft) and edit.days == draft.days)
    if there := next((edit for edit in same if _says_the_same(edit, draft)), None):
        return edits, there
    for waiting in (edit for edit in same if edit.standing is Standing.WAITING):
        edits = _withdrawn(edits, waiting, draft.entered_by.strip(), on)
    new = replace(
        draft,
        id=uuid4().hex,
        entered_by=draft.entered_by.strip(),
        source=draft.source.strip(),
        entered_on=on,
        confirmed_by="",
        confirmed_on=None,
    )
    return (*edits, new), new


def _says_the_same(one: RateEdit, other: RateEdit) -> bool:
    return (one.value, one.source, one.link, one.source_day, one.confidence) == (
        other.value,
        other.source.strip(),
        other.link,
        other.source_day,
        other.confidence,
    )


def _confirmed(edits: tuple[RateEdit, ...], edit: RateEdit, by: str, on: date) -> tuple[RateEdit, ...]:
    for old in edits:
        if old.of_same(edit) and old.days == edit.days and old.standing is Standing.IN_FORCE:
            edits = _withdrawn(edits, old, by, on)
    return _put(edits, replace(edit, confirmed_by=by, confirmed_on=on))


def _withdrawn(edits: tuple[RateEdit, ...], edit: RateEdit, by: str, on: date) -> tuple[RateEdit, ...]:
    return _put(edits, replace(edit, withdrawn_by=by, withdrawn_on=on))


def _put(edits: tuple[RateEdit, ...], edit: RateEdit) -> tuple[RateEdit, ...]:
    return tuple(edit if old.id == edit.id else old for old in edits)


def _one(edits: Iterable[RateEdit], edit_id: str, *standings: Standing) -> RateEdit:
    found = next((edit for edit in edits if edit.id == edit_id and edit.standing in standings), None)
    if found is None:
        raise RateEntryError(_("Satsen er allerede kontrolleret eller trukket tilbage. Se listen igen."))
    return found


def _on_top(library: Library, edits: tuple[RateEdit, ...]) -> Library:
    rates, problems = _usable(library.shipped_rates, in_force(edits))
    return replace(
        library, rates=rates, program_rates=library.shipped_rates, rate_edits=edits, rate_problems=tuple(problems)
    )


def _usable(own: Rates, edits: Iterable[RateEdit]) -> tuple[Rates, list[str]]:
    """The figures with those edits on top that fit, and a sentence for each that does not."""
    rates, problems = own, []
    for edit in edits:
        try:
            rates = with_overrides(rates, [edit])
        except RatesFileError as error:
            problems.append(str(error))
    return rates, problems
