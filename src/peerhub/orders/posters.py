"""What is to be printed: one job for each design and UK force of a catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from pathlib import Path

from peerhub.bundle import list_path
from peerhub.catalogue import Catalogue
from peerhub.catalogue.places import place_of
from peerhub.models import Force, Language, Poster, Service, Site, Stamp
from peerhub.models.language_code import ENGLISH, tag_of
from peerhub.models.poster import SPOKEN
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.report import Report
from peerhub.press.posters.job import (
    Job,
    OtherText,
    PosterFacts,
    PosterText,
    Tongue,
    UrgentLine,
)
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import (
    code_path,
    copies,
    kinds,
    pack_path,
    picture_path,
    poster_path,
    previews,
    printed_in,
    smaller_path,
)
from peerhub.questions.readiness import readiness
from peerhub.questions.revised import Sums, stamp_of, sum_of
from peerhub.questions.signposting import nations_of, numbers_for

STORE = ".cache/press"
FORCES_OWN = ("name", "force")
"""The places of a poster that hold the force's name."""

EXAMPLE = "Example only:"
"""What stands before an address that leads nowhere."""


def orders(catalogue: Catalogue) -> list[Job]:
    """Return the jobs of every design for every UK force: designs in their order, then forces.

    A force has a second job for each language that is at home where it works and that a design has
    words in: in both. Each has the revision of its own words.
    """
    return [job for _, job in named_orders(catalogue)]


def named_orders(catalogue: Catalogue) -> list[tuple[str, Job]]:
    """Return the same jobs, each with its name in the ledger of materials."""
    return [
        (_name(job), replace(job, stamp=stamp_of(catalogue, _name(job), _sum(job))))
        for job in _without_revision(catalogue)
    ]


