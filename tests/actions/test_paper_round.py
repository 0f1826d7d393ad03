"""The sheet that comes back: what is typed becomes exactly those rows, in any order, as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk import formats
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.paper_round import Changed, changes, read_line, rows_of, sheet_rows, take_in
from budgetdesk.budget.chart import Owner
from budgetdesk.budget.paper_numbers import suffix
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household import paths
from budgetdesk.household.case import Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Evidence
from budgetdesk.readers.case_file import sample_case

ON = date(2026, 11, 20)
D = Decimal
CHART = load_library().chart
NADIA = Record(case=sample_case(today=ON))
NUMBERS = [row.number for row in rows_of(NADIA, CHART, ON)]
AMOUNTS = st.decimals(0, 99_999, places=2)


def typed(*lines: str, record: Record = NADIA) -> tuple[Changed, ...]:
    return changes(record, [read_line(line) for line in lines], CHART, ON)


def taken(*lines: str, record: Record = NADIA) -> Record:
    return take_in(record, typed(*lines, record=record), CHART)


def amounts(record: Record) -> dict[str, Decimal | None]:
    return {row.number: row.amount for row in rows_of(record, CHART, ON)}


@pytest.mark.parametrize(
    ("line", "number", "amount"),
    [
        ("106 = 350,50", "106", D("350.50")),
        ("106 350", "106", D(350)),
        (" 106:1.350 kr. ", "106", D(1350)),
        ("106=350", "106", D(350)),
        ("301a = 20", "301a", D(20)),
        ("301 A 20", "301a", D(20)),
        ("106 kr 30", "106", D(30)),
        ("001 = 7", "1", D(7)),
        ("106 =", "106", None),
    ],
)
def test_a_line_is_read_as_people_write_it(line: str, number: str, amount: Decimal | None) -> None:
    read = read_line(line)

    assert (read.number, read.amount, read.gone, read.problem) == (number, amount, False, "")


@pytest.mark.parametrize("dash", ["-", "\u2212", "\u2013"])
def test_a_dash_says_that_the_row_is_gone(dash: str) -> None:
    assert read_line(f"106 = {dash}").gone
    assert "106" not in amounts(taken(f"106 = {dash}"))
    assert amounts(taken(f"919 = {dash}"))["919"] == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("el = 350", "kan ikke læses"),
        ("", "kan ikke læses"),
        ("106350", "kan ikke læses"),
        ("106 = 3,5,0", "Beløbet “3,5,0” kan ikke læses"),
        ("106 = 350.50", "engelsk"),
        ("106 = -5", "under nul"),
        ("777 = 5", "findes ikke på arket"),
        ("106a = 5", "findes ikke på arket"),
        ("0 = 5", "findes ikke på arket"),
        ("2 = 5", "Dagpenge"),
        ("911 = 5", "siden Gæld"),
        ("901 = 5", "kommer af andre tal"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence_and_nothing_is_taken_in(line: str, said: str) -> None:
    (one,) = typed(line)

    assert said in one.problem
    assert one.problem.endswith(".")
    with pytest.raises(BadInputError, match=said):
        taken("104 = 1", line)


def test_the_same_number_twice_is_said_at_both() -> None:
    assert [("to gange" in one.problem) for one in typed("106 = 1", "104 = 2", "106 = 3")] == [True, False, True]


def test_before_and_after_stand_beside_each_other() -> None:
    (one,) = typed("106 = 600")

    assert (one.title, one.before, one.after, one.changes) == ("El", D(548), D(600), True)


def test_a_line_without_amount_changes_nothing_and_may_stand_twice() -> None:
    assert typed("106 =", "106 =", "106 = 548")[0].changes is False


def test_a_new_amount_is_what_the_tenant_says_and_no_longer_the_statements() -> None:
    case = NADIA.case
    seen = tuple(replace(e, evidence=Evidence.COPY, from_spending=True) for e in case.expenses)
    record = Record(case=replace(case, expenses=seen))
    after = taken("106 = 600", "104 = 640", record=record).case.expenses
    by_line = {expense.line: expense for expense in after}

    assert (by_line["106"].evidence, by_line["106"].from_spending) == (Evidence.SAID, False)
    assert (by_line["104"].evidence, by_line["104"].from_spending) == (Evidence.COPY, True)


def test_a_gross_wage_takes_what_is_paid_out() -> None:
    wage = next(one for one in NADIA.case.income if one.kind == "loen")
    after = next(one for one in taken("1 = 16.000").case.income if one.id == wage.id)

    assert (after.paid_out, after.amount) == (D(16000), wage.amount)


def test_a_line_that_had_no_row_becomes_one_with_the_rhythm_of_the_chart() -> None:
    new = taken("807 = 1.200").case.expenses[-1]

    assert (new.line, new.amount, new.rhythm) == ("807", D(1200), CHART.lines["807"].rhythm)


def test_all_of_it_is_one_step_of_undo() -> None:
    desk = memory_desk(NADIA, ON)
    desk.change("Tast et udfyldt ark ind", taken("106 = 600", "807 = 100", "919 = -"))
    assert desk.undo() == "Tast et udfyldt ark ind"

    assert desk.record == NADIA


def test_typing_in_what_the_sheet_shows_changes_nothing() -> None:
    shown = [f"{n} = {formats.amount(a)}" for n, a in amounts(NADIA).items() if a is not None]

    assert not any(one.changes for one in typed(*shown))
    assert taken(*shown) == NADIA


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from([*NUMBERS, "807", "105", "203"]), AMOUNTS), st.randoms(use_true_random=False))
def test_any_amounts_come_out_as_those_rows_and_no_others_in_any_order(said: dict[str, Decimal], order: object) -> None:
    lines = [f"{number} = {formats.amount(amount)}" for number, amount in said.items()]
    mixed = lines[:]
    order.shuffle(mixed)  # type: ignore[attr-defined]  # a Random, which Hypothesis does not say in its types
    after = taken(*lines)

    assert amounts(after) == amounts(NADIA) | said
    assert taken(*mixed) == after


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["106", "301", "504", "911", "912"]), max_size=6), st.integers(0, 3))
def test_the_numbers_of_a_printed_sheet_stay_when_rows_are_added(lines: list[str], incomes: int) -> None:
    record = NADIA
    before = {row.number: row.path for row in rows_of(record, CHART, ON)}
    for line in lines:
        new = Expense(id=paths.next_id(record.case.expenses, "e"), line=line)
        record = paths.add(record, "case.expenses", new)
    for _ in range(incomes):
        income = Income(id=paths.next_id(record.case.income, "i"), person="p1", kind="loen", amount=D(5))
        record = paths.add(record, "case.income", income)
    debt = Debt(id=paths.next_id(record.case.debts, "d"), kind="gaeldsstyrelsen", instalment=D(9))
    record = paths.add(record, "case.debts", debt)
    after = {row.number: row.path for row in rows_of(record, CHART, ON)}

    assert before.items() <= after.items()
    assert len(set(after.values())) == len(after)


def test_the_tenth_row_of_a_line_comes_after_the_second() -> None:
    rows = tuple(Expense(id=f"e{n}", line="106", label=f"nr {n}") for n in (10, 2, 1))
    numbers = {row.title: row.number for row in rows_of(Record(case=replace(NADIA.case, expenses=rows)), CHART, ON)}

    assert [numbers[f"nr {n}"] for n in (1, 2, 10)] == ["106", "106a", "106b"]


def test_after_z_comes_aa() -> None:
    assert [suffix(n) for n in (0, 1, 26, 27, 52, 53)] == ["", "a", "z", "aa", "az", "ba"]


@given(st.text(max_size=30))
def test_whatever_is_typed_has_a_number_or_a_sentence(line: str) -> None:
    read = read_line(line)

    assert read.problem or read.number
    assert not (read.gone and read.amount is not None)


# The sheet that was printed before the budget was changed


def three_of_a_line() -> Record:
    """Three rows of one line: 504, 504a and 504b."""
    record = NADIA
    for at, label in enumerate(("Netflix", "HBO", "Viaplay"), 900):
        record = paths.add(
            record, "case.expenses", Expense(id=f"e{at}", line="805", label=label, amount=D(at), evidence=Evidence.SAID)
        )
    return record


def on_the_sheet(before: Record, after: Record, *lines: str) -> tuple[Changed, ...]:
    sheet = sheet_rows(before, CHART, ON)
    return changes(after, [read_line(line) for line in lines], CHART, ON, sheet)


def number_of(record: Record, expense: str) -> str:
    return next(row.number for row in rows_of(record, CHART, ON) if row.path.startswith(f"expenses[{expense}]"))


def test_a_number_hits_the_row_that_was_printed_when_a_row_before_it_is_deleted() -> None:
    before = three_of_a_line()
    last = number_of(before, "e902")
    after = paths.remove(before, "case.expenses[e901]")
    (hit,) = on_the_sheet(before, after, f"{last} = 77")

    assert number_of(after, "e902") != last
    assert hit.path.startswith("expenses[e902]")
    assert paths.get(take_in(after, (hit,), CHART), "case.expenses[e902].amount") == 77


def test_a_row_that_was_deleted_since_is_told_by_its_name() -> None:
    before = three_of_a_line()
    gone = number_of(before, "e901")
    (told,) = on_the_sheet(before, paths.remove(before, "case.expenses[e901]"), f"{gone} = 77")

    assert told.problem.startswith(f"Nummer {gone} (HBO) er slettet")


def test_another_row_with_the_id_of_a_deleted_one_is_not_taken_for_it() -> None:
    before = three_of_a_line()
    last = number_of(before, "e902")
    emptied = paths.remove(before, "case.expenses[e902]")
    same_line = paths.add(emptied, "case.expenses", Expense(id="e902", line="805", label="Disney", amount=D(1)))
    other_line = paths.add(emptied, "case.expenses", Expense(id="e902", line="106", amount=D(1)))

    assert "Nu hedder rækken" in on_the_sheet(before, same_line, f"{last} = 77")[0].problem
    assert "er slettet" in on_the_sheet(before, other_line, f"{last} = 77")[0].problem


def test_a_line_that_was_empty_on_the_sheet_is_the_one_row_it_has_now() -> None:
    empty = next(code for code, line in CHART.lines.items() if code not in NUMBERS and line.owner is Owner.BUDGET)
    after = paths.add(NADIA, "case.expenses", Expense(id="e900", line=empty, amount=D(10)))
    (hit,) = on_the_sheet(NADIA, after, f"{empty} = 20")
    twice = paths.add(after, "case.expenses", Expense(id="e901", line=empty, label="En til", amount=D(10)))

    assert (hit.path, hit.problem) == ("expenses[e900].amount", "")
    assert "kommet til" in on_the_sheet(NADIA, twice, f"{empty} = 20")[0].problem


def test_an_unchanged_budget_reads_the_same_by_its_sheet() -> None:
    lines = [f"{number} = {at}" for at, number in enumerate(NUMBERS)]

    assert on_the_sheet(NADIA, NADIA, *lines) == typed(*lines)
