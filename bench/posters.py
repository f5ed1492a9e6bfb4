"""How fast the press is: a plain WeasyPrint loop, Typst, the press cold, the press with no change.

    python bench/posters.py [--forces N] [--workers N]

All make the same number of posters in one run. The plain loop is what one writes first: for every
file it reads the template, the styles and the type afresh, and draws the QR code as a picture.
It neither finishes to PDF/A nor keeps anything, so it has the lighter task. Typst is a program
made for speed: it sets the same words with the same type, art, codes and paper, as PDF/A-2a, from
bench/posters.typ, in one process that keeps what it can. It is no part of the project: it is
installed in an environment of its own below .cache/bench.

The machine may have other work, so they take turns: a third of the plain loop, all of Typst, then
the press over everything with an empty store and with a full one, three times. The plain loop's
seconds are those of all its files; the others' are the middle ones of their three turns. The press
has a process of its own, so that the memory told is its own and that of its workers.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

TURNS = 3

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent
OTHERS = ROOT / ".cache" / "bench" / "typst"
TYPST = "typst==0.15.2"
sys.path.insert(0, str(ROOT / "src"))

import jinja2  # noqa: E402
import segno  # noqa: E402
from weasyprint import HTML  # noqa: E402

from peerhub.hub import Hub  # noqa: E402
from peerhub.orders.posters import orders  # noqa: E402
from peerhub.press.engine.our_type import HOME  # noqa: E402
from peerhub.press.posters.job import POSTER, SHEETS, Job  # noqa: E402
from peerhub.press.posters.run import press  # noqa: E402
from peerhub.press.posters.template_files import Materials  # noqa: E402
from peerhub.press.posters.wording import words  # noqa: E402


def main() -> None:
    options = _options()
    hub = Hub.open(ROOT)
    forces = [force.id for force in hub.catalogue.uk_forces][: options.forces]
    jobs = [job for job in orders(hub.catalogue) if job.facts.id in forces]
    files = sum(len(job.sizes) for job in jobs)
    print(f"{len(forces)} forces, {len(jobs)} jobs, {files} PDFs")
    plain, quick, cold, warm, memory = 0.0, [], [], [], []
    python = _environment()
    for turn in range(TURNS):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            plain += timed(lambda: plain_loop(jobs[turn::TURNS], here / "plain"))  # noqa: B023
            quick.append(typst_loop(jobs, here / "typst", python))
            seconds, again, peaks = apart(jobs, here, options.workers)
            cold.append(seconds)
            warm.append(again)
            memory.append(peaks)
    tell("plain WeasyPrint loop", plain, plain)
    tell("Typst, one process", median(quick), plain)
    tell("the press, cold", median(cold), plain)
    tell("the press, nothing changed", median(warm), plain)
    print(f"the press takes {median(cold) / median(quick):.1f} times as long as Typst")
    for whose, peaks in zip(("here", "a worker"), zip(*memory, strict=True), strict=True):
        print(f"peak memory, {whose:<15}{max(peaks):7.0f} MiB")


def apart(jobs: list[Job], here: Path, workers: int | None) -> tuple[float, float, list[float]]:
    """Run the press twice in a fresh process; return the seconds of both and the peaks in MiB."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(_press_twice, jobs, here, workers).result()


def _press_twice(
    jobs: list[Job], here: Path, workers: int | None
) -> tuple[float, float, list[float]]:
    first = press(jobs, here / "out", here / "store", workers=workers)
    again = press(jobs, here / "out", here / "store", workers=workers)
    assert first.rendered == again.reused == first.files
    # The kernel's count for this process began when it did; getrusage's goes on from its parent's.
    (own,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))  # noqa: PTH123, SIM115
    crew = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    peaks = [int(own.split()[1]) / 1024, crew / 1024]
    return first.seconds, again.seconds, peaks


def tell(what: str, seconds: float, plain: float) -> None:
    print(f"{what:<28}{seconds:7.3f} s   {plain / seconds:7.1f} times as fast as the plain loop")


def plain_loop(jobs: list[Job], out: Path) -> None:
    """Make every poster from nothing, one file after another."""
    materials = Materials(HOME)
    for job in jobs:
        for size in job.sizes:
            file = out / job.path(size)
            file.parent.mkdir(parents=True, exist_ok=True)
            sheet, shape = SHEETS[size], job.shape(size)
            layout = materials.layout(job.design.layout)
            shelf = jinja2.Environment(
                loader=jinja2.FileSystemLoader(materials.shared), autoescape=True
            )
            source = materials.template(job.design.layout, shape).relative_to(materials.shared)
            code = segno.make(job.opens, error="q", micro=False).svg_data_uri(border=4)
            html = shelf.get_template(str(source)).render(words(job)).replace("qr:code", code)
            HTML(string=html, base_url=f"{layout.as_uri()}/").write_pdf(
                file,
                zoom=sheet.height / SHEETS["a4"].height if sheet.shape == POSTER else 1,
                pdf_variant="pdf/ua-1",
                stylesheets=list(materials.styles(job.design.layout, shape)),
            )


def typst_loop(jobs: list[Job], out: Path, python: Path) -> float:
    """Return the seconds Typst takes for as many posters, its start and its codes included."""
    out.mkdir(parents=True)
    began = time.perf_counter()
    asked = []
    for number, job in enumerate(jobs):
        code = out / f"{number}.svg"
        segno.make(job.opens, error="q", micro=False).save(str(code), border=4)
        said = words(job)
        design = job.design
        for size in job.sizes:
            sheet = SHEETS[size]
            asked.append(
                (
                    str(out / f"{number}-{size}.pdf"),
                    {
                        "width": sheet.paper[0],
                        "height": sheet.paper[1],
                        "pages": sheet.pages,
                        "title": said["title"],
                        "force": said["force"],
                        "headline": design.headline,
                        "invitation": design.invitation,
                        "light": design.layout not in ("leaders", "ask-twice"),
                        "who": design.who,
                        "does": design.does,
                        "is_not": design.is_not,
                        "limits": design.limits,
                        "contact": design.contact,
                        "write_in": design.write_in,
                        "scan": design.scan,
                        "opens": job.opens,
                        "address": said["address"],
                        "danger": design.danger,
                        "hours": design.hours,
                        "urgent": [(one.reach, one.label) for one in job.facts.urgent],
                        "colophon": said["colophon"],
                        "art": str(Materials(HOME).layout(design.layout) / "art.svg"),
                        "code": str(code),
                    },
                )
            )
    wanted = out / "jobs.json"
    # Typst's root is the root of the disk here: the codes and the art stand far apart.
    wanted.write_text(
        json.dumps(
            {
                "source": str(BENCH / "posters.typ"),
                "root": "/",
                "fonts": str(HOME / "fonts"),
                "jobs": asked,
            }
        ),
        encoding="utf-8",
    )
    subprocess.run([str(python), str(BENCH / "typst_posters.py"), str(wanted)], check=True)
    return time.perf_counter() - began


def _environment() -> Path:
    """Return Python in an environment with Typst, made at first use."""
    python = OTHERS / "bin" / "python"
    if not python.exists():
        venv.create(OTHERS, with_pip=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", TYPST], check=True)
    return python


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
