"""The answer: the last day to pay and why, what stops it, and the papers of the first hour."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from budgetdesk import formats
from budgetdesk.actions import tasks
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.clock import is_terminated
from budgetdesk.casework.deadline_over import Over, deadline_over
from budgetdesk.casework.deadlines import Clock, Deadline
from budgetdesk.casework.emergency import Emergency
from budgetdesk.dates import bank_day_on_or_before
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import phrases
from budgetdesk.ui.letters import open_letter
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, columns, row, two_lines
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Points, Words, button

_PAPERS = (
    ("akut_opkald", N_("Ring til udlejer"), N_("Læs op fra arket, og skriv svarene ned.")),
    ("ansoegning_81", N_("Søg kommunen om hjælp"), N_("§ 81 og § 81 a. Aflever i dag, og gem kvitteringen.")),
    ("brev_udlejer", N_("Skriv til udlejer"), N_("Bed om ro på sagen, og om svar på skrift.")),
    ("naeste_skridt", N_("Stop her med næste skridt"), N_("Én side at skrive under på. I fortsætter en anden dag.")),
)
_OTHER_LETTERS = (
    N_("Skriv et andet brev"),
    N_("Bed udlejer vente på svar, foreslå en plan, eller bed om en ny dato i retten."),
)
_TODO_TITLES = (N_("Hvem"), N_("Hvad"), N_("Senest"), N_("Gjort"), "")
_TODO_WIDTHS = (150, -1, 130, 60, 70)


class ClockCard(Card):
    """The last day to pay, large, with the reason; after an ophævelse what is left instead."""

    def __init__(self) -> None:
        super().__init__("", "", "amber")
        self.caption = Words("", "small")
        self.day = Words("", "figure")
        self.why = Words()
        self.rest = Words("", "muted")
        self.add(self.caption, self.day, self.why, self.rest)

    def refresh(self, case: Case, overview: Overview) -> None:
        clock = overview.clock
        over = deadline_over(case)
        last = clock.pay_by if clock and not is_terminated(case) and over is None else None
        self.set_tone("amber" if last or is_terminated(case) else "")
        if is_terminated(case):
            said = _terminated(case, overview.on)
        elif over is not None and clock and clock.pay_by:
            said = _over(over, case)
        elif clock and last:
            said = _running(last, clock)
        else:
            said = _not_yet(case, clock)
        for label, text in zip((self.caption, self.day, self.why, self.rest), said, strict=True):
            label.setText(text)
            label.setVisible(bool(text))


_LAST_DAY = N_("Sidste dag at betale")
_Said = tuple[str, str, str, str]


def _running(last: Deadline, clock: Clock) -> _Said:
    bank = bank_day_on_or_before(last.day)
    pay = _("Pengene skal ud af banken senest {bank}. ").format(bank=phrases.weekday(bank)) if bank != last.day else ""
    after = clock.earliest_ophaevelse.why if clock.earliest_ophaevelse else ""
    caption = _(_LAST_DAY) + (" (vejledende)" if last.vejledende else "")
    return caption, formats.capital(phrases.weekday(last.day)), pay + last.why, after


def _terminated(case: Case, today: date) -> _Said:
    meeting, out = case.arrears.court_meeting, case.arrears.eviction
    if out and out < today:
        return (
            _("Udsættelsen er sket"),
            _("Ring til kommunen i dag"),
            _("Spørg om et sted at bo (servicelovens § 80)."),
            "",
        )
    if meeting and meeting >= today:
        day = _("Møde i fogedretten {meeting}").format(meeting=phrases.weekday(meeting))
    else:
        day = _("Udsættelse {out}").format(out=phrases.weekday(out)) if out else _("Ring til udlejer i dag")
    return _("Lejemålet er ophævet"), day, _("Der er ingen dag mere, hvor betaling alene stopper sagen."), ""


def _over(over: Over, case: Case) -> _Said:
    if over is Over.PAID:
        return (
            _(_LAST_DAY),
            _("Restancen er betalt"),
            _("Kommer der et nyt brev, så skriv det her. Så regner programmet igen."),
            "",
        )
    accepted = case.arrears.landlord_accepted
    on = f" {phrases.weekday(accepted.on)}" if accepted is not None and accepted.on is not None else ""
    why = _("Udlejer sagde ja til planen{on}. Fristen i påkravet fra før gælder ikke mere.").format(on=on)
    return (
        _(_LAST_DAY),
        _("Planen gælder"),
        why,
        _("Betal rater og husleje til tiden. Ellers kan udlejer gå videre med sagen."),
    )


def _not_yet(case: Case, clock: Clock | None) -> _Said:
    letter = case.arrears.letter
    why = {
        Letter.NONE: _("Vælg brevet, hvis der er et. Så regner programmet fristen ud."),
        Letter.RYKKER: _("En rykker sætter ingen frist i gang."),
    }.get(letter, _("Skriv dagen, brevet kom. Så regner programmet fristen ud."))
    return _(_LAST_DAY), _("Ingen frist endnu"), why, clock.earliest_paakrav.why if clock else ""


class StopCard(Card):
    """What still stops it: by right, and what only with the landlord's yes. And what looks wrong with the letter."""

    def __init__(self) -> None:
        super().__init__()
        self.by_right = Points(_("Det stopper sagen"))
        self.by_goodwill = Points(_("Kun hvis udlejer siger ja"))
        self.warnings = Points(_("Vær opmærksom på"))
        self.add(columns(self.by_right, self.by_goodwill), self.warnings)

    def refresh(self, answer: Emergency | None) -> None:
        if answer is None:
            return
        self.by_right.show_points(answer.by_right)
        self.by_goodwill.show_points(answer.by_goodwill)
        self.warnings.show_points(answer.warnings)


