"""The small words around pages and posters: in English once, sent out, signed off, out of date."""

from __future__ import annotations

import polib
import pytest

from peerhub.catalogue import load
from peerhub.cli import main
from peerhub.models.force_words import FORCE_WORDS
from peerhub.models.small_words import ENGLISH, MONTHS, PARTS, small_words
from peerhub.orders.posters import EXAMPLE
from peerhub.press.posters.wording import SMALL
from tests.editing.test_translating import LANGUAGES, SERVICE
from tests.projects import problems, small_project


@pytest.fixture
def root(tmp_path):
    return small_project(tmp_path / "hub", services=SERVICE, languages=LANGUAGES)


def test_the_english_words_are_those_that_posters_and_pages_print():
    posters = {name: getattr(SMALL, name) for name in ENGLISH["poster"] if name != "example"}
    assert {**posters, "example": EXAMPLE} == ENGLISH["poster"]
    assert SMALL.months == MONTHS


def test_every_small_word_of_a_language_has_its_english(root):
    (welsh,) = load(root).languages
    for part in PARTS:
        said = small_words(part, welsh.model_dump())
        assert len(said) > 8
        assert all(english for english, _ in said.values()), part
        missing = [path for path, (english, words) in said.items() if not (english and words)]
        assert missing == []


def test_small_words_go_out_come_back_signed_off_and_are_void_once_they_change(
    root, tmp_path, capsys
):
    file = tmp_path / "cy.po"
    assert main(["--root", str(root), "translate", "export", str(file)]) == 0
    held = polib.pofile(str(file))
    small = [one for one in held if one.msgctxt.startswith("languages/cy-poster/")]
    assert {one.msgid: one.msgstr for one in small}["Example only:"] == "Enghraifft yn unig:"
    for one in small:
        one.flags = []
        one.msgstr = "Cod y dyluniad" if one.msgid == "Code" else one.msgstr
    held.metadata["X-Checked-By"] = "force translator"
    held.metadata["X-Checked-On"] = "2026-11-02"
    held.save()
    assert main(["--root", str(root), "translate", "import", str(file)]) == 0
    assert "Took 1 changed message; 1 record signed off." in capsys.readouterr().out
    assert problems(root) == []
    (welsh,) = load(root).languages
    assert (welsh.poster.code, welsh.poster.translation) == ("Cod y dyluniad", "checked")
    assert welsh.pages.translation == "draft"
    place = root / "data/languages.yml"
    text = place.read_text("utf-8")
    for old, new in (
        ("Cod y dyluniad", "Cod"),
        ("Draft: no translator has checked the Welsh yet.", "Draft: nobody has checked it."),
    ):
        assert old in text
        place.write_text(text.replace(old, new), "utf-8")
        (told,) = problems(root)
        assert told.startswith("data/languages.yml:")
        assert "the small words of posters in Welsh has changed since" in told
    place.write_text(text, "utf-8")


def po(root, file, way="export"):
    return main(["--root", str(root), "translate", way, str(file)])


def signed(file, record, **welsh):
    """Do what a translator does: new words for some fields, no mark of a draft, role and day."""
    held = polib.pofile(str(file))
    held.metadata["X-Checked-By"] = "force translator"
    held.metadata["X-Checked-On"] = "2026-11-02"
    for one in held:
        if one.msgctxt.startswith(f"languages/{record}/"):
            one.flags = []
            one.msgstr = welsh.get(one.msgctxt.split("/")[2], one.msgstr)
    held.save()


def test_every_line_of_a_force_s_page_goes_out_and_comes_back_with_its_sign_off(
    root, tmp_path, capsys
):
    file = tmp_path / "cy.po"
    assert po(root, file) == 0
    lines = "languages/cy-pages/forces."
    sent = {one.msgctxt: one.msgid for one in polib.pofile(str(file))}
    assert {
        place.removeprefix(lines): text for place, text in sent.items() if place.startswith(lines)
    } == {**FORCE_WORDS}
    signed(file, "cy-pages", **{"forces.renew": "Adnewyddwch hwn."})
    assert po(root, file, "import") == 0
    assert "Took 1 changed message; 1 record signed off." in capsys.readouterr().out
    (welsh,) = load(root).languages
    assert (welsh.pages.forces["renew"], welsh.pages.translation) == ("Adnewyddwch hwn.", "checked")
    assert welsh.poster.translation == "draft"
    place = root / "data/languages.yml"
    place.write_text(place.read_text("utf-8").replace("Adnewyddwch hwn.", "Newydd."), "utf-8")
    (told,) = problems(root)
    assert "the small words of pages in Welsh has changed since" in told


def test_a_line_that_comes_back_without_the_place_of_the_force_is_refused(root, tmp_path, capsys):
    file = tmp_path / "cy.po"
    before = (root / "data/languages.yml").read_bytes()
    po(root, file)
    signed(file, "cy-pages", **{"forces.lead": "Cymorth cymheiriaid."})
    assert po(root, file, "import") == 1
    assert "the line 'lead' has no place for the name of the force" in capsys.readouterr().err
    assert (root / "data/languages.yml").read_bytes() == before


def test_months_and_places_go_along_with_the_small_words_of_posters(root, tmp_path, capsys):
    file = tmp_path / "cy.po"
    po(root, file)
    sent = {one.msgctxt: (one.msgid, one.msgstr) for one in polib.pofile(str(file))}
    english, welsh = sent["languages/cy-poster/months"]
    assert english.split("\n") == list(MONTHS)
    assert welsh.split("\n")[10:] == ["Tachwedd", "Rhagfyr"]
    assert sent["languages/cy-poster/places.Wales"] == ("Wales", "Cymru")
    names = {"months": welsh.replace("Rhagfyr", "Mis Rhagfyr"), "places.Wales": "Cymru gyfan"}
    signed(file, "cy-poster", **names)
    assert po(root, file, "import") == 0
    assert "Took 2 changed messages; 1 record signed off." in capsys.readouterr().out
    assert problems(root) == []
    (row,) = load(root).languages
    assert (row.months[10:], row.places["Wales"]) == (("Tachwedd", "Mis Rhagfyr"), "Cymru gyfan")
    place = root / "data/languages.yml"
    text = place.read_text("utf-8")
    for old in ("Mis Rhagfyr", "Cymru gyfan"):
        place.write_text(text.replace(old, "Arall"), "utf-8")
        (told,) = problems(root)
        assert "the small words of posters in Welsh has changed since" in told
    place.write_text(text, "utf-8")
    po(root, file)
    signed(file, "cy-poster", months="Ionawr\nChwefror")
    assert po(root, file, "import") == 1
    assert place.read_text("utf-8") == text


def test_fix_says_of_which_small_words_a_sign_off_is(root):
    signed = "translation: checked\n    checked_by: force translator\n    checked_on: 2026-11-02"
    text = LANGUAGES.replace("translation: draft", signed, 1)
    small_project(root, services=SERVICE, languages=text)
    (told,) = problems(root)
    assert "does not say of which words it is" in told
    assert main(["--root", str(root), "fix"]) == 0
    assert problems(root) == []
