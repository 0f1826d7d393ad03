"""What a command prints for a person. The sentences are those of window and paper (`budgetdesk.wording`)."""

from __future__ import annotations

from budgetdesk import formats
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.budget.month import MonthBudget, MonthRow
from budgetdesk.casework.eviction import EvictionClock
from budgetdesk.documents.seals.verify import Verification
from budgetdesk.i18n import _
from budgetdesk.ledger.spending import ProofStatus, Receipt
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.planning.plan import PlanTest
from budgetdesk.wording import eviction as eviction_words
from budgetdesk.wording import plan as plan_words
from budgetdesk.wording import steps as step_words
from budgetdesk.wording import stress as stress_words

_WIDTH = 44


def month(budget: MonthBudget) -> str:
    """The month, line by line, then the totals."""
    totals = (
        (_("Ind"), budget.income_per_month),
        (_("Faste udgifter"), budget.fixed_per_month),
        (_("Rådighedsbeløb"), budget.raadighedsbeloeb),
        (_("Ud i alt"), budget.expenses_per_month),
        (_("Luft"), budget.luft),
    )
    lines = [_row(row) for row in (*budget.income, *budget.expenses)]
    lines += ["", *(f"{title:<{_WIDTH}}{formats.kroner(amount):>18}" for title, amount in totals)]
    if budget.lenses:
        lines += ["", _("Sådan regner andre:"), *(f"{lens.title}: {lens.text}" for lens in budget.lenses)]
    return "\n".join(lines)


def _row(row: MonthRow) -> str:
    amount = (
        formats.kroner(row.per_month)
        if row.counts
        else _("({per_month} tæller ikke)").format(per_month=formats.kroner(row.per_month))
    )
    return f"{row.title:<{_WIDTH}}{amount:>18}"


def assessment(answer: Assessment) -> str:
    """One benefit with its working."""
    return "\n".join(step_words.as_text(answer))


def plan(test: PlanTest) -> str:
    """The verdict, the instalments, what would break it, the premises."""
    lines = [plan_words.headline(test), plan_words.standing(test), *plan_words.summary(test)]
    lines += [f"  {formats.short_day(i.due)}  {formats.kroner(i.amount)}" for i in test.instalments]
    holds = plan_words.holds_until(test.breaks_when, test.on)
    if holds:
        lines += [_("Den holder, indtil:"), *(f"  {line}" for line in holds)]
    lines += [f"  {option}" for option in map(plan_words.alternative, test.alternatives)]
    if test.stress:
        lines += [f"{_(stress_words.HEADING)}:"]
    for one in (stress_words.line(row, test.on) for row in test.stress):
        lines.append(f"  {one.what}: {one.then}")
    lines += [f"  {stress_words.closing(one)}" for one in test.closes_when] or [stress_words.none_closes(test)]
    lines += [f"  {stress_words.change(one, test.on)}" for one in test.changes]
    for premise in map(plan_words.premise, test.premises):
        lines.append(f"  {premise.title}: {premise.answer}{f' ({premise.note})' if premise.note else ''}")
    return "\n".join(line for line in lines if line)


def clock(whole: EvictionClock) -> str:
    """The days of the eviction clock, each with its reason and what it rests on."""
    return eviction_words.as_text(whole)


def statement(read: StatementRead) -> str:
    """The rows and the proof."""
    rows = [
        (
            _("{date}  {text}{amount}  {line}  {value} (venter)")
            if row.pending
            else _("{date}  {text}{amount}  {line}  {value}")
        ).format(
            date=formats.short_day(row.date),
            text=f"{row.text:<{_WIDTH}.{_WIDTH}}",
            amount=f"{formats.kroner(row.amount, oere=True):>16}",
            line=f"{row.line or '?':>4}",
            value=f"{row.need.value:<5}",
        )
        for row in read.rows
    ]
    proofs = {
        ProofStatus.HOLDS: _("Saldoen stemmer."),
        ProofStatus.FAILS: _("Saldoen stemmer ikke."),
        ProofStatus.NOT_POSSIBLE: _("Saldoen kan ikke kontrolleres: filen har ingen saldo."),
    }
    problems = [_("Række {row}: {text}").format(row=problem.row, text=problem.text) for problem in read.problems]
    return "\n".join([read.format_title, *rows, *problems, proofs[read.proof.status], *read.proof.gaps])


def receipt(read: Receipt) -> str:
    """The lines of a receipt and what they leave over."""
    day = formats.short_day(read.date) if read.date else _("uden dato")
    lines = [f"{read.shop}, {day}: {formats.kroner(read.total, oere=True)}"]
    lines += [f"  {item.text:<{_WIDTH}.{_WIDTH}}{formats.kroner(item.amount, oere=True):>14}" for item in read.items]
    if read.rest:
        adds_up = _("ikke hele beløbet") if read.rest > 0 else _("mere end beløbet")
        lines.append(
            _("  Linjerne giver {adds_up}. Rest: {rest}").format(
                adds_up=adds_up, rest=formats.kroner(read.rest, oere=True)
            )
        )
    lines += [_("  Se efter: {doubt}").format(doubt=doubt) for doubt in read.doubts]
    return "\n".join(lines)


def verification(name: str, answer: Verification) -> str:
    """Good or not, and why."""
    return "\n".join(
        [
            (_("{name}: i orden") if answer.valid else _("{name}: ikke i orden")).format(name=name),
            *(f"  {r}" for r in answer.reasons),
        ]
    )
