"""Sheets are made of a module's own text; what is not there is named, with its line."""

from __future__ import annotations

from peerhub.catalogue.marking_sheets import find_section
from tests.projects import problems, real_project

TEXT = """\
## What to see

Before it.

| Line | What |
|---|---|
| 1 | Waits |
| 2 | Asks |

Line 2 is a must-see line.

### What fails

- **Lies.** Often.

## After

1. Not this
"""


def test_a_table_gives_its_last_cells_and_the_paragraphs_around_it():
    found = find_section(TEXT, "What to see")
    assert found.before == ("Before it.",)
    assert found.items == ("Waits", "Asks")
    assert found.after == ("Line 2 is a must-see line.",)
    assert found.must == {2}


def test_a_section_ends_at_the_next_heading_of_any_level():
    assert find_section(TEXT, "What fails").items == ("**Lies.** Often.",)
    assert find_section(TEXT, "Nowhere") is None


def test_several_must_see_lines_are_read():
    text = "## A\n\n- a\n- b\n- c\n\nLines 1, 2 and 3 are must-see lines."
    assert find_section(text, "A").must == {1, 2, 3}


def changed(root, file: str, old: str, new: str) -> list[str]:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return problems(root)


def test_a_section_that_is_not_there_is_named_with_its_line(tmp_path):
    root = real_project(tmp_path)
    file = "docs/train/modules/teach-back.md"
    assert changed(root, file, "### What stops a turn", "### What stops turns") == [
        f"{file}:9:1: the teach-back sheet asks for the section 'What stops a turn', "
        "which is not there. Did you mean 'What stops turns'?"
    ]


def test_a_section_without_a_list_is_named(tmp_path):
    root = real_project(tmp_path)
    file = "docs/train/modules/listening.md"
    other = "lines: If this comes close to home"
    assert changed(root, file, "lines: What the observer marks", other) == [
        f"{file}:8:1: the section 'If this comes close to home' has nothing to put on the "
        "observation sheet. Give it a list or a table."
    ]


def test_a_form_that_no_module_can_give_is_refused(tmp_path):
    root = real_project(tmp_path)
    data = "data/workshops.yml"
    last = "[attendance, evaluation]\n  days:\n  - title: Briefing"
    said = changed(root, data, last, last.replace("evaluation", "teach-back, attendance"))
    assert [line.split(": ", 1)[1] for line in said] == [
        "no module of 'awareness-briefing' has a sheet to make the form 'teach-back' of. "
        "Take it out, or add it to sheets in the front matter of a module's text.",
        "the form 'attendance' is given twice. Keep one.",
    ]


def test_an_unknown_form_is_refused(tmp_path):
    root = real_project(tmp_path)
    last = "[attendance, evaluation]\n  days:\n  - title: Briefing"
    wrong = last.replace("attendance, evaluation", "attendence")
    (said,) = changed(root, "data/workshops.yml", last, wrong)
    assert "data/workshops.yml:" in said
    assert "attendence" in said
