"""A month in the life of an adviser: six working days, and what must be true after each stage.

What is true is asked twice: of the window, as a reader sees it, and of the store, as it was saved.
"""

from __future__ import annotations

import adviser_steps as steps
import adviser_talks as talks
import month_people as people
from adviser_desk import DAYS, EVICTED, FIRST, PICTURES_TO, PLANS, TASK, Month
from keyboard import CTRL, Key, seen
from program import unlock

from budgetdesk.household.words import Letter


def live(month: Month) -> Month:
    """All six days, in order."""
    for day, work in zip(DAYS, (_first, _listed, _talks, _plans, _locked, _last), strict=True):
        month.morning(day)
        if day != FIRST:
            _nothing_lost(month)
        work(month)
        month.evening()
    return month


def _nothing_lost(month: Month) -> None:
    """Every case is what it was when the program was closed."""
    now = {one.id: month.workspace.desk(one.id).record for one in month.workspace.cases()}
    assert now == month.records
    assert month.workspace.check() == ()


# the days


def _first(month: Month) -> None:
    """Two households come to the desk; the cases of before are taken in."""
    steps.case_of_the_evicted(month)
    steps.case_of_the_newcomer(month)
    month.made = [people.somebody(number) for number in range(month.size.made)]
    for who in month.made:
        month.workspace.new_case(people.record_of(who, FIRST))
    month.back_to_list()
    month.picture("sager_skrevet_ind")
    assert len(month.workspace.cases()) == month.size.made + 2


def _listed(month: Month) -> None:
    """The landlord's list; whoever is on it is called."""
    month.listed = [people.somebody(40 + number) for number in range(month.size.from_list)]
    steps.take_list(month)
    month.open(month.listed[0].name)
    steps.contact(month, "ring, tog ikke telefonen, prøv igen 12.11 kl. 17")
    month.open(month.made[0].name)
    steps.contact(month, "ring, talte med lejer om restancen")
    steps.task(month, f"lejer: {TASK[0].lower()}{TASK[1:]} senest 12.11")
    month.open(EVICTED)
    steps.letter(month, Letter.OPHAEVELSE, "5.11.2026")
    steps.paper(month, "Brev til udlejer")


def _talks(month: Month) -> None:
    """What was promised for today is on the page of the day; the first meetings."""
    assert TASK in seen()
    month.open(month.made[0].name)
    steps.tick_task(month)
    steps.consent(month)
    month.open(month.made[1].name)
    steps.answer_call(month)
    talks.meetings(month, part=0)


def _plans(month: Month) -> None:
    month.planned = [people.somebody(50 + number) for number in range(month.size.plans)]
    for who in month.planned:
        month.workspace.new_case(people.with_a_plan_to_find(who, PLANS))
    month.session.show_start()
    month.kb.rest()
    for who in month.planned:
        month.open(who.name)
        talks.plan(month, who)
    talks.meetings(month, part=1)


def _locked(month: Month) -> None:
    """The court's letter; the program is locked in the middle of it."""
    month.open(EVICTED)
    steps.letter(month, Letter.FOGED, "18.11.2026")
    steps.court(month)
    before = month.desk.record
    month.kb.press(Key.Key_L, CTRL)
    month.kb.rest()
    month.picture("laast")
    assert "BudgetDesk er låst. Alt er gemt." in seen()
    assert EVICTED not in seen()
    unlock(month.kb)
    month.kb.wait(lambda: month.session.window.case_view is not None)
    month.kb.rest()
    assert month.desk.record == before
    talks.meetings(month, part=2)


def _last(month: Month) -> None:
    month.open(EVICTED)
    steps.end_case(month)
    month.open(month.planned[0].name)
    if PICTURES_TO:
        steps.every_page(month)
    steps.whom_to_call(month)
    month.back_to_list()
    month.picture("sager_sidste_dag")
    talks.statistics(month)
