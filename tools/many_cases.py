"""A store with very many invented cases, for measuring: `python tools/many_cases.py FOLDER [CASES]`.

Ten thousand cases have 200,000 events (contacts, notes, to-dos, payments) and 2,000,000 bank rows. Names, addresses and
numbers are put together by chance, always the same; no CPR number is that of a person (its month is 13 or more).
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy import Connection, insert  # noqa: E402 - the checkout comes first

from budgetdesk.actions.workspace import Workspace  # noqa: E402
from budgetdesk.casework.record import Record  # noqa: E402
from budgetdesk.dates import Month  # noqa: E402
from budgetdesk.household import agreement as plans  # noqa: E402
from budgetdesk.household import case as facts  # noqa: E402
from budgetdesk.household import course  # noqa: E402
from budgetdesk.household import words as w  # noqa: E402
from budgetdesk.household.circumstances import Application  # noqa: E402
from budgetdesk.ledger import spending  # noqa: E402
from budgetdesk.readers.categories import load_categories  # noqa: E402
from budgetdesk.storage import beside  # noqa: E402
from budgetdesk.storage.bulk import insert_columns  # noqa: E402
from budgetdesk.storage.keyrings import NO_KEYRING  # noqa: E402
from budgetdesk.storage.parts import PARTS, Part, id_of, values  # noqa: E402
from budgetdesk.storage.tables import cases, child_tables, part_tables, to_columns, to_row  # noqa: E402

PASSPHRASE = "fire ord efter hinanden"  # noqa: S105 - of a store without anybody in it
TODAY = date(2026, 11, 20)
CASES, ROWS = 10_000, 200
AT_ONCE = 200
FIRST = (
    *("Nadia", "Søren", "Åse", "Mohammed", "Anne-Marie", "Ali", "Fatima", "Lars"),
    *("Birthe", "Kirsten", "Jens", "Hassan", "Zeynep", "Bjørn", "Ulla", "Mette"),
)
PARTS_OF_NAMES = (
    *("ka", "ber", "gård", "sen", "ø", "lund", "by", "stru", "ma", "ti"),
    *("hov", "æl", "sko", "vang", "dal", "mose", "fred", "strand", "klit", "eng"),
)
LANDLORDS = ("Boligselskabet Nordlund", "Almen Bolig Øst", "Boligforeningen Fælleden", "Andelsgaarden", "AB Vest")
SHOPS = ("Købmand Ærø", "Brugs Nord", "Elselskabet", "Forsikring Syd", "Tog og bus", "Apoteket", "Kiosken på hjørnet")
chance = random.Random(2026)  # noqa: S311 - invented cases


def main(folder: Path, count: int) -> None:
    """Make the store once; one that is there is left alone."""
    if (folder / "budgetdesk.db").exists():
        return
    began = time.perf_counter()
    with Workspace.create(folder, passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING, remember=False) as workspace:
        database = workspace.opened.store.database
        for at in range(0, count, AT_ONCE):
            made = [(number(n), a_case(n)) for n in range(at, min(at + AT_ONCE, count))]
            with database.transaction() as connection:
                keep(connection, made)
            print(f"\r{at + len(made):6} sager, {time.perf_counter() - began:4.0f} s", end="", flush=True)
    print()


def number(n: int) -> str:
    return f"{2017 + n // 1000}-{n % 1000 + 1:04d}"


# into the store, many cases in one statement for each table


def keep(connection: Connection, made: Sequence[tuple[str, Record]]) -> None:
    saved = datetime(2026, 11, 19, 12, tzinfo=UTC)
    times = [saved - timedelta(minutes=chance.randint(0, 500_000)) for _ in made]
    rows = [{"id": n, "opened_at": at, "saved_at": at} for (n, _), at in zip(made, times, strict=True)]
    connection.execute(insert(cases), rows)
    for part in PARTS:
        of_part = [(case_id, values(record, part)) for case_id, record in made]
        keep_part(connection, part, of_part)
    beside.write_many(connection, [(case_id, record.case) for case_id, record in made])


def keep_part(connection: Connection, part: Part, of_part: Sequence[tuple[str, tuple[Any, ...]]]) -> None:
    every = [value for _, found in of_part for value in found]
    if not every:
        return
    columns = to_columns(part.kind, every, without=(*part.apart, *part.children))
    columns["case_id"] = [case_id for case_id, found in of_part for _ in found]
    if part.many:
        columns["position"] = [place for _, found in of_part for place in range(1, len(found) + 1)]
    insert_columns(connection, part_tables[part.table], columns)
    for name, (table, kind) in part.children.items():
        rows = [
            {"case_id": case_id, "parent": id_of(part, value), "position": place, **to_row(kind, child)}
            for case_id, found in of_part
            for value in found
            for place, child in enumerate(getattr(value, name))
        ]
        if rows:
            connection.execute(insert(child_tables[table]), rows)


# a case


def a_case(n: int) -> Record:
    began = TODAY - timedelta(days=chance.randint(0, 3000))
    ended = began + timedelta(days=chance.randint(30, 400))
    over = ended if ended < TODAY and n % 4 else None  # every fourth still runs
    info = facts.CaseInfo(
        number=number(n),
        type=a_word("types"),
        opened=began,
        organisation=f"Organisation {n % 4}",
        adviser=f"Rådgiver {n % 12}",
    )
    made = facts.Case(
        info=info,
        persons=people(),
        tenancy=a_home(),
        arrears=arrears(n, began, over),
        course=a_course(began, over),
        contacts=contacts(began),
        notes=notes(began),
        conversation=a_talk(began, over),
        checks=checks(over),
        applications=applications(began),
    )
    return Record(case=with_plan(made, n, began, over), spending=bank(n))


def a_name() -> str:
    return "".join(chance.choices(PARTS_OF_NAMES, k=chance.randint(2, 3))).capitalize()


def a_word(name: str) -> str:
    return chance.choice(list(load_categories().lists[name]))


def some_words(name: str, most: int = 3) -> tuple[str, ...]:
    return tuple(chance.sample(list(load_categories().lists[name]), chance.randint(0, most)))


def a_day(after: date, within: int) -> date:
    return after + timedelta(days=chance.randint(0, within))


def people() -> tuple[facts.Person, ...]:
    family = a_name()
    tenant = facts.Person(
        id="p1",
        role=w.Role.TENANT,
        name=f"{chance.choice(FIRST)} {a_name()} {family}",
        born=date(chance.randint(1940, 2004), chance.randint(1, 12), chance.randint(1, 28)),
        cpr=f"{chance.randint(1, 28):02}{chance.randint(13, 19)}{chance.randint(40, 99)}{chance.randint(0, 9999):04}",
        phone=f"{chance.randint(20, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)} {chance.randint(10, 99)}",
        marital=chance.choice(list(w.Marital)),
        income_base=(facts.IncomeBase(base=chance.choice(w.INCOME_BASES)),),
    )
    children = (
        facts.Person(id=f"p{k}", role=w.Role.CHILD, name=f"{chance.choice(FIRST)} {family}", born=date(2015, 3, k))
        for k in range(2, 2 + chance.choice((0, 0, 1, 2, 3)))
    )
    return (tenant, *children)


def a_home() -> facts.Tenancy:
    flat = f"{chance.randint(1, 5)}. {chance.choice(('tv', 'th', 'mf'))}"
    place = f"{chance.randint(1000, 9990)} {a_name()}"
    return facts.Tenancy(
        landlord=chance.choice(LANDLORDS),
        address=f"{a_name()}{chance.choice(('vej', 'gade', 'parken'))} {chance.randint(1, 199)}, {flat}, {place}",
        rent_per_month=Decimal(chance.randint(4500, 11000)),
        area_m2=Decimal(chance.randint(40, 110)),
        moved_in=TODAY - timedelta(days=chance.randint(400, 9000)),
    )


def arrears(n: int, began: date, over: date | None) -> facts.Arrears:
    """Half the cases are about money; of those that run, some have had a letter."""
    if n % 2:
        return facts.Arrears()
    arrived = a_day(TODAY, 10) - timedelta(days=20) if over is None and n % 6 == 0 else None
    row = facts.ArrearsRow(id="r1", month=Month.of(began), amount=Decimal(7600), paakrav_arrived=arrived)
    ended = began if over is not None and n % 8 == 0 else None
    return facts.Arrears(rows=(row,), stated_on=began, ophaevelse_arrived=ended)


def a_course(began: date, over: date | None) -> course.Course:
    evicted = chance.choice((*[None] * 9, w.EvictionKind.BAILIFF)) if over else None
    lists = {
        name: some_words(name)
        for name in ("situations", "occasions", "causes", "referred_by", "activities", "advice", "help")
    }
    return course.Course(
        began=began,
        ended=over,
        area=f"Område {chance.randint(1, 12)}",
        education=a_word("education"),
        outcome=chance.choice((None, *w.ThreatOutcome)) if over else None,
        eviction=evicted,
        left_on=over if evicted else None,
        may_be_counted=chance.choice((True, True, None, False)),
        **lists,
    )


def contacts(began: date) -> tuple[course.Contact, ...]:
    return tuple(
        course.Contact(
            id=f"k{k}",
            on=a_day(began, 200),
            kind=chance.choice(list(w.ContactKind)),
            outcome=chance.choice(list(w.ContactOutcome)),
            minutes=chance.randint(1, 60),
            note="Talt om huslejen og om, hvad der skal ske nu.",
        )
        for k in range(8)
    )


def notes(began: date) -> tuple[course.JournalNote, ...]:
    text = "Vi gik budgettet igennem. Huslejen er set på opkrævningen. " * 6
    return tuple(course.JournalNote(id=f"n{k}", on=a_day(began, 200), title="Møde", text=text) for k in range(4))


def a_talk(began: date, over: date | None) -> facts.Conversation:
    todos = tuple(
        facts.Todo(
            id=f"t{k}",
            who="rådgiver",
            what=f"Ring til kommunen om sag {k}",
            by=a_day(TODAY, 60) if k == 0 and over is None else a_day(began, 100),
            done=None if k == 0 and over is None else a_day(began, 120),
        )
        for k in range(4)
    )
    given = (facts.Consent(id="s1", purpose="restance", recipient="udlejer", given=began),)
    return facts.Conversation(next_steps=todos, consents=given if chance.random() < 0.8 else ())


def checks(over: date | None) -> tuple[course.Check, ...]:
    if over is None or (TODAY - over).days < 365:
        return ()
    return (
        course.Check(id="c1", months=12, after_end=True, done=a_day(over, 400), home=chance.choice(list(w.HomeStatus))),
    )


def applications(began: date) -> tuple[Application, ...]:
    if chance.random() < 0.5:
        return ()
    granted = chance.random() < 0.7
    return (
        Application(
            id="boligstoette",
            applied_on=began,
            outcome=w.Outcome.GRANTED if granted else w.Outcome.WAITING,
            granted=Decimal(1100) if granted else None,
            ask_again=None if granted else began + timedelta(days=42),
        ),
    )


def with_plan(case: facts.Case, n: int, began: date, over: date | None) -> facts.Case:
    """Every second case had a plan; with those that run it is followed, with four payments each."""
    if n % 2:
        return case
    start = Month.of(TODAY).plus(-4) if over is None else Month.of(began)
    instalments = tuple(plans.Instalment(due=start.plus(k).first, amount=Decimal(760)) for k in range(10))
    paid = tuple(
        plans.PlanPayment(id=f"b{k}", due=one.due, paid_on=one.due, amount=one.amount)
        for k, one in enumerate(instalments[: 10 if over else chance.randint(2, 5)])
    )
    plan = plans.Agreement(
        instalments=instalments, made_on=start.first, payments=paid, follow_up=(start.plus(3).first,)
    )
    accepted = plans.LandlordAccepted(by="udlejer", on=start.first)
    if over is not None:
        ended = plans.FormerAgreement(id="a1", ended_on=over, outcome=w.PlanOutcome.KEPT, agreement=plan)
        return replace(case, former_agreements=(ended,))
    return replace(case, agreement=plan, arrears=replace(case.arrears, landlord_accepted=accepted))


# bank rows


def bank(n: int) -> spending.Spending:
    days = [TODAY - timedelta(days=ROWS - k) for k in range(ROWS)]
    rows = spending.bank_rows(a_row(n, k, day) for k, day in enumerate(days))
    batch = spending.Batch(
        id="b1",
        file_name="konto.csv",
        file_hash=f"{n:064x}",
        format="csv",
        imported_on=TODAY,
        proof=spending.Proof(status=spending.ProofStatus.NOT_POSSIBLE),
    )
    return spending.Spending(batches=(batch,), transactions=tuple(rows))


def a_row(n: int, k: int, day: date) -> spending.RowFacts:
    shop = SHOPS[(n + k) % len(SHOPS)]
    amount = -Decimal(100 * (k % 40) + n % 97 + 5) / 10
    sure = Decimal("0.9")
    return (f"b1-{k}", "b1", day, f"{shop} {k % 9}", amount, None, False, "", "601", w.Need.NEED, sure, "regel", False)


def folder_of(arguments: Iterable[str]) -> tuple[Path, int]:
    named = list(arguments)
    return Path(named[0]) if named else ROOT / "cases-bench", int(named[1]) if len(named) > 1 else CASES


if __name__ == "__main__":
    main(*folder_of(sys.argv[1:]))
