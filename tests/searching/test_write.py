"""The index of a small site: what stands in it, and that it stays small."""

from __future__ import annotations

import json

import pytest

from peerhub.catalogue import load
from peerhub.searching import INDEX, write_search_index
from tests.projects import small_project

PAGE = """<!doctype html><html><head><meta name="description" content="About {title}."></head>
<body><nav>Menu words</nav><main><article class="prose"><h1>{title}</h1><p>{text}</p>
<h2 id="part">A part</h2><p>Words of the part.</p>
<ul class="services"><li>Helpline of each page</li></ul>
<h3 data-by-edition id="since">Since this edition</h3><table data-by-edition><tr><td>2026.1</table>
<footer class="page-care">Looked after</footer></article></main></body></html>"""
SYNONYMS = """\
defaults: {owner: hub-editors, review_by: 2027-05-01}
synonyms:
- id: tea
  words: [brew, cup of tea]
  leads_to: /materials/
crisis:
- id: trouble
  words: [not coping]
"""


@pytest.fixture
def index(tmp_path):
    site = tmp_path / "site"
    for name, text in {"materials": "First words.", "b": "Wörds of the can't."}.items():
        (site / name).mkdir(parents=True)
        page = PAGE.format(title=name.title(), text=text)
        (site / name / "index.html").write_text(page, encoding="utf-8")
    write_search_index(site, load(small_project(tmp_path / "project", search=SYNONYMS)))
    text = (site / INDEX).read_text(encoding="utf-8")
    assert text.startswith("const hubIndex = ")
    return json.loads(text.removeprefix("const hubIndex = ").removesuffix(";\n"))


def test_each_section_is_an_entry_that_knows_its_page(index):
    assert index["entries"][:4] == [
        ["/b/", "B", 6, "About B."],
        ["part", "A part", 0],
        ["/materials/", "Materials", 7, "About Materials."],
        ["part", "A part", 2],
    ]


def test_words_around_a_page_and_lists_of_services_on_it_are_left_out(index):
    terms = index["terms"].split()
    assert {"words", "cant", "brew", "materials"} <= set(terms)
    assert {"menu", "each", "looked"} & set(terms) == set()
    assert len(terms) == len(index["postings"].split(" "))


def test_what_differs_from_edition_to_edition_is_left_out(index):
    assert "Since this edition" not in json.dumps(index)
    assert "edition" not in index["terms"]
    assert "2026" not in index["terms"]


def test_each_service_is_an_entry_found_by_its_number(index):
    titles = [one[1] for one in index["entries"]]
    assert "Helpline" in titles
    assert "03001312789" in index["terms"].split()


def test_other_words_for_a_page_and_words_of_crisis_come_with_it(index):
    assert index["keys"] == {"2": ["brew", "cup of tea"]}
    assert index["crisis"] == ["not coping"]
    assert index["unless"] == []
    assert index["shared"] == {"/forces/": "", "/events/": ""}


def test_the_same_site_gives_the_same_bytes(tmp_path):
    site = tmp_path / "site"
    (site / "b").mkdir(parents=True)
    (site / "b" / "index.html").write_text(PAGE.format(title="B", text="x"), encoding="utf-8")
    found = load(small_project(tmp_path / "project"))
    write_search_index(site, found)
    first = (site / INDEX).read_bytes()
    write_search_index(site, found)
    assert (site / INDEX).read_bytes() == first


def test_a_site_without_pages_has_an_index_of_its_services(tmp_path):
    write_search_index(tmp_path, load(small_project(tmp_path / "project")))
    assert "Helpline" in (tmp_path / INDEX).read_text(encoding="utf-8")
