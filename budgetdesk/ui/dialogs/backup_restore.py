"""Hent en sikkerhedskopi: what is in it, what would be lost, and the passphrase of its day or the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from budgetdesk import formats
from budgetdesk.actions import backups
from budgetdesk.actions.backups import BackupInfo, Lost, Restored, Secret
from budgetdesk.actions.desk import utc_clock
from budgetdesk.errors import BudgetDeskError, UserCancelled
from budgetdesk.i18n import _, ngettext
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.backup import Progress
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets import secret as secrets
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, set_shown


class RestoreDialog(SmallDialog):
    """Puts one backup in the place of the store. `close_store` locks it first, `done` is told what was done."""

    def __init__(
        self, parent: QWidget, folder: Path, info: BackupInfo, lost: Lost | None, today: date,
        close_store: Callable[[], object], done: Callable[[Restored, Secret], object], give_up: Callable[[], object],
    ) -> None:  # fmt: skip
        """`lost` is None where the store cannot be looked into; `give_up` is called where the store was closed and is
        still the old one."""
        super().__init__(parent, _("Hent en sikkerhedskopi"), _("Hent kopien"), self._go)
        self._folder, self._info, self._today = folder, info, today
        self._close_store, self._done, self._give_up = close_store, done, give_up
        self._closed = False
        self._progress: Progress | None = None
        self.phrase = secrets.Secret()
        self.printed = LineEdit("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.by_paper = Tick(_("Jeg har glemt adgangskoden og bruger nødnøglen"))
        self.by_paper.name(self.by_paper.tick.text())
        self.by_paper.edited.connect(self._choose)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Hvor langt det er"))
        told = Points(_("Det sker der"))
        told.show_points(_told(info, lost))
        self._secrets = (Labelled(_("Adgangskode"), self.phrase, _("Den, I bruger nu, eller den fra kopiens dag.")),
                        Labelled(_("Nødnøgle"), self.printed, _("Som den står på arket.")))  # fmt: skip
        self.add(Words(_head(info), "strong"), told, *self._secrets, self.by_paper, self.bar)
        set_shown(self.bar, False)
        self.widen(600)
        self._choose()
        self.phrase.setFocus()

    def _choose(self) -> None:
        by_paper = bool(self.by_paper.value())
        set_shown(self._secrets[0], not by_paper)
        set_shown(self._secrets[1], by_paper)

    def _secret(self) -> Secret:
        if self.by_paper.value():
            return Secret(recovery=str(self.printed.value()))
        return Secret(passphrase=self.phrase.value())

    def _go(self) -> None:
        secret = self._secret()
        if not (secret.passphrase or secret.recovery):
            self.problem.say(_("Skriv adgangskoden eller nødnøglen."))
            return
        self.problem.say("")
        self.agree.setEnabled(False)
        set_shown(self.bar, True)
        self._progress = progress = Progress(self.bar)
        folder, info = self._folder, self._info
        # A wrong passphrase is told before anything is closed.
        background.run(
            self,
            lambda: backups.require_unlocked(info, secret, folder),
            lambda _none: self._restore(secret, progress),
            self._failed,
        )

    def _restore(self, secret: Secret, progress: Progress) -> None:
        folder, info, today = self._folder, self._info, self._today
        self._close_store()
        self._closed = True

        def work() -> Restored:
            return backups.restore(folder, info, secret, now=utc_clock(), today=today, progress=progress)

        background.run(self, work, lambda done: self._restored(done, secret), self._failed)

    def reject(self) -> None:
        """Close; what is under way is stopped, and the store is as it was."""
        if self._progress is not None:
            self._progress.stop()
        self._back()
        super().reject()

    def _back(self) -> None:
        """To the store as it was, if it was closed."""
        if self._closed:
            self._closed = False
            self._give_up()

    def _restored(self, done: Restored, secret: Secret) -> None:
        self._closed = False
        self.accept()
        self._done(done, secret)

    def _failed(self, error: Exception) -> None:
        self.agree.setEnabled(True)
        set_shown(self.bar, False)
        self._back()
        if isinstance(error, UserCancelled):
            return
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)


def _head(info: BackupInfo) -> str:
    at = info.made_at.astimezone()
    cases = ngettext("{cases} sag", "{cases} sager", info.cases).format(cases=formats.number(info.cases))
    return _("Kopien er fra {at} kl. {at_2} og har {cases}.").format(
        at=formats.day(at.date()), at_2=f"{at:%H.%M}", cases=cases
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{formats.number(number)} {one if number == 1 else many}" if number else ""


def _told(info: BackupInfo, lost: Lost | None) -> list[str]:
    said = []
    if lost is None:
        said.append(_("Vi kan ikke se, hvad der er skrevet siden, før der er låst op."))
    elif lost.new_cases or lost.changed_cases:
        both = (
            _count(lost.new_cases, _("ny sag"), _("nye sager")),
            _count(lost.changed_cases, _("ændret sag"), _("ændrede sager")),
        )
        said.append(
            _("Siden kopien er der {one}. Det er ikke i kopien.").format(one=_(" og ").join(one for one in both if one))
        )
    else:
        said.append(_("Der er ikke skrevet noget siden kopien."))
    said.append(_("Det, der er her nu, bliver gemt i mappen “tidligere” og kan hentes igen."))
    said.append(_("Sager, der er slettet siden, bliver slettet igen."))
    return said
