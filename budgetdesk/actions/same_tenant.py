"""Several cases of one tenant over time, and one CPR number under two names. Nothing is blocked: it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from budgetdesk.casework.case_summary import CaseSummary, digits
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.ledger.words import fold


def others(cases: Iterable[CaseSummary], number: str, case: Case) -> tuple[CaseSummary, ...]:
    """The other cases of the tenant of case `number`, the newest first: those with the same CPR number, the same name
    and birthday, and those that say they follow each other."""
    tenant = case.tenant
    cpr = digits(tenant.cpr) if tenant else ""
    who = (fold(tenant.name), tenant.born) if tenant and tenant.name and tenant.born else None
    every = [one for one in cases if one.id != number]
    linked = _linked(every, number, case.info.earlier_case)
    found = [
        one
        for one in every
        if one.id in linked
        or (cpr and one.about.tenant_cpr == cpr)
        or (who is not None and (fold(one.about.tenant), one.about.born) == who)
    ]
    return tuple(sorted(found, key=lambda one: one.opened_at, reverse=True))


def _linked(cases: Sequence[CaseSummary], number: str, earlier: str) -> set[str]:
    """All that stand in one chain of earlier cases with `number`."""
    before = {one.id: one.about.earlier_case for one in cases} | {number: earlier}
    chain = {number}
    while True:
        more = {before[one] for one in chain if before.get(one)} | {one for one, by in before.items() if by in chain}
        if more <= chain:
            return chain
        chain |= more


def shared_number(cases: Iterable[CaseSummary], number: str, case: Case) -> str:
    """A sentence where the tenant's CPR number stands in another case under another name; else ""."""
    tenant = case.tenant
    cpr = digits(tenant.cpr) if tenant else ""
    if tenant is None or not cpr:
        return ""
    other = next(
        (one for one in cases if one.id != number and one.about.tenant_cpr == cpr and _differs(one, tenant.name)), None
    )
    if other is None:
        return ""
    return _(
        "Sag {number} og sag {id} har det samme CPR-nummer, men hver sit navn. Se, hvilket der er rigtigt."
    ).format(number=number, id=other.id)


def _differs(one: CaseSummary, name: str) -> bool:
    return bool(one.tenant and name) and fold(one.tenant) != fold(name)
