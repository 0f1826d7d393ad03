"""The table of a month: what must be asked first, then line by line with the two voices, then what stands elsewhere;
the largest first, since that is what there is to talk about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import learning, talk
from budgetdesk.actions import spending as actions
from budgetdesk.actions.spending import Change
from budgetdesk.budget.chart import Chart, Owner
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.spending import Transaction
from budgetdesk.ledger.summary import LineSummary, MonthSummary
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.forbrug.reach import CASE, EVERYWHERE, THIS, ReachDialog
from budgetdesk.ui.pages.forbrug.rows import Acts, Piece, PieceList, pieces, places
from budgetdesk.ui.pages.forbrug.split import SplitDialog
from budgetdesk.ui.pages.forbrug.voices import VoiceChip, from_budget, said_by_adviser, said_by_tenant, tenant_chip
from budgetdesk.ui.widgets.bar import Bar, full_length
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.fold import MARK, FoldButton
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.search_list import SearchList
from budgetdesk.ui.widgets.sticky import StickyHead
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Tone, Words, set_shown
from budgetdesk.wording import spending as wording

UNSORTED = ""
"""The key of the row of what no line has yet."""
_TITLES = (N_("Gruppe"), "", N_("i måneden"), N_("Lejeren siger"), N_("Rådgiveren siger"))
_WIDTHS = (-1, 104, 92, 106, 106)
_ASK_GROUP = "ufordelt"


class LinesCard(Card):
    """Three parts under each other; each row opens to its pieces."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._summary: MonthSummary | None = None
        self.setMinimumWidth(620)
        self.head = _head()
        self.sticky = StickyHead(page, self.head, self, _head)
        self.parts = {
            "ask": Part(_("Spørg lejeren"), self._make),
            "lines": Part(_("Det gik pengene til"), self._make),
            "elsewhere": Part(_("Husleje, gæld og aftaler"), self._make),
        }
        self.notes = Words("", "small")
        self.add(self.head, *self.parts.values(), self.notes)

    def refresh(self, summary: MonthSummary) -> None:
        self._summary = summary
        chart = self._page.desk.library.chart
        lines = {line.code: line for line in sorted(summary.lines, key=lambda line: -line.amount)}
        sorted_in = {code: _part(code, chart) for code in lines}
        ask = [UNSORTED] if summary.unsorted_rows or summary.unsorted else []
        self.parts["ask"].show_keys([*ask, *(c for c, part in sorted_in.items() if part == "ask")])
        for name in ("lines", "elsewhere"):
            self.parts[name].show_keys([c for c, part in sorted_in.items() if part == name])
        compared = [line for code, line in lines.items() if sorted_in[code] != "elsewhere"]
        paid = self._page.record.spending.rows.by_id
        once = [line.amount for line in compared if _mostly_one(line, paid)]
        often = [line.amount for line in compared if not _mostly_one(line, paid)]
        whole = full_length([summary.unsorted, *often], once)
        for made in self.all_rows():
            made.refresh(lines.get(made.code), summary, whole)
        self.notes.setText(_notes(summary, broken=any(amount > whole for amount in once)))
        set_shown(self.notes, bool(self.notes.text()))

    def all_rows(self) -> list[LineRow]:
        """Every row that is shown, from the top."""
        return [row for part in self.parts.values() for row in part.rows.rows.values()]

    def row(self, code: str) -> LineRow | None:
        """The row of a line, or of what is not sorted (UNSORTED)."""
        return next((row for row in self.all_rows() if row.code == code), None)

    def open_unsorted(self) -> None:
        """Open what no line has yet, and go there."""
        row = self.row(UNSORTED)
        if row is not None:
            row.open(True)
            self._page.ensureWidgetVisible(row, 0, 60)
            row.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, code: str) -> LineRow:
        return LineRow(self._page, code, lambda: self._summary)


def _head() -> QWidget:
    made = table_head(translated(_TITLES), _WIDTHS)
    made.findChildren(Words)[2].setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


class Part(QWidget):
    """A quiet heading and the rows under it; gone while there are none."""

    def __init__(self, heading: str, make: Callable[[str], LineRow]) -> None:
        super().__init__()
        self.rows: Rows[str, LineRow] = Rows(make)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 8)
        box.setSpacing(2)
        box.addWidget(Words(heading, "section"))
        box.addWidget(self.rows)

    def show_keys(self, keys: list[str]) -> None:
        self.rows.show_items(keys)
        self.setVisible(bool(keys))


