"""A language is a row of data and words: an invented one comes into a design without a module."""

from __future__ import annotations

import io
from copy import deepcopy

import pikepdf
import pytest
import yaml

from peerhub.catalogue import load
from peerhub.components.posters import Design, poster_gallery
from peerhub.maker.files import names
from peerhub.orders.posters import orders, poster_paths
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from peerhub.questions.poster_files import printed_in
from tests.projects import ROOT, problems, small_project

TALK = "talk-to-a-peer-supporter"
ROW = {
    "id": "qx",
    "name": "Quenish",
    "own_name": "Qwen",
    "nations": ["England"],
    "months": [f"Asta {number}" for number in range(1, 13)],
    "poster": {
        "translation": "draft",
        "draft": "Dra.",
        "draft_english": "Draft: no translator has checked the Quenish yet.",
        **{name: f"{name.capitalize()}q" for name in "code revision qr email phone".split()},
        **{name: f"{name.capitalize()}q" for name in "intranet place example".split()},
    },
}


def with_quenish(folder, **row):
    """A small project whose one poster has words in an invented language."""
    held = yaml.safe_load((ROOT / "data/posters.yml").read_text(encoding="utf-8"))
    (poster,) = (one for one in held["posters"] if one["id"] == TALK)
    english = poster["words"]["en"]
    said = {"translation": "draft", "title": "Quetto", "headline": ["Merë", "quet?"]}
    own = {**deepcopy(english), **said}  # YAML would write what is shared as an anchor
    poster = {**poster, "sizes": ["a4", "large"], "words": {"en": english, "qx": own}}
    table = {"defaults": held["defaults"], "languages": [{**ROW, **row}]}
    files = {"posters": {"defaults": held["defaults"], "posters": [poster]}, "languages": table}
    return small_project(
        folder, **{name: yaml.safe_dump(one, allow_unicode=True) for name, one in files.items()}
    )


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    return load(with_quenish(tmp_path_factory.mktemp("quenish")))


def test_forces_where_the_language_is_at_home_have_copies_in_it(hub):
    made = {(job.facts.id, job.language) for job in orders(hub)}
    assert made == {(one, tongue) for one in ("eastshire", "westshire") for tongue in ("en", "qx")}
    assert f"posters/{TALK}/eastshire-large-qx.pdf" in poster_paths(hub)


def test_they_are_drawn_and_tell_readers_of_tags_which_words_are_in_it(hub):
    (job,) = (one for one in orders(hub) if (one.facts.id, one.language) == ("eastshire", "qx"))
    made = Task(job, (("a4", "a4"), ("large", "large")), Materials(HOME)).make()
    for content in made.values():
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.Root.Lang) == "qx"
            assert "Quetto" in str(pdf.docinfo.Title)


def test_the_gallery_and_the_maker_offer_it_by_its_name(hub):
    (poster,) = hub.posters
    design = Design(poster, "", printed_in(poster, hub.languages))
    shown = poster_gallery([design], [])
    assert 'data-tongues="qx" data-name-qx="Quenish and English (draft)"' in shown
    assert "English; Quenish and English (draft) for forces that work in England" in shown
    offered = names(poster, hub.languages)
    assert offered == {"en": "English", "qx": "Quenish and English (draft)"}


def test_words_in_a_language_that_nobody_has_told_of_are_named_at_their_place(tmp_path):
    root = with_quenish(tmp_path, id="qy")
    (told,) = problems(root)
    assert "there is no language 'qx'. Add it to data/languages.yml" in told
