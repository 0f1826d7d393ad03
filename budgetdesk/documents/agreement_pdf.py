"""*Aftale om afdrag*: who, what is owed, the instalments, whether it can hold, what happens when it does not.

Without the landlord's yes it says on every page that it is a proposal. No clause about enforcement unless a settlement
(frivilligt forlig, retsplejeloven § 478, stk. 1, nr. 4) was chosen and the landlord has accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.documents import agreement_verdict, page, signatures, texts
from budgetdesk.documents.answers import Answers, landlord, parties
from budgetdesk.documents.blocks import box, facts, gap, section, side_by_side, steps, table, text
from budgetdesk.documents.fonts import rich
from budgetdesk.documents.head import head
from budgetdesk.documents.ink import Ink, Role
from budgetdesk.documents.parties import Party
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, Instalment
from budgetdesk.household.words import AgreementForm, Letter
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest, Standing
from budgetdesk.wording.plan import PROPOSAL

# isort: split
from reportlab.lib.units import mm


def agreement_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The agreement with the chosen plan, or else the plan that was found. Amounts are kr to the øre.

    Raises DocumentError when there are no instalments to agree on.
    """
    plan = answers.plan
    instalments = _instalments(case, plan)
    if plan is None or not instalments:
        raise DocumentError(
            "Der er ingen plan at skrive under på endnu. Find en plan på siden Aftale, eller lav “Næste skridt”."
        )
    words = texts.load("aftale")
    proposal = plan.standing is Standing.PROPOSAL
    title = words["title_forlig" if _is_settlement(case) else "title"]
    signing = _who_signs(case, ink, proposal)

    def story() -> list[Any]:
        return [
            text(title, page.H1),
            *_standing(case, words, proposal),
            *section(words["parties"]["heading"], _parties(case, words["parties"])),
            *_owed(case, plan, words["owed"], on),
            *_payments(case, instalments, words["instalments"]),
            *agreement_verdict.verdict(plan, words["verdict"]),
            *section(words["fails"]["heading"], steps(_fails(case, words["fails"], plan.late_days), mark="•")),
            *section(words["know"]["heading"], box([text(row) for row in _know(case, words["know"], proposal)])),
            *_signing(signing, words, ink, first=instalments[0].due),
            *agreement_verdict.premises(plan, words["premises"]),
            *_small(case, plan, words["small"], on),
        ]

    return page.build(story, head(case, title, on=on, signing=signing, ink=ink, proposal=proposal))


def _instalments(case: Case, plan: PlanTest | None) -> tuple[Instalment, ...]:
    if case.agreement and case.agreement.instalments:
        return case.agreement.instalments
    return plan.instalments if plan else ()


def _is_settlement(case: Case) -> bool:
    return case.agreement is not None and case.agreement.form is AgreementForm.FRIVILLIGT_FORLIG


def _standing(case: Case, words: Any, proposal: bool) -> list[Any]:
    if proposal:
        return [box([text(PROPOSAL, page.BANNER), text(words["proposal_why"])], filled=False)]
    yes = case.arrears.landlord_accepted
    if yes is None:
        return []
    told = words["accepted_how"].format(
        by=rich(yes.by) or rich(landlord(case)),
        on=formats.day(yes.on) if yes.on else "",
        how=rich(yes.how) or "mundtligt",
    )
    return [box([text(words["accepted"], page.BANNER), text(told)])]


def _parties(case: Case, words: Any) -> Any:
    names = {Role.TENANT: words["tenant"], Role.CO_TENANT: words["co_tenant"]}
    signing = [(names[party.role], party.name) for party in parties(case, only_lease=True) if party.role in names]
    adviser = ", ".join(part for part in (case.info.adviser, case.info.organisation) if part)
    between = 6 * mm
    first, second = (page.WIDTH - between) * 0.47, (page.WIDTH - between) * 0.53
    left = facts([*signing, (words["address"], case.tenancy.address)], width=first, names=16 * mm)
    others = [(words["landlord"], case.tenancy.landlord), (words["adviser"], adviser)]
    right = facts(others, width=second, names=17 * mm)
    return side_by_side([left, right], [first + between, second], gap=between)


