"""A paper leads back to its case: by the code on its pages, and by the file, held against the kept one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from budgetdesk.actions.paper_check import check_file
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Signed, Vault, unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals.ink import Role, typed
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BadInputError
from budgetdesk.storage.keyrings import NO_KEYRING

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profile") / "p"


@pytest.fixture(scope="module")
def workspace(folder: Path) -> Iterator[Workspace]:
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture(scope="module")
def signed(workspace: Workspace) -> Signed:
    desk = workspace.new_case(sample_record(workspace.library, today=DAY))
    return Vault(workspace, desk).sign("aftale", ink=[typed(Role.TENANT, "Nadia", AT, confirmed=True)], when=AT)


def test_the_code_on_the_paper_leads_to_the_kept_one(workspace: Workspace, signed: Signed):
    code = check_code.of(signed.pdf)
    (found,) = workspace.papers_with_code(code.lower())

    assert (found.id, found.case_id, found.check_code) == (signed.id, "2026-0001", code)
    assert workspace.document(found.id) == signed.pdf


def test_the_same_paper_without_signatures_is_another(workspace: Workspace, signed: Signed):
    blank = unsigned(workspace.desk("2026-0001"), "aftale")

    assert workspace.papers_with_code(check_code.of(blank)) == ()


def test_a_mistyped_code_is_a_sentence_and_no_answer(workspace: Workspace, signed: Signed):
    code = check_code.of(signed.pdf)
    slip = ("A" if code[0] != "A" else "B") + code[1:]

    with pytest.raises(BadInputError, match="tegn er læst forkert"):
        workspace.papers_with_code(slip)


def test_the_kept_file_is_told_to_be_that_of_the_case(workspace: Workspace, folder: Path, signed: Signed):
    found = check_file(signed.pdf, folder, DAY, workspace)

    assert found.seal.valid
    assert found.same
    assert found.sentences[-1] == "Filen er nøjagtig den, der ligger i sag 2026-0001 fra den 20. november 2026."


def test_a_file_that_was_changed_still_leads_to_the_original(workspace: Workspace, folder: Path, signed: Signed):
    changed = bytearray(signed.pdf)
    changed[len(changed) // 3] ^= 1
    found = check_file(bytes(changed), folder, DAY, workspace)

    assert not found.seal.valid
    assert not found.same
    assert [one.id for one in found.kept] == [signed.id]
    assert "filen er ikke den samme" in found.sentences[-1]


def test_without_the_store_only_the_seal_is_judged_and_that_is_said(folder: Path, signed: Signed):
    found = check_file(signed.pdf, folder, DAY)

    assert found.seal.valid
    assert found.kept == ()
    assert "Lås op" in found.sentences[-1]


def test_a_file_of_others_is_judged_by_its_seal_alone(workspace: Workspace, folder: Path):
    found = check_file(b"%PDF-1.7 no more", folder, DAY, workspace)

    assert (found.code, found.kept) == ("", ())
    assert not found.seal.valid
