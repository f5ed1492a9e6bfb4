"""A wrong macro call is a line with its place, before anything is built."""

from __future__ import annotations

import pytest

from peerhub.catalogue import Catalogue, Issues, load
from peerhub.hub import Hub
from peerhub.models import Site
from peerhub.pages.macros import Macros
from peerhub.pages.proof import proof
from tests.projects import EVENT, ROOT, small_project

MACROS = Macros(load(ROOT)).by_name()
FRONT = "---\ntitle: T\n---\n\n"
SEE = "The calls and what they take are listed in CONTRIBUTING."


def told(tmp_path, body: str) -> list[str]:
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "docs" / "a.md").write_text(FRONT + body, encoding="utf-8")
    return [issue.as_text() for issue in proof(tmp_path / "docs", MACROS)]


def test_calls_that_work_are_not_mentioned(tmp_path):
    body = 'Hello.\n\n{{ services("urgent") }}\n\nSee {{ cite("creamer-2012") }}.\n'
    assert told(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'One.\n\n {{ servces("urgent") }}',
            "docs/a.md:7:2: there is nothing called 'servces'. Did you mean 'services'?",
        ),
        (
            '{{ services("urgnt") }}',
            "docs/a.md:5:1: {{ services(\"urgnt\") }} does not work (level 'urgnt' is none of "
            f"danger, urgent, rest). {SEE}",
        ),
        (
            '{{ services("urgent }}',
            "docs/a.md:5:1: {{ services(\"urgent }} cannot be read (unexpected char '\"' at 12). "
            f"{SEE}",
        ),
        (
            '{{ cite("billings-2023") }}',
            'docs/a.md:5:1: {{ cite("billings-2023") }} does not work '
            f"(the source 'billings-2023' has not been checked yet). {SEE}",
        ),
        (
            '{{ count("cats") }}',
            "docs/a.md:5:1: {{ count(\"cats\") }} does not work ('cats' is none of uk_forces, "
            f"territorial, special, partners, modules, workshops, evidence). {SEE}",
        ),
    ],
)
def test_each_wrong_call_is_a_line_with_its_remedy(tmp_path, body, expected):
    assert told(tmp_path, body) == [expected]


def test_several_wrong_calls_on_one_page_are_all_reported(tmp_path):
    assert len(told(tmp_path, "{{ one() }}\n\n{{ two() }}\n")) == 2


def test_braces_that_do_not_match_are_reported(tmp_path):
    assert told(tmp_path, "One\n\nTwo {{ contact()\n\nThree }}\n") == [
        "docs/a.md:7:5: {{ contact() has no end. Write }} after it."
    ]


def test_a_strand_that_does_not_exist_is_no_empty_list(tmp_path):
    (only,) = told(tmp_path, '{{ modules(strand="suporter") }}')
    assert only == (
        "docs/a.md:5:1: {{ modules(strand=\"suporter\") }} does not work (strand 'suporter' is "
        "none of supporter, champion, coordinator, oh-clinician, trainer, senior-leader, "
        f"refresher). {SEE}"
    )


def test_a_wrong_call_is_reported_beside_faults_of_the_data(tmp_path):
    root = small_project(tmp_path, events=EVENT.replace("kind: networking", "kind: netwrking"))
    body = (
        '{{ servces() }}\n{{ services("urgnt") }}\n{{ services(1, 2, 3, 4) }}\n{{ modules( }}\n'
        '{{ cite("creamer-2012") }} {{ contact() }} {{ references() }} {{ downloads("a") }}\n'
    )
    (root / "docs" / "a.md").write_text(FRONT + body, encoding="utf-8")
    (root / "docs" / "b.md").write_bytes(b"\xff")
    with pytest.raises(Issues) as found:
        Hub.open(root)
    said = [one.as_text() for one in found.value.issues]
    assert sum("data/events.yml" in line for line in said) == 1
    calls = [line.split(": ", 1) for line in said if "{{" in line or "nothing called" in line]
    assert [place for place, _ in calls] == [f"docs/a.md:{line}:1" for line in (5, 6, 7, 8)]
    assert [words.split(" (")[0] for _, words in calls] == [
        "there is nothing called 'servces'. Did you mean 'services'?",
        '{{ services("urgnt") }} does not work',
        "{{ services(1, 2, 3, 4) }} does not work",
        "{{ modules( }} cannot be read",
    ]


def test_while_the_data_have_faults_no_page_of_the_hub_is_blamed_for_them():
    nothing = Macros(Catalogue(site=Site.model_construct())).by_name()
    assert proof(ROOT / "docs", nothing, is_sound=False) == []


def test_a_language_that_the_data_do_not_have_is_told_once_they_are_sound(tmp_path):
    assert told(tmp_path, '{{ services("urgent", language="xx") }}') == [
        'docs/a.md:5:1: {{ services("urgent", language="xx") }} does not work (language \'xx\' is '
        f"none of en, cy). {SEE}"
    ]


CY = "---\nlang: cy\n---\n\n"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{{ services("danger", language="cy") }}', ""),
        ('{{ day("2027-02-04", language="cy") }}', ""),
        ('{{ callout("note", "Nodyn", "Geiriau.") }}', ""),
        ('{{ services("danger") }}', "this page is in 'cy'; add language=\"cy\""),
        ('{{ day("2027-02-04") }}', "this page is in 'cy'; add language=\"cy\""),
        ("{{ modules() }}", "it speaks English, and this page is in 'cy'; such a page may call "),
        ('{{ day("soon", language="cy") }}', "'soon' is not a day; write it like 2027-02-04"),
        ('{{ day("2027-02-04", language="fr") }}', "this page is in 'cy'"),
    ],
)
def test_a_page_in_another_language_calls_what_speaks_it(tmp_path, body, said):
    (tmp_path / "docs/cy").mkdir(parents=True)
    (tmp_path / "docs/cy/page.md").write_text(f"{CY}{body}\n", encoding="utf-8")
    found = [one.as_text() for one in proof(tmp_path / "docs", MACROS)]
    if not said:
        assert found == []
    else:
        (line,) = found
        assert line.startswith("docs/cy/page.md:5:1: ")
        assert said in line


def test_a_day_is_written_in_the_language_that_is_asked_for():
    written = MACROS["day"]
    assert written("2027-02-04") == "4 February 2027"
    assert written("2027-02-04", language="cy") == "4 Chwefror 2027"
