"""One table of the statistics on the screen: its rows, and behind one key what is counted."""

from __future__ import annotations

from collections.abc import Callable

from budgetdesk.actions.statistics_report import ALL, UNKNOWN
from budgetdesk.i18n import N_, _
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.plans import NAME as PLANS
from budgetdesk.statistics.tables import Table
from budgetdesk.ui.statistics.count_list import CountList, CountRow
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import statistics as words
from budgetdesk.wording.statistics_definitions import definition

ASK = N_("Hvad tælles? (D)")
OpenCases = Callable[[str, str], object]
"""Shows the cases behind a word of a table."""


class TableCard(Card):
    """`open_cases` is told which table and word the cases are asked for."""

    def __init__(self, name: str, open_cases: OpenCases) -> None:
        super().__init__(words.title(name))
        self.name = name
        self._open_cases = open_cases
        self._opened = False
        self.list = CountList(words.title(name))
        self.fold = FoldButton(_(ASK), self.explain)
        self.fold.setAccessibleName(_("{words}: hvad tælles?").format(words=words.title(name)))
        self.meaning = Words(definition(name), "small")
        self.meaning.hide()
        self.fold.show_opened(False)
        self.list.opened.connect(lambda word: self._open_cases(self.name, word))
        self.list.explained.connect(self.explain)
        self.add(self.list, self.fold, self.meaning)
        self.box.addStretch(1)

    def explain(self) -> None:
        """Show or hide what is counted."""
        self._opened = not self._opened
        self.fold.show_opened(self._opened)
        set_shown(self.meaning, self._opened)

    def show_table(self, table: Table, categories: Categories) -> None:
        """Show the rows of another period."""
        self.list.show_rows(count_rows(table, categories))


def count_rows(table: Table, categories: Categories) -> list[CountRow]:
    """The rows, then what is about the table as a whole, in quiet letters."""
    opens = table.name != PLANS  # a plan is no case
    rows = []
    for row in table.rows:
        title = words.word(table.name, row.word, categories)
        rows.append(CountRow(title, words.number(row.cases), row.cases, row.word if opens else None))
    about = words.lines(table, categories)[len(table.rows) :]
    behind = {_(words.NOT_KNOWN): UNKNOWN, words.whole(table): ALL} if opens else {}
    return rows + [CountRow(title, text, word=behind.get(title), quiet=True) for title, text in about]
