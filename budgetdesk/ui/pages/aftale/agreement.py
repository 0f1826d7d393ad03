"""What is agreed beside the instalments: form, account, what becomes of the ophævelse, who approved, and the words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import agreements
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.clock import is_terminated
from budgetdesk.casework.record import Record
from budgetdesk.household.words import AgreementForm, OphaevelseStatus
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.policy import Policy
from budgetdesk.ui.binding import Get, Put
from budgetdesk.ui.pages.aftale.clauses import ClausesPart
from budgetdesk.ui.pages.aftale.follow_up_days import FollowUpDays
from budgetdesk.ui.pages.aftale.hardly_right import say
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, columns, form_grid
from budgetdesk.ui.widgets.choices import Choice, ListChoice
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, set_shown
from budgetdesk.wording import agreement as words
from budgetdesk.wording.policy import older

PATH = "case.agreement"
FORMS = (
    (AgreementForm.AFDRAGSORDNING, N_("Afdragsordning")),
    (AgreementForm.FRIVILLIGT_FORLIG, N_("Frivilligt forlig")),
)
OPHAEVELSE = (
    (OphaevelseStatus.WITHDRAWN, N_("Trukket tilbage")),
    (OphaevelseStatus.SUSPENDED, N_("Sat i bero")),
    (OphaevelseStatus.MAINTAINED, N_("Fastholdt")),
)
NOT_THE_HOME = N_("Et frivilligt forlig redder ikke boligen. Det giver kun udlejer en hurtigere vej til pengene.")
LEAST = 360
"""The narrowest that half of the card may stand, px."""


class AgreementCard(Card):
    """The terms, and the words of the paper."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Aftalen"), _("Det, der skal stå på papiret ved siden af raterne."))
        self._page = page
        self.older = Words("", "", tone="amber")
        self.form = self._field("form", _("Form"), Choice(translated(FORMS)))
        self.form_words = Points()
        self.ophaevelse = self._field(
            "ophaevelse",
            _("Hvad sker der med ophævelsen?"),
            ListChoice(translated(OPHAEVELSE), unknown=_("Ingen har sagt det")),
        )
        self.account = self._field("account", _("Konto eller indbetalingskort"), LineEdit(_("Som udlejer skriver det")))
        self.by = self._field("approved_by", _("Hvem har godkendt planen?"), LineEdit(_("Navn")))
        self.on = self._field("approved_on", _("Hvornår?"), DateEdit(page.desk.today))
        self.approval = Words("", "small")
        self.days = FollowUpDays(page)
        self.clauses = ClausesPart(page)
        self._lay_out()
        page.place.binder.anchor(PATH, self.account.editor)

    def refresh(self, overview: Overview) -> None:
        """Show what follows from the agreement as it stands."""
        record, policy = self._page.record, self._policy(overview)
        agreement = agreements.agreement_of(record)
        forlig = agreement.form is AgreementForm.FRIVILLIGT_FORLIG
        set_shown(self.form, policy.forlig or forlig)
        set_shown(self.ophaevelse, is_terminated(record.case) or agreement.ophaevelse is not None)
        self.older.setText(older(agreement.policy_version if agreement.instalments else "", self._now().version))
        set_shown(self.older, bool(self.older.text()))
        proposed = overview.plan.instalments if overview.plan else ()
        self.approval.setText(words.approval(policy, replace(agreement, instalments=agreement.instalments or proposed)))
        set_shown(self.approval, bool(self.approval.text()))
        said = agreements.says(record, policy, self._page.desk.today)
        stopped = [one.text for one in said if one.path == f"{PATH}.form"]
        self.form_words.show_points([*stopped, _(NOT_THE_HOME)] if forlig else [])
        at = {one.path: one.text for one in said}
        for field, name in ((self.by, "approved_by"), (self.on, "approved_on")):
            say(field.editor, at.get(f"{PATH}.{name}", ""))
        self.days.refresh(policy, at)
        self.clauses.refresh(policy)

    def _now(self) -> Policy:
        return self._page.desk.library.policy

    def _policy(self, overview: Overview) -> Policy:
        return overview.policy or self._now()

    def _field(self, name: str, label: str, editor: Editor) -> Labelled:
        made = Labelled(label, editor)
        get, put = _part(name)
        self._page.place.binder.bind_with(
            f"{PATH}.{name}", editor, _("Aftalen: {label}").format(label=label.lower()), get, put
        )
        return made

    def _lay_out(self) -> None:
        left = _half(
            self.form,
            self.form_words,
            self.account,
            self.ophaevelse,
            form_grid([self.by, self.on], 2, least=150),
            self.approval,
        )
        self.add(self.older, columns(left, _half(self.days), even=True), self.clauses)


def _half(*things: QWidget) -> QWidget:
    holder = QWidget()
    holder.setMinimumWidth(LEAST)
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 4, 0, 0)
    box.setSpacing(10)
    for thing in things:
        box.addWidget(thing)
    box.addStretch(1)
    return holder


def _part(name: str) -> tuple[Get, Put]:
    def get(record: Record) -> Any:
        return getattr(agreements.agreement_of(record), name)

    def put(record: Record, value: Any) -> Record:
        return agreements.with_part(record, **{name: value})

    return get, put
