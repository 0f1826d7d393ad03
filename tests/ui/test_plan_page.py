"""The page Aftale: the answer, the curve with the arrow keys, choosing a plan, the landlord's yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from budgetdesk.actions import plans
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import glance
from budgetdesk.casework.record import Record
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import Standing
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.plan import PlanPage

FIRST_PAGE = "aftale"
DAY = date(2026, 11, 20)
Open = Callable[[Desk], MainWindow]


def sample() -> Record:
    return Record(case=sample_case(today=DAY))


def poor() -> Record:
    record = sample()
    bank = tuple(replace(account, balance=Decimal(100)) for account in record.case.bank)
    return replace(record, case=replace(record.case, bank=bank))


def opened(record: Record, kept_window: Open) -> PlanPage:
    view = kept_window(memory_desk(record, DAY)).case_view
    assert view is not None
    view.show_page("aftale")
    QApplication.processEvents()
    page = view.pages["aftale"]
    assert isinstance(page, PlanPage)
    return page


@pytest.fixture
def aftale(kept_window: Open) -> PlanPage:
    return opened(sample(), kept_window)


def press(page: PlanPage, text: str) -> None:
    found = next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def write(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_the_subtitle_says_the_plan_in_a_sentence(aftale: PlanPage) -> None:
    said = aftale.quiet.text().replace("\u00a0", " ")

    assert "Restance 7.935 kr." in said
    assert "rater" in said


def test_it_is_called_a_proposal_until_the_landlord_has_said_yes(aftale: PlanPage, qtbot: QtBot) -> None:
    assert aftale.verdict.standing.text() == "Forslag, gælder først når udlejer har sagt ja"

    aftale.landlord.by.editor.setFocus()
    write("Ulla hos Lærkely")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    accepted = aftale.record.case.arrears.landlord_accepted
    assert accepted is not None
    assert accepted.by == "Ulla hos Lærkely"
    qtbot.waitUntil(lambda: aftale.verdict.standing.text() == "Udlejer har sagt ja", timeout=5000)
    assert aftale.desk.overview.plan is not None
    assert aftale.desk.overview.plan.standing is Standing.ACCEPTED


def test_taking_the_landlords_yes_back_leaves_no_yes(aftale: PlanPage) -> None:
    field = aftale.landlord.by.editor
    for text in ("Ulla", ""):
        field.setFocus()
        QApplication.focusWidget().selectAll()  # type: ignore[attr-defined]  # the field is a line of text
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        write(text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert aftale.record.case.arrears.landlord_accepted is None


def test_arrow_keys_move_through_the_days_and_say_the_day_the_balance_and_what_moved(aftale: PlanPage) -> None:
    aftale.curve.curve.setFocus()
    QTest.keyClick(aftale.curve.curve, Qt.Key.Key_Home)
    for _ in range(11):
        QTest.keyClick(aftale.curve.curve, Qt.Key.Key_Right)

    plan = aftale.desk.overview.plan
    assert plan is not None
    assert aftale.curve.curve.day() == plan.curve[11]
    assert aftale.curve.said.text().startswith("Tirsdag den 1. december:")
    assert "Husleje" in aftale.curve.moved.text()
    assert "Afdrag på restance" in aftale.curve.curve.accessibleName()


def test_the_l_key_finds_the_lowest_day_and_the_ends_stop_the_arrows(aftale: PlanPage) -> None:
    curve, plan = aftale.curve.curve, aftale.desk.overview.plan
    assert plan is not None
    QTest.keyClick(curve, Qt.Key.Key_L)
    assert (curve.day() or plan.curve[0]).day == (plan.lowest or plan.curve[-1]).day

    QTest.keyClick(curve, Qt.Key.Key_End)
    QTest.keyClick(curve, Qt.Key.Key_Right)
    assert curve.day() == plan.curve[-1]


def test_the_mouse_points_at_a_day_too(aftale: PlanPage) -> None:
    curve = aftale.curve.curve
    QTest.mouseMove(curve, QPoint(curve.width() - 10, 40))
    plan = aftale.desk.overview.plan
    assert plan is not None

    assert curve.day() == plan.curve[-1]


def test_the_curve_is_told_in_words_to_who_cannot_see_it(aftale: PlanPage) -> None:
    said = aftale.curve.curve.accessibleDescription()

    assert "Laveste dag" in said
    assert "under nul" in said.lower()


def test_the_same_figures_can_be_read_as_a_table(aftale: PlanPage) -> None:
    press(aftale, "Vis som tabel")

    assert aftale.curve.table.rows()[0][0] == "November 2026"


def test_the_gentlest_plan_is_chosen_with_one_press_and_undone_with_one(aftale: PlanPage) -> None:
    plan = aftale.desk.overview.plan
    assert plan is not None
    gentlest = next(option for option in plan.alternatives if option.name == "gentlest")
    button = aftale.options.panels["gentlest"].choose
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    assert plans.instalments(aftale.record) == gentlest.instalments
    assert aftale.options.panels["gentlest"].chosen.isVisible()
    aftale.desk.undo()
    assert aftale.record.case.agreement is None


def test_an_own_plan_of_so_many_instalments_is_typed_and_used(aftale: PlanPage) -> None:
    aftale.own.count.setFocus()
    write("10")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    chosen = plans.instalments(aftale.record)
    assert len(chosen) == 10
    assert sum(one.amount for one in chosen) == aftale.record.case.arrears.total


def test_an_own_plan_of_so_much_a_month_starts_on_a_day_of_ones_own(aftale: PlanPage) -> None:
    press(aftale, "Beløb om måneden")
    aftale.own.amount.setFocus()
    write("1.500")
    aftale.own.first.setFocus()
    QApplication.focusWidget().selectAll()  # type: ignore[attr-defined]  # the field is a line of text
    write("15.12.2026")
    press(aftale, "Brug planen")

    chosen = plans.instalments(aftale.record)
    assert (chosen[0].due, chosen[0].amount, chosen[-1].amount) == (date(2026, 12, 15), Decimal(1500), Decimal(435))


def test_a_wish_that_cannot_be_is_answered_under_the_fields_and_changes_nothing(aftale: PlanPage) -> None:
    aftale.own.count.setFocus()
    write("0")
    press(aftale, "Brug planen")

    assert "mellem 1 og 60" in aftale.own.problem.text()
    assert aftale.record.case.agreement is None


def test_single_instalments_are_changed_and_the_rest_put_on_the_last(aftale: PlanPage) -> None:
    press(aftale, "Ret raterne")
    QApplication.focusWidget().selectAll()  # type: ignore[attr-defined]  # the field is a line of text
    write("500")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert plans.instalments(aftale.record)[0].amount == Decimal(500)
    assert "mangler" in aftale.instalments.sum.text()
    press(aftale, "Læg resten på den sidste rate")

    assert plans.difference(aftale.record) == ZERO
    assert "hele restancen" in aftale.instalments.sum.text()


def test_an_instalment_is_removed_and_the_programs_proposal_comes_back(aftale: PlanPage) -> None:
    press(aftale, "Ret raterne")
    before = len(plans.instalments(aftale.record))
    press(aftale, "Fjern")
    assert len(plans.instalments(aftale.record)) == before - 1
    press(aftale, "Brug programmets forslag")

    assert aftale.record.case.agreement is None


def test_a_plan_that_breaks_says_how_much_is_missing_and_the_ways_out(kept_window: Open) -> None:
    page = opened(poor(), kept_window)

    assert page.verdict.headline.text() == "Økonomien holder ikke"
    assert page.strength.missing.isVisible()
    assert page.ways.isVisible()
    assert not page.verdict.ready.isVisible()


def test_a_way_out_leads_to_where_it_is_done(kept_window: Open) -> None:
    page = opened(poor(), kept_window)
    plan = page.desk.overview.plan
    assert plan is not None
    kinds = [way.kind for way in plan.ways]
    assert kinds[0] in ("benefit", "rescue")
    assert all(way.path for way in plan.ways if way.kind in ("pause", "spared", "talk"))


def test_a_missing_balance_is_named_with_a_link_and_no_curve_pretends(kept_window: Open) -> None:
    record = sample()
    page = opened(replace(record, case=replace(record.case, bank=())), kept_window)

    assert [link.text() for link in page.missing.links] == ["Saldo på kontoen i dag"]
    assert not page.curve.isVisible()
    view = page.window().case_view  # type: ignore[attr-defined]  # the window of the test
    page.missing.links[0].setFocus()
    QTest.keyClick(page.missing.links[0], Qt.Key.Key_Space)
    assert view.current == "akut"


def test_without_arrears_the_page_says_what_to_do_first(kept_window: Open) -> None:
    page = opened(Record(), kept_window)

    assert page.empty.isVisible()
    assert not page.answer.isVisible()
    press(page, "Skriv restancen")
    assert page.window().case_view.current == "sag"  # type: ignore[attr-defined]  # the window of the test


def test_a_way_that_was_tried_is_answered_in_the_list_of_premises(aftale: PlanPage) -> None:
    yes = next(b for b in aftale.findChildren(QPushButton) if b.accessibleName() == "Er kommunen spurgt om hjælp?: Ja")
    yes.setFocus()
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)

    tried = {way.id: way for way in aftale.record.case.conversation.ways_tried}
    assert tried["municipality"].answer is True
    assert tried["municipality"].note == "Bliver søgt efter §§ 81 og 81 a"


def test_ready_to_sign_takes_the_proposal_and_goes_to_the_signatures(aftale: PlanPage) -> None:
    press(aftale, "Gør aftalen klar til underskrift")

    assert plans.instalments(aftale.record)
    assert aftale.window().case_view.current == "underskriv"  # type: ignore[attr-defined]  # the window of the test


def test_the_policy_is_named(aftale: PlanPage) -> None:
    assert load_library().policy.version in aftale.premises.policy.text()


def test_where_the_shortest_plan_is_also_the_gentlest_it_stands_once(aftale: PlanPage) -> None:
    plan = aftale.desk.overview.plan
    assert plan is not None
    one = plan.alternatives[0]
    aftale.options.show_plan(replace(plan, alternatives=(one, replace(one, name="gentlest"))))

    assert [name for name, panel in aftale.options.panels.items() if not panel.isHidden()] == ["shortest"]
    assert aftale.options.panels["shortest"].title.text() == "Kortest og lempeligst"


def test_enter_in_the_amount_of_an_instalment_goes_on_to_the_next(aftale: PlanPage) -> None:
    press(aftale, "Ret raterne")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert QApplication.focusWidget().accessibleName() == "Rate 2, dag"


def test_the_curve_follows_every_key_while_the_answer_waits_until_the_field_is_left(aftale: PlanPage) -> None:
    press(aftale, "Ret raterne")
    aftale.place.binder.flush()
    seen = glance(aftale.desk.overview, _with_first(aftale, Decimal(4000)), DAY, aftale.desk.library)
    before = aftale.curve.curve._days
    aftale.refresh(seen)

    assert aftale.curve.curve._days[12].balance < before[12].balance
    assert aftale.verdict.headline.text() == "Økonomien holder ikke"


def _with_first(page: PlanPage, amount: Decimal) -> Record:
    return plans.with_amount(page.record, 0, amount)


def test_two_years_are_shown_and_the_run_of_the_plan_again(aftale: PlanPage) -> None:
    plan = aftale.desk.overview.plan
    assert plan is not None
    press(aftale, "Vis to år")
    assert aftale.curve.curve._days == plan.outlook
    press(aftale, "Vis planens tid")

    assert aftale.curve.curve._days == plan.curve


def test_the_table_of_strain_stands_on_the_page_and_not_where_a_plan_breaks(
    aftale: PlanPage, kept_window: Open
) -> None:
    rows = aftale.strain.table.rows()
    assert any("bankdag for sent" in row[0] for row in rows)
    assert all(row[1] == "Holder" or row[1].startswith("Bryder ") for row in rows)

    assert opened(poor(), kept_window).strain.table.rows() == []


def test_where_no_plan_holds_what_would_be_enough_is_told(kept_window: Open) -> None:
    page = opened(poor(), kept_window)
    plan = page.desk.overview.plan
    assert plan is not None

    assert page.closing.isVisible()
    assert len(page.closing.rows.rows) == len(plan.closes_when)


def test_what_is_left_for_creditors_is_opened_into_who_is_offered_what(aftale: PlanPage) -> None:
    assert aftale.waterfall.down.rows()[-1][0] == "Til rådighed til afdrag"
    assert not aftale.waterfall.below.isVisible()

    aftale.waterfall.fold.setFocus()
    QTest.keyClick(aftale.waterfall.fold, Qt.Key.Key_Space)
    assert aftale.waterfall.below.isVisible()
    assert aftale.waterfall.below.table.rows()[0][0].startswith("Restance på husleje: først")
    assert "Sådan regner andre" in aftale.waterfall.below.scales.text()
