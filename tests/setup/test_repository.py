"""What is committed stands on its own: exact, free of addresses, and checked by one command."""

import json
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parents[2]
LOCKS = (
    "requirements.lock",
    "requirements-test.lock",
    "requirements-scale.lock",
    "requirements-s3-server.lock",
)
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("crates", "io"),
        ("deb", "debian", "org"),
        ("jsdelivr", "net"),
        ("npmjs", "com"),
        ("npmjs", "org"),
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("rubygems", "org"),
        ("unpkg", "com"),
    )
]
ELSEWHERE = re.compile(r"(?<![\w./$}\])-])/(?:home|mnt|opt|root|srv|tmp|Users|work)/\w")
"""The start of an absolute path to a place that only one machine has."""


def committed() -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=PROJECT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (PROJECT / name).is_file():
            yield PROJECT / name


def lines_that(matches: re.Pattern[str]) -> list[str]:
    found = []
    for path in committed():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8").splitlines(), start=1):
            if matches.search(line):
                found.append(f"{path.relative_to(PROJECT)}:{number}: {line.strip()[:100]}")
    return found


def requirements(lock: str) -> list[str]:
    """Return the requirements of a lock file, each with its hashes on one line."""
    text = (PROJECT / lock).read_text().replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_is_exact_and_has_a_hash(lock: str) -> None:
    pattern = re.compile(r"[a-z0-9.-]+==\S+( +--hash=sha256:[0-9a-f]{64})+")
    assert requirements(lock)
    assert [line for line in requirements(lock) if not pattern.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address_and_says_how_to_make_it_again(lock: str) -> None:
    text = (PROJECT / lock).read_text()
    assert "http" not in text
    assert text.splitlines()[0].endswith("run: make lock")


def test_the_inspectors_are_locked_by_digest_and_without_an_address() -> None:
    place = PROJECT / "setup" / "inspectors"
    asked = json.loads((place / "package.json").read_text())["dependencies"]
    text = (place / "deno.lock").read_text()
    locked = json.loads(text)
    assert [one for one in locked["npm"].values() if not one.get("integrity")] == []
    assert {one.split("_")[0] for one in locked["workspace"]["packageJson"]["dependencies"]} == {
        f"npm:{name}@{version}" for name, version in asked.items()
    }
    assert "://" not in text


def test_the_locks_agree_where_they_overlap() -> None:
    versions: dict[str, set[str]] = {}
    for lock in LOCKS[:-1]:  # the last is of an environment of its own
        for line in requirements(lock):
            name, _, version = line.split()[0].partition("==")
            versions.setdefault(name, set()).add(version)
    assert {name for name, found in versions.items() if len(found) > 1} == set()


def test_no_committed_file_names_a_package_registry() -> None:
    hosts = "|".join(re.escape(host) for host in REGISTRIES)
    assert lines_that(re.compile(rf"\b(?:{hosts})\b")) == []


def test_no_committed_file_points_outside_the_project() -> None:
    assert lines_that(ELSEWHERE) == []


def test_ci_does_what_anybody_does_to_test() -> None:
    script = PROJECT / ".ci/run"
    assert os.access(script, os.X_OK)
    assert script.read_text().splitlines()[-2:] == ["export CI=true", "exec make test"]


def test_the_workflow_asks_for_no_rights_and_runs_no_strangers_code_with_ours() -> None:
    text = (PROJECT / ".github/workflows/ci.yml").read_text()
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert set(workflow["on"]) == {"push", "pull_request"}
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets" not in text
    commands = [step.get("run", "") for step in workflow["jobs"]["check"]["steps"]]
    assert commands[-2:] == ["make check FORMAT=github", ".ci/run"]
    assert not any("${{" in command for command in commands)


def test_actions_and_images_are_pinned_by_digest() -> None:
    text = (PROJECT / ".github/workflows/ci.yml").read_text()
    jobs = yaml.load(text, Loader=yaml.BaseLoader)["jobs"]
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    images = [one["image"] for one in jobs["check"]["strategy"]["matrix"]["include"]]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", one) for one in used)
    assert all(re.fullmatch(r"(debian:\w+@sha256:[0-9a-f]{64})?", one) for one in images)


def test_every_supported_python_is_tried() -> None:
    text = (PROJECT / ".github/workflows/ci.yml").read_text()
    matrix = yaml.load(text, Loader=yaml.BaseLoader)["jobs"]["check"]["strategy"]["matrix"]
    assert [one["system"] for one in matrix["include"]] == [
        "Debian 12, Python 3.11",
        "Debian 13, Python 3.13",
        "Ubuntu 24.04, Python 3.12",
    ]


def test_every_licence_that_is_named_has_its_text_and_no_other_has() -> None:
    entries = tomllib.loads((PROJECT / "REUSE.toml").read_text(encoding="utf-8"))["annotations"]
    named = {entry["SPDX-License-Identifier"] for entry in entries}
    assert entries[0]["path"] == "**"
    assert {path.stem for path in (PROJECT / "LICENSES").iterdir()} == named


@pytest.mark.parametrize(
    "script", ["setup/prepare", "setup/lock", "setup/try-on", "setup/audit", ".ci/run"]
)
def test_scripts_are_sound_and_can_be_run(script: str) -> None:
    assert os.access(PROJECT / script, os.X_OK)
    subprocess.run(["bash", "-n", script], cwd=PROJECT, check=True)


def test_make_help_names_every_command() -> None:
    shown = subprocess.run(
        ["make", "help"],
        cwd=PROJECT,
        env={key: value for key, value in os.environ.items() if not key.startswith("MAKE")},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    named = set(re.findall(r"^  make (\w+)", shown, re.MULTILINE))
    makefile = (PROJECT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    assert named == set(phony) - {"ready", "ready-test", "ready-night"}
