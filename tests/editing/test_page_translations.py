"""Pages' own words go to a translator and come back into the page."""

from __future__ import annotations

import re

import polib
import pytest
from translate.filters import checks as translate_checks
from translate.storage import factory

from peerhub.catalogue import load
from peerhub.cli import main
from tests.editing.test_page_blocks import ENGLISH, WELSH
from tests.editing.test_translating import LANGUAGES, SERVICE
from tests.projects import ROOT, problems, small_project

HEAD = """\
---
title: {title}
description: {description}
owner: hub-editors
review_by: 2027-05-01
{more}---

"""
LINKS = re.compile(r"\((?:/a/|/b/|/c/)\)")


@pytest.fixture
def root(tmp_path):
    """A small project with a page and its twin in Welsh."""
    root = small_project(tmp_path / "hub", services=SERVICE, languages=LANGUAGES)
    (root / "docs/cy").mkdir()
    english = HEAD.format(title="Help", description="Whom you can reach now.", more="")
    welsh = HEAD.format(
        title="Cymorth  # ours",
        description="Pwy y gallwch eu cyrraedd nawr.",
        more="lang: cy\ntwin: /help/\ntranslation: draft\n",
    )
    plain = ENGLISH.replace("```\nfenced\n\nstill\n```\n\n", "")
    (root / "docs/help.md").write_text(english + LINKS.sub("(/help/)", plain), "utf-8")
    (root / "docs/cy/help.md").write_text(welsh + LINKS.sub("(/help/)", WELSH), "utf-8")
    assert problems(root) == []
    return root


def run(root, way: str, file, *more: str) -> int:
    return main(["--root", str(root), "translate", way, str(file), *more])


def page(root) -> str:
    return (root / "docs/cy/help.md").read_text("utf-8")


def changed(file, words: dict[str, str], *, is_signed: bool = False):
    """Do what a translator does with the messages of the page."""
    held = polib.pofile(str(file))
    for one in held:
        if one.msgctxt.startswith("pages/"):
            one.msgstr = words.get(one.msgid, one.msgstr)
            one.flags = [] if is_signed else one.flags
    if is_signed:
        held.metadata["X-Checked-By"] = "force translator"
        held.metadata["X-Checked-On"] = "2026-11-02"
    held.save()


def difference(before: str, after: str) -> list[str]:
    old, new = before.splitlines(), after.splitlines()
    return [f"-{one}" for one in old if one not in new] + [
        f"+{one}" for one in new if one not in old
    ]


def test_what_comes_back_unchanged_changes_no_byte(root, tmp_path, capsys):
    before = page(root)
    for more in ((), ("--whole",)):
        assert run(root, "export", tmp_path / "cy.po", *more) == 0
        assert run(root, "import", tmp_path / "cy.po") == 0
        assert capsys.readouterr().out.endswith("Took 0 changed messages; 0 records signed off.\n")
        assert page(root) == before


def test_a_paragraph_is_a_message_known_by_its_english(root, tmp_path):
    run(root, "export", tmp_path / "cy.po")
    held = {one.msgid: one for one in polib.pofile(str(tmp_path / "cy.po"))}
    assert held["In danger now"].msgstr == "Mewn perygl nawr"
    assert held["In danger now"].msgctxt.startswith("pages/cy.help/heading-")
    assert held["Whom you can reach now."].msgctxt == "pages/cy.help/description"
    assert held['Private\nWith "limits".'].msgstr == "Preifat\nGyda therfynau."
    assert "Only in English" not in held
    run(root, "export", tmp_path / "cy.po", "--whole")
    held = {one.msgid: one for one in polib.pofile(str(tmp_path / "cy.po"))}
    assert held["Only in English"].msgstr == ""


def test_changed_words_are_those_lines_of_the_page_and_nothing_else(root, tmp_path):
    before = page(root)
    run(root, "export", tmp_path / "cy.po", "--whole")
    words = {
        "Help": "Help: nawr",
        "First words.": "Geiriau eraill.",
        "In danger now": "Perygl",
        "Words that nobody has translated.": "Geiriau newydd.",
        'Private\nWith "limits".': 'Preifat\nGyda "therfynau".',
    }
    changed(tmp_path / "cy.po", words)
    assert run(root, "import", tmp_path / "cy.po") == 0
    assert difference(before, page(root)) == [
        "-title: Cymorth  # ours",
        "-Geiriau cyntaf.",
        "-## Mewn perygl nawr",
        '-{{ callout("limits", "Preifat", "Gyda therfynau.") }}',
        '+title: "Help: nawr"  # ours',
        "+Geiriau eraill.",
        "+## Perygl",
        "+Geiriau newydd.",
        '+{{ callout("limits", "Preifat", "Gyda \\"therfynau\\".") }}',
    ]
    assert load(root).pages["cy/help.md"].translation == "draft"


def test_a_sign_off_is_void_once_either_language_changes(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    changed(tmp_path / "cy.po", {"In danger now": "Perygl"}, is_signed=True)
    assert run(root, "import", tmp_path / "cy.po") == 0
    assert "1 record signed off." in capsys.readouterr().out
    meta = load(root).pages["cy/help.md"]
    assert (meta.translation, meta.checked_by) == ("checked", "force translator")
    for path, old, new in (
        ("docs/help.md", "First words.", "Other words."),
        ("docs/cy/help.md", "## Perygl", "## Mewn perygl"),
    ):
        file = root / path
        text = file.read_text("utf-8")
        file.write_text(text.replace(old, new), "utf-8")
        (told,) = problems(root)
        assert "has changed since the translation was signed off on 2026-11-02" in told
        file.write_text(text, "utf-8")
    assert problems(root) == []


def test_words_translated_from_other_english_are_left_out_and_said(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    changed(tmp_path / "cy.po", {"In danger now": "Perygl"})
    file = root / "docs/help.md"
    file.write_text(file.read_text("utf-8").replace("In danger now", "In danger"), "utf-8")
    before = page(root)
    capsys.readouterr()
    assert run(root, "import", tmp_path / "cy.po") == 1
    assert "there are no such words any more. Export again." in capsys.readouterr().out
    assert page(root) == before


def test_a_call_that_a_translator_breaks_changes_nothing(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    changed(tmp_path / "cy.po", {"Help": "A" * 300})
    before = page(root)
    assert run(root, "import", tmp_path / "cy.po") == 1
    assert (
        "Nothing was changed, since the hub would not be sound with it" in capsys.readouterr().err
    )
    assert page(root) == before


def test_a_kept_tool_finds_nothing_wrong_with_the_words_of_the_real_pages(tmp_path):
    assert run(ROOT, "export", tmp_path / "cy.po") == 0
    store = factory.getobject(str(tmp_path / "cy.po"))
    checker = translate_checks.StandardChecker()
    checker.config.updatetargetlanguage("cy")
    units = [unit for unit in store.units if unit.istranslatable()]
    assert sum("pages/" in unit.getcontext() for unit in units) >= 10
    serious = {
        *("escapes", "tabs", "printf", "variables", "nplurals", "untranslated"),
        *("urls", "emails"),
    }
    assert [str(unit) for unit in units if serious & set(checker.run_filters(unit))] == []
