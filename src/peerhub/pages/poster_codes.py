"""Is this poster current? A page for every code that was ever printed, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.catalogue import Catalogue
from peerhub.models import Poster
from peerhub.models.poster import EarlierPoster
from peerhub.pages.compose import inert, page, section
from peerhub.words import day

NEXT = (
    "- [Find the posters of your force](/posters/#forces)\n"
    "- [See every code](/posters/current/)\n"
    "- [Need to talk now?](/support/)"
)


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
            pages[_path(old.code)] = _superseded(poster, old)
    return pages


def _path(code: str) -> str:
    return f"posters/current/{code.lower()}.md"


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
    where = f"/posters/current/{code.lower()}/"
    return f"| [{code}]({where}) | {inert(poster.title)} | {answer} |"


def _current(catalogue: Catalogue, poster: Poster) -> str:
    title = inert(poster.title)
    return page(
        poster,
        f"{poster.code}: this poster is current",
        f"The poster {poster.code}, {poster.title}, is current: it can stay up.",
        f"**Yes.** {poster.code}, *{title}*, is the current version. "
        f"A copy with this code can stay up.\n{{: .lead }}",
        f"This is what edition {inert(catalogue.site.edition)} of {day(catalogue.today)} says. "
        "If the force or its mailbox has changed, print a new copy.",
        section("What to do next", f"- [See the poster](/posters/#{poster.id})\n{NEXT}"),
    )


def _superseded(poster: Poster, old: EarlierPoster) -> str:
    title = inert(poster.title)
    return page(
        poster,
        f"{old.code}: please replace this poster",
        f"The poster {old.code}, {poster.title}, is no longer current. {poster.code} replaces it.",
        f"**No.** {old.code}, *{title}*, was current until {day(old.until)}. "
        f"Please take it down.\n{{: .lead }}",
        inert(old.why),
        f"[{poster.code} replaces it](/posters/#{poster.id}).",
        section("What to do next", NEXT),
    )
