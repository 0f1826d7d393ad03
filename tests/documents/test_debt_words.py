"""What is said about debts in general is plain enough to be read across a desk."""

from __future__ import annotations

from readability import lix

from budgetdesk.readers.debts import load_debt_rules

RULES = load_debt_rules()


def test_the_words_are_plain() -> None:
    for guide in RULES.guides.values():
        said = " ".join([guide.question, guide.reason, guide.ask_where])
        assert lix(said) <= 36, (guide.kind, said)
    for step in RULES.steps.values():
        assert lix(f"{step.text} {step.todo}") <= 40, step.key
