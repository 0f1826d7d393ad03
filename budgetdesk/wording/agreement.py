"""What an agreement says, part by part, from the facts: shared by paper and window.

The order is that of the page: what is owed, how it is paid, what happens when something goes wrong, and what must be
read before anybody signs. Each line knows whose words it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.casework.clock import is_terminated, paakrav_arrived
from budgetdesk.dates import Month, bank_day_on_or_after
from budgetdesk.household.agreement import Agreement, Clause
from budgetdesk.household.case import Case
from budgetdesk.household.words import AgreementForm, Letter, OphaevelseStatus, PaidTo
from budgetdesk.i18n import _, ngettext
from budgetdesk.money import ZERO
from budgetdesk.planning.policy import Policy, approver
from budgetdesk.planning.wordings import Whose, Wording, Wordings, filled, said

INTEREST = "no_interest"
LAST_DAY = 28


@dataclass(frozen=True, kw_only=True)
class Line:
    """One wording of this agreement, filled in. `**` stands around words that stand out."""

    key: str
    title: str
    text: str
    whose: Whose
    fixed: bool


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The agreement's wordings, part by part, in the order of the page."""

    owed: tuple[Line, ...]
    paying: tuple[Line, ...]
    interest: tuple[Line, ...]
    fails: tuple[Line, ...]
    together: tuple[Line, ...]
    know: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them."""
        return (*self.owed, *self.interest, *self.paying, *self.fails, *self.together, *self.know)


def parts(case: Case, policy: Policy, wordings: Wordings, *, total: Decimal, on: date) -> Parts:
    """The wordings that this agreement needs. `total` is what the tenant acknowledges, kr."""
    agreement = case.agreement or Agreement()
    facts = _facts(case, policy, total=total, on=on)

    def lines(keys: Iterator[str]) -> tuple[Line, ...]:
        return tuple(_line(wordings[key], policy, agreement.clauses, facts) for key in keys if key in wordings)

    forlig = agreement.form is AgreementForm.FRIVILLIGT_FORLIG
    return Parts(
        owed=lines(iter(("stated", "acknowledged", *(("due_already",) if forlig else ())))),
        interest=_interest(policy, wordings, agreement.clauses),
        paying=lines(_paying(case)),
        fails=lines(_fails(case, policy)),
        together=lines(iter(("follow_up",))),
        know=lines(_know(forlig=forlig)),
    )


def follow_up_days(policy: Policy, agreement: Agreement | None, on: date) -> tuple[date, ...]:
    """When to look at the agreement together: the days that were agreed, else the policy's months after it was made."""
    if agreement and agreement.follow_up:
        return tuple(sorted(agreement.follow_up))
    made = (agreement.made_on if agreement else None) or on
    days = (
        bank_day_on_or_after(Month.of(made).plus(months).day(min(made.day, LAST_DAY)))
        for months in policy.follow_up_months
    )
    return tuple(dict.fromkeys(days))


def months_of(due_days: Sequence[date]) -> int:
    """How many months a plan runs, the first and the last included; 0 for none."""
    if not due_days:
        return 0
    first, last = Month.of(min(due_days)), Month.of(max(due_days))
    return (last.year - first.year) * 12 + last.number - first.number + 1


def approval(policy: Policy, agreement: Agreement | None) -> str:
    """Who approves a plan this long, or who has: one sentence; "" without a plan."""
    if agreement is None or not agreement.instalments:
        return ""
    months = months_of([one.due for one in agreement.instalments])
    length = _("1 måned") if months == 1 else _("{months} måneder").format(months=months)
    if agreement.approved_by:
        when = (
            _(" den {approved_on}").format(approved_on=formats.day(agreement.approved_on))
            if agreement.approved_on
            else ""
        )
        return _("Godkendt af {approved_by}{when}: {length}, {within}").format(
            approved_by=agreement.approved_by, when=when, length=length, within=_within(policy, months)
        )
    if months > policy.max_months:
        return _("Planen er på {length}. Loftet er {max_months}, så ingen kan godkende den.").format(
            length=length, max_months=policy.max_months
        )
    by = approver(policy, months)
    if by is None:
        return _("Planen er på {length}. Politikken siger ikke, hvem der godkender så lang en plan.").format(
            length=length
        )
    return _("Planen er på {length}. Den skal godkendes af {by}.").format(length=length, by=by)


