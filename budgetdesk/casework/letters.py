"""Letters and the call script: templates with named fields, filled in with the facts of a case.

The texts are data (`resources/letters/*.toml`, read by `budgetdesk.readers.letters`) and are handed in. A field that
is not known becomes a line to write on, and its fact is named in `blanks`; nothing is ever made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from budgetdesk.casework.clock import clock_of, is_terminated, letter_in_force, paakrav_arrived
from budgetdesk.dates import age_on
from budgetdesk.formats import day, kroner, month
from budgetdesk.household.case import ArrearsRow, Case
from budgetdesk.household.words import ArrearsKind, Letter
from budgetdesk.planning.owed import owed_now, paid_since
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing

BLANK = "________"
_FIELD = re.compile(r"\{(\w+)\}")
LETTER_NAMES = {
    Letter.NONE: "brev",
    Letter.RYKKER: "rykkerbrev",
    Letter.PAAKRAV: "påkrav",
    Letter.OPHAEVELSE: "brev om ophævelse",
    Letter.FOGED: "brev fra fogedretten",
}
REQUESTS = {
    Letter.NONE: "jeg vil gerne finde en løsning",
    Letter.RYKKER: "jeg vil gerne finde en løsning",
    Letter.PAAKRAV: "jeg beder om udsættelse på skrift",
    Letter.OPHAEVELSE: "jeg beder jer trække ophævelsen tilbage",
    Letter.FOGED: "jeg beder jer trække ophævelsen tilbage",
}
"""What the letter to the landlord asks for."""
AGREED_REQUEST = "jeg beder jer bekræfte vores aftale"
MOST_SIZES = 3
"""So many different sizes of instalments are told one by one."""
_ROW_NAMES = {
    ArrearsKind.RENT: "husleje",
    ArrearsKind.HEATING: "varme",
    ArrearsKind.FEE: "påkravsgebyr",
    ArrearsKind.COSTS: "omkostninger",
}
_OF_TENANT = {"tenant_name": "name", "tenant_phone": "phone"}
FIELDS = {
    "tenant_name": "case.persons",
    "tenant_phone": "case.persons",
    "address": "case.tenancy.address",
    "landlord": "case.tenancy.landlord",
    "landlord_phone": "case.tenancy.landlord_phone",
    "municipality": "case.tenancy.municipality",
    "rent": "case.tenancy.rent_per_month",
    "letter_name": "case.arrears.letter",
    "letter_arrived": "case.arrears.letter_arrived",
    "ophaevelse_arrived": "case.arrears.ophaevelse_arrived",
    "court_meeting": "case.arrears.court_meeting",
    "court_held": "case.arrears.court_meeting",
    "eviction": "case.arrears.eviction",
    "last_day": "case.arrears.letter_arrived",
    "passed_day": "case.arrears.letter_arrived",
    "total": "case.arrears.rows",
    "rows": "case.arrears.rows",
    "payment_reference": "case.arrears.payment_reference",
    "children": "case.persons",
    "plan": "",
    "agreed_plan": "",
    "request": "",
    "too_little": "",
    "cause": "",
    "adviser": "case.info.adviser",
    "organisation": "case.info.organisation",
}
"""Every field a template may use, and the fact (path on the record) it comes from; "" = written by hand."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: shown only for some letters in hand, only with or only without some facts."""

    text: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterTemplate:
    """A text with named fields."""

    key: str
    title: str
    to: str
    subject: str
    paragraphs: tuple[Paragraph, ...]
    signed: bool = True
    """True where the tenant signs it; a call script is not signed."""


Templates = Mapping[str, LetterTemplate]


@dataclass(frozen=True, kw_only=True)
class FilledLetter:
    """A letter ready to print, sign and send."""

    key: str
    title: str
    to: str
    subject: str
    dated: date
    paragraphs: tuple[str, ...]
    sender: str
    sender_address: str
    signed: bool
    blanks: tuple[str, ...] = ()
    """Facts that are missing: a line to write on stands where they belong."""


