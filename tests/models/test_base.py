"""What passes as a web address, and what an editor reads about a value that does not fit."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from peerhub.catalogue.kinds import KINDS
from peerhub.catalogue.validate import PATTERN_HINTS
from peerhub.models import PageMeta
from peerhub.models.base import HTTPS_PATTERN
from peerhub.models.clock import PATTERN as CLOCK_PATTERN
from peerhub.models.link_rules import HttpsUrl
from tests.projects import EVENT, FORCES, problems, small_project

ADDRESS = TypeAdapter(HttpsUrl)


@pytest.mark.parametrize(
    "given",
    [
        "https://www.college.police.uk/a-b/c_d?e=f&g=%20#h",
        "https://a.uk",
        "https://a.uk:8443/x;y=(1),!'*$[2]@home",
        "https://xn--llan-yla.example/",
        "https://heddlu.cymru/ymddiheuriad-tŵr",
    ],
)
def test_web_addresses_pass(given):
    assert ADDRESS.validate_python(given) == given


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("https://jane:pw@a.uk/", "the address holds a name or a password before its '@'"),
        ("https://jane@a.uk", "the address holds a name or a password before its '@'"),
        ("https://a.uk/<script>", "'https://a.uk/<script>' is not a web address"),
        ('https://a.uk/"onload', "'https://a.uk/\"onload' is not a web address"),
        ("https://a.uk/{b}", "'https://a.uk/{b}' is not a web address"),
        ("https://a.uk/\\b", "'https://a.uk/\\\\b' is not a web address"),
        ("https://a.uk/a b", "'https://a.uk/a b' is not a web address"),
        ("https://-.", "'https://-.' is not a web address"),
        ("https://-a.uk/", "'https://-a.uk/' is not a web address"),
        ("https://a..uk/", "'https://a..uk/' is not a web address"),
        ("https://localhost/", "'https://localhost/' is not a web address"),
        ("https://", "'https://' is not a web address"),
        ("http://a.uk/", "the address 'http://a.uk/' does not start with https://"),
    ],
)
def test_what_is_no_web_address_is_refused(given, message):
    with pytest.raises(ValidationError) as refused:
        ADDRESS.validate_python(given)
    assert [one["msg"] for one in refused.value.errors()] == [message]


def test_every_pattern_of_a_model_has_its_remedy_in_words():
    models: list[type[BaseModel]] = [
        PageMeta,
        *(kind.model for kind in KINDS),
    ]
    found = {
        pattern
        for model in models
        for pattern in re.findall(r"'pattern': '(.*?)'", str(model.model_json_schema()))
    }
    # Times and web addresses have rules of their own, which say more than a pattern could.
    own = {CLOCK_PATTERN, HTTPS_PATTERN}
    told = {pattern.encode().decode("unicode_escape") for pattern in found}
    assert told - own == set(PATTERN_HINTS)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "row: 0, col: 0",
            "row: -1, col: 0",
            "25:15: force 'westshire': 'tile, row' is -1. Write 0 or more.",
        ),
        (
            "row: 0, col: 0",
            "row: 9000, col: 0",
            "25:15: force 'westshire': 'tile, row' is 9000. Write 1000 or less.",
        ),
        (
            "col: 0}",
            "col: 0}\n  code: abc",
            "26:9: force 'westshire': 'code' is 'abc'. "
            "Write two, three or four capital letters: NWP.",
        ),
        (
            "col: 0}",
            "col: 0}\n  ons_pfa_code: E1",
            "26:17: force 'westshire': 'ons_pfa_code' is 'E1'. "
            "Write E or W and eight digits, as the statistics office prints it: E23000001.",
        ),
    ],
)
def test_each_limit_is_told_in_plain_words(tmp_path, old, new, expected):
    assert problems(small_project(tmp_path, forces=FORCES.replace(old, new))) == [
        f"data/forces.yml:{expected}"
    ]


def test_a_revision_below_nought_is_told_in_plain_words(tmp_path):
    text = EVENT.replace("revision: 0", "revision: -1")
    assert problems(small_project(tmp_path, events=text)) == [
        "data/events.yml:10:13: event 'open-day': 'revision' is -1. Write 0 or more."
    ]


def test_an_id_too_long_is_told_in_plain_words(tmp_path):
    text = EVENT.replace("open-day", "w" * 61)
    assert problems(small_project(tmp_path, events=text)) == [
        f"data/events.yml:2:7: event '{'w' * 61}': 'id' has 61 characters. Write 60 or fewer."
    ]


def test_a_description_too_short_is_told_in_plain_words(tmp_path):
    root = small_project(tmp_path)
    page = (
        "---\ntitle: A page\ndescription: Too short.\nowner: hub-editors\nreview_by: 2027-05-01\n"
        "---\nThis is what it is for.\n{: .lead }\n\n## What to do next\n"
    )
    (root / "docs" / "page.md").write_text(page, encoding="utf-8")
    assert problems(root) == [
        "docs/page.md:3:14: the front matter: 'description' has 10 characters. Write 20 or more."
    ]


def test_an_empty_list_that_needs_items_says_so(tmp_path):
    text = "modules:\n- {id: a, owner: hub-editors, review_by: 2027-01-01, steps: []}\n"
    found = problems(small_project(tmp_path, modules=text))
    assert (
        "data/modules.yml:2:61: module 'a': 'steps' has nothing in it. "
        "Add one item at least, on a line with '- '."
    ) in found
