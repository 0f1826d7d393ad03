"""Searching the cases, in the words of the list. The index is made in a thread, before anybody has typed."""

from __future__ import annotations

from functools import partial

from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import StoreError
from budgetdesk.ui import background
from budgetdesk.ui.start_page import StartPage
from budgetdesk.wording import case_list as words


def find_cases(workspace: Workspace, asked: str) -> list[tuple[str, str]]:
    """(case number, where it was found) of the cases that have all the words, the best first."""
    if workspace.locked:
        return []
    return [(hit.case.id, words.found_in(hit.fields)) for hit in workspace.search(asked)]


def make_ready(page: StartPage, workspace: Workspace) -> None:
    """Let the page search once the index is made."""
    page.search_is_ready(False)
    ready = partial(page.search_is_ready, True)
    background.run(page, partial(_prepare, workspace), lambda _nothing: ready())


def _prepare(workspace: Workspace) -> None:
    """Locked meanwhile, there is nothing to search any more."""
    try:
        workspace.prepare_search()
    except StoreError:
        if not workspace.locked:
            raise
