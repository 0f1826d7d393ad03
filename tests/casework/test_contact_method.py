"""The method of contact: which try is next, when, and what then. Order: SBi 2015:10, "Kontaktproces"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.casework.contact_method import TryState, counted, is_stale, method_for, next_try
from budgetdesk.dates import is_bank_day
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Arrears, Case, CaseInfo
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative, Letter
from budgetdesk.readers.contacts import load_methods, load_sides

FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
METHODS = load_methods()
NO = {ContactKind.PHONE: ContactOutcome.NO_ANSWER, ContactKind.VISIT: ContactOutcome.NOT_HOME}


def threatened(*contacts: Contact) -> Case:
    return Case(info=CaseInfo(type="udsaettelsestruet"), contacts=contacts)


def tried(kind: ContactKind, on: date = FRIDAY, outcome: ContactOutcome | None = None, **more: object) -> Contact:
    made = Contact(id=f"k{on:%d}{kind}", on=on, kind=kind, outcome=outcome or NO.get(kind))
    return replace(made, **more)  # type: ignore[arg-type] # the test's own fields


def test_the_first_try_is_a_call_today() -> None:
    found = next_try(threatened(), METHODS, FRIDAY)

    assert (found.kind, found.on, found.number, found.of) == (ContactKind.PHONE, FRIDAY, 1, 5)
    assert next_try(threatened(), METHODS, date(2026, 11, 21)).on == MONDAY


def test_who_did_not_answer_is_called_at_another_time_of_the_day() -> None:
    first = next_try(threatened(), METHODS, FRIDAY)
    second = next_try(threatened(tried(ContactKind.PHONE)), METHODS, FRIDAY)

    assert second.kind is ContactKind.PHONE
    assert second.time != first.time
    assert second.on == MONDAY


def test_the_tries_go_from_call_to_letter_to_visit_and_end() -> None:
    case, day, order = threatened(), FRIDAY, []
    for _ in range(9):
        found = next_try(case, METHODS, day)
        if found.state is TryState.USED_UP:
            break
        assert found.kind is not None
        assert found.on is not None
        order.append(found.kind)
        day = found.on
        case = replace(case, contacts=(*case.contacts, tried(found.kind, day)))

    phone, letter, visit = ContactKind.PHONE, ContactKind.LETTER, ContactKind.VISIT
    assert order == [phone, phone, letter, visit, visit]
    assert found.method.then


def test_a_letter_has_its_days_to_be_answered_before_the_visit() -> None:
    found = next_try(threatened(tried(ContactKind.PHONE), tried(ContactKind.LETTER)), METHODS, FRIDAY)

    assert (found.kind, found.on) == (ContactKind.VISIT, date(2026, 11, 25))


def test_a_day_that_was_written_down_wins() -> None:
    again = tried(ContactKind.PHONE, next_on=date(2026, 11, 26), next_time="17.00", next_step="Prøv igen")
    found = next_try(threatened(again), METHODS, FRIDAY)

    assert (found.state, found.on, found.time) == (TryState.AGREED, date(2026, 11, 26), "17.00")
    assert next_try(threatened(again), METHODS, date(2026, 11, 27)).state is TryState.TRY


def test_a_talk_ends_the_tries_and_a_later_try_begins_anew() -> None:
    reached = tried(ContactKind.PHONE, outcome=ContactOutcome.REACHED)

    assert next_try(threatened(reached), METHODS, MONDAY).state is TryState.REACHED
    again = next_try(threatened(reached, tried(ContactKind.PHONE, MONDAY)), METHODS, MONDAY)
    assert (again.state, again.number) == (TryState.TRY, 2)


def test_a_plan_with_the_landlords_yes_ends_the_tries_before_it_and_a_later_try_counts_again() -> None:
    plan = Agreement(instalments=(Instalment(due=date(2026, 12, 1), amount=Decimal(100)),))
    arrears = Arrears(landlord_accepted=LandlordAccepted(by="Mette", on=FRIDAY - timedelta(days=2)))
    before = tried(ContactKind.PHONE, FRIDAY - timedelta(days=3))
    after = tried(ContactKind.PHONE, FRIDAY - timedelta(days=1))
    states = [
        next_try(Case(agreement=plan, arrears=arrears, contacts=tries), METHODS, FRIDAY).state
        for tries in ((), (before,), (before, after))
    ]

    assert states == [TryState.REACHED, TryState.REACHED, TryState.TRY]


def test_who_says_no_is_left_alone() -> None:
    no = tried(ContactKind.PHONE, outcome=ContactOutcome.DECLINED)

    assert next_try(threatened(no), METHODS, MONDAY).state is TryState.DECLINED


def test_who_calls_by_themselves_is_reached() -> None:
    called = tried(ContactKind.PHONE, outcome=ContactOutcome.REACHED, initiative=Initiative.TENANT)

    assert next_try(threatened(called), METHODS, MONDAY).state is TryState.REACHED


def test_what_came_back_is_not_sent_again() -> None:
    back = tried(ContactKind.LETTER, outcome=ContactOutcome.RETURNED)
    found = next_try(threatened(tried(ContactKind.PHONE), back), METHODS, FRIDAY)

    assert (found.kind, found.check_address) == (ContactKind.VISIT, True)
    wrong_number = tried(ContactKind.PHONE, outcome=ContactOutcome.RETURNED)
    assert next_try(threatened(wrong_number), METHODS, FRIDAY).kind is ContactKind.LETTER


def test_tries_with_others_do_not_count() -> None:
    landlord = tried(ContactKind.PHONE, with_whom="kp1")

    assert next_try(threatened(landlord), METHODS, FRIDAY).number == 1
    assert counted([landlord]).tries == 0


def test_no_try_is_later_than_the_last_day_to_pay_while_that_is_ahead() -> None:
    arrears = Arrears(letter=Letter.PAAKRAV, letter_arrived=date(2026, 11, 10))
    case = replace(threatened(tried(ContactKind.PHONE), tried(ContactKind.LETTER)), arrears=arrears)
    found = next_try(case, METHODS, FRIDAY)

    assert (found.kind, found.on, found.pressed) == (ContactKind.VISIT, date(2026, 11, 24), True)


def test_a_paakrav_makes_it_the_method_of_threatened_tenants_whatever_the_type() -> None:
    case = Case(info=CaseInfo(type="raadgivning"))
    paakrav = replace(case, arrears=Arrears(letter=Letter.PAAKRAV))

    assert method_for(case, METHODS).key == "andre"
    assert method_for(paakrav, METHODS).key == "truet"
    assert method_for(Case(info=CaseInfo(type="ny_lejer")), METHODS).key == "ny_lejer"


def test_a_new_tenant_gets_a_call_and_then_a_postcard() -> None:
    calls = [tried(ContactKind.PHONE), tried(ContactKind.PHONE, MONDAY)]
    case = Case(info=CaseInfo(type="ny_lejer"), contacts=tuple(calls))

    assert next_try(case, METHODS, MONDAY).kind is ContactKind.POSTCARD


KINDS = st.sampled_from(list(ContactKind))
OUTCOMES = st.sampled_from([None, *ContactOutcome])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(KINDS, OUTCOMES, st.integers(0, 30)), max_size=8),
    st.sampled_from(["udsaettelsestruet", "ny_lejer", "andet"]),
)
def test_a_proposed_day_is_a_bank_day_not_before_today(
    made: list[tuple[ContactKind, ContactOutcome | None, int]], kind: str
) -> None:
    contacts = [
        Contact(id=f"k{n}", kind=k, outcome=o, on=FRIDAY - timedelta(days=d)) for n, (k, o, d) in enumerate(made)
    ]
    found = next_try(Case(info=CaseInfo(type=kind), contacts=tuple(contacts)), METHODS, FRIDAY)

    assert (found.state is TryState.TRY) == (found.on is not None)
    if found.on is not None:
        assert found.on >= FRIDAY
        assert is_bank_day(found.on)
        assert found.number <= found.of


def test_every_method_says_where_its_order_and_its_numbers_come_from_and_what_then() -> None:
    assert all(method.source and method.numbers and method.then for method in METHODS.methods)
    assert all(then.source for method in METHODS.methods for then in method.then)


def test_a_file_with_an_unknown_word_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "method.toml"
    file.write_text('checked = 2026-11-20\n[[methods]]\nkey = "x"\nforsoeg = 2\n', "utf-8")

    with pytest.raises(BadInputError, match="forsoeg"):
        load_methods(file)


def test_the_eight_of_the_guideline_are_among_the_sides() -> None:
    eight = {key for key, side in load_sides().items() if side.guideline}

    assert eight == {"gaeldsstyrelsen", "kommune", "kreditor", "inkasso", "fogedret", "skifteret",
                     "udbetaling_danmark", "bank"}  # fmt: skip


def test_a_number_is_old_after_half_a_year_or_when_it_was_never_checked() -> None:
    assert is_stale(None, METHODS, FRIDAY)
    assert not is_stale(FRIDAY - timedelta(days=180), METHODS, FRIDAY)
    assert is_stale(FRIDAY - timedelta(days=181), METHODS, FRIDAY)


def test_the_times_of_two_tries_differ() -> None:
    for method in METHODS.methods:
        for step in method.steps:
            assert all(one != other for one, other in pairwise(step.times))
