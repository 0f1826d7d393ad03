"""The open store of a profile: the lock, the key and the database together, and what stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select, text, update

from budgetdesk.budget.paper_numbers import SheetRow
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.casework.record import Record
from budgetdesk.collecting import not_collecting
from budgetdesk.errors import StoreError
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.statistics.counted import Counted
from budgetdesk.storage import beside, case_rows, erasing, lookups, pictures
from budgetdesk.storage.arrears_lists import ArrearsLists
from budgetdesk.storage.at_hand import AtHand
from budgetdesk.storage.case_store import Database, SqlCaseStore
from budgetdesk.storage.lookups import Look, LookUp
from budgetdesk.storage.oversight import erasures
from budgetdesk.storage.plain import from_plain, to_plain
from budgetdesk.storage.tables import cases, documents, part_tables, settings

T = TypeVar("T")
LONGEST_NUMBER = 40


@dataclass(frozen=True, kw_only=True)
class RateOnPaper:
    """One figure of the law that a paper was made with."""

    name: str
    title: str
    value: Decimal
    start: date
    end: date


@dataclass(frozen=True, kw_only=True)
class DocumentSummary:
    """One kept PDF, without its bytes."""

    id: int
    case_id: str
    kind: str
    title: str
    made_on: date
    sealed: bool
    sha256: str
    rates: tuple[RateOnPaper, ...] | None = None
    """The figures of the law that it was made with; None where that was not noted at the time."""
    check_code: str = ""
    """The code printed on its pages; "" on papers from before there was one."""
    numbered: tuple[SheetRow, ...] | None = None
    """Which row each number on it means; None on a paper without numbers."""


class Store:
    """Cases, documents and settings in one database. Every call is one transaction; all raise StoreError leaves."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._sorted: tuple[Mapping[str, CaseSummary], tuple[CaseSummary, ...], tuple[CaseSummary, ...]] = ({}, (), ())

    def case(self, case_id: str) -> SqlCaseStore:
        """The keeper of one case."""
        return SqlCaseStore(self.database, case_id)

    def has_more_rows(self, case_id: str, than: int) -> bool:
        """Whether a case has more bank rows than so many."""
        rows = part_tables["transactions"].c
        further = select(rows.id).where(rows.case_id == case_id).offset(than).limit(1)
        with self.database.transaction() as connection:
            return connection.execute(further).first() is not None

    def cases(self, *, binned: bool = False) -> tuple[CaseSummary, ...]:
        """All cases by number, or those in the bin."""
        listed = self._at_hand(self.database.listed)
        if listed is not self._sorted[0]:
            in_order = sorted(listed.values(), key=attrgetter("id"))
            there = tuple(one for one in in_order if one.binned_at is None)
            self._sorted = (listed, there, tuple(one for one in in_order if one.binned_at is not None))
        return self._sorted[2] if binned else self._sorted[1]

    def counted(self) -> dict[str, Counted]:
        """Case number -> what statistics count about it. Cases in the bin and invented ones are left out."""
        listed, found = self._at_hand(self.database.listed), self._at_hand(self.database.counted)
        return {case_id: one for case_id, one in found.items() if _counts(listed.get(case_id))}

    def cases_with_plans(self) -> dict[str, Case]:
        """Case number -> what following its repayment plan needs (`plan_cases`). Cases in the bin, invented ones, and
        cases without a plan, present or former, are left out."""
        listed, found = self._at_hand(self.database.listed), self._at_hand(self.database.planned)
        return {case_id: one for case_id, one in found.items() if _counts(listed.get(case_id))}

    def outdated(self) -> int:
        """How many cases `refresh` would make anew."""
        if self.database.listed.is_read:
            return 0
        with self.database.transaction() as connection:
            return len(beside.outdated(connection))

    def refresh(self, told: Callable[[int, int], object] = lambda _done, _of: None) -> int:
        """Make anew what stands beside the cases where it is missing or of an earlier program, so many at a time.
        `told` hears how many are done, and of how many. Returns how many there were."""
        with self.database.transaction() as connection:
            ids = beside.outdated(connection)
        for at in range(0, len(ids), beside.AT_ONCE):
            told(at, len(ids))
            with not_collecting(), self.database.transaction() as connection:
                beside.make_again(connection, ids[at : at + beside.AT_ONCE])
        if ids:
            self.database.forget()
            told(len(ids), len(ids))
        return len(ids)

    def _at_hand(self, kind: AtHand[T]) -> Mapping[str, T]:
        with not_collecting(), self.database.transaction() as connection:
            found = kind.look(connection)
        if found is not None:
            return found
        self.refresh()
        return self._at_hand(kind)

    def add_case(self, case_id: str | None, record: Record, *, year: int, at: datetime) -> str:
        """Keep a new case under `case_id`, or under the next free number of the year (2026-0001) where that is None
        or taken. Returns the number, which also becomes the record's own."""
        with self.database.transaction() as connection:
            taken = set(connection.scalars(select(cases.c.id)))
            used = taken | set(connection.scalars(select(erasures.c.number)))  # it may still stand on a paper
            free = case_id and case_id not in taken and len(case_id) <= LONGEST_NUMBER
            number = case_id if case_id and free else _next_number(used, year)
            connection.execute(insert(cases).values(id=number, opened_at=at, saved_at=at))
            numbered = paths.put(record, "case.info.number", number)
            case_rows.write_all(connection, number, numbered)
            beside.write_many(connection, [(number, numbered.case)])
        self.database.touch(number)
        return number

    def bin_case(self, case_id: str, *, at: datetime | None) -> None:
        """Put a case into the bin (`at`), or take it out again (None)."""
        with self.database.transaction() as connection:
            _one(connection.execute(update(cases).where(cases.c.id == case_id).values(binned_at=at)).rowcount, case_id)
        self.database.touch(case_id)

    def erase_case(self, case_id: str, *, secret: bytes, on: date, who: str = "", why: str = "") -> str:
        """Remove a case with everything about it, for good (`erasing`); the file is still to be cleansed. `secret` is
        the one for marks. Returns the mark of the case."""
        with self.database.transaction() as connection:
            mark = erasing.erase(connection, case_id, secret=secret, on=on, who=who, why=why)
        self.database.touch(case_id)
        return mark

    @property
    def arrears_lists(self) -> ArrearsLists:
        """The landlords' lists of arrears, which lie beside the cases."""
        return ArrearsLists(self.database)

    def note_look(self, case_id: str, *, at: datetime, who: str, what: Look, purpose: str = "") -> None:
        """Note that somebody looked at a case (`lookups`)."""
        with self.database.transaction() as connection:
            lookups.note(connection, case_id, at=at, who=who, what=what, purpose=purpose)

    def say_purpose(self, case_id: str, *, who: str, purpose: str) -> None:
        """Say for what somebody opened a case this time."""
        with self.database.transaction() as connection:
            lookups.say_purpose(connection, case_id, who=who, purpose=purpose)

    def look_ups(self, case_id: str) -> tuple[LookUp, ...]:
        """The log of look-ups of a case, the newest first."""
        with self.database.transaction() as connection:
            return lookups.of_case(connection, case_id)

    def tidy(self) -> None:
        """Move everything from the log into the database file and empty the log."""
        self.database.empty_log()

    def add_document(
        self,
        case_id: str,
        *,
        kind: str,
        title: str,
        made_on: date,
        pdf: bytes,
        sealed: bool,
        rates: Sequence[RateOnPaper] | None = None,
        check_code: str = "",
    ) -> int:
        """Keep a PDF of a case, with the figures of the law that it was made with, and the code on its pages. Returns
        its id."""
        with self.database.transaction() as connection:
            added = connection.execute(
                insert(documents)
                .values(
                    case_id=case_id,
                    kind=kind,
                    title=title,
                    made_on=made_on,
                    sealed=sealed,
                    sha256=sha256(pdf).hexdigest(),
                    pdf=pdf,
                    rates=_plain(rates),
                    check_code=check_code,
                )
                .returning(documents.c.id)
            )
            return int(added.scalar_one())

    def documents(self, case_id: str) -> tuple[DocumentSummary, ...]:
        """The kept PDFs of a case, the oldest first."""
        columns = [column for column in documents.c if column.name != "pdf"]
        with self.database.transaction() as connection:
            rows = connection.execute(select(*columns).where(documents.c.case_id == case_id).order_by(documents.c.id))
            return tuple(_summary(dict(row)) for row in rows.mappings())

    def keep_numbers(self, document_id: int, rows: Sequence[SheetRow]) -> None:
        """Keep with a paper which row each number on it means."""
        mine = update(documents).where(documents.c.id == document_id)
        with self.database.transaction() as connection:
            connection.execute(mine.values(numbered=_plain(rows)))

    def replace_document(self, document_id: int, pdf: bytes, *, before: bytes) -> bool:
        """Put other bytes in the place of a kept PDF, if it still is what it was `before`; True when it was."""
        new, old = sha256(pdf).hexdigest(), sha256(before).hexdigest()
        change = update(documents).where(documents.c.id == document_id, documents.c.sha256 == old)
        with self.database.transaction() as connection:
            return connection.execute(change.values(pdf=pdf, sha256=new)).rowcount == 1

    def documents_with_code(self, check_code: str) -> tuple[DocumentSummary, ...]:
        """The kept PDFs of all cases that have this code on their pages, the oldest first."""
        columns = [column for column in documents.c if column.name != "pdf"]
        wanted = select(*columns).where(documents.c.check_code == check_code).order_by(documents.c.id)
        with self.database.transaction() as connection:
            rows = connection.execute(wanted).mappings().all()
        return tuple(_summary(dict(row)) for row in rows)

    def document(self, document_id: int) -> bytes:
        """The bytes of a kept PDF. Raises StoreError when it is not there, or not what was kept."""
        with self.database.transaction() as connection:
            row = connection.execute(select(documents).where(documents.c.id == document_id)).first()
        if row is None:
            raise StoreError(_("Dokumentet findes ikke mere. Vælg et andet på listen."))
        pdf = bytes(row.pdf)
        if sha256(pdf).hexdigest() != row.sha256:
            raise StoreError(
                _("Dokumentet “{title}” er beskadiget. Hent det fra en sikkerhedskopi.").format(title=row.title)
            )
        return pdf

    def keep_picture(self, case_id: str, data: bytes) -> str:
        """Keep the picture of a receipt with its case. Returns its id; the same picture is kept once."""
        with self.database.transaction() as connection:
            return pictures.keep_picture(connection, case_id, data)

    def pictures(self, case_id: str) -> tuple[str, ...]:
        """The ids of all pictures of a case."""
        with self.database.transaction() as connection:
            return pictures.kept_pictures(connection, case_id)

    def picture(self, case_id: str, picture_id: str) -> bytes:
        """The bytes of a kept picture. Raises StoreError when it is not there, or not what was kept."""
        with self.database.transaction() as connection:
            return pictures.picture(connection, case_id, picture_id)

    def forget_unused_pictures(self) -> int:
        """Remove the pictures that no receipt and no step that can be undone or redone names. Returns how many."""
        with self.database.transaction() as connection:
            return pictures.forget_unused(connection)

    def setting(self, key: str) -> object:
        """A setting as it was saved; None when it never was."""
        with self.database.transaction() as connection:
            found = connection.scalar(select(settings.c.value).where(settings.c.key == key))
        return None if found is None else json.loads(found)

    def save_setting(self, key: str, value: object) -> None:
        """Save a setting: None, bool, int, str, list or dict. None removes it."""
        with self.database.transaction() as connection:
            connection.execute(delete(settings).where(settings.c.key == key))
            if value is not None:
                connection.execute(insert(settings).values(key=key, value=json.dumps(value, ensure_ascii=False)))

    def problems(self) -> tuple[str, ...]:
        """What a thorough check finds wrong, one Danish sentence each; empty when all is well."""
        found = [*self._engine_problems()]
        for summary in (*self.cases(), *self.cases(binned=True)):
            found += self._case_problems(summary.id)
        return tuple(found)

    def _engine_problems(self) -> list[str]:
        # The check of pages looks past the log: a page the log still has to finish would seem damaged.
        self.database.empty_log()
        with self.database.transaction() as connection:
            if connection.dialect.name != "sqlite":
                return []
            pages = _lines(connection, "PRAGMA cipher_integrity_check")
            rows = [line for line in _lines(connection, "PRAGMA integrity_check") if line != "ok"]
            links = _lines(connection, "PRAGMA foreign_key_check")
        found = (
            [_("Databasen har {count} beskadigede sider. Hent en sikkerhedskopi.").format(count=len(pages))]
            if pages
            else []
        )
        found += (
            [_("Databasen hænger ikke sammen {count} steder. Hent en sikkerhedskopi.").format(count=len(rows))]
            if rows
            else []
        )
        lost = _("{count} rækker hører ikke til nogen sag. Hent en sikkerhedskopi.").format(count=len(links))
        return found + ([lost] if links else [])

    def _case_problems(self, case_id: str) -> list[str]:
        found = []
        keeper = self.case(case_id)
        keeper.load()
        keeper.history()
        for summary in self.documents(case_id):
            try:
                self.document(summary.id)
            except StoreError as error:
                found.append(f"Sag {case_id}: {error}")
        return found


def _summary(row: Mapping[str, Any]) -> DocumentSummary:
    kept = {"rates": _values(RateOnPaper, row["rates"]), "numbered": _values(SheetRow, row["numbered"])}
    return DocumentSummary(**{**row, **kept})


def _values(kind: type[T], kept: str | None) -> tuple[T, ...] | None:
    return None if kept is None else tuple(from_plain(kind, one) for one in json.loads(kept))


def _plain(values: Sequence[object] | None) -> str | None:
    return None if values is None else json.dumps(to_plain(tuple(values)), ensure_ascii=False)


def _counts(listed: CaseSummary | None) -> bool:
    """Whether a case may be counted: the sample household never is."""
    return listed is not None and listed.binned_at is None and not listed.about.invented


def _lines(connection: Connection, pragma: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(text(pragma))]


def _next_number(taken: set[str], year: int) -> str:
    used = [int(match[1]) for number in taken if (match := re.fullmatch(rf"{year}-([0-9]{{1,9}})", number))]
    return f"{year}-{max(used, default=0) + 1:04d}"


def _one(rows: int, case_id: str) -> None:
    if rows != 1:
        raise StoreError(_("Sagen “{case_id}” findes ikke. Vælg en sag fra listen.").format(case_id=case_id))
