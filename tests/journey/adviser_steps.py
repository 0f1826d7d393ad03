"""What an adviser does with one case, by keys, and what must be true afterwards: in the window and in the store."""

from __future__ import annotations

from datetime import date

import household_by_keys as by_keys
import month_people as people
from adviser_desk import EVICTED, LAST, LISTED, NEWCOMER, OWED_AT_THE_END, TALKS, TASK, Month
from keyboard import CTRL, SHIFT, Key, said, seen
from month_people import ADVISER

from budgetdesk.household.words import EvictionKind, HomeStatus, Letter, ThreatOutcome

# cases


def case_of_the_evicted(month: Month) -> None:
    """Somebody who comes with a påkrav that ran out."""
    kb = month.kb
    by_keys.new_case(kb)
    month.picture("akut_tom")
    assert said(kb.here()).startswith("Hvilket brev")
    kb.press(Key.Key_Right, times=2)
    kb.write("Hvad skyldes der i alt?", "15.200")
    kb.write("Hvornår kom brevet?", "14.10.2026")
    kb.tab()
    kb.rest()
    month.picture("akut_paakrav")
    assert "28. oktober" in seen()
    kb.page(by_keys.SAG)
    kb.push("Tilføj lejer")
    kb.type(EVICTED)
    kb.write("Adresse", "Lærkevej 99, 2650 Hvidovre")
    kb.write("Udlejer", people.LANDLORD)
    kb.write("Husleje pr. måned, før boligstøtte", "7.600")
    kb.write("Rådgiver", ADVISER)
    kb.tab()
    kb.rest()
    month.picture("sag_skrevet")
    course = month.desk.record.case
    assert course.tenancy.rent_per_month == 7600
    assert course.arrears.letter is Letter.PAAKRAV


def case_of_the_newcomer(month: Month) -> None:
    """Somebody who moves in next month."""
    kb = month.kb
    month.back_to_list()
    kb.push("Ny lejer")
    kb.rest()
    kb.push("Tilføj lejer")
    kb.type(NEWCOMER)
    kb.write("Husleje pr. måned", "5.900")
    kb.write("Indflyttet", "1.12.2026")
    kb.tab()
    kb.rest()
    month.picture("ny_lejer")
    assert "Omkring indflytning" in seen()


def letter(month: Month, letter: Letter, came: str) -> None:
    """The next letter is in the tenant's hand: the clock goes on."""
    kb = month.kb
    kb.page(by_keys.AKUT)
    kb.tab_to("Hvilket brev")
    kb.press(Key.Key_Right)
    kb.write("Hvornår kom brevet?", came)
    kb.tab()
    kb.rest()
    month.picture(f"akut_{letter}")
    assert month.desk.record.case.arrears.letter is letter
    month.done("letters")


def paper(month: Month, title: str) -> None:
    """A paper of the case is made and seen."""
    kb = month.kb
    kb.jump(title)
    kb.wait(lambda: kb.in_dialog() and "Gem som PDF" in seen(), timeout=60_000)
    month.picture("papir")
    month.close_dialog()


def whom_to_call(month: Month) -> None:
    """Across all cases."""
    month.back_to_list()
    month.kb.push("Ringeliste")
    month.kb.wait(month.kb.in_dialog)
    month.kb.rest()
    month.picture("ringeliste")
    month.close_dialog()


def every_page(month: Month) -> None:
    """Looked at only: what the pages say of a case in the middle of its course."""
    for number in range(1, 11):
        month.kb.page(number)
        month.picture(f"side_{number:02}")
    for _ in range(4):
        month.kb.go_to("Hvad vil du se")
        month.kb.press(Key.Key_Right)
        month.picture("side_10_journal")


def court(month: Month) -> None:
    """The days of the court's letter, and what is owed by now."""
    kb = month.kb
    kb.jump("Møde i fogedretten")
    kb.fill("20.11.2026")
    kb.jump("Udsættelse")
    kb.fill("27.11.2026")
    kb.tab()
    kb.rest()
    month.picture("akut_foged_dage")
    arrears = month.desk.record.case.arrears
    assert (arrears.court_meeting, arrears.eviction) == (date(2026, 11, 20), date(2026, 11, 27))


def end_case(month: Month) -> None:
    """The home is lost: the case says how, when and with what debt."""
    kb = month.kb
    kb.page(by_keys.SAG)
    kb.push("Afslut sagen")
    kb.wait(kb.in_dialog)
    kb.tab_to("Hvordan gik det med boligen?")
    kb.press(Key.Key_Right, times=4)
    kb.write("Hvornår flyttede lejeren ud?", "27.11.2026")
    kb.write("Restance ved fraflytning", "22.800")
    kb.tab_to("Hvordan?")
    kb.press(Key.Key_Left)
    kb.rest()
    month.picture("afslut_sagen")
    kb.tab_to("Afslut sagen")
    kb.enter()
    kb.wait(lambda: not kb.in_dialog())
    kb.rest()
    month.picture("sag_afsluttet")
    course = month.desk.record.case.course
    assert (course.outcome, course.eviction) == (ThreatOutcome.EVICTED, EvictionKind.BAILIFF)
    assert (course.ended, course.left_on) == (LAST, date(2026, 11, 27))
    assert course.arrears_at_leaving == OWED_AT_THE_END
    month.done("evictions")


