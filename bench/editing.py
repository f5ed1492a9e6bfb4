"""What an edit costs, from saving it to seeing it: builds and previews beside plain MkDocs.

    .venv/bin/python bench/editing.py [--quick]

Everything is measured in one run, on a copy of the project, in seconds of a processor, since other
work on the machine does not lengthen those. The anchors are `peerhub check`, and MkDocs with plain
Material on the same text (what `peerhub stage` writes: pages with their calls carried out). With
`--quick` no build is measured, only previews.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("data", "docs", "editions", "hooks", "materials", "overrides", "src")
MATERIAL = """\
site_name: Plain
theme: {name: material}
plugins: [search]
markdown_extensions: [attr_list, def_list, md_in_html, tables]
"""
EDITS = {
    "one word in a page": ("docs/about/privacy.md", "almost nothing", "next to nothing"),
    "one word in a module": ("docs/train/modules/confidentiality.md", "\\bthe ", "this "),
    "one force's name": ("data/forces.yml", "name: Kent Police", "name: The Kent Police"),
    "two steps' minutes": (
        "data/modules.yml",
        r"(?s)minutes: 10\n(.*?)minutes: 10\n",
        r"minutes: 5\n\1minutes: 15\n",
    ),
}
"""The file of each edit, a pattern that is found in it first, and what takes its place. The hub
stays sound: a module's minutes are those of its steps, so one step gets what another gives.
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--quick", action="store_true")
    is_quick = options.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="editing-") as folder:
        project = _copy(Path(folder) / "hub")
        check = _seconds(project, "check")
        plain = _plain(project, Path(folder) / "plain")
        print(f"{'peerhub check':44}{check:7.2f}")
        print(f"{'MkDocs with Material, a save in its serve':44}{plain:7.2f}")
        if not is_quick:
            _builds(project, check, plain)
        _previews(project, check, plain)


def _copy(project: Path) -> Path:
    """Copy the project's sources; what is printed is kept by its content and may be shared."""
    project.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__")
            )
    for name in ("mkdocs.yml", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    (project / ".cache").mkdir()
    for store in (ROOT / ".cache").iterdir():
        if store.name not in ("standing", "preview"):
            (project / ".cache" / store.name).symlink_to(store)
    return project


def _environment(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(project / "src"), "NO_MKDOCS_2_WARNING": "1"}


def _seconds(project: Path, *arguments: str) -> float:
    """Return the seconds of a processor that a command of the hub takes, with all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "peerhub", "--root", str(project), *arguments],
        env=_environment(project),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} stopped:\n{done.stdout}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _plain(project: Path, folder: Path) -> float:
    """Return what plain MkDocs takes to build again the same text when something was saved.

    Its serve keeps its process and builds everything, so the second build in a process counts.
    """
    _seconds(project, "stage", "--pages-only", str(folder))
    for one in (folder / "docs").rglob("*"):
        if one.is_file() and one.suffix != ".md":
            one.unlink()
        elif one.is_file():  # Material has no template of ours
            text = one.read_text(encoding="utf-8")
            one.write_text(re.sub(r"(?m)^template: .*\n", "", text), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    code = (
        "import time\n"
        "from mkdocs.commands.build import build\n"
        "from mkdocs.config import load_config\n"
        "for _ in range(2):\n"
        "    began = time.process_time()\n"
        "    config = load_config('mkdocs.yml')\n"
        "    config.plugins.on_startup(command='serve', dirty=False)\n"
        "    build(config, serve_url='http://127.0.0.1/')\n"
        "print(time.process_time() - began)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=_environment(project),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def _builds(project: Path, check: float, plain: float) -> None:
    print("\npeerhub build                               seconds  x check  x MkDocs")
    _seconds(project, "build")
    _row("nothing changed", _seconds(project, "build"), check, plain)
    texts = {edit[0]: (project / edit[0]).read_text(encoding="utf-8") for edit in EDITS.values()}
    for name, edit in EDITS.items():  # each stays, since to take it back would be an edit too
        _edit(project, edit)
        _row(name, _seconds(project, "build"), check, plain)
    for path, text in texts.items():
        (project / path).write_text(text, encoding="utf-8")


def _previews(project: Path, check: float, plain: float) -> None:
    print("\npeerhub serve, from a save to the reader    seconds  x check  x MkDocs")
    command = [sys.executable, "-m", "peerhub", "--root", str(project), "serve"]
    serving = subprocess.Popen(
        [*command, "--address", "127.0.0.1:0"],
        env=_environment(project),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert serving.stderr is not None
    try:
        found = re.search(r"http://[\d.:]+/", serving.stderr.readline())
        assert found is not None
        serving.stderr.readline()
        _settled(serving.pid)
        for name, edit in EDITS.items():
            _reach(found[0], serving.pid, project, edit)  # once, so that all is at hand
            _row(name, _reach(found[0], serving.pid, project, edit), check, plain)
    finally:
        serving.kill()
        serving.wait()


def _reach(address: str, process: int, project: Path, edit: tuple[str, str, str]) -> float:
    """Return what it takes until an edit is shown; put the text back, and wait for quiet."""
    state, began = _state(address), _used(process)
    before = _edit(project, edit)
    _state(address, state)
    seconds = _used(process) - began
    state = _state(address)
    (project / edit[0]).write_text(before, encoding="utf-8")
    _state(address, state)
    _settled(process)
    return seconds


def _settled(process: int) -> None:
    """Wait until a process has had nothing to do for as long as a preview waits, and more."""
    used, quiet = _used(process), 0
    while quiet < 12:
        time.sleep(0.25)
        now = _used(process)
        used, quiet = now, quiet + 1 if now - used < 0.02 else 0


def _state(address: str, after: str = "") -> str:
    """Return the state that a preview shows, once it is another than the one given."""
    while True:
        with urllib.request.urlopen(f"{address}.preview/news?after={after}") as answer:
            state = str(json.load(answer)["state"])
        if state != after:
            return state


def _used(process: int) -> float:
    """Return the seconds of a processor that a process, and what it has waited for, used by now."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _edit(project: Path, edit: tuple[str, str, str]) -> str:
    """Make an edit and return the text as it was."""
    name, old, new = edit
    path = project / name
    before = path.read_text(encoding="utf-8")
    text = re.sub(old, new, before, count=1)
    assert text != before, f"{old!r} is no longer in {name}"
    path.write_text(text, encoding="utf-8")
    return before


def _row(name: str, seconds: float, check: float, plain: float) -> None:
    print(f"{name:44}{seconds:7.2f}{seconds / check:9.2f}{seconds / plain:10.2f}", flush=True)


if __name__ == "__main__":
    main()
