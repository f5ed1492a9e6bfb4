"""The form of the poster maker, with room for its preview. Its script fills in the choices."""

from __future__ import annotations

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


def poster_maker() -> Markup:
    """Return the maker's form and preview, hidden until its script is there to serve them."""
    return render("poster_maker", choices=CHOICES, fields=FIELDS)
