"""Words go to a translator and come back: signed off, and void when either language changes."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import polib
import pytest
from translate.filters import checks as translate_checks
from translate.storage import factory

from peerhub.catalogue import load
from peerhub.cli import main
from tests.projects import ROOT, SERVICES, problems, small_project

SERVICE = (
    SERVICES
    + "  # Kept: ŵ\n  words:\n    cy:\n      translation: draft\n      name: Llinell gymorth\n"
)
POSTERS = (ROOT / "data/posters.yml").read_text(encoding="utf-8")
LANGUAGES = (ROOT / "data/languages.yml").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    """A small project with a helpline in two languages, and the hub's own posters."""
    return small_project(tmp_path / "hub", services=SERVICE, posters=POSTERS, languages=LANGUAGES)


def run(root, way: str, file) -> int:
    return main(["--root", str(root), "translate", way, str(file)])


def signed(file, *records: str, **welsh: str) -> None:
    """Do what a translator does: new words, no mark of a draft, a role and a day."""
    held = polib.pofile(str(file))
    held.metadata["X-Checked-By"] = "force translator"
    held.metadata["X-Checked-On"] = "2026-11-02"
    for one in held:
        kind, record, field = one.msgctxt.split("/")
        if f"{kind}/{record}" in records:
            one.flags = []
            one.msgstr = welsh.get(field, one.msgstr)
    held.save()


def lines(root, name: str) -> list[str]:
    return (root / f"data/{name}.yml").read_text(encoding="utf-8").splitlines()


def test_what_goes_out_and_comes_back_unchanged_changes_no_byte(root, tmp_path, capsys):
    before = {name: (root / f"data/{name}.yml").read_bytes() for name in ("services", "posters")}
    assert run(root, "export", tmp_path / "cy.po") == 0
    assert run(root, "import", tmp_path / "cy.po") == 0
    assert capsys.readouterr().out.endswith("Took 0 changed messages; 0 records signed off.\n")
    for name, content in before.items():
        assert (root / f"data/{name}.yml").read_bytes() == content
    first = (tmp_path / "cy.po").read_bytes()
    assert run(root, "export", tmp_path / "cy.po") == 0
    assert (tmp_path / "cy.po").read_bytes() == first


def test_a_kept_tool_finds_nothing_wrong_with_the_file(root, tmp_path):
    run(root, "export", tmp_path / "cy.po")
    store = factory.getobject(str(tmp_path / "cy.po"))
    checker = translate_checks.StandardChecker()
    checker.config.updatetargetlanguage("cy")
    units = [unit for unit in store.units if unit.istranslatable()]
    assert len(units) > 40
    serious = {"escapes", "tabs", "printf", "variables", "nplurals", "untranslated"}
    assert [str(unit) for unit in units if serious & set(checker.run_filters(unit))] == []


def test_a_sign_off_comes_back_and_is_void_once_either_language_changes(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    poster = load(root).posters[0]
    signed(tmp_path / "cy.po", "services/helpline", f"posters/{poster.id}", name="Y llinell")
    assert run(root, "import", tmp_path / "cy.po") == 0
    assert "Took 1 changed message; 2 records signed off." in capsys.readouterr().out
    assert problems(root) == []
    hub = load(root)
    helpline = next(one for one in hub.services if one.id == "helpline")
    assert (helpline.words["cy"].name, helpline.words["cy"].checked_by) == (
        "Y llinell",
        "force translator",
    )
    assert helpline.words["cy"].checked_on == dt.date(2026, 11, 2)
    assert hub.posters[0].words["cy"].translation == "checked"
    assert "  # Kept: ŵ" in lines(root, "services")
    added = {line.strip().split(":")[0] for line in lines(root, "posters")} - {
        line.strip().split(":")[0] for line in POSTERS.splitlines()
    }
    assert added == {"checked_by", "checked_on", "checked_words"}
    file = root / "data/services.yml"
    for old, new in (("name: Helpline", "name: Line"), ("Y llinell", "Y lein")):
        text = file.read_text()
        file.write_text(text.replace(old, new))
        (told,) = problems(root)
        assert "has changed since the translation was signed off on 2026-11-02" in told
        file.write_text(text)


def test_a_changed_draft_stays_a_draft(root, tmp_path):
    run(root, "export", tmp_path / "cy.po")
    held = polib.pofile(str(tmp_path / "cy.po"))
    next(one for one in held if one.msgctxt == "services/helpline/name").msgstr = "Llinell: 'ŵ'"
    held.save()
    assert run(root, "import", tmp_path / "cy.po") == 0
    helpline = next(one for one in load(root).services if one.id == "helpline")
    assert (helpline.words["cy"].name, helpline.words["cy"].is_draft) == ("Llinell: 'ŵ'", True)


def test_what_was_translated_from_other_words_is_left_out_and_said(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    signed(tmp_path / "cy.po", "services/helpline")
    renamed = SERVICE.replace("name: Helpline", "name: Line")
    small_project(root, services=renamed, posters=POSTERS, languages=LANGUAGES)
    before = lines(root, "services")
    capsys.readouterr()
    assert run(root, "import", tmp_path / "cy.po") == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Left out: services/helpline/name: the English has changed since the file was written. "
        "Export again, and translate it anew."
    )
    assert lines(root, "services") == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not a file of messages", "this is no PO file"),
        ('msgid ""\nmsgstr ""\n', "no message in it says where it belongs"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(root, tmp_path, capsys, text, said):
    (tmp_path / "cy.po").write_text(text)
    assert run(root, "import", tmp_path / "cy.po") == 1
    assert said in capsys.readouterr().err


def test_words_that_the_hub_would_not_be_sound_with_change_nothing(root, tmp_path, capsys):
    run(root, "export", tmp_path / "cy.po")
    signed(tmp_path / "cy.po", "services/helpline")
    held = polib.pofile(str(tmp_path / "cy.po"))
    held.metadata["X-Checked-By"] = "Megan Jones"
    held.save()
    kept = shutil.copy(root / "data/services.yml", tmp_path)
    assert run(root, "import", tmp_path / "cy.po") == 1
    assert "'Megan Jones' is not the name of a role" in capsys.readouterr().err
    assert (root / "data/services.yml").read_bytes() == Path(kept).read_bytes()
