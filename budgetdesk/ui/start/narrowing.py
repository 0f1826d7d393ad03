"""What the list of cases is narrowed by, and in which order it stands: a few small lists, remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.case_list import Chosen, Order, Status
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.i18n import N_, _, translated
from budgetdesk.readers.categories import load_categories
from budgetdesk.ui.widgets.choices import ListChoice, Options
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import set_shown

WIDEST = 210
"""Of one list, px: the name of an organisation may be long, and is whole in the list that opens."""
_STATUS: Options = (
    ((Status.OPEN, False), N_("Åbne sager")),
    ((Status.OPEN, True), N_("Åbne uden samtykke")),
    ((Status.CLOSED, False), N_("Lukkede sager")),
    ((Status.ALL, False), N_("Alle sager")),
)
"""Which cases, and whether only those without a consent."""
_ORDER: Options = (
    (Order.URGENT, N_("Haster mest først")),
    (Order.CHANGED, N_("Senest ændret først")),
    (Order.NAME, N_("Efter navn")),
    (Order.NUMBER, N_("Efter sagsnummer")),
)


class Narrowing(QWidget):
    """Hands over what was chosen; a list that has nothing to choose between is not shown."""

    def __init__(self, chosen: Chosen, changed: Callable[[Chosen], object]) -> None:
        super().__init__()
        self._changed = changed
        self.status = ListChoice(translated(_STATUS))
        self.type = ListChoice((), unknown=_("Alle typer"))
        self.organisation = ListChoice((), unknown=_("Alle organisationer"))
        self.area = ListChoice((), unknown=_("Alle områder"))
        self.adviser = ListChoice((), unknown=_("Alle rådgivere"))
        self.order = ListChoice(translated(_ORDER))
        named = {
            _("Hvilke sager"): self.status,
            _("Sagstype"): self.type,
            _("Organisation"): self.organisation,
            _("Område"): self.area,
            _("Rådgiver"): self.adviser,
            _("Rækkefølge"): self.order,
        }
        flow = Flow(self, 8)
        for name, field in named.items():
            field.name(name)
            field.list.setMaximumWidth(WIDEST)
            field.edited.connect(self._tell)
            flow.addWidget(field)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show a choice without handing it over."""
        self.status.show_value((chosen.status, chosen.without_consent))
        self.type.show_value(chosen.type or None)
        self.organisation.show_value(chosen.organisation or None)
        self.area.show_value(chosen.area or None)
        self.adviser.show_value(chosen.adviser or None)
        self.order.show_value(chosen.order)

    def offer(self, cases: Iterable[CaseSummary]) -> None:
        """Offer what occurs in the cases."""
        types: set[str] = set()
        organisations: set[str] = set()
        areas: set[str] = set()
        advisers: set[str] = set()
        for case in cases:
            types.update(case.about.types)
            organisations.add(case.about.organisation)
            areas.add(case.about.area)
            advisers.add(case.about.adviser)
        titles = load_categories().lists["types"]
        self.type.set_options([(key, title) for key, title in titles.items() if key in types])
        for field, found in ((self.organisation, organisations), (self.area, areas), (self.adviser, advisers)):
            field.set_options([(one, one) for one in sorted(found - {""}, key=str.casefold)])
            set_shown(field, field.list.count() > 2 or field.value() is not None)
        set_shown(self.type, self.type.list.count() > 2 or self.type.value() is not None)

    def chosen(self) -> Chosen:
        """What is chosen now."""
        status, without_consent = self.status.value()
        return Chosen(
            status=status,
            without_consent=without_consent,
            type=self.type.value() or "",
            organisation=self.organisation.value() or "",
            area=self.area.value() or "",
            adviser=self.adviser.value() or "",
            order=self.order.value(),
        )

    def _tell(self) -> None:
        self._changed(self.chosen())
