"""Words about a landlord's list of arrears while it is taken in: what was read and left out, and why it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from budgetdesk.casework.arrears_entries import Column, ListEntry
from budgetdesk.casework.arrears_match import SURE, How
from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.formats import day, kroner, number
from budgetdesk.i18n import N_, _, ngettext

COLUMNS = {
    Column.REFERENCE: N_("nummer på lejemål eller lejer"),
    Column.NAME: N_("navn"),
    Column.ADDRESS: N_("adresse"),
    Column.AMOUNT: N_("restance"),
    Column.DUE: N_("ældste forfald"),
    Column.PAAKRAV: N_("påkrav sendt"),
    Column.RENT: N_("husleje om måneden"),
    Column.PHONE: N_("telefon"),
    Column.CPR: N_("CPR (kun til at finde sagen)"),
}
NOT_USED = N_("gemmes ikke")
CPR_READ = N_("CPR bliver kun brugt til at finde sagen. Det bliver ikke gemt med listen.")
NOTHING_KEPT = N_("Intet er gemt endnu.")


def rows_of(count: int) -> str:
    """`1 række`, `412 rækker`, `500.000 rækker`."""
    return ngettext("{count} række", "{count} rækker", count).format(count=number(count))


def read(rows: int, total: Decimal, stated: Decimal | None) -> str:
    """How much was read, and whether it is what the list itself says."""
    said = _("{rows_of} er læst: {kr} i alt.").format(rows_of=rows_of(rows), kr=_kr(total))
    if stated is None:
        return said
    if stated == total:
        return _("{said} Det er også listens egen sum.").format(said=said)
    off = _("mere") if stated > total else _("mindre")
    return _("{said} Listens egen sum er {kr} {off}. Se efter, om noget mangler.").format(
        said=said, kr=_kr(abs(stated - total)), off=off
    )


def passed_over(totals: int, headings: int) -> str:
    """What was no tenant; "" where there was nothing of the kind."""
    parts = []
    if totals:
        parts.append(ngettext("{totals} med en sum", "{totals} med summer", totals).format(totals=number(totals)))
    if headings:
        parts.append(_("{headings} uden beløb").format(headings=number(headings)))
    return _("Sprunget over: {parts}.").format(parts=_(" og ").join(parts)) if parts else ""


def matched(matches: Mapping[How, int]) -> str:
    """How many of the rows belong to cases, how many may, and how many do not."""
    sure = sum(count for how, count in matches.items() if how in SURE)
    doubt, nobody = matches.get(How.DOUBT, 0), matches.get(How.NOBODY, 0) + matches.get(How.OTHER, 0)
    said = [
        _("{sure} hører til sager, I har.").format(sure=number(sure)) if sure else _("Ingen hører til sager, I har.")
    ]
    if doubt:
        said.append(_("{doubt} ligner: dem spørger vi om bagefter.").format(doubt=number(doubt)))
    if nobody and sure:
        said.append(_("{nobody} har ingen sag.").format(nobody=number(nobody)))
    return " ".join(said)


def left_out(names: Sequence[str]) -> str:
    """Which columns are not kept; "" where all are."""
    return _("Gemmes ikke: {names}.").format(names=", ".join(names)) if names else ""


def unread(count: int, shown: int) -> str:
    """What comes below the problems that are shown; "" where they are all."""
    return _("Og {count} til.").format(count=number(count - shown)) if count > shown else ""


def sample_row(entry: ListEntry) -> tuple[str, ...]:
    """Who, where, since when and how much, as a row of the preview."""
    who = " · ".join(part for part in (entry.name, entry.reference) if part)
    since = day(entry.due) if entry.due else "–"
    return who or "–", entry.address or "–", since, kroner(entry.amount)


SAMPLE = (N_("Hvem"), N_("Adresse"), N_(">Ældste forfald"), ">Restance")


def named(info: ListInfo) -> str:
    """`Boligforeningen Lærkely, 18. november 2026`."""
    return f"{info.sender}, {day(info.stated_on)}"


def about(info: ListInfo, on: date) -> tuple[str, ...]:
    """What the list is kept for, what was not kept, and until when, one sentence each."""
    by = _(" af {taken_by}").format(taken_by=info.taken_by) if info.taken_by else ""
    return tuple(
        said
        for said in (
            _("Hentet {taken_on}{by}: {rows_of}, {kr} i alt.").format(
                taken_on=day(info.taken_on), by=by, rows_of=rows_of(info.rows), kr=_kr(info.total)
            ),
            _("Bruges til: {purpose}.").format(purpose=info.purpose).replace("..", "."),
            _("Grundlag: {legal_basis}.").format(legal_basis=info.legal_basis).replace("..", "."),
            left_out(info.left_out),
            until(info, on),
        )
        if said
    )


def until(info: ListInfo, on: date) -> str:
    """By when it is deleted, or that it should have been."""
    if info.is_due(on):
        return _("Listen skulle være slettet {keep_until}. Slet den nu.").format(keep_until=day(info.keep_until))
    return _("Slettes senest {keep_until}.").format(keep_until=day(info.keep_until))


def due(lists: Sequence[ListInfo]) -> str:
    """`1 liste skal slettes: Lærkely, 1. august 2026.`"""
    many = _("1 liste skal slettes") if len(lists) == 1 else _("{count} lister skal slettes").format(count=len(lists))
    return f"{many}: {'; '.join(map(named, lists))}."


def _kr(amount: Decimal) -> str:
    return kroner(amount, oere=False)
