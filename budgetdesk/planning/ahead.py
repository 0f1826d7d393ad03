"""What is known to change in the time ahead, and what had to be taken for granted about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from budgetdesk.benefits.boerne_og_ungeydelse_formula import switches
from budgetdesk.benefits.children import GROWN_UP, birthday
from budgetdesk.budget.income_rows import paid_out
from budgetdesk.dates import ONE_DAY
from budgetdesk.formats import day as day_text
from budgetdesk.formats import kroner
from budgetdesk.formats import month as month_text
from budgetdesk.household.case import Income, Person
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role, Status
from budgetdesk.i18n import _
from budgetdesk.planning import family
from budgetdesk.planning.moves import belongs_to_another, counts_here, rule_of
from budgetdesk.planning.options import Question
from budgetdesk.planning.plan import Change

UNGEYDELSE_FROM = 15


def changes_ahead(ask: Question, end: date) -> tuple[Change, ...]:
    """What begins, ends or comes once after the day asked about, up to and with `end`; by day."""
    found = [*_income(ask), *_expenses(ask), *_children(ask)]
    return tuple(sorted((one for one in found if ask.on < one.day <= end), key=lambda one: one.day))


def assumptions(ask: Question, end: date) -> tuple[str, ...]:
    """What was taken for granted, in sentences."""
    said = []
    by_law = family.by_law(ask.case, ask.rates, ask.on, end) if ask.rates is not None else None
    if by_law is not None and by_law.known_until < end:
        said.append(
            _(
                "Satserne for børne- og ungeydelse efter {day_text} kendes ikke endnu. Der er regnet med "
                "de sidste, vi har."
            ).format(day_text=day_text(by_law.known_until))
        )
    if any(_shared(ask, row, end) for row in _granted(ask) if by_law is None or row.id not in by_law.rows):
        said.append(_("Når et barn fylder 18 år, er pengene for børnene regnet ned med barnets del."))
    return tuple(said)


def _shared(ask: Question, row: Income, end: date) -> bool:
    return family.still_for(ask.case, row, ask.on, end) < 1


def _granted(ask: Question) -> Iterator[Income]:
    for row in ask.case.income:
        if row.status is Status.GRANTED and not belongs_to_another(row, ask.case):
            yield row


def _income(ask: Question) -> Iterator[Change]:
    for row in _granted(ask):
        line = ask.chart.incomes.get(row.kind)
        title = line.title if line else row.kind
        if row.rhythm is Rhythm.ONCE:
            rule = rule_of(row.pays_on, line.pays_on if line else "")
            day, amount = (rule.anchor if rule else None) or row.start, paid_out(row)
            if day and amount:
                yield Change(day, _("{title} kommer: {amount}").format(title=title, amount=kroner(amount)))
            continue
        if row.start:
            yield Change(row.start, _("{title} begynder.").format(title=title))
        if row.end:
            yield Change(row.end + ONE_DAY, _("{title} er stoppet.").format(title=title))


def _expenses(ask: Question) -> Iterator[Change]:
    for row in ask.case.expenses:
        line = ask.chart.lines.get(row.line)
        if row.amount and counts_here(line) and row.rhythm is not Rhythm.ONCE:
            title = row.label or (line.title if line else row.line)
            if row.start:
                yield Change(row.start, _("{title} begynder.").format(title=title))
            if row.end:
                yield Change(row.end + ONE_DAY, _("{title} er slut.").format(title=title))


def _children(ask: Question) -> Iterator[Change]:
    """The birthdays that change what is paid for a child."""
    kinds = {row.kind for row in _granted(ask)} & family.FOR_CHILDREN
    for child in ask.case.persons:
        if child.role is Role.CHILD and child.born is not None and kinds:
            if family.CHILD_BENEFIT in kinds:
                yield from _switches(child, child.born)
            day = birthday(child.born, GROWN_UP)
            yield Change(
                day,
                _("{name} fylder {grown_up} år. Pengene for barnet stopper.").format(
                    name=_name(child), grown_up=GROWN_UP
                ),
            )


def _switches(child: Person, born: date) -> Iterator[Change]:
    for first, age in switches(born):
        day = birthday(born, age)
        if age == UNGEYDELSE_FROM:
            yield Change(
                day,
                _("{name} fylder {age} år. Fra {month_text} kommer pengene hver måned.").format(
                    name=_name(child), age=age, month_text=month_text(first)
                ),
            )
        elif age < UNGEYDELSE_FROM:
            yield Change(
                day,
                _("{name} fylder {age} år. Børneydelsen er mindre fra {month_text}.").format(
                    name=_name(child), age=age, month_text=month_text(first)
                ),
            )


def _name(child: Person) -> str:
    return child.name or _("Et barn")
