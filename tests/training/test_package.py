"""Packages for learning systems: sound, self-contained, the same each time, and without answers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree, html
from markupsafe import Markup

from peerhub.models import Stamp
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.questions.knowledge_check import knowledge_check
from peerhub.questions.materials import pack_parts, packages
from peerhub.training import package
from peerhub.training.make import Desk
from peerhub.training.package_html import apart
from tests.projects import ROOT

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
SCHEMA = ROOT / "tests" / "players" / "CourseStructure.xsd"


@pytest.fixture(scope="module")
def made(curriculum, desk):
    """Every package: what it is of, its material, and the text of each of its files."""
    found = []
    for owner in (*curriculum.modules, *curriculum.workshops):
        for one in packages(owner):
            with zipfile.ZipFile(io.BytesIO(desk.make(one))) as opened:
                files = {name: opened.read(name).decode() for name in opened.namelist()}
            found.append((owner, one, files))
    return found


def test_there_is_one_for_each_module_and_workshop_in_each_standard(curriculum, made):
    owners = [*curriculum.modules, *curriculum.workshops]
    assert len(made) == 2 * len(owners)
    assert len({one.path for _, one, _ in made}) == len(made)


def test_a_manifest_has_the_parts_that_content_packaging_asks_for_in_their_order(made):
    """IMS Content Packaging 1.1.2 and SCORM 1.2, 2.3: elements, their order, what each needs."""
    for owner, material, files in made:
        if material.format != "SCORM 1.2":
            continue
        whole = etree.fromstring(files["imsmanifest.xml"].encode())
        assert whole.tag == f"{CP}manifest"
        tags = ["metadata", "organizations", "resources"]
        assert [one.tag for one in whole] == [CP + one for one in tags]
        metadata, organizations, resources = whole
        assert [one.text for one in metadata] == ["ADL SCORM", "1.2"]
        (organization,) = organizations
        assert organizations.get("default") == organization.get("identifier")
        title, item = organization
        assert title.text == item[0].text
        assert owner.title in title.text
        assert len(title.text) <= 200
        (resource,) = resources
        assert item.get("identifierref") == resource.get("identifier")
        assert (resource.get("type"), resource.get(f"{ADL}scormtype")) == ("webcontent", "sco")
        assert resource.get("href") == "index.html"
        listed = [one.get("href") for one in resource]
        assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
        identifiers = [one.get("identifier") for one in whole.iter() if one.get("identifier")]
        assert len(set(identifiers)) == len(identifiers)
        assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in identifiers)
        assert re.fullmatch(r"\d{1,20}", whole.get("version"))


def test_a_course_structure_is_valid_by_its_schema(made):
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    for owner, material, files in made:
        if material.format == "cmi5":
            whole = etree.fromstring(files["cmi5.xml"].encode())
            schema.assertValid(whole)
            (unit,) = whole.iter("{*}au")
            assert unit.get("moveOn") == "Completed"
            assert unit.find("{*}url").text in files
            assert owner.id in unit.get("id")


def test_nothing_that_is_loaded_stands_outside_a_package(made):
    for _, material, files in made:
        page = html.fromstring(files["index.html"])
        links = {one.get("href") for one in page.iter("a")}
        assert all(
            one.startswith("#") and page.get_element_by_id(one[1:]) is not None for one in links
        )
        loaded = [one.get("src") or one.get("href") for one in page.iter("script", "link", "img")]
        assert {one for one in loaded if not one.startswith("data:")} <= set(files), material.path
        assert "url(" not in files["package.css"]
        assert "@import" not in files["package.css"]
        assert page.xpath("//@style | //@onclick | //iframe | //form") == []


def test_every_word_of_a_module_is_in_it_and_its_answers_are_folded_away(curriculum, made, desk):
    for owner, _, files in made:
        if owner not in curriculum.modules:
            continue
        page = html.fromstring(files["index.html"])
        asked = page.xpath("//*[@class='asked']")
        answers = page.xpath("//details[@class='answer']")
        assert len(asked) == len(answers) == len(knowledge_check(curriculum.texts[owner.id]))
        assert page.xpath("//details[@open]") == []
        for one in answers:
            one.drop_tree()
        words = plain(page.text_content())
        read = desk.words.prose.html(curriculum.texts[owner.id].participant, owner.title)
        for line in html.fragment_fromstring(str(read), create_parent="div").iter("p", "li"):
            if not line.xpath(".//a | ancestor-or-self::ol"):
                assert plain(line.text_content()) in words, owner.id


def test_a_pre_reading_has_no_activity_and_no_question_and_says_where_privacy_ends(
    curriculum, made
):
    for owner, _, files in made:
        if owner in curriculum.workshops:
            page = html.fromstring(files["index.html"])
            titles = [one.text_content() for one in page.iter("h2")]
            assert "What is private, and what is not" in titles
            assert not [one for one in titles if one.startswith(("Activit", "Knowledge"))]
            assert page.xpath("//textarea | //details") == []
            assert curriculum.site.limits.full[0].lower() in page.text_content().lower()


def test_help_is_at_hand_in_every_package(made, desk):
    for _, material, files in made:
        page = html.fromstring(files["index.html"])
        said = page.get_element_by_id("help").text_content()
        assert all(name in said for name, _ in desk.words.urgent), material.path
        assert "In danger, call 999." in page.text_content()


def test_the_same_words_are_the_same_bytes_and_a_package_is_small(curriculum, desk):
    other = Desk(curriculum, Stamp("2031.1", curriculum.site.dated), HOME)
    for one in packages(curriculum.module_by_id["listening"]):
        content = desk.make(one)
        assert other.make(one) == content
        assert other.key(one) == desk.key(one)
        assert len(content) < 100_000


def test_a_word_that_changes_gives_a_package_another_key_and_another_revision(curriculum, desk):
    module = curriculum.module_by_id["listening"]
    text = curriculum.texts[module.id].model_copy(update={"participant": "## One\n\nOther words."})
    changed = replace(curriculum, texts={**curriculum.texts, module.id: text})
    other = Desk(changed, desk.stamp, HOME)
    for one in packages(module):
        assert other.key(one) != desk.key(one)
        assert other.revisions.sum(one) != desk.revisions.sum(one)


def test_no_pack_holds_a_package(curriculum):
    for workshop in curriculum.workshops:
        kinds = {one.kind for one in pack_parts(workshop, curriculum.module_by_id)}
        assert "package" not in kinds


def test_a_picture_from_elsewhere_is_refused_with_place_and_remedy(curriculum):
    text = Markup('<h2>One</h2><p><img src="https://elsewhere.example/a.png" alt=""></p>')
    with pytest.raises(PressError) as told:
        apart(text, curriculum.site, "docs/train/modules/a.md")
    assert str(told.value) == (
        "docs/train/modules/a.md: its package would ask the network for "
        "'https://elsewhere.example/a.png'. Use a drawing of the hub instead, as "
        '{{ drawing("five-moves") }} does.'
    )


def test_a_package_that_is_too_large_is_refused_with_place_and_remedy(
    monkeypatch, curriculum, desk
):
    monkeypatch.setattr(package, "MOST", 1_000)
    with pytest.raises(PressError) as told:
        desk.make(packages(curriculum.module_by_id["listening"])[0])
    assert str(told.value).startswith("docs/train/modules/listening.md: its package is 0.0 MB")
    with pytest.raises(PressError) as told:
        desk.make(packages(curriculum.workshops[0])[0])
    assert str(told.value).startswith(f"data/workshops.yml, {curriculum.workshops[0].id}: its")


def test_a_link_becomes_words_and_where_to_look(curriculum):
    site = curriculum.site
    text = Markup(
        f'<h2>A <em>b</em></h2><p><a href="{site.address}support/">Help</a>, '
        '<a href="https://www.example.org/">a <b>site</b></a>, <a href="#x">below</a></p>'
        '<table><tr><th></th><td style="text-align: right">1</td></tr></table><!-- out -->'
    )
    ((title, below),) = apart(text, site, "x")
    assert title == "A b"
    assert str(below) == (
        "<p>Help (peer support hub, /support/), a <b>site</b> (https://www.example.org/), below</p>"
        '<table><tr><td></td><td class="right">1</td></tr></table>'
    )


def plain(words: str) -> str:
    return " ".join(words.split())
