"""The household's children, their birthdays, and the days on which family benefits are paid.

Law:  Børne- og ungeydelsesloven § 5 and børnetilskudsloven § 3: paid for a quarter ahead, at the latest on the 20th of
      its first month; ungeydelse on the 20th of every month. On a weekend or holiday the bank day before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from budgetdesk import formats
from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.members import couple, incomes_on
from budgetdesk.dates import ONE_DAY, Month, age_on, bank_day_on_or_before
from budgetdesk.household.case import Case, Person
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Custody, OtherParent, Role, Tax
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, to_oere

PAY_DAY = 20
GROWN_UP = 18
QUARTERS = 4
SAME_PAYMENT = Decimal(5)
"""Sources differ by up to so much a payment (kr), because halves are rounded; a larger difference is worth a look."""


@dataclass(frozen=True)
class Received:
    """What the household has as granted income of one kind, kr/year, and how often it is paid."""

    per_year: Decimal
    payments_a_year: int

    @property
    def per_month(self) -> Decimal:
        return to_oere(self.per_year / 12)

    def agrees(self, reckoned_per_year: Decimal, children: int) -> bool:
        """Whether it is what we reckoned, but for rounding of each child's payment."""
        slack = SAME_PAYMENT * max(1, children) * max(1, self.payments_a_year)
        return abs(self.per_year - reckoned_per_year) <= slack


def birthday(born: date, age: int) -> date:
    """The day on which somebody turns `age`. Born 29 February: 1 March in common years, as `age_on` counts."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def quarter_of(day: date) -> Month:
    """The first month of the quarter."""
    return Month(day.year, (day.month - 1) // 3 * 3 + 1)


def next_quarter(day: date) -> Month:
    """The first month of the quarter after."""
    return quarter_of(day).plus(3)


@cache
def pay_day(month: Month) -> date:
    """The 20th of a month, or the bank day before."""
    return bank_day_on_or_before(month.day(PAY_DAY))


@cache
def pay_day_text(month: Month) -> str:
    """The pay day of a month in words: `onsdag den 20. januar 2027`."""
    return formats.weekday_and_day(pay_day(month))


def next_pay_month(day: date, *, monthly: bool) -> Month:
    """The month of the next payment on or after `day`."""
    month = Month.of(day) if monthly else quarter_of(day)
    return month if pay_day(month) >= day else month.plus(1 if monthly else 3)


def entered_children(case: Case) -> tuple[Person, ...]:
    """Everybody entered as a child, of whatever age."""
    return tuple(p for p in case.persons if p.role in (Role.CHILD, Role.ADULT_CHILD))


def ageless(case: Case) -> tuple[Person, ...]:
    """Entered as children, but without a birth date."""
    return tuple(p for p in case.persons if p.role is Role.CHILD and p.born is None)


def under_18(person: Person, day: date) -> bool:
    """Whether a person with a birth date is under 18 on a day; one who is not born yet is not."""
    return person.born is not None and person.born <= day and age_on(person.born, day) < GROWN_UP


def other_parent(case: Case, child: Person) -> OtherParent | None:
    """Where a child's other parent is; None where nobody has said it."""
    if child.child.other_parent is not None:
        return child.child.other_parent
    pair = {person.id for person in couple(case)}
    return OtherParent.HERE if len(pair) > 1 and pair <= set(child.parents) else None


def in_halves(case: Case, child: Person) -> bool:
    """Whether both parents live here and have custody together, so that each is paid half."""
    here = other_parent(case, child) is OtherParent.HERE and len(couple(case)) > 1
    return here and child.custody is not Custody.SOLE


def called(person: Person) -> str:
    """What the child is called in a sentence."""
    return person.name or _("Barnet")


def received(case: Case, day: date, kind: str) -> Received | None:
    """What the household gets of one kind, granted and in force on `day`; None where it has no such income."""
    rows = [row for row in incomes_on(case, day) if row.kind == kind and row.rhythm is not Rhythm.ONCE]
    amounts = [(row.amount if row.tax is Tax.NET or row.paid_out is None else row.paid_out, row.rhythm) for row in rows]
    known = [(amount, rhythm) for amount, rhythm in amounts if amount is not None]
    if not known:
        return None
    total = sum((amount * rhythm.times_a_year for amount, rhythm in known), ZERO)
    return Received(total, max(rhythm.times_a_year for _rest, rhythm in known))


def beside(reckoned_per_year: Decimal, has: Received) -> str:
    """What the household gets beside what we reckoned, in the rhythm it is paid in."""
    times, word = (QUARTERS, _("pr. kvartal")) if has.payments_a_year == QUARTERS else (12, _("pr. måned"))
    gets, reckoned = has.per_year / times, reckoned_per_year / times
    return _("I får {gets} {word}, beregnet {reckoned}").format(
        gets=formats.kroner(gets), word=word, reckoned=formats.kroner(reckoned)
    )


def received_step(has: Received | None) -> tuple[Step, ...]:
    """The line that says what the household gets already."""
    return () if has is None else (Step(_("Det får I i dag pr. måned"), "", has.per_month),)


def no_children_steps(case: Case, day: date) -> tuple[Step, ...]:
    """For a no: how many children under 18 the household has, beside what is needed."""
    count = sum(under_18(person, day) for person in entered_children(case))
    return (
        Step(_("Børn under 18 år hos jer: {count}").format(count=count), ""),
        Step(_("Der skal være mindst ét barn under 18 år."), ""),
    )


def day_before(month: Month) -> date:
    """The last day before a month begins."""
    return month.first - timedelta(days=1)


def new_rates_on(last_days: list[date]) -> date | None:
    """The first day after the first of the figures used runs out."""
    return min(last_days) + ONE_DAY if last_days else None
