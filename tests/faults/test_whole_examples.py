"""Examples that take more than one snippet: each is put into a world that is sound without it."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from peerhub.catalogue import load
from peerhub.catalogue.address_ledger import write_address_ledger
from peerhub.catalogue.ledger import write_ledger
from peerhub.catalogue.poster_ledger import write_poster_ledger
from peerhub.catalogue.reminders import reminders
from peerhub.catalogue.service_ledger import write_service_ledger
from peerhub.editions.pins import unfit
from peerhub.faults.rule import Rule, rules
from peerhub.finish.furniture import helpless
from peerhub.orders.fitting import unfitting
from peerhub.proofread.parts import listed, unsound_part, unsound_parts
from peerhub.proofread.run import proofread
from peerhub.proofread.settings import unsound_settings
from tests.faults.test_examples import END, FRONT, MACROS, WHOLE_PROJECT, codes
from tests.projects import EVENT, FORCES, ROOT, SERVICES, SITE, in_english, reworded, small_project

SOURCE = """\
- id: {id}
  owner: hub-editors
  review_by: 2027-05-01
  short: A study that was {id}, 2020
  body: A body
  title: A study
  year: 2020
  kind: study
  design: trial
  about: peer-support
  url: https://www.example.org/
  finding: It found something.
  limits: It was small.
  use_for: Our words.
  confidence: {confidence}
"""
EVIDENCE = "evidence:\n" + "".join(
    SOURCE.format(id=name, confidence=level)
    for name, level in (("read", "high"), ("unread", "medium"))
)
MODULE = """\
- id: {id}
  owner: hub-editors
  review_by: 2027-05-01
  title: Small {id}
  strand: supporter
  summary: A small one.
  minutes: 5
  outcomes: [Show it]
  evidence: [read]
  needs: [Pens]
  steps:
  - title: Only
    minutes: 5
    method: talk
    slide: [You listen., 'Now: listen to a neighbour.']
    trainer: Talk.
    people: Listen.
    priority: must
"""
NAMES = ("listening", "looking-after-yourself")
MODULES = "modules:\n" + "".join(MODULE.format(id=name) for name in NAMES)
TEXT = (
    FRONT.split("Ring")[0]
    + """\
People feel heard {{ cite("read") }}.
{: .lead }

## Activity: one

## Knowledge check

1. Who speaks first?

## Trainer notes

### Answers to the knowledge check

1. The other person: a silence leaves them room.
"""
)
WORKSHOPS = """\
workshops:
- id: first-day
  owner: hub-editors
  review_by: 2027-05-01
  title: First day
  summary: A day.
  audience: Everyone
  group: {min: 4, max: 12}
  trainers: 2
  forms: [evaluation]
  days:
  - title: Day one
    start: '09:00'
    items:
    - module: listening
    - module: looking-after-yourself
    - session: A long talk
      minutes: 300
"""
POSTER = """\
posters:
- id: a-poster
  owner: hub-editors
  review_by: 2027-05-01
  summary: A poster.
  audience: Everyone
  code: T1
  readers: everyone
  requires: nothing
  layout: hands
  sizes: [a4]
  words:
    en:
      title: Talk
      headline: [Talk]
      who: Somebody
      contact: Reach us
      write_in: [Mailbox]
      scan: Scan
      danger: [Call 999]
      hours: At every hour
"""
MADE = {"guidance/confidentiality.md"}
DRAWINGS = """\
drawings:
- id: a-drawing
  owner: hub-editors
  review_by: 2027-05-01
  title: Chairs
  shape: row
  says: Three chairs.
  parts:
  - {art: chair, label: Speaker}
  - {art: chair, label: Listener}
  - {art: chair, label: Observer}
"""
ART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><circle r="1"/></svg>'
SHORT = "someone is at risk"
LIMITS = """\
  limits:
    short: someone is at risk
    full: [someone is at risk]
    opening: It stays private, unless someone is at risk.
