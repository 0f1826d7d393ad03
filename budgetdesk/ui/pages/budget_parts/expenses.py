"""The tab Udgifter: one card per group of the chart, the lines nearly everybody has from the start."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.budget.chart import ChartLine, Owner
from budgetdesk.budget.month import MonthBudget, group_totals
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.i18n import N_, _, kept, source_of, translated
from budgetdesk.money import ZERO
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.budget_parts.expense_row import MORE, ExpenseRow, OwnedRow, expense_head
from budgetdesk.ui.pages.budget_parts.spot import Spot
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.search_list import Found, SearchList
from budgetdesk.ui.widgets.wide_row import SPACE
from budgetdesk.ui.widgets.words import KeyFigure, Words, set_shown
from budgetdesk.wording.key_figures import left_over

Key = tuple[str, str]
"""("line", code): the first row of a line; ("row", expense id): one more of it; ("owned", path): shown only."""

_LEADS = (
    ("tenancy.", "sag", N_("Skrives under Sag")),
    ("debts[", "gaeld", N_("Skrives under Gæld")),
    ("income[", "budget", N_("Skrives under Indtægter")),
    ("agreement", "aftale", N_("Kommer fra Aftale")),
)


class ExpensesPanel(QWidget):
    """All groups, and what is left at the end."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._chart = page.desk.library.chart
        self.opened: list[str] = []
        """Codes of lines taken out of the list but not typed in yet."""
        self.groups = {key: GroupCard(self, title) for key, title in self._chart.groups.items()}
        self.sums = SumsCard()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        for card in self.groups.values():
            box.addWidget(card)
        box.addWidget(self.sums)

    @property
    def page(self) -> Page:
        return self._page

    def refresh(self, overview: Overview) -> None:
        month = overview.month
        totals = group_totals(month)
        by_key = self._keys(month)
        for group, card in self.groups.items():
            shown = {key: row for key, row in by_key.items() if self._group(key, row) == group}
            card.refresh(shown, phrases.whole_kroner(totals[group]) if totals.get(group) else "")
            set_shown(card, bool(shown))
        self.sums.refresh(month)

    def choose_line(self) -> SearchList:
        """The whole chart, searchable; the line picked is ready to be typed in."""
        things = [
            Found(line.code, line.title, self._chart.groups[line.group], line.help)
            for line in self._chart.lines.values()
            if line.owner is Owner.BUDGET
        ]
        made = SearchList(_("Tilføj linje"), things, self.open_line, self, hint=_("Fx frisør, briller, medicin"))
        made.open()
        return made

    def open_line(self, code: str) -> None:
        """Show the line, or one more row of it where it is in use, with the cursor in its amount."""
        spot = Spot(self._chart.lines[code])
        if spot.find(self._page.record) is not None:
            self.another(spot)
            return
        if code not in self.opened:
            self.opened.append(code)
        self._page.follow(self._page.desk.overview)
        self._focus(("line", code))

    def another(self, spot: Spot) -> None:
        """One more row of a line that is in use already, with the cursor in its name."""
        record, new = spot.another(self._page.record)
        self._page.change(kept(N_("Tilføj {title}"), title=source_of(spot.line.title).lower()), record)
        made = self._focus(("row", new))
        if made is not None and made.details is None:
            made.unfold()
            self._page.follow(self._page.desk.overview)
            made.label_field.editor.setFocus()

    def enter(self, key: Key) -> None:
        """From one amount to the next, across the groups."""
        order = [k for card in self.groups.values() for k in card.order if k[0] != "owned"]
        place = order.index(key) + 1
        if place < len(order):
            self._focus(order[place])

    def row(self, key: Key) -> ExpenseRow | OwnedRow:
        """A new row for a key."""
        kind, name = key
        if kind == "owned":
            return self._owned(name)
        if kind == "line":
            spot = Spot(self._line(name))
        else:
            code = next(e.line for e in self._page.record.case.expenses if e.id == name)
            spot = Spot(self._line(code), name)
        return ExpenseRow(self._page, spot, partial(self.enter, key), self.another)

    def _owned(self, path: str) -> OwnedRow:
        page, text = next(((p, t) for begin, p, t in translated(_LEADS) if path.startswith(begin)), ("", ""))
        go: Callable[[], object] | None = partial(self._page.place.go, page, f"case.{path}") if page else None
        return OwnedRow(go, text, "")

    def _line(self, code: str) -> ChartLine:
        return self._chart.lines[code]

    def _keys(self, month: MonthBudget) -> dict[Key, MonthRow | None]:
        """Every row of the page in the order of the chart, with what the month says about it."""
        owned: dict[str, list[MonthRow]] = {}
        typed: dict[str, list[MonthRow]] = {}
        for shown in month.expenses:
            (typed if shown.path.startswith("expenses[") else owned).setdefault(shown.code, []).append(shown)
        found: dict[Key, MonthRow | None] = {}
        for code, line in self._chart.lines.items():
            found.update({("owned", row.path): row for row in owned.get(code, ()) if row.amount != ZERO})
            rows = typed.get(code, [])
            if rows or code in self.opened or (line.common and line.owner is Owner.BUDGET):
                found["line", code] = rows[0] if rows else None
            found.update({("row", _id(row.path)): row for row in rows[1:]})
        lost = (row for code, rows in typed.items() if code not in self._chart.lines for row in rows)
        found.update({("owned", row.path): row for row in lost})
        return found

    def _group(self, key: Key, row: MonthRow | None) -> str:
        return row.group if row is not None else self._chart.lines[key[1]].group

    def _focus(self, key: Key) -> ExpenseRow | None:
        for card in self.groups.values():
            made = card.rows.rows.get(key)
            if isinstance(made, ExpenseRow):
                self._page.ensureWidgetVisible(made, 0, 80)
                made.amount.line.setFocus(Qt.FocusReason.TabFocusReason)
                return made
        return None


