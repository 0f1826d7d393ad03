"""Seglet: which certificate seals the papers, how long it holds, and the server that gives them their time."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk import formats
from budgetdesk.actions import sealing, time_stamps
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError, DocumentError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.dialogs.token_choice import TokenDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import held_row
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.secret import Secret
from budgetdesk.ui.widgets.words import Words, button, set_look, set_shown

if TYPE_CHECKING:
    from budgetdesk.documents.seals.certificate import SealKey

SOON = timedelta(days=60)
"""So long before it runs out it is said."""
WIDTH = 640
NONE = N_("Der er intet segl endnu. Det laves, første gang et papir bliver forseglet.")
OWN = N_("BudgetDesks eget segl for {name}. Det viser, om et papir er ændret.")
ISSUED = N_("Segl for {name}, udstedt af {issuer}. Det viser også, hvem der har sat det.")
ON_CARD = N_("Nøglen ligger på kortet “{card}”.")
UNTIL = N_("Det gælder til den {day}.")
SOON_OUT = N_("Det udløber den {day}. Bed om et nyt i god tid.")
OUT = N_("Det udløb den {day}. Vælg et andet, før I forsegler flere papirer.")
FILES = N_("Certifikater (*.p12 *.pfx)")
ABOUT_TIME = N_(
    "Valgfrit. Et tidsstempel beviser, hvornår et papir blev forseglet. Det hentes, når der "
    "er net. Kun et fingeraftryk af seglet bliver sendt."
)


class SealDialog(SmallDialog):
    """Shows the seal there is; another is taken at once, the server when one presses Gem."""

    def __init__(self, parent: QWidget, workspace: Workspace, when: datetime, organisation: str) -> None:
        """`when`: now, aware; `organisation`: in whose name one of our own is made."""
        super().__init__(parent, _("Seglet på papirerne"), _("Gem"), self._save)
        self._workspace, self._when, self._organisation = workspace, when, organisation
        self._file: Path | None = None
        self.who, self.until = Words("", "strong"), Words("")
        self.file, self.password = Words(""), Secret()
        self.use = button(_("Brug det"), self._use)
        self.secret = Labelled(_("Adgangskode til filen"), self.password)
        self.server = LineEdit("https://…")
        choose = button(_("Brug vores eget certifikat …"), self.choose)
        new = button(_("Lav et nyt af BudgetDesks egne"), self._make)
        card = button(_("Brug et kort eller en USB-nøgle …"), self._card)
        self.add(
            self.who, self.until, held_row(choose, new), held_row(card), self.file, self.secret, held_row(self.use)
        )
        self.add(Labelled(_("Tidsstempelserver"), self.server), Words(_(ABOUT_TIME), "muted"))
        self.widen(WIDTH)
        self.server.show_value(time_stamps.server_of(workspace))
        self._show_file(None)
        self._show_key()

    def choose(self) -> None:
        """Let the user find the file with the certificate and its key."""
        name, _rest = QFileDialog.getOpenFileName(self, _("Vælg certifikatfilen"), "", _(FILES))
        if name:
            self._show_file(Path(name))

    def _show_file(self, file: Path | None) -> None:
        self._file = file
        self.file.setText(_("Fil: {name}").format(name=file.name) if file else "")
        for widget in (self.file, self.secret, self.use):
            set_shown(widget, file is not None)
        if file is not None:
            self.password.line.setFocus()

    def _card(self) -> None:
        self._show_file(None)
        TokenDialog(self, self._workspace, self._when, self._taken).open()

    def _use(self) -> None:
        file, password, workspace, when = self._file, self.password.value(), self._workspace, self._when
        if file is None:
            return

        def take() -> SealKey:
            try:
                content = file.read_bytes()
            except OSError as error:
                raise DocumentError(
                    _("Filen “{name}” kan ikke læses. Vælg den igen.").format(name=file.name)
                ) from error
            return sealing.use_issued(workspace, content, password, at=when)

        background.run(self, take, self._taken, self._failed)

    def _make(self) -> None:
        workspace, when, name = self._workspace, self._when, self._organisation
        background.run(
            self, lambda: sealing.use_own(workspace, organisation=name, when=when), self._taken, self._failed
        )

    def _taken(self, key: SealKey) -> None:
        self.problem.say("")
        self.password.line.clear()
        self._show_file(None)
        self._say(key)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)

    def _show_key(self) -> None:
        try:
            self._say(sealing.present_key(self._workspace))
        except BudgetDeskError as error:
            self._say(None)
            self.problem.say(str(error))

    def _say(self, key: SealKey | None) -> None:
        self.who.setText(_(NONE) if key is None else _who(key))
        self.until.setText("" if key is None else until(key.certificate.not_valid_after_utc, self._when))
        soon = key is not None and self._runs_out(key)
        set_look(self.until, role="strong" if soon else "", tone="amber" if soon else "")
        set_shown(self.until, key is not None)

    def _runs_out(self, key: SealKey) -> bool:
        """Whether something has to be done about it soon."""
        return key.certificate.not_valid_after_utc - self._when < SOON

    def _save(self) -> None:
        try:
            time_stamps.choose_server(self._workspace, self.server.value())
        except BudgetDeskError as error:
            self.problem.say(str(error))
            self.server.line.setFocus()
            return
        self.accept()


def until(last: datetime, when: datetime) -> str:
    """How long a certificate still holds, in a sentence."""
    day = formats.day(last.date())
    if last < when:
        return _(OUT).format(day=day)
    return (_(SOON_OUT) if last - when < SOON else _(UNTIL)).format(day=day)


def _who(key: SealKey) -> str:
    if key.own:
        return _(OWN).format(name=key.organisation)
    issuer = key.certificate.issuer.rfc4514_string()
    named = {part.split("=")[0]: part.split("=", 1)[1] for part in issuer.split(",") if "=" in part}
    told = _(ISSUED).format(name=key.organisation, issuer=named.get("O") or named.get("CN") or issuer)
    card = getattr(key.key, "token", "")
    return f"{told} {_(ON_CARD).format(card=card)}" if card else told
