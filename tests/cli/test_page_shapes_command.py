"""`budgetdesk pdf` in the shapes a tenant can use, and how hard the paper is to read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from published import obeys
from pypdf import PdfReader

from budgetdesk import data_files
from budgetdesk.__main__ import main

SAMPLE = str(data_files.path("sample", "case.json"))


def made(out: Path, *more: str, document: str = "opgaver") -> int:
    """Make a document of the sample. The exit status."""
    call = ["pdf", SAMPLE, "--document", document, "--out", str(out), "--on", "2026-11-20", "--json", *more]
    return main(call)


def test_a_tenants_page_is_had_in_every_shape_with_its_lix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert made(tmp_path / "a.pdf", "--large") == 0
    assert made(tmp_path / "a.html", "--format", "html") == 0
    assert made(tmp_path / "a.txt", "--format", "text") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    for answer in answers:
        obeys(answer, "pdf")
        assert 0 < answer["lix_own"] <= 30
    assert PdfReader(tmp_path / "a.pdf").metadata["/Title"] == "Det gør du, det gør jeg"  # type: ignore[index]
    assert (tmp_path / "a.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("Det gør du, det gør jeg\n")


def test_a_paper_that_is_no_tenants_page_has_a_lix_of_the_whole_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(tmp_path / "a.pdf", document="aftale_bilag") == 0
    answer = json.loads(capsys.readouterr().out)

    assert answer["lix"] > 0
    assert answer["lix_own"] is None


@pytest.mark.parametrize(
    ("document", "more", "said"),
    [
        ("aftale_bilag", ["--large"], "findes kun som almindelig PDF"),
        ("opgaver", ["--large", "--format", "html"], "Udelad --large eller --format"),
        ("opgaver", ["--large", "--language", "pl"], "Udelad --large og --format"),
    ],
)
def test_a_shape_that_cannot_be_had_is_said_and_nothing_is_written(
    document: str, more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert made(tmp_path / "a.pdf", *more, document=document) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()
