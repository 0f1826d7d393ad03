"""Every worked example under `examples/` comes out as its source says."""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import pytest
from example_files import Example, examples

from budgetdesk.benefits.assessment import Assessment, Mode
from budgetdesk.readers.rates import load_rates


def answer(example: Example) -> Assessment:
    rule = importlib.import_module(f"budgetdesk.benefits.{example.benefit}")
    return rule.assess(example.case, example.on, load_rates(), mode=Mode(example.mode))


def found(answer: Assessment, key: str) -> Any:
    value = getattr(answer, key)
    return str(value) if key in ("verdict", "variant") else value


@pytest.mark.parametrize("example", examples(), ids=str)
def test_comes_out_as_the_source_says(example):
    said = answer(example)

    expect = dict(example.expect)
    asked, steps = expect.pop("missing_facts", []), expect.pop("steps", {})
    assert {key: found(said, key) for key in expect} == expect, said.steps
    assert set(asked) <= set(said.missing_facts)
    for text, amount in steps.items():
        assert (text, amount) in [(text, step.amount) for step in said.steps if text in step.text], said.steps


def test_there_is_an_example_of_every_benefit_that_is_arithmetic():
    assert {example.benefit for example in examples()} >= {"boligstoette"}
