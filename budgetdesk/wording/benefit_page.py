"""The page Ydelser in words: the groups of its list, the line under each benefit, the totals, and an application."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.findings import PAID_ONCE, Finding, Findings
from budgetdesk.benefits.guide import Guide, Guides
from budgetdesk.casework.benefit_days import BenefitDay
from budgetdesk.formats import day, kroner
from budgetdesk.household.case import Case
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome
from budgetdesk.i18n import _
from budgetdesk.wording import steps
from budgetdesk.wording.one_or_several import said_to

WEEK = 7


@dataclass(frozen=True)
class Line:
    """One benefit in the list."""

    benefit: str
    title: str
    text: str


@dataclass(frozen=True)
class Group:
    """Some benefits under a heading; `folded` where they are opened first when somebody wants them."""

    heading: str
    lines: tuple[Line, ...]
    folded: bool = False


def groups(findings: Findings, first: Collection[str], guides: Guides) -> tuple[Group, ...]:
    """Every benefit once, in its group; those named in `first` (the rescue of the home) before all others."""
    got = {finding.assessment.benefit for finding in findings.received}
    relevant = (*findings.found, *findings.once)
    more = {finding.assessment.benefit for finding in relevant}
    open_yet = [
        finding for finding in (*findings.doubtful, *findings.discretion) if finding.assessment.benefit not in got
    ]
    whole = (*relevant, *findings.received, *open_yet, *findings.quiet)
    parts = (
        (_("Red boligen først"), [each for each in whole if each.assessment.benefit in first], False),
        (_("Kan være relevant"), relevant, False),
        (_("Kan ikke siges endnu"), open_yet, False),
        (_("Får I allerede"), [each for each in findings.received if each.assessment.benefit not in more], False),
        (_("Set på, ikke relevant nu"), findings.not_relevant, True),
        (_("Intet peger på dem nu"), findings.quiet, True),
    )
    made, seen = [], set[str]()
    for heading, rows, folded in parts:
        lines = [_line(each, guides) for each in rows if each.assessment.benefit not in seen]
        seen |= {line.benefit for line in lines}
        if lines:
            made.append(Group(heading, tuple(lines), folded))
    return tuple(made)


def group_to(group: Group, case: Case) -> Group:
    """A group as it is said to this household."""
    lines = tuple(replace(line, text=said_to(line.text, case)) for line in group.lines)
    return replace(group, heading=said_to(group.heading, case), lines=lines)


def _line(finding: Finding, guides: Guides) -> Line:
    one = finding.assessment
    text = _waits(finding) or beside(finding)
    if not text:
        guide = guides.get(one.benefit)
        discretion = one.checklist and guide is not None and "ommune" in guide.decided_by
        text = _("kommunen skønner") if discretion else _("beløbet kendes ikke endnu")
    return Line(one.benefit, one.title, text)


def _waits(finding: Finding) -> str:
    application = finding.application
    if application is None or finding.assessment.verdict is Verdict.NO:
        return ""
    if application.outcome is Outcome.REFUSED:
        return _("afslag")
    if application.outcome is not Outcome.WAITING or application.applied_on is None:
        return ""
    return _("søgt {applied_on}").format(applied_on=day(application.applied_on))


def beside(finding: Finding) -> str:
    """The line under a benefit's name: what it may bring, what it is beside what is received, or why not;
    "" where no amount is known."""
    one = finding.assessment
    if one.verdict is Verdict.NO:
        return (
            one.summary
            if finding.now is None
            else _("I får {month}. {summary}").format(month=_month(finding.now), summary=one.summary)
        )
    if finding.now is not None:
        return _compared(finding, finding.now)
    if one.once is not None:
        return _("{once} én gang{mark}").format(once=kroner(one.once, oere=False), mark=_mark(finding))
    if one.verdict is Verdict.YES and one.amount_per_month is not None:
        return f"{_month(one.amount_per_month)}{_mark(finding)}"
    if one.highest:
        return _("{between} om måneden{mark}").format(between=between(one.lowest, one.highest), mark=_mark(finding))
    return ""


def _compared(finding: Finding, now: Decimal) -> str:
    computed = finding.assessment.amount_per_month
    if finding.differs and computed is not None:
        return _("beregnet {month}, I får {now}{mark}").format(
            month=_month(computed), now=kroner(now, oere=False), mark=_mark(finding)
        )
    return _("I får {month}{mark}").format(month=_month(now), mark=_mark(finding))


def _mark(finding: Finding) -> str:
    marks = [_(", før skat") if finding.before_tax else "", _(", vejledende") if finding.assessment.vejledende else ""]
    return "".join(marks)


def _month(amount: Decimal) -> str:
    return _("{amount} om måneden").format(amount=kroner(amount, oere=False))


def between(lowest: Decimal | None, highest: Decimal) -> str:
    """`mellem 0 og 1.194 kr.`, or `op til 1.194 kr.` where there may be nothing."""
    if not lowest:
        return _("op til {highest}").format(highest=kroner(highest, oere=False))
    return _("mellem {lowest} og {highest}").format(
        lowest=kroner(lowest, oere=False), highest=kroner(highest, oere=False)
    )


def verdict(one: Assessment, finding: Finding | None, *, more: bool) -> str:
    """The mark on a benefit's page; what is received and enough is not told to be applied for."""
    if finding is not None and not more and one.verdict is not Verdict.NO:
        return _("Får I allerede")
    return steps.verdict(one)


