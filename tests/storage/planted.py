"""Words planted in every kind of place in which a store can hold something about a person, and a search that finds them
wherever they stand: in the pages in use and the free ones, in any coding, and inside what is packed."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import insert

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.learning import SETTING as LEARNED
from budgetdesk.actions.workspace import Workspace
from budgetdesk.household import paths
from budgetdesk.household.case import BankAccount, Consent, Expense, Person, Todo
from budgetdesk.household.course import Contact, ContactPerson, JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, Receipt, ReceiptItem, Transaction
from budgetdesk.storage.arrears_tables import arrears_list_rows, arrears_lists

DAY = date(2026, 10, 1)
PLACES = (
    "name", "partner", "contactperson", "address", "conversation", "ownnote", "closednote", "todo", "contact",
    "consent", "creditor", "account", "expense", "bankrow", "gonerow", "filename", "shop", "item", "draft", "label",
    "undone", "title", "pdf", "picture", "rule", "layout", "scan", "purpose", "list", "summary",
)  # fmt: skip
CPR = "120489-9995"
PHONE = "20 30 41 52"


def word(place: str) -> str:
    """The word planted in one place; it begins like no other word in the store."""
    return f"Qvx{place}zwk"


def plant(workspace: Workspace, desk: Desk) -> None:
    """Every word in its place, in one case and in what the store keeps beside the cases."""
    _plant_facts(desk)
    _plant_spending(desk)
    _plant_journal(desk)
    paper = b"%PDF-1.7 " + zlib.compress(f"{word('pdf')} betaler ".encode() * 20)
    workspace.save_document(desk.case_id, kind="budget", title=word("title"), pdf=paper)
    picture = workspace.keep_picture(desk.case_id, b"\xff\xd8\xff" + f"{word('picture')} ".encode() * 900)
    receipts = [replace(one, picture=picture) for one in desk.record.spending.receipts]
    desk.change("billede", paths.put(desk.record, "spending.receipts", tuple(receipts)))
    _plant_settings(workspace)
    _plant_beside(workspace, desk.case_id)


def _plant_facts(desk: Desk) -> None:
    for path, fact in (
        ("case.persons", (
            Person(id="p1", role=Role.TENANT, name=f"Zebulon {word('name')}", cpr=CPR, phone=PHONE),
            Person(id="p2", role=Role.PARTNER, name=f"Ada {word('partner')}"),
        )),
        ("case.contact_persons", (ContactPerson(id="k1", name=word("contactperson")),)),
        ("case.tenancy.address", f"c/o {word('address')}"),
        ("case.conversation.note", f"{word('conversation')} " * 300),
        ("case.notes", (
            JournalNote(id="n1", own=True, text=word("ownnote")),
            JournalNote(id="n2", closed_on=DAY, text=word("closednote")),
        )),
        ("case.conversation.next_steps", (Todo(id="t1", what=word("todo")),)),
        ("case.contacts", (Contact(id="c1", note=word("contact")),)),
        ("case.conversation.consents", (Consent(id="c1", recipient=word("consent")),)),
        ("case.debts", (Debt(id="d1", creditor=word("creditor")),)),
        ("case.bank", (BankAccount(id="b1", name=word("account")),)),
        ("case.expenses", (Expense(id="e1", line="101", label=word("expense")),)),
    ):  # fmt: skip
        desk.change("skrev", paths.put(desk.record, path, fact))


def _plant_spending(desk: Desk) -> None:
    proof = Proof(status=ProofStatus.HOLDS)
    batch = Batch(
        id="b1", file_name=word("filename"), file_hash="0", format="x", account="", imported_on=DAY, proof=proof
    )

    def rows(start: int, text: str) -> list[Transaction]:
        return [
            Transaction(id=f"t{start + n}", batch="b1", date=DAY, text=f"{text} {n}", amount=Decimal(-1))
            for n in range(300)
        ]

    record = paths.put(desk.record, "spending.batches", (batch,))
    kept, gone = rows(0, word("bankrow")), rows(1000, word("gonerow"))
    desk.change("hentede", paths.put(record, "spending.transactions", (*kept, *gone)))
    desk.change("slettede rækker", paths.put(desk.record, "spending.transactions", tuple(kept)))
    item = ReceiptItem(id="i1", text=word("item"), amount=Decimal(1))
    receipt = Receipt(id="r1", shop=word("shop"), date=None, total=Decimal(1), items=(item,))
    desk.change("bon", paths.put(desk.record, "spending.receipts", (receipt,)))


def _plant_journal(desk: Desk) -> None:
    desk.change(word("label"), paths.put(desk.record, "case.info.guardian", "x"))
    desk.set_draft("case.tenancy.rent_per_month", word("draft"))


def undo_something(desk: Desk) -> None:
    """A step that was taken back stays in the journal; nothing may be changed after it."""
    desk.change("skrev", paths.put(desk.record, "case.info.guardian", word("undone")))
    desk.undo()


def _plant_settings(workspace: Workspace) -> None:
    rule = {"key": f"zebulon {word('rule')}".lower(), "name": f"Zebulon {word('rule')}", "line": "101", "need": "need"}
    other = {"key": "netto", "name": "Netto", "line": "201", "need": "need"}
    workspace.save_setting(LEARNED, [rule, other])
    workspace.save_setting("statement_layouts", [f'{{"title": "Zebulon {word("layout")}"}}', '{"title": "Banken"}'])
    workspace.save_setting("scan_folder", f"/scan/Zebulon {word('scan')}")
    workspace.save_setting("scan_folder_seen", [f"Zebulon {word('scan')}.pdf|1|2", "bon.pdf|1|2"])


def _plant_beside(workspace: Workspace, case_id: str) -> None:
    workspace.note_purpose(case_id, word("purpose"))
    with workspace._store.database.transaction() as connection:
        made = connection.execute(insert(arrears_lists).values(
            sender="Udlejer", stated_on=DAY, taken_on=DAY, taken_by="", purpose="", legal_basis="",
            keep_until=DAY, whole=True, rows=2, unread=0, total=Decimal(1), left_out=[],
        ).returning(arrears_lists.c.id)).scalar_one()  # fmt: skip
        for line, (name, case) in enumerate(
            [
                (f"{word('list')} Zebulon {word('name')}", case_id),
                (f"Zebulon {word('name')}", None),
                ("Ole Hansen", None),
            ]
        ):
            connection.execute(insert(arrears_list_rows).values(
                list_id=made, line=line, key=f"k{line}", reference="", name=name, address="", phone="",
                amount=Decimal(1), case_id=case, how="",
            ))  # fmt: skip


# the search


def planted_in(everything: bytes) -> set[str]:
    """The places whose words can be found, plain or packed, in any usual coding."""
    unpacked = everything + b"".join(_unpacked(everything))
    small = unpacked.lower()
    wanted = {place: _looks(word(place).lower()) for place in PLACES if place not in ("summary",)}
    wanted |= {"cpr": _looks(CPR) | _looks(CPR.replace("-", "")), "phone": _looks(PHONE)}
    return {place for place, looks in wanted.items() if any(look in small for look in looks)}


def _looks(text: str) -> set[bytes]:
    return {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}


def _unpacked(data: bytes) -> list[bytes]:
    """Whatever begins like something that zlib packed, also within base64 and also where its end is missing."""
    found = [
        part for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data) if (part := _expanded(data[start.start() :]))
    ]
    for run in re.finditer(rb"[A-Za-z0-9+/]{24,}", data):
        text = run.group()
        for at in [each.start() for each in re.finditer(rb"eA|eJ|eN|eF", text)][:50]:
            end = at + (len(text) - at) // 4 * 4
            if part := _expanded(base64.b64decode(text[at:end])):
                found.append(part)
    return found


def _expanded(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data[:400_000], 2_000_000)
    except zlib.error:
        return _as_far_as_it_goes(data[:400_000])


def _as_far_as_it_goes(data: bytes) -> bytes:
    expand, out = zlib.decompressobj(), b""
    try:
        for at in range(0, len(data), 64):
            out += expand.decompress(data[at : at + 64])
    except zlib.error:
        pass
    return out if len(out) > 20 else b""


def decrypted(database: Path, key: bytes) -> bytes:
    """Every page of a file, free ones too, without the encryption (SQLCipher 4: AES-256-CBC, 4096 bytes, the last 80
    reserved, their first 16 the initial vector; the first 16 bytes of the file are a salt)."""
    raw = database.read_bytes()
    pages = []
    for start in range(0, len(raw) - 4095, 4096):
        page = raw[start : start + 4096]
        cipher = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
        pages.append(cipher.update(page[16 if start == 0 else 0 : -80]) + cipher.finalize())
    return b"".join(pages)


def log_decrypted(log: Path, key: bytes) -> bytes:
    """Every frame of a write-ahead log without the encryption: a head of 32 bytes, then 24 bytes before each page."""
    raw = log.read_bytes() if log.exists() else b""
    pages = []
    for start in range(32 + 24, len(raw) - 4095, 4096 + 24):
        page = raw[start : start + 4096]
        cipher = Cipher(algorithms.AES256(key), modes.CBC(page[-80:-64])).decryptor()
        pages.append(cipher.update(page[:-80]) + cipher.finalize())
    return b"".join(pages)
