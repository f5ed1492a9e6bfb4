"""Each page leads to the file it is made of, and to a form in which it is filled in already."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.pages import paths
from peerhub.pages.furniture import Furniture
from tests.projects import ROOT

HUB = load(ROOT)
STAMP = Stamp(HUB.site.edition, HUB.site.dated)
WITH = replace(
    HUB, site=HUB.site.model_copy(update={"repository": "https://git.example/force/hub"})
)
AROUND = Furniture(WITH, STAMP).around


def test_a_hub_without_a_repository_offers_neither():
    said = Furniture(HUB, STAMP).around("/guidance/records/", {})
    assert (said["edit_url"], said["report_url"]) == (None, None)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "docs/index.md"),
        ("/guidance/records/", "docs/guidance/records.md"),
        ("/train/", "docs/train/index.md"),
        ("/train/modules/listening/", "docs/train/modules/listening.md"),
        ("/train/modules/listening/trainer/", "docs/train/modules/listening.md"),
        (f"/train/workshops/{HUB.workshops[0].id}/", "data/workshops.yml"),
        ("/forces/kent/", "data/forces.yml"),
        ("/forces/", "docs/forces/index.md"),
        (f"/events/{HUB.events[0].id}/", "data/events.yml"),
    ],
)
def test_a_page_is_edited_where_its_words_stand(address, file):
    assert (ROOT / file).is_file()
    assert AROUND(address, {})["edit_url"] == f"https://git.example/force/hub/edit/main/{file}"


def test_a_page_that_the_program_makes_of_everything_is_edited_nowhere():
    assert "about/checks.md" in paths(HUB)
    assert AROUND("/about/checks/", {})["edit_url"] is None


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("/support/", {"where": "/support/"}),
        ("/forces/kent/", {"force": "Kent Police"}),
        ("/guidance/records/", {"page": "/guidance/records/"}),
        ("/about/checks/", {"page": "/about/checks/"}),
    ],
)
def test_a_form_has_the_question_and_its_answer_already(address, answer):
    parts = urlsplit(AROUND(address, {})["report_url"])
    assert parts.path == "/force/hub/issues/new"
    said = {key: value[0] for key, value in parse_qs(parts.query).items()}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / said.pop("template")).read_text())
    assert said == answer
    assert set(said) <= {one.get("id") for one in form["body"]}
