"""The pages about money that may come and money that is to be paid: benefits, how the plan goes, the rescue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.findings import Finding, Findings
from budgetdesk.casework.rescue import Rescue, RescueLine
from budgetdesk.documents.papers import benefits_pdf, follow_up_pdf
from budgetdesk.documents.papers.answers import landlord
from budgetdesk.documents.papers.next_step_texts import next_instalment
from budgetdesk.documents.papers.papers_to_bring import on_desk
from budgetdesk.documents.papers.rescue_pdf import day_to_remember
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.lettering import apart, turns
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import Asked, Column, Line, Part, TenantPage, bare, line, say
from budgetdesk.documents.tenant.tenant_page_steps import call_adviser
from budgetdesk.household.case import Case
from budgetdesk.i18n import _, language
from budgetdesk.planning.follow_up import Progress, Stage
from budgetdesk.wording import eviction as clock_words
from budgetdesk.wording import rescue as rescue_words


def benefits_page(asked: Asked) -> TenantPage:
    """As the document `ydelser`."""
    words, findings = texts.load("ydelser"), asked.answers.findings
    parts: tuple[Part, ...] = (Part("", (line(words["none"]),)),)
    if findings is not None and asked.answers.assessments:
        apply_now, ask_first = benefits_pdf.sorted_out(findings, asked.record.case)
        parts = (
            *_apply_now(apply_now, findings, asked, words),
            _ask_first(ask_first, asked, words),
            *_how(apply_now, findings, asked, words),
            _looked_at(findings, asked.record.case, words["looked_at"]),
        )
    return TenantPage("ydelser", words["title"], words["lead"], parts=parts)


def _apply_now(rows: Sequence[Finding], findings: Findings, asked: Asked, words: Any) -> tuple[Part, ...]:
    told = words["overview"]
    if not rows:
        return (Part("", (line(told["nothing"]),)),)
    lines = tuple(
        line(
            one.assessment.title,
            amount=benefits_pdf.amount(one),
            note=benefits_pdf.where(one, asked.record.case, asked.answers, words),
            by=benefits_pdf.when(one, asked.record.case, words),
        )
        for one in rows
    )
    columns = tuple(map(Column, told["columns"], ("text", "note", "by")))
    made = (Part("", lines, pictogram="savings", columns=columns, ordered=True),)
    if not findings.total:
        return made
    mark = _(benefits_pdf.MARK) if findings.vejledende else ""
    return (*made, Part("", (line(say(told["total"], amount=formats.kroner(findings.total), mark=mark)),)))


def _ask_first(rows: Sequence[Finding], asked: Asked, words: Any) -> Part:
    told = words["ask"]
    lines = tuple(
        line(
            one.assessment.title,
            amount=benefits_pdf.span(one),
            note=benefits_pdf.question(one, asked.record.case, asked.answers, words),
        )
        for one in rows
    )
    return Part(told["heading"], lines, columns=tuple(map(Column, told["columns"], ("text", "note"))))


def _how(rows: Sequence[Finding], findings: Findings, asked: Asked, words: Any) -> tuple[Part, ...]:
    case, told = asked.record.case, words["overview"]
    have = [line(title, amount=brings) for title, brings in benefits_pdf.received_amounts(findings)]
    here = on_desk(case, words["alone"])
    bring = [line(one, tick=True, ticked=one.lower() in here) for one in benefits_pdf.to_find(rows, case, words)]
    return (
        Part(words["have"], tuple(have)),
        Part(told["how"], tuple(map(line, benefits_pdf.how_to_apply(rows, case, words)))),
        Part(told["bring"], tuple(bring), pictogram="papers"),
    )


def _looked_at(findings: Findings, case: Case, words: Any) -> Part:
    said = [_why_not(one, case) for one in findings.not_relevant]
    heading = words["heading"] if said else ""
    quiet = benefits_pdf.not_asked(findings, words)
    said += [quiet] if quiet else []
    return Part(heading, tuple(map(line, (*said, words["working"]))) if said else ())


def _why_not(finding: Finding, case: Case) -> str:
    """A benefit and why it is not relevant. What nobody has translated stays in one piece behind a name from the
    right."""
    title, told = benefits_pdf.does_not_fit(finding, case)
    stop = _stop()
    if turns(title) and not turns(told):
        return f"{title}{stop} {apart(told.lstrip('. '))}"
    return title + (stop + told[1:] if told.startswith(".") else told)


def _stop() -> str:
    """The full stop of the language that is spoken."""
    return "۔" if language() == "ur" else "."


def follow_up_page(asked: Asked) -> TenantPage:
    """As the document `opfoelgning`."""
    words, seen = texts.load("opfoelgning"), asked.answers.watched
    progress = seen.progress if seen is not None else None
    if seen is None or progress is None or progress.stage not in (Stage.RUNNING, Stage.PAID):
        return TenantPage("opfoelgning", words["title"], words["none"])
    late = follow_up_pdf.late_lines(progress)
    missing = [follow_up_pdf.cannot_see(one, words["missing"]) for one in late]
    missing += [words["missing"]["todo"]] if late else []
    behind = follow_up_pdf.behind(seen.behind, progress, words["behind"])
    return TenantPage(
        name="opfoelgning",
        title=words["title"],
        lead=words["lead"],
        parts=(
            Part(words["paid"]["heading"], (line(_paid(progress, words["paid"])),), pictogram="savings"),
            Part(words["missing"]["heading"], tuple(map(line, missing))),
            *_coming(progress, asked, words["next"]),
            Part(words["behind"]["heading"], tuple(map(line, behind)), pictogram="debt"),
        ),
        call=call_adviser(asked, words["call"]),
    )


def _paid(progress: Progress, words: Any) -> str:
    if progress.stage is Stage.PAID:
        return str(words["done"])
    return say(words["text"], **{name: formats.kroner(getattr(progress, name)) for name in ("paid", "agreed", "left")})


def _coming(progress: Progress, asked: Asked, words: Any) -> tuple[Part, ...]:
    rows = tuple(line(what, by=day, amount=amount) for day, what, amount in follow_up_pdf.coming(progress, words))
    if not rows:
        return ()
    case, columns = asked.record.case, tuple(map(Column, words["columns"], ("by", "text", "amount")))
    after = []
    if plain(case.arrears.payment_reference):
        reference = asked.typed(case.arrears.payment_reference)
        after.append(say(words["how"], reference=reference, landlord=asked.typed(landlord(case))))
    after.append(words["rent_first"])
    calendar = Part(words["heading"], rows, pictogram="calendar", columns=columns, ordered=True)
    return (calendar, Part("", tuple(map(line, after))))


def rescue_page(asked: Asked) -> TenantPage:
    """As the document `redning`: every help with its days in words, and the days of the clock."""
    words, case, rescue = texts.load("redning"), asked.record.case, asked.answers.rescue
    name = asked.typed(case.tenant.name) if case.tenant and plain(case.tenant.name) else ""
    title = say(words["title_for"], name=name) if name else words["title"]
    if rescue is None:
        return TenantPage("redning", title, rescue_words.empty(case))
    remember = bare(day_to_remember(case, rescue, next_instalment(case, asked.answers), words["box"]))
    return TenantPage(
        name="redning",
        title=title,
        lead="",
        parts=(
            Part(words["box"]["heading"], (line(remember),), pictogram="calendar"),
            _helps(rescue, words["help"]),
            _clock(rescue, words["steps"]),
        ),
    )


def _helps(rescue: Rescue, words: Any) -> Part:
    lines = tuple(_help(one, rescue) for one in rescue.lines)
    name, days, _in_time = words["columns"]
    return Part(words["heading"], lines, columns=(Column(name, "text"), Column(days, "by"), Column(_in_time, "note")))


def _help(one: RescueLine, rescue: Rescue) -> Line:
    when, chance = rescue_words.when(one, rescue.on), rescue_words.chance(one, rescue)
    return line(
        one.title,
        amount=rescue_words.amount(one),
        by=when,
        note=f"{chance}{_stop()} {rescue_words.advice(one)}".removesuffix(f"{_stop()} "),
    )


def _clock(rescue: Rescue, words: Any) -> Part:
    if rescue.target is None:
        return Part(words["heading"], ())
    found = clock_words.lines(rescue.clock, rescue.on)
    said = [f"{one.title}: {one.day} ({one.basis})" for one in found]
    return Part(words["heading"], tuple(map(line, (words["lead"], *said))), pictogram="calendar")
