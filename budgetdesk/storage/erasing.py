"""Erasing a case so that nothing of it is left: its rows, what other places of the store learned from it, and what
deleted rows leave behind in the pages of the file.

    erase(connection, ...)   # in one transaction with whatever else belongs to it
    cleanse(database)        # afterwards: the file is written anew, page by page

Until `cleanse` has been done the store remembers that it is due, also through a power cut. Papers outside the store
are not ours; backups are dealt with by `tombstones`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from budgetdesk.casework.retention import counted_words
from budgetdesk.errors import StoreError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.ledger.words import fold
from budgetdesk.storage import many_cases, tombstones
from budgetdesk.storage.arrears_lists import forget_case
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.engine import telling
from budgetdesk.storage.oversight import erasures, tallies
from budgetdesk.storage.tables import cases, settings

CLEANSE_DUE = "cleanse_due"
"""Setting: something was erased and the file has not been written anew since."""
LARGE = 200 * 1024 * 1024
"""Bytes. A larger store is written anew by way of a (likewise encrypted) temporary file, not in memory."""

ABOUT_PEOPLE = frozenset({"learned_rules", "statement_layouts", "scan_folder", "scan_folder_seen"})
"""Settings that may hold words from a case. An entry in which a name, a CPR or a telephone number of the erased case
stands is taken out. Every other setting is named, with a reason, in `OF_THE_HOUSE`; a test looks."""

OF_THE_HOUSE = {
    CLEANSE_DUE: "yes or no",
    "arrears_layouts": "names of columns in landlords' lists, and who sends them",
    "backups": "a folder and how often",
    "case_list": "which cases are shown first; what was searched for is not kept",
    "evaluation": "numbers of tenancies, no cases",
    "house": "the organisation's own name and address",
    "policies": "the organisation's own words",
    "policy_drafts": "the organisation's own words",
    "printers": "names of printers, and how paper is put into them",
    "rate_edits": "figures of the law, with source and the name of an adviser",
    "rate_drafts": "figures of the law that are being typed",
    "rates_notice_closed_on": "a day",
    "retention": "periods",
    "seal_key": "the seal's key and certificate",
    "seal_token": "which certificate on which card seals, and the certificate itself",
    "time_server": "the address of a server",
    "translations": "the program's texts in other languages, and the names of those who have read them",
}

_NEEDED = ("case_info", "persons", "agreements", "courses", "contact_persons")
"""Parts of a case that tell whom it is about and how it may be counted, in the order of `PARTS`."""

_CPR_OR_PHONE = re.compile(r"\d{8,10}")


@dataclass(frozen=True, kw_only=True)
class Who:
    """By what the people of a case can be known elsewhere: words of their names, folded, and their numbers."""

    words: frozenset[str]
    numbers: frozenset[str]

    def stands_in(self, text: str) -> bool:
        """Whether a text names one of them."""
        if self.words & set(re.findall(r"[a-z]+", fold(text))):
            return True
        digits = re.sub(r"(?<=\d)[ -](?=\d)", "", text)
        return any(number in digits for number in self.numbers)


Apart = Callable[[Connection, str, Who], object]
"""Rids a table without a case's foreign key of what it has about a case."""

APART: dict[str, Apart | None] = {
    "cases": None,
    "settings": None,
    "erasures": None,
    "tallies": None,
    "arrears_lists": forget_case,
}
"""Tables without a case's foreign key; None where `erase` sees to it itself, or where nothing personal stands. Every
other table loses its rows with the case. A test goes through all tables there are."""


def erase(
    connection: Connection, case_id: str, *, secret: bytes, on: date, who: str = "", why: str = "", count: bool = True
) -> str:
    """Remove a case with everything about it, and note that it was erased; with `count` it is counted by closed words
    where the tenant has said yes. Returns its mark. Raises StoreError when there is no such case."""
    opened_at = connection.scalar(select(cases.c.opened_at).where(cases.c.id == case_id))
    if opened_at is None:
        raise StoreError(_("Sagen “{case_id}” findes ikke. Vælg en sag fra listen.").format(case_id=case_id))
    case = many_cases.load(connection, select(cases.c.id).where(cases.c.id == case_id), _NEEDED)[case_id]
    if count:
        _count(connection, counted_words(case, opened=opened_at.date()))
    people = who_is_in(case)
    forget_in_settings(connection, people)
    for rid_of in APART.values():
        if rid_of is not None:
            rid_of(connection, case_id, people)
    connection.execute(delete(cases).where(cases.c.id == case_id))
    mark = tombstones.mark(secret, case_id, opened_at)
    _note(connection, mark, number=case_id, erased_on=on, who=who, why=why)
    _save(connection, CLEANSE_DUE, True)
    return mark


