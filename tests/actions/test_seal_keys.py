"""Which key seals, what is known of earlier ones, and time stamps that come when there is net."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from budgetdesk.actions import sealing, time_stamps
from budgetdesk.actions.paper_check import check_file
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import TimeServerError, WrongKeyError
from budgetdesk.storage.keyrings import NO_KEYRING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "documents"))

import time_server

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "p", passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        yield made


def paper(workspace: Workspace, case_id: str) -> bytes:
    pdf = sealing.seal(workspace, unsigned(workspace.desk(case_id), "aftale"), when=AT, organisation="Boligrådet")
    workspace.save_document(case_id, kind="aftale", title="Aftale", pdf=pdf, sealed=True)
    return pdf


def case(workspace: Workspace) -> str:
    return workspace.new_case(sample_record(workspace.library, today=DAY)).case_id


def test_an_issued_certificate_seals_from_now_on_and_earlier_seals_stay_known(workspace: Workspace):
    number = case(workspace)
    before = paper(workspace, number)
    issued = certificate.to_bytes(certificate.make("Hvidovre Boligråd", start=AT), b"kode")
    sealing.use_issued(workspace, issued, "kode", at=AT)
    after = paper(workspace, number)
    roots = sealing.known_roots(workspace.folder)

    assert [verify(pdf, roots=roots).signers[0].organisation for pdf in (before, after)] == [
        "Boligrådet",
        "Hvidovre Boligråd",
    ]
    assert all(verify(pdf, roots=roots).trusted for pdf in (before, after))


def test_a_file_that_cannot_be_opened_leaves_the_key_as_it_was(workspace: Workspace):
    before = sealing.use_own(workspace, organisation="Boligrådet", when=AT).certificate

    with pytest.raises(WrongKeyError):
        sealing.use_issued(workspace, b"nej", "kode", at=AT)
    now = sealing.present_key(workspace)
    assert now is not None
    assert now.certificate == before


def test_without_a_server_nothing_is_asked(workspace: Workspace):
    number = case(workspace)
    paper(workspace, number)

    assert time_stamps.fetch(workspace, number) == time_stamps.Stamped(papers=0, left=0)


def test_papers_get_their_time_when_there_is_net_and_stay_the_same_paper(workspace: Workspace):
    number = case(workspace)
    handed_out = paper(workspace, number)
    time_stamps.choose_server(workspace, "http://127.0.0.1:9/")
    without_net = time_stamps.fetch(workspace, number)
    with time_server.running() as (url, _):
        time_stamps.choose_server(workspace, url)
        fetched = time_stamps.fetch(workspace, number)
        again = time_stamps.fetch(workspace, number)
    (kept,) = workspace.documents(number)
    checked = check_file(handed_out, workspace.folder, DAY, workspace)

    assert (without_net.papers, without_net.left) == (0, 1)
    assert "når der er net" in without_net.problem
    assert (fetched.papers, fetched.left, again.papers) == (1, 0, 0)
    assert verify(workspace.document(kept.id)).level == "PAdES B-T"
    assert checked.same
    assert workspace.check() == ()


def test_a_paper_that_changed_meanwhile_is_not_written_over(workspace: Workspace):
    number = case(workspace)
    pdf = paper(workspace, number)
    (kept,) = workspace.documents(number)

    assert not workspace.replace_document(kept.id, b"%PDF-1.7 another", before=b"what was not there")
    assert workspace.document(kept.id) == pdf


def test_what_is_no_address_is_not_kept(workspace: Workspace):
    with pytest.raises(TimeServerError, match="ikke en tidsstempelserver"):
        time_stamps.choose_server(workspace, "tid.example.dk")
    assert time_stamps.server_of(workspace) == ""
