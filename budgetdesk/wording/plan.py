"""Sentences about a repayment plan, shared by window, paper and command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.formats import kroner, percent
from budgetdesk.household.agreement import Instalment
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import BreakPoint, DayBalance, PlanOption, PlanTest, PlanVerdict, Premise, Standing
from budgetdesk.wording.days import count, near_day

PROPOSAL = "Forslag, gælder først når udlejer har sagt ja"
ACCEPTED = "Udlejer har sagt ja"
OPTION_NAMES = {
    "shortest": "kortest",
    "gentlest": "lempeligst",
    "with_one_off": "med engangsbeløb",
    "chosen": "valgt",
}
_HEADLINES = {
    PlanVerdict.HOLDS: "Økonomien holder",
    PlanVerdict.HOLDS_IF: "Økonomien holder, hvis ...",
    PlanVerdict.TIGHT: "Økonomien holder lige",
    PlanVerdict.BREAKS: "Økonomien holder ikke",
}


def headline(test: PlanTest) -> str:
    """The verdict in a few words. A plan that breaks only because facts are missing is not called broken."""
    if test.verdict is PlanVerdict.BREAKS and test.missing_facts:
        return "Det kan ikke siges endnu"
    return _HEADLINES[test.verdict]


def standing(test: PlanTest) -> str:
    """Whether the landlord has said yes."""
    return PROPOSAL if test.standing is Standing.PROPOSAL else ACCEPTED


def summary(test: PlanTest) -> tuple[str, ...]:
    """The answer in a few sentences: what is paid, how it stands, the lowest day, what it waits for."""
    lines = [instalments(test.instalments, test.on)] if test.instalments else []
    lines.append(_explained(test))
    if test.lowest is not None and test.verdict is not PlanVerdict.BREAKS:
        lines.append(lowest(test.lowest, test.on))
    if test.instalments and test.standing is Standing.PROPOSAL:
        lines.append(f"{PROPOSAL}.")
    return tuple(lines)


def _explained(test: PlanTest) -> str:
    if test.verdict is PlanVerdict.BREAKS:
        return first_break(test) or "Der er ikke penge nok til en plan."
    if test.verdict is PlanVerdict.HOLDS_IF:
        return "Den holder kun, hvis dette falder på plads: " + " ".join(test.conditions)
    counted = "Der er kun regnet med penge, der er bevilget."
    return counted if test.verdict is PlanVerdict.HOLDS else f"En dag kommer tæt på nul. {counted}"


def instalments(plan: Sequence[Instalment], on: date) -> str:
    """`Otte rater à 991,87 kr. Den første 1. december.`; the last is told where it differs."""
    if not plan:
        return "Ingen rater."
    first = f"Den første {near_day(plan[0].due, on)}."
    amounts = [i.amount for i in plan]
    if len(plan) == 1:
        return f"Én betaling på {kroner(amounts[0])} {near_day(plan[0].due, on)}."
    if len(set(amounts)) == 1:
        return f"{count(len(plan)).capitalize()} rater à {kroner(amounts[0])} {first}"
    if len(set(amounts[:-1])) == 1:
        many = "Én rate på" if len(plan) == 2 else f"{count(len(plan) - 1).capitalize()} rater à"
        return f"{many} {kroner(amounts[0])} og en sidste på {kroner(amounts[-1])} {first}"
    return f"{count(len(plan)).capitalize()} rater fra {kroner(min(amounts))} til {kroner(max(amounts))} {first}"


def lowest(low: DayBalance, on: date) -> str:
    """`Laveste dag: 30. november, 750 kr.`"""
    return f"Laveste dag: {near_day(low.day, on)}, {kroner(low.balance)}"


def first_break(test: PlanTest) -> str:
    """The first day below zero and how much is missing; "" where there is none."""
    below = next((d for d in test.curve if d.balance < ZERO), None)
    if below is None:
        return ""
    return f"Den {near_day(below.day, test.on)} mangler der {kroner(-below.balance)}"


def missing_per_month(test: PlanTest) -> str:
    """What would have to be there for a plan to hold; "" where one holds, or where nothing sensible can be said."""
    if test.verdict is not PlanVerdict.BREAKS or not test.missing_per_month:
        return ""
    return f"Der mangler {kroner(test.missing_per_month)} om måneden, før en plan kan holde."


def luft(option: PlanOption) -> str:
    """`229,61 kr. luft om måneden efter raten.`, or how much too little."""
    return luft_left(option.luft_per_month)


def luft_left(left: Decimal | None) -> str:
    """As `luft`, for an amount; "" where it is not known."""
    if left is None:
        return ""
    if left < ZERO:
        return f"{kroner(-left)} for lidt om måneden, mens der betales af."
    return f"{kroner(left)} luft om måneden efter raten."


def alternative(option: PlanOption) -> str:
    """`kortest: 7 rater, 121 kr. luft`"""
    number = len(option.instalments)
    name = OPTION_NAMES.get(option.name, option.name)
    return f"{name}: {number} {'rate' if number == 1 else 'rater'}, {kroner(option.luft_per_month)} luft"


def beside(test: PlanTest, chosen: Sequence[Instalment]) -> dict[str, PlanOption]:
    """The plans to show side by side, each once, by name; the chosen one as well where it is none of the others."""
    found: dict[str, PlanOption] = {}
    for option in test.alternatives:
        if all(option.instalments != other.instalments for other in found.values()):
            found[option.name] = option
    if chosen and all(tuple(chosen) != option.instalments for option in found.values()) and test.lowest is not None:
        found["chosen"] = PlanOption(
            name="chosen",
            instalments=tuple(chosen),
            verdict=test.verdict,
            lowest=test.lowest,
            luft_per_month=test.luft_per_month or ZERO,
        )
    return found


@dataclass(frozen=True)
class Side:
    """One plan in a narrow column: its name, its size, and six lines (some may be empty)."""

    title: str
    size: str
    lines: tuple[str, str, str, str, str, str]


def side(option: PlanOption, test: PlanTest, *, both: bool = False) -> Side:
    """One plan among others; `both`: the shortest is the gentlest as well."""
    plan, number = option.instalments, len(option.instalments)
    name = "Kortest og lempeligst" if both else _SIDES.get(option.name, option.name)
    extra = option.one_off
    usual = [i.amount for i in plan if extra is None or i.due != extra.due]
    return Side(
        title=name,
        size=f"{number} {'rate' if number == 1 else 'rater'}",
        lines=(
            _amounts(usual),
            f"+ {kroner(extra.amount)} af {option.one_off_title.lower()} {near_day(extra.due, test.on)}"
            if extra
            else "",
            _span(plan, test.on),
            lowest(option.lowest, test.on),
            luft(option) if option.verdict is not PlanVerdict.BREAKS else "Holder ikke.",
            f"Godkendes af {option.approver}." if option.approver else "",
        ),
    )


_SIDES = {
    "shortest": "Kortest",
    "gentlest": "Lempeligst",
    "with_one_off": "Med engangsbeløb",
    "chosen": "Jeres egen",
}


def _extra(option: PlanOption, on: date) -> str:
    if option.one_off is None:
        return ""
    return f"+ {kroner(option.one_off.amount)} af {option.one_off_title.lower()} {near_day(option.one_off.due, on)}"


def _amounts(amounts: Sequence[Decimal]) -> str:
    if not amounts:
        return ""
    low, high = min(amounts), max(amounts)
    if len(amounts) > 1 and high - low < Decimal(1):
        return f"{kroner(low)} om måneden"
    return kroner(low) if low == high else f"fra {kroner(low)} til {kroner(high)}"


def _span(plan: Sequence[Instalment], on: date) -> str:
    first, last = near_day(plan[0].due, on), near_day(plan[-1].due, on)
    return first if first == last else f"{first} – {last}"


def holds_until(points: Sequence[BreakPoint], on: date) -> tuple[str, ...]:
    """What follows "Den holder, indtil": one line per thing that would break the plan."""
    return tuple(line for point in points if point.limit and (line := _until(point, point.limit, on)))


def does_not_stand(points: Sequence[BreakPoint], on: date) -> tuple[str, ...]:
    """What the plan cannot stand at all, as whole sentences."""
    lines = {
        "rent_rises_percent": "Den tåler ingen huslejestigning.",
        "boligstoette_falls": "Den tåler ikke, at boligstøtten falder.",
        "unexpected_bill": "Den tåler ingen uventet regning.",
        "wage_late": "Den tåler ikke, at lønnen kommer en bankdag for sent.",
        "benefit_late": "Den tåler ikke, at en ydelse kommer en uge for sent.",
    }
    return tuple(
        f"{lines[p.kind][:-1]} ({near_day(p.breaks_on, on)})." if p.breaks_on else lines[p.kind]
        for p in points
        if p.limit == 0 and p.kind in lines
    )


def _until(point: BreakPoint, limit: Decimal, on: date) -> str:
    when = f" (så mangler der penge {near_day(point.breaks_on, on)})" if point.breaks_on else ""
    whole = int(limit)
    texts = {
        "rent_rises_percent": f"huslejen stiger mere end {percent(limit)}",
        "boligstoette_falls": f"boligstøtten falder mere end {kroner(limit)}",
        "unexpected_bill": f"der kommer en uventet regning på mere end {kroner(limit)}",
        "wage_late": f"lønnen kommer mere end {whole} {'bankdag' if whole == 1 else 'bankdage'} for sent",
        "benefit_late": f"en ydelse kommer mere end {whole // 7} {'uge' if whole == 7 else 'uger'} for sent",
    }
    text = texts.get(point.kind, "")
    return text + when if text else ""


@dataclass(frozen=True)
class PremiseLine:
    """One premise in words."""

    title: str
    answer: str
    note: str


def premise(of: Premise) -> PremiseLine:
    """Question, `ja`, `nej` or `ikke endnu`, and the note."""
    answer = "ikke endnu" if of.answer is None else "ja" if of.answer else "nej"
    return PremiseLine(of.title, answer, of.note)
