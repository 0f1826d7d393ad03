"""The working of the benefits on paper, for the adviser or whoever asks for it: each with its steps and what the
authority looks at, then the figures of the law that decided it, with their sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Step, Verdict
from budgetdesk.benefits.findings import worth_showing
from budgetdesk.benefits.guide import question_for
from budgetdesk.benefits.rates import Confidence, RateUsed
from budgetdesk.benefits.relevance import concerns
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import gap, section, table, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.wording import steps as steps_words
from budgetdesk.wording.one_or_several import assessment_to, said_to

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import translated

NEAR_YEARS = 2
"""A day further away than this is no reason to come back: the program knows it, the paper leaves it out."""
_ORDER = {Verdict.YES: 0, Verdict.UNKNOWN: 1, Verdict.NO: 2}


def working_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """Every assessment that concerns the household, those that may be relevant first."""
    words = texts.load("ydelser")
    relevant = worth_showing(answers.assessments, case)
    concerning = [one for one in answers.assessments if concerns(one.benefit, case, on)]
    shown = sorted({id(one): one for one in (*relevant, *concerning)}.values(), key=lambda one: _ORDER[one.verdict])

    def story() -> list[Any]:
        body: list[Any] = [text(words["part"]["heading"], page.H1)]
        if not shown:
            return [*body, text(words["none"])]
        body.append(text(words["part"]["lead"], page.LEAD))
        for assessment in shown:
            body += _assessment(assessment_to(assessment, case), _missing(assessment, case, answers, words), on, words)
        used = {(rate.name, rate.start): rate for one in relevant for rate in one.rates_used if decides(rate)}
        return [*body, *_rates(list(used.values()), words)]

    return page.build(story, head(case, words["part"]["heading"], on=on))


def _assessment(one: Assessment, missing: Sequence[str], on: date, words: Any) -> list[Any]:
    part = words["part"]
    verdict = " · ".join(part for part in (steps_words.verdict(one), steps_words.amount(one)) if part)
    body: list[Any] = [text(f"<b>{rich(verdict)}.</b> {rich(one.summary)}", page.CELL), gap(3)]
    body += _steps(part["step_columns"], one.steps)
    body += [text(part["vejledende"], page.SMALL)] if one.vejledende else []
    if one.verdict is not Verdict.NO:
        body += _checklist(part, one.checklist)
    body += _listed(part["assumed"], _assumed(one.assumed, words))
    body += _listed(part["missing"], missing)
    body += _listed(part["cannot_see"], one.cannot_see)
    near = [
        _again(again, part) for again in one.look_again if again.on is None or again.on.year - on.year <= NEAR_YEARS
    ]
    body += _listed("{rows}", near, between=" ")
    return section(rich(one.title), *body)


def _missing(one: Assessment, case: Case, answers: Answers, words: Any) -> list[str]:
    """What is not known yet, as it is asked for."""
    asked = [(path, question_for(path, case, answers.questions)) for path in one.missing_facts]
    return _unique(said_to(found.ask, case) if found else fact_name(path, words) for path, found in asked)


def _again(again: LookAgain, words: Any) -> str:
    if again.on is None:
        return str(words["again_no_day"].format(why=again.why))
    return str(words["again"].format(day=formats.day(again.on), why=again.why))


def fact_name(path: str, words: Any) -> str:
    """What a fact is called on paper, such as `boligens areal` for `tenancy.area_m2`."""
    last = re.split(r"[.\]]+", path.strip("]"))[-1].partition("[")[0]
    return str(words["facts"].get(last, words["facts"]["other"]))


def _assumed(facts: Sequence[Assumed], words: Any) -> list[str]:
    return _unique(f"{fact_name(fact.path, words)}: {words['values'].get(fact.value, fact.value)}" for fact in facts)


def _unique(rows: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(rows))


def _steps(columns: Sequence[str], steps: Sequence[Step]) -> list[Any]:
    if not steps:
        return []
    rows = [[rich(line.text), rich(line.paragraph), line.amount] for line in steps_words.step_lines(steps)]
    if len(rows) == 1:
        return [text(": ".join(part for part in (rows[0][0], rows[0][2]) if part), page.DENSE), gap(4)]
    widths = [page.WIDTH - 82 * mm, 54 * mm, 28 * mm]
    return [table(columns, rows, widths, figures=[2], dense=True)]


def _checklist(words: Any, checklist: Sequence[Step]) -> list[Any]:
    """What the authority looks at, with what the household's facts say: yes, no, or that we cannot see it."""
    rows = [[f"{rich(line.text)} {rich(line.paragraph)}".rstrip(), met(line, words)] for line in checklist]
    widths = [page.WIDTH - 62 * mm, 62 * mm]
    return [together([table(words["check_columns"], rows, widths, dense=True)])] if rows else []


def met(line: Step, words: Any) -> str:
    """`Ja. Der er børn i hjemmet.`, as markup."""
    answer = words["met"][{True: "yes", False: "no", None: "cannot_see"}[line.met]]
    return f"<b>{rich(answer)}</b> {rich(line.because)}".rstrip()


def decides(rate: RateUsed) -> bool:
    """Amounts, and whatever is not solid: a reader wants these; ages and counts stand in the program."""
    return rate.unit.startswith("kr") or rate.confidence is not Confidence.PRIMARY


def _rates(rates: Sequence[RateUsed], words: Any) -> list[Any]:
    """The figures that decided it, once each: value, days and the number of its source, which is told once below."""
    if not rates:
        return []
    part = words["part"]
    sources = _unique(_source(rate) for rate in rates)
    number = {source: str(at) for at, source in enumerate(sources, start=1)}
    rows = [[_rate_name(rate), _rate_value(rate, words), _days(rate), number[_source(rate)]] for rate in rates]
    widths = [page.WIDTH - 98 * mm, 42 * mm, 43 * mm, 13 * mm]
    made = table(part["rate_columns"], rows, widths, figures=[1], dense=True)
    told = " ".join(f"<b>{number[source]}.</b> {rich(source)}" for source in sources)
    return section(part["rates"], text(part["rates_why"], page.CELL_QUIET), gap(2), made, text(told, page.SMALL))


def _rate_name(rate: RateUsed) -> str:
    return f"{rich(rate.title)}, {rich(rate.paragraph)}" if rate.paragraph else rich(rate.title)


def _rate_value(rate: RateUsed, words: Any) -> str:
    mark = "" if rate.confidence is Confidence.PRIMARY else f" ({words['vejledende']})"
    units = words["part"]["units_of_one" if rate.value == 1 else "units"]
    return f"{formats.amount(rate.value)} {rich(units.get(rate.unit, rate.unit))}{mark}"


def _days(rate: RateUsed) -> str:
    return f"{formats.short_day(rate.start)}–{formats.short_day(rate.end)}"


def _source(rate: RateUsed) -> str:
    return f"{rate.source} ({translated(steps_words.CONFIDENCE)[rate.confidence]}{steps_words.by_whom(rate)})."


def _listed(sentence: str, rows: Sequence[str], *, between: str = "; ") -> list[Any]:
    if not rows:
        return []
    shown = between.join(rows) if between == " " else between.join(row.rstrip(".") for row in rows)
    told = sentence.format(rows=shown)
    # A question keeps its mark and takes no other beside it.
    return [text(rich(told.replace("?;", "?").replace("?.", "?")), page.SMALL)]
