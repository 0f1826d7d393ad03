"""The public JSON of each answer, as `budgetdesk schema NAME` describes it. Keys are added freely, never changed."""

from __future__ import annotations

from typing import Any

from budgetdesk.budget.month import LensLine, MonthBudget, MonthRow
from budgetdesk.casework.deadlines import Clock, Deadline
from budgetdesk.casework.eviction import EvictionClock, StepKey
from budgetdesk.cli import plan_answers
from budgetdesk.documents.seals.verify import Verification
from budgetdesk.household.agreement import Instalment
from budgetdesk.ledger.spending import Problem, Proof, Receipt, Transaction
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.planning.plan import BreakPoint, DayBalance, PlanOption, PlanTest
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.wording import eviction as eviction_words
from budgetdesk.wording.readability import Reading


def month(budget: MonthBudget) -> dict[str, Any]:
    """`budgetdesk budget`."""
    return {
        "income_per_month": budget.income_per_month,
        "fixed_per_month": budget.fixed_per_month,
        "expenses_per_month": budget.expenses_per_month,
        "raadighedsbeloeb": budget.raadighedsbeloeb,
        "luft": budget.luft,
        "for_living_per_week": budget.for_living_per_week,
        "income": [_row(row) for row in budget.income],
        "expenses": [_row(row) for row in budget.expenses],
        "lenses": [
            {
                "key": lens.key,
                "title": lens.title,
                "amount_per_month": lens.amount_per_month,
                "text": lens.text,
                "source": lens.source,
                "vejledende": lens.vejledende,
                "lines": [_lens_line(line) for line in lens.lines],
                "differences": lens.differences,
            }
            for lens in budget.lenses
        ],
    }


def _lens_line(line: LensLine) -> dict[str, Any]:
    return {
        "path": line.path,
        "line": line.code,
        "title": line.title,
        "side": "income" if line.income else "expense",
        "own_per_month": line.own,
        "counted_per_month": line.counted,
        "how": line.how,
        "why": line.why,
    }


def _row(row: MonthRow) -> dict[str, Any]:
    return {
        "path": row.path,
        "line": row.code,
        "title": row.title,
        "group": row.group,
        "type": row.type,
        "amount": row.amount,
        "rhythm": row.rhythm,
        "per_month": row.per_month,
        "need": row.need,
        "evidence": row.evidence,
        "locked": row.locked,
        "counts": row.counts,
        "note": row.note,
    }


def plan(test: PlanTest, creditors: Waterfall) -> dict[str, Any]:
    """`budgetdesk plan`."""
    return {
        "on": test.on,
        "verdict": test.verdict,
        "standing": test.standing,
        "total": test.total,
        "conditions": test.conditions,
        "instalments": _instalments(test.instalments),
        "lowest": _lowest(test.lowest),
        "breaks_when": [_break(point) for point in test.breaks_when],
        "premises": [{"key": p.key, "title": p.title, "answer": p.answer, "note": p.note} for p in test.premises],
        "alternatives": [_option(option) for option in test.alternatives],
        "missing_per_month": test.missing_per_month,
        "ways_out": test.ways_out,
        "missing_facts": test.missing_facts,
        "policy_version": test.policy_version,
        **plan_answers.more(test, creditors),
    }


def _instalments(instalments: tuple[Instalment, ...]) -> list[dict[str, Any]]:
    return [{"due": i.due, "amount": i.amount} for i in instalments]


def _lowest(day: DayBalance | None) -> dict[str, Any] | None:
    return None if day is None else {"date": day.day, "balance": day.balance}


def _break(point: BreakPoint) -> dict[str, Any]:
    return {"kind": point.kind, "limit": point.limit, "breaks_on": point.breaks_on, "holds": point.holds}


def _option(option: PlanOption) -> dict[str, Any]:
    return {
        "name": option.name,
        "instalments": _instalments(option.instalments),
        "verdict": option.verdict,
        "lowest": _lowest(option.lowest),
        "luft_per_month": option.luft_per_month,
        "approver": option.approver or None,
        "one_off": _instalments((option.one_off,))[0] | {"title": option.one_off_title} if option.one_off else None,
    }


