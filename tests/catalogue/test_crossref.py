"""One mistake is one message, and no mistake hides another: ids, defaults and names."""

from __future__ import annotations

from tests.projects import EVENT, FORCES, problems, real_project, small_project

WORKSHOP = """\
workshops:
- id: first-day
  owner: hub-editors
  review_by: 2027-05-01
  title: First day
  summary: A day.
  audience: Everyone
  group: {min: 4, max: 12}
  trainers: two
  days:
  - title: Day one
    start: "09:30"
    items:
    - module: listning
    - break: 15
"""
MODULE = """\
modules:
- id: listening
  owner: hub-editors
  review_by: 2027-05-01
  title: Listening
  strand: supporter
  summary: To listen.
  minutes: 45
  outcomes: [Listen for five minutes.]
  steps:
  - title: Listen
    minutes: 40
    method: pairs
    slide: ['Now: listen.']
    trainer: Listen.
    people: Listen.
    priority: must
"""


def told(tmp_path, **files: str) -> list[str]:
    return problems(small_project(tmp_path, **files))


def test_an_unknown_id_is_reported_beside_a_misspelt_key(tmp_path):
    assert told(tmp_path, events=EVENT + "  forces: [eastshir]\n  plaes: 20\n") == [
        "data/events.yml:13:12: there is no force 'eastshir'. Did you mean 'eastshire'?",
        "data/events.yml:14:3: event 'open-day' has an unknown key 'plaes'. Did you mean 'places'?",
    ]


def test_an_unknown_module_is_reported_in_a_workshop_with_another_fault(tmp_path):
    found = told(tmp_path, workshops=WORKSHOP, modules=MODULE)
    assert [line for line in found if "workshops" in line] == [
        "data/workshops.yml:9:13: workshop 'first-day': 'trainers' should be a whole number, "
        "not 'two'. Write digits only, without quotes.",
        "data/workshops.yml:14:15: there is no module 'listning'. Did you mean 'listening'?",
    ]
    assert [line for line in found if "minutes" in line] == [
        "data/modules.yml:8:12: module 'listening': the steps take 40 minutes but the module says "
        "45. Change the steps, or write minutes: 40."
    ]


def test_a_bad_item_in_a_day_does_not_make_the_day_seem_empty(tmp_path):
    text = WORKSHOP.replace("trainers: two", "trainers: 2").replace("break: 15", "break: long")
    found = told(tmp_path, workshops=text.replace("listning", "listening"), modules=MODULE)
    assert [line for line in found if "workshops" in line] == [
        "data/workshops.yml:15:14: workshop 'first-day': 'days, item 1, items, item 2, break' "
        "should be a whole number, not 'long'. Write digits only, without quotes."
    ]


def test_a_force_without_an_id_is_one_message_though_others_name_it(tmp_path):
    text = FORCES.replace("- id: westshire\n  name", "- name")
    assert told(tmp_path, forces=text, events=EVENT + "  forces: [westshire]\n") == [
        "data/forces.yml:17:3: force number 2 has no 'id'. Add the line 'id: …'."
    ]


