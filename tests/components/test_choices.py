from __future__ import annotations

import pytest
from markupsafe import Markup

from peerhub.components import LinkCard, callout, cards, facts, home_paths, outcomes
from peerhub.components.icons import PATHS, icon
from tests.components import specimens as some
from tests.components.reading import links, tags, words


def test_a_card_is_one_link_with_a_few_words():
    shown = cards(some.CARDS)
    assert words(shown) == ["Train", "Run a workshop.", "For trainers", "Talk", "Find someone."]
    assert links(shown) == ["/train/", "/support/"]


def test_the_paths_of_the_home_page_have_headings_of_the_level_asked_for():
    shown = home_paths(some.CARDS, level=2)
    assert len(tags(shown, "h2")) == 2
    assert links(shown) == ["/train/", "/support/"]


def test_icons_are_hidden_because_the_words_beside_them_say_the_same():
    drawn = tags(cards(some.CARDS), "svg")
    assert [one["aria-hidden"] for one in drawn] == ["true"]


def test_an_icon_that_nobody_drew_is_an_error():
    with pytest.raises(KeyError, match="badge"):
        cards([LinkCard("Title", "Text", "/", icon="badge")])


def test_icons_have_a_size_where_no_style_reaches_them():
    assert all('width="24" height="24"' in icon(name) for name in PATHS)


@pytest.mark.parametrize("kind", ["note", "care", "limits", "suggested", "empty"])
def test_a_callout_is_a_note_with_its_kind_title_and_words(kind):
    shown = callout(kind, "Title", "Plain & simple.")
    named = {"class": f"callout callout-{kind}", "role": "note", "aria-label": "Title"}
    assert tags(shown, "div") == [named]
    assert words(shown) == ["Title", "Plain & simple."]


def test_a_callout_escapes_words_and_keeps_markup_that_is_meant():
    assert "<p>&lt;b&gt;bold&lt;/b&gt;</p>" in callout("note", "Title", "<b>bold</b>")
    assert "<ul><li>one</li></ul>" in callout("note", "T", Markup("<ul><li>one</li></ul>"))


def test_facts_are_labels_with_values_in_the_order_given():
    shown = facts([("For", "Supporters"), ("Time", "1 hour")])
    assert words(shown) == ["For", "Supporters", "Time", "1 hour"]
    assert len(tags(shown, "dt")) == len(tags(shown, "dd")) == 2


def test_outcomes_are_a_list():
    assert words(outcomes(["Show how", "Say why"])) == ["Show how", "Say why"]
    assert len(tags(outcomes(["Show how", "Say why"]), "li")) == 2
