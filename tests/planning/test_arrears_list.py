"""A landlord's list beside what we know: matched surely, explained where it can be, and nobody else looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from plan_under_way import DAYS, POLICY, kr, plan_case, rate, rent, with_arrears

from budgetdesk.dates import Month
from budgetdesk.household.case import Case
from budgetdesk.planning.arrears_list import Compared, Fit, Found, ListRow, compare
from budgetdesk.wording import arrears_list as words

FIRST, AFTER = DAYS[0], date(2026, 12, 20)
DEC = Month(2026, 12)


def row(amount: str | int, reference: str = "000123456789", name: str = "") -> ListRow:
    return ListRow(line=2, reference=reference, amount=kr(amount), name=name)


def one(case: Case, *rows: ListRow) -> Compared:
    return compare(rows, {"2026-0001": case}, POLICY, on=AFTER)[0]


def test_the_landlords_sum_holds_the_arrears_and_the_rent_that_fell_due_since() -> None:
    found = one(plan_case(rate(1, FIRST)), row(5935 + 7000))

    assert (found.fit, found.ours) == (Fit.AGREES, 12935)


@pytest.mark.parametrize(
    ("amount", "pays"),
    [
        (7935, ["rent:2026-12-01"]),
        (12935, ["instalment:2026-12-01"]),
        (5935, ["rent:2026-12-01", "instalment:2026-12-01"]),
        (11000, []),
    ],
)
def test_less_than_we_think_is_explained_by_open_payments_or_by_nothing(amount: int, pays: list[str]) -> None:
    found = one(plan_case(), row(amount))

    assert found.fit is Fit.LESS
    assert [each.key for each in found.pays] == pays


def test_more_than_we_think_names_the_payment_that_was_not_seen() -> None:
    paid = plan_case(rate(1, FIRST), rent(DEC, FIRST))
    not_seen, unknown = one(paid, row(7935)), one(paid, row(6500))

    assert (not_seen.fit, not_seen.not_seen and not_seen.not_seen.amount) == (Fit.MORE, 2000)
    assert "har ikke set betalingen på 2.000\u00a0kr. 1. december" in words.explained(not_seen, AFTER)
    assert unknown.not_seen is None
    assert "Ring, og spørg, hvad det er." in words.explained(unknown, AFTER)


def test_a_difference_within_the_margin_agrees() -> None:
    assert one(plan_case(rate(1, FIRST), rent(DEC, FIRST)), row("5945.00")).fit is Fit.AGREES


def test_several_rows_of_one_tenant_are_added() -> None:
    assert one(plan_case(rate(1, FIRST), rent(DEC, FIRST)), row(5000), row(935)).fit is Fit.AGREES


def test_a_row_is_matched_by_the_reference_then_the_number_of_the_case_then_the_name() -> None:
    plain = with_arrears(plan_case(), payment_reference="")

    assert one(plan_case(), row(1, "+71 000123456789", "En anden")).found is Found.REFERENCE
    assert one(plain, row(1, "2026-0001")).found is Found.NUMBER
    assert one(plain, row(1, "77", "SKOVGAARD, Nadia")).found is Found.NAME


def test_a_name_that_two_tenants_have_is_nobodys() -> None:
    plain = with_arrears(plan_case(), payment_reference="")
    rows = (row(1, "77", "Nadia Skovgaard"), row(2, "78", "Nadia Skovgaard"))

    assert compare(rows, {"1": plain}, POLICY, on=AFTER) == ()


def test_people_without_a_case_and_cases_without_a_running_plan_are_left_alone() -> None:
    proposal = with_arrears(plan_case(made_on=None), landlord_accepted=None)

    assert compare([row(1, "999999999999", "Ukendt")], {"1": plan_case()}, POLICY, on=AFTER) == ()
    assert compare([row(1)], {"1": proposal, "2": replace(proposal, agreement=None)}, POLICY, on=AFTER) == ()
