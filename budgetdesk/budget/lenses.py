"""“Sådan regner andre”: how Gældsstyrelsen and the court for gældssanering would count this household, kr/month.

Shown for comparison; it decides nothing. Their scales would refuse nearly every tenant here, and our count of theirs is
a simplification: always vejledende. The figures come from outside (budgetdesk.readers.lenses), with their day.

    ability = income - housing - a-kasse and union - maintenance and contact - prescribed medicine and treatment
              - transport to work above the limit - children's accounts - the adults' amount

Each child has an account of its own: amount by age + its share of childcare - the money that comes for it; only what
is left to pay is taken off, child by child. Childcare, and child money that names no child, is shared evenly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from budgetdesk.budget.income_rows import BOLIGSTOETTE
from budgetdesk.budget.lens_lines import (
    How,
    LensLine,
    LineRules,
    added,
    differences,
    expense_lines,
    fixed_paths,
    income_lines,
    left_over,
)
from budgetdesk.budget.month import Lens, MonthBudget, MonthRow
from budgetdesk.dates import age_on
from budgetdesk.formats import kroner
from budgetdesk.household.case import Case, Person
from budgetdesk.household.paths import get
from budgetdesk.household.words import Role
from budgetdesk.i18n import N_, _
from budgetdesk.money import ZERO, to_oere

CHILDCARE = frozenset({"301"})
CHILD_MONEY = frozenset({"boerneydelse", "boernetilskud", "boernebidrag"})
NOT_OWN_INCOME = CHILD_MONEY | {BOLIGSTOETTE, "netvaerk", "logi"}
LIMITED = frozenset(
    {"kontanthjaelp_mindstesats", "kontanthjaelp_grundsats", "kontanthjaelp_forhoejet", "su", "ressourceforloeb"}
)
"""Income from which only the lowest per cent of the table is ever withheld (gældsinddrivelsesloven)."""
ADULT_AGE = 18
OWN = N_("Jeres eget budget")
OF_CHILD = N_("Barnets beløb og pasning, når barnets egne penge er trukket fra.")
TO_LIVE_ON = N_("Til mad, tøj, telefon, forsikring, fritid og alt andet.")
HALF = Decimal("0.5")
STEP = Decimal(50)
"""Instalments of the table are rounded down to whole fifties (“hele eller halve hundrede”)."""


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """What a scale leaves a household to live on, kr/month. `children` has (last age, amount), youngest first."""

    single: Decimal
    partner: Decimal
    children: tuple[tuple[int, Decimal], ...]
    transport_limit: Decimal

    def of_child(self, age: int) -> Decimal:
        """The amount for a child of this age, kr/month; 0 once it is grown up."""
        return next((amount for last, amount in self.children if age <= last), ZERO)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """One official scale on a day; `amounts` is None where it is not known, and `missing` says so."""

    key: str
    title: str
    source: str
    amounts: Amounts | None
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Gældsstyrelsen's table on a day: (net income from, to, per cent without children, with children), kr/year."""

    title: str
    source: str
    rows: tuple[tuple[Decimal, Decimal, Decimal, Decimal], ...]
    missing: str = ""

    def percent(self, net_per_year: Decimal, *, children: bool) -> Decimal:
        """The per cent for a yearly net income (kr). Rows are whole kroner: the øre above one belong to it."""
        row = next((row for row in reversed(self.rows) if row[0] <= net_per_year), self.rows[0])
        return row[3] if children else row[2]


@dataclass(frozen=True)
class Yardsticks:
    """What others count with on a day."""

    scales: tuple[Scale, ...]
    table: Table
    rules: Mapping[str, LineRules] = field(default_factory=dict)
    """What each of them counts, line by line."""
    municipal: Amounts | None = None
    """What the municipality leaves to live on, where the organisation has set it: there is no table for the country."""


