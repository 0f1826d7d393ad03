"""All answers at once: what is found beyond what the household receives, what is in doubt and which one fact would
narrow it most, what was looked at and found not relevant, and money that comes once. Amounts are kr/month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Mode, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.narrowing import Narrowing, narrowing
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.received import TAXABLE, Received, received
from budgetdesk.benefits.relevance import concerns
from budgetdesk.household.case import Case
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome
from budgetdesk.money import ZERO

NO_DIFFERENCE = Decimal(5)
"""A difference up to this is rounding between quarter and month, not money (kr/month)."""
PAID_ONCE = frozenset({"beboerindskud", "paragraf_81", "paragraf_82", "paragraf_82_a", "paragraf_85", "feriepenge"})
"""Benefits that are paid once, or by the bill: never part of a month."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One assessment beside what the household has today."""

    assessment: Assessment
    now: Decimal | None = None
    """What is received today, kr/month; None where nothing is, or the amounts cannot be compared."""
    lowest: Decimal = ZERO
    """What it would bring beyond today at the least, kr/month."""
    highest: Decimal | None = ZERO
    """What it would bring beyond today at the most, kr/month; None where there is no telling."""
    application: Application | None = None
    """What was applied for already, and how it went."""
    before_tax: bool = False
    """Whether the amounts are before tax: less of them reaches the account."""

    @property
    def differs(self) -> bool:
        """Whether what is computed and what is received are not the same amount."""
        computed = self.assessment.amount_per_month
        return self.now is not None and computed is not None and abs(computed - self.now) > NO_DIFFERENCE


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Every answer in its place; each assessment stands in one place, or also among `found` where more is due."""

    on: date
    found: tuple[Finding, ...] = ()
    """May be relevant, with an amount beyond what is received."""
    received: tuple[Finding, ...] = ()
    """Received already."""
    doubtful: tuple[Finding, ...] = ()
    """Cannot be told yet, with the range beyond today."""
    discretion: tuple[Finding, ...] = ()
    """No amount can be given, and something in the household points to it."""
    quiet: tuple[Finding, ...] = ()
    """Cannot be told, and nothing points to it: not asked about first."""
    not_relevant: tuple[Finding, ...] = ()
    """Looked at: the household's own figure stands beside the limit in the steps."""
    once: tuple[Finding, ...] = ()
    """Money that comes once."""
    narrows: Narrowing | None = None
    """The one fact that would narrow the doubt most."""

    @property
    def total(self) -> Decimal:
        """Everything found, kr/month beyond today."""
        return sum((finding.lowest for finding in self.found), ZERO)

    @property
    def doubt_lowest(self) -> Decimal:
        """The doubtful together at the least, kr/month beyond today."""
        return sum((finding.lowest for finding in self.doubtful), ZERO)

    @property
    def doubt_highest(self) -> Decimal | None:
        """The doubtful together at the most, kr/month beyond today; None where one of them has no upper end."""
        known = [finding.highest for finding in self.doubtful if finding.highest is not None]
        return sum(known, ZERO) if len(known) == len(self.doubtful) else None

    @property
    def total_once(self) -> Decimal:
        """Money that comes once and may be relevant, kr."""
        return sum((finding.assessment.once or ZERO for finding in self.once), ZERO)

    @property
    def vejledende(self) -> bool:
        """Whether a figure without a solid source is in the total."""
        return any(finding.assessment.vejledende for finding in self.found)


def find_all(
    case: Case,
    day: date,
    rates: Rates,
    *,
    mode: Mode = Mode.OFFICIAL,
    assessments: Sequence[Assessment] | None = None,
    narrow: bool = True,
) -> Findings:
    """All answers for a household on a day, in their places. `assessments` are used where they are made already;
    `narrow` says whether to look for the fact that narrows the doubt, which means trying every missing one."""
    answers = assess_all(case, day, rates, mode=mode) if assessments is None else assessments
    have = received(case, day)
    applied = {application.id: application for application in case.applications}
    places: dict[str, list[Finding]] = {}
    for answer in answers:
        finding = _finding(answer, have.get(answer.benefit), applied.get(answer.benefit))
        for place in _places(finding, answer.benefit in have, concerns(answer.benefit, case, day)):
            places.setdefault(place, []).append(finding)
    in_places = {place: tuple(rows) for place, rows in places.items()}
    doubtful = [finding.assessment for finding in in_places.get("doubtful", ())]
    narrows = narrowing(case, day, rates, doubtful, mode=mode) if narrow else None
    return replace(_findings(day, in_places), narrows=narrows)


