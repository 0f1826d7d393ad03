"""Every value of the policy in its section, each with what it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.policy_fields import BY_KEY, FIELDS, Kind, sections
from budgetdesk.ui import theme
from budgetdesk.ui.policy.fields import ApprovalRows, editor_for
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.wording import policy as words

LEAST = 400
"""The narrowest that one field with its explanation may be, px."""


class ValuesPart(QWidget):
    """The fields. `typed` is told when one of them is left."""

    def __init__(self, typed: Callable[[], object]) -> None:
        super().__init__()
        self.organisation = LineEdit(_("Navn på jeres organisation"), width=360)
        self.editors: dict[str, Editor] = {field.key: editor_for(field) for field in FIELDS}
        self.approvals = ApprovalRows(typed)
        self._lay_out()
        for editor in (self.organisation, *self.editors.values()):
            editor.left.connect(typed)
            editor.edited.connect(lambda editor=editor: editor.say_problem(""))

    def show_policy(self, policy: Policy) -> None:
        """Show a policy as it is."""
        self.organisation.show_value(policy.organisation)
        for key, editor in self.editors.items():
            value = getattr(policy, key)
            editor.show_value(value)
            if BY_KEY[key].kind is Kind.AMOUNT and value == ZERO:
                editor.show_text("0")  # nothing at all is an answer here
            editor.say_problem("")
        self.approvals.show_value(policy.approvals)

    def show_drafts(self, drafts: Mapping[str, str]) -> None:
        """On top of it, show what was typed and not saved."""
        for key, editor in (("organisation", self.organisation), *self.editors.items()):
            if key in drafts:
                editor.show_text(drafts[key])

    def texts(self) -> dict[str, str]:
        """What stands in the fields, as typed; fields that are chosen, not typed, have none."""
        found = {key: editor.text() for key, editor in self.editors.items()}
        chosen = {field.key for field in FIELDS if field.kind is Kind.YES_NO}
        typed = {key: text for key, text in found.items() if key not in chosen}
        return {"organisation": self.organisation.text(), **typed}

    def values(self) -> dict[str, Any] | None:
        """The values as typed; None where one cannot be read, which is then said at it."""
        found: dict[str, Any] = {"organisation": self.organisation.value()}
        bad: list[QWidget] = []
        for key, editor in self.editors.items():
            try:
                found[key] = editor.value()
                editor.say_problem("")
            except BadInputError as error:
                editor.say_problem(str(error))
                bad.append(editor)
        try:
            found["approvals"] = self.approvals.value()
            self.approvals.problem.say("")
        except BadInputError as error:
            self.approvals.problem.say(str(error))
            bad.append(self.approvals.more)
        if bad:
            bad[0].setFocus()
        return None if bad else found

    def say(self, problems: Mapping[str, str]) -> None:
        """What does not fit, each at its field; the first one gets the focus."""
        self.approvals.problem.say(problems.get("approvals", ""))
        for key, editor in self.editors.items():
            editor.say_problem(problems.get(key, ""))
        first: QWidget | None = next((self.editors[key] for key in self.editors if key in problems), None)
        if first is None and "approvals" in problems:
            first = self.approvals.more
        if first is not None:
            first.setFocus()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        whose = Card(_("Hvis politik er det?"))
        whose.add(Labelled(_("Organisation"), self.organisation))
        box.addWidget(whose)
        for section in sections():
            box.addWidget(self._section(section))
            if section == "plan":
                box.addWidget(self._approvals())

    def _section(self, section: str) -> Card:
        card = Card(translated(words.SECTIONS)[section])
        labelled = [
            Labelled(_label(field.key), self.editors[field.key], translated(words.MEANINGS).get(field.key, ""))
            for field in FIELDS
            if field.section == section
        ]
        card.add(form_grid(labelled, 2, least=LEAST))
        return card

    def _approvals(self) -> Card:
        card = Card(
            _("Hvem godkender?"), _("Efter hvor lang planen er. Enhver plan er et forslag, til udlejer har sagt ja.")
        )
        card.add(self.approvals)
        return card


def _label(key: str) -> str:
    title, unit = translated(words.TITLES)[key], _(words.UNITS.get(key, ""))
    return f"{title}, {unit}" if unit.startswith("kr.") else title
