"""What if, in words: the sentence that matters, and the table of scenarios beside today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from budgetdesk.budget.month import MonthBudget
from budgetdesk.formats import amount, kroner
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_krone

UNKNOWN = N_("kan ikke siges")
_DEFINITE = {
    "boligstoette": N_("boligstøtten"),
    "boerne_og_ungeydelse": N_("børne- og ungeydelsen"),
    "boernetilskud": N_("børnetilskuddet"),
    "boernebidrag": N_("børnebidraget"),
    "friplads": N_("fripladsen"),
    "varmetillaeg": N_("varmetillægget"),
    "helbredstillaeg": N_("helbredstillægget"),
    "paragraf_34": N_("særlig støtte"),
}


class Benefit(Protocol):
    """One benefit in a scenario, as `actions.what_if.BenefitThen` has it."""

    @property
    def benefit(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def today(self) -> Decimal | None: ...
    @property
    def then(self) -> Decimal | None: ...
    @property
    def received(self) -> bool: ...
    @property
    def before_tax(self) -> bool: ...
    @property
    def moves(self) -> Decimal | None: ...
    @property
    def then_least(self) -> Decimal | None: ...
    @property
    def then_most(self) -> Decimal | None: ...
    @property
    def same(self) -> bool: ...


class Scenario(Protocol):
    """One scenario, as `actions.what_if.Compared` has it."""

    @property
    def name(self) -> str: ...
    @property
    def case(self) -> Case: ...
    @property
    def month(self) -> MonthBudget: ...
    @property
    def benefits(self) -> Sequence[Benefit]: ...
    @property
    def luft(self) -> Decimal: ...
    @property
    def luft_if_all(self) -> Decimal: ...
    @property
    def luft_difference(self) -> Decimal: ...
    @property
    def luft_if_all_difference(self) -> Decimal: ...
    @property
    def uncertain(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Part:
    """One thing that moves: what it is called, by how much, and what that does to luft."""

    name: str
    moves: Decimal
    effect: Decimal


def parts(then: Scenario, today: Scenario) -> tuple[Part, ...]:
    """What moves the money from today to the scenario; together they are the difference in luft."""
    rent = (then.case.tenancy.rent_per_month or ZERO) - (today.case.tenancy.rent_per_month or ZERO)
    income = then.month.income_per_month - today.month.income_per_month
    spent = then.month.expenses_per_month - today.month.expenses_per_month - rent
    benefits = then.luft - then.month.luft - (today.luft - today.month.luft)
    moved = [row for row in then.benefits if row.received and row.moves and not row.before_tax]
    found = [
        Part(_("huslejen"), rent, -rent),
        Part(_("indtægten"), income, income),
        Part(_("andre udgifter"), spent, -spent),
    ]
    if len(moved) == 1:
        found.append(Part(translated(_DEFINITE).get(moved[0].benefit, moved[0].title.lower()), benefits, benefits))
    else:
        found.append(Part(_("det, I får i ydelser,"), benefits, benefits))
    return tuple(part for part in found if part.moves)


def sentence(then: Scenario, today: Scenario) -> str:
    """`Boligstøtten falder 1.200 kr., men huslejen falder 1.900 kr.: 700 kr. mere om måneden.`"""
    found = parts(then, today)
    worse = [part for part in found if part.effect < 0]
    better = [part for part in found if part.effect > 0]
    told = _(", men ").join(side for side in (_joined(worse), _joined(better)) if side)
    if not told:
        return _("Det ændrer ikke på, hvad der er tilbage om måneden.")
    return f"{told[:1].upper()}{told[1:]}: {_total(sum((to_krone(part.effect) for part in found), ZERO))}."


def sentences(then: Scenario, today: Scenario) -> tuple[str, ...]:
    """The sentence that matters; what it is with everything applied for, where that is another; what is not known."""
    told = [sentence(then, today)]
    if then.luft_if_all_difference != then.luft_difference:
        told.append(
            _("Søger I også det, der er fundet: {total}. Vejledende.").format(total=_total(then.luft_if_all_difference))
        )
    if then.uncertain:
        told.append(
            _("Regnet forsigtigt. Det kan vi ikke sige endnu: {uncertain}.").format(uncertain=", ".join(then.uncertain))
        )
    return tuple(told)


def table(compared: Sequence[Scenario]) -> tuple[tuple[str, ...], ...]:
    """One row each: in, out, luft, with everything applied for, then the benefits that are not the same in all."""
    rows = [(_("Ind"), *(_kr(_in(one)) for one in compared)), (_("Ud"), *(_kr(_out(one)) for one in compared))]
    for title, names in _changing(compared).items():
        rows.append((title, *(_benefit(one, names) for one in compared)))
    rows.append(
        (
            _("Luft, hvis I søger det hele (vejledende)"),
            *(_kr(_left(one) + to_krone(one.luft_if_all - one.luft)) for one in compared),
        )
    )
    rows.append((_("Luft"), *(_kr(_left(one)) for one in compared)))
    return tuple(rows)


def _in(one: Scenario) -> Decimal:
    """Whole kroner: with the benefits as the scenario moves them."""
    return to_krone(one.month.income_per_month + one.luft - one.month.luft)


def _out(one: Scenario) -> Decimal:
    return to_krone(one.month.expenses_per_month)


def _left(one: Scenario) -> Decimal:
    """In less out, each rounded first, as the key figures of the window are."""
    return _in(one) - _out(one)


def _changing(compared: Sequence[Scenario]) -> dict[str, str]:
    """Title -> benefit, for those that some scenario changes."""
    changing: dict[str, str] = {}
    for one in compared[1:]:
        for row in one.benefits:
            if not row.same:
                mark = "" if row.received else _(", kan søges")
                mark += _(", før skat") if row.before_tax else ""
                changing.setdefault(f"{row.title}{mark}", row.benefit)
    return changing


def _benefit(one: Scenario, name: str) -> str:
    row = next((row for row in one.benefits if row.benefit == name), None)
    if row is None:
        return _kr(ZERO)
    if row.then is not None:
        return _kr(row.then)
    if row.then_least is not None and row.then_most is not None:
        return f"{amount(row.then_least)}–{_kr(row.then_most)}"
    return _(UNKNOWN)


def _joined(found: Sequence[Part]) -> str:
    return _(" og ").join(
        (_("{name} falder {kr}") if part.moves < 0 else _("{name} stiger {kr}")).format(
            name=part.name, kr=_kr(abs(part.moves))
        )
        for part in found
    )


def _total(difference: Decimal) -> str:
    if difference == 0:
        return _("det går lige op")
    return (_("{kr} mere om måneden") if difference > 0 else _("{kr} mindre om måneden")).format(
        kr=_kr(abs(difference))
    )


def _kr(amount: Decimal) -> str:
    return kroner(amount, oere=False)
