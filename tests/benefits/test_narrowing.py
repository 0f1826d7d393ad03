"""The one fact that narrows the doubt most is the best of all: held up against trying every missing fact to its end."""

from decimal import Decimal
from random import Random

from any_household import any_case, any_day

from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.fact_ends import possible
from budgetdesk.benefits.findings import find_all
from budgetdesk.benefits.narrowing import ENDLESS, MOST_FACTS
from budgetdesk.money import to_oere
from budgetdesk.readers.rates import load_rates

RATES = load_rates()


def width(answers):
    unknown = [one for one in answers if one.verdict is Verdict.UNKNOWN]
    return sum((ENDLESS if one.highest is None else one.highest - (one.lowest or 0) for one in unknown), Decimal(0))


def each_fact(case, day, doubtful):
    """How wide the doubt is with each fact known, on average over the ways it could turn out."""
    facts = [fact for one in doubtful for fact in one.missing_facts]
    for path in dict.fromkeys(facts):
        if ways := possible(case, path, day):
            asked = [one.benefit for one in doubtful if path in one.missing_facts]
            others = width([one for one in doubtful if one.benefit not in asked])
            yield path, others + sum(width(assess_all(way, day, RATES, only=asked)) for way in ways) / len(ways)


def test_no_other_fact_would_narrow_the_doubt_more():
    tried = 0
    for number in range(40):
        random = Random(number)  # noqa: S311 - households, not secrets
        day = any_day(random)
        case = any_case(random, day)
        found = find_all(case, day, RATES)
        doubtful = [one.assessment for one in found.doubtful]
        after = dict(each_fact(case, day, doubtful))
        if len(after) > MOST_FACTS:
            continue  # so many facts are not tried
        best = min(after.values(), default=width(doubtful))
        if best >= width(doubtful):
            assert found.narrows is None
        else:
            tried += len(after) > 1
            assert to_oere(best) == found.narrows.after
            assert to_oere(after[found.narrows.path]) == to_oere(best)
    assert tried > 5
