"""What an application form asks for, with the household's own facts as they are written on such a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.benefits.guide import Guide, Questions, expand, question_for
from budgetdesk.budget.month import MonthBudget
from budgetdesk.formats import day, kroner, number
from budgetdesk.household import paths
from budgetdesk.household.case import Case, IncomeBase
from budgetdesk.i18n import N_, _, translated

_MONEY = {"kr": "", "kr/måned": N_(" om måneden"), "kr/år": N_(" om året")}
_UNITS = {"m2": " m²", "km": " km", "dage": " dage", "år": " år", "antal": ""}
_INCOME = re.compile(r"income(?:\[([^\]]*)\])?(?:\.|$)")
_PERSON = re.compile(r"persons\[([^\]]*)\]")
_CHOICES: Mapping[str, Mapping[str, str]] = {
    "heating": {"separate": N_("betales for sig"), "in_rent": N_("med i huslejen")},
    "marital": {"single": N_("enlig"), "cohabiting": N_("samlevende"), "married": N_("gift")},
    "custody": {"sole": N_("en forælder alene"), "shared": N_("fælles")},
    "childcare": {"none": N_("passes hjemme"), "dagtilbud": N_("dagtilbud"), "sfo": "SFO", "klub": N_("klub")},
    "other_parent": {
        "here": N_("bor her"),
        "elsewhere": N_("bor et andet sted"),
        "dead": N_("er død"),
        "unknown": N_("er ukendt"),
    },
    "moving_reason": {
        "better_home": N_("en bedre bolig"),
        "cheaper_home": N_("en billigere bolig"),
        "work": N_("arbejde"),
        "other": N_("andet"),
    },
    "letter": {
        "none": "",
        "rykker": N_("rykker"),
        "paakrav": N_("påkrav"),
        "ophaevelse": N_("ophævelse"),
        "foged": N_("brev fra fogedretten"),
    },
}
"""What the answers are called, by the last part of the fact's path."""


@dataclass(frozen=True)
class FormRow:
    """One line of the form: what it asks for, and the answer; "" where it is not known yet."""

    label: str
    value: str


def form_rows(guide: Guide, case: Case, questions: Questions, month: MonthBudget, bases: Mapping[str, str]) -> tuple[
    FormRow, ...
]:  # fmt: skip
    """The lines of the benefit's form, in its order. `bases` is what each kind of income is called."""
    return tuple(
        FormRow(asked.label, _answer(expand(asked.fact, case), case, questions, month, bases))
        for asked in guide.form_asks
    )


def _answer(
    facts: Iterable[str], case: Case, questions: Questions, month: MonthBudget, bases: Mapping[str, str]
) -> str:
    told = []
    for fact in facts:
        if _INCOME.match(fact):
            told += _incomes(fact, month)
        elif value := _one(fact, case, questions, bases):
            told.append(_of_whom(fact, case) + value)
    return ", ".join(dict.fromkeys(told))


def _incomes(fact: str, month: MonthBudget) -> list[str]:
    """Rows of income that count, each as it is in the budget: after tax where that is what is known."""
    found = _INCOME.match(fact)
    prefix = f"income[{found[1]}]" if found and found[1] else "income["
    rows = [row for row in month.income if row.path.removeprefix("case.").startswith(prefix) and row.counts]
    return [
        _("{title} {per_month} om måneden").format(title=row.title, per_month=kroner(row.per_month)) for row in rows
    ]


def _of_whom(fact: str, case: Case) -> str:
    """`Alma: ` where the fact is one person's and there are several persons."""
    found = _PERSON.search(fact)
    named = next((one.name for one in case.persons if found and one.id == found[1]), "")
    return f"{named.split()[0]}: " if named.split() and len(case.persons) > 1 else ""


def _one(fact: str, case: Case, questions: Questions, bases: Mapping[str, str]) -> str:
    if fact == "arrears.rows":
        return kroner(case.arrears.total) if case.arrears.rows else ""
    try:
        value = paths.get(case, fact)
    except KeyError:
        return ""
    if isinstance(value, tuple):
        return _bases(value, bases)
    question = question_for(fact, case, questions)
    return _told(value, fact.rsplit(".", 1)[-1], question.unit if question else "tekst")


def _bases(value: tuple[Any, ...], bases: Mapping[str, str]) -> str:
    """What a person lives on today."""
    now = [one.base for one in value if isinstance(one, IncomeBase) and one.end is None]
    return _(" og ").join(bases.get(base, base).lower() for base in now)


def _told(value: object, name: str, unit: str) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal | int):
        number_of = Decimal(value)
        if name in _SIZES:
            return f"{number(number_of)}{_SIZES[name]}"
        return (
            f"{number(number_of)}{_UNITS[unit]}"
            if unit in _UNITS
            else f"{kroner(number_of)}{translated(_MONEY).get(unit, '')}"
        )
    return translated(_CHOICES).get(name, {}).get(str(value), str(value))


_SIZES = {
    "area_m2": " m²",
    "new_area_m2": " m²",
    "residence_years": " år",
    "commute_km": " km",
    "commute_days": " dage",
}
"""Numbers that are not money, whether or not somebody asks for them."""
