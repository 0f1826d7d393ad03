"""The benefits as a handout: what to apply for with amounts, the one answer that each doubt waits for, what the
household has already, how to ask, which papers to find, and what was looked at, one line each.

The working stands on a paper of its own (`benefits_working_pdf`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.findings import PAID_ONCE, Finding, Findings
from budgetdesk.benefits.guide import question_for
from budgetdesk.casework.clock import letter_in_force
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.papers_to_bring import on_desk, papers, without_several
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, gap, section, side_by_side, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.links import linked
from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _
from budgetdesk.wording import steps as steps_words
from budgetdesk.wording.one_or_several import told_to

# isort: split
from reportlab.lib.units import mm

_DANGER = (Letter.PAAKRAV, Letter.OPHAEVELSE, Letter.FOGED)
_RESCUE = ("paragraf_81_a", "paragraf_81")
TWO_COLUMNS_FROM = 7
"""So many papers are listed beside each other, not below."""
ONE_LINE = 105
"""So many letters stand on one line of what was looked at."""


def benefits_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The handout. Figures without a solid source are marked."""
    words = texts.load("ydelser")
    findings = answers.findings

    def story() -> list[Any]:
        body: list[Any] = [text(words["title"], page.H1), text(words["lead"], page.LEAD)]
        if findings is None or not answers.assessments:
            return [*body, text(words["none"])]
        apply_now, ask_first = sorted_out(findings, case)
        body += _apply_now(apply_now, findings, case, answers, words)
        body += _ask_first(ask_first, case, answers, words)
        body += _have_already(findings, words)
        body += _how(apply_now, case, words)
        return [*body, *_looked_at(findings, case, words)]

    return page.build(story, head(case, words["title"], on=on))


def sorted_out(findings: Findings, case: Case) -> tuple[list[Finding], list[Finding]]:
    """What to apply for now, the rescue of the home first while it is in danger, and what waits for an answer."""
    danger = letter_in_force(case) in _DANGER
    open_yet = [*findings.doubtful, *findings.discretion]
    urgent = [one for one in open_yet if danger and one.assessment.benefit in _RESCUE]
    ready = [one for one in findings.discretion if one not in urgent and not one.assessment.missing_facts]
    waiting = [one for one in open_yet if one not in urgent and one not in ready]
    return [*urgent, *findings.found, *findings.once, *ready], waiting


ONCE, MONTHLY, MORE = N_("{amount} én gang"), N_("{amount} om måneden"), N_("{amount} mere om måneden")
UP_TO, FROM_TO = N_("Op til {amount}"), N_("{least} til {amount}")
BEFORE_TAX, GUIDING = N_("{amount} før skat"), N_("{amount}, vejledende")
MARK = N_(", vejledende")
AMOUNTS = (ONCE, MONTHLY, MORE, UP_TO, FROM_TO, BEFORE_TAX, GUIDING, MARK)
"""How an amount is told, from the inside out: `Op til 3.350 kr. om måneden, vejledende`."""


def amount(finding: Finding) -> str:
    """What it would bring beyond today: a month, or once; "" where it is discretion."""
    one = finding.assessment
    if one.once is not None:
        return _marked(_(ONCE).format(amount=formats.kroner(one.once)), finding)
    if finding.lowest and finding.highest == finding.lowest:
        told = _(MORE if finding.now else MONTHLY).format(amount=formats.kroner(finding.lowest))
        return _marked(_(BEFORE_TAX).format(amount=told) if finding.before_tax else told, finding)
    return ""


def span(finding: Finding) -> str:
    """`Op til 3.350 kr. om måneden, vejledende`, or that nobody can tell."""
    if not finding.highest:
        return ""
    most, least = formats.kroner(finding.highest), formats.kroner(finding.lowest)
    told = _(FROM_TO).format(least=least, amount=most) if finding.lowest else _(UP_TO).format(amount=most)
    return _marked(_(MORE if finding.now else MONTHLY).format(amount=told), finding)


def _marked(told: str, finding: Finding) -> str:
    return _(GUIDING).format(amount=told) if finding.assessment.vejledende else told


def _apply_now(rows: Sequence[Finding], findings: Findings, case: Case, answers: Answers, words: Any) -> list[Any]:
    part = words["overview"]
    if not rows:
        return [text(part["nothing"])]
    cells = [
        [_named(one, amount(one)), linked(rich(where(one, case, answers, words))), rich(when(one, case, words))]
        for one in rows
    ]
    body: list[Any] = [table(part["columns"], cells, [page.WIDTH - 94 * mm, 52 * mm, 42 * mm])]
    if findings.total:
        mark = _(MARK) if findings.vejledende else ""
        body.append(text(part["total"].format(amount=formats.kroner(findings.total), mark=mark), page.KEY))
    return body


def _named(finding: Finding, told: str) -> str:
    name = f"<b>{rich(finding.assessment.title)}</b>"
    return f"{name}<br/>{rich(told)}" if told else name


def where(finding: Finding, case: Case, answers: Answers, words: Any) -> str:
    """Who decides, and where to find them."""
    guide = answers.guides.get(finding.assessment.benefit)
    if guide is None:
        return str(words["overview"]["somewhere"])
    by = told_to(guide.decided_by, case)
    return f"{by}, {guide.link}" if guide.link else by


