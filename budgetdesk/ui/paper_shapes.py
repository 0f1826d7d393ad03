"""Beside a paper on the screen: how hard it is to read, and for a tenant's page the other shapes it can be had in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from budgetdesk.actions import files, page_shapes
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview
from budgetdesk.actions.page_shapes import Shaped
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.letter_catalogue import split
from budgetdesk.documents.printer import preview
from budgetdesk.documents.tenant import variants
from budgetdesk.documents.tenant.variants import SUFFIX, Variant
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.choices import Choice, MenuMark
from budgetdesk.wording.readability import Reading

SIZES = ((Variant.PDF, N_("Almindelig")), (Variant.LARGE, N_("Stor skrift")))
FILES = {
    Variant.HTML: (N_("HTML, til mail og skærmlæser …"), N_("Gem som HTML"), N_("HTML (*.html)")),
    Variant.TEXT: (N_("Tekst, til sms og skærmlæser …"), N_("Gem som tekst"), N_("Tekst (*.txt)")),
}
"""Shape -> what the menu says, the title of the dialog, and the kind of file."""


@dataclass(frozen=True)
class Source:
    """What a paper is made of, as the case stood when it was opened."""

    name: str
    desk: Desk
    record: Record
    overview: Overview
    library: Library
    drafts: Mapping[str, str]
    went_out: Callable[[bytes | None], object] = field(repr=False, default=lambda _content: None)
    """Told when the paper was printed or saved: the PDF, or None for a file that is none."""
    reading: Reading | None = None
    """How hard the PDF is to read, once it is drawn."""

    def shaped(self, shape: Variant) -> Shaped:
        """The paper in a shape. Takes a while: for a thread. Raises as `page_shapes.shaped`."""
        return page_shapes.shaped(self.name, shape, self.record, self.overview, self.library, self.drafts)

    def file_name(self, shape: Variant) -> str:
        """What is proposed: kind and day, no name of a person."""
        return f"{split(self.name)[0]}-{self.desk.today}{SUFFIX[shape]}"

    @property
    def has_shapes(self) -> bool:
        return variants.has_variants(self.name)


Show = Callable[[Shaped, Sequence[bytes], str, Callable[[], object]], object]
"""Shows a paper in another size: the paper, its pages, what to call its file, and whom to tell when it went out."""


class PaperShapes:
    """The choice of size and the menu of files of one dialog that shows a tenant's page."""

    def __init__(self, dialog: QWidget, source: Source, dpi: int, show: Show) -> None:
        self._dialog, self._source, self._dpi, self._show = dialog, source, dpi, show
        self._wanted = Variant.PDF
        self.size = Choice(translated(SIZES))
        self.size.name(_("Skrift"))
        self.size.show_value(Variant.PDF)
        self.size.edited.connect(self._other_size)
        self.save = self._save_button()

    def _save_button(self) -> QPushButton:
        made = MenuMark(_("Gem som tekst eller HTML"), self._fill)
        made.setAccessibleName(_("Gem som tekst eller HTML"))
        return made

    def _fill(self, menu: QMenu) -> None:
        for shape, (said, _title, _kind) in translated(FILES).items():
            menu.addAction(said, partial(self.save_as, shape))

    def _other_size(self) -> None:
        """Draw the other size off the window's thread; the pages stay until it is there."""
        self._wanted = wanted = self.size.value()

        def make() -> tuple[Shaped, tuple[bytes, ...]]:
            made = self._source.shaped(wanted)
            return made, preview.pages(made.content, dpi=self._dpi)

        background.run(self._dialog, make, lambda made: self._made(wanted, *made), self._failed)

    def _made(self, wanted: Variant, made: Shaped, pages: tuple[bytes, ...]) -> None:
        if wanted is self._wanted:
            self._show(made, pages, self._source.file_name(wanted), partial(self._source.went_out, made.content))

    def _failed(self, error: Exception) -> None:
        show_error(self._dialog, error)

    def save_as(self, shape: Variant) -> None:
        """Write the twin where the user says."""
        _said, title, kind = translated(FILES)[shape]
        name, _chosen = QFileDialog.getSaveFileName(self._dialog, title, self._source.file_name(shape), kind)
        if name:
            background.run(
                self._dialog,
                lambda: self._source.shaped(shape),
                lambda made: self._write(Path(name), made),
                self._failed,
            )

    def _write(self, target: Path, made: Shaped) -> None:
        try:
            files.replace_file(target, made.content)
            self._source.went_out(None)
        except BudgetDeskError as error:
            show_error(self._dialog, error)
