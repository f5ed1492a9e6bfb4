"""What the answers to a form make: the whole new content of each file that is added or changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.document import read_document
from peerhub.catalogue.joined import holding, whole_document
from peerhub.editing.answering import Answers
from peerhub.editing.append import appended, extended
from peerhub.editing.errors import EditError
from peerhub.editing.form import Form
from peerhub.editing.into_workshop import with_module
from peerhub.editing.naming import slug
from peerhub.editing.timetable import days_of
from peerhub.editing.yaml_text import scalar
from peerhub.models.indicator import TOTAL
from peerhub.models.language_code import ENGLISH
from peerhub.models.poster import SPOKEN

FIRST, LAST = 10, 5
"""Minutes of the first and the last step of a new module."""

SHORT = 36
"""Letters of a group's title that become its id."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 20, 170


@dataclass(frozen=True)
class Addition:
    """A thing that is to be added: its id, and the new content of each file, by path."""

    id: str
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class Request:
    """What is needed to make a thing: its form, the answers, and the project as it is."""

    form: Form
    said: Answers
    catalogue: Catalogue
    root: Path
    today: dt.date

    def content(self) -> bytes:
        """Return the form's data file as it is."""
        return (self.root / self.form.file).read_bytes()

    def identity(self, taken: Collection[str]) -> str:
        """Return an id made of the answer that names the thing, which nothing else has."""
        return slug(self.said[self.form.named_by], taken, self.form.kind)


def made(work: Request) -> Addition:
    """Return what is to be written. Raises EditError where the files do not allow it."""
    return MAKERS[work.form.kind](work)


def _record(
    work: Request, fields: Mapping[str, Any], pages: Mapping[str, bytes] | None = None
) -> Addition:
    whole = dict(fields)
    before = read_document(work.content(), work.form.file).data
    defaults = before.get("defaults") if isinstance(before, Mapping) else None
    defaults = defaults if isinstance(defaults, Mapping) else {}
    given = {"owner": work.catalogue.owners[0].id, "review_by": _in_a_year(work.today)}
    whole = {**fields, **{key: value for key, value in given.items() if key not in defaults}}
    content = appended(work.content(), work.form.file, work.form.list, whole)
    return Addition(fields["id"], {work.form.file: content, **(pages or {})})


def _new_id(work: Request) -> str:
    held = getattr(work.catalogue, work.form.list)
    return work.identity({one.id for one in held})


def _source(work: Request) -> Addition:
    return _record(work, {"id": _new_id(work), **work.said})


def _indicator(work: Request) -> Addition:
    said = dict(work.said)
    groups: list[dict[str, str]] = []
    for title in said.pop("groups"):
        taken = {TOTAL, *(one["id"] for one in groups)}
        groups.append({"id": slug(title[:SHORT], taken, "group"), "title": title})
    share = {"share": [groups[0]["id"]]} if said.pop("shared") else {}
    limits = said.pop("limits")
    return _record(work, {"id": _new_id(work), **said, "groups": groups, **share, "limits": limits})


def _service(work: Request) -> Addition:
    said = dict(work.said)
    looked = said.pop("last_checked")
    publish = "yes" if said.pop("seen") else "after-check"
    fields = {"id": _new_id(work), **said, "publish": publish, "last_checked": looked}
    return _record(work, fields)


def _workshop(work: Request) -> Addition:
    said = work.said
    minutes = {module.id: module.minutes for module in work.catalogue.modules}
    fields = {
        "id": _new_id(work),
        **{key: said[key] for key in ("title", "summary", "audience")},
        "group": {"min": said["least"], "max": said["most"]},
        "trainers": said["trainers"],
        "days": days_of(said["start"], [(one, minutes[one]) for one in said["modules"]]),
    }
    return _record(work, fields)


def _module(work: Request) -> Addition:
    said = dict(work.said)
    pages = {path.stem for path in (work.root / "docs" / "train" / "modules").glob("*.md")} | {
        module.id for module in work.catalogue.modules
    }
    identity = work.identity(pages)
    note = said.pop("content_note", None)
    before = said.pop("before", None)
    workshop = said.pop("workshop", None)
    fields = {
        "id": identity,
        **said,
        "needs": ["A room with chairs that move", {"sheet": "Practice cards"}],
        **({"before": before} if before else {}),
        **({"content_note": note} if note else {}),
        "steps": _steps(said["minutes"]),
    }
    text = _filled(work, "module", said["title"], said["summary"])
    taught = with_module(work.root, workshop, identity) if workshop else {}
    return _record(work, fields, {f"docs/train/modules/{identity}.md": text, **taught})


