"""One benefit beside the list of all: chosen by keys, asked about right there, followed until it is answered."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.benefits.guide import ROW, expand
from budgetdesk.casework.record import Record
from budgetdesk.household.circumstances import ChildFacts
from budgetdesk.household.words import OtherParent, Outcome
from budgetdesk.readers.case_file import load_case, sample_case
from budgetdesk.readers.guides import load_guides, load_questions
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.benefits import BenefitsPage
from budgetdesk.ui.pages.ydelser.answer_fields import answer_field
from budgetdesk.ui.pages.ydelser.benefit_list import BenefitRow
from budgetdesk.ui.pages.ydelser.detail import BenefitDetail
from budgetdesk.ui.widgets.choices import Choice, YesNo
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit

FIRST_PAGE = "ydelser"
DAY = date(2026, 11, 20)
HOUSEHOLDS = Path(__file__).parent.parent / "benefits" / "households"
CHOOSING = 0.3
"""Choosing takes less than 0.1 s of work on a quiet machine; a busy one does its work slower, s."""
Open = Callable[[Desk], MainWindow]


def opened(record: Record, kept_window: Open) -> BenefitsPage:
    view = kept_window(memory_desk(record, DAY)).case_view
    assert view is not None
    view.show_page("ydelser")
    QApplication.processEvents()
    page = view.pages["ydelser"]
    assert isinstance(page, BenefitsPage)
    return page


def household(name: str) -> Record:
    return Record(case=load_case(HOUSEHOLDS / f"{name}.json", today=DAY).case)


@pytest.fixture
def page(kept_window: Open) -> BenefitsPage:
    return opened(Record(case=sample_case(today=DAY)), kept_window)


@pytest.fixture
def parent(kept_window: Open) -> BenefitsPage:
    """A single parent whose children's other parent is asked about."""
    return opened(household("lavt_loennet_med_institution"), kept_window)


def detail(page: BenefitsPage, benefit: str) -> BenefitDetail:
    page.choose(benefit)
    QApplication.processEvents()
    assert page.detail is not None
    return page.detail


def press(where: QWidget, text: str) -> None:
    found = next(b for b in where.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def texts(where: QWidget) -> str:
    said = [label.text() for label in where.findChildren(QLabel) if label.isVisible()]
    return "\n".join(said).replace("\u00a0", " ")


def row(page: BenefitsPage, benefit: str) -> BenefitRow:
    found = page.list.row(benefit)
    assert found is not None
    return found


# the list


def test_down_chooses_the_next_benefit_and_enter_goes_into_its_page(page: BenefitsPage) -> None:
    first, second = list(page.list.rows())[:2]
    page.choose(first.benefit)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.chosen == second.benefit
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()

    assert focus is not None
    assert page.detail is not None
    assert page.detail.isAncestorOf(focus)


def test_up_at_the_top_stays(page: BenefitsPage) -> None:
    first = next(page.list.rows())
    page.choose(first.benefit)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)

    assert page.chosen == first.benefit


def test_only_the_chosen_benefit_is_made(page: BenefitsPage, qtbot: QtBot) -> None:
    detail(page, "boligstoette")
    detail(page, "varmetillaeg")

    qtbot.waitUntil(lambda: [each.benefit for each in page.findChildren(BenefitDetail)] == ["varmetillaeg"])


def test_another_benefit_is_there_at_once(page: BenefitsPage) -> None:
    detail(page, "boligstoette")
    for benefit in ("kontanthjaelp", "boligstoette", "friplads"):
        started = time.thread_time()
        page.choose(benefit)
        assert time.thread_time() - started < CHOOSING


def test_a_no_says_in_the_list_why_and_on_its_page_the_limit(page: BenefitsPage) -> None:
    assert "Folkepension er ikke relevant endnu" in row(page, "folkepension").text_line.text()

    assert "Folkepensionsalder" in texts(detail(page, "folkepension"))


def test_what_one_gets_already_is_compared_and_not_to_be_applied_for(kept_window: Open) -> None:
    page = opened(household("enlig_paa_kontanthjaelp"), kept_window)
    shown = detail(page, "kontanthjaelp")

    assert "Får du allerede" in page.list.groups.rows
    assert row(page, "kontanthjaelp").text_line.text().startswith("Du får 14.201")
    assert shown.verdict.text() == "Får du allerede"
    assert not shown.follow_up.apply.isVisible()


