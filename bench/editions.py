"""What twenty editions take on a host, measured over the whole built site.

Each edition changes another tenth of the modules. What that touches is taken from the curriculum: a
module's pages and files, and guide, workbook and pack of every workshop that teaches it, in every
format. Such a file is not printed again (that takes hours): its bytes are altered, at its own size.
All else is real: the site as it was built, and the publications. Build the site first: make site.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from peerhub.editions.snapshot import FOLDER
from peerhub.hub import Hub
from peerhub.publish.command import hub_of
from peerhub.publish.release import release
from peerhub.publish.targets.folder import FolderTarget

ROOT = Path(__file__).resolve().parents[1]
WITH_EVERY_MODULE = ("trainer-guide", "workbook", "pack")
SERVED, MORE = 1_000_000_000, 0.15
"""The most that may be served, in bytes, and the most that one edition may add to one site."""


def touched(site: Path, hub: Hub, modules: list[str]) -> list[Path]:
    """Return the files of a built site that hold the words of some modules."""
    found = {Path("train/modules", one) for one in modules}
    files = [file for folder in found for file in (site / folder).rglob("*.html")]
    for one in modules:
        files += (site / "materials/modules" / one).iterdir()
    for workshop in hub.catalogue.workshops:
        if set(modules) & set(workshop.module_ids):
            folder = site / "materials/workshops" / workshop.id
            files += [file for kind in WITH_EVERY_MODULE for file in folder.glob(f"*-{kind}.*")]
    return [file for file in files if file.is_file()]


def alter(file: Path, edition: str) -> None:
    """Give a file other bytes of the same size; a page gets a word that readers would see."""
    content = file.read_bytes()
    file.unlink()  # it is linked to the real one
    if file.suffix == ".html":
        file.write_bytes(content.replace(b"</h1>", f" ({edition})</h1>".encode(), 1))
        return
    seed = hashlib.sha256(content + edition.encode()).digest()
    file.write_bytes(random.Random(seed).randbytes(len(content)))


def main() -> None:
    """Publish one edition after another to a folder, and print what each takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--editions", type=int, default=20)
    parser.add_argument("--keep", type=int, default=20)
    options = parser.parse_args()
    hub = Hub.open(ROOT)
    modules = [one.id for one in hub.catalogue.modules]
    with tempfile.TemporaryDirectory(prefix="editions-", dir=ROOT / ".cache") as home:
        site = Path(home, "site")
        shutil.copytree(options.site, site, copy_function=link)
        target, chosen = FolderTarget(Path(home, "served")), random.Random("tenth")
        (Path(home) / FOLDER).mkdir(parents=True)
        worst = one_site = 0.0
        for number in range(options.editions):
            name = f"{hub.catalogue.site.dated.year + number}.1"
            some = chosen.sample(modules, round(len(modules) / 10)) if number else []
            changed = touched(site, hub, some)
            for file in changed:
                alter(file, name)
            said = {"edition": name, "dated": f"{name[:4]}-11-28"}
            (Path(home) / FOLDER / f"{name}.json").write_text(json.dumps(said))
            of = hub.catalogue.site.model_copy(update={"edition": name})
            catalogue = replace(hub.catalogue, site=of)
            began = time.process_time()
            done = release(
                Path(home), site, target, catalogue, hub_of(catalogue), keep=options.keep
            )
            served = Path(home, "served/current")
            sizes = [one.stat().st_size for one in served.rglob("*") if one.is_file()]
            more = done.written.size / one_site if one_site else 0
            one_site = one_site or sum(sizes)
            worst = max(worst, more)
            print(
                f"{name}: {len(changed):3} files changed, {done.written.size / 1e6:6.1f} MB new "
                f"({more:.1%} of one site); {len(sizes):,} files of {sum(sizes) / 1e6:,.0f} MB "
                f"served; {time.process_time() - began:.0f} s",
                flush=True,
            )
        kept = sum(one.stat().st_size for one in Path(home, "served/store").rglob("*"))
        print(f"The folder holds {kept / 1e6:,.0f} MB with what it keeps for going back.")
        print(f"Served: {sum(sizes) / 1e6:,.0f} MB, at most {SERVED / 1e6:,.0f}.")
        print(f"The most that one edition added: {worst:.1%}, at most {MORE:.0%}.")


def link(source: str, place: str) -> None:
    """Link a file instead of copying it: nothing here writes into one."""
    Path(place).hardlink_to(source)


if __name__ == "__main__":
    main()
