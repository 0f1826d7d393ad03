"""Every paper against everything: `make papers-campaign`. About twenty minutes; the suite tries a short sample of it.

All papers of an ordinary household, an empty one and a crowded one are held against how pages must be set, against the
validators at hand and against the eye, and Python tells which files were opened. `--pictures FOLDER` draws all papers
on contact sheets to look at; with `--language ar` the tenant's pages in Danish and that language, two to a picture,
large enough to read. What is typed into them has a campaign of its own: `make hostile`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = (
    "test_every_paper.py",
    "test_papers_for_all.py",
    "test_paper_needs_nothing.py",
    "test_every_text.py",
    "test_large_print.py",
)


@dataclass(frozen=True)
class Sheet:
    """Pages beside and above each other on a picture, and their size."""

    across: int
    down: int
    scale: float


CONTACT = Sheet(5, 2, 0.6)
TO_READ = Sheet(2, 1, 1.2)


def campaign() -> int:
    """Run it; the exit status of pytest."""
    environment = os.environ | {"BUDGETDESK_PAPERS": "all"}
    files = [str(ROOT / "tests" / "documents" / name) for name in TESTS]
    call = [sys.executable, "-m", "pytest", "-q", "--timeout=0", *files]
    return subprocess.run(call, cwd=ROOT, env=environment, check=False).returncode


def pictures(folder: Path, language: str = "") -> int:
    """All pages of all papers, ten to a picture, or those in Danish and a language, two to a picture; how many."""
    sys.path.insert(0, str(ROOT / "tests" / "documents"))
    import every_paper  # noqa: PLC0415 - needs the path above

    folder.mkdir(parents=True, exist_ok=True)
    made = 0
    for name in every_paper.HOUSEHOLDS:
        of = every_paper.household(name)
        found = every_paper.in_two_languages(of, language) if language else every_paper.papers(of)
        for paper in found:
            pdf = found[paper]() if language else every_paper.drawn(name, paper)
            target = folder / re.sub(r"[^\w-]", "_", f"{name}-{paper}")
            made += _sheets(pdf, target, TO_READ if language else CONTACT) if pdf else 0
    return made


def _sheets(pdf: bytes, target: Path, sheet: Sheet) -> int:
    import pypdfium2  # noqa: PLC0415 - only for pictures
    from PIL import Image  # noqa: PLC0415

    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].render(scale=sheet.scale).to_pil().convert("RGB") for number in range(len(document))]
    document.close()
    each = sheet.across * sheet.down
    for start in range(0, len(pages), each):
        part = pages[start : start + each]
        width, height = part[0].size
        rows = -(-len(part) // sheet.across)
        picture = Image.new("RGB", (min(len(part), sheet.across) * (width + 4), rows * (height + 4)), "grey")
        for at, page in enumerate(part):
            picture.paste(page, (at % sheet.across * (width + 4), at // sheet.across * (height + 4)))
        picture.save(f"{target}-{start // each + 1:02}.png")
    return -(-len(pages) // each)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pictures", type=Path)
    asked.add_argument("--language", default="")
    options = asked.parse_args()
    if options.pictures:
        print(f"{pictures(options.pictures, options.language)} pictures in {options.pictures}")
        return 0
    return campaign()


if __name__ == "__main__":
    sys.exit(main())
