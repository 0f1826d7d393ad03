"""Areas and years from a file or the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from budgetdesk.errors import BadInputError
from budgetdesk.readers.area_table import as_cells, parse_rows, parse_text, read_cells

LINE = "Nordparken;2024;12;1.376;ja;2024"


@pytest.mark.parametrize("between", [";", "\t", ","])
def test_the_mark_between_the_cells_is_found_and_headings_are_left_out(between: str) -> None:
    text = "\n".join(["Område;År;Udsættelser;Lejemål;Indsats;Sidste", LINE.replace("1.376", "1376")]).replace(
        ";", between
    )
    (row,) = parse_rows(parse_text(text))

    assert (row.area, row.year, row.evictions, row.tenancies, row.effort, row.last_before) == (
        "Nordparken", 2024, 12, 1376, True, 2024,
    )  # fmt: skip


def test_a_file_of_old_excel_with_danish_letters_is_read(tmp_path: Path) -> None:
    file = tmp_path / "tal.csv"
    file.write_bytes("Søgården;2024;3;900;nej;2024\r\n".encode("cp1252"))

    assert parse_rows(read_cells(file))[0].area == "Søgården"


def test_rows_are_written_as_they_are_read() -> None:
    rows = parse_rows(parse_text(LINE))

    assert parse_rows(as_cells(rows)) == rows


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("A", "24", "1", "10", "ja", "2024"), "Række 1, År"),
        (("A", "2024", "mange", "10", "ja", "2024"), "Række 1, Udsættelser"),
        (("A", "2024", "1", "", "ja", "2024"), "der står ikke noget"),
        (("A", "2024", "1", "10", "måske", "2024"), "ja eller nej"),
        (("A", "2024", "-1", "10", "ja", "2024"), "helt tal"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(cells: tuple[str, ...], told: str) -> None:
    with pytest.raises(BadInputError, match=told):
        parse_rows([cells])


def test_an_empty_row_is_no_row() -> None:
    assert parse_rows([("", " ", ""), ()]) == ()


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tal.csv"
    file.write_bytes(b"PK\x03\x04\0\0")

    with pytest.raises(BadInputError, match="Gem regnearket"):
        read_cells(file)
    with pytest.raises(BadInputError, match="for få kolonner"):
        parse_text("A;2024;1")
