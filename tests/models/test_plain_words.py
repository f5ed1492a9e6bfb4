"""Words in data are shown as they stand everywhere, and fit wherever they are shown."""

from __future__ import annotations

import json
import re

import pytest
from pydantic import ValidationError

from peerhub.feeds.calendar import calendars
from peerhub.feeds.event_data import json_ld
from peerhub.models.plain_words import unmarked
from peerhub.pages.events import event_page
from tests.invented import catalogue, meeting

MARKED = "**Bring** a _pen_, `paper` and [the form](https://a.uk/a_b_c). ~~Not~~ 2 * 3 * 4."
PLAIN = "Bring a pen, paper and the form (https://a.uk/a_b_c). Not 2 * 3 * 4."


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (MARKED, PLAIN),
        ("*Spring* meeting", "Spring meeting"),
        ("***Spring***", "Spring"),
        ("![A hall](hall.png) is where", "A hall is where"),
        ("<https://a.uk/>", "https://a.uk/"),
        ("## When\nAt ten", "When\nAt ten"),
        ("a_b and snake_case_word", "a_b and snake_case_word"),
        ("5 * 4 and 6*7", "5 * 4 and 6*7"),
        ("O'Neill & Tŷ [room 3]", "O'Neill & Tŷ [room 3]"),
        ("**unclosed", "**unclosed"),
    ],
)
def test_the_marks_of_markdown_are_taken_out_and_nothing_else(typed, shown):
    assert unmarked(typed) == shown
    assert unmarked(shown) == shown


def test_a_summary_in_markdown_is_the_same_plain_words_in_page_calendar_and_data():
    event = meeting(summary=MARKED, joining=MARKED, access=MARKED, title="*Spring* meeting")
    hub = catalogue(event)
    assert event.summary == PLAIN
    file = calendars(hub)["events/spring-meeting/event.ics"].replace("\r\n ", "")
    assert "SUMMARY:Spring meeting\r\n" in file
    assert "DESCRIPTION:Bring a pen\\, paper and the form (https://a.uk/a_b_c)." in file
    facts = json.loads(re.sub(r"<[^>]*>", "", json_ld(event, hub.site.address)))
    assert (facts["name"], facts["description"]) == ("Spring meeting", PLAIN)
    page = event_page(hub, event)
    assert "**Bring" not in page
    assert "`paper" not in page


def refusal(**changes) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        meeting(**changes)
    (error,) = caught.value.errors()
    return error["ctx"]["message"], error["ctx"]["hint"]


def test_a_title_has_a_limit_with_its_reason():
    assert refusal(title="Meet " * 40) == (
        "the title has 199 letters",
        "Write 100 or fewer: a longer one does not fit on slides and door signs.",
    )


@pytest.mark.parametrize("field", ["title", "summary", "audience", "joining"])
def test_a_word_has_a_limit_with_its_reason(field):
    assert refusal(**{field: "w" * 90}) == (
        "'wwwwwwwwwwww…' is one word of 90 letters",
        "Write words of 60 letters or fewer: a longer one runs off phones, slides and signs.",
    )
    assert meeting(**{field: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"})
