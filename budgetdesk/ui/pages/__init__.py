"""The pages of the conversation, in the order in which advisers work. A new page is one more line in PAGES."""

from __future__ import annotations

from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.benefits import BenefitsPage
from budgetdesk.ui.pages.budget import BudgetPage
from budgetdesk.ui.pages.consents import ConsentsPage
from budgetdesk.ui.pages.debts import DebtsPage
from budgetdesk.ui.pages.emergency import EmergencyPage
from budgetdesk.ui.pages.follow_up import FollowUpPage
from budgetdesk.ui.pages.household import HouseholdPage
from budgetdesk.ui.pages.journal.page import JournalPage
from budgetdesk.ui.pages.plan import PlanPage
from budgetdesk.ui.pages.sign import SignPage
from budgetdesk.ui.pages.spending import SpendingPage

PAGES: tuple[type[Page], ...] = (
    EmergencyPage,
    HouseholdPage,
    BudgetPage,
    SpendingPage,
    BenefitsPage,
    DebtsPage,
    PlanPage,
    SignPage,
    FollowUpPage,
    JournalPage,
    ConsentsPage,
)
