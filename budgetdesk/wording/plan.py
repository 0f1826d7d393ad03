"""Sentences about a repayment plan, shared by window, paper and command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.formats import capital, kroner, percent
from budgetdesk.household.agreement import Instalment
from budgetdesk.i18n import N_, _, ngettext, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import BreakPoint, DayBalance, PlanOption, PlanTest, PlanVerdict, Premise, Standing
from budgetdesk.wording.days import count, near_day

PROPOSAL = N_("Forslag, gælder først når udlejer har sagt ja")
ACCEPTED = N_("Udlejer har sagt ja")
OPTION_NAMES = {
    "shortest": N_("kortest"),
    "gentlest": N_("lempeligst"),
    "with_one_off": N_("med engangsbeløb"),
    "chosen": N_("valgt"),
}
_HEADLINES = {
    PlanVerdict.HOLDS: N_("Økonomien holder"),
    PlanVerdict.HOLDS_IF: N_("Økonomien holder, hvis ..."),
    PlanVerdict.TIGHT: N_("Økonomien holder lige"),
    PlanVerdict.BREAKS: N_("Økonomien holder ikke"),
}


def headline(test: PlanTest) -> str:
    """The verdict in a few words. A plan that breaks only because facts are missing is not called broken."""
    if test.verdict is PlanVerdict.BREAKS and test.missing_facts:
        return _("Det kan ikke siges endnu")
    return translated(_HEADLINES)[test.verdict]


def standing(test: PlanTest) -> str:
    """Whether the landlord has said yes."""
    return _(PROPOSAL) if test.standing is Standing.PROPOSAL else _(ACCEPTED)


def summary(test: PlanTest) -> tuple[str, ...]:
    """The answer in a few sentences: what is paid, how it stands, the lowest day, what it waits for."""
    lines = [instalments(test.instalments, test.on)] if test.instalments else []
    lines.append(_explained(test))
    if test.lowest is not None and test.verdict is not PlanVerdict.BREAKS:
        lines.append(lowest(test.lowest, test.on))
    if test.instalments and test.standing is Standing.PROPOSAL:
        lines.append(f"{_(PROPOSAL)}.")
    return tuple(lines)


def _explained(test: PlanTest) -> str:
    if test.verdict is PlanVerdict.BREAKS:
        return first_break(test) or _("Der er ikke penge nok til en plan.")
    if test.verdict is PlanVerdict.HOLDS_IF:
        return _("Den holder kun, hvis dette falder på plads: ") + " ".join(test.conditions)
    counted = _("Der er kun regnet med penge, der er bevilget.")
    return (
        counted
        if test.verdict is PlanVerdict.HOLDS
        else _("En dag kommer tæt på nul. {counted}").format(counted=counted)
    )


def instalments(plan: Sequence[Instalment], on: date) -> str:
    """`Otte rater à 991,87 kr. Den første 1. december.`; the last is told where it differs."""
    if not plan:
        return _("Ingen rater.")
    first = _("Den første {near_day}.").format(near_day=near_day(plan[0].due, on))
    amounts = [i.amount for i in plan]
    if len(plan) == 1:
        return _("Én betaling på {amounts} {near_day}.").format(
            amounts=kroner(amounts[0]), near_day=near_day(plan[0].due, on)
        )
    if len(set(amounts)) == 1:
        return _("{count} rater à {amounts} {first}").format(
            count=capital(count(len(plan))), amounts=kroner(amounts[0]), first=first
        )
    if len(set(amounts[:-1])) == 1:
        many = _("Én rate på") if len(plan) == 2 else _("{count} rater à").format(count=capital(count(len(plan) - 1)))
        return _("{many} {amounts} og en sidste på {amounts_2} {first}").format(
            many=many, amounts=kroner(amounts[0]), amounts_2=kroner(amounts[-1]), first=first
        )
    return _("{count} rater fra {min} til {max} {first}").format(
        count=capital(count(len(plan))), min=kroner(min(amounts)), max=kroner(max(amounts)), first=first
    )


def lowest(low: DayBalance, on: date) -> str:
    """`Laveste dag: 30. november, 750 kr.`"""
    return _("Laveste dag: {near_day}, {balance}").format(near_day=near_day(low.day, on), balance=kroner(low.balance))


def first_break(test: PlanTest) -> str:
    """The first day below zero and how much is missing; "" where there is none."""
    below = next((d for d in test.curve if d.balance < ZERO), None)
    if below is None:
        return ""
    return _("Den {near_day} mangler der {balance}").format(
        near_day=near_day(below.day, test.on), balance=kroner(-below.balance)
    )


def missing_per_month(test: PlanTest) -> str:
    """What would have to be there for a plan to hold; "" where one holds, or where nothing sensible can be said."""
    if test.verdict is not PlanVerdict.BREAKS or not test.missing_per_month:
        return ""
    return _("Der mangler {missing_per_month} om måneden, før en plan kan holde.").format(
        missing_per_month=kroner(test.missing_per_month)
    )


def luft(option: PlanOption) -> str:
    """`229,61 kr. luft om måneden efter raten.`, or how much too little."""
    return luft_left(option.luft_per_month)


def luft_left(left: Decimal | None) -> str:
    """As `luft`, for an amount; "" where it is not known."""
    if left is None:
        return ""
    if left < ZERO:
        return _("{left} for lidt om måneden, mens der betales af.").format(left=kroner(-left))
    return _("{left} luft om måneden efter raten.").format(left=kroner(left))


def alternative(option: PlanOption) -> str:
    """`kortest: 7 rater, 121 kr. luft`"""
    number = len(option.instalments)
    name = translated(OPTION_NAMES).get(option.name, option.name)
    return ngettext(
        "{name}: {number} rate, {luft_per_month} luft", "{name}: {number} rater, {luft_per_month} luft", number
    ).format(name=name, number=number, luft_per_month=kroner(option.luft_per_month))


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
    name = _("Kortest og lempeligst") if both else translated(_SIDES).get(option.name, option.name)
    extra = option.one_off
    usual = [i.amount for i in plan if extra is None or i.due != extra.due]
    return Side(
        title=name,
        size=ngettext("{number} rate", "{number} rater", number).format(number=number),
        lines=(
            _amounts(usual),
            _("+ {amount} af {one_off_title} {near_day}").format(
                amount=kroner(extra.amount),
                one_off_title=option.one_off_title.lower(),
                near_day=near_day(extra.due, test.on),
            )
            if extra
            else "",
            _span(plan, test.on),
            lowest(option.lowest, test.on),
            luft(option) if option.verdict is not PlanVerdict.BREAKS else _("Holder ikke."),
            _("Godkendes af {approver}.").format(approver=option.approver) if option.approver else "",
        ),
    )


_SIDES = {
    "shortest": N_("Kortest"),
    "gentlest": N_("Lempeligst"),
    "with_one_off": N_("Med engangsbeløb"),
    "chosen": N_("Jeres egen"),
}


def _extra(option: PlanOption, on: date) -> str:
    if option.one_off is None:
        return ""
    return _("+ {amount} af {one_off_title} {near_day}").format(
        amount=kroner(option.one_off.amount),
        one_off_title=option.one_off_title.lower(),
        near_day=near_day(option.one_off.due, on),
    )


def _amounts(amounts: Sequence[Decimal]) -> str:
    if not amounts:
        return ""
    low, high = min(amounts), max(amounts)
    if len(amounts) > 1 and high - low < Decimal(1):
        return _("{low} om måneden").format(low=kroner(low))
    return kroner(low) if low == high else _("fra {low} til {high}").format(low=kroner(low), high=kroner(high))


def _span(plan: Sequence[Instalment], on: date) -> str:
    first, last = near_day(plan[0].due, on), near_day(plan[-1].due, on)
    return first if first == last else f"{first} – {last}"


def holds_until(points: Sequence[BreakPoint], on: date) -> tuple[str, ...]:
    """What follows "Den holder, indtil": one line per thing that would break the plan."""
    return tuple(line for point in points if point.limit and (line := _until(point, point.limit, on)))


def does_not_stand(points: Sequence[BreakPoint], on: date) -> tuple[str, ...]:
    """What the plan cannot stand at all, as whole sentences."""
    lines = {
        "rent_rises_percent": _("Den tåler ingen huslejestigning."),
        "boligstoette_falls": _("Den tåler ikke, at boligstøtten falder."),
        "unexpected_bill": _("Den tåler ingen uventet regning."),
        "wage_late": _("Den tåler ikke, at lønnen kommer en bankdag for sent."),
        "benefit_late": _("Den tåler ikke, at en ydelse kommer en uge for sent."),
    }
    return tuple(
        f"{lines[p.kind][:-1]} ({near_day(p.breaks_on, on)})." if p.breaks_on else lines[p.kind]
        for p in points
        if p.limit == 0 and p.kind in lines
    )


def _until(point: BreakPoint, limit: Decimal, on: date) -> str:
    when = (
        _(" (så mangler der penge {near_day})").format(near_day=near_day(point.breaks_on, on))
        if point.breaks_on
        else ""
    )
    whole = int(limit)
    texts = {
        "rent_rises_percent": _("huslejen stiger mere end {limit}").format(limit=percent(limit)),
        "boligstoette_falls": _("boligstøtten falder mere end {limit}").format(limit=kroner(limit)),
        "unexpected_bill": _("der kommer en uventet regning på mere end {limit}").format(limit=kroner(limit)),
        "wage_late": ngettext(
            "lønnen kommer mere end {whole} bankdag for sent", "lønnen kommer mere end {whole} bankdage for sent", whole
        ).format(whole=whole),
        "benefit_late": (
            _("en ydelse kommer mere end {whole} uge for sent")
            if whole == 7
            else _("en ydelse kommer mere end {whole} uger for sent")
        ).format(whole=whole // 7),
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
    answer = _("ikke endnu") if of.answer is None else _("ja") if of.answer else _("nej")
    return PremiseLine(of.title, answer, of.note)
