"""*Aftale om afdrag*: who, what is owed, the instalments, whether it can hold, what happens when it does not.

Without the landlord's yes it says on every page that it is a proposal. What is agreed and the signatures come first;
the test of the tenant's economy is an annex, which the landlord gets only with the tenant's consent. No clause about
enforcement unless a settlement (frivilligt forlig, retsplejeloven § 478, stk. 1, nr. 4) was chosen and the landlord has
accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.clock import is_terminated, paakrav_arrived
from budgetdesk.documents import agreement_verdict, page, signatures, texts
from budgetdesk.documents.answers import Answers, landlord, parties
from budgetdesk.documents.blocks import box, facts, gap, section, side_by_side, steps, table, text, together
from budgetdesk.documents.fonts import rich
from budgetdesk.documents.head import head
from budgetdesk.documents.ink import Ink, Role
from budgetdesk.documents.letters import interpreter_line
from budgetdesk.documents.next_step_texts import last_day_to_pay
from budgetdesk.documents.parties import Party
from budgetdesk.errors import DocumentError
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.household.words import AgreementForm, Letter, PaidTo
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.wording.plan import PROPOSAL

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak


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
            *_standing(case, answers, words, proposal),
            *section(words["parties"]["heading"], _parties(case, words["parties"])),
            *_owed(case, plan, words["owed"], on),
            *_payments(case, instalments, words["instalments"]),
            *section(words["fails"]["heading"], steps(_fails(case, words["fails"], plan.late_days), mark="•")),
            together(
                [*_know(case, plan, instalments, words, on), *_signing(case, signing, instalments, words, ink, on)]
            ),
            *_small(case, plan, words["small"], on),
            PageBreak(),
            *agreement_verdict.annex(plan, words),
        ]

    return page.build(story, head(case, title, on=on, signing=signing, ink=ink, proposal=proposal))


def _instalments(case: Case, plan: PlanTest | None) -> tuple[Instalment, ...]:
    if case.agreement and case.agreement.instalments:
        return case.agreement.instalments
    return plan.instalments if plan else ()


def _is_settlement(case: Case) -> bool:
    return case.agreement is not None and case.agreement.form is AgreementForm.FRIVILLIGT_FORLIG


def _standing(case: Case, answers: Answers, words: Any, proposal: bool) -> list[Any]:
    if proposal:
        return [box([text(PROPOSAL, page.BANNER), text(_until_then(case, answers, words["until"]))], filled=False)]
    yes = case.arrears.landlord_accepted
    if yes is None:
        return []
    told = words["accepted_how"].format(
        by=rich(yes.by) or rich(landlord(case)),
        on=f" den {formats.day(yes.on)}" if yes.on else "",
        how=rich(yes.how) or "mundtligt",
    )
    return [box([text(words["accepted"], page.BANNER), text(told)])]


def _until_then(case: Case, answers: Answers, words: Any) -> str:
    """What holds while the landlord has not answered: it depends on the letter in hand."""
    if is_terminated(case):
        return str(words["terminated"])
    last = last_day_to_pay(case, answers)
    if last is None:
        return str(words["no_deadline"])
    return str(words["passed"] if last < answers.on else words["running"].format(day=formats.weekday_and_day(last)))


def _parties(case: Case, words: Any) -> Any:
    names = {Role.CO_TENANT: words["co_tenant"], Role.GUARDIAN: words["guardian"]}
    others = [(names[party.role], party.name) for party in parties(case, only_lease=True) if party.role in names]
    signing = [(words["tenant"], case.tenant.name if case.tenant else ""), *others]
    adviser = ", ".join(part for part in (case.info.adviser, case.info.organisation) if part)
    between = 6 * mm
    first, second = (page.WIDTH - between) * 0.47, (page.WIDTH - between) * 0.53
    address = case.tenancy.address + (words["protected"] if case.info.protected_address else "")
    left = facts([*signing, (words["address"], address)], width=first, names=16 * mm)
    right = facts(
        [(words["landlord"], case.tenancy.landlord), (words["adviser"], adviser)], width=second, names=17 * mm
    )
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
    how = words["sum" if len(instalments) > 1 else "sum_one"].format(
        count=len(instalments), total=formats.kroner(total)
    )
    differs = f" {words['differs']}" if case.arrears.total and total != case.arrears.total else ""
    return section(
        words["heading"],
        text(f"{how} {words['early']}{differs}"),
        table(words["columns"], rows, widths, figures=[2, 3]),
        text(_reference(case, words)),
        text(_rent(case, words)),
    )


def _reference(case: Case, words: Any) -> str:
    reference = rich(case.arrears.payment_reference)
    return str(words["reference"].format(reference=reference) if reference else words["no_reference"])


def _rent(case: Case, words: Any) -> str:
    """The running rent as the tenant pays it: less the boligstøtte that goes straight to the landlord."""
    tenancy = case.tenancy
    if not tenancy.rent_per_month:
        return str(words["rent_unknown"])
    support = tenancy.boligstoette
    straight: Decimal = (support.amount or ZERO) if support.paid_to is PaidTo.LANDLORD else ZERO
    rent = formats.kroner(tenancy.rent_per_month - straight)
    return str(words["rent"].format(rent=rent, day=tenancy.rent_due_day))


def _fails(case: Case, words: Any, late_days: int) -> list[str]:
    who = " hos ".join(rich(part) for part in (case.info.adviser, case.info.organisation) if part)
    rows = [words["call"].format(who=who or words["somebody"]), words["late"].format(days=late_days)]
    if case.arrears.ophaevelse_arrived:
        return [words["ophaevelse_on"].format(day=formats.day(case.arrears.ophaevelse_arrived)), *rows]
    if is_terminated(case):
        return [words["ophaevelse"], *rows]
    letter = [words["paakrav"]] if paakrav_arrived(case) or case.arrears.letter is Letter.PAAKRAV else []
    return [*letter, *rows, words["law"]]


def _know(case: Case, plan: PlanTest, instalments: Sequence[Instalment], words: Any, on: date) -> list[Any]:
    """What must be read before anybody signs: warnings first."""
    know = words["know"]
    court = know["no_court"]
    if _is_settlement(case):
        court = know["no_clause_yet"] if plan.standing is Standing.PROPOSAL else know["clause"]
    warnings = [know["breaks"]] if plan.verdict is PlanVerdict.BREAKS else []
    warnings += [know["past"]] if any(one.due < on for one in instalments) else []
    rows = [*warnings, know["limitation"], know["free"], know["copy"], court]
    return section(know["heading"], box([text(row) for row in rows]))


def _who_signs(case: Case, ink: Sequence[Ink], proposal: bool) -> list[Party]:
    signing = parties(case, only_lease=True)
    if proposal or _is_settlement(case) or any(one.role is Role.LANDLORD for one in ink):
        signing.append(Party(Role.LANDLORD, case.tenancy.landlord))
    return signing


def _signing(
    case: Case, signing: Sequence[Party], instalments: Sequence[Instalment], words: Any, ink: Sequence[Ink], on: date
) -> list[Any]:
    """The sum and its days once more, so that no signature stands apart from what is signed."""
    kind, total = texts.load("underskrift")["kind"], sum((one.amount for one in instalments), ZERO)
    many = words["signing"]["recap" if len(instalments) > 1 else "recap_one"]
    recap = many.format(
        name=rich(case.tenant.name) if case.tenant else "Lejeren",
        total=formats.kroner(total),
        count=len(instalments),
        first=formats.day(instalments[0].due),
        last=formats.day(instalments[-1].due),
    )
    following = next((one.due for one in instalments if one.due >= on), None)
    again = f" {words['signing']['follow_up'].format(day=formats.day(following))}" if following else ""
    lines = [text(recap + again), *interpreter_line(case)]
    return section(words["signing"]["heading"], [*lines, *signatures.block(signing, ink, kind_of_signature=kind)])


def _small(case: Case, plan: PlanTest, words: Any, on: date) -> list[Any]:
    version = case.agreement.policy_version if case.agreement else ""
    lines = [words["law" if case.tenancy.kind == "almen" else "law_private"]]
    lines.append(words["policy"].format(on=formats.day(on), version=rich(version or plan.policy_version) or "–"))
    if case.agreement and case.agreement.approved_by:
        lines.append(words["approved"].format(by=rich(case.agreement.approved_by)))
    return [gap(10), *(text(line, page.SMALL) for line in lines)]
