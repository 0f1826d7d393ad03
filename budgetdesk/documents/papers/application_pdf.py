"""The application to the municipality under aktivloven §§ 81 and 81 a, ready to sign and send the same day.

The letter is the one of the page Akut; below it stand who applies and the month in figures. The CPR number is left
for the applicant to write: the program does not print it (databeskyttelsesloven § 11).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.emergency import APPLICATION
from budgetdesk.documents.papers.answers import Answers, for_the_tenant
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import closing, filled, letter_body, tenant_name
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, facts, gap, side_by_side, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO
from budgetdesk.wording.key_figures import expenses_are_known, income_is_known, left_over

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

GAP = 10 * mm
TO_WRITE = "_" * 18
"""Room for a name or a number by hand."""
HEADING = ParagraphStyle("heading beside another", parent=page.H3)
HEADING.tag = "H2"


def application_81_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The application with what we know; what we do not know is left to be written by hand. The tenant signs."""
    letter, words = filled(answers, APPLICATION), texts.load("ansoegning_81")

    def story() -> list[Any]:
        return [
            text(f"{rich(letter.to)} · {formats.day(letter.dated)}", page.CELL_QUIET),
            text(rich(letter.title), page.H1),
            text(rich(letter.subject), page.LEAD),
            gap(4),
            _facts(case, answers, words),
            gap(8),
            *letter_body(letter, closing(case, ink), page.BODY),
        ]

    return page.build(story, head(case, letter.title, on=on, signing=for_the_tenant(case), ink=ink))


def _who(case: Case, words: Any) -> list[tuple[str, str]]:
    tenant = case.tenant
    born = formats.day(tenant.born) if tenant and tenant.born else ""
    return [
        (words["name"], tenant_name(case)),
        (words["born"], born),
        (words["cpr"], f"{TO_WRITE} ({words['cpr_blank']})"),
        (words["address"], case.tenancy.address + (words["protected"] if case.info.protected_address else "")),
        (words["phone"], tenant.phone if tenant else ""),
        (words["landlord"], case.tenancy.landlord),
    ]


def _facts(case: Case, answers: Answers, words: Any) -> Grid:
    """Who applies, and beside it the month in figures: the letter and the signature then stay on one page. Where no
    month is written, who applies has the room."""
    figures = _figures(case, answers, words["money"])
    money = 64 * mm if figures else 0.0
    first = page.WIDTH - money - GAP
    who = facts([(name, fact or TO_WRITE) for name, fact in _who(case, words["who"])], width=first, names=26 * mm)
    left = [text(words["who"]["heading"], HEADING), who]
    if not figures:
        return Grid([[left]], colWidths=[page.WIDTH], style=[("LEFTPADDING", (0, 0), (-1, -1), 0)], hAlign="LEFT")
    made = table(words["money"]["columns"], figures, [money - 28 * mm, 28 * mm], figures=[1], dense=True)
    beside = [text(words["money"]["heading"], HEADING), made]
    return side_by_side([left, beside], [first + GAP, money], gap=GAP)


def _figures(case: Case, answers: Answers, words: Any) -> list[list[str]]:
    """The month in figures, name and amount; only what is written: an unwritten figure is not 0 kr."""
    month = answers.month
    shown = [(words["in"], month.income_per_month)] if (earned := income_is_known(month)) else []
    if spent := expenses_are_known(month):
        shown += [(words["fixed"], month.fixed_per_month), (words["out"], month.expenses_per_month)]
    shown += [(words["left"], left_over(month))] if earned and spent else []
    balances = [account.balance for account in case.bank if account.balance is not None]
    shown += [(words["savings"], sum(balances, ZERO))] if balances else []
    return [[name, formats.kroner(amount, oere=False)] for name, amount in shown]
