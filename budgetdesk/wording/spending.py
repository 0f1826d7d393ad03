"""Sentences about statements and a month of spending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from budgetdesk.budget.what_gives import Alternative
from budgetdesk.formats import day as whole_day
from budgetdesk.formats import kroner, month
from budgetdesk.i18n import _, retold
from budgetdesk.ledger.asking import Question
from budgetdesk.ledger.batches import AddReport
from budgetdesk.ledger.shares import counted
from budgetdesk.ledger.sorting import Rules
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
        return _("Saldoen stemmer: {days}.").format(days=days)
    if of.status is ProofStatus.FAILS:
        return _("Saldoen stemmer ikke: {days}. Der mangler posteringer, eller de er der to gange.").format(days=days)
    return _("Filen har ingen saldo, så den kan ikke kontrolleres.") + (
        _(" Den dækker {days}.").format(days=days) if days else ""
    )


def why(text: str, rules: Rules) -> str:
    """Why a row or an item stands where it does: the Danish sentence that is kept with it, in the language spoken."""
    said = retold(text)
    return said if said != text else retold(text, _whys(rules))


def _whys(rules: Rules) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.why for rule in (*rules.texts, *rules.products)))


def overlap(report: AddReport) -> str:
    """What taking a file in would add, told before it is done."""
    if not report.added and report.known:
        return _("Alle posteringer er her allerede. Der kommer intet nyt.")
    new = _("1 ny postering") if report.added == 1 else _("{added} nye posteringer").format(added=report.added)
    if not report.known:
        return f"{new}."
    return _("{new}. {known} er her allerede og tæller kun én gang.").format(new=new, known=report.known)


def month_line(spending: Spending, summary: MonthSummary) -> str:
    """`5 kvitteringer og 68 bankposter. Kontoudtoget dækker hele måneden, og saldoen stemmer.`"""
    rows = len(counted(spending, summary.month))
    parts = [_many(summary.receipts, _("kvittering"), _("kvitteringer"))] if summary.receipts else []
    parts += [_many(rows, _("bankpost"), _("bankposter"))] if rows else []
    if not parts:
        return _("Der er ikke noget fra {month}.").format(month=month(summary.month))
    told = _(" og ").join(parts)
    return f"{told}. {_covered(rows, summary)}".strip()


def purchases(line: LineSummary) -> str:
    """`Netto, Rema 1000 · 31 køb · 12 varer på kvitteringer`; one bill is not called a purchase."""
    parts = [", ".join(line.shops)] if line.shops else []
    if line.count > 1 or not parts:
        parts.append(
            _("{count} køb").format(count=line.count) if line.amount > 0 else _many(line.count, _("post"), _("poster"))
        )
    if line.items:
        parts.append(_many(line.items, _("vare på kvittering"), _("varer på kvitteringer")))
    return " · ".join(parts)


def apart(line: LineSummary) -> str:
    """` · 45 kr. kan undværes`: what single items of a line say against it; "" when nothing."""
    if line.locked:
        return ""
    if line.both_say_nice:
        return _(" · {need_apart} er nødvendigt").format(need_apart=kroner(line.need_apart)) if line.need_apart else ""
    return _(" · {nice_apart} kan undværes").format(nice_apart=kroner(line.nice_apart)) if line.nice_apart else ""


def items_of(items: Sequence[ReceiptItem], most: int) -> list[str]:
    """What of a receipt belongs to a line, item by item: `Cola 1,5 L: 15,95 kr.`; the rest in a number."""
    if not items:
        return [_("Kun beløbet i alt. Varerne kan læses på billedet.")]
    said = [f"{item.text}: {kroner(item.amount, oere=True)}" for item in items[:most]]
    left = len(items) - most
    return [*said, _("og {many} til").format(many=_many(left, _("vare"), _("varer")))] if left > 0 else said


def see_receipts(number: int) -> str:
    """The way to the pictures of receipts."""
    return _("Se kvitteringen") if number == 1 else _("Se kvitteringerne ({number})").format(number=number)


def batch_title(batch: Batch) -> str:
    """The account if it has a name, else the file."""
    return batch.account or batch.file_name


def rest(left: Decimal) -> str:
    """What the lines of a receipt do not explain, kr; "" where they add up."""
    if not left:
        return ""
    if left < 0:
        return _("Linjerne er {left} mere end bonen i alt. Tjek beløbene.").format(left=kroner(-left))
    return _("Der mangler {left}, som bliver stående som ikke fordelt.").format(left=kroner(left))


def topic(question: Question | None, line: LineSummary | None) -> str:
    """What is asked in the talk: `Slik ...: nødvendigt, eller kan det undværes?`; with neither, about the bills."""
    if question is not None:
        return question.text
    return (
        _("{title}: nødvendigt, eller kan det undværes?").format(title=line.title)
        if line is not None
        else _("Er de alle nødvendige?")
    )


def ordinary_bills(number: int) -> str:
    """What stands above the bills that are agreed on together."""
    return _("{many}. I kan også tage dem én for én.").format(
        many=_many(number, _("fast regning"), _("faste regninger"))
    )


def talked_through(left: int) -> str:
    """How the talk about a month ended. `left` topics are still open."""
    if not left:
        return _("I har talt om det hele. Læg nu måneden i budgettet.")
    return _("{many} ikke afgjort endnu. Resten kan lægges i budgettet.").format(
        many=_many(left, _("ting er"), _("ting er"))
    )


def ways_said(missing: Decimal, ways: Sequence[Alternative]) -> str:
    """What to say above the ways to find an amount, kr/month; the honest sentence when they are not enough."""
    if missing <= 0:
        return _("Skriv, hvor meget der mangler om måneden, så viser vi, hvor det kan komme fra.")
    if not any(way.changes for way in ways):
        return _(
            "Der er ingen linjer at ændre, så {missing} kan ikke findes her. Tal om hjælp udefra, "
            "eller sig om en linje, at den kan undværes."
        ).format(missing=kroner(missing))
    if not any(way.over for way in ways):
        least = min(way.missing for way in ways)
        return _(
            "Budgettet kan ikke give det hele. Der mangler stadig {least} om måneden. Tal om hjælp udefra."
        ).format(least=kroner(least))
    number = len(ways)
    if number == 1:
        return _("{missing} om måneden kan findes på én måde.").format(missing=kroner(missing))
    return (
        _("{missing} om måneden kan findes på to måder. Vælg sammen.")
        if number == 2
        else _("{missing} om måneden kan findes på tre måder. Vælg sammen.")
    ).format(missing=kroner(missing))


def _covered(rows: int, summary: MonthSummary) -> str:
    if not rows:
        return _("Hent et kontoudtog for at få resten med.")
    covers = (
        _("Kontoudtoget dækker hele måneden") if summary.covers_month else _("Kontoudtoget dækker ikke hele måneden")
    )
    said = {
        ProofStatus.HOLDS: _("og saldoen stemmer"),
        ProofStatus.FAILS: _("men saldoen stemmer ikke"),
        ProofStatus.NOT_POSSIBLE: _("men saldoen kan ikke kontrolleres"),
    }[summary.proof]
    if not summary.covers_month and summary.proof is not ProofStatus.HOLDS:
        said = said.replace("men", "og", 1)
    return f"{covers}, {said}."


def _day(value: date) -> str:
    return whole_day(value).rsplit(" ", 1)[0]


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
