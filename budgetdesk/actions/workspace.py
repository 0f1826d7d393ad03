"""An opened, unlocked store: the only thing that window and command line hold on to.

with Workspace.open(profile, passphrase=None, today=today) as workspace:
    desk = workspace.new_case()
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from budgetdesk.actions.desk import Clock, Desk, utc_clock
from budgetdesk.actions.house import with_house
from budgetdesk.actions.learning import with_learned
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.policies import with_own_policy
from budgetdesk.actions.rates import with_own_rates
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BadInputError, StoreError
from budgetdesk.household.case import Case
from budgetdesk.household.case_file import ReadCase
from budgetdesk.i18n import _
from budgetdesk.readers.case_file import dump_case, load_case
from budgetdesk.statistics.counted import Counted
from budgetdesk.storage import keys, profile
from budgetdesk.storage.arrears_lists import ArrearsLists
from budgetdesk.storage.case_store import Step
from budgetdesk.storage.files import replace_file
from budgetdesk.storage.keyrings import NO_KEYRING, Keyring, system_keyring
from budgetdesk.storage.lookups import Look, LookUp
from budgetdesk.storage.process import no_core_dumps
from budgetdesk.storage.profile import OpenProfile, ProfileState
from budgetdesk.storage.store import DocumentSummary, RateOnPaper, Store

if TYPE_CHECKING:
    from budgetdesk.actions.case_search import CaseSearch, Hit

__all__ = ["CaseSummary", "DocumentSummary", "ProfileState", "RateOnPaper", "Step", "Workspace", "profile_state"]

LONG_ROWS = 5000


def profile_state(folder: Path) -> ProfileState:
    """Whether a folder holds a store already: first start (NEW) or unlock (MADE). Raises StoreError."""
    return profile.state(folder)


def passphrase_of_environment() -> str | None:
    """The passphrase that scripts give in BUDGETDESK_PASSPHRASE; None when there is none."""
    return os.environ.get(keys.ENVIRONMENT) or None


def _without_keyring(folder: Path, *, passphrase: str | None, keyring: Keyring) -> OpenProfile:
    return profile.unlock(folder, passphrase=passphrase, keyring=NO_KEYRING)


class Workspace:
    """One profile. Locked, it holds neither key nor connection; the desks taken from it then raise StoreError."""

    def __init__(
        self, folder: Path, opened: OpenProfile, *, today: date, clock: Clock, keyring: Keyring, library: Library
    ) -> None:
        self.folder = folder
        self.today = today
        self.library = library
        self._clock = clock
        self._keyring = keyring
        self._opened: OpenProfile | None = opened
        self._search: CaseSearch | None = None
        self.card_pin: str | None = None  # of the card that seals: in memory only, forgotten with the key

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        today: date,
        clock: Clock = utc_clock,
        keyring: Keyring | None = None,
        library: Library | None = None,
        remember: bool = True,
    ) -> Self:
        """First start: make the store. The passphrase is the one given, or BUDGETDESK_PASSPHRASE; with `remember` a
        keyring that works keeps the key as well. Raises NoKeyError when neither has it, and the other StoreError
        leaves."""
        make = partial(profile.make, remember=remember)
        return cls._begin(make, folder, passphrase, today, clock, keyring, library)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        passphrase: str | None = None,
        today: date,
        clock: Clock = utc_clock,
        keyring: Keyring | None = None,
        library: Library | None = None,
        ask_keyring: bool = True,
        recovery_key: str | None = None,
    ) -> Self:
        """Unlock the store of a folder by the recovery key where it is given, else by the passphrase given,
        BUDGETDESK_PASSPHRASE or the keyring, in this order; without `ask_keyring` the keyring, which may wait for
        somebody to answer, is left alone. Raises WrongKeyError, NoKeyError and the other StoreError leaves."""
        unlock = profile.unlock if ask_keyring else _without_keyring
        unlock = unlock if recovery_key is None else partial(profile.unlock, recovery_key=recovery_key)
        return cls._begin(unlock, folder, passphrase, today, clock, keyring, library)

    @classmethod
    def _begin(
        cls,
        how: Callable[..., OpenProfile],
        folder: Path,
        passphrase: str | None,
        today: date,
        clock: Clock,
        keyring: Keyring | None,
        library: Library | None,
    ) -> Self:
        no_core_dumps()
        keyring = system_keyring() if keyring is None else keyring
        if passphrase is None:
            passphrase = passphrase_of_environment()
        opened = how(folder, passphrase=passphrase, keyring=keyring)
        begun = cls(
            folder,
            opened,
            today=today,
            clock=clock,
            keyring=keyring,
            library=load_library() if library is None else library,
        )
        try:
            begun.library = with_own_policy(begun, with_own_rates(begun, with_learned(begun, begun.library)))
            begun.library = with_house(begun, begun.library)
        except BaseException:
            begun.close()  # else a damaged setting would keep the store locked after it was mended
            raise
        return begun

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # The lock

    @property
    def locked(self) -> bool:
        """True after `lock` and `close`."""
        return self._opened is None

    def lock(self) -> None:
        """Close the database and forget the key. Everything was saved already; pictures nobody needs are removed."""
        if self._opened is not None:
            with suppress(StoreError):  # a full or damaged disk must not keep the store open
                self._opened.store.forget_unused_pictures()
            self._opened.close()
            self._opened = self._search = self.card_pin = None

    close = lock

    def unlock(self, passphrase: str = "", *, recovery_key: str | None = None) -> None:
        """Open again after `lock`, by the passphrase or the recovery key. Raises WrongKeyError."""
        if self._opened is None:
            self._opened = profile.unlock(
                self.folder, passphrase=passphrase, keyring=self._keyring, recovery_key=recovery_key
            )

    @property
    def has_passphrase(self) -> bool:
        """False where only the keyring has the key: ask the user to choose a passphrase."""
        return self._profile.has_passphrase

    def change_passphrase(self, new: str, *, old: str | None = None) -> None:
        """Choose a (new) passphrase; `old` must fit where there is one, unless the recovery key has opened the store.
        Raises WrongKeyError."""
        if self.has_passphrase and not self._profile.by_recovery:
            self._profile.matches(old or "")
        self._profile.change_passphrase(new)

    def remember_key(self, remember: bool) -> bool:
        """Let this computer's keyring keep the key, or forget it. False when the keyring does not work.
        Raises NoKeyError when forgetting would leave no key at all."""
        if remember:
            return self._profile.remember(self._keyring)
        self._profile.forget(self._keyring)
        return True

    # Cases

    def cases(self, *, binned: bool = False) -> tuple[CaseSummary, ...]:
        """All cases by number; with `binned` those that were deleted and can be taken back."""
        return self._store.cases(binned=binned)

    def cases_with_plans(self) -> dict[str, Case]:
        """Case number -> the facts that following its repayment plan needs, and only those; all cases at once."""
        return self._store.cases_with_plans()

    def search(self, asked: str) -> tuple[Hit, ...]:
        """The cases that have all the words typed, the best first, with where they stand: by name, address, number,
        CPR and telephone, with slips of the finger (`case_search`). Cases in the bin are left out."""
        return self._finder().find(self.cases(), asked)

    def prepare_search(self) -> None:
        """Index the cases now, so that the first search need not wait: in a thread."""
        self._finder().prepare(self.cases())

    def _finder(self) -> CaseSearch:
        if self._search is None:
            from budgetdesk.actions.case_search import CaseSearch  # noqa: PLC0415 - numpy is slow to import

            self._search = CaseSearch()
        return self._search

    def counted(self) -> dict[str, Counted]:
        """Case number -> what statistics count about it; all cases at once, never an invented one."""
        return self._store.counted()

    def cases_to_refresh(self) -> int:
        """How many cases `refresh_cases` would make anew; nearly always none. Quick."""
        return self._store.outdated()

    def refresh_cases(self, told: Callable[[int, int], object] = lambda _done, _of: None) -> int:
        """Make anew what lists and statistics need of each case, where an earlier program made it or did not. With
        thousands of cases that takes half a minute, once: in a thread. Others wait for it where they need it. `told`
        hears how many are done, and of how many. Returns how many there were."""
        return self._store.refresh(told)

    def new_case(self, record: Record | None = None, *, number: str | None = None) -> Desk:
        """Open a new case on the desk, with the next number of the year, such as 2026-0001, or `number` when free."""
        record = Record() if record is None else record
        return self.desk(self._store.add_case(number, record, year=self.today.year, at=self._clock()))

    def desk(self, case_id: str, *, look: Look = Look.OPENED, purpose: str = "") -> Desk:
        """Open a case on the desk; the log of look-ups gets an entry, for the case's own purpose where no other is
        said. Raises StoreError when there is none with that number."""
        store = self._store.case(case_id)
        desk = Desk(case_id, store, today=self.today, library=self.library, clock=self._clock)
        self._store.note_look(case_id, at=self._clock(), who=self.account, what=look, purpose=purpose)
        return desk

    def note_purpose(self, case_id: str, purpose: str) -> None:
        """Say for what the case was opened this time; "" is the purpose of the case itself."""
        self._store.say_purpose(case_id, who=self.account, purpose=purpose)

    def look_ups(self, case_id: str) -> tuple[LookUp, ...]:
        """Who opened a case, when and for what, the newest first."""
        return self._store.look_ups(case_id)

    @property
    def account(self) -> str:
        """Who is at the computer, by the name of their account; "" where it has none."""
        with suppress(Exception):  # which errors there are depends on the system
            return getpass.getuser()
        return ""

    def is_long(self, case_id: str) -> bool:
        """Whether a case has so many bank rows that it takes a moment to open: do it in a thread."""
        return self._store.has_more_rows(case_id, LONG_ROWS)

    def import_case(self, source: Path) -> tuple[Desk, ReadCase]:
        """Take a case file in as a new case, under its own number where that is free. Returns what was read as well,
        with the defaults that were assumed. Raises CaseFileError; nothing is then taken in."""
        read = load_case(source, today=self.today)
        return self.new_case(Record(case=read.case), number=read.case.info.number or None), read

    def export_case(self, case_id: str, target: Path) -> None:
        """Write a case as a case file (plain text: the user has chosen the place). Raises StoreNotWritableError."""
        replace_file(target, dump_case(self.desk(case_id, look=Look.EXPORTED).record.case))

    def delete_case(self, case_id: str) -> None:
        """Put a case into the bin."""
        self._store.bin_case(case_id, at=self._clock())

    def restore_case(self, case_id: str) -> None:
        """Take a case out of the bin."""
        self._store.bin_case(case_id, at=None)

    def erase_case(self, case_id: str, *, who: str = "", why: str = "") -> bool:
        """Remove a case with its documents and history for good, also from every backup that is ever restored. False
        where the disk had no room to write the file anew: that is done at the next opening."""
        return self._profile.erase_case(case_id, on=self.today, who=who, why=why)

    def history(self, case_id: str) -> tuple[Step, ...]:
        """What was done in a case, step by step, the oldest first."""
        return self._store.case(case_id).history()

    # Documents and settings

    def save_document(
        self,
        case_id: str,
        *,
        kind: str,
        title: str,
        pdf: bytes,
        sealed: bool = False,
        rates: Sequence[RateOnPaper] | None = None,
    ) -> int:
        """Keep a PDF of a case as made today, with the figures of the law it was made with. Returns its id."""
        return self._store.add_document(
            case_id,
            kind=kind,
            title=title,
            made_on=self.today,
            pdf=pdf,
            sealed=sealed,
            rates=rates,
            check_code=check_code.of(pdf),
        )

    def replace_document(self, document_id: int, pdf: bytes, *, before: bytes) -> bool:
        """Keep a paper with a time stamp where it had none; False when it was changed meanwhile."""
        return self._store.replace_document(document_id, pdf, before=before)

    def papers_with_code(self, typed: str) -> tuple[DocumentSummary, ...]:
        """The kept papers that have this code on their pages, typed or scanned. Raises BadInputError for what is no
        code."""
        code = check_code.read(typed)
        if code is None:
            raise BadInputError(_(check_code.NOT_A_CODE))
        return self._store.documents_with_code(code)

    def documents(self, case_id: str) -> tuple[DocumentSummary, ...]:
        """The kept PDFs of a case, the oldest first."""
        return self._store.documents(case_id)

    def document(self, document_id: int) -> bytes:
        """The bytes of a kept PDF."""
        return self._store.document(document_id)

    def keep_picture(self, case_id: str, data: bytes) -> str:
        """Keep the picture of a receipt (JPEG, PNG, WebP, TIFF, PDF), encrypted with its case; give the id to
        `Receipt.picture`. A picture that no receipt has when the store is closed is forgotten. Raises StoreError."""
        return self._store.keep_picture(case_id, data)

    def picture(self, case_id: str, picture_id: str) -> bytes:
        """The bytes of a kept picture. Raises StoreError."""
        return self._store.picture(case_id, picture_id)

    def setting(self, key: str) -> object:
        """A setting as it was saved; None when it never was."""
        return self._store.setting(key)

    def save_setting(self, key: str, value: object) -> None:
        """Save a setting (None, bool, int, str, list, dict). It lies in the store, encrypted."""
        self._store.save_setting(key, value)

    def secret_for(self, purpose: str) -> bytes:
        """A secret of its own for one purpose, such as the seal; it exists only while the store is unlocked."""
        return self._profile.secret_for(purpose)

    @property
    def arrears_lists(self) -> ArrearsLists:
        """The landlords' lists of arrears (`actions.arrears_imports`)."""
        return self._store.arrears_lists

    def check(self) -> tuple[str, ...]:
        """Look through the whole store: pages, links, cases, documents. One Danish sentence per problem."""
        return self._store.problems()

    @property
    def opened(self) -> OpenProfile:
        """The unlocked profile, for other actions on the whole store. Raises StoreError while it is locked."""
        return self._profile

    @property
    def keyring(self) -> Keyring:
        """The keyring of this computer, or the one that was given."""
        return self._keyring

    def now(self) -> datetime:
        """The time of saving, aware."""
        return self._clock()

    @property
    def _profile(self) -> OpenProfile:
        if self._opened is None:
            raise StoreError(_("BudgetDesk er låst. Skriv adgangskoden for at fortsætte."))
        return self._opened

    @property
    def _store(self) -> Store:
        return self._profile.store
