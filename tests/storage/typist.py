"""Somebody who types, letter by letter, and can be shot at any moment. Run as a script, it obeys its standard input.

Step number k does the same to every desk, so what must stand in a store that has seen k steps can be computed.

    python typist.py PROFILE        then lines: "type FROM" (forks somebody who types from step FROM until killed)
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.household import paths
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.storage.keyrings import NO_KEYRING

sys.path.append(str(Path(__file__).parents[1]))

from throwaway import cheap_keys, shared_words

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
PASSPHRASE = "en hel sætning"
CASE = "2026-0001"
FIELDS = ("case.tenancy.landlord", "case.tenancy.address", "case.info.adviser", "case.conversation.note")
RENT = "case.tenancy.rent_per_month"
TEXT = "Lærkevej 12, 3. tv, 2650 Hvidovre "


def step(desk: Desk, number: int) -> None:
    """One keystroke: exactly one thing saved, or nothing."""
    field = FIELDS[number // len(TEXT) % len(FIELDS)]
    what = number % 13
    if what == 0:
        desk.set_draft(RENT, f"76oo,{number}")
    elif what == 5:
        desk.clear_draft(RENT)
    elif what == 7:
        desk.undo()
    elif what == 9:
        desk.change("husleje", paths.put(desk.record, RENT, Decimal(number)))
    elif what == 11:
        persons = desk.record.case.persons
        added = Person(id=paths.next_id(persons, "p"), role=Role.CHILD, name=f"Barn {number}")
        desk.change("barn", paths.put(desk.record, "case.persons", (*persons[-20:], added)))
    else:
        typed = TEXT[: number % len(TEXT) + 1] + str(number)
        desk.change("tekst", paths.put(desk.record, field, typed), merge=field)


def open_workspace(folder: Path) -> Workspace:
    return Workspace.open(folder, passphrase=PASSPHRASE, today=TODAY, clock=lambda: NOON, keyring=NO_KEYRING)


def _type_until_killed(folder: Path, number: int) -> None:
    desk = open_workspace(folder).desk(CASE)
    while True:
        step(desk, number)
        number += 1
        os.write(1, b"%d\n" % number)


def _serve(folder: Path) -> None:
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _type_until_killed(folder, int(line.split()[1]))
        os.write(1, b"pid %d\n" % child)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


def _learn_the_words() -> None:
    """What is slow the first time is done in a store elsewhere, before anybody is forked."""
    with (
        TemporaryDirectory() as elsewhere,
        Workspace.create(Path(elsewhere) / "p", passphrase=PASSPHRASE, today=TODAY, keyring=NO_KEYRING) as workspace,
    ):
        step(workspace.new_case(), 1)


if __name__ == "__main__":
    cheap_keys()
    shared_words()
    _learn_the_words()
    _serve(Path(sys.argv[1]))
