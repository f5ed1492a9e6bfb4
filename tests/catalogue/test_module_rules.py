"""A module has a text, cites the sources it lists, and shows the room slides that are sound."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.timetable import session_plan
from tests.projects import ROOT, problems, small_project

EVIDENCE = """\
evidence:
- id: study
  owner: hub-editors
  review_by: 2027-05-01
  short: A study, 2020
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
  confidence: high
"""
MODULE = """\
modules:
- id: small
  owner: hub-editors
  review_by: 2027-05-01
  title: Small
  strand: supporter
  summary: A small one.
  minutes: 5
  outcomes: [Show it]
  evidence: [study]
  steps:
  - title: Only
    minutes: 5
    method: talk
    slide:
    - You listen.
    - 'Now: listen to a neighbour.'
    trainer: Talk.
    people: Listen.
    priority: must
"""
TEXT = """\
---
title: Small
description: A small module to try rules on.
owner: hub-editors
review_by: 2027-05-01
---

A text ({{ cite("study") }}).

## Activity: one

## Knowledge check

## Trainer notes

### Answers to the knowledge check
"""
SLIDE = """\
    slide:
    - You listen.
    - 'Now: listen to a neighbour.'
"""


def told(folder, module: str = MODULE, text: str | None = TEXT) -> list[str]:
    root = small_project(folder, modules=module, evidence=EVIDENCE)
    if text is not None:
        (root / "docs/train/modules").mkdir(parents=True, exist_ok=True)
        (root / "docs/train/modules/small.md").write_text(text, encoding="utf-8")
    return problems(root)


def with_slide(*points: str) -> str:
    lines = "".join(f"    - {point}\n" for point in points)
    return MODULE.replace(SLIDE, f"    slide:\n{lines}")


def test_a_sound_module_has_no_problem(tmp_path):
    assert told(tmp_path) == []


def test_a_missing_slide_is_an_error_at_its_step(tmp_path):
    assert told(tmp_path, MODULE.replace(SLIDE, "")) == [
        "data/modules.yml:12:5: module 'small': 'steps, item 1' has no 'slide'. "
        "Add the line 'slide:' and below it a line '- …' for each."
    ]


def test_a_slide_without_points_is_an_error(tmp_path):
    assert told(tmp_path, MODULE.replace(SLIDE, "    slide: []\n")) == [
        "data/modules.yml:15:12: module 'small': this slide has 0 points. "
        "Write one to 6, the last of them with what to do now."
    ]


def test_a_slide_with_too_many_points_is_told_how_many_it_may_have(tmp_path):
    assert told(tmp_path, with_slide(*["You listen."] * 6, "'Now: listen.'")) == [
        "data/modules.yml:16:5: module 'small': this slide has 7 points. "
        "Write one to 6, the last of them with what to do now."
    ]


def test_a_point_that_is_too_long_is_told_how_long_it_may_be(tmp_path):
    assert told(tmp_path, with_slide(f"You {'x' * 37} {'x' * 39}", "'Now: listen.'")) == [
        "data/modules.yml:16:7: module 'small': this point of a slide has 81 letters. "
        "Write at most 80: the trainer says the rest."
    ]
    assert told(tmp_path, with_slide(f"You {'x' * 37} {'x' * 38}", "'Now: listen.'")) == []


def test_a_slide_ends_with_what_to_do_now(tmp_path):
    assert told(tmp_path, with_slide("You listen.", "Listen.")) == [
        "data/modules.yml:16:5: module 'small': this slide does not end with what to do now. "
        "Begin its last point with 'Now: '."
    ]


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("What you say stays private.", "stays private"),
        ("Keep it private.", "keep it private"),
        ("Respect their privacy.", "privacy"),
    ],
)
def test_a_slide_that_promises_privacy_says_its_limits_beside_it(tmp_path, point, said):
    assert told(tmp_path, with_slide(point, "'Now: listen.'")) == [
        f"data/modules.yml:16:5: the slide says '{said}' without its limits. "
        "Say on the same slide when it has to be shared, or leave it to the trainer."
    ]
    limits = "It cannot if someone is at risk."
    assert told(tmp_path, with_slide(point, limits, "'Now: listen.'")) == []


def test_limits_that_the_trainer_says_are_not_on_the_slide(tmp_path):
    limited = with_slide("Peer support is confidential.", "'Now: listen.'").replace(
        "trainer: Talk.", "trainer: Say that it ends where someone is at risk."
    )
    assert told(tmp_path, limited) == [
        "data/modules.yml:16:5: the slide says 'confidential' without its limits. "
        "Say on the same slide when it has to be shared, or leave it to the trainer."
    ]


def test_a_title_that_speaks_of_privacy_needs_the_limits_on_its_slide_too(tmp_path):
    titled = MODULE.replace("title: Only", "title: Why privacy matters")
    assert told(tmp_path, titled) == [
        "data/modules.yml:16:5: the slide says 'privacy' without its limits. "
        "Say on the same slide when it has to be shared, or leave it to the trainer."
    ]


def test_a_slide_makes_no_absolute_promise_and_blames_nobody(tmp_path):
    said = told(tmp_path, with_slide("It is 100% confidential, with limits.", "'Now: listen.'"))
    assert said == [
        "data/modules.yml:16:13: '100% confidential' promises what nobody can keep. "
        "Say what stays private, and its limits."
    ]
    said = told(tmp_path, with_slide("He committed suicide.", "'Now: listen.'"))
    assert (
        "data/modules.yml:16:10: 'committed suicide' sounds like a crime. Write 'died by suicide'."
    ) in said


def test_a_slide_that_speaks_of_suicide_asks_for_a_content_note(tmp_path):
    assert (
        "docs/train/modules/small.md:7:1: the module speaks of 'suicide' without a content note. "
        "Add content_note to 'small' in data/modules.yml."
    ) in told(tmp_path, with_slide("Ask about suicide.", "'Now: ask.'"))


def test_a_source_that_is_listed_and_never_cited_is_an_error(tmp_path):
    assert told(tmp_path, text=TEXT.replace('({{ cite("study") }})', "")) == [
        "data/modules.yml:10:14: module 'small' lists the source 'study' and never cites it. "
        "Cite it in docs/train/modules/small.md, or take it out here."
    ]


def test_a_source_may_be_cited_in_the_trainer_notes(tmp_path):
    text = TEXT.replace('({{ cite("study") }})', "")
    text = text.replace("## Trainer notes\n", "## Trainer notes\n\nSee ({{ cite('study') }}).\n")
    assert told(tmp_path, text=text) == []


def test_a_module_without_its_text_is_told_so_once(tmp_path):
    assert told(tmp_path, text=None) == [
        "data/modules.yml:2:7: module 'small' has no text. "
        "Write docs/train/modules/small.md, or correct the id."
    ]


def test_a_heading_that_a_text_lacks_is_named_in_plain_english(tmp_path):
    text = TEXT.replace("## Knowledge check\n", "").replace("## Activity: one\n", "")
    assert told(tmp_path, text=text) == [
        "docs/train/modules/small.md:7:1: the module's text has no activity. "
        "Add the heading '## Activity: …'.",
        "docs/train/modules/small.md:7:1: the module's text has no knowledge check. "
        "Add the heading '## Knowledge check'.",
    ]


def test_no_session_may_lose_its_beginning_its_end_or_what_nobody_may_leave_without():
    """The planner cuts every step that is not a must, so these have to be."""
    firm = ("content note", "urgent numbers", "whatever the clock says", "however short of time")
    loose = [
        (module.id, step.title)
        for module in load(ROOT).modules
        for step in module.steps
        if step.priority != "must"
        and (step is module.steps[-1] or any(one in step.trainer for one in firm))
    ]
    assert loose == []


def test_the_modules_that_insist_on_an_answer_keep_that_answer_when_time_runs_short():
    modules = load(ROOT).module_by_id
    for identity, title, question in (
        ("asking-about-suicide", "Whom you ring", "question five"),
        ("confidentiality", "One question for everyone", "question three"),
        ("stress-responses", "If somebody says it", "question six"),
        ("normalising-stress", "The limits, once more", "question six"),
        ("leaders-supporting-others", "Without the page", "questions three and six"),
        ("practice-in-threes", "Who takes over?", "question five"),
        ("safe-room", "Two to be sure of", "questions two and five"),
    ):
        plan = session_plan(modules[identity])
        (kept,) = [one.step for one in plan if one.step.title == title]
        assert kept.priority == "must", identity
        assert question in kept.trainer, identity
        assert plan[-1].ends == modules[identity].minutes
