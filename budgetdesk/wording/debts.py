"""All debts in words: for window, paper and command line. No verdicts, and `vejledende` where nothing is solid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from budgetdesk.benefits.rates import Confidence
from budgetdesk.formats import day, kroner, percent
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.planning.debt_book import DebtBook, DebtRow, HomeArrears
from budgetdesk.planning.debt_doubt import DebtDoubt, Level, OverPart
from budgetdesk.planning.debt_priority import Priority
from budgetdesk.planning.debt_rules import Enforceable, Told
from budgetdesk.planning.limitation import WARNING, Limitation

HOME = "home"
"""Stands for the landlord's arrears in the list."""
FIRST, LATER = N_("Betales først"), N_("Kan vente")
LEVELS = {Level.DOUBTFUL: N_("Tvivlsomt"), Level.ASK: N_("Spørg")}
CONFIDENCE = {
    Confidence.PRIMARY: N_("læst i loven"),
    Confidence.SECONDARY: N_("god kilde"),
    Confidence.DERIVED: N_("udledt"),
    Confidence.UNVERIFIED: N_("ikke bekræftet"),
}
_ENFORCEABLE = {
    Enforceable.YES: N_("Ja"),
    Enforceable.NO: N_("Ikke endnu"),
    Enforceable.DEPENDS: N_("Måske"),
    None: N_("Ved ikke endnu"),
}
_FACTS = {
    "basis": N_("hvad kravet hviler på"),
    "due_since": N_("hvornår det ældste skulle være betalt"),
    "acknowledged_on": N_("hvilken dag dommen eller forliget er fra"),
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
        made.append(
            ListLine(HOME, home_title(book.home), _("{owed} · hjemmet").format(owed=kroner(book.home.owed)), _(FIRST))
        )
    made += [ListLine(row.debt.id, title(row), _line(row), group(row.priority)) for row in book.rows]
    return tuple(made)


def group(priority: Priority) -> str:
    """The heading a debt stands under."""
    return _(FIRST) if priority.first else _(LATER)


def title(row: DebtRow) -> str:
    """The creditor; while nobody has said who, the kind."""
    return row.debt.creditor.strip() or row.guide.title


def home_title(home: HomeArrears) -> str:
    """The landlord, or the word for one."""
    return home.landlord.strip() or _("Udlejer")


def _line(row: DebtRow) -> str:
    balance = _("Beløb mangler") if row.debt.balance is None else kroner(row.debt.balance)
    parts = [balance]
    if title(row) != row.guide.title:
        parts.append(row.guide.title)
    if row.doubts:
        parts.append(doubts_count(len(row.doubts)))
    return " · ".join(parts)


def doubts_count(number: int) -> str:
    """`1 ting at se på`."""
    return _("{number} ting at se på").format(number=number)


def total_note(book: DebtBook) -> str:
    """What the total leaves out; "" where it is whole."""
    if not book.without_balance:
        return ""
    word = ngettext("gæld er", "gældsposter er", book.without_balance)
    return _("{without_balance} {word} ikke med, fordi beløbet mangler.").format(
        without_balance=book.without_balance, word=word
    )


def interest_note(book: DebtBook) -> str:
    """What the interest leaves out; "" where every rate is known."""
    if not book.without_rate:
        return ""
    word = ngettext("gæld", "gældsposter", book.without_rate)
    return _("Renten af {without_rate} {word} er ikke kendt.").format(without_rate=book.without_rate, word=word)


def enforceable(row: DebtRow) -> str:
    """Whether the creditor can have things or money taken through fogedretten, in a few words."""
    found = row.enforcement
    if found.from_day is not None and found.answer is not Enforceable.NO:
        return _("{enforceable}, tidligst {from_day}").format(
            enforceable=translated(_ENFORCEABLE)[found.answer], from_day=day(found.from_day)
        )
    return translated(_ENFORCEABLE)[found.answer]


def fogedret(row: DebtRow) -> str:
    """As `enforceable`, with the reason."""
    found = row.enforcement
    return f"{enforceable(row)}. {found.text}" if found.answer is not None else found.text


def costs(row: DebtRow) -> str:
    """What it costs in interest a month; "" where that is not known."""
    if row.interest_per_month is None:
        return ""
    if not row.interest_per_month:
        return _("Ingen rente.")
    return _("Den koster {interest_per_month} i rente om måneden.").format(
        interest_per_month=kroner(row.interest_per_month)
    )


def limitation(of: Limitation) -> str:
    """Until when the debt can be claimed, in a sentence."""
    if of.missing:
        return _("Det kan ikke siges endnu. Skriv, {facts}.").format(
            facts=listed([translated(_FACTS)[name] for name in of.missing])
        )
    if of.last_day is None:
        return of.note or _("Det kan ikke siges endnu.")
    if of.passed:
        return _("Gælden kan være forældet siden {latest}. {warning}").format(latest=_day(of.latest), warning=WARNING)
    if of.stated:
        return _("I har skrevet, at den forælder efter {last_day}.").format(last_day=_day(of.last_day))
    if of.latest != of.last_day:
        return _("Den kan tidligst være forældet efter {last_day}, måske først efter {latest}.").format(
            last_day=_day(of.last_day), latest=_day(of.latest)
        )
    return _("Den kan kræves til og med {last_day}, som det ser ud nu (vejledende).").format(last_day=_day(of.last_day))


def limitation_steps(of: Limitation) -> tuple[tuple[str, str, str], ...]:
    """The working: sentence, paragraph, day."""
    return tuple((step.text, step.paragraph, _day(step.day) if step.day else "") for step in of.steps)


def limitation_notes(of: Limitation) -> tuple[str, ...]:
    """What else is worth knowing about the time."""
    notes = [of.note] if of.note and of.last_day is not None else []
    if of.interest_before is not None:
        notes.append(
            _("Renter og gebyrer fra før {interest_before} kan være forældede.").format(
                interest_before=_day(of.interest_before)
            )
        )
    return tuple(notes)


def doubt(one: DebtDoubt) -> str:
    """What is doubtful, the paragraph, and whether it is only guidance."""
    mark = _(" Vejledende.") if one.vejledende else ""
    return whole(f"{one.text} {one.paragraph}.{mark}")


def restarts(of: Limitation) -> tuple[str, ...]:
    """What would let the time begin anew."""
    return tuple(whole(sentence) for sentence in of.restarts)


def whole(text: str) -> str:
    """Keep a paragraph sign and its number on one line."""
    return text.replace("§ ", "§\u00a0")


def part(one: OverPart) -> tuple[str, str, str]:
    """One half-year of late interest: the days, what is claimed, what the law gives."""
    return (
        _("{short} til {short_2}").format(short=_short(one.start), short_2=_short(one.end)),
        percent(one.claimed, 2),
        percent(one.limit, 2),
    )


def source(one: Told) -> tuple[str, str, str, str]:
    """A rule with where it stands, where we have it from, and how sure we are."""
    return one.text, one.paragraph, one.source, translated(CONFIDENCE)[one.confidence]


def sources(row: DebtRow) -> str:
    """Where the figures of the limitation come from, and that the day is guidance only."""
    used = [
        f"{rate.title}: {rate.source} ({translated(CONFIDENCE)[rate.confidence]})."
        for rate in row.limitation.rates_used
    ]
    return " ".join([*used, _("Dagen er vejledende: programmet kender ikke alle breve og betalinger.")])


def told(one: Told) -> str:
    """A rule as it is shown: the sentence, with the paragraph and whether it is guidance only."""
    mark = _(", vejledende") if one.vejledende else ""
    return whole(f"{one.text} ({one.paragraph}{mark})")


def asked_of(answered: int, whole: int) -> str:
    """How far the walk through the kinds has come."""
    if answered >= whole:
        return _("I har talt om alle slags gæld.")
    if not answered:
        return _("Mange nævner kun den gæld, der trykker. Gå slagsene igennem, så intet bliver glemt.")
    return _("I har svaret om {answered} af {whole} slags gæld.").format(answered=answered, whole=whole)


def listed(words: list[str]) -> str:
    """`a, b og c`."""
    return _(" og ").join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _day(value: date | None) -> str:
    return "" if value is None else day(value)


def _short(value: date) -> str:
    return f"{value.day}.{value.month}.{value.year}"
