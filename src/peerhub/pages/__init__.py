"""Generated pages: Markdown made from the catalogue, by the path of its source in `docs/`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from peerhub.catalogue import Catalogue
from peerhub.pages.calendar import month_pages, month_paths
from peerhub.pages.checks import PATH as CHECKS
from peerhub.pages.checks import checks_page
from peerhub.pages.events import event_page
from peerhub.pages.fields import PATH as FIELDS
from peerhub.pages.fields import fields_page
from peerhub.pages.fill_in import fill_in_pages, fill_in_paths
from peerhub.pages.force_in import force_page_in, paths_in
from peerhub.pages.force_lists import list_pages, parts
from peerhub.pages.forces import force_page
from peerhub.pages.freshness import PATH as FRESHNESS
from peerhub.pages.freshness import freshness_page
from peerhub.pages.materials import PATH as MATERIALS
from peerhub.pages.materials import materials_page
from peerhub.pages.modules import module_page, trainer_page
from peerhub.pages.poster_codes import code_pages, code_paths
from peerhub.pages.signposts import signpost_pages
from peerhub.pages.translations import PATH as TRANSLATIONS
from peerhub.pages.translations import translations_page
from peerhub.pages.workshops import workshop_page
from peerhub.questions.materials import Made
from peerhub.questions.mutual_aid import helpers
from peerhub.questions.nearest_helpers import NearestHelpers

__all__ = ["generated", "made_page", "paths"]


def paths(catalogue: Catalogue) -> frozenset[str]:
    """Return the path of every page that is generated, without making any.

    Those that only lead on to a page are not among them.
    """
    found = {f"forces/{one.id}.md" for one in catalogue.forces}
    found |= {path for path, _, _ in paths_in(catalogue)}
    found |= {one.path for one in parts(catalogue)}
    found |= {f"events/{one.id}.md" for one in catalogue.events}
    found |= set(month_paths(catalogue))
    for module in catalogue.modules:
        found |= {f"train/modules/{module.id}.md", f"train/modules/{module.id}/trainer.md"}
    found |= {f"train/workshops/{one.id}.md" for one in catalogue.workshops}
    found |= set(code_paths(catalogue))
    found |= set(fill_in_paths(catalogue))
    if catalogue.modules or catalogue.workshops:
        found.add(MATERIALS)
    if catalogue.owners:
        found |= {CHECKS, FIELDS, FRESHNESS}
        found |= {TRANSLATIONS} if catalogue.languages else set()
    return frozenset(found)


def made_page(catalogue: Catalogue, path: str) -> str | None:
    """Return one generated page by its path below `docs/`, without making the others.

    None for a path that no page has, and for a page whose places only a build knows.
    """
    stem = path.removesuffix(".md")
    folder, _, identity = stem.rpartition("/")
    if folder == "forces" and identity in catalogue.force_by_id:
        offering = NearestHelpers(helpers(catalogue.forces, catalogue.today))
        return force_page(catalogue, catalogue.force_by_id[identity], offering)
    for own, force, language in paths_in(catalogue) if folder.endswith("/forces") else ():
        if own == path:
            offering = NearestHelpers(helpers(catalogue.forces, catalogue.today))
            return force_page_in(catalogue, force, language, offering)
    if folder == "forces/in":
        return list_pages(catalogue).get(path)
    if folder == "events":
        found = (one for one in catalogue.events if one.id == identity)
        return next((event_page(catalogue, one) for one in found), None)
    if folder == "train/workshops" and identity in catalogue.workshop_by_id:
        return workshop_page(catalogue, catalogue.workshop_by_id[identity], {})
    if folder == "train/modules" and identity in catalogue.module_by_id:
        return module_page(catalogue, catalogue.module_by_id[identity], {})
    if identity == "trainer":
        above = folder.rpartition("/")[2]
        found_module = catalogue.module_by_id.get(above)
        return trainer_page(catalogue, found_module, {}) if found_module else None
    alone = {CHECKS: checks_page, FIELDS: fields_page, FRESHNESS: freshness_page}
    alone |= {TRANSLATIONS: translations_page} if catalogue.languages else {}
    return alone[path](catalogue) if path in alone else None


def generated(
    catalogue: Catalogue,
    made: Mapping[str, Made] = MappingProxyType({}),
    forms: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, str]:
    """Return every generated page: its path below `docs/`, and its Markdown with front matter.

    `forms` are those of workshops as HTML with fields, by the name of their files; one without
    has no page.
    """
    pages: dict[str, str] = {}
    offering = NearestHelpers(helpers(catalogue.forces, catalogue.today))
    for force in catalogue.forces:
        pages[f"forces/{force.id}.md"] = force_page(catalogue, force, offering)
    for path, force, language in paths_in(catalogue):
        pages[path] = force_page_in(catalogue, force, language, offering)
    pages |= list_pages(catalogue)
    for event in catalogue.events:
        pages[f"events/{event.id}.md"] = event_page(catalogue, event)
    pages |= month_pages(catalogue)
    for module in catalogue.modules:
        pages[f"train/modules/{module.id}.md"] = module_page(catalogue, module, made)
        pages[f"train/modules/{module.id}/trainer.md"] = trainer_page(catalogue, module, made)
    for workshop in catalogue.workshops:
        pages[f"train/workshops/{workshop.id}.md"] = workshop_page(catalogue, workshop, made)
    pages |= code_pages(catalogue)
    pages |= signpost_pages(catalogue)
    pages |= fill_in_pages(catalogue, made, forms)
    if catalogue.modules or catalogue.workshops:
        pages[MATERIALS] = materials_page(catalogue, made)
    if catalogue.owners:
        pages[CHECKS] = checks_page(catalogue)
        pages[FIELDS] = fields_page(catalogue)
        pages[FRESHNESS] = freshness_page(catalogue)
        if catalogue.languages:
            pages[TRANSLATIONS] = translations_page(catalogue)
    return pages
