"""`papers`: the papers of a case, each seal checked, and scanned copies signed with a pen taken in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from budgetdesk.actions import pen_copies
from budgetdesk.actions.case_papers import CasePaper, SealState, case_papers, seal_state
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.cli.output import DONE, NOT_GOOD, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.wording import case_papers as words


def papers(args: argparse.Namespace, output: Output) -> int:
    """List the papers of a case, the newest first; with files, take them in first. Status 1 where a seal does not hold
    or a page finds no paper."""
    with open_workspace(args.today) as workspace:
        desk = workspace.desk(args.case)
        good = _taken_in(workspace, desk, args.files, output) if args.files else True
        for paper in case_papers(workspace, desk.case_id, desk.record):
            state = seal_state(workspace, paper.id, workspace.today) if paper.sealed else None
            good = good and (state is None or state.valid)
            output.answer(_told(paper, state), _line(paper, state))
    return DONE if good else NOT_GOOD


def _taken_in(workspace: Workspace, desk: Desk, files: Sequence[Path], output: Output) -> bool:
    """Pages that find no paper of the case are told, and left where they are."""
    read = pen_copies.read_files(files)
    groups = pen_copies.matched(workspace, desk.case_id, read.pages)
    for problem in (*read.problems, *(group.problem for group in groups if group.problem)):
        output.problem(problem)
    ready = [group for group in groups if group.paper is not None]
    if ready:
        made = pen_copies.take_in(workspace, desk.case_id, desk.record, ready, on=workspace.today, by=workspace.account)
        desk.change(pen_copies.LABEL, made)
    return len(ready) == len(groups) and not read.problems


def _told(paper: CasePaper, state: SealState | None) -> dict[str, Any]:
    return {
        "id": paper.id,
        "title": paper.title,
        "made_on": paper.made_on,
        "code": paper.code,
        "sealed": paper.sealed,
        "valid": state.valid if state is not None else None,
        "level": state.level if state is not None else "",
        "signed_by": state.signed_by if state is not None else (),
        "copies": [_copy(copy) for copy in paper.copies],
    }


def _copy(copy: PenCopy) -> dict[str, Any]:
    return {"taken_on": copy.taken_on, "by": copy.by, "pages": len(copy.pages), "missing": copy.missing}


def _line(paper: CasePaper, state: SealState | None) -> str:
    about = words.paper(paper.made_on, paper.code, sealed=paper.sealed, for_tenant_only=paper.for_tenant_only)
    said = [f"{paper.title}: {about}." if paper.id else f"{paper.title}."]
    if state is not None:
        reason = next(iter(state.reasons), "")
        said.append(words.seal(state.signed_by, state.level, valid=state.valid, reason=reason))
    return " ".join((*said, *(words.copy(copy) for copy in paper.copies)))
