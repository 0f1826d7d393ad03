"""The evaluation as it is written to paper and tables: areas together, never one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from budgetdesk import formats
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.effect import Series
from budgetdesk.statistics.interval import Judged
from budgetdesk.statistics.savings import Saving
from budgetdesk.wording import effect as words
from budgetdesk.wording.statistics_report import Cell, Content, Sheet

TITLE = N_("Virker indsatsen?")
NOTE = N_("Områderne står samlet: dem med indsatsen for sig og dem, de sammenlignes med, for sig. Ingen sager indgår.")
_RATES = N_("Udsættelser og lejemål, som de er skrevet. Årene tælles fra det sidste år før indsatsen.")
_JUDGED = N_(
    "Færre pr. 1.000: faldet siden det sidste år før, minus faldet i sammenligningen. Procentpoint: faldet ud over den "
    "tendens, der var før, minus det samme i sammenligningen (CFBU, “Sociale viceværter”)."
)
_SAVINGS = N_(
    "Pris og gevinst om året pr. 1.000 lejemål. Gevinsten er antal forebyggede udsættelser gange udlejers tab ved én. "
    "“Andre skal spare” er det, fx kommunen skal spare, før indsatsen går lige op."
)


def evaluation_content(
    effort: Series,
    control: Series,
    found: Sequence[Judged],
    savings: Mapping[int, Saving],
    *,
    on: date,
    organisation: str,
) -> Content:
    """What a file says."""
    sheets = [_rates(effort, control), _effects(found)]
    plots = [words.rates_plot(effort, control)]
    said = [sentence for one in found for sentence in words.judged(one)]
    if savings:
        sheets.append(_costs(savings))
        plots += [words.waterfall(one, words.year(at)) for at, one in savings.items() if one.prevented > 0]
        said += [
            sentence for at, one in savings.items() for sentence in words.savings(one, words.year(at).capitalize())
        ]
    return Content(
        title=_(TITLE),
        organisation=organisation,
        on=on,
        facts=((_("Regnet"), formats.day(on)),),
        note=_(NOTE),
        sheets=tuple(sheets),
        plots=tuple(plots),
        said=tuple(said),
        left_out=(),
        rules=translated(words.ASSUMPTIONS),
        for_others=True,
        rules_title=_("Det bygger på"),
    )


def _rates(effort: Series, control: Series) -> Sheet:
    years = sorted(set(effort) & set(control))
    rows: list[tuple[Cell, ...]] = [
        (
            words.year(at),
            effort[at].evictions,
            effort[at].tenancies,
            words.decimals(effort[at].rate),
            words.decimals(control[at].rate),
        )
        for at in years
    ]
    heading = (
        "",
        _("Udsættelser, indsats"),
        _("Lejemål, indsats"),
        _("Pr. 1.000, indsats"),
        _("Pr. 1.000, sammenligning"),
    )
    return _sheet("rates", _(words.RATES), heading, rows, _(_RATES))


def _effects(found: Sequence[Judged]) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (
            words.year(one.year),
            words.decimals(one.plain.value),
            words.between(one.plain, 1),
            words.decimals(one.effect.share * 100) if one.effect else "–",
            words.between(one.share, 100) if one.share else "–",
        )
        for one in found
    ]
    return _sheet("effects", _("Forskel i forskelle"), translated(words.JUDGED), rows, _(_JUDGED))


def _costs(savings: Mapping[int, Saving]) -> Sheet:
    rows: list[tuple[Cell, ...]] = [
        (
            words.year(at),
            words.decimals(one.prevented),
            int(one.cost),
            int(one.saved),
            int(one.to_break_even),
        )
        for at, one in savings.items()
    ]
    heading = ("", _("Forebygget pr. 1.000"), _("Koster, kr."), _("Udlejer sparer, kr."), _("Andre skal spare, kr."))
    return _sheet("savings", _("Pris og gevinst"), heading, rows, _(_SAVINGS))


def _sheet(name: str, title: str, heading: tuple[str, ...], rows: Sequence[tuple[Cell, ...]], definition: str) -> Sheet:
    return Sheet(
        section=_("Tallene"),
        name=name,
        title=title,
        heading=heading,
        rows=tuple(rows),
        definition=definition,
        total=False,
    )
