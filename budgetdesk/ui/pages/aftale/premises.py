"""The premises of the verdict: the same list for every tenant, each with the place where it is answered."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.casework.record import Record
from budgetdesk.household.case import WayTried
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.plan import PlanTest, Premise
from budgetdesk.planning.premises import WAYS, noted
from budgetdesk.ui.binding import Get, Put
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, columns
from budgetdesk.ui.widgets.choices import YesNo
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Chip, Tone, Words, set_shown
from budgetdesk.wording import plan as words

_TRIED = "case.conversation.ways_tried"
_NOTED = "case.conversation.premises_noted"
_WHERE = {
    "approved": (N_("Skriv, hvem der har godkendt"), "aftale", "case.agreement.approved_by"),
    "least_to_live_on": (N_("Se budgettet"), "budget", ""),
    "only_granted": (N_("Se indtægterne"), "budget", "case.income"),
    "documented": (N_("Se linjerne"), "budget", "case.expenses"),
    "earlier_plans": (N_("Skriv tidligere aftaler"), "aftale", "case.arrears.earlier_plans"),
    "landlord": (N_("Skriv udlejers svar"), "aftale", "case.arrears.landlord_accepted"),
}
LEAST, ANSWER = 390, 226
"""The narrowest that half of the list may stand, and the room for three answers beside each other (px)."""
_TONES: dict[bool | None, Tone] = {True: "accent", False: "amber", None: ""}


class PremisesCard(Card):
    """Question, answer, note; the ways tried are answered here."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Forudsætninger"), _("Den samme liste for alle. Svaret afhænger ikke af, hvem der spørger."))
        self.answered: Rows[str, _Answered] = Rows(partial(_Answered, page))
        self.ways: Rows[str, _Way] = Rows(partial(_Way, page))
        self.policy = Words("", "small")
        halves = [_half(_("Det, vi ved"), self.answered), _half(_("Andre veje, der er prøvet"), self.ways)]
        self.add(columns(*halves), self.policy)

    def show_plan(self, plan: PlanTest) -> None:
        """Show the premises of a plan."""
        answered = [premise for premise in plan.premises if premise.key not in WAYS]
        self.answered.show_items(premise.key for premise in answered)
        self.ways.show_items(premise.key for premise in plan.premises if premise.key in WAYS)
        for premise in answered:
            self.answered.rows[premise.key].show_premise(premise)
        self.policy.setText(_("Regnet efter politikken {policy_version}.").format(policy_version=plan.policy_version))

    def reveal(self, path: str) -> None:
        """Unfold the note that a path names."""
        for key, made in self.answered.rows.items():
            if path == f"{_NOTED}[{key}].note":
                made.open_note()


def _half(heading: str, rows: QWidget) -> QWidget:
    holder = QWidget()
    holder.setMinimumWidth(LEAST)
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 4, 0, 0)
    box.addWidget(Words(heading, "small"))
    box.addWidget(rows)
    box.addStretch(1)
    return holder


class _Answered(QWidget):
    """A premise that the program or another field answers."""

    def __init__(self, page: Page, key: str) -> None:
        super().__init__()
        self.title, self.note, self.answer = Words(), Words("", "small"), Chip()
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addWidget(self.note)
        self.said = LineEdit(_("Note"))
        page.place.binder.bind_with(f"{_NOTED}[{key}].note", self.said, _("Note til forudsætningen"), *_noted_at(key))
        links = QHBoxLayout()
        if key in _WHERE:
            text, there, path = translated(_WHERE)[key]
            links.addWidget(LinkButton(text, partial(page.place.go, there, path), small=True))
        self.open = LinkButton(_("Skriv en note"), self.open_note, small=True)
        links.addWidget(self.open)
        links.addStretch(1)
        left.addLayout(links)
        left.addWidget(self.said)
        self.said.hide()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.addLayout(left, 1)
        across.addWidget(self.answer)

    def open_note(self) -> None:
        """A field for what people know beside the figures."""
        self.open.hide()
        self.said.show()
        self.said.setFocus()

    def show_premise(self, premise: Premise) -> None:
        line = words.premise(premise)
        typed = self.said.text().strip()
        if typed:
            set_shown(self.open, False)
            set_shown(self.said, True)
        known = line.note.removesuffix(typed).strip() if typed else line.note
        self.title.setText(line.title)
        self.said.name(_("Note: {title}").format(title=line.title))
        self.open.setAccessibleName(_("Skriv en note: {title}").format(title=line.title))
        self.note.setText(known)
        self.note.setVisible(bool(known))
        self.answer.show_word(line.answer, _TONES[premise.answer])


class _Way(QWidget):
    """Another way out: tried or not, and what came of it."""

    def __init__(self, page: Page, key: str) -> None:
        super().__init__()
        bind = page.place.binder.bind_with
        answer, note = YesNo(), LineEdit(_("Hvad kom der ud af det?"))
        way = _(WAYS[key])
        answer.name(way)
        bind(f"{_TRIED}[{key}].answer", answer, way, *_tried(key, "answer"))
        bind(f"{_TRIED}[{key}].note", note, _("{ways} Note").format(ways=way), *_tried(key, "note"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(6)
        box.addWidget(Words(way))
        across = QHBoxLayout()
        answer.setFixedWidth(ANSWER)
        across.addWidget(answer)
        across.addWidget(note, 1)
        box.addLayout(across)


def _noted_at(key: str) -> tuple[Get, Put]:
    """What people noted at a premise beside the figures; an empty note is not kept."""

    def get(record: Record) -> Any:
        return noted(record.case, key)

    def put(record: Record, value: Any) -> Record:
        talk = record.case.conversation
        others = tuple(one for one in talk.premises_noted if one.id != key)
        before = next((one for one in talk.premises_noted if one.id == key), WayTried(id=key))
        kept = replace(before, note=value)
        kept_all = others if kept == WayTried(id=key) else (*others, kept)
        return replace(record, case=replace(record.case, conversation=replace(talk, premises_noted=kept_all)))

    return get, put


def _tried(key: str, name: str) -> tuple[Get, Put]:
    """A part of what is known about one way; a way of which nothing is known is not kept."""

    def get(record: Record) -> Any:
        return getattr(_find(record, key), name)

    def put(record: Record, value: Any) -> Record:
        talk = record.case.conversation
        changed = replace(_find(record, key), **{name: value})
        known = [changed if way.id == key else way for way in talk.ways_tried]
        if not any(way.id == key for way in known):
            known.append(changed)
        kept = tuple(way for way in known if way != WayTried(id=way.id))
        return replace(record, case=replace(record.case, conversation=replace(talk, ways_tried=kept)))

    return get, put


def _find(record: Record, key: str) -> WayTried:
    tried = record.case.conversation.ways_tried
    return next((way for way in tried if way.id == key), WayTried(id=key))
