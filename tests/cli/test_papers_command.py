"""`budgetdesk papers`: the list with its seals, and a scanned copy that finds its paper."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PIL import Image

from budgetdesk.actions.printed import keep_printed
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import sign, unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli.main import main
from budgetdesk.documents.printer import preview
from budgetdesk.documents.seals.ink import Role, typed
from budgetdesk.storage.keyrings import NO_KEYRING

DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
WORDS = "fire ord i rad"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The profile, and a scan of the budget that was printed."""
    folder = tmp_path_factory.mktemp("papers")
    with Workspace.create(folder / "p", passphrase=WORDS, today=DAY, keyring=NO_KEYRING) as workspace:
        desk = workspace.new_case(sample_record(workspace.library, today=DAY))
        sign(workspace, desk, "naeste_skridt", ink=(typed(Role.TENANT, "Nadia", AT, confirmed=True),), when=AT)
        pdf = unsigned(desk, "budget")
        keep_printed(workspace, desk.case_id, name="budget", title="Budget", pdf=pdf)
    Image.open(io.BytesIO(preview.pages(pdf, dpi=150)[0])).convert("RGB").save(folder / "scan.jpg")
    return folder / "p", folder / "scan.jpg"


def test_the_papers_are_listed_with_their_seals_and_a_scan_stands_with_its_paper(
    kept: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUDGETDESK_HOME", str(kept[0]))
    monkeypatch.setenv("BUDGETDESK_PASSPHRASE", WORDS)

    assert main(["papers", "2026-0001", "--json", "--take", str(kept[1])]) == 0
    budget, steps = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (steps["title"], steps["valid"], steps["level"], steps["signed_by"]) == (
        "Næste skridt",
        True,
        "PAdES B-B",
        ["Nadia"],
    )
    assert (budget["sealed"], budget["copies"][0]["pages"], budget["copies"][0]["missing"]) == (False, 1, [])
    assert main(["papers", "2026-0001", "--take", str(kept[0])]) == 1
    assert "kan ikke læses" in capsys.readouterr().err
