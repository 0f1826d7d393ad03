"""A tenant who has not moved in yet: the home of the case is the one to move to, so it is entered once.

What is asked about the home to move to (its rent, its size, its indskud) is then what stands about the home itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from budgetdesk.household.case import Case
from budgetdesk.household.plausible_course import is_new_tenant


def is_moving_in(case: Case, day: date) -> bool:
    """Whether the home of the case is still to be moved into: a case of a new tenant, until the day of moving in."""
    moved_in = case.tenancy.moved_in
    return is_new_tenant(case) and (moved_in is None or moved_in > day)


def with_new_home(case: Case, day: date) -> Case:
    """The case as the help with moving asks about it; what somebody has answered there itself stays."""
    if not is_moving_in(case, day):
        return case
    facts, home = case.circumstances, case.tenancy
    filled = replace(
        facts,
        moving=True if facts.moving is None else facts.moving,
        new_rent=home.rent_per_month if facts.new_rent is None else facts.new_rent,
        new_area_m2=home.area_m2 if facts.new_area_m2 is None else facts.new_area_m2,
        new_indskud=home.deposit if facts.new_indskud is None else facts.new_indskud,
    )
    return case if filled == facts else replace(case, circumstances=filled)
