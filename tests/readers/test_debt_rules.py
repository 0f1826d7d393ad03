"""The files about debts: complete, in plain words, and refused by name when they break their own rules."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest

from budgetdesk import data_files
from budgetdesk.benefits.rates import Confidence
from budgetdesk.documents.papers.letter_catalogue import LETTERS
from budgetdesk.errors import GuideFileError
from budgetdesk.planning.debt_rules import HOME_ARREARS, CreditorType, DebtRules
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.debts import load_debt_rules

RULES = load_debt_rules()


def test_every_kind_of_the_chart_is_explained_and_every_kind_that_is_asked_for_is_in_the_chart() -> None:
    chart = {kind.kind: kind.title for kind in load_chart().debts.values()}

    assert {guide.kind: guide.title for guide in RULES.asked} == chart


def test_the_questions_come_one_by_one_the_gravest_first_and_the_rest_last() -> None:
    asked = RULES.asked

    assert [guide.order for guide in asked] == sorted({guide.order for guide in asked})
    assert (asked[0].kind, asked[-1].kind) == ("forsyning", "andet")
    assert all("?" in guide.question for guide in asked)
    assert HOME_ARREARS not in {guide.kind for guide in asked}


def test_every_sentence_of_law_has_a_paragraph_a_source_and_a_mark() -> None:
    told = [one for guide in RULES.guides.values() for one in (*guide.can, *guide.cannot, *guide.stops)]
    told += [*RULES.steps.values(), *RULES.bases.values()]

    assert len({one.text for one in told}) > 40
    assert all(one.text and one.paragraph and one.source for one in told)
    assert {one.confidence for one in told} > {Confidence.SECONDARY, Confidence.UNVERIFIED}


def test_no_rule_lies_unused() -> None:
    written = tomllib.loads(data_files.path("debts", "rules.toml").read_text("utf-8"))
    used = {one.text for guide in RULES.guides.values() for one in (*guide.can, *guide.cannot, *guide.stops)}

    assert {entry["text"] for entry in written.values()} == used


def test_nobody_but_the_landlord_can_take_the_home_and_every_kind_says_what_it_cannot() -> None:
    assert all(guide.cannot for guide in RULES.guides.values())
    for guide in RULES.asked:
        if guide.creditor in (CreditorType.BANK, CreditorType.PERSON):
            assert any("ud af boligen" in one.text for one in guide.cannot), guide.kind


def test_every_letter_that_is_named_is_one_of_those_we_write() -> None:
    named = {guide.letter for guide in RULES.guides.values()} | {step.letter for step in RULES.steps.values()}

    assert named - {""} <= LETTERS.keys()


def broken(tmp_path: Path, name: str, old: str, new: str) -> DebtRules:
    folder = tmp_path / "debts"
    shutil.copytree(data_files.path("debts"), folder)
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")
    return load_debt_rules(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("bank.toml", "rank = 6", "rang = 6", "“rank” mangler"),
        ("bank.toml", "rank = 6", 'rank = "6"', "helt tal"),
        ("bank.toml", "order = 110", "order = 110\nfarve = 1", "“farve” kendes ikke"),
        ("bank.toml", '"opsige"', '"opsigee"', "reglen “opsigee” findes ikke"),
        ("bank.toml", 'creditor = "bank"', 'creditor = "banken"', "“banken” kendes ikke"),
        ("private.toml", "[andet]", "[noget_andet]", "“andet” mangler"),
        ("private.toml", "[privat]", "[inkasso]\n[privat]", "kan ikke læses"),
        ("private.toml", "[kviklaan]", "[banklaan]", "“banklaan” står to gange"),
        ("rules.toml", "[konto]", "[konto]\nkilde = 1", "“kilde” kendes ikke"),
        ("steps.toml", 'not_for = ["daginstitution"]', 'not_for = ["skole"]', "“skole” kendes ikke"),
        ("steps.toml", 'doubtful = ["bank"]', 'doubtful = ["banker"]', "“banker” kendes ikke"),
        ("basis.toml", "[judgment]", "[dom]", "“dom” kendes ikke"),
        ("collection_tariff.toml", "up_to = 2500", "up_to = 100", "det mindste først"),
        ("collection_tariff.toml", "most = 400", "most = true", "helt tal"),
        ("collection.toml", "earliest_start = 2021-11-20", "earliest_start = 2031-11-20", "ligger før"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_by_name(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    with pytest.raises(GuideFileError, match=said) as refused:
        broken(tmp_path, name, old, new)

    assert name in str(refused.value) or name == "private.toml"
