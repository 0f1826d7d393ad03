"""The sheet `Plan`: the instalments on the rent arrears and what is left after each, kr. Amounts may be tried; they are
not read back, since what is agreed is agreed elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from budgetdesk.budget.workbook_layout import BUDGET, PER_MONTH, PLAN
from budgetdesk.dates import bank_day_on_or_before
from budgetdesk.documents.workbooks.budget_workbook_budget import cell_of
from budgetdesk.documents.workbooks.budget_workbook_cells import Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_rows import Placed, Placing
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.money import LARGEST, ZERO
from budgetdesk.planning.owed import owed_at_agreement
from budgetdesk.planning.plan import PlanTest, Standing

FIRST = 8
"""The row of the first instalment, counted from 1."""
_WIDTHS = {"A": 36, "B": 16, "C": 18, "D": 15, "E": 15}


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """The instalments the sheet shows, and what they are about."""

    instalments: tuple[Instalment, ...]
    total: Decimal
    accepted: bool

    @property
    def last(self) -> int:
        return FIRST + len(self.instalments) - 1

    def column(self, letter: str) -> str:
        """A column of all instalments, as other sheets name it."""
        return f"{PLAN}!${letter}${FIRST}:${letter}${self.last}"

    def cell(self, instalment: Instalment) -> str:
        """Where its amount stands, as other sheets name it."""
        return f"{PLAN}!$D${FIRST + self.instalments.index(instalment)}"


def agreed_of(case: Case, plan: PlanTest | None) -> Agreed | None:
    """The chosen plan, or else the plan that was found; None without instalments."""
    chosen = case.agreement.instalments if case.agreement and case.agreement.instalments else ()
    instalments = chosen or (plan.instalments if plan is not None else ())
    if not instalments:
        return None
    total = owed_at_agreement(case) or (plan.total if plan is not None else ZERO)
    accepted = plan is not None and plan.standing is Standing.ACCEPTED
    return Agreed(instalments=tuple(instalments), total=total, accepted=accepted)


def write_plan(
    sheet: Sheet, agreed: Agreed | None, placing: Placing, luft: Decimal, words: Mapping[str, Any], footer: str
) -> None:
    """The sheet. `luft` is that of the budget, kr/month."""
    told = words["plan"]
    sheet.text("A1", told["title"], Look.TITLE)
    sheet.height(1, 24)
    last = 3
    if agreed is None:
        sheet.text("A3", told["none"], Look.HINT)
    else:
        sheet.text("A2", told["accepted" if agreed.accepted else "proposal"], Look.WARNING)
        sheet.text("A3", told["try"], Look.HINT)
        last = _instalments(sheet, agreed, told, words["check"])
        _luft(sheet, agreed, placing, luft, told)
        last += 5
    sheet.widths(_WIDTHS)
    sheet.finish(area=f"A1:E{last}", footer=footer)


def _instalments(sheet: Sheet, agreed: Agreed, told: Mapping[str, Any], check: Mapping[str, str]) -> int:
    sheet.text("A5", told["owed"], Look.STRONG)
    sheet.number("D5", agreed.total, Look.KR_STRONG)
    for letter, heading in zip("ABCDE", told["columns"], strict=True):
        sheet.text(f"{letter}{FIRST - 1}", heading, Look.HEADING_RIGHT if letter in "DE" else Look.HEADING)
    sheet.height(FIRST - 1, 32)
    rest = agreed.total
    for number, (at, one) in enumerate(enumerate(agreed.instalments, FIRST), 1):
        rest -= one.amount
        sheet.text(f"A{at}", f"{number}.")
        sheet.day(f"B{at}", one.due)
        sheet.day(f"C{at}", bank_day_on_or_before(one.due))
        sheet.number(f"D{at}", one.amount, Look.TRY_KR)
        before = "D5" if at == FIRST else f"E{at - 1}"
        sheet.formula(f"E{at}", f"=ROUND({before}-D{at},2)", rest)
    sheet.only_amounts(f"D{FIRST}:D{agreed.last}", LARGEST, (check["title"], check["amount"]))
    at = agreed.last + 1
    for letter in "ABCDE":
        sheet.text(f"{letter}{at}", "", Look.TEXT_SUM)
    sheet.text(f"A{at}", told["sum"], Look.TEXT_SUM)
    total = sum((one.amount for one in agreed.instalments), ZERO)
    sheet.formula(f"D{at}", f"=ROUND(SUM(D{FIRST}:D{agreed.last}),2)", total, Look.KR_SUM)
    says = told["even"] if rest == ZERO else told["more"] if rest < ZERO else told["less"]
    asked = f'=IF(E{agreed.last}=0,"{told["even"]}",IF(E{agreed.last}<0,"{told["more"]}","{told["less"]}"))'
    sheet.formula(f"A{at + 1}", asked, says, Look.NOTE)
    return at + 1


def _luft(sheet: Sheet, agreed: Agreed, placing: Placing, luft: Decimal, told: Mapping[str, Any]) -> None:
    """What is left in the month beside the largest instalment."""
    at = agreed.last + 4
    counted = _counted(placing)
    paid = sum((one.per_month for one in counted), ZERO)
    largest = max(one.amount for one in agreed.instalments)
    cells = "".join(f"+{cell_of(one, PER_MONTH.letter)}" for one in counted)
    sheet.text(f"A{at}", told["luft"])
    sheet.formula(f"D{at}", f"=ROUND({BUDGET}!${PER_MONTH.letter}${placing.below + 7}{cells},2)", luft + paid)
    sheet.text(f"A{at + 1}", told["largest"])
    sheet.formula(f"D{at + 1}", f"=MAX(D{FIRST}:D{agreed.last})", largest)
    sheet.text(f"A{at + 2}", told["after"], Look.STRONG)
    sheet.formula(f"D{at + 2}", f"=ROUND(D{at}-D{at + 1},2)", luft + paid - largest, Look.KR_STRONG)


def _counted(placing: Placing) -> Sequence[Placed]:
    """The row of the plan in the budget, where it counts already."""
    return [one for one in placing.rows if one.row is not None and one.row.path == "agreement.instalments"]