class LineRow(TableRow):
    """One line: name and shops, bar, amount, two voices; opened also its pieces."""

    def __init__(self, page: Page, code: str, summary: Callable[[], MonthSummary | None]) -> None:
        self._page, self.code, self._summary = page, code, summary
        chart = page.desk.library.chart
        name = chart.lines[code].title if code in chart.lines else _("Ikke sorteret endnu")
        self.title = FoldButton(name, lambda: self.open(not self.title.opened))
        self.quiet = Words("", "small")
        self.quiet.setContentsMargins(MARK, 0, 0, 0)
        self.bar = Bar()
        self.amount = Words("", "strong", wrap=False)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tenant = tenant_chip()
        self.adviser = VoiceChip()
        self.tenant.name(_("{name}, lejeren siger").format(name=name))
        self.adviser.name(_("{name}, rådgiveren siger").format(name=name))
        super().__init__([self._words(), self.bar, self.amount, self.tenant, self.adviser], _WIDTHS)
        self.pieces: PieceList | None = None
        self.tenant.edited.connect(lambda: self._say(said_by_tenant))
        self.adviser.edited.connect(lambda: self._say(said_by_adviser))
        self._spoken_of = code != UNSORTED and _part(code, chart) != "elsewhere"
        for widget in (self.tenant, self.adviser):
            set_shown(widget, self._spoken_of)
        set_shown(self.bar, code == UNSORTED or _part(code, chart) != "elsewhere")
        if code == UNSORTED:
            page.place.binder.anchor("spending.transactions", self.title)

    def refresh(self, line: LineSummary | None, summary: MonthSummary, whole: Decimal) -> None:
        amount = line.amount if line is not None else summary.unsorted
        self.amount.setText(phrases.kroner(amount))
        self.bar.show_part(float(amount / whole), _tone(line))
        said_there = line is not None and self._spoken_of and from_budget(self._page.record, line)
        self.quiet.setText(_quiet(line, summary) + (_(" · ord fra budgettet") if said_there else ""))
        if line is not None:
            self.tenant.show_value(line.tenant_says)
            self.adviser.show_value(line.adviser_says)
            set_shown(self.adviser, self._spoken_of and not line.locked)
        if self.pieces is not None and self.title.opened:
            self._fill()

    def open(self, opened: bool) -> None:
        """Show or hide the bank rows and items behind the line."""
        self.title.show_opened(opened)
        if opened and self.pieces is None:
            self.pieces = PieceList(self._acts())
            self.see = LinkButton("", self._see_receipts, small=True)
            self.see.setContentsMargins(MARK, 0, 0, 0)
            self.box.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
            self.box.addWidget(self.pieces)
        if self.pieces is not None:
            self.pieces.setVisible(opened)
            set_shown(self.see, opened and bool(self.see.text()))
        if opened:
            self._fill()
            self._page.follow(self._page.desk.overview)

    def _fill(self) -> None:
        summary, page = self._summary(), self._page
        if summary is not None and self.pieces is not None:
            known = page.desk.library.chart.lines
            here = self.code
            found = pieces(
                page.record.spending,
                summary.month,
                lambda line: line == here if here else line not in known,
                page.desk.library.rules,
            )
            self.pieces.show_pieces(found)
            number = len({piece.pictured for piece in found if piece.pictured})
            self.see.setText(wording.see_receipts(number) if number and here else "")
            self.see.setAccessibleName(f"{self.see.text()}: {self.title.text()}")
            set_shown(self.see, bool(self.see.text()))

    def _see_receipts(self) -> None:
        """The pictures behind the line, one after the other."""
        see: Callable[[str, list[str]], object] = getattr(self._page, "see_receipts", lambda _title, _lines: None)
        see(self.title.text(), [self.code])

    def _acts(self) -> Acts:
        lines = self._page.desk.library.chart.lines
        return Acts(
            self._move,
            self._split,
            self._say_item,
            lambda line: lines[line].need if line in lines else Need.ASK,
            getattr(self._page, "show_receipt", None),
        )

    def _split(self, piece: Piece) -> SplitDialog:
        """Share a bank row out on several lines; what is left over stays here."""
        page = self._page
        made = SplitDialog(page.desk, piece.row, lambda change: page.change(change.label, change.record), page)
        made.open()
        return made

    def _say_item(self, piece: Piece, need: Need | None) -> None:
        """Need or nice about a single item of a receipt."""
        page = self._page
        change = actions.say_item(page.record, piece.item, piece.line, need, page.desk.library)
        page.change(change.label, change.record)

    def _move(self, piece: Piece) -> SearchList:
        """Pick another line for a row or an item; it stays there whatever the rules say."""
        page = self._page
        things = places(page.desk.library.chart, money_in=piece.amount < 0)
        made = SearchList(
            _("Flyt “{text}”").format(text=piece.text),
            things,
            partial(self._place, piece),
            self,
            hint=_("Fx mad, medicin, el"),
        )
        made.open()
        return made

    def _place(self, piece: Piece, code: str) -> None:
        page, library = self._page, self._page.desk.library
        line = library.chart.lines.get(code)
        need = line.need if line is not None else Need.NEED
        if piece.item:
            change = actions.place_item(page.record, piece.item, code, need, library)
        else:
            self._place_row(piece.row, code, need)
            return
        page.change(change.label, change.record)
        self.title.setFocus()

    def _place_row(self, row: str, code: str, need: Need) -> None:
        """Ask how far it reaches where there is a choice; else the row is moved at once."""
        page, library = self._page, self._page.desk.library
        vault = page.place.vault
        change = actions.place_row(page.record, row, code, need, library)
        others = talk.rows_like(page.record, row, library)
        lesson = learning.what_it_teaches(change.record, row, library) if vault is not None else None

        def done(reach: str) -> None:
            made = talk.place_this_only(page.record, row, code, need, library) if reach == THIS else change
            if reach == EVERYWHERE and vault is not None and lesson is not None and lesson.rule is not None:
                vault.workspace.library = learning.learn_for_all(vault.workspace, lesson.rule, library)
                page.desk.library = vault.workspace.library
            page.change(made.label, made.record)
            self.title.setFocus()

        if others or (lesson is not None and lesson.rule is not None):
            ReachDialog(page, len(others), lesson, done).open()
        else:
            done(CASE)

    def _say(self, said: Callable[..., Change]) -> None:
        chip = self.tenant if said is said_by_tenant else self.adviser
        change = said(self._page.record, self.code, chip.value())
        self._page.change(change.label, change.record)

    def _words(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addWidget(self.title)
        box.addWidget(self.quiet)
        return holder


def _part(code: str, chart: Chart) -> str:
    line = chart.lines[code]
    if line.group == _ASK_GROUP:
        return "ask"
    return "lines" if line.owner is Owner.BUDGET else "elsewhere"


def _mostly_one(line: LineSummary, paid: Mapping[str, Transaction]) -> bool:
    """Whether one payment is more than half of the line."""
    return 2 * max((-paid[row].amount for row in line.rows), default=Decimal(0)) > line.amount


def _tone(line: LineSummary | None) -> Tone:
    if line is None or line.group == _ASK_GROUP:
        return "amber"
    return "violet" if line.both_say_nice else "accent"


def _quiet(line: LineSummary | None, summary: MonthSummary) -> str:
    if line is None:
        return phrases.count(len(summary.unsorted_rows), N_("postering"), N_("posteringer")) + _(" uden linje")
    locked = _("låst af lejeren · ") if line.locked else ""
    return f"{locked}{wording.purchases(line)}{wording.apart(line)}"


def _notes(summary: MonthSummary, *, broken: bool) -> str:
    parts = [_("En søjle med et brud er længere, end der er plads til.")] if broken else []
    if summary.own_transfers:
        moved = phrases.count(len(summary.own_transfers), N_("postering"), N_("posteringer"))
        parts.append(_("{moved} mellem egne konti tæller ikke.").format(moved=moved))
    if summary.pending:
        waiting = phrases.count(len(summary.pending), N_("postering"), N_("posteringer"))
        parts.append(_("{waiting} er ikke bogført endnu og tæller ikke.").format(waiting=waiting))
    return " ".join(parts)
