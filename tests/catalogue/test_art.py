"""Line art: read by its name, and told where something names what nobody drew."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.catalogue.art import read_art
from tests.projects import problems, small_project

DRAWINGS = """\
drawings:
- id: two-chairs
  owner: hub-editors
  review_by: 2027-05-01
  title: Two chairs
  shape: row
  says: Two chairs side by side.
  parts:
  - {art: chair, label: One, words: for a colleague}
  - {art: chair, label: Other}
"""
CHAIR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\n<!-- seat -->\n<path/>\n</svg>'
)


def project(folder, drawings: str = DRAWINGS):
    art = folder / "materials" / "drawings"
    art.mkdir(parents=True)
    (art / "chair.svg").write_text(CHAIR, encoding="utf-8")
    return small_project(folder, drawings=drawings)


def test_a_file_lends_what_stands_within_it(tmp_path):
    assert read_art(project(tmp_path)) == {"chair": "<path/>"}
    assert load(tmp_path).drawing_by_id["two-chairs"].lines == ("One: for a colleague", "Other")


def test_art_that_nobody_drew_is_told_with_its_place_and_the_nearest_name(tmp_path):
    root = project(
        tmp_path, DRAWINGS.replace("art: chair, label: Other", "art: chiar, label: Other")
    )
    assert problems(root) == [
        "data/drawings.yml:10:11: there is no drawing 'chiar.svg' in materials/drawings. "
        "Did you mean 'chair'?"
    ]


def test_a_drawing_says_which_rule_of_its_own_it_breaks(tmp_path):
    long = DRAWINGS.replace("label: Other", "label: Incomprehensible")
    ring = DRAWINGS.replace("shape: row", "shape: ring")
    (told,) = problems(project(tmp_path / "a", long))
    assert "the label 'Incomprehensible' is too long for a drawing" in told
    (told,) = problems(project(tmp_path / "b", ring))
    assert "a drawing of the shape 'ring' cannot have 2 parts. Give it 3 to 4" in told


def test_a_project_without_materials_names_what_it_likes(tmp_path):
    assert load(small_project(tmp_path, drawings=DRAWINGS)).art == {}
