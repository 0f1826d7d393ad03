"""The sheet of Gældsstyrelsen's table: the tenant's own income of a year, its per cent, the instalment. kr."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budgetdesk.budget.lenses import ADULT_AGE, LIMITED, NOT_OWN_INCOME, Table
from budgetdesk.budget.month import Lens
from budgetdesk.budget.workbook_layout import BUDGET, CODE, COUNTS, PER_MONTH, WHOSE
from budgetdesk.dates import age_on
from budgetdesk.documents.workbooks.budget_workbook_budget import cell_of
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_lens_parts import (
    COUNTED,
    HEADING,
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
from budgetdesk.documents.workbooks.budget_workbook_rows import Placed
from budgetdesk.money import ZERO


def by_table(sheet: Sheet, of: Household, lens: Lens) -> int:
    """The table: the tenant's own income of a year, its per cent, and the instalment."""
    words, table = of.words["lens"], of.yardsticks.table
    if not table.rows or lens.amount_per_month is None:
        sheet.text(f"{LINE}{HEADING}", words["unknown"], Look.WARNING)
        sheet.text(f"{LINE}{HEADING + 1}", lens.text, Look.HINT)
        return HEADING + 1
    for letter, heading in ((LINE, "Linje"), (OWN, words["own"]), (COUNTED, words["counted"])):
        sheet.text(f"{letter}{HEADING}", heading, Look.HEADING if letter == LINE else Look.HEADING_RIGHT)
    at = At()
    rows = list(_income_of_tenant(of))
    for placed in rows:
        row = at.next()
        sheet.text(f"{NUMBER}{row}", placed.number, Look.CENTRE)
        sheet.text(f"{LINE}{row}", placed.line)
        sheet.formula(f"{OWN}{row}", f"={cell_of(placed, PER_MONTH.letter)}", placed.per_month)
        sheet.formula(f"{COUNTED}{row}", f"={OWN}{row}", placed.per_month)
    return _table_result(sheet, of, table, at, rows, lens.amount_per_month)


def _income_of_tenant(of: Household) -> Iterator[Placed]:
    """As `budget.lenses`: the rows of the tenant, or of nobody, that are income in this sense."""
    tenant = of.case.tenant.id if of.case.tenant else ""
    for placed in of.placing.income.rows:
        if placed.row is not None and placed.row.code not in NOT_OWN_INCOME and placed.person in ("", tenant):
            yield placed


def _table_result(
    sheet: Sheet, of: Household, table: Table, at: At, rows: Sequence[Placed], instalment: Decimal
) -> int:
    words, children = of.words["lens"], _provides(of)
    new, net, percent, result = at.next(), at.next() + 1, at.next() + 1, at.next() + 1
    begins = result + 3
    told = words["new"].format(title=of.placing.income.title)
    sheet.formula(f"{LINE}{new}", f'=IF({COUNTED}{new}=0,"","{told}")', "", Look.NOTE)
    sheet.formula(f"{COUNTED}{new}", f"={_new_income(of)}", ZERO, Look.KR_OR_NOTHING)
    counted = [one.row for one in rows if one.row is not None and one.row.counts]
    value = sum((row.per_month for row in counted), ZERO) * 12
    sheet.text(f"{LINE}{net}", words["net"])
    sheet.formula(f"{COUNTED}{net}", f"=ROUND(SUM({COUNTED}{HEADING + 1}:{COUNTED}{new})*12,2)", value)
    light = bool(counted) and all(row.code in LIMITED for row in counted)
    sheet.text(f"{LINE}{percent}", words["percent"])
    asked = _percent(of, rows, f"{COUNTED}{net}", begins, begins + len(table.rows) - 1, children=children)
    found = table.percent(ZERO if light else value, children=children)
    sheet.formula(f"{COUNTED}{percent}", asked, found, Look.PERCENT)
    sheet.text(f"{WHY}{percent}", words["table_children" if children else "table_no_children"], Look.NOTE)
    for letter in WIDTHS:
        sheet.text(f"{letter}{result}", "", Look.TEXT_SUM)
    sheet.text(f"{LINE}{result}", words["instalment"], Look.TEXT_SUM)
    # Rounded before it is cut down to fifties: 2.350 must not become 2.300 by a digit nobody sees.
    asked = f"=INT(ROUND({COUNTED}{net}*{COUNTED}{percent}/60000,8))*50"
    sheet.formula(f"{COUNTED}{result}", asked, instalment, Look.KR_SUM)
    sheet.text(f"{WHY}{result}", f"{words['of_instalment']} {words['only_income']}", Look.NOTE)
    return _table_itself(sheet, of, table, begins)


def _table_itself(sheet: Sheet, of: Household, table: Table, begins: int) -> int:
    words = of.words["lens"]
    section_heading(sheet, begins - 1, words["table"])
    sheet.text(f"{OWN}{begins - 1}", words["without"], Look.SECTION_RIGHT)
    sheet.text(f"{COUNTED}{begins - 1}", words["with"], Look.SECTION_RIGHT)
    for row, (first, _last, without, with_children) in enumerate(table.rows, begins):
        sheet.number(f"{LINE}{row}", first, Look.KR_WHOLE)
        sheet.number(f"{OWN}{row}", without, Look.PERCENT)
        sheet.number(f"{COUNTED}{row}", with_children, Look.PERCENT)
    return begins + len(table.rows) - 1


def _percent(of: Household, rows: Sequence[Placed], net: str, begins: int, last: int, *, children: bool) -> str:
    """The per cent of the table; the lowest where all the income is help that is only ever withheld lightly."""
    column, yes = COUNTED if children else OWN, of.words["yes"]

    def many(chosen: Sequence[Placed]) -> str:
        return "+".join(f'({cell_of(one, COUNTS.letter)}="{yes}")' for one in chosen) or "0"

    light = [one for one in rows if one.row is not None and one.row.code in LIMITED]
    heavy = [one for one in rows if one not in light]
    counts = f'1*({_free(of, COUNTS.letter)}="{yes}")'
    own, limited = (of.lists.weights(_free(of, CODE.letter), TABLE, part=part) for part in (False, True))
    person = _of_tenant(of)
    new_heavy = f"SUMPRODUCT({counts},{own}-{limited},{person})"
    new_light = f"SUMPRODUCT({counts},{limited},{person})"
    found = f"LOOKUP(MAX({net},0),${LINE}${begins}:${LINE}${last},${column}${begins}:${column}${last})"
    only = f"AND({many(heavy)}+{new_heavy}=0,{many(light)}+{new_light}>0)"
    return f"=IF({only},{column}{begins},{found})"


def _free(of: Household, letter: str) -> str:
    """A column of the free rows of the income."""
    first, last = of.placing.income.free[0].at, of.placing.income.free[-1].at
    return f"{BUDGET}!${letter}${first}:${letter}${last}"


def _of_tenant(of: Household) -> str:
    """1 for each free row of income that is the tenant's, or nobody's."""
    whose, tenant = _free(of, WHOSE.letter), of.case.tenant
    nobody = f'({whose}="")'
    if tenant is None:
        return f"1*{nobody}"
    label = of.lists.label_of(of.case.persons.index(tenant))
    return f"({nobody}+({whose}={label}))"


def _new_income(of: Household) -> str:
    weights = of.lists.weights(_free(of, CODE.letter), TABLE)
    return f"SUMPRODUCT({_free(of, PER_MONTH.letter)},{weights},{_of_tenant(of)})"


def _provides(of: Household) -> bool:
    return any(c.born is not None and age_on(c.born, of.on) < ADULT_AGE for c in of.case.children)