def _within(policy: Policy, months: int) -> str:
    limit = min((one.up_to_months for one in policy.approvals if months <= one.up_to_months), default=None)
    if months > policy.max_months:
        return _("over loftet på {max_months} måneder.").format(max_months=policy.max_months)
    if limit is None:
        return _("over de grænser, politikken har.")
    return _("inden for grænsen på {limit} måneder ({approver}).").format(
        limit=limit, approver=approver(policy, months)
    )


def _interest(policy: Policy, wordings: Wordings, own: Sequence[Clause]) -> tuple[Line, ...]:
    line = _line(wordings[INTEREST], policy, own, {})
    if policy.interest and line.whose is Whose.PROGRAM:
        text = policy.interest if policy.interest.endswith((".", "!")) else f"{policy.interest}."
        return (Line(key=INTEREST, title=line.title, text=text, whose=Whose.POLICY, fixed=False),)
    return (line,)


def _paying(case: Case) -> Iterator[str]:
    account = bool(case.agreement and case.agreement.account)
    reference = bool(case.arrears.payment_reference)
    if account:
        yield "pay_to"
    if reference:
        yield "reference"
    if not account and not reference:
        yield "no_account"
    yield "method"
    yield "early"
    yield "rent" if case.tenancy.rent_per_month else "rent_unknown"


def _fails(case: Case, policy: Policy) -> Iterator[str]:
    status = case.agreement.ophaevelse if case.agreement else None
    terminated = is_terminated(case)
    if terminated:
        yield _OPHAEVELSE.get(status, "ophaevelse_unknown")
    elif paakrav_arrived(case) or case.arrears.letter is Letter.PAAKRAV:
        yield "paakrav_sent"
    yield "change"
    yield "breach" if policy.notice_days else "breach_at_once"
    if not terminated or status is OphaevelseStatus.WITHDRAWN:
        yield "breach_rights"


_OPHAEVELSE: Mapping[OphaevelseStatus | None, str] = {
    OphaevelseStatus.WITHDRAWN: "ophaevelse_withdrawn",
    OphaevelseStatus.SUSPENDED: "ophaevelse_suspended",
    OphaevelseStatus.MAINTAINED: "ophaevelse_maintained",
}


def _know(*, forlig: bool) -> Iterator[str]:
    yield "limitation"
    yield "advice"
    yield "copy"
    if forlig:
        yield from ("enforcement", "both_bound", "not_the_home")
    else:
        yield "no_court"


def _line(wording: Wording, policy: Policy, own: Sequence[Clause], facts: Mapping[str, str]) -> Line:
    word = said(wording, policy.wordings, own)
    text = filled(word.text, facts)
    return Line(key=wording.key, title=wording.title, text=text, whose=word.whose, fixed=wording.fixed)


def _facts(case: Case, policy: Policy, *, total: Decimal, on: date) -> dict[str, str]:
    arrears, tenancy, agreement = case.arrears, case.tenancy, case.agreement
    support = tenancy.boligstoette
    straight = (support.amount or ZERO) if support.paid_to is PaidTo.LANDLORD else ZERO
    who = " hos ".join(part for part in (case.info.adviser, case.info.organisation) if part)
    gone = arrears.ophaevelse_arrived
    days = [formats.day(day) for day in follow_up_days(policy, agreement, on) if day >= on]
    return {
        "opgjort": formats.day(arrears.stated_on or on),
        "total": formats.kroner(total),
        "konto": _typed(agreement.account) if agreement else "",
        "kode": _typed(arrears.payment_reference),
        "husleje": formats.kroner((tenancy.rent_per_month or ZERO) - straight),
        "huslejedag": str(tenancy.rent_due_day),
        "ophaevet": _(" den {gone}").format(gone=formats.day(gone)) if gone else "",
        "hvem": _typed(who) or _("din rådgiver"),
        "dage": str(policy.late_days),
        "frist": ngettext("{notice_days} dag", "{notice_days} dage", policy.notice_days).format(
            notice_days=policy.notice_days
        ),
        "dage_sammen": _listed(days) or _("når næste rate skal betales"),
    }


def _typed(fact: str) -> str:
    """Two stars in an account or a name are two stars, not a mark: a sign that nobody sees parts them."""
    return fact.replace("**", "*\u2060*")


def _listed(parts: Sequence[str]) -> str:
    return (
        parts[0]
        if len(parts) == 1
        else _("{parts} og {parts_2}").format(parts=", ".join(parts[:-1]), parts_2=parts[-1])
        if parts
        else ""
    )
