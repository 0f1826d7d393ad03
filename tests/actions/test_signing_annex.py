"""The agreement and the tenant's annex: two sealed papers, and nothing of the tenant's figures in the landlord's."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path

from pypdf import PdfReader

from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Vault, file_name
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals.ink import Role, typed
from budgetdesk.storage.keyrings import NO_KEYRING

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def test_sealing_the_agreement_keeps_the_premises_of_that_day_apart_from_it(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "p", passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as workspace:
        desk = workspace.new_case(sample_record(workspace.library, today=DAY))
        vault = Vault(workspace, desk)
        signed = vault.sign("aftale", ink=[typed(Role.TENANT, "Nadia Skovgaard", AT, confirmed=True)], when=AT)
        annex, agreement = vault.papers()
        kept = text_of(vault.read(annex.id))

    assert (annex.signed, agreement.signed) == (False, True)
    assert annex.file_name == "aftale_bilag_2026-0001_2026-11-20.pdf"
    assert "Laveste dag" in kept
    assert "Er tallene set på papir?" in kept
    assert "Laveste dag" not in text_of(signed.pdf)
    assert "Er tallene set på papir?" not in text_of(signed.pdf)


def test_the_number_of_a_case_leads_to_no_other_folder() -> None:
    name = file_name("aftale", "../../x:y\x00", date(2026, 11, 20))

    assert name == "aftale_..-..-x-y-_2026-11-20.pdf"