class GroupCard(Card):
    """One group: its name and sum, and its rows."""

    def __init__(self, panel: ExpensesPanel, title: str) -> None:
        super().__init__()
        self._panel = panel
        self.order: list[Key] = []
        self.head = expense_head(title)
        self.rows: Rows[Key, ExpenseRow | OwnedRow] = Rows(panel.row)
        self.sum = Words("", "strong", wrap=False)
        self.total = QWidget()
        across = QHBoxLayout(self.total)
        across.setContentsMargins(0, 4, MORE + SPACE, 6)
        across.addWidget(Words(_("I alt"), "strong"), 1)
        across.addWidget(self.sum)
        self.box.setContentsMargins(18, 14, 18, 6)
        self.box.setSpacing(2)
        self.add(self.head, self.rows, self.total)

    def refresh(self, shown: dict[Key, MonthRow | None], total: str) -> None:
        self.order = list(shown)
        self.rows.show_items(self.order)
        self.sum.setText(total)
        set_shown(self.total, bool(total))
        record = self._panel.page.record
        for key, row in shown.items():
            made = self.rows.rows[key]
            if isinstance(made, ExpenseRow):
                made.refresh(row, made.spot.find(record))
                self._anchor(made)
            elif row is not None:
                made.refresh(row)

    def _anchor(self, made: ExpenseRow) -> None:
        """What is missing is named by the expense's own id, also where the field is named by the line."""
        expense = made.spot.find(self._panel.page.record)
        if expense is not None and not made.spot.id:
            binder = self._panel.page.place.binder
            whole = f"case.expenses[{expense.id}]"
            for name, editor in (("", made.amount), (".amount", made.amount), (".pays_on", made.day)):
                binder.anchor(f"{whole}{name}", editor)
            binder.anchor(f"{whole}.evidence", made.evidence)


class SumsCard(Card):
    """What is left, in the words that the paper uses."""

    def __init__(self) -> None:
        super().__init__()
        self.fixed = KeyFigure(_("Faste udgifter i alt"))
        self.before_food = KeyFigure(_("rådighedsbeløb"))
        self.week = KeyFigure(_("til at leve for pr. uge"))
        self.luft = KeyFigure(_("luft pr. måned"))
        holder = QWidget()
        flow = Flow(holder, 36)
        for figure in (self.fixed, self.before_food, self.week, self.luft):
            flow.addWidget(figure)
        self.add(holder)
        self.add(
            Words(
                _("Rådighedsbeløb er indtægter minus faste udgifter. Luft er det, der er tilbage efter alt."), "small"
            )
        )

    def refresh(self, month: MonthBudget) -> None:
        self.fixed.show_figure(phrases.kroner(month.fixed_per_month))
        self.before_food.show_figure(phrases.kroner(month.raadighedsbeloeb))
        self.week.show_figure(phrases.kroner(month.for_living_per_week))
        luft = left_over(month)
        self.luft.show_figure(phrases.kroner(luft), "accent" if luft >= ZERO else "amber")


def _id(path: str) -> str:
    return path.partition("[")[2].partition("]")[0]
