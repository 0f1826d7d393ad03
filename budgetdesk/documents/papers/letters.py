"""Papers that are mostly text: next steps, the call script, the letter to the landlord."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.clock import is_terminated
from budgetdesk.casework.emergency import CALL_SCRIPT, LANDLORD_LETTER
from budgetdesk.casework.letter_writing import address_lines
from budgetdesk.casework.letters import BLANK, FilledLetter
from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.answers import Answers, for_the_tenant, landlord, parties
from budgetdesk.documents.papers.budget_words import call_lines
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.next_step_texts import court_meeting, for_tenant, last_day_to_pay, next_instalment
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, box, gap, section, steps, table, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, Todo
from budgetdesk.planning.owed import owed_now

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from budgetdesk.i18n import _

MOST_MISSING = 8
_OURS = ("case.conversation.", "case.persons", "spending.")
"""What the two find out at the desk: nothing to bring along."""
HAND = 11 * mm
"""Room for a line written by hand."""


def tenant_name(case: Case) -> str:
    return case.tenant.name if case.tenant else ""


def next_steps_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """*Næste skridt*: who does what by when, what is still missing, and the day that matters."""
    words = texts.load("naeste_skridt")
    name = tenant_name(case)
    title = words["title_for"] if plain(name) else words["title"]
    kind = texts.load("underskrift")["kind"]

    def signing() -> list[Any]:
        places = signatures.block(parties(case), ink, kind_of_signature=kind)
        return section(words["signing"]["heading"], [*interpreter_line(case), *places])

    def story() -> list[Any]:
        return [
            text(title.format(name=rich(name)), page.H1),
            text(words["lead"], page.LEAD),
            *_last_day(case, answers, words["clock"]),
            *_todos(case.conversation.next_steps, on, words["steps"]),
            *_follows(case, answers, words["steps"]),
            _whom_to_call(case, answers),
            together([*_missing(answers, words["missing"]), *signing()]),  # no signature stands alone on a page
        ]

    return page.build(story, head(case, title.format(name=plain(name)), on=on, signing=parties(case), ink=ink))


def _whom_to_call(case: Case, answers: Answers) -> Any:
    """As on the budget: the adviser with the number, or room to write it."""
    words = texts.load("budget")
    return text(f"<b>{words['call']['heading']}</b> {' '.join(call_lines(case, answers, words))}")


def _last_day(case: Case, answers: Answers, words: Any) -> list[Any]:
    told = day_told(case, answers, words)
    return [box([text(words["heading"], page.CELL_QUIET), text(told, page.KEY)])] if told else []


def day_told(case: Case, answers: Answers, words: Any, typed: Callable[[str], str] = rich) -> str:
    """What is to be paid by when: the next instalment of an accepted plan, else everything by the last day. Markup;
    `typed` makes markup of what somebody typed."""
    following, last = next_instalment(case, answers), last_day_to_pay(case, answers)
    known = {"landlord": typed(landlord(case)), "amount": formats.kroner(owed_now(case))}
    meeting = court_meeting(case, answers.on)
    if meeting:
        return str(words["court"].format(day=formats.weekday_and_day(meeting)))
    if following:
        known["amount"] = formats.kroner(following.amount)
        return str(words["agreed"].format(day=formats.weekday_and_day(following.due), **known))
    if is_terminated(case):
        return str(words["terminated"].format(**known))
    if last is None:
        return ""
    if last < answers.on:
        return str(words["after"])
    chosen = words["text"] if owed_now(case) else words["no_amount"]
    return str(chosen.format(day=formats.weekday_and_day(last), **known))


def _todos(todos: Sequence[Todo], on: date, words: Any) -> list[Any]:
    left = sorted((one for one in todos if not one.done), key=lambda one: one.by or date.max)
    rows = [[rich(one.who), rich(one.what), _by(one.by, on, words)] for one in left]
    widths = [38 * mm, page.WIDTH - 76 * mm, 38 * mm]
    return section(words["heading"], table(words["columns"], rows, widths)) if rows else []


def _by(day: date | None, on: date, words: Any) -> str:
    """A day that has passed is not asked for again: what is left is urgent."""
    if day is None:
        return ""
    return formats.day(day) if day >= on else str(words["soon"])


def _follows(case: Case, answers: Answers, words: Any) -> list[Any]:
    """Without anything agreed: what follows from the facts, and room to write by hand."""
    if any(not one.done for one in case.conversation.next_steps):
        return []
    lines = written_by_hand(["1.", "2.", "3."], label_width=8 * mm)
    return section(words["heading"], steps(for_tenant(case, answers, with_letter=False), mark="•"), lines)


def _missing(answers: Answers, words: Any) -> list[Any]:
    rows = [rich(one) for one in still_missing(answers)]
    return section(words["heading"], text(words["lead"]), steps(rows, mark="•")) if rows else []


def still_missing(answers: Answers) -> list[str]:
    """What the tenant is to find until next time."""
    return [one.text for one in answers.missing if not one.path.startswith(_OURS)][:MOST_MISSING]


def filled(answers: Answers, key: str) -> FilledLetter:
    """One of the letters of the page Akut. Raises DocumentError where the page has not been worked out."""
    if answers.emergency is None:
        raise DocumentError(_("Brevet kan ikke laves endnu. Udfyld siden Akut, og prøv igen."))
    letters = (answers.emergency.call_script, answers.emergency.landlord_letter, answers.emergency.application)
    return next(letter for letter in letters if letter.key == key)


def call_script_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The script for the call to the landlord: what to say and ask, with room for the answers. Not signed."""
    letter, words = filled(answers, CALL_SCRIPT), texts.load("akut_opkald")

    def story() -> list[Any]:
        body: list[Any] = [
            text(rich(letter.title), page.H1),
            text(rich(" · ".join(part for part in (letter.to, letter.subject) if part != BLANK)), page.LEAD),
            _remember(case, answers, words),
        ]
        for number, paragraph in enumerate(letter.paragraphs, start=1):
            body += _point(number, paragraph)
        return body

    return page.build(story, head(case, letter.title, on=on))


