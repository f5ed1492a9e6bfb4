"""Words that lead to pages lead somewhere, each to one place."""

from __future__ import annotations

import pytest

from tests.projects import problems, small_project

HEAD = "defaults: {owner: hub-editors, review_by: 2027-05-01}\ncrisis: []\nsynonyms:\n"


def told(tmp_path, *rows: str) -> list[str]:
    return problems(small_project(tmp_path, search=HEAD + "\n".join(rows) + "\n"))


def test_words_for_a_page_that_exists_are_sound(tmp_path):
    assert told(tmp_path, "- {id: a, words: [b], leads_to: /materials/}") == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "- {id: a, words: [b], leads_to: /material/}",
            "there is no page /material/ (Did you mean '/materials/'?)",
        ),
        (
            "- {id: a, words: [b], leads_to: /forces/kent/}",
            "/forces/kent/ has words of its own elsewhere "
            "(Write it as an alias of the force, in data/forces.yml.)",
        ),
    ],
)
def test_words_that_lead_nowhere_are_told_at_their_place(tmp_path, row, message):
    (line,) = told(tmp_path, row)
    assert line.startswith("data/search.yml:4:")
    assert message.split(" (")[0] in line
    assert message.split(" (")[1].rstrip(")") in line


def test_what_is_no_address_of_the_hub_is_told_with_its_remedy(tmp_path):
    (line,) = told(tmp_path, "- {id: a, words: [b], leads_to: materials}")
    assert line.endswith(
        "Write an address of the hub, from its first slash: /guidance/supervision/."
    )


def test_a_word_leads_to_one_page_only(tmp_path):
    (line,) = told(
        tmp_path,
        "- {id: a, words: [Rota], leads_to: /materials/}",
        "- {id: b, words: [rota], leads_to: /posters/current/}",
    )
    assert "'rota' leads to /materials/ already" in line


@pytest.mark.parametrize("words", ["[]", "5", "[5]", "[{a: b}]", ""])
def test_words_of_the_wrong_kind_are_a_message_and_no_crash(tmp_path, words):
    assert told(tmp_path, f"- {{id: a, words: {words}, leads_to: /materials/}}")
