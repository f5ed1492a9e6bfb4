"""The page that shows all that the hub says in another language, with its English and its state.

It is what a translator, or whoever asks for one, looks through: everything in one place, also words
that readers meet on paper only.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from peerhub.catalogue import Catalogue
from peerhub.editing.translations import messages
from peerhub.models import Language, Poster, Service
from peerhub.models.force_words import FORCE_WORDS
from peerhub.models.language_code import tag_of
from peerhub.models.page import address_of
from peerhub.models.sign_off import SignOff
from peerhub.models.small_words import BESIDE_PARTS, ENGLISH, SHELL, small_words
from peerhub.pages.compose import bullets, inert, section
from peerhub.pages.force_in import name_in, paths_in
from peerhub.words import counted, day

PATH = "about/translations.md"
TITLE = "What is translated, and how far"
_LEAD = "This page shows all that the hub says in another language, with its English and its state."
_HOW = (
    "**Draft** means that no translator has checked the words, and readers are told so wherever "
    "they stand. **Checked** means that a translator has signed them off, with the day. **Out of "
    "date** means that they were checked, and that the record they belong to is past its day of "
    "review. When either language of something checked is changed, the sign-off is void, and no "
    "edition can be made until somebody has looked again."
)
YEAR = dt.timedelta(days=365)
SMALL: Mapping[str, str] = {
    **ENGLISH["poster"],
    **ENGLISH["pages"]["services"],
    "closing": ENGLISH["pages"]["closing"],
}
"""The English of small words that English pages and posters have in their templates."""


@dataclass(frozen=True)
class Said:
    """One thing said in two languages: the list it is in, its record, its English, its state."""

    group: str
    record: str
    english: str
    words: str
    state: str


def translations_page(catalogue: Catalogue) -> str:
    """Return the page: for each language how much is in which state, then all of it."""
    head = {
        "title": TITLE,
        "description": "All that the hub says in another language, with its English and its state.",
        "owner": catalogue.owners[0].id,
        "review_by": (catalogue.site.dated + YEAR).isoformat(),
    }
    front = "\n".join(f"{key}: {json.dumps(value)}" for key, value in head.items())
    blocks = [
        f"---\n{front}\nsearch:\n  exclude: true\n---",
        f"# {TITLE}",
        f"{_LEAD}\n{{: .lead }}",
        _HOW,
        *(_language(catalogue, one) for one in catalogue.languages),
        section(
            "What to do next",
            "- [See what has to be looked through again](/about/freshness/)\n"
            "- [See who to contact about the hub](/about/)",
        ),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _language(catalogue: Catalogue, language: Language) -> str | None:
    found = [*_records(catalogue, language), *_small(catalogue, language)]
    told = list(_pages(catalogue, language))
    states = Counter(state for _, state in told) + Counter(one.state for one in found)
    total = ", ".join(f"{states[one]} {one.split(' (')[0].lower()}" for one in sorted(states))
    lists = [
        f"### {inert(group)}\n\n{_listed(language, tuple(held))}"
        for group, held in groupby(found, key=lambda one: one.group)
    ]
    return section(
        inert(f"{language.name} ({language.own_name})"),
        f"{counted(sum(states.values()), 'text')}: {total}.",
        "### Pages" if told else None,
        bullets([f"{line}: {state}" for line, state in told]),
        *lists,
    )


def _listed(language: Language, held: Sequence[Said]) -> str:
    """Return a line for each: where it stands and its state, then what it says in both."""
    tag = tag_of(language.id)
    lines = [
        f"**{_plain(one.record)}**: {one.state}<br>{_plain(one.english)}<br>"
        f'<span lang="{tag}">{_plain(one.words)}</span>'
        for one in held
    ]
    # They are quoted: each stands elsewhere, and is held to the rules of plain words there.
    return "\n".join(f"> - {line}" for line in lines)


def _plain(text: str) -> str:
    return inert(" / ".join(text.split("\n")))


def _records(catalogue: Catalogue, language: Language) -> Iterator[Said]:
    """Yield the words of posters and services."""
    named: Mapping[str, tuple[str, Mapping[str, Service | Poster]]] = {
        "services": ("Services", {one.id: one for one in catalogue.services}),
        "posters": ("Posters", {one.id: one for one in catalogue.posters}),
    }
    for one in messages(catalogue, language):
        group, records = named[one.kind]
        record = records[one.record]
        state = _state(catalogue, record.words[language.id], record.review_by)
        name = record.name if isinstance(record, Service) else record.title
        yield Said(group, f"{name}, {one.field.replace('_', ' ')}", one.english, one.words, state)


def _small(catalogue: Catalogue, language: Language) -> Iterator[Said]:
    """Yield the small words of posters and of pages."""
    state = _state(catalogue, language.poster, language.review_by)
    for name, words in language.poster.model_dump().items():
        if name in SMALL:
            yield Said("Around the words of posters", SMALL[name], SMALL[name], words, state)
    for path, (english, words) in small_words("poster", language.model_dump()).items():
        if path[0] in BESIDE_PARTS["poster"]:
            yield Said("Months and places", path[0].capitalize(), english, words, state)
    if language.pages is None:
        return
    pages, group = language.pages, "Around the words of pages"
    state = _state(catalogue, pages, language.review_by)
    yield Said(group, "Last section", SMALL["closing"], pages.closing, state)
    for name, words in pages.shell.model_dump().items():
        yield Said(group, "Every page", SHELL[name], words, state)
    for name, words in pages.names.items():
        yield Said(group, "Sections", name, words, state)
    for name, words in pages.services.model_dump().items():
        yield Said(group, "Services", SMALL[name], words, state)
    for name, words in pages.forces.items():
        yield Said(
            "On the pages of forces", name.replace("_", " "), FORCE_WORDS[name], words, state
        )


def _pages(catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each page in the language beside its twin, and its state."""
    tag = tag_of(language.id)
    for path, meta in catalogue.pages.items():
        if meta.lang == language.id:
            title = f'<span lang="{tag}">{inert(meta.title)}</span>'
            english = f"[English]({meta.twin})" if meta.twin else ""
            yield (
                f"[{title}]({address_of(path)}), {english}",
                _state(catalogue, meta, meta.review_by),
            )
    for path, force, other in paths_in(catalogue):
        if other == language and language.pages:
            state = _state(catalogue, language.pages, language.review_by)
            name = inert(name_in(force, language))
            yield f"[{name}]({address_of(path)}), [English](/forces/{force.id}/)", state


def _state(catalogue: Catalogue, signed: SignOff, review_by: dt.date) -> str:
    """Return whether words are a draft, checked, or checked and past their record's review."""
    if getattr(signed, "translation", None) != "checked" or signed.checked_on is None:
        return "Draft"
    by = f"{signed.checked_by}, {day(signed.checked_on)}"
    return f"{'Out of date' if review_by < catalogue.shown_on else 'Checked'} ({by})"
