"""What the page `/about/verify/` knows of each file: a script, so that a disk can load it too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from peerhub.seal.manifest import Manifest, handed_out, is_kept

PATH = "about/verify/known.js"
FOLDER = "about/verify/known/"

SHORT = 32
"""Characters of a digest in the script: 128 bits, which nobody can aim at."""


MOST = 20_000
"""Files that one script names."""


def known_scripts(manifest: Manifest, titles: Mapping[str, str]) -> dict[str, str]:
    """Return the script by its path below the site; `titles` say what a current file is, by path.

    Of too many files it names none, and says how many first digits of a digest name the part that
    knows it: `known/3f.js`. A part is loaded when a file with such a digest is looked at.
    """
    current, old = _known(manifest, titles)
    if len(current) + len(old) <= MOST:
        return {PATH: _script({"hub": manifest.hub, "current": current, "old": old})}
    digits = 1
    while (len(current) + len(old)) / 16**digits > MOST / 4:
        digits += 1
    parts: dict[str, dict[str, dict[str, list[str]]]] = {}
    for name, files in (("current", current), ("old", old)):
        for digest, said in files.items():
            part = parts.setdefault(digest[:digits], {"current": {}, "old": {}})
            part[name][digest] = said
    head = {"hub": manifest.hub, "digits": digits, "starts": sorted(parts), "parts": {}}
    return {PATH: _script(head)} | {
        f"{FOLDER}{start}.js": f'hubKnown.parts["{start}"] = {_json(part)};\n'
        for start, part in sorted(parts.items())
    }


def is_known(path: str) -> bool:
    """Say whether a path is one of those that `known_scripts` gives."""
    return path == PATH or path.startswith(FOLDER)


Files = dict[str, list[str]]
"""A path and words about it, by the first characters of a digest."""


def _known(manifest: Manifest, titles: Mapping[str, str]) -> tuple[Files, Files]:
    """Return the files that are current, and those that are not, in the order of their digests."""
    current: Files = {}
    old = {digest[:SHORT]: [one.path, one.until] for digest, one in manifest.earlier.items()}
    packs = ((page, digest) for digest, page in manifest.put_together.items())
    for path, digest in (*handed_out(manifest.files), *packs):
        if not is_kept(path):
            current.setdefault(digest[:SHORT], [path, titles.get(path, "")])
        elif digest[:SHORT] not in current:
            old[digest[:SHORT]] = [path, ""]
    return dict(sorted(current.items())), dict(sorted(old.items()))


def _script(facts: Mapping[str, Any]) -> str:
    return f"const hubKnown = {_json(facts)};\n"


def _json(facts: Mapping[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def titles_of(read: Callable[[str], bytes], path: str) -> dict[str, str]:
    """Return what each file is, by its path, from the list of downloads that begins at `path`.

    `read` gives the content of a file. A list in parts names the next part in each.
    """
    titles: dict[str, str] = {}
    while path:
        said = json.loads(read(path))
        for one in said["materials"]:
            of = f"{one['title']} ({one['of']})" if one["of"] else one["title"]
            titles[str(one["path"]).lstrip("/")] = of
        path = str(said.get("next", "")).lstrip("/")
    return titles
