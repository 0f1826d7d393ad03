"""The papers of a meeting: the usual ones ticked, in copies for each, and nothing for the landlord without a yes."""

from __future__ import annotations

from datetime import date

import pytest

from budgetdesk.actions.library import load_library
from budgetdesk.actions.meeting_papers import For, MeetingPaper, meeting_papers, runs, with_copies
from budgetdesk.actions.overview import Overview, look
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.catalogue import DOCUMENTS

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def seen() -> tuple[Record, Overview]:
    library = load_library()
    record = sample_record(library, today=DAY)
    return record, look(record, DAY, library)


def by_name(papers: tuple[MeetingPaper, ...]) -> dict[str, MeetingPaper]:
    return {paper.name: paper for paper in papers}


def test_the_usual_papers_are_ticked_and_stand_first(seen: tuple[Record, Overview]) -> None:
    papers = meeting_papers(*seen, None, DAY)
    ticked = [paper.name for paper in papers if paper.chosen]

    assert {"budget", "naeste_skridt"} <= set(ticked)
    assert [paper.name for paper in papers[: len(ticked)]] == ticked
    assert "journal" not in by_name(papers)


def test_the_paper_that_is_looked_at_is_ticked(seen: tuple[Record, Overview]) -> None:
    assert by_name(meeting_papers(*seen, None, DAY, shown="ydelser"))["ydelser"].chosen
    assert not by_name(meeting_papers(*seen, None, DAY))["ydelser"].chosen


def test_what_is_signed_with_a_pen_is_printed_for_the_tenant_and_the_case(seen: tuple[Record, Overview]) -> None:
    papers = by_name(meeting_papers(*seen, None, DAY))

    assert dict(papers["aftale"].copies) == {For.TENANT: 1, For.CASE: 1, For.LANDLORD: 1}
    assert dict(papers["ydelser"].copies) == {For.TENANT: 1, For.CASE: 0, For.LANDLORD: 0}


def test_the_landlord_gets_only_what_the_gate_lets_out(seen: tuple[Record, Overview]) -> None:
    papers = by_name(meeting_papers(*seen, None, DAY))
    budget = with_copies(papers["budget"], For.LANDLORD, 1)
    printed = runs((budget, with_copies(papers["aftale"], For.LANDLORD, 1)))

    assert papers["aftale"].not_landlord == ""
    assert "mere, end lejeren har sagt ja til" in budget.not_landlord
    assert "budget" not in [paper.name for who, mine in printed for paper, _ in mine if who is For.LANDLORD]


def test_one_run_for_each_in_the_order_of_the_list_with_its_copies(seen: tuple[Record, Overview]) -> None:
    papers = by_name(meeting_papers(*seen, None, DAY, shown="aftale"))
    printed = runs((papers["aftale"], with_copies(papers["budget"], For.TENANT, 3), papers["ydelser"]))
    told = {who: [(paper.name, copies) for paper, copies in mine] for who, mine in printed}

    assert list(told) == [For.TENANT, For.CASE, For.LANDLORD]
    assert told[For.TENANT] == [("aftale", 1), ("budget", 3)]
    assert told[For.LANDLORD] == [("aftale", 1)]


def test_every_paper_that_is_offered_is_a_document(seen: tuple[Record, Overview]) -> None:
    assert {paper.name for paper in meeting_papers(*seen, None, DAY)} <= set(DOCUMENTS)
