"""The pages for everyday life: the year, the envelopes, the budget account, the week's meals and shopping."""

from __future__ import annotations

from typing import Any

from budgetdesk.documents.papers import budget_account_pdf, envelopes_pdf, shopping_pdf, year_pdf
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.tenant.tenant_page import Asked, Column, Figure, Line, Part, TenantPage, bare, line
from budgetdesk.documents.tenant.tenant_page_steps import call_adviser
from budgetdesk.planning.budget_account import BudgetAccount


def _figures(shown: list[tuple[str, str]]) -> tuple[Figure, ...]:
    return tuple(Figure(label, amount) for label, amount in shown)


def _lines(said: list[str]) -> tuple[Line, ...]:
    """Sentences that are markup."""
    return tuple(line(bare(one)) for one in said)


def year_page(asked: Asked) -> TenantPage:
    """As the document `aaret`: the months as a table of what is left, and one of what comes in and goes out."""
    words, case = texts.load("aaret"), asked.record.case
    flow = year_pdf.with_agreement(case, asked.answers)
    year, call = year_pdf.year_ahead(case, asked.answers, flow), call_adviser(asked, words["call"])
    if year is None or flow is None:
        return TenantPage("aaret", words["title"], words["none"], call=call)
    month, came_in, went_out, left, aside, special = words["table"]["columns"]
    rows = year_pdf.rows(case, year, words)
    use = year_pdf.use(case, asked.answers, year, words["use"], asked.markup)
    seldom = year_pdf.specials(case, year, flow, words, asked.markup)
    return TenantPage(
        name="aaret",
        title=words["title"],
        lead=words["lead"],
        figures=_figures(year_pdf.figures(year, words["figures"])),
        parts=(
            Part(
                words["picture"]["heading"],
                tuple(line(row[0], amount=row[3], by=row[4], note=bare(row[5])) for row in rows),
                pictogram="calendar",
                columns=(Column(month, "text"), Column(left, "amount"), Column(aside, "by"), Column(special, "note")),
            ),
            Part(
                f"{came_in} · {went_out}",
                tuple(line(row[0], amount=row[1], by=row[2]) for row in rows),
                columns=(Column(month, "text"), Column(came_in, "amount"), Column(went_out, "by")),
            ),
            Part(words["use"]["heading"], _lines(use), pictogram="savings"),
            Part(words["special"]["heading"], _lines(seldom)),
        ),
        call=call,
    )


def envelopes_page(asked: Asked) -> TenantPage:
    """As the document `kuverter`: the labels as lines."""
    words, case, answers = texts.load("kuverter"), asked.record.case, asked.answers
    living = envelopes_pdf.living_of(case, answers)
    told = words["label"]
    labels = tuple(
        line(one.name, by=one.days, amount=one.amount, note=told["to"].format(what=one.what), pictogram="food")
        for one in envelopes_pdf.labels(answers, living, words)
    )
    reckoned = envelopes_pdf.how_reckoned(answers, living, words["sum"], asked.markup)
    return TenantPage(
        name="kuverter",
        title=words["title"],
        lead=envelopes_pdf.lead(living, words),
        parts=(
            Part("", labels),
            Part("", (line(told["not"]),)),
            Part(words["sum"]["heading"], _lines(reckoned)),
            Part(words["empty"]["heading"], _lines(words["empty"]["lines"])),
            Part(words["over"]["heading"], _lines(words["over"]["lines"]), pictogram="savings"),
        ),
        call=call_adviser(asked, words["call"]),
    )


def budget_account_page(asked: Asked) -> TenantPage:
    """As the document `budgetkonto`."""
    words = texts.load("budgetkonto")
    account = budget_account_pdf.account_of(asked.record.case, asked.answers)
    call = call_adviser(asked, words["call"])
    if account is None:
        return TenantPage("budgetkonto", words["title"], words["none"], call=call)
    days = budget_account_pdf.days_to_tick(account)
    return TenantPage(
        name="budgetkonto",
        title=words["title"],
        lead=words["lead"],
        figures=_figures(budget_account_pdf.figures(account, words["figures"])),
        parts=(
            Part(words["how"]["heading"], _lines(budget_account_pdf.how(account, words["how"], asked.markup))),
            Part(
                words["days"]["heading"],
                tuple(line(envelopes_pdf.day(day), tick=True) for day in days),
                pictogram="calendar",
            ),
            Part("", (line(words["days"]["more"]),) if budget_account_pdf.has_more_days(account) else ()),
            _paid(asked, account, words["pays"]),
        ),
        call=call,
    )


def _paid(asked: Asked, account: BudgetAccount, words: Any) -> Part:
    rows = budget_account_pdf.pays(account, words, asked.typed)
    columns = tuple(map(Column, words["columns"], ("text", "by", "amount")))
    lines = tuple(line(what, by=often, amount=amount) for what, often, amount in rows)
    return Part(words["heading"], lines, pictogram="home", columns=columns)


def shopping_page(asked: Asked) -> TenantPage:
    """As the document `indkoeb`: the plan and the list as lines to write on."""
    words = texts.load("indkoeb")
    frame = shopping_pdf.frame_of(asked.answers, words)
    told = shopping_pdf.told(frame, words, asked.markup) if frame is not None else [words["none"]]
    listed = words["list"]
    blank = tuple(line(listed["columns"][0], blank=True) for _row in range(listed["rows"]))
    return TenantPage(
        name="indkoeb",
        title=words["title"],
        lead=words["lead"],
        figures=_figures(shopping_pdf.figures(frame, words["figures"])) if frame is not None else (),
        parts=(
            Part("", _lines(told)),
            Part(words["meals"]["heading"], tuple(line(one, blank=True) for one in words["meals"]["days"]), "food"),
            Part(listed["heading"], (*blank, line(listed["total"], blank=True), line(listed["left"], blank=True))),
            Part(words["advice"]["heading"], _lines(shopping_pdf.advice_lines(words))),
        ),
        call=call_adviser(asked, words["call"]),
    )
