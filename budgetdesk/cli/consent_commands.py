"""`consents`: who may be told what in a case, who speaks for the tenant, and what is sensitive. Nothing is stored."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from budgetdesk.actions.library import Library, load_library
from budgetdesk.casework.consents import standing
from budgetdesk.casework.sensitive import Found, sensitive_facts
from budgetdesk.casework.sharing import NEVER, may_share, party_of, topics_of
from budgetdesk.cli.output import DONE, Output
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.words import ConsentParty, ShareTopic
from budgetdesk.i18n import _
from budgetdesk.readers.case_file import load_case
from budgetdesk.wording import consents as words

PARTIES = (ConsentParty.LANDLORD, ConsentParty.MUNICIPALITY, ConsentParty.UDBETALING_DANMARK)
"""Those a case has one of: what they may know can be said without naming anybody."""


def consents(args: argparse.Namespace, output: Output) -> int:
    """Each case: its consents as they stand on the day, and what may be told to whom."""

    def one(name: str) -> int:
        case, library = load_case(Path(name), today=args.on).case, load_library()
        output.answer({"input": name, "on": args.on, **_answer(case, args.on, library)}, _text(case, args.on, library))
        return DONE

    return output.each(args.cases, one)


def _answer(case: Case, on: date, library: Library) -> dict[str, Any]:
    soon = library.policy.consent_soon_days
    return {
        "consents": [_consent(one, case, on, soon) for one in case.conversation.consents],
        "may_be_told": [_told(party, case, on) for party in PARTIES],
        "shared": [
            {"on": one.on, "what": one.what, "recipient": one.recipient, "consent": one.consent or None}
            for one in case.conversation.shared
        ],
        "sensitive": [_sensitive(one) for one in sensitive_facts(case, library.consents)],
    }


def _consent(one: Consent, case: Case, on: date, soon_days: int) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "party": party_of(one, case),
        "recipient": words.name_of(one, case),
        "covers": [topic for topic in ShareTopic if topic in topics_of(one, case)],
        "standing": standing(one, on, soon_days=soon_days),
        "until": one.until,
        "text": words.sentence(one, case),
    }


def _told(party: ConsentParty, case: Case, on: date) -> dict[str, Any]:
    found = may_share(case, party, ShareTopic, on)
    never = NEVER.get(party, frozenset())
    return {
        "party": party,
        "recipient": found.recipient or None,
        "free": [topic for topic in ShareTopic if topic in found.free],
        "with_consent": [topic for topic in ShareTopic if topic in found.covered],
        "ask_first": [topic for topic in found.missing if topic not in never and topic is not ShareTopic.COUNTED],
        "never": [topic for topic in ShareTopic if topic in never],
    }


def _sensitive(found: Found) -> dict[str, Any]:
    return {"kind": found.what.kind, "where": found.where, "law": found.what.law, "basis": found.basis or None}


def _text(case: Case, on: date, library: Library) -> str:
    """The same for a person."""
    soon = library.policy.consent_soon_days
    lines = [
        f"{words.sentence(one, case)} ({words.how_it_stands(one, on, soon_days=soon)})"
        for one in case.conversation.consents
    ]
    waits = [found.what.title.lower() for found in sensitive_facts(case, library.consents) if not found.basis]
    if waits:
        lines.append(_("Følsomt uden grundlag: {waits}.").format(waits=words.listed(waits)))
    return "\n".join(lines) or _(
        "Lejeren har ikke sagt ja til noget endnu. Udlejer må kende restancen og aftalen om den."
    )
