"""What is still missing, the most important first: each with the field a click leads to.

Three steps: what nothing can be signed or computed without (`blocking`), what an answer waits for, and what only makes
an answer surer. What the household cannot have is never asked for: no custody without children, no question about
boligstøtte where it is known that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from budgetdesk.budget.chart import Chart
from budgetdesk.budget.income_rows import paid_out
from budgetdesk.casework.consents import in_force
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Expense, Income, Person
from budgetdesk.household.new_home import is_moving_in
from budgetdesk.household.words import Evidence, Letter, Role, Tax
from budgetdesk.i18n import N_, _, translated

BALANCE_IS_FRESH = timedelta(days=7)
"""An older balance says little about today."""
_WAGES = frozenset({"loen"})
_BILLS = {
    "104": N_("Seneste varmeregning"),
    "105": N_("Seneste vandregning"),
    "106": N_("Seneste elregning"),
    "107": N_("Seneste gasregning"),
    "301": N_("Opkrævning for institution"),
}


def missing(record: Record, *, on: date, chart: Chart | None = None) -> tuple[Missing, ...]:
    """Every fact that is still missing on a day. `chart` gives rows of the budget their Danish names."""
    case = record.case
    blocking = chain(_who(case), _home(case), _money(case, chart), _letter(case))
    waits = chain(_talk(case, on), _persons(case), _for_boligstoette(case, chart), _amounts(case, chart))
    surer = chain(_unsorted(record), _old_balances(case, on), _for_the_agreement(case), _evidence(case, chart))
    return (*blocking, *waits, *surer)


def _fact(path: str, text: str, page: str, *, blocking: bool = False) -> Missing:
    return Missing(path=f"case.{path}", text=text, page=page, blocking=blocking)


def _block(path: str, text: str, page: str) -> Missing:
    return _fact(path, text, page, blocking=True)


def _who(case: Case) -> Iterator[Missing]:
    if case.tenant is None:
        yield _block("persons", _("Hvem lejeren er"), "sag")
    elif not case.tenant.name:
        yield _block(f"persons[{case.tenant.id}].name", _("Lejerens navn"), "sag")


def _home(case: Case) -> Iterator[Missing]:
    tenancy = case.tenancy
    if tenancy.rent_per_month is None:
        yield _block("tenancy.rent_per_month", _("Husleje pr. måned"), "sag")
    elif case.conversation.rent_before_boligstoette is False and not tenancy.boligstoette.amount:
        yield _block("tenancy.boligstoette.amount", _("Boligstøtten, der er trukket i huslejen"), "sag")


def _money(case: Case, chart: Chart | None) -> Iterator[Missing]:
    if not case.income:
        yield _block("income", _("Indtægter"), "budget")
    for row in case.income:
        if row.kind == "ingen" or paid_out(row) is not None:
            continue
        title = _income_title(row, chart)
        if row.tax is Tax.GROSS and row.amount is not None:
            yield _block(
                f"income[{row.id}].paid_out", _("{title}: det, der bliver udbetalt").format(title=title), "budget"
            )
        else:
            yield _block(f"income[{row.id}].amount", _("{title}: beløbet").format(title=title), "budget")
    if not case.expenses:
        yield _block("expenses", _("Udgifter"), "budget")
    yield from _arrears(case)


def _arrears(case: Case) -> Iterator[Missing]:
    arrears = case.arrears
    behind = arrears.letter is not Letter.NONE or bool(arrears.rows)
    if behind and not arrears.rows:
        yield _block("arrears.rows", _("Hvad der skyldes i husleje"), "sag")
    for row in arrears.rows:
        if row.amount is None:
            yield _block(f"arrears.rows[{row.id}].amount", _("Et beløb i restancen"), "sag")
    if not behind:
        return
    if not case.bank:
        yield _block("bank", _("Saldo på kontoen i dag"), "akut")
    for account in case.bank:
        if account.balance is None:
            yield _block(
                f"bank[{account.id}].balance", _("Saldo i dag på {name}").format(name=account.name or "kontoen"), "akut"
            )


def _letter(case: Case) -> Iterator[Missing]:
    arrears = case.arrears
    if arrears.letter in (Letter.PAAKRAV, Letter.OPHAEVELSE, Letter.FOGED) and arrears.letter_arrived is None:
        yield _block("arrears.letter_arrived", _("Dagen, brevet kom"), "akut")
    if case.conversation.can_sign is False and not case.info.guardian:
        yield _block("info.guardian", _("Værgens navn"), "sag")


def _talk(case: Case, on: date) -> Iterator[Missing]:
    talk = case.conversation
    if talk.expectations_on is None:
        yield _fact("conversation.expectations_on", _("Snakken om, hvad rådgiveren kan og ikke kan"), "sag")
    if not any(in_force(c, on) for c in talk.consents):
        yield _fact("conversation.consents", _("Samtykke til at tale med udlejer"), "samtykker")
    if talk.can_sign is None:
        yield _fact("conversation.can_sign", _("Kan lejeren selv skrive under?"), "sag")
    if not talk.children_asked and not case.children:
        yield _fact("conversation.children_asked", _("Er der børn i hjemmet?"), "sag")
    if is_moving_in(case, on):
        return  # nobody gets boligstøtte for a home before moving in
    may_get = case.tenancy.boligstoette.amount is None or case.tenancy.boligstoette.amount > 0
    if talk.rent_before_boligstoette is None and may_get:
        yield _fact("conversation.rent_before_boligstoette", _("Er huslejen før eller efter boligstøtte?"), "sag")
    if case.tenancy.boligstoette.amount is None and talk.rent_before_boligstoette is not False:
        yield _fact("tenancy.boligstoette.amount", _("Boligstøtte i dag (0, hvis ingen)"), "sag")


def _persons(case: Case) -> Iterator[Missing]:
    children = 0
    for person in case.persons:
        children += person.role is Role.CHILD
        if person.born is None:
            yield _fact(
                f"persons[{person.id}].born", _("Fødselsdato for {name}").format(name=_name(person, children)), "sag"
            )
    tenant = case.tenant
    if tenant is not None and tenant.marital is None and not any(p.role is Role.PARTNER for p in case.persons):
        yield _fact(f"persons[{tenant.id}].marital", _("Enlig, samlevende eller gift?"), "sag")


def _name(person: Person, number: int) -> str:
    if person.role is Role.TENANT:
        return "lejeren"
    if person.name:
        return person.name.split()[0]
    return _("barn {number}").format(number=number) if person.role is Role.CHILD else _("en voksen")


def _for_boligstoette(case: Case, chart: Chart | None) -> Iterator[Missing]:
    tenancy = case.tenancy
    if tenancy.area_m2 is None:
        yield _fact("tenancy.area_m2", _("Boligens areal"), "sag")
    if tenancy.heating is None:
        yield _fact("tenancy.heating", _("Er varmen med i huslejen?"), "sag")
    for row in case.income:
        if row.kind in _WAGES and row.tax is Tax.NET and row.amount is not None:
            yield _fact(
                f"income[{row.id}].amount",
                _("{income_title} før skat").format(income_title=_income_title(row, chart)),
                "budget",
            )


def _amounts(case: Case, chart: Chart | None) -> Iterator[Missing]:
    for row in case.expenses:
        if row.amount is None:
            yield _fact(
                f"expenses[{row.id}].amount",
                _("{expense_title}: beløbet").format(expense_title=_expense_title(row, chart)),
                "budget",
            )
    for debt in case.debts:
        kind = chart.debts.get(debt.kind) if chart else None
        name = debt.creditor.strip() or (kind.title if kind else _("Gæld"))
        if not debt.creditor.strip():
            yield _fact(f"debts[{debt.id}].creditor", _("{name}: hvem der skyldes til").format(name=name), "gaeld")
        if debt.balance is None and debt.instalment is None:
            yield _fact(f"debts[{debt.id}].balance", _("Gæld, {name}: beløbet").format(name=name), "gaeld")


def _unsorted(record: Record) -> Iterator[Missing]:
    rows = record.spending.rows.unsorted
    if rows:
        count = _("1 linje") if len(rows) == 1 else _("{count} linjer").format(count=len(rows))
        text = _("{count} fra kontoudtoget er ikke fordelt endnu").format(count=count)
        yield Missing(path=f"spending.transactions[{rows[0].id}].line", text=text, page="forbrug")


def _old_balances(case: Case, on: date) -> Iterator[Missing]:
    for account in case.bank:
        if account.balance is not None and (account.on is None or on - account.on > BALANCE_IS_FRESH):
            yield _fact(
                f"bank[{account.id}].on", _("Ny saldo på {name}").format(name=account.name or "kontoen"), "akut"
            )


def _for_the_agreement(case: Case) -> Iterator[Missing]:
    tenancy = case.tenancy
    if not tenancy.landlord:
        yield _fact("tenancy.landlord", _("Udlejerens navn"), "sag")
    if not tenancy.address:
        yield _fact("tenancy.address", _("Lejerens adresse"), "sag")
    if case.arrears.rows and not case.arrears.payment_reference:
        yield _fact("arrears.payment_reference", _("Udlejers betalings-id"), "sag")
    if not tenancy.municipality:
        yield _fact("tenancy.municipality", _("Kommune"), "sag")
    for child in case.children:
        if child.custody is None:
            yield _fact(
                f"persons[{child.id}].custody",
                _("Forældremyndighed for {name}").format(name=child.name or "barnet"),
                "sag",
            )


def _evidence(case: Case, chart: Chart | None) -> Iterator[Missing]:
    for income in case.income:
        if income.evidence is Evidence.MISSING:
            title = _income_title(income, chart)
            yield _fact(f"income[{income.id}].evidence", _("Bilag: {title} (medbringes)").format(title=title), "budget")
    for row in case.expenses:
        if row.evidence is Evidence.MISSING:
            bill = translated(_BILLS).get(row.line) or _("Bilag: {expense_title}").format(
                expense_title=_expense_title(row, chart)
            )
            yield _fact(f"expenses[{row.id}].evidence", _("{bill} (medbringes)").format(bill=bill), "budget")


def _income_title(row: Income, chart: Chart | None) -> str:
    line = chart.incomes.get(row.kind) if chart else None
    return line.title if line else _("Indtægt")


def _expense_title(row: Expense, chart: Chart | None) -> str:
    line = chart.lines.get(row.line) if chart else None
    return row.label or (line.title if line else _("Udgift"))
