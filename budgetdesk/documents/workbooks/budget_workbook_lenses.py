"""One sheet for each of those who count the same budget: formulas that point at the sheet `Budget`. kr/month.

What a scale leaves to live on is written as a number, with where it comes from; what it counts of each line is a
formula. Free rows of the budget are counted together, a row for each section. Shown for comparison; always vejledende.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.income_rows import GROUP
from budgetdesk.budget.lens_lines import How, LineRules, left_over
from budgetdesk.budget.lenses import (
    ADULT_AGE,
    CHILD_MONEY,
    Amounts,
    adults_amount,
    amount_for,
    children_accounts,
)
from budgetdesk.budget.month import Lens
from budgetdesk.budget.workbook_layout import (
    BUDGET,
    CODE,
    LENS_SHEETS,
    PER_MONTH,
    WHOSE,
    whose_labels,
)
from budgetdesk.dates import age_on
from budgetdesk.documents.workbooks.budget_workbook_budget import cell_of
from budgetdesk.documents.workbooks.budget_workbook_cells import Book, Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_lens_parts import (
    COUNTED,
    HEADING,
    HOW,
    LINE,
    NUMBER,
    OWN,
    WHY,
    WIDTHS,
    At,
    Household,
    section_heading,
)
from budgetdesk.documents.workbooks.budget_workbook_lists import TABLE
from budgetdesk.documents.workbooks.budget_workbook_rows import Placed, Section, short
from budgetdesk.documents.workbooks.budget_workbook_table import by_table
from budgetdesk.household.case import Case, Person
from budgetdesk.money import ZERO

CHILDCARE = "301"


@dataclass(frozen=True, kw_only=True)
class _Scale:
    """One sheet while it is written."""

    sheet: Sheet
    of: Household
    lens: Lens
    rules: LineRules | None
    amounts: Amounts | None
    at: At = field(default_factory=At)
    income: list[str] = field(default_factory=list)
    """Cells that are summed up."""
    expenses: list[str] = field(default_factory=list)

    @property
    def words(self) -> Mapping[str, Any]:
        told: Mapping[str, Any] = self.of.words["lens"]
        return told


def write_lenses(book: Book, of: Household) -> None:
    """A sheet for each lens, in their order."""
    for lens in of.month.lenses:
        sheet = book.sheet(LENS_SHEETS.get(lens.key, lens.key))
        _head(sheet, of, lens)
        if lens.key == TABLE:
            last = by_table(sheet, of, lens)
        else:
            scale = _scale(sheet, of, lens)
            known = lens.key in ("lejer", "kommune") or scale.amounts is not None
            last = _by_lines(scale) if known else _unknown(sheet, of, lens)
        sheet.widths(WIDTHS)
        sheet.finish(area=f"A1:{WHY}{last}", heading=HEADING, footer=of.footer)


def _unknown(sheet: Sheet, of: Household, lens: Lens) -> int:
    sheet.text(f"{LINE}{HEADING}", of.words["lens"]["unknown"], Look.WARNING)
    sheet.text(f"{LINE}{HEADING + 1}", lens.text, Look.HINT)
    return HEADING + 1


def _scale(sheet: Sheet, of: Household, lens: Lens) -> _Scale:
    amounts = next((one.amounts for one in of.yardsticks.scales if one.key == lens.key), None)
    if lens.key == "kommune":
        amounts = of.yardsticks.municipal
    return _Scale(sheet=sheet, of=of, lens=lens, rules=of.yardsticks.rules.get(lens.key), amounts=amounts)


def _head(sheet: Sheet, of: Household, lens: Lens) -> None:
    words = of.words["lens"]
    sheet.text("A1", lens.title, Look.TITLE)
    sheet.height(1, 24)
    sheet.text(f"{WHY}1", of.words["on"].format(day=formats.day(of.on)), Look.HINT)
    if lens.vejledende:
        sheet.text("A2", words["vejledende"], Look.HINT)
    sheet.text("A3", words["source"].format(source=lens.source), Look.HINT)


def _by_lines(scale: _Scale) -> int:
    sheet, words = scale.sheet, scale.words
    headings = ((NUMBER, "Nr."), (LINE, "Linje"), (OWN, words["own"]), (HOW, words["how"]),
                (COUNTED, words["counted"]), (WHY, words["why"]))  # fmt: skip
    for letter, heading in headings:
        sheet.text(f"{letter}{HEADING}", heading, Look.HEADING_RIGHT if letter in (OWN, COUNTED) else Look.HEADING)
    _side(scale, (scale.of.placing.income,), scale.income, words["income"])
    _side(scale, scale.of.placing.expenses, scale.expenses, words["expenses"])
    if scale.amounts is not None:
        _added(scale, scale.amounts)
    return _result(scale)


def _side(scale: _Scale, sections: Sequence[Section], summed: list[str], title: str) -> None:
    section_heading(scale.sheet, scale.at.next(), title)
    covered: list[int] = []
    first = scale.at.row + 1
    for section in sections:
        for placed in section.rows:
            if placed.row is not None and placed.row.path != "expenses":
                _line(scale, placed, covered, income=section.income)
        if section.free:
            _new_lines(scale, section, covered)
    if scale.at.row >= first:
        summed.append(f"{COUNTED}{first}:{COUNTED}{scale.at.row}")


def _line(scale: _Scale, placed: Placed, covered: list[int], *, income: bool) -> None:
    """One line as they count it. `covered`: the rows before it that share their limit."""
    sheet, at, row = scale.sheet, scale.at.next(), placed.row
    assert row is not None  # noqa: S101 - free rows are counted by their section
    how, why = _how(scale, row.code, income=income)
    line = next((one for one in scale.lens.lines if one.path == row.path and one.income == income), None)
    title = f"{placed.line}: {placed.name}" if placed.name else placed.line
    sheet.text(f"{NUMBER}{at}", placed.number, Look.CENTRE)
    sheet.text(f"{LINE}{at}", title)
    sheet.formula(f"{OWN}{at}", f"={cell_of(placed, PER_MONTH.letter)}", placed.per_month)
    sheet.text(f"{HOW}{at}", scale.words["said"][how.value])
    asked, value = f"={OWN}{at}", placed.per_month
    if how is How.PART:
        asked, value = f"=ROUND({OWN}{at}-{_within(scale, at, covered)},2)", line.counted if line else ZERO
        covered.append(at)
    elif how is not How.COUNTED:
        asked, value = "=0", ZERO
    sheet.formula(f"{COUNTED}{at}", asked, value)
    sheet.text(f"{WHY}{at}", why, Look.NOTE)


def _within(scale: _Scale, at: int, covered: Sequence[int]) -> str:
    """How much of a line stays below the limit that the lines before it have not used."""
    used = "".join(f"-({OWN}{row}-{COUNTED}{row})" for row in covered)
    limit = scale.amounts.transport_limit if scale.amounts is not None else ZERO
    return f"MIN({limit}{used},{OWN}{at})"


def _how(scale: _Scale, code: str, *, income: bool) -> tuple[How, str]:
    words = scale.words
    if scale.rules is None:  # the tenant's own
        return How.COUNTED, ""
    if income:
        child = code in CHILD_MONEY and scale.lens.key != "kommune"
        return (How.ACCOUNT, words["of_accounts"]) if child else (How.COUNTED, "")
    how, why = scale.rules.of(code)
    if how is How.PART and scale.amounts is not None:
        why = words["above"].format(limit=formats.kroner(scale.amounts.transport_limit))
    elif how is How.ACCOUNT:
        why = words["of_accounts"]
    return how, why


def _new_lines(scale: _Scale, section: Section, covered: list[int]) -> None:
    """The free rows of a section together: 0 until something is written on them."""
    sheet, at = scale.sheet, scale.at.next()
    first, last = section.free[0].at, section.free[-1].at
    amounts = f"{BUDGET}!${PER_MONTH.letter}${first}:${PER_MONTH.letter}${last}"
    codes = f"{BUDGET}!${CODE.letter}${first}:${CODE.letter}${last}"
    told = scale.words["new"].format(title=section.title)
    sheet.formula(f"{LINE}{at}", f'=IF({OWN}{at}=0,"","{told}")', "", Look.NOTE)
    sheet.formula(f"{OWN}{at}", f"=SUM({amounts})", ZERO, Look.KR_OR_NOTHING)
    if scale.rules is None:
        asked = f"={OWN}{at}"
    else:
        lists, lens = scale.of.lists, scale.lens.key
        asked = f"=ROUND(SUMPRODUCT({amounts},{lists.weights(codes, lens)})"
        parts = any(scale.rules.of(one.code)[0] is How.PART for one in lists.entries if one.group == section.key)
        if parts and section.key != GROUP:
            part = f"SUMPRODUCT({amounts},{lists.weights(codes, lens, part=True)})"
            limit = scale.amounts.transport_limit if scale.amounts is not None else ZERO
            used = "".join(f"-({OWN}{row}-{COUNTED}{row})" for row in covered)
            asked = f"{asked}+{part}-MIN({limit}{used},{part})"
        asked = f"{asked},2)"
    sheet.formula(f"{COUNTED}{at}", asked, ZERO, Look.KR_OR_NOTHING)


def _added(scale: _Scale, amounts: Amounts) -> None:
    """What they add themselves: the children's accounts, and what is left to live on."""
    case, words, on = scale.of.case, scale.words, scale.of.on
    if scale.lens.key == "kommune":
        children = sum((amount_for(child, amounts, on) for child in case.children if child.lives_at_home), ZERO)
        _amount(scale, words["municipal"], adults_amount(case, amounts) + children, words["of_municipal"])
        return
    _amount(scale, words["adults"], adults_amount(case, amounts), words["of_adults"])
    _accounts(scale, amounts)


