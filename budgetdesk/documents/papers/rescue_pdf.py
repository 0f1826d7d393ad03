"""The rescue time line on one page: for the tenant with every help, for the landlord with the days and what is agreed.

The landlord's copy holds nothing of the tenant's economy: the landlord's own claim, the days, a plan the landlord has
said yes to, and (only with a consent in force) that an answer is awaited.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.letters import arrears_text
from budgetdesk.casework.rescue import Rescue, RescueLine, State, Stops
from budgetdesk.casework.sharing import answer_expected
from budgetdesk.documents.papers.answers import SHORT_BLANK, Answers, landlord
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.next_step_texts import next_instalment
from budgetdesk.documents.papers.rescue_picture import ClockFlowable, HelpFlowable
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, Rows, box, facts, gap, section, side_by_side, steps, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.plan import PlanTest, Standing
from budgetdesk.wording import eviction as clock_words
from budgetdesk.wording import rescue as words

# isort: split
from reportlab.lib.units import mm

_TO_DO = frozenset({State.OPEN, State.NOT_YET, State.ASKED, State.REFUSED})
LEFT, PICTURE, RIGHT = 52 * mm, 58 * mm, 60 * mm
"""Widths of the columns: name, picture, words."""

Story = Callable[[], list[Any]]


class Length(Enum):
    """How much is told, so that it stays one page."""

    WHOLE = "whole"
    TO_DO = "to do"
    BARE = "bare"


def rescue_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The tenant's page. Not signed."""
    told = texts.load("redning")
    name = case.tenant.name if case.tenant else ""
    title = told["title_for"] if plain(name) else told["title"]
    edge = head(case, title.format(name=plain(name)), on=on)

    def story(*, length: Length) -> list[Any]:
        body: list[Any] = [text(title.format(name=rich(name)), page.H1)]
        if answers.rescue is None:
            return [*body, text(words.empty(case), page.LEAD)]
        return [*body, *_for_tenant(case, answers.rescue, answers, told, length=length)]

    return page.build_fitting(_lengths(story), edge)


def rescue_landlord_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The landlord's page. Not signed."""
    told = texts.load("redning")
    edge = head(case, told["landlord"]["title"], on=on)

    def story(*, length: Length) -> list[Any]:
        return _for_landlord(case, answers, told, length=length)

    return page.build_fitting(_lengths(story), edge)


def _lengths(story: Callable[..., list[Any]]) -> list[Story]:
    """Whole, with advice only on what is to be done, or without advice: the longest that takes one page is drawn."""
    return [partial(story, length=length) for length in (Length.WHOLE, Length.TO_DO, Length.BARE)]


# The tenant's


def _for_tenant(case: Case, rescue: Rescue, answers: Answers, told: Any, *, length: Length) -> list[Any]:
    body: list[Any] = [_day_to_remember(case, rescue, next_instalment(case, answers), told["box"])]
    if rescue.lines:
        part = told["help"]
        body += section(part["heading"], _with_days(rescue), _helps(rescue, part, length=length))
        body.append(text(part["key"], page.SMALL))
    if rescue.target is None:
        return body
    return [*body, *_steps(rescue, told["steps"]["heading"], told["steps"]["lead"] if length is Length.WHOLE else "")]


def _day_to_remember(case: Case, rescue: Rescue, following: Instalment | None, told: Any) -> Grid:
    said = day_to_remember(case, rescue, following, told)
    return box([text(told["heading"], page.CELL_QUIET), text(said, page.KEY)], space=6)


def day_to_remember(case: Case, rescue: Rescue, following: Instalment | None, told: Any) -> str:
    """The one day, and what is to be paid by then. Markup, with nothing that was typed."""
    target = rescue.target
    known = {"amount": formats.kroner(owed_now(case))}
    if target is None:
        said = told["over"]
    elif following:
        day, amount = formats.weekday_and_day(following.due), formats.kroner(following.amount)
        said = told["agreed"].format(day=day, amount=amount)
    elif target.stops is Stops.BY_RIGHT and target.estimate:
        said = told["no_letter"]
    elif target.stops is Stops.BY_RIGHT:
        chosen = told["by_right"] if owed_now(case) else told["by_right_no_amount"]
        said = chosen.format(day=formats.weekday_and_day(target.day), **known)
    else:
        said = told["at_once" if target.stops is Stops.AT_ONCE else "goodwill"]
    return str(said)


def _with_days(rescue: Rescue) -> Grid:
    """The clock over the pictures of the helps; its names may reach over the words to the right."""
    clock = ClockFlowable(rescue, PICTURE, PICTURE + RIGHT)
    return _beside(clock)


def _beside(clock: ClockFlowable) -> Grid:
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    return Grid([["", clock, ""]], colWidths=[LEFT, PICTURE, RIGHT], style=style, hAlign="LEFT")


def _helps(rescue: Rescue, told: Any, *, length: Length) -> Rows:
    """One row per help: its name and amount, the picture, whether it is in time and what to do."""
    data: list[list[Any]] = [[text(one, page.HEADING_CELL) for one in told["columns"]]]
    for line in rescue.lines:
        data.append([_name(line), HelpFlowable(line, rescue, PICTURE), _said(line, rescue, length=length)])
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (1, -1), 0),
        ("RIGHTPADDING", (1, 0), (-1, -1), 0),
        ("LEFTPADDING", (2, 0), (2, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, page.LINE),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, page.QUIET),
    ]
    return Rows(data, colWidths=[LEFT, PICTURE, RIGHT], repeatRows=1, style=style, hAlign="LEFT", spaceAfter=4)


