"""The page Ydelser: what may be relevant, the working behind it, how to apply, and boligstøtte on its way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Arrears
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.benefits import BenefitsPage
from budgetdesk.ui.pages.ydelser.detail import BenefitDetail
from budgetdesk.ui.pages.ydelser.working import Working
from budgetdesk.wording.steps import CONFIDENCE

FIRST_PAGE = "ydelser"
DAY = date(2026, 11, 20)
Open = Callable[[Desk], MainWindow]


def sample() -> Record:
    return Record(case=sample_case(today=DAY))


def opened(record: Record, kept_window: Open) -> BenefitsPage:
    view = kept_window(memory_desk(record, DAY)).case_view
    assert view is not None
    view.show_page("ydelser")
    page = view.pages["ydelser"]
    assert isinstance(page, BenefitsPage)
    return page


@pytest.fixture
def ydelser(kept_window: Open) -> BenefitsPage:
    return opened(sample(), kept_window)


def card(page: BenefitsPage, benefit: str = "boligstoette") -> BenefitDetail:
    page.choose(benefit)
    QApplication.processEvents()
    assert page.detail is not None
    if page.detail.working.text() == "Skjul beregningen":  # as the test before left it
        press(page.detail, "Skjul beregningen")
    return page.detail


def press(where: QWidget, text: str) -> None:
    found = next(b for b in where.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def texts(where: QWidget) -> str:
    said = [label.text() for label in where.findChildren(QLabel) if label.isVisible()]
    return "\n".join(said).replace("\u00a0", " ")


def working_of(shown: BenefitDetail) -> Working:
    inner = shown.working.inner()
    assert isinstance(inner, Working)
    return inner


def headings(page: BenefitsPage) -> list[str]:
    return list(page.list.groups.rows)


def test_every_benefit_stands_in_the_list_once_and_the_rescue_of_the_home_first(ydelser: BenefitsPage) -> None:
    overview: Overview = ydelser.desk.overview
    listed = [benefit for part in ydelser.list.groups.rows.values() for benefit in part.rows.rows]

    assert sorted(listed) == sorted(one.benefit for one in overview.assessments)
    assert listed[:2] == ["paragraf_81_a", "paragraf_81"]
    assert headings(ydelser)[:2] == ["Red boligen først", "Kan være relevant"]


def test_without_arrears_nothing_is_called_a_rescue(kept_window: Open) -> None:
    record = sample()
    calm = replace(record, case=replace(record.case, arrears=Arrears()))

    assert "Red boligen først" not in headings(opened(calm, kept_window))


def test_the_sum_is_what_is_found_and_promises_nothing(ydelser: BenefitsPage) -> None:
    said = texts(ydelser)

    assert ydelser.totals.figure.figure().replace("\u00a0", " ") == "4.201 kr., vejledende"
    assert "kan være relevant" in said
    assert "Det er ikke et løfte" in said
    assert "ret til" not in said.lower()


def test_a_card_has_the_verdict_in_words_and_the_amount_with_its_mark(ydelser: BenefitsPage) -> None:
    shown = card(ydelser)

    assert shown.verdict.text() == "Kan være relevant, søg"
    assert shown.amount.text().replace("\u00a0", " ") == "4.201 kr. om måneden, vejledende"


def test_the_working_of_boligstoette_stands_both_ways_beside_each_other(ydelser: BenefitsPage, qtbot: QtBot) -> None:
    shown = card(ydelser)
    press(shown, "Vis beregningen")
    two = working_of(shown).two
    assert two is not None
    qtbot.waitUntil(lambda: bool(two.official.steps.rows()) and bool(two.full.steps.rows()), timeout=5000)

    last = [cell.replace("\u00a0", " ") for cell in two.official.steps.rows()[-1]]
    assert last == ["Boligstøtte pr. måned", "§ 23", "4.201 kr."]


def test_every_figure_of_the_law_stands_with_its_days_its_source_and_how_sure_it_is(ydelser: BenefitsPage) -> None:
    shown = card(ydelser)
    press(shown, "Vis beregningen")
    used = next(one for one in ydelser.desk.overview.assessments if one.benefit == "boligstoette").rates_used
    rows = working_of(shown).rates.rows()

    assert len(rows) == len(used)
    assert all("Gælder" in row[1] and "Kilde" in row[1] for row in rows)
    assert any(CONFIDENCE[Confidence.SECONDARY] in row[1] for row in rows)


def test_what_was_taken_for_granted_leads_to_its_field(ydelser: BenefitsPage) -> None:
    shown = card(ydelser)
    press(shown, "Vis beregningen")
    link = next(each for each in working_of(shown).assumed.links if each.text().startswith("Boligens art"))
    assert link.text() == "Boligens art: almen bolig"
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)

    assert ydelser.window().case_view.current == "sag"  # type: ignore[attr-defined]  # the window of the test


def test_the_working_closes_again_with_the_same_key(ydelser: BenefitsPage) -> None:
    shown = card(ydelser)
    press(shown, "Vis beregningen")
    press(shown, "Skjul beregningen")

    assert shown.working.inner() is None
    assert shown.working.text() == "Vis beregningen"


def test_how_to_apply_says_where_and_what_to_bring(ydelser: BenefitsPage) -> None:
    said = texts(card(ydelser).how)

    assert "Udbetaling Danmark" in said
    assert "Lejekontrakt" in said


def test_discretion_shows_what_the_municipality_looks_at_and_leads_to_the_application(ydelser: BenefitsPage) -> None:
    shown = card(ydelser, "paragraf_81_a")
    press(shown, "Det ser kommunen på")

    assert "huslejerestance" in texts(shown)
    assert shown.verdict.text() == "Kan ikke siges endnu"
    assert any(b.text() == "Lav ansøgningen" for b in shown.findChildren(QPushButton))


def test_a_missing_fact_is_asked_right_there(kept_window: Open) -> None:
    record = sample()
    home = replace(record.case.tenancy, area_m2=None, heating=None)
    page = opened(replace(record, case=replace(record.case, tenancy=home)), kept_window)
    one = next(each for each in page.desk.overview.assessments if each.benefit == "boligstoette")
    shown = card(page)

    assert [part.path for part in shown.questions.parts if part.path in one.missing_facts] == list(one.missing_facts)
    assert "Hvor mange m² er dit hjem på?" in texts(shown.questions)
    assert "mellem" in shown.amount.text().lower()


def test_applied_for_is_one_step_and_can_be_undone(ydelser: BenefitsPage) -> None:
    press(card(ydelser), "Læg i budgettet som søgt")
    support = ydelser.record.case.tenancy.boligstoette
    assert (support.applied_on, support.applied_for, support.amount) == (DAY, Decimal(4201), Decimal(0))
    assert "Søgt 20. november 2026" in texts(card(ydelser))
    ydelser.desk.undo()

    assert ydelser.record.case.tenancy.boligstoette.applied_on is None


def test_when_it_is_granted_it_stands_under_the_tenancy_and_can_be_changed_there(ydelser: BenefitsPage) -> None:
    press(card(ydelser), "Læg i budgettet som søgt")
    press(card(ydelser), "Den er bevilget")

    assert ydelser.record.case.tenancy.boligstoette.amount == Decimal(4201)
    assert ydelser.window().case_view.current == "sag"  # type: ignore[attr-defined]  # the window of the test


def test_an_application_can_be_taken_back(ydelser: BenefitsPage) -> None:
    press(card(ydelser), "Læg i budgettet som søgt")
    press(card(ydelser), "Ikke søgt alligevel")

    assert ydelser.record.case.tenancy.boligstoette.applied_on is None


def test_the_list_of_steps_tells_how_many_were_found(ydelser: BenefitsPage) -> None:
    assert BenefitsPage.state(ydelser.record, ydelser.desk.overview).badge == "1 fundet"


def test_an_empty_case_says_what_to_write_first(kept_window: Open) -> None:
    page = opened(Record(), kept_window)

    assert page.empty.isVisible()
    assert not page.beside.isVisible()
    press(page, "Skriv, hvem der bor her")
    assert page.window().case_view.current == "sag"  # type: ignore[attr-defined]  # the window of the test


def test_the_days_on_which_an_answer_could_change_stand_below_the_soonest_first(ydelser: BenefitsPage) -> None:
    shown = texts(ydelser.days)

    assert "30. november 2026. Boligstøtte: Sidste dag at søge, før du mister en måned mere." in shown
    assert "1. januar 2027. Nye satser. Regn ydelserne igen." in shown
    assert shown.index("30. november 2026") < shown.index("1. januar 2027") < shown.index("Noah er fyldt 7 år")
