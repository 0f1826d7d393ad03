"""The cards beside the month that lead on: the conversation, and where money can come from."""

from __future__ import annotations

from collections.abc import Callable, Collection

from budgetdesk.i18n import N_, _, ngettext
from budgetdesk.ledger.summary import MonthSummary
from budgetdesk.money import ZERO
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, set_shown

_BOTH = N_("Begge siger: kan undværes")


class TalkCard(Card):
    """How much there is to talk about, and the way in."""

    def __init__(self, talk: Callable[[], object]) -> None:
        super().__init__(_("Tal om pengene"), _("Én ting ad gangen. Lejeren og rådgiveren svarer hver for sig."))
        self.left = Words("", "strong")
        self.begin = button(_("Tal om pengene ..."), talk)
        self.add(self.left, row(self.begin))

    def refresh(self, left: int) -> None:
        self.left.setText(
            ngettext("{left} ting at tale om", "{left} ting at tale om", left).format(left=left)
            if left
            else _("I har talt om det hele.")
        )


class NiceCard(Card):
    """What both say can be done without, in one figure; and where the money can come from."""

    def __init__(
        self, what_gives: Callable[[], object], see_receipts: Callable[[str, Collection[str]], object]
    ) -> None:
        super().__init__()
        self._lines: list[str] = []
        self.see = LinkButton(_("Se kvitteringerne"), lambda: see_receipts(_(_BOTH), self._lines))
        self.figure = Words("", "figure", wrap=False)
        self.text = Words("", "muted")
        self.find_money = button(_("Find pengene ..."), what_gives, name=_("Hvor kan pengene komme fra?"))
        self.add(Words(_(_BOTH), "small"), self.figure, self.text, self.see, row(self.find_money))

    def refresh(self, summary: MonthSummary) -> None:
        some = summary.both_say_nice > ZERO
        self._lines = [line.code for line in summary.lines if line.both_say_nice]
        set_shown(self.see, any(line.items for line in summary.lines if line.both_say_nice))
        self.figure.setText(phrases.kroner(summary.both_say_nice))
        self.text.setText(
            _("kan frigives pr. måned. Det, lejeren har låst, røres ikke.")
            if some
            else _("Sig begge to, hvad der er nødvendigt, og hvad der kan undværes.")
        )
