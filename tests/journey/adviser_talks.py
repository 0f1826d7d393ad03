"""Meetings, plans and the month's statistics, by keys, and what must be true afterwards."""

from __future__ import annotations

import household_by_keys as by_keys
import month_people as people
from adviser_desk import PLANS, Month
from keyboard import Key, said, seen
from month_people import ADVISER, Known

from budgetdesk.ui.statistics.window import StatisticsWindow

# meetings


def meetings(month: Month, part: int) -> None:
    """A third of the month's meetings, each with a tenant of its own."""
    each = -(-month.size.meetings // 3)
    numbers = range(part * each, min((part + 1) * each, month.size.meetings))
    for number in numbers:
        month.open(month.made[2 + number].name)
        meeting(month, people.RENT + 10 * (number + 1))


def meeting(month: Month, rent: int) -> None:
    """The rent has gone up; the note writes itself and is closed in two presses."""
    kb = month.kb
    kb.page(by_keys.SAG)
    kb.write("Husleje pr. måned, før boligstøtte", str(rent))
    kb.tab()
    kb.rest()
    kb.page(10)
    kb.go_to("Hvad vil du se")
    kb.press(Key.Key_Right, times=2)
    kb.rest()
    kb.wait(lambda: "Luk notatet" in seen())
    month.picture("journal_notat")
    kb.push("Luk notatet")
    kb.wait(lambda: said(kb.here()) == "Ja, luk det")
    kb.enter()
    kb.wait(lambda: bool(month.desk.record.case.notes))
    kb.rest()
    month.picture("journal_notat_lukket")
    note = month.desk.record.case.notes[-1]
    assert f"Huslejen er {rent // 1000}.{rent % 1000} kr." in note.text.replace("\u00a0", " ")
    assert (note.closed_on, note.closed_by) == (month.desk.today, ADVISER)
    month.done("meetings")


# plans


def plan(month: Month, who: Known) -> None:
    """Found, chosen, said yes to by the landlord, signed and sealed."""
    kb = month.kb
    kb.page(by_keys.AFTALE)
    kb.rest()
    month.picture("aftale_fundet")
    assert "Forslag, gælder først når udlejer har sagt ja" in seen()
    kb.push("Vælg")
    kb.rest()
    kb.write("Hvem sagde ja?", "Mette Holm")
    kb.write("Hvornår?", f"{PLANS:%d.%m.%Y}")
    kb.write("Hvem har godkendt planen?", ADVISER)
    kb.tab()
    kb.rest()
    month.picture("aftale_ja")
    kb.push("Gør aftalen klar til underskrift", back=True)
    kb.rest()
    month.picture("underskriv")
    by_keys.put_names(kb, (who.name, ADVISER))
    month.picture("underskriv_forseglet")
    month.close_dialog()
    case = month.desk.record.case
    assert case.agreement is not None
    assert sum(one.amount for one in case.agreement.instalments) == case.arrears.total
    assert month.desk.overview.clock is not None
    assert "til sidste dag at betale" not in seen()  # the landlord's yes stops the påkrav
    assert any(one.sealed for one in month.workspace.documents(month.desk.case_id))
    month.done("plans")


# the month's statistics


def statistics(month: Month) -> None:
    kb = month.kb
    kb.jump("Statistik")
    kb.wait(lambda: kb.in_dialog() and "Denne måned" in seen())
    kb.rest()
    kb.go_to("Periode")
    kb.press(Key.Key_Home)
    kb.press(Key.Key_Left, times=3)
    kb.rest()
    window = month.session.window.findChild(StatisticsWindow)
    assert window is not None
    month.picture("statistik_tabeller")
    month.figures = {
        name: {row.title: row.text for row in card.list.rows()}
        for name, card in window.tables.cards.items()
        if card.isVisibleTo(window)
    }
    found = window.report.found if window.report else None
    assert found is not None
    month.figures["series"] = {name: f"{one.cases}: {one.kroner}" for name, one in found.series.items()}
    window.show_part("plots")
    kb.rest()
    month.picture("statistik_billeder")
    month.close_dialog()
