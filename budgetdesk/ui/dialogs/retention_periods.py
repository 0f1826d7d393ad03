"""Frister: how long cases, plans, the log and the bin are kept. The organisation's own numbers; none of them is law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import rights
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.fields import NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words

WIDE = 760
LABELS = {
    "after_plan_months": N_("Efter den sidste rate (måneder)"),
    "still_months": N_("En sag, som ingen rører (måneder)"),
    "soon_days": N_("På listen så længe før (dage)"),
    "lookup_months": N_("Loggen over opslag (måneder)"),
    "bin_days": N_("I papirkurven (dage)"),
}
HINT = N_(
    "Loven giver ingen faste frister for frivillig rådgivning. Tallene er forslag: spørg jeres "
    "databeskyttelsesrådgiver. De gælder for alle sager, også dem, der er der nu."
)


class PeriodsDialog(SmallDialog):
    """One number for each purpose and each period."""

    def __init__(self, parent: QWidget, workspace: Workspace, changed: Callable[[], object]) -> None:
        super().__init__(parent, _("Frister"), _("Gem"), self._go)
        self._workspace, self._changed = workspace, changed
        known = rights.retention(workspace)
        self.purposes = {one.key: _number(one.title, one.months) for one in known.purposes}
        self.periods = {key: _number(label, getattr(known, key)) for key, label in translated(LABELS).items()}
        titles = {one.key: one.title for one in known.purposes}
        self.add(
            Words(_(HINT), "muted"),
            Words(_("En sag gemmes så mange måneder, efter at den er slut"), "section"),
            form_grid([Labelled(titles[key], field) for key, field in self.purposes.items()], 1, least=330),
            Words(_("Andre frister"), "section"),
            form_grid([Labelled(translated(LABELS)[key], field) for key, field in self.periods.items()], 2, least=300),
        )
        self.widen(WIDE)
        next(iter(self.purposes.values())).setFocus()

    def _go(self) -> None:
        known = rights.retention(self._workspace)
        try:
            months = {key: int(field.value()) for key, field in self.purposes.items()}
            periods = {key: int(field.value()) for key, field in self.periods.items()}
            purposes = tuple(replace(one, months=months[one.key]) for one in known.purposes)
            rights.save_retention(self._workspace, replace(known, purposes=purposes, **periods))
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        self.accept()
        self._changed()


def _number(what: str, value: int) -> NumberEdit:
    field = NumberEdit(what=what, low=1, high=1200, whole=True, empty=value)
    field.show_value(value)
    return field
