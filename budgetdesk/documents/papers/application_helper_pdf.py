"""A page for each benefit to lay beside its application form: what the form asks for with the household's answers, the
papers, who decides, the estimate with its day, and the question that closes the loop afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.guide import Guide
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.benefits_pdf import sorted_out
from budgetdesk.documents.papers.benefits_working_pdf import met
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.papers_to_bring import on_desk, papers, without_several
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, gap, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.links import linked
from budgetdesk.household.case import Case
from budgetdesk.household.circumstances import Application
from budgetdesk.wording import steps as steps_words
from budgetdesk.wording.form_values import form_rows
from budgetdesk.wording.one_or_several import said_to

# isort: split
from reportlab.lib.units import mm
from reportlab.platypus import PageBreak

_LABEL = 62 * mm
_TICK = 18 * mm


def application_helper_pdf(
    case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = (), benefit: str = ""
) -> bytes:
    """One page for `benefit`, or one for each that can be applied for now."""
    words = texts.load("ansoegning_hjaelp")
    wanted = _wanted(case, answers, benefit)

    def story() -> list[Any]:
        body: list[Any] = []
        for at, one in enumerate(wanted):
            body += [PageBreak()] if at else []
            body += _page(one, answers.guides[one.benefit], case, answers, on)
        return body or [text(words["title"], page.H1), text(words["none"])]

    title = f"{words['title']}: {wanted[0].title}" if benefit and wanted else str(words["title"])
    return page.build(story, head(case, title, on=on))


def one_benefit(benefit: str) -> Callable[..., bytes]:
    """The maker of the page for one benefit."""
    return partial(application_helper_pdf, benefit=benefit)


def _wanted(case: Case, answers: Answers, benefit: str) -> list[Assessment]:
    if benefit:
        found = [one for one in answers.assessments if one.benefit == benefit]
    elif answers.findings is not None:
        found = [finding.assessment for finding in sorted_out(answers.findings, case)[0]]
    else:
        found = []
    return [one for one in found if one.benefit in answers.guides]


def _page(one: Assessment, guide: Guide, case: Case, answers: Answers, on: date) -> list[Any]:
    words = texts.load("ansoegning_hjaelp")
    decides = words["decides"].format(who=said_to(guide.decided_by, case))
    body: list[Any] = [
        text(rich(one.title), page.H1),
        text(rich(words["lead"].format(decided_by=decides)), page.LEAD),
        box(text(_estimate(one, case, on, words["estimate"]), page.CELL), space=4),
    ]
    body += _how(guide, case, words["how"])
    body += _form(guide, case, answers, words["form"])
    body += _papers(one.documents_needed or guide.documents, case, words["papers"])
    body += _check(one, case, words["check"])
    return [*body, *_afterwards(guide, case, on, words["follow_up"])]


def _estimate(one: Assessment, case: Case, on: date, words: Any) -> str:
    day = formats.day(on)
    if one.verdict is Verdict.NO:
        return rich(words["no"].format(day=day, summary=said_to(one.summary, case)))
    if one.once is not None:
        mark = words["vejledende"] if one.vejledende else ""
        return str(words["once"].format(amount=formats.kroner(one.once) + mark, day=day))
    amount = steps_words.amount(one)
    return str(words["month"].format(amount=rich(amount), day=day) if amount else words["discretion"].format(day=day))


def _how(guide: Guide, case: Case, words: Any) -> list[Any]:
    told = [said_to(without_several(guide.how_to_apply, case, texts.load("ydelser")["alone"]), case)]
    told += [words["link"].format(link=guide.link)] if guide.link and guide.link not in guide.how_to_apply else []
    told += [words["usual"].format(days=guide.usual_days)] if guide.usual_days else []
    return section(words["heading"], text(linked(rich(" ".join(told))), page.CELL))


def _form(guide: Guide, case: Case, answers: Answers, words: Any) -> list[Any]:
    rows = form_rows(guide, case, answers.questions, answers.month, texts.income_titles())
    if not rows:
        return []
    cells = [[rich(said_to(row.label, case)), rich(row.value) or words["blank"]] for row in rows]
    made = table(words["columns"], cells, [_LABEL, page.WIDTH - _LABEL], dense=True)
    return section(words["heading"], made, text(words["own_words"], page.SMALL))


def _papers(wanted: Sequence[str], case: Case, words: Any) -> list[Any]:
    alone = texts.load("ydelser")["alone"]
    listed = papers(wanted, case, alone)
    if not listed:
        return []
    have = on_desk(case, alone)
    cells = []
    for paper in listed:
        there = paper.lower() in have
        cells.append([rich(said_to(paper, case)), rich("☒" if there else "☐"), rich("☐")])
    made = table(words["columns"], cells, [page.WIDTH - 2 * _TICK, _TICK, _TICK], dense=True)
    return section(words["heading"], made)


def _check(one: Assessment, case: Case, words: Any) -> list[Any]:
    """What discretion looks at, and what the facts answer."""
    if one.verdict is not Verdict.UNKNOWN or not one.checklist:
        return []
    part = texts.load("ydelser")["part"]
    rows = [[rich(said_to(line.text, case)), met(line, part)] for line in one.checklist]
    made = table(part["check_columns"], rows, [page.WIDTH - 58 * mm, 58 * mm], dense=True)
    return section(words["heading"], made)


def _afterwards(guide: Guide, case: Case, on: date, words: Any) -> list[Any]:
    """When to ask for the answer, and room to write it down."""
    blank = words["short_blank"]
    applied = next((one for one in case.applications if one.id == guide.benefit), None)
    sent = applied.applied_on if applied else None
    first = words["applied"].format(day=formats.day(sent)) if sent else words["not_applied"].format(blank=blank)
    lines = [
        rich(first),
        _ask(said_to(guide.follow_up, case), guide, applied, on, words),
        rich(words["answer"].format(blank=blank)),
    ]
    return section(words["heading"], steps(lines, style=page.CELL, mark="•"), gap(2))


def _ask(asked: str, guide: Guide, applied: Application | None, on: date, words: Any) -> str:
    question = rich(asked)
    if applied is not None and applied.ask_again is not None:
        return str(words["ask_on"].format(day=formats.day(applied.ask_again), question=question))
    if guide.usual_days is None:
        return str(words["ask_when"].format(question=question))
    due = (applied.applied_on if applied and applied.applied_on else on) + timedelta(days=guide.usual_days)
    key = "ask_on" if applied and applied.applied_on else "ask_if_today"
    return str(words[key].format(day=formats.day(due), question=question))
