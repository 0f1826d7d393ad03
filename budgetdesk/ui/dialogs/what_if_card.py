"""One scenario of the window Hvad nu hvis: what it is, its few inputs, and the sentence that matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QWidget

from budgetdesk.actions.what_if_asked import FIELDS, TITLES, Asked, Kind, children
from budgetdesk.dates import age_on
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown

_LABELS = {
    "rent": N_("Husleje pr. måned, før boligstøtte"),
    "area_m2": N_("Areal i m²"),
    "gross": N_("Pr. måned før skat"),
    "paid_out": N_("Udbetalt pr. måned"),
    "child": N_("Hvilket barn"),
}
FILL_IN = N_("Skriv tallene ovenfor.")


class ScenarioCard(Card):
    """The inputs of one scenario; `changed` is called on every keystroke."""

    def __init__(self, number: int, case: Case, on: date, changed: Callable[[], object]) -> None:
        super().__init__()
        self.number = number
        self.kind = ListChoice([(kind.value, translated(TITLES)[kind]) for kind in _offered(case, on)])
        self.inputs: dict[str, Editor] = {
            "rent": AmountEdit(),
            "area_m2": NumberEdit(what=_("Arealet"), low=1, high=1000),
            "gross": AmountEdit(),
            "paid_out": AmountEdit(),
            "child": ListChoice([(one.id, _called(one, on)) for one in children(case, on)]),
        }
        self.fields = {name: Labelled(translated(_LABELS)[name], editor) for name, editor in self.inputs.items()}
        self.told, self.problem = Points(), Words(_(FILL_IN), "muted")
        self.remove = button(_("Fjern mulighed {number}").format(number=number), lambda: None)
        self.add(
            Labelled(_("Mulighed {number}").format(number=number), self.kind),
            *self.fields.values(),
            self.problem,
            self.told,
        )
        self.add(row(self.remove, None))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as wide as its neighbours
        self.kind.edited.connect(self._turn)
        for editor in (self.kind, *self.inputs.values()):
            editor.edited.connect(changed)
        self.show_kind(_offered(case, on)[(number - 1) % len(_offered(case, on))])

    def show_kind(self, kind: Kind) -> None:
        """Turn to another kind of scenario."""
        self.kind.show_value(kind.value)
        self._turn()

    def _turn(self) -> None:
        wanted = FIELDS[Kind(self.kind.value())]
        for name, field in self.fields.items():
            set_shown(field, name in wanted)

    def asked(self) -> Asked:
        """What is typed. Raises BadInputError, a sentence, for what cannot be read."""
        kind = Kind(self.kind.value())
        values: dict[str, Any] = {name: self.inputs[name].value() for name in FIELDS[kind]}
        return Asked(kind=kind, **values)

    def read(self) -> Asked | None:
        """What is typed; None, with the sentence shown, for what cannot be read."""
        try:
            return self.asked()
        except BadInputError as error:
            self.say(str(error))
            return None

    def say(self, problem: str) -> None:
        """Why there is no answer yet."""
        self.problem.setText(problem)
        set_shown(self.problem, bool(problem))
        self.told.show_points(())

    def tell(self, sentences: tuple[str, ...]) -> None:
        """The answer."""
        set_shown(self.problem, False)
        self.told.show_points(sentences)

    def first_field(self) -> QWidget:
        """Where the cursor begins."""
        return self.kind


def _called(child: Person, on: date) -> str:
    """`Alma, 8 år`: the first name is enough, and fits."""
    name = (child.name.split() or [_("Barn uden navn")])[0]
    return _("{name}, {age_on} år").format(name=name, age_on=age_on(child.born, on)) if child.born else name


def _offered(case: Case, on: date) -> list[Kind]:
    return [kind for kind in Kind if kind is not Kind.CHILD or children(case, on)]
