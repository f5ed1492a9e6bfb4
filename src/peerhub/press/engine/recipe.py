"""The recipe of a file: a digest of everything that can change its bytes, and of nothing else.

It is made of the words the file is filled with, the bytes of the templates, styles, art and type it
uses, the source of every module that the one which draws it reaches by import, and the versions of
every library that draws. Nothing is listed by hand but the libraries that no import names.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from importlib.metadata import distributions, requires, version
from pathlib import Path
from typing import Any

import grimp
import pikepdf
import pypandoc
from markupsafe import Markup
from packaging.requirements import Requirement

import peerhub
from peerhub.press.engine.weasyprint_cache import harfbuzz, harfbuzz_subset, pango

PACKAGE = "peerhub"
SOURCE = Path(peerhub.__file__).parent


def recipe(draws: str, words: object, files: Iterable[Path] = ()) -> str:
    """Return the key of a file: 64 hexadecimal digits.

    `draws` is the module that draws it (such as "peerhub.press.engine.setter"), `words` what it is
    filled with, `files` what it uses beside. Raises OSError when one of those cannot be read.
    """
    return digest(code(draws), made_with(draws), canonical(words), files_digest(files))


def digest(*parts: str) -> str:
    """Return a digest of some strings, in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def files_digest(files: Iterable[Path]) -> str:
    """Return a digest of the names and the bytes of some files."""
    return digest(*(f"{file.name} {_sum(file, *_state(file))}" for file in files))


def _state(file: Path) -> tuple[int, int]:
    told = file.stat()
    return told.st_mtime_ns, told.st_size


@lru_cache(maxsize=4096)
def _sum(file: Path, changed: int, size: int) -> str:  # noqa: ARG001
    return hashlib.sha256(file.read_bytes()).hexdigest()


def canonical(words: object) -> str:
    """Return words as JSON: the same words, the same letters, in whatever order they were given.

    Markup differs from plain words, since it is not escaped. A path counts by its name: what stands
    there counts as a file.
    """
    return json.dumps(_plain(words), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Markup):
        return {"markup": str(value)}
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Path):
        return value.name
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Iterable):
        return [_plain(one) for one in value]
    raise TypeError(f"{type(value).__name__} is nothing that a file can be filled with")


@cache
def code(draws: str) -> str:
    """Return a digest of the source of a module, and of each of ours that it reaches by import."""
    return files_digest(source(module) for module in sorted(reached(draws)))


def reached(draws: str) -> frozenset[str]:
    """Return the names of our modules that a module reaches by import, and its own."""
    return frozenset(name for name in _upstream(draws) if name.split(".")[0] == PACKAGE)


def _upstream(draws: str) -> frozenset[str]:
    return frozenset(_graph().find_upstream_modules(draws) | {draws})


@cache
def _graph() -> grimp.ImportGraph:
    """Return who imports whom, read from the source: 0.05 s of a processor, once a process."""
    return grimp.build_graph(
        PACKAGE, include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None
    )


def source(module: str) -> Path:
    """Return the file of one of our modules."""
    inside = SOURCE.joinpath(*module.split(".")[1:])
    return inside / "__init__.py" if inside.is_dir() else inside.with_suffix(".py")


@cache
def made_with(draws: str) -> str:
    """Return the libraries that a module reaches, each with its exact version."""
    return "\n".join(f"{name} {said}" for name, said in sorted(versions(draws).items()))


def versions(draws: str) -> dict[str, str]:
    """Return the version of every library a module reaches, of what those ask for, and below."""
    outside = {name.split(".")[0] for name in _upstream(draws)} - {PACKAGE}
    asked = {name for one in outside for name in _distributions().get(one, ())}
    found: dict[str, str] = {}
    while asked:
        name = asked.pop().lower().replace("_", "-")
        if name not in found:
            try:
                found[name] = version(name)
            except LookupError:
                continue
            asked |= set(_asked_by(name))
    return found | {name: said for name, said in system().items() if name.split()[0] in found}


@cache
def _distributions() -> Mapping[str, set[str]]:
    """Return the names of the libraries that are installed, by what is imported of each.

    `importlib.metadata.packages_distributions` tells the same, in four times the time.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for one in distributions():
        name = one.name
        told = one.read_text("RECORD") or one.read_text("top_level.txt") or name
        for line in told.splitlines():
            found[line.partition("/")[0].partition(".")[0]].add(name)
    return found


def _asked_by(name: str) -> list[str]:
    """Return the libraries that a library always asks for; those for extras are left out."""
    asked = (Requirement(one) for one in requires(name) or ())
    return [one.name for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]


@cache
def system() -> dict[str, str]:
    """Return the versions of what no Python package names, each after the library that uses it."""
    cut = "subsets" if harfbuzz_subset else "does not subset"
    return {
        "weasyprint pango": str(pango.pango_version()),
        "weasyprint harfbuzz": f"{_harfbuzz()}, {cut}",
        "weasyprint zlib": zlib.ZLIB_RUNTIME_VERSION,
        "pikepdf qpdf": pikepdf.__libqpdf_version__,
        "pypandoc-binary pandoc": pypandoc.get_pandoc_version(),
    }


def _harfbuzz() -> str:
    """Return the version of HarfBuzz, which shapes words and cuts our type to what is used.

    WeasyPrint knows only its question whether the version is at least another one.
    """
    found: list[int] = []
    for left in (2, 1, 0):
        number = 0
        while harfbuzz.hb_version_atleast(*found, number + 1, *[0] * left):
            number += 1
        found.append(number)
    return ".".join(map(str, found))
