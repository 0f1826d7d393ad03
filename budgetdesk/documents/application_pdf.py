"""The application to the municipality under aktivloven §§ 81 and 81 a, ready to sign and send the same day.

The CPR number is left for the applicant to write: the program does not print it (databeskyttelsesloven § 11).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.dates import age_on
from budgetdesk.documents import page, signatures, texts
from budgetdesk.documents.answers import Answers
from budgetdesk.documents.blocks import box, facts, gap, section, steps, table, text
from budgetdesk.documents.fonts import plain, rich
from budgetdesk.documents.ink import Ink, Role
from budgetdesk.documents.letters import head, tenant_name, written_by_hand
from budgetdesk.documents.signatures import Party
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.units import mm


def application_81_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The application with what we know; what we do not know is left to be written by hand. The tenant signs."""
    words = texts.load("ansoegning_81")
    municipality = plain(case.tenancy.municipality).removesuffix(" Kommune")
    to = words["to"].format(municipality=rich(municipality)) if municipality else words["to_unknown"]
    kind = texts.load("underskrift")["kind"]

    def story() -> list[Any]:
        return [
            text(to, page.CELL_QUIET),
            text(words["title"], page.H1),
            text(words["subject"], page.LEAD),
            box(text(_urgent(answers, words), page.BANNER), filled=False),
            *section(words["who"]["heading"], facts(_who(case, words["who"], on))),
            *_what(case, words["what"]),
            *section(
                words["why"]["heading"],
                text(words["why"]["blank"], page.CELL_QUIET),
                written_by_hand(["", "", ""], label_width=8),
            ),
            *_money(case, answers, words["money"]),
            *section(words["ask"]["heading"], steps(words["ask"]["rows"])),
            *section(words["enclosed"]["heading"], steps(words["enclosed"]["rows"], mark="•")),
            gap(10),
            *signatures.block([Party(Role.TENANT, tenant_name(case))], ink, kind_of_signature=kind),
        ]

    return page.build(story, head(case, words["title"], on, ink))


def _urgent(answers: Answers, words: Any) -> str:
    clock = answers.clock
    if clock is None or clock.pay_by is None or clock.pay_by.day < answers.on:
        return str(words["urgent_none"])
    return str(words["urgent"].format(day=formats.weekday_and_day(clock.pay_by.day)))


def _who(case: Case, words: Any, on: date) -> list[tuple[str, str]]:
    tenant = case.tenant
    born = formats.day(tenant.born) if tenant and tenant.born else ""
    children = [
        words["child"].format(name=child.name or "Barn", age=age_on(child.born, on)) if child.born else child.name
        for child in case.children
        if child.lives_at_home
    ]
    return [
        (words["name"], tenant_name(case)),
        (words["born"], born),
        (words["cpr"], f"______________ ({words['cpr_blank']})"),
        (words["address"], words["protected"] if case.info.protected_address else case.tenancy.address),
        (words["phone"], tenant.phone if tenant else ""),
        (words["children"], "; ".join(children)),
        (words["landlord"], case.tenancy.landlord),
    ]


def _what(case: Case, words: Any) -> list[Any]:
    kinds = texts.load("aftale")["owed"]
    rows = [
        [formats.month(row.month) if row.month else "–", kinds[row.kind.value], formats.kroner(row.amount)]
        for row in case.arrears.rows
        if row.amount is not None
    ]
    home = text(words["home" if case.children else "home_alone"])
    if not rows:
        return section(words["heading"], text(words["unknown"]), home)
    total = formats.kroner(case.arrears.total)
    told = text(words["text"].format(amount=total).replace("kr.</b>.", "kr.</b>"))
    rows.append([words["total"], "", total])
    widths = [50 * mm, page.WIDTH - 90 * mm, 40 * mm]
    return section(words["heading"], told, table(words["columns"], rows, widths, figures=[2], total=True), home)


def _money(case: Case, answers: Answers, words: Any) -> list[Any]:
    month = answers.month
    liquid = sum((one.balance for one in case.bank if one.balance is not None), case.wealth.liquid * 0)
    rows = [
        [words["in"], formats.kroner(month.income_per_month, oere=False)],
        [words["fixed"], formats.kroner(month.fixed_per_month, oere=False)],
        [words["out"], formats.kroner(month.expenses_per_month, oere=False)],
        [words["left"], formats.kroner(month.luft, oere=False)],
    ]
    if any(one.balance is not None for one in case.bank):
        rows.append([words["savings"], formats.kroner(liquid, oere=False)])
    return section(
        words["heading"], table(words["columns"], rows, [80 * mm, 35 * mm], figures=[1]), text(words["note"])
    )
