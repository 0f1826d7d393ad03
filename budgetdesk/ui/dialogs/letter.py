"""The window Brev: which letter, to whom, its paragraphs to change, and beside them the paper as it will be printed.

What is typed is kept half a second later and when the window is closed (`actions.letter_desk`); Ctrl+Z takes back what
was done to the letter. The paper is drawn in the background.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import consents, letters
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.letter_desk import LetterDesk
from budgetdesk.actions.signing import file_name
from budgetdesk.casework.letter_edits import OWN
from budgetdesk.casework.letter_writing import REFERENCE, SUBJECT, TO, Part, WrittenLetter
from budgetdesk.documents.printer import preview
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, retold
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.dialogs.letter_parts import PartField
from budgetdesk.ui.dialogs.letter_side import Behind, ChoiceTicks, ConsentCard, GapList
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.cards import Rows, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.sheet import Sheet
from budgetdesk.ui.widgets.words import Points, Words, button, hairline, set_shown
from budgetdesk.wording.facts import FactLink
from budgetdesk.wording.letters import gap_links
from budgetdesk.wording.readability import told

KEEP_MS, DRAW_MS, DPI = 500, 250, 110
SIZE = (1240, 900)
LEFT, RIGHT = 11, 9
BESIDE = 1000
"""Narrower than this there is no room for the paper beside the text, px."""
SAID = N_("Ret i teksten, som I vil. Det, I skriver, bliver gemt i sagen.")
ASK_AGAIN = N_("Alt, der er rettet i brevet, bliver taget ud. Det kan fortrydes med Ctrl+Z.")
NOT_DRAWN = N_("Papiret kan ikke vises lige nu. Teksten er gemt.")


class LetterDialog(KeyedDialog):
    """One letter, being written."""

    def __init__(self, parent: QWidget, desk: Desk, go: Callable[[str, str], object], document: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Brev"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._go = desk, go
        self.work = LetterDesk(desk, desk.overview, document)
        self._wanted = 0
        self._parts: dict[str, Part] = {}
        self._keep_soon = self._timer(KEEP_MS, self.keep)
        self._draw_soon = self._timer(DRAW_MS, self.draw)
        self._make_fields()
        self._lay_out()
        self._show_all()
        self.resize(min(SIZE[0], parent.width() - 20), min(SIZE[1], parent.height() - 20))

    # what is seen

    def letter(self) -> WrittenLetter:
        """The letter as it stands."""
        return self.work.written()

    def _show_all(self) -> None:
        """Another letter or another receiver: everything anew."""
        self.which.show_value(self.work.text.key)
        self.to.set_options([(one.id, one.label) for one in self.work.recipients])
        letter = self.letter()
        self.to.show_value(letter.recipient.id)
        self.purpose.setText(retold(self.work.text.purpose))
        self.behind.show_letter(self.work.text)
        self._show(letter)
        self.draw()

    def _show(self, letter: WrittenLetter | None = None) -> None:
        """The letter as it stands, in its fields and beside them."""
        told = letter if letter is not None else self.letter()
        self._parts = {one.id: one for one in (told.to, told.reference, told.subject, *told.parts)}
        self._parts.setdefault(OWN, Part(id=OWN, text="", facts=""))
        keys = [one.id for one in told.parts]
        keys = keys if OWN in keys else [*keys, OWN]
        self.paragraphs.show_items([(told.key, key) for key in keys])
        for (_rest, key), field in self.paragraphs.rows.items():
            field.show_part(self._parts[key])
        for key, field in self.head.items():
            field.show_part(self._parts[key])
        self._show_reference(told)
        self.choices.show_letter(self.work.text, told)
        desk = self.work.desk
        beside = consents.beside(self.work.document, desk.record.case, desk.today, told)
        self.warnings.show_points((*map(retold, told.warnings), *beside))
        here = {told.recipient.reference_path, told.recipient.address_path}
        self.gaps.show_links(gap_links(path for path in told.gaps if path not in here))
        self.consent.show_letter(told)
        self.again.setEnabled(not self.work.edits.empty)
        self._draw_soon.start()

    def _show_reference(self, letter: WrittenLetter) -> None:
        if not self.reference.line.hasFocus():
            self.reference.show_text(letter.reference.text)

    # what is done

    def turn_to(self, document: str) -> None:
        """Another letter, or to somebody else; what was typed is kept first."""
        if self.keep():
            self.work.turn_to(document)
            self._show_all()

    def keep(self) -> bool:
        """Keep what was typed. False, and said, where it cannot be."""
        self._keep_soon.stop()
        try:
            self.work.keep()
        except BudgetDeskError as error:
            show_error(self, error)
            return False
        return True

    def step_back(self) -> None:
        """Take back the last thing done to the letter."""
        if self.work.step_back():
            self._changed(typed=False)

    def ask_again(self) -> None:
        """Take the whole letter from the case again, when somebody says so."""
        asked = SmallDialog(self, _("Hent brevet fra sagen igen?"), _("Hent teksten fra sagen"), lambda: asked.accept())  # noqa: PLW0108 - not made yet
        asked.add(Words(_(ASK_AGAIN)))
        asked.accepted.connect(partial(self._from_facts, ""))
        asked.open()

    def sign(self) -> None:
        """Sign it on the screen: the page Underskriv, with this letter."""
        if self.keep():
            document, go = self.work.document, self._go
            self.accept()
            go("underskriv", f"papers.{document}")

    def show_paper(self) -> None:
        """Read the whole paper, save it or print it."""
        if self.keep():
            name = file_name(self.work.document, self._desk.case_id, self._desk.today)
            background.run(self, self.work.maker(), lambda pdf: show_pdf(self, self.work.title, pdf, file_name=name))

    def agree(self, written_down: bool) -> None:
        """The tenant says yes: the economy comes into the letter."""
        try:
            self.work.agree(written_down=written_down)
        except BudgetDeskError as error:
            show_error(self, error)
        self._show()

    def _write(self, part: str, text: str, facts: str) -> None:
        self.work.write(part, text, facts)
        self._changed(typed=True)

    def _write_reference(self) -> None:
        self._write(REFERENCE, self.reference.text(), self._parts[REFERENCE].facts)

    def _choose(self, key: str, wanted: bool) -> None:
        self.work.choose(key, wanted)
        self._changed(typed=False)

    def _from_facts(self, part: str) -> None:
        self.work.from_facts(part)
        self._changed(typed=False)

    def _changed(self, *, typed: bool) -> None:
        self._show()
        if typed:
            self._keep_soon.start()
        else:
            self.keep()

    def _follow(self, link: FactLink) -> None:
        """To the field of what is missing; the letter is kept, and is found again where it was opened."""
        if self.keep():
            go = self._go
            self.accept()
            go(link.page, link.path)

    # the paper

    def draw(self) -> None:
        """Draw the paper in the background; only the last one asked for is shown."""
        self._draw_soon.stop()
        self._wanted += 1
        wanted, make, text = self._wanted, self.work.maker(), self.letter().paragraphs

        def pages() -> tuple[bytes, ...]:
            return preview.pages(make(), dpi=DPI)

        background.run(
            self, pages, lambda drawn: self._drawn(wanted, drawn, text), lambda error: self._not_drawn(wanted, error)
        )

    def _drawn(self, wanted: int, pages: tuple[bytes, ...], text: tuple[str, ...]) -> None:
        if wanted == self._wanted:
            self.sheet.show_page(pages[0], _("{title}, side 1").format(title=self.work.title))
            count = _("1 side") if len(pages) == 1 else _("Side 1 af {count}").format(count=len(pages))
            self.page_count.setText(" · ".join(one for one in (count, told(" ".join(text))) if one))
            set_shown(self.sheet, True)

    def _not_drawn(self, wanted: int, error: Exception) -> None:
        if wanted == self._wanted:
            self.page_count.setText(str(error) if isinstance(error, BudgetDeskError) else _(NOT_DRAWN))
            set_shown(self.sheet, False)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.step_back()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """However it is closed, what was typed is kept."""
        self.keep()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the text has all the room; the paper is one button away."""
        super().resizeEvent(event)
        set_shown(self._paper, self.width() >= BESIDE)

    # laying out

    def _make_fields(self) -> None:
        self.which = ListChoice([(key, retold(text.title)) for key, text in letters.texts().items()])
        self.which.edited.connect(lambda: self.turn_to(self.which.value()))
        self.to = ListChoice([])
        self.to.edited.connect(lambda: self.turn_to(f"{self.work.text.key}:{self.to.value()}"))
        self.purpose = Words("", "muted")
        self.choices = ChoiceTicks(self._choose)
        self.warnings = Points(_("Tænk på"))
        self.gaps = GapList(self._follow)
        self.consent = ConsentCard(self.agree)
        names = {TO: _("Modtager: navn og adresse"), SUBJECT: _("Det handler om")}
        self.head = {key: PartField(key, name, self._write, self._from_facts) for key, name in names.items()}
        self.reference = LineEdit(_("Sag, konto eller faktura"))
        self.reference.edited.connect(self._write_reference)
        self.paragraphs: Rows[tuple[str, str], PartField] = Rows(self._paragraph, lines=False)
        self.behind = Behind()
        self.sheet, self.page_count = Sheet(), Words("", "small")
        self.again = button(_("Hent brevet fra sagen igen …"), self.ask_again)
        self.read = button(_("Læs, gem eller udskriv"), self.show_paper)
        self.to_sign = button(_("Skriv under"), self.sign, role="primary")

    def _paragraph(self, key: tuple[str, str]) -> PartField:
        number = len(self.paragraphs.rows) + 1
        name = _("Eget afsnit") if key[1] == OWN else _("Afsnit {number}").format(number=number)
        return PartField(key[1], name, self._write, self._from_facts)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self._writing(), LEFT)
        self._paper = _scrolled([self.page_count, self.sheet])
        columns.addWidget(self._paper, RIGHT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(8)
        whole.addLayout(columns, 1)
        foot = row(self.to_sign, self.read, self.again, None, button(_("Luk"), self.reject))
        foot.setContentsMargins(theme.INNER, 4, theme.INNER, 0)
        whole.addLayout(foot)

    def _writing(self) -> QScrollArea:
        head, to, about = (
            Words(_("Brev"), "title"),
            Labelled(_("Hvilket brev?"), self.which),
            Labelled(_("Til hvem?"), self.to),
        )
        above = [head, Words(_(SAID), "muted"), to, self.purpose, about, self.choices]
        beside = [self.warnings, self.gaps, self.consent]
        fields = [_with_label(field.editor.accessibleName(), field) for field in self.head.values()]
        reference = Labelled(_("Modtagerens nummer på sagen"), self.reference)
        below = [
            fields[0],
            reference,
            fields[1],
            Words(_("Teksten"), "section"),
            self.paragraphs,
            hairline(),
            self.behind,
        ]
        return _scrolled([*above, *beside, hairline(), *below])

    def _timer(self, milliseconds: int, action: object) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(action)
        return timer


def _with_label(label: str, field: PartField) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    box.addWidget(Words(label, "small"))
    box.addWidget(field)
    return holder


def _scrolled(things: list[QWidget]) -> QScrollArea:
    body = QWidget()
    box = QVBoxLayout(body)
    box.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
    box.setSpacing(12)
    for thing in things:
        box.addWidget(thing)
    box.addStretch(1)
    return scrolled(body)
