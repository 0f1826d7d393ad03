"""The organisation's own words in the agreement: the program's beside them, what protects the tenant locked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.household.agreement import Clause
from budgetdesk.i18n import N_, _
from budgetdesk.planning import wordings
from budgetdesk.planning.wordings import Wording, plain
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Chip, Words, set_shown

NOT_READ = N_("Ingen jurist har læst programmets ord endnu. Få jeres aftale læst af en, før I bruger den.")
OWN = "wordings."


class WordingsPart(QWidget):
    """Every wording; `typed` is told when one is changed."""

    def __init__(self, typed: Callable[[], object]) -> None:
        super().__init__()
        self._typed = typed
        self.own: dict[str, str] = {}
        self.rows: Rows[str, _Wording] = Rows(partial(_Wording, self._ask))
        card = Card(_("Ordene i aftalen"), _(NOT_READ))
        card.add(self.rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def show_words(self, own: Iterable[Clause], drafts: Mapping[str, str]) -> None:
        """Show the words of a policy, and on top of them what was typed and not saved."""
        self.own = {clause.id: clause.text for clause in own}
        typed = {key.removeprefix(OWN): text for key, text in drafts.items() if key.startswith(OWN)}
        self.own = {key: text for key, text in {**self.own, **typed}.items() if text}
        self._refresh()

    def clauses(self) -> tuple[Clause, ...]:
        """The organisation's words, in the order of the page."""
        return tuple(Clause(id=key, text=self.own[key]) for key in load_wordings() if key in self.own)

    def texts(self) -> dict[str, str]:
        """The same, to be kept as typed."""
        return {f"{OWN}{key}": text for key, text in self.own.items()}

    def put(self, key: str, text: str) -> None:
        """Other words; the program's own again where there are none."""
        self.own.pop(key, None)
        if text and text != load_wordings()[key].text:
            self.own[key] = text
        self._refresh()
        self._typed()

    def _refresh(self) -> None:
        all_words = load_wordings()
        self.rows.show_items(all_words)
        for key, wording in all_words.items():
            self.rows.rows[key].show_wording(wording, self.own.get(key, ""))

    def _ask(self, key: str) -> OwnWords:
        dialog = OwnWords(self, load_wordings()[key], self.own.get(key, ""), partial(self.put, key))
        dialog.open()
        return dialog


class _Wording(QWidget):
    def __init__(self, ask: Callable[[str], object], key: str) -> None:
        super().__init__()
        self.title, self.text, self.mark = Words("", "small"), Words(), Chip()
        self.edit = LinkButton(_("Ret ordene"), partial(ask, key), small=True)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.mark)
        top.addWidget(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(3)
        box.addLayout(top)
        box.addWidget(self.text)

    def show_wording(self, wording: Wording, own: str) -> None:
        """Show one wording: the organisation's, or the program's."""
        self.title.setText(wording.title)
        self.text.setText(plain(own or wording.text))
        self.mark.show_word(_("kan ikke ændres") if wording.fixed else _("jeres ord") if own else "")
        set_shown(self.mark, wording.fixed or bool(own))
        set_shown(self.edit, not wording.fixed)
        self.edit.setAccessibleName(_("Ret ordene: {title}").format(title=wording.title))


class OwnWords(SmallDialog):
    """One wording in the organisation's words."""

    def __init__(self, parent: QWidget, wording: Wording, own: str, put: Callable[[str], object]) -> None:
        super().__init__(parent, wording.title, _("Brug ordene"), self._use)
        self._wording, self._put = wording, put
        self.widen(620)
        self.words = TextEdit(lines=6)
        self.words.show_value(own or wording.text)
        known = ", ".join(f"{{{name}}}" for name in wording.fields)
        help_text = _("Felter, sagen fylder ud: {known}. ").format(known=known) if known else ""
        self.again = LinkButton(_("Brug programmets ord igen"), self._programs)
        set_shown(self.again, bool(own))
        self.add(
            Labelled(
                _("Ordene"),
                self.words,
                _("{help_text}**To stjerner** om ord gør dem fede.").format(help_text=help_text),
            ),
            self.again,
        )

    def _use(self) -> None:
        try:
            text = wordings.checked(self._wording, self.words.value())
        except ValueError as error:
            self.problem.say(str(error))
            self.words.setFocus()
            return
        self.accept()
        self._put(text)

    def _programs(self) -> None:
        self.accept()
        self._put("")
