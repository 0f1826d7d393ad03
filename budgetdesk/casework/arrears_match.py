"""Whose row is it? A list of arrears held against the known cases: by number, by CPR, by name and address.

A match is sure where the landlord's number or the CPR is the case's own, and no other case has it, or where name and
address are both the same. A slip of the finger, the same name elsewhere, or the same home under another name is a
doubt: it is shown, and a person says whether it is the same. Nothing is guessed in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from budgetdesk.casework.arrears_entries import ListEntry, cpr_of, plain_address, plain_name, plain_number
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.planning.bank_matches import references

LONG_ENOUGH = 4
"""Letters of a number: a shorter one could be anybody's."""
MOST_SLIPS = 2
MOST_CANDIDATES = 3
MOST_OF_ONE_NAME = 40
"""So many cases of one name are looked at; those in the same house always are."""
_LETTERS_PER_SLIP = 6


class How(StrEnum):
    """How a row was matched, the surest first."""

    CHOSEN = "chosen"
    """Somebody has said so."""
    CPR = "cpr"
    REFERENCE = "reference"
    WHO_AND_WHERE = "who_and_where"
    DOUBT = "doubt"
    OTHER = "other"
    """Somebody has said that it is none of the cases it looks like."""
    NOBODY = "nobody"


SURE = (How.CHOSEN, How.CPR, How.REFERENCE, How.WHO_AND_WHERE)


@dataclass(frozen=True, kw_only=True)
class KnownCase:
    """What of a case a row is held against."""

    case_id: str
    names: tuple[str, ...] = ()
    """Tenant and partner."""
    cprs: tuple[str, ...] = ()
    address: str = ""
    numbers: tuple[str, ...] = ()
    closed: bool = False


@dataclass(frozen=True)
class Match:
    """The case of a row, or the cases it may be."""

    how: How
    cases: tuple[str, ...] = ()

    @property
    def case_id(self) -> str | None:
        """The case where it is sure."""
        return self.cases[0] if self.how in SURE else None


NO_MATCH = Match(How.NOBODY)


@dataclass(frozen=True)
class Said:
    """What somebody has said about a tenant of the sender's lists: whose case it is, or that it is none."""

    case_id: str | None
    name: str
    """The name that stood on the list then."""

    def match(self, entry: ListEntry) -> Match | None:
        """The same again; None where the number has got a tenant of another name since."""
        name, before = plain_name(entry.name), plain_name(self.name)
        if name and before and not (_close(name, before) or _shares_word(name, before)):
            return None
        return Match(How.CHOSEN, (self.case_id,)) if self.case_id else Match(How.OTHER)


def known_case(case_id: str, case: Case) -> KnownCase:
    """What of a case a row is held against."""
    people = [one for one in case.persons if one.role in (Role.TENANT, Role.PARTNER)]
    written = (case.tenancy.number, case.arrears.payment_reference, *references(case))
    return KnownCase(
        case_id=case_id,
        names=tuple(plain_name(one.name) for one in people if one.name),
        cprs=tuple(cpr for one in people if (cpr := cpr_of(one.cpr))),
        address=plain_address(case.tenancy.address),
        numbers=tuple(dict.fromkeys(one for text in written if len(one := plain_number(text)) >= LONG_ENOUGH)),
        closed=case.course.ended is not None,
    )


