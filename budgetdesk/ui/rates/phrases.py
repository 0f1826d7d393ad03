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
from budgetdesk.i18n import N_, _
from budgetdesk.ui.phrases import count
from budgetdesk.wording import steps

STANDING = {
    Standing.WAITING: N_("Venter på kontrol"),
    Standing.IN_FORCE: N_("Gælder"),
    Standing.WITHDRAWN: N_("Trukket tilbage"),
}
COMING = {Coming.NEW: N_("Ny"), Coming.CHANGED: N_("Ændret"), Coming.SAME: N_("Som her"), Coming.REFUSED: N_("Afvist")}
_NAMED = 2
"""How many laws the banner names."""


def value(figure: Decimal, unit: str) -> str:
    """`170.300 kr/år`, `18 pct`."""
    said = formats.amount(figure) if unit.startswith("kr") else formats.number(figure)
    return f"{said}{formats.NO_BREAK}{steps.unit(unit)}"


def per_cent(change: Change) -> str:
    """`+2,8 %`, `uændret`; nothing where there is no old figure."""
    if change.per_cent is None:
        return "" if change.old is None or change.old.value == change.new else _("før 0")
    if change.old is not None and change.old.value == change.new:
        return _("uændret")
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
    return _("Kilde: ") + ", ".join(part for part in said if part)


def by_whom(edit: RateEdit) -> str:
    """Who did what with it, and when."""
    said = [
        _("indtastet af {entered_by} {entered_on}").format(
            entered_by=edit.entered_by, entered_on=formats.short_day(edit.entered_on)
        )
    ]
    if edit.confirmed_on is not None:
        said.append(
            _("kontrolleret af {confirmed_by} {confirmed_on}").format(
                confirmed_by=edit.confirmed_by, confirmed_on=formats.short_day(edit.confirmed_on)
            )
        )
    if edit.withdrawn_on is not None:
        said.append(
            _("trukket tilbage af {withdrawn_by} {withdrawn_on}").format(
                withdrawn_by=edit.withdrawn_by, withdrawn_on=formats.short_day(edit.withdrawn_on)
            )
        )
    whole = ", ".join(said)
    return whole[0].upper() + whole[1:]


def notice(found: RateNotice, rates: Rates) -> str:
    """The sentence of the banner."""
    titles = list(dict.fromkeys(rates[law].title.split(",")[0].split(":")[0] for law in found.laws))
    named, rest = titles[:_NAMED], len(titles) - _NAMED
    laws = ", ".join(named) + (
        _(" og {count} til").format(count=count(rest, N_("lov"), N_("love"))) if rest > 0 else ""
    )
    waits = (
        _(" {count} på kontrol.").format(count=count(found.waiting, N_("ny sats venter"), N_("nye satser venter")))
        if found.waiting
        else ""
    )
    if found.expired:
        begin = _("Satserne for {year} gælder ikke længere ({laws}).").format(year=found.last_day.year, laws=laws)
        return _("{begin} Indtast de nye, eller hent en nyere udgave.{waits}").format(begin=begin, waits=waits)
    begin = _("Satserne for {year} gælder til og med {last_day} ({laws}).").format(
        year=found.last_day.year, last_day=formats.day(found.last_day), laws=laws
    )
    return _("{begin} De nye kan indtastes nu.{waits}").format(begin=begin, waits=waits)


def benefit_change(change: BenefitChange) -> str:
    """`Boligstøtte: fra 1.234 kr. (satser 31.12.2026) til 1.300 kr. om måneden`."""
    before = (
        _(" (satser {on})").format(on=formats.short_day(change.before.on))
        if change.before.on != change.after.on
        else ""
    )
    return _("{title}: fra {answer}{before} til {answer_2}").format(
        title=change.title, answer=answer(change.before), before=before, answer_2=answer(change.after)
    )


def answer(found: Answer) -> str:
    """An amount per month, a range, or the verdict."""
    if found.verdict is Verdict.NO:
        return _("ikke relevant")
    if found.amount is not None:
        return _("{amount} om måneden").format(amount=formats.kroner(found.amount))
    if found.highest is not None:
        return _("{lowest}–{highest} om måneden").format(
            lowest=formats.amount(found.lowest or Decimal(0)), highest=formats.kroner(found.highest)
        )
    return _("kan ikke regnes")


def paper(found: StalePaper) -> str:
    """What a paper says that is not so any more."""
    made = _("{title}, lavet {made_on}").format(title=found.title, made_on=formats.short_day(found.made_on))
    if not found.figures:
        return _("{made}: lavet før de nye satser").format(made=made)
    return _("{made}: {count}, fx {figures}").format(
        made=made,
        count=count(len(found.figures), N_("sats er ændret"), N_("satser er ændret")),
        figures=found.figures[0],
    )


def preview_value(row: PreviewRow) -> str:
    """The value of the file beside the one here."""
    if row.edit is None or row.series is None:
        return ""
    now = value(row.edit.value, row.series.unit)
    return (
        _("{now} (her {value})").format(now=now, value=value(Decimal(row.here), row.series.unit))
        if row.coming is Coming.CHANGED
        else now
    )
