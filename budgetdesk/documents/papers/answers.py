"""What a document needs to know about a case: the facts, and what follows from them on a day."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.findings import Findings
from budgetdesk.benefits.guide import Guides, Questions
from budgetdesk.budget.month import MonthBudget
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.emergency import Emergency
from budgetdesk.casework.house import House
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.rescue import Rescue
from budgetdesk.casework.sensitive import Found
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Role
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role as HouseholdRole
from budgetdesk.planning.debt_book import DebtBook
from budgetdesk.planning.liquidity import Flow
from budgetdesk.planning.plan import PlanTest
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.watch import Watched
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.planning.wordings import Wordings
from budgetdesk.wording.timeline import Event

SHORT_BLANK = "________________"
"""Where a name or a number is, within a sentence."""


class Answers(Protocol):
    """The answers for one case on one day, as `budgetdesk.actions.overview.Overview` has them."""

    @property
    def on(self) -> date: ...
    @property
    def month(self) -> MonthBudget: ...
    @property
    def clock(self) -> Clock | None: ...
    @property
    def missing(self) -> tuple[Missing, ...]: ...
    @property
    def assessments(self) -> tuple[Assessment, ...]: ...
    @property
    def plan(self) -> PlanTest | None: ...
    @property
    def waterfall(self) -> Waterfall | None: ...
    @property
    def debts(self) -> DebtBook | None: ...
    @property
    def emergency(self) -> Emergency | None: ...
    @property
    def rescue(self) -> Rescue | None: ...
    @property
    def findings(self) -> Findings | None: ...
    @property
    def guides(self) -> Guides: ...
    @property
    def questions(self) -> Questions: ...
    @property
    def policy(self) -> Policy | None: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def wordings(self) -> Wordings: ...
    @property
    def watched(self) -> Watched | None: ...
    @property
    def house(self) -> House: ...
    @property
    def sensitive(self) -> tuple[Found, ...]: ...
    @property
    def ahead(self) -> Flow | None: ...


def parties(case: Case, *, only_lease: bool = False) -> list[Party]:
    """Who signs with the adviser: the tenant, and a partner (for an agreement only one who is on the lease).

    Where there is a guardian (værge) the guardian signs too, and alone for a tenant who cannot sign.
    """
    signing = for_the_tenant(case)
    for person in case.persons:
        if person.role is HouseholdRole.PARTNER and (person.on_lease or not only_lease):
            signing.append(Party(Role.CO_TENANT, person.name))
    return [*signing, Party(Role.ADVISER, case.info.adviser)]


def for_the_tenant(case: Case) -> list[Party]:
    """The tenant's own place, the guardian's, or both."""
    tenant, unable = case.tenant, case.conversation.can_sign is False
    signing = [] if unable else [Party(Role.TENANT, tenant.name if tenant else "")]
    if unable or case.info.guardian:
        signing.append(Party(Role.GUARDIAN, case.info.guardian))
    return signing


def landlord(case: Case) -> str:
    """The landlord's name, or the word for one."""
    return case.tenancy.landlord or "udlejer"
