"""Where a poster's code leads: help now, the reader's force, and whether the poster is current.

There is a page for every code that was ever printed, and a list of them all.
"""

from __future__ import annotations

from collections.abc import Mapping

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Poster
from peerhub.models.poster import EarlierPoster
from peerhub.models.service import Urgency
from peerhub.pages.compose import inert, page, section, still
from peerhub.pages.force_lists import are_many, too_many_for
from peerhub.questions.poster_files import code_path
from peerhub.questions.signposting import signpost
from peerhub.words import day

NEXT = (
    "- [Find the posters of your force](/posters/#forces)\n"
    "- [See every code](/posters/current/)\n"
    "- [Need to talk now?](/support/)"
)

ASK, NOW = "Need to talk now?", "now"
"""What the page of a code asks first, and the mark of that section."""


def code_pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the page of each code, and their list: Markdown by path below `docs/`.

    A code keeps its page for ever, since copies of its poster may hang somewhere for years.
    """
    if not catalogue.posters:
        return {}
    pages = {"posters/current.md": _list(catalogue)}
    for poster in catalogue.posters:
        pages[_path(poster.code)] = _current(catalogue, poster)
        for old in poster.earlier:
            pages[_path(old.code)] = _superseded(catalogue, poster, old)
    return pages


def code_paths(catalogue: Catalogue) -> list[str]:
    """Return the paths of those pages, without making any."""
    if not catalogue.posters:
        return []
    codes = [poster.code for poster in catalogue.posters]
    codes += [old.code for poster in catalogue.posters for old in poster.earlier]
    return ["posters/current.md", *map(_path, codes)]


def _path(code: str) -> str:
    return f"{code_path(code).rstrip('/')}.md"


def _list(catalogue: Catalogue) -> str:
    rows = ["| Code | Poster | Is it current? |", "| --- | --- | --- |"]
    for poster in catalogue.posters:
        rows.append(_row(poster.code, poster, "Yes"))
        rows += [
            _row(old.code, poster, f"No, not since {day(old.until)}") for old in poster.earlier
        ]
    return page(
        catalogue.posters[0],
        "Is your poster current?",
        "Look up the code in a poster's small print to see whether it is still the right one.",
        "Find the code in the small print at the foot of your poster, such as "
        f"{catalogue.posters[0].code}.\n{{: .lead }}",
        section("Codes", "\n".join(rows)),
        section("No code on it?", "Then it is older than these posters. Please print a new one."),
        section("What to do next", NEXT.replace("- [See every code](/posters/current/)\n", "")),
    )


def _row(code: str, poster: Poster, answer: str) -> str:
    return f"| [{code}](/{code_path(code)}) | {inert(poster.title)} | {answer} |"


def _current(catalogue: Catalogue, poster: Poster) -> str:
    return _code_page(
        catalogue,
        poster,
        poster.code,
        f"**Yes.** {poster.code}, *{inert(poster.title)}*, is the current version. "
        "A copy with this code can stay up.",
        "Its small print says which revision it is. If the force or its mailbox has changed, "
        "print a new copy.",
        f"[See the poster](/posters/#{poster.id})",
    )


def _superseded(catalogue: Catalogue, poster: Poster, old: EarlierPoster) -> str:
    return _code_page(
        catalogue,
        poster,
        old.code,
        f"**No.** {old.code}, *{inert(poster.title)}*, was current until {day(old.until)}. "
        "Please take it down.",
        inert(old.why),
        f"[{poster.code} replaces it](/posters/#{poster.id}).",
    )


def _code_page(catalogue: Catalogue, poster: Poster, code: str, *answer: str) -> str:
    """Return the page of a code: for the person who scans it first, for its owner after that."""
    return page(
        poster,
        f"{poster.title} ({code})",
        f"The poster {code}, {poster.title}, brings you here: numbers to call now, your force, "
        "and whether the poster is current.",
        "Use this page to reach someone now, or to find your force. It also says whether the "
        f"poster {code} is current.\n{{: .lead }}",
        section(
            f"{ASK} {{: #{NOW} }}",
            still(_services(catalogue, "danger")),
            "Help by day or by night. Check which nation each one covers.",
            still(_services(catalogue, "urgent")),
            "[More ways to get help](/support/)",
        ),
        section(
            "Your force",
            "Find out how to reach peer support in your force.",
            still(
                too_many_for("this page")
                if are_many(catalogue)
                else show.poster_forces(catalogue.uk_forces, NOW, ASK)
            ),
        ),
        section("Is this poster current?", *answer),
        section("What to do next", NEXT),
    )


def _services(catalogue: Catalogue, level: Urgency) -> str:
    found = signpost(catalogue.services, level=level)
    return show.service_list(found, shown_on=catalogue.shown_on, languages=catalogue.languages)
