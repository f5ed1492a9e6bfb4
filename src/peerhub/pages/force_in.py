"""A force's page in another language, from the same record as its page in English.

Its lines are those of the language's row in `data/languages.yml`. What has words in English only
(an event, a list of forces with its reasons) is told and led to there, and says that it is in
English.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Force, Language
from peerhub.models.contact import dialled
from peerhub.models.language import PageSmallWords
from peerhub.models.language_code import ENGLISH, tag_of
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.force_help import MOST_EVENTS, events_for
from peerhub.questions.disclosure import public_count
from peerhub.questions.force_languages import languages_of
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.questions.poster_files import pack_path, poster_path
from peerhub.questions.poster_rule import Leave, verdict
from peerhub.questions.readiness import Criterion, Readiness, next_steps, readiness
from peerhub.questions.signposting import numbers_for
from peerhub.words import day

LEAVES: Mapping[Leave, str] = {
    "now": "leave_now",
    "unknown": "leave_unknown",
    "not-yet": "leave_not_yet",
}
WALL: Mapping[str, str] = {"a4": "A4", "a3": "A3"}
"""The sizes of a poster that the page has at once; the ZIP has all of them."""


@dataclass(frozen=True)
class _Telling:
    """What a page is made of: its force, how that stands, and the words of the language."""

    catalogue: Catalogue
    force: Force
    state: Readiness
    language: Language
    small: PageSmallWords

    def says(self, line: str) -> str:
        return self.small.forces[line]

    def in_english(self, title: str, address: str) -> str:
        return f"[{title}]({address}) {self.says('in_english')}"


def name_in(force: Force, language: Language) -> str:
    """Return what a force is called in a language: its English name until another is confirmed."""
    return force.name_in(language.id) or force.name


def path_in(force: Force, language: Language) -> str:
    """Return the path below `docs/` of a force's page in a language."""
    return f"{language.id}/forces/{force.id}.md"


def paths_in(catalogue: Catalogue) -> Iterator[tuple[str, Force, Language]]:
    """Yield each page of a force in another language: its path, the force, the language."""
    for force in catalogue.forces:
        for language in languages_of(force, catalogue.languages):
            yield path_in(force, language), force, language


def force_page_in(
    catalogue: Catalogue, force: Force, language: Language, offering: NearestHelpers
) -> str:
    """Return the page of a force in a language; `offering` are the forces that offer aid."""
    assert language.pages is not None  # see `languages_of`
    state = readiness(force, catalogue.today)
    told = _Telling(catalogue, force, state, language, language.pages)
    name = name_in(force, language)
    lead = told.says("lead")
    parts = (
        ("posters", _posters(told)),
        ("talk", _numbers(told)),
        ("reach", bullets(list(_contact(told)))),
        ("stands", _stands(told)),
        ("next", _next(told)),
        ("coming", _coming(told)),
        ("neighbours", _neighbours(told)),
        ("help", _help(told, offering)),
        ("tell", _tell(told)),
    )
    front = {"lang": language.id, "twin": f"/forces/{force.id}/"}
    return page(
        force,
        name,
        lead.format(force=name),
        f"{lead.format(force=inert(name))}\n{{: .lead }}",
        *(section(f"{told.says(at)} {{: #{at} }}", text) for at, text in parts if text),
        more={**front, "translation": language.pages.translation},
    )


def _posters(told: _Telling) -> str:
    force, code = told.force, told.language.id
    groups: dict[Leave, list[str]] = {}
    for poster in told.catalogue.posters:
        words = poster.words.get(code)
        tongue = code if words else ENGLISH
        title = inert(words.title) if words else _english(inert(poster.title))
        files = [
            f'[{name}<span class="visually-hidden">, {title}</span>]'
            f"(/{poster_path(poster.id, force.id, size, tongue)})"
            for size, name in WALL.items()
            if size in poster.sizes
        ]
        leave = verdict(poster.requires, told.state).leave
        groups.setdefault(leave, []).append(f"{title}: {', '.join(files)}")
    if not groups:
        return told.says("no_posters")
    blocks = [
        f"### {told.says(line)}\n\n{bullets(groups[leave])}"
        for leave, line in LEAVES.items()
        if leave in groups
    ]
    # A pack that browsers put together is offered where its script speaks the language: in English.
    ways = [
        f"[{told.says('all_posters')}](/{pack_path(force.id)})"
        if told.catalogue.site.keeps_packs
        else told.in_english(told.says("all_posters"), f"/forces/{force.id}/#files"),
        told.in_english(told.says("make_one"), f"/posters/make/?force={force.id}&language={code}"),
    ]
    return "\n\n".join([*blocks, " · ".join(ways)])