def _amount(scale: _Scale, title: str, amount: Decimal, why: str) -> None:
    at = scale.at.next()
    scale.sheet.text(f"{LINE}{at}", title)
    scale.sheet.number(f"{COUNTED}{at}", amount)
    scale.sheet.text(f"{WHY}{at}", why, Look.NOTE)
    scale.expenses.append(f"{COUNTED}{at}")


def at_home(case: Case, on: date) -> list[Person]:
    """The children that have an account, as `budget.lenses` has them."""
    return [
        child
        for child in case.children
        if child.lives_at_home and child.born is not None and age_on(child.born, on) < ADULT_AGE
    ]


def _accounts(scale: _Scale, amounts: Amounts) -> None:
    """One row for each child: its amount and its share of the care, less the money that comes for it. Whole øre: the
    sum is made in øre before it is divided, so that half an øre is half an øre."""
    case, sheet, words = scale.of.case, scale.sheet, scale.words
    children = at_home(case, scale.of.on)
    if not children:
        return
    section_heading(sheet, scale.at.next(), words["accounts"])
    values = children_accounts(case, scale.of.month, amounts, on=scale.of.on)
    labels = whose_labels(case)
    head = scale.at.next()
    for letter, heading in ((OWN, "child_amount"), (HOW, "child_own"), (COUNTED, "child_left")):
        sheet.text(f"{letter}{head}", words[heading], Look.HEADING_RIGHT)
    first, many = head + 1, len(children)
    care = _sum_of_codes(scale.of.placing.expenses, (CHILDCARE,))
    money = _sum_of_codes((scale.of.placing.income,), sorted(CHILD_MONEY))
    owns = f"SUM({HOW}{first}:{HOW}{first + many - 1})"
    for child, value in zip(children, values, strict=True):
        at = scale.at.next()
        sheet.text(f"{LINE}{at}", short(labels[child.id]))
        sheet.number(f"{OWN}{at}", amount_for(child, amounts, scale.of.on))
        own = _sum_of_codes((scale.of.placing.income,), sorted(CHILD_MONEY), whose=f"${LINE}{at}")
        sheet.formula(f"{HOW}{at}", f"={own}", _money_of(scale, child), Look.KR)
        whole = f"({OWN}{at}-{HOW}{at})*{many}+({care})-(({money})-{owns})"
        asked = f"=MAX(0,ROUND(ROUND(({whole})*100,0)/{many},0)/100)"
        sheet.formula(f"{COUNTED}{at}", asked, value)
        sheet.text(f"{WHY}{at}", words["of_accounts"], Look.NOTE)
    scale.expenses.append(f"{COUNTED}{first}:{COUNTED}{scale.at.row}")


