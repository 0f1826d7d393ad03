"""What kind of case it is, in words of closed lists: what is picked here is counted, and nobody writes it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import case_course
from budgetdesk.household import paths
from budgetdesk.i18n import _
from budgetdesk.readers.categories import load_categories
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.chip_picks import ChipPicks
from budgetdesk.ui.widgets.choices import ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import LineEdit, NumberEdit
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import hairline, set_shown
from budgetdesk.wording import course as words

_COURSE = "case.course"
_MOST_TERMINATIONS = 24
_WORK = ("activities", "advice", "help")
_THREAT = ("terminations_this_year", "meeting_wanted", "house_rules", "arrears_covered", "temporary")


def picked(page: Page, label: str, name: str, help_text: str = "") -> Labelled:
    """A field for several words of the list `name`, which is also the name of the fact on the course."""
    return page.field(label, f"{_COURSE}.{name}", ChipPicks(options(name)), help_text)


def options(name: str) -> list[tuple[str, str]]:
    """(key, title) of one list."""
    return list(load_categories().lists[name].items())


class CourseCard(Card):
    """Types, situation, occasion, cause, who referred; folded below: what was done, and what is asked of a threat."""

    def __init__(self, page: Page, areas: Sequence[str] = ()) -> None:
        super().__init__(
            _("Hvad er det for en sag?"), _("Skriv et par bogstaver, og tryk Enter. En sag kan have flere ord.")
        )
        self._page = page
        self._made: dict[str, QWidget] = {}
        self.grid = form_grid(self._kind(areas), 2, least=330)
        self.add(self.grid, hairline())
        self._folds = {
            "work": (FoldButton(_("Det, vi har gjort"), lambda: self._toggle("work")), self._work),
            "threat": (FoldButton(_("Truslen mod boligen"), lambda: self._toggle("threat")), self._threat),
        }
        for key, (fold, _rest) in self._folds.items():
            self.add(fold)
            page.place.binder.anchor(f"{_COURSE}.{_WORK[0] if key == 'work' else _THREAT[0]}", fold)

    def refresh(self) -> None:
        """Say what lies folded away."""
        for key, (fold, _rest) in self._folds.items():
            course = self._page.record.case.course
            text = words.work_done(course) if key == "work" else words.threat_known(course)
            if text != fold.text():
                fold.setText(text)
                fold.setAccessibleName(text)
                fold.updateGeometry()

    def reveal(self, path: str) -> None:
        """Unfold what hides the field of a fact."""
        name = path.removeprefix(f"{_COURSE}.")
        for key, names in (("work", _WORK), ("threat", _THREAT)):
            if name in names and (key not in self._made or self._made[key].isHidden()):
                self._toggle(key)

    def _toggle(self, key: str) -> None:
        fold, make = self._folds[key]
        if key not in self._made:
            self._made[key] = form_grid(make(), 2, least=330)
            self._made[key].hide()
            self.box.insertWidget(self.box.indexOf(fold) + 1, self._made[key])
        opening = self._made[key].isHidden()
        set_shown(self._made[key], opening)
        fold.show_opened(opening)

    def _kind(self, areas: Sequence[str]) -> list[QWidget]:
        page = self._page
        types = ChipPicks(options("types"))
        binder = page.place.binder
        binder.bind_with("case.info.type", types, _("Sagstype"), case_course.types_of, case_course.with_types)
        return [
            Labelled(_("Sagstype"), types, _("Den første er den vigtigste.")),
            picked(page, _("Sådan er situationen"), "situations"),
            picked(page, _("Anledning"), "occasions"),
            picked(page, _("Årsag"), "causes", _("Kun det, lejeren selv ved, at der står.")),
            picked(page, _("Henvist af"), "referred_by"),
            Labelled(_("Uddannelse"), self._education()),
            page.field(_("Område"), f"{_COURSE}.area", LineEdit(_("Afdeling eller boligområde"), offers=areas)),
        ]

    def _education(self) -> ListChoice:
        path, editor = f"{_COURSE}.education", ListChoice(options("education"), unknown=_("Ikke spurgt"))
        self._page.place.binder.bind_with(
            path,
            editor,
            _("Uddannelse"),
            lambda record: paths.get(record, path) or None,
            lambda record, word: paths.put(record, path, word or ""),
        )
        return editor

    def _work(self) -> list[QWidget]:
        page = self._page
        return [
            picked(page, _("Aktiviteter"), "activities"),
            picked(page, _("Råd om"), "advice"),
            picked(page, _("Praktisk hjælp"), "help"),
        ]

    def _threat(self) -> list[QWidget]:
        page = self._page
        return [
            page.field(
                _("Ophævelser det seneste år"),
                f"{_COURSE}.terminations_this_year",
                NumberEdit(what=_("Antallet"), high=_MOST_TERMINATIONS, whole=True),
            ),
            page.field(_("Ville lejeren mødes?"), f"{_COURSE}.meeting_wanted", YesNo()),
            page.field(_("Er restancen betalt?"), f"{_COURSE}.arrears_covered", YesNo()),
            page.field(_("Også en sag om husorden?"), f"{_COURSE}.house_rules", YesNo()),
            page.field(
                _("Midlertidig bolig"),
                f"{_COURSE}.temporary",
                Tick(_("Kun mens der bliver renoveret")),
                _("Tæller ikke som udsættelse."),
            ),
        ]
