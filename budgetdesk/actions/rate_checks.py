"""Whether an entered figure can be taken in: the rules of the program's own files, said at the field they are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.benefits.rate_edits import RateEdit, Standing, with_overrides
from budgetdesk.benefits.rates import Law, Rates, Series
from budgetdesk.errors import RateEntryError, RatesFileError
from budgetdesk.i18n import _
from budgetdesk.readers.rates import check_days, check_unit

LONGEST_TEXT = 400


def check(own: Rates, others: Sequence[RateEdit], edit: RateEdit) -> None:
    """Raises RateEntryError, with the field, unless `edit` can stand beside our own figures and the `others` that were
    entered and not withdrawn."""
    law, series = _series(own, edit)
    require_name(edit.entered_by)
    _check_source(edit)
    _check_value(series, edit)
    beside = [other for other in others if other.of_same(edit) and other.id != edit.id and other.days != edit.days]
    _check_days(own, law, series, beside, edit)


def require_name(name: str) -> None:
    """Raises RateEntryError unless somebody signs with a name."""
    if not name.strip() or len(name) > LONGEST_TEXT:
        raise RateEntryError(_("Skriv dit navn først, så det kan ses, hvem der har set satsen i kilden."), "entered_by")


def _series(own: Rates, edit: RateEdit) -> tuple[Law, Series]:
    law = own.get(edit.law)
    if law is None or edit.series not in law.series:
        raise RateEntryError(
            _("Programmet har ingen sats “{series}” i “{law}”. Vælg en fra listen.").format(
                series=edit.series, law=edit.law
            ),
            "series",
        )
    return law, law.series[edit.series]


def _check_source(edit: RateEdit) -> None:
    if not edit.source.strip():
        raise RateEntryError(_("Skriv, hvor satsen står: fx vejledningens navn og nummer."), "source")
    if max(len(edit.source), len(edit.link)) > LONGEST_TEXT:
        raise RateEntryError(_("Kilden er for lang. Skriv kun navn, nummer og adresse."), "source")


def _check_value(series: Series, edit: RateEdit) -> None:
    if not edit.value.is_finite() or edit.value < 0:
        raise RateEntryError(_("Satser skrives uden fortegn. Ret tallet."), "value")
    try:
        check_unit(series.title, series.unit, edit.value)
    except RatesFileError as error:
        raise RateEntryError(str(error), "value") from error


def _check_days(own: Rates, law: Law, series: Series, beside: Sequence[RateEdit], edit: RateEdit) -> None:
    if edit.end < edit.start:
        raise RateEntryError(
            _("Perioden slutter {said}, før den begynder. Ret dagene.").format(said=_said(edit.end)), "end"
        )
    gone = min((day for day in (series.repealed, law.repealed) if day is not None), default=None)
    if gone is not None and edit.end >= gone:
        raise RateEntryError(
            _("{title} findes ikke mere fra {said}. Ret dagene.").format(title=series.title, said=_said(gone)), "start"
        )
    for other in beside:
        if other.touches(edit):
            state = _("venter på kontrol") if other.standing is Standing.WAITING else _("er i kraft")
            days = f"{_said(other.start)}-{_said(other.end)}"
            raise RateEntryError(
                _("Der er allerede en sats for {days}, som {state}. Ret dagene.").format(days=days, state=state),
                "start",
            )
    merged = with_overrides(own, [*beside, edit])[edit.law].series[edit.series]
    try:
        check_days(series.title, [(rate.start, rate.end) for rate in merged.rates], merged.unknown)
    except RatesFileError as error:
        raise RateEntryError(_gap(str(error)), "start") from error


def _gap(sentence: str) -> str:
    """The loader's sentence without its advice about files."""
    return sentence.split(" Skriv den", maxsplit=1)[0] + _(" Ret dagene, eller indtast den manglende periode først.")


def _said(day: date) -> str:
    return f"{day:%d.%m.%Y}"