def erase_again(connection: Connection, marks: tombstones.Marks, *, secret: bytes) -> tuple[str, ...]:
    """Erase every case that was erased before, such as in a store that was restored. Returns their numbers."""
    found = []
    rows: list[tuple[str, datetime]] = [(row.id, row.opened_at) for row in connection.execute(select(cases))]
    for number, opened_at in rows:
        on = marks.get(tombstones.mark(secret, number, opened_at))
        if on is not None:
            erase(connection, number, secret=secret, on=on, why="slettet igen efter gendannelse")
            found.append(number)
    return tuple(found)


def erased(connection: Connection) -> dict[str, date]:
    """The marks of all cases that were erased from this store."""
    return {row.mark: row.erased_on for row in connection.execute(select(erasures))}


def cleanse(database: Database) -> None:
    """Write the whole file anew, so that no page, free or in use, holds what was deleted, and empty the log.

    Nothing to do where none is due. Needs as much free room as the store takes. Raises StoreError leaves; it is then
    still due. On a server's database this is the server's matter.
    """
    with database.transaction() as connection:
        if connection.dialect.name != "sqlite" or not _is_due(connection):
            return
    database.empty_log()
    _vacuum(database)
    with database.transaction() as connection:
        connection.execute(delete(settings).where(settings.c.key == CLEANSE_DUE))
    database.empty_log()


def _vacuum(database: Database) -> None:
    large = _size(database.path) > LARGE
    with telling(database.path), closing(database.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA temp_store = {'FILE' if large else 'MEMORY'}")
        try:
            cursor.execute("VACUUM")
        finally:
            cursor.execute("PRAGMA temp_store = MEMORY")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def who_is_in(case: Case) -> Who:
    """By what the people of a case can be known: household and contact persons."""
    names = [person.name for person in case.persons] + [one.name for one in case.contact_persons]
    numbers = [text for person in case.persons for text in (person.cpr, person.phone)]
    numbers += [one.phone for one in case.contact_persons]
    words = {word for name in names for word in re.findall(r"[a-z]+", fold(name)) if len(word) > 1}
    digits = {"".join(re.findall(r"[0-9]", number)) for number in numbers}
    return Who(words=frozenset(words), numbers=frozenset(one for one in digits if _CPR_OR_PHONE.fullmatch(one)))


def forget_in_settings(connection: Connection, people: Who) -> None:
    """Take out of the settings what names these people."""
    rows = connection.execute(select(settings).where(settings.c.key.in_(ABOUT_PEOPLE))).all()
    for key, kept in [(row.key, json.loads(row.value)) for row in rows]:
        left = _without(kept, people)
        if left != kept:
            _save(connection, key, left)


def _without(kept: Any, people: Who) -> Any:
    """The value less its entries that name somebody; None where it names somebody as a whole."""
    if isinstance(kept, list):
        return [each for each in kept if not _names(each, people)]
    if isinstance(kept, dict):
        return {key: each for key, each in kept.items() if not _names([key, each], people)}
    return None if _names(kept, people) else kept


def _names(entry: Any, people: Who) -> bool:
    return any(people.stands_in(text) for text in _texts(entry))


def _texts(entry: Any) -> Iterable[str]:
    """Every text in an entry, names of fields apart: they are the program's own words."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for each in entry:
            yield from _texts(each)
    elif isinstance(entry, dict):
        for each in entry.values():
            yield from _texts(each)


def _count(connection: Connection, words: Mapping[tuple[int, str, str], int]) -> None:
    for (year, what, word), cases_more in words.items():
        mine = (tallies.c.year == year) & (tallies.c.what == what) & (tallies.c.word == word)
        more = connection.execute(update(tallies).where(mine).values(cases=tallies.c.cases + cases_more))
        if not more.rowcount:
            connection.execute(insert(tallies).values(year=year, what=what, word=word, cases=cases_more))


def _note(connection: Connection, mark: str, **told: Any) -> None:
    if connection.execute(select(erasures.c.mark).where(erasures.c.mark == mark)).first() is None:
        connection.execute(insert(erasures).values(mark=mark, **told))


def _is_due(connection: Connection) -> bool:
    return connection.execute(select(settings.c.key).where(settings.c.key == CLEANSE_DUE)).first() is not None


def _save(connection: Connection, key: str, value: object) -> None:
    connection.execute(delete(settings).where(settings.c.key == key))
    if value is not None:
        connection.execute(insert(settings).values(key=key, value=json.dumps(value, ensure_ascii=False)))
