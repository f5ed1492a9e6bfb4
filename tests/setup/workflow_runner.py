"""Runs the repository's workflows here as they stand, on a fake of their host.

Scripts are run by bash as the host does; of the actions, those that check out and those that hand
files from one job to another do the same with folders. `gh` is a program of ours that keeps issues
and proposals in a file, and `make` writes down what was asked of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.projects import ROOT

GH = """\
import json, os, pathlib, subprocess, sys
place = pathlib.Path(os.environ["FAKE_STATE"])
state = json.loads(place.read_text())
words = sys.argv[1:]
given = {word: words[at + 1] for at, word in enumerate(words) if word in (
    "--head", "--title", "--body-file", "--label")}
body = pathlib.Path(given["--body-file"]).read_text() if "--body-file" in given else ""
head = lambda one: subprocess.run(["git", "rev-parse", one["head"]], check=True, text=True,
    cwd=os.environ["FAKE_REMOTE"], capture_output=True).stdout.strip()
if words[:2] == ["auth", "setup-git"]:
    pass
elif words[:2] == ["pr", "list"]:
    held = [one for one in state["pulls"] if one["state"] == "open"]
    held = [one for one in held if one["head"] == given["--head"]] if "--head" in given else [
        one for one in held if head(one) == os.environ["COMMIT"]]
    print("".join(f"{one['number']}\\n" for one in held[:1]), end="")
elif words[:2] == ["pr", "create"]:
    state["pulls"].append({"number": 100 + len(state["pulls"]), "head": given["--head"],
        "title": given["--title"], "body": body, "label": given["--label"],
        "draft": "--draft" in words, "state": "open", "comments": [],
        "reviews": []})
elif words[:2] in (["pr", "comment"], ["issue", "comment"]):
    held = state["pulls"] if words[0] == "pr" else state["issues"]
    (one,) = [one for one in held if str(one["number"]) == words[2]]
    one["comments"] = [body]  # --edit-last
elif words[0] == "api" and words[-1].startswith(".[]"):
    pass  # nothing has been said on any line
elif words[:3] == ["api", "--method", "POST"] and words[3].endswith("/reviews"):
    (one,) = [one for one in state["pulls"] if str(one["number"]) == words[3].split("/")[-2]]
    one["reviews"].append(json.loads(pathlib.Path(words[words.index("--input") + 1]).read_text()))
else:
    sys.exit(f"gh knows no {words}")
