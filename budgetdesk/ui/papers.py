"""Papers on the screen: made in the background, shown page by page, saved or printed. Unsigned: for the pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import files, letters, notes
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Facts, Vault
from budgetdesk.documents import catalogue, preview
from budgetdesk.documents.letter_catalogue import split
from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui import background, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import button

SCREEN_DPI = 110


def show_paper(owner: QWidget, desk: Desk, name: str) -> None:
    """Make the document called `name` (`documents.catalogue`) from the case as it stands, and show it."""
    record, overview, library, drafts = desk.record, desk.overview, desk.library, dict(desk.drafts)

    def make() -> bytes:
        return letters.paper(name, record, overview, library, drafts)

    title, file_name = catalogue.document(name).title, f"{split(name)[0]}-{desk.today}.pdf"
    facts = Facts(record=record, overview=overview, on=desk.today)

    def show(pdf: bytes) -> None:
        show_pdf(owner, title, pdf, file_name=file_name, used=lambda: went_out(owner, desk, name, title, pdf, facts))

    background.run(owner, make, show)


def went_out(owner: QWidget, desk: Desk, name: str, title: str, pdf: bytes, facts: Facts) -> None:
    """A paper of the case was printed or saved: the note of the meeting tells so, and the case keeps it, so that it is
    known again when it comes back."""
    notes.paper_made(desk, name, title)
    vault = vault_of(owner)
    if vault is not None and vault.desk is desk:
        background.run(owner, lambda: vault.keep_printed(name, title, pdf, facts), lambda _none: None)


def vault_of(widget: QWidget) -> Vault | None:
    """The papers of the case that is open in the window a widget stands in; None where it lies in no store."""
    at: QObject | None = widget
    while at is not None:
        view = getattr(at, "case_view", None)
        if view is not None:
            found: Vault | None = view.place.vault
            return found
        at = at.parent()
    return None


def show_pdf(
    owner: QWidget, title: str, pdf: bytes, *, file_name: str, used: Callable[[], object] = lambda: None
) -> None:
    """Show a finished PDF; `file_name` is what is proposed when it is saved, without names of people. `used` is called
    when it was saved or printed."""

    def opened(pages: tuple[bytes, ...]) -> None:
        dialog = PaperDialog(owner.window(), title, pdf, pages, file_name)
        dialog.used = used
        dialog.open()

    background.run(owner, lambda: preview.pages(pdf, dpi=SCREEN_DPI), opened)


class PaperDialog(QDialog):
    """The pages under each other, with save and print."""

    def __init__(self, parent: QWidget, title: str, pdf: bytes, pages: Sequence[bytes], file_name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pdf = pdf
        self._file_name = file_name
        self.used: Callable[[], object] = lambda: None
        self.pages = [_picture(page, number, title) for number, page in enumerate(pages, 1)]
        sheets = QWidget()
        box = QVBoxLayout(sheets)
        box.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
        box.setSpacing(theme.INNER)
        for page in self.pages:
            box.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheets)
        scroll.setAccessibleName(title)
        close = button("Luk", self.reject)
        save = button("Gem som PDF …", self.save, role="primary")
        out = button("Udskriv …", self.print_out)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(scroll, 1)
        foot = row(save, out, None, close)
        foot.setContentsMargins(theme.INNER, 4, theme.INNER, 0)
        whole.addLayout(foot)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_out)
        self.resize(980, min(900, parent.height() - 40))

    def save(self) -> None:
        """Write the PDF where the user says."""
        name, _ = QFileDialog.getSaveFileName(self, "Gem som PDF", self._file_name, "PDF (*.pdf)")
        if name:
            try:
                files.replace_file(Path(name), self._pdf)
                self.used()
            except BudgetDeskError as error:
                show_error(self, error)

    def print_out(self) -> None:
        """Choose a printer and how, see the sheets, and print them."""
        from budgetdesk.ui.printing.paper import ToPrint, open_print  # noqa: PLC0415 - not before it is wanted

        paper = ToPrint(title=self.windowTitle(), pdf=self._pdf, file_name=self._file_name, used=self.used)
        open_print(self, paper)


def _picture(page: bytes, number: int, title: str) -> QLabel:
    label = QLabel()
    pixmap = QPixmap()
    pixmap.loadFromData(page)
    label.setPixmap(pixmap)
    label.setAccessibleName(f"{title}, side {number}")
    return label
