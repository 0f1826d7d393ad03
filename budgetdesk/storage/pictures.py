"""The pictures of receipts and of papers signed with a pen: kept encrypted with their case, apart from its facts and
from the journal.

A receipt or a copy names its picture by id. A picture that neither they nor a step of the journal name is forgotten
when the store is closed, so undo and redo always find theirs.
"""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, Table, cast, delete, insert, select

from budgetdesk.errors import StoreError
from budgetdesk.i18n import _
from budgetdesk.storage.tables import journal, part_tables
from budgetdesk.storage.types import metadata

__all__ = ["LARGEST_PICTURE", "forget_unused", "keep_picture", "kept_pictures", "media_type_of", "picture", "pictures"]

LARGEST_PICTURE = 4 * 1024 * 1024
"""Bytes. Readers hand over pictures of about 200 kB; a PDF may be larger."""

pictures = Table(
    "pictures",
    metadata,
    Column("case_id", ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(40), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"%PDF-", "application/pdf"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


def media_type_of(data: bytes) -> str:
    """What the first bytes say that it is; "" when it is no picture we keep."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")


def keep_picture(connection: Connection, case_id: str, data: bytes) -> str:
    """Keep a picture of a case and return its id; the same picture is kept once. Raises StoreError."""
    kind = media_type_of(data)
    if not kind:
        raise StoreError(_("Billedet kan ikke gemmes: det er hverken JPEG, PNG, WebP, TIFF eller PDF. Vælg et andet."))
    if len(data) > LARGEST_PICTURE:
        raise StoreError(_("Billedet fylder mere end 4 MB og kan ikke gemmes. Gør det mindre, og prøv igen."))
    digest = sha256(data).hexdigest()
    picture_id = f"p{digest[:24]}"
    here = select(pictures.c.id).where(pictures.c.case_id == case_id, pictures.c.id == picture_id)
    if connection.execute(here).first() is None:
        connection.execute(
            insert(pictures).values(case_id=case_id, id=picture_id, sha256=digest, media_type=kind, data=data)
        )
    return picture_id


def picture(connection: Connection, case_id: str, picture_id: str) -> bytes:
    """The bytes of a kept picture. Raises StoreError when it is not there, or not what was kept."""
    query = select(pictures).where(pictures.c.case_id == case_id, pictures.c.id == picture_id)
    row = connection.execute(query).first()
    if row is None:
        raise StoreError(_("Billedet af kvitteringen findes ikke mere. Tallene er der stadig."))
    data = bytes(row.data)
    if sha256(data).hexdigest() != row.sha256:
        raise StoreError(_("Billedet af kvitteringen er beskadiget. Hent det fra en sikkerhedskopi."))
    return data


def kept_pictures(connection: Connection, case_id: str) -> tuple[str, ...]:
    """The ids of all pictures of a case."""
    query = select(pictures.c.id).where(pictures.c.case_id == case_id).order_by(pictures.c.id)
    return tuple(connection.scalars(query))


def forget_unused(connection: Connection) -> int:
    """Remove every picture that no receipt, no copy and no step of the journal names. Returns how many."""
    receipts, copies = part_tables["receipts"].c, part_tables["pen_copies"].c
    named = select(receipts.id).where(receipts.case_id == pictures.c.case_id, receipts.picture == pictures.c.id)
    scanned = select(copies.id).where(
        copies.case_id == pictures.c.case_id, cast(copies.pages, String).contains(pictures.c.id)
    )
    unnamed = select(pictures.c.case_id, pictures.c.id).where(~named.exists(), ~scanned.exists())
    gone = 0
    for case_id, picture_id in connection.execute(unnamed).all():
        told = select(journal.c.id).where(journal.c.case_id == case_id, journal.c.difference.contains(picture_id))
        if connection.execute(told.limit(1)).first() is None:
            mine = (pictures.c.case_id == case_id, pictures.c.id == picture_id)
            gone += connection.execute(delete(pictures).where(*mine)).rowcount
    return gone
