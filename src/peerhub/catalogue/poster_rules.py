"""Rules for poster designs that need the press's materials: a layout is a folder there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code

LAYOUTS = Path("materials") / "posters"
CARD_ART = "wallet.svg"


def check_posters(shelves: Mapping[str, RecordList], root: Path) -> None:
    """Report each design whose layout is no folder of the materials below `root`."""
    posters = shelves["posters"]
    known = {path.name for path in (root / LAYOUTS).glob("*") if path.is_dir()}
    if not known:
        return  # a project without materials prints nothing
    for number, poster in posters.raw.items():
        layout = poster.get("layout")
        if isinstance(layout, str) and layout not in known:
            posters.document.report(
                posters.document.mark(("posters", number, "layout")),
                Code.NO_LAYOUT,
                f"there is no layout '{layout}'",
                nearest(layout, known, f"Use one of: {', '.join(sorted(known))}."),
            )
        elif isinstance(layout, str) and "wallet" in _sizes(poster):
            _has_art_for_cards(posters, number, root / LAYOUTS / layout)


def _sizes(poster: Mapping[str, Any]) -> tuple[Any, ...]:
    sizes = poster.get("sizes")
    return sizes if isinstance(sizes, tuple) else ()


def _has_art_for_cards(posters: RecordList, number: int, folder: Path) -> None:
    if not (folder / CARD_ART).is_file():
        posters.document.report(
            posters.document.mark(("posters", number, "sizes")),
            Code.NO_LAYOUT,
            f"the layout '{folder.name}' has no {CARD_ART}, which wallet cards need",
            "Take out wallet, or draw that file.",
        )
