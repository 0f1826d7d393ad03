"""The sample household on the desk, in a store of its own."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.house import save_house
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.house import House

DAY = date(2026, 11, 20)
"""The day of the demonstration, shown on every page: so that it works, and says the same, in every year."""
HOUSE = House(
    name="Boligrådgivningen Lærkely",
    address="Lærketorvet 2, 2650 Hvidovre",
    phone="55 50 10 00",
    email="raad@eksempel.dk",
    basis="Samtykke (databeskyttelsesforordningen art. 6, stk. 1, litra a)",
    kept="Et år efter, at sagen er slut",
)
"""An invented organisation."""


def take_in(workspace: Workspace) -> Desk:
    """Open the sample as a new case, in an organisation that has said who it is."""
    save_house(workspace, HOUSE)
    record = sample_record(workspace.library, today=workspace.today)
    return workspace.new_case(record, number=record.case.info.number or None)
