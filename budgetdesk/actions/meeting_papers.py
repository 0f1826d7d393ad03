"""The papers of this meeting: those that were sealed today, and what can be printed besides, for whom, in how many
copies. Who may have a paper is decided where every paper that leaves is decided (`casework.leaving`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from budgetdesk.actions.overview import Overview
from budgetdesk.actions.signing import ANNEX, KeptPaper, Vault, file_name
from budgetdesk.casework import leaving, sharing
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.catalogue import DOCUMENTS, RECORD
from budgetdesk.household.case import Case
from budgetdesk.household.words import ConsentParty
from budgetdesk.i18n import translated
from budgetdesk.wording.consents import refusal

MOST = 9
"""Copies of one paper for one of them."""


class For(StrEnum):
    """Whom a copy is for; one job for each, in this order."""

    TENANT = "tenant"
    CASE = "case"
    LANDLORD = "landlord"


@dataclass(frozen=True, kw_only=True)
class MeetingPaper:
    """One paper that can be printed."""

    name: str
    """Of the document (`documents.papers.catalogue`)."""
    title: str
    kept: KeptPaper | None = None
    """The stored paper, where it is sealed: its bytes are printed."""
    chosen: bool = False
    copies: Mapping[For, int]
    not_landlord: str = ""
    """Why the landlord may not have it; "" where that is allowed."""

    @property
    def key(self) -> str:
        """By what the paper is known in a list."""
        return f"{self.name}#{self.kept.id}" if self.kept is not None else self.name


def meeting_papers(
    record: Record, overview: Overview, vault: Vault | None, on: date, *, shown: str = ""
) -> tuple[MeetingPaper, ...]:
    """What can be printed: sealed today first, then the papers of the case, the usual ones ticked. `shown`: the paper
    that is being looked at, which is ticked as well."""
    today = [kept for kept in vault.papers() if kept.made_on == on] if vault is not None else []
    sealed = [_sealed(kept, record.case, on) for kept in today]
    there = {kept.kind for kept in today}
    usual = _usual(record, overview) | {shown}
    others = [
        _unsigned(name, document.title, record.case, on, chosen=name in usual and name not in there)
        for name, document in translated(DOCUMENTS).items()
        if name not in (RECORD, ANNEX)
        and leaving.stopped(leaving.leaving(name, record.case, on), record.case, on) is None
    ]
    return (*sealed, *sorted(others, key=lambda paper: not paper.chosen))


def for_landlord(name: str, case: Case, on: date) -> str:
    """Why the landlord may not be given a paper of the case; "" where it is allowed."""
    leaves = leaving.leaving(name, case, on)
    if leaves.to is ConsentParty.LANDLORD and leaving.stopped(leaves, case, on) is None:
        return ""
    party = ConsentParty.LANDLORD
    decision = leaving.given_to(leaves, case, on, party=party, recipient=sharing.named(case, party))
    return "" if decision.allowed else refusal(decision)


def runs(papers: Sequence[MeetingPaper]) -> tuple[tuple[For, tuple[tuple[MeetingPaper, int], ...]], ...]:
    """What is printed for whom: the chosen papers in their order, each with its copies. Those that get nothing are left
    out, and so is what the landlord may not have."""
    made = []
    for who in For:
        mine = tuple(
            (paper, paper.copies.get(who, 0))
            for paper in papers
            if paper.chosen and paper.copies.get(who, 0) and not (who is For.LANDLORD and paper.not_landlord)
        )
        if mine:
            made.append((who, mine))
    return tuple(made)


def with_copies(paper: MeetingPaper, who: For, copies: int) -> MeetingPaper:
    """The paper with another number of copies for somebody."""
    return replace(paper, copies={**paper.copies, who: max(0, min(copies, MOST))})


def outside_name(paper: MeetingPaper, case_id: str, on: date) -> str:
    """What to call its file outside: no name of a person."""
    return paper.kept.file_name if paper.kept is not None else file_name(paper.name, case_id, on)


def _sealed(kept: KeptPaper, case: Case, on: date) -> MeetingPaper:
    """A sealed paper lies in the case already: one for the tenant, and the agreement for the landlord as well."""
    name = kept.kind
    why_not = for_landlord(name, case, on)
    to_landlord = leaving.leaving(name, case, on).to is ConsentParty.LANDLORD and not why_not
    copies = {For.TENANT: 1, For.CASE: 0, For.LANDLORD: int(to_landlord)}
    return MeetingPaper(name=name, title=kept.title, kept=kept, chosen=True, copies=copies, not_landlord=why_not)


def _unsigned(name: str, title: str, case: Case, on: date, *, chosen: bool) -> MeetingPaper:
    """A paper that is signed with a pen is printed twice: one goes home, one comes back into the case."""
    why_not, signed = for_landlord(name, case, on), DOCUMENTS[name].signed
    to_landlord = leaving.leaving(name, case, on).to is ConsentParty.LANDLORD and not why_not
    copies = {For.TENANT: 1, For.CASE: int(signed), For.LANDLORD: int(to_landlord and signed)}
    return MeetingPaper(name=name, title=title, chosen=chosen, copies=copies, not_landlord=why_not)


def _usual(record: Record, overview: Overview) -> set[str]:
    """What most people take home: the next steps, the budget where there is one, the agreement where one was made."""
    found = {"naeste_skridt"}
    if overview.month.income or overview.month.expenses:
        found.add("budget")
    if record.case.agreement is not None:
        found.add("aftale")
    return found
