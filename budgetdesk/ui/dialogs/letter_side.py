"""Beside a letter, for the adviser: what it can ask for, what is missing, the consent, what to do next, the sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.casework.letter_texts import LetterText
from budgetdesk.casework.letter_writing import WrittenLetter
from budgetdesk.i18n import N_, _, retold
from budgetdesk.ui import theme
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import letters as words
from budgetdesk.wording.facts import FactLink

NO_CONSENT = N_(
    "Lejerens økonomi står ikke i brevet. Den kommer med, når lejeren har sagt ja til at dele: {what}, med {who}."
)
NOBODY = N_("Lejerens økonomi står ikke i brevet. Skriv først, hvem brevet er til.")
CONSENT = N_("Lejeren har sagt ja til at dele: {what}, med {who}.")
SOURCES = N_("Kilder, og hvor sikre de er")
NO_LAWYER = N_("Ingen jurist har læst brevet.")


class ConsentCard(Card):
    """Whether the economy may be told, and the one button that notes the tenant's yes."""

    def __init__(self, agree: Callable[[bool], object]) -> None:
        super().__init__(_("Må brevet fortælle om økonomien?"))
        self.said = Words()
        self.oral = button(_("Lejeren siger ja"), partial(agree, False), name=_("Lejeren siger ja mundtligt"))
        self.written = button(_("Lejeren har sagt ja på skrift"), partial(agree, True))
        self._buttons = QWidget()
        box = QVBoxLayout(self._buttons)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(row(self.oral, self.written))
        self.add(self.said, self._buttons)

    def show_letter(self, letter: WrittenLetter) -> None:
        set_shown(self, bool(letter.consent))
        who = letter.recipient_name
        said = _(CONSENT) if letter.consent_given else _(NO_CONSENT) if who else _(NOBODY)
        self.said.setText(said.format(what=_lower(letter.consent), who=who))
        self.set_tone("" if letter.consent_given else "amber")
        set_shown(self._buttons, bool(who) and not letter.consent_given)


class GapList(QWidget):
    """What is missing, each a link to its field; hidden while nothing is."""

    def __init__(self, follow: Callable[[FactLink], object]) -> None:
        super().__init__()
        self._follow = follow
        self._shown: tuple[FactLink, ...] = ()
        self.links: list[LinkButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(Words(_("Mangler i brevet"), "section"))
        self._box.addWidget(Words(_("Der er en linje at skrive på. Eller udfyld det her:"), "small"))
        self._fixed = self._box.count()
        self.hide()

    def show_links(self, links: tuple[FactLink, ...]) -> None:
        set_shown(self, bool(links))
        if links == self._shown:
            return
        self._shown = links
        while (item := self._box.takeAt(self._fixed)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.links = [LinkButton(link.text, partial(self._follow, link)) for link in links]
        for link in self.links:
            self._box.addWidget(link)


class ChoiceTicks(QWidget):
    """What a letter can ask for, to tick."""

    def __init__(self, choose: Callable[[str, bool], object]) -> None:
        super().__init__()
        self._choose = choose
        self._of = ""
        self.ticks: dict[str, Tick] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    def show_letter(self, text: LetterText, letter: WrittenLetter) -> None:
        set_shown(self, bool(text.choices))
        if self._of != text.key:
            self._make(text)
        for key, tick in self.ticks.items():
            tick.show_value(key in letter.chosen)

    def _make(self, text: LetterText) -> None:
        self._of = text.key
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.ticks = {choice.key: Tick(retold(choice.title)) for choice in text.choices}
        self._box.addWidget(Words(_("Hvad beder brevet om?"), "small"))
        for key, tick in self.ticks.items():
            tick.name(tick.tick.text())
            tick.edited.connect(partial(self._ticked, key))
            self._box.addWidget(tick)

    def _ticked(self, key: str) -> None:
        self._choose(key, bool(self.ticks[key].value()))


class Behind(QWidget):
    """What to do when it is signed, and below a fold what the letter rests on."""

    def __init__(self) -> None:
        super().__init__()
        self.then = Points(_("Når brevet er skrevet under"))
        self.fold = FoldButton(_(SOURCES), self._turn)
        self.sources = Points()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        for each in (self.then, self.fold, self.sources):
            box.addWidget(each)
        self._said: tuple[str, ...] = ()
        self.fold.show_opened(False)

    def show_letter(self, text: LetterText) -> None:
        self.then.show_points([retold(one) for one in text.then])
        self._said = (*(words.source(one) for one in text.sources), _(NO_LAWYER))
        self.sources.show_points(self._said if self.fold.opened else ())

    def _turn(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        self.sources.show_points(self._said if self.fold.opened else ())


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
