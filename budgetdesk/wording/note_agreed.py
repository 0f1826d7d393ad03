"""Sentences of a note about what was agreed: plan, the landlord's yes, payments, applications, consents."""

from __future__ import annotations

from collections.abc import Sequence

from budgetdesk.casework.note_changes import Change
from budgetdesk.formats import day
from budgetdesk.household.agreement import FormerAgreement, Instalment, LandlordAccepted, PlanPayment
from budgetdesk.household.case import Consent, Shared
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome, PaymentFor
from budgetdesk.i18n import _, translated
from budgetdesk.wording import consents
from budgetdesk.wording.follow_up import OUTCOMES
from budgetdesk.wording.note_rows import alone, shared
from budgetdesk.wording.note_words import Sentence, Told, before, capital, joined, money, of_day, stop
from budgetdesk.wording.plan import PROPOSAL


def plan_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """The plan that was chosen, changed or ended."""
    said = [alone(one, _former(one)) for one in found if "former_agreements" in one.path]
    plan = [one for one in found if "former_agreements" not in one.path]
    return [*([shared(plan, "plan", _plan(told))] if plan else []), *said]


def _plan(told: Told) -> str:
    agreement, was = told.case.agreement, told.before.case.agreement
    if agreement is None or not agreement.instalments:
        return f"Planen for restancen er taget væk{before(_rates(was.instalments) if was is not None else '')}."
    earlier = _rates(was.instalments) if was is not None and was.instalments else ""
    text = stop(f"Plan for restancen: {_rates(agreement.instalments)}{before(earlier if earlier else '')}")
    return text if told.case.arrears.landlord_accepted is not None else f"{text} {stop(_(PROPOSAL))}"


def _rates(instalments: Sequence[Instalment]) -> str:
    """`3 rater på 2.645 kr. fra 1. december 2026 til 1. februar 2027`."""
    if not instalments:
        return "ingen rater"
    amounts = sorted({one.amount for one in instalments})
    sums = money(amounts[0]) if len(amounts) == 1 else f"{money(amounts[0])} til {money(amounts[-1])}"
    days = sorted(one.due for one in instalments)
    if len(days) == 1:
        return f"{sums} den {day(days[0])}"
    return f"{len(instalments)} rater på {sums} fra {day(days[0])} til {day(days[-1])}"


def _former(one: Change) -> str:
    former: FormerAgreement = one.now if one.now is not None else one.was
    if one.now is None:
        return "En tidligere aftale er taget ud."
    why = f": {former.why}" if former.why else ""
    return stop(f"Den tidligere aftale er slut{of_day(former.ended_on)}, {translated(OUTCOMES)[former.outcome]}{why}")


def landlord_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """The landlord's yes, and who has approved the plan."""
    said = []
    for one in found:
        if one.path.endswith("landlord_accepted"):
            said.append(alone(one, _yes(one.now)))
    approved = [one for one in found if ".approved_" in one.path]
    if approved:
        plan = told.case.agreement
        by = plan.approved_by.strip() if plan is not None else ""
        when = of_day(plan.approved_on) if plan is not None else ""
        text = f"Planen er godkendt af {by}{when}" if by else "Godkendelsen af planen er taget ud"
        said.append(shared(approved, "approved", stop(text)))
    return said


def _yes(accepted: LandlordAccepted | None) -> str:
    if accepted is None:
        return "Udlejers ja er taget ud."
    by = f" ({accepted.by.strip()})" if accepted.by.strip() else ""
    how = f", {accepted.how.strip()}" if accepted.how.strip() else ""
    return stop(f"Udlejer{by} sagde ja til planen{of_day(accepted.on)}{how}")


