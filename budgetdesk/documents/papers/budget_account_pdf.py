"""*Din budgetkonto*: for the tenant. What to move on each pay day, what the account pays, with how much to begin. Not
signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.for_home import big_figures, whom_to_call
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.year_pdf import kr, with_agreement
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.planning.budget_account import BudgetAccount, Paid, budget_account
from budgetdesk.planning.liquidity import kroner_of
from budgetdesk.planning.moves import MoveKind

# isort: split
from reportlab.lib.units import mm

Typed = Callable[[str], str]
MOST_DAYS = 12
"""Pay days with a box to tick: those of a year, where pay comes every month."""
ACROSS = 4
TICK = 4.2 * mm
WIDTHS = (page.WIDTH - 72 * mm, 40 * mm, 32 * mm)


def budget_account_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The page. What is moved is in whole kroner; bills are rounded to whole kroner (50 øre away from zero)."""
    del ink
    words, account = texts.load("budgetkonto"), account_of(case, answers)

    def story() -> list[Any]:
        begun: list[Any] = [text(words["title"], page.H1)]
        if account is None:
            return [*begun, text(words["none"], page.LEAD), *whom_to_call(case, answers, words["call"])]
        return [
            *begun,
            text(words["lead"], page.LEAD),
            big_figures(figures(account, words["figures"])),
            *section(words["how"]["heading"], steps(how(account, words["how"]), mark="•")),
            *_days(account, words["days"]),
            *_pays(account, words["pays"]),
            *whom_to_call(case, answers, words["call"]),
        ]

    return page.build(story, head(case, words["title"], on=on))


def account_of(case: Case, answers: Answers) -> BudgetAccount | None:
    """The account of a case, with the instalments that the landlord has said yes to."""
    flow = with_agreement(case, answers)
    return budget_account(case, flow) if flow is not None else None


def figures(account: BudgetAccount, words: Any) -> list[tuple[str, str]]:
    """The few big ones."""
    label = words["each"] if len(account.payers) == 1 else words["all"]
    return [
        (label, kr(sum(one.each for one in account.payers))),
        (words["start"], kr(account.start)),
        (words["lowest"], kr(account.lowest)),
    ]


def how(account: BudgetAccount, words: Any, typed: Typed = rich) -> list[str]:
    """What to do, in sentences, as markup."""
    said = [words["open"], *_transfers(account, words, typed)]
    if any(one.too_much for one in account.payers):
        said.append(words["too_much"])
    if account.start:
        said.append(f"{words['start'].format(amount=kr(account.start))} {words['no_money']}")
    else:
        said.append(words["no_start"])
    said.append(words["lowest"].format(day=formats.day(account.lowest_on), amount=kr(account.lowest)))
    return [*said, words["leave"], words["again"]]


def _transfers(account: BudgetAccount, words: Any, typed: Typed) -> list[str]:
    if len(account.payers) == 1:
        only = account.payers[0]
        return [words["one"].format(amount=kr(only.each), day=formats.day(only.days[0]))]
    each = [
        words["person"].format(
            name=typed(one.name) if plain(one.name) else words["someone"],
            amount=kr(one.each),
            day=formats.day(one.days[0]),
        )
        for one in account.payers
    ]
    return [*each, words["shares"]]


def days_to_tick(account: BudgetAccount) -> list[date]:
    """The pay days of all, in order."""
    return sorted({day for one in account.payers for day in one.days})[:MOST_DAYS]


def has_more_days(account: BudgetAccount) -> bool:
    """Whether there are more pay days in the year than those with a box."""
    return len({day for one in account.payers for day in one.days}) > MOST_DAYS


def _days(account: BudgetAccount, words: Any) -> list[Any]:
    shown = days_to_tick(account)
    cells: list[Any] = []
    for day in shown:
        box = Grid([[""]], colWidths=[TICK], rowHeights=[TICK], style=[("BOX", (0, 0), (-1, -1), 0.9, page.INK)])
        cells += [box, text(formats.day(day).rsplit(" ", 1)[0], page.CELL)]
    cells += [""] * (-len(cells) % (2 * ACROSS))
    rows = [cells[at : at + 2 * ACROSS] for at in range(0, len(cells), 2 * ACROSS)]
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    each = page.WIDTH / ACROSS
    made = Grid(rows, colWidths=[7 * mm, each - 7 * mm] * ACROSS, style=style, hAlign="LEFT", spaceAfter=4)
    more = [text(words["more"], page.SMALL)] if has_more_days(account) else []
    return section(words["heading"], made, *more)


def pays(account: BudgetAccount, words: Any, typed: Typed = rich) -> list[tuple[str, str, str]]:
    """What it pays: what, how often, kr in the year; the sum last."""
    made = [(typed(one.title), _often(one, words), _amount(one.oere)) for one in account.pays]
    return [*made, (words["total"], "", _amount(account.total))]


def _amount(oere: int) -> str:
    return formats.amount(kroner_of(oere), oere=False)


def _often(one: Paid, words: Any) -> str:
    if one.kind is MoveKind.RESERVE:
        return str(words["aside"])
    return str(words["once"] if one.times == 1 else words["times"].format(count=one.times))


def _pays(account: BudgetAccount, words: Any) -> list[Any]:
    made = table(words["columns"], pays(account, words), WIDTHS, figures=(2,), total=True)
    aside = any(one.kind is MoveKind.RESERVE for one in account.pays)
    made.setStyle([("TOPPADDING", (0, 0), (-1, -1), 1.0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.4)])
    return section(words["heading"], made, *([text(words["aside_note"], page.SMALL)] if aside else []))