def _money_of(scale: _Scale, child: Person) -> Decimal:
    rows = (one for one in scale.of.placing.income.rows if one.person == child.id)
    return sum((one.per_month for one in rows if one.row is not None and one.row.code in CHILD_MONEY), ZERO)


def _sum_of_codes(sections: Sequence[Section], codes: Sequence[str], whose: str = "") -> str:
    """What some codes come to in the budget, kr/month, as a formula; of one person, whose label stands in a cell."""
    first, last = sections[0].first, sections[-1].last

    def column(letter: str) -> str:
        return f"{BUDGET}!${letter}${first}:${letter}${last}"

    chosen = "+".join(f'({column(CODE.letter)}="{code}")' for code in codes)
    # Not by SUMIFS: it takes a name that begins with a sign, or has a star, for a condition.
    person = f",1*({column(WHOSE.letter)}={whose})" if whose else ""
    return f"SUMPRODUCT({column(PER_MONTH.letter)},1*({chosen}){person})"


def _result(scale: _Scale) -> int:
    sheet, words, at = scale.sheet, scale.words, scale.at.next() + 1
    told = {"lejer": "left", "kommune": "left" if scale.amounts is not None else "left_to_live"}
    for letter in WIDTHS:
        sheet.text(f"{letter}{at}", "", Look.TEXT_SUM)
    sheet.text(f"{LINE}{at}", words[told.get(scale.lens.key, "left_to_debt")], Look.TEXT_SUM)
    income, expenses = ",".join(scale.income) or "0", ",".join(scale.expenses) or "0"
    value = scale.lens.amount_per_month
    value = left_over(scale.lens.lines) if value is None else value
    sheet.formula(f"{COUNTED}{at}", f"=ROUND(SUM({income})-SUM({expenses}),2)", value, Look.KR_SUM)
    return at
