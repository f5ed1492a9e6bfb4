"""Editions: a numbered build of the hub, kept for ever on a publishing branch.

The engine and the publishing tool are run as programs; nothing here imports them.
"""

from peerhub.editions.objections import Objection, Standing, objections
from peerhub.editions.publishing import EditionStopped, Published, publish
from peerhub.editions.shelf import Edition, NotAnEdition, Shelf
from peerhub.editions.signposts import signposts

__all__ = [
    "Edition",
    "EditionStopped",
    "NotAnEdition",
    "Objection",
    "Published",
    "Shelf",
    "Standing",
    "objections",
    "publish",
    "signposts",
]
