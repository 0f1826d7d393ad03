"""*Aftale om afdrag* and *Frivilligt forlig*: who, what is owed, the instalments, and what happens when it goes wrong.

All fourteen points of a complete agreement; its words are data (`resources/agreement/`), with the organisation's own
and those of this agreement on top. Without the landlord's yes it says on every page that it is a proposal. The test of
the tenant's economy is a paper of its own (`agreement_annex_pdf`), so that the landlord's copy never holds it. A
settlement (frivilligt forlig, retsplejeloven § 478, stk. 1, nr. 4) is written only where nothing stands in its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.clock import is_terminated
from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.agreement_parts import (
    Paper,
    marked,
    owed,
    parties_of,
    payments,
    points,
    who_signs,
)
from budgetdesk.documents.papers.answers import Answers, landlord
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import interpreter_line
from budgetdesk.documents.papers.next_step_texts import last_day_to_pay
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, gap, section, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.errors import DocumentError
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.forlig import is_forlig, refusals
from budgetdesk.planning.owed import owed_at_agreement
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.wordings import Whose
from budgetdesk.wording import agreement as words_of
from budgetdesk.wording.plan import PROPOSAL


def agreement_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The agreement with the chosen plan, or else the plan that was found. Amounts are kr to the øre.

    Raises DocumentError when there are no instalments to agree on, and for a settlement that may not be written.
    """
    paper = _paper(case, answers, on)
    words = texts.load("aftale")
    title = words["title_forlig" if paper.forlig else "title"]
    signing = who_signs(paper, ink)

    def story() -> list[Any]:
        return [
            text(title, page.H1),
            *_standing(paper, answers, words),
            *section(words["parties"]["heading"], parties_of(case, words["parties"])),
            *owed(paper, words["owed"]),
            *payments(paper, words["instalments"]),
            *section(words["fails"]["heading"], points(paper.parts.fails)),
            together([*_know(paper, words), *_signing(paper, words, ink), *_small(paper, words["small"])]),
        ]

    return page.build(story, head(case, title, on=on, signing=signing, ink=ink, proposal=paper.proposal))


def _paper(case: Case, answers: Answers, on: date) -> Paper:
    plan = answers.plan
    instalments = _instalments(case, plan)
    if plan is None or not instalments:
        raise DocumentError(
            _("Der er ingen plan at skrive under på endnu. Find en plan på siden Aftale, eller lav “Næste skridt”.")
        )
    policy = _policy(answers, plan)
    forlig = is_forlig(case)
    stopped = refusals(case, policy, instalments, on) if forlig else ()
    if stopped:
        raise DocumentError(_("Det kan ikke blive et frivilligt forlig. {text}").format(text=stopped[0].text))
    total = owed_at_agreement(case) or plan.total
    return Paper(
        case=case,
        plan=plan,
        instalments=tuple(instalments),
        policy=policy,
        parts=words_of.parts(case, policy, answers.wordings, total=total, on=on),
        total=total,
        on=on,
        proposal=plan.standing is Standing.PROPOSAL,
        forlig=forlig,
    )


def _policy(answers: Answers, plan: PlanTest) -> Policy:
    """The policy the agreement is made under; where nobody has said, what the test of the plan knows of it."""
    return answers.policy or Policy(version=plan.policy_version, late_days=plan.late_days)


def _instalments(case: Case, plan: PlanTest | None) -> tuple[Instalment, ...]:
    if case.agreement and case.agreement.instalments:
        return case.agreement.instalments
    return plan.instalments if plan else ()


def _standing(paper: Paper, answers: Answers, words: Any) -> list[Any]:
    case = paper.case
    if paper.proposal:
        return [box([text(_(PROPOSAL), page.BANNER), text(_until_then(case, answers, words["until"]))], filled=False)]
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


def _know(paper: Paper, words: Any) -> list[Any]:
    """What must be read before anybody signs: warnings first."""
    know = words["know"]
    warnings = [know["breaks"]] if paper.plan.verdict is PlanVerdict.BREAKS else []
    warnings += [know["past"]] if any(one.due < paper.on for one in paper.instalments) else []
    rows = [*warnings, *(marked(line) for line in paper.parts.know)]
    return section(know["heading"], box([text(row) for row in rows]))


def _signing(paper: Paper, words: Any, ink: Sequence[Ink]) -> list[Any]:
    """The sum and its days once more, so that no signature stands apart from what is signed."""
    instalments, kind = paper.instalments, texts.load("underskrift")["kind"]
    total = sum((one.amount for one in instalments), ZERO)
    many = words["signing"]["recap" if len(instalments) > 1 else "recap_one"]
    recap = many.format(
        name=rich(paper.case.tenant.name) if paper.case.tenant else "Lejeren",
        total=formats.kroner(total),
        count=len(instalments),
        first=formats.day(instalments[0].due),
        last=formats.day(instalments[-1].due),
    )
    again = " ".join(marked(line) for line in paper.parts.together)
    lines = [text(f"{recap} {again}"), *interpreter_line(paper.case)]
    places = signatures.block(who_signs(paper, ink), ink, kind_of_signature=kind)
    return section(words["signing"]["heading"], [*lines, *places])


def _small(paper: Paper, words: Any) -> list[Any]:
    case, agreement = paper.case, paper.case.agreement
    version = agreement.policy_version if agreement else ""
    lines = [words["law" if case.tenancy.kind == "almen" else "law_private"]]
    lines.append(words["policy"].format(on=formats.day(paper.on), version=rich(version or paper.policy.version) or "–"))
    if agreement and agreement.approved_by:
        lines.append(rich(words_of.approval(paper.policy, agreement)))
    if own := [line.title.lower() for line in paper.parts.lines if line.whose is Whose.AGREEMENT]:
        lines.append(words["own_words"].format(which=rich(texts.listed(own))))
    return [gap(10), *(text(line, page.SMALL) for line in lines)]
