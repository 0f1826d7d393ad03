"""What the papers for everyday life share: the row of big figures, a picture that is described, and whom to call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from budgetdesk.documents.papers.answers import SHORT_BLANK, Answers
from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import Grid, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.sheet.plots import PlotFlowable
from budgetdesk.household.case import Case

Typed = Callable[[str], str]


def big_figures(shown: Sequence[tuple[str, str]], *, last: float = 0, after: float = 8) -> Grid:
    """Names with their amounts side by side. `shown` is our own text; `last`: how much wider than its share the last
    is, and `after`: the air below, both in points."""
    cells = [[text(label, page.CELL_QUIET), text(amount, page.BIG)] for label, amount in shown]
    style = [
        ("BOX", (0, 0), (-1, -1), 0.8, page.LINE),
        ("BACKGROUND", (0, 0), (-1, -1), page.TINT),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, page.LINE),
    ]
    share = page.WIDTH / len(cells)
    widths = [share - last / (len(cells) - 1)] * (len(cells) - 1) + [share + last] if last else [share] * len(cells)
    return Grid([cells], colWidths=widths, style=style, hAlign="LEFT", spaceAfter=after)


class Described(PlotFlowable):
    """A picture of numbers that says what it shows, for who cannot see it."""

    def draw(self) -> None:
        self.canv.begin("Figure", self.plot.spoken)
        self.canv.mark()
        self.paint()
        self.canv.unmark()
        self.canv.end()


def whom_to_call(case: Case, answers: Answers, words: Any) -> list[Any]:
    """A heading, why to call, and the adviser with the house's number. `words`: heading, text, who_and_number."""
    return [text(words["heading"], page.H2), text(" ".join(call_lines(case, answers, words)))]


def call_lines(case: Case, answers: Answers, words: Any, typed: Typed = rich) -> list[str]:
    """Why to call, whom, and by which number; room to write what nobody has told the program."""
    adviser, phone = case.info.adviser, answers.house.phone
    known = {
        "adviser": typed(adviser) if plain(adviser) else SHORT_BLANK,
        "phone": typed(phone) if plain(phone) else SHORT_BLANK,
    }
    return [words["text"], words["who_and_number"].format(**known)]