def lenses(case: Case, budget: MonthBudget, yardsticks: Yardsticks, *, on: date) -> tuple[Lens, ...]:
    """The tenant's own budget, and how each of the others would count this household on a day."""
    return (
        _own(budget),
        _by_municipality(case, budget, yardsticks, on),
        *(_by_scale(case, budget, scale, yardsticks.rules[scale.key], on) for scale in yardsticks.scales),
        _by_table(case, budget, yardsticks, on),
    )


def lines_of(case: Case, budget: MonthBudget, rules: LineRules, amounts: Amounts, *, on: date) -> tuple[LensLine, ...]:
    """Every line as a scale counts it; then the children's accounts and the amount for the adults. What is left over
    is what the scale says the household can pay on its debts, below 0 where it says there is too little."""
    children = sum(children_accounts(case, budget, amounts, on=on), ZERO)
    return (
        *income_lines(budget.income, CHILD_MONEY),
        *expense_lines(budget.expenses, rules, limit=amounts.transport_limit),
        *((added(_("Børnenes regnskab"), children, _(OF_CHILD)),) if case.children else ()),
        added(_("Deres beløb til at leve for, voksne"), adults_amount(case, amounts), _(TO_LIVE_ON)),
    )


def children_accounts(case: Case, budget: MonthBudget, amounts: Amounts, *, on: date) -> tuple[Decimal, ...]:
    """What each child costs beyond the money that comes for it, kr/month, never below 0."""
    children = [c for c in case.children if c.lives_at_home and c.born is not None and _age(c, on) < ADULT_AGE]
    if not children:
        return ()
    care = _sum((row for row in budget.expenses if row.counts), CHILDCARE)
    own = {child.id: _money_for(case, budget, child.id) for child in children}
    shared = _money_for_children(budget) - sum(own.values(), ZERO)
    share = (care - shared) / len(children)
    return tuple(max(ZERO, to_oere(amount_for(child, amounts, on) + share - own[child.id])) for child in children)


def _own(budget: MonthBudget) -> Lens:
    whole = LineRules(title=_(OWN), name=_(OWN), source="", how={}, otherwise=How.COUNTED)
    return Lens(
        key="lejer",
        title=_(OWN),
        amount_per_month=budget.luft,
        text=_("Alt, I har skrevet, er talt med."),
        source=_("Jeres egne oplysninger"),
        vejledende=False,
        lines=(*income_lines(budget.income, frozenset()), *expense_lines(budget.expenses, whole)),
    )


def _by_municipality(case: Case, budget: MonthBudget, yardsticks: Yardsticks, on: date) -> Lens:
    rules = yardsticks.rules["kommune"]
    lines = (*income_lines(budget.income, frozenset()), *expense_lines(budget.expenses, rules))
    left = left_over(lines)
    amount = None
    text = _(
        "Når det, kommuner normalt tæller med, er betalt, er der {left} om måneden at leve for. "
        "Kommunens eget beløb kender vi ikke: der er ingen tabel for hele landet."
    ).format(left=kroner(left, oere=False))
    if yardsticks.municipal is not None:
        amount = adults_amount(case, yardsticks.municipal) + _children_amounts(case, yardsticks.municipal, on)
        lines = (*lines, added(_("Kommunens beløb til at leve for"), amount, _("Sat af jeres organisation.")))
        text = _left(left - amount)
    return Lens(
        key="kommune",
        title=rules.title,
        amount_per_month=None if amount is None else left_over(lines),
        text=text,
        source=rules.source,
        lines=lines,
        differences=differences(lines, rules.name, fixed_paths(budget.expenses), amount),
    )


def _children_amounts(case: Case, amounts: Amounts, on: date) -> Decimal:
    return sum((amount_for(child, amounts, on) for child in case.children if child.lives_at_home), ZERO)