def poster_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of the words of each poster, by its name in the ledger of materials.

    All sizes of a poster are one.
    """
    return {_name(job): _sum(job) for job in _without_revision(catalogue)}


def _name(job: Job) -> str:
    language = "" if job.language == ENGLISH else f"-{job.language}"
    return f"poster/{job.design.id}/{job.facts.id}{language}"


def _sum(job: Job) -> str:
    return sum_of((job.design, job.facts, job.opens))


def _without_revision(catalogue: Catalogue) -> Iterator[Job]:
    site, none = catalogue.site.address.rstrip("/"), Stamp("", catalogue.today)
    for poster in catalogue.posters:
        spoken = printed_in(poster, catalogue.languages)
        texts = {_code(one): text_of(catalogue.site, poster, one) for one in (None, *spoken)}
        for force in catalogue.uk_forces:
            page = f"{site}/{code_path(poster.code)}#{force.id}"
            for one in (None, *printed_in(poster, spoken, force)):
                text, facts = texts[_code(one)], _facts(catalogue, force, one)
                yield Job(text, facts, none, poster.sizes, _code(one), page)


def _code(language: Language | None) -> str:
    return language.id if language else ENGLISH


def print_posters(
    root: Path,
    catalogue: Catalogue,
    out: Path,
    *,
    only: Collection[str] | None = None,
    progress: Progress = SILENT,
    at_most: int | None = None,
    shard: str | None = None,
    cluster: str | None = None,
) -> Report:
    """Print the posters below `out`, of every force or only of some (ids).

    With `at_most`, draw none when more would have to be drawn (see `press`). With `shard` ("3/16"),
    print that part alone and write down what it is. With `cluster` ("tcp://host:8786"), have them
    drawn there. Raises PressError, with what was there before left as it was.
    """
    from peerhub.orders.parts import elsewhere, part_of  # what draws is loaded only to draw
    from peerhub.press.posters import screens
    from peerhub.press.posters.run import press

    jobs = [job for job in orders(catalogue) if not only or job.facts.id in only]
    part = part_of(jobs, shard)
    jobs, store = part.jobs, root / STORE
    try:
        with elsewhere(cluster) as sent:
            report = press(jobs, out, store, progress=progress, at_most=at_most, **sent)
            screens.draw_screens(jobs, out, root / screens.STORE, progress=progress, **sent)
    except PressError as error:
        raise placed(error, root, catalogue) from None
    part.write_record(out)
    return report


def placed(error: PressError, root: Path, catalogue: Catalogue) -> PressError:
    """Return a fault of a poster with the place in the data that an editor has to look at.

    The words that do not fit are the force's where the name does not, and the design's elsewhere.
    """
    for poster in catalogue.posters:
        for force in catalogue.uk_forces:
            if f"poster {poster.id} for {force.name} " not in error.fault:
                continue
            if any(f"({one})" in error.fault for one in FORCES_OWN):
                place = place_of(root, "data/forces.yml", "forces", force.id, "name")
            else:
                place = place_of(root, "data/posters.yml", "posters", poster.id)
            return PressError(f"{place}: {error.fault}", error.remedy)
    return error


def poster_paths(catalogue: Catalogue) -> frozenset[str]:
    """Return the path of every poster below the site, and of what is made from them."""
    posters, forces, languages = catalogue.posters, catalogue.uk_forces, catalogue.languages
    packs = [pack_path(force.id) for force in forces]
    found = {*packs, *map(list_path, packs)}
    for poster in posters:
        tongues = (ENGLISH, *(one.id for one in printed_in(poster, languages)))
        pictures = [picture_path(poster.id, tongue) for tongue in tongues]
        found.update(pictures, map(smaller_path, pictures))
        for force in forces:
            found.update(path for _, path in previews(poster, force, languages))
            for size, tongue in copies(poster, force, languages):
                found.update(
                    poster_path(poster.id, force.id, size, tongue, kind) for kind in kinds(size)
                )
    return frozenset(found)


def text_of(site: Site, poster: Poster, language: Language | None = None) -> PosterText:
    """Return the words of a design, as the press sets them: with those in a language beside.

    Where the hub's address is only an example, that is said in place of the words before it.
    """
    words = {name: getattr(poster.english, name) for name in SPOKEN}
    other = _other(poster, language) if language else None
    if not site.has_real_address:
        words["scan"] = EXAMPLE
        if other and language:
            other = replace(other, scan=language.poster.example)
    return PosterText(id=poster.id, layout=poster.layout, code=poster.code, **words, other=other)


def _other(poster: Poster, language: Language) -> OtherText:
    said, small = poster.words[language.id], language.poster
    named = {one.name for one in fields(Tongue)} & set(type(small).model_fields)
    tongue = Tongue(
        id=language.id,
        tag=tag_of(language.id),
        months=language.months,
        is_draft=small.translation == "draft",
        **{name: getattr(small, name) for name in named},
    )
    words = {name: getattr(said, name) for name in SPOKEN}
    return OtherText(tongue, **words, is_draft=said.translation == "draft")


def _facts(catalogue: Catalogue, force: Force, language: Language | None = None) -> PosterFacts:
    known = readiness(force, catalogue.today).known
    return PosterFacts(
        id=force.id,
        name=force.name,
        other_name=force.welsh_name,
        page=f"{catalogue.site.address.rstrip('/')}/forces/{force.id}/",
        urgent=tuple(
            _line(service, len(nations_of(force.nation)) > 1, language)
            for service in numbers_for(force, catalogue.services)
            if service.urgency == "urgent"
        ),
        mailbox=known.mailbox if known else None,
        phone=known.phone if known else None,
        intranet=known.intranet if known else None,
    )


def _line(service: Service, elsewhere: bool, language: Language | None) -> UrgentLine:
    """Return the line of a service: with its nation where its readers may be in another."""
    reach = service.phone or f"Text {service.text}"
    nation = service.nations[0] if elsewhere and len(service.nations) == 1 else None
    line = UrgentLine(service.name, reach, nation or "")
    if language is None:
        return line
    said = service.words.get(language.id)
    says = (said and said.say) or ""
    return replace(
        line,
        other_label=(said and said.name) or (says if service.phone else ""),
        other_reach="" if service.phone else says,
        other_note=language.places.get(nation, "") if nation else "",
        is_draft=bool(said and said.is_draft),
    )