def _steps(minutes: int) -> list[dict[str, Any]]:
    """Return a plan of three steps of a usual kind, which take the minutes of the module."""
    return [
        {
            "title": "Welcome",
            "minutes": FIRST,
            "method": "discussion",
            "slide": ["You can step out at any time.", "Now: say what you hope to take away."],
            "trainer": "Say what people will be able to do by the end.",
            "people": "Say in a sentence what they hope to take away.",
            "priority": "must",
        },
        {
            "title": "Practise in pairs",
            "minutes": minutes - FIRST - LAST,
            "method": "pairs",
            "slide": ["Take a card each.", "Now: try it out with your partner, then swap."],
            "trainer": "Show it once with your co-trainer. Ask each pair what helped.",
            "people": "Try out what the card says, and tell their partner what helped.",
            "resources": ["Practice cards"],
            "sheets": ["Practice cards"],
            "priority": "must",
        },
        {
            "title": "Close",
            "minutes": LAST,
            "method": "reflection",
            "slide": ["Now: write down one thing that you will do this week."],
            "trainer": "Ask for one thing from each person. Point out the urgent numbers.",
            "people": "Write down one thing that they will do this week.",
            "priority": "should",
        },
    ]


def _poster(work: Request) -> Addition:
    said = dict(work.said)
    document = whole_document(work.root, work.form.file)
    held = (document.data or {}).get("posters", ())
    design = next((one for one in held if one.get("id") == said["design"]), None)
    if design is None:
        raise EditError(f"There is no poster '{said['design']}' in data/posters.yml to begin with.")
    left = {"id", "code", "earlier", "owner", "review_by"}
    kept = {key: value for key, value in design.items() if key not in left}
    own = {key: said.pop(key) for key in SPOKEN if key in said}
    del said["design"]
    words = {ENGLISH: {**kept.pop("words")[ENGLISH], **own}}
    fields = {"id": _new_id(work), "code": _new_code(work), **kept, **said, "words": words}
    return _record(work, fields)


def _new_code(work: Request) -> str:
    """Return the first code of a letter that no poster has had. Raises EditError when none is."""
    used = {
        code[0]
        for poster in work.catalogue.posters
        for code in (poster.code, *(one.code for one in poster.earlier))
    }
    for letter in LETTERS:
        if letter not in used:
            return f"{letter}1"
    raise EditError("Every letter is in use for a poster. Take a poster out before adding one.")


def _page(work: Request) -> Addition:
    folder, twin = work.said["section"].partition("/")[0], work.said.get("twin")
    language = next((one.id for one in work.catalogue.languages if one.id == folder), None)
    if language is None:
        if twin:
            raise EditError(f"A page below docs/{folder}/ is in English. Leave out its twin.")
        return _written(work, "page", more="")
    if not twin:
        raise EditError(
            f"A page below docs/{folder}/ needs its twin: the address of the same page in English."
        )
    more = f"lang: {language}\ntwin: {scalar(twin)}\ntranslation: draft\n"
    start = f"page-{language}"
    known = files(__package__).joinpath("starts", f"{start}.md").is_file()
    return _written(work, start if known else "page", more=more, twin=twin)


def _leaflet(work: Request) -> Addition:
    headings = work.said["headings"]
    if len(set(headings)) < len(headings):
        raise EditError("Two headings are the same. Give each its own words.")
    return _written(
        work,
        "leaflet",
        parts="\n".join(f"  - {scalar(one)}" for one in headings),
        sections="".join(f"## {one}\n\nSay here what people need to know.\n\n" for one in headings),
    )


def _written(work: Request, start: str, **more: str) -> Addition:
    section = work.said["section"]
    folder = work.root / "docs" / section
    tools = {tool.id for meta in work.catalogue.pages.values() for tool in meta.tools}
    taken = {one.stem for one in folder.glob("*")} | (tools if start == "leaflet" else set())
    identity = work.identity(taken)
    said = work.said
    text = _filled(work, start, said["title"], said["description"], id=identity, **more)
    return Addition(identity, {f"docs/{section}/{identity}.md": text})


def _filled(work: Request, start: str, title: str, description: str, **more: str) -> bytes:
    """Return the first text of a page, from its pattern in `starts`."""
    pattern = files(__package__).joinpath("starts", f"{start}.md").read_text(encoding="utf-8")
    short = description
    if len(short) > LONGEST_DESCRIPTION:
        short = f"{short[: LONGEST_DESCRIPTION - 1].rsplit(' ', 1)[0]}…"
    if len(short) < SHORTEST_DESCRIPTION:
        short = f"{short.rstrip('.')}: {title}."
    return (
        Template(pattern)
        .substitute(
            title=scalar(title),
            description=scalar(short),
            lead=description,
            owner=work.catalogue.owners[0].id,
            review_by=_in_a_year(work.today).isoformat(),
            **more,
        )
        .encode()
    )


def _confirmation(work: Request) -> Addition:
    said = dict(work.said)
    force = said.pop("force")
    if not said.get("offers_mutual_aid"):
        said.pop("offers_mutual_aid", None)
    file, number = holding(work.root, work.form.file, "forces", force)
    before = (work.root / file).read_bytes()
    content = extended(before, file, ("forces", number), "peer_support", said)
    return Addition(force, {file: content})


def _in_a_year(today: dt.date) -> dt.date:
    return today + dt.timedelta(days=365)


MAKERS: Mapping[str, Callable[[Request], Addition]] = {
    "confirmation": _confirmation,
    "indicator": _indicator,
    "leaflet": _leaflet,
    "module": _module,
    "page": _page,
    "poster": _poster,
    "service": _service,
    "source": _source,
    "workshop": _workshop,
}