def test_a_duplicated_id_among_real_forces_is_one_message(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "forces.yml"
    text = file.read_text(encoding="utf-8").replace("- id: lancashire\n", "- id: kent\n")
    file.write_text(text, encoding="utf-8")
    assert len(problems(root)) == 1


def test_the_name_of_a_force_in_place_of_its_id_leads_to_the_id(tmp_path):
    assert told(tmp_path, events=EVENT + "  forces: [Eastshire Police]\n") == [
        "data/events.yml:13:12: there is no force 'Eastshire Police'. Did you mean 'eastshire'?"
    ]
    assert told(tmp_path, events=EVENT + "  forces: [eastshire-polce]\n") == [
        "data/events.yml:13:12: there is no force 'eastshire-polce'. Did you mean 'eastshire'?"
    ]


def test_a_misspelt_default_is_one_message(tmp_path):
    assert told(tmp_path, forces=FORCES.replace("  owner: hub", "  onwer: hub")) == [
        "data/forces.yml:2:3: the defaults have an unknown key 'onwer'. Did you mean 'owner'?"
    ]


def test_defaults_that_are_no_keys_are_one_message(tmp_path):
    text = FORCES.replace("defaults:\n  owner: hub-editors\n  review_by: 2027-05-01", "defaults: 3")
    assert told(tmp_path, forces=text) == [
        "data/forces.yml:1:11: the defaults should be a set of keys. "
        "Write 'key: value' lines, indented below it."
    ]


def test_defaults_may_hold_no_key_that_nothing_in_the_file_has(tmp_path):
    text = FORCES.replace("  owner: hub", "  id: all\n  colour: blue\n  owner: hub")
    assert told(tmp_path, forces=text) == [
        "data/forces.yml:2:3: the defaults have an unknown key 'id'. "
        "Take it out: no record of this file has it.",
        "data/forces.yml:3:3: the defaults have an unknown key 'colour'. "
        "Take it out: no record of this file has it.",
    ]


def test_a_key_given_twice_in_front_matter_hides_no_unknown_key(tmp_path):
    root = small_project(tmp_path)
    page = """\
---
title: A page
title: Another
description: A page that is there for this test alone.
ownr: hub-editors
review_by: 2027-05-01
---
Words without a lead.
"""
    (root / "docs" / "page.md").write_text(page, encoding="utf-8")
    assert problems(root) == [
        "docs/page.md:3:1: 'title' is given twice; the first is on line 2. Keep one of them.",
        "docs/page.md:5:1: the front matter has an unknown key 'ownr'. Did you mean 'owner'?",
        "docs/page.md:8:1: the page does not end with 'What to do next'. "
        "Add the section '## What to do next' at the end, with one link at least.",
        "docs/page.md:8:1: the page does not start with its purpose. "
        "Say in one sentence what the page is for, and write '{: .lead }' on the line below.",
    ]


def test_a_misspelt_id_is_told_at_its_own_record_however_many_places_name_it(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "forces.yml"
    text = file.read_text(encoding="utf-8")
    line = text[: text.index("- id: lancashire\n")].count("\n") + 1
    file.write_text(text.replace("- id: lancashire\n", "- id: lancashir\n"), encoding="utf-8")
    assert problems(root) == [
        f"data/forces.yml:{line}:7: nothing names the force 'lancashir', but 5 places "
        "'lancashire'. Write id: lancashire."
    ]


def test_an_unknown_id_that_many_places_name_is_counted(tmp_path):
    pages = [f"{page}.md" for page in ("a", "b", "c")]
    root = small_project(tmp_path)
    for page in pages:
        (root / "docs" / page).write_text(
            "---\ntitle: A page\ndescription: A page for this test alone.\nowner: nobody\n"
            "review_by: 2027-05-01\n---\nIt is for this.\n{: .lead }\n\n## What to do next\n",
            encoding="utf-8",
        )
    assert problems(root) == [
        "docs/a.md:4:8: there is no owner 'nobody', and 3 places name it. "
        "Add it to data/site.yml, or take it out here."
    ]


def test_a_source_without_an_id_does_not_send_editors_to_another(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "evidence.yml"
    text = file.read_text(encoding="utf-8").replace("- id: creamer-2012\n  ", "- ", 1)
    file.write_text(text, encoding="utf-8")
    lost, named = problems(root)
    assert lost.endswith("source number 1 has no 'id'. Add the line 'id: …'.")
    assert "there is no source 'creamer-2012', and " in named
    assert named.endswith("It may be the source in data/evidence.yml whose own id is wrong.")


def test_a_module_without_an_id_keeps_its_text(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "modules.yml"
    text = file.read_text(encoding="utf-8").replace("- id: safe-room\n  ", "- ", 1)
    file.write_text(text, encoding="utf-8")
    (only,) = problems(root)
    assert only.endswith("has no 'id'. Add the line 'id: …'.")


def test_front_matter_without_an_end_says_so(tmp_path):
    root = small_project(tmp_path)
    (root / "docs" / "a.md").write_text("---\ntitle: A\n\nWords: here.\n", encoding="utf-8")
    assert problems(root) == [
        "docs/a.md:1:1: the front matter has no end. "
        "Write '---' on a line of its own below its last key."
    ]


def test_a_late_day_is_found_in_a_workshop_with_another_fault(tmp_path):
    text = WORKSHOP.replace("listning", "listening").replace('"09:30"', '"17:45"')
    found = told(tmp_path, workshops=text, modules=MODULE.replace("minutes: 40", "minutes: 45"))
    assert [line for line in found if "ends at" in line] == [
        "data/workshops.yml:12:12: the day 'Day one' of 'first-day' ends at 18:45, after 18:00. "
        "Take out 45 minutes, start earlier, or add a day."
    ]
