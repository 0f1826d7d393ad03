"""Time stamps for sealed papers, where the organisation has chosen a server: fetched when there is net, never waited
for while somebody signs. Only a hash of the signature leaves the computer (`documents.seals.timestamp`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import SealError, TimeServerError

_KEPT = "time_server"


@dataclass(frozen=True, kw_only=True)
class Stamped:
    """What a round gave."""

    papers: int
    """How many papers got a time stamp."""
    left: int
    """How many sealed papers still have none."""
    problem: str = ""
    """Why the server gave none, in a Danish sentence; "" when nothing went wrong."""


def server_of(workspace: Workspace) -> str:
    """The address of the chosen server; "" when none was chosen."""
    found = workspace.setting(_KEPT)
    return found if isinstance(found, str) else ""


def choose_server(workspace: Workspace, url: str) -> None:
    """Use this server from now on; "" for none. Raises TimeServerError for what is no address."""
    from budgetdesk.documents.seals import timestamp  # noqa: PLC0415 - slow to import

    if url.strip():
        timestamp.server(url)
    workspace.save_setting(_KEPT, url.strip())


def fetch(workspace: Workspace, case_id: str, go_on: Callable[[], bool] = lambda: True) -> Stamped:
    """Time stamps for all sealed papers of a case that have none. Stops at the first that the server does not answer,
    or when `go_on` says no. Nothing is asked where no server is chosen."""
    from budgetdesk.documents.seals import timestamp  # noqa: PLC0415 - slow to import

    url = server_of(workspace)
    papers = [one for one in workspace.documents(case_id) if one.sealed] if url else []
    waiting = [(one.id, pdf) for one in papers if not timestamp.is_stamped(pdf := workspace.document(one.id))]
    done, problem = 0, ""
    for paper, pdf in waiting:
        if not go_on():
            break
        try:
            stamped = timestamp.add(pdf, timestamp.server(url), host=urlsplit(url).hostname or url)
        except TimeServerError as error:
            problem = str(error)
            break
        except SealError as error:  # one old paper without room stops none of the others
            problem = str(error)
            continue
        done += workspace.replace_document(paper, stamped, before=pdf)
    return Stamped(papers=done, left=len(waiting) - done, problem=problem)
