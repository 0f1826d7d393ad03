"""How figures of the law, their changes and their standing are said in the window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.actions.rate_effects import Answer, BenefitChange, StalePaper
from budgetdesk.actions.rate_files import Coming, PreviewRow
from budgetdesk.actions.rate_notice import RateNotice
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.rate_changes import Change
from budgetdesk.benefits.rate_edits import RateEdit, Standing
from budgetdesk.benefits.rates import Rates, Series
from budgetdesk.ui.phrases import count

STANDING = {
    Standing.WAITING: "Venter på kontrol",
    Standing.IN_FORCE: "Gælder",
    Standing.WITHDRAWN: "Trukket tilbage",
}
COMING = {Coming.NEW: "Ny", Coming.CHANGED: "Ændret", Coming.SAME: "Som her", Coming.REFUSED: "Afvist"}
_NAMED = 2
"""How many laws the banner names."""


def value(figure: Decimal, unit: str) -> str:
    """`170.300 kr/år`, `18 pct`."""
    said = formats.amount(figure) if unit.startswith("kr") else formats.number(figure)
    return f"{said}{formats.NO_BREAK}{unit}"


def per_cent(change: Change) -> str:
    """`+2,8 %`, `uændret`; nothing where there is no old figure."""
    if change.per_cent is None:
        return "" if change.old is None or change.old.value == change.new else "før 0"
    if change.old is not None and change.old.value == change.new:
        return "uændret"
    return ("+" if change.per_cent > 0 else "") + formats.percent(change.per_cent)


def days(start: date, end: date) -> str:
    """`01.01.2027-31.12.2027`."""
    return f"{formats.short_day(start)}–{formats.short_day(end)}"


def title(series: Series) -> str:
    """The figure with its paragraph."""
    return f"{series.title}, {series.paragraph}".replace("§ ", f"§{formats.NO_BREAK}")


def source(edit: RateEdit) -> str:
    """Where the figure stands."""
    said = [edit.source, edit.link, formats.short_day(edit.source_day) if edit.source_day else ""]
    return "Kilde: " + ", ".join(part for part in said if part)


def by_whom(edit: RateEdit) -> str:
    """Who did what with it, and when."""
    said = [f"indtastet af {edit.entered_by} {formats.short_day(edit.entered_on)}"]
    if edit.confirmed_on is not None:
        said.append(f"kontrolleret af {edit.confirmed_by} {formats.short_day(edit.confirmed_on)}")
    if edit.withdrawn_on is not None:
        said.append(f"trukket tilbage af {edit.withdrawn_by} {formats.short_day(edit.withdrawn_on)}")
    whole = ", ".join(said)
    return whole[0].upper() + whole[1:]


def notice(found: RateNotice, rates: Rates) -> str:
    """The sentence of the banner."""
    titles = list(dict.fromkeys(rates[law].title.split(",")[0].split(":")[0] for law in found.laws))
    named, rest = titles[:_NAMED], len(titles) - _NAMED
    laws = ", ".join(named) + (f" og {count(rest, 'lov', 'love')} til" if rest > 0 else "")
    waits = f" {count(found.waiting, 'ny sats venter', 'nye satser venter')} på kontrol." if found.waiting else ""
    if found.expired:
        begin = f"Satserne for {found.last_day.year} gælder ikke længere ({laws})."
        return f"{begin} Indtast de nye, eller hent en nyere udgave.{waits}"
    begin = f"Satserne for {found.last_day.year} gælder til og med {formats.day(found.last_day)} ({laws})."
    return f"{begin} De nye kan indtastes nu.{waits}"


def benefit_change(change: BenefitChange) -> str:
    """`Boligstøtte: fra 1.234 kr. (satser 31.12.2026) til 1.300 kr. om måneden`."""
    before = f" (satser {formats.short_day(change.before.on)})" if change.before.on != change.after.on else ""
    return f"{change.title}: fra {answer(change.before)}{before} til {answer(change.after)}"


def answer(found: Answer) -> str:
    """An amount per month, a range, or the verdict."""
    if found.verdict is Verdict.NO:
        return "ikke relevant"
    if found.amount is not None:
        return f"{formats.kroner(found.amount)} om måneden"
    if found.highest is not None:
        return f"{formats.amount(found.lowest or Decimal(0))}–{formats.kroner(found.highest)} om måneden"
    return "kan ikke regnes"


def paper(found: StalePaper) -> str:
    """What a paper says that is not so any more."""
    made = f"{found.title}, lavet {formats.short_day(found.made_on)}"
    if not found.figures:
        return f"{made}: lavet før de nye satser"
    return f"{made}: {count(len(found.figures), 'sats er ændret', 'satser er ændret')}, fx {found.figures[0]}"


def preview_value(row: PreviewRow) -> str:
    """The value of the file beside the one here."""
    if row.edit is None or row.series is None:
        return ""
    now = value(row.edit.value, row.series.unit)
    return f"{now} (her {value(Decimal(row.here), row.series.unit)})" if row.coming is Coming.CHANGED else now