def when(finding: Finding, case: Case, words: Any) -> str:
    """How soon to apply."""
    part = words["overview"]
    benefit = finding.assessment.benefit
    if letter_in_force(case) in _DANGER and benefit in _RESCUE:
        return str(part["today"])
    return str(part["when"].get(benefit, part["before"] if benefit in PAID_ONCE else part["soon"]))


def _ask_first(rows: Sequence[Finding], case: Case, answers: Answers, words: Any) -> list[Any]:
    if not rows:
        return []
    part = words["ask"]
    cells = [[_named(one, span(one)), rich(question(one, case, answers, words))] for one in rows]
    first = page.WIDTH - 94 * mm
    return section(part["heading"], table(part["columns"], cells, [first, 94 * mm]))


def question(finding: Finding, case: Case, answers: Answers, words: Any) -> str:
    """The question that narrows this answer most."""
    for path in finding.assessment.missing_facts:
        found = question_for(path, case, answers.questions)
        if found is not None:
            return told_to(found.ask, case)
    return str(words["ask"]["somebody"])


def _have_already(findings: Findings, words: Any) -> list[Any]:
    rows = received(findings)
    return section(words["have"], text(rich(f"{texts.listed(rows)}."), page.CELL)) if rows else []


def received(findings: Findings) -> list[str]:
    """What the household has already, with what it brings."""
    return [f"{title} ({brings})" if brings else title for title, brings in received_amounts(findings)]


def received_amounts(findings: Findings) -> list[tuple[str, str]]:
    """(title, `2.532 kr. om måneden`) of what the household has already."""
    return [
        (one.assessment.title, _(MONTHLY).format(amount=formats.kroner(one.now)) if one.now else "")
        for one in findings.received
    ]


def _how(rows: Sequence[Finding], case: Case, words: Any) -> list[Any]:
    """How to apply for what can be applied for now, and the papers it takes."""
    body: list[Any] = []
    if hints := how_to_apply(rows, case, words):
        body += section(
            words["overview"]["how"], steps([linked(rich(hint)) for hint in hints], style=page.CELL, mark="•")
        )
    if listed := to_find(rows, case, words):
        body += section(words["overview"]["bring"], _boxes(listed, on_desk(case, words["alone"])))
    return body


def how_to_apply(rows: Sequence[Finding], case: Case, words: Any) -> list[str]:
    """Each way to apply once."""
    told = (without_several(one.assessment.how_to_apply, case, words["alone"]) for one in rows)
    return _unique(hint for hint in told if hint)


def to_find(rows: Sequence[Finding], case: Case, words: Any) -> list[str]:
    """The papers it takes, each once."""
    return papers([paper for one in rows for paper in one.assessment.documents_needed], case, words["alone"])


def _boxes(listed: Sequence[str], have: Collection[str]) -> Any:
    """One box before each paper, crossed where it lies on the desk already; in two columns where there are many."""
    if len(listed) < TWO_COLUMNS_FROM:
        return ticked(listed, have)
    half = (len(listed) + 1) // 2
    columns = [ticked(part, have) for part in (listed[:half], listed[half:])]
    made: Grid = side_by_side(columns, [page.WIDTH / 2, page.WIDTH / 2])
    return made


def ticked(listed: Sequence[str], have: Collection[str]) -> list[Any]:
    """A list of papers with a box before each; `have` in small letters."""
    made: list[Any] = []
    for paper in listed:
        box = "☒" if paper.lower() in have else "☐"
        made += steps([rich(paper)], style=page.CELL, mark=rich(box))
    return made


def _looked_at(findings: Findings, case: Case, words: Any) -> list[Any]:
    """Looked at and not relevant now, one line each; and what nobody has asked about yet, in one."""
    part = words["looked_at"]
    lines = [text(bold_name(one, case), page.DENSE) for one in findings.not_relevant]
    looked = bool(lines)
    if quiet := not_asked(findings, part):
        lines.append(text(rich(quiet), page.DENSE))
    said = [*lines, gap(4), text(part["working"], page.SMALL)] if lines else []
    return section(part["heading"], *said) if looked else [gap(8), *said]


def not_asked(findings: Findings, words: Any) -> str:
    """What nobody has asked about yet, in one line; "" where there is nothing."""
    quiet = [one.assessment.title for one in findings.quiet]
    return str(words["quiet"].format(rows=texts.listed(quiet))) if quiet else ""


def bold_name(finding: Finding, case: Case) -> str:
    """`<b>Folkepension</b> er ikke relevant endnu.`, on one line."""
    title, told = does_not_fit(finding, case)
    words = told.lstrip(". ")
    return (
        f"<b>{rich(title)}</b>{told.removesuffix(words)}{rich(words)}"  # `rich` would take the space before the words
    )


def does_not_fit(finding: Finding, case: Case) -> tuple[str, str]:
    """`Folkepension`, ` er ikke relevant endnu.`; a sentence that does not begin with the title (it may leave out the
    paragraph behind it) follows a stop."""
    title, told = _(finding.assessment.title), told_to(finding.assessment.summary, case)
    if len(told) > ONE_LINE:
        told = steps_words.first_sentence(told)
    if told.startswith(title):
        return title, told.removeprefix(title)
    short = title.split(" (§", 1)[0]
    return (title, told.removeprefix(short)) if told.startswith(f"{short} ") else (title, f". {told}")


def _unique(rows: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(rows))
