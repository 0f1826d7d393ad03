"""Debts, as somebody at the desk works with them: asked for one kind at a time, added, taken away.

People name only the debts that worry them; so every kind is asked about, and what was answered is kept.
Questions change nothing; a Change goes to `Desk.change`.
"""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import WayTried
from budgetdesk.household.debt import Debt
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.planning.debt_rules import OTHER_KIND, DebtGuide, DebtRules
from budgetdesk.readers.debts import load_debt_rules

_ASKED = "case.conversation.debts_asked"
_LABELS = {True: "ja", False: "nej", None: N_("ikke spurgt")}


@dataclass(frozen=True)
class Question:
    """One kind of debt to ask about; None: not answered yet. `debts`: the rows of the kind there are."""

    guide: DebtGuide
    answer: bool | None
    debts: tuple[Debt, ...]


def rules() -> DebtRules:
    """What is known about debts in general."""
    return load_debt_rules()


def questions(record: Record) -> tuple[Question, ...]:
    """Every kind in the order in which it is asked for. A row of the kind answers yes, whoever wrote it."""
    said = {one.id: one.answer for one in record.case.conversation.debts_asked}
    known = rules()
    return tuple(_question(guide, said.get(guide.kind), record, known) for guide in known.asked)


def _question(guide: DebtGuide, said: bool | None, record: Record, known: DebtRules) -> Question:
    rows = tuple(debt for debt in record.case.debts if known.guide(debt.kind).kind == guide.kind)
    return Question(guide, True if rows else said, rows)


def unanswered(record: Record) -> int:
    """How many kinds nobody has answered about yet."""
    return sum(1 for one in questions(record) if one.answer is None)


def answer(record: Record, kind: str, said: bool | None) -> Change:
    """Note the answer about a kind; yes adds an empty row of it, where there is none; no takes an empty one away.

    A row with something written in it is never taken away: then the answer stays yes.
    """
    rows = [debt for debt in record.case.debts if debt.kind == kind]
    changed = record
    if said is True and not rows:
        changed = _with_new(changed, kind)
    if said is False:
        for debt in rows:
            if debt == Debt(id=debt.id, kind=kind):
                changed = paths.remove(changed, f"case.debts[{debt.id}]")
    with speaking(SOURCE_LANGUAGE):
        label = f"{rules().guide(kind).title}: {translated(_LABELS)[said]}"
    return Change(label=label, record=_noted(changed, kind, said))


def add(record: Record, kind: str = OTHER_KIND) -> Change:
    """One more row, at the end. Its id is that of `newest`."""
    return Change(label="Tilføj gæld", record=_with_new(record, kind))


def newest(record: Record) -> str:
    """The id of the row that was added last; "" where there is none."""
    return record.case.debts[-1].id if record.case.debts else ""


def remove(record: Record, debt_id: str) -> Change:
    """Take one row away."""
    return Change(label=_("Fjern gæld"), record=paths.remove(record, f"case.debts[{debt_id}]"))


def with_step(record: Record, debt_id: str, step: str, *, done: bool) -> Record:
    """Whether the creditor has done one thing; the others stay, in their order."""
    path = f"case.debts[{debt_id}].steps"
    kept = tuple(one for one in paths.get(record, path) if one != step)
    return paths.put(record, path, (*kept, step) if done else kept)


def _with_new(record: Record, kind: str) -> Record:
    new = Debt(id=paths.next_id(record.case.debts, "d"), kind=kind)
    return paths.add(record, "case.debts", new)


def _noted(record: Record, kind: str, said: bool | None) -> Record:
    asked = record.case.conversation.debts_asked
    before = next((one for one in asked if one.id == kind), None)
    if before is None:
        return paths.add(record, _ASKED, WayTried(id=kind, answer=said))
    return paths.put(record, f"{_ASKED}[{kind}].answer", said)