def _remember(case: Case, answers: Answers, words: Any) -> Any:
    """The last day to pay where one still runs; without a påkrav there is none to remember."""
    last, following = last_day_to_pay(case, answers), next_instalment(case, answers)
    told = []
    if following:
        day, amount = formats.weekday_and_day(following.due), formats.kroner(following.amount)
        told.append(text(words["instalment"].format(day=day, amount=amount), page.KEY))
    elif last and last >= answers.on:
        told.append(text(words["last_day"].format(day=formats.weekday_and_day(last)), page.KEY))
    elif last:
        told.append(text(words["passed"], page.KEY))
    else:
        told.append(text(words["terminated" if is_terminated(case) else "no_day"], page.KEY))
    if owed_now(case):
        told.append(text(_one_stop(words["owed"].format(amount=formats.kroner(owed_now(case)))), page.CELL))
    return box([text(words["heading"], page.CELL_QUIET), *told], space=6)


def _point(number: int, paragraph: str) -> list[Any]:
    """One point, with a line to write on where an answer is wanted."""
    asked = paragraph.rstrip(". ").endswith(BLANK)
    told = rich(paragraph.rstrip(". ").removesuffix(BLANK).rstrip() if asked else paragraph)
    shown: list[Any] = [*steps([told], first=number)]
    return [together([*shown, written_by_hand([""], label_width=16)])] if asked else shown


def _one_stop(sentence: str) -> str:
    """`kr.` at the end of a sentence carries its full stop already."""
    return sentence.replace("kr..", "kr.").replace("kr.</b>.", "kr.</b>")


def written_by_hand(labels: Sequence[str], *, label_width: float = 62 * mm) -> Grid:
    """Questions with a line each to write on; without any question the lines begin where other text does."""
    begins = 1 if any(labels) else 0
    style = [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LINEBELOW", (begins, 0), (1, -1), 0.6, page.QUIET),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    rows = [[text(label, page.CELL_QUIET), ""] for label in labels]
    widths = [label_width, page.WIDTH - label_width]
    return Grid(rows, colWidths=widths, rowHeights=[HAND] * len(rows), style=style, hAlign="LEFT", spaceAfter=8)


def landlord_letter_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The letter to the landlord, ready to sign and send. The tenant signs."""
    letter = filled(answers, LANDLORD_LETTER)

    def story() -> list[Any]:
        return [
            *letter_head(letter, case.tenancy.address),
            *letter_body(letter, closing(case, ink)),
        ]

    return page.build(story, head(case, letter.title, on=on, signing=for_the_tenant(case), ink=ink))


def letter_head(letter: FilledLetter, address: str) -> list[Any]:
    """Receiver to the left, where the window of an envelope is, sender to the right, the day and the subject."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    sender = "<br/>".join(rich(row) for row in (letter.sender, *address_lines(address)) if plain(row))
    place = [text(rich(letter.to), page.CELL), text(sender, page.CELL)]
    block = Grid([place], colWidths=[page.WIDTH - 74 * mm, 74 * mm], style=style, hAlign="LEFT")
    day = text(formats.day(letter.dated), page.CELL_QUIET)
    return [gap(14), block, gap(12), day, gap(5), text(rich(letter.subject), page.H1_LETTER)]


def letter_body(letter: FilledLetter, close: Sequence[Any], style: ParagraphStyle = page.LETTER) -> list[Any]:
    """The paragraphs; where something is to be told in one's own words there are lines to write it on.

    The last ones stay with `close`: a signature never stands alone on a page.
    """
    body: list[Any] = []
    for paragraph in letter.paragraphs:
        if paragraph.endswith(BLANK):
            told = text(rich(paragraph.removesuffix(BLANK).rstrip()))
            body.append(together([told, written_by_hand(["", ""], label_width=8)]))
        else:
            body.append(text(rich(paragraph), style))
    return [*body[:-2], together([*body[-2:], *close])]


def closing(case: Case, ink: Sequence[Ink]) -> list[Any]:
    """The greeting and the place to sign of the tenant, or of the guardian."""
    words = texts.load("underskrift")
    signing = signatures.block(for_the_tenant(case), ink, kind_of_signature=words["kind"])
    return [together([gap(4), text(words["greeting"]), gap(2), *signing])]


def interpreter_line(case: Case) -> list[Any]:
    """Where an interpreter is needed: that the paper was gone through with one, and whom."""
    if not case.info.interpreter:
        return []
    return [written_by_hand([texts.load("underskrift")["interpreter"]], label_width=84 * mm)]
