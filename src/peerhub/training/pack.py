"""The session pack: every file of a workshop in one ZIP, with a page to start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from peerhub.bundle import bundled
from peerhub.models import Module, Stamp, Workshop
from peerhub.models.training import Form
from peerhub.questions.materials import Material, pack_parts
from peerhub.training.setter import FOLDER, MaterialSetter
from peerhub.training.words import Words

START = "start-here.html"
CALENDAR = "timetable.ics"
DETAILS = {
    "slides": "with speaker notes",
    "handout": "for participants",
    "room-sheets": "cards and sheets to print, cut and hand out",
    "spreadsheet": "with traps to find, and invented figures",
    "trainer-guide": "every plan, with notes and answers",
    "workbook": "for each participant, without answers",
    "run-sheet": "every step by the clock, with room to write",
    "day-print": "how many of each, and all of them in the order of the day",
    "day-slides": "from the welcome to the close, with speaker notes",
}

FORMS = frozenset(get_args(Form))


def places(held: Iterable[Material]) -> dict[str, str]:
    """Return where each file stands inside a pack, by its path below the site.

    Windows opens no path of more than 259 letters, and people unpack below long ones: so a module
    is told by its number in the workshop, and no file says again what its folder says.
    """
    numbers: dict[str, int] = {}
    found = {}
    for one in held:
        name = one.path.rsplit("/", 1)[-1].removeprefix(f"{one.source}-")
        if one.belongs_to != "workshop":
            number = numbers.setdefault(one.source, len(numbers) + 1)
            name = f"module-{number:02}/{name}"
        found[one.path] = name
    return found


def pack(
    workshop: Workshop,
    contents: Mapping[str, bytes],
    words: Words,
    setter: MaterialSetter,
    stamp: Stamp,
    calendar: str | None = None,
) -> bytes:
    """Return the ZIP. `contents` holds the bytes of each part by its path below the site.

    `calendar` is the workshop's timetable as a calendar file.
    """
    held = pack_parts(workshop, words.catalogue.module_by_id)
    told = _start(workshop, held, words, stamp, calendar is not None)
    start = setter.fill("start", f"Session pack: {workshop.title}", told)
    style = (setter.home / FOLDER / "pack" / "start.css").read_bytes()
    files = [(START, start.encode()), ("start.css", style)]
    files += [(name, contents[path]) for path, name in places(held).items()]
    if calendar is not None:
        files.append((CALENDAR, calendar.encode()))
    folder = _folder(workshop)
    return bundled(((f"{folder}/{name}", content) for name, content in files), compress=False)


def named_in(workshop: Workshop, modules: Mapping[str, Module]) -> dict[str, str]:
    """Return the path below the site of each file that is also in the pack, by its name there."""
    held = places(pack_parts(workshop, modules))
    return {f"{_folder(workshop)}/{name}": path for path, name in held.items()}


def _folder(workshop: Workshop) -> str:
    return f"{workshop.id}-pack"


def _start(
    workshop: Workshop, held: Sequence[Material], words: Words, stamp: Stamp, has_calendar: bool
) -> dict[str, Any]:
    sessions: dict[str, dict[str, Any]] = {}
    files, stands = [], places(held)
    for one in held:
        detail = DETAILS.get(one.kind)
        paper = one.kind == "slides" and one.format == "PDF"
        if one.kind in FORMS:
            detail = "to print" if one.format == "PDF" else "to change"
        row = {
            "href": stands[one.path],
            "name": one.name,
            "detail": one.format if detail is None or paper else f"{one.format}, {detail}",
        }
        if one.belongs_to == "workshop":
            files.append(row)
            if one.kind == "timetable" and has_calendar:
                files.append(
                    {
                        "href": CALENDAR,
                        "name": "Timetable for your calendar",
                        "detail": "ICS, drafts to move to your own dates",
                    }
                )
        else:
            session = sessions.setdefault(one.source, {"title": one.subject, "files": []})
            session["files"].append(row)
    return {
        **words.signed(words.workshop(workshop, "pack"), stamp),
        "files": files,
        "sessions": list(sessions.values()),
        "address": words.catalogue.site.address,
    }
