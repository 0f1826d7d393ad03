"""When a frivilligt forlig may be written at all (retsplejeloven § 478, stk. 1, nr. 4).

In writing, about debt that is due, between two who are both bound. Where the creditor may still refuse the instalments
and keep the clause, it is no forlig (Østre Landsret). The program writes one only where the organisation's policy says
so: it is a quicker way to the money, and it does not save the home.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from budgetdesk.dates import Month
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import ArrearsRow, Case
from budgetdesk.household.words import AgreementForm, ArrearsKind
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.owed import owed_at_agreement
from budgetdesk.planning.policy import Policy

LAST_DUE_DAY = 28


@dataclass(frozen=True)
class Refusal:
    """Why a forlig cannot be written: a Danish sentence, and the fact it is about."""

    path: str
    text: str


def is_forlig(case: Case) -> bool:
    """Whether a forlig was chosen."""
    return case.agreement is not None and case.agreement.form is AgreementForm.FRIVILLIGT_FORLIG


def refusals(case: Case, policy: Policy, instalments: Sequence[Instalment], on: date) -> tuple[Refusal, ...]:
    """Everything that stands in the way of a forlig on `on`; () = it may be written."""
    return tuple(_found(case, policy, instalments, on))


def accepted(case: Case, on: date) -> bool:
    """Whether the landlord has said yes by `on`; a yes dated in the future is none."""
    yes = case.arrears.landlord_accepted
    return yes is not None and bool(yes.by or yes.on) and (yes.on is None or yes.on <= on)


def _found(case: Case, policy: Policy, instalments: Sequence[Instalment], on: date) -> Iterator[Refusal]:
    if not policy.forlig:
        yield Refusal(
            "case.agreement.form", _("Frivilligt forlig er slået fra i jeres politik. Lav en afdragsordning.")
        )
    if not accepted(case, on):
        text = _(
            "Udlejer har ikke sagt ja til raterne. Så er det ikke et forlig. Få udlejers ja først, og skriv det ind."
        )
        yield Refusal("case.arrears.landlord_accepted", text)
    if case.info.guardian or case.conversation.can_sign is False:
        text = _("Lejeren kan ikke alene binde sig til et forlig. Lav en afdragsordning, og tal med værgen.")
        yield Refusal("case.info.guardian", text)
    if not case.arrears.rows or owed_at_agreement(case) <= ZERO:
        yield Refusal("case.arrears.rows", _("Der er ingen gæld at lave forlig om. Skriv restancen på siden Sag."))
    yield from _not_due(case, on)
    if sum((one.amount for one in instalments), ZERO) > owed_at_agreement(case):
        text = _("Raterne er mere end gælden. Et forlig må kun handle om det, der skyldes. Ret raterne.")
        yield Refusal("case.agreement.instalments", text)


def _not_due(case: Case, on: date) -> Iterator[Refusal]:
    day = min(max(case.tenancy.rent_due_day, 1), LAST_DUE_DAY)
    for row in case.arrears.rows:
        if row.month is None and row.kind in (ArrearsKind.RENT, ArrearsKind.HEATING):
            text = _("Der mangler en måned på en af posterne. Et forlig må kun handle om gæld, der er forfalden.")
            yield Refusal("case.arrears.rows", text)
            return
        if not _is_due(row, day, on):
            text = _("En af posterne er ikke forfalden endnu. Et forlig må kun handle om gæld, der er forfalden.")
            yield Refusal("case.arrears.rows", text)
            return


def _is_due(row: ArrearsRow, day: int, on: date) -> bool:
    """Rent falls due on its day of the month; a fee has fallen due with the letter it stands in."""
    if row.month is None:
        return True
    return row.month.day(day) <= on if row.kind is ArrearsKind.RENT else row.month <= Month.of(on)
