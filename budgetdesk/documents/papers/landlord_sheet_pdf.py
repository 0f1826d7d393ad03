"""*Restance og aftale*: for the landlord. The landlord's own claim and the agreement about it, with what is paid.

Nothing else of the case, and nothing at all of the budget. Not signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers, landlord
from budgetdesk.documents.papers.for_home import whom_to_call
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import facts, section, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import Case
from budgetdesk.household.words import PaymentFor
from budgetdesk.money import ZERO
from budgetdesk.planning.owed import amount_of, owed_now, paid_since

# isort: split
from reportlab.lib.units import mm


def landlord_sheet_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The sheet. An agreement the landlord has not said yes to is marked as a proposal."""
    del ink
    words, agreement = texts.load("udlejer_ark"), case.agreement
    proposal = agreement is not None and bool(agreement.instalments) and case.arrears.landlord_accepted is None

    def story() -> list[Any]:
        return [
            text(words["title"], page.H1),
            text(words["lead"].format(landlord=rich(landlord(case)), day=formats.day(on)), page.LEAD),
            *section(words["case"]["heading"], _case(case, words["case"])),
            *_owed(case, words["owed"]),
            *_agreed(case, words["agreed"]),
            *whom_to_call(case, answers, words["call"]),
        ]

    return page.build(story, head(case, words["title"], on=on, proposal=proposal))


def _case(case: Case, words: Any) -> Any:
    rows = [
        (words["tenant"], case.tenant.name if case.tenant else ""),
        (words["address"], case.tenancy.address),
        (words["reference"], case.arrears.payment_reference),
    ]
    return facts([row for row in rows if row[1]] or rows[:1])


def _owed(case: Case, words: Any) -> list[Any]:
    if not case.arrears.rows:
        return section(words["heading"], text(words["none"]))
    rows = [
        (
            formats.month(row.month) if row.month else "–",
            words[row.kind.value],
            formats.kroner(row.amount) if row.amount is not None else words["unknown"],
        )
        for row in case.arrears.rows
    ]
    if paid_since(case):
        rows.append((words["paid"], "", formats.kroner(-paid_since(case))))
    rows.append((words["total"], "", formats.kroner(owed_now(case))))
    made = table(words["columns"], rows, [50 * mm, page.WIDTH - 90 * mm, 40 * mm], figures=(2,), total=True)
    return section(words["heading"], made, text(words["not_sure"], page.SMALL))


def _agreed(case: Case, words: Any) -> list[Any]:
    agreement = case.agreement
    if agreement is None or not agreement.instalments:
        return section(words["heading"], text(words["none"]))
    yes = case.arrears.landlord_accepted
    when = f" den {formats.day(yes.on)}" if yes is not None and yes.on is not None else ""
    said = words["accepted"].format(when=when) if yes is not None else words["proposal"]
    rows = [_instalment(number, one, agreement) for number, one in enumerate(agreement.instalments, 1)]
    total = sum((one.amount for one in agreement.instalments), ZERO)
    paid = sum((_paid(one, agreement) for one in agreement.instalments), ZERO)
    rows.append([words["total"], "", *map(formats.kroner, (total, paid, max(total - paid, ZERO)))])
    widths = [16 * mm, page.WIDTH - 112 * mm, 32 * mm, 32 * mm, 32 * mm]
    made = table(words["columns"], rows, widths, figures=(2, 3, 4), total=True)
    return section(words["heading"], text(said), made, text(words["rent"]))


def _instalment(number: int, one: Instalment, agreement: Agreement) -> list[str]:
    paid = _paid(one, agreement)
    amounts = map(formats.kroner, (one.amount, paid, max(one.amount - paid, ZERO)))
    return [f"{number}.", formats.day(one.due), *amounts]


def _paid(one: Instalment, agreement: Agreement) -> Decimal:
    """What was paid on an instalment, kr."""
    paid = (
        amount_of(payment, agreement)
        for payment in agreement.payments
        if payment.what is PaymentFor.INSTALMENT and payment.due == one.due
    )
    return sum(paid, ZERO)
