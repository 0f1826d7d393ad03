"""Which field answers a question: by the question's unit, and for closed lists by the fact's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.actions import benefit_answers
from budgetdesk.benefits.guide import Question
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.household.fact_kinds import kind_of
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.ui import answers
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Options, YesNo
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit, NumberEdit

_OPTIONS: dict[str, Options] = {
    "marital": answers.MARITAL,
    "custody": answers.CUSTODY,
    "family_benefit_share": answers.FAMILY_SHARES,
    "other_parent": answers.OTHER_PARENT,
    "childcare": answers.CHILDCARE,
    "heating": answers.HEATING,
    "maintenance_duty": answers.MAINTENANCE,
    "kind": answers.TENANCY_KINDS,
    "sharing": answers.SHARING,
    "moving_reason": answers.MOVING_REASONS,
    "letter": answers.LETTERS,
    "income_base": answers.BASES,
}
_ALWAYS_SAID = frozenset({"kind", "sharing", "letter", "family_benefit_share", "maintenance_duty"})
"""Lists whose fact has an answer from the start, so that "not chosen yet" is none of them."""
_CERTAIN = frozenset(
    {
        "own_kitchen",
        "electricity_in_rent",
        "assigned_by_municipality",
        "suited_for_mobility_impaired",
        "registered_here",
        "lives_at_home",
    }
)
"""Yes or no from the start."""
_HIGHEST = {"m2": 500, "km": 1000, "dage": 366, "år": 110, "antal": 100}
_UNITS = {
    "kr": N_("kr."),
    "kr/måned": N_("kr. om måneden"),
    "kr/år": N_("kr. om året"),
    "m2": "m²",
    "km": N_("km"),
    "dage": N_("dage"),
}
_UNITS |= {"år": N_("år")}
_EVERY = {
    Rhythm.WEEKLY: N_("kr. om ugen"),
    Rhythm.BIWEEKLY: N_("kr. hver 14. dag"),
    Rhythm.MONTHLY: N_("kr. om måneden"),
    Rhythm.QUARTERLY: N_("kr. pr. kvartal"),
    Rhythm.HALFYEARLY: N_("kr. hvert halve år"),
    Rhythm.YEARLY: N_("kr. om året"),
    Rhythm.ONCE: N_("kr. én gang"),
}
_LONG = 34
"""More letters than this in all answers together do not stand beside each other."""
_KIND_OF_INCOME = re.compile(r"income\[([a-z_]+)\]\.amount")
_ROW_OF_INCOME = re.compile(r"(income\[[^\]]+\])\.amount")


@dataclass(frozen=True)
class Answer:
    """A field, and the unit that stands after it."""

    editor: Editor
    unit: str = ""


def answer_field(page: Page, path: str, question: Question, label: str) -> Answer:
    """The field for the fact at `path` (without `case.`), bound; `label` names it."""
    if (kind := _KIND_OF_INCOME.fullmatch(path)) and kind[1] in page.desk.library.chart.incomes:
        return _income(page, path, kind[1], label)
    name = path.rpartition(".")[2]
    editor = _editor(page, path, question, name)
    if name == "income_base":
        whole = f"case.{path}"
        page.place.binder.bind_with(
            whole,
            editor,
            label,
            lambda record: benefit_answers.lives_on(record, whole),
            lambda record, base: benefit_answers.with_base(record, whole, base),
        )
    else:
        page.bind(path, editor, label)
    return Answer(editor, _unit(page, path, question))


def _unit(page: Page, path: str, question: Question) -> str:
    row = _ROW_OF_INCOME.fullmatch(path)
    if row is not None and question.unit == "kr":
        return translated(_EVERY).get(paths.get(page.record, f"case.{row[1]}.rhythm"), "kr.")
    return translated(_UNITS).get(question.unit, "")


def _income(page: Page, path: str, kind: str, label: str) -> Answer:
    """A kind of income of which there is no row yet: the answer makes one."""
    line, editor = page.desk.library.chart.incomes[kind], AmountEdit()
    page.place.binder.bind_with(
        path,
        editor,
        label,
        lambda record: benefit_answers.income_amount(record, kind),
        lambda record, amount: benefit_answers.with_income_amount(record, line, amount),
    )
    return Answer(editor, translated(_EVERY).get(line.rhythm, "kr."))


def _editor(page: Page, path: str, question: Question, name: str) -> Editor:
    if name in _OPTIONS:
        return _list(name)
    if question.unit == "ja/nej":
        return Choice(((True, _("Ja")), (False, _("Nej")))) if name in _CERTAIN else YesNo()
    if question.unit == "dag":
        return DateEdit(page.desk.today, birth=name == "born")
    if question.unit.startswith("kr"):
        return AmountEdit(empty=_empty(name))
    if question.unit in ("tekst", "valg"):
        return LineEdit()
    whole = kind_of(Case, path) is int
    return NumberEdit(what=_("Tallet"), high=_HIGHEST.get(question.unit, 1000), whole=whole, empty=_empty(name))


def _empty(name: str) -> Decimal | None:
    """What an empty field means: nothing is let out while nobody says so."""
    return ZERO if name in ("lodger_rent", "lodger_area_m2") else None


def _list(name: str) -> Editor:
    options = _OPTIONS[name]
    if sum(len(text) for _rest, text in options) <= _LONG:
        return Choice(options)
    return ListChoice(options, unknown="" if name in _ALWAYS_SAID else _("Vælg"))
