"""Which files of a built site go into a bag. Pure: paths in, paths out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

POSTER = re.compile(
    r"^posters/(?P<design>[\w-]+)/(?P<name>(?!picture)[\w-]+)\.(?:pdf|png|webp|zip|parts\.json)$"
)
"""A poster for a force, its picture, or a pack of them; the pictures of designs are for all."""

LESSON = re.compile(r"^materials/(?P<kind>modules|workshops)/(?P<of>[\w-]+)/")

PACK = re.compile(r"^materials/workshops/[\w-]+/[\w-]+-pack\.(?:zip|parts\.json)$")
"""A workshop's pack, or the list of its parts, whose files are all in the bag by themselves."""

FOR_HOSTS = re.compile(
    r"^(?:hosting/|social/|_headers$|_redirects$|\.htaccess$|\.well-known/|sitemap\.|404\.html$|manifest(?:\.json|/))"
)
"""What is for a host, or tells of the site as it is served; on a disk it means nothing."""


@dataclass(frozen=True)
class Choice:
    """What somebody wants to carry. Pages, data, search and tools are always in it."""

    is_all: bool = False
    """Whether every poster of every force comes too."""
    forces: tuple[str, ...] = ()
    """The forces whose posters come too, by their ids."""
    workshops: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """When not empty: the workshops whose materials come, and no other's, with their modules."""

    def holds(self, path: str) -> bool:
        """Say whether a file of the site, by its path below it, is in the bag."""
        if FOR_HOSTS.match(path):
            return False
        if self.is_all:
            return True
        if poster := POSTER.match(path):
            return poster["design"] == "make" or self._is_for_us(poster["name"])
        if PACK.match(path) and not self.workshops:
            return False
        lesson = LESSON.match(path)
        return not lesson or not self.workshops or lesson["of"] in self._lessons[lesson["kind"]]

    def _is_for_us(self, name: str) -> bool:
        return any(name == force or name.startswith(f"{force}-") for force in self.forces)

    @property
    def _lessons(self) -> dict[str, set[str]]:
        modules = {one for found in self.workshops.values() for one in found}
        return {"workshops": set(self.workshops), "modules": modules}


def left_out(paths: Iterable[str], choice: Choice) -> tuple[str, ...]:
    """Return the files of a site that a bag does not hold, in order; those for hosts aside."""
    return tuple(
        sorted(path for path in paths if not choice.holds(path) and not FOR_HOSTS.match(path))
    )
