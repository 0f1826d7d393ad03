"""How fast the window and the calculations are on this machine: `make bench`. Figures to compare, not a test.
`python tools/bench.py benefits` measures the benefits alone, `plans` the plans, `papers` the papers.

The start is measured against an empty PySide6 window in the same run, because machines differ and are busy.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
DAY = date(2026, 11, 20)
EMPTY = "w = QMainWindow(); w.resize(1280, 800); w.show(); app.exec()"
OURS = "from budgetdesk.ui.app import main; main()"
PROGRAM = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
seen = {}
class See(QObject):
    def eventFilter(self, widget, event):
        if event.type() == QEvent.Type.Paint:
            name = type(widget).__name__
            if isinstance(widget, QMainWindow):
                seen.setdefault("window", time.time())
            if name == os.environ["LAST"] or (os.environ["LAST"] == "window" and seen):
                print(seen["window"], time.time(), flush=True)
                os._exit(0)
        return False
see = See()
app.installEventFilter(see)
"""


def start(program: str, last: str, home: str) -> tuple[float, float]:
    """Seconds from the start of the process to the first painted window, and to the page called `last`."""
    environment = os.environ | {
        "BUDGETDESK_HOME": home,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONPATH": str(ROOT),
        "LAST": last,
    }
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    window, ready = (float(text) - began for text in done.stdout.split()[:2])
    return window, ready


def starts() -> None:
    empty, ours, ready = [], [], []
    with tempfile.TemporaryDirectory() as home:
        for _ in range(RUNS):
            empty.append(start(EMPTY, "window", home)[0])
            first, page = start(OURS, "FirstStartPage", f"{home}/profil")
            ours.append(first)
            ready.append(page)
    print(f"empty PySide6 window        {median(empty) * 1000:7.0f} ms")
    print(f"our window is painted       {median(ours) * 1000:7.0f} ms   {median(ours) / median(empty):.1f} times")
    print(
        f"first page can be used      {median(ready) * 1000:7.0f} ms   {median(ready) / median(empty):.1f} times that"
    )


def timed(name: str, work: Callable[[], object]) -> None:
    """The median of a few runs, after one that does not count."""
    work()
    took = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    print(f"{name:<27} {median(took) * 1000:7.1f} ms")


def calculations() -> None:
    from budgetdesk.actions.desk import memory_desk  # noqa: PLC0415 - the starts are measured first
    from budgetdesk.actions.overview import look  # noqa: PLC0415
    from budgetdesk.casework.record import Record  # noqa: PLC0415
    from budgetdesk.household import paths  # noqa: PLC0415
    from budgetdesk.readers.case_file import sample_case  # noqa: PLC0415

    record = Record(case=sample_case(today=DAY))
    desk = memory_desk(record, DAY)
    rents = [paths.put(record, "case.tenancy.rent_per_month", Decimal(7600 + n)) for n in range(2)]
    _ = desk.overview
    timed("preview of a keystroke", lambda: desk.preview(rents[0]))
    timed("everything that follows", lambda: look(record, DAY, desk.library))
    without = replace(record, case=replace(record.case, arrears=replace(record.case.arrears, rows=())))
    timed("... without arrears", lambda: look(without, DAY, desk.library))

    def change() -> None:
        desk.change("Husleje", rents[0])
        desk.change("Husleje", rents[1])

    timed("two changes, in memory", change)


