"""The keys of the case file that the benefits ask for, beyond the household's ordinary facts."""

from __future__ import annotations

from budgetdesk.household.case_file_shape import Key, object_of
from budgetdesk.household.case_file_values import BOOLEAN, DAY, ID, MONEY, TEXT, number, texts, whole, word
from budgetdesk.household.circumstances import AdultFacts, Application, ChildFacts, Circumstances
from budgetdesk.household.words import Childcare, MovingReason, OtherParent, Outcome

ADULT_FACTS = object_of(
    AdultFacts,
    (
        Key("opholdskrav", BOOLEAN),
        Key("beskaeftigelseskrav", BOOLEAN),
        Key("lives_with_parent", BOOLEAN),
        Key("aktivitetsparat", BOOLEAN),
        Key("commute_km", number(1_000)),
        Key("commute_days", whole(0, 366)),
        Key("forskudsopgoerelse_checked", DAY),
        Key("feriepenge_unclaimed", MONEY),
        Key("income_before", MONEY),
    ),
)

CHILD_FACTS = object_of(
    ChildFacts,
    (
        Key("childcare", word(Childcare)),
        Key("childcare_price", MONEY),
        Key("other_parent", word(OtherParent)),
        Key("other_parent_pensioner", BOOLEAN),
        Key("bidrag_decided", BOOLEAN),
        Key("bidrag_on_time", BOOLEAN),
    ),
)

CIRCUMSTANCES = object_of(
    Circumstances,
    (
        Key("changed", BOOLEAN),
        Key("changed_on", DAY),
        Key("socially_exposed", BOOLEAN),
        Key("other_way_to_pay", BOOLEAN),
        Key("conditions_accepted", BOOLEAN),
        Key("single_expense", MONEY),
        Key("single_expense_paid", BOOLEAN),
        Key("single_expense_foreseen", BOOLEAN),
        Key("treatment_needed", BOOLEAN),
        Key("dental_cost", MONEY),
        Key("health_cost", MONEY),
        Key("heating_cost", MONEY),
        Key("moving", BOOLEAN),
        Key("moving_reason", word(MovingReason)),
        Key("moving_cost", MONEY),
        Key("new_rent", MONEY),
        Key("new_area_m2", number(10_000)),
        Key("new_indskud", MONEY),
        Key("new_home_signed", BOOLEAN),
        Key("documents_have", texts(TEXT)),
    ),
)

APPLICATION = object_of(
    Application,
    (
        Key("id", ID, required=True),
        Key("applied_on", DAY),
        Key("estimate", MONEY),
        Key("ask_again", DAY),
        Key("outcome", word(Outcome)),
        Key("answered_on", DAY),
        Key("granted", MONEY),
        Key("note", TEXT),
    ),
)
