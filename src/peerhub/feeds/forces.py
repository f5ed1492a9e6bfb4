"""The national picture for other programs: as part of the JSON, and as a table in CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.feeds.in_parts import part_paths
from peerhub.models.licence import HUB, LICENCE_ADDRESS, RIGHTS
from peerhub.questions.disclosure import public_count, public_number
from peerhub.questions.national_picture import Standing, national_picture
from peerhub.questions.readiness import CRITERIA, in_words

TABLE = "forces/forces.csv"
"""Where the table stands below the site."""

ABOUT_TABLE = f"{TABLE}-metadata.json"
"""Where programs look for what a table is and what may be done with it (W3C, CSV on the Web)."""

MOST = 5000
"""Forces of one table."""

COLUMNS = (
    *("id", "name", "nation", "region", "kind", "counts_as_uk_force", "stage", "record"),
    *("confirmed_on", "source"),
    *(criterion.field for criterion in CRITERIA),
    *("trained_supporters", "offers_mutual_aid", "mailbox"),
)

_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with: a spreadsheet would take it for a formula."""


def standing_facts(one: Standing) -> dict[str, Any]:
    """Return where a force stands, as other programs read it; small counts only in words."""
    if one.stage is None:
        return {"counts_as_uk_force": False, "stage": None}
    state, known = one.state, one.state.known
    facts: dict[str, Any] = {
        "counts_as_uk_force": True,
        "stage": one.stage,
        "record": state.record,
        "in_words": in_words(state),
        "criteria": [
            {
                "id": criterion.field,
                "words": criterion.words,
                "minimum": criterion.is_minimum,
                "state": criterion.state,
                "met_on": criterion.met_on.isoformat() if criterion.met_on else None,
                "lapses_on": criterion.lapses_on.isoformat() if criterion.lapses_on else None,
            }
            for criterion in state.criteria
        ],
        "offers_mutual_aid": state.offers_aid,
    }
    if known is not None:
        facts["confirmed"] = {
            "on": known.confirmed_on.isoformat(),
            "source": known.source,
            "mailbox": known.mailbox,
            "phone": known.phone,
            "intranet": known.intranet,
            "trained_supporters": public_number(known.trained_supporters),
            "trained_supporters_in_words": public_count(known.trained_supporters),
        }
    return facts


def forces_table(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the table of UK forces and partners as CSV (RFC 4180), by its path below the site.

    A table has no place for its licence, so a file beside it says that. A long one is in parts,
    each with its own head; that file names them all (a group of tables, as W3C has it).
    """
    standings = national_picture(catalogue.forces, catalogue.today).standings
    paths = table_paths(catalogue)
    tables = {
        path: _table(catalogue, standings[number * MOST : (number + 1) * MOST])
        for number, path in enumerate(paths)
    }
    return {**tables, ABOUT_TABLE: _about(paths)}


def table_paths(catalogue: Catalogue) -> list[str]:
    """Return where each part of the table stands below the site."""
    return part_paths(TABLE, len(catalogue.forces), MOST)


def _table(catalogue: Catalogue, standings: Sequence[Standing]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in standings:
        writer.writerow([_cell(value) for value in _row(catalogue, one)])
    return out.getvalue()


def _about(paths: Sequence[str]) -> str:
    home = TABLE.rpartition("/")[0]
    names = [path.removeprefix(f"{home}/") for path in paths]
    schema = {"columns": [{"name": one, "titles": one} for one in COLUMNS]}
    said = {
        "dc:title": "UK police forces, and what each has confirmed of its peer support",
        "dc:publisher": HUB,
        "dc:rights": RIGHTS,
        "dc:license": {"@id": LICENCE_ADDRESS},
        "tableSchema": schema,
    }
    tables = {"url": names[0]} if len(names) == 1 else {"tables": [{"url": one} for one in names]}
    return json.dumps({"@context": "http://www.w3.org/ns/csvw", **tables, **said}, indent=1) + "\n"


def _row(catalogue: Catalogue, one: Standing) -> list[object]:
    force, known = one.force, one.state.known
    if one.stage is None:
        known = None
    region = catalogue.region_by_id[force.region].name
    return [
        *(force.id, force.name, force.nation, region, force.type),
        "yes" if force.is_uk_force else "no",
        *((one.stage, one.state.record) if one.stage else ("", "")),
        *((known.confirmed_on, known.source) if known else ("", "")),
        *(
            f"{criterion.state} {criterion.met_on}" if criterion.met_on else criterion.state
            for criterion in (one.state.criteria if one.stage else ())
        ),
        *(() if one.stage else ("" for _ in CRITERIA)),
        (public_count(known.trained_supporters) or "") if known else "",
        ("yes" if one.state.offers_aid else "no") if one.stage else "",
        (known.mailbox or "") if known else "",
    ]


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_RISKY) else text
