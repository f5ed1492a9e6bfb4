"""Makes the site's web fonts from the full ones in `materials/fonts/`.

Run it when those change: `.venv/bin/python overrides/assets/fonts/subset.py`. Each weight has one
file with all English and Welsh letters, so that a Welsh letter never comes from another font than
the word around it. Letters of other languages are in a second one, fetched when a page shows one.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[2] / "materials" / "fonts"

HEADLINES = (
    "U+20-7E,U+A0,U+A3,U+C0-C4,U+C8-CF,U+D2-D6,U+D9-DC,U+E0-E4,U+E7-EF,U+F2-F6,U+F9-FC,"
    "U+174-177,U+1E80-1E85,U+1EF2,U+1EF3,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026"
)
"""English and Welsh letters; any other comes from the bold of the reading fonts."""

READING = f"{HEADLINES},U+A9,U+B0,U+B7,U+D7,U+2010,U+2011,U+2022,U+20AC,U+2190-2193,U+2212"
"""English and Welsh letters, and the signs of running text: all that a first view needs."""

MORE = (
    "U+A1,U+A2,U+A4-A8,U+AA-AF,U+B1-B6,U+B8-BF,U+C5-C7,U+D0,U+D1,U+D8,U+DD-DF,U+E5,U+E6,U+F0,"
    "U+F1,U+F7,U+F8,U+FD-173,U+178-17F,U+2012,U+2015-2017,U+201A,U+201B,U+201E-2021,U+2023-2025,"
    "U+2027,U+2030-203A,U+2122"
)
"""What else Western names may need. `maker/stylesheet.py` and `10-tokens.css` name them too."""

FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum")
FONTS = (
    ("Regular", "hub-400", READING, FEATURES),
    ("Bold", "hub-700", READING, FEATURES),
    ("Regular", "hub-400-more", MORE, FEATURES),
    ("Bold", "hub-700-more", MORE, FEATURES),
    ("ExtraBold", "hub-800", HEADLINES, ("kern", "lnum")),
)


def main() -> None:
    """Write each web font beside this file, with the licence it came under."""
    for weight, name, unicodes, features in FONTS:
        target = HERE / f"{name}.woff2"
        subset.main(
            [
                str(SOURCES / f"AtkinsonHyperlegibleNext-{weight}.ttf"),
                f"--unicodes={unicodes}",
                f"--layout-features={','.join(features)}",
                "--flavor=woff2",
                "--desubroutinize",
                f"--output-file={target}",
            ]
        )
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    shutil.copyfile(SOURCES / "OFL.txt", HERE / "OFL.txt")


if __name__ == "__main__":
    main()
