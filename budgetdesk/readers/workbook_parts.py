"""The parts of an Excel workbook that every sheet of it leans on, read as their XML streams by: which sheets there are,
the texts that cells share, and which cell formats show a day. How much may be unpacked is for the caller to count."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from budgetdesk.readers.arrears_cells import local, parser_of

RELATIONS, WORKBOOK = "xl/_rels/workbook.xml.rels", "xl/workbook.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships id"
_DAY_FORMATS = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_DAY = re.compile(r"(?i)(?<!\\)[dmy]{1,4}[^a-z]+[dmy]{1,4}")
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]')


def nothing(_said: str) -> None:
    """For what a parser is not asked for."""


@dataclass(frozen=True)
class NamedSheet:
    """A sheet as the workbook names it; `key` is that of its relation."""

    title: str
    hidden: bool
    key: str


def named_sheet(tag: str, given: Mapping[str, str]) -> NamedSheet | None:
    """The sheet that an element of the workbook's own part names."""
    if local(tag) != "sheet":
        return None
    key = given.get(_RELATION) or given.get(_STRICT_RELATION, "")
    return NamedSheet(given.get("name", ""), given.get("state", "visible") != "visible", key)


def relations() -> tuple[dict[str, str], expat.XMLParserType]:
    """Key -> target of what the workbook is related to; fills while its parser is fed."""
    found: dict[str, str] = {}

    def start(tag: str, given: dict[str, str]) -> None:
        if local(tag) == "Relationship":
            found[given.get("Id", "")] = given.get("Target", "")

    return found, parser_of(start, nothing, nothing)


def part_of(sheet: NamedSheet, targets: Mapping[str, str], parts: Mapping[str, str]) -> str | None:
    """The part with a sheet's cells, if the workbook has it; `parts` by their names in small letters."""
    target = targets.get(sheet.key, "").removeprefix("/").removeprefix("xl/")
    part = parts.get(f"xl/{target}".lower())
    return part if part and "worksheets/" in part.lower() else None


def shared_texts(kept: Callable[[str], str] = str) -> tuple[list[str], expat.XMLParserType]:
    """A list that fills with the texts that cells share while its parser is fed; `kept` is what is kept of each."""
    found: list[str] = []
    inside: list[str] = []
    state = {"keep": False, "phonetic": False}

    def start(tag: str, _given: dict[str, str]) -> None:
        word = local(tag)
        state["phonetic"] = state["phonetic"] or word == "rPh"
        state["keep"] = word == "t" and not state["phonetic"]

    def end(tag: str) -> None:
        word = local(tag)
        if word == "si":
            found.append(kept("".join(inside)))
            inside.clear()
        state["phonetic"] = state["phonetic"] and word != "rPh"
        state["keep"] = False

    def data(text: str) -> None:
        if state["keep"]:
            inside.append(text)

    return found, parser_of(start, end, data)


def day_formats() -> tuple[Callable[[], frozenset[int]], expat.XMLParserType]:
    """What tells, when its parser has been fed, the numbers of the cell formats that show a day."""
    own: dict[int, str] = {}
    formats: list[int] = []
    inside = {"xfs": False}

    def start(tag: str, given: dict[str, str]) -> None:
        word = local(tag)
        if word == "numFmt":
            own[int(given.get("numFmtId", "0"))] = given.get("formatCode", "")
        elif word == "cellXfs":
            inside["xfs"] = True
        elif word == "xf" and inside["xfs"]:
            formats.append(int(given.get("numFmtId", "0")))

    def end(tag: str) -> None:
        if local(tag) == "cellXfs":
            inside["xfs"] = False

    def numbers() -> frozenset[int]:
        days = {number for number, code in own.items() if _DAY.search(_QUOTED.sub("", code))}
        return frozenset(at for at, number in enumerate(formats) if number in _DAY_FORMATS or number in days)

    return numbers, parser_of(start, end, nothing)
