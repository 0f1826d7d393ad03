"""Evictions and tenancies per area and year, as leaders have them: typed, pasted from a spreadsheet, or as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.areas import AreaYear

COLUMNS = (
    N_("Område"),
    N_("År"),
    N_("Udsættelser"),
    N_("Lejemål"),
    N_("Indsats (ja/nej)"),
    N_("Sidste år før indsatsen"),
)
MOST_ROWS, MOST_BYTES = 5_000, 2_000_000
_YES, _NO = {"ja", "j", "1", "x", "indsats"}, {"nej", "n", "0", "", "kontrol", "sammenligning"}
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


def parse_rows(cells: Iterable[Sequence[str]]) -> tuple[AreaYear, ...]:
    """Rows of texts in the order of `COLUMNS`; empty rows are left out. Raises BadInputError, naming row and column."""
    found = []
    for number, row in enumerate(cells, 1):
        texts = [text.strip() for text in (*row, *("" for _rest in translated(COLUMNS)))][: len(COLUMNS)]
        if any(texts):
            found.append(_row(number, texts))
    return tuple(found)


def as_cells(rows: Iterable[AreaYear]) -> tuple[tuple[str, ...], ...]:
    """The same rows as texts."""
    return tuple(
        (
            row.area,
            str(row.year),
            str(row.evictions),
            str(row.tenancies),
            "ja" if row.effort else "nej",
            str(row.last_before),
        )
        for row in rows
    )


def read_cells(path: Path) -> tuple[tuple[str, ...], ...]:
    """The rows of a CSV file as texts, without its headings. Raises BadInputError where it is not one we can read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInputError(
            _("Filen “{name}” kan ikke læses. Er den åben i et andet program?").format(name=path.name)
        ) from error
    if len(data) > MOST_BYTES or b"\0" in data:
        raise BadInputError(
            _("“{name}” er ikke en tabel med semikolon. Gem regnearket som CSV først.").format(name=path.name)
        )
    return parse_text(_decoded(data), path.name)


def parse_text(text: str, name: str = "teksten") -> tuple[tuple[str, ...], ...]:
    """What was pasted, or stands in a file: tabs, semicolons or commas between the cells."""
    first = text.partition("\n")[0]
    between = max("\t;,", key=first.count)
    rows = [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text), delimiter=between)]
    rows = [row for row in rows if any(row)]
    if rows and not any(cell.isdigit() for cell in rows[0]):
        rows = rows[1:]  # the headings
    if len(rows) > MOST_ROWS:
        raise BadInputError(
            _("Der er {count} rækker i {name}. Så mange områder og år kan ikke sammenlignes.").format(
                count=len(rows), name=name
            )
        )
    if any(len(row) < len(COLUMNS) - 2 for row in rows):
        raise BadInputError(
            _("Rækkerne i {name} har for få kolonner. De skal være: {columns}.").format(
                name=name, columns=", ".join(translated(COLUMNS))
            )
        )
    return tuple((*row, *("" for _rest in translated(COLUMNS)))[: len(COLUMNS)] for row in rows)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _row(number: int, texts: Sequence[str]) -> AreaYear:
    area, year, evictions, tenancies, effort, before = texts
    if effort.casefold() not in _YES | _NO:
        raise BadInputError(
            _("Række {number}: skriv ja eller nej under “{columns}”. Der står “{effort}”.").format(
                number=number, columns=translated(COLUMNS)[4], effort=effort
            )
        )
    return AreaYear(
        area=area,
        year=_year(number, 1, year),
        evictions=_count(number, 2, evictions),
        tenancies=_count(number, 3, tenancies),
        effort=effort.casefold() in _YES,
        last_before=_year(number, 5, before),
    )


def _year(number: int, column: int, text: str) -> int:
    value = _count(number, column, text)
    if not _FIRST_YEAR <= value <= _LAST_YEAR:
        raise BadInputError(
            _("Række {number}, {columns}: “{text}” er ikke et årstal. Skriv det som 2026.").format(
                number=number, columns=translated(COLUMNS)[column], text=text
            )
        )
    return value


def _count(number: int, column: int, text: str) -> int:
    plain = text.replace(".", "").replace("\u00a0", "").replace(" ", "")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 9:
        said = _("der står “{text}”").format(text=text) if text else _("der står ikke noget")
        raise BadInputError(
            _("Række {number}, {columns}: {said}. Skriv et helt tal.").format(
                number=number, columns=translated(COLUMNS)[column], said=said
            )
        )
    return int(plain)