def _numbers(told: _Telling) -> str:
    numbers = numbers_for(told.force, told.catalogue.services)
    more = f"/{told.language.id}/support/"
    has_its_own = f"{told.language.id}/support.md" in told.catalogue.pages
    title = told.says("more_numbers")
    link = f"[{title}]({more})" if has_its_own else told.in_english(title, "/support/")
    return f"{still(show.service_list_in(numbers, told.language, told.small))}\n\n{link}"


def _contact(told: _Telling) -> Iterator[str]:
    known, words = told.state.known, told.language.poster
    if known is None:
        return
    if known.mailbox:
        yield f"{words.email}: [{known.mailbox}](mailto:{known.mailbox})"
    if known.phone:
        yield f"{words.phone}: [{known.phone}]({dialled(known.phone)})"
    if known.intranet:
        yield f"{words.intranet}: <{known.intranet}>"
    if count := public_count(known.trained_supporters):
        yield f"{told.says('supporters')} {_english(count)}"


def _stands(told: _Telling) -> str:
    stage = told.state.stage.lower().replace(" ", "_")
    said = [told.says(f"stage_{stage}")]
    if told.state.record in ("stale", "dropped"):
        said.append(told.says("old"))
    return f"{' '.join(said)}\n\n{bullets([_criterion(told, one) for one in told.state.criteria])}"


def _criterion(told: _Telling, one: Criterion) -> str:
    since = ""
    if one.met_on:
        month = told.language.months[one.met_on.month - 1]
        since = f", {told.says('since')} {one.met_on.day} {month} {one.met_on.year}"
    return f"**{told.says(one.state)}**: {told.says(one.field)}{since}"


def _next(told: _Telling) -> str:
    lapsed = {one.field for one in told.state.criteria if one.state == "lapsed"}
    steps = [
        f"{told.says(f'do_{step.about}')}"
        + (f" {told.says('renew')}" if step.about in lapsed else "")
        for step in next_steps(told.state)
    ]
    return "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _coming(told: _Telling) -> str:
    found = events_for(told.catalogue, told.force)
    more = told.in_english(told.says("all_events"), "/events/")
    if not found:
        return f"{told.says('no_event')} {more}"
    lines = [
        _english(f"[{inert(one.title)}](/events/{one.id}/), {day(one.starts_at.date())}")
        for one in found[:MOST_EVENTS]
    ]
    return f"{bullets(lines)}\n\n{more}"


def _neighbours(told: _Telling) -> str:
    force, lines = told.force, []
    for says, some in (("borders", force.neighbours), ("crossings", force.fixed_crossings)):
        if some:
            lines.append(f"{told.says(says)} {', '.join(_linked(told, one) for one in some)}.")
    return "\n\n".join(lines)


def _linked(told: _Telling, identity: str) -> str:
    """Return a link to a force's page: in the language where it has one."""
    force, code = told.catalogue.force_by_id[identity], told.language.id
    if told.language in languages_of(force, told.catalogue.languages):
        return f"[{inert(name_in(force, told.language))}](/{code}/forces/{identity}/)"
    return _english(f"[{inert(force.name)}](/forces/{identity}/)")


def _help(told: _Telling, offering: NearestHelpers) -> str:
    says = "some_help" if offering.first(told.force, 1)[0] else "no_help"
    link = told.in_english(told.says("help_list"), f"/forces/{told.force.id}/#help")
    return f"{told.says(says)} {told.says('who_decides')}\n\n{link}"


def _tell(told: _Telling) -> str:
    contact = told.catalogue.site.contact
    subject = quote(f"{told.force.name} ({told.force.id}, {told.language.id})")
    ways = [f"[{told.says('write')}](mailto:{contact}?subject={subject})"]
    ways += [f"[{told.says('website')}]({url})" for _, url in told.force.websites[-1:]]
    ways.append(told.in_english(told.says("all_forces"), "/forces/"))
    return f"{told.says('in_writing')}\n\n{bullets(ways)}"


def _english(text: str) -> str:
    """Return words that are in English on a page that is not."""
    return f'<span lang="{tag_of(ENGLISH)}">{text}</span>'
