"""All debts in words: for window, paper and command line. No verdicts, and `vejledende` where nothing is solid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.benefits.rates import Confidence
from budgetdesk.formats import day, kroner, percent
from budgetdesk.planning.debt_book import DebtBook, DebtRow, HomeArrears
from budgetdesk.planning.debt_doubt import DebtDoubt, Level, OverPart
from budgetdesk.planning.debt_priority import Priority
from budgetdesk.planning.debt_rules import Enforceable, Told
from budgetdesk.planning.limitation import WARNING, Limitation

HOME = "home"
"""Stands for the landlord's arrears in the list."""
FIRST, LATER = "Betales først", "Kan vente"
LEVELS = {Level.DOUBTFUL: "Tvivlsomt", Level.ASK: "Spørg"}
CONFIDENCE = {
    Confidence.PRIMARY: "læst i loven",
    Confidence.SECONDARY: "god kilde",
    Confidence.DERIVED: "udledt",
    Confidence.UNVERIFIED: "ikke bekræftet",
}
_ENFORCEABLE = {
    Enforceable.YES: "Ja",
    Enforceable.NO: "Ikke endnu",
    Enforceable.DEPENDS: "Måske",
    None: "Ved ikke endnu",
}
_FACTS = {
    "basis": "hvad kravet hviler på",
    "due_since": "hvornår det ældste skulle være betalt",
    "acknowledged_on": "hvilken dag dommen eller forliget er fra",
}


@dataclass(frozen=True)
class ListLine:
    """One debt in the list."""

    id: str
    title: str
    text: str
    group: str


def lines(book: DebtBook) -> tuple[ListLine, ...]:
    """The landlord's arrears first, then every debt in the order in which it is paid."""
    made = []
    if book.home is not None:
        made.append(ListLine(HOME, home_title(book.home), f"{kroner(book.home.owed)} · hjemmet", FIRST))
    made += [ListLine(row.debt.id, title(row), _line(row), group(row.priority)) for row in book.rows]
    return tuple(made)


def group(priority: Priority) -> str:
    """The heading a debt stands under."""
    return FIRST if priority.first else LATER


def title(row: DebtRow) -> str:
    """The creditor; while nobody has said who, the kind."""
    return row.debt.creditor.strip() or row.guide.title


def home_title(home: HomeArrears) -> str:
    """The landlord, or the word for one."""
    return home.landlord.strip() or "Udlejer"


def _line(row: DebtRow) -> str:
    balance = "Beløb mangler" if row.debt.balance is None else kroner(row.debt.balance)
    parts = [balance]
    if title(row) != row.guide.title:
        parts.append(row.guide.title)
    if row.doubts:
        parts.append(doubts_count(len(row.doubts)))
    return " · ".join(parts)


def doubts_count(number: int) -> str:
    """`1 ting at se på`."""
    return f"{number} ting at se på"


def total_note(book: DebtBook) -> str:
    """What the total leaves out; "" where it is whole."""
    if not book.without_balance:
        return ""
    word = "gæld er" if book.without_balance == 1 else "gældsposter er"
    return f"{book.without_balance} {word} ikke med, fordi beløbet mangler."


def interest_note(book: DebtBook) -> str:
    """What the interest leaves out; "" where every rate is known."""
    if not book.without_rate:
        return ""
    word = "gæld" if book.without_rate == 1 else "gældsposter"
    return f"Renten af {book.without_rate} {word} er ikke kendt."


def enforceable(row: DebtRow) -> str:
    """Whether the creditor can have things or money taken through fogedretten, in a few words."""
    found = row.enforcement
    if found.from_day is not None and found.answer is not Enforceable.NO:
        return f"{_ENFORCEABLE[found.answer]}, tidligst {day(found.from_day)}"
    return _ENFORCEABLE[found.answer]


def fogedret(row: DebtRow) -> str:
    """As `enforceable`, with the reason."""
    found = row.enforcement
    return f"{enforceable(row)}. {found.text}" if found.answer is not None else found.text


