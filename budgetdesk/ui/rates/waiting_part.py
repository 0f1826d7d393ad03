"""What was entered: figures that wait for a second person, those that count, and the history of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import rates
from budgetdesk.benefits.rate_edits import RateEdit, Standing
from budgetdesk.errors import RateEntryError, StoreError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.phrases import count
from budgetdesk.ui.rates import phrases
from budgetdesk.ui.rates.gradual import GradualRows
from budgetdesk.ui.rates.place import RatesPlace
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import Chip, EmptyState, Tone, Words, button, set_shown

TONES: dict[Standing, Tone] = {Standing.WAITING: "amber", Standing.IN_FORCE: "accent", Standing.WITHDRAWN: ""}


class EditRow(QWidget):
    """One entered figure: what, old and new, source, who; and what can be done with it."""

    def __init__(self, place: RatesPlace, edit: RateEdit, *, confirm: Act | None = None, withdraw: Act | None = None):
        super().__init__()
        library = place.workspace.library
        law = library.shipped_rates.get(edit.law)
        series = law.series.get(edit.series) if law is not None else None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 10)
        box.setSpacing(3)
        name = f"{phrases.title(series)} ({law.title})" if series is not None and law is not None else edit.series
        box.addWidget(Words(name, "strong"))
        again: tuple[str, ...] = ()
        if series is not None:
            change = rates.change_of(library, edit)
            again = change.look_again
            before = (
                _(" · før {phrases}").format(phrases=phrases.value(change.old.value, series.unit))
                if change.old is not None
                else ""
            )
            moved = phrases.per_cent(change)
            said = f"{phrases.value(edit.value, series.unit)}{before}{f' · {moved}' if moved else ''}"
            box.addWidget(Words(_("{said} · gælder {days}").format(said=said, days=phrases.days(edit.start, edit.end))))
        box.addWidget(Words(phrases.source(edit), "small"))
        box.addWidget(Words(phrases.by_whom(edit) + ".", "small"))
        if edit.standing is Standing.WAITING:
            for sentence in again:
                box.addWidget(Words(_("Se efter igen: {sentence}").format(sentence=sentence), "small", tone="amber"))
        box.addLayout(row(*_acts(edit, name, confirm, withdraw)))


def _acts(edit: RateEdit, name: str, confirm: Act | None, withdraw: Act | None) -> list[QWidget]:
    """How it stands, and what can be done about it."""
    across: list[QWidget] = [Chip(translated(phrases.STANDING)[edit.standing], TONES[edit.standing])]
    if confirm is not None:
        across.append(
            button(
                _("Jeg har set den i kilden"),
                partial(confirm, [edit.id]),
                name=_("Kontrolleret: {name}").format(name=name),
            )
        )
    if withdraw is not None:
        across.append(
            button(
                _("Træk tilbage"),
                partial(withdraw, [edit.id]),
                role="quiet",
                name=_("Træk tilbage: {name}").format(name=name),
            )
        )
    return across


Act = Callable[[list[str]], object]


class _EditsPart(QWidget):
    """A card with a row per entered figure of some standings."""

    newest_first = False

    def __init__(self, place: RatesPlace, card: Card, nothing: EmptyState, *standings: Standing) -> None:
        super().__init__()
        self._place = place
        self._standings = standings
        self.card = card
        self.nothing = nothing
        self.said = Announced(tone="amber")
        self.edits: dict[str, RateEdit] = {}
        self.rows: GradualRows[str, EditRow] = GradualRows(self._row)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(card)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        found = rates.edits_of(self._place.workspace, *self._standings)
        edits = {edit.id: edit for edit in (reversed(found) if self.newest_first else found)}
        if edits != self.edits:
            self.rows.show_items([])  # a row says how things stand
        self.edits = edits
        self.rows.show_items(edits)
        set_shown(self.nothing, not edits)

    def _row(self, edit_id: str) -> EditRow:
        raise NotImplementedError

    def _withdraw(self, ids: list[str]) -> None:
        self._do(partial(rates.withdraw, self._place.workspace, ids, by=self._place.name()))

    def _do(self, act: Callable[[], object]) -> bool:
        self.said.say("")
        try:
            act()
        except RateEntryError as error:
            if error.field in ("confirmed_by", "entered_by"):
                self._place.ask_name(str(error))
            else:
                self.said.say(str(error))
            return False
        except StoreError as error:
            show_error(self, error)
            return False
        self._place.changed()
        return True


class WaitingPart(_EditsPart):
    """Figures that nobody but the one who entered them has seen."""

    def __init__(self, place: RatesPlace) -> None:
        self.all = button(_("Jeg har set dem alle i kilden"), self._confirm_all, role="primary")
        nothing = EmptyState(
            _("Der venter ikke noget på kontrol"),
            _("Nye satser kommer her, når nogen har skrevet dem under “Indtast”."),
        )
        quiet = _("En anden end den, der skrev satsen, skal se den i kilden. Først derefter regner programmet med den.")
        super().__init__(place, Card(_("Venter på kontrol"), quiet), nothing, Standing.WAITING)
        self.card.add(row(self.all), self.said, self.rows, nothing)

    def refresh(self) -> None:
        super().refresh()
        set_shown(self.all, len(self.edits) > 1)
        self.all.setText(_("Jeg har set alle {count} i kilden").format(count=len(self.edits)))
        self.all.setAccessibleName(self.all.text())

    def _row(self, edit_id: str) -> EditRow:
        return EditRow(self._place, self.edits[edit_id], confirm=self._confirm, withdraw=self._withdraw)

    def _confirm_all(self) -> None:
        self._confirm(list(self.edits))

    def _confirm(self, ids: list[str]) -> None:
        if self._do(partial(rates.confirm, self._place.workspace, ids, by=self._place.name())):
            self.said.say(
                _("{count} fra nu af i hele programmet.").format(
                    count=count(len(ids), N_("sats gælder"), N_("satser gælder"))
                )
            )


class HistoryPart(_EditsPart):
    """What counts, and what was withdrawn or corrected."""

    newest_first = True

    def __init__(self, place: RatesPlace) -> None:
        nothing = EmptyState(_("I har ikke indtastet nogen satser endnu"), _("Programmet regner med sine egne satser."))
        quiet = _("Det, I har indtastet, går forud for programmets egne satser. Intet slettes.")
        super().__init__(place, Card(_("Jeres satser"), quiet), nothing, Standing.IN_FORCE, Standing.WITHDRAWN)
        self.problems = Words("", "small", tone="amber")
        self.card.add(self.said, self.problems, self.rows, nothing)
        self._show_problems()

    def refresh(self) -> None:
        super().refresh()
        if hasattr(self, "problems"):
            self._show_problems()

    def _show_problems(self) -> None:
        found = self._place.workspace.library.rate_problems
        self.problems.setText("\n".join(found))
        set_shown(self.problems, bool(found))

    def _row(self, edit_id: str) -> EditRow:
        edit = self.edits[edit_id]
        counts = edit.standing is Standing.IN_FORCE
        return EditRow(self._place, edit, withdraw=self._withdraw if counts else None)
