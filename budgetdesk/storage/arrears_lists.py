"""The landlords' lists of arrears in the store: taken in row by row, read in pieces, deleted so that nothing is left.

A list of half a million rows must not hold the store while somebody types: it is written and read in pieces, each its
own transaction, and counts only once it is whole. One that was stopped half-way is removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Any, Protocol

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, update

from budgetdesk.casework.arrears_entries import ListEntry, plain_name
from budgetdesk.casework.arrears_match import How, KnownCase, Match, Said, known_case
from budgetdesk.casework.arrears_people import Gone, ListInfo, ListPerson, person, since_last
from budgetdesk.collecting import not_collecting
from budgetdesk.errors import StoreError
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.storage import many_cases
from budgetdesk.storage.arrears_tables import arrears_list_rows, arrears_lists
from budgetdesk.storage.bulk import insert_columns
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.tables import cases

PIECE = 1000
"""People that are read, or rows that are removed, in one go."""
_ROW = arrears_list_rows.c
_LIST = arrears_lists.c
_KEPT = ("line", "reference", "name", "address", "phone", "amount", "due", "paakrav", "rent")


_TO_MATCH = ("case_info", "persons", "tenancies", "arrears", "courses")
_TO_CALL = (*_TO_MATCH[:4], "arrears_rows", "agreements", "courses", "contacts")
"""In the order of `PARTS`."""


class NamedPeople(Protocol):
    """By what the people of an erased case are known (`erasing.Who`)."""

    @property
    def words(self) -> frozenset[str]:
        """Words of their names, folded."""


class ArrearsLists:
    """The lists of one store. Every call may be made from any thread; all raise StoreError leaves."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, head: ListInfo) -> int:
        """A list that is not whole yet. Returns its number."""
        given = {key: value for key, value in asdict(head).items() if key != "id"}
        with self._database.transaction() as connection:
            made = insert(arrears_lists).values({**given, "whole": False, "left_out": list(head.left_out)})
            return int(connection.execute(made.returning(_LIST.id)).scalar_one())

    def add(self, list_id: int, rows: Sequence[tuple[ListEntry, Match]]) -> None:
        """Rows of a list that is being taken in. The number of a person is not among what is kept."""
        entries = [entry for entry, _rest in rows]
        columns: dict[str, Sequence[Any]] = {name: list(map(attrgetter(name), entries)) for name in _KEPT}
        columns["list_id"] = [list_id] * len(rows)
        columns["key"] = [entry.key for entry in entries]
        columns["case_id"] = [match.case_id for _rest, match in rows]
        columns["how"] = [str(match.how) for _rest, match in rows]
        with self._database.transaction() as connection:
            insert_columns(connection, arrears_list_rows, columns)

    def finish(self, list_id: int, *, rows: int, unread: int, total: Decimal) -> None:
        """All rows are there: from now on the list counts."""
        with self._database.transaction() as connection:
            done = update(arrears_lists).where(_LIST.id == list_id)
            connection.execute(done.values(whole=True, rows=rows, unread=unread, total=total))

    def all(self) -> tuple[ListInfo, ...]:
        """Every whole list, the newest first."""
        query = select(arrears_lists).where(_LIST.whole.is_(True)).order_by(_LIST.stated_on.desc(), _LIST.id.desc())
        with self._database.transaction() as connection:
            return tuple(map(_info, connection.execute(query).mappings()))

    def remove(self, list_id: int, told: Callable[[int], object] = lambda _rows: None) -> None:
        """Delete a list for good: its rows are overwritten in the file and gone from the log. `told` hears how many."""
        gone = 0
        with self._database.transaction() as connection:
            connection.execute(update(arrears_lists).where(_LIST.id == list_id).values(whole=False))
        while True:
            lines = select(_ROW.line).where(_ROW.list_id == list_id).order_by(_ROW.line).limit(PIECE * 10)
            with self._database.transaction() as connection:
                found = connection.execute(
                    delete(arrears_list_rows).where(_ROW.list_id == list_id, _ROW.line.in_(lines.scalar_subquery()))
                ).rowcount
            gone += found
            told(gone)
            if not found:
                break
        with self._database.transaction() as connection:
            connection.execute(delete(arrears_lists).where(_LIST.id == list_id))
        self._database.empty_log()

    def remove_unfinished(self) -> int:
        """Remove lists that were stopped half-way. Returns how many."""
        with self._database.transaction() as connection:
            left = connection.scalars(select(_LIST.id).where(_LIST.whole.is_(False))).all()
        for list_id in left:
            self.remove(list_id)
        return len(left)

    def people(self, list_id: int) -> Iterator[ListPerson]:
        """Everybody of a list, in the order of their keys, beside the sender's lists before it. Raises StoreError where
        the list is no longer there."""
        head = self._one(list_id)
        last = ""
        while True:
            with self._database.transaction() as connection:
                before, older = _before(connection, head)
                keys = _keys(connection, list_id, last)
                if not keys:
                    return
                rows = connection.execute(_rows(list_id, keys)).mappings().all()
                owed = _owed(connection, before, keys)
                seen = _seen(connection, older, keys)
            last = keys[-1]
            for key, own in groupby(rows, key=lambda row: str(row["key"])):
                one = person(map(_entry, own))
                since = since_last(
                    one.owed, owed.get(key), is_first_list=before is None, on_an_older=key in seen or key in owed
                )
                yield replace(one, key=key, before=owed.get(key), since=since)

    def gone(self, list_id: int, *, most: int) -> tuple[Gone, ...]:
        """Those of the list before who do not stand on this one, at most so many; who was owed most first."""
        head = self._one(list_id)
        with self._database.transaction() as connection:
            before, _rest = _before(connection, head)
            if before is None:
                return ()
            here = select(_ROW.key).where(_ROW.list_id == list_id)
            owed = func.sum(_ROW.amount)
            query = (
                select(
                    _ROW.key, owed.label("owed"), func.max(_ROW.reference).label("reference"),
                    func.max(_ROW.name).label("name"), func.max(_ROW.address).label("address"),
                    func.max(_ROW.case_id).label("case_id"),
                )
                .where(_ROW.list_id == before, _ROW.key.not_in(here))
                .group_by(_ROW.key)
                .having(owed > ZERO)
                .order_by(owed.desc(), _ROW.key)
                .limit(most)
            )  # fmt: skip
            return tuple(Gone(**{**row, "owed": _kroner(row["owed"])}) for row in connection.execute(query).mappings())

    def said_before(self, sender: str) -> dict[str, Said]:
        """Key -> what somebody has said about that tenant of a sender's lists, the newest word last."""
        lists = select(_LIST.id).where(_LIST.sender == sender)
        by_hand = _ROW.how.in_((str(How.CHOSEN), str(How.OTHER)))
        query = select(_ROW.key, _ROW.case_id, _ROW.name).where(_ROW.list_id.in_(lists), by_hand)
        with self._database.transaction() as connection:
            return {row.key: Said(row.case_id, row.name) for row in connection.execute(query.order_by(_ROW.list_id))}

    def say(self, list_id: int, key: str, case_id: str | None) -> None:
        """Whose rows these are, on all lists of the sender; None: none of the cases they look like."""
        head = self._one(list_id)
        lists = select(_LIST.id).where(_LIST.sender == head.sender)
        how = How.CHOSEN if case_id else How.OTHER
        with self._database.transaction() as connection:
            rows = update(arrears_list_rows).where(_ROW.key == key, _ROW.list_id.in_(lists))
            connection.execute(rows.values(case_id=case_id, how=str(how)))

    def known(self) -> tuple[KnownCase, ...]:
        """Every case, as far as a row is held against it."""
        with not_collecting(), self._database.transaction() as connection:
            found = many_cases.load(connection, _all_cases(), _TO_MATCH)
        return tuple(known_case(case_id, case) for case_id, case in found.items())

    def who_is(self, case_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Name and address of the tenant of some cases: to say which one a row may be about."""
        with self._database.transaction() as connection:
            found = many_cases.load(connection, _all_cases().where(cases.c.id.in_(case_ids)), ("persons", "tenancies"))
        return {key: (case.tenant.name if case.tenant else "", case.tenancy.address) for key, case in found.items()}

    def cases_of(self, list_id: int) -> dict[str, Case]:
        """The cases that stand on a list: letters, agreement, household, contact. No economy, no notes."""
        here = select(_ROW.case_id).where(_ROW.list_id == list_id, _ROW.case_id.is_not(None))
        with not_collecting(), self._database.transaction() as connection:
            return many_cases.load(connection, _all_cases().where(cases.c.id.in_(here)), _TO_CALL)

    def _one(self, list_id: int) -> ListInfo:
        with self._database.transaction() as connection:
            row = connection.execute(select(arrears_lists).where(_LIST.id == list_id)).mappings().first()
        if row is None:
            raise StoreError(_("Listen findes ikke mere. Vælg en anden."))
        return _info(row)


def forget_case(connection: Connection, case_id: str, who: NamedPeople) -> None:
    """When a case is erased: its rows, those of the same tenant on other lists, and those that bear its names."""
    own = select(_LIST.sender, _ROW.key).join(arrears_lists, _LIST.id == _ROW.list_id).where(_ROW.case_id == case_id)
    for sender, key in connection.execute(own.distinct()).all():  # another landlord's number is another tenant's
        lists = select(_LIST.id).where(_LIST.sender == sender)
        connection.execute(delete(arrears_list_rows).where(_ROW.key == key, _ROW.list_id.in_(lists)))
    named = select(_ROW.list_id, _ROW.line, _ROW.name)
    found = [
        (row.list_id, row.line)
        for row in connection.execute(named)
        if len(words := set(plain_name(row.name).split())) > 1 and words <= who.words
    ]
    for list_id, line in found:
        connection.execute(delete(arrears_list_rows).where(_ROW.list_id == list_id, _ROW.line == line))


def _all_cases() -> Select[Any]:
    """Not those in the bin."""
    return select(cases.c.id).where(cases.c.binned_at.is_(None))


def _info(row: Any) -> ListInfo:
    return ListInfo(**{**{k: v for k, v in row.items() if k != "whole"}, "left_out": tuple(row["left_out"] or ())})


def _before(connection: Connection, head: ListInfo) -> tuple[int | None, list[int]]:
    """The sender's list before this one, and those before that."""
    earlier = or_(_LIST.stated_on < head.stated_on, and_(_LIST.stated_on == head.stated_on, _LIST.id < head.id))
    query = select(_LIST.id).where(_LIST.sender == head.sender, _LIST.whole.is_(True), earlier)
    ids = list(connection.scalars(query.order_by(_LIST.stated_on.desc(), _LIST.id.desc())))
    return (ids[0], ids[1:]) if ids else (None, [])


def _keys(connection: Connection, list_id: int, after: str) -> list[str]:
    query = select(_ROW.key).where(_ROW.list_id == list_id, _ROW.key > after).distinct().order_by(_ROW.key)
    return list(connection.scalars(query.limit(PIECE)))


def _rows(list_id: int, keys: Sequence[str]) -> Select[Any]:
    return (
        select(arrears_list_rows)
        .where(_ROW.list_id == list_id, _ROW.key >= keys[0], _ROW.key <= keys[-1])
        .order_by(_ROW.key, _ROW.line)
    )


def _owed(connection: Connection, list_id: int | None, keys: Sequence[str]) -> dict[str, Decimal]:
    if list_id is None:
        return {}
    query = select(_ROW.key, func.sum(_ROW.amount).label("owed")).where(_ROW.list_id == list_id, _ROW.key.in_(keys))
    return {row.key: _kroner(row.owed) for row in connection.execute(query.group_by(_ROW.key))}


def _seen(connection: Connection, lists: Sequence[int], keys: Sequence[str]) -> set[str]:
    if not lists:
        return set()
    query = select(_ROW.key).where(_ROW.list_id.in_(lists), _ROW.key.in_(keys)).distinct()
    return set(connection.scalars(query))


def _kroner(summed: Any) -> Decimal:
    """A sum keeps the type of its column; a database that adds up numerics gives a Decimal that is kroner already."""
    return Decimal(summed)


def _entry(row: Any) -> tuple[ListEntry, str | None, How]:
    return ListEntry(**{name: row[name] for name in _KEPT}), row["case_id"], How(row["how"])
