"""Nothing personal is readable in the profile folder, in temporary files or in the log, whatever happens."""

from __future__ import annotations

import base64
import logging
import os
import sqlite3
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import pytest
import typist
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.household import paths
from budgetdesk.household.case import Consent, Person, Todo
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, Receipt, ReceiptItem, Transaction
from budgetdesk.storage.keyrings import NO_KEYRING

NAME = "Zebulon Kvistgård-Æbeløe"
CPR = "120489-9995"
PLANTED = (NAME, CPR, CPR.replace("-", ""), "Zebulon", "Kvistgård")


def looks_of(text: str) -> set[bytes]:
    """Every way in which the text could stand in a file."""
    raw = {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "utf-32-le")}
    utf8 = text.encode()
    shifted = {base64.b64encode(b"x" * n + utf8)[4 * (n > 0) : -4] for n in range(3)}
    return {look.lower() for look in raw | {quote(text).encode(), utf8.hex().encode()} | shifted if len(look) > 5}


def found_in(*folders: Path) -> list[str]:
    """The files in which anything planted can be read, letters of any size; also in their names."""
    looks = {look for text in PLANTED for look in looks_of(text)}
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [str(f) for f in files if any(look in (f.read_bytes() + os.fsencode(f)).lower() for look in looks)]


def plant(desk: Desk, workspace: Workspace) -> None:
    """Name and number everywhere where a case can hold text."""
    case = [
        ("case.persons", (Person(id="p1", role=Role.TENANT, name=NAME, cpr=CPR, phone=CPR),)),
        ("case.tenancy.address", f"c/o {NAME}"),
        ("case.conversation.note", f"{NAME} {CPR} " * 50),
        ("case.conversation.next_steps", (Todo(id="t1", who=NAME, what=CPR),)),
        ("case.conversation.consents", (Consent(id="c1", recipient=NAME),)),
        ("case.debts", (Debt(id="d1", creditor=NAME, note=CPR),)),
    ]
    for path, fact in case:
        desk.change(f"skrev {NAME}", paths.put(desk.record, path, fact))
    desk.undo()
    desk.set_draft("case.tenancy.rent_per_month", f"{NAME} {CPR}")
    desk.change(f"hentede {NAME}.csv", with_spending(desk.record))
    workspace.save_document(desk.case_id, kind="budget", title=NAME, pdf=f"%PDF-1.7 ({NAME}) {CPR}".encode())
    workspace.save_setting("seneste", [NAME, CPR])


def with_spending(record: Record) -> Record:
    proof = Proof(status=ProofStatus.HOLDS, gaps=(NAME,))
    day = date(2026, 10, 1)
    batch = Batch(
        id="b1", file_name=f"{CPR}.csv", file_hash="0", format="x", account=NAME, imported_on=day, proof=proof
    )
    rows = [
        Transaction(id=f"t{n}", batch="b1", date=day, text=f"MobilePay {NAME}", amount=Decimal(-1)) for n in range(300)
    ]
    item = ReceiptItem(id="i1", text=CPR, amount=Decimal(1))
    record = paths.put(record, "spending.batches", (batch,))
    record = paths.put(record, "spending.transactions", tuple(rows))
    return paths.put(
        record, "spending.receipts", (Receipt(id="r1", shop=NAME, date=None, total=Decimal(1), items=(item,)),)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sager"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything that wants a temporary file must put it."""
    made = tmp_path / "tmp"
    made.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(made))
    return made


def create(folder: Path) -> Workspace:
    return Workspace.create(folder, passphrase=typist.PASSPHRASE, today=typist.TODAY, keyring=NO_KEYRING)


def test_nothing_can_be_read_while_it_is_open_nor_after_closing(folder: Path, temporary: Path) -> None:
    with create(folder) as workspace:
        plant(workspace.new_case(), workspace)
        names = {file.name for file in folder.iterdir()}
        assert names >= {"budgetdesk.db", "budgetdesk.db-wal", "budgetdesk.db-shm", "budgetdesk.key"}
        assert found_in(folder, temporary) == []
        workspace.delete_case(workspace.cases()[0].id)
        assert found_in(folder, temporary) == []

    assert found_in(folder, temporary) == []