"""
WHEN = dt.date(2026, 11, 23)
Trial = Callable[[Path, str, Rule], set[str]]
"""Puts an example into a project and returns the codes of the faults that are found."""


def world(root: Path, *, docs: str = "", **files) -> Path:
    """Write a sound project of two modules and a workshop, with a page of some words."""
    held = {"evidence": EVIDENCE, "modules": MODULES, "workshops": WORKSHOPS}
    small_project(root, **{**held, **files})
    place = root / "docs/train/modules"
    place.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (place / f"{name}.md").write_text(TEXT)
    for name, text in (("support", "Call."), ("example", docs or "Ring.")):
        (root / f"docs/{name}.md").write_text(FRONT + text + END)
    return root


def swapped(base: str, right: str, wrong: str) -> str:
    """Return a text with an example's lines in the place of its right ones, line by line."""
    for one, other in zip(right.strip().split("\n"), wrong.strip().split("\n"), strict=True):
        assert one.strip() in base, one
        base = base.replace(one.strip(), other.strip(), 1)
    return base


def data(name: str, base: str, before: Callable[[Path], object] = lambda _: None) -> Trial:
    """Return how an example is tried in a data file; `before` sees the file as it was."""

    def trial(root: Path, text: str, rule: Rule) -> set[str]:
        before(world(root, **{name: base}))
        return codes(world(root, **{name: swapped(base, rule.right, text)}))

    return trial


def text(root: Path, words: str, rule: Rule) -> set[str]:
    """Try an example in the text of a module."""
    file = world(root) / "docs/train/modules/listening.md"
    file.write_text(swapped(TEXT, rule.right, words))
    return codes(root)


def part(root: Path, words: str, rule: Rule) -> set[str]:
    """Try an example as a part of every page."""
    file = root / rule.file
    file.parent.mkdir(parents=True)
    file.write_text(words)
    return {one.code.value for one in unsound_part(root, file)}


def reminded(name: str, base: str, before: Callable[[Path], object] = lambda _: None) -> Trial:
    """Return how an example is tried of which an editor is reminded, and no more."""

    def trial(root: Path, words: str, rule: Rule) -> set[str]:
        before(world(root, **{name: base}))
        world(root, **{name: swapped(base, rule.right, words)})
        return {one.code.value for one in reminders(load(root), root, WHEN)}

    return trial


def looked_up(root: Path, words: str, rule: Rule) -> set[str]:
    """Try a number of a service that was looked up before it changed."""
    write_service_ledger(root, load(world(root)).services)
    before = "phone: 0300 131 2789\n  publish: 'yes'\n  last_checked: 2026-11-01"
    assert before in SERVICES
    after = words.strip().replace("\n", "\n  publish: 'yes'\n  ")
    return codes(world(root, services=SERVICES.replace(before, after)))


def not_text(root: Path, words: str, _: Rule) -> set[str]:
    is_wrong = "Windows" in words
    return codes(world(root, events=words.encode("cp1252" if is_wrong else "utf-8")))


def a_time(root: Path, words: str, _: Rule) -> set[str]:
    return codes(world(root, events=EVENT + "".join(f"  {one}\n" for one in words.splitlines())))


def a_poster(root: Path, words: str, rule: Rule) -> set[str]:
    """Try an example in a poster of which copies have been printed."""
    (root / "materials/posters/hands").mkdir(parents=True)
    held = load(world(root, posters=POSTER))
    write_poster_ledger(root, held.posters, held.services)
    return codes(world(root, posters=swapped(POSTER, rule.right, words)), ("PH065", "PH084"))


def some_art(root: Path, words: str, rule: Rule) -> set[str]:
    """Try the line art of a drawing, in a project that has one piece."""
    place = root / "materials/drawings"
    place.mkdir(parents=True)
    (place / "chair.svg").write_text(ART)
    return codes(world(root, drawings=swapped(DRAWINGS, rule.right, words)))


def too_long(root: Path, words: str, rule: Rule) -> set[str]:
    """Try the headline in a design of the hub's own."""
    hub = load(ROOT)
    headline = tuple(yaml.safe_load(words)["headline"])
    tried = reworded(in_english(hub.posters[0], sizes=("a4",)), headline=headline)
    found = unfitting(ROOT, hub, [tried])
    return {one.code.value for one in found}


def an_edition(root: Path, words: str, _: Rule) -> set[str]:
    event = EVENT + f"  workshop: first-day\n  {words.strip()}\n"
    event += "  start: '09:00'\n  end: '14:10'\n"
    world(root, events=event)
    return codes(root) or {one.code.value for one in unfit(root, load(root))}


