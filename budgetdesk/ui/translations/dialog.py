"""Oversættelser: choose a language and a page, read each text beside its Danish, correct it, approve it.

What is typed is kept as soon as one goes on to another text; every step can be undone. A page is printed only when all
of its texts are approved (`actions.two_languages`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut, QTextOption
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from budgetdesk import data_files
from budgetdesk.actions import translation_files, translations
from budgetdesk.actions.files import replace_file
from budgetdesk.actions.translation_files import TakenIn
from budgetdesk.actions.translations import Kept, Status, Translation
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.sheet.lettering import FROM_RIGHT
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, PAGES
from budgetdesk.errors import BadInputError, BudgetDeskError
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.translations.model import TextModel, status_of
from budgetdesk.ui.translations.table import TextTable
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import LineEdit, TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import InlineError, Words, button

WIDE, HIGH = 1180, 780
TITLE = N_("Oversættelser")
LEAD = N_(
    "En maskine har oversat teksterne. En, der taler sproget, skal læse dem og godkende dem, før en side kan trykkes."
)
WHO = N_("Hvem læser? (tolk, kollega)")
FILES = N_("Oversættelser (*.po)")


class TranslationsDialog(KeyedDialog):
    """The table above, the text that is chosen below."""

    enter_agrees = True

    def __init__(self, parent: QWidget, workspace: Workspace, *, language: str = "", page: str = "") -> None:
        super().__init__(parent)
        _arabic_letters()
        self.setWindowTitle(_(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._undo: list[tuple[str, Kept]] = []
        self._at: Translation | None = None
        self._page = ""
        self._warned = False
        names = sorted(translated(LANGUAGES).items(), key=lambda pair: pair[1])
        self.language, self.page = ListChoice(names, width=170), ListChoice([], width=330)
        self.who = LineEdit(width=250)
        self.progress = Words("", "strong")
        self.model = TextModel()
        self.table = TextTable(self.model)
        self.danish, self.status, self.problem = Words("", "strong"), Words("", "small"), InlineError()
        self.text = TextEdit(lines=2)
        self.agree = button(_("Godkend, og gå videre"), self.approve, role="primary")
        self.back = button(_("Tag godkendelsen tilbage"), self.withdraw)
        self.all = button(_("Godkend alle på siden"), self.approve_page)
        self.undo = button(_("Fortryd"), self.take_back)
        self._build()
        QShortcut(QKeySequence.StandardKey.Undo, self.table, self.take_back)
        self.language.show_value(language if language in LANGUAGES else names[0][0])
        self._show_pages()
        self.page.show_value(page if page in PAGES else PAGES[0])
        self.resize(min(WIDE, parent.width() - 20), min(HIGH, parent.height() - 20))
        self._other()
        self.who.line.setFocus()

    def _build(self) -> None:
        self.language.edited.connect(self._other_language)
        self.page.edited.connect(self._other)
        self.table.chosen.connect(self._look_at)
        self.table.agreed.connect(self.approve)
        self.text.left.connect(self._keep)
        body = QWidget()
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 20, 24, 4)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(Words(_(TITLE), "title"))
        box.addWidget(Words(_(LEAD), "muted"))
        chosen = (Labelled(_("Sprog"), self.language), Labelled(_("Side"), self.page), Labelled(_(WHO), self.who))
        box.addLayout(row(*chosen, None))
        box.addWidget(self.progress)
        box.addWidget(self.table, 1)
        one = Card()
        one.add(self.danish, Labelled(_("Oversættelse"), self.text), self.problem, self.status)
        one.add(row(self.agree, self.back, None, self.undo))
        box.addWidget(one)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(scrolled(body), 1)
        out, home = button(_("Send til en tolk …"), self.send), button(_("Hent hjem fra en tolk …"), self.fetch)
        foot = row(self.all, out, home, None, button(_("Luk"), self.close))
        foot.setContentsMargins(24, 4, 24, 0)
        whole.addLayout(foot)

    # what is shown

    def _show_pages(self) -> None:
        """Each page with how much of it is read."""
        found = translations.pages_left(self._workspace, self.language.value())
        self.page.set_options([(name, _page(name, done)) for name, done in found])

    def _other_language(self) -> None:
        self._show_pages()
        self._other()

    def _other(self) -> None:
        """Another page or language: begin at the first text that nobody has read."""
        if not self._keep():
            self.language.show_value(self.model.language)
            self.page.show_value(self._page)
            return
        self._at, self._page = None, self.page.value()
        self._fill()
        first = next((at for at, one in enumerate(self.model.rows) if one.status is not Status.APPROVED), 0)
        self.table.choose(first)

    def _fill(self) -> None:
        language, page = self.language.value(), self.page.value()
        self.model.show_rows(translations.of_page(self._workspace, language, page), language)
        self._show_pages()
        left = translations.progress(self._workspace, language, page)
        self.progress.setText(
            _("Siden er læst og godkendt. Den kan trykkes.")
            if left.done
            else _("{read} af {all} tekster på siden er læst.").format(read=left.read, all=left.of)
        )
        self.all.setEnabled(not left.done)
        self.undo.setEnabled(bool(self._undo))

    def _look_at(self, at: int) -> None:
        if not 0 <= at < len(self.model.rows) or self.model.rows[at] == self._at:
            return
        if not self._keep():
            self.table.choose([one.danish for one in self.model.rows].index(self._at.danish if self._at else ""))
            return
        self._at = self.model.rows[at]
        self._show_one(self._at)

    def _show_one(self, one: Translation) -> None:
        self.danish.setText(one.danish)
        right = self.language.value() in FROM_RIGHT
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.text.show_value(one.text)
        self.text.area.document().setDefaultTextOption(option)
        self.status.setText(status_of(one))
        self.back.setEnabled(one.status is Status.APPROVED)
        self.problem.say("")

    # what is done

    def _keep(self) -> bool:
        """Keep what was typed; False, and the sentence, where something to fill in was lost."""
        one = self._at
        if one is None or self.text.value() == one.text:
            return True
        try:
            before = translations.correct(
                self._workspace,
                self.model.language,
                one.danish,
                self.text.value(),
                by=self._name(),
                on=self._workspace.today,
            )
        except BadInputError as error:
            self.problem.say(str(error))
            return False
        self._did(self.model.language, before)
        return True

    def _name(self) -> str:
        return str(self.who.value() or "").strip()

    def _did(self, language: str, before: Kept) -> None:
        self._undo.append((language, before))
        at = self.table.currentIndex().row()
        self._fill()
        if 0 <= at < len(self.model.rows):
            self._at = self.model.rows[at]
            self._show_one(self._at)

    def approve(self) -> None:
        """The text that is chosen has been read, as it stands; then the next that has not."""
        if self._at is None or not self._keep():
            return
        if self._change(lambda: self._approved([self._at.danish] if self._at else [])):
            at = self.table.currentIndex().row()
            after = [*range(at + 1, len(self.model.rows)), *range(at)]
            left = [n for n in after if self.model.rows[n].status is not Status.APPROVED]
            if left:
                self.table.choose(left[0])

    def approve_page(self) -> None:
        """Every text of the page has been read."""
        if self._keep():
            left = [one.danish for one in self.model.rows if one.status is not Status.APPROVED]
            self._change(lambda: self._approved(left))

    def _approved(self, texts: list[str]) -> Kept:
        return translations.approve(
            self._workspace, self.model.language, texts, by=self._name(), on=self._workspace.today
        )

    def withdraw(self) -> None:
        """The text is to be read again."""
        if self._at is not None:
            texts = [self._at.danish]
            self._change(lambda: translations.withdraw(self._workspace, self.model.language, texts))

    def _change(self, do: Callable[[], Kept]) -> bool:
        try:
            before = do()
        except BadInputError as error:
            self.problem.say(str(error))
            self.who.line.setFocus()
            return False
        except BudgetDeskError as error:
            show_error(self, error)
            return False
        self._did(self.model.language, before)
        return True

    def take_back(self) -> None:
        """Undo the last step."""
        if self._undo:
            language, before = self._undo.pop()
            translations.put_back(self._workspace, language, before)
            at = self.table.currentIndex().row()
            self._at = None
            self._fill()
            self.table.choose(at)
            self._look_at(at)

    # out and home

    def send(self) -> None:
        """Write the language to a file that an interpreter can work in."""
        language = self.language.value()
        name, _rest = QFileDialog.getSaveFileName(self, _("Send til en tolk"), f"lejersider-{language}.po", _(FILES))
        if name:
            self._keep()
            self.send_to(Path(name))

    def send_to(self, file: Path) -> None:
        """As `send`, to a file that is known."""
        try:
            replace_file(file, translation_files.export(self._workspace, self.language.value()))
        except BudgetDeskError as error:
            show_error(self, error)

    def fetch(self) -> None:
        """Take home what an interpreter has read and corrected."""
        if not self._name():
            self.problem.say(_("Skriv først, hvem der har læst filen."))
            self.who.line.setFocus()
            return
        name, _rest = QFileDialog.getOpenFileName(self, _("Hent hjem fra en tolk"), "", _(FILES))
        if name:
            self._keep()
            self.fetch_from(Path(name))

    def fetch_from(self, file: Path) -> None:
        """As `fetch`, from a file that is known. In a thread."""
        workspace, language, by, today = self._workspace, self.language.value(), self._name(), self._workspace.today

        def take() -> TakenIn:
            try:
                data = file.read_bytes()
            except OSError as error:
                raise BadInputError(_("Filen kan ikke læses. Se, om den findes.")) from error
            return translation_files.take_in(workspace, language, data, by=by, on=today)

        background.run(self, take, lambda taken: self._fetched(language, taken), lambda error: show_error(self, error))

    def _fetched(self, language: str, taken: TakenIn) -> None:
        self._undo.append((language, taken.before))
        self._at = None
        self._other()
        told = ngettext("{count} tekst er godkendt.", "{count} tekster er godkendt.", taken.approved)
        said = [told.format(count=taken.approved), *taken.problems[:5]]
        show_note(self, _("Filen er hentet hjem"), "\n".join(said))

    # keys

    def done(self, result: int) -> None:
        """What is typed is kept also when the window closes; where it cannot be, it says why, once."""
        if self._keep() or self._warned:
            super().done(result)
        self._warned = True


@cache
def _arabic_letters() -> None:
    """The face the papers have for them: few systems have every letter of Urdu."""
    QFontDatabase.addApplicationFont(str(data_files.path("fonts") / "NotoNaskhArabic-Regular.ttf"))


def _page(name: str, done: translations.Progress) -> str:
    title = translated(DOCUMENTS)[name].title
    return _("{title} ({read} af {all} læst)").format(title=title, read=done.read, all=done.of)
