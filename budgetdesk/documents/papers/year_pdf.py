"""*Dit år, måned for måned*: for the tenant. What comes in, goes out and is left in each of the next twelve months,
which are dear, and what to lay aside. The figures are those of the day curve (`planning.year`). Not signed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers, landlord
from budgetdesk.documents.papers.for_home import Described, big_figures, whom_to_call
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import section, side_by_side, steps, table, text
from budgetdesk.documents.sheet.breaking import Ending
from budgetdesk.documents.sheet.figures import whole
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import bullets
from budgetdesk.household.case import Case
from budgetdesk.planning.liquidity import Flow, kroner_of
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.plan import Standing
from budgetdesk.planning.year import MonthAhead, YearAhead, put_by, with_agreed, year_of
from budgetdesk.wording.key_figures import income_is_known
from budgetdesk.wording.plots import Plot, Strand

# isort: split
from reportlab.lib.units import mm

Typed = Callable[[str], str]
MOST_SPECIAL = 6
"""Named; of the others only how many there are."""
MOST_BESIDE = 560
"""Signs that have room in half the width."""
WIDTHS = (31 * mm, 18 * mm, 18 * mm, 19 * mm, 27 * mm, page.WIDTH - 113 * mm)


def year_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The page. Amounts are rounded to whole kroner (50 øre away from zero)."""
    del ink
    words, flow = texts.load("aaret"), with_agreement(case, answers)
    year = year_ahead(case, answers, flow)

    def story() -> list[Any]:
        parts: list[Any] = [text(words["title"], page.H1)]
        if year is None or flow is None:
            return [*parts, text(words["none"], page.LEAD), *whom_to_call(case, answers, words["call"])]
        return [
            *parts,
            text(words["lead"], page.LEAD),
            big_figures(figures(year, words["figures"])),
            *_picture(year, words["picture"]),
            _months(case, year, words),
            *_how(case, answers, year, flow, words),
        ]

    return page.build(story, head(case, words["title"], on=on))


def _how(case: Case, answers: Answers, year: YearAhead, flow: Flow, words: Any) -> list[Any]:
    """How to use it, what is special and whom to call: side by side where that has room, else below each other."""
    used, named = use(case, answers, year, words["use"]), specials(case, year, flow, words)
    call = whom_to_call(case, answers, words["call"])
    if sum(map(len, named)) > MOST_BESIDE:
        parts = ((words["use"]["heading"], used), (words["special"]["heading"], named))
        first, last = (bullets(heading, said, style=page.CELL) for heading, said in parts)
        return [first, Ending(last, call)]
    how = [text(words["use"]["heading"], page.H2), *steps(used, style=page.CELL, mark="•")]
    seldom = [text(words["special"]["heading"], page.H2), *steps(named, style=page.CELL, mark="•")] if named else []
    beside = [*seldom, *call]
    return [side_by_side([how, beside], [page.WIDTH * 0.51, page.WIDTH * 0.49])]


def with_agreement(case: Case, answers: Answers) -> Flow | None:
    """The economy of the year, with the instalments that the landlord has said yes to."""
    return with_agreed(case, answers.ahead, answers.plan)


def year_ahead(case: Case, answers: Answers, flow: Flow | None) -> YearAhead | None:
    """The year, where any income is written: without one there is nothing to plan with."""
    return year_of(case, flow) if flow is not None and income_is_known(answers.month) else None


def figures(year: YearAhead, words: Any) -> list[tuple[str, str]]:
    """The few big ones."""
    came_in = sum(one.came_in for one in year.months)
    went_out = sum(one.went_out for one in year.months)
    shown = [(words["in"], kr(came_in)), (words["out"], kr(went_out))]
    shown.append((words["left"] if year.left >= 0 else words["short"], kr(abs(year.left))))
    return [*shown, (words["free"], kr(year.free_per_month))]


def kr(oere: int) -> str:
    """`7.600 kr.`, whole kroner."""
    return whole(kroner_of(oere))


def _number(oere: int) -> str:
    return formats.amount(kroner_of(oere), oere=False)


def _picture(year: YearAhead, words: Any) -> list[Any]:
    return section(words["heading"], Described(plot(year, words)), text(words["caption"], page.SMALL))


def plot(year: YearAhead, words: Any) -> Plot:
    """What is left in each month: full above the line, empty below it."""
    months = year.months
    values = tuple(float(Decimal(one.left).scaleb(-2).to_integral_value()) for one in months)
    said = [words["month"].format(month=formats.month(one.month), amount=kr(one.left)) for one in months]
    strand = Strand(
        name=words["heading"],
        values=values,
        texts=tuple(_number(one.left) for one in months),
        fills=tuple("empty" if one.dear else "solid" for one in months),
    )
    return Plot(
        title=words["heading"],
        caption=words["caption"],
        spoken=words["alt"].format(months=", ".join(said)),
        labels=tuple(map(short_name, months)),
        strands=(strand,),
    )


def _months(case: Case, year: YearAhead, words: Any) -> Any:
    made = table(words["table"]["columns"], rows(case, year, words), WIDTHS, figures=(1, 2, 3, 4))
    made.setStyle([("TOPPADDING", (0, 0), (-1, -1), 1.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 2.1)])
    return made