def a_lost_page(root: Path, words: str, rule: Rule) -> set[str]:
    world(root)
    (root / "docs/guidance").mkdir()
    write_address_ledger(root, ["/guidance/notes/", "/example/"])
    front = FRONT.split("title:")[0] + words + FRONT[FRONT.index("owner:") :] + END
    (root / rule.file).write_text(front)
    found = proofread(root, MADE, MACROS, None, load(root).pages)
    return {one.code.value for one in found} - {"PH065"}


def limits(root: Path, words: str, _: Rule) -> set[str]:
    site = SITE.replace("owners:", f"{LIMITS}owners:")
    return codes(world(root, site=site, docs=words.replace("{{ limits() }}", SHORT)))


def taken_back(root: Path, words: str, _: Rule) -> set[str]:
    world(root, docs=words)
    recall = {"kind": "number", "what": "01632 960 999", "called": "A line", "on": "2026-11-01"}
    file = root / "data/ledger/recalled.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps([{**recall, "words": ["01632960999"]}]))
    return codes(root)


def addresses(root: Path, words: str, _: Rule) -> set[str]:
    """Try pages at the paths that an example names."""
    world(root)
    (root / "docs/example.md").unlink()
    for name in re.findall(r"docs/[\w /-]+\.md", words):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(FRONT + "Ring." + END)
    return codes(root)


def essential(root: Path, words: str, rule: Rule) -> set[str]:
    world(root)
    if "not there" in words:
        (root / rule.file).unlink()
    (root / "docs/index.md").write_text(FRONT + "Ring." + END)
    found = proofread(root, frozenset(), MACROS)
    return {one.code.value for one in found if one.file == rule.file}


def missing(root: Path, words: str, rule: Rule) -> set[str]:
    """Try a project with empty parts, one of which is there or not."""
    for name in listed():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    if "not there" in words:
        (root / rule.file).unlink()
    return {one.code.value for one in unsound_parts(root) if one.file == rule.file} & {"PH084"}


def settings(root: Path, words: str, rule: Rule) -> set[str]:
    for folder in ("data", "materials", "overrides", "hooks", "src"):
        (root / folder).mkdir(parents=True)
    (root / rule.file).write_text(swapped((ROOT / rule.file).read_text(), rule.right, words))
    return {one.code.value for one in unsound_settings(root)}


def a_built_page(root: Path, words: str, _: Rule) -> set[str]:
    root.mkdir()
    rest = '<a href="#main">Skip</a><a href="/support/">Help</a><main id="main"></main>'
    (root / "index.html").write_text(words + rest)
    return {"PH085"} if helpless(root, ["tel:999"]) else set()


TRIALS: dict[str, Trial] = {
    "PH002": not_text,
    "PH019": a_time,
    "PH024": too_long,
    "PH033": data("modules", MODULES),
    "PH035": data("events", EVENT, lambda root: write_ledger(root, load(root).events)),
    "PH036": a_poster,
    "PH037": a_poster,
    "PH038": data("workshops", WORKSHOPS),
    "PH039": an_edition,
    "PH040": data("workshops", WORKSHOPS),
    "PH041": data("modules", MODULES),
    "PH042": text,
    "PH043": text,
    "PH044": data("workshops", WORKSHOPS),
    "PH045": looked_up,
    "PH046": a_lost_page,
    "PH047": some_art,
    "PH048": text,
    "PH056": limits,
    "PH058": taken_back,
    "PH064": addresses,
    "PH065": essential,
    "PH066": addresses,
    "PH080": part,
    "PH081": part,
    "PH082": part,
    "PH083": settings,
    "PH084": missing,
    "PH085": a_built_page,
    "PH086": part,
    "PH090": reminded("forces", FORCES),
    "PH091": reminded("events", EVENT, lambda root: write_ledger(root, load(root).events)),
    "PH092": reminded("events", EVENT),
    "PH093": reminded("site", SITE),
}


def test_every_example_is_tried():
    assert set(TRIALS) == set(WHOLE_PROJECT)


@pytest.mark.parametrize("code", sorted(TRIALS))
def test_a_whole_example_is_as_it_says(code, tmp_path):
    rule = rules()[type(next(iter(rules())))(code)]
    assert code in TRIALS[code](tmp_path / "wrong", rule.wrong, rule)
    assert code not in TRIALS[code](tmp_path / "right", rule.right, rule)
