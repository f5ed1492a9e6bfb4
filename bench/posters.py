"""How fast the press is beside a plain WeasyPrint loop and Typst: cold, with shells, unchanged.

    python bench/posters.py [--forces N] [--workers N] [--turns N] [--plain N]

All make the same number of posters in one run. The plain loop is what one writes first: for every
file it reads the template, the styles and the type afresh, and draws the QR code as a picture.
It neither finishes to PDF/A nor keeps anything, so it has the lighter task. Typst is a program
made for speed: it sets the same words with the same type, art, codes and paper, to the same two
standards (PDF/A-2a and PDF/UA-1 in one file), from bench/posters.typ, in one process that keeps
what it can. It is no part of the project: it is installed in an environment of its own below
.cache/bench.

What is told is seconds of a processor, whoever spends them (this process, those it sends for, their
start), so that other work on the machine counts for little. They take turns all the same: Typst,
then the press over everything with an empty store, with one that holds the shells alone (as when
every force's words are new), and with a full one; what is told is the middle one of the turns. The
plain loop makes the posters of every Nth job, and its seconds are told as for all. The press has a
process of its own, so that the memory told is its own and that of its workers.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

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
from peerhub.press.posters.shells import FOLDER as SHELLS  # noqa: E402
from peerhub.press.posters.template_files import Materials  # noqa: E402
from peerhub.press.posters.wording import words  # noqa: E402


def main() -> None:
    options = _options()
    hub = Hub.open(ROOT)
    forces = [force.id for force in hub.catalogue.uk_forces][: options.forces]
    jobs = [job for job in orders(hub.catalogue) if job.facts.id in forces]
    files = sum(len(job.sizes) for job in jobs)
    print(f"{len(forces)} forces, {len(jobs)} jobs, {files} PDFs")
    quick, cold, again, warm, memory = [], [], [], [], []
    python = _environment()
    for _ in range(options.turns):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            quick.append(typst_loop(jobs, here / "typst", python))
            spent, peaks = apart(jobs, here, options.workers)
            for times, seconds in zip((cold, again, warm), spent, strict=True):
                times.append(seconds)
            memory.append(peaks)
    some = jobs[:: options.plain]
    with tempfile.TemporaryDirectory() as folder:
        plain = timed(lambda: plain_loop(some, Path(folder)))
    plain *= files / sum(len(job.sizes) for job in some)
    tell("plain WeasyPrint loop", plain, plain)
    tell("Typst, one process", median(quick), plain)
    tell("the press, cold", median(cold), plain)
    tell("the press, with its shells", median(again), plain)
    tell("the press, nothing changed", median(warm), plain)
    for how, times in (("cold", cold), ("with its shells", again)):
        ratio = median(times) / median(quick)
        print(f"the press, {how}, takes {ratio:.1f} times the processor of Typst")
    told = {"plain": plain, "Typst": median(quick), "cold": median(cold), "shells": median(again)}
    for what, seconds in told.items():
        print(f"{what}: {1000 * seconds / files:.1f} ms of a processor for a PDF")
    for whose, peaks in zip(("here", "a worker"), zip(*memory, strict=True), strict=True):
        print(f"peak memory, {whose:<15}{max(peaks):7.0f} MiB")


def apart(
    jobs: list[Job], here: Path, workers: int | None
) -> tuple[tuple[float, ...], list[float]]:
    """Run the press three times in a fresh process; return the seconds, and the peaks in MiB."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(_press_thrice, jobs, here, workers).result()


def _press_thrice(
    jobs: list[Job], here: Path, workers: int | None
) -> tuple[tuple[float, ...], list[float]]:
    out, store, other = here / "out", here / "store", here / "other"

    spent = []
    for kept in (store, other, other):
        if kept == other and not other.exists():
            shutil.copytree(store / SHELLS, other / SHELLS)
        began = processor()
        done = press(jobs, out, kept, workers=workers)
        spent.append(processor() - began)
        assert done.files == (done.rendered or done.reused)
    # The kernel's count for this process began when it did; getrusage's goes on from its parent's.
    (own,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM:"))  # noqa: PTH123, SIM115
    crew = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return tuple(spent), [int(own.split()[1]) / 1024, crew / 1024]


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
    began = processor()
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
    return processor() - began


def _environment() -> Path:
    """Return Python in an environment with Typst, made at first use."""
    python = OTHERS / "bin" / "python"
    if not python.exists():
        venv.create(OTHERS, with_pip=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", TYPST], check=True)
    return python


def timed(work: Callable[[], None]) -> float:
    began = processor()
    work()
    return processor() - began


def processor() -> float:
    """Return the seconds of a processor that this process has had, and those it sent for."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--forces", type=int, help="how many forces (default: all)")
    parser.add_argument("--workers", type=int, help="how many processes (default: one a processor)")
    parser.add_argument("--turns", type=int, default=3, help="how many turns (default: 3)")
    parser.add_argument("--plain", type=int, default=10, help="every Nth job in a plain loop (10)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
