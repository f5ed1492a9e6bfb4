"""What the page `/about/verify/` knows of each file: a script, so that a disk can load it too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from peerhub.seal.manifest import Manifest, handed_out, is_kept

PATH = "about/verify/known.js"

SHORT = 32
"""Characters of a digest in the script: 128 bits, which nobody can aim at."""


def known_script(manifest: Manifest, titles: Mapping[str, str]) -> str:
    """Return the script; `titles` say what a current file is, by its path."""
    current: dict[str, list[str]] = {}
    old = {digest[:SHORT]: [one.path, one.until] for digest, one in manifest.earlier.items()}
    for path, digest in handed_out(manifest.files):
        if not is_kept(path):
            current.setdefault(digest[:SHORT], [path, titles.get(path, "")])
        elif digest[:SHORT] not in current:
            old[digest[:SHORT]] = [path, ""]
    facts = {
        "hub": manifest.hub,
        "current": dict(sorted(current.items())),
        "old": dict(sorted(old.items())),
    }
    return f"const hubKnown = {json.dumps(facts, ensure_ascii=False, separators=(',', ':'))};\n"


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
