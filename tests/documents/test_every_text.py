"""The text of every page of the papers that stand beside the catalogue, as somebody has read and approved it.

The papers of the catalogue have theirs in `test_house_style.py`, letters and consents where they are tested.
"""

from __future__ import annotations

import os
from pathlib import Path

import every_paper
import pytest
from every_paper import SAMPLE, drawn
from pdf_reading import page_texts, without_code

from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS
from budgetdesk.documents.papers.letter_catalogue import LETTERS

GOLDEN = Path(__file__).parent / "golden"
KNOWN_ELSEWHERE = (*DOCUMENTS, *LETTERS, *CONSENT_PAPERS)


def beside() -> list[str]:
    names = every_paper.papers(every_paper.household(SAMPLE))
    other_shapes = ("stor_", "ar_", "so_")
    return [n for n in names if n.partition(":")[0] not in KNOWN_ELSEWHERE and not n.startswith(other_shapes)]


@pytest.mark.parametrize("paper", beside())
def test_the_text_of_each_page_is_the_reviewed_one(paper: str) -> None:
    """Renew with BUDGETDESK_RENEW_GOLDEN=1 and read the difference."""
    pdf = drawn(SAMPLE, paper)
    assert pdf is not None
    text = without_code("\n\f\n".join(page_texts(pdf)) + "\n")
    file = GOLDEN / f"{paper}.txt"
    if os.environ.get("BUDGETDESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", KNOWN_ELSEWHERE)
def test_every_paper_of_a_case_has_its_reviewed_text(paper: str) -> None:
    assert (GOLDEN / f"{paper}.txt").is_file()
