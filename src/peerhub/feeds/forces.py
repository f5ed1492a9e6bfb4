"""The national picture for other programs: as part of the JSON, and as a table in CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models.licence import HUB, LICENCE_ADDRESS, RIGHTS
from peerhub.questions.disclosure import public_count, public_number
from peerhub.questions.national_picture import Standing, national_picture
from peerhub.questions.readiness import CRITERIA, in_words

TABLE = "forces/forces.csv"
"""Where the table stands below the site."""

ABOUT_TABLE = f"{TABLE}-metadata.json"
"""Where programs look for what a table is and what may be done with it (W3C, CSV on the Web)."""

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

    A table has no place for its licence, so a file beside it says that.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in national_picture(catalogue.forces, catalogue.today).standings:
        writer.writerow([_cell(value) for value in _row(catalogue, one)])
    return {TABLE: out.getvalue(), ABOUT_TABLE: _about()}


def _about() -> str:
    whole = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": TABLE.rpartition("/")[2],
        "dc:title": "UK police forces, and what each has confirmed of its peer support",
        "dc:publisher": HUB,
        "dc:rights": RIGHTS,
        "dc:license": {"@id": LICENCE_ADDRESS},
        "tableSchema": {"columns": [{"name": one, "titles": one} for one in COLUMNS]},
    }
    return json.dumps(whole, indent=1) + "\n"


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
