"""The papers that were signed: kept in the case, to show, save and print again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions.signing import KeptPaper
from budgetdesk.i18n import _
from budgetdesk.ui import background
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.cards import Card, Rows, two_lines
from budgetdesk.ui.widgets.words import button


class KeptCard(Card):
    """Signed papers, the newest first. Hidden while there are none."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Underskrevet"), _("Papirerne ligger krypteret i sagen."))
        self._page = page
        self._papers: dict[int, KeptPaper] = {}
        self.rows: Rows[int, QWidget] = Rows(self._row)
        self.add(self.rows)
        self.refresh()

    def refresh(self) -> None:
        """Look again what is kept."""
        vault = self._page.place.vault
        papers = vault.papers() if vault is not None else ()
        self._papers = {paper.id: paper for paper in papers}
        self.rows.show_items([paper.id for paper in reversed(papers)])
        self.setVisible(bool(papers))

    def open_paper(self, paper_id: int) -> None:
        """Show one kept paper, to read, save and print."""
        vault, paper = self._page.place.vault, self._papers[paper_id]
        if vault is not None:
            background.run(
                self,
                lambda: vault.read(paper_id),
                lambda pdf: show_pdf(self, paper.title, pdf, file_name=paper.file_name),
            )

    def _row(self, paper_id: int) -> QWidget:
        paper = self._papers[paper_id]
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 6, 0, 6)
        across.addLayout(two_lines(paper.title, f"{_what(paper)} {formats.day(paper.made_on)}"), 1)
        across.addWidget(
            button(_("Vis"), partial(self.open_paper, paper_id), name=_("Vis {title}").format(title=paper.title))
        )
        return holder


def _what(paper: KeptPaper) -> str:
    return _("Underskrevet og forseglet") if paper.signed else _("Til lejeren selv. Forseglet")