def fill(template: LetterTemplate, case: Case, *, on: date, plan: PlanTest | None = None) -> FilledLetter:
    """The letter with everything that is known filled in."""
    known = facts(case, on=on, plan=plan)
    letter = letter_in_force(case)
    shown = [p.text for p in template.paragraphs if _belongs(p, known, letter)]
    used = {name for text in (template.to, template.subject, *shown) for name in _FIELD.findall(text)}
    return FilledLetter(
        key=template.key,
        title=template.title,
        to=_put(template.to, known),
        subject=_put(template.subject, known),
        dated=on,
        paragraphs=tuple(_put(text, known) for text in shown),
        sender=known.get("tenant_name") or BLANK,
        sender_address=known.get("address") or BLANK,
        signed=template.signed,
        blanks=tuple(_path(name, case) for name in FIELDS if name in used and not known[name] and FIELDS[name]),
    )


def facts(case: Case, *, on: date, plan: PlanTest | None = None) -> dict[str, str]:
    """Every field as text, "" where it is not known."""
    tenant, tenancy, arrears = case.tenant, case.tenancy, case.arrears
    letter = letter_in_force(case)
    return {
        "tenant_name": tenant.name if tenant else "",
        "tenant_phone": tenant.phone if tenant else "",
        "address": tenancy.address,
        "landlord": tenancy.landlord,
        "landlord_phone": tenancy.landlord_phone,
        "municipality": re.sub(r"\s+[Kk]ommune$", "", tenancy.municipality),
        "rent": kroner(tenancy.rent_per_month) if tenancy.rent_per_month else "",
        "letter_name": LETTER_NAMES[letter],
        "letter_arrived": _day(_arrival(case, letter)),
        "ophaevelse_arrived": _day(_arrival(case, Letter.OPHAEVELSE)),
        "total": kroner(owed_now(case)) if owed_now(case) else "",
        "rows": arrears_text(case),
        "payment_reference": arrears.payment_reference,
        "children": children_text(case, on),
        "cause": "",
        "adviser": case.info.adviser,
        "organisation": case.info.organisation,
        **_days(case, on),
        **_plan(letter, plan),
        "too_little": "" if has_money(case) or _agreed(plan) else "ja",
    }


def _days(case: Case, on: date) -> dict[str, str]:
    """Days still to come and days that have passed are fields of their own: no letter asks for what is past."""
    running, arrears = clock_of(case), case.arrears
    last = running.pay_by.day if running and running.pay_by and not is_terminated(case) else None
    meeting, eviction = arrears.court_meeting, arrears.eviction
    return {
        "last_day": _day(last) if last and last >= on else "",
        "passed_day": _day(last) if last and last < on else "",
        "court_meeting": _day(meeting) if meeting and meeting >= on else "",
        "court_held": _day(meeting) if meeting and meeting < on else "",
        "eviction": _day(eviction) if eviction and eviction >= on else "",
    }


def _plan(letter: Letter, plan: PlanTest | None) -> dict[str, str]:
    told = plan_text(plan)
    agreed = told if _agreed(plan) else ""
    return {
        "plan": "" if agreed else told,
        "agreed_plan": agreed,
        "request": AGREED_REQUEST if agreed else REQUESTS[letter],
    }


def _agreed(plan: PlanTest | None) -> bool:
    return plan is not None and plan.standing is Standing.ACCEPTED


def has_money(case: Case) -> bool:
    """Whether the accounts and other liquid money hold all that is owed; False where that is not known."""
    accounts = sum((account.balance for account in case.bank if account.balance is not None), Decimal(0))
    known = max(accounts, case.wealth.liquid)  # the accounts are part of what is liquid: never both
    return bool(owed_now(case)) and known >= owed_now(case)


def arrears_text(case: Case) -> str:
    """The rows as the landlord stated them, and what was paid on them since; "" where there are none."""
    paid = paid_since(case)
    since = f", hvoraf {kroner(paid)} er betalt" if paid > 0 else ""
    return rows_text(case.arrears.rows) + since if case.arrears.rows else ""


