"""A briefing's slides: with help, with every source it rests on, and offered to coordinators."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from peerhub.feeds.downloads import downloads
from peerhub.pages.briefings import briefings_block
from peerhub.questions.materials import briefing_materials
from peerhub.training.look import deck_size


@pytest.fixture(scope="module")
def briefing(curriculum):
    (one,) = curriculum.briefings
    return one


def test_a_briefing_ends_with_help_and_then_all_that_it_cites(curriculum, desk, briefing):
    shown = desk.words.deck_of(briefing_materials(briefing)[0])
    kinds = [one.kind for one in shown.slides]
    assert kinds.count("session") == len(briefing.slides)
    assert 1 <= kinds.count("drawing") == sum(bool(one.drawing) for one in briefing.slides)
    assert kinds[0] == "opening"
    assert kinds[-2:] == ["help", "sources"] or kinds[-3:] == ["help", "sources", "sources"]
    cited = {one for slide in briefing.slides for one in slide.evidence}
    listed = {line for one in shown.slides if one.kind == "sources" for line in one.lines}
    assert listed == {curriculum.reference_by_id[one].short for one in cited}
    limits = " ".join(n for one in shown.slides if one.kind == "sources" for n in one.notes)
    assert limits.count("Its limits:") == len(cited)
    assert all(one.notes for one in shown.slides)
    assert curriculum.site.limits.short in " ".join(briefing.slides[2].lines)
    assert deck_size(shown) >= 20


def test_a_briefing_comes_as_slides_to_change_and_as_paper(desk, briefing):
    made = {one.format: desk.make(one) for one in briefing_materials(briefing)}
    assert set(made) == {"PPTX", "ODP", "PDF"}
    show = Presentation(io.BytesIO(made["PPTX"]))
    titles = [one.shapes.title.text for one in show.slides]
    assert titles[0] == briefing.title
    assert [one for one in titles if one in {each.title for each in briefing.slides}] == [
        one.title for one in briefing.slides
    ]
    assert all(one.notes_slide.notes_text_frame.text for one in show.slides)
    assert made["PDF"].startswith(b"%PDF")


def test_a_briefing_is_offered_where_a_coordinator_launches(curriculum, briefing):
    files = {f"/{one.path}" for one in briefing_materials(briefing)}
    block = str(briefings_block(curriculum))
    assert all(f'href="{one}"' in block for one in files)
    assert all(one.title in block for one in briefing.slides)
    offered = {f"/{one.path}": one for one in downloads(curriculum) if f"/{one.path}" in files}
    assert offered.keys() == files
    assert {(one.group, one.page) for one in offered.values()} == {
        (curriculum.pages["guidance/launch.md"].title, "/guidance/launch/")
    }
    assert "{{ briefings() }}" in curriculum.bodies["guidance/launch.md"]
