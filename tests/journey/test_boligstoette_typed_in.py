"""Rows of the official calculator typed in by keys, field by field: the same to the krone."""

from __future__ import annotations

import household_by_keys as by_keys
import pytest
from boligstoette_card import card, choose, expected
from keyboard import Key, Keyboard
from official import OfficialResult, rows

from budgetdesk.ui.session import Session

TYPED = [r for r in rows() if r.scheme == "boligsikring" and r.adults == 1 and not r.net_wealth][2::9]


@pytest.mark.parametrize("row", TYPED, ids=str)
def test_typed_in_field_by_field_it_is_the_same(session: Session, kb: Keyboard, row: OfficialResult) -> None:
    by_keys.new_case(kb)
    kb.page(by_keys.SAG)
    kb.push("Tilføj lejer")
    kb.write("Fødselsdag", "1.5.1985")
    kb.push("Mere om")
    kb.pick("Lever af", "Dagpenge")
    kb.write("Husleje pr. måned, før boligstøtte", f"{row.rent_month}".replace(".", ","))
    kb.write("Areal i m²", f"{row.area_m2}")
    kb.tab_to("Varme betales")
    if not row.heat_paid_separately:
        kb.press(Key.Key_Right)
    kb.space()
    kb.page(by_keys.BUDGET)
    kb.press(Key.Key_Right)
    by_keys.income(kb, "dagpenge", f"{row.income_month}".replace(".", ","))
    kb.pick("Før eller efter skat", "før skat")
    kb.page(by_keys.YDELSER)
    kb.rest()
    choose(kb)

    wanted = expected(row) if row.benefit_month else "Ser ikke ud til at passe nu"
    kb.wait(lambda: wanted in card())


def test_there_are_rows_with_and_without_an_amount() -> None:
    assert {bool(row.benefit_month) for row in TYPED} == {True, False}
