"""The cases around the one that is open, from the store of a session."""

from __future__ import annotations

from collections.abc import Callable

from budgetdesk.actions import same_tenant
from budgetdesk.actions.case_course import for_same_tenant
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.casework.record import Record


class SessionAround:
    """`CasesAround` for one desk."""

    def __init__(
        self,
        workspace: Workspace,
        desk: Desk,
        open_case: Callable[[str], object],
        begin: Callable[[Record], object],
    ) -> None:
        self._workspace, self._desk, self._begin = workspace, desk, begin
        self.open = open_case

    def of_tenant(self) -> tuple[CaseSummary, ...]:
        """The other cases of the same tenant, the newest first."""
        return same_tenant.others(self._workspace.cases(), self._desk.case_id, self._desk.record.case)

    def same_number(self) -> str:
        """A sentence where another case has the tenant's CPR number under another name."""
        return same_tenant.shared_number(self._workspace.cases(), self._desk.case_id, self._desk.record.case)

    def areas(self) -> list[str]:
        """The areas that occur, by the alphabet."""
        return sorted({case.about.area for case in self._workspace.cases()} - {""}, key=str.casefold)

    def begin_again(self, *, figures: bool) -> object:
        """A new case for the same tenant; the one before keeps all it has."""
        return self._begin(for_same_tenant(self._desk.record, today=self._desk.today, figures=figures))
