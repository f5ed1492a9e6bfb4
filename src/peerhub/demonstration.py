"""Builds the demonstration: the hub's own pages and look, with the invented forces of `examples/`.

It is put together in a room of its own below `.cache/`, so that nothing of it can stand where
the real site is made, and the real site reads nothing from `examples/`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from peerhub.build import BuildFailed, build
from peerhub.bundle import LIST, bundled, told_anew, unbundled
from peerhub.seal.make import seal_site
from peerhub.seal.manifest import PARTS, Manifest
from peerhub.seal.manifest import PATH as MANIFEST
from peerhub.seal.places import OnDisk

ROOM = Path(".cache") / "demonstration"
SHARED = ("docs", "hooks", "materials", "overrides")
INVENTED = ("site.yml", "forces.yml", "events.yml")
"""The data files that the demonstration has of its own; the others are the hub's."""

STORES = ("events", "pictures", "press", "screens", "tools", "training")
"""The stores of what is printed, below `.cache/`: their entries go by what they were made from, so
that the demonstration and the hub share what is the same in both."""

EXAMPLES = "examples"
LABEL = "Demonstration"
WORDS = "DEMONSTRATION · Every force here is invented"
SLIDE = "-screen.png"
"""How the names of pictures of slides end."""

PLAIN = b"\n<p><strong>Demonstration. Every force here is invented.</strong></p>"
"""How the pages inside an archive begin."""

BODY = re.compile(rb"<body[^>]*>")


def furnish(root: Path) -> Path:
    """Put the demonstration's project together and return its folder.

    Raises BuildFailed when an invented file is missing, for then a real one would take its place.
    """
    room = root / ROOM
    for name in INVENTED:
        if not (root / EXAMPLES / "data" / name).is_file():
            raise BuildFailed(f"The file examples/data/{name} is missing. Bring it back with git.")
    for name in (*SHARED, "data"):
        shutil.rmtree(room / name, ignore_errors=True)
    ignore = shutil.ignore_patterns("__pycache__")
    for name in SHARED:
        shutil.copytree(root / name, room / name, ignore=ignore)
    (room / "data").mkdir()
    for file in sorted((root / "data").glob("*.yml")):
        own = root / EXAMPLES / "data" / file.name
        shutil.copy(own if file.name in INVENTED else file, room / "data")
        if file.name not in INVENTED and file.with_suffix("").is_dir():
            shutil.copytree(file.with_suffix(""), room / "data" / file.stem)
    shutil.copytree(root / EXAMPLES / "editions", room / "data" / "editions")
    shutil.copy(root / "mkdocs.yml", room)
    (room / "src").mkdir(exist_ok=True)  # the engine wants every folder it could watch
    _share_stores(root, room)
    return room


def _share_stores(root: Path, room: Path) -> None:
    """Let the demonstration find in the hub's stores what is made, and keep its own there."""
    for name in STORES:
        own, hubs = room / ".cache" / name, root / ".cache" / name
        if own.is_symlink():
            continue
        hubs.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(own, ignore_errors=True)
        own.parent.mkdir(parents=True, exist_ok=True)
        own.symlink_to(hubs.resolve(), target_is_directory=True)


def build_demonstration(root: Path, site: Path, environ: Mapping[str, str]) -> int:
    """Build the demonstration into the folder `site` and return how many PDFs bear its band.

    Raises BuildFailed, or Issues from the check, with what was there before left as it was.
    """
    room = furnish(root)
    own = {name: value for name, value in environ.items() if not name.startswith("PEERHUB_")}
    banded: list[int] = []
    build(room, site, own, finish=lambda fresh: banded.append(_finish(fresh)))
    return sum(banded)


def _finish(site: Path) -> int:
    """Mark a built demonstration, and write down its digests anew. Returns what `mark` does."""
    banded = mark(site)
    about = Manifest.from_texts((site / MANIFEST).read_bytes(), OnDisk(site).parts)
    shutil.rmtree(site / PARTS)
    for path, text in seal_site(site, about).items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return banded


def _reader(folder: Path) -> Callable[[str], bytes]:
    """Return what reads a file by its place from a folder."""
    return lambda at: (folder / at).read_bytes()


def mark(site: Path) -> int:
    """Put the band on every PDF below a folder, and on pictures of slides, in archives too.

    Returns how many PDFs it met.
    """
    from peerhub.press.engine.overprint import band, overprint  # loads all that draws
    from peerhub.press.posters.screens import overprint_screen

    over = band(WORDS)

    @cache
    def marked(content: bytes) -> bytes:
        return overprint(content, over, LABEL)

    @cache
    def marked_picture(content: bytes) -> bytes:
        return overprint_screen(content, over)

    def member(name: str, content: bytes) -> bytes:
        if name.endswith(".pdf"):
            return marked(content)
        if name.endswith(SLIDE):
            return marked_picture(content)
        return BODY.sub(rb"\g<0>" + PLAIN, content, count=1) if name.endswith(".html") else content

    pdfs, archives = sorted(site.rglob("*.pdf")), sorted(site.rglob("*.zip"))
    for pdf in pdfs:
        pdf.write_bytes(marked(pdf.read_bytes()))
    for slide in sorted(site.rglob(f"*{SLIDE}")):
        slide.write_bytes(marked_picture(slide.read_bytes()))
    for archive in archives:
        held = unbundled(archive.read_bytes())
        archive.write_bytes(bundled((name, member(name, content)) for name, content in held))
    for told in sorted(site.rglob(f"*{LIST}")):
        told.write_bytes(told_anew(told.read_bytes(), _reader(told.parent), member))
    return len(pdfs)