def _findings(day: date, places: Mapping[str, tuple[Finding, ...]]) -> Findings:
    return Findings(
        on=day,
        found=places.get("found", ()),
        received=places.get("received", ()),
        doubtful=places.get("doubtful", ()),
        discretion=places.get("discretion", ()),
        quiet=places.get("quiet", ()),
        not_relevant=places.get("not_relevant", ()),
        once=places.get("once", ()),
    )


def _finding(answer: Assessment, have: Received | None, application: Application | None) -> Finding:
    now = have.per_month if have else None
    lowest, highest = beyond(answer, have)
    return Finding(
        assessment=answer,
        now=now,
        lowest=lowest,
        highest=highest,
        application=application,
        before_tax=answer.benefit in TAXABLE,
    )


def beyond(answer: Assessment, have: Received | None) -> tuple[Decimal, Decimal | None]:
    """What an answer would bring beyond today, from the least to the most (None: no telling), kr/month.

    What is received in a form that cannot be compared is taken to be all there is.
    """
    if answer.verdict is Verdict.NO or (have is not None and have.per_month is None):
        return ZERO, ZERO
    now = have.per_month if have is not None and have.per_month is not None else ZERO
    if answer.verdict is Verdict.YES:
        amount = _more(answer.amount_per_month or ZERO, now)
        return amount, amount
    if answer.lowest is None and answer.highest is None:
        return ZERO, ZERO
    return _more(answer.lowest or ZERO, now), None if answer.highest is None else _more(answer.highest, now)


def worth_applying(assessments: Iterable[Assessment], case: Case) -> tuple[Assessment, ...]:
    """The answers that may be relevant and bring more than the household has today, in their order."""
    found = []
    for answer in assessments:
        have = received(case, answer.on).get(answer.benefit) if answer.verdict is Verdict.YES else None
        if answer.verdict is Verdict.YES and (have is None or beyond(answer, have)[0] > ZERO):
            found.append(answer)
    return tuple(found)


def worth_showing(assessments: Iterable[Assessment], case: Case) -> tuple[Assessment, ...]:
    """The answers that a tenant should see first: worth applying for, or not settled and pointed to by some fact."""
    found = []
    for answer in assessments:
        have = received(case, answer.on).get(answer.benefit)
        settled = have is not None and not beyond(answer, have)[1]
        open_yet = answer.verdict is Verdict.UNKNOWN and concerns(answer.benefit, case, answer.on)
        if not settled and (answer.verdict is Verdict.YES or open_yet):
            found.append(answer)
    return tuple(found)


def _more(amount: Decimal, now: Decimal) -> Decimal:
    return amount - now if amount - now > (NO_DIFFERENCE if now else ZERO) else ZERO


def _places(finding: Finding, has: bool, concerned: bool) -> tuple[str, ...]:
    """Where an answer stands."""
    answer = finding.assessment
    refused = finding.application is not None and finding.application.outcome is Outcome.REFUSED
    if answer.verdict is Verdict.NO:
        return ("received",) if has else ("not_relevant",)
    more = finding.highest is None or finding.highest > ZERO
    place = _place(answer, more, concerned)
    if has:
        return ("received", place) if place in ("found", "doubtful") else ("received",)
    return ("discretion",) if refused and place == "found" else (place,)


def _place(answer: Assessment, more: bool, concerned: bool) -> str:
    if answer.once is not None or (answer.benefit in PAID_ONCE and answer.verdict is Verdict.YES):
        return "once"
    if answer.verdict is Verdict.YES:
        return "found" if more else "discretion"
    if not concerned:
        return "quiet"
    return "doubtful" if more and (answer.lowest, answer.highest) != (None, None) else "discretion"
