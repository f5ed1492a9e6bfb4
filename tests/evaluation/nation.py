"""A small kit that both programs know, sheets of invented forces, and what each program says."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from peerhub.evaluation.judging import judged
from peerhub.evaluation.layout import SheetLayout, for_script, layout
from peerhub.evaluation.merging import Merged
from peerhub.evaluation.merging import merged as put_together
from peerhub.evaluation.messages import MESSAGES
from peerhub.models import Indicator
from tests.models.test_indicator import TALKS
from tests.scripts.deno import asked
from tests.scripts.kit_sheets import GROUPS, Cells, ods, trees, xlsx
from tests.scripts.kit_sheets import filled as cells_of

MAKER = "Peer Support Hub"
WHOLE = {"E7": 40, "E8": 60, "E10": 5, "E11": 0, "E12": 7}
SCRIPTS = ["zip-sum.js"] + [
    f"evaluation-{name}.js" for name in "zip book ods xlsx judging reading picture".split()
]
WRITERS = {"ods": ods, "xlsx": xlsx}


def indicator(identity: str) -> Indicator:
    """Return an indicator of the small kit, whose share is its first group."""
    groups = [{"id": group, "title": f"The {group}"} for group in GROUPS[identity]]
    said = {**TALKS, "id": identity, "title": f"About {identity}", "groups": groups}
    return Indicator.model_validate({**said, "share": [GROUPS[identity][0]]}, strict=False)


def small_kit(forces: Mapping[str, str] | None = None) -> SheetLayout:
    """Return the small kit; its forces are force-a to force-f, unless others are named."""
    named = forces or {f"force-{letter}": f"Force {letter.upper()}" for letter in "abcdef"}
    return layout([indicator(one) for one in GROUPS], named, 4)


KIT = small_kit()


def for_scripts(kit: SheetLayout) -> dict[str, Any]:
    """Return the data of a kit as the scripts are given it."""
    return {**json.loads(for_script(kit, MESSAGES)), "maker": MAKER}


def sheet(kind: str, force: str, counts: Mapping[str, Any] = WHOLE, **cells: Any) -> bytes:
    """Return a filled-in sheet of the small kit; `cells` replace what stands in any place."""
    return WRITERS[kind](cells_in(force, counts, **cells))


def cells_in(force: str, counts: Mapping[str, Any] = WHOLE, **cells: Any) -> Cells:
    """Return the cells of a filled-in sheet of the small kit."""
    return cells_of(for_scripts(KIT), force, counts, **cells)


def three(kind: str = "ods") -> dict[str, bytes]:
    """Return three sound sheets by their names."""
    return {f"{letter}.{kind}": sheet(kind, f"force-{letter}") for letter in "abc"}


def merged(files: Mapping[str, bytes], kit: SheetLayout = KIT) -> Merged:
    """Return what the program makes of files."""
    return put_together(kit, {name: judged(kit, one, MAKER) for name, one in files.items()})


def lines(found: Merged) -> list[str]:
    """Return the lines of what is wrong."""
    return [fault.line(file) for file, fault in found.faults]


def as_script(found: Merged) -> dict[str, Any]:
    """Return what the program says in the shape of what the scripts say."""
    picture = found.picture
    return {
        "lines": lines(found),
        "notices": [notice.line(file) for file, notice in found.notices],
        "refused": list(found.refused),
        "used": found.used,
        "found": found.found,
        "picture": picture
        and {
            "kit": picture.kit,
            "from": picture.start,
            "to": picture.end,
            "forces": list(picture.forces),
            "indicators": [
                {
                    "id": one.indicator.id,
                    "whole": one.whole,
                    "hidden": one.hidden,
                    "none": one.none,
                    "groups": one.groups
                    and [
                        [group.id, count]
                        for group, count in zip(one.indicator.groups, one.groups, strict=True)
                    ],
                    "total": one.total,
                    "percent": one.percent,
                }
                for one in picture.indicators
            ],
        },
    }


READ_ALL = """async (kit, files) => {
  const read = [];
  for (const [name, held, trees] of files) {
    const bytes = Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0));
    const parse = (text, part) => (trees ? trees[part] : null);
    read.push([name, await sheetReading.read(bytes, kit, parse)]);
  }
  return sheetPicture.merged(kit, read);
}"""


def merged_by_scripts(files: Mapping[str, bytes], kit: SheetLayout = KIT) -> dict[str, Any]:
    """Return what the scripts of the page make of the same files."""
    given = [
        [name, base64.b64encode(content).decode(), trees(content)]
        for name, content in files.items()
    ]
    return asked(SCRIPTS, [[READ_ALL, for_scripts(kit), given]])[0]