def test_more_than_one_gets_is_found_with_both_amounts(kept_window: Open) -> None:
    page = opened(household("par_med_tre_boern"), kept_window)
    said = row(page, "boerne_og_ungeydelse").text_line.text().replace("\u00a0", " ")

    assert said.startswith("beregnet 3.644 kr. om måneden, I får 3.424 kr.")
    assert "Får I allerede" not in page.list.groups.rows


# the totals


def test_found_in_doubt_and_once_are_three_figures(parent: BenefitsPage) -> None:
    shown = [each.figure().replace("\u00a0", " ") for each in (parent.totals.figure, parent.totals.doubt)]

    assert shown == ["8.273 kr., vejledende", "Mellem 3.427 kr. og 9.903 kr."]
    assert parent.totals.once.figure().replace("\u00a0", " ") == "5.400 kr."


def test_the_question_that_tells_most_leads_to_its_field(parent: BenefitsPage) -> None:
    assert parent.totals.link.text() == "Viggo: Får barnets anden forælder folkepension?"
    parent.totals.link.click()
    QApplication.processEvents()
    focus = QApplication.focusWidget()

    assert parent.chosen == "boernetilskud"
    assert isinstance(focus, QPushButton)
    assert focus.accessibleName().startswith("Viggo: Får barnets anden forælder folkepension?")


# the questions


def test_an_answer_is_kept_where_it_belongs_and_is_one_step(parent: BenefitsPage) -> None:
    asked = detail(parent, "boernetilskud").questions.parts[0]
    press(asked, "Nej")
    path = asked.path
    assert path == "persons[p2].child.other_parent_pensioner"
    child = next(each for each in parent.record.case.persons if each.id == "p2")
    assert child.child.other_parent_pensioner is False
    parent.desk.undo()

    assert next(e for e in parent.record.case.persons if e.id == "p2").child.other_parent_pensioner is None


def test_what_is_answered_stays_under_a_fold_and_can_be_changed(page: BenefitsPage) -> None:
    shown = detail(page, "boligstoette").questions
    before = len(shown.parts)
    shown.more.click()
    asked = {part.path: part for part in shown.parts[before:]}

    assert {"tenancy.kind", "tenancy.sharing", "tenancy.rent_per_month"} <= set(asked)
    choice = asked["tenancy.sharing"].findChild(QComboBox)
    assert choice is not None
    assert choice.count() == 6


def test_a_doubt_stands_at_its_field(kept_window: Open) -> None:
    record = Record(case=sample_case(today=DAY))
    home = replace(record.case.tenancy, rent_per_month=Decimal(0))
    page = opened(replace(record, case=replace(record.case, tenancy=home)), kept_window)
    shown = detail(page, "boligstoette").questions
    shown.reveal("tenancy.rent_per_month")

    assert "Huslejen er 0. Skriv huslejen, eller lad feltet stå tomt." in texts(shown)


def test_an_income_nobody_has_written_is_made_by_its_answer(kept_window: Open) -> None:
    record = household("pensionist_med_varmeregning")
    without = tuple(each for each in record.case.income if each.kind != "privat_pension")
    page = opened(replace(record, case=replace(record.case, income=without)), kept_window)
    shown = detail(page, "folkepension").questions
    shown.reveal("income[privat_pension].amount")
    field = next(part for part in shown.parts if part.path == "income[privat_pension].amount").findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "900")
    page.place.binder.flush()

    assert [each.amount for each in page.record.case.income if each.kind == "privat_pension"] == [Decimal(900)]


def test_every_question_of_every_guide_can_be_answered(page: BenefitsPage) -> None:
    kinds = {"ja/nej": Choice | YesNo, "dag": DateEdit, "kr": AmountEdit, "kr/måned": AmountEdit, "kr/år": AmountEdit}
    case = page.record.case
    for pattern, question in load_questions().items():
        paths = expand(pattern, case) or ((pattern,) if pattern.startswith("income[") else ())
        for path in paths if f"[{ROW}]" not in pattern and pattern not in ("income", "arrears.rows") else ():
            made = answer_field(page, path, question, question.ask).editor
            assert isinstance(made, kinds.get(question.unit, Editor)), path
            assert type(made).__name__ != "LineEdit", f"{path} has no list of answers"


