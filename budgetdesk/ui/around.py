"""What an open case may know and do about the cases around it: the tenant's others, and a new one for the tenant."""

from __future__ import annotations

from typing import Protocol

from budgetdesk.casework.case_summary import CaseSummary


class CasesAround(Protocol):
    """Given to the pages by whoever holds the store; a case in no store (a test) has none."""

    def of_tenant(self) -> tuple[CaseSummary, ...]:
        """The other cases of the same tenant, the newest first."""

    def same_number(self) -> str:
        """A sentence where another case has the tenant's CPR number under another name; else ""."""

    def areas(self) -> list[str]:
        """The areas that the cases of the store are in."""

    def open(self, case_id: str) -> object:
        """Save this case, and open another."""

    def begin_again(self, *, figures: bool) -> object:
        """Save this case, and open a new one for the same tenant."""
