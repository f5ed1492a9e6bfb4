"""A page for each form: filled in on the screen, with a keyboard, and sent to nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import PageMeta, Record
from peerhub.models.page import address_of
from peerhub.models.tool import FOLDER
from peerhub.pages.compose import page, section, still
from peerhub.pages.materials import downloads
from peerhub.pages.tools import FILL_IN, KINDS, filled_in, tool_texts
from peerhub.questions.materials import Made, Material, workshop_forms, workshop_materials

SCRIPT = "fill-in.js"


def fill_in_pages(
    catalogue: Catalogue, made: Mapping[str, Made], forms: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the page of each form: Markdown by path below `docs/`.

    `forms` are those of workshops as HTML with fields, by the name of their files.
    """
    return {**_tools(catalogue), **_workshops(catalogue, made, forms)}


def fill_in_paths(catalogue: Catalogue) -> list[str]:
    """Return the paths of those pages, without making any."""
    tools = [tool.id for _, tool in filled_in(catalogue)]
    return [f"{FILL_IN}/{one}.md" for one in (*tools, *(one.stem for one in _forms(catalogue)))]


def _tools(catalogue: Catalogue) -> dict[str, str]:
    # Their reader of HTML is of no use to a check.
    from peerhub.on_screen import for_screen
    from peerhub.room import with_room

    homes = {tool.id: path for path, tool in filled_in(catalogue)}
    pages: dict[str, str] = {}
    for tool in tool_texts(catalogue):
        if tool.id not in homes:
            continue
        home = homes[tool.id]
        files = show.downloads(
            [
                show.DownloadLink(tool.title, f"/{FOLDER}/{tool.id}.{ending}", kind, use)
                for ending, kind, use in KINDS
            ]
        )
        fields = for_screen(with_room(tool.html, tool.lines))
        next_step = f"[Read what this is for]({address_of(home)})"
        pages[f"{FILL_IN}/{tool.id}.md"] = _page(
            catalogue.pages[home], tool.id, tool.title, fields, files, next_step
        )
    return pages


def _workshops(
    catalogue: Catalogue, made: Mapping[str, Made], forms: Mapping[str, str]
) -> dict[str, str]:
    pages: dict[str, str] = {}
    for form in _forms(catalogue):
        if form.stem in forms:
            workshop = catalogue.workshop_by_id[form.source]
            title = f"{form.subject}: {form.name.lower()}"
            files = [one for one in workshop_materials(workshop) if one.kind == form.kind]
            next_step = f"[See the whole workshop]({form.page})"
            pages[f"{FILL_IN}/{form.stem}.md"] = _page(
                workshop, form.stem, title, forms[form.stem], downloads(files, made), next_step
            )
    return pages


def _forms(catalogue: Catalogue) -> Iterator[Material]:
    for workshop in catalogue.workshops:
        yield from workshop_forms(workshop)


def _page(
    record: Record | PageMeta, identity: str, title: str, fields: str, files: str, next_step: str
) -> str:
    return page(
        record,
        f"{title}: fill it in here",
        f"Fill in on the screen: {title}. Nothing is sent. Save it, or print it.",
        "Fill this in here, then print it or save it as a file. Nothing you type is sent "
        "anywhere, and nothing is kept when you leave.\n{: .lead }",
        still(show.fill_in(identity, fields)),
        section("Would another format suit you?", still(files), show.OTHER_FORMATS),
        section(
            "What to do next",
            f"- {next_step}\n- [See everything that can be downloaded](/materials/)",
        ),
        scripts=(SCRIPT,),
    )
