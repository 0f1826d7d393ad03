"""What the letters may tell of a case, field by field, as text; "" where it is not known. Nothing is made up.

Amounts are kr; days are written out. Figures of the law (fees, interest) come with their day from `resources/rates`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal

from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.month import MonthBudget
from budgetdesk.casework.clock import clock_of
from budgetdesk.casework.letter_claim import claim_fields
from budgetdesk.casework.letter_recipients import COLLECTED, Recipient, court_day, terminated
from budgetdesk.casework.letters import arrears_text, children_text, plan_text
from budgetdesk.dates import Month, is_bank_day
from budgetdesk.formats import day, kroner
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Outcome, PaidTo, Role, Status
from budgetdesk.money import KRONE, ZERO, to_krone
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing

ANSWER_DAYS = timedelta(days=14)
"""How long the receiver has to answer before we ask again: a courtesy, no law."""
WAIT_DAYS = timedelta(days=28)
"""How long a landlord is asked to wait where nobody knows when the answer comes."""
PAUSE_MONTHS = 3
PENSIONS = ("folkepension", "foertidspension", "seniorpension")
HELP = (
    "kontanthjaelp_mindstesats",
    "kontanthjaelp_grundsats",
    "kontanthjaelp_forhoejet",
    "ledighedsydelse",
    "ressourceforloeb",
    "su",
    "boernetilskud",
    "paragraf_34",
)
CHILD_BENEFIT = "boerneydelse"
_RHYTHMS = {
    Rhythm.WEEKLY: "om ugen",
    Rhythm.BIWEEKLY: "hver 14. dag",
    Rhythm.MONTHLY: "om måneden",
    Rhythm.BIMONTHLY: "hver anden måned",
    Rhythm.QUARTERLY: "i kvartalet",
    Rhythm.HALFYEARLY: "hvert halve år",
    Rhythm.YEARLY: "om året",
    Rhythm.ELEVEN: "11 gange om året",
    Rhythm.ONCE: "én gang",
}


@dataclass(frozen=True, kw_only=True)
class LetterRoom:
    """What the letters draw on beside the case: the month, the plan, the law's figures, and what is offered.

    `offers`: kr/month by the id of a debt, as the waterfall gives them (a letter tells whole kroner, the
    øre left out); a debt that is not there has no offer yet.
    """

    on: date
    month: MonthBudget | None = None
    plan: PlanTest | None = None
    rates: Rates = field(default_factory=dict)
    offers: Mapping[str, Decimal] = field(default_factory=dict)
    limits: Mapping[str, date] = field(default_factory=dict)
    """When a claim is too old as the program reckons it, by the id of the debt, where nobody has written the day."""


def fields_of(case: Case, to: Recipient, room: LetterRoom, *, working_days: int = 0) -> dict[str, str]:
    """Every field of `letter_texts.FIELDS` except `consent`. `working_days`: what the law gives the receiver."""
    return {
        **_people(case, to, room.on),
        **_recipient(case, to, room),
        **_days(room.on, working_days),
        **claim_fields(to.debt, room.rates, room.on, limit=room.limits.get(to.debt.id) if to.debt else None),
        **_month(room.month),
        **_protected(case, room.on),
        **_home(case, to, room),
        **_waiting(case, room.on),
    }


def _people(case: Case, to: Recipient, on: date) -> dict[str, str]:
    first = to.senders[0] if to.senders else None
    others = [one for one in case.persons if one.role is Role.PARTNER and one not in to.senders]
    owner_unsaid = to.debt is not None and not to.debt.owner and bool(others)
    return {
        "sender": " og ".join(one.name for one in to.senders if one.name),
        "phone": first.phone if first else "",
        "address": case.tenancy.address,
        "children": children_text(case, on),
        "adviser": case.info.adviser,
        "organisation": case.info.organisation,
        "partner": "ja" if owner_unsaid else "",
        "guardian": case.info.guardian or ("værgen" if case.conversation.can_sign is False else ""),
        "interpreter": "ja" if case.info.interpreter else "",
    }


def _recipient(case: Case, to: Recipient, room: LetterRoom) -> dict[str, str]:
    debt = to.debt
    instalment = debt.instalment if debt else None
    offer = room.offers.get(debt.id) if debt else None
    enough = bool(debt and instalment and offer and offer >= per_month(instalment, debt.rhythm))
    return {
        "recipient": to.name,
        "reference": to.reference,
        "creditor": debt.creditor if debt and debt.collector else "",
        "landlord": case.tenancy.landlord,
        "own_banks": _listed([a.name.partition(",")[0].strip() for a in case.bank if a.name.strip()]),
        "public_debt": "ja" if debt and debt.kind in COLLECTED else "",
        "private_debt": "" if debt and debt.kind in COLLECTED else "ja",
        "instalment": f"{kroner(instalment)} {_RHYTHMS[debt.rhythm]}" if debt and instalment else "",
        "offer": "" if enough or offer is None or offer < KRONE else f"{kroner(_floor(offer))} om måneden",
        "offer_full": "ja" if enough else "",
    }


def _days(on: date, working_days: int) -> dict[str, str]:
    pause_ends = Month.of(on).plus(PAUSE_MONTHS + 1).first - timedelta(days=1)
    return {
        "answer_by": _day(on + ANSWER_DAYS),
        "pause_until": _day(pause_ends),
        "bank_answers_by": _day(_working_days_after(on, working_days)) if working_days else "",
    }


def _month(month: MonthBudget | None) -> dict[str, str]:
    """The household's economy. Only paragraphs that need a consent may use it."""
    if month is None or not month.income:
        return dict.fromkeys(("income", "fixed", "living", "left", "short"), "")
    income, fixed = to_krone(month.income_per_month), to_krone(month.fixed_per_month)
    living = to_krone(month.expenses_per_month - month.fixed_per_month)
    left = income - fixed - living  # of the figures as they are told, so that they add up
    return {
        "income": kroner(income),
        "fixed": kroner(fixed),
        "living": kroner(living),
        "left": kroner(left) if left >= ZERO else "",
        "short": kroner(-left) if left < ZERO else "",
    }


