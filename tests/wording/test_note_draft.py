"""The draft of a note: what has changed since the meeting began, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from any_record import any_value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from budgetdesk.casework.meeting import Figures, FoundHelp, PaperMade, Scene, StatementSeen
from budgetdesk.casework.note_changes import leaves
from budgetdesk.casework.note_topics import LISTS, SINGLES, Heading, Topic
from budgetdesk.household import paths
from budgetdesk.household.agreement import Instalment, LandlordAccepted
from budgetdesk.household.case import Case, Consent, Expense, Income, Todo
from budgetdesk.household.course import JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Evidence, Need
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.categories import load_categories
from budgetdesk.readers.chart import load_chart
from budgetdesk.storage.plain import from_plain, to_plain
from budgetdesk.wording.note_words import Names
from budgetdesk.wording.notes import Draft, note_draft

TODAY = date(2026, 11, 20)
SAMPLE = sample_case(today=TODAY)
NAMES = Names(
    chart=load_chart(),
    categories=load_categories().lists,
    benefits={"boligstoette": "Boligstøtte", "paragraf_81": "Enkeltudgift"},
)


def drafted(before: Case | Scene, after: Case | Scene) -> Draft:
    scenes = (one if isinstance(one, Scene) else Scene(case=one) for one in (before, after))
    return note_draft(*scenes, NAMES, on=TODAY)


def texts(before: Case | Scene, after: Case | Scene) -> list[str]:
    return [one.text.replace("\u00a0", " ") for one in drafted(before, after).sentences]


def put(path: str, fact: object, case: Case = SAMPLE) -> Case:
    return paths.put(case, path, fact)


# what it says


def test_a_meeting_in_which_nothing_happened_has_an_empty_draft() -> None:
    assert drafted(SAMPLE, SAMPLE) == Draft()


def test_what_is_missing_and_figures_of_another_day_are_no_news_by_themselves() -> None:
    before = Scene(case=SAMPLE, figures=Figures(income=D(100)), unknown=("Boligens areal",))

    assert drafted(before, Scene(case=SAMPLE, figures=Figures(income=D(200)), unknown=("Noget andet",))) == Draft()


def test_a_bill_that_was_seen_on_paper_says_what_was_told_before() -> None:
    el = next(one for one in SAMPLE.expenses if one.amount == D(548))
    said = replace(el, amount=D(500), evidence=Evidence.SAID)
    seen = replace(el, amount=D(612), evidence=Evidence.SEEN)
    before = put(f"expenses[{el.id}]", said)

    assert texts(before, put(f"expenses[{el.id}]", seen)) == ["El er set: 612 kr. hver måned (før oplyst 500 kr.)."]


def test_the_rent_is_told_with_what_it_was() -> None:
    assert texts(SAMPLE, put("tenancy.rent_per_month", D(7450))) == [
        "Huslejen er 7.450 kr. pr. måned før boligstøtte (før 7.600 kr.)."
    ]


def test_the_month_is_told_before_and_after_in_whole_kroner() -> None:
    before = Scene(case=SAMPLE, figures=Figures(income=D(20000), expenses=D(21000), luft=D(-1000)))
    after = Scene(
        case=put("wealth.liquid", D(0)), figures=Figures(income=D("20400.40"), expenses=D(20000), luft=D("400.40"))
    )

    assert texts(before, after)[0] == (
        "Nu er der 20.400 kr. ind og 20.000 kr. ud om måneden, og luften er 400 kr. "
        "Før: 20.000 kr. ind og 21.000 kr. ud om måneden, og luften er −1.000 kr."
    )


def test_without_a_written_income_no_luft_is_told() -> None:
    before = Scene(case=SAMPLE, figures=Figures(income=D(0), expenses=D(6400), luft=D(-6400)))
    after = Scene(case=put("wealth.liquid", D(0)), figures=Figures(income=D(0), expenses=D(6500), luft=D(-6500)))

    assert texts(before, after)[0] == (
        "Nu er der 6.500 kr. ud om måneden, og ingen indtægt er skrevet. "
        "Før: 6.400 kr. ud om måneden, og ingen indtægt er skrevet."
    )


def test_the_arrears_are_one_sentence_with_the_rows_that_changed() -> None:
    said = texts(SAMPLE, put("arrears.rows[r1].amount", D(5000)))

    assert said == ["Restancen er 5.335 kr. (før 7.935 kr.): husleje for november 2026 5.000 kr., før 7.600 kr., "
                    "påkrav den 17. november 2026."]  # fmt: skip


def test_what_the_tenant_says_is_locked_stands_among_what_was_agreed() -> None:
    row = next(one for one in SAMPLE.expenses if not one.locked)
    said = drafted(SAMPLE, put(f"expenses[{row.id}]", replace(row, locked=True, tenant_says=Need.NEED)))

    assert [one.heading for one in said.sentences] == [Heading.AGREED]
    assert said.sentences[0].text.endswith("er nødvendigt, siger Nadia. Det står fast.")


def test_a_consent_is_told_as_it_was_given_and_as_it_was_taken_back() -> None:
    given = Consent(id="c9", purpose="Budget", recipient="Banken", given=TODAY)
    case = paths.add(SAMPLE, "conversation.consents", given)

    assert texts(SAMPLE, case)[0].startswith("Nadia sagde ja (mundtligt 20. november 2026). Banken må")
    back = put("conversation.consents[c9]", replace(given, withdrawn=TODAY), case)
    assert texts(case, back) == ["Nadia har trukket sit ja tilbage den 20. november 2026. Samtykke: Banken."]


def test_a_plan_without_the_landlords_yes_is_called_a_proposal() -> None:
    rates = tuple(
        Instalment(due=date(2026, 12 + month, 1) if month < 1 else date(2027, month, 1), amount=D(2645))
        for month in range(3)
    )
    agreement = replace(paths.get(SAMPLE, "agreement") or _agreement(), instalments=rates)
    plan = replace(SAMPLE, agreement=agreement)
    yes = replace(
        plan, arrears=replace(plan.arrears, landlord_accepted=LandlordAccepted(by="Jens", on=TODAY, how="på mail"))
    )

    proposal = texts(replace(SAMPLE, agreement=None), plan)
    assert proposal == [
        "Plan for restancen: 3 rater på 2.645 kr. fra 1. december 2026 til 1. februar 2027. "
        "Forslag, gælder først når udlejer har sagt ja."
    ]
    assert texts(plan, yes) == ["Udlejer (Jens) sagde ja til planen den 20. november 2026, på mail."]


def _agreement() -> object:
    from budgetdesk.household.agreement import Agreement

    return Agreement()


def test_many_new_bills_share_one_sentence_with_the_largest_first() -> None:
    bills = tuple(Expense(id=f"n{i}", line="807", label=f"Regning {i}", amount=D(i * 100)) for i in range(1, 8))
    said = texts(SAMPLE, replace(SAMPLE, expenses=(*SAMPLE.expenses, *bills)))

    assert said == [
        "7 udgifter er skrevet på: Regning 7 (700 kr. hver måned), Regning 6 (600 kr. hver måned), "
        "Regning 5 (500 kr. hver måned), Regning 4 (400 kr. hver måned) og 3 andre."
    ]


def test_small_corrections_are_summed_up_and_no_number_of_a_person_is_written() -> None:
    case = put("persons[p1].phone", "12 34 56 78", put("persons[p1].cpr", "120489-0000"))
    case = put("tenancy.water_separate", True, case)

    assert texts(SAMPLE, case) == ["Også skrevet eller rettet: CPR-nummer, telefonnummer og en oplysning mere."]


def test_who_does_what_comes_with_its_day_and_what_is_done_is_said() -> None:
    todo = Todo(id="t9", who="Nadia", what="Sende lønsedlen", by=date(2026, 11, 27))
    case = paths.add(SAMPLE, "conversation.next_steps", todo)
    case = put("conversation.next_steps[t1].done", TODAY, case)

    assert texts(SAMPLE, case) == [
        "Nadia: sende lønsedlen, senest 27. november 2026.",
        "Gjort den 20. november 2026: Søge boligstøtte på borger.dk (Nadia og Karen).",
    ]


def test_papers_statements_and_help_that_was_found_are_told() -> None:
    after = Scene(
        case=SAMPLE,
        statements=(StatementSeen(id="b1", account="Lønkonto", start=date(2026, 10, 1), end=date(2026, 10, 31)),),
        receipts=3,
        papers=(PaperMade(id="1", title="Budget"), PaperMade(id="2", title="Aftale om afdrag")),
        found=(FoundHelp(name="boligstoette", amount=D("1204.50")),),
        unknown=("Boligens areal",),
    )

    assert texts(Scene(case=SAMPLE), after) == [
        "Vi har set kontoudtoget for Lønkonto fra 1. oktober 2026 til 31. oktober 2026.",
        "3 kvitteringer er lagt ind og sorteret.",
        "Boligstøtte kan være relevant, søg: ca. 1.205 kr. mere om måneden (vejledende).",
        "Det ved vi ikke endnu: boligens areal.",
        "Lavet i dag: Aftale om afdrag og Budget.",
    ]


def test_no_note_and_no_own_note_is_ever_told_by_a_draft() -> None:
    noted = replace(SAMPLE, notes=(JournalNote(id="n1", text="Fortroligt", own=True, on=TODAY),))

    assert drafted(SAMPLE, noted) == Draft()


# laws


@pytest.mark.parametrize("table", [{path: fields for path, (_, fields) in LISTS.items()}, SINGLES])
def test_every_fact_the_table_names_is_a_fact_of_the_case(table: dict[str, dict[str, Topic]]) -> None:
    kinds = _kinds()
    unknown = {f"{path}.{name}" for path, names in table.items() for name in names if name not in kinds[path]}

    assert unknown == set()


def test_every_part_of_the_case_is_in_the_table_but_the_notes() -> None:
    parts = {path.split(".")[1] for path in (*LISTS, *SINGLES)}

    assert parts == {*to_plain(Case())} - {"notes"}


def _kinds() -> dict[str, set[str]]:
    """Path of a list or value -> the names of its facts."""
    from typing import get_args, get_origin

    from budgetdesk.storage.plain import hints_of, is_value, without_none

    found: dict[str, set[str]] = {}

    def names(kind: object) -> set[str]:
        inside: set[str] = set()
        for name, hint in hints_of(kind).items():
            plain, optional = without_none(hint)
            inside |= {f"{name}.{one}" for one in names(plain)} if is_value(plain) and not optional else {name}
        return inside

    def walk(kind: object, path: str) -> None:
        found[path] = names(kind)
        for name, hint in hints_of(kind).items():
            plain, _ = without_none(hint)
            inner = get_args(plain)[0] if get_origin(plain) is tuple else plain
            if is_value(inner):
                walk(inner, f"{path}.{name}")

    walk(Case, "case")
    return found


_FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
CASES = any_value(Case)


@_FEW
@given(CASES, CASES)
def test_every_changed_fact_is_told_exactly_once_whatever_the_facts_are(before: Case, after: Case) -> None:
    said = drafted(before, after).sentences
    told = Counter(source for one in said for source in one.sources)

    assert {path for path in _differing(before, after) if not _is_told(path, told)} == set()
    assert max(told.values(), default=1) == 1
    assert len({one.key for one in said}) == len(said)
    assert [one.text for one in said if not one.text.strip() or one.text[-1] not in ".?!"] == []


def _differing(before: Case, after: Case) -> set[str]:
    """Every fact that is another, found by another way than the program's: on the plain data."""
    found = set(_of_plain("case", to_plain(before), to_plain(after)))
    quiet = {
        *(f"{path}.{name}" for path, (_, fields) in LISTS.items() for name in fields if fields[name] is Topic.QUIET),
        *(f"{path}.{name}" for path, fields in SINGLES.items() for name in fields if fields[name] is Topic.QUIET),
    }
    return {one for one in found if re.sub(r"\[.*?\]", "", one) not in quiet and not one.startswith("case.notes")}


