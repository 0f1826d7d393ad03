"""The report for the organisation: were like households treated alike? Across all cases of the store, without names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.library import Library
from budgetdesk.actions.policies import policy_for
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.budget.month import month_of
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.dates import age_on
from budgetdesk.errors import UserCancelled
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, source_of, speaking, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.equal import Bands, Group, Treated, groups, in_steps, likeness
from budgetdesk.planning.expected import expected_of
from budgetdesk.planning.finder import test_plan
from budgetdesk.planning.plan import PlanTest, Standing
from budgetdesk.planning.policy import ADULT_AGE, Policy, approver, least_per_week
from budgetdesk.readers.report_bands import load_bands
from budgetdesk.storage.files import replace_file
from budgetdesk.wording import equal as words
from budgetdesk.wording.agreement import months_of

SOMEBODY = N_("en anden end politikken nævner")


class CasesOf(Protocol):
    """What is needed of a workspace."""

    library: Library
    today: date

    def cases(self) -> tuple[CaseSummary, ...]: ...

    def desk(self, case_id: str) -> Desk: ...


@dataclass(frozen=True, kw_only=True)
class EqualReport:
    """Groups of like households, what the premises are called, and how coarse the rows are."""

    on: date
    organisation: str
    groups: tuple[Group, ...]
    titles: dict[str, str]
    bands: Bands

    @property
    def cases(self) -> int:
        """How many cases the report is about."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def summary(self) -> str:
        """How many, how many alike, and where there is something to ask."""
        alike = [group for group in self.groups if group.like is not None]
        asked = sum(bool(group.differences) for group in alike)
        return words.summary(self.cases, sum(len(group.rows) for group in alike), asked)


def equal_report(workspace: CasesOf, *, on: date, told: Callable[[int, int], bool] | None = None) -> EqualReport:
    """Read and test every case with arrears or a plan. Long for many cases: in a thread where a window waits.

    `told(done, of)` hears how far it is, and stops it by returning False: UserCancelled.
    """
    library, bands = workspace.library, load_bands()
    summaries = workspace.cases()
    rows, titles = [], dict[str, str]()
    for number, summary in enumerate(summaries):
        if told is not None and not told(number, len(summaries)):
            raise UserCancelled(_("Stoppet."))
        case = workspace.desk(summary.id).record.case
        if case.arrears.total > ZERO or (case.agreement and case.agreement.instalments):
            plan = _tested(case, library, on)
            titles |= {premise.key: premise.title for premise in plan.premises}
            rows.append(treated(case, plan, library, bands, on))
    return EqualReport(
        on=on,
        organisation=library.policy.organisation,
        groups=groups(rows, bands),
        titles=titles,
        bands=bands,
    )


def treated(case: Case, plan: PlanTest, library: Library, bands: Bands, on: date) -> Treated:
    """How one case was treated, in coarse steps and without anybody's name."""
    policy = policy_for(library, case.agreement)
    adults = [person for person in case.adults if person.lives_at_home]
    children = [person for person in case.persons if _is_child(person.role, person.born, on) and person.lives_at_home]
    income = month_of(case, library.chart, on=on).income_per_month
    people = max(len(adults) + len(children), 1)
    months = months_of([one.due for one in plan.instalments])
    return Treated(
        like=likeness(bands, adults=len(adults), children=len(children), income=income, arrears=plan.total),
        verdict=plan.verdict,
        accepted=plan.standing is Standing.ACCEPTED,
        chosen=bool(case.agreement and case.agreement.instalments),
        months=months,
        living_per_person=in_steps(least_per_week(policy, case, on) / people, bands.living_step),
        answers=tuple((premise.key, premise.answer) for premise in plan.premises),
        approved_by=_approved_by(case, plan, policy, months),
        policy_version=policy.version,
    )


def as_pdf(report: EqualReport) -> bytes:
    """The report as a paper."""
    from budgetdesk.documents.papers.equal_pdf import equal_pdf  # noqa: PLC0415 - ReportLab is slow to import

    titles = _danish_titles(report)
    with speaking(SOURCE_LANGUAGE):
        return equal_pdf(
            report.groups, titles, report.bands, report.summary, on=report.on, organisation=report.organisation
        )


def _danish_titles(report: EqualReport) -> dict[str, str]:
    """What the premises are called on paper; the report was made in the language of the window."""
    return {key: source_of(title) for key, title in report.titles.items()}


def write(report: EqualReport, target: Path) -> None:
    """As a table where the file ends on .csv, otherwise as a paper. Raises StoreNotWritableError."""
    replace_file(target, as_csv(report) if target.suffix.lower() == ".csv" else as_pdf(report))


def as_csv(report: EqualReport) -> bytes:
    """A table for a spreadsheet: UTF-8 with its mark, semicolons, as Danish programs read it."""
    premises = _danish_titles(report)
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    with speaking(SOURCE_LANGUAGE):
        titles = ["Husstand", *translated(words.COLUMNS)[:5], "Politik", *premises.values()]
        table.writerow(map(_as_text, titles))
        for group, row in _all_rows(report.groups):
            table.writerow(map(_as_text, words.csv_row(group.like, row, report.bands, list(premises))))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula stands as text; a negative number stays one."""
    formula = cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"-[\d.]+(,\d+)?( kr\.)?", cell)
    return f"'{cell}" if formula else cell


def _all_rows(found: Iterable[Group]) -> Iterable[tuple[Group, Treated]]:
    return ((group, row) for group in found for row in group.rows)


def _tested(case: Case, library: Library, on: date) -> PlanTest:
    """As the page Aftale tests it."""
    expected = expected_of(assess_all(case, on, library.rates), case)
    return test_plan(case, library.chart, library.policy, on=on, expected=expected, rates=library.rates)


def _approved_by(case: Case, plan: PlanTest, policy: Policy, months: int) -> str:
    """The policy's word for who approved; a person's name is left out."""
    if not any(premise.key == "approved" and premise.answer for premise in plan.premises):
        return ""
    named = case.agreement.approved_by.strip().casefold() if case.agreement else ""
    roles = {approval.by.casefold(): approval.by for approval in policy.approvals}
    if named in roles:
        return roles[named]
    wanted = approver(policy, months)
    if named and wanted and wanted.casefold() == "udlejer":
        return _(SOMEBODY)
    return wanted or _(SOMEBODY)


def _is_child(role: Role, born: date | None, on: date) -> bool:
    return role is Role.CHILD and (born is None or age_on(born, on) < ADULT_AGE)