def _protected(case: Case, on: date) -> dict[str, str]:
    """Which of the household's money a rule of its own protects."""
    granted = (row for row in case.income if row.status is Status.GRANTED)
    kinds = {row.kind for row in granted if (row.start or on) <= on <= (row.end or on)}
    support = case.tenancy.boligstoette
    return {
        "help": "ja" if kinds & set(HELP) else "",
        "pension": "ja" if kinds & set(PENSIONS) else "",
        "child_benefit": "ja" if CHILD_BENEFIT in kinds else "",
        "boligstoette": "ja" if support.amount and support.paid_to is PaidTo.TENANT else "",
    }


def _home(case: Case, to: Recipient, room: LetterRoom) -> dict[str, str]:
    running, told = clock_of(case), plan_text(room.plan)
    last = running.pay_by.day if running and running.pay_by and not terminated(case) else None
    accepted = room.plan is not None and room.plan.standing is Standing.ACCEPTED
    meeting, held = court_day(case, room.on)
    rent = case.tenancy.rent_per_month
    return {
        "rent": kroner(rent) if rent else "",
        "rows": arrears_text(case),
        "last_day": _day(last) if last and last >= room.on else "",
        "plan": "" if accepted else told,
        "agreed_plan": told if accepted else "",
        "plan_holds": "ja" if told and room.plan and room.plan.verdict is PlanVerdict.HOLDS else "",
        "court_meeting": _day(meeting) if to.debt is None else "",
        "court_held": _day(held) if to.debt is None else "",
        "opponent": (to.debt.creditor if to.debt else case.tenancy.landlord),
        "terminated": "ja" if terminated(case) else "",
    }


def _waiting(case: Case, on: date) -> dict[str, str]:
    """The help that is applied for and not answered."""
    titles = {benefit.name: benefit.title for benefit in CATALOGUE}
    waiting = {one.id: one for one in case.applications if one.outcome is Outcome.WAITING and one.applied_on}
    told = {name: one.applied_on for name, one in waiting.items()}
    if case.tenancy.boligstoette.applied_on:
        told.setdefault("boligstoette", case.tenancy.boligstoette.applied_on)
    expected = [one.ask_again for one in waiting.values() if one.ask_again and one.ask_again >= on]
    latest = max(expected) if expected else None
    names = [f"{_lower(titles.get(name, name))} {_day(when)}" for name, when in told.items()]
    return {
        "waiting": _listed(names),
        "answer_expected": _day(latest),
        "answer_unknown": "ja" if told and latest is None else "",
        "wait_until": _day(latest + ANSWER_DAYS if latest else on + WAIT_DAYS),
    }


def _working_days_after(start: date, count: int) -> date:
    """The last of so many working days (arbejdsdage) after a day; a day on which banks are closed is none."""
    found = start
    while count:
        found += timedelta(days=1)
        count -= is_bank_day(found)
    return found


def _floor(offer: Decimal) -> Decimal:
    """Whole kroner, never more than was reckoned."""
    return offer.to_integral_value(ROUND_FLOOR)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _day(value: date | None) -> str:
    return f"den {day(value)}" if value else ""


def _listed(parts: list[str]) -> str:
    """`a, b og c`, each once."""
    once = list(dict.fromkeys(part for part in parts if part))
    return " og ".join(part for part in (", ".join(once[:-1]), *once[-1:]) if part)