def amount(one: Assessment, finding: Finding | None) -> str:
    """The figure on a benefit's page: `4.201 kr. om måneden`, `Beregnet 3.644 kr. om måneden, I får 3.424 kr.`; empty
    where no amount is known."""
    if finding is not None and finding.now is not None and one.verdict is not Verdict.NO:
        text = _compared(finding, finding.now)
    elif one.once is not None and one.verdict is not Verdict.NO:
        text = (_("{once} én gang, vejledende") if one.vejledende else _("{once} én gang")).format(
            once=kroner(one.once)
        )
    elif one.verdict is Verdict.UNKNOWN and not one.highest:
        text = ""
    else:
        text = steps.amount(one)
    return f"{text[:1].upper()}{text[1:]}"


def found(findings: Findings) -> str:
    """`4.201 kr., vejledende`; never a promise."""
    if findings.total <= 0:
        return _("Intet beløb endnu")
    return (_("{total}, vejledende") if findings.vejledende else _("{total}")).format(
        total=kroner(findings.total, oere=False)
    )


def doubt(findings: Findings) -> str:
    """What is in doubt together: `Mellem 3.427 og 9.903 kr.`; "" where nothing is or no end is known."""
    known = sum((each.highest for each in findings.doubtful if each.highest is not None), Decimal(0))
    if not known:
        return ""
    text = between(findings.doubt_lowest, known)
    return (_("{text}{text_2}") if findings.doubt_highest is not None else _("{text}{text_2} eller mere")).format(
        text=text[:1].upper(), text_2=text[1:]
    )


def applied(application: Application) -> str:
    """Where an application stands, in one or two sentences."""
    how = _(" én gang") if application.id in PAID_ONCE else _(" om måneden")
    on = day(application.answered_on) if application.answered_on else _("en dag, vi ikke kender")
    if application.outcome is Outcome.GRANTED:
        got = "" if application.granted is None else f": {kroner(application.granted)}{how}"
        reckoned = (
            ""
            if application.estimate is None
            else _(" Beregnet: {estimate}.").format(estimate=kroner(application.estimate))
        )
        return _dotted(_("Bevilget {on}{got}").format(on=on, got=got)) + reckoned
    if application.outcome is Outcome.REFUSED:
        return _("Afslag {on}.").format(on=on)
    amount = "" if application.estimate is None else f", {kroner(application.estimate)}{how}"
    when = f" {day(application.applied_on)}" if application.applied_on else ""
    return _("Søgt{when}{amount}. Det tæller først, når det er bevilget.").format(when=when, amount=amount)


def _dotted(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def ask_again(application: Application, guide: Guide, today: date) -> str:
    """`Spørg igen 18. december 2026: Fik I boligstøtte?`; "" while nobody waits."""
    if application.outcome is not Outcome.WAITING or application.ask_again is None:
        return ""
    when = (
        _("Spørg nu")
        if application.ask_again <= today
        else _("Spørg igen {ask_again}").format(ask_again=day(application.ask_again))
    )
    return f"{when}: {guide.follow_up}"


def usual_time(guide: Guide) -> str:
    """`Svaret tager som regel omkring 4 uger (borger.dk).`; "" where no source says it."""
    if guide.usual_days is None:
        return ""
    weeks, rest = divmod(guide.usual_days, WEEK)
    time = (
        _("{usual_days} dage").format(usual_days=guide.usual_days)
        if rest or weeks < 1
        else _("1 uge")
        if weeks == 1
        else _("{weeks} uger").format(weeks=weeks)
    )
    return _("Svaret tager som regel omkring {time}. Kilde: {usual_days_source}.").format(
        time=time, usual_days_source=guide.usual_days_source
    )


def decided_by(guide: Guide) -> str:
    """`Det afgør Udbetaling Danmark efter boligstøtteloven.`"""
    return _("Afgøres af: {decided_by}. Lov: {law}.").format(decided_by=guide.decided_by, law=guide.law)


def day_to_remember(one: BenefitDay, guides: Guides) -> str:
    """A day on which an answer could change, and why; the benefit is named where it is one alone."""
    about = f"{guides[one.benefits[0]].title}: " if len(one.benefits) == 1 and one.benefits[0] in guides else ""
    return f"{day(one.day)}. {about}{one.why}"