class Known:
    """The known cases, ready to be asked half a million times."""

    def __init__(self, cases: Iterable[KnownCase]) -> None:
        self._cases = {one.case_id: one for one in cases}
        self._by_cpr: dict[str, list[str]] = defaultdict(list)
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_slip: dict[str, list[str]] = defaultdict(list)
        self._by_home: dict[str, list[str]] = defaultdict(list)
        self._homes = {key: _parts(one.address) for key, one in self._cases.items()}
        for one in self._cases.values():
            self._add(one)

    def match(self, entry: ListEntry) -> Match:
        """Whose row it is. Two open cases with one number or one CPR are a doubt, as is all that only looks alike."""
        doubts: list[str] = []
        for how, index, asked in (
            (How.CPR, self._by_cpr, entry.cpr),
            (How.REFERENCE, self._by_number, plain_number(entry.reference)),
        ):
            found = self._best(index.get(asked, ())) if asked else []
            if len(found) == 1 and not self._contradicted(how, found[0], entry):
                return Match(how, tuple(found))
            doubts += found
        asked_about = _Asked.of(entry)
        found = self._alike(asked_about)
        sure = self._best(case_id for case_id in found if self._same(case_id, asked_about))
        if len(sure) == 1 and not doubts:
            return Match(How.WHO_AND_WHERE, tuple(sure))
        maybe = tuple(dict.fromkeys((*doubts, *sure, *found)))[:MOST_CANDIDATES]
        return Match(How.DOUBT, maybe) if maybe else NO_MATCH

    def _add(self, one: KnownCase) -> None:
        for index, keys in ((self._by_cpr, one.cprs), (self._by_number, (*one.numbers, plain_number(one.case_id)))):
            for key in keys:
                index[key].append(one.case_id)
        for name in one.names:
            self._by_name[name].append(one.case_id)
            for shorter in _one_letter_less(name):
                self._by_slip[shorter].append(one.case_id)
        if home := _home(one.address):
            self._by_home[home].append(one.case_id)

    def _best(self, found: Iterable[str]) -> list[str]:
        """Each once; an open case goes before one that has ended, for the same tenant may have had one before."""
        ids = list(dict.fromkeys(found))
        return [case_id for case_id in ids if not self._cases[case_id].closed] or ids

    def _same(self, case_id: str, asked: _Asked) -> bool:
        names = self._cases[case_id].names
        return bool(asked.name) and asked.name in names and _one_home(asked.home, self._homes[case_id])

    def _contradicted(self, how: How, case_id: str, entry: ListEntry) -> bool:
        """The number fits, but both name and home are somebody else's: tenancies get new tenants."""
        if how is How.CPR or not entry.name:
            return False
        one, name = self._cases[case_id], plain_name(entry.name)
        return bool(one.names) and not any(_close(name, each) or _shares_word(name, each) for each in one.names)

    def _alike(self, asked: _Asked) -> list[str]:
        """Cases that may be meant, the likest first: the same name or home, give or take a slip. Of a name that very
        many have, only those in the home are looked at with the first ones."""
        name = asked.name
        near = [*self._by_home.get(asked.house, ())] if asked.house else []
        near += self._by_name.get(name, ())[:MOST_OF_ONE_NAME] if name else ()
        for shorter in _one_letter_less(name) if name else ():
            near += self._by_slip.get(shorter, ())[:MOST_OF_ONE_NAME]
        scored = []
        for case_id in dict.fromkeys(near):
            one = self._cases[case_id]
            by_name = any(_close(name, each) for each in one.names) if name else False
            by_home = _one_home(asked.home, self._homes[case_id])
            if by_name or (by_home and (not name or not one.names or self._near_name(case_id, name))):
                scored.append((not (by_name and by_home), one.closed, not by_name, case_id))
        return [row[-1] for row in sorted(scored)]

    def _near_name(self, case_id: str, name: str) -> bool:
        return any(_close(name, each) or _shares_word(name, each) for each in self._cases[case_id].names)


def _home(address: str) -> str:
    """The first letters of the street, and the house number: what any spelling of an address has, with or without town
    and floor."""
    words = address.split()
    number = next((word for word in words if word.isdigit()), "")
    return f"{words[0][:3]} {number}" if number and not words[0].isdigit() else ""


def _one_home(one: _Parts, two: _Parts) -> bool:
    """The same home: everything the shorter of the two says stands in the other, give or take a slip in the street."""
    if not one.figures or not two.figures or (one.code and two.code and one.code != two.code):
        return False
    both = min(len(one.figures), len(two.figures))
    return one.figures[:both] == two.figures[:both] and _close(one.street, two.street)


@dataclass(frozen=True)
class _Asked:
    """What a row says about who and where, made ready once."""

    name: str
    home: _Parts
    house: str

    @classmethod
    def of(cls, entry: ListEntry) -> _Asked:
        address = plain_address(entry.address)
        return cls(plain_name(entry.name), _parts(address), _home(address))


@dataclass(frozen=True)
class _Parts:
    street: str
    figures: tuple[str, ...]
    code: str


def _parts(address: str) -> _Parts:
    """Street; house number, letter, floor and side; postal code. The town says what the code says."""
    words = address.split()
    at = next((i for i, word in enumerate(words) if word.isdigit()), len(words))
    rest = words[at:]
    codes = [i for i, word in enumerate(rest) if word.isdigit() and len(word) == 4 and i > 0]
    end = codes[-1] if codes else len(rest)
    return _Parts(" ".join(words[:at]), tuple(rest[:end]), rest[end] if codes else "")


def _one_letter_less(name: str) -> set[str]:
    """The name, and the name without each of its letters: two names one slip apart have one of these in common."""
    return (
        {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))} if len(name) >= _LETTERS_PER_SLIP else {name}
    )


def _shares_word(one: str, other: str) -> bool:
    """A name of at least four letters in both: a married name, a middle name left out."""
    return any(len(word) >= LONG_ENOUGH for word in set(one.split()) & set(other.split()))


def _close(one: str, other: str) -> bool:
    """Equal but for a slip of the finger: one in six letters, at most two."""
    if one == other:
        return True
    allowed = min(MOST_SLIPS, min(len(one), len(other)) // _LETTERS_PER_SLIP)
    if not allowed or abs(len(one) - len(other)) > allowed or len(set(one) ^ set(other)) > 2 * allowed:
        return False  # a slip changes at most two of the letters there are
    return slips(one, other, most=allowed) <= allowed


def slips(one: str, other: str, *, most: int) -> int:
    """How many letters to change, add, drop or swap to get from one word to the other; `most` + 1 where it is more."""
    before: Sequence[int] = []
    row: Sequence[int] = range(len(other) + 1)
    for i, letter in enumerate(one, 1):
        older, before = before, row
        made = [i]
        for j, opposite in enumerate(other, 1):
            cost = min(before[j] + 1, made[-1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, older[j - 2] + 1)
            made.append(cost)
        row = made
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
