"""Money that is there or comes without anybody deciding: the accounts, the next wage, other income, feriepenge, tax,
family and friends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.relevance import concerns
from budgetdesk.casework.rescue_lines import UNTIMED, Known, RescueLine, State, Timing, fixed, to_apply, waiting
from budgetdesk.household.case import Case, Income
from budgetdesk.i18n import N_, _
from budgetdesk.planning.moves import Move, MoveKind, moves

AHEAD = timedelta(weeks=14)
"""So far ahead the next pay day is looked for: children's benefits come every quarter."""
HOLIDAY, TAX = "feriepenge", "overskydende_skat"
ACCOUNTS, NETWORK = N_("Penge på kontoen i dag"), N_("Familie og netværk")
NEXT = N_("Næste {names}")
_INCOME = (MoveKind.BENEFIT, MoveKind.OTHER_IN)
_PUBLIC_DEBT = "gaeldsstyrelsen"


def money_lines(known: Known) -> Iterator[RescueLine]:
    """In no order; the time line has one of its own."""
    coming = [m for m in _coming(known) if _kind(m, known.case) not in (HOLIDAY, TAX)]
    yield from _accounts(known)
    yield from _next(known, coming, (MoveKind.WAGE,), "loen")
    yield from _next(known, coming, _INCOME, "indkomst")
    yield from _holiday(known)
    yield from _tax(known)
    yield _network(known)


def listed(words: Sequence[str]) -> str:
    """`a, b og c`"""
    *first, last = words
    return _("{rows} og {last}").format(rows=", ".join(first), last=last) if first else last


def _coming(known: Known) -> list[Move]:
    """Income after today, by day. Help that is paid to the landlord is no money in hand."""
    found = moves(known.case, known.chart, known.policy, known.on, known.on + AHEAD)
    return [m for m in found if m.oere > 0 and m.path.startswith("income[") and not _to_landlord(m, known.case)]


def _row(move: Move, case: Case) -> Income | None:
    row_id = move.path.removeprefix("income[").removesuffix("]")
    return next((row for row in case.income if row.id == row_id), None)


def _kind(move: Move, case: Case) -> str:
    row = _row(move, case)
    return row.kind if row else ""


def _to_landlord(move: Move, case: Case) -> bool:
    row = _row(move, case)
    return row is not None and row.paid_to == "landlord"


def _accounts(known: Known) -> Iterator[RescueLine]:
    balances = [account.balance for account in known.case.bank if account.balance is not None]
    total = sum(balances, Decimal(0))
    if balances and total <= 0:
        return
    timing, note = (fixed(known.on, known.target), "konto") if balances else (UNTIMED, "konto_mangler")
    made = _line(known, "konto", _(ACCOUNTS), timing, where=("akut", "case.bank"), note=note)
    yield replace(made, amount=total if balances else None)


def _next(known: Known, coming: list[Move], kinds: tuple[MoveKind, ...], key: str) -> Iterator[RescueLine]:
    """The next day on which such money comes, with everything that comes that day."""
    of_kind = [move for move in coming if move.kind in kinds]
    if not of_kind:
        return
    day = min(move.day for move in of_kind)
    that_day = [move for move in of_kind if move.day == day]
    names = [name[:1].lower() + name[1:] for name in dict.fromkeys(_(move.title) for move in that_day)]
    where = ("budget", f"case.{that_day[0].path}.amount")
    made = _line(known, key, _(NEXT).format(names=listed(names)), fixed(day, known.target), where=where, note="loen")
    yield replace(made, amount=Decimal(sum(move.oere for move in that_day)).scaleb(-2))


def _holiday(known: Known) -> Iterator[RescueLine]:
    """Feriepenge with a day of their own, else what the assessment says there is to claim."""
    day, amount, path = _own_day(known, HOLIDAY)
    answer = known.assessments.get(HOLIDAY)
    if day:
        made = _line(known, HOLIDAY, _("Feriepenge"), fixed(day, known.target), where=("budget", path), note="loen")
        yield replace(made, amount=amount)
        return
    if answer is None or answer.verdict is Verdict.NO or not concerns(HOLIDAY, known.case, known.on):
        return
    usual = known.usual.rescues.get(HOLIDAY)
    timing = to_apply(usual.after, known.on, known.target) if usual else UNTIMED
    where = ("ydelser", _of_tenant(known, "adult.feriepenge_unclaimed"))
    made = _line(known, HOLIDAY, answer.title, timing, where=where, note=HOLIDAY)
    yield replace(made, state=State.OPEN, amount=answer.once, before_tax=answer.once is not None)


def _tax(known: Known) -> Iterator[RescueLine]:
    """Overskydende skat comes in its season; debt to the public may take it. Left out while it is far away."""
    day, amount, path = _own_day(known, TAX)
    usual = known.usual.rescues.get(TAX)
    timing = fixed(day, known.target) if day else UNTIMED
    if usual and not day:
        timing = waiting(usual.after(known.on), known.target)
    if timing.span and timing.span.first > known.on + AHEAD:
        return
    where = ("budget", path) if day else ("ydelser", _of_tenant(known, "adult.forskudsopgoerelse_checked"))
    owes = any(debt.kind == _PUBLIC_DEBT for debt in known.case.debts)
    made = _line(known, TAX, _("Overskydende skat"), timing, where=where, note="skat_gaeld" if owes else "skat")
    yield replace(made, amount=amount)


def _own_day(known: Known, kind: str) -> tuple[date | None, Decimal | None, str]:
    """The next day on which a row of income of this kind comes, its amount and the path of that."""
    found = [move for move in _coming(known) if _kind(move, known.case) == kind]
    if not found:
        return None, None, ""
    return found[0].day, Decimal(found[0].oere).scaleb(-2), f"case.{found[0].path}.amount"


def _of_tenant(known: Known, fact: str) -> str:
    return f"case.persons[{known.case.tenant.id}].{fact}" if known.case.tenant else "case.persons"


def _network(known: Known) -> RescueLine:
    tried = any(way.id == "network" and way.answer for way in known.case.conversation.ways_tried)
    where = ("aftale", "case.conversation.ways_tried[network].answer")
    made = _line(known, "netvaerk", _(NETWORK), UNTIMED, where=where, note="netvaerk")
    return replace(made, state=State.TRIED if tried else State.OPEN)


def _line(
    known: Known, key: str, title: str, timing: Timing, *, where: tuple[str, str], note: str
) -> RescueLine:  # fmt: skip
    usual, span = known.usual.rescues.get(key), timing.span
    estimated = usual if span is not None and (span.first != span.last or timing.apply_by) else None
    return RescueLine(
        key=key,
        title=title,
        chance=timing.chance,
        state=State.THERE,
        begins=known.on,
        first=span.first if span else None,
        last=span.last if span else None,
        apply_by=timing.apply_by,
        source=estimated.source if estimated else "",
        confidence=estimated.confidence if estimated else None,
        page=where[0],
        path=where[1],
        note=note,
    )
