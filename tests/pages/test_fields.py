"""Every field of every kind has its words, and stands on the page of fields."""

from __future__ import annotations

import re

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.kinds import KINDS
from peerhub.catalogue.schemas import _models_within, field_words, helps, model_schema
from peerhub.models import PageMeta
from peerhub.pages.fields import fields_page
from tests.projects import ROOT

MODELS = {one for top in (*(kind.model for kind in KINDS), PageMeta) for one in _models_within(top)}
PAGE = fields_page(load(ROOT))


@pytest.mark.parametrize("model", sorted(MODELS, key=lambda one: one.__name__))
def test_every_field_says_what_it_is_for(model):
    assert [name for name in model.model_fields if name not in helps(model)] == []


def test_no_words_are_kept_of_what_no_model_has():
    fields = {
        one.__name__: set(one.model_fields)
        for model in MODELS
        for one in model.__mro__[:-3]
        if hasattr(one, "model_fields")
    }
    for name, words in field_words().items():
        assert set(words) <= fields[name], name


def test_the_page_has_a_section_for_each_kind_and_a_line_for_each_field():
    for kind in KINDS:
        part = PAGE.split(f"below `{kind.key}:`.", 1)[1].split("\n## ", 1)[0]
        for field in model_schema(kind.model)["properties"]:
            assert f"\n- `{field}`" in part, f"{kind.key}: {field}"
    assert "`data/site.yml`" in PAGE


def test_every_link_within_the_page_leads_to_a_heading():
    anchors = set(re.findall(r"\{: #([\w-]+) \}", PAGE))
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= anchors
    assert len(re.findall(r"\{: #([\w-]+) \}", PAGE)) == len(anchors)
