"""What could still open boligstøtte: looked at before a no is said, so that a no never rests on something assumed.

A person of whom nothing is known may have a pension that opens boligydelse, and a rule that is not confirmed may turn
out to count. Both are taken the household's way here; the amount of a yes never is. A newer pension, which only lifts
the ceiling without children, cannot turn nothing into something: below that ceiling stands the own payment.

Spec: docs/benefits/boligstoette.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.boligstoette_facts import Facts
from budgetdesk.benefits.boligstoette_formula import Award, calculate
from budgetdesk.benefits.boligstoette_reading import Reading, as_it_stands, as_pensioner, grown_up_in_time
from budgetdesk.benefits.boligstoette_rent import MONTHS
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import lives_on
from budgetdesk.benefits.unknown import Gap, Spread, spread
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Sharing
from budgetdesk.money import ZERO, to_krone


def chances(case: Case, day: date, reading: Reading, figures: Figures) -> Spread[Facts]:
    """The range, kr/month, with every open fact and every open rule the household's way. Raises NoRateError."""
    gaps = (*unsaid_gaps(case, day, reading, figures), *reading.gaps)
    return spread(reading.facts, gaps, lambda facts: _most(facts, case, figures))


def unsaid_gaps(case: Case, day: date, reading: Reading, figures: Figures) -> tuple[Gap[Facts], ...]:
    """The gap of those who may have a pension of the old rules, of whom we have not heard."""
    found = [person for person in _may_have_pension(case, day, reading) if grown_up_in_time(person, figures)]
    paths = tuple(_what_would_tell(case, person, day) for person in found)
    return (Gap(paths, (as_it_stands, as_pensioner)),) if paths else ()


def pension_paths(case: Case, day: date, reading: Reading) -> tuple[str, ...]:
    """The facts that would tell whether somebody has a pension of any kind."""
    unheard = (_what_would_tell(case, person, day) for person in _may_have_pension(case, day, reading))
    read = (path for gap in reading.gaps for path in gap.paths)
    return (*unheard, *(path for path in read if path.endswith(("pension_granted", "income_base"))))


def _may_have_pension(case: Case, day: date, reading: Reading) -> list[Person]:
    """Those of whom we do not know what they live on, or only that it is "andet", and not their age."""
    told = ((person, lives_on(case, person, day)) for person in reading.members.adults)
    silent = [person for person, bases in told if not bases or (bases == {"andet"} and person.born is None)]
    return [person for person in silent if person not in reading.old_enough]


def _what_would_tell(case: Case, person: Person, day: date) -> str:
    return f"persons[{person.id}].{'born' if lives_on(case, person, day) else 'income_base'}"


def with_young_rule(award: Award, figures: Figures) -> Decimal | None:
    """What a young couple with children would get by the rule that is not confirmed; None where that is no more."""
    if not (award.facts.young_couple and award.facts.children):
        return None
    more = calculate(replace(award.facts, young_rule=True), figures).per_month
    return more if more > award.per_month else None


def without_minimum(award: Award, case: Case) -> Decimal:
    """What is too small to be paid, kr/month, where the minimum may not count: it is for first awards only (§ 33)."""
    goes_on = bool(case.tenancy.boligstoette.amount)
    if award.below_minimum and (goes_on or award.facts.sharing is Sharing.BOFAELLESSKAB_3_4):
        return to_krone(award.before_minimum / MONTHS)
    return ZERO


def _most(facts: Facts, case: Case, figures: Figures) -> Decimal:
    award = calculate(facts, figures)
    return max(award.per_month, with_young_rule(award, figures) or ZERO, without_minimum(award, case))
