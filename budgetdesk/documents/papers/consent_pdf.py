"""The papers by which a tenant says yes, lets somebody speak, or takes it back. One page each, in the tenant's voice.

Signed by the tenant alone (or the guardian), but for the one that takes back: nobody has to sign that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework import leaving
from budgetdesk.casework.consents import SPEAKING
from budgetdesk.casework.sharing import topics_of
from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.consent_catalogue import consent_of, signers, split
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import interpreter_line
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, facts, gap, section, steps, text, together
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.going_on import bullets
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.words import MayDo, ShareTopic
from budgetdesk.wording import consents as words

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import translated

BLANK = "________"
NAMES = 44 * mm
Told = Mapping[str, Any]


def consent_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = (), document: str = "") -> bytes:
    """The paper `document` (`samtykke:s1`, `fuldmagt:s2`, ...). Raises DocumentError where there is no such consent."""
    name, _rest = split(document)
    consent, told = consent_of(document, case), texts.load("samtykke")
    title, signing = told[name]["title"], signers(case)
    if name == leaving.TAKEN_BACK:
        return page.build(lambda: _taken_back(case, answers, consent, told, on), head(case, title, on=on))
    body = _BODIES[name]

    def story() -> list[Any]:
        part = told[name]
        kind = texts.load("underskrift")
        return [
            text(title, page.H1),
            text(part["lead"].format(organisation=rich(_organisation(case, answers))), page.LEAD),
            _about(case, answers, consent, part, told["fields"]),
            *body(case, consent, part),
            together(  # who signs sees what is signed
                [
                    *section(part["know_heading"], steps([rich(one) for one in part["know"]], mark="•")),
                    *section(
                        kind["heading"],
                        [*interpreter_line(case), *signatures.block(signing, ink, kind_of_signature=kind["kind"])],
                    ),
                ]
            ),
        ]

    return page.build(story, head(case, title, on=on, signing=signing, ink=ink))


def _organisation(case: Case, answers: Answers) -> str:
    return plain(answers.house.name) or plain(case.info.organisation) or "rådgivningen"


def _about(case: Case, answers: Answers, consent: Consent, part: Told, fields: Told) -> Any:
    """Who, to whom, what for, from when and until when. What nobody has said is a line."""
    speaks = consent.kind in SPEAKING
    who = part.get("recipient") or part.get("who") or fields["who"]
    rows = [
        (fields["tenant"], case.tenant.name if case.tenant else ""),
        (fields["address"], "" if case.info.protected_address else case.tenancy.address),
        (who, consent.recipient or BLANK),
        (fields["contact"], consent.contact if speaks else ""),
        (part.get("towards") or fields["towards"], consent.towards if speaks else ""),
        (fields["purpose"], consent.purpose or BLANK),
        (fields["from"], formats.day(consent.given) if consent.given else fields["today"]),
        (fields["until"], formats.day(consent.until) if consent.until else fields["no_end"]),
    ]
    adviser = ", ".join(part for part in (plain(case.info.adviser), plain(_organisation(case, answers))) if part)
    rows.append((fields["organisation"], adviser))
    return facts([row for row in rows if plain(row[1])], names=NAMES)


def _consent(case: Case, consent: Consent, part: Told) -> list[Any]:
    covered = topics_of(consent, case)
    told = [translated(words.TOPICS)[topic] for topic in ShareTopic if topic in covered]
    rows = [rich(one[:1].upper() + one[1:]) for one in told] or [part["nothing"]]
    both = [gap(3), text(part["both_ways"])] if consent.both_ways else []
    return [
        *section(part["may_heading"], steps(rows, mark="•"), *both),
        *section(part["not_heading"], text(part["not_text"])),
    ]


def _speaker(_case: Case, consent: Consent, part: Told) -> list[Any]:
    tasks = [translated(words.TASKS)[task] for task in MayDo if task in consent.may]
    may = part.get("may") or [one[:1].upper() + one[1:] + "." for one in tasks] or [part["none"]]
    return [
        *section(part["may_heading"], steps([rich(one) for one in may], mark="•")),
        *section(part["not_heading"], steps([rich(one) for one in part["not"]], mark="•")),
    ]


_BODIES: Mapping[str, Callable[[Case, Consent, Told], list[Any]]] = {
    leaving.CONSENT: _consent,
    leaving.POWER: _speaker,
    leaving.COMPANION: _speaker,
    leaving.REPRESENTATIVE: _speaker,
}


def _taken_back(case: Case, answers: Answers, consent: Consent, told: Told, on: date) -> list[Any]:
    part, name = told["samtykke_tilbage"], case.tenant.name if case.tenant else ""
    if consent.withdrawn is None:
        lead = part["not_yet"]
    else:
        lead = part["lead" if plain(name) else "lead_bare"].format(name=rich(name), day=formats.day(consent.withdrawn))
    was = [words.sentence(consent, case), words.how_given(consent)]
    organisation = rich(_organisation(case, answers))
    return [
        text(part["title"], page.H1),
        text(lead, page.LEAD),
        box([text(part["was"], page.CELL_QUIET), *(text(rich(one)) for one in was if one)]),
        text(part["from_now"].format(organisation=organisation)),
        *_shared(case, consent, part),
        gap(6),
        text(part["ask"].format(recipient=rich(words.name_of(consent, case)))),
        text(part["no_sign"], page.SMALL),
    ]


def _shared(case: Case, consent: Consent, part: Mapping[str, Any]) -> list[Any]:
    """What has been shared on this yes."""
    given = [one for one in case.conversation.shared if one.consent == consent.id]
    if not given:
        return section(part["shared_heading"], text(part["shared_none"], page.CELL_QUIET))
    return [bullets(part["shared_heading"], [rich(words.given_on(one)) for one in given])]