def payment_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Payments on the plan that were written down."""
    said = []
    for one in found:
        was, now = ({each.id: each for each in value or ()} for value in (one.was, one.now))
        came = [now[key] for key in sorted(now) if now[key] != was.get(key)]
        gone = len([key for key in was if key not in now])
        parts = [*(_payment(each) for each in came), *([f"{gone} taget ud"] if gone else [])]
        said.append(alone(one, stop(f"Betalt på planen: {joined(parts)}")))
    return said


def _payment(payment: PlanPayment) -> str:
    what = "husleje" if payment.what is PaymentFor.RENT else "rate"
    if payment.amount == 0:
        return f"{what} er ikke betalt"
    return f"{what} {money(payment.amount)}{of_day(payment.paid_on)}"


def application_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What was applied for, and what was answered."""
    said = []
    home = [one for one in found if ".boligstoette." in one.path]
    if home:
        now = told.case.tenancy.boligstoette
        text = f"Boligstøtte er søgt{of_day(now.applied_on)}" if now.applied_on else "Ansøgningen om boligstøtte er ude"
        sums = f", regnet til {money(now.applied_for)} pr. måned" if now.applied_on and now.applied_for else ""
        said.append(shared(home, "boligstoette", stop(text + sums)))
    return said + [alone(one, _application(one, told)) for one in found if one not in home]


def _application(one: Change, told: Told) -> str:
    application: Application = one.now if one.now is not None else one.was
    name = told.names.benefits.get(application.id, capital(application.id))
    if one.now is None:
        return f"Ansøgningen om {name} er taget ud."
    answered = of_day(application.answered_on)
    if application.outcome is Outcome.GRANTED:
        sums = f": {money(application.granted)}" if application.granted is not None else ""
        return stop(f"{name} er bevilget{answered}{sums}")
    if application.outcome is Outcome.REFUSED:
        return stop(f"{name}: der kom afslag{answered}")
    if application.outcome is Outcome.WITHDRAWN:
        return stop(f"{name}: ansøgningen er trukket tilbage{answered}")
    sums = f", regnet til {money(application.estimate)} pr. måned" if application.estimate is not None else ""
    return stop(f"{name} er søgt{of_day(application.applied_on)}{sums}")


def consent_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What may be shared, and what no longer may."""
    return [alone(one, _consent(one, told)) for one in found]


def _consent(one: Change, told: Told) -> str:
    consent: Consent = one.now if one.now is not None else one.was
    named = consents.label(consent, told.case)
    if one.now is None:
        return f"{named} er taget ud."
    if consent.withdrawn is not None and (one.was is None or one.was.withdrawn != consent.withdrawn):
        return stop(f"{capital(told.tenant)} har trukket sit ja tilbage{of_day(consent.withdrawn)}. {named}")
    given = consents.how_given(consent)
    if not given:
        return f"{named} er skrevet på, men ikke givet endnu."
    until = _(" Det gælder til {until}.").format(until=day(consent.until)) if consent.until is not None else ""
    lead = f"{capital(told.tenant)} sagde ja" if one.was is None or one.was.given is None else f"{named} er rettet"
    return f"{lead} ({given[:1].lower()}{given[1:]}). {consents.sentence(consent, told.case)}{until}"


def shared_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What was given to whom."""
    return [alone(one, _given(one)) for one in found]


def _given(one: Change) -> str:
    given: Shared = one.now if one.now is not None else one.was
    to = _(" til {recipient}").format(recipient=given.recipient.strip()) if given.recipient.strip() else ""
    text = f"{given.what.strip() or 'Noget'} er givet{to}{of_day(given.on)}"
    return f"{text}: det er taget ud." if one.now is None else stop(text)


_EXPECTATIONS = {
    "expectations_on": ("Vi talte om, hvad rådgivningen er og ikke er{day}", "Samtalen om rådgivningen er taget ud"),
    "informed_on": ("{tenant} fik at vide, hvad vi skriver ned{day}", "Dagen for oplysning er taget ud"),
}


def expectation_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What was said about the help itself, and about what is written down."""
    said = []
    for one in found:
        there, gone = _EXPECTATIONS[one.path.rsplit(".", 1)[-1]]
        text = there.format(day=of_day(one.now), tenant=capital(told.tenant)) if one.now is not None else gone
        said.append(alone(one, stop(text)))
    return said


_ASKED = {
    "ways_tried": "andre veje til pengene",
    "debts_asked": "gæld, slags for slags",
    "premises_noted": "det, planen bygger på",
    "earlier_plans": "tidligere aftaler",
    "children_asked": "børnene",
    "can_sign": "om lejeren selv kan skrive under",
}


def asked_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What was talked over, in one sentence."""
    if not found:
        return []
    names = [name for key, name in _ASKED.items() if any(key in one.path for one in found)]
    return [shared(found, "asked", stop(f"Vi talte også om {joined(names)}"))]
