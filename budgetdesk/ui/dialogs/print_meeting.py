"""Print everything for this meeting: which papers, in which order, how many for whom; one job for each of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import printing as actions
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.meeting_papers import (
    MOST,
    For,
    MeetingPaper,
    meeting_papers,
    outside_name,
    runs,
    with_copies,
)
from budgetdesk.actions.printing import Duplex, PrinterChoice
from budgetdesk.actions.signing import Facts, Vault, drawn, facts_of
from budgetdesk.documents.printer import printing
from budgetdesk.documents.printer.print_layout import Sheet
from budgetdesk.documents.printer.printing import Printed
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.papers import show_pdf, went_out
from budgetdesk.ui.printing.options import PrintOptions
from budgetdesk.ui.printing.printers import PrinterFacts
from budgetdesk.ui.printing.room import PrintRoom, room_of
from budgetdesk.ui.printing.running import Running
from budgetdesk.ui.printing.sending import Job
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import NumberEdit
from budgetdesk.ui.widgets.scrolling import scrolled_part, with_below
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import printing as words

TITLE = N_("Udskriv mødets papirer")
SIZE = (1120, 760)
OPTIONS_WIDTH = 306
_COLUMN, _SHOW, _UP = 60, 72, 46
_NARROW = 500
"""px: a narrower row has its fields below the name."""


class MeetingPrintDialog(KeyedDialog):
    """The papers to the left, the printer to the right."""

    enter_agrees = True

    def __init__(
        self, parent: QWidget, desk: Desk, vault: Vault | None, *, shown: str = "", room: PrintRoom | None = None
    ) -> None:
        """`shown`: the paper that is being looked at; `vault`: None where the case lies in no store."""
        super().__init__(parent)
        self.setWindowTitle(_(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._vault, self._room = desk, vault, room or room_of(parent)
        found = meeting_papers(desk.record, desk.overview, vault, desk.today, shown=shown)
        self.papers = {paper.key: paper for paper in found}
        self.rows: Rows[str, PaperRow] = Rows(self._row)
        self.options = PrintOptions(self._room, ask_copies=False, no_printer=_(words.NO_PRINTER_MEETING))
        self.said = Words("", "muted")
        self.problem, self.warning = Card(tone="amber"), Words("")
        self.problem.add(self.warning)
        self.out = button(_("Udskriv"), self.print_out, role="primary")
        self.running = Running(self._show_state)
        self._lay_out(parent.window())
        self.options.changed.connect(self._show_state)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_out)
        self.rows.show_items(self.papers)
        self._show_state()

    def print_out(self) -> None:
        """Make the papers and print them, in a thread: for the tenant, for the case, for the landlord."""
        printers, sheet = self.options.facts, self.options.sheet
        chosen = runs(tuple(self.papers.values()))
        if printers is None or sheet is None or not chosen or self.running.busy or self._unread():
            return
        self.options.remember()
        choice, made = self.options.choice, {}

        def make() -> list[Job]:
            for _rest, mine in chosen:
                for paper, _copies in mine:
                    if paper.key not in made:
                        made[paper.key] = self._stored(paper)
            return _jobs(chosen, {key: pdf for key, (pdf, _rest) in made.items()}, printers, sheet, choice)

        said = _("Sendt til {name}: {runs}.").format(
            name=printers.name, runs=words.runs([who for who, _rest in chosen])
        )
        self.running.print_jobs(self._room, printers.name, make, said, lambda: self._went_out(made))

    def done(self, result: int) -> None:
        """Closing stops what is not sent yet."""
        self.running.stop()
        super().done(result)

    # one paper

    def change(self, key: str, paper: MeetingPaper) -> None:
        """A paper is ticked, or gets other copies."""
        self.papers[key] = paper
        self._show_state()

    def move_up(self, key: str) -> None:
        """Print a paper before the one above it."""
        order = list(self.papers)
        at = order.index(key)
        if at:
            order[at - 1], order[at] = order[at], order[at - 1]
            self.papers = {each: self.papers[each] for each in order}
            self.rows.show_items(order)
            self._show_state()
            row_now = self.rows.rows[key]
            (row_now.up if row_now.up.isEnabled() else row_now.tick.tick).setFocus()

    def show_one(self, key: str) -> None:
        """Read a paper before it is printed."""
        paper, desk = self.papers[key], self._desk
        name = outside_name(paper, desk.case_id, desk.today)

        def show(found: tuple[bytes, Facts | None]) -> None:
            show_pdf(self, paper.title, found[0], file_name=name, used=lambda: self._went_out({key: found}))

        background.run(self, lambda: self._stored(paper), show)

    def _stored(self, paper: MeetingPaper) -> tuple[bytes, Facts | None]:
        """In a thread: the stored bytes of a sealed paper; others as the case stands, with what they were made from."""
        vault, desk = self._vault, self._desk
        if paper.kept is not None and vault is not None:
            return vault.read(paper.kept.id), None
        facts = facts_of(desk, paper.name)
        return drawn(paper.name, facts), facts

    def _went_out(self, made: dict[str, tuple[bytes, Facts | None]]) -> None:
        for key, (pdf, facts) in made.items():
            paper = self.papers[key]
            if facts is not None:
                went_out(self.parentWidget() or self, self._desk, paper.name, paper.title, facts, pdf)

    # what is shown

    def _row(self, key: str) -> PaperRow:
        return PaperRow(self.papers[key], self)

    def _unread(self) -> bool:
        """Whether a number cannot be read; its field then says so."""
        found = [row.unread() for row in self.rows.rows.values()]
        return any(found)

    def _show_state(self) -> None:
        chosen = runs(tuple(self.papers.values()))
        ready = self.options.sheet is not None and bool(chosen) and not self.running.busy
        self.out.setEnabled(ready)
        sheet, halves = self.options.sheet, self.options.choice.halves
        usual = actions.laid(actions.HOUSE_PAGE, sheet, halves=halves) if sheet is not None else None
        self.warning.setText(words.small(usual.letters, halves=halves) if usual is not None and usual.too_small else "")
        set_shown(self.problem, bool(self.warning.text()))
        first = next(iter(self.papers), "")
        for key, shown in self.rows.rows.items():
            shown.up.setEnabled(key != first)
        self.said.setText(words.to_print([(who, sum(copies for _rest, copies in mine)) for who, mine in chosen]))

    def _lay_out(self, window: QWidget) -> None:
        card = Card()
        heads = [Words(text, "small", wrap=False) for text in (_("Lejer"), _("Sag"), _("Udlejer"))]
        for head in heads:
            head.setFixedWidth(_COLUMN)
        across = row(Words(_("Papir"), "small", wrap=False), None, *heads, _blank(_SHOW), _blank(_UP))
        card.add(across, self.rows)
        chosen = QWidget()
        side = QVBoxLayout(chosen)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.INNER)
        for part in (self.options, self.said, self.problem):
            side.addWidget(part)
        choices = with_below(scrolled_part(chosen), self.running)
        choices.setFixedWidth(OPTIONS_WIDTH)
        middle = QHBoxLayout()
        middle.setSpacing(theme.BETWEEN)
        middle.addWidget(scrolled_part(card), 1)
        middle.addWidget(choices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 22, 28, 18)
        whole.setSpacing(theme.INNER)
        whole.addWidget(Words(_(TITLE), "title"))
        whole.addLayout(middle, 1)
        whole.addLayout(row(self.out, None, button(_("Luk"), self.reject)))
        self.resize(min(SIZE[0], window.width() - 40), min(SIZE[1], window.height() - 40))


class PaperRow(QWidget):
    """One paper: ticked or not, what is said about it, copies for each, read it, move it up."""

    def __init__(self, paper: MeetingPaper, dialog: MeetingPrintDialog) -> None:
        super().__init__()
        self._key, self._dialog = paper.key, dialog
        self.tick = Tick("")
        self.tick.name(paper.title)
        self.tick.show_value(paper.chosen)
        self.tick.edited.connect(self._ticked)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(paper.title, "strong"))
        texts.addWidget(Words(_about(paper), "small"))
        named = QHBoxLayout()
        named.setSpacing(theme.GAP)
        named.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        named.addLayout(texts, 1)
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        across.addStretch(1)
        self.copies = {who: self._copies(paper, who) for who in For}
        for field in self.copies.values():
            across.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self.up = button(
            _("Op"),
            partial(dialog.move_up, paper.key),
            role="quiet",
            name=_("Flyt {title} op").format(title=paper.title),
        )
        show = button(_("Vis"), partial(dialog.show_one, paper.key), name=_("Vis {title}").format(title=paper.title))
        show.setFixedWidth(_SHOW)
        self.up.setFixedWidth(_UP)
        across.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.up, 0, Qt.AlignmentFlag.AlignVCenter)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 6, 0, 6)
        self._both.setSpacing(theme.GAP)
        self._both.addLayout(named, 1)
        self._both.addLayout(across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields stand beside the name, or below it where that would leave no room for words."""
        narrow = event.size().width() < _NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._both.direction() != way:
            self._both.setDirection(way)
        super().resizeEvent(event)

    def unread(self) -> bool:
        """Say what cannot be read in a field; True where there is something."""
        found = False
        for field in self.copies.values():
            try:
                field.value()
                field.say_problem("")
            except BadInputError as error:
                found = found or self._paper.chosen
                field.say_problem(str(error) if self._paper.chosen else "")
        return found

    @property
    def _paper(self) -> MeetingPaper:
        return self._dialog.papers[self._key]

    def _copies(self, paper: MeetingPaper, who: For) -> NumberEdit:
        field = NumberEdit(what=_("Antal"), low=0, high=MOST, whole=True, empty=0, width=_COLUMN)
        field.name(f"{paper.title}, {words.whom(who)}")
        field.show_value(paper.copies.get(who, 0))
        field.setFixedWidth(_COLUMN)
        if who is For.LANDLORD and paper.not_landlord:
            field.show_text("")
            field.line.setPlaceholderText(_("nej"))
            field.setEnabled(False)
            field.setToolTip(paper.not_landlord)
            field.line.setAccessibleDescription(paper.not_landlord)
        field.edited.connect(partial(self._other_copies, who))
        return field

    def _ticked(self) -> None:
        self._dialog.change(self._key, replace(self._paper, chosen=bool(self.tick.value())))

    def _other_copies(self, who: For) -> None:
        try:
            many = int(self.copies[who].value())
        except BadInputError:
            return  # said when it is printed
        paper = replace(with_copies(self._paper, who, many), chosen=self._paper.chosen or many > 0)
        self.tick.show_value(paper.chosen)
        self._dialog.change(self._key, paper)


