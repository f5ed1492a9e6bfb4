"""How to book an event: one tap, until the day on which booking closes."""

from __future__ import annotations

import datetime as dt
from urllib.parse import quote

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.models import Event
from peerhub.models.event_parts import moment
from peerhub.pages.compose import still
from peerhub.words import day, weekday

NATIONAL = (
    "National workshops are by invitation. Forces are invited, and the team member who sends the "
    "invitation books people in. If your force has had none, write and say which force you are "
    "from."
)
INVITED = (
    "This event is by invitation. The team member who sends the invitation books people in. If "
    "you have had none, write and say which force you are from."
)


def how_to_book(catalogue: Catalogue, event: Event) -> list[str | None]:
    """Return how to book an event; nothing for one that is cancelled or needs no booking.

    A script takes the way to book away once booking is closed. Without it, the date stands.
    """
    booking = event.booking
    if booking is None or event.status == "cancelled":
        return []
    said = NATIONAL if event.kind == "national-workshop" else INVITED
    return [
        said if booking.by == "invitation" else None,
        _until_closed(event, _ways(catalogue, event)),
        f"Book by **{weekday(booking.closes)}**." if booking.closes else None,
    ]


def closes_at(event: Event) -> dt.datetime:
    """Return the moment at which booking is closed, in London time: a day is open to its end."""
    closes = event.booking.closes if event.booking else None
    if closes is None:
        return event.ends_at
    return min(moment(closes + dt.timedelta(days=1), "00:00"), event.ends_at)


def _ways(catalogue: Catalogue, event: Event) -> Markup:
    booking = event.booking
    if booking is None:
        return Markup()
    ways = Markup()
    if booking.by == "website":
        ways += _button(str(booking.url), "Book on the website")
    mailbox = booking.mailbox or (catalogue.site.contact if booking.by == "invitation" else None)
    if mailbox:
        label = "Email to book a place" if booking.by == "email" else "Email the team"
        ways += _button(mail_to(event, mailbox), label)
        ways += Markup(
            "<p>The email goes to {}. It asks for your force, your role and any access needs, and "
            "for nothing else. Please leave out anything about your health.</p>\n"
        ).format(mailbox)
    return ways


def _until_closed(event: Event, ways: Markup) -> str:
    """Return ways to book that a script puts away when booking is closed."""
    block = Markup(
        '<div class="booking" data-closes="{}">\n<div class="booking-open">\n{}</div>\n'
        '<p class="booking-closed" hidden><strong>Booking is closed.</strong></p>\n</div>'
    )
    return still(block.format(closes_at(event).isoformat(), ways))


def mail_to(event: Event, mailbox: str) -> str:
    """Return an address that opens an email about an event with what it needs to say."""
    named = f"{event.title}, {day(event.date)}"
    body = f"I would like a place at: {named}\n\nForce: \nRole: \nAccess needs: \n"
    subject, body = quote(f"Booking: {named}"), quote(body.replace("\n", "\r\n"))
    return f"mailto:{mailbox}?subject={subject}&body={body}"


def _button(href: str, words: str) -> Markup:
    return Markup('<p><a class="button" href="{}">{}</a></p>\n').format(href, words)
