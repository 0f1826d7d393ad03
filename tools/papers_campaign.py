"""Every paper against everything: `make papers-campaign`. About twenty minutes; the suite tries a short sample of it.

All papers of an ordinary household, an empty one and a crowded one are held against how pages must be set, against the
validators at hand and against the eye, and Python tells which files were opened. `--pictures FOLDER` draws all papers
on contact sheets to look at. What is typed into them has a campaign of its own: `make hostile`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = (
    "test_every_paper.py",
    "test_papers_for_all.py",
    "test_paper_needs_nothing.py",
    "test_every_text.py",
    "test_large_print.py",
)
ACROSS, DOWN, SCALE = 5, 2, 0.6
"""Pages beside and above each other on a contact sheet, and their size."""


def campaign() -> int:
    """Run it; the exit status of pytest."""
    environment = os.environ | {"BUDGETDESK_PAPERS": "all"}
    files = [str(ROOT / "tests" / "documents" / name) for name in TESTS]
    call = [sys.executable, "-m", "pytest", "-q", "--timeout=0", *files]
    return subprocess.run(call, cwd=ROOT, env=environment, check=False).returncode


def contact_sheets(folder: Path) -> int:
    """All pages of all papers, ten to a picture; how many pictures."""
    sys.path.insert(0, str(ROOT / "tests" / "documents"))
    import every_paper  # noqa: PLC0415 - needs the path above

    folder.mkdir(parents=True, exist_ok=True)
    made = 0
    for household in every_paper.HOUSEHOLDS:
        for paper in every_paper.papers(every_paper.household(household)):
            pdf = every_paper.drawn(household, paper)
            made += _sheets(pdf, folder / re.sub(r"[^\w-]", "_", f"{household}-{paper}")) if pdf else 0
    return made


def _sheets(pdf: bytes, target: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - only for pictures
    from PIL import Image  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=SCALE).to_pil().convert("RGB") for number in range(len(document))]
    document.close()
    each = ACROSS * DOWN
    for start in range(0, len(pages), each):
        part = pages[start : start + each]
        width, height = part[0].size
        rows = -(-len(part) // ACROSS)
        sheet = Image.new("RGB", (min(len(part), ACROSS) * (width + 4), rows * (height + 4)), "grey")
        for at, page in enumerate(part):
            sheet.paste(page, (at % ACROSS * (width + 4), at // ACROSS * (height + 4)))
        sheet.save(f"{target}-{start // each + 1:02}.png")
    return -(-len(pages) // each)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pictures", type=Path)
    options = asked.parse_args()
    if options.pictures:
        print(f"{contact_sheets(options.pictures)} pictures in {options.pictures}")
        return 0
    return campaign()


if __name__ == "__main__":
    sys.exit(main())
