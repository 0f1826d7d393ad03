"""Sentences about statements and a month of spending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from budgetdesk.budget.what_gives import Alternative
from budgetdesk.formats import day as whole_day
from budgetdesk.formats import kroner, month
from budgetdesk.ledger.asking import Question
from budgetdesk.ledger.batches import AddReport
from budgetdesk.ledger.shares import counted
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, ReceiptItem, Spending
from budgetdesk.ledger.summary import LineSummary, MonthSummary


def period(start: date | None, end: date | None) -> str:
    """`1.–31. oktober`, `28. september – 3. oktober`; years only where they differ; "" where no day is known."""
    if start is None or end is None:
        return ""
    if start == end:
        return _day(start)
    if start.year != end.year:
        return f"{whole_day(start)} – {whole_day(end)}"
    if start.month == end.month:
        return f"{start.day}.–{_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def proof(of: Proof) -> str:
    """Whether opening balance, rows and closing balance agree, and for which days."""
    days = period(of.start, of.end)
    if of.status is ProofStatus.HOLDS:
        return f"Saldoen stemmer: {days}."
    if of.status is ProofStatus.FAILS:
        return f"Saldoen stemmer ikke: {days}. Der mangler posteringer, eller de er der to gange."
    return "Filen har ingen saldo, så den kan ikke kontrolleres." + (f" Den dækker {days}." if days else "")


def overlap(report: AddReport) -> str:
    """What taking a file in would add, told before it is done."""
    if not report.added and report.known:
        return "Alle posteringer er her allerede. Der kommer intet nyt."
    new = "1 ny postering" if report.added == 1 else f"{report.added} nye posteringer"
    if not report.known:
        return f"{new}."
    return f"{new}. {report.known} er her allerede og tæller kun én gang."


def month_line(spending: Spending, summary: MonthSummary) -> str:
    """`5 kvitteringer og 68 bankposter. Kontoudtoget dækker hele måneden, og saldoen stemmer.`"""
    rows = len(counted(spending, summary.month))
    parts = [_many(summary.receipts, "kvittering", "kvitteringer")] if summary.receipts else []
    parts += [_many(rows, "bankpost", "bankposter")] if rows else []
    if not parts:
        return f"Der er ikke noget fra {month(summary.month)}."
    return f"{' og '.join(parts)}. {_covered(rows, summary)}".strip()


def purchases(line: LineSummary) -> str:
    """`Netto, Rema 1000 · 31 køb · 12 varer på kvitteringer`; one bill is not called a purchase."""
    parts = [", ".join(line.shops)] if line.shops else []
    if line.count > 1 or not parts:
        parts.append(f"{line.count} køb" if line.amount > 0 else _many(line.count, "post", "poster"))
    if line.items:
        parts.append(_many(line.items, "vare på kvittering", "varer på kvitteringer"))
    return " · ".join(parts)


def apart(line: LineSummary) -> str:
    """` · 45 kr. kan undværes`: what single items of a line say against it; "" when nothing."""
    if line.locked:
        return ""
    if line.both_say_nice:
        return f" · {kroner(line.need_apart)} er nødvendigt" if line.need_apart else ""
    return f" · {kroner(line.nice_apart)} kan undværes" if line.nice_apart else ""


def items_of(items: Sequence[ReceiptItem], most: int) -> list[str]:
    """What of a receipt belongs to a line, item by item: `Cola 1,5 L: 15,95 kr.`; the rest in a number."""
    if not items:
        return ["Kun beløbet i alt. Varerne kan læses på billedet."]
    said = [f"{item.text}: {kroner(item.amount, oere=True)}" for item in items[:most]]
    left = len(items) - most
    return [*said, f"og {_many(left, 'vare', 'varer')} til"] if left > 0 else said


def see_receipts(number: int) -> str:
    """The way to the pictures of receipts."""
    return "Se kvitteringen" if number == 1 else f"Se kvitteringerne ({number})"


def batch_title(batch: Batch) -> str:
    """The account if it has a name, else the file."""
    return batch.account or batch.file_name


def rest(left: Decimal) -> str:
    """What the lines of a receipt do not explain, kr; "" where they add up."""
    if not left:
        return ""
    if left < 0:
        return f"Linjerne er {kroner(-left)} mere end bonen i alt. Tjek beløbene."
    return f"Der mangler {kroner(left)}, som bliver stående som ikke fordelt."


def topic(question: Question | None, line: LineSummary | None) -> str:
    """What is asked in the talk: `Slik ...: nødvendigt, eller kan det undværes?`; with neither, about the bills."""
    if question is not None:
        return question.text
    return f"{line.title}: nødvendigt, eller kan det undværes?" if line is not None else "Er de alle nødvendige?"


def ordinary_bills(number: int) -> str:
    """What stands above the bills that are agreed on together."""
    return f"{_many(number, 'fast regning', 'faste regninger')}. I kan også tage dem én for én."


def talked_through(left: int) -> str:
    """How the talk about a month ended. `left` topics are still open."""
    if not left:
        return "I har talt om det hele. Læg nu måneden i budgettet."
    return f"{_many(left, 'ting er', 'ting er')} ikke afgjort endnu. Resten kan lægges i budgettet."


def ways_said(missing: Decimal, ways: Sequence[Alternative]) -> str:
    """What to say above the ways to find an amount, kr/month; the honest sentence when they are not enough."""
    if missing <= 0:
        return "Skriv, hvor meget der mangler om måneden, så viser vi, hvor det kan komme fra."
    if not any(way.changes for way in ways):
        return (
            f"Der er ingen linjer at ændre, så {kroner(missing)} kan ikke findes her. "
            "Tal om hjælp udefra, eller sig om en linje, at den kan undværes."
        )
    if not any(way.over for way in ways):
        least = min(way.missing for way in ways)
        return f"Budgettet kan ikke give det hele. Der mangler stadig {kroner(least)} om måneden. Tal om hjælp udefra."
    number = len(ways)
    if number == 1:
        return f"{kroner(missing)} om måneden kan findes på én måde."
    return f"{kroner(missing)} om måneden kan findes på {'to' if number == 2 else 'tre'} måder. Vælg sammen."


def _covered(rows: int, summary: MonthSummary) -> str:
    if not rows:
        return "Hent et kontoudtog for at få resten med."
    covers = "Kontoudtoget dækker hele måneden" if summary.covers_month else "Kontoudtoget dækker ikke hele måneden"
    said = {
        ProofStatus.HOLDS: "og saldoen stemmer",
        ProofStatus.FAILS: "men saldoen stemmer ikke",
        ProofStatus.NOT_POSSIBLE: "men saldoen kan ikke kontrolleres",
    }[summary.proof]
    if not summary.covers_month and summary.proof is not ProofStatus.HOLDS:
        said = said.replace("men", "og", 1)
    return f"{covers}, {said}."


def _day(value: date) -> str:
    return whole_day(value).rsplit(" ", 1)[0]


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
