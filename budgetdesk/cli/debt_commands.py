"""`debts`: every debt of a case in the order in which it is paid, and what follows from it. Nothing is stored."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from budgetdesk.benefits.rates import RateUsed
from budgetdesk.cli.output import DONE, Output
from budgetdesk.formats import kroner
from budgetdesk.household.plausible import doubts
from budgetdesk.i18n import _, translated
from budgetdesk.planning.debt_book import DebtBook, DebtRow, debt_book
from budgetdesk.planning.debt_doubt import DebtDoubt
from budgetdesk.planning.debt_rules import DebtGuide, Told
from budgetdesk.planning.enforcement import Enforcement
from budgetdesk.planning.limitation import Limitation
from budgetdesk.readers.case_file import load_case
from budgetdesk.readers.debts import load_debt_rules
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording import debts as words


def debts(args: argparse.Namespace, output: Output) -> int:
    """All debts of each case, the home first."""

    def one(name: str) -> int:
        read = load_case(Path(name), today=args.on)
        book = debt_book(read.case, load_debt_rules(), load_rates(), on=args.on)
        strange = [doubt for doubt in doubts(read.case, args.on) if doubt.path.startswith("debts[")]
        facts = [{"path": doubt.path, "text": doubt.text} for doubt in strange]
        data = {"input": name, "on": args.on, **_book(book), "facts_to_check": facts, "notes": read.notes}
        told = [_("Se efter: {text} ({path})").format(text=doubt.text, path=doubt.path) for doubt in strange]
        output.answer(
            data, "\n".join([_text(book), *told, *(_("Bemærk: {note}").format(note=note) for note in read.notes)])
        )
        return DONE

    return output.each(args.cases, one)


def _book(book: DebtBook) -> dict[str, Any]:
    home = book.home
    return {
        "total": book.total,
        "without_balance": book.without_balance,
        "per_month": book.per_month,
        "interest_per_month": book.interest_per_month,
        "without_rate": book.without_rate,
        "arrears": None
        if home is None
        else {
            "creditor": home.landlord,
            "balance": home.owed,
            "rank": home.priority.rank,
            "reason": home.priority.reason,
            **_rules(home.guide),
        },
        "debts": [_row(row) for row in book.rows],
    }


def _row(row: DebtRow) -> dict[str, Any]:
    debt = row.debt
    return {
        "path": row.path,
        "creditor": debt.creditor,
        "collector": debt.collector,
        "kind": row.guide.kind,
        "title": row.guide.title,
        "balance": debt.balance,
        "per_month": row.per_month,
        "interest_per_month": row.interest_per_month,
        "rank": row.priority.rank,
        "first": row.priority.first,
        "reason": row.priority.reason,
        "enforceable": _enforceable(row.enforcement),
        "limitation": _limitation(row.limitation),
        "doubts": [_doubt(one) for one in row.doubts],
        "steps": [{"key": step.key, "todo": step.todo, "letter": step.letter, **_told(step)} for step in row.steps],
        **_rules(row.guide),
        "unknown": row.unknown,
    }


def _rules(guide: DebtGuide) -> dict[str, Any]:
    return {
        "can": [_told(one) for one in guide.can],
        "cannot": [_told(one) for one in guide.cannot],
        "stops": [_told(one) for one in guide.stops],
        "ask_where": guide.ask_where,
        "letter": guide.letter,
    }


def _told(one: Told) -> dict[str, Any]:
    return {"text": one.text, "paragraph": one.paragraph, "source": one.source, "confidence": one.confidence}


def _enforceable(of: Enforcement) -> dict[str, Any]:
    return {
        "answer": of.answer,
        "said": of.said,
        "text": of.text,
        "paragraph": of.paragraph,
        "source": of.source,
        "from": of.from_day,
        "vejledende": of.vejledende,
    }


def _limitation(of: Limitation) -> dict[str, Any]:
    return {
        "date": of.last_day,
        "latest": of.latest,
        "passed": of.passed,
        "stated": of.stated,
        "interest_before": of.interest_before,
        "text": words.limitation(of),
        "steps": [{"text": step.text, "paragraph": step.paragraph, "date": step.day} for step in of.steps],
        "missing_facts": of.missing,
        "restarts": of.restarts,
        "note": of.note,
        "rates_used": _rates(of.rates_used),
        "vejledende": of.vejledende,
    }


def _doubt(one: DebtDoubt) -> dict[str, Any]:
    return {
        "key": one.key,
        "fact": one.path,
        "level": one.level,
        "text": one.text,
        "paragraph": one.paragraph,
        "source": one.source,
        "confidence": one.confidence,
        "vejledende": one.vejledende,
        "figure": one.figure,
        "limit": one.limit,
        "unit": one.unit,
        "parts": [
            {"from": part.start, "to": part.end, "claimed": part.claimed, "limit": part.limit} for part in one.parts
        ],
        "todo": one.todo,
        "letter": one.letter,
        "rates_used": _rates(one.rates_used),
    }


def _rates(used: Iterable[RateUsed]) -> list[dict[str, Any]]:
    return [
        {
            "name": rate.name,
            "value": rate.value,
            "from": rate.start,
            "to": rate.end,
            "source": rate.source,
            "confidence": rate.confidence,
        }
        for rate in used
    ]


def _text(book: DebtBook) -> str:
    lines = [
        _("Skyldes i alt: {total} Afdrag om måneden: {per_month}").format(
            total=kroner(book.total), per_month=kroner(book.per_month)
        )
    ]
    lines += [note for note in (words.total_note(book), words.interest_note(book)) if note]
    if book.home is not None:
        lines.append(f"\n1. {words.home_title(book.home)}: {kroner(book.home.owed)} {book.home.priority.reason}")
    for row in book.rows:
        lines += ["", *_row_text(row)]
    return "\n".join(lines)


def _row_text(row: DebtRow) -> list[str]:
    owed = _("Beløb mangler.") if row.debt.balance is None else kroner(row.debt.balance)
    lines = [
        f"{row.priority.rank}. {words.title(row)} ({row.guide.title}): {owed} {row.priority.reason}",
        _("   Hvor længe endnu? {limitation}").format(limitation=words.limitation(row.limitation)),
        _("   Kan de få udlæg? {fogedret}").format(fogedret=words.fogedret(row)),
    ]
    lines += [f"   {translated(words.LEVELS)[one.level]}: {words.doubt(one)} {one.todo}" for one in row.doubts]
    lines += [f"   {sentence}" for sentence in row.unknown]
    return lines
