"""The Excel file of many households, worked out anew by LibreOffice: `make workbook-campaign`. About ten minutes.

For each household two files: as it was written, with every value beside a formula wiped out; and with other amounts,
other rhythms and new lines written in its free cells. LibreOffice works both out. The first must come to the figures
the program has, the second to those of the same case with the same changes. BUDGETDESK_WORKBOOKS=20 tries fewer.

Stops with a sentence where LibreOffice is not installed; the suite holds the formulas by a small reckoner of its own.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANY = int(os.environ.get("BUDGETDESK_WORKBOOKS", "200"))
MOST_TOLD = 8
AT_ONCE = 10
"""Households to one start of LibreOffice."""
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""Work every formula out when a file is opened, whoever wrote it."""

sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "documents")]


def office() -> str:
    """LibreOffice. Stops the program with a sentence where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        raise SystemExit("LibreOffice is not installed: nothing was tried. Debian: apt-get install libreoffice-calc")
    return found


def wiped(content: bytes) -> bytes:
    """The file with 0 beside every formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v>0</v>", part)
            after.writestr(name, part)
    return out.getvalue()


def worked_out(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files as LibreOffice saves them."""
    with tempfile.TemporaryDirectory() as folder:
        here, profile = Path(folder), Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, "utf-8")
        for name, content in files.items():
            (here / f"{name}.xlsx").write_bytes(content)
        call = [
            office(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to",
            "xlsx:Calc MS Excel 2007 XML", "--outdir", str(here / "out"), *map(str, sorted(here.glob("*.xlsx"))),
        ]  # fmt: skip
        subprocess.run(call, check=True, capture_output=True, timeout=600)
        return {name: (here / "out" / f"{name}.xlsx").read_bytes() for name in files}


def with_edits(content: bytes, book: object) -> bytes:
    """The file with what was put into a reckoned one, as somebody at a spreadsheet would save it."""
    from openpyxl import load_workbook  # noqa: PLC0415 - only here

    changed = load_workbook(io.BytesIO(content))
    for (sheet, cell), value in book.written.items():  # type: ignore[attr-defined] - of tests/documents/reckoner.py
        changed[sheet][cell] = value
    out = io.BytesIO()
    changed.save(out)
    return out.getvalue()


def main() -> int:
    import workbook_checks as checks  # noqa: PLC0415 - needs the path above
    import workbook_households as homes  # noqa: PLC0415
    from hypothesis import HealthCheck, Phase, given, settings  # noqa: PLC0415
    from reckoner import Workbook  # noqa: PLC0415

    from budgetdesk.readers.case_file import sample_case  # noqa: PLC0415

    office()
    tried = []

    @settings(
        max_examples=MANY, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(homes.households(), checks.edits())
    def collect(case, edits) -> None:  # type: ignore[no-untyped-def]
        tried.append((case, edits))

    collect()
    tried[0] = (sample_case(today=homes.ON), tried[0][1])
    wrong = formulas = 0
    for begin in range(0, len(tried), AT_ONCE):
        files, expected = {}, {}
        for number, (case, edits) in enumerate(tried[begin : begin + AT_ONCE], begin):
            made = homes.made(case)
            checks.figures_are_the_programs(made)
            book, changed = checks.edited(made, edits)
            files[f"{number}-as-written"], files[f"{number}-edited"] = (
                wiped(made.content),
                with_edits(made.content, book),
            )
            expected[number] = Workbook(made.content), book, changed
        back = worked_out(files)
        for number, (before, book, changed) in expected.items():
            found = checks.unlike(before, before.kept, Workbook(back[f"{number}-as-written"]))
            reckoned = {place: book.value(*place) for place in book.formulas}
            found += checks.unlike(book, reckoned, Workbook(back[f"{number}-edited"]))[:MOST_TOLD]
            formulas += len(before.kept)
            try:
                checks.counts_alike(checks.Saved(back[f"{number}-edited"]), changed)
            except AssertionError as error:
                found.append(f"edited: {error}")
            for one in found:
                print(f"household {number}: {one}")
            wrong += bool(found)
        print(
            f"{min(begin + AT_ONCE, len(tried))} households, {formulas} formulas, {wrong} households wrong", flush=True
        )
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
