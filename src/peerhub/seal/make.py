"""Makes the manifest of a finished site, and the script of the page that checks files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from peerhub.bundle import LIST
from peerhub.seal import known
from peerhub.seal.list_parts import digest_of
from peerhub.seal.manifest import PARTS, PATH, SIGNATURE, Manifest, is_kept, list_of

SOURCES = (
    "data",
    "docs",
    "hooks",
    "materials",
    "mkdocs.yml",
    "overrides",
    "requirements.lock",
    "src",
)
"""Whatever a hub is made of, below its project."""

MATERIALS = "api/v1/materials.json"


def recipe_of(root: Path, versions: Mapping[str, str]) -> dict[str, str]:
    """Return a digest of each source of the project at `root`, and the versions beside them."""
    return {**{name: _sum(root / name) for name in SOURCES}, **versions}


def _sum(source: Path) -> str:
    whole = hashlib.sha256()
    for name, file in _files(source):
        whole.update(f"{name}\0{_digest(file)}\n".encode())
    return whole.hexdigest()


def _files(source: Path) -> Iterator[tuple[str, Path]]:
    if source.is_file():
        yield source.name, source
    for file in sorted(source.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            yield file.relative_to(source).as_posix(), file


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def seal_site(site: Path, about: Manifest) -> dict[str, str]:
    """Return the script, the manifest and its parts, of a finished site, by path below it.

    `about` says all but the files.
    """
    found = {
        file.relative_to(site).as_posix(): _digest(file)
        for file in site.rglob("*")
        if file.is_file()
    }
    texts, _ = sealed(replace(about, files=found), lambda path: (site / path).read_bytes())
    return texts


def sealed(manifest: Manifest, read: Callable[[str], bytes]) -> tuple[dict[str, str], Manifest]:
    """Return the texts of the scripts, the manifest and its lists, and the manifest itself.

    `read` gives the content at a path of the manifest. Each kept edition has a list of its own.
    """
    files = {path: one for path, one in manifest.files.items() if not is_seal(path)}
    packs = _put_together(files, read)
    manifest = replace(
        manifest,
        put_together=packs,
        earlier={one: said for one, said in manifest.earlier.items() if one not in packs},
    )
    titles = known.titles_of(read, MATERIALS) if MATERIALS in files else {}
    scripts = known.known_scripts(replace(manifest, files=files), titles)
    files |= {path: digest_of(script) for path, script in scripts.items()}
    names = sorted({path.partition("/")[0] for path in files if is_kept(path)})
    lists = {name: list_of(name, files) for name in names}
    whole = replace(
        manifest,
        files={path: one for path, one in files.items() if not is_kept(path)},
        editions={name: digest_of(texts[f"{name}/{PATH}"]) for name, texts in lists.items()},
    )
    beside = {path: text for texts in lists.values() for path, text in texts.items()}
    return {**scripts, **whole.texts(), **beside}, whole


def _put_together(paths: Iterable[str], read: Callable[[str], bytes]) -> dict[str, str]:
    """Return the page of each pack that has a list of its parts alone, by the pack's SHA-256.

    What several editions share is of the current hub first.
    """
    found: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (is_kept(path), path)):
        if path.endswith(LIST):
            said = json.loads(read(path))
            edition = f"{path.partition('/')[0]}/" if is_kept(path) else ""
            found.setdefault(said["sha256"], f"{edition}{said['page']}")
    return dict(sorted(found.items()))


def is_seal(path: str) -> bool:
    """Say whether a path is one of those that `sealed` writes anew below the root."""
    return path in (PATH, SIGNATURE) or path.startswith(PARTS) or known.is_known(path)
