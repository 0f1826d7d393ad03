"""Which of the letters about payment is signed here, and the way to choose another or change its text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from budgetdesk.actions import letters
from budgetdesk.casework.letter_edits import draft_path
from budgetdesk.documents.papers.letter_catalogue import LETTERS, joined, split
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.letters import open_letter
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import Words, button, set_shown

LETTER = "brev"
"""The tab of all these letters; which one it is stands below."""
SHORT = N_("Brev om betaling")
SAID = N_("Vælg, hvad brevet skal sige, og til hvem. Ret i teksten, før I skriver under.")


class LetterToSign(Card):
    """The letter that is on the table. `changed` is told when its text may be another."""

    def __init__(self, page: Page, changed: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._changed = changed
        self._document = ""
        self.change = button(_("Vælg eller ret brevet …"), self._open)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.change)
        across.addWidget(Words(_(SAID), "muted"), 1)
        self.add(across)

    @property
    def document(self) -> str:
        """`brev_henstand:d1`, with the recipient as the case stands."""
        return letters.whole_name(self._page.record.case, self._document or next(iter(translated(LETTERS))))

    def take(self, document: str) -> None:
        """This letter is to be signed."""
        self._document = document

    def kept_text(self) -> str:
        """What was changed in it: another text is another paper to read."""
        return self._page.desk.drafts.get(draft_path(self.document), "")

    def refresh(self, chosen: str) -> None:
        """Seen only while a letter is what is signed."""
        set_shown(self, chosen == LETTER)

    def _open(self) -> None:
        name, about = split(self.document)
        dialog = open_letter(self._page, name, about)
        dialog.finished.connect(lambda _result: self._closed(dialog.work.document))

    def _closed(self, document: str) -> None:
        self.take(joined(*split(document)))
        self._changed()