def _blank(width: int) -> QWidget:
    """Room above a button, so that the headings stand over their columns."""
    made = QWidget()
    made.setFixedWidth(width)
    return made


def _about(paper: MeetingPaper) -> str:
    if paper.kept is not None:
        return _("Underskrevet og forseglet i dag") if paper.kept.signed else _("Forseglet i dag")
    return _("Til at skrive under på med en pen") if paper.copies.get(For.CASE) else _("Som sagen er nu")


def _jobs(
    chosen: tuple[tuple[For, tuple[tuple[MeetingPaper, int], ...]], ...],
    pdfs: dict[str, bytes],
    printer: PrinterFacts,
    sheet: Sheet,
    choice: PrinterChoice,
) -> list[Job]:
    """One job for each person, the copies of a paper beside each other. In a thread."""
    laid = {
        key: Printed(pdf, actions.laid(printing.measure(pdf), sheet, halves=choice.halves).sides)
        for key, pdf in pdfs.items()
    }
    return [
        Job(
            papers=tuple(laid[paper.key] for paper, copies in mine for _rest in range(copies)),
            paper=choice.paper,
            sheet=sheet,
            dpi=printer.dpi,
            duplex=choice.duplex if printer.both_sides else Duplex.NONE,
            grey=choice.grey,
        )
        for _rest, mine in chosen
    ]
