"""How a case stands right now, as the draft of a note compares it: facts, figures, what was found, seen and made."""

from __future__ import annotations

from collections.abc import Iterable

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.meeting import Figures, FoundHelp, PaperMade, Scene, StatementSeen, without_notes
from budgetdesk.casework.record import Record
from budgetdesk.ledger.spending import Batch


def scene_of(record: Record, overview: Overview, papers: Iterable[PaperMade] = ()) -> Scene:
    """The record and what follows from it, as one picture. The notes are not in it."""
    case, month, spending = record.case, overview.month, record.spending
    return Scene(
        case=without_notes(case),
        figures=Figures(
            income=month.income_per_month,
            expenses=month.expenses_per_month,
            luft=month.luft,
            arrears=case.arrears.total,
        ),
        found=_found(overview),
        statements=tuple(_statement(batch) for batch in spending.batches),
        receipts=len(spending.receipts),
        papers=tuple(papers),
        unknown=tuple(one.text for one in overview.missing),
    )


def _found(overview: Overview) -> tuple[FoundHelp, ...]:
    findings = overview.findings
    if findings is None:
        return ()
    monthly = [FoundHelp(name=one.assessment.benefit, amount=one.lowest) for one in findings.found]
    return tuple(sorted({one.name: one for one in monthly}.values(), key=lambda one: one.name))


def _statement(batch: Batch) -> StatementSeen:
    return StatementSeen(id=batch.id, account=batch.account, start=batch.proof.start, end=batch.proof.end)
