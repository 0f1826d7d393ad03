"""What was printed for the pen is kept in the case, once, and its numbers keep their meaning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import look
from budgetdesk.actions.paper_round import sheet_rows
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Facts, Vault, unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents import check_code
from budgetdesk.storage.keyrings import NO_KEYRING

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Desk]]:
    folder = tmp_path_factory.mktemp("profile") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as workspace:
        yield workspace, workspace.new_case(sample_record(workspace.library, today=DAY))


def keep(opened: tuple[Workspace, Desk], name: str) -> tuple[Vault, bytes]:
    workspace, desk = opened
    vault, pdf = Vault(workspace, desk), unsigned(desk, name)
    facts = Facts(record=desk.record, overview=look(desk.record, DAY, desk.library), on=DAY)
    vault.keep_printed(name, "Papir", pdf, facts)
    return vault, pdf


def test_a_printed_paper_is_found_by_its_code_and_counts_as_unsealed(opened: tuple[Workspace, Desk]) -> None:
    vault, pdf = keep(opened, "aftale")
    keep(opened, "aftale")
    (found,) = opened[0].papers_with_code(check_code.of(pdf))

    assert not found.sealed
    assert found.rates
    assert opened[0].document(found.id) == pdf
    assert vault.papers() == ()


def test_a_sheet_keeps_what_its_numbers_mean(opened: tuple[Workspace, Desk]) -> None:
    vault, _ = keep(opened, "budget_ark")
    (sheet,) = vault.sheets()

    assert sheet.numbered == sheet_rows(opened[1].record, opened[1].library.chart, DAY)


def test_the_journal_never_comes_back_and_is_not_kept(opened: tuple[Workspace, Desk]) -> None:
    before = len(opened[0].documents(opened[1].case_id))
    keep(opened, "journal")

    assert len(opened[0].documents(opened[1].case_id)) == before
