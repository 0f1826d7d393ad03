"""A new case for the same tenant: what is taken along."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words

_WHAT = (
    (False, N_("Kun personer og bolig")),
    (True, N_("Også tal: indtægter, udgifter, gæld")),
)


class SameTenantDialog(SmallDialog):
    """Persons and home always go along; figures where somebody says so. Nothing that belongs to the case before."""

    def __init__(self, parent: QWidget, begin: Callable[[bool], object]) -> None:
        super().__init__(parent, _("Ny sag for samme lejer"), _("Opret sagen"), self._do)
        self._begin = begin
        self.what = Choice(translated(_WHAT))
        self.what.show_value(False)
        self.add(
            Labelled(_("Hvad skal med?"), self.what),
            Words(_("Tallene står som oplyst, til I har set papirerne igen."), "muted"),
            Words(
                _("Samtykker, noter, breve, restance og aftaler bliver i den gamle sag. Spørg om samtykke igen."),
                "muted",
            ),
        )

    def _do(self) -> None:
        figures = bool(self.what.value())
        self.accept()
        self._begin(figures)
