"""A letter that goes with repayment, on paper: the receiver where the window of an envelope is, the sender beside it.

The address stands 20 mm from the left and 47 mm from the top: the windows of C5 and long envelopes (15 mm in, between
39 and 79 mm down) show it and nothing else. What is to be told in one's own words gets lines to write on.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.letter_texts import BY_HAND
from budgetdesk.casework.letter_writing import WrittenLetter, address_lines
from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letter_catalogue import letter_parties
from budgetdesk.documents.papers.letters import written_by_hand
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, gap, steps, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import N_, _

WINDOW = 47 * mm
"""The first line of the address, from the top edge of the paper."""
WINDOW_END = 80 * mm
"""Below the windows: the day and the rest."""
SENDER = 62 * mm
"""The sender's column; it begins where the windows have ended."""
LINE_BY_HAND = "_" * 34
"""Where nobody is named: room to write the address."""
NOT_WRITTEN = N_("Brevet er ikke skrevet endnu. Åbn det under Breve, og prøv igen.")


def letter_pdf(
    case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = (), letter: WrittenLetter | None = None
) -> bytes:
    """The letter as it was written and changed. Who it is from signs it. Raises DocumentError without a letter."""
    if letter is None:
        raise DocumentError(_(NOT_WRITTEN))
    signing = letter_parties(case, letter.senders)
    title = plain(letter.subject.text) or letter.title

    def story() -> list[Any]:
        return [
            _address_and_sender(case, letter),
            *_about(letter),
            *_body(letter, _close(letter, signing, ink)),
        ]

    return page.build(story, head(case, title, on=on, signing=signing, ink=ink))


def _address_and_sender(case: Case, letter: WrittenLetter) -> Grid:
    """The receiver in the window, the sender to the right of it; as high as the window is."""
    known = [line for line in letter.to.text.splitlines() if plain(line) and plain(line) != BY_HAND]
    receiver = "<br/>".join(rich(line) for line in known or [LINE_BY_HAND] * 3)
    names = [person.name for person in letter.senders if plain(person.name)]
    home = [line for line in address_lines(letter.sender_address) if plain(line) != BY_HAND]
    phones = [person.phone for person in letter.senders[:1] if plain(person.phone)]
    lines = [*(names or [LINE_BY_HAND]), *(home or [LINE_BY_HAND] * 2), *phones]
    sender = "<br/>".join(rich(line) for line in lines)
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), WINDOW - page.TOP),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    row = [text(receiver, page.CELL), text(sender, page.CELL)]
    block = Grid([row], colWidths=[page.WIDTH - SENDER, SENDER], style=style, hAlign="LEFT")
    _, high = block.wrap(page.WIDTH, page.HEIGHT)
    block.spaceAfter = max(6.0, WINDOW_END - page.TOP - high)
    return block


def _about(letter: WrittenLetter) -> list[Any]:
    """The day, their number of the case, and what it is about."""
    words = texts.load("breve")
    reference = rich(letter.reference.text)
    known = words["reference"].format(reference=reference) if reference else words["no_reference"]
    day = formats.day(letter.dated)
    return [
        text(f"{day} · {known}", page.CELL_QUIET),
        gap(5),
        text(rich(letter.subject.text) or rich(letter.title), page.H1_LETTER),
    ]


def _body(letter: WrittenLetter, close: Sequence[Any]) -> list[Any]:
    """The paragraphs. The last ones stay with the signature: it never stands alone on a page."""
    body: list[Any] = []
    for paragraph in letter.paragraphs:
        lines = [line for line in paragraph.split("\n") if line.strip()]
        body += [_one(line) for line in lines]
    return [*body[:-2], together([*body[-2:], *close])]


def _one(paragraph: str) -> Any:
    """`Grunden er: ________` gets lines to write on; a fact that is missing is a short line in its sentence."""
    if not paragraph.rstrip(". ").endswith(f": {BY_HAND}"):
        return text(rich(paragraph), page.LETTER)
    told = rich(paragraph.rstrip(". ").removesuffix(BY_HAND).rstrip())
    return together([text(told, page.LETTER), written_by_hand(["", ""], label_width=8)])


def _close(letter: WrittenLetter, signing: Sequence[Party], ink: Sequence[Ink]) -> list[Any]:
    """The greeting, the place to sign, and what lies in the envelope."""
    words = texts.load("underskrift")
    signed = signatures.block(signing, ink, kind_of_signature=words["kind"])
    return [gap(4), text(words["greeting"]), gap(2), *signed, *_enclosures(letter)]


def _enclosures(letter: WrittenLetter) -> list[Any]:
    if not letter.enclosures:
        return []
    heading = text(texts.load("breve")["enclosures"], page.CELL_QUIET)
    return [gap(8), heading, *steps([rich(one) for one in letter.enclosures], style=page.CELL)]
