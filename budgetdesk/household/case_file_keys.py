"""The keys of the case file, version 1, object by object. The public contract: adding keys is free; changing or
dropping one needs a new version and a reader for the old (docs/case_file.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from budgetdesk.household import case as facts
from budgetdesk.household.case_file_circumstances import ADULT_FACTS, APPLICATION, CHILD_FACTS, CIRCUMSTANCES
from budgetdesk.household.case_file_course import CHECK, CONTACT, CONTACT_PERSON, COURSE, JOURNAL_NOTE
from budgetdesk.household.case_file_repayment import (
    AGREEMENT,
    DEBT,
    EARLIER_PLAN,
    FORMER_AGREEMENT,
    LANDLORD_ACCEPTED,
)
from budgetdesk.household.case_file_shape import Key, list_of, object_of
from budgetdesk.household.case_file_values import (
    BOOLEAN,
    BORN,
    DAY,
    ID,
    MONEY,
    MONTH,
    PAYS_ON,
    SIGNED_MONEY,
    TEXT,
    number,
    one_of,
    texts,
    whole,
    word,
)
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import (
    INCOME_BASES,
    INCOME_KINDS,
    ArrearsKind,
    ConsentKind,
    ConsentParty,
    Custody,
    Evidence,
    Heating,
    Letter,
    MaintenanceDuty,
    Marital,
    MayDo,
    Need,
    PaidTo,
    Role,
    ShareTopic,
    Status,
    Tax,
)
from budgetdesk.i18n import N_

RHYTHM, EVIDENCE, NEED = word(Rhythm), word(Evidence), word(Need)
SHARE_TOPICS, MAY_DO = tuple(map(str, ShareTopic)), tuple(map(str, MayDo))
_NOT_INCOME = {
    "boligstoette": N_("Boligstøtte står i tenancy.boligstoette, så den ikke tælles to gange"),
    "husleje": N_("Huslejen står i tenancy.rent_per_month"),
}


def _is_child(person: Mapping[str, Any]) -> bool:
    return person.get("role") == Role.CHILD


def _is_adult(person: Mapping[str, Any]) -> bool:
    return person.get("role") in (Role.TENANT, Role.PARTNER)


def _on_lease(person: Mapping[str, Any]) -> str:
    return "true" if person.get("role") == Role.TENANT else "false"


def _has_amount(row: Mapping[str, Any]) -> bool:
    return row.get("amount") is not None


INFO = object_of(
    facts.CaseInfo,
    (
        Key("number", TEXT),
        Key("type", TEXT),
        Key("opened", DAY),
        Key("language", TEXT),
        Key("interpreter", BOOLEAN),
        Key("protected_address", BOOLEAN),
        Key("guardian", TEXT),
        Key("adviser", TEXT),
        Key("organisation", TEXT),
        Key("earlier_case", TEXT),
        Key("invented", BOOLEAN),
    ),
)

INCOME_BASE = object_of(
    facts.IncomeBase,
    (
        Key("base", one_of(INCOME_BASES), required=True),
        Key("from", DAY, "start"),
        Key("to", DAY, "end"),
    ),
)

PERSON = object_of(
    facts.Person,
    (
        Key("id", ID, required=True),
        Key("role", word(Role), required=True),
        Key("name", TEXT),
        Key("born", BORN, required=True, nullable=True),
        Key("cpr", TEXT),
        Key("phone", TEXT),
        Key("on_lease", BOOLEAN, assumed=_on_lease),
        Key("lives_at_home", BOOLEAN, assumed="true"),
        Key("registered_here", BOOLEAN, assumed="true"),
        Key("marital", word(Marital), assumed="from the roles", matters=_is_adult),
        Key("parents", texts(TEXT)),
        Key("custody", word(Custody)),
        Key("nights_per_fortnight", whole(0, 14), assumed="14", matters=_is_child),
        Key("family_benefit_share", number(1), assumed="1", matters=_is_child),
        Key("income_base", list_of(INCOME_BASE)),
        Key("pension_granted", DAY),
        Key("residence_years", whole(0, 130)),
        Key("flags", texts(one_of(("mobility_impaired", "bpa"))), assumed="none"),
        Key("adult", ADULT_FACTS),
        Key("child", CHILD_FACTS),
    ),
)

BOLIGSTOETTE = object_of(
    facts.BoligstoetteNow,
    (
        Key("amount", MONEY),
        Key("paid_to", word(PaidTo), assumed="landlord", matters=_has_amount),
        Key("applied_on", DAY),
        Key("applied_for", MONEY),
    ),
)

TENANCY = object_of(
    facts.Tenancy,
    (
        Key("kind", TEXT, assumed="almen"),
        Key("number", TEXT),
        Key("landlord", TEXT),
        Key("landlord_email", TEXT),
        Key("landlord_phone", TEXT),
        Key("landlord_address", TEXT),
        Key("address", TEXT),
        Key("municipality", TEXT),
        Key("rent_per_month", MONEY, required=True, nullable=True),
        Key("rent_due_day", whole(1, 31), assumed="1"),
        Key("boligstoette", BOLIGSTOETTE, within=True),
        Key("area_m2", number(10_000), required=True, nullable=True),
        Key("heating", word(Heating), required=True, nullable=True),
        Key("hot_water_in_rent", BOOLEAN, assumed="as heating"),
        Key("electricity_in_rent", BOOLEAN, assumed="false"),
        Key("water_separate", BOOLEAN),
        Key("maintenance_duty", word(MaintenanceDuty), assumed="none"),
        Key("own_kitchen", BOOLEAN, assumed="true"),
        Key("sharing", TEXT, assumed="none"),
        Key("lodger_area_m2", number(10_000), assumed="0"),
        Key("lodger_rent", MONEY, assumed="0"),
        Key("moved_in", DAY),
        Key("deposit", MONEY),
        Key("assigned_by_municipality", BOOLEAN, assumed="false"),
        Key("suited_for_mobility_impaired", BOOLEAN, assumed="false"),
    ),
)

INCOME = object_of(
    facts.Income,
    (
        Key("id", ID),
        Key("person", TEXT),
        Key("kind", one_of(INCOME_KINDS, _NOT_INCOME), assumed="loen"),
        Key("amount", MONEY),
        Key("min", MONEY),
        Key("max", MONEY),
        Key("rhythm", RHYTHM, assumed="monthly"),
        Key("tax", word(Tax), assumed="net"),
        Key("paid_out", MONEY),
        Key("atp_and_pension", MONEY),
        Key("status", word(Status), assumed="granted"),
        Key("pays_on", PAYS_ON),
        Key("paid_to", TEXT),
        Key("from", DAY, "start"),
        Key("to", DAY, "end"),
        Key("evidence", EVIDENCE),
        Key("note", TEXT),
    ),
)

EXPENSE = object_of(
    facts.Expense,
    (
        Key("id", ID),
        Key("line", TEXT, required=True),
        Key("label", TEXT),
        Key("amount", MONEY),
        Key("rhythm", RHYTHM, assumed="monthly"),
        Key("pays_on", PAYS_ON),
        Key("from", DAY, "start"),
        Key("to", DAY, "end"),
        Key("need", NEED),
        Key("tenant_says", NEED),
        Key("adviser_says", NEED),
        Key("locked", BOOLEAN),
        Key("evidence", EVIDENCE),
        Key("note", TEXT),
        Key("from_spending", BOOLEAN),
    ),
)

WEALTH = object_of(
    facts.Wealth,
    (Key("net", SIGNED_MONEY, assumed="0"), Key("liquid", SIGNED_MONEY, assumed="0")),
)

ARREARS_ROW = object_of(
    facts.ArrearsRow,
    (
        Key("id", ID),
        Key("month", MONTH),
        Key("kind", word(ArrearsKind)),
        Key("amount", SIGNED_MONEY),
        Key("paakrav_arrived", DAY),
    ),
)

ARREARS = object_of(
    facts.Arrears,
    (
        Key("rows", list_of(ARREARS_ROW, "r")),
        Key("stated_on", DAY),
        Key("letter", word(Letter)),
        Key("letter_arrived", DAY),
        Key("ophaevelse_arrived", DAY),
        Key("court", TEXT),
        Key("court_reference", TEXT),
        Key("court_meeting", DAY),
        Key("eviction", DAY),
        Key("municipality_notified", DAY),
        Key("payment_reference", TEXT),
        Key("earlier_plans", list_of(EARLIER_PLAN, "l")),
        Key("landlord_accepted", LANDLORD_ACCEPTED),
    ),
)

BANK_ACCOUNT = object_of(
    facts.BankAccount,
    (
        Key("id", ID),
        Key("name", TEXT),
        Key("owner", TEXT),
        Key("balance", SIGNED_MONEY),
        Key("on", DAY),
        Key("overdraft_limit", MONEY, assumed="0"),
    ),
)

CONSENT = object_of(
    facts.Consent,
    (
        Key("id", ID),
        Key("kind", word(ConsentKind)),
        Key("purpose", TEXT),
        Key("recipient", TEXT),
        Key("given", DAY),
        Key("until", DAY),
        Key("how", TEXT),
        Key("withdrawn", DAY),
        Key("party", word(ConsentParty)),
        Key("covers", texts(one_of(SHARE_TOPICS))),
        Key("both_ways", BOOLEAN),
        Key("heard_by", TEXT),
        Key("may", texts(one_of(MAY_DO))),
        Key("towards", TEXT),
        Key("contact", TEXT),
    ),
)

SHARED = object_of(
    facts.Shared,
    (
        Key("id", ID),
        Key("on", DAY),
        Key("what", TEXT),
        Key("recipient", TEXT),
        Key("party", word(ConsentParty)),
        Key("topics", texts(one_of(SHARE_TOPICS))),
        Key("consent", TEXT),
        Key("by", TEXT),
    ),
)

TODO = object_of(
    facts.Todo,
    (
        Key("id", ID),
        Key("who", TEXT),
        Key("what", TEXT),
        Key("by", DAY),
        Key("time", TEXT),
        Key("meeting", BOOLEAN),
        Key("done", DAY),
        Key("source", TEXT),
    ),
)

WAY_TRIED = object_of(facts.WayTried, (Key("id", ID, required=True), Key("answer", BOOLEAN), Key("note", TEXT)))

CONVERSATION = object_of(
    facts.Conversation,
    (
        Key("expectations_on", DAY),
        Key("rent_before_boligstoette", BOOLEAN),
        Key("children_asked", BOOLEAN),
        Key("can_sign", BOOLEAN),
        Key("consents", list_of(CONSENT, "c")),
        Key("next_steps", list_of(TODO, "t")),
        Key("ways_tried", list_of(WAY_TRIED, "w")),
        Key("debts_asked", list_of(WAY_TRIED)),
        Key("premises_noted", list_of(WAY_TRIED)),
        Key("note", TEXT),
        Key("informed_on", DAY),
        Key("bases_noted", list_of(WAY_TRIED)),
        Key("shared", list_of(SHARED, "v")),
    ),
)

CASE = object_of(
    facts.Case,
    (
        Key("case", INFO, "info"),
        Key("persons", list_of(PERSON, "p"), required=True),
        Key("tenancy", TENANCY, required=True),
        Key("income", list_of(INCOME, "i")),
        Key("expenses", list_of(EXPENSE, "e")),
        Key("wealth", WEALTH, within=True),
        Key("debts", list_of(DEBT, "d")),
        Key("arrears", ARREARS),
        Key("bank", list_of(BANK_ACCOUNT, "b")),
        Key("agreement", AGREEMENT),
        Key("former_agreements", list_of(FORMER_AGREEMENT, "g")),
        Key("circumstances", CIRCUMSTANCES),
        Key("applications", list_of(APPLICATION, "a")),
        Key("conversation", CONVERSATION),
        Key("course", COURSE),
        Key("contacts", list_of(CONTACT, "k")),
        Key("contact_persons", list_of(CONTACT_PERSON, "n")),
        Key("notes", list_of(JOURNAL_NOTE, "j")),
        Key("checks", list_of(CHECK, "h")),
    ),
    elsewhere=("format", "version"),
)
