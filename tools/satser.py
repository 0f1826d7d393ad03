"""Write docs/satser.md: every figure of the law that the program knows, for people to read and check.

python tools/satser.py           writes the page
python tools/satser.py --check   says whether it is stale (exit status 1)
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from budgetdesk.benefits.rates import Confidence, Law, Rate, Series  # noqa: E402  (the checkout first on the path)
from budgetdesk.readers.rates import load_rates  # noqa: E402

PAGE = ROOT / "docs" / "satser.md"
CONFIDENCE = {
    Confidence.PRIMARY: "læst i lov eller hos myndighed",
    Confidence.SECONDARY: "god kilde gengiver den",
    Confidence.DERIVED: "udledt",
    Confidence.UNVERIFIED: "ikke bekræftet",
}
HEAD = """# Satser

Denne side er skrevet af `tools/satser.py` ud fra `resources/rates/*.toml`. Ret tallene dér, og kør værktøjet igen.

Et tal gælder til og med sin sidste dag. Derefter siger programmet, at det ikke har nogen sats. Tal, der ikke er læst i
lov eller hos en myndighed, vises som "vejledende".
"""


def page() -> str:
    """The whole page as Markdown."""
    laws = sorted(load_rates().values(), key=lambda law: law.key)
    return "\n".join([HEAD, *(_law(law) for law in laws)])


def _law(law: Law) -> str:
    source = [f"Kilde til loven: <{law.url}>", ""] if law.url else []
    if law.known:
        source += [f"Filen svarer for alle dage fra {law.known[0]:%d.%m.%Y} til {law.known[1]:%d.%m.%Y}.", ""]
    if law.repealed:
        source += [f"Reglen findes ikke fra {law.repealed:%d.%m.%Y}.", ""]
    table = [
        "| sats | enhed | paragraf | fra | til | værdi | kilde | sikkerhed |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(series, rate) for series in law.series.values() for rate in reversed(series.rates)),
    ]
    gaps = [
        f"- {series.title}: {start:%d.%m.%Y}-{end:%d.%m.%Y}"
        for series in law.series.values()
        for start, end in series.unknown
    ]
    holes = ["", "Perioder, hvor vi ikke kender satsen:", "", *gaps] if gaps else []
    return "\n".join([f"## {law.title}", "", *source, *table, *holes, ""])


def _row(series: Series, rate: Rate) -> str:
    cells = (
        series.title,
        series.unit,
        series.paragraph,
        f"{rate.start:%d.%m.%Y}",
        f"{rate.end:%d.%m.%Y}",
        _danish(rate.value),
        rate.source,
        CONFIDENCE[rate.confidence],
    )
    return f"| {' | '.join(cells)} |"


def _danish(value: Decimal) -> str:
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def main(arguments: list[str]) -> int:
    """Write or check the page; the exit status."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, "utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return 0
    print("docs/satser.md er ikke i trit med resources/rates/. Kør: python tools/satser.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