def rows_text(rows: Sequence[ArrearsRow]) -> str:
    """`husleje for november 2026 (7.600 kr.) og påkravsgebyr (335 kr.)`; of one row alone only the name."""
    known = [row for row in rows if row.amount is not None]
    return row_name(known[0]) if len(known) == 1 else _listed([row_text(row) for row in known])


def row_name(row: ArrearsRow) -> str:
    """`husleje for november 2026`"""
    return f"{_ROW_NAMES[row.kind]} for {month(row.month)}" if row.month else _ROW_NAMES[row.kind]


def row_text(row: ArrearsRow) -> str:
    """`husleje for november 2026 (7.600 kr.)`"""
    return f"{row_name(row)} ({kroner(row.amount)})" if row.amount is not None else row_name(row)


def children_text(case: Case, on: date) -> str:
    """`2 børn (5 og 8 år)`: ages, never names."""
    ages = [age_on(p.born, on) if p.born else None for p in case.children if p.lives_at_home]
    known = sorted(age for age in ages if age is not None and age < 18)
    count = len(known) + ages.count(None)
    if not count:
        return ""
    listed = _listed([str(age) for age in known])
    return f"{count} {'barn' if count == 1 else 'børn'}" + (f" ({listed} år)" if listed and None not in ages else "")


def plan_text(plan: PlanTest | None) -> str:
    """The instalments as one phrase that can be said in a telephone; only of a plan that holds.

    `2 gange 1.008 kr. og 5 gange 1.183 kr., første gang den 1. december 2026 og sidste gang den 1. juni 2027`
    """
    if plan is None or not plan.instalments or plan.verdict is PlanVerdict.BREAKS:
        return ""
    first, last = plan.instalments[0], plan.instalments[-1]
    if len(plan.instalments) == 1:
        return f"{kroner(first.amount)} på én gang {_day(first.due)}"
    days = f"første gang {_day(first.due)} og sidste gang {_day(last.due)}"
    runs = [(amount, len(list(same))) for amount, same in groupby(one.amount for one in plan.instalments)]
    if len(runs) > MOST_SIZES:
        low, high = min(amount for amount, _ in runs), max(amount for amount, _ in runs)
        return f"{len(plan.instalments)} gange, fra {kroner(low)} til {kroner(high)}, {days}"
    told = [f"{count} {'gang' if count == 1 else 'gange'} {kroner(amount)}" for amount, count in runs]
    return f"{_listed(told)}, {days}"


def _listed(parts: Sequence[str]) -> str:
    """`a, b og c`"""
    return " og ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _path(field: str, case: Case) -> str:
    """The fact of a field; what belongs to a person names that person."""
    owner = case.tenant
    fact = _OF_TENANT.get(field)
    return f"case.persons[{owner.id}].{fact}" if owner and fact else FIELDS[field]


def _arrival(case: Case, letter: Letter) -> date | None:
    """The day that letter arrived, wherever it stands."""
    if letter is Letter.PAAKRAV:
        return paakrav_arrived(case)
    if letter is Letter.OPHAEVELSE and case.arrears.ophaevelse_arrived:
        return case.arrears.ophaevelse_arrived
    return case.arrears.letter_arrived if case.arrears.letter is letter else None


def _day(value: date | None) -> str:
    return f"den {day(value)}" if value else ""


def _belongs(paragraph: Paragraph, known: Mapping[str, str], letter: Letter) -> bool:
    if paragraph.letters and letter not in paragraph.letters:
        return False
    return all(known[n] for n in paragraph.needs) and not any(known[n] for n in paragraph.unless)


def _put(text: str, known: Mapping[str, str]) -> str:
    filled = _FIELD.sub(lambda match: known[match[1]] or BLANK, text)
    filled = filled.replace(f"{BLANK}: {BLANK}", BLANK)  # neither the sum nor its parts are known
    return filled.replace("kr..", "kr.")  # an amount at the end of a sentence
