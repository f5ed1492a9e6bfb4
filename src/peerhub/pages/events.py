"""An event's page: what, when, where, for whom, how to book, and everything to take along."""

from __future__ import annotations

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.events import place_words
from peerhub.feeds.calendar import event_path
from peerhub.feeds.event_data import json_ld
from peerhub.models import Event
from peerhub.pages.calendar import SCRIPTS
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.event_booking import how_to_book
from peerhub.pages.event_place import when, where
from peerhub.questions.event_papers import before_title, door_path, joining_path
from peerhub.questions.event_timetable import delivered, event_days
from peerhub.questions.materials import workshop_materials
from peerhub.questions.sittings import is_in_person, wheres
from peerhub.questions.strands import MANY
from peerhub.words import day, listed, weekday


def event_page(catalogue: Catalogue, event: Event) -> str:
    """Return the page of an event or an observance."""
    is_on = event.status != "cancelled"
    return page(
        event,
        event.title,
        f"{event.title}, {show.event_when(event)}: what it is and how to take part.",
        f"{inert(event.summary)}\n{{: .lead }}",
        *_notices(event),
        still(show.facts(_facts(catalogue, event))),
        still(_over(event)),
        section("When", when(event)),
        section("Where", *where(event)),
        section("Access", _paragraphs(event.access)),
        section("How to book", *how_to_book(catalogue, event)),
        section(before_title(event), _paragraphs(event.joining)) if is_on else None,
        section("Timetable", *_timetable(catalogue, event)),
        section("Keep and print", still(_files(catalogue, event))),
        section("Source", f"The date comes from <{event.source}>.") if event.source else None,
        section("What to do next", bullets(_next(event))),
        _structured(catalogue, event),
        scripts=SCRIPTS,
    )


def _notices(event: Event) -> list[str]:
    """Return what a reader must know first: cancelled, moved or full."""
    notices: list[str] = []
    if event.status == "cancelled":
        notices.append(
            show.callout(
                "note",
                "Cancelled",
                "This event does not take place. It stays here so that nobody travels for it.",
            )
        )
    if event.moved_from and event.status != "cancelled":
        words = f"It was planned for {weekday(event.moved_from)}. The date below is the new one."
        notices.append(show.callout("note", "New date", words))
    if event.status == "full":
        words = event.waiting_list or "There is no place left."
        notices.append(show.callout("note", "This event is full", words))
    return [still(notice) for notice in notices if notice]


def _over(event: Event) -> str:
    """Return a notice that a script shows when the event is over."""
    return Markup('<div class="event-over" data-over="{}" hidden>\n{}\n</div>').format(
        event.ends_at.isoformat(),
        show.callout("note", "This event is over", "It stays here for the record."),
    )


def _facts(catalogue: Catalogue, event: Event) -> list[tuple[str, str]]:
    clock = "" if event.is_all_day else " (UK time)"
    facts = [("What", show.EVENT_KINDS[event.kind]), ("When", show.event_when(event) + clock)]
    if event.rule:
        facts.append(("How the date is set", event.rule))
    if wheres(event):
        said = place_words(wheres(event)) or "To be announced"
        facts.append(("Where", said[:1].upper() + said[1:]))
    if event.organiser:
        facts.append(("Run by", event.organiser))
    facts.append(("For", event.audience))
    if event.roles:
        facts.append(("Roles", listed([MANY[role] for role in event.roles])))
    if event.forces:
        names = [catalogue.force_by_id[identity].name for identity in event.forces]
        facts.append(("Forces invited", listed(names)))
    if event.regions:
        names = [catalogue.region_by_id[identity].name for identity in event.regions]
        facts.append(("Regions", listed(names)))
    if event.places:
        facts.append(("Places", event.places))
    if event.waiting_list and event.status != "full":
        facts.append(("Waiting list", event.waiting_list))
    changed = f", change {event.revision}" if event.revision else ""
    return [*facts, ("Last updated", f"{day(event.updated)}{changed}")]


def _paragraphs(text: str | None) -> str | None:
    """Return words from data as paragraphs that hold nothing but words."""
    if text is None:
        return None
    return "\n\n".join(inert(" ".join(part.split())) for part in text.split("\n\n"))


def _timetable(catalogue: Catalogue, event: Event) -> list[str | None]:
    """Return the days of the workshop an event delivers, on its dates and at its hours.

    An event that is pinned to an earlier edition has the timetable which that edition published.
    """
    if event.workshop is None or event.status == "cancelled":
        return []
    modules = catalogue.module_by_id
    plans = delivered(event, catalogue.edition, catalogue.workshop_by_id, modules, catalogue.kept)
    tables = [
        still(show.timetable(one.plan, f"{weekday(one.date)}: {one.plan.title}"))
        for one in event_days(event, plans)
    ]
    return [
        _workshop(catalogue, event),
        "The event has given no hours. These are those of the workshop."
        if event.is_all_day and tables
        else None,
        *tables,
    ]


def _workshop(catalogue: Catalogue, event: Event) -> str:
    """Return which workshop of which edition an event uses, with a link to that edition's page."""
    workshop = catalogue.workshop_by_id[event.workshop or ""]
    title, pin = inert(workshop.title), event.workshop_edition
    path = f"train/workshops/{workshop.id}/"
    if pin == catalogue.edition:
        return (
            f"This event uses the workshop [{title}](/{path}), edition {pin}. That page has the "
            "modules and the plans for trainers."
        )
    return (
        f"This event uses [{title}, edition {pin}]({_kept(catalogue, event)}{path}). That edition "
        "is kept as it was. Please use its page and its pack, and not those of this edition."
    )


def _kept(catalogue: Catalogue, event: Event) -> str:
    """Return the address of the edition that an event is pinned to."""
    return f"{catalogue.site.address}{event.workshop_edition}/"


def _files(catalogue: Catalogue, event: Event) -> str:
    rows = [
        show.DownloadLink(
            "Add it to your calendar", f"/{event_path(event.id)}", "ICS", "calendar file"
        )
    ]
    joining, door = joining_path(event), door_path(event)
    if joining:
        rows.append(show.DownloadLink("Joining instructions", f"/{joining}", "PDF", "A4"))
    if door:
        rows.append(show.DownloadLink("Sign for the door", f"/{door}", "PDF", "A4"))
    if event.workshop and event.status != "cancelled":
        pack = workshop_materials(catalogue.workshop_by_id[event.workshop])[0]
        is_here = event.workshop_edition == catalogue.edition
        base = "/" if is_here else _kept(catalogue, event)
        note = "for trainers" if is_here else f"for trainers, edition {event.workshop_edition}"
        place = pack.path if catalogue.site.keeps_packs else pack.page.lstrip("/")
        rows.append(show.DownloadLink(pack.name, f"{base}{place}", pack.format, note))
    return show.downloads(rows)


def _next(event: Event) -> list[str]:
    first = []
    if event.kind == "observance":
        first = ["[Find a poster to put up](/posters/)"]
    elif event.is_training and event.status != "cancelled":
        come = "come" if is_in_person(event) else "join"
        first = [f"[Read the modules before you {come}](/train/modules/)"]
    return [*first, "[All events and dates](/events/)", "[Need to talk now?](/support/)"]


def _structured(catalogue: Catalogue, event: Event) -> str:
    facts = json_ld(event, catalogue.site.address)
    return f'<script type="application/ld+json">{facts}</script>'
