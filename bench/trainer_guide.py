"""How fast a trainer guide is made: mkdocs-to-pdf over the same pages, and the hub's own way.

    python bench/trainer_guide.py [--workshop ID]

Both set the texts of the workshop with the most modules, one after the other in one run, on one
processor. mkdocs-to-pdf is installed in an environment of its own below .cache/bench, and is
timed for a whole `mkdocs build`, as its users run it. Neither finds anything made before. On a busy
machine the seconds of the processor tell more than those on the wall.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import pikepdf  # noqa: E402

from peerhub.hub import Hub  # noqa: E402
from peerhub.press.engine.our_type import HOME  # noqa: E402
from peerhub.questions.materials import workshop_materials  # noqa: E402
from peerhub.training.make import Desk  # noqa: E402

OTHERS = ROOT / ".cache" / "bench" / "mkdocs-to-pdf"
WANTED = ("mkdocs==1.6.1", "mkdocs-to-pdf", "weasyprint==70.0")
SETTINGS = """\
site_name: Trainer guide
docs_dir: docs
plugins:
  - to-pdf:
      output_path: guide.pdf
      cover: false
markdown_extensions: [attr_list, def_list, md_in_html, tables]
nav:
{nav}
"""


@dataclass(frozen=True)
class Clock:
    """Seconds of the processor, its children's included, and seconds on the wall."""

    processor: float
    wall: float

    @classmethod
    def now(cls) -> Clock:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return cls(sum(one.ru_utime + one.ru_stime for one in used), time.perf_counter())

    def passed(self) -> Clock:
        after = Clock.now()
        return Clock(after.processor - self.processor, after.wall - self.wall)


def main() -> None:
    options = _options()
    hub = Hub.open(ROOT)
    found = hub.catalogue
    largest = max(found.workshops, key=lambda one: len(one.module_ids)).id
    workshop = found.workshop_by_id[options.workshop or largest]
    print(f"{workshop.title}: {len(workshop.module_ids)} modules")
    began = Clock.now()
    desk = Desk(found, hub.stamp, HOME)
    guide = desk.make(next(o for o in workshop_materials(workshop) if o.kind == "trainer-guide"))
    ours = began.passed()
    _tell("the hub's guide", ours, guide)
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        nav = []
        whole = desk.setter.fill(
            "guide", workshop.title, desk.words.workshop(workshop, "trainer-guide")
        )
        for number, part in enumerate(_sections(whole)):
            page = project / "docs" / f"part{number}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text(f"# Part {number}\n\n{part}\n", encoding="utf-8")
            nav.append(f"  - 'Part {number}': part{number}.md")
        (project / "mkdocs.yml").write_text(SETTINGS.format(nav="\n".join(nav)), encoding="utf-8")
        python = _environment()
        began = Clock.now()
        subprocess.run(
            [str(python), "-m", "mkdocs", "build", "--quiet"],
            cwd=project,
            check=True,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        theirs = began.passed()
        _tell("mkdocs-to-pdf", theirs, (project / "site" / "guide.pdf").read_bytes())
    times = theirs.processor / ours.processor
    print(f"the hub's way takes the processor {times:.1f} times less")


def _sections(html: str) -> list[str]:
    """Return the HTML of each part of the guide, as a page of its own would hold it.

    The list of what is inside is left out: mkdocs-to-pdf makes its own.
    """
    parts = re.findall(r"<section[^>]*>(.*?)</section>", html, flags=re.DOTALL)
    return [re.sub(r"\n\s*\n+", "\n", part) for part in parts if 'class="inside"' not in part]


def _environment() -> Path:
    python = OTHERS / "bin" / "python"
    if not python.exists():
        venv.create(OTHERS, with_pip=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", *WANTED],
            check=True,
        )
    return python


def _tell(who: str, took: Clock, made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        tagged = "tagged" if "/StructTreeRoot" in pdf.Root else "not tagged"
        pages = len(pdf.pages)
    size = len(made) // 1024
    took_it = f"{took.processor:7.2f} s of processor, {took.wall:7.2f} s in all"
    print(f"{who:<17} {took_it}   {pages:3d} pages   {size:4d} KiB   {tagged}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--workshop", help="its id (default: the one with the most modules)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