def _name(line: RescueLine) -> list[Any]:
    amount = words.amount(line)
    name = text(f"<b>{rich(line.title)}</b>", page.DENSE)
    return [name, text(rich(amount), page.DENSE)] if amount else [name]


def _said(line: RescueLine, rescue: Rescue, *, length: Length) -> list[Any]:
    when = words.when(line, rescue.on)
    chance = rich(words.chance(line, rescue))
    first = f"<b>{chance}</b>" + (f": {rich(when)}" if when else "")
    advised = length is Length.WHOLE or (length is Length.TO_DO and line.state in _TO_DO)
    return [text(first, page.DENSE), *([text(rich(words.advice(line)), page.DENSE)] if advised else [])]


def _steps(rescue: Rescue, heading: str, lead: str) -> list[Any]:
    """The days of the clock in words, with what each rests on."""
    found = clock_words.lines(rescue.clock, rescue.on)
    rows = [f"<b>{rich(one.title)}:</b> {rich(one.day)} ({one.basis})" for one in found]
    half = (len(rows) + 1) // 2
    columns = [steps(part, style=page.DENSE, mark="•") for part in (rows[:half], rows[half:])]
    told = [text(lead, page.CELL_QUIET)] if lead else []
    return section(heading, [*told, side_by_side(columns, [page.WIDTH / 2, page.WIDTH / 2])])


# The landlord's


def _for_landlord(case: Case, answers: Answers, told: Any, *, length: Length) -> list[Any]:
    own, rescue = told["landlord"], answers.rescue
    lead = own["lead"].format(landlord=rich(landlord(case)))
    body: list[Any] = [text(own["title"], page.H1), text(lead, page.LEAD)]
    if known := _facts(case, own):
        body += section(own["facts_heading"], facts(known), text(own["not_sure"], page.SMALL))
    if rescue is None:
        return [*body, text(own["no_arrears"]), text(_contact(case, answers, own))]
    if rescue.target is not None and length is Length.WHOLE:
        clock = ClockFlowable(rescue, page.WIDTH * 0.8, page.WIDTH)
        body += section(own["steps_heading"], clock, gap(4), _days_as_rows(rescue))
    else:
        body += section(own["steps_heading"], _days_as_rows(rescue))
    if rescue.clock.kind == "almen":
        body.append(text(own["notice"], page.SMALL))
    expect = section(own["told_heading"], steps(_to_expect(case, answers, rescue, own), style=page.CELL, mark="•"))
    ask = [text(_ask(rescue, answers.plan, own)), text(_contact(case, answers, own))]
    return [*body, together([*expect, *section(own["ask_heading"], ask)])]  # whom to call never stands alone on a page


def _facts(case: Case, told: Any) -> list[tuple[str, str]]:
    """What the landlord knows already: the tenancy and the landlord's own claim."""
    arrears = case.arrears
    owed = f"{formats.kroner(owed_now(case))} for {arrears_text(case)}" if owed_now(case) and arrears.rows else ""
    rows = [
        (told["tenant"], case.tenant.name if case.tenant else ""),
        (told["address"], case.tenancy.address),
        (told["owed"], owed),
        (told["reference"], arrears.payment_reference),
    ]
    return [(name, fact) for name, fact in rows if plain(fact)]


def _days_as_rows(rescue: Rescue) -> Grid:
    found = clock_words.lines(rescue.clock, rescue.on)
    return facts([(one.title, f"{one.day} ({one.basis})") for one in found], names=62 * mm)


def _to_expect(case: Case, answers: Answers, rescue: Rescue, told: Any) -> list[str]:
    """The plan the landlord has said yes to, and an answer that is awaited where the tenant lets it be told."""
    plan, found = answers.plan, []
    if plan is not None and plan.standing is Standing.ACCEPTED and plan.instalments:
        first, last = plan.instalments[0], plan.instalments[-1]
        known = {"first": formats.day(first.due), "last": formats.day(last.due), "amount": formats.kroner(plan.total)}
        following = next((one for one in plan.instalments if one.due >= rescue.on), None)
        found.append(told["agreed_all"].format(count=len(plan.instalments), **known))
        if following:
            day, amount = formats.weekday_and_day(following.due), formats.kroner(following.amount)
            found.append(told["agreed"].format(day=day, amount=amount).replace("kr..", "kr."))
    awaited = answer_expected(case, rescue, rescue.on)
    if awaited:
        found.append(told["waiting"].format(day=formats.weekday_and_day(awaited)))
    return [one.replace("kr..", "kr.") for one in found] or [told["nothing"]]


def _ask(rescue: Rescue, plan: PlanTest | None, told: Any) -> str:
    if plan is not None and plan.standing is Standing.ACCEPTED:
        return str(told["ask_agreed"])
    if rescue.clock.terminated:
        return str(told["ask_after"])
    return str(told["ask_paakrav" if rescue.clock.paakrav else "ask_before"])


def _contact(case: Case, answers: Answers, told: Any) -> str:
    """Whom the landlord calls, and by which number; a line to write it on where the house has written none."""
    adviser, organisation, phone = map(plain, (case.info.adviser, case.info.organisation, answers.house.phone))
    who = ", ".join(rich(one) for one in (adviser, organisation) if one) if adviser else SHORT_BLANK
    return str(told["contact"].format(who=who, phone=rich(phone) or SHORT_BLANK))
