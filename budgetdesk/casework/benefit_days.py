"""The days on which the answer about a benefit could change: a child turns 18, new rates, a claim that lapses.

One line per day and reason, however many benefits it is about: they go on the list of deadlines of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.relevance import concerns
from budgetdesk.dates import ONE_DAY, age_on
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _

GROWN_UP = 18
NEAR = timedelta(days=3 * 366)
"""What lies further away is not a deadline yet."""
SOON = timedelta(days=366)
"""Rates are made anew every year; a figure that is known for longer is nothing to wait for."""
NEW_RATES = N_("Nye satser. Regn ydelserne igen.")


@dataclass(frozen=True)
class BenefitDay:
    """A day to look again, why, and for which benefits (by name; empty where it is the household's own day)."""

    day: date
    why: str
    benefits: tuple[str, ...] = ()


def benefit_days(assessments: Iterable[Assessment], case: Case, on: date) -> tuple[BenefitDay, ...]:
    """Every day after `on` on which an answer could change, the soonest first, each day and reason once.

    Answers that do not concern the household put nothing on the list.
    """
    birthdays = _birthdays(case, on)
    found: dict[tuple[date, str], list[str]] = {(day, why): [] for day, why in birthdays.items()}
    for day, why, benefit in _of_answers(assessments, case, on):
        names = found.setdefault((day, birthdays.get(day) or _kind_of(why)), [])
        if benefit not in names:
            names.append(benefit)
    near = [(day, why) for day, why in found if on < day <= on + NEAR]
    return tuple(BenefitDay(day, why, tuple(found[day, why])) for day, why in sorted(near))


def _of_answers(assessments: Iterable[Assessment], case: Case, on: date) -> Iterator[tuple[date, str, str]]:
    for answer in assessments:
        if not concerns(answer.benefit, case, on) and answer.verdict is not Verdict.YES:
            continue
        for again in answer.look_again:
            if again.on is not None:
                yield again.on, again.why, answer.benefit
        last = min((rate.end for rate in answer.rates_used if rate.end >= on), default=None)
        if last is not None and last < on + SOON:
            yield last + ONE_DAY, _(NEW_RATES), answer.benefit


def _kind_of(why: str) -> str:
    """One wording for what every benefit says in its own words."""
    return _(NEW_RATES) if "nye satser" in why.lower() else why


def _birthdays(case: Case, on: date) -> dict[date, str]:
    """The days on which the children come of age: what many benefits turn on, said once and by name."""
    found: dict[date, str] = {}
    for person in case.children:
        if person.born is not None and age_on(person.born, on) < GROWN_UP:
            name = person.name.split()[0] if person.name else _("Barnet")
            day = _turns(person.born, GROWN_UP)
            found[day] = (
                _("{found} og {name}").format(found=found[day].removesuffix(f" fylder {GROWN_UP} år."), name=name)
                if day in found
                else name
            )
            found[day] += _(" fylder {grown_up} år.").format(grown_up=GROWN_UP)
    return found


def _turns(born: date, age: int) -> date:
    """The day somebody turns `age`; born on 29 February: 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