def test_each_benefit_asks_something(page: BenefitsPage) -> None:
    silent = [name for name in load_guides() if not _asks(page, name)]

    assert silent == []


def _asks(page: BenefitsPage, benefit: str) -> bool:
    shown = detail(page, benefit).questions
    return bool(shown.parts) or shown.more.isVisible()


# papers


def test_a_paper_on_the_desk_is_ticked_and_remembered(page: BenefitsPage) -> None:
    ticks = detail(page, "boligstoette").how.papers.ticks.rows
    name, tick = next(iter(ticks.items()))
    tick.tick.tick.click()

    assert page.record.case.circumstances.documents_have == (name,)
    page.desk.undo()
    assert not page.record.case.circumstances.documents_have


def test_why_the_amount_may_look_wrong_opens_on_demand(page: BenefitsPage) -> None:
    shown = detail(page, "boligstoette")
    assert "Et barn er fyldt 18 år" not in texts(shown)
    press(shown, "Ser beløbet forkert ud?")

    assert "Et barn er fyldt 18 år eller er flyttet." in texts(shown)


# applied for, and answered


def test_a_benefit_is_followed_from_the_day_it_was_applied_for(parent: BenefitsPage, qtbot: QtBot) -> None:
    shown = detail(parent, "friplads")
    press(shown, "Søgt i dag")
    said = texts(shown)

    assert "Søgt 20. november 2026, 4.100 kr. om måneden. Det tæller først, når det er bevilget." in said
    assert "Spørg igen 18. december 2026: Fik du økonomisk friplads?" in said
    qtbot.waitUntil(lambda: row(parent, "friplads").text_line.text() == "søgt 20. november 2026", timeout=5000)


def test_the_amount_of_the_letter_closes_the_loop_against_the_estimate(parent: BenefitsPage) -> None:
    shown = detail(parent, "boernetilskud")
    press(shown, "Søgt i dag")
    shown.follow_up.amount.show_text("1.500")
    press(shown, "Bevilget")
    assert "Bevilget 20. november 2026: 1.500 kr. om måneden." in texts(shown)
    press(shown, "Læg ind som indtægt")
    assert [each.kind for each in parent.record.case.income].count("boernetilskud") == 1
    parent.desk.undo()

    assert "boernetilskud" not in [each.kind for each in parent.record.case.income]


def test_an_amount_that_cannot_be_read_is_not_granted(parent: BenefitsPage) -> None:
    shown = detail(parent, "boernetilskud")
    press(shown, "Søgt i dag")
    shown.follow_up.amount.show_text("mange")
    press(shown, "Bevilget")

    assert parent.record.case.applications[0].outcome is Outcome.WAITING
    assert shown.follow_up.amount.problem.isVisible()


def test_a_refused_81_leads_to_81_a_and_the_last_day_to_complain(page: BenefitsPage, qtbot: QtBot) -> None:
    shown = detail(page, "paragraf_81")
    press(shown, "Søgt i dag")
    press(shown, "Afslag")
    qtbot.waitUntil(lambda: "Sidste dag at klage" in texts(shown), timeout=5000)
    press(shown, "Se § 81 a")

    assert page.chosen == "paragraf_81_a"


def test_the_other_parent_unknown_is_an_answer_too(kept_window: Open) -> None:
    record = household("lavt_loennet_med_institution")
    persons = tuple(
        replace(each, child=ChildFacts(other_parent=OtherParent.UNKNOWN)) if each.id == "p2" else each
        for each in record.case.persons
    )
    page = opened(replace(record, case=replace(record.case, persons=persons)), kept_window)
    shown = detail(page, "boernetilskud").questions
    shown.reveal("persons[p2].child.other_parent")
    field = next(part for part in shown.parts if part.path == "persons[p2].child.other_parent").findChild(QComboBox)

    assert field is not None
    assert field.currentText() == "Ikke kendt"


@pytest.mark.parametrize("benefit", ["paragraf_81", "boligstoette"])
def test_what_is_opened_has_its_whole_height_at_once(page: BenefitsPage, qtbot: QtBot, benefit: str) -> None:
    shown = detail(page, benefit)
    at_rest()
    shown.questions.more.click()
    for fold in shown.folds:
        if fold.isVisible():
            fold.open_room()
    at_rest()

    body = page.widget()
    assert body is not None
    assert body.height() >= body.heightForWidth(body.width())
