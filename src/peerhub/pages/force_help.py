"""What a force's page offers its coordinator: next steps, dates, help, and how to tell us."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.editing.yaml_text import scalar
from peerhub.models import Event, Force, PeerSupport
from peerhub.pages.compose import inert, still
from peerhub.questions.mutual_aid import Candidate
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.questions.readiness import Readiness, next_steps
from peerhub.words import counted

HELP: Mapping[str, tuple[str, ...]] = {
    "selection_criteria_adopted_on": (
        "/guidance/become-a-peer-support-force/",
        "/guidance/selection/",
    ),
    "training_delivered_on": ("/train/", "/events/"),
    "coordinator_in_post_on": ("/guidance/roles/coordinator/",),
    "oh_clinician_trained_on": ("/guidance/roles/oh-clinician/",),
    "offer": ("/network/mutual-aid/",),
    "keep": ("/guidance/supervision/",),
}
"""The pages that help with each kind of step; those a project lacks are left out."""

ASKED = (
    "Role mailbox (no personal address):",
    "Switchboard or extension:",
    "Intranet page (https):",
    "Number of trained supporters:",
    "Agreed recruitment and selection criteria adopted on:",
    "Specified training delivered on:",
    "Coordinator in post since:",
    "Occupational Health clinician trained in the model on:",
    "We offer mutual aid (yes or no):",
)


def what_next(catalogue: Catalogue, force: Force, state: Readiness) -> str:
    """Return what a force can do next, in order, each step with the pages that help."""
    return still(show.steps(steps_for(catalogue, force, state)))


def steps_for(catalogue: Catalogue, force: Force, state: Readiness) -> list[show.StageStep]:
    """Return the steps that a force can take next, the first of them first."""
    return [
        show.StageStep(step.words, _help(catalogue, force, step.about))
        for step in next_steps(state)
    ]


def _help(catalogue: Catalogue, force: Force, about: str) -> tuple[tuple[str, str], ...]:
    if about in ("tell", "confirm"):
        return (("How to tell us", f"/forces/{force.id}/#tell"),)
    found = []
    for address in HELP.get(about, ()):
        title = _title(catalogue, address)
        if title:
            found.append((title, address))
    return tuple(found)


def _title(catalogue: Catalogue, address: str) -> str | None:
    """Return the title of the page at an address, or nothing when there is none."""
    path = address.strip("/")
    meta = catalogue.pages.get(f"{path}.md") or catalogue.pages.get(f"{path}/index.md")
    return meta.title if meta else None


MOST_EVENTS = 25
"""Events that a force's page lists: a region may have thousands, and the calendar has them all."""

ALL_EVENTS = "All events and dates"


def coming_events(catalogue: Catalogue, force: Force) -> str:
    """Return the events that are for a force or its region and not over on the hub's day."""
    found = events_for(catalogue, force)
    region = catalogue.region_by_id[force.region].name
    if not found:
        return (
            f"No event for {inert(force.name)} or for its region ({inert(region)}) is published "
            f"at the moment. [{ALL_EVENTS}](/events/)"
        )
    more = len(found) - MOST_EVENTS
    all_of_them = f"{counted(more, 'more event')}, and all dates" if more > 0 else ALL_EVENTS
    return f"{still(show.event_list(found[:MOST_EVENTS]))}\n\n[{all_of_them}](/events/)"


def events_for(catalogue: Catalogue, force: Force) -> list[Event]:
    """Return the events for a force or its region that are not over, the first of them first."""
    found = {
        event.id: event
        for reader in (("force", force.id), ("region", force.region))
        for event in catalogue.events_by_reader.get(reader, ())
        if event.last_day >= catalogue.today
    }
    return sorted(found.values(), key=lambda event: (event.starts_at, event.id))


def help_from_others(catalogue: Catalogue, force: Force, offering: NearestHelpers) -> str:
    """Return who a force could ask for peer supporters after a major incident, in order."""
    found, number = offering.first(force, MOST_ASKED)
    charge = (
        "Force command and the National Police Coordination Centre (NPoCC) decide on aid between "
        "forces. This list is for planning."
    )
    more = _title(catalogue, "/network/mutual-aid/")
    link = f"[{inert(more)}](/network/mutual-aid/)" if more else None
    if not found:
        nobody = "No force within reach has told the hub that it offers mutual aid."
        return "\n\n".join(filter(None, [f"{nobody} {charge}", link]))
    return "\n\n".join(
        filter(
            None, [f"After a major incident, in this order. {charge}", _listed(found, number), link]
        )
    )


MOST_ASKED = 25
"""The most forces that a force's page says could be asked, the nearest first."""


def _listed(found: tuple[Candidate, ...], number: int) -> str:
    shown = still(show.aid_list(found))
    more = number - len(found)
    if more <= 0:
        return shown
    return f"{shown}\n\n{counted(more, 'more force')} could be asked after these."


BLANK = "…"
"""What stands in a record where an editor has to write. The check refuses each that is left."""


def record_to_fill_in(known: PeerSupport | None) -> str:
    """Return the lines of a `peer_support` block: what is recorded, and blanks for the rest."""
    lines = ["  peer_support:"]
    for field, info in PeerSupport.model_fields.items():
        value = getattr(known, field, None)
        is_asked_afresh = value is None or info.is_required()
        written = BLANK if is_asked_afresh else scalar(value)
        lines.append(f"    {field}: {written}")
    return "\n".join(lines)


def tell_us(catalogue: Catalogue, force: Force, known: PeerSupport | None) -> str:
    """Return how to report a change: an email that is filled in already, and the editor's way.

    `known` is what is shown of the force's record, for an editor to start from.
    """
    site = catalogue.site
    subject = f"Peer support at {force.name}"
    lines = [
        f"{force.name} ({force.id})",
        "",
        *(ASKED if force.is_uk_force else ("What to change:",)),
        "",
        "Sent by (role, no name needed):",
        "Please give no names of supporters, no personal addresses and no mobile numbers.",
    ]
    address = f"mailto:{site.contact}?subject={quote(subject)}&body={quote(chr(10).join(lines))}"
    where = (
        f"[the file data/forces.yml]({site.repository}/blob/main/data/forces.yml)"
        if site.repository
        else "the file `data/forces.yml`"
    )
    return (
        f"We record only what a force confirms in writing.\n\n"
        f"- **By email.** [Write to us with the questions filled in]({address}).\n"
        f"- **As an editor.** Change {where}, at `id: {force.id}`. "
        f"The check says what is missing.\n"
        f"- **Elsewhere.** {_websites(force)}[All forces](/forces/)."
        + (f"\n\n{_to_copy(known)}" if force.is_uk_force else "")
    )


def _to_copy(known: PeerSupport | None) -> str:
    return still(
        show.record_lines(
            "For editors: lines to copy",
            f"Put them at the end of the force's record. Fill in every {BLANK}, and take out each "
            "line that the force has not confirmed.",
            record_to_fill_in(known),
        )
    )


def _websites(force: Force) -> str:
    return "".join(
        f"[The force's own website, in {language}]({url}). " for language, url in force.websites
    )
