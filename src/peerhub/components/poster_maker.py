"""The form of the poster maker, with room for its preview. Its script fills in the choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class Field:
    """A field to type in: its name, its label, what helps to fill it in, and its keyboard."""

    name: str
    label: str
    hint: str
    keyboard: str = "text"


CHOICES = (
    ("design", "Poster"),
    ("size", "Size"),
    ("language", "Language"),
    ("force", "Force"),
)
FIELDS = (
    Field("team", "Team name", "Such as: Response wellbeing team. No names of people."),
    Field("mailbox", "Role mailbox", "Such as peer.support@. No personal address.", "email"),
    Field("phone", "Team phone", "A switchboard or a desk. No mobile.", "tel"),
    Field("place", "Where to find you", "Such as: Room 12, first floor. No shift times."),
)


def poster_maker(base: str = "") -> Markup:
    """Return the maker's form and preview, hidden until its script is there to serve them.

    `base` stands before the hub's own addresses on a page that is not part of the hub.
    """
    return render("poster_maker", choices=CHOICES, fields=FIELDS, base=base)


def maker_to_keep(
    *,
    title: str,
    address: str,
    danger: Sequence[str],
    urgent: Sequence[str],
    imprint: str,
    scripts: Sequence[str],
) -> Markup:
    """Return a whole page with the maker, for a folder that holds its styles and scripts as well.

    `address` is the hub's, `danger` the numbers to call in danger, `urgent` how to reach each
    urgent service.
    """
    return render(
        "maker_to_keep",
        title=title,
        address=address,
        danger=danger,
        urgent=urgent,
        imprint=imprint,
        scripts=scripts,
        maker=poster_maker(address.rstrip("/")),
    )
