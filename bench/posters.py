"""How fast the press is: a plain WeasyPrint loop, the press cold, and the press with no change.

    python bench/posters.py [--forces N] [--workers N]

All three make the same posters in one run. The plain loop is what one writes first: for every
file it reads the template, the styles and the type afresh, and draws the QR code as a picture.
It neither finishes to PDF/A nor keeps anything, so it has the lighter task.

The machine may have other work, so the three take turns: a third of the plain loop, then the
press twice over everything with an empty store and a full one, three times. The plain loop's
seconds are those of all its files; the press's are the middle ones of its three turns.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

TURNS = 3

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import jinja2  # noqa: E402
import segno  # noqa: E402
from weasyprint import HTML  # noqa: E402

from peerhub.hub import Hub  # noqa: E402
from peerhub.press import SHEETS, Job, press  # noqa: E402
from peerhub.press.materials import HOME, Materials  # noqa: E402
from peerhub.press.orders import orders  # noqa: E402
from peerhub.press.wording import words  # noqa: E402


def main() -> None:
    options = _options()
    hub = Hub.open(ROOT, os.environ)
    forces = [force.id for force in hub.catalogue.uk_forces][: options.forces]
    jobs = [job for job in orders(hub.catalogue, hub.stamp) if job.facts.id in forces]
    files = sum(len(job.sizes) for job in jobs)
    print(f"{len(forces)} forces, {len(jobs)} layouts, {files} PDFs")
    plain, cold, warm = 0.0, [], []
    for turn in range(TURNS):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            plain += timed(lambda: plain_loop(jobs[turn::TURNS], here / "plain"))  # noqa: B023
            for times, drawn in ((cold, files), (warm, 0)):
                report = press(jobs, here / "out", here / "store", workers=options.workers)
                assert report.rendered == drawn
                times.append(report.seconds)
    tell("plain WeasyPrint loop", plain, plain)
    tell("the press, cold", median(cold), plain)
    tell("the press, nothing changed", median(warm), plain)
    for whose, who in (("here", resource.RUSAGE_SELF), ("a worker", resource.RUSAGE_CHILDREN)):
        print(f"peak memory, {whose:<15}{resource.getrusage(who).ru_maxrss / 1024:7.0f} MiB")


def tell(what: str, seconds: float, plain: float) -> None:
    print(f"{what:<28}{seconds:7.3f} s   {plain / seconds:7.1f} times as fast as the plain loop")


def plain_loop(jobs: list[Job], out: Path) -> None:
    """Make every poster from nothing, one file after another."""
    materials = Materials(HOME)
    for job in jobs:
        for size in job.sizes:
            file = out / job.path(size)
            file.parent.mkdir(parents=True, exist_ok=True)
            layout = materials.layout(job.design.layout)
            shelf = jinja2.Environment(
                loader=jinja2.FileSystemLoader(materials.shared), autoescape=True
            )
            template = shelf.get_template(f"{job.design.layout}/poster.html")
            code = segno.make(job.facts.page, error="q", micro=False).svg_data_uri(border=4)
            html = template.render(words(job)).replace("qr:code", code)
            HTML(string=html, base_url=f"{layout.as_uri()}/").write_pdf(
                file,
                zoom=SHEETS[size].height / SHEETS["a4"].height,
                pdf_variant="pdf/ua-1",
                stylesheets=list(materials.styles(job.design.layout)),
            )


def timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--forces", type=int, help="how many forces (default: all)")
    parser.add_argument("--workers", type=int, help="how many processes (default: one a processor)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
