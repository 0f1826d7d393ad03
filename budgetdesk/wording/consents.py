"""Consents in words: what each covers in one sentence, how it stands, what a paper would tell, who may speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from budgetdesk.casework.consents import SPEAKING, WRITTEN, Standing, in_force, speaking, standing
from budgetdesk.casework.sharing import FREE, NEVER, Decision, may_share, named, party_of, topics_of
from budgetdesk.formats import day
from budgetdesk.household.case import Case, Consent, Shared
from budgetdesk.household.words import ConsentKind, ConsentParty, MayDo, ShareTopic
from budgetdesk.i18n import N_, _, translated

P, T = ConsentParty, ShareTopic

PARTIES: Mapping[ConsentParty, str] = {
    P.LANDLORD: N_("Udlejer"),
    P.MUNICIPALITY: N_("Kommunen"),
    P.UDBETALING_DANMARK: N_("Udbetaling Danmark"),
    P.BANK: N_("Bank"),
    P.CREDITOR: N_("Kreditor"),
    P.COURT: N_("Fogedretten"),
    P.NETWORK: N_("Familie og venner"),
    P.STATISTICS: N_("Statistik"),
    P.OTHER: N_("Andre"),
}
TOPICS: Mapping[ShareTopic, str] = {
    T.HOME: N_("navn, adresse og lejemål"),
    T.ARREARS: N_("restancen og brevene om den"),
    T.AGREEMENT: N_("aftalen om afdrag, og om den bliver holdt"),
    T.CONTACT: N_("telefon og mail"),
    T.HELP_AWAITED: N_("at der er søgt hjælp, og hvornår svaret ventes"),
    T.HELP: N_("hvilken hjælp der er søgt, og hvad svaret blev"),
    T.ECONOMY: N_("budgettet: hvad der kommer ind og går ud"),
    T.DEBTS: N_("anden gæld"),
    T.FAMILY: N_("hvem der bor i hjemmet"),
    T.CAUSE: N_("hvorfor restancen er opstået"),
    T.HEALTH: N_("helbred"),
    T.CPR: "CPR-nummer",
    T.COURSE: N_("møder, aftaler og næste skridt"),
    T.COUNTED: N_("at sagen tælles med, uden navn"),
}
"""Each piece as it stands in a sentence: `udlejer må få at vide: ...`."""
TASKS: Mapping[MayDo, str] = {
    MayDo.ASK: N_("spørge om min sag og få svar"),
    MayDo.RECEIVE: N_("få breve om min sag"),
    MayDo.SPEAK: N_("tale for mig"),
    MayDo.APPLY: N_("søge hjælp for mig og sende papirer"),
    MayDo.AGREE: N_("lave en aftale om afdrag, når jeg har set den"),
}
KINDS: Mapping[ConsentKind, str] = {
    ConsentKind.SAMTYKKE: N_("Samtykke"),
    ConsentKind.FULDMAGT: N_("Fuldmagt"),
    ConsentKind.BISIDDER: N_("Bisidder"),
    ConsentKind.PARTSREPRAESENTANT: N_("Partsrepræsentant"),
}
WHAT_IT_IS: Mapping[ConsentKind, str] = {
    ConsentKind.SAMTYKKE: N_("Lejeren siger ja til, at noget må deles."),
    ConsentKind.FULDMAGT: N_("Må handle for lejeren, så langt papiret siger. Aldrig stifte ny gæld."),
    ConsentKind.BISIDDER: N_("Sidder med ved møder. Må ikke handle for lejeren."),
    ConsentKind.PARTSREPRAESENTANT: N_("Taler for lejeren over for en myndighed (forvaltningsloven § 8)."),
}
NOBODY = N_("en uden navn endnu")
FREE_WORD, NEVER_WORD, ASK_WORD = N_("ja, uden samtykke"), N_("nej"), N_("kun med samtykke")


def sentence(consent: Consent, case: Case) -> str:
    """What it covers, in one sentence, and for how long."""
    if consent.kind in SPEAKING:
        return _speaks(consent)
    told = listed([translated(TOPICS)[topic] for topic in ShareTopic if topic in topics_of(consent, case)])
    who = name_of(consent, case)
    said = (
        _("{big} må få at vide: {told}.").format(big=_big(who), told=told)
        if told
        else _("{big} må få det at vide, som formålet siger.").format(big=_big(who))
    )
    if party_of(consent, case) is P.STATISTICS:
        said = _("Sagen må tælles med i statistik. Ingen kan se, hvem det er.")
    parts = [said]
    if consent.both_ways:
        parts.append(_("De må også svare os."))
    if consent.purpose.strip() and party_of(consent, case) is not P.STATISTICS:
        parts.append(_("Formål: {small}.").format(small=_small(_unstopped(consent.purpose))))
    return " ".join(parts)


def _unstopped(text: str) -> str:
    """A typed text at the end of a sentence of ours, which has a full stop of its own."""
    return text.strip().removesuffix(".")


def _speaks(consent: Consent) -> str:
    who = consent.recipient.strip() or _big(_(NOBODY))
    before = _(" over for {towards}").format(towards=consent.towards.strip()) if consent.towards.strip() else ""
    about = (
        _(" Det handler om: {small}.").format(small=_small(_unstopped(consent.purpose)))
        if consent.purpose.strip()
        else ""
    )
    if consent.kind is ConsentKind.BISIDDER:
        return _("{who} må sidde med ved møder{replace}.{about}").format(
            who=who, replace=before.replace(" over for ", " med ", 1), about=about
        )
    tasks = listed([_others(translated(TASKS)[task]) for task in MayDo if task in consent.may])
    if consent.kind is ConsentKind.PARTSREPRAESENTANT:
        return _("{who} er partsrepræsentant{before}").format(who=who, before=before) + (
            _(" og må {tasks}.{about}").format(tasks=tasks, about=about) if tasks else f".{about}"
        )
    may = (
        _("{who} må{before}: {tasks}.").format(who=who, before=before, tasks=tasks)
        if before
        else _("{who} må {tasks}.").format(who=who, tasks=tasks)
    )
    return (may if tasks else _("{who} har fuldmagt{before}.").format(who=who, before=before)) + about


def how_given(consent: Consent) -> str:
    """`Mundtligt 20. november 2026, hørt af Karen Mølgaard`; "" where nobody has said yes."""
    if consent.given is None:
        return ""
    if consent.how == WRITTEN:
        return _("Skriftligt {given}").format(given=day(consent.given))
    heard = _(", hørt af {heard_by}").format(heard_by=consent.heard_by.strip()) if consent.heard_by.strip() else ""
    how = _big(_(consent.how or N_("mundtligt")))
    return f"{how} {day(consent.given)}{heard}"


def how_it_stands(consent: Consent, on: date, *, soon_days: int = 30) -> str:
    """A few words for the mark beside it."""
    found = standing(consent, on, soon_days=soon_days)
    if found is Standing.WITHDRAWN and consent.withdrawn is not None:
        return _("trukket tilbage {withdrawn}").format(withdrawn=day(consent.withdrawn))
    if found is Standing.OVER and consent.until is not None:
        return _("udløb {until}").format(until=day(consent.until))
    if found is Standing.SOON and consent.until is not None:
        return _("udløber {in_days}").format(in_days=_in_days((consent.until - on).days))
    if found is Standing.COMING and consent.given is not None:
        return _("gælder fra {given}").format(given=day(consent.given))
    if found is Standing.IN_FORCE:
        return (
            _("gælder til {until}").format(until=day(consent.until))
            if consent.until
            else _("gælder, til det trækkes tilbage")
        )
    return _("ikke givet endnu")


def note_of_yes(consent: Consent, case: Case) -> str:
    """What stands in the record when a tenant says yes aloud."""
    until = _(" Det gælder til {until}.").format(until=day(consent.until)) if consent.until else ""
    return _("Lejeren sagde ja. {sentence}{until}").format(sentence=sentence(consent, case), until=until)


def note_of_no(consent: Consent, case: Case) -> str:
    """What stands in the record when a consent is taken back."""
    return _("Lejeren tog sit ja tilbage. Det var: {sentence}").format(sentence=sentence(consent, case))


def label(consent: Consent, case: Case) -> str:
    """A short name: `Samtykke: Boligforeningen Lærkely`."""
    return f"{translated(KINDS)[consent.kind]}: {name_of(consent, case)}"


def name_of(consent: Consent, case: Case) -> str:
    """The recipient, or who speaks."""
    if consent.recipient.strip():
        return consent.recipient.strip()
    if consent.kind in SPEAKING:
        return _(NOBODY)
    known = named(case, consent.party) if consent.party else ""
    return known or (_small(translated(PARTIES)[consent.party]) if consent.party else _(NOBODY))


# a paper that is to be given to somebody


def tells(topics: Iterable[ShareTopic]) -> str:
    """`budgettet: ..., og anden gæld`"""
    wanted = set(topics)
    return listed([translated(TOPICS)[topic] for topic in ShareTopic if topic in wanted])


def refusal(decision: Decision) -> str:
    """Why something may not be told, and what to do."""
    who = decision.recipient or _small(translated(PARTIES)[decision.party])
    return _(
        "Papiret fortæller {who} mere, end lejeren har sagt ja til: {tells}. Spørg lejeren, og "
        "skriv samtykket på siden Samtykker."
    ).format(who=who, tells=tells(decision.missing))


def closed(decision: Decision) -> str:
    """Why something is given to this recipient by no consent, and what to do instead."""
    who = decision.recipient or _small(translated(PARTIES)[decision.party])
    return _("Det får {who} ikke: {tells}. Lav et resume i stedet, under Må deles.").format(
        who=who, tells=tells(decision.closed)
    )


def own_word(decision: Decision) -> str:
    """Beside a letter that the tenant signs: what it tells beyond what is agreed; "" where it tells no more than who
    writes."""
    more = [topic for topic in decision.missing if topic not in (T.HOME, T.CONTACT)]
    if not more:
        return ""
    who = decision.recipient or _small(translated(PARTIES)[decision.party])
    return _(
        "Papiret fortæller {who}: {tells}. Lejeren siger ja ved selv at skrive under. Sender du "
        "det uden lejeren, skal der være samtykke."
    ).format(who=who, tells=tells(more))


def table(case: Case, on: date, parties: Sequence[ConsentParty]) -> tuple[tuple[str, ...], ...]:
    """What may be told to whom on a day: one row per piece, one column per kind of recipient."""
    rows = []
    for topic in ShareTopic:
        if topic is not T.COUNTED:
            rows.append((_big(translated(TOPICS)[topic]), *(_may(case, party, topic, on) for party in parties)))
    return tuple(rows)


def _may(case: Case, party: ConsentParty, topic: ShareTopic, on: date) -> str:
    if topic in FREE.get(party, ()):
        return _(FREE_WORD)
    found = may_share(case, party, [topic], on)
    if found.allowed:
        last = max((one.until for one in found.consents if one.until), default=None)
        return _("ja, til {last}").format(last=day(last)) if last else _("ja, med samtykke")
    return NEVER_WORD if topic in NEVER.get(party, ()) else _(ASK_WORD)


def others(case: Case, on: date, parties: Sequence[ConsentParty]) -> tuple[str, ...]:
    """One line for each consent in force to somebody the table has no column for."""
    return tuple(
        sentence(one, case)
        for one in case.conversation.consents
        if one.kind is ConsentKind.SAMTYKKE and in_force(one, on) and party_of(one, case) not in parties
    )


def given_on(shared: Shared) -> str:
    """`Budget til Hvidovre Kommune, 20. november 2026`"""
    when = f", {day(shared.on)}" if shared.on else ""
    return _("{what} til {recipient}{when}").format(
        what=shared.what or _("Oplysninger"), recipient=shared.recipient or _(NOBODY), when=when
    )


# who speaks, where it matters


def beside(case: Case, on: date, party: ConsentParty | None = None) -> tuple[str, ...]:
    """One line for each who may help or speak for the tenant before this kind of body."""
    told = (
        (f"{translated(KINDS)[one.kind]}: {sentence(one, case)}", one.contact.strip())
        for one in speaking(case, on, party=party)
    )
    return tuple(f"{said} {_together(contact)}" if contact else said for said, contact in told)


def _together(contact: str) -> str:
    """A telephone number stays on one line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", contact)


def listed(parts: Sequence[str]) -> str:
    """`a, b og c`; with semicolons where a part has a comma of its own."""
    if len(parts) < 2:
        return "".join(parts)
    apart = "; " if any(mark in part for part in parts for mark in (",", ":", " og ")) else ", "
    rows = apart.join(parts[:-1]) + apart.removesuffix(" ").removesuffix(",")
    return _("{rows} og {last}").format(rows=rows, last=parts[-1])


def _others(task: str) -> str:
    """A task as told about the tenant, not by the tenant."""
    return (
        task.replace("min sag", "sagen")
        .replace("for mig", "for lejeren")
        .replace("når jeg har set den", "når lejeren har set den")
    )


def _in_days(days: int) -> str:
    return _("i dag") if days == 0 else _("i morgen") if days == 1 else _("om {days} dage").format(days=days)


def _big(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Small first letter, but for a word in capitals or a name such as `Udbetaling Danmark`."""
    words = text.split()
    if len(words) > 1 and words[1][:1].isupper():
        return text
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
