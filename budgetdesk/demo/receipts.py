"""The pile of photographed receipts of the demonstration: read as at the desk, kept with their pictures in one step."""

from __future__ import annotations

from budgetdesk import data_files
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.receipts import ReadyReceipt, take_in_receipts
from budgetdesk.actions.workspace import Workspace
from budgetdesk.readers.ocr.pool import OcrPool

PHOTOS = "*.jpg"
"""Which of the pictures of the sample are in the pile."""


def take_in_pile(workspace: Workspace, desk: Desk) -> str:
    """Read every picture and take the receipts in. A Danish sentence about what came of it."""
    files = sorted(data_files.path("sample", "kvitteringer").glob(PHOTOS))
    pictures = [(file.name, file.read_bytes()) for file in files]
    with OcrPool() as pool:
        answers = sorted(pool.read_all(pictures, today=desk.today), key=lambda answer: answer.number)
    ready = [
        ReadyReceipt(
            receipt=answer.read.receipt,
            lines=answer.read.text.lines,
            picture=workspace.keep_picture(desk.case_id, answer.read.text.picture),
        )
        for answer in answers
        if answer.read is not None
    ]
    if not ready:
        return answers[0].problem if answers else ""
    change = take_in_receipts(desk.record, ready, desk.library)
    desk.change(change.label, change.record)
    return change.said
