"""A page for each tool that is filled in: on the screen, with a keyboard, and sent to nobody."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models.tool import FOLDER
from peerhub.pages.compose import address_of, page, section, still
from peerhub.pages.tools import FILL_IN, KINDS, filled_in, tool_texts

SCRIPT = "fill-in.js"


def fill_in_pages(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the page of each tool that has places to fill in: Markdown by path below `docs/`."""
    from peerhub.room import for_screen, with_room  # its reader of HTML is of no use to a check

    homes = {tool.id: path for path, tool in filled_in(catalogue)}
    pages: dict[str, str] = {}
    for tool in tool_texts(catalogue):
        if tool.id not in homes:
            continue
        home = homes[tool.id]
        form = show.fill_in(tool.id, for_screen(with_room(tool.html, tool.lines)))
        files = show.downloads(
            [
                show.DownloadLink(tool.title, f"/{FOLDER}/{tool.id}.{ending}", kind, use)
                for ending, kind, use in KINDS
            ]
        )
        pages[f"{FILL_IN}/{tool.id}.md"] = page(
            catalogue.pages[home],
            f"{tool.title}: fill it in here",
            f"Fill in on the screen: {tool.title}. Nothing is sent. Save it, or print it.",
            "Fill this in here, then print it or save it as a file. Nothing you type is sent "
            "anywhere, and nothing is kept when you leave.\n{: .lead }",
            still(form),
            section("Would another format suit you?", still(files), show.OTHER_FORMATS),
            section(
                "What to do next",
                f"- [Read what this is for]({address_of(home)})\n"
                "- [See everything that can be downloaded](/materials/)",
            ),
            scripts=(SCRIPT,),
        )
    return pages


def fill_in_paths(catalogue: Catalogue) -> list[str]:
    """Return the paths of those pages, without making any."""
    return [f"{FILL_IN}/{tool.id}.md" for _, tool in filled_in(catalogue)]
