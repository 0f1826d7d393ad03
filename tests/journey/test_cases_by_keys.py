"""From the list of cases into one and out again, by keys alone: a new tenant, a word of a list, the search, the end."""

from __future__ import annotations

from keyboard import CTRL, Key, Keyboard, said, seen

from budgetdesk.household.words import ThreatOutcome
from budgetdesk.ui.session import Session
from budgetdesk.ui.start_page import StartPage

NAME = "Zebulon Kvistgård-Æbeløe"


def test_a_case_is_begun_counted_found_again_and_ended(session: Session, kb: Keyboard) -> None:
    kb.push("Ny lejer")
    kb.rest()
    kb.push("Tilføj lejer")
    kb.type(NAME)
    kb.write("Husleje pr. måned", "7.600")
    kb.write("Indflyttet", "15.12.2026")
    kb.tab()
    kb.rest()
    assert "Omkring indflytning" in seen()
    kb.tab_to("Årsag")
    kb.type("regning")
    kb.enter()
    kb.rest()
    assert "Uventet regning  ×" in seen()

    kb.press(Key.Key_W, CTRL)
    kb.rest()
    assert said(kb.here()) == "Søg i sagerne"
    kb.type("kvistgaard zebulun")
    kb.rest()
    page = next(p for p in session.window.findChildren(StartPage) if p.isVisible())
    assert [line.who for line in map(page.model.line, range(page.model.rowCount()))] == [NAME]
    kb.enter()
    kb.rest()

    kb.push("Afslut sagen")
    kb.wait(kb.in_dialog)
    kb.tab_to("Hvordan gik det med boligen?")
    kb.press(Key.Key_Right, times=2)
    kb.tab_to("Afslut sagen")
    kb.enter()
    kb.rest()
    view = session.window.case_view
    assert view is not None
    course = view.desk.record.case.course
    assert (course.ended, course.outcome) == (view.desk.today, ThreatOutcome.PLAN)
    assert course.causes == ("uventet_regning",)

    kb.press(Key.Key_W, CTRL)
    kb.rest()
    assert "Ingen sager passer" in seen()
    kb.push("Vis alle sager")
    kb.rest()
    assert "1 sag" in seen().split("\n")