def benefits() -> None:
    """All benefits for one household beside reading its case file in the same run, and a thousand files in one call."""
    from budgetdesk.actions.library import load_library  # noqa: PLC0415 - the starts are measured first
    from budgetdesk.benefits.catalogue import assess_all  # noqa: PLC0415
    from budgetdesk.benefits.findings import find_all  # noqa: PLC0415
    from budgetdesk.readers.case_file import dump_case, parse_case, sample_case  # noqa: PLC0415

    case, rates = sample_case(today=DAY), load_library().rates
    content = dump_case(case)
    timed("read one case file", lambda: parse_case(content, today=DAY))
    timed("all benefits, one household", lambda: assess_all(case, DAY, rates))
    timed("... in their places", lambda: find_all(case, DAY, rates))
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.json") for number in range(1000)]
        for file in files:
            file.write_bytes(content)
        call = [sys.executable, "-m", "budgetdesk", "benefits", *files, "--on", f"{DAY}", "--json"]
        began = time.perf_counter()
        subprocess.run(call, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        print(f"{'1,000 case files, one call':<27} {(time.perf_counter() - began) * 1000:7.0f} ms")


def plans() -> None:
    """Liquidity of two years while one types, and the search for a plan of 24 months: 40 cash flows, beside reading the
    case file in the same run, and beside what was promised (a frame of 16 ms for 99 of 100 keystrokes; 50 ms)."""
    from budgetdesk.actions.library import load_library  # noqa: PLC0415 - the starts are measured first
    from budgetdesk.household.case import Expense  # noqa: PLC0415
    from budgetdesk.planning import finder  # noqa: PLC0415
    from budgetdesk.planning.liquidity import balances  # noqa: PLC0415
    from budgetdesk.planning.one_off import with_one_off  # noqa: PLC0415
    from budgetdesk.planning.options import alternatives, question  # noqa: PLC0415
    from budgetdesk.readers.case_file import dump_case, load_case, parse_case  # noqa: PLC0415

    library = load_library()
    policy = replace(library.policy, max_months=24, one_off_payments=True)
    family = load_case(ROOT / "tests/planning/households/par_boern_14_dages_loen.json", today=DAY).case
    more = tuple(Expense(id=f"x{n}", line="106", amount=Decimal(10 + n), pays_on=f"day:{n + 1}") for n in range(5))
    case = replace(family, expenses=(*family.expenses, *more))
    flows = len(case.income) + len(case.expenses) + len(case.debts) + 2
    before = finder.test_plan(case, library.chart, policy, on=DAY, rates=library.rates)
    rows = case.income[0], case.expenses[0]

    def typed(number: int) -> None:
        income = replace(rows[0], amount=Decimal(8000 + number))
        expense = replace(rows[1], amount=Decimal(700 + number))
        now = replace(case, income=(income, *case.income[1:]), expenses=(expense, *case.expenses[1:]))
        finder.along(before, now, library.chart, policy, on=DAY, rates=library.rates)

    def found() -> None:
        ask = question(case, library.chart, policy, on=DAY, rates=library.rates)
        economy = ask.economy()
        balances(economy)
        alternatives(ask, economy)
        with_one_off(ask, economy)

    def whole() -> None:
        finder.test_plan(case, library.chart, policy, on=DAY, rates=library.rates)

    content = dump_case(case)
    gc.collect()
    gc.disable()  # as the window does (`ui.tidy`): it tidies up when nothing is going on
    began = time.process_time()
    took = sorted(seconds(partial(typed, number)) for number in range(500))
    alone = (time.process_time() - began) / 500
    read = median([seconds(lambda: parse_case(content, today=DAY)) for _ in range(20)])
    search, answer = (median([seconds(work) for _ in range(20)]) for work in (found, whole))
    gc.enable()
    middle, late = took[250], took[494]
    print(f"{flows} cash flows, two years, a keystroke: {middle * 1000:.1f} ms, 99 of 100 in {late * 1000:.1f} ms")
    print(f"    of which {alone * 1000:.1f} ms of work, the rest is waiting where the machine is busy")
    print(f"    {late / 0.016:.2f} of a frame of 16 ms, {late / read:.1f} times reading the case file")
    print(f"a plan of 24 months is found {search * 1000:6.1f} ms")
    print(f"    {search / 0.05:.2f} of 50 ms, {search / read:.1f} times reading the case file")
    print(f"... with all that is said of it {answer * 1000:4.1f} ms")


MEETING = (
    "budget",
    "naeste_skridt",
    "aftale",
    "aftale_bilag",
    "ydelser",
    "gaeldsoversigt",
    "samtykke:s-samtykke",
    "brev_udlejer",
)
"""The papers of a whole meeting."""


def papers() -> None:
    """Each paper of the sample and of a household with far too much, beside what was promised: 150 ms, and 1.5 s for
    the eight papers of a meeting, drawn and sealed; and beside reading the case file in the same run. Work, not
    waiting: the machine may be busy."""
    sys.path.insert(0, str(ROOT / "tests" / "documents"))
    import every_paper  # noqa: PLC0415 - needs the path above
    from sealed import AT, key  # noqa: PLC0415

    from budgetdesk.documents.seals.seal import seal  # noqa: PLC0415
    from budgetdesk.readers.case_file import dump_case, parse_case, sample_case  # noqa: PLC0415

    content = dump_case(sample_case(today=DAY))
    read = worked(lambda: parse_case(content, today=DAY))
    for household in (every_paper.SAMPLE, every_paper.CROWDED):
        makers = every_paper.papers(every_paper.household(household))
        took = {name: worked(make) for name, make in makers.items()}
        slow = sorted(took.items(), key=lambda one: -one[1])
        late = [f"{name} {ms:.0f}" for name, ms in slow if ms > 150]
        name, most = slow[0]
        print(f"{len(took)} papers of {household}: {median(took.values()):.0f} ms, slowest {name} {most:.0f} ms")
        print(f"    {most / 150:.2f} of 150 ms, {most / read:.0f} times reading a case file")
        print(f"    more than 150 ms: {', '.join(late) or 'none'}")
        anew = {name: worked(makers[name], forget_words) for name, _ms in slow[:8]}
        name = max(anew, key=lambda one: anew[one])
        print(f"    with words that were never set before: slowest {name} {anew[name]:.0f} ms")
    make = every_paper.papers(every_paper.household(every_paper.SAMPLE))
    drawn = worked(lambda: [make[name]() for name in MEETING])
    both = worked(lambda: [seal(make[name](), signer=key(), when=AT, adviser="Karen") for name in MEETING])
    print(f"a meeting's {len(MEETING)} papers drawn {drawn:.0f} ms, drawn and sealed {both:.0f} ms")
    print(f"    {both / 1500:.2f} of 1.5 s, {both / read:.0f} times reading a case file")


def forget_words() -> None:
    """As if a program that has been open for hours saw every word of a paper for the first time."""
    from budgetdesk.documents.sheet import lettering, quick_lines  # noqa: PLC0415 - the starts are measured first

    for remembered in (lettering.lay, lettering.one_line, lettering._width, lettering._shaped_word, quick_lines._wide):
        remembered.cache_clear()


def worked(work: Callable[[], object], before: Callable[[], object] = bool) -> float:
    """The least work of a few runs, ms, after one that does not count; `before` each run does not count either."""
    took = []
    for _ in range(RUNS + 1):
        before()
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
    return min(took[1:]) * 1000


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def large_statement(rows: int = 100_000) -> bytes:
    """Ten busy years at Danske Bank: prices and shops follow from the number of the row, so that every run is alike."""
    shops = ("Netto", "Føtex", "Rema 1000", "DSB", "Spotify", "Husleje", "Løn", "MobilePay", "Apotek", "Ørsted", "TDC")
    lines, balance, day = ['"Dato";"Kategori";"Underkategori";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"'], 0, DAY
    for number in range(rows):
        amount = number * 7919 % 160_000 - 79_999
        balance += amount
        day = DAY - timedelta(days=(rows - number) // 27)
        text = f"{shops[number % len(shops)]} {number * 31 % 3001}"
        cells = (f"{day:%d.%m.%Y}", "Dagligvarer", "Andet", text, _danish(amount), _danish(balance), "Udført", "Nej")
        lines.append(";".join(f'"{cell}"' for cell in cells))
    return "\r\n".join(lines).encode("cp1252")


def _danish(oere: int) -> str:
    sign = "-" if oere < 0 else ""
    return f"{sign}{abs(oere) // 100:,}".replace(",", ".") + f",{abs(oere) % 100:02}"


def statements() -> None:
    from budgetdesk.actions.library import load_library  # noqa: PLC0415 - the starts are measured first
    from budgetdesk.actions.spending import import_statement, preview_statement  # noqa: PLC0415
    from budgetdesk.casework.record import Record  # noqa: PLC0415
    from budgetdesk.readers.case_file import sample_case  # noqa: PLC0415
    from budgetdesk.readers.statements import read_statement  # noqa: PLC0415

    data, library, record = large_statement(), load_library(), Record(case=sample_case(today=DAY))
    read = preview_statement(("stor.csv", data), library, today=DAY)
    timed("100,000 rows read, proved", lambda: read_statement(("stor.csv", data), today=DAY))
    timed("... and sorted", lambda: preview_statement(("stor.csv", data), library, today=DAY))
    timed("... taken in, no twins", lambda: import_statement(record, read, library))


if __name__ == "__main__":
    if "plans" in sys.argv:
        plans()
        sys.exit()
    if "papers" in sys.argv:
        papers()
        sys.exit()
    if "benefits" not in sys.argv:
        starts()
        calculations()
    plans()
    benefits()
    papers()
    statements()
