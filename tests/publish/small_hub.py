"""A whole hub of two invented forces and three short modules, quick to build again and again.

Its look, its papers and its program are the real ones; its pages and data are invented.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from peerhub.proofread.addresses import ESSENTIAL
from tests.projects import FORCES, ROOT

ADDRESS = "https://hub.police.uk/"

SITE = f"""\
site:
  name: Peer Support Hub
  purpose: A hub for tests.
  address: {ADDRESS}
  contact: contact@oscarkilo.org.uk
  edition: '2026.1'
  dated: 2026-11-23
  limits:
    short: someone is at risk
    full: [someone is at risk of serious harm]
    opening: This stays between us, unless someone is at risk.
owners:
- id: hub-editors
  name: Hub editors
  mailbox: contact@oscarkilo.org.uk
"""
SERVICES = """\
defaults:
  owner: hub-editors
  review_by: 2037-05-01
services:
- id: '999'
  name: Emergency services
  category: emergency
  urgent: true
  what: Danger to life.
  who: Anyone
  nations: [England, Wales, Scotland, Northern Ireland]
  hours: 24 hours, every day
  phone: '999'
  publish: 'yes'
  last_checked: 2026-11-01
- id: helpline
  name: Helpline
  category: crisis
  urgent: true
  what: Somebody to talk to.
  who: Anyone
  nations: [England, Wales, Scotland, Northern Ireland]
  hours: 24 hours, every day
  phone: {number}
  publish: 'yes'
  last_checked: {checked}
"""
TEXT_LINE = """\
- id: text-line
  name: Text line
  category: crisis
  urgent: true
  what: Somebody to talk to.
  who: Anyone
  nations: [England, Wales, Scotland, Northern Ireland]
  hours: 24 hours, every day
  phone: {number}
  publish: 'yes'
  last_checked: 2026-11-01
"""
DEFAULTS = "defaults:\n  owner: hub-editors\n  review_by: 2037-11-23\n"
MODULE = """\
- id: {id}
  title: {title}
  strand: supporter
  summary: How to {id} well.
  minutes: {minutes}
  outcomes: [{outcome}]
  steps:
  - title: Begin
    minutes: {minutes}
    method: talk
    slide: [One thing to hold on to., "Now: say hello."]
    trainer: Welcome everyone.
    people: Say hello.
    priority: must
"""
LESSON = """\
## To read

{words}

## Activity: say hello

Say hello to somebody.

## Knowledge check

1. What do you say?

{next}## Trainer notes

Take your time.

### Answers to the knowledge check

1. Hello.
"""
WORKSHOP = """\
workshops:
- id: one-day
  art: megaphone
  title: One day
  summary: A day to begin with.
  audience: New supporters
  group: {{min: 4, max: 12}}
  trainers: 2
  forms: [attendance]
  days:
  - title: The day
    start: "09:30"
    end: "{end}"
    items: [{items}]
"""
EVENT = """\
- id: {id}
  title: {title}
  kind: networking
  date: {date}
  start: "10:00"
  end: "12:00"
  where: {{place: Invented Hall}}
  audience: Everyone
  booking: {{by: email, mailbox: peer.support@eastshire.police.uk}}
  status: {status}
  revision: {revision}
  updated: {updated}
  summary: A morning to meet.
{more}"""
CALLS = {
    "support.md": '{{ services("danger") }}\n\n{{ services("urgent") }}',
    "events/index.md": "{{ events() }}\n\n{{ calendars() }}",
    "posters/index.md": "{{ posters() }}",
    "posters/make.md": "{{ poster_maker() }}",
    "forces/index.md": "{{ force_picture() }}\n\n{{ force_downloads() }}",
    "train/index.md": "{{ workshops() }}",
    "guidance/confidentiality.md": "This stays private, unless {{ limits() }}.",
    "about/editions.md": "{{ edition_list() }}\n\n{{ edition_changes() }}{{ edition_compare() }}",
    "about/verify.md": "{{ verifier() }}",
    "network/index.md": "## An online community on LinkedIn\n\nWords.",
    "posters/recalled.md": "{{ recalls() }}",
}
SCRIPTS = {
    "events/index.md": "[events.js]",
    "posters/make.md": (
        "[kept-force.js, lean-qr.js, maker-data.js, maker-rules.js, maker-sheet.js, maker.js]"
    ),
    "about/editions.md": "[edition-changes.js]",
    "about/verify.md": "[digest.js, verify.js]",
}


NEXT = "## What to do next\n\n- [Need to talk now?](/support/)\n"
LESSONS = "train/modules/"


def _poster() -> str:
    """Return the hub's first design alone, in English and on one sheet."""
    held = yaml.safe_load((ROOT / "data/posters.yml").read_text(encoding="utf-8"))
    first = held["posters"][0]
    english = {"words": {"en": first["words"]["en"]}, "sizes": ["a4"]}
    one = {"defaults": held["defaults"], "posters": [{**first, **english}]}
    return yaml.safe_dump(one, allow_unicode=True, sort_keys=False)


MORE = (
    *("about/editing/index.md", "about/editions.md", "about/formats.md", "about/using.md"),
    "about/verify.md",
    *("guidance/selection.md", "posters/recalled.md"),
)
"""Pages that others lead to, beside those that no hub can be without."""


class SmallHub:
    """A project at `root`, whose data can be changed between one edition and the next."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("hooks", "materials", "overrides", "src"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", root)
        shutil.copy(ROOT / "requirements.lock", root)
        (root / "data").mkdir()
        shutil.copy(ROOT / "data/languages.yml", root / "data")
        self.data("site", SITE)
        self.data("forces", FORCES.replace(".example", ".police.uk"))
        self.data("evidence", "evidence: []\n")
        self.data("drawings", "drawings: []\n")
        self.data("indicators", "indicators: []\n")
        self.data("search", "synonyms: []\ncrisis: []\n")
        self.data("posters", _poster())
        for path in (*ESSENTIAL, *MORE):
            self.page(path, CALLS.get(path, "Words of this page."), SCRIPTS.get(path, ""))

    def data(self, name: str, text: str) -> None:
        """Write one data file."""
        (self.root / "data" / f"{name}.yml").write_text(text, encoding="utf-8")

    def page(self, path: str, words: str, scripts: str = "", **more: str) -> None:
        """Write one page below `docs`."""
        file = self.root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        title = Path(path).stem.replace("-", " ").capitalize()
        said = {"title": f"{title} page", "description": f"What the page {path} is for."}
        said |= {"owner": "hub-editors", "review_by": "2037-11-23", **more}
        if path == "support.md":
            said["kind"] = "urgent"
        if path == "index.md":
            said["kind"] = "home"
        if path == "search.md":
            said["template"] = "search.html"
        if scripts:
            said["scripts"] = scripts
        head = "".join(f"{key}: {value}\n" for key, value in said.items())
        end = "" if path.startswith(LESSONS) and path != LESSONS + "index.md" else f"\n\n{NEXT}"
        lead = "This page says one thing.\n{: .lead }"
        file.write_text(f"---\n{head}---\n\n{lead}\n\n{words}{end}")

    def lesson(self, module: str, words: str = "Words for everyone.", **more: str) -> None:
        """Write the text of a module, for participants and for trainers."""
        self.page(f"{LESSONS}{module}.md", LESSON.format(words=words, next=f"{NEXT}\n"), **more)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the hub's command in the project."""
        return subprocess.run(
            [sys.executable, "-m", "peerhub", "--root", str(self.root), *words],
            cwd=self.root,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(self.root / "src"), "HOME": "/tmp"},
            capture_output=True,
            text=True,
            check=False,
        )
