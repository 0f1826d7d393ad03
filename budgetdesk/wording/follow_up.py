"""Words about a plan under way: neutral, short, and always with what to do. Shared by window, paper and command line.

What we cannot see may still have been paid: "Vi kan ikke se raten fra 1. marts". Nobody is scored.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby

from budgetdesk.dates import Month
from budgetdesk.formats import day as full_day
from budgetdesk.formats import kroner
from budgetdesk.formats import month as month_name
from budgetdesk.household.agreement import Silenced
from budgetdesk.household.words import PaymentFor, PlanOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.bank_matches import BankMatch, Clue
from budgetdesk.planning.follow_up import ExpectedPayment, Followed, PaymentState, Progress, Stage
from budgetdesk.planning.signals import Signal, SignalKind
from budgetdesk.wording.days import NEAR

STATES = {
    PaymentState.PAID: N_("betalt"),
    PaymentState.LATE: N_("betalt, men for sent"),
    PaymentState.SHORT: N_("betalt for lidt"),
    PaymentState.MISSING: N_("kan ikke ses"),
    PaymentState.DOUBLE: N_("betalt dobbelt"),
    PaymentState.AWAITED: N_("ventes"),
    PaymentState.NOT_DUE: N_("ikke forfalden"),
}
OUTCOMES = {PlanOutcome.KEPT: N_("holdt"), PlanOutcome.CHANGED: N_("lavet om"), PlanOutcome.BROKEN: N_("ikke holdt")}
_CLUES = {
    Clue.REFERENCE: N_("betalingsreferencen står i teksten"),
    Clue.LANDLORD: N_("udlejers navn står i teksten"),
    Clue.WORD: N_("teksten handler om husleje eller afdrag"),
    Clue.AMOUNT: N_("kun beløbet passer"),
}


def _short(value: date) -> str:
    """`1. marts`: the year goes without saying where the month does."""
    return full_day(value).rsplit(" ", 1)[0]


def near(value: date, on: date) -> str:
    """As `days.near_day`, also for the months behind: what is followed lies on both sides of today."""
    return _short(value) if abs(value - on) < NEAR else full_day(value)


def name(expected: ExpectedPayment) -> str:
    """`Raten 1. marts`, `Huslejen for marts`."""
    if expected.what is PaymentFor.RENT:
        return _("Huslejen for {split}").format(split=month_name(expected.month).split()[0])
    return _("Raten {short}").format(short=_short(expected.due))


def title(expected: ExpectedPayment) -> str:
    """`Rate`, `Husleje, marts`."""
    if expected.what is PaymentFor.RENT:
        return _("Husleje, {split}").format(split=month_name(expected.month).split()[0])
    return _("Rate på restancen")


def state(line: Followed, on: date) -> str:
    """How one line stands, in a few words: `betalt 1. marts`, `ventes senest 4. januar`."""
    if line.state is PaymentState.PAID and line.paid_on:
        return _("betalt {near}").format(near=near(line.paid_on, on))
    if line.state is PaymentState.LATE and line.paid_on:
        return _("betalt {near}, efter fristen").format(near=near(line.paid_on, on))
    if line.state is PaymentState.SHORT:
        return _("der mangler {left}").format(left=kroner(line.left))
    if line.state is PaymentState.MISSING:
        return _("ikke betalt") if line.asked else _("kan ikke ses endnu")
    if line.state is PaymentState.NOT_DUE:
        return _("{paid} er betalt").format(paid=kroner(line.paid)) if line.paid else _("ikke forfalden")
    return translated(STATES)[line.state]


def signal(one: Signal, on: date) -> str:
    """What is seen, in one sentence."""
    due = near(one.day, on)
    month = month_name(Month.of(one.day)).split()[0]
    texts = {
        SignalKind.OPHAEVELSE: _("Der er kommet en ophævelse {due}, efter at aftalen blev lavet.").format(due=due),
        SignalKind.SECOND_PAAKRAV: _second(one, on),
        SignalKind.RENT_MISSING: (
            _("Raten for {month} er kommet, men vi kan ikke se huslejen for {month}.").format(month=month)
            if one.instalment_came
            else _("Vi kan ikke se huslejen for {month}.").format(month=month)
        ),
        SignalKind.MISSING: _("Vi kan ikke se raten fra {due}.").format(due=due),
        SignalKind.BALANCE: _("Den {due} mangler der {amount} på kontoen, hvis alt går som nu.").format(
            due=due, amount=kroner(one.amount)
        ),
        SignalKind.BOLIGSTOETTE: _("Vi kan ikke se boligstøtten for {month} på kontoen.").format(month=month),
        SignalKind.WRONG_REFERENCE: _("Betalingen {due} på {amount} har et andet nummer end det aftalte.").format(
            due=due, amount=kroner(one.amount)
        ),
        SignalKind.RENT_SHORT: _("Huslejen for {month} er kommet, men der mangler {amount}").format(
            month=month, amount=kroner(one.amount)
        ),
        SignalKind.SHORT: _("Raten fra {due} er kommet, men der mangler {amount}").format(
            due=due, amount=kroner(one.amount)
        ),
        SignalKind.DOUBLE: _("Betalingen for {due} er kommet to gange: {amount} for meget.").format(
            due=due, amount=kroner(one.amount)
        ),
    }
    return texts[one.kind].replace("kr..", "kr.")


def _second(one: Signal, on: date) -> str:
    said = _("Der er kommet et nyt påkrav {near}.").format(near=near(one.day, on))
    if one.pay_by is None:
        return said
    if one.pay_by < on:
        return _("{said} Fristen gik {near}.").format(said=said, near=near(one.pay_by, on))
    return _("{said} Sidste dag at betale er {near}.").format(said=said, near=near(one.pay_by, on))


_TO_DO = {
    SignalKind.OPHAEVELSE: N_("Ring til udlejer i dag. Spørg, om de venter, hvis alt bliver betalt. Se siden Akut."),
    SignalKind.SECOND_PAAKRAV: N_("Ring i dag. Betal påkravet før fristen, eller få udlejers ja. Se siden Akut."),
    SignalKind.RENT_MISSING: N_("Ring og spørg. Huslejen går først: uden den kan der komme et nyt påkrav."),
    SignalKind.MISSING: N_(
        "Ring og spørg. Er den betalt, så find kvitteringen. Er den ikke, så lav aftalen om i tide."
    ),
    SignalKind.BALANCE: N_("Se på måneden sammen, før det sker: kan en regning flyttes, eller en rate gøres mindre?"),
    SignalKind.BOLIGSTOETTE: N_("Ring til Udbetaling Danmark, og spørg, hvad de mangler. Se også i Digital Post."),
    SignalKind.WRONG_REFERENCE: N_("Ring til udlejer, og bed dem flytte betalingen. Ret nummeret i netbanken."),
    SignalKind.RENT_SHORT: N_(
        "Ring og spørg. Er huslejen steget, eller er boligstøtten faldet? Betal resten, hvis I kan."
    ),
    SignalKind.SHORT: N_("Ring og spørg, hvornår resten kommer. Passer raten ikke mere, så lav aftalen om."),
    SignalKind.DOUBLE: N_("Spørg udlejer, om det tæller på næste rate, eller om pengene kommer tilbage."),
}


def to_do(one: Signal) -> str:
    """What to do about it, in one or two short sentences."""
    return translated(_TO_DO)[one.kind]


def hushed(said: Silenced, on: date) -> str:
    """`På pause til 10. januar (Karen): betaler den 2.`"""
    until = near(said.until, on) if said.until else ""
    return _("På pause til {until} ({by}): {why}").format(until=until, by=said.by, why=said.why)


def headline(found: Progress) -> str:
    """How far the plan has come, in one sentence."""
    if found.stage is Stage.NONE:
        return _("Der er ingen aftale at følge endnu.")
    if found.stage is Stage.PROPOSED:
        return _("Planen er ikke aftalt endnu.")
    if found.stage is Stage.PAID:
        return _("Alt er betalt. Aftalen er holdt.")
    return _("Betalt {paid} af {agreed} Der er {left} tilbage.").format(
        paid=kroner(found.paid), agreed=kroner(found.agreed), left=kroner(found.left)
    )


def next_payments(found: Progress) -> str:
    """What is expected next: `Næste 1. marts: husleje 7.000 kr. og rate 2.000 kr.`"""
    coming = [line for line in found.to_tick if line.state is PaymentState.NOT_DUE]
    days = []
    for due, lines in groupby(coming, key=lambda line: line.expected.due):
        said = (f"{_(_WORDS[line.expected.what])} {kroner(line.left)}" for line in lines)
        days.append(f"{near(due, found.on)}: {' og '.join(said)}")
    return _("Næste {days}").format(days=", ".join(days)) if days else ""


_WORDS = {PaymentFor.RENT: N_("husleje"), PaymentFor.INSTALMENT: N_("rate")}


def match(one: BankMatch, on: date) -> str:
    """`9.000 kr. den 1. december ligner huslejen for december og raten 1. december (udlejers navn står i teksten).`"""
    names = _(" og ").join(name(each)[0].lower() + name(each)[1:] for each in one.pays)
    said = _("{amount} den {near} ligner {names}: {clues}.").format(
        amount=kroner(one.amount), near=near(one.row.date, on), names=names, clues=translated(_CLUES)[one.clue]
    )
    expected = sum((each.amount for each in one.pays), Decimal(0))
    if one.amount < expected:
        said += _(" Der er {expected} for lidt.").format(expected=kroner(expected - one.amount))
    if one.other_reference:
        said += _(" Teksten har et andet nummer end det aftalte.")
    return said.replace("kr..", "kr.")
