"""Looks for text that is cut off and things that overlap, in a shown window.

PYTHONPATH=.:tests python tests/ui/fits.py LOOK WIDTHxHEIGHT ...   # sizes of screens in px; QT_SCALE_FACTOR is honoured
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QToolButton,
    QWidget,
)
from waiting import let_run, settled

from budgetdesk.actions.desk import memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Consent, Person
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.app import make_app
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.theme import Look
from budgetdesk.ui.widgets.editor import LineBox
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.long_words import LEAST
from budgetdesk.ui.widgets.words import Words

DAY = date(2026, 11, 20)
LONG = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund"
SLACK = 1
"""Rounding of the screen's scale, px."""


def misfits(window: QWidget) -> list[str]:
    """One line per visible text that does not fit, thing that sticks out of its parent, and pair that overlaps.
    What was just said is given its room first: a dialog hears of it a turn later, and grows."""
    settled()
    found = [said for widget in _shown(window) for said in _cut_off(widget)]
    found += [said for parent in [window, *_shown(window)] for said in _overlaps(parent)]
    return found + [said for area in window.findChildren(QScrollArea) if area.isVisible() for said in _too_wide(area)]


def _shown(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]


def _cut_off(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        needed = _needed_by_label(widget)
    elif isinstance(widget, LinkButton):
        needed = QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
    elif isinstance(widget, QToolButton) and not widget.icon().isNull():
        return  # a picture: its text is for screen readers
    elif isinstance(widget, QAbstractButton) and widget.text() and not widget.objectName().startswith("qt_"):
        needed = widget.sizeHint()
    elif isinstance(widget, QComboBox) and widget.toolTip() == widget.currentText():
        return  # ends in three dots, and stands whole where the mouse rests
    elif isinstance(widget, QComboBox):
        needed = QSize(
            widget.fontMetrics().horizontalAdvance(widget.currentText()) + 36, widget.minimumSizeHint().height()
        )
    elif isinstance(widget, LineBox) and widget.placeholderText() and not widget.text():
        needed = _needed_by_line(widget, widget.placeholderText())
    elif isinstance(widget, LineBox) and widget.alignment() & Qt.AlignmentFlag.AlignRight:
        needed = _needed_by_line(widget, widget.text())
    else:
        return
    if needed.width() > widget.width() + SLACK or needed.height() > widget.height() + SLACK:
        yield f"cut off: {_name(widget)} needs {needed.toTuple()}, has {widget.size().toTuple()}"


def _needed_by_label(label: QLabel) -> QSize:
    if not label.wordWrap():
        return label.sizeHint()
    metrics = label.fontMetrics()
    together = LEAST if isinstance(label, Words) else None  # a longer word goes on in the next line
    longest = max((metrics.horizontalAdvance(word[:together]) for word in label.text().split()), default=0)
    return QSize(longest, label.heightForWidth(label.width()))


def _needed_by_line(line: QLineEdit, text: str) -> QSize:
    return QSize(line.fontMetrics().horizontalAdvance(text) + 22, line.minimumSizeHint().height())


def _overlaps(parent: QWidget) -> Iterator[str]:
    layout = parent.layout()
    if layout is None or isinstance(parent, QMainWindow):
        return
    children = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible() and not w.isWindow()]
    for one, other in combinations(children, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > SLACK and both.height() > SLACK:
            yield f"overlap: {_name(one)} and {_name(other)} in {_name(parent)}"
    inside = QRect(QPoint(0, 0), parent.size()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for child in children:
        if not inside.contains(child.geometry()):
            where = f"{child.geometry().getRect()} of {_name(parent)} {parent.size().toTuple()}"
            yield f"sticks out: {_name(child)} {where}"


def _too_wide(area: QScrollArea) -> Iterator[str]:
    inner = area.widget()
    if inner is not None and inner.width() > area.viewport().width() + SLACK:
        yield f"too wide: {_name(area)} {inner.width()} in {area.viewport().width()}"


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()
    return f"{type(widget).__name__} “{text[:50]}”"


# the households


def records() -> dict[str, Record]:
    """An ordinary household, an empty case, and one with long names and many of everything."""
    sample = Record(case=sample_case(today=DAY))
    return {"sample": sample, "empty": Record(), "long": crowded(sample)}


def crowded(record: Record) -> Record:
    """Long Danish names, ten persons, large amounts, many debts and consents."""
    case = record.case
    children = tuple(
        Person(id=f"p{n}", role=Role.CHILD, name=f"{LONG} {n}", born=date(2010 + n, 1, n + 1)) for n in range(4, 12)
    )
    debts = tuple(Debt(id=f"d{n}", creditor=LONG, kind="andet", balance=Decimal("1234567.89")) for n in range(1, 7))
    consents = tuple(Consent(id=f"s{n}", purpose=LONG, recipient=LONG, given=DAY) for n in range(1, 4))
    return replace(
        record,
        case=replace(
            case,
            persons=(replace(case.persons[0], name=LONG), *case.persons[1:], *children),
            tenancy=replace(
                case.tenancy,
                landlord="Boligorganisationen Nordøstsjællandske Almennyttige Fællesboliger",
                address="Christian den Syvendes Plads 123, 4. dør 12, 4720 Præstø Landdistrikt",
                rent_per_month=Decimal("99999.99"),
            ),
            debts=debts,
            conversation=replace(case.conversation, consents=consents),
        ),
    )


def look_through(sizes: Sequence[tuple[int, int]], look: Look) -> list[str]:
    """Every page of every household at each size (px of room): as a window that is made small, and large again."""
    app = make_app(look=look)
    found = []
    for name, record in records().items():
        window = MainWindow(look=look, day_is_fixed=True)
        view = window.open_desk(memory_desk(record, DAY))
        window.resize(QSize(*sizes[0]))
        window.show()
        for size in sizes:
            window.resize(QSize(*size))
            for page in PAGES:
                view.show_page(page.key)
                found += [f"{size} {look} {name} {page.key}: {said}" for said in _at_rest(window)]
            assert window.size() == QSize(*size)
        window.close()
        window.deleteLater()
        app.processEvents()
    return found


def _at_rest(window: QWidget) -> list[str]:
    """What does not fit once the page is at rest: one of another width takes a few moments."""
    if not misfits(window):
        return []
    let_run(100)
    return misfits(window)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    screens = [[int(part) for part in screen.split("x")] for screen in sys.argv[2:]]
    rooms = [(round(width / factor), round(height / factor)) for width, height in screens]
    said = look_through(rooms, Look(sys.argv[1]))
    sys.stdout.write("\n".join(dict.fromkeys(said)) + "\n")
    sys.exit(1 if said else 0)
