"""The program's own data, read once: the chart of lines, the figures of the law, the policy, the rules for sorting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from budgetdesk.benefits.rate_edits import RateEdit
from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.consent_data import ConsentData
from budgetdesk.casework.house import House
from budgetdesk.ledger.missing_bills import Bill
from budgetdesk.ledger.sorting import Rules
from budgetdesk.ledger.subscriptions import Service
from budgetdesk.planning.policy import Policy
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.consents import load_consents
from budgetdesk.readers.missing_bills import load_missing_bills
from budgetdesk.readers.policy import load_policy
from budgetdesk.readers.rates import load_rates
from budgetdesk.readers.rules import load_rules
from budgetdesk.readers.subscriptions import load_subscriptions


@dataclass(frozen=True, kw_only=True)
class PolicyUse:
    """One policy that the organisation has taken into use: from which day, by whom, and why."""

    policy: Policy
    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Library:
    """What every page may look things up in. A value: where figures are entered, the workspace takes another one."""

    chart: Chart
    rates: Rates
    policy: Policy
    rules: Rules
    services: tuple[Service, ...] = ()
    """Subscriptions known by name."""
    bills: tuple[Bill, ...] = ()
    """Bills that one month cannot show."""
    program_rates: Rates | None = None
    """The figures as the program came with them, where `rates` has the organisation's own on top (`actions.rates`)."""
    rate_edits: tuple[RateEdit, ...] = ()
    """Everything the organisation has entered, withdrawn or not, the oldest first."""
    rate_problems: tuple[str, ...] = ()
    """Entered figures that could not be used, a sentence each."""

    program_policy: Policy | None = None
    """The policy as the program came with it, where `policy` is the organisation's own (`actions.policies`)."""
    policy_uses: tuple[PolicyUse, ...] = ()
    """Every policy the organisation has taken into use, the oldest first."""
    policy_problem: str = ""
    """A saved policy that could not be used, in a sentence."""

    house: House = field(default_factory=House)
    """The organisation's own data and words (`actions.house`)."""
    consents: ConsentData = field(default_factory=ConsentData)
    """What is usually asked for, and on what sensitive facts may rest."""

    @property
    def shipped_policy(self) -> Policy:
        """The policy as the program came with it: an example, not the organisation's."""
        return self.policy if self.program_policy is None else self.program_policy

    @property
    def shipped_rates(self) -> Rates:
        """The figures as the program came with them."""
        return self.rates if self.program_rates is None else self.program_rates


@cache
def load_library() -> Library:
    """Read everything under `resources/`. Raises RatesFileError and other BudgetDeskError leaves that name the file."""
    return Library(
        chart=load_chart(),
        rates=load_rates(),
        policy=load_policy(),
        rules=load_rules(),
        services=load_subscriptions(),
        bills=load_missing_bills(),
        consents=load_consents(),
    )
