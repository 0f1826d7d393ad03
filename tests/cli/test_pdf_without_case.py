"""The handout of a course needs no case; every other paper asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from budgetdesk.__main__ import main


def test_the_handout_of_a_course_is_made_without_a_case(tmp_path: Path) -> None:
    target = tmp_path / "kursus.pdf"

    assert main(["pdf", "--document", "kursus", "--out", str(target), "--on", "2026-11-20"]) == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_another_paper_without_a_case_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "budget.pdf"

    assert main(["pdf", "--document", "budget", "--out", str(target)]) == 1
    assert "Skriv også sagens fil" in capsys.readouterr().err
    assert not target.exists()
