"""The site engine's settings: those that the hub rests on are as they have to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from peerhub.catalogue.document import Document, Mark, read_document
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import is_spelt_otherwise, nearest
from peerhub.faults import Code

FILE = "mkdocs.yml"
NEEDED: Mapping[str, Any] = {
    "site_name": None,
    "docs_dir": "docs",
    "exclude_docs": "!/.well-known/",
    "use_directory_urls": True,
    "strict": True,
    "theme": {
        "name": "material",
        "custom_dir": "overrides",
        "search_index_only": False,
        "static_templates": ("404.html",),
    },
    "hooks": ("hooks/adapter.py",),
    "plugins": (
        {
            "macros": {
                "module_name": "hooks/macros",
                "on_error_fail": True,
                "on_undefined": "strict",
            }
        },
    ),
    "markdown_extensions": (
        "attr_list",
        "def_list",
        "md_in_html",
        "tables",
        {"toc": {"permalink": False}},
    ),
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
        "links": {"not_found": "warn", "anchors": "warn"},
    },
}
"""What has to stand there, and with which value; None for any."""

ALSO = frozenset("site_url watch extra repo_url edit_uri remote_branch".split())
"""What else may stand at the top."""


def unsound_settings(root: Path) -> list[Issue]:
    """Return a problem for each setting that is missing, changed or unknown."""
    try:
        content = (root / FILE).read_bytes()
    except FileNotFoundError:
        if not (root / "overrides").is_dir():
            return []  # a project of data and pages alone
        said = "the file is missing, and the site is built by it"
        hint = f"Bring it back: git checkout -- {FILE}."
        return [Issue(FILE, 1, 1, Code.MISSING_PART, said, hint)]
    except OSError as error:
        said = f"the file cannot be read ({error.strerror})"
        return [Issue(FILE, 1, 1, Code.UNREADABLE, said, "Check what it is.")]
    document = read_document(content, FILE)
    if document.issues:
        return document.issues
    if not isinstance(document.data, dict):
        said, hint = "the file holds no settings", f"Bring it back: git checkout -- {FILE}."
        return [Issue(FILE, 1, 1, Code.SETTINGS, said, hint)]
    for key in document.data:
        if key not in NEEDED and key not in ALSO:
            hint = nearest(str(key), NEEDED, "Take it out: the hub does not use it.")
            said = f"the setting '{key}' is not one of the hub's"
            document.report(document.key_mark((key,)), Code.SETTINGS, said, hint)
    for mark, message, hint in _missing(document, NEEDED, document.data, ()):
        document.report(mark, Code.SETTINGS, message, hint)
    for mark, message, hint in _elsewhere(document, document.data, root):
        document.report(mark, Code.SETTINGS, message, hint)
    return document.issues


def _elsewhere(
    document: Document, found: Mapping[str, Any], root: Path
) -> Iterator[tuple[Mark, str, str]]:
    """Find folders to watch that are not there, and an address of the site that is none."""
    watched = found.get("watch")
    for number, name in enumerate(watched if isinstance(watched, tuple) else ()):
        if not (root / str(name)).exists():
            message = f"there is no folder '{name}' to watch"
            yield document.mark(("watch", number)), message, "Check its name."
    address = found.get("site_url", "")
    if address and not re.fullmatch(r"https?://[\w.-]+(?::\d+)?/(?:[\w./-]*/)?", str(address)):
        message = f"'site_url' is {address!r}, which is no address of a site"
        hint = "Leave it empty (''): the address stands in data/site.yml."
        yield document.mark(("site_url",)), message, hint


def _missing(
    document: Document, needed: Any, found: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[Mark, str, str]]:
    named = " → ".join(str(step) for step in path if isinstance(step, str))
    if isinstance(needed, Mapping):
        held = found if isinstance(found, Mapping) else {}
        for key, value in needed.items():
            others = [(*path, one) for one in held if one not in needed and one not in ALSO]
            if key not in held and is_spelt_otherwise((*path, key), others):
                continue
            if key not in held:
                mark = document.mark(path) if path else Mark(1, 1)
                where = f"'{named}'" if named else "the file"
                yield mark, f"{where} has no '{key}', which the hub rests on", _write(key, value)
            else:
                yield from _missing(document, value, held[key], (*path, key))
    elif isinstance(needed, tuple):
        yield from _listed(document, needed, found if isinstance(found, tuple) else (), path)
    elif needed is not None and found != needed:
        shown = str(needed).lower() if isinstance(needed, bool) else needed
        message = f"'{named}' is {found!r}, and the hub rests on {shown}"
        yield document.mark(path), message, f"Write {path[-1]}: {shown}."


def _listed(
    document: Document, needed: Sequence[Any], items: Sequence[Any], path: tuple[str | int, ...]
) -> Iterator[tuple[Mark, str, str]]:
    """Find what a list lacks, and what stands in it beside that."""
    named = " → ".join(str(step) for step in path if isinstance(step, str))
    known = [_name(value) for value in needed]
    others = [str(_name(item)) for item in items if _name(item) not in known]
    for value in needed:
        at = next((n for n, one in enumerate(items) if _name(one) == _name(value)), None)
        if at is None and is_spelt_otherwise((str(_name(value)),), [(one,) for one in others]):
            continue
        if at is None:
            message = f"'{named}' does not list '{_name(value)}', which the hub rests on"
            yield document.mark(path), message, f"Add the line '- {_name(value)}' below {named}."
        elif isinstance(value, Mapping):
            yield from _missing(document, value, items[at], (*path, at))
    for number, item in enumerate(items):
        if _name(item) not in known:
            message = f"'{named}' lists '{_name(item)}', which is not one of the hub's"
            there = [_name(one) for one in items]
            left = [str(one) for one in known if one not in there]
            hint = nearest(str(_name(item)), left, "Take it out: the hub does not use it.")
            yield document.mark((*path, number)), message, hint


def _name(item: Any) -> Any:
    return next(iter(item), None) if isinstance(item, Mapping) else item


def _write(key: str, value: Any) -> str:
    if isinstance(value, Mapping | tuple):
        return f"Bring '{key}' back: git checkout -- {FILE}."
    shown = str(value).lower() if isinstance(value, bool) else value or "…"
    return f"Add the line '{key}: {shown}'."