def _by_scale(case: Case, budget: MonthBudget, scale: Scale, rules: LineRules, on: date) -> Lens:
    if scale.amounts is None:
        return Lens(key=scale.key, title=scale.title, amount_per_month=None, text=scale.missing, source=scale.source)
    lines = lines_of(case, budget, rules, scale.amounts, on=on)
    left = left_over(lines)
    return Lens(
        key=scale.key,
        title=scale.title,
        amount_per_month=left,
        text=_left(left),
        source=scale.source,
        lines=lines,
        differences=differences(lines, rules.name, fixed_paths(budget.expenses), adults_amount(case, scale.amounts)),
    )


def _left(amount: Decimal) -> str:
    if amount > 0:
        return _("Med deres beløb til at leve for er der {amount} om måneden til gæld.").format(
            amount=kroner(amount, oere=False)
        )
    return _("Med deres beløb til at leve for mangler der {amount} om måneden.").format(
        amount=kroner(-amount, oere=False)
    )


def _by_table(case: Case, budget: MonthBudget, yardsticks: Yardsticks, on: date) -> Lens:
    table = yardsticks.table
    if not table.rows:
        return Lens(key="tabeltraek", title=table.title, amount_per_month=None, text=table.missing, source=table.source)
    amount = table_instalment(case, budget, table, on=on)
    text = _("Efter tabellen ville de tage {amount} om måneden af lejerens egen indtægt.").format(
        amount=kroner(amount, oere=False)
    )
    only = _("Tabellen ser kun på lejerens egen indtægt. Ingen udgifter tæller, heller ikke huslejen.")
    return Lens(
        key="tabeltraek",
        title=table.title,
        amount_per_month=amount,
        text=text,
        source=table.source,
        differences=(only,),
    )


def table_instalment(case: Case, budget: MonthBudget, table: Table, *, on: date) -> Decimal:
    """The table's instalment for the tenant's own net income, kr/month, rounded down to whole fifties.

    Where all of it is help that is only ever withheld lightly, the lowest per cent.
    """
    own = [row for row in _rows_of_tenant(case, budget) if row.code not in NOT_OWN_INCOME]
    net = sum((row.per_month for row in own), ZERO) * 12
    provider = any(c.born is not None and _age(c, on) < ADULT_AGE for c in case.children)
    light = bool(own) and all(row.code in LIMITED for row in own)
    percent = table.percent(ZERO if light else net, children=provider)
    return (net * percent / 1200 / STEP).to_integral_value(ROUND_FLOOR) * STEP


def _rows_of_tenant(case: Case, budget: MonthBudget) -> list[MonthRow]:
    tenant = case.tenant.id if case.tenant else ""
    return [row for row in budget.income if row.counts and _owner(case, row) in ("", tenant)]


def _owner(case: Case, row: MonthRow) -> str:
    return str(get(case, row.path.rpartition(".")[0]).person) if row.path.startswith("income[") else ""


def _money_for(case: Case, budget: MonthBudget, child: str) -> Decimal:
    rows = (row for row in budget.income if row.counts and row.code in CHILD_MONEY and _owner(case, row) == child)
    return sum((row.per_month for row in rows), ZERO)


def _money_for_children(budget: MonthBudget) -> Decimal:
    return sum((row.per_month for row in budget.income if row.counts and row.code in CHILD_MONEY), ZERO)


def amount_for(child: Person, amounts: Amounts, on: date) -> Decimal:
    """Half for a child that lives here in turns and is registered elsewhere, in whole øre."""
    whole = amounts.of_child(_age(child, on))
    return whole if child.registered_here else to_oere(whole * HALF)


def adults_amount(case: Case, amounts: Amounts) -> Decimal:
    """What a scale leaves the adults to live on, kr/month."""
    couple = any(p.role is Role.PARTNER and p.lives_at_home for p in case.persons)
    return amounts.single + (amounts.partner if couple else ZERO)


def _age(person: Person, on: date) -> int:
    return age_on(person.born, on) if person.born else 0


def _sum(rows: Iterable[MonthRow], codes: frozenset[str]) -> Decimal:
    return sum((row.per_month for row in rows if row.code in codes), ZERO)