# the landlord's list


def take_list(month: Month) -> None:
    kb, known = month.kb, month.made[:3]
    file = people.landlords_list(month.folder / "restanceliste.csv", known, month.listed, LISTED)
    kb.give_file(file)
    kb.push("Restancelister")
    kb.wait(kb.in_dialog)
    kb.rest()
    month.picture("restancelister_tom")
    kb.go_to("Hent restanceliste")
    kb.space()
    kb.wait(lambda: "Listen er fra" in seen())
    kb.wait(lambda: f"{len(known) + len(month.listed)} rækker er læst" in seen())
    kb.rest()
    month.picture("restanceliste_set_foer_den_gemmes")
    assert "CPR-nr" in seen()
    assert "010180" not in seen()
    assert len(month.workspace.cases()) == month.size.made + 2
    kb.write("Listen er fra", people.LANDLORD)
    kb.write("Hvad må I bruge den efter?", "Aftale med udlejer")
    kb.push("Gem listen")
    kb.wait(lambda: "Listen er gemt" in seen())
    kb.rest()
    month.picture("restanceliste_hvem_foerst")
    text = seen()
    assert "Ingen er kontaktet." in text
    for who in month.listed:
        kb.push(f"Lav en sag for {people.last_first(who)}")
        kb.wait(lambda: "er lavet. Ingen er kontaktet." in seen())
        kb.rest()
    month.picture("restanceliste_sager_lavet")
    month.close_dialog()
    assert len(month.workspace.cases()) == month.size.made + 2 + month.size.from_list
    month.done("lists")


# contact, tasks, consents, calls


def contact(month: Month, line: str) -> None:
    kb, before = month.kb, len(month.desk.record.case.contacts)
    kb.press(Key.Key_J, CTRL)
    kb.wait(lambda: said(kb.here()) == "Skriv en kontakt")
    kb.type(line)
    month.picture("journal_kontakt_skrives")
    kb.enter()
    kb.wait(lambda: len(month.desk.record.case.contacts) == before + 1)
    kb.rest()
    month.picture("journal_kontakt")
    month.done("contacts")


def task(month: Month, line: str) -> None:
    kb = month.kb
    kb.press(Key.Key_J, CTRL | SHIFT)
    kb.wait(lambda: said(kb.here()) == "Ny opgave")
    kb.type(line)
    kb.enter()
    kb.wait(lambda: bool(month.desk.record.case.conversation.next_steps))
    kb.rest()
    month.picture("journal_opgave")
    todo = month.desk.record.case.conversation.next_steps[-1]
    assert (todo.what, todo.by) == (TASK, TALKS)


def tick_task(month: Month) -> None:
    kb = month.kb
    kb.press(Key.Key_J, CTRL | SHIFT)
    kb.wait(lambda: said(kb.here()) == "Ny opgave")
    kb.tab_to(f"Gjort: {TASK}")
    kb.press(Key.Key_G)
    kb.rest()
    month.picture("journal_opgave_gjort")
    assert month.desk.record.case.conversation.next_steps[-1].done == TALKS
    month.done("tasks")


def consent(month: Month) -> None:
    kb = month.kb
    kb.jump("Samtykker")
    month.picture("samtykker_foer_i_begynder")
    kb.go_to("Hvad vil du se")
    kb.press(Key.Key_Right)
    kb.rest()
    month.picture("samtykker_tom")
    kb.push("Spørg om lov: Udlejer")
    kb.wait(lambda: said(kb.here()).startswith("Lejeren siger ja"))
    month.picture("samtykker_spurgt")
    kb.type("j")
    kb.rest()
    month.picture("samtykker_ja")
    consents = month.desk.record.case.conversation.consents
    assert [one.given for one in consents] == [month.desk.today]
    month.done("consents")


def answer_call(month: Month) -> None:
    """The call a month after the start is due."""
    kb = month.kb
    kb.page(9)
    month.picture("opfoelgning_opkald")
    assert "Ring nu: efter 1 måned" in seen()
    kb.tab_to("Bor du i din egen bolig?")
    kb.space()
    kb.push("Gem opkaldet")
    kb.rest()
    month.picture("opfoelgning_opkald_gemt")
    answered = [one for one in month.desk.record.case.checks if one.done]
    assert [(one.months, one.home) for one in answered] == [(1, HomeStatus.OWN_HOME)]
    month.done("calls")