place.write_text(json.dumps(state))
"""
MAKE = """\
#!/bin/sh
echo "make $*" >>"$FAKE_LOG"
if [ "$1" = offline ]; then mkdir -p offline && git rev-parse HEAD >offline/hub.zip; fi
"""
PEERHUB = """\
#!/bin/sh
PYTHONPATH="{src}" exec "{python}" -m peerhub --root "$PWD" "$@"
"""


@dataclass
class FakeHost:
    """A repository at a host, its issues and proposals, and the files that jobs hand on."""

    folder: Path
    files: dict[str, Path] = field(default_factory=dict)
    """The folders that were handed up, by name."""

    def __post_init__(self) -> None:
        self.remote, self.state = self.folder / "remote.git", self.folder / "state.json"
        self.log, self.tools = self.folder / "log", self.folder / "tools"
        self.tools.mkdir(parents=True)
        self.log.touch()
        self.state.write_text(json.dumps({"issues": [], "pulls": []}))
        (self.folder / "gh.py").write_text(GH)
        gh = f'#!/bin/sh\nexec "{sys.executable}" "{self.folder}/gh.py" "$@"\n'
        for name, text in (("gh", gh), ("make", MAKE)):
            (self.tools / name).write_text(text)
            (self.tools / name).chmod(0o755)

    def git(self, *words: str, cwd: Path | None = None) -> str:
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@hub.police.uk"]
        done = subprocess.run(
            ["git", *who, *words],
            cwd=cwd or self.remote,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def begin(self, project: Path) -> None:
        """Take a project as the first state of the repository."""
        self.git("init", "-q", "-b", "main", cwd=project)
        self.git("add", "-A", cwd=project)
        self.git("commit", "-qm", "One", cwd=project)
        self.git("clone", "-q", "--bare", str(project), str(self.remote), cwd=self.folder)

    def told(self) -> dict[str, Any]:
        return json.loads(self.state.read_text())

    def open_issue(self, number: int, body: str) -> Path:
        """Open an issue; return the file in which the host tells its workflows of it."""
        state = self.told()
        state["issues"].append({"number": number, "body": body, "comments": []})
        self.state.write_text(json.dumps(state))
        event = self.folder / f"event-{number}.json"
        event.write_text(json.dumps({"issue": {"number": number, "title": "x", "body": body}}))
        return event

    def proposed(self, head: str) -> str:
        """Return what the host tries of a proposal: the merge of its branch into main, not made.

        The first parent is main, the second the branch.
        """
        tree = self.git("merge-tree", "--write-tree", "main", head).splitlines()[0]
        made = self.git("commit-tree", tree, "-p", "main", "-p", head, "-m", "Try")
        self.git("update-ref", f"refs/heads/tried/{head}", made)
        return made

    def merge(self, number: int) -> str:
        """Merge a proposal as somebody with the right to do so; return the new state of main."""
        state = self.told()
        (pull,) = [one for one in state["pulls"] if one["number"] == number]
        work = self.folder / f"merge-{number}"
        self.git("clone", "-q", str(self.remote), str(work), cwd=self.folder)
        self.git("merge", "-q", "--no-ff", "-m", "Merge", f"origin/{pull['head']}", cwd=work)
        self.git("push", "-q", "origin", "main", cwd=work)
        pull |= {"state": "merged", "draft": False}
        self.state.write_text(json.dumps(state))
        return self.git("rev-parse", "main")

    def run(
        self, workflow: str, ref: str, known: dict[str, str], event: Path | None = None
    ) -> None:
        """Run every job of a workflow on a state; `known` gives what its expressions stand for."""
        held = yaml.safe_load((ROOT / ".github/workflows" / workflow).read_text(encoding="utf-8"))
        for name, job in held["jobs"].items():
            room = self.folder / f"{Path(workflow).stem}-{name}-{len(list(self.folder.iterdir()))}"
            temporary = room.with_name(f"{room.name}-temporary")
            room.mkdir()
            temporary.mkdir()
            known = {**known, "runner.temp": str(temporary), "github.token": "a-token"}
            for step in job["steps"]:
                self._step(step, room, ref, known, event)

    def _step(
        self, step: dict[str, Any], room: Path, ref: str, known: dict[str, str], event: Path | None
    ) -> None:
        given = {key: _filled(str(one), known) for key, one in step.get("with", {}).items()}
        action = step.get("uses", "").partition("@")[0]
        if action == "actions/checkout":
            self.git("clone", "-q", str(self.remote), str(room), cwd=self.folder)
            self.git("checkout", "-q", ref, cwd=room)
            program = room / ".venv/bin/peerhub"
            program.parent.mkdir(parents=True)
            program.write_text(PEERHUB.format(src=ROOT / "src", python=sys.executable))
            program.chmod(0o755)
        elif action == "actions/upload-artifact":
            self._take(given, room)
        elif action == "actions/download-artifact":
            shutil.copytree(self.files[given["name"]], room / given["path"], dirs_exist_ok=True)
        elif not action:
            env = {key: _filled(str(one), known) for key, one in step.get("env", {}).items()}
            self._script(step["run"], room, {**env, "RUNNER_TEMP": known["runner.temp"]}, event)
        else:
            raise AssertionError(f"no such action is known here: {action}")

    def _take(self, given: dict[str, str], room: Path) -> None:
        found = [one for line in given["path"].split() for one in sorted(room.glob(line))]
        if not found and given.get("if-no-files-found") == "ignore":
            return
        assert found, given
        place = self.folder / "files" / given["name"]
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for one in found:
            if one.is_dir():
                shutil.copytree(one, place, dirs_exist_ok=True)
            else:
                shutil.copy(one, place)
        self.files[given["name"]] = place

    def _script(self, script: str, room: Path, env: dict[str, str], event: Path | None) -> None:
        summary = room / "summary"
        environment = {
            **os.environ,
            **env,
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_EVENT_PATH": str(event or ""),
            "FAKE_STATE": str(self.state),
            "FAKE_LOG": str(self.log),
            "FAKE_REMOTE": str(self.remote),
        }
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=room,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"


def _filled(text: str, known: dict[str, str]) -> str:
    return re.sub(r"\$\{\{ *(\S+) *\}\}", lambda found: known[found[1]], text)