def clock(answer: Clock, whole: EvictionClock) -> dict[str, Any]:
    """`budgetdesk deadlines`: the four days of the law, and the whole way to an eviction."""
    return {
        "last_timely_payment": _deadline(answer.last_timely_payment),
        "earliest_paakrav": _deadline(answer.earliest_paakrav),
        "pay_by": _deadline(answer.pay_by),
        "earliest_ophaevelse": _deadline(answer.earliest_ophaevelse),
        "warnings": whole.warnings,
        "stops_by_right_until": whole.by_right_until if whole.paakrav else None,
        "court_filing": clock_step(whole, StepKey.COURT_FILING),
        "court_meeting": clock_step(whole, StepKey.COURT_MEETING),
        "eviction": clock_step(whole, StepKey.EVICTION),
        "steps": [clock_step(whole, step.key) for step in whole.steps],
    }


def clock_step(whole: EvictionClock, key: StepKey) -> dict[str, Any] | None:
    """One step: `date` to `to`, the same where it is one day; `basis` says what it rests on."""
    step = whole.step(key)
    if step is None:
        return None
    return {
        "key": step.key,
        "title": eviction_words.title(step),
        "date": step.first,
        "to": step.last,
        "in_practice": step.in_practice,
        "basis": step.basis,
        "why": step.why,
        "vejledende": step.vejledende,
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {"date": deadline.day, "why": deadline.why, "vejledende": deadline.vejledende}


def statement(read: StatementRead) -> dict[str, Any]:
    """`budgetdesk read` of a bank statement. In a file with several accounts each row says which is its own."""
    accounts = {part.batch_id: part.account for part in read.accounts}
    return {
        "kind": read.kind,
        "format": read.format,
        "format_title": read.format_title,
        "account": read.account,
        "account_in_file": read.account_in_file,
        "currency": read.currency,
        "accounts": [{"account": part.account, "proof": _proof(part.proof)} for part in read.accounts],
        "rows": [_transaction(row) | {"account": accounts.get(row.batch, read.account)} for row in read.rows],
        "problems": _problems(read.problems),
        "proof": _proof(read.proof),
    }


def _transaction(row: Transaction) -> dict[str, Any]:
    return {
        "date": row.date,
        "text": row.text,
        "amount": row.amount,
        "balance": row.balance,
        "pending": row.pending,
        "line": row.line,
        "need": row.need,
        "confidence": row.confidence,
        "why": row.why,
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "status": proof.status,
        "opening": proof.opening,
        "closing": proof.closing,
        "from": proof.start,
        "to": proof.end,
        "gaps": proof.gaps,
    }


def _problems(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    return [{"row": problem.row, "text": problem.text} for problem in problems]


def receipt(read: Receipt, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """`budgetdesk read` of a receipt."""
    return {
        "kind": "receipt",
        "shop": read.shop,
        "date": read.date,
        "total": read.total,
        "items": [
            {"text": i.text, "amount": i.amount, "line": i.line, "need": i.need, "why": i.why} for i in read.items
        ],
        "rest": read.rest,
        "paid_by": read.paid_by or None,
        "card": read.card or None,
        "doubts": list(read.doubts),
        "problems": _problems(problems),
    }


def verification(answer: Verification, check_code: str = "") -> dict[str, Any]:
    """`budgetdesk verify`. The code is that on the pages, by which the paper is found in its case."""
    return {
        "valid": answer.valid,
        "changed_after_signing": answer.changed_after_signing,
        "level": answer.level or None,
        "trusted": answer.trusted,
        "signers": [
            {
                "name": s.name,
                "organisation": s.organisation,
                "at": s.at and s.at.isoformat(),
                "intact": s.intact,
                "trusted": s.trusted,
            }
            for s in answer.signers
        ],
        "ink": [{"role": i.role, "name": i.name, "kind": i.kind, "at": i.at.isoformat()} for i in answer.ink],
        "reasons": answer.reasons,
        "check_code": check_code or None,
    }


def reading(found: Reading) -> dict[str, Any]:
    """Of `budgetdesk pdf`: LIX of all the running text, and of our own words where they can be told from what was
    typed (None where not)."""
    return {"lix": round(found.whole, 1), "lix_own": None if found.own is None else round(found.own, 1)}
