"""An event's page: what, when, where, for whom, how to book, and everything to take along."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.calendar import ROLES
from peerhub.feeds.calendar import event_path
from peerhub.feeds.event_data import json_ld
from peerhub.models import Booking, Event
from peerhub.pages.calendar import SCRIPTS
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.questions.event_papers import paper_paths
from peerhub.questions.materials import workshop_materials
from peerhub.questions.sittings import sittings
from peerhub.questions.timetable import timetable
from peerhub.words import day, listed, weekday

ORGANISER = "National Police Wellbeing Service"

INVITED = (
    "National workshops are by invitation. Forces are invited, and the team member who sends the "
    "invitation books people in. If your force has had none, write and say which force you are "
    "from."
)


def event_page(catalogue: Catalogue, event: Event) -> str:
    """Return the page of an event or an observance."""
    return page(
        event,
        event.title,
        f"{event.title}, {show.event_when(event)}: what it is and how to take part.",
        f"{inert(event.summary)}\n{{: .lead }}",
        *_notices(event),
        still(show.facts(_facts(catalogue, event))),
        still(_over(event)),
        section("When", _sittings(event)) if len(sittings(event)) > 1 else None,
        section("Where", *_where(event)),
        section("Access", _paragraphs(event.access)),
        section("How to book", *_booking(catalogue, event)),
        section("Before you come", _paragraphs(event.joining)),
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
    facts = [("What", show.EVENT_KINDS[event.kind]), ("When", show.event_when(event))]
    if event.rule:
        facts.append(("How the date is set", event.rule))
    if event.where:
        parts = [event.where.place or "", "online" if event.where.online else ""]
        said = listed([part for part in parts if part]) or "To be announced"
        facts.append(("Where", said[:1].upper() + said[1:]))
    facts.append(("For", event.audience))
    if event.roles:
        facts.append(("Roles", listed([ROLES[role] for role in event.roles])))
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
    return facts


def _sittings(event: Event) -> str | None:
    lines = []
    for one in sittings(event):
        said = f"{weekday(one.starts.date())}, {one.starts:%H:%M} to {one.ends:%H:%M}"
        if one.title:
            said = f"**{inert(one.title)}**: {said}"
        if one.where and one.where != event.where:
            there = [one.where.place or "", "online" if one.where.online else ""]
            said += f" ({inert(listed([part for part in there if part]))})"
        lines.append(said)
    return bullets(lines)


def _where(event: Event) -> list[str | None]:
    where = event.where
    if where is None or not (where.address or where.online):
        return []
    blocks: list[str | None] = []
    if where.place and where.address:
        found = f"https://www.openstreetmap.org/search?query={quote(where.address)}"
        blocks.append(
            f"{inert(where.place)}, {inert(where.address)}. "
            f"[Find it on OpenStreetMap]({found}), which is another site."
        )
    if where.online:
        also = "You can also take part online." if where.place else "The event is online."
        blocks.append(f"{also} The joining link comes with your place. It is not published here.")
    return blocks


def _booking(catalogue: Catalogue, event: Event) -> list[str | None]:
    booking = event.booking
    if booking is None or event.status == "cancelled":
        return []
    blocks: list[str | None] = []
    if booking.by == "invitation":
        blocks.append(INVITED)
    if booking.by == "website":
        blocks.append(_button(str(booking.url), "Book on the website"))
    mailbox = booking.mailbox or (catalogue.site.contact if booking.by == "invitation" else None)
    if mailbox:
        label = "Email to book a place" if booking.by == "email" else "Email the team"
        blocks.append(_button(mail_to(event, mailbox), label))
        blocks.append(
            f"The email goes to {mailbox}. It asks for your force, your role and any access "
            "needs, and for nothing else. Please leave out anything about your health."
        )
    blocks.append(_deadline(booking))
    return blocks


def _deadline(booking: Booking) -> str | None:
    return f"Book by **{weekday(booking.closes)}**." if booking.closes else None


def mail_to(event: Event, mailbox: str) -> str:
    """Return an address that opens an email about an event with what it needs to say."""
    named = f"{event.title}, {day(event.date)}"
    body = f"I would like a place at: {named}\n\nForce: \nRole: \nAccess needs: \n"
    subject, body = quote(f"Booking: {named}"), quote(body.replace("\n", "\r\n"))
    return f"mailto:{mailbox}?subject={subject}&body={body}"


def _button(href: str, words: str) -> str:
    return still(Markup('<p><a class="button" href="{}">{}</a></p>').format(href, words))


def _paragraphs(text: str | None) -> str | None:
    """Return words from data as paragraphs that hold nothing but words."""
    if text is None:
        return None
    return "\n\n".join(inert(" ".join(part.split())) for part in text.split("\n\n"))


def _timetable(catalogue: Catalogue, event: Event) -> list[str | None]:
    """Return the days of the workshop an event delivers, from the edition it uses."""
    if event.workshop is None:
        return []
    workshop = catalogue.workshop_by_id[event.workshop]
    site = catalogue.site
    pinned = event.workshop_edition or site.edition
    title = inert(workshop.title)
    if pinned != site.edition:
        kept = f"{site.address.rstrip('/')}/{pinned}/train/workshops/{workshop.id}/"
        said = f"This event uses the workshop [{title}, edition {pinned}]({kept}). "
        return [f"{said}Its timetable and pack are kept there."]
    said = f"This event uses the workshop [{title}](/train/workshops/{workshop.id}/), edition "
    return [
        f"{said}{pinned}. That page has the modules and the plans for trainers.",
        *[still(show.timetable(one)) for one in timetable(workshop, catalogue.module_by_id)],
    ]


def _files(catalogue: Catalogue, event: Event) -> str:
    rows = [
        show.Download("Add it to your calendar", f"/{event_path(event.id)}", "ICS", "calendar file")
    ]
    papers = paper_paths(event)
    if papers:
        joining, door = papers
        rows.append(show.Download("Joining instructions", f"/{joining}", "PDF", "A4"))
        rows.append(show.Download("Sign for the door", f"/{door}", "PDF", "A4"))
    if event.workshop and event.workshop_edition in (None, catalogue.site.edition):
        pack = workshop_materials(catalogue.workshop_by_id[event.workshop])[0]
        rows.append(show.Download(pack.name, f"/{pack.path}", pack.format, "for trainers"))
    return show.downloads(rows)


def _next(event: Event) -> list[str]:
    first = (
        ["[Find a poster to put up](/posters/)"]
        if event.kind == "observance"
        else ["[Read the modules before you come](/train/modules/)"]
    )
    return [*first, "[All events and dates](/events/)", "[Need to talk now?](/support/)"]


def _structured(catalogue: Catalogue, event: Event) -> str:
    facts = json_ld(event, catalogue.site.address, ORGANISER)
    return f'<script type="application/ld+json">{facts}</script>'
