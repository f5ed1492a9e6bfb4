"""What is to be printed: one job for each design and UK force of a catalogue."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.catalogue.places import place_of
from peerhub.models import Force, Poster, Service, Site, Stamp, UkNation
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.report import Report
from peerhub.press.posters.job import (
    ENGLISH,
    WELSH,
    Job,
    PosterFacts,
    PosterText,
    UrgentLine,
    WelshText,
)
from peerhub.progress import SILENT, Progress
from peerhub.questions.poster_files import (
    bilingual_sizes,
    code_path,
    kinds,
    pack_path,
    picture_path,
    previews,
)
from peerhub.questions.readiness import readiness
from peerhub.questions.revised import Sums, stamp_of, sum_of
from peerhub.questions.signposting import nations_of, numbers_for

STORE = ".cache/press"
FORCES_OWN = ("name", "force")
"""The places of a poster that hold the force's name."""

TONGUES = (ENGLISH, WELSH)

NATIONS_CY: dict[UkNation, str] = {
    "England": "Lloegr",
    "Wales": "Cymru",
    "Scotland": "Yr Alban",
    "Northern Ireland": "Gogledd Iwerddon",
}


EXAMPLE = "Example only:"
"""What stands before an address that leads nowhere; its Welsh stands in the data of the site."""


def orders(catalogue: Catalogue) -> list[Job]:
    """Return the jobs of every design for every UK force: designs in their order, then forces.

    A force that works in Wales has a second job, in Welsh and English, where a design has Welsh.
    Each has the revision of its own words.
    """
    return [
        replace(job, stamp=stamp_of(catalogue, _name(job), _sum(job)))
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
        english, both = (text_of(catalogue.site, poster, one) for one in (ENGLISH, WELSH))
        for force in catalogue.uk_forces:
            page = f"{site}/{code_path(poster.code)}#{force.id}"
            yield Job(english, _facts(catalogue, force), none, poster.sizes, code_page=page)
            sizes = bilingual_sizes(poster, force)
            if sizes:
                facts = _facts(catalogue, force, WELSH)
                yield Job(both, facts, none, sizes, WELSH, page)


def print_posters(
    root: Path,
    catalogue: Catalogue,
    out: Path,
    *,
    only: Collection[str] | None = None,
    progress: Progress = SILENT,
    at_most: int | None = None,
) -> Report:
    """Print the posters below `out`, of every force or only of some (ids).

    With `at_most`, draw none when more would have to be drawn (see `press`). Raises PressError,
    with what was there before left as it was.
    """
    from peerhub.press.posters import screens  # what draws is loaded only to draw
    from peerhub.press.posters.run import press

    jobs = [job for job in orders(catalogue) if not only or job.facts.id in only]
    try:
        report = press(jobs, out, root / STORE, workers=None, progress=progress, at_most=at_most)
    except PressError as error:
        raise placed(error, root, catalogue) from None
    screens.draw_screens(jobs, out, root / screens.STORE, progress=progress)
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
    sheets = {
        job.path(size, kind)
        for job in orders(catalogue)
        for size in job.sizes
        for kind in kinds(size)
    }
    packs = {pack_path(force.id) for force in catalogue.uk_forces}
    pictures = {picture_path(one.id, tongue) for one in catalogue.posters for tongue in TONGUES}
    small = {
        path
        for poster in catalogue.posters
        for force in catalogue.uk_forces
        for _, path in previews(poster, force)
    }
    return frozenset(sheets | packs | pictures | small)


def text_of(site: Site, poster: Poster, language: str = ENGLISH) -> PosterText:
    """Return the words of a design, as the press sets them: with its Welsh where that is asked.

    Where the hub's address is only an example, that is said in place of the words before it.
    """
    words = {one.name: getattr(poster, one.name) for one in fields(PosterText)}
    welsh = _welsh(poster) if language == WELSH else None
    if not site.has_real_address:
        words["scan"] = EXAMPLE
        welsh = welsh and _example(site, welsh)
    return PosterText(**words | {"welsh": welsh})


def _example(site: Site, welsh: WelshText) -> WelshText:
    said = site.example_cy
    if said is None:
        return replace(welsh, scan=EXAMPLE)
    is_draft = welsh.is_draft or said.translation == "draft"
    return replace(welsh, scan=said.says, is_draft=is_draft)


def _welsh(poster: Poster) -> WelshText | None:
    if poster.welsh is None:
        return None
    named = [one.name for one in fields(WelshText) if one.name != "is_draft"]
    words = {name: getattr(poster.welsh, name) for name in named}
    return WelshText(**words, is_draft=poster.welsh.translation == "draft")


def _facts(catalogue: Catalogue, force: Force, language: str = ENGLISH) -> PosterFacts:
    known = readiness(force, catalogue.today).known
    return PosterFacts(
        id=force.id,
        name=force.name,
        name_cy=force.welsh_name,
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


def _line(service: Service, elsewhere: bool, language: str) -> UrgentLine:
    """Return the line of a service: with its nation where its readers may be in another."""
    reach = service.phone or f"Text {service.text}"
    nation = service.nations[0] if elsewhere and len(service.nations) == 1 else None
    line = UrgentLine(service.name, reach, nation or "")
    if language != WELSH:
        return line
    says = service.say_cy or ""
    return replace(
        line,
        label_cy=service.name_cy or (says if service.phone else ""),
        reach_cy="" if service.phone else says,
        note_cy=NATIONS_CY[nation] if nation else "",
        is_draft=service.translation == "draft",
    )
