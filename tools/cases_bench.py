"""How quick the program is with very many cases: `make cases-bench FOLDER=... [CASES=10000]`. Figures, not a test.

The store is made once, by `tools/many_cases.py`: 10,000 invented cases, 200,000 events, 2,000,000 bank rows,
encrypted as any other. Times are by the clock, the best of a few runs where a run can be repeated; in brackets the
processor's. Machines differ and are busy.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtWidgets import QApplication

from budgetdesk.actions.case_list import Chosen, listed
from budgetdesk.actions.plans_in_all import all_plans
from budgetdesk.actions.statistics import statistics
from budgetdesk.actions.workspace import Workspace
from budgetdesk.statistics.definitions import DEFINITIONS
from budgetdesk.statistics.tables import Selection
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.app import make_app
from budgetdesk.ui.start_page import StartActions, StartPage
from tools.many_cases import PASSPHRASE, TODAY, folder_of
from tools.many_cases import main as make_store

T = TypeVar("T")
RUNS = 5
SEARCHES = 300
FRAMES = 240
WAY = 200
"""Pixels between two frames of the list: a quick scroll."""


def timed(name: str, work: Callable[[], T], *, runs: int = 1, before: Callable[[], object] = lambda: None) -> T:
    """Do something, print what it took, and give back what it found."""
    took: list[tuple[float, float]] = []
    for _ in range(runs):
        before()
        began, worked = time.perf_counter(), time.process_time()
        found = work()
        took.append((time.perf_counter() - began, time.process_time() - worked))
    clock, worked = min(took)
    print(f"{name:<52} {clock * 1000:8.1f} ms  ({worked * 1000:.1f})", flush=True)
    return found


def spread(name: str, took: list[float]) -> None:
    took.sort()
    half, last = median(took) * 1000, took[int(len(took) * 0.99)] * 1000
    print(f"{name:<52} {half:8.1f} ms  at the most {last:.1f} for 99 of 100", flush=True)


def open_again(folder: Path) -> Workspace:
    return Workspace.open(folder, passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING)


def nothing(*_given: object) -> None:
    """What a button does here."""


def lists(folder: Path, app: QApplication) -> None:
    """What stands between the passphrase and the list."""
    with open_again(folder) as workspace:
        opened = workspace.opened.store.database
        cases = timed("the data of the start page", workspace.cases, runs=RUNS, before=opened.forget)
        timed("... again, nothing saved meanwhile", workspace.cases, runs=RUNS)
        timed("sorted by what is next", lambda: listed(cases, Chosen(), on=TODAY), runs=RUNS)

        def start_page() -> StartPage:
            page = StartPage(StartActions(new=nothing, open=nothing, sample=nothing, read_file=nothing), TODAY)
            page.resize(1280, 800)
            page.show_cases(workspace.cases())
            page.show()
            app.processEvents()  # it is painted here
            return page

        timed("the window's first page of its kind", start_page)
        page = timed("data and window after unlock", start_page, runs=RUNS, before=opened.forget)
        scroll(page, app)


def scroll(page: StartPage, app: QApplication) -> None:
    """Sixty frames a second leave 16.7 ms for each."""
    bar, took = page.list.verticalScrollBar(), []
    for frame in range(FRAMES):
        began = time.perf_counter()
        bar.setValue(frame * WAY % max(bar.maximum(), 1))
        page.list.viewport().repaint()
        took.append(time.perf_counter() - began)
    spread("one frame of the list while it is scrolled", took)


def searches(folder: Path) -> None:
    with open_again(folder) as workspace:
        cases = workspace.cases()
        timed("the index of the search, made once in a thread", workspace.prepare_search)
        asked = []
        for case in cases[:: max(len(cases) // SEARCHES, 1)]:
            name, place = case.tenant.split(), case.about.address
            asked += [name[0][:3], f"{name[-1]} {name[0]}", slip(name[1]), place, slip(place), case.id]
            asked += [case.about.cprs[0], f"{case.about.cprs[0][:6]}-{case.about.cprs[0][6:]}", case.about.phones[0]]
        took, missed = [], 0
        for text in asked:
            began = time.perf_counter()
            missed += not workspace.search(text)
            took.append(time.perf_counter() - began)
        spread(f"one search ({len(asked)} of them, {missed} found nothing)", took)


def slip(word: str) -> str:
    """Two letters in the middle changed about."""
    at = len(word) // 2
    return word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :]


def counts(folder: Path) -> None:
    with open_again(folder) as workspace:
        opened = workspace.opened.store.database
        counted = timed("everything counted, read for the first time", workspace.counted, before=opened.forget)
        every = timed("every table, all in one pass", lambda: statistics(workspace, Selection()), runs=RUNS)
        timed("... of one area", lambda: statistics(workspace, Selection(area="Område 3")), runs=RUNS)
        slowest = max((one_table(one.name, tuple(counted.values())), one.name) for one in DEFINITIONS)
        print(f"  {len(every.tables)} tables; the slowest alone: {slowest[1]}, {slowest[0] * 1000:.0f} ms")
        timed(
            "from nothing read to every table", lambda: statistics(workspace, Selection()), before=opened.forget, runs=2
        )
        timed("the call list, read for the first time", lambda: all_plans(workspace, on=TODAY))
        found = timed("the call list again", lambda: all_plans(workspace, on=TODAY))
        print(f"  {len(found.calls)} plans that run, {found.counts.made} made")


def one_table(name: str, counted: tuple[object, ...]) -> float:
    """One table alone, by the definitions."""
    from budgetdesk.readers.categories import load_categories  # noqa: PLC0415 - only here

    definition = next(one for one in DEFINITIONS if one.name == name)
    categories = load_categories()
    began = time.perf_counter()
    for case in counted:
        if definition.about(case):  # type: ignore[arg-type]  # what `counted` gave
            definition.day(case)  # type: ignore[arg-type]  # the same
            definition.words(case, categories)  # type: ignore[arg-type]  # the same
    return time.perf_counter() - began


def one_case(folder: Path) -> None:
    with open_again(folder) as workspace:
        cases = workspace.cases()
        desks = iter(cases[:: len(cases) // 10 or 1])
        desk = timed("one case opened", lambda: workspace.desk(next(desks).id), runs=RUNS)
        timed("... with everything that follows", lambda: desk.overview)
        from budgetdesk.household import paths  # noqa: PLC0415 - only here

        names = iter(f"Nadia {n}" for n in range(100))
        record = desk.record

        def save() -> None:
            desk.change("navn", paths.put(record, "case.persons[p1].name", next(names)))

        timed("one field saved", save, runs=RUNS)
        timed("the list after that", workspace.cases, runs=1)
        timed("a search after that", lambda: workspace.search("nadia"), runs=RUNS)


def main(folder: Path, count: int) -> None:
    make_store(folder, count)
    app = make_app([])
    size = sum(file.stat().st_size for file in folder.iterdir()) / 1e6
    print(f"{count} cases, {size:.0f} MB, {os.cpu_count()} processors")
    lists(folder, app)
    for part in (searches, counts, one_case):
        gc.collect()
        part(folder)


if __name__ == "__main__":
    main(*folder_of(sys.argv[1:]))
