"""Whether the words of changed posters fit: each is set once, in every shape and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.joined import whole_document
from peerhub.faults import Code
from peerhub.models import Poster
from peerhub.models.language_code import ENGLISH
from peerhub.orders.posters import orders
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import Job
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter

FILE = "data/posters.yml"
FIELDS = {
    "thought": "headline",
    "hero": "headline",
    "offer": "does",
    "deeds": "does",
    "pledge": "limits",
    "promise": "is_not",
    "ask": "contact",
    "reach": "write_in",
    "peril": "danger",
    "means": "danger",
    "when": "hours",
    "square": "scan",
}
"""Which words stand in a place of the sheet that has another name than their field."""


def unfitting(root: Path, catalogue: Catalogue, posters: Iterable[Poster]) -> list[Issue]:
    """Return a problem for each design that does not fit, or that cannot be set."""
    home = root / "materials"
    setter = Typesetter(Materials((home if home.is_dir() else HOME).resolve()))
    some = replace(catalogue, posters=tuple(posters))
    tried: dict[tuple[str, str], Issue | None] = {}
    for job in _tellingly(orders(some)):
        key = (job.design.id, job.language)
        if key not in tried and (job.design.id, "") not in tried:
            tried[key] = _fault(root, setter, job)
    found: dict[str, Issue] = {}
    for (design, _), issue in tried.items():
        if issue:
            found.setdefault(design, issue)
    return list(found.values())


def _tellingly(jobs: list[Job]) -> Iterator[Job]:
    """Yield jobs with the force first whose name and lines take the most room."""
    yield from sorted(jobs, key=lambda job: (-len(job.facts.urgent), -len(job.facts.name)))


def _fault(root: Path, setter: Typesetter, job: Job) -> Issue | None:
    try:
        for shape in dict.fromkeys(map(job.shape, job.sizes)):
            setter.set(job, shape).close()
    except PressError as error:
        file, line, column = _place(root, job.design.id, error.fault)
        message = error.fault.rstrip(".")
        return Issue(file, line, column, Code.FIT, message[0].lower() + message[1:], error.remedy)
    return None


def _place(root: Path, identity: str, fault: str) -> tuple[str, int, int]:
    """Return the file, line and column of the words at fault, or of the design's id."""
    document = whole_document(root, FILE)
    name = fault.rpartition("(")[2].partition(")")[0]
    for number, item in enumerate(document.data["posters"]):
        if item.get("id") == identity:
            field = FIELDS.get(name, name)
            is_said = field in item["words"][ENGLISH]
            within = ("posters", number, *(("words", ENGLISH, field) if is_said else ("id",)))
            mark = document.mark(within)
            return document.named(mark), mark.line, mark.column
    return FILE, 1, 1
