"""The budget's paper says which days the bank statements cover, account by account, and what is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import document_household as sample
import pytest
from pdf_reading import one_line, page_texts

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.sample import sample_record
from budgetdesk.documents.papers.budget_pdf import budget_pdf
from budgetdesk.documents.papers.catalogue import make
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, Spending, Transaction

D = Decimal


def batch(number: int, account: str, start: int, end: int, opening: str = "0", closing: str = "0", **more) -> Batch:
    status = more.pop("status", ProofStatus.HOLDS)
    proof = Proof(
        status=status,
        opening=D(opening),
        closing=D(closing),
        start=date(2026, 3, start),
        end=date(2026, 3, end),
        gaps=more.pop("gaps", ()),
    )
    return Batch(
        id=f"b{number}",
        file_name=f"{number}.csv",
        file_hash=str(number),
        format="danske_bank",
        account=account,
        imported_on=date(2026, 4, 2),
        proof=proof,
    )


def spending(*batches: Batch) -> Spending:
    rows = [
        Transaction(id=f"{b.id}-{n}", batch=b.id, date=day, text="Netto", amount=D(-10), line="701")
        for b in batches
        for n, day in enumerate((b.proof.start, b.proof.end))
        if day is not None
    ]
    return Spending(batches=batches, transactions=tuple(rows))


def paper(of: Spending) -> str:
    pdf = budget_pdf(sample.record().case, sample.answers(), on=sample.TODAY, spending=of)
    assert len(page_texts(pdf)) == 1
    return one_line(pdf)


def test_one_account_that_covers_the_whole_month() -> None:
    said = paper(spending(batch(1, "Lønkonto", 1, 31)))

    assert "Kontoudtog, marts 2026. Lønkonto: dækker 1.-31. marts, hele måneden. Saldoen stemmer." in said


def test_several_accounts_each_say_what_they_cover() -> None:
    said = paper(spending(batch(1, "Lønkonto", 1, 31), batch(2, "Opsparing", 5, 20)))

    assert "Lønkonto: dækker 1.-31. marts, hele måneden. Saldoen stemmer." in said
    assert "Opsparing: dækker 5.-20. marts, ikke hele måneden. Saldoen stemmer." in said


def test_two_files_of_one_account_that_follow_each_other_are_one_month() -> None:
    said = paper(spending(batch(1, "Lønkonto", 1, 15, closing="500"), batch(2, "Lønkonto", 16, 31, opening="500")))

    assert said.count("Lønkonto: ") == 1
    assert "dækker 1.-31. marts, hele måneden" in said


def test_a_gap_between_two_files_is_told_with_its_amount() -> None:
    said = paper(spending(batch(1, "Lønkonto", 1, 10, closing="500"), batch(2, "Lønkonto", 20, 31, opening="300")))

    assert "Lønkonto: dækker 1.-10. marts og 20.-31. marts, ikke hele måneden. Saldoen stemmer ikke." in said
    assert "Mellem 10. og 20. marts mangler 200 kr. (en udbetaling)." in said


@pytest.mark.parametrize("status", [ProofStatus.FAILS, ProofStatus.NOT_POSSIBLE])
def test_a_balance_that_does_not_agree_or_is_not_there_is_not_said_to_agree(status: ProofStatus) -> None:
    said = paper(spending(batch(1, "Lønkonto", 1, 31, status=status)))

    assert "Saldoen stemmer." not in said
    assert ("Saldoen stemmer ikke." in said) is (status is ProofStatus.FAILS)


def test_more_accounts_than_there_is_room_for_are_counted() -> None:
    said = paper(spending(*(batch(n, f"Konto {n} med et meget langt navn <b>", 1, 31) for n in range(1, 8))))

    assert "Konto 1 med et meget langt navn <b>: dækker 1.-31. marts" in said
    assert "konti til." in said


def test_an_account_without_a_name_is_not_called_by_its_layout() -> None:
    said = paper(spending(batch(1, "", 1, 31)))

    assert "Kontoen: dækker 1.-31. marts" in said
    assert "danske_bank" not in said


def test_without_a_statement_nothing_is_said_of_any() -> None:
    assert "Kontoudtog" not in paper(Spending())


def test_the_sample_household_has_its_two_accounts_on_the_paper() -> None:
    library = load_library()
    record = sample_record(library, today=sample.TODAY)
    said = one_line(make("budget", record, look(record, sample.TODAY, library), on=sample.TODAY))

    assert "Kontoudtog, oktober 2026. Lønkonto: dækker 1.-31. oktober, hele måneden. Saldoen stemmer." in said
    assert "Opsparing: dækker 5.-30. oktober" in said
