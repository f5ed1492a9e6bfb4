"""A small invented nation of forces: one for each state a record can be in."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peerhub.models import Force, PeerSupport, Region
from peerhub.questions import mutual_aid
from peerhub.questions.national_picture import (
    Change,
    Moment,
    Picture,
    changes,
    moment,
    national_picture,
)
from peerhub.questions.readiness import Readiness, readiness

TODAY = dt.date(2027, 6, 1)
KEPT = {"owner": "hub-editors", "review_by": dt.date(2027, 11, 23)}
REGIONS = {"north": Region(id="north", name="North"), "south": Region(id="south", name="South")}


def record(**changes: Any) -> PeerSupport:
    """A record of a Peer Support Force that offers aid, confirmed a month ago.

    Its source may be any words, though the rules would refuse them: what is shown must be safe.
    """
    source = {key: changes.pop(key) for key in ("source",) if key in changes}
    fields: dict[str, Any] = {
        "confirmed_on": dt.date(2027, 5, 1),
        "source": "Letter from the wellbeing lead",
        "selection_criteria_adopted_on": dt.date(2026, 3, 1),
        "training_delivered_on": dt.date(2026, 9, 1),
        "trained_supporters": 24,
        "mailbox": "peer.support@northfold.example",
        "offers_mutual_aid": True,
    }
    return PeerSupport(**{**fields, **changes}).model_copy(update=source)


def force(identity: str = "northfold", **changes: Any) -> Force:
    """A territorial force with nothing recorded."""
    if "name" in changes:
        changes["name"] = " ".join(changes["name"].split())
    fields: dict[str, Any] = {
        "id": identity,
        "name": identity.title() + " Police",
        "short_name": identity.title(),
        "nation": "England",
        "type": "territorial",
        "region": "north",
        "website": "https://www.northfold.example/",
        "tile": {"row": 0, "col": 0},
    }
    return Force(**KEPT, **{**fields, **changes})


def picture(name: str = "Northfold Police") -> Picture:
    """Every kind of standing, one force each, and a partner."""
    stale = record(confirmed_on=dt.date(2026, 3, 1), training_delivered_on=None)
    forces = [
        force("a", name=name, peer_support=record(source=name.splitlines()[0])),
        force("b", tile={"row": 1, "col": 0}, peer_support=stale),
        force("c", tile={"row": 2, "col": 3}, name_cy="Heddlu C"),
        force("d", type="agency", nation="United Kingdom", tile={"row": 3, "col": 3}),
    ]
    return national_picture(forces, TODAY)


def state(words: str) -> Readiness:
    """Where a force stands that has met, missed and let lapse."""
    held = record(source=words.splitlines()[0], selection_criteria_adopted_on=dt.date(2024, 1, 1))
    return readiness(force(peer_support=held), TODAY)


def helpers() -> tuple[mutual_aid.Helper, ...]:
    """One force that offers aid."""
    return mutual_aid.helpers([force("a", peer_support=record(phone="01632 960001"))], TODAY)


def asked() -> tuple[mutual_aid.Candidate, ...]:
    """That force, as another's neighbour."""
    return mutual_aid.who_could_be_asked(force("b", neighbours=("a",)), helpers())


def editions(name: str) -> tuple[tuple[Moment, ...], tuple[Change, ...], dict[str, str]]:
    """Two editions between which one force came forward."""
    two = tuple(
        moment({"edition": edition, "dated": day, "forces": [{"id": "a", "stage": stage}]})
        for edition, day, stage in (
            ("2026.1", "2026-06-01", "not recorded"),
            ("2027.1", "2027-06-01", "Peer Support Force"),
        )
    )
    return two, changes(two), {"a": name}
