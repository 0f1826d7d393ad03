"""*Det gør du, det gør jeg*: for the tenant. Who does what by when, in large type, with a box to tick. Not signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.tasks import Party, by_party
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.for_home import call_lines
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import written_by_hand
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, section, text
from budgetdesk.documents.sheet.breaking import Ending
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import GoingOn
from budgetdesk.household.case import Case, Todo

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

TICK, BESIDE = 6 * mm, 12 * mm
"""The box to tick, and the column it stands in."""
ORDER = (Party.TENANT, Party.BOTH, Party.ADVISER, Party.OTHER)
WHAT = ParagraphStyle("task", parent=page.KEY, fontSize=14, leading=19, spaceAfter=1)
WHEN = ParagraphStyle("by when", parent=page.KEY, fontSize=12, leading=16, textColor=page.QUIET, spaceAfter=0)
WHAT.tag = WHEN.tag = "P"


def tasks_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The open tasks of a case. Those without a day come last in their part."""
    del ink
    words = texts.load("opgaver")
    left = open_tasks(case)
    parts = by_party(left, case)

    def story() -> list[Any]:
        begun: list[Any] = [text(words["title"], page.H1)]
        if not left:
            return [*begun, text(words["none"], page.LEAD), *_by_hand(words), *_call(case, answers, words["call"])]
        begun.append(text(words["lead"], page.LEAD))
        *told, last = [_part(parts[party], party, answers.on, words) for party in ORDER if parts[party]]
        return [*begun, *told, Ending(last, _call(case, answers, words["call"]))]

    return page.build(story, head(case, words["title"], on=on))


def open_tasks(case: Case) -> list[Todo]:
    """What is still to be done, by day; what has no day last."""
    left = [one for one in case.conversation.next_steps if one.done is None and one.what.strip()]
    return sorted(left, key=lambda one: (one.by or date.max, one.time))


def _by_hand(words: Any) -> list[Any]:
    """Room to write it down at the table."""
    parts: list[Any] = []
    for party in ORDER[:3]:
        lines = written_by_hand(["1.", "2.", "3."], label_width=8 * mm)
        parts += section(words["headings"][party.value], lines)
    return parts


def _part(todos: Sequence[Todo], party: Party, on: date, words: Any) -> GoingOn:
    return GoingOn(words["headings"][party.value], [_task(one, party, on, words) for one in todos])


def _task(todo: Todo, party: Party, on: date, words: Any) -> Any:
    """A box to tick, what is to be done, and by when; of others who it is."""
    what = rich(todo.what.strip())
    named = f"{rich(todo.who)}: {what}" if party is Party.OTHER else what
    box = Grid([[""]], colWidths=[TICK], rowHeights=[TICK], style=[("BOX", (0, 0), (-1, -1), 1, page.INK)])
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
    ]
    said = [text(named, WHAT), text(by_when(todo, on, words), WHEN)]
    return Grid([[box, said]], colWidths=[BESIDE, page.WIDTH - BESIDE], style=style, hAlign="LEFT")


def by_when(todo: Todo, on: date, words: Any, typed: Callable[[str], str] = rich) -> str:
    """`Senest torsdag den 26. november 2026`; a meeting with its time; what is late is to be done now."""
    if todo.by is None:
        return str(words["anytime"])
    if todo.by < on:
        return str(words["late"])
    day = formats.weekday_and_day(todo.by)
    said = f"{day[:1].upper()}{day[1:]}"
    if todo.time:
        return str(words["at"].format(day=said, time=typed(todo.time)))
    return str(words["on"].format(day=said) if todo.meeting else words["by"].format(day=day))


def _call(case: Case, answers: Answers, words: Any) -> list[Any]:
    return section(words["heading"], *(text(one, page.KEY) for one in call_lines(case, answers, words)))
