"""Papers on the screen: made in the background, shown page by page, saved or printed. Unsigned: for the pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import files, notes
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.page_shapes import Shaped
from budgetdesk.actions.signing import Facts, Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.printer import preview
from budgetdesk.documents.tenant.variants import Variant
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.paper_shapes import PaperShapes, Source
from budgetdesk.ui.two_languages import Made, also_in, to_translations
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fitting import room_over
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording.readability import Reading, told_reading

SCREEN_DPI = 110
_BESIDE_PAGE = 2 * theme.INNER + 20
"""px: around a page, and the bar."""


def show_paper(owner: QWidget, desk: Desk, name: str) -> None:
    """Make the document called `name` (`documents.papers.catalogue`) from the case as it stands, and show it."""
    record, overview = desk.record, desk.overview
    title, facts = catalogue.document(name).title, Facts(record=record, overview=overview, on=desk.today)
    sent = partial(went_out, owner, desk, name, title, facts)
    source = Source(name, desk, record, overview, desk.library, dict(desk.drafts), went_out=sent)

    def show(made: Shaped) -> None:
        more = also_in(owner, desk, name, _store(owner), partial(show_two_languages, owner, desk, name))
        used, file_name = partial(sent, made.content), source.file_name(Variant.PDF)
        show_pdf(
            owner,
            title,
            made.content,
            file_name=file_name,
            used=used,
            more=more,
            source=replace(source, reading=made.reading),
        )

    background.run(owner, lambda: source.shaped(Variant.PDF), show)


def show_two_languages(owner: QWidget, desk: Desk, name: str, made: Made) -> None:
    """A tenant's page in Danish and another language; one that nobody has read can only be seen."""
    facts = Facts(record=desk.record, overview=desk.overview, on=desk.today)
    if not made.why_not:
        used = partial(went_out, owner, desk, name, made.title, facts, made.pdf)
        show_pdf(owner, made.title, made.pdf, file_name=f"{name}-{made.language}-{desk.today}.pdf", used=used)
        return
    more = to_translations(owner, _store(owner), name, made.language)
    show_pdf(owner, made.title, made.pdf, file_name="", more=more, barred=made.why_not)


def _store(owner: QWidget) -> Workspace | None:
    vault = vault_of(owner)
    return vault.workspace if vault is not None else None


def went_out(owner: QWidget, desk: Desk, name: str, title: str, facts: Facts, pdf: bytes | None) -> None:
    """A paper of the case was printed or saved: the note of the meeting tells so, and the case keeps it, so that it is
    known again when it comes back. `pdf` is None for a file that never comes back, such as a text."""
    notes.paper_made(desk, name, title)
    vault = vault_of(owner)
    if vault is not None and vault.desk is desk and pdf is not None:
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
    owner: QWidget,
    title: str,
    pdf: bytes,
    *,
    file_name: str,
    used: Callable[[], object] = lambda: None,
    more: Sequence[QWidget] = (),
    barred: str = "",
    source: Source | None = None,
) -> None:
    """Show a finished PDF; `file_name` is what is proposed when it is saved, without names of people. `used` is called
    when it was saved or printed; `more` stands beside the buttons; `barred` says why it is to look at only.
    `source`: what it is made of, so that it can be had in other shapes."""

    def opened(pages: tuple[bytes, ...]) -> None:
        dialog = PaperDialog(owner.window(), title, pdf, pages, file_name, barred=barred, source=source)
        dialog.used = used
        dialog.beside(*more)
        dialog.say_reading(source.reading if source is not None else None)
        dialog.open()

    background.run(owner, lambda: preview.pages(pdf, dpi=SCREEN_DPI), opened)


class PaperDialog(QDialog):
    """The pages under each other, with save and print; `barred` says why a paper is to look at only."""

    def __init__(
        self, parent: QWidget, title: str, pdf: bytes, pages: Sequence[bytes], file_name: str, *, barred: str = "",
        source: Source | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.used: Callable[[], object] = lambda: None
        self.pages: list[QLabel] = []
        self._sheets = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(title)
        self.reading = Words("", "small", wrap=False)
        self.shapes = (
            PaperShapes(self, source, SCREEN_DPI, self._other_size)
            if source is not None and source.has_shapes
            else None
        )
        self.take(pdf, pages, file_name)
        close = button(_("Luk"), self.reject)
        save = button(_("Gem som PDF …"), self.save, role="primary")
        out = button(_("Udskriv …"), self.print_out)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(scroll, 1)
        if barred:
            why = Words(barred, "strong")
            why.setContentsMargins(theme.INNER, 8, theme.INNER, 0)
            whole.addWidget(why)
        if self.shapes is not None:
            top = row(Words(_("Skrift"), "small", wrap=False), self.shapes.size, None, self.shapes.save)
            top.setContentsMargins(theme.INNER, 10, theme.INNER, 4)
            whole.insertLayout(0, top)
        self._foot = row(None, close) if barred else row(save, out, self.reading, None, close)
        self._foot.setContentsMargins(theme.INNER, 4, theme.INNER, 0)
        whole.addLayout(self._foot)
        if not barred:
            QShortcut(QKeySequence.StandardKey.Print, self, self.print_out)
        room = room_over(parent)
        self.resize(min(980, room.width()), min(900, room.height()))

    def beside(self, *more: QWidget) -> None:
        """Other things to do with the paper, to the right of save and print."""
        for widget in more:
            self._foot.insertWidget(max(self._foot.indexOf(self.reading), 0), widget)

    def take(self, pdf: bytes, pages: Sequence[bytes], file_name: str, reading: Reading | None = None) -> None:
        """Show these pages, and save and print this PDF from now on."""
        self._pdf, self._file_name = pdf, file_name
        wide = room_over(self.parentWidget()).width() - _BESIDE_PAGE
        self.pages = [_picture(page, number, self.windowTitle(), wide) for number, page in enumerate(pages, 1)]
        sheets = QWidget()
        box = QVBoxLayout(sheets)
        box.setContentsMargins(theme.INNER, theme.INNER, theme.INNER, theme.INNER)
        box.setSpacing(theme.INNER)
        for page in self.pages:
            box.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.setWidget(sheets)
        self.say_reading(reading)

    def _other_size(self, made: Shaped, pages: Sequence[bytes], file_name: str, used: Callable[[], object]) -> None:
        self.take(made.content, pages, file_name, made.reading)
        self.used = used

    def say_reading(self, reading: Reading | None) -> None:
        """Quietly, how hard the paper is to read."""
        self.reading.setText(told_reading(reading) if reading is not None else "")

    def save(self) -> None:
        """Write the PDF where the user says."""
        name, _rest = QFileDialog.getSaveFileName(self, _("Gem som PDF"), self._file_name, _("PDF (*.pdf)"))
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


def _picture(page: bytes, number: int, title: str, wide: int) -> QLabel:
    """A page; smaller where there is not so much room (`wide`, px)."""
    label = QLabel()
    pixmap = QPixmap()
    pixmap.loadFromData(page)
    pixmap.setDevicePixelRatio(max(1.0, pixmap.width() / wide))
    label.setPixmap(pixmap)
    label.setAccessibleName(_("{title}, side {number}").format(title=title, number=number))
    return label
