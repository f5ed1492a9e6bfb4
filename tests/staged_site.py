"""A small site engine of Python-Markdown and Jinja: it builds a staged tree, and knows no hub."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import markdown
import yaml

FRONT = re.compile(r"^---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


def built(staged: Path) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the HTML of each page of a staged tree."""
    config = json.loads((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(staged / "overrides"))
    for source in sorted((staged / "docs").rglob("*.md")):
        path = source.relative_to(staged / "docs").as_posix()
        page = _page(path, source.read_text(encoding="utf-8"), config)
        template = templates.get_template(page.meta.get("template", "main.html"))
        yield place_of(path), template.render(page=page, config=config)
    for name in config["theme"]["static_templates"]:
        yield name, templates.get_template(name).render(page=None, config=config)


def place_of(path: str) -> str:
    """Return where the page of a path below docs stands below the site."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def _page(path: str, text: str, config: Mapping[str, Any]) -> SimpleNamespace:
    found = FRONT.match(text)
    meta = yaml.safe_load(found[1]) if found else {}
    engine = markdown.Markdown(
        extensions=[one if isinstance(one, str) else next(iter(one)) for one in _named(config)],
        extension_configs=_settings(config),
    )
    content = engine.convert(text[found.end() :].lstrip("\n") if found else text)
    return SimpleNamespace(
        meta=meta,
        title=meta["title"],
        content=content,
        toc=[_heading(one) for one in engine.toc_tokens],
        canonical_url=f"{config['site_url']}{place_of(path).removesuffix('index.html')}",
    )


def _named(config: Mapping[str, Any]) -> list[Any]:
    """Return the extensions that were asked for, and the two that MkDocs adds by itself."""
    return ["tables", "fenced_code", *config["markdown_extensions"]]


def _settings(config: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: options
        for one in config["markdown_extensions"]
        if isinstance(one, dict)
        for name, options in one.items()
    }


def _heading(token: Mapping[str, Any]) -> SimpleNamespace:
    return SimpleNamespace(
        title=token["name"],
        url=f"#{token['id']}",
        level=token["level"],
        children=[_heading(one) for one in token["children"]],
    )
