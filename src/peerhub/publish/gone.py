"""What stands at the address of something that is served no more, or elsewhere.

A file's address becomes a folder with a page in it: hosts lead from `guide.pdf` to
`guide.pdf/` when that is a folder. So a link that was printed still says why, and where to go.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from peerhub.models.recall import Recall
from peerhub.publish.kept import is_page
from peerhub.publish.old_pages import fill
from peerhub.publish.site import CurrentSite

RETIRED = (
    "It held a way to reach help that is no longer to be used, so that nobody should rely on it. "
    "If you have a copy on paper or on a stick, please destroy it."
)


def reason(recall: Recall) -> str:
    """Return why what held something that was withdrawn is served no more."""
    if recall.kind == "module":
        said = f"It taught the module “{recall.called}”, which has been withdrawn."
    else:
        said = f"It relied on a source that has been withdrawn: {recall.called}."
    return f"{said} Please teach from no copy of it, and destroy those you have."


def notice_path(path: str) -> str:
    """Return the path of the notice for a page or a file that has gone."""
    return path if is_page(path) else f"{path}/index.html"


def led(path: str, target: str, site: CurrentSite, hub: str, title: str, offer: str) -> bytes:
    """Return the page at `<edition>/<path>` that leads on to what stands at a path below the root.

    It names no edition, so that all editions share it. `title` says why it leads on, and `offer`
    where to.
    """
    up = "../" * (notice_path(path).count("/") + 1)
    page = fill(
        "led",
        hub=hub,
        title=title,
        offer=offer,
        up=up,
        href=up + target.removesuffix("index.html"),
        canonical=site.canonical(target),
        look=f"{up}{site.look}",
    )
    return page.encode() + b"\n"


def notice(
    path: str, edition: str, hub: str, why: str, site: CurrentSite, danger: Sequence[str]
) -> bytes:
    """Return the page that stands at `<edition>/<path>` in place of what was there.

    `danger` is what to call in danger.
    """
    up = "../" * (notice_path(path).count("/") + 1)
    if is_page(path):
        target = site.successor(path)
        title, offer = "This old page has been taken down", "Read the page as it is now"
        if target != path:
            offer = "Read what stands in its place now"
    elif path in site.paths:
        target = path
        kind = PurePosixPath(path).suffix.lstrip(".").upper()
        title, offer = "This old file has been taken down", f"Get the file as it is now ({kind})"
    else:
        target = site.successor(path.rpartition("/")[0] + "/index.html")
        title, offer = "This old file has been taken down", "See what stands in its place now"
    return (
        fill(
            "notice",
            title=title,
            hub=hub,
            why=f"{why} It was part of edition {edition}.",
            href=up + target.removesuffix("index.html"),
            offer=offer,
            up=up,
            canonical=site.canonical(target),
            look=f"{up}{site.look}",
            danger=danger,
        ).encode()
        + b"\n"
    )
