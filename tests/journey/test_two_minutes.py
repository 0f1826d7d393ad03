"""From the letter to the first paper: so few keys, or clicks, that two minutes are enough."""

from __future__ import annotations

import household_by_keys as by_keys
from keyboard import Keyboard, seen

from budgetdesk.ui.session import Session

SECONDS_PER_KEY = 0.5
"""Two fingers, and a look at the screen in between."""


def test_the_first_paper_is_there_within_two_minutes_of_keys(session: Session, kb: Keyboard) -> None:
    kb.pressed = 0
    by_keys.new_case(kb)
    by_keys.letter(kb)
    kb.wait(lambda: "Tirsdag den 1. december" in seen())
    to_the_last_day = kb.pressed
    kb.push("Vis papiret: Opkald til udlejer")
    kb.wait(lambda: kb.in_dialog() and "Gem som PDF" in seen(), 30_000)

    assert to_the_last_day <= 30
    assert kb.pressed <= 40
    assert kb.pressed * SECONDS_PER_KEY < 60, "and as much again to read the letter"


def test_the_four_papers_of_the_first_hour_are_there_within_two_minutes_of_keys(session: Session, kb: Keyboard) -> None:
    kb.pressed = 0
    by_keys.new_case(kb)
    by_keys.letter(kb)
    for paper in ("Opkald til udlejer", "Ansøgning efter", "Brev til udlejer", "Næste skridt"):
        kb.push(f"Vis papiret: {paper}")
        kb.wait(lambda: kb.in_dialog() and "Gem som PDF" in seen(), 30_000)
        by_keys.close_dialog(kb)

    assert kb.pressed <= 50


def test_slow_figures_that_come_while_one_types_do_not_hide_what_is_being_typed(session: Session, kb: Keyboard) -> None:
    by_keys.new_case(kb)
    by_keys.letter(kb)
    view = session.window.case_view
    assert view is not None
    kb.wait(lambda: not view.binder.is_typing())
    before = view.desk.overview
    kb.fill("10.11.2026")
    kb.wait(lambda: "Tirsdag den 24. november" in seen())
    assert view.binder.is_typing()
    view._looked(view.desk.record, before)

    assert "Tirsdag den 24. november" in seen()
