"""The pages about what is to be done: next steps, and who does what by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.tasks import Party, by_party
from budgetdesk.documents.papers.answers import SHORT_BLANK
from budgetdesk.documents.papers.budget_words import call_lines
from budgetdesk.documents.papers.letters import day_told, still_missing
from budgetdesk.documents.papers.next_step_texts import for_tenant
from budgetdesk.documents.papers.tasks_pdf import ORDER, by_when, open_tasks
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import Asked, Call, Column, Line, Part, TenantPage, bare, line, say
from budgetdesk.household.case import Todo

BY_HAND = 3
"""Lines to write on where nothing is agreed yet."""


def next_steps_page(asked: Asked) -> TenantPage:
    """As the document `naeste_skridt`, without the signatures."""
    words, case = texts.load("naeste_skridt"), asked.record.case
    name = asked.typed(case.tenant.name) if case.tenant and plain(case.tenant.name) else ""
    told = say_day(asked, words["clock"])
    return TenantPage(
        name="naeste_skridt",
        title=say(words["title_for"], name=name) if name else words["title"],
        lead=words["lead"],
        parts=(
            Part(words["clock"]["heading"], (line(told),) if told else (), pictogram="calendar"),
            _agreed(asked, words["steps"]),
            *_to_find(asked, words["missing"]),
        ),
        call=call_as_budget(asked),
    )


def call_as_budget(asked: Asked) -> Call:
    """Whom to call, in the words of the budget."""
    words = texts.load("budget")
    said = call_lines(asked.record.case, asked.answers, words, asked.markup)
    return Call(words["call"]["heading"], tuple(map(bare, said)), plain(asked.answers.house.phone))


def say_day(asked: Asked, words: Any) -> str:
    """The day that matters most, in words; "" without one."""
    return bare(day_told(asked.record.case, asked.answers, words, asked.markup))


def _agreed(asked: Asked, words: Any) -> Part:
    """What was agreed, by day; without anything what follows from the facts, and room to write."""
    left = sorted(
        (one for one in asked.record.case.conversation.next_steps if not one.done), key=lambda one: one.by or date.max
    )
    if left:
        columns = tuple(map(Column, words["columns"], ("note", "text", "by")))
        rows = tuple(
            line(asked.typed(one.what), note=asked.typed(one.who), by=_by(one.by, asked.on, words)) for one in left
        )
        return Part(words["heading"], rows, columns=columns)
    said = for_tenant(asked.record.case, asked.answers, with_letter=False, typed=asked.markup)
    return Part(words["heading"], (*(line(bare(one)) for one in said), *by_hand()))


def _by(day: date | None, on: date, words: Any) -> str:
    if day is None:
        return ""
    return formats.day(day) if day >= on else str(words["soon"])


def _to_find(asked: Asked, words: Any) -> tuple[Part, ...]:
    """What to find until next time, each with a box to tick; the sentence before them is none of them."""
    wanted = tuple(line(asked.typed(one), tick=True) for one in still_missing(asked.answers))
    lead = (line(words["lead"]),) if wanted else ()
    return (Part(words["heading"], lead, pictogram="papers"), Part("", wanted))


def by_hand(labels: Sequence[str] = ("",) * BY_HAND) -> tuple[Line, ...]:
    """Lines to write on."""
    return tuple(line(one, blank=True) for one in labels)


def tasks_page(asked: Asked) -> TenantPage:
    """As the document `opgaver`."""
    words, case = texts.load("opgaver"), asked.record.case
    left = open_tasks(case)
    parties = by_party(left, case)
    parts = [Part(words["headings"][one.value], _tasks(parties[one], one, asked, words)) for one in ORDER]
    if not left:
        parts = [Part(words["headings"][one.value], by_hand()) for one in ORDER[:BY_HAND]]
    return TenantPage(
        name="opgaver",
        title=words["title"],
        lead=words["lead"] if left else words["none"],
        parts=tuple(parts),
        call=call_adviser(asked, words["call"]),
    )


def _tasks(todos: Sequence[Todo], party: Party, asked: Asked, words: Any) -> tuple[Line, ...]:
    lines = []
    for one in todos:
        what = asked.typed(one.what.strip())
        named = f"{asked.typed(one.who)}: {what}" if party is Party.OTHER else what
        lines.append(line(named, by=by_when(one, asked.answers.on, words, asked.typed), tick=True))
    return tuple(lines)


def call_adviser(asked: Asked, words: Any) -> Call:
    """`Ring. Du kan ringe til Karen Mølgaard på 12 34 56 78.`, with room to write what is not known; `words` have
    heading, text, who_and_number."""
    adviser, phone = plain(asked.record.case.info.adviser), plain(asked.answers.house.phone)
    told = say(
        words["who_and_number"],
        adviser=asked.typed(adviser) if adviser else SHORT_BLANK,
        phone=asked.typed(phone) if phone else SHORT_BLANK,
    )
    return Call(words["heading"], (words["text"], told), phone)
