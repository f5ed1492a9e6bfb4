"""A force's own page: its posters, help, where it stands, what is next, and its neighbours."""

from __future__ import annotations

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Force, PeerSupport
from peerhub.models.contact import dialled
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.force_help import coming_events, help_from_others, steps_for, tell_us, what_next
from peerhub.pages.materials import pack_file, pack_scripts
from peerhub.questions.disclosure import public_count
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.questions.poster_files import pack_path
from peerhub.questions.poster_rule import verdict
from peerhub.questions.readiness import Readiness, readiness
from peerhub.questions.signposting import in_danger, numbers_for
from peerhub.words import counted, listed

KINDS = {
    "territorial": "Territorial police force",
    "special": "Special police force",
    "agency": "Law enforcement agency (partner)",
    "crown-dependency": "Police service of a Crown Dependency (partner)",
}

PARTNER_NEXT = [
    "[Tell us what to change](#tell) on this page.",
    "[Read the guidance](/guidance/). It is written for UK forces, and you may adapt it.",
    "[See how the network works](/network/).",
    "Someone in the UK needs help? [Need to talk now](/support/).",
]
"""What a partner can do next: it has no stage to reach."""


def force_page(catalogue: Catalogue, force: Force, offering: NearestHelpers) -> str:
    """Return the page of a force or a partner; `offering` are the forces that offer aid."""
    state = readiness(force, catalogue.today)
    offered = help_from_others(catalogue, force, offering)
    sections = [
        section("Posters {: #posters }", _posters(catalogue, force, state)),
        section("Need to talk now?", _numbers(catalogue, force)),
        section("How to reach peer support here", bullets(_contact(state.known))),
        section("Where this force stands", still(show.standing(state))),
        section("What to do next", what_next(catalogue, force, state)),
        section("Coming up", coming_events(catalogue, force)),
        section("Neighbouring forces", _neighbours(catalogue, force)),
        section("Help from other forces {: #help }", offered),
        section("Tell us what to change {: #tell }", tell_us(catalogue, force, state.known)),
    ]
    if not force.is_uk_force:
        sections = [
            section("Need to talk now?", _numbers(catalogue, force)),
            section("Neighbouring forces", _neighbours(catalogue, force)),
            section("Tell us what to change {: #tell }", tell_us(catalogue, force, state.known)),
            section("What to do next", bullets(PARTNER_NEXT)),
        ]
    description, lead = _purpose(force)
    return page(
        force,
        force.name,
        description,
        f"{lead}\n{{: .lead }}",
        None if force.is_uk_force else _partner(force),
        *sections,
        scripts=pack_scripts(catalogue) if force.is_uk_force else (),
        beside=_beside(catalogue, force, state),
    )


def _beside(catalogue: Catalogue, force: Force, state: Readiness) -> list[show.SidePart]:
    """Return the second column: all posters at once, the next step, and the facts."""
    pack = pack_file("All posters, ZIP", pack_path(force.id), catalogue.site.keeps_packs)
    make = [("Make one with your team's details", f"/posters/make/?force={force.id}")]
    posters = show.file_rows([], pack) + show.links(make)
    step = show.steps(steps_for(catalogue, force, state)[:1])
    return [
        *(
            [
                show.SidePart("files", "Take them all", posters),
                show.SidePart("next", "Next step", step),
            ]
            if force.is_uk_force
            else []
        ),
        show.SidePart("facts", "In brief", show.facts(_facts(catalogue, force))),
    ]


def _facts(catalogue: Catalogue, force: Force) -> list[tuple[str, str]]:
    return [
        ("Kind", KINDS[force.type]),
        ("Nation", force.nation),
        ("Region", catalogue.region_by_id[force.region].name),
        *([("In Welsh", force.welsh_name)] if force.welsh_name else []),
        *([("In Gaelic", force.gaelic_name)] if force.gaelic_name else []),
    ]


def _purpose(force: Force) -> tuple[str, str]:
    """Return what the page is for: for search engines, and as its first sentence."""
    name = inert(force.name)
    if force.is_uk_force:
        what = "what is recorded, posters, and numbers for help."
        lead = f"Peer support at {name}: what is recorded, posters to print, and numbers for help."
        return f"Peer support at {force.name}: {what}", lead
    lead = f"Where people at {name} can turn for help, and how to tell us what to change here."
    return f"{force.name}, a partner of UK forces: where to turn for help.", lead


def _partner(force: Force) -> str:
    why = (
        "It is a law enforcement agency, not a police force."
        if force.type == "agency"
        else "It is outside the United Kingdom."
    )
    return (
        f"{inert(force.name)} is listed as a partner. {why} "
        "The hub does not count it as a UK force."
    )


def _contact(known: PeerSupport | None) -> list[str]:
    if known is None:
        return []
    lines = []
    if known.mailbox:
        lines.append(f"Email: [{known.mailbox}](mailto:{known.mailbox})")
    if known.phone:
        lines.append(f"Phone: [{known.phone}]({dialled(known.phone)})")
    if known.intranet:
        lines.append(f"Intranet, for colleagues in the force: <{known.intranet}>")
    if known.trained_supporters is not None:
        lines.append(f"Trained peer supporters: {public_count(known.trained_supporters)}")
    return lines


def _posters(catalogue: Catalogue, force: Force, state: Readiness) -> str:
    if not catalogue.posters:
        return "No poster is published yet."
    judged = [(poster, verdict(poster.requires, state)) for poster in catalogue.posters]
    return still(show.force_posters(force, judged, catalogue.languages))


def _numbers(catalogue: Catalogue, force: Force) -> str | None:
    numbers = numbers_for(force, catalogue.services)
    if not numbers:
        return (
            "The helplines on this hub are for the United Kingdom. "
            f"{in_danger(catalogue.services)} For other help, ask your own health service."
        )
    return "\n\n".join(
        [
            still(
                show.service_list(
                    numbers, shown_on=catalogue.shown_on, languages=catalogue.languages
                )
            ),
            "[More ways to get help](/support/)",
        ]
    )


def _neighbours(catalogue: Catalogue, force: Force) -> str | None:
    def link(identity: str) -> str:
        return f"[{inert(catalogue.force_by_id[identity].name)}](/forces/{identity}/)"

    lines = []
    if force.neighbours:
        lines.append(
            f"{counted(len(force.neighbours), 'force shares', 'forces share')} a land border: "
            f"{listed([link(identity) for identity in force.neighbours])}."
        )
    if force.fixed_crossings:
        crossings = listed([link(identity) for identity in force.fixed_crossings])
        lines.append(f"Joined by a bridge or tunnel: {crossings}.")
    return "\n\n".join(lines)