def _owed(case: Case, plan: PlanTest, words: Any, on: date) -> list[Any]:
    rows = [
        [formats.month(row.month) if row.month else "–", words[row.kind.value], formats.kroner(row.amount)]
        for row in case.arrears.rows
        if row.amount is not None
    ]
    rows.append([words["total"], "", formats.kroner(case.arrears.total or plan.total)])
    widths = [50 * mm, page.WIDTH - 90 * mm, 40 * mm]
    owed = table(words["columns"], rows, widths, figures=[2], total=True)
    return section(words["heading"], owed, text(words["stated"].format(on=formats.day(on))))


def _payments(case: Case, instalments: Sequence[Instalment], words: Any) -> list[Any]:
    total = sum((one.amount for one in instalments), ZERO)
    rows, rest = [], total
    for number, one in enumerate(instalments, start=1):
        rest -= one.amount
        rows.append([f"{number}.", formats.weekday_and_day(one.due), formats.kroner(one.amount), formats.kroner(rest)])
    widths = [14 * mm, page.WIDTH - 84 * mm, 35 * mm, 35 * mm]
    how = words["sum" if len(instalments) > 1 else "sum_one"]
    return section(
        words["heading"],
        text(f"{how.format(count=len(instalments), total=formats.kroner(total))} {words['early']}"),
        table(words["columns"], rows, widths, figures=[2, 3]),
        text(_reference(case, words)),
        text(_rent(case, words)),
    )


def _reference(case: Case, words: Any) -> str:
    reference = rich(case.arrears.payment_reference)
    return str(words["reference"].format(reference=reference) if reference else words["no_reference"])


def _rent(case: Case, words: Any) -> str:
    rent: Decimal | None = case.tenancy.rent_per_month
    if not rent:
        return str(words["rent_unknown"])
    return str(words["rent"].format(rent=formats.kroner(rent), day=case.tenancy.rent_due_day))


def _fails(case: Case, words: Any, late_days: int) -> list[str]:
    rows = [row.format(days=late_days) for row in words["rows"]]
    if case.arrears.ophaevelse_arrived:
        rows.insert(0, words["ophaevelse"].format(day=formats.day(case.arrears.ophaevelse_arrived)))
    elif case.arrears.letter is Letter.PAAKRAV or any(row.paakrav_arrived for row in case.arrears.rows):
        rows.insert(0, words["paakrav"])
    return rows


def _know(case: Case, words: Any, proposal: bool) -> list[str]:
    court = words["no_court"]
    if _is_settlement(case):
        court = words["no_clause_yet"] if proposal else words["clause"]
    return [words["limitation"], words["free"], words["copy"], court]


def _who_signs(case: Case, ink: Sequence[Ink], proposal: bool) -> list[Party]:
    signing = parties(case, only_lease=True)
    if proposal or _is_settlement(case) or any(one.role is Role.LANDLORD for one in ink):
        signing.append(Party(Role.LANDLORD, case.tenancy.landlord))
    return signing


def _signing(signing: Sequence[Party], words: Any, ink: Sequence[Ink], *, first: date) -> list[Any]:
    kind = texts.load("underskrift")["kind"]
    again = text(words["signing"]["follow_up"].format(day=formats.day(first)))
    return section(words["signing"]["heading"], [again, *signatures.block(signing, ink, kind_of_signature=kind)])


def _small(case: Case, plan: PlanTest, words: Any, on: date) -> list[Any]:
    version = case.agreement.policy_version if case.agreement else ""
    lines = [words["law" if case.tenancy.kind == "almen" else "law_private"]]
    lines.append(words["policy"].format(on=formats.day(on), version=rich(version or plan.policy_version) or "–"))
    if case.agreement and case.agreement.approved_by:
        lines.append(words["approved"].format(by=rich(case.agreement.approved_by)))
    return [gap(2), *(text(line, page.SMALL) for line in lines)]
