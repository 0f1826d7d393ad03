"""The days of all open cases for the calendar, from the start page: no case need be open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fits import misfits
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.case_summary import CaseSummary, in_list
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.calendar_export import export_all

FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


class TwoCases:
    """A store of two cases, as the calendar knows one."""

    def __init__(self, record: Record) -> None:
        info = record.case.info
        names = {"1": "Karen Mølgaard", "2": "Bo Åkjær"}
        self._records = {
            number: paths.put(record, "case.info", replace(info, adviser=name, invented=False))
            for number, name in names.items()
        }
        self.opened: list[str] = []

    def cases(self) -> tuple[CaseSummary, ...]:
        return tuple(
            CaseSummary(id=number, opened_at=NOON, saved_at=None, about=in_list(record.case))
            for number, record in self._records.items()
        )

    def desk(self, case_id: str, *, purpose: str = "") -> Desk:
        self.opened.append(f"{case_id} {purpose}")
        return memory_desk(self._records[case_id], FRIDAY)


def test_the_days_of_all_cases_of_one_adviser_go_to_the_calendar_without_a_case_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file, store = tmp_path / "kalender.ics", TwoCases(Record(case=sample_case(today=FRIDAY)))
    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    dialog = export_all(owner, store, FRIDAY)
    offered = [dialog.which.list.itemText(n) for n in range(dialog.which.list.count())]
    assert offered == ["Alle åbne sager", "Alle åbne sager hos Bo Åkjær", "Alle åbne sager hos Karen Mølgaard"]
    QApplication.processEvents()
    assert misfits(dialog) == []

    dialog.which.show_value("Bo Åkjær")
    dialog.agree.click()
    qtbot.waitUntil(file.exists)

    assert store.opened == ["2 Kalender"]
