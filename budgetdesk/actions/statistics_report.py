"""The statistics as they are looked at and given away: read once, any period, the cases behind a figure, the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from budgetdesk.actions.library import Library
from budgetdesk.actions.statistics import check, statistics_of
from budgetdesk.documents.workbooks.statistics_workbook import table, workbook
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.buckets import year_days
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.definitions import BY_NAME
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.tables import Selection, words_of
from budgetdesk.storage.files import replace_file
from budgetdesk.wording.statistics_report import Content, content

ALL, UNKNOWN = "*", "?"
"""Instead of a word: every case of a table, and those of which nothing is known there."""

ENDINGS = (".pdf", ".xlsx", ".csv")
"""The files a report can be written as."""


class CountsOf(Protocol):
    """What is needed of a workspace."""

    today: date
    library: Library

    def counted(self) -> dict[str, Counted]:
        """Case number -> what statistics count about it."""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Every case that counts, read once; another period is counted without reading again."""

    cases: Mapping[str, Counted]
    on: date
    organisation: str = ""
    """The organisation of the policy: whose figures these are."""

    @property
    def organisations(self) -> tuple[str, ...]:
        """Those that cases name, for choosing one."""
        return tuple(sorted({case.organisation for case in self.cases.values() if case.organisation}))

    @property
    def areas(self) -> tuple[str, ...]:
        """Those that cases name, for choosing one."""
        return tuple(sorted({case.area for case in self.cases.values() if case.area}))

    @property
    def finished_years(self) -> tuple[int, ...]:
        """Calendar years that are over and in which something happened, the latest first."""
        days = [day for case in self.cases.values() for day in (case.began, case.ended, case.threat.left_on) if day]
        return tuple(sorted({day.year for day in days if day.year < self.on.year}, reverse=True))


@dataclass(frozen=True, kw_only=True)
class Report:
    """What is written to a file: the figures, whose they are, and whether others may have them."""

    found: Statistics
    organisation: str
    for_others: bool = False


def read_counts(workspace: CountsOf) -> Counts:
    """Read every case that counts: never an invented one, none in the bin. In a thread where a window waits. Raises
    StoreError."""
    return Counts(cases=workspace.counted(), on=workspace.today, organisation=workspace.library.policy.organisation)


def report(counts: Counts, selection: Selection) -> Report:
    """The figures of any selection, for one's own use. Raises BadInputError where the period ends before it begins."""
    check(selection)
    return Report(found=statistics_of(counts.cases.values(), selection, on=counts.on), organisation=counts.organisation)


def report_for_others(counts: Counts, year: int) -> Report:
    """The figures of one calendar year, of all cases together: no two such reports can be subtracted."""
    first, last = year_days(year)
    found = statistics_of(counts.cases.values(), Selection(first=first, last=last), on=counts.on)
    return Report(found=found, organisation=counts.organisation, for_others=True)


def behind(counts: Counts, selection: Selection, name: str, word: str) -> tuple[str, ...]:
    """The numbers of the cases behind one figure: for the adviser who has the cases anyway, never for a file.

    `name` is a table, `word` a row's word, `ALL` or `UNKNOWN`.
    """
    one, categories = BY_NAME[name], load_categories()
    found = []
    for number, case in counts.cases.items():
        words = words_of(one, case, selection, categories)
        if words is not None and (word == ALL or word in words or (word == UNKNOWN and not words)):
            found.append(number)
    return tuple(sorted(found))


def content_of(made: Report) -> Content:
    """What a file of the report says."""
    found = replace(made.found, categories=translated(made.found.categories))  # counted in the window's language
    return content(found, organisation=made.organisation, for_others=made.for_others)


@speaking(SOURCE_LANGUAGE)
def as_bytes(made: Report, ending: str) -> bytes:
    """The report as `.pdf`, `.xlsx` or `.csv`: Danish as every paper, whatever the window speaks."""
    if ending == ".pdf":
        from budgetdesk.documents.papers.statistics_pdf import statistics_pdf  # noqa: PLC0415 - ReportLab is slow to import

        return statistics_pdf(content_of(made))
    return workbook(content_of(made)) if ending == ".xlsx" else table(content_of(made))


def write(made: Report, target: Path) -> None:
    """Write the report as what the file's name ends on. Raises BadInputError for another ending, and
    StoreNotWritableError."""
    ending = target.suffix.lower()
    if ending not in ENDINGS:
        raise BadInputError(
            _("“{name}” kan ikke skrives. Lad navnet ende på {endings}.").format(
                name=target.name, endings=", ".join(ENDINGS)
            )
        )
    replace_file(target, as_bytes(made, ending))
