"""Follow-up calls: still at home, the plan, the money. One screen, three questions, under a minute."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import checks as actions
from budgetdesk.casework.checks import Planned, asked_about, checks_of
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.opfoelgning.entering import after_enter
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Choice, YesNo
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Points, Words, button, set_shown
from budgetdesk.wording import checks as words


class ChecksCard(Card):
    """The call that is due; else when the next one is, or the way to plan them."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Opfølgning"))
        self._page = page
        self.said = Words("", "strong")
        self.form = CheckForm(page)
        self.plan = button(_("Planlæg opkald"), self._plan, name=_("Planlæg opkald efter 1, 3, 9 og 12 måneder"))
        self.stop = button(_("Vil ikke ringes op"), self._stop, role="quiet", name=_("Lejeren vil ikke ringes op mere"))
        self.done, self.then = Points(_("Sådan gik det")), Points(_("Det kan hjælpe nu"))
        self.add(self.said, self.form, self.then, row(self.plan, self.stop), self.done)

    def show_record(self, record: Record) -> None:
        """Show what is due and what was answered."""
        case, today = record.case, self._page.desk.today
        found = checks_of(case, on=today)
        self._after_end = found.may_plan_after_end
        coming = words.coming(found) or _(words.NOTHING)
        self.said.setText(words.due(found.due[0], today) if found.due else coming)
        may_plan = found.may_plan or found.may_plan_after_end
        self.plan.setText(_("Planlæg efter afslutningen") if found.may_plan_after_end else _("Planlæg opkald"))
        set_shown(self.form, bool(found.due))
        if found.due:
            self.form.show_due(found.due[0], record)
        set_shown(self.plan, may_plan)
        set_shown(self.stop, bool(found.due or found.coming))
        self.done.show_points([words.done(one) for one in found.done])
        last = found.done[0] if found.done and found.done[0].done == today else None
        self.then.show_points(words.then(last) if last else [])

    def _plan(self) -> None:
        page = self._page
        page.place.binder.flush()
        policy = page.desk.library.policy
        page.change(_("Planlæg opfølgning"), actions.plan(page.record, policy, after_end=self._after_end))

    def _stop(self) -> None:
        self._page.place.binder.flush()
        self._page.change(words.STOPPED, actions.stop(self._page.record))


class CheckForm(QWidget):
    """What to say, and the three questions."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._due: Planned | None = None
        self.script = Words("", "muted")
        self.home = Choice(translated(words.HOMES))
        self.kept, self.came = YesNo(), YesNo()
        self.note = LineEdit(_("Kun det, der er nødvendigt"))
        self.problem = InlineError()
        after_enter(self.note.line, self.save)
        self.home.name(_(words.HOME_QUESTION))
        self.kept.name(_(words.PLAN_QUESTION))
        self.kept_row = Labelled(_(words.PLAN_QUESTION), self.kept)
        self.came_said = Words("")
        self._lay_out()

    def show_due(self, due: Planned, record: Record) -> None:
        """Ask about this one; what was chosen for another is let go."""
        if self._due is None or self._due.check.id != due.check.id:
            for field in (self.home, self.kept, self.came):
                field.show_value(None)
            self.note.show_value("")
            self.problem.say("")
        self._due = due
        case = record.case
        tenant = case.tenant
        self.script.setText(words.script(case.info.adviser, tenant.name if tenant else ""))
        asked = asked_about(case)
        set_shown(self.kept_row, asked.plan)
        question = words.benefits_question(asked)
        self.came_said.setText(question)
        self.came.name(question)
        set_shown(self.came_row, bool(question))

    def save(self) -> None:
        """One step, which can be undone."""
        due, page = self._due, self._page
        if due is None:
            return
        page.place.binder.flush()
        asked = asked_about(page.record.case)
        try:
            record = actions.answer(
                page.record,
                due.check.id,
                home=self.home.value(),
                on=page.desk.today,
                plan_kept=self.kept.value() if asked.plan else None,
                benefits_arrived=self.came.value() if asked.benefits else None,
                note=self.note.value(),
            )
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        page.change(_("Opkald: opfølgning"), record)
        page.setFocus()  # the form is gone: the next key must not press what comes after it

    def _lay_out(self) -> None:
        self.came_row = QWidget()
        came = QVBoxLayout(self.came_row)
        came.setContentsMargins(0, 0, 0, 0)
        came.setSpacing(4)
        came.addWidget(self.came_said)
        came.addWidget(self.came)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INNER)
        for widget in (self.script, Labelled(_(words.HOME_QUESTION), self.home), self.kept_row, self.came_row):
            box.addWidget(widget)
        box.addWidget(Labelled(_("Note"), self.note))
        box.addWidget(self.problem)
        box.addLayout(row(button(_("Gem opkaldet"), self.save, role="primary"), None))
