"""What tenants read is easy to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import document_household as sample
import pytest
from readability import PLAIN, lix

from budgetdesk.documents.papers.next_step_texts import for_tenant
from budgetdesk.documents.sheet import texts
from budgetdesk.readers.wordings import load_wordings

FOR_TENANTS = ["budget", "aftale", "naeste_skridt", "akut_opkald", "underskrift"]
ABOUT_THE_LAW = {"small", "clause", "no_clause_yet"}


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if re.search(r"[.?]$", re.sub(r"</?b>", "", value)):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from sentences(item)
    else:
        for key, item in value.items():
            if key not in ABOUT_THE_LAW:
                yield from sentences(item)


def test_lix_is_what_bjoernsson_defined() -> None:
    # 8 words, 1 sentence, 2 words of more than six letters: 8 + 25.
    assert lix("Udlejer siger, at huslejen skal betales i dag.") == pytest.approx(8 + 100 * 3 / 8)
    assert lix("Ring i dag. Spørg om alt.") == pytest.approx(3)


@pytest.mark.parametrize("name", FOR_TENANTS)
def test_the_texts_for_tenants_are_easy_to_read(name: str) -> None:
    prose = " ".join(sentences(texts.load(name)))

    assert lix(prose) <= PLAIN, prose


def test_the_wordings_of_the_agreement_are_easy_to_read() -> None:
    own = [wording for wording in load_wordings().values() if wording.key != "enforcement"]
    prose = " ".join(wording.text.replace("**", "") for wording in own)

    assert lix(prose) <= PLAIN, prose
    assert "opsig" not in prose.lower()


def test_the_next_steps_of_the_sample_are_easy_to_read() -> None:
    prose = " ".join(for_tenant(sample.record().case, sample.answers()))

    assert lix(prose) <= PLAIN, prose


@pytest.mark.parametrize("name", [*FOR_TENANTS, "ansoegning_81", "ydelser"])
def test_no_text_promises_a_right_or_calls_an_ophaevelse_something_else(name: str) -> None:
    prose = str(texts.load(name)).lower()

    assert "du har ret til" not in prose
    assert "opsig" not in prose
    assert "nice" not in prose.replace("'legend_nice'", "")


def test_every_group_of_the_chart_has_a_name_on_paper() -> None:
    from budgetdesk.readers.chart import load_chart

    assert dict(texts.group_titles()) == dict(load_chart().groups)
