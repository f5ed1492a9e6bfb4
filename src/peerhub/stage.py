"""The hub without its program: plain pages, templates and files that a simple engine can build.

`peerhub stage DIR` writes a tree in which nothing is left to work out. Each page of `docs/` is
Markdown with its calls carried out; its front matter holds, below `around`, what stands around it.
What is the same around every page stands in `mkdocs.yml`, below `extra`. The templates are the
hub's own, with a few lines that take both. So Markdown and Jinja are all that an engine needs.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml

from peerhub.build import BuildFailed
from peerhub.catalogue.calls import carried_out
from peerhub.catalogue.pages import split_front_matter
from peerhub.hub import Hub
from peerhub.models.page import address_of
from peerhub.pages.compose import titled
from peerhub.pipeline import Pipeline

SETTINGS = "mkdocs.yml"
NOTE = "STAGED.txt"
"""What is in every staged tree, so that one may be staged anew, and no other folder is touched."""
SAID = """\
Made by `peerhub stage`; it is written anew each time, so change nothing here.

docs/       every page as Markdown, with front matter, and every file that is no page
overrides/  the templates: main.html is set around each page, 404.html around none
mkdocs.yml  what an engine has to know, in the words of MkDocs

Addresses start with "/". The index of the search is made of finished pages, so it is not here.
"""


class StageStopped(BuildFailed):
    """Nothing was staged; the folder is as it was."""


def stage(root: Path, folder: Path, *, prints: bool = True) -> int:
    """Write the project at `root` as plain files into `folder`; return how many pages there are.

    Without `prints`, nothing is printed, and pages tell of no length that only a print has.

    Raises StageStopped, Issues and PressError, with `folder` left as it was.
    """
    folder = folder.resolve()
    if folder.exists() and not (folder / NOTE).is_file() and _holds(folder):
        raise StageStopped(f"{folder} holds something else. Name a new folder, or empty this one.")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise StageStopped(f"{folder} cannot be written: {error.strerror}.") from None
    try:
        count = _write(root, beside, prints)
        beside.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        beside.rename(folder)
    except OSError as error:
        raise StageStopped(f"{folder} cannot be written: {error.strerror or error}.") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count


def _holds(folder: Path) -> bool:
    return not folder.is_dir() or any(os.scandir(folder))


def _write(root: Path, folder: Path, prints: bool) -> int:
    pipeline = Pipeline.open(root, folder / "docs", is_told=False)
    hub = pipeline.hub
    made = pipeline.pages_and_files() if prints else {**hub.pages(), **hub.files()}
    _copy_files(pipeline, folder)
    pages = {path: text for path, text in made.items() if path.endswith(".md")}
    written = {
        path.relative_to(root / "docs").as_posix(): path.read_text(encoding="utf-8-sig")
        for path in (root / "docs").rglob("*.md")
    }
    everything = {
        **{path: _carried(text, hub) for path, text in written.items() if path not in pages},
        **pages,
    }
    for path, text in sorted(everything.items()):
        _put(folder / "docs" / path, staged_page(path, text, hub))
    for path in made.keys() - pages.keys():
        _put(folder / "docs" / path, made[path])
    if prints:
        pipeline.materials.set_in_place(folder / "docs")
    _put(folder / SETTINGS, json.dumps(settings(root, hub), ensure_ascii=False, indent=2))
    _put(folder / NOTE, SAID)
    return len(everything)


def _carried(text: str, hub: Hub) -> str:
    front, body, _ = split_front_matter(text)
    return f"---\n{front or ''}---\n\n{carried_out(body, hub.macros)}"


def staged_page(path: str, text: str, hub: Hub) -> str:
    """Return a page with its heading, and with what stands around it in its front matter."""
    front, body, _ = split_front_matter(text)
    meta: dict[str, Any] = yaml.load(front or "", yaml.CSafeLoader) or {}
    around = hub.furniture.around(address_of(path), meta)
    everywhere = hub.furniture.everywhere
    own = {name: value for name, value in around.items() if name not in everywhere}
    meta = {name: _plain(value) for name, value in meta.items()}
    head = "".join(
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in {**meta, "around": own}.items()
    )
    return f"---\n{head}---\n\n{titled(body.lstrip(chr(10)), str(meta.get('title', '')))}"


def settings(root: Path, hub: Hub) -> Mapping[str, Any]:
    """Return what an engine has to know, as MkDocs asks for it, without hooks and plugins."""
    own = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    site = hub.catalogue.site
    return {
        "site_name": site.name,
        "site_url": site.address,
        "docs_dir": "docs",
        "exclude_docs": own["exclude_docs"],
        "use_directory_urls": True,
        "theme": {"name": None, "custom_dir": "overrides", "static_templates": ["404.html"]},
        "plugins": [],
        "markdown_extensions": own["markdown_extensions"],
        "extra": hub.furniture.around("404/", {}),
    }


def _plain(value: Any) -> Any:
    """Return a value of front matter as JSON has it: a day becomes words."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _copy_files(pipeline: Pipeline, folder: Path) -> None:
    """Copy the templates, with lines that take what is around, and all that is no template."""
    root = pipeline.hub.root
    furniture = pipeline.hub.furniture
    names = sorted(furniture.around("404/", {}))
    lines = [
        f"{{%- set {name} = page.meta.around.{name} if page else config.extra.{name} -%}}\n"
        if name not in furniture.everywhere
        else f"{{%- set {name} = config.extra.{name} -%}}\n"
        for name in names
    ]
    for home in ("docs", "overrides"):
        for source in sorted((root / home).rglob("*")):
            inside = source.relative_to(root / home).as_posix()
            if not source.is_file() or source.suffix == ".md":
                continue
            if source.suffix == ".html" and home == "overrides":
                text = source.read_text(encoding="utf-8")
                before = "".join(lines) if inside == "main.html" else ""
                _put(folder / "overrides" / inside, before + text)
            elif pipeline.belongs(source, inside):
                place = folder / "docs" / inside
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, place)


def _put(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