class EarlyCard(Card):
    """What is asked early, and where to log in together."""

    def __init__(self) -> None:
        super().__init__()
        ask, log_in = Points(_("Spørg tidligt")), Points(_("Log på sammen"))
        self.add(columns(ask, log_in))
        ask.show_points(
            (
                _("Kan lejeren selv skrive under, eller er der en værge?"),
                _("Skal der tolk på? Brug aldrig barnet."),
                _("Er der vold eller trusler? Er adressen beskyttet? Aftal, hvordan I må skrive og ringe."),
                _("Er der en partner, der ikke ved det?"),
            )
        )
        log_in.show_points(
            (
                _("MitID og Digital Post: ligger brevet der, og hvornår kom det?"),
                _("Netbank og Betalingsservice: hvad bliver trukket, og hvornår?"),
                _("Udbetaling Danmark: hvad er søgt, og hvad er bevilget?"),
                _("skat.dk og gæld til det offentlige."),
            )
        )


class PapersCard(Card):
    """What to do now, each with its paper."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Gør det nu"))
        self._page = page
        for number, (name, title, sentence) in enumerate(translated(_PAPERS)):
            if number:
                self.line()
            self.add(_PaperRow(title, sentence, partial(self._show, name), translated(DOCUMENTS)[name].title))
        self.line()
        self.others = button(_("Skriv et brev …"), self._write, name=_("Skriv et andet brev om betaling"))
        self.add(_with_button(*translated(_OTHER_LETTERS), self.others))

    def _write(self) -> None:
        """The letter that comes next: for a new day in court, else that the landlord waits for an answer."""
        case = self._page.record.case
        called = case.arrears.court_meeting is not None and case.arrears.court_meeting >= self._page.desk.today
        open_letter(self._page, "brev_foged_ny_dato" if called else "brev_udlejer_vent")

    def _show(self, name: str) -> None:
        self._page.place.binder.flush()
        show_paper(self._page, self._page.desk, name)


class _PaperRow(QWidget):
    def __init__(self, title: str, sentence: str, show: partial[None], paper: str) -> None:
        super().__init__()
        _beside(
            self, title, sentence, button(_("Vis papiret"), show, name=_("Vis papiret: {paper}").format(paper=paper))
        )


def _with_button(title: str, sentence: str, pressed: QPushButton) -> QWidget:
    holder = QWidget()
    _beside(holder, title, sentence, pressed)
    return holder


def _beside(holder: QWidget, title: str, sentence: str, pressed: QPushButton) -> None:
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 4, 0, 4)
    across.setSpacing(12)
    across.addLayout(two_lines(title, sentence), 1)
    across.addWidget(pressed)


class StepsCard(Card):
    """Who does what, by when: the page Næste skridt is made of it."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Hvem gør hvad, og hvornår?"), _("Det kommer på siden Næste skridt."))
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.head = table_head(translated(_TODO_TITLES), _TODO_WIDTHS)
        self.add_button = button(_("Tilføj skridt"), self._add)
        self.propose = button(_("Foreslå skridt"), self._propose, name=_("Foreslå skridt ud fra brevet og dagen"))
        self.add(self.head, self.rows, row(self.add_button, self.propose))
        page.place.binder.anchor("case.conversation.next_steps", self.add_button)

    def refresh(self) -> None:
        steps = self._page.record.case.conversation.next_steps
        self.head.setVisible(bool(steps))
        self.rows.show_items(step.id for step in steps)

    def _row(self, step_id: str) -> TableRow:
        page, path = self._page, f"case.conversation.next_steps[{step_id}]"
        done = Tick("")
        page.place.binder.bind_with(
            f"{path}.done",
            done,
            _("Gjort"),
            lambda record: paths.get(record, f"{path}.done") is not None,
            lambda record, value: paths.put(record, f"{path}.done", page.desk.today if value else None),
        )
        cells = [
            page.bind(f"{path}.who", LineEdit(_("Hvem")), _("Hvem der gør det")),
            page.bind(f"{path}.what", LineEdit(_("Hvad")), _("Hvad der skal gøres")),
            page.bind(f"{path}.by", DateEdit(page.desk.today), _("Senest")),
            done,
            button(_("Fjern"), lambda: self._remove(path), role="quiet", name=_("Fjern skridtet")),
        ]
        return TableRow(cells, _TODO_WIDTHS)

    def _add(self) -> None:
        record = self._page.record
        steps = record.case.conversation.next_steps
        new = Todo(id=paths.next_id(steps, "n"))
        self._page.change(_("Tilføj skridt"), paths.add(record, "case.conversation.next_steps", new))
        self.rows.rows[new.id].cells[0].setFocus()

    def _propose(self) -> None:
        """Put in what follows from the letter, except what is there already; the two at the desk then choose."""
        self._page.place.binder.flush()
        page = self._page
        self._page.change(_("Foreslå skridt"), tasks.with_steps(page.record, page.desk.overview, page.desk.library))

    def _remove(self, path: str) -> None:
        self._page.change(_("Fjern skridt"), paths.remove(self._page.record, path))
