"""Hvem har åbnet sagen: the log of look-ups, and what somebody looked for this time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk import formats
from budgetdesk.actions import rights
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording import retention as words

WIDE = 760
AT_ONCE = 100


class LooksDialog(SmallDialog):
    """The log of one case. Staff stand here by the account of their computer; they do not in what is handed out."""

    def __init__(self, parent: QWidget, workspace: Workspace, case_id: str) -> None:
        super().__init__(parent, _("Hvem har åbnet sagen"), _("Gem"), self._go)
        self._workspace, self._case_id = workspace, case_id
        known = rights.retention(workspace)
        looks = workspace.look_ups(case_id)
        usual = rights.due_of(workspace, case_id).case.purpose or known.purposes[0].title
        self.purpose = LineEdit(usual)
        mine = next((look for look in looks if look.who == workspace.account), None)
        self.purpose.show_value(mine.purpose if mine else "")
        table = FigureTable((_(".Dag"), _(".Kl."), _("Hvem"), _("Hvad"), _("Til hvad")))
        table.show_rows(
            [
                (
                    formats.short_day(look.at.astimezone().date()),
                    f"{look.at.astimezone():%H.%M}",
                    look.who,
                    translated(words.LOOKS)[look.what.value],
                    look.purpose or usual,
                )
                for look in looks[:AT_ONCE]
            ]
        )
        months = formats.number(known.lookup_months)
        self.add(
            Labelled(
                _("Hvad så du efter i dag?"), self.purpose, _("Tom: sagens eget formål. Skriv ingen følsomme ting.")
            ),
            Words(
                _(
                    "Loggen slettes af sig selv efter {months} måneder. Personen har ret til at se dage og formål."
                ).format(months=months),
                "muted",
            ),
            table,
        )
        self.widen(WIDE)
        self.purpose.setFocus()

    def _go(self) -> None:
        try:
            self._workspace.note_purpose(self._case_id, str(self.purpose.value() or ""))
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
