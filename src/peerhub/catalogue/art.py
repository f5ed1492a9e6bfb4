"""Line art of drawings: read from `materials/drawings/`, and held to by what names it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from peerhub.catalogue.kinds import within
from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code

ART = Path("materials") / "drawings"
NAMED = {"drawings": "parts.art", "workshops": "art"}
"""The fields that name a piece of art, by the key of their list."""

_WITHIN = re.compile(r"<svg\b[^>]*>(?P<art>.*)</svg>", re.DOTALL)
_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)


def read_art(root: Path) -> dict[str, str]:
    """Return what stands within each drawing file, on one line, by the file's name.

    A file that cannot be read is not there, and one that is no drawing draws nothing; `proofread`
    tells what is wrong with it.
    """
    art = {}
    for path in sorted((root / ART).glob("*.svg")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        found = _WITHIN.search(_REMARK.sub("", text))
        art[path.stem] = " ".join(found["art"].split()) if found else ""
    return art


def check_art(shelves: Mapping[str, RecordList], art: Mapping[str, str]) -> None:
    """Report each name of art that no file has."""
    if not art:
        return  # a project without materials draws nothing
    for key, field in NAMED.items():
        records = shelves[key]
        for number, item in records.raw.items():
            for step, name in within(item, field):
                if isinstance(name, str) and name not in art:
                    records.document.report(
                        records.document.mark((key, number, *step)),
                        Code.NO_ART,
                        f"there is no drawing '{name}.svg' in {ART.as_posix()}",
                        nearest(name, art, "Draw it, or name another."),
                    )
