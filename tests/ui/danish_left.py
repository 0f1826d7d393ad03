"""What of a window is not in the language that is spoken, found without reading: every text that is looked up in the
catalogue comes back between marks, so what stands outside them was never looked up.

What somebody typed stays as it was typed: it is known from the case, and left out. So are names of laws, which are
Danish everywhere, figures and days.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from budgetdesk import data_files, i18n
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import dump_case

OPEN, CLOSE = "⟦", "⟧"
_DAYS = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
_LAW = re.compile(r"\([^()]*§[^()]*\)|\b(stk|nr|kr|pkt)\b\.?|§+[\s\d.,a-z-]*", re.IGNORECASE)
_KEYS = re.compile(r"\b(Alt|Ctrl|Shift)\+\w+")
_WORD = re.compile(r"[A-Za-zÆØÅæøå]{2,}")
NAMES = ("BudgetDesk", "Budget", "Gældsstyrelsen", "Udbetaling Danmark", "borger.dk", "OK")
"""What is called the same in every language."""


class Marking(gettext.NullTranslations):
    """The English catalogue, with every Danish text between marks in the place of its translation."""

    def __init__(self) -> None:
        super().__init__()
        english = gettext.translation(i18n.DOMAIN, data_files.path("locale"), languages=["en"])
        keys = [key for key in vars(english)["_catalog"] if key]
        self._catalog = {key: self.gettext(key) if isinstance(key, str) else self.gettext(key[0]) for key in keys}

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


@contextmanager
def marked_window() -> Iterator[None]:
    """Everything that is said within is said between marks, with days and numbers as in English."""
    before = i18n._Chosen.voice
    i18n._Chosen.voice = i18n.Voice("en", Marking())
    try:
        yield
    finally:
        i18n._Chosen.voice = before


def typed(record: Record) -> tuple[str, ...]:
    """What people, banks and shops wrote in a case, the longest first."""
    import json

    found = set(_strings(json.loads(dump_case(record.case))))
    found |= {one.text for one in record.spending.transactions} | {one.account for one in record.spending.batches}
    found |= {one.shop for one in record.spending.receipts}
    found |= {item.text for one in record.spending.receipts for item in one.items}
    found |= {word for one in record.case.persons for word in one.name.split()}
    found |= {word for one in record.spending.transactions for word in one.text.split() if len(word) > 2}
    return tuple(sorted((one for one in found if len(one) > 1), key=len, reverse=True))


def _strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from _strings(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _strings(value)


def left_in(top: QWidget, known: Iterable[str]) -> list[str]:
    """The texts below a widget that were not looked up, once each."""
    known = (*known, *NAMES)
    return list(dict.fromkeys(text for text in _texts(top) if is_left(text, known)))


def is_left(text: str, known: Iterable[str]) -> bool:
    """Whether words stand outside the marks that nobody typed."""
    outside = _outside(re.sub(r"<[^>]+>", "", text)).replace("\xa0", " ")
    if not _WORD.search(outside):
        return False
    for one in known:
        outside = outside.replace(one, " ")
    for pattern in (_LAW, _DAYS, _KEYS):
        outside = pattern.sub(" ", outside)
    return _WORD.search(outside) is not None


def _outside(text: str) -> str:
    depth, found = 0, []
    for sign in text:
        if sign == CLOSE:
            depth = max(0, depth - 1)
        elif sign == OPEN:
            depth += 1
        elif not depth:
            found.append(sign)
    return "".join(found)


def _texts(top: QWidget) -> Iterator[str]:
    yield top.windowTitle()
    for one in (top, *top.findChildren(QWidget)):
        if isinstance(one, QMenu):
            yield from (action.text() for action in one.actions())
        if not one.isVisible():
            continue
        yield from (one.toolTip(), one.accessibleName())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QGroupBox):
            yield one.title()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(at) for at in range(one.count()))
        elif isinstance(one, QLineEdit):
            yield from (one.text(), one.placeholderText())
        elif isinstance(one, QTextEdit | QPlainTextEdit):
            yield from (*one.toPlainText().splitlines(), one.placeholderText())
        elif isinstance(one, QAbstractItemView):
            yield from _cells(one)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    across = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(across):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 40)):
            yield str(model.data(model.index(row, column)) or "")
