"""What the tenant's budget says beside its rows: the big figures, the week in words, what happens now, whom to call.

The designed page and the plain one say the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from budgetdesk.budget.month import MonthBudget
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.next_step_texts import for_tenant
from budgetdesk.documents.sheet.figures import whole
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.wording.key_figures import UNKNOWN, expenses_are_known, income_is_known, left_over

Typed = Callable[[str], str]
MOST_STEPS = 3
"""More than three things to do are none: the others are told by their number."""


def figures(month: MonthBudget, words: Any) -> list[tuple[str, str]]:
    """In, out, left and for a week: name and amount. What nobody has written is not told as 0 kr., and without any
    income written nothing is left that can be told."""
    told = words["figures"]
    out = (told["out"], whole(month.expenses_per_month) if expenses_are_known(month) else UNKNOWN)
    if not income_is_known(month):
        return [(told["in"], UNKNOWN), out, (told["left"], UNKNOWN), (told["week"], UNKNOWN)]
    left, week = left_over(month), month.for_living_per_week
    return [
        (told["in"], whole(month.income_per_month)),
        out,
        (told["left"] if left >= 0 else told["short"], whole(abs(left))),
        (told["week"] if week >= 0 else told["week_short"], whole(abs(week))),
    ]


def week_told(month: MonthBudget, words: Any) -> str:
    """What there is for a week, as a sentence; markup. "" where nobody knows."""
    if not income_is_known(month):
        return ""
    week = month.for_living_per_week
    enough = "enough" if left_over(month) >= 0 else "less"
    return str(words["week"][enough if week > 0 else "short"].format(amount=whole(abs(week))))


def first_steps(
    case: Case, answers: Answers, words: Any, most: int = MOST_STEPS, typed: Typed = rich
) -> tuple[list[str], str]:
    """The most pressing things to do, as markup, and how many there are beside them in words ("" without)."""
    said = for_tenant(case, answers, typed=typed)
    left = len(said) - most
    others = words["next"]["other"] if left == 1 else words["next"]["others"].format(count=left)
    return said[:most], str(others) if left > 0 else ""


def call_lines(case: Case, answers: Answers, words: Any, typed: Typed = rich) -> list[str]:
    """The adviser with the house's number, or room to write it; then the landlord's, where it is known. Markup."""
    told, phone = words["call"], answers.house.phone
    if not plain(case.info.adviser):
        said = [told["nobody"]]
    else:
        chosen = told["adviser"] if plain(phone) else told["adviser_only"]
        said = [chosen.format(adviser=typed(case.info.adviser), phone=typed(phone))]
    landlord, number = case.tenancy.landlord, case.tenancy.landlord_phone
    if plain(landlord) and plain(number):
        said.append(told["landlord"].format(landlord=typed(landlord), phone=typed(number)))
    return said
