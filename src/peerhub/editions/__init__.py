"""Editions: a numbered build of the hub, kept for ever on a publishing branch.

The engine and the publishing tool are run as programs; nothing here imports them.
"""

from peerhub.editions.edition_shelf import Edition, EditionShelf, NotAnEdition
from peerhub.editions.objections import EditionRequest, Objection, objections
from peerhub.editions.publishing import EditionStopped, Published, publish
from peerhub.editions.signposts import signposts

__all__ = [
    "Edition",
    "EditionRequest",
    "EditionShelf",
    "EditionStopped",
    "NotAnEdition",
    "Objection",
    "Published",
    "objections",
    "publish",
    "signposts",
]
