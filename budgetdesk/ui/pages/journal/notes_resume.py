"""Asked when a case is opened again whose note is not closed: the same meeting, or a new one?"""

from __future__ import annotations

from collections.abc import Callable

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.notes import Writing
from budgetdesk.formats import day
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import Words, button, set_shown


class ResumeCard(Card):
    """One question with three answers. Without an answer it is the same meeting: nothing is lost."""

    def __init__(self, anew: Callable[[], object], aside: Callable[[], object]) -> None:
        super().__init__(tone="accent")
        self._answered: object = None
        self._meeting: object = None
        self.said = Words("", "section")
        self.why = Words(_("Alt, der er ændret siden da, står i udkastet herunder."), "muted")
        self.same = button(_("Det er det samme møde"), self._same, role="primary")
        self.aside = button(_("Nyt møde, gem udkastet"), aside)
        self.anew = button(_("Nyt møde, smid udkastet væk"), anew, role="quiet")
        self.add(self.said, self.why, row(self.same, self.aside, self.anew))

    def show_writing(self, wrote: Writing | None, desk: Desk) -> None:
        """Ask where the meeting began before the case was opened."""
        self._meeting = wrote.meeting.begun_at if wrote is not None else None
        ask = desk.resumed and wrote is not None and bool(wrote.text) and self._answered != self._meeting
        set_shown(self, ask)
        if wrote is None or not ask:
            return
        begun = wrote.meeting.begun_at.astimezone()
        when = (
            _("kl. {hour}.{minute}").format(hour=begun.hour, minute=f"{begun.minute:02d}")
            if wrote.meeting.begun_on == desk.today
            else ""
        )
        self.said.setText(
            _("Notatet fra mødet {when} er ikke lukket. Er det samme møde?").format(
                when=when or day(wrote.meeting.begun_on)
            )
        )

    def _same(self) -> None:
        self._answered = self._meeting
        set_shown(self, False)