def test_nothing_can_be_read_after_a_kill(folder: Path, temporary: Path) -> None:
    create(folder).close()
    script = (
        "import os, signal, sys, pathlib; sys.path.insert(0, sys.argv[2]);"
        "import typist, test_secrecy as t; typist.cheap_keys();"
        "w = typist.open_workspace(pathlib.Path(sys.argv[1])); t.plant(w.new_case(), w);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", script, str(folder), here], capture_output=True, check=False)

    assert done.returncode == -9
    assert (folder / "budgetdesk.db-wal").stat().st_size > 0
    assert found_in(folder, temporary) == []
    assert not any(look in (done.stdout + done.stderr).lower() for text in PLANTED for look in looks_of(text))
    with typist.open_workspace(folder) as workspace:
        assert workspace.cases()[0].tenant == NAME


def test_nothing_is_said_in_the_log_or_in_errors(
    folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    said = []
    with create(folder) as workspace:
        desk = workspace.new_case()
        plant(desk, workspace)
        for path, fact in (("case.persons", (_twin(), _twin())), ("case.tenancy.deposit", Decimal("0.001"))):
            with pytest.raises((BudgetDeskError, ValueError)) as caught:
                desk.change(NAME, paths.put(desk.record, path, fact))
            said += _chain(caught.value)
        workspace.check()
        with pytest.raises(BudgetDeskError) as caught:
            desk._store.set_draft(CPR, None) or workspace.desk("9999-0001")
        said += _chain(caught.value)
    out, err = capfd.readouterr()
    everything = caplog.text + out + err + " ".join(said)

    assert not [text for text in PLANTED if text.lower() in everything.lower()]


def _twin() -> Person:
    return Person(id="p1", role=Role.TENANT, name=NAME, cpr=CPR)


def _chain(error: BaseException | None) -> list[str]:
    return [] if error is None else [str(error), *_chain(error.__cause__ or error.__context__)]


def test_an_erased_case_is_gone_also_from_the_free_pages(folder: Path) -> None:
    with create(folder) as workspace:
        desk = workspace.new_case()
        plant(desk, workspace)
        workspace.save_setting("seneste", None)
        key = bytes(workspace._profile._key)
    before = decrypted(folder / "budgetdesk.db", key)
    with typist.open_workspace(folder) as workspace:
        workspace.erase_case(desk.case_id)
    after = decrypted(folder / "budgetdesk.db", key)

    assert NAME.encode() in before
    assert not any(look in after.lower() for text in PLANTED for look in looks_of(text))


def decrypted(database: Path, key: bytes) -> bytes:
    """Every page, free ones too, without the encryption (SQLCipher 4: AES-256-CBC, 4096 bytes, the last 80 reserved,
    their first 16 the initial vector; the first 16 bytes of the file are a salt)."""
    raw = database.read_bytes()
    pages = []
    for start in range(0, len(raw), 4096):
        page = raw[start : start + 4096]
        cipher = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
        pages.append(cipher.update(page[16 if start == 0 else 0 : -80]) + cipher.finalize())
    return b"".join(pages)


def test_the_search_finds_what_is_plain(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with sqlite3.connect(tmp_path / "a" / "plain.db") as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("INSERT INTO t VALUES (?)", (NAME.upper(),))
    connection.close()
    (tmp_path / "a" / "wide.txt").write_bytes(CPR.encode("utf-16-le"))
    (tmp_path / "a" / "b64.txt").write_bytes(base64.b64encode(b"navn: " + NAME.encode()))
    (tmp_path / "a" / "clean.txt").write_text("ingenting")

    assert {Path(name).name for name in found_in(tmp_path / "a")} == {"plain.db", "wide.txt", "b64.txt"}
