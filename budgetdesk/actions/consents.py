"""What is done on the page Samtykker, a step each: ask, say yes, take back, let somebody speak, give a paper onward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview
from budgetdesk.casework import consents, leaving, sensitive, sharing
from budgetdesk.casework.consents import MONTHS, Standing, find
from budgetdesk.casework.letter_writing import WrittenLetter
from budgetdesk.casework.record import Record
from budgetdesk.casework.sensitive import Found
from budgetdesk.casework.sharing import Decision
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.errors import ConsentNeededError
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Consent, Shared
from budgetdesk.household.words import ConsentKind, ConsentParty, MayDo, ShareTopic
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking
from budgetdesk.wording import consents as words

TALK = "case.conversation"
ONWARD = ("budget", "aftale_bilag", "gaeldsoversigt", "ydelser", "redning", "opfoelgning", "naeste_skridt")
"""Papers made for the tenant that the tenant may want somebody else to see."""


@speaking(SOURCE_LANGUAGE)
def ask(record: Record, party: ConsentParty, library: Library, today: date) -> Record:
    """A consent to be asked for, with what is usually asked of this kind of recipient: nobody has said yes yet."""
    usual = library.consents.suggestions.get(party)
    return consents.add(
        record,
        Consent(
            id="",
            party=party,
            recipient=sharing.named(record.case, party),
            purpose=usual.purpose if usual else "",
            covers=tuple(str(topic) for topic in usual.covers) if usual else (),
            both_ways=usual.both_ways if usual else False,
            until=consents.months_on(today, library.policy.consent_months),
        ),
    )


@speaking(SOURCE_LANGUAGE)
def let_speak(record: Record, kind: ConsentKind, library: Library, today: date) -> Record:
    """Somebody who is to help or speak for the tenant, to be filled in. Before a municipality, as that is usual."""
    municipality = kind is not ConsentKind.FULDMAGT
    may = (MayDo.ASK, MayDo.RECEIVE, MayDo.SPEAK) if kind is not ConsentKind.BISIDDER else ()
    return consents.add(
        record,
        Consent(
            id="",
            kind=kind,
            party=ConsentParty.MUNICIPALITY if municipality else None,
            towards=sharing.named(record.case, ConsentParty.MUNICIPALITY) if municipality else "",
            may=tuple(str(task) for task in may),
            until=consents.months_on(today, library.policy.consent_months),
        ),
    )


@speaking(SOURCE_LANGUAGE)
def say_yes(record: Record, consent_id: str, today: date) -> Record:
    """The tenant says yes aloud to the adviser of the case; written into the record."""
    found = find(record.case, consent_id)
    if found is None:
        return record
    sentence = words.note_of_yes(found, record.case)
    return consents.said_yes(record, consent_id, on=today, heard_by=record.case.info.adviser, sentence=sentence)


@speaking(SOURCE_LANGUAGE)
def take_back(record: Record, consent_id: str, today: date) -> Record:
    """The tenant takes it back; written into the record. One that nobody said yes to is taken off the list."""
    found = find(record.case, consent_id)
    if found is None:
        return record
    sentence = words.note_of_no(found, record.case)
    return consents.withdrawn(record, consent_id, on=today, heard_by=record.case.info.adviser, sentence=sentence)


def may_be_counted(record: Record, said: bool | None, library: Library, today: date) -> Record:
    """What the tenant said about being counted, wherever it was asked: a yes is a consent of its own and stands in the
    record, a no takes back the one that was given. None: nobody has asked."""
    given = [
        one
        for one in record.case.conversation.consents
        if one.party is ConsentParty.STATISTICS and one.withdrawn is None and one.given is not None
    ]
    if said and not any(consents.in_force(one, today) for one in given):
        waiting = next((one for one in record.case.conversation.consents if _waits_for_statistics(one)), None)
        record = record if waiting is not None else ask(record, ConsentParty.STATISTICS, library, today)
        record = say_yes(record, (waiting or consents.newest(record)).id, today)
    for one in given if not said else ():
        record = take_back(record, one.id, today)
    return paths.put(record, "case.course.may_be_counted", said)


def _waits_for_statistics(one: Consent) -> bool:
    return one.party is ConsentParty.STATISTICS and one.given is None and one.withdrawn is None


def ask_again(record: Record, consent_id: str, library: Library, today: date) -> Record:
    """The same once more, to be said yes to."""
    until = consents.months_on(today, library.policy.consent_months)
    return consents.again(record, consent_id, on=today, until=until)


def signed(record: Record, document: str, today: date) -> Record:
    """A paper of consent was signed and sealed: it is given in writing."""
    name, _rest, consent_id = document.partition(":")
    asks = name in leaving.ABOUT_CONSENT and name != leaving.TAKEN_BACK
    return consents.signed(record, consent_id, on=today) if asks else record


def talked(record: Record, today: date) -> Record:
    """The expectations were talked over."""
    return paths.put(record, f"{TALK}.expectations_on", today)


def informed(record: Record, today: date) -> Record:
    """The tenant got the page about what is written down."""
    return paths.put(record, f"{TALK}.informed_on", today)


def with_basis(record: Record, kind: str, basis: str) -> Record:
    """On what a sensitive kind of fact rests; "" takes it away."""
    return sensitive.with_basis(record, kind, basis)


def beside(document: str, case: Case, today: date, letter: WrittenLetter | None = None) -> tuple[str, ...]:
    """For the adviser, beside a paper that goes to somebody: what it tells beyond what is agreed where the tenant signs
    it, and who may speak for the tenant before that recipient."""
    leaves = leaving.leaving(document, case, today, letter=letter)
    decision = leaving.gate(leaves, case, today)
    if decision is None:
        return ()
    told = words.own_word(decision) if leaves.own_word else ""
    return (*([told] if told else []), *words.beside(case, today, leaves.to))


# giving a paper onward


def recipients(case: Case, today: date) -> tuple[tuple[ConsentParty, str], ...]:
    """To whom something may be given: the landlord, and everybody for whom a consent is in force."""
    found = [(ConsentParty.LANDLORD, sharing.named(case, ConsentParty.LANDLORD))]
    for one in case.conversation.consents:
        party = sharing.party_of(one, case)
        told = one.kind is ConsentKind.SAMTYKKE and party not in (ConsentParty.LANDLORD, ConsentParty.STATISTICS)
        if told and consents.in_force(one, today):
            found.append((party, words.name_of(one, case)))
    return tuple(dict.fromkeys(found))


def may_give(record: Record, document: str, party: ConsentParty, recipient: str, today: date) -> Decision:
    """Whether a paper may be given to somebody, and what it tells too much."""
    return leaving.given_to(
        leaving.leaving(document, record.case, today), record.case, today, party=party, recipient=recipient
    )


def give(record: Record, document: str, party: ConsentParty, recipient: str, today: date) -> Record:
    """Write down that a paper was given to somebody. Raises ConsentNeededError where it tells more than is agreed."""
    decision = may_give(record, document, party, recipient, today)
    if not decision.allowed:
        raise ConsentNeededError(words.refusal(decision))
    present = record.case.conversation.shared
    noted = Shared(
        id=paths.next_id(present, "v"),
        on=today,
        what=DOCUMENTS[document].title,
        recipient=decision.recipient,
        party=party,
        topics=tuple(str(topic) for topic in ShareTopic if topic in decision.asked),
        consent=decision.consents[0].id if decision.consents else "",
        by=record.case.info.adviser,
    )
    return paths.add(record, f"{TALK}.shared", noted)


def ask_for(record: Record, decision: Decision, library: Library, today: date, *, purpose: str) -> Record:
    """A consent for what a paper tells too much, said yes to aloud: one step."""
    asked = replace(
        Consent(id="", party=decision.party, recipient=decision.recipient, purpose=purpose),
        covers=tuple(str(topic) for topic in ShareTopic if topic in decision.asked - decision.free),
        until=consents.months_on(today, library.policy.consent_months or MONTHS),
    )
    record = consents.add(record, asked)
    return say_yes(record, consents.newest(record).id, today)


def ask_to_show(record: Record, decision: Decision, library: Library, today: date, document: str) -> Record:
    """As `ask_for`, for a paper of the catalogue; the purpose names it in Danish."""
    return ask_for(record, decision, library, today, purpose=f"At vise papiret {DOCUMENTS[document].title}")


def summary_given(record: Record, consent_id: str, today: date) -> Record:
    """Write down that the summary was given to the recipient of its consent. Raises ConsentNeededError."""
    found = find(record.case, consent_id)
    document = f"{leaving.SUMMARY}:{consent_id}"
    leaves = leaving.leaving(document, record.case, today)
    decision = leaving.gate(leaves, record.case, today)
    if found is None or decision is None or not decision.allowed:
        raise ConsentNeededError(_("Samtykket gælder ikke. Spørg lejeren, før du giver resumeet videre."))
    noted = Shared(
        id=paths.next_id(record.case.conversation.shared, "v"),
        on=today,
        what="Resume af sagen",
        recipient=words.name_of(found, record.case),
        party=decision.party,
        topics=tuple(str(topic) for topic in ShareTopic if topic in decision.asked),
        consent=consent_id,
        by=record.case.info.adviser,
    )
    return paths.add(record, f"{TALK}.shared", noted)


# what the page asks about


def order(case: Case, today: date) -> tuple[Consent, ...]:
    """Those to be asked first, then those in force, the first to run out first; those that are over last."""
    ranks = {
        Standing.DRAFT: 0,
        Standing.SOON: 1,
        Standing.IN_FORCE: 2,
        Standing.COMING: 2,
        Standing.OVER: 3,
        Standing.WITHDRAWN: 3,
    }
    return tuple(
        sorted(
            case.conversation.consents,
            key=lambda one: (ranks[consents.standing(one, today)], one.until or date.max),
        )
    )


def to_note(overview: Overview) -> tuple[Found, ...]:
    """Sensitive kinds of fact that nobody has noted a basis for."""
    return tuple(one for one in overview.sensitive if not one.basis)
