"""Small whole projects to test with: the real one copied, or one of two forces and no pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from peerhub.catalogue import Issues, load

ROOT = Path(__file__).resolve().parents[1]

SITE = """\
site:
  name: Hub
  purpose: A hub for tests.
  address: https://hub.example/
  contact: contact@oscarkilo.org.uk
  edition: '2026.1'
  dated: 2026-11-23
owners:
- id: hub-editors
  name: Hub editors
  mailbox: contact@oscarkilo.org.uk
"""
FORCES = """\
defaults:
  owner: hub-editors
  review_by: 2027-05-01
regions:
- id: north
  name: North
forces:
- id: eastshire
  name: Eastshire Police
  short_name: Eastshire
  nation: England
  type: territorial
  region: north
  website: https://www.eastshire.example/
  neighbours: [westshire]
  tile: {row: 0, col: 1}
- id: westshire
  name: Westshire Police
  short_name: Westshire
  nation: England
  type: territorial
  region: north
  website: https://www.westshire.example/
  neighbours: [eastshire]
  tile: {row: 0, col: 0}
"""
SERVICES = """\
defaults:
  owner: hub-editors
  review_by: 2027-05-01
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
  nations: [England]
  hours: 24 hours, every day
  phone: 0300 131 2789
  publish: 'yes'
  last_checked: 2026-11-01
"""
EVENT = """\
events:
- id: open-day
  owner: hub-editors
  review_by: 2027-05-01
  title: Open day
  kind: networking
  date: 2027-03-01
  audience: Everyone
  status: planned
  revision: 0
  updated: 2026-11-23
  summary: A day to meet.
"""
SMALL = {
    "site.yml": SITE,
    "forces.yml": FORCES,
    "services.yml": SERVICES,
    "evidence.yml": "evidence: []\n",
    "events.yml": "events: []\n",
    "modules.yml": "modules: []\n",
    "workshops.yml": "workshops: []\n",
    "posters.yml": "posters: []\n",
    "drawings.yml": "drawings: []\n",
    "indicators.yml": "indicators: []\n",
    "languages.yml": "languages: []\n",
    "search.yml": "synonyms: []\ncrisis: []\n",
}


def small_project(folder: Path, **files: str | bytes | None) -> Path:
    """Write a small sound project, some of its data files replaced (`forces="…"`) or left out."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "data").mkdir(exist_ok=True)
    for name, text in SMALL.items():
        text = files.get(name.removesuffix(".yml"), text)
        if isinstance(text, bytes):
            (folder / "data" / name).write_bytes(text)
        elif text is not None:
            (folder / "data" / name).write_text(text, encoding="utf-8")
    return folder


def real_project(folder: Path) -> Path:
    """Copy the real project's sources, to be changed at will."""
    for name in ("data", "docs", "hooks", "materials", "overrides", "src"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def reworded(record: Any, language: str = "en", **words: Any) -> Any:
    """Return a poster with other words in a language; only that language is looked at."""
    held = {**record.words, language: record.words[language].model_copy(update=words)}
    return record.model_copy(update={"words": held})


def in_english(poster: Any, **others: Any) -> Any:
    """Return a poster without its other languages."""
    return poster.model_copy(update={"words": {"en": poster.english}, **others})


def problems(root: Path) -> list[str]:
    """Return what `peerhub check` would print of a project, a line for each problem."""
    try:
        load(root)
    except Issues as issues:
        return [issue.as_text() for issue in issues.issues]
    return []
