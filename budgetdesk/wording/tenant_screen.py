"""What stands on the tenant's side of the desk: few words, large. No number of a person, no notes, no countdown, no
verdict, and never the name of a third person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.budget.month import MonthBudget
from budgetdesk.casework.house import Expectation
from budgetdesk.dates import Month
from budgetdesk.formats import day, kroner
from budgetdesk.formats import month as month_name
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.asking import Question
from budgetdesk.ledger.spending import ReceiptItem
from budgetdesk.ledger.summary import LineSummary
from budgetdesk.planning.plan import PlanTest
from budgetdesk.wording.key_figures import UNKNOWN, expenses_are_known, income_is_known, left_over

SHOWN_BILLS = 8
SHOWN_INSTALMENTS = 6
"""More do not fit in large type; the rest is told in one line."""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """One picture: a quiet heading, one large figure or a few, a question, and a few lines."""

    heading: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    """(figure, what it is)."""
    question: str = ""
    lines: tuple[str, ...] = ()


BLANK = Screen()
"""Nothing at all: the case is closed or locked."""


def topic(question: Question | None, line: LineSummary | None, month: Month) -> Screen:
    """The present question of the talk about a month. What has been said is not shown: it is the tenant's to say."""
    name = month_name(month)
    if question is not None:
        return Screen(heading=_("Pengene i {name}").format(name=name), question=question.text)
    if line is None:
        return BLANK
    return Screen(
        heading=_("Pengene i {name}").format(name=name),
        figures=((kroner(line.amount, oere=False), line.title),),
        question=_("Er det nødvendigt?") if line.locked else _("Nødvendigt, eller kan det undværes?"),
        lines=(_("I har låst det. Det røres ikke."),) if line.locked else (),
    )


def bills(lines: Sequence[LineSummary], month: Month) -> Screen:
    """The ordinary bills together: what they are called in the budget, and what they cost."""
    total = sum((line.amount for line in lines), Decimal(0))
    named = [f"{line.title}: {kroner(line.amount, oere=False)}" for line in lines[:SHOWN_BILLS]]
    if len(lines) > SHOWN_BILLS:
        named.append(_("og {count} til").format(count=len(lines) - SHOWN_BILLS))
    return Screen(
        heading=_("Pengene i {month_name}").format(month_name=month_name(month)),
        figures=((kroner(total, oere=False), _("faste regninger")),),
        question=_("Er de alle nødvendige?"),
        lines=tuple(named),
    )


def receipt(title: str, bought: date | None, items: Sequence[ReceiptItem], amount: Decimal) -> Screen:
    """One receipt while both look at it: what of it belongs to the line, kr, and when it was bought. No shop, which
    may be a person's name."""
    lines = [f"{item.text}: {kroner(item.amount)}" for item in items[:SHOWN_BILLS]]
    if len(items) > SHOWN_BILLS:
        lines.append(_("og {count} til").format(count=len(items) - SHOWN_BILLS))
    heading = _("Kvittering fra {bought}").format(bought=day(bought)) if bought else _("Kvittering")
    return Screen(heading=heading, figures=((kroner(amount), title),), lines=tuple(lines))


def budget(month: MonthBudget) -> Screen:
    """In, out and left; and what there is to live on in a week. What nobody has written is not 0 kr."""
    spent = kroner(month.expenses_per_month, oere=False) if expenses_are_known(month) else UNKNOWN
    if not income_is_known(month):
        unknown = ((UNKNOWN, _("ind om måneden")), (spent, _("ud om måneden")), (UNKNOWN, _("tilbage om måneden")))
        return Screen(heading=_("En måned hos jer"), figures=unknown)
    return Screen(
        heading=_("En måned hos jer"),
        figures=(
            (kroner(month.income_per_month, oere=False), _("ind om måneden")),
            (spent, _("ud om måneden")),
            (kroner(left_over(month), oere=False), _("tilbage om måneden")),
        ),
        lines=(
            _("Til mad og hverdag: {for_living_per_week} om ugen").format(
                for_living_per_week=kroner(month.for_living_per_week, oere=False)
            ),
        ),
    )


def spending(spent: str, name: str) -> Screen:
    """The month as a whole, while no question is asked."""
    return Screen(heading=_("Pengene i {name}").format(name=name), figures=((spent, _("blev brugt")),))


def plan(test: PlanTest | None, *, accepted: bool) -> Screen:
    """What to pay, and when; a proposal is called one. No verdict."""
    if test is None or not test.instalments or not (test.alternatives or accepted):
        return Screen(heading=_("Aftalen"), question=_("Vi ser på, hvad I kan betale, og hvornår."))
    shown = test.instalments[:SHOWN_INSTALMENTS]
    lines = [f"{day(each.due)}: {kroner(each.amount)}" for each in shown]
    more = test.instalments[SHOWN_INSTALMENTS:]
    if more:
        lines.append(_("og {count} til. Den sidste {due}.").format(count=len(more), due=day(more[-1].due)))
    if not accepted:
        lines.append(_("Det er et forslag. Det gælder først, når udlejer har sagt ja."))
    return Screen(heading=_("Det skal betales"), lines=tuple(lines))


_SAID = {
    "akut": N_("Vi ser først på brevet. Hvad skal ske nu?"),
    "sag": N_("Vi skriver op, hvem I er, og hvor I bor."),
    "forbrug": N_("Vi ser på, hvad pengene går til."),
    "ydelser": N_("Vi ser efter penge, I måske kan søge om."),
    "gaeld": N_("Vi skriver al gæld op. Så ser vi, hvad der skal betales først."),
    "underskriv": N_("Læs det hele igennem. Spørg, hvis noget er uklart."),
    "samtykker": N_("Du bestemmer, hvem der må få noget at vide."),
}


def of_page(key: str, month: MonthBudget, test: PlanTest | None, *, accepted: bool) -> Screen:
    """The picture that goes with a page of the program (its key)."""
    if key == "budget":
        return budget(month)
    if key == "aftale":
        return plan(test, accepted=accepted)
    return plain(translated(_SAID).get(key, _("Vi taler sammen.")))


def expectation(part: Expectation) -> Screen:
    """One part of how we work together, while it is talked over."""
    return Screen(heading=part.heading, lines=part.lines)


def may_be_told(who: str, told: Sequence[str]) -> Screen:
    """What the tenant is asked to say yes to. `who` is a kind of body, never a name."""
    return Screen(
        heading=_("Må vi dele det her?"), question=_("{who} må få at vide:").format(who=who), lines=tuple(told)
    )


def plain(sentence: str) -> Screen:
    """One calm sentence."""
    return Screen(question=sentence)
