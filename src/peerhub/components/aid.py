"""Mutual aid: who could be asked, in order, and the tool that works it out in the browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import Force
from peerhub.questions.disclosure import public_count
from peerhub.questions.mutual_aid import (
    CANNOT,
    CHECK_FIRST,
    OTHER_NATION,
    OUT_OF_REACH,
    REASONS,
    REQUEST,
    REQUEST_TITLE,
    TIERS,
    Candidate,
    Helper,
)
from peerhub.questions.signposting import nations_of
from peerhub.words import day


@dataclass(frozen=True)
class _Asked:
    id: str
    name: str
    why: str
    mailbox: str | None
    phone: str | None
    supporters: str | None
    confirmed: str


def aid_list(candidates: Sequence[Candidate]) -> Markup:
    """Return the forces that could be asked, first to last, each with why and how to reach it."""
    return render("aid_list", asked=[_asked(one) for one in candidates])


def aid_planner(forces: Sequence[Force], offering: Sequence[Helper]) -> Markup:
    """Return the tool: UK forces to choose from, and what its script needs to rank in the browser.

    Without the script, it is a list of links to each force's own page, where the list stands.
    """
    return render(
        "aid_planner",
        forces=sorted(forces, key=lambda force: force.name),
        offering=sorted(offering, key=lambda helper: helper.force.name),
        facts=json.dumps(planner_facts(forces, offering), ensure_ascii=False, sort_keys=True),
    )


def planner_facts(forces: Sequence[Force], offering: Sequence[Helper]) -> dict[str, object]:
    """Return what ranking takes: every force's place, what helpers confirmed, and the words."""
    return {
        "tiers": TIERS,
        "reasons": dict(REASONS),
        "otherNation": OTHER_NATION,
        "checkFirst": CHECK_FIRST,
        "cannot": CANNOT,
        "outOfReach": OUT_OF_REACH,
        "request": request_text(),
        "forces": {
            force.id: {
                "name": force.name,
                "type": force.type,
                "nation": force.nation,
                "nations": nations_of(force.nation),
                "region": force.region,
                "row": force.tile.row,
                "col": force.tile.col,
                "neighbours": force.neighbours,
                "crossings": force.fixed_crossings,
            }
            for force in forces
        },
        "helpers": [
            {
                "id": helper.force.id,
                "stale": helper.state.is_stale,
                **_reach(helper),
            }
            for helper in offering
        ],
    }


def aid_request() -> Markup:
    """Return the request to adapt, as a page shows it."""
    host = "…… (host force)"
    rows = [[(label, blank.format(host=host)) for label, blank in row] for row in REQUEST]
    return render("aid_request", rows=rows)


def request_text() -> str:
    """Return the request as plain text in which `{host}` is still to be filled in."""
    rows = ["   ".join(f"{label}: {blank}" for label, blank in row) for row in REQUEST]
    return "\n".join([REQUEST_TITLE, "", *rows])


def _reach(helper: Helper) -> dict[str, Any]:
    known = helper.state.known
    assert known is not None, "only a force with a record offers aid"
    return {
        "mailbox": known.mailbox,
        "phone": known.phone,
        "supporters": public_count(known.trained_supporters),
        "confirmed": day(known.confirmed_on),
    }


def _asked(one: Candidate) -> _Asked:
    return _Asked(one.force.id, one.force.name, " ".join(one.why), **_reach(one.helper))
