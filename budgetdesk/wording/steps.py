"""An assessment and its working in words, and the list of what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, LookAgain, Step, Verdict
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.casework.missing import Missing
from budgetdesk.formats import day, kroner, number
from budgetdesk.i18n import N_, _, pgettext, translated

VERDICTS = {
    Verdict.YES: N_("Kan være relevant, søg"),
    Verdict.NO: N_("Ser ikke ud til at passe nu"),
    Verdict.UNKNOWN: N_("Kan ikke siges endnu"),
}
CONFIDENCE = {
    Confidence.PRIMARY: N_("læst i reglerne"),
    Confidence.SECONDARY: N_("læst i en god anden kilde"),
    Confidence.DERIVED: N_("udregnet af os"),
    Confidence.UNVERIFIED: N_("ikke bekræftet, vejledende"),
}


@dataclass(frozen=True)
class StepLine:
    """One line of the working: text, paragraph, amount."""

    text: str
    paragraph: str
    amount: str


def verdict(of: Assessment) -> str:
    """Never "du har ret til"."""
    return translated(VERDICTS)[of.verdict]


def amount(of: Assessment) -> str:
    """`2.019 kr. om måneden`, the range while it cannot be told, "" where there is none; "vejledende" where it is."""
    mark = _(", vejledende") if of.vejledende else ""
    if of.verdict is Verdict.UNKNOWN and of.lowest is not None and of.highest is not None:
        return _("mellem {lowest} og {highest} om måneden{mark}").format(
            lowest=kroner(of.lowest), highest=kroner(of.highest), mark=mark
        )
    if of.verdict is Verdict.NO or of.amount_per_month is None:
        return ""
    return _("{amount_per_month} om måneden{mark}").format(amount_per_month=kroner(of.amount_per_month), mark=mark)


def first_sentence(text: str) -> str:
    """The first sentence of a summary. A point after `§ 34, stk.` or `kr.` ends none."""
    found = re.search(r"(?<!\bstk)(?<!\bkr)(?<!\bnr)(?<!\bpr)[.!?](?= [A-ZÆØÅ§])", text)
    return text[: found.end()] if found else text


def step_lines(steps: Iterable[Step]) -> tuple[StepLine, ...]:
    """The working, line by line, as it stands on screen and paper."""
    return tuple(StepLine(s.text, s.paragraph, kroner(s.amount) if s.amount is not None else "") for s in steps)


def as_text(of: Assessment) -> tuple[str, ...]:
    """The whole assessment as lines of text: the summary, the working, what is missing, when to look again."""
    lines = [f"{of.title}: {verdict(of)}" + (f", {amount(of)}" if amount(of) else ""), of.summary]
    lines += [_one_line(step) for step in step_lines(of.steps)]
    lines += [
        _("Se igen{on}: {why}").format(on=f" {day(again.on)}" if again.on else "", why=again.why)
        for again in of.look_again
    ]
    return tuple(line for line in lines if line)


def _one_line(step: StepLine) -> str:
    left = f"{step.text} ({step.paragraph})" if step.paragraph else step.text
    return f"{left}: {step.amount}" if step.amount else left


def rate(used: RateUsed) -> str:
    """A figure with its days, its source and how sure we are of it."""
    value = kroner(used.value) if used.unit.startswith("kr") else f"{number(used.value)} {unit(used.unit)}"
    days = _("{start} til {end}").format(start=day(used.start), end=day(used.end))
    source = f"{used.source} ({translated(CONFIDENCE)[used.confidence]}{by_whom(used)})"
    return _("{title}: {value} ({paragraph}). Gælder {days}. Kilde: {source}.").format(
        title=used.title, value=value, paragraph=used.paragraph, days=days, source=source
    )


def unit(name: str) -> str:
    """What a unit of a figure is called, such as `kr/år`."""
    return {
        "kr/år": _("kr/år"),
        "kr/halvår": _("kr/halvår"),
        "kr/kvartal": _("kr/kvartal"),
        "kr/måned": _("kr/måned"),
        "kr/uge": _("kr/uge"),
        "kr/dag": _("kr/dag"),
        "kr/time": _("kr/time"),
        "kr/m2/år": _("kr/m2/år"),
        "pct": _("pct"),
        "trin": _("trin"),
        "gange": _("gange"),
        "børn": _("børn"),
        "personer": _("personer"),
        "timer": _("timer"),
        "dage": _("dage"),
        "uger": _("uger"),
        "måneder": _("måneder"),
        "år": pgettext("enhed", "år"),
    }.get(name, name)


@dataclass(frozen=True)
class RateLine:
    """A figure in three parts, for a table: what it is, its days and its source, its value."""

    title: str
    source: str
    value: str


def rate_line(used: RateUsed) -> RateLine:
    """As `rate`, in parts."""
    value = kroner(used.value) if used.unit.startswith("kr") else f"{number(used.value)} {unit(used.unit)}"
    days = _("Gælder {start} til {end}.").format(start=day(used.start), end=day(used.end))
    return RateLine(
        f"{used.title}, {used.paragraph}" if used.paragraph else used.title,
        _("{days} Kilde: {source} ({confidence}{by_whom}).").format(
            days=days, source=used.source, confidence=translated(CONFIDENCE)[used.confidence], by_whom=by_whom(used)
        ),
        value,
    )


def by_whom(used: RateUsed) -> str:
    """Who in the organisation entered the figure, and who confirmed it; nothing for the program's own."""
    if not used.entered_by:
        return ""
    confirmed = (
        _(", kontrolleret af {confirmed_by}").format(confirmed_by=used.confirmed_by)
        if used.confirmed_by
        else _(", venter på kontrol")
    )
    return _(", indtastet af {entered_by}{confirmed}").format(entered_by=used.entered_by, confirmed=confirmed)


def again(of: LookAgain) -> str:
    """`1. januar 2027: Nye satser.`"""
    return f"{day(of.on)}: {of.why}" if of.on else of.why


def possible(most: Decimal, *, vejledende: bool) -> str:
    """`Op til 4.201 kr., vejledende`; never a promise."""
    if most <= 0:
        return _("Intet beløb endnu")
    return (_("Op til {most}, vejledende") if vejledende else _("Op til {most}")).format(most=kroner(most, oere=False))


def missing(facts: Iterable[Missing]) -> tuple[str, ...]:
    """What is still missing, what stops everything first."""
    return tuple(fact.text for fact in sorted(facts, key=lambda fact: not fact.blocking))
