"""Room sheets are read from a module's text; what is named is made, and what is made is named."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.document import Document, Mark
from peerhub.catalogue.room_sheets import MADE, take_sheets, unmarked
from tests.projects import ROOT, problems, real_project

PAGE = """\
## Activity: Sort

<!-- sheet: Request cards -->

1. Sam asks for tea.

<!-- end of sheet -->

## Trainer notes

Go slowly.

## Room sheets

### Request cards {cards}

One set for each
group. Keep the last one back.

### Plan {sheet}

One for each person.

My plan: ……
"""
FOUND = load(ROOT)


def take(body: str):
    document = Document("docs/a.md")
    above, sheets = take_sheets(document, body, lambda at: Mark(body[:at].count("\n") + 1, 1))
    return above, sheets, [issue.as_text() for issue in document.issues]


def told(old: str, new: str) -> list[str]:
    assert old in PAGE
    return take(PAGE.replace(old, new))[2]


def test_words_come_from_below_the_title_or_from_between_the_marks():
    above, (cards, plan), issues = take(PAGE)
    assert issues == []
    assert (cards.title, cards.form, cards.words, cards.own) == (
        "Request cards",
        "cards",
        "1. Sam asks for tea.",
        "",
    )
    assert cards.note == "One set for each group. Keep the last one back."
    assert (plan.form, plan.words, plan.own) == ("sheet", "My plan: ……", "My plan: ……")
    assert "Room sheets" not in above
    assert "<!--" not in unmarked(above)
    assert "1. Sam asks for tea." in unmarked(above)


def test_several_marked_places_follow_each_other_below_a_sheets_own_words():
    again = "<!-- sheet: Plan -->\nFirst.\n<!-- end of sheet -->\n\n"
    twice = again + again.replace("First", "Second")
    _, (_, plan), issues = take(PAGE.replace("## Trainer notes", f"{twice}## Trainer notes"))
    assert issues == []
    assert plan.words == "My plan: ……\n\nFirst.\n\nSecond."
    assert plan.own == "My plan: ……"


def test_cards_may_hide_their_order():
    _, (cards, plan), issues = take(PAGE.replace("{cards}", "{cards unnumbered}"))
    assert issues == []
    assert (cards.form, cards.numbered, plan.numbered) == ("cards", False, True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            " {cards}",
            "",
            "docs/a.md:15:1: the room sheet 'Request cards' does not say what is made of it. Write "
            "'### Request cards {cards}'; or one of: pages, sheet, checklist, spreadsheet.",
        ),
        (
            " {cards}",
            " {card}",
            "docs/a.md:15:1: the room sheet 'Request cards' does not say what is made of it. Write "
            "'### Request cards {cards}'; or one of: pages, sheet, checklist, spreadsheet.",
        ),
        (
            "One for each person.\n\n",
            "- ……\n\n",
            "docs/a.md:20:1: the room sheet 'Plan' does not say how many to print. "
            "Say so in the line below its title: One set for each group of three.",
        ),
        (
            "My plan: ……",
            "",
            "docs/a.md:20:1: the room sheet 'Plan' has no words. Write them below it, or put "
            "'<!-- sheet: Plan -->' and '<!-- end of sheet -->' round them.",
        ),
        (
            "### Plan {sheet}",
            "### Request cards {sheet}",
            "docs/a.md:20:1: the room sheet 'Request cards' stands twice. Give each its own title.",
        ),
        (
            "My plan: ……",
            "My plan: ……\n\n## More",
            "docs/a.md:26:1: 'More' stands below the room sheets, so nobody would see it. "
            "Move it above '## Room sheets'.",
        ),
    ],
)
def test_a_sheet_that_nobody_could_print_is_named_at_its_line(old, new, said):
    assert told(old, new) == [said]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "sheet: Request cards -->",
            "sheet: Reqest cards -->",
            "docs/a.md:3:1: there is no room sheet 'Reqest cards' for these words. "
            "Did you mean 'Request cards'?",
        ),
        (
            "<!-- end of sheet -->",
            "",
            "docs/a.md:3:1: the words for the room sheet 'Request cards' have no end. "
            "Write '<!-- end of sheet -->' on a line below the last of them.",
        ),
        (
            "Go slowly.",
            "<!-- end of sheet -->",
            "docs/a.md:11:1: a room sheet ends here that has not begun. "
            "Take this line out, or write '<!-- sheet: its title -->' above the words.",
        ),
    ],
)
def test_a_mark_that_leads_nowhere_is_named_at_its_line(old, new, said):
    assert told(old, new)[0] == said


@pytest.mark.parametrize("module", FOUND.modules, ids=lambda module: module.id)
def test_every_need_that_speaks_of_a_card_or_a_sheet_is_met_by_one(module):
    sheets = {one.title: one for one in FOUND.texts[module.id].sheets}
    assert [one.sheet for one in module.sheets if one.sheet not in sheets] == []
    assert [one for one in module.needs if isinstance(one, str) and MADE.search(one)] == []
    assert all(one.words for one in sheets.values())


def test_at_least_thirty_modules_have_their_sheets():
    assert sum(bool(one.sheets) for one in FOUND.modules) >= 30


def test_the_check_holds_needs_and_sheets_to_each_other(tmp_path):
    root = real_project(tmp_path)
    data = root / "data" / "modules.yml"
    text = data.read_text(encoding="utf-8")
    for old, new in (
        ("- sheet: Request cards\n", "- Request cards\n"),
        ("- sheet: Pile cards\n", "- sheet: Pil cards\n"),
        ("    file: ods\n", ""),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    data.write_text(text, encoding="utf-8")
    below = text.splitlines()
    line = {need: number for number, need in enumerate(below, 1) if need.strip().startswith("- ")}
    page = "docs/train/modules/what-peer-support-is.md"
    sheets = {one.title: one.line for one in FOUND.texts["what-peer-support-is"].sheets}
    assert problems(root) == [
        f"data/modules.yml:{line['  - Request cards']}:5: module 'what-peer-support-is' needs "
        "'Request cards', but no room sheet gives it. Write it below '## Room sheets' in "
        f"{page}, and name it here as '- sheet: its title'.",
        f"data/modules.yml:{line['  - sheet: Pil cards']}:5: module 'what-peer-support-is' has no "
        "room sheet 'Pil cards'. Did you mean 'Pile cards'?",
        f"data/modules.yml:{line['  - sheet: Practice spreadsheet']}:5: 'Practice spreadsheet' is "
        "a spreadsheet in docs/train/modules/records-and-evaluation.md. "
        "Write 'file: ods' in the line below it.",
        f"{page}:{sheets['Request cards']}:1: the room sheet 'Request cards' is not among the "
        "needs of 'what-peer-support-is'. Add '- sheet: Request cards' to its needs in "
        "data/modules.yml.",
    ]


def test_a_step_uses_sheets_that_there_are_and_each_sheet_has_a_step(tmp_path):
    root = real_project(tmp_path)
    data = root / "data" / "modules.yml"
    text = data.read_text(encoding="utf-8")
    old = "    sheets: [Request cards, Pile cards]\n"
    assert text.count(old) == 1
    data.write_text(text.replace(old, "    sheets: [Request cards, Pyle cards]\n"), "utf-8")
    below = data.read_text(encoding="utf-8").splitlines()
    need = below.index("  - sheet: Pile cards") + 1
    step = below.index("    sheets: [Request cards, Pyle cards]") + 1
    assert problems(root) == [
        f"data/modules.yml:{need}:5: no step of 'what-peer-support-is' uses the room sheet "
        "'Pile cards'. Write 'sheets: [Pile cards]' in the step that hands it out.",
        f"data/modules.yml:{step}:29: the step 'Which pile?' uses 'Pyle cards', which is no room "
        "sheet of 'what-peer-support-is'. Did you mean 'Pile cards'?",
    ]


def test_a_sheet_says_how_many_in_words_that_can_be_counted():
    (told_,) = told("One for each person.", "One for each unicorn.")
    assert told_.startswith(
        "docs/a.md:20:1: the room sheet 'Plan' does not say how many to print in words that can be "
        "counted. Begin with 'One for each person.'"
    )
