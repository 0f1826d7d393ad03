"""Make the program's typeface from Inter: figures of one width, nothing we do not use.

ReportLab knows no OpenType features, so columns of kroner would not line up with Inter's proportional figures. Here
the tabular figures (`tnum`) become the ordinary ones. The result has a name of its own, so that it cannot be mixed up
with an Inter that is installed on the machine. Inter is under the SIL Open Font License, without reserved names.

    npm pack @expo-google-fonts/inter@0.4.2 && tar xzf expo-google-fonts-inter-0.4.2.tgz
    uv run --no-project --with fonttools==4.68.0 python tools/make_fonts.py package

Not part of setting up the program: the finished files are in `resources/fonts/`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

FAMILY = "BudgetDesk Sans"
WEIGHTS = {"Regular": "400Regular", "Medium": "500Medium", "SemiBold": "600SemiBold", "Bold": "700Bold"}
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
KEPT_FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk"]


def main(package: Path) -> None:
    """Write the four weights beside the other fonts."""
    for weight, folder in WEIGHTS.items():
        source = package / folder / f"Inter_{folder}.ttf"
        target = TARGET / f"BudgetDeskSans-{weight}.ttf"
        make(source, target, weight)
        print(f"{target.name}: {target.stat().st_size // 1024} kB")


def make(source: Path, target: Path, weight: str) -> None:
    """One weight: tabular figures, fewer features, the new name."""
    from fontTools import subset, ttLib  # noqa: PLC0415 - only this tool needs it, and only here

    font = ttLib.TTFont(source, recalcTimestamp=False)
    tabular = _substitutions(font, "tnum")
    for table in font["cmap"].tables:
        for figure in "0123456789":
            if ord(figure) in table.cmap:
                glyph = table.cmap[ord(figure)]
                table.cmap[ord(figure)] = tabular.get(glyph, glyph)  # tables may share one dictionary
    options = subset.Options(layout_features=KEPT_FEATURES, name_IDs=["*"], glyph_names=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    _rename(font, weight)
    font.save(target)


def _substitutions(font: Any, tag: str) -> dict[str, str]:
    """Which glyph stands for which when a feature of single substitutions is on."""
    gsub = font["GSUB"].table
    lookups = {i for r in gsub.FeatureList.FeatureRecord if r.FeatureTag == tag for i in r.Feature.LookupListIndex}
    found: dict[str, str] = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            found |= getattr(getattr(table, "ExtSubTable", table), "mapping", {})
    return found


def _rename(font: Any, weight: str) -> None:
    plain = weight in ("Regular", "Bold")
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    names = {
        1: FAMILY if plain else f"{FAMILY} {weight}",
        2: weight if plain else "Regular",
        3: postscript,
        4: f"{FAMILY} {weight}",
        6: postscript,
        16: None if plain else FAMILY,
        17: None if plain else weight,
        25: None,
    }
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        if text:
            font["name"].setName(text, number, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]  # describes the axes of the family it came from


if __name__ == "__main__":
    main(Path(sys.argv[1]))