def costs(row: DebtRow) -> str:
    """What it costs in interest a month; "" where that is not known."""
    if row.interest_per_month is None:
        return ""
    if not row.interest_per_month:
        return "Ingen rente."
    return f"Den koster {kroner(row.interest_per_month)} i rente om måneden."


def limitation(of: Limitation) -> str:
    """Until when the debt can be claimed, in a sentence."""
    if of.missing:
        return f"Det kan ikke siges endnu. Skriv, {listed([_FACTS[name] for name in of.missing])}."
    if of.last_day is None:
        return of.note or "Det kan ikke siges endnu."
    if of.passed:
        return f"Gælden kan være forældet siden {_day(of.latest)}. {WARNING}"
    if of.stated:
        return f"I har skrevet, at den forælder efter {_day(of.last_day)}."
    if of.latest != of.last_day:
        return f"Den kan tidligst være forældet efter {_day(of.last_day)}, måske først efter {_day(of.latest)}."
    return f"Den kan kræves til og med {_day(of.last_day)}, som det ser ud nu (vejledende)."


def limitation_steps(of: Limitation) -> tuple[tuple[str, str, str], ...]:
    """The working: sentence, paragraph, day."""
    return tuple((step.text, step.paragraph, _day(step.day) if step.day else "") for step in of.steps)


def limitation_notes(of: Limitation) -> tuple[str, ...]:
    """What else is worth knowing about the time."""
    notes = [of.note] if of.note and of.last_day is not None else []
    if of.interest_before is not None:
        notes.append(f"Renter og gebyrer fra før {_day(of.interest_before)} kan være forældede.")
    return tuple(notes)


def doubt(one: DebtDoubt) -> str:
    """What is doubtful, the paragraph, and whether it is only guidance."""
    mark = " Vejledende." if one.vejledende else ""
    return whole(f"{one.text} {one.paragraph}.{mark}")


def restarts(of: Limitation) -> tuple[str, ...]:
    """What would let the time begin anew."""
    return tuple(whole(sentence) for sentence in of.restarts)


def whole(text: str) -> str:
    """Keep a paragraph sign and its number on one line."""
    return text.replace("§ ", "§\u00a0")


def part(one: OverPart) -> tuple[str, str, str]:
    """One half-year of late interest: the days, what is claimed, what the law gives."""
    return f"{_short(one.start)} til {_short(one.end)}", percent(one.claimed, 2), percent(one.limit, 2)


def source(one: Told) -> tuple[str, str, str, str]:
    """A rule with where it stands, where we have it from, and how sure we are."""
    return one.text, one.paragraph, one.source, CONFIDENCE[one.confidence]


def sources(row: DebtRow) -> str:
    """Where the figures of the limitation come from, and that the day is guidance only."""
    used = [f"{rate.title}: {rate.source} ({CONFIDENCE[rate.confidence]})." for rate in row.limitation.rates_used]
    return " ".join([*used, "Dagen er vejledende: programmet kender ikke alle breve og betalinger."])


def told(one: Told) -> str:
    """A rule as it is shown: the sentence, with the paragraph and whether it is guidance only."""
    mark = ", vejledende" if one.vejledende else ""
    return whole(f"{one.text} ({one.paragraph}{mark})")


def asked_of(answered: int, whole: int) -> str:
    """How far the walk through the kinds has come."""
    if answered >= whole:
        return "I har talt om alle slags gæld."
    if not answered:
        return "Mange nævner kun den gæld, der trykker. Gå slagsene igennem, så intet bliver glemt."
    return f"I har svaret om {answered} af {whole} slags gæld."


def listed(words: list[str]) -> str:
    """`a, b og c`."""
    return " og ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _day(value: date | None) -> str:
    return "" if value is None else day(value)


def _short(value: date) -> str:
    return f"{value.day}.{value.month}.{value.year}"
