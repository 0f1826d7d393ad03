"""The debts as a paper for the tenant: what, to whom, how much, what is paid first and why; what may be wrong; what
creditors cannot do; and where to ask for time. One or two pages in plain words, no verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, section, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import bullets
from budgetdesk.household.case import Case
from budgetdesk.planning.debt_book import DebtBook, DebtRow
from budgetdesk.planning.debt_doubt import DebtDoubt
from budgetdesk.wording import debts as words
from budgetdesk.wording.one_or_several import said_to

# isort: split
from reportlab.lib.units import mm

SHOWN_DOUBTS, SHOWN_LIMITS, SHOWN_NAMES = 8, 5, 3
"""More do not fit on the paper: the rest is told in a line. What creditors cannot do is told by its first rules."""
_WIDTHS = (48 * mm, 33 * mm, 24 * mm)
_LONG_NAME = 74 * mm
"""Where only a day stands beside the name."""
Say = Callable[[str], str]
"""How a text of ours is said to this household: one adult is no `I`."""


def debts_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The list. Nobody signs it."""
    told = texts.load("gaeldsoversigt")
    book = answers.debts
    say = partial(said_to, case=case)

    def story() -> list[Any]:
        body: list[Any] = [text(told["title"], page.H1), text(told["lead"], page.LEAD)]
        if book is None or not (book.rows or book.home):
            return [*body, text(told["none"])]
        body.append(box(_sums(book, case, answers, told), space=4))
        body += _owed(book, told, say)
        body += _doubts(book, told["doubt"], say)
        body += _last_days(book, told["time"])
        body.append(bullets(told["care"]["heading"], told["care"]["points"], style=page.CELL))
        return [*body, *_cannot(book, told["cannot"], say), *_ask(book, told, say)]

    return page.build(story, head(case, told["title"], on=on))


def _sums(book: DebtBook, case: Case, answers: Answers, told: Mapping[str, Any]) -> list[Any]:
    lines = [told["total"].format(total=formats.kroner(book.total), month=formats.kroner(book.per_month))]
    if book.interest_per_month:
        lines.append(told["interest"].format(interest=formats.kroner(book.interest_per_month)))
    lines += [rich(note) for note in (words.total_note(book), words.interest_note(book)) if note]
    asked = sum(1 for one in case.conversation.debts_asked if one.answer is not None)
    if asked:
        done = asked >= book.kinds
        lines.append(told["asked"]["all" if done else "some"].format(answered=asked, all=book.kinds))
    return [text(" ".join(lines), page.CELL)]


def _owed(book: DebtBook, told: Mapping[str, Any], say: Say) -> list[Any]:
    """Two tables: what is paid first, the home before all, and what can wait."""
    first = [_cells(row, told, say) for row in book.rows if row.priority.first]
    later = [_cells(row, told, say) for row in book.rows if not row.priority.first]
    if book.home is not None:
        home = book.home
        name = f"<b>{rich(words.home_title(home))}</b>"
        first.insert(0, [name, formats.kroner(home.owed), told["no_instalment"], rich(say(home.priority.reason))])
    return [*_table(told["first"], first), *_table(told["later"], later)]


def _table(part: Mapping[str, Any], rows: Sequence[Sequence[str]]) -> list[Any]:
    if not rows:
        return []
    widths = [*_WIDTHS, page.WIDTH - sum(_WIDTHS)]
    return section(part["heading"], table(part["columns"], rows, widths, figures=(1, 2)))


def _cells(row: DebtRow, told: Mapping[str, Any], say: Say) -> list[str]:
    title, kind = words.title(row), row.guide.title
    name = f"<b>{rich(title)}</b>" + (f"<br/>{rich(kind)}" if kind != title else "")
    balance = told["unknown"] if row.debt.balance is None else formats.kroner(row.debt.balance)
    instalment = told["no_instalment"] if row.per_month is None else formats.kroner(row.per_month)
    return [name, balance, instalment, rich(say(row.priority.reason))]


def _doubts(book: DebtBook, part: Mapping[str, Any], say: Say) -> list[Any]:
    found = [(words.title(row), one) for row in book.rows for one in row.doubts]
    if not found:
        return []
    lines = [_doubt(name, one, say) for name, one in found[:SHOWN_DOUBTS]]
    more = [text(part["more"].format(count=len(found) - SHOWN_DOUBTS), page.SMALL)] if found[SHOWN_DOUBTS:] else []
    return [bullets(part["heading"], lines, style=page.CELL, lead=[text(part["lead"], page.CELL)]), *more]


def _doubt(name: str, one: DebtDoubt, say: Say) -> str:
    mark = ", vejledende" if one.vejledende else ""
    return f"<b>{rich(name)}.</b> {rich(say(one.text))} <b>{rich(say(one.todo))}</b> ({rich(one.paragraph)}{mark})"


def _last_days(book: DebtBook, part: Mapping[str, Any]) -> list[Any]:
    """Only where at least one day can be told: a column of what is not known helps nobody."""
    if not any(row.limitation.last_day for row in book.rows):
        return []
    cells = [[f"<b>{rich(words.title(row))}</b>", rich(_last_day(row, part))] for row in book.rows]
    made = table(part["columns"], cells, [_LONG_NAME, page.WIDTH - _LONG_NAME], dense=len(cells) > SHOWN_DOUBTS)
    return section(part["heading"], made, text(part["note"], page.SMALL))


def _last_day(row: DebtRow, part: Mapping[str, Any]) -> str:
    lasts = row.limitation
    if lasts.last_day is None or lasts.latest is None:
        return str(part["unknown"])
    if lasts.passed:
        return str(part["passed"].format(day=formats.day(lasts.latest)))
    if lasts.latest != lasts.last_day:
        return str(part["collection"].format(day=formats.day(lasts.last_day), latest=formats.day(lasts.latest)))
    return formats.day(lasts.last_day)


def _cannot(book: DebtBook, part: Mapping[str, Any], say: Say) -> list[Any]:
    """What who cannot do, what most of them share first, without the paragraphs. Never without the names: what a shop
    cannot do, Gældsstyrelsen may."""
    who: dict[str, list[str]] = {}
    for row in book.rows:
        for rule in row.guide.cannot:
            who.setdefault(rule.text, []).append(words.title(row))
    told = sorted(who, key=lambda rule: -len(who[rule]))[:SHOWN_LIMITS]
    lines = [f"<b>{rich(_names(who[rule], part))}</b> {rich(say(rule[:1].lower() + rule[1:]))}" for rule in told]
    return [bullets(part["heading"], lines, style=page.CELL)] if lines else []


def _names(found: Sequence[str], part: Mapping[str, Any]) -> str:
    """`Klarna, Banken og 3 andre`."""
    names = _unique(found)
    rest = len(names) - SHOWN_NAMES
    return texts.listed([*names[:SHOWN_NAMES], part["others"].format(count=rest)] if rest > 1 else names)


def _ask(book: DebtBook, told: Mapping[str, Any], say: Say) -> list[Any]:
    """Where to ask for time, those who are asked in the same way together."""
    part, who = told["ask"], dict[str, list[str]]()
    if book.home is not None:
        who[book.home.guide.ask_where] = [words.home_title(book.home)]
    for row in book.rows:
        who.setdefault(row.guide.ask_where, []).append(words.title(row))
    lines = [f"<b>{rich(_names(names, told['cannot']))}.</b> {rich(say(where))}" for where, names in who.items()]
    return [bullets(part["heading"], lines, style=page.CELL)]


def _unique(rows: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(rows))
