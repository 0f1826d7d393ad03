"""Words about a landlord's list of arrears while it is taken in: what was read and left out, and why it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from budgetdesk.casework.arrears_entries import Column, ListEntry
from budgetdesk.casework.arrears_match import SURE, How
from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.formats import day, kroner, number

COLUMNS = {
    Column.REFERENCE: "nummer på lejemål eller lejer",
    Column.NAME: "navn",
    Column.ADDRESS: "adresse",
    Column.AMOUNT: "restance",
    Column.DUE: "ældste forfald",
    Column.PAAKRAV: "påkrav sendt",
    Column.RENT: "husleje om måneden",
    Column.PHONE: "telefon",
    Column.CPR: "CPR (kun til at finde sagen)",
}
NOT_USED = "gemmes ikke"
CPR_READ = "CPR bliver kun brugt til at finde sagen. Det bliver ikke gemt med listen."
NOTHING_KEPT = "Intet er gemt endnu."


def rows_of(count: int) -> str:
    """`1 række`, `412 rækker`, `500.000 rækker`."""
    return f"{number(count)} {'række' if count == 1 else 'rækker'}"


def read(rows: int, total: Decimal, stated: Decimal | None) -> str:
    """How much was read, and whether it is what the list itself says."""
    said = f"{rows_of(rows)} er læst: {_kr(total)} i alt."
    if stated is None:
        return said
    if stated == total:
        return f"{said} Det er også listens egen sum."
    off = "mere" if stated > total else "mindre"
    return f"{said} Listens egen sum er {_kr(abs(stated - total))} {off}. Se efter, om noget mangler."


def passed_over(totals: int, headings: int) -> str:
    """What was no tenant; "" where there was nothing of the kind."""
    parts = []
    if totals:
        parts.append(f"{number(totals)} med {'en sum' if totals == 1 else 'summer'}")
    if headings:
        parts.append(f"{number(headings)} uden beløb")
    return f"Sprunget over: {' og '.join(parts)}." if parts else ""


def matched(matches: Mapping[How, int]) -> str:
    """How many of the rows belong to cases, how many may, and how many do not."""
    sure = sum(count for how, count in matches.items() if how in SURE)
    doubt, nobody = matches.get(How.DOUBT, 0), matches.get(How.NOBODY, 0) + matches.get(How.OTHER, 0)
    said = [f"{number(sure)} hører til sager, I har." if sure else "Ingen hører til sager, I har."]
    if doubt:
        said.append(f"{number(doubt)} ligner: dem spørger vi om bagefter.")
    if nobody and sure:
        said.append(f"{number(nobody)} har ingen sag.")
    return " ".join(said)


def left_out(names: Sequence[str]) -> str:
    """Which columns are not kept; "" where all are."""
    return f"Gemmes ikke: {', '.join(names)}." if names else ""


def unread(count: int, shown: int) -> str:
    """What comes below the problems that are shown; "" where they are all."""
    return f"Og {number(count - shown)} til." if count > shown else ""


def sample_row(entry: ListEntry) -> tuple[str, ...]:
    """Who, where, since when and how much, as a row of the preview."""
    who = " · ".join(part for part in (entry.name, entry.reference) if part)
    since = day(entry.due) if entry.due else "–"
    return who or "–", entry.address or "–", since, kroner(entry.amount)


SAMPLE = ("Hvem", "Adresse", ">Ældste forfald", ">Restance")


def named(info: ListInfo) -> str:
    """`Boligforeningen Lærkely, 18. november 2026`."""
    return f"{info.sender}, {day(info.stated_on)}"


def about(info: ListInfo, on: date) -> tuple[str, ...]:
    """What the list is kept for, what was not kept, and until when, one sentence each."""
    by = f" af {info.taken_by}" if info.taken_by else ""
    return tuple(
        said
        for said in (
            f"Hentet {day(info.taken_on)}{by}: {rows_of(info.rows)}, {_kr(info.total)} i alt.",
            f"Bruges til: {info.purpose}.".replace("..", "."),
            f"Grundlag: {info.legal_basis}.".replace("..", "."),
            left_out(info.left_out),
            until(info, on),
        )
        if said
    )


def until(info: ListInfo, on: date) -> str:
    """By when it is deleted, or that it should have been."""
    if info.is_due(on):
        return f"Listen skulle være slettet {day(info.keep_until)}. Slet den nu."
    return f"Slettes senest {day(info.keep_until)}."


def due(lists: Sequence[ListInfo]) -> str:
    """`1 liste skal slettes: Lærkely, 1. august 2026.`"""
    many = "1 liste skal slettes" if len(lists) == 1 else f"{len(lists)} lister skal slettes"
    return f"{many}: {'; '.join(map(named, lists))}."


def _kr(amount: Decimal) -> str:
    return kroner(amount, oere=False)