def _of_plain(path: str, was: object, now: object) -> Iterator[str]:
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict) and path not in WHOLE:
        for name in now:
            yield from _of_plain(f"{path}.{name}", was.get(name), now[name])
    elif path in LISTS:
        old, new = ({one["id"]: one for one in each or ()} for each in (was, now))
        for key in {*old, *new}:
            if key in old and key in new:
                yield from _of_plain(f"{path}[{key}]", old[key], new[key])
            else:
                yield f"{path}[{key}]"
    else:
        yield path


WHOLE = ("case.arrears.landlord_accepted",)


def _is_told(path: str, told: Counter[str]) -> bool:
    """By itself; or with the value it stands in, where that is one fact, came or went."""
    return any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in told)


@_FEW
@given(CASES)
def test_no_change_is_no_draft_also_after_the_picture_was_kept_and_read(case: Case) -> None:
    kept = from_plain(Scene, to_plain(Scene(case=case)))

    assert drafted(kept, Scene(case=case)) == Draft()


EL = next(one for one in SAMPLE.expenses if one.amount == D(548))
STEPS = {
    "rent": lambda c: put("tenancy.rent_per_month", D(7450), c),
    "phone": lambda c: put("persons[p1].phone", "11223344", c),
    "income": lambda c: replace(c, income=(*c.income, Income(id="x1", person="p1", amount=D(100)))),
    "more income": lambda c: replace(c, income=(Income(id="x2", person="p1", amount=D(100)), *c.income)),
    "debt": lambda c: replace(c, debts=(*c.debts, Debt(id="x3", creditor="Kviklån", balance=D(900)))),
    "seen": lambda c: put(f"expenses[{EL.id}].evidence", Evidence.COPY, c),
    "spared": lambda c: put(f"expenses[{EL.id}].tenant_says", Need.NICE, c),
    "task": lambda c: replace(
        c,
        conversation=replace(
            c.conversation, next_steps=(*c.conversation.next_steps, Todo(id="x4", who="Karen", what="Ringe", by=TODAY))
        ),
    ),
    "asked": lambda c: put("conversation.can_sign", False, c),
}  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.permutations(sorted(STEPS)), st.permutations(sorted(STEPS)))
def test_another_order_of_the_changes_gives_the_same_draft(first: list[str], second: list[str]) -> None:
    def after(order: list[str]) -> Case:
        case = SAMPLE
        for name in order:
            case = STEPS[name](case)
        return case

    assert drafted(SAMPLE, after(first)) == drafted(SAMPLE, after(second))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(sorted(STEPS)))
def test_what_was_taken_back_in_the_meeting_leaves_no_trace(name: str) -> None:
    assert drafted(SAMPLE, from_plain(Case, to_plain(SAMPLE))) == Draft()
    assert drafted(STEPS[name](SAMPLE), SAMPLE) != Draft()


def test_the_words_of_a_draft_are_those_of_the_field() -> None:
    said = " ".join(texts(Case(), SAMPLE))

    assert not re.search(r"opsigelse|want|rettighed|har ret til", said)
    assert leaves(SAMPLE.tenancy)["boligstoette.amount"] is not None