def rows(case: Case, year: YearAhead, words: Any) -> list[tuple[str, str, str, str, str, str]]:
    """Month, in, out, left, to lay aside, what is special: our own text."""
    return [
        (
            formats.month(one.month).capitalize(),
            _number(one.came_in),
            _number(one.went_out),
            _number(one.left),
            _aside(one, year, words["table"]),
            _marks(case, one, words),
        )
        for one in year.months
    ]


def _aside(one: MonthAhead, year: YearAhead, told: Any) -> str:
    """What to lay aside, or to take of it; where the year does not hold, what is missing."""
    if one.to_lay_aside >= 0:
        return _number(one.to_lay_aside)
    return str(told["take" if year.below_from is None else "short"].format(amount=_number(-one.to_lay_aside)))


def _marks(case: Case, one: MonthAhead, words: Any) -> str:
    told = words["table"]
    came_in = sum(each.oere for each in one.special if each.seldom and each.oere > 0)
    went_out = -sum(each.oere for each in one.special if each.seldom and each.oere < 0)
    said = [told["dear"]] if one.dear else []
    said += [told["in"].format(amount=_number(came_in))] if came_in else []
    said += [told["out"].format(amount=_number(went_out))] if went_out else []
    lines = {row.line for row in case.expenses if row.amount}
    said += [used["word"] for used in words["used"] if used["month"] == one.month.number and lines & set(used["lines"])]
    return " · ".join(said)


def specials(case: Case, year: YearAhead, flow: Flow, words: Any, typed: Typed = rich) -> list[str]:
    """What makes some months others than the rest, by name: the largest first. Markup."""
    told, found = words["special"], [*_seldom(year, words["special"], typed), *_often(year, words["special"], typed)]
    left = len(found) - MOST_SPECIAL
    shown = found if left <= 1 else [*found[:MOST_SPECIAL], told["others"].format(count=left)]
    return [*shown, *_kept(case, year, flow, words)]


def _seldom(year: YearAhead, told: Any, typed: Typed) -> list[str]:
    by_fact: dict[tuple[str, str], list[tuple[MonthAhead, int]]] = {}
    for one in year.months:
        for each in one.special:
            if each.seldom:
                by_fact.setdefault((each.path, each.title), []).append((one, each.oere))
    said = []
    for (_, title), falls in sorted(by_fact.items(), key=lambda named: -max(abs(amount) for _, amount in named[1])):
        amounts = {amount for _, amount in falls}
        largest = max(amounts, key=abs)
        amount = kr(abs(largest)) if len(amounts) == 1 else told["up_to"].format(amount=kr(abs(largest)))
        sentence = told["in" if largest > 0 else "out"]
        months = texts.listed([short_name(one) for one, _ in falls])
        if sentence.endswith("{months}."):  # a short name may carry the stop that ends the sentence
            months = months.removesuffix(".")
        said.append(sentence.format(title=typed(title), amount=amount, months=months))
    return said


def _often(year: YearAhead, told: Any, typed: Typed) -> list[str]:
    return [
        told["more" if each.times else "none_this_month"].format(
            title=typed(each.title), times=each.times, month=_name(one)
        )
        for one in year.months
        for each in one.special
        if not each.seldom
    ]


def _kept(case: Case, year: YearAhead, flow: Flow, words: Any) -> list[str]:
    """What lies ready for what most people spend in a certain month, where it is saved for."""
    said = []
    for used in words["used"]:
        paths = [f"expenses[{row.id}]" for row in case.expenses if row.line in used["lines"]]
        month = next(one for one in year.months if one.month.number == used["month"])
        kept = put_by(flow, paths, month.month.last)
        if kept > 0:
            said.append(words["special"]["kept"].format(word=used["word"], month=_name(month), amount=kr(kept)))
    return said


def short_name(one: MonthAhead) -> str:
    """`dec`."""
    return str(texts.load("aaret")["months"][one.month.number - 1])


def _name(one: MonthAhead) -> str:
    """`december`."""
    return formats.month(one.month).split()[0]


def use(case: Case, answers: Answers, year: YearAhead, words: Any, typed: Typed = rich) -> list[str]:
    """How to use the figures, in sentences, as markup."""
    free = year.free_per_month
    said = [words["free"].format(amount=kr(free)) if free else words["nothing_free"]]
    agreed = answers.plan is not None and answers.plan.standing is Standing.ACCEPTED
    if free and owed_now(case) and not agreed:
        said = [f"{said[0]} {words['owed']}"]
    dear = [one for one in year.months if one.dear]
    largest = max(year.months, key=lambda one: one.to_lay_aside)
    if len(dear) == len(year.months):
        said = [words["always_short"]]
    elif dear:
        said.append(words["largest"].format(month=_name(largest), amount=kr(largest.to_lay_aside)))
        said.append(words["dear"].format(count=len(dear)))
    if year.below_from is not None:
        said.append(words["below"].format(day=formats.day(year.below_from)))
    else:
        said.append(words["lowest"].format(day=formats.day(year.lowest_on), amount=kr(year.lowest)))
    known = {"landlord": typed(landlord(case)), "amount": formats.kroner(owed_now(case))}
    if agreed:
        said.append(words["agreed"].format(**known))
    elif owed_now(case):
        said.append(words["arrears"].format(**known))
    return said
