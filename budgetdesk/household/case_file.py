"""The case file: the public JSON of one case, `budgetdesk/case` version 1 (docs/case_file.md).

Reading refuses what is wrong by name, lists the defaults it used, and notes the keys it does not know. Each fact has
one owner: a row of expense or income that repeats the rent, the boligstøtte or an instalment is refused.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.dates import age_on
from budgetdesk.errors import CaseFileError
from budgetdesk.household.agreement import LandlordAccepted
from budgetdesk.household.case import Case, Expense, Income, IncomeBase
from budgetdesk.household.case_file_keys import CASE
from budgetdesk.household.case_file_repayment import LANDLORD_ACCEPTED
from budgetdesk.household.case_file_values import Assumption, Reading, refuse
from budgetdesk.i18n import N_, _

FORMAT = "budgetdesk/case"
VERSION = 1
ADULT_AGE = 18

_TO_DEBTS = N_("Afdraget står ved gælden i debts[].instalment")
OWNED_ELSEWHERE: Mapping[str, str] = {
    "101": N_("Huslejen står i tenancy.rent_per_month"),
    "102": N_("Boligstøtten står i tenancy.boligstoette"),
    "901": N_("Opsparing til regninger regner programmet selv ud af de andre linjer"),
    "910": N_("Afdraget på huslejen står i agreement.instalments"),
    "992": N_("Egne overførsler er ikke en udgift"),
    **dict.fromkeys(
        ("109", "605", "911", "912", "913", "914", "915", "917", "918", "919", "920", "921", "922", "929"), _TO_DEBTS
    ),
}
"""Lines of the chart whose amount is entered elsewhere, and where."""


@dataclass(frozen=True)
class ReadCase:
    """A case as read: the facts, the defaults that were used, and what was not understood (Danish sentences)."""

    case: Case
    assumed: tuple[Assumption, ...] = ()
    notes: tuple[str, ...] = ()


def read_case(data: Any, *, today: date, lines: Container[str] | None = None) -> ReadCase:
    """The case in a case file (the JSON as Python values). Raises CaseFileError.

    `today` is the day after which nobody is born; `lines` are the codes of the chart, where they are to be checked.
    Amounts are strings with a dot, or whole numbers. Keys that are not known are noted, so that newer files of
    version 1 can be read.
    """
    if not isinstance(data, Mapping):
        raise CaseFileError(_("Sagsfilen er ikke et JSON-objekt. Den skal begynde med { og have nøglen format."))
    _check_head(data)
    reading = Reading(today)
    case: Case = CASE.read(data, "", reading)
    case = _with_acceptance(case, data, reading)
    _check_lines(case, lines)
    _check_owners(case)
    reading.notes += [*_turned_round(case), *_grown_up(case, today)]
    return ReadCase(case, tuple(reading.assumed), tuple(reading.notes))


def write_case(case: Case) -> dict[str, Any]:
    """The case as the case file writes it: only what is known and differs from the defaults, amounts as strings.

    Reading it again gives the same case.
    """
    data = {"format": FORMAT, "version": VERSION, **CASE.write(case)}
    if case.agreement is not None and case.arrears.landlord_accepted is not None:
        data["agreement"]["landlord_accepted"] = LANDLORD_ACCEPTED.write(case.arrears.landlord_accepted)
    return data


def case_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the case file."""
    schema = deepcopy(dict(CASE.schema))
    head = {"format": {"const": FORMAT}, "version": {"const": VERSION}}
    properties = {**head, **schema["properties"]}
    agreement = properties["agreement"]["anyOf"][0]
    agreement["properties"]["landlord_accepted"] = {"anyOf": [dict(LANDLORD_ACCEPTED.schema), {"type": "null"}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:budgetdesk:schema:case:1",
        "title": "BudgetDesk: sagsfil",
        **schema,
        "properties": properties,
        "required": [*head, *schema["required"]],
    }


def _check_head(data: Mapping[str, Any]) -> None:
    if data.get("format") != FORMAT:
        raise refuse(
            "format", data.get("format"), _('Filen er ikke en sagsfil. Skriv "{format}"').format(format=FORMAT)
        )
    version = data.get("version")
    if not isinstance(version, int | Decimal) or isinstance(version, bool):
        raise refuse("version", version, _("Skriv versionen som et tal uden anførselstegn: 1"))
    if version != VERSION:
        raise refuse(
            "version",
            version,
            _("Programmet kan læse version {version}. Hent en nyere udgave af programmet").format(version=VERSION),
        )


def _with_acceptance(case: Case, data: Mapping[str, Any], reading: Reading) -> Case:
    """The landlord's yes may stand in the agreement or in the arrears; it is one fact."""
    agreement = data.get("agreement")
    given = agreement.get("landlord_accepted") if isinstance(agreement, Mapping) else None
    if given is None:
        return case
    accepted: LandlordAccepted = LANDLORD_ACCEPTED.read(given, "agreement.landlord_accepted", reading)
    known = case.arrears.landlord_accepted
    if known is not None and known != accepted:
        raise CaseFileError(
            _("Sagsfilen: agreement.landlord_accepted og arrears.landlord_accepted siger ikke det samme. Ret den ene.")
        )
    return replace(case, arrears=replace(case.arrears, landlord_accepted=accepted))


def _check_lines(case: Case, lines: Container[str] | None) -> None:
    for expense in case.expenses:
        where = f"expenses[{expense.id}].line"
        if expense.line in OWNED_ELSEWHERE:
            raise refuse(
                where,
                expense.line,
                _("{owned_elsewhere}. Slet linjen her").format(owned_elsewhere=_(OWNED_ELSEWHERE[expense.line])),
            )
        if lines is not None and expense.line not in lines:
            raise refuse(
                where, expense.line, _("Linjen findes ikke i kontoplanen. Brug et nummer fra resources/chart.toml")
            )


def _check_owners(case: Case) -> None:
    people = [person.id for person in case.persons]
    allowed = _("Personen findes ikke i persons. Skriv en af: {people}").format(
        people=", ".join(people) or _("ingen endnu")
    )
    for income in case.income:
        if income.person and income.person not in people:
            raise refuse(f"income[{income.id}].person", income.person, allowed)
        if income.min is not None and income.max is not None and income.min > income.max:
            raise refuse(f"income[{income.id}].min", income.min, _("Det laveste beløb er højere end det højeste"))
    for debt in case.debts:
        if debt.owner and debt.owner not in people:
            raise refuse(f"debts[{debt.id}].owner", debt.owner, allowed)


def _turned_round(case: Case) -> list[str]:
    """Rows that end before they begin. They count nothing; read they are, or a case could not come back."""
    rows: list[tuple[str, Income | Expense | IncomeBase]] = [
        *((f"income[{row.id}]", row) for row in case.income),
        *((f"expenses[{row.id}]", row) for row in case.expenses),
        *((f"persons[{person.id}].income_base", base) for person in case.persons for base in person.income_base),
    ]
    return [
        _("{path} slutter {end}, før den begynder {start}, og tæller ikke. Ret datoerne.").format(
            path=path, end=row.end, start=row.start
        )
        for path, row in rows
        if row.start and row.end and row.start > row.end
    ]


def _grown_up(case: Case, today: date) -> list[str]:
    """Children who are children no more: every rule judges by the age, so the role misleads."""
    return [
        _("persons[{id}] er fyldt {adult_age} år og regnes ikke som barn. Brug rollen adult_child.").format(
            id=child.id, adult_age=ADULT_AGE
        )
        for child in case.children
        if child.born and age_on(child.born, today) >= ADULT_AGE
    ]
