"""A reprint is the sealed file as it was kept: byte for byte, whatever has been changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from budgetdesk.actions import access, case_papers, signing
from budgetdesk.actions.meeting_papers import meeting_papers
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import KeptPaper, Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.seals.ink import Role, typed
from budgetdesk.documents.sheet import page, texts
from budgetdesk.household import paths
from budgetdesk.storage.keyrings import NO_KEYRING

DAY, LATER = date(2026, 11, 20), date(2027, 3, 1)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
PASSPHRASE = "fire ord i rad"


@dataclass
class Signed:
    """A store with the agreement sealed, and what the files were when they were sealed."""

    workspace: Workspace
    vault: Vault
    were: dict[str, bytes]

    @property
    def papers(self) -> dict[str, KeptPaper]:
        return {paper.kind: paper for paper in self.vault.papers()}


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    folder = tmp_path_factory.mktemp("reprint") / "p"
    with Workspace.create(folder, passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING) as workspace:
        desk = workspace.new_case(sample_record(workspace.library, today=DAY))
        made = Vault(workspace, desk).sign(
            "aftale", ink=[typed(Role.TENANT, "Nadia Skovgaard", AT, confirmed=True)], when=AT
        )
        case_id, annex = (
            desk.case_id,
            next(one for one in workspace.documents(desk.case_id) if one.kind == signing.ANNEX),
        )
        were = {"aftale": made.pdf, signing.ANNEX: workspace.document(annex.id)}
        desk.change("Husleje", paths.put(desk.record, "case.tenancy.rent_per_month", Decimal(9876)))
        desk.change("Navn", paths.put(desk.record, "case.info.organisation", "En helt anden rådgivning"))
    with Workspace.open(folder, passphrase=PASSPHRASE, today=LATER, keyring=NO_KEYRING) as workspace:
        yield Signed(workspace, Vault(workspace, workspace.desk(case_id)), were)


@pytest.fixture
def no_paper_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts and faces are others, or gone: whoever would draw the paper again fails."""

    def gone(*_args: object, **_more: object) -> None:
        raise AssertionError("a paper is drawn again")

    for module, name in (
        (catalogue, "make"),
        (signing, "drawn"),
        (page, "build"),
        (page, "_finished"),
        (texts, "load"),
    ):
        monkeypatch.setattr(module, name, gone)


def test_the_facts_are_others_now(signed: Signed) -> None:
    case = signed.vault.desk.record.case
    now = signing.unsigned(signed.vault.desk, "aftale")

    assert case.tenancy is not None
    assert case.tenancy.rent_per_month == Decimal(9876)
    assert hashlib.sha256(now).digest() != hashlib.sha256(signed.were["aftale"]).digest()


@pytest.mark.usefixtures("no_paper_can_be_made")
@pytest.mark.parametrize("kind", ["aftale", signing.ANNEX])
def test_shown_and_printed_again_it_is_the_file_that_was_sealed(signed: Signed, kind: str) -> None:
    assert signed.vault.read(signed.papers[kind].id) == signed.were[kind]


@pytest.mark.usefixtures("no_paper_can_be_made")
def test_from_the_list_of_the_cases_papers_as_well(signed: Signed) -> None:
    desk = signed.vault.desk
    listed = [one for one in case_papers.case_papers(signed.workspace, desk.case_id, desk.record) if one.sealed]

    assert {signed.workspace.document(one.id) for one in listed} == set(signed.were.values())


def test_and_among_the_papers_of_the_meeting_on_the_day_it_was_sealed(signed: Signed) -> None:
    desk = signed.vault.desk
    offered = [
        one.kept for one in meeting_papers(desk.record, desk.overview, signed.vault, DAY) if one.kept is not None
    ]

    assert {signed.vault.read(kept.id) for kept in offered} == set(signed.were.values())


@pytest.mark.usefixtures("no_paper_can_be_made")
def test_what_is_handed_over_on_request_holds_the_same_files(signed: Signed) -> None:
    handed = access._papers(signed.workspace, signed.vault.desk.case_id)

    assert set(signed.were.values()) <= set(handed.values())


def test_the_seal_still_holds_on_the_later_day(signed: Signed) -> None:
    found = case_papers.seal_state(signed.workspace, signed.papers["aftale"].id, LATER)

    assert found.valid
    assert found.signed_by == ("Nadia Skovgaard",)
