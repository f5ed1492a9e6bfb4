"""A whole build: what it makes, what it leaves alone, and that it makes the same again."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.questions.poster_files import copies, kinds, poster_path, previews
from tests.projects import ROOT, real_project

pytestmark = pytest.mark.slow


def build(root: Path) -> subprocess.CompletedProcess[str]:
    return run(root, "build")


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "peerhub", "--root", str(root), *arguments],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": str(root / "src"),
            "SOURCE_DATE_EPOCH": "1795392000",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project_and_words(tmp_path_factory, built_site) -> tuple[Path, str]:
    """A copy of the real project, built after the project itself, and what that build said."""
    root = real_project(tmp_path_factory.mktemp("project"))
    shutil.copy(ROOT / "requirements.lock", root)  # the manifest tells of it
    # What is printed is kept by its content, so a copy of the project may share the store.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache", target_is_directory=True)
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root, done.stdout


@pytest.fixture(scope="module")
def project(project_and_words) -> Path:
    return project_and_words[0]


def test_there_is_a_page_for_each_force_and_every_poster_for_each_uk_force(project):
    found = load(ROOT)
    site = project / "site"
    for force in found.forces:
        assert (site / "forces" / force.id / "index.html").is_file()
    for poster in found.posters:
        made = {path.name for path in (site / "posters" / poster.id).iterdir()}
        shown = {
            Path(path).name
            for force in found.uk_forces
            for _, path in previews(poster, force, found.languages)
        }
        assert made == {
            f"picture{small}{tongue}.webp" for small in ("", "-small") for tongue in ("", "-cy")
        } | shown | {
            Path(poster_path(poster.id, force.id, size, language, kind)).name
            for force in found.uk_forces
            for size, language in copies(poster, force, found.languages)
            for kind in kinds(size)
        }
    packs = {path.name for path in (site / "posters" / "packs").iterdir()}
    assert packs == {f"{force.id}.zip" for force in found.uk_forces}


def test_a_build_with_nothing_changed_does_nothing_and_says_so(project):
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        f"Nothing has changed: the site in {project / 'site'} is what a build would make.\n"
    )
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == before


def test_a_build_elsewhere_renders_nothing_says_so_and_makes_the_same_bytes(
    project_and_words, built_site
):
    project, said = project_and_words
    assert "0 made" in said
    assert digest(project / "site") == digest(built_site)


@pytest.mark.nightly
def test_a_remark_in_the_data_changes_nothing_but_what_is_told_of_the_sources(project):
    before = digest(project / "site")
    with (project / "data" / "forces.yml").open("a", encoding="utf-8") as file:
        file.write("# A remark changes nothing.\n")
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert "0 made" in done.stdout
    after = digest(project / "site")
    # The manifest names the sources as well, and one of them has a remark more.
    assert {name for name in after if after[name] != before.get(name)} == {"manifest.json"}
    assert set(after) == set(before)


@contextmanager
def renamed(project: Path) -> Iterator[None]:
    """Give one force another name: a new one, since the store holds what earlier runs have made."""
    file = project / "data" / "forces.yml"
    text = file.read_text(encoding="utf-8")
    name = f"name: Kent {secrets.token_hex(3)}"
    file.write_text(text.replace("name: Kent Police", name), encoding="utf-8")
    yield
    file.write_text(text, encoding="utf-8")


def posters_of_kent() -> set[str]:
    return {f"{one.id}/kent-{size}.pdf" for one in load(ROOT).posters for size in one.sizes}


def test_changing_one_force_renders_its_posters_and_no_other(project, tmp_path):
    with renamed(project):
        done = run(project, "posters", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    own = posters_of_kent()
    assert f"{len(own)} made" in done.stdout
    before, after = project / "site" / "posters", tmp_path / "posters"
    names = {path.relative_to(after).as_posix() for path in after.rglob("*.pdf")}
    changed = {
        name for name in names if (before / name).read_bytes() != (after / name).read_bytes()
    }
    assert changed == own


@pytest.mark.nightly
def test_a_build_with_one_force_changed_changes_its_posters_pictures_and_pack(project):
    before = digest(project / "site" / "posters")
    with renamed(project):
        done = build(project)
    assert done.returncode == 0, done.stderr
    hub = load(ROOT)
    after = digest(project / "site" / "posters")
    changed = {
        "/".join(Path(name).parts[-2:])
        for name in before
        if name.endswith((".pdf", ".zip", ".webp")) and before[name] != after[name]
    }
    seen = [previews(one, hub.force_by_id["kent"], hub.languages) for one in hub.posters]
    shown = {"/".join(Path(path).parts[-2:]) for found in seen for _, path in found}
    assert changed == posters_of_kent() | shown | {"packs/kent.zip", "make/poster-maker.zip"}


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "data/forces.yml",
            "region: south-west",
            "region: south-wst",
            "there is no region 'south-wst'. Did you mean 'south-west'?",
        ),
        pytest.param(
            "docs/index.md",
            "owner: hub-editors",
            "owner: nobody",
            "there is no owner 'nobody'",
            marks=pytest.mark.nightly,
        ),
        pytest.param(
            "docs/index.md", "title:", "title: [", "docs/index.md:", marks=pytest.mark.nightly
        ),
        (
            "docs/train/index.md",
            "[",
            "[Gone](/gone/) [",
            ": the link to /gone/ leads to no page.",
        ),
        (
            "docs/train/modules/listening.md",
            "## Trainer notes\n",
            '{{ services("urgnt") }}\n\n## Trainer notes\n',
            '{{ services("urgnt") }} does not work '
            "(level 'urgnt' is none of danger, urgent, rest).",
        ),
    ],
)
def test_a_fault_stops_the_build_and_the_last_good_site_stays(project, name, old, new, said):
    before = digest(project / "site")
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        done = build(project)
    finally:
        file.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert digest(project / "site") == before
    assert sorted(path.name for path in project.iterdir() if "site" in path.name) == ["site"]


@pytest.mark.nightly
def test_the_same_tree_builds_under_properdocs_with_the_same_pages(project, tmp_path):
    assert build(project).returncode == 0  # of a tree that is as it was
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "properdocs",
            "build",
            "--strict",
            "-q",
            "-f",
            str(project / "mkdocs.yml"),
            "-d",
            str(tmp_path / "site"),
        ],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(project / "src"),
            "SOURCE_DATE_EPOCH": "1795392000",
            "NO_MKDOCS_2_WARNING": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = digest(project / "site"), digest(tmp_path / "site")
    pages = [name for name in ours if name.endswith(".html")]
    assert pages
    assert [name for name in pages if ours[name] != theirs.get(name)] == []


@pytest.mark.nightly
def test_mkdocs_itself_builds_strictly_without_a_warning(project, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")],
        cwd=project,
        env={
            **os.environ,
            "PYTHONPATH": str(project / "src"),
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stdout + done.stderr
