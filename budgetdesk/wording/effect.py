"""Effect, cost and saving in words and pictures, for leaders and evaluators. Amounts are kr per 1,000 tenancies."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from budgetdesk import formats
from budgetdesk.i18n import N_, _
from budgetdesk.statistics.effect import LAST_BEFORE, Series
from budgetdesk.statistics.interval import Interval, Judged
from budgetdesk.statistics.savings import Saving
from budgetdesk.wording.plots import Plot, Strand

EFFORT, CONTROL = N_("Indsats"), N_("Sammenligning")
RATES = N_("Udsættelser pr. 1.000 lejemål")
ASSUMPTIONS = (
    N_(
        "Uden indsatsen var udsættelserne gået samme vej i begge slags områder. Se på årene før: "
        "går linjerne samme vej dér?"
    ),
    N_(
        "Rapporternes metode går et skridt videre: den lader tendensen i årene før fortsætte. "
        "Med få år før er den usikker."
    ),
    N_("Områderne ligner hinanden, og ingen flytter fra det ene til det andet på grund af indsatsen."),
    N_("Udsættelser og lejemål tælles ens alle steder og alle år."),
    N_(
        "Intervallet regner kun med tilfældet: udsættelser sker uafhængigt af hinanden (Poisson), og lejemålene "
        "kendes. Det siger intet om, hvorvidt de andre antagelser holder."
    ),
)
"""What has to hold, in words."""


def year(number: int) -> str:
    """`2 år før`, `sidste år før`, `1 år efter`: counted from the last year without the effort."""
    if number == LAST_BEFORE:
        return _("sidste år før")
    return (_("{number} år før") if number < 0 else _("{number} år efter")).format(number=abs(number))


def decimals(value: float | Fraction, places: int = 1) -> Decimal:
    """Rounded half away from zero."""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(repr(value))
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def text(value: float | Fraction, places: int = 1) -> str:
    """`10,3`, `−0,2`: as many decimals every time."""
    shown = decimals(value, places)
    return f"{shown:f}".replace(".", ",").replace("-", formats.MINUS)


def rates_plot(effort: Series, control: Series) -> Plot:
    """Evictions per 1,000 tenancies, year by year, in both kinds of areas."""
    years = sorted(set(effort) & set(control))
    strands = tuple(
        Strand(
            name=name,
            values=tuple(float(one[at].rate) for at in years),
            texts=tuple(text(one[at].rate) for at in years),
        )
        for name, one in ((_(EFFORT), effort), (_(CONTROL), control))
    )
    rows = zip(map(year, years), strands[0].texts, strands[1].texts, strict=True)
    said = (
        f"{strand.name}: {', '.join(f'{year(at)} {cell}' for at, cell in zip(years, strand.texts, strict=True))}."
        for strand in strands
    )
    return Plot(
        title=_(RATES),
        caption=_("Indsatsen begyndte efter “sidste år før”."),
        spoken=" ".join(said),
        labels=tuple(map(year, years)),
        strands=strands,
        kind="lines",
        table=(("", _(EFFORT), _(CONTROL)), *rows),
    )


def waterfall(saving: Saving, of: str) -> Plot:
    """Down from what the effort costs, by what the landlord saves, to what others have to save."""
    left = saving.cost - saving.saved
    last = _("andre skal spare") if left >= 0 else _("tjent ind")
    amounts = (saving.cost, -saving.saved, left)
    texts = tuple(formats.amount(amount, oere=False) for amount in amounts)
    names = (_("indsatsen koster"), _("udlejer sparer"), last)
    return Plot(
        title=_("Pris og gevinst, {of}").format(of=of),
        caption=_("Kr. om året pr. 1.000 lejemål."),
        spoken=", ".join(
            _("{name} {cell} kr.").format(name=name, cell=cell) for name, cell in zip(names, texts, strict=True)
        ),
        labels=names,
        strands=(
            Strand(
                name=of,
                values=tuple(map(float, amounts)),
                texts=texts,
                bases=(0.0, float(saving.cost), 0.0),
                fills=("solid", "empty", "solid"),
            ),
        ),
        kind="steps",
        table=(
            ("", _("Kr.")),
            *((name, _("{cell} kr.").format(cell=cell)) for name, cell in zip(names, texts, strict=True)),
        ),
    )


def judged(one: Judged) -> tuple[str, ...]:
    """One year in sentences: the plain difference, then by the method of the reports."""
    when = year(one.year)
    said = [f"{when[0].upper()}{when[1:]}: {_plain(one.plain)}"]
    if one.effect is not None and one.share is not None:
        said.append(
            _(
                "Efter rapporternes metode faldt udsættelserne {text} procentpoint mere end i "
                "sammenligningen (mellem {text_2} og {text_3}). Det svarer til {text_4} udsættelser pr. "
                "1.000 lejemål. {chance}"
            ).format(
                text=text(one.effect.share * 100),
                text_2=text(one.share.low * 100),
                text_3=text(one.share.high * 100),
                text_4=text(one.effect.per_thousand),
                chance=_chance(one.share),
            )
        )
    return tuple(said)


def judged_rows(found: Sequence[Judged]) -> tuple[tuple[str, ...], ...]:
    """The same as a table: year, fewer per 1,000, between; percentage points, between."""
    return tuple(
        (
            year(one.year),
            text(one.plain.value),
            between(one.plain, 1),
            text(one.effect.share * 100) if one.effect else "–",
            between(one.share, 100) if one.share else "–",
        )
        for one in found
    )


JUDGED = ("", N_("Færre pr. 1.000"), N_("95 %: mellem"), N_("Procentpoint"), N_("95 %: mellem"))


def between(interval: Interval, times: int) -> str:
    """`−1,2 og 3,4`."""
    return _("{text} og {text_2}").format(text=text(interval.low * times), text_2=text(interval.high * times))


def savings(saving: Saving, of: str) -> tuple[str, ...]:
    """Cost and saving of one year in sentences."""
    if saving.prevented <= 0:
        return (
            _("{of}: efter disse tal er ingen udsættelser forebygget. Så er der ingen gevinst at regne.").format(of=of),
        )
    cost, saved, left = (formats.kroner(one, oere=False) for one in (saving.cost, saving.saved, saving.to_break_even))
    first = _("{of}: {text} udsættelser forebygget pr. 1.000 lejemål. Det sparer udlejer for {saved}").format(
        of=of, text=text(saving.prevented), saved=saved
    )
    each = saving.to_break_even_each
    if saving.to_break_even == 0 or each is None:
        return (first, _("Indsatsen koster {cost} og tjener sig selv ind hos udlejer.").format(cost=cost))
    return (
        first,
        _(
            "Indsatsen koster {cost} og går lige op, hvis andre, fx kommunen, sparer {left} i alt. "
            "Det er {each} for hver udsættelse."
        ).format(cost=cost, left=left, each=formats.kroner(each, oere=False)),
    )


def _plain(interval: Interval) -> str:
    fewer = _("færre") if interval.value >= 0 else _("flere")
    return _(
        "{text} {fewer} udsættelser pr. 1.000 lejemål, end sammenligningen lader vente (færre: "
        "mellem {text_2} og {text_3}). {chance}"
    ).format(
        text=text(abs(interval.value)),
        fewer=fewer,
        text_2=text(interval.low),
        text_3=text(interval.high),
        chance=_chance(interval),
    )


def _chance(interval: Interval) -> str:
    return _("Det er næppe tilfældigt.") if interval.tells else _("Det kan være et tilfælde.")
