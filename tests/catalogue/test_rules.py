"""Help that is never missing, days that are true, words that can be printed, and nobody in them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from peerhub.catalogue import load
from peerhub.catalogue.reminders import critical, reminders
from peerhub.models.letters import STRANGE
from tests.projects import (
    EVENT,
    FORCES,
    ROOT,
    SERVICES,
    problems,
    real_project,
    small_project,
)

ONE_OF_CRISIS = (
    "Publish one of category crisis with urgent: true, hours that begin with '24 hours', "
    "and a phone or text."
)


def told(tmp_path, **files: str) -> list[str]:
    return problems(small_project(tmp_path, **files))


@pytest.mark.parametrize(
    "services",
    [
        SERVICES.replace("publish: 'yes'", "publish: 'no'"),
        SERVICES.split("services:")[0] + "services: []\n",
    ],
    ids=["all unpublished", "none"],
)
def test_help_may_never_be_missing(tmp_path, services):
    assert told(tmp_path, services=services) == [
        "data/services.yml:4:1: no service for danger is published. "
        "Publish the one of category emergency, with its phone: '999'.",
        "data/services.yml:4:1: no urgent service that answers day and night is published for "
        f"England. {ONE_OF_CRISIS}",
    ]


def test_each_nation_with_forces_has_help_at_every_hour(tmp_path):
    forces = FORCES.replace("nation: England", "nation: Great Britain", 1)
    services = SERVICES.replace("[England]", "[England, Wales]")
    assert told(tmp_path, forces=forces, services=services) == [
        "data/services.yml:4:1: no urgent service that answers day and night is published for "
        f"Scotland. {ONE_OF_CRISIS}"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("phone: 0300 131 2789", "url: https://a.uk/"),
        ("24 hours, every day\n  phone: 03", "Mondays\n  phone: 03"),
    ],
)
def test_urgent_help_can_be_rung_or_texted_at_every_hour(tmp_path, old, new):
    assert told(tmp_path, services=SERVICES.replace(old, new)) == [
        "data/services.yml:4:1: no urgent service that answers day and night is published for "
        f"England. {ONE_OF_CRISIS}"
    ]


def test_a_fault_in_the_only_urgent_service_is_one_message(tmp_path):
    assert told(tmp_path, services=SERVICES.replace("0300 131 2789", "0300 1")) == [
        "data/services.yml:24:10: service 'helpline': '0300 1' is not the number of a public "
        "service: it has 5 digits, and numbers that begin with 03 have 11 digits. "
        'Write it as the service prints it, in quotes: "0300 131 2789".'
    ]


def test_there_are_forces_and_regions(tmp_path):
    assert told(tmp_path, forces="regions: []\nforces: []\n") == [
        "data/forces.yml:1:10: there are no regions. "
        "Bring them back: git checkout -- data/forces.yml.",
        "data/forces.yml:2:9: there are no forces. "
        "Bring them back: git checkout -- data/forces.yml.",
    ]


def test_a_mobile_of_a_service_is_called_one(tmp_path):
    assert told(tmp_path, services=SERVICES.replace("0300 131 2789", "07700 900123")) == [
        "data/services.yml:24:10: service 'helpline': '07700 900123' is a mobile number. "
        "Write the number that the service prints for everybody; a mobile is one person's."
    ]


def test_yes_without_quotes_is_told_once(tmp_path):
    assert told(tmp_path, services=SERVICES.replace("urgent: true", "urgent: yes", 1)) == [
        "data/services.yml:8:11: service '999': 'urgent' should be true or false, not 'yes'. "
        "Write true or false, without quotes."
    ]


def test_nothing_was_checked_on_a_day_to_come(tmp_path):
    later = SERVICES.replace("2026-11-01", "2999-01-01", 1)
    assert told(tmp_path, services=later) == [
        "data/services.yml:15:17: service '999': last_checked (2999-01-01) is still to come. "
        "Write the day on which somebody looked."
    ]


def test_no_line_vouches_for_every_service(tmp_path):
    every = SERVICES.replace("  last_checked: 2026-11-01\n", "").replace(
        "services:", "  last_checked: 2026-11-01\nservices:"
    )
    assert told(tmp_path, services=every) == [
        "data/services.yml:4:3: 'last_checked' is the day on which somebody looked at one record, "
        "so it is no default. Take it out here, and write 'last_checked:' in each record."
    ]


def test_editors_are_reminded_of_days_that_are_over_by_the_real_day(tmp_path):
    root = small_project(tmp_path, events=EVENT.replace("2026-11-23", "2027-07-01"))
    found = load(root)
    said = [one.as_text() for one in reminders(found, root, dt.date(2027, 6, 1))]
    again = "Look each through, then set a new review_by."
    for line in (
        "data/events.yml:1:1: updated on a day that is still to come: 'open-day'. "
        "Correct it: write the day of the change.",
        f"data/services.yml:1:1: overdue for review on 2027-06-01: '999', 'helpline'. {again}",
        f"data/forces.yml:1:1: overdue for review on 2027-06-01: 'eastshire', 'westshire'. {again}",
    ):
        assert line in said
    before = [one.as_text() for one in reminders(found, root, dt.date(2026, 11, 25))]
    assert not [one for one in before if "overdue" in one]


def test_help_that_is_overdue_stops_a_release():
    found = load(ROOT)
    assert critical(found, found.site.dated) == []
    late = critical(found, dt.date(2037, 1, 1))
    assert "999" in late
    assert "docs/support.md" in late
    hidden = [one.id for one in found.services if not one.is_published]
    assert not set(hidden) & set(late)
    assert critical(replace(found, services=(), pages={}, modules=()), dt.date(2037, 1, 1)) == []


def test_a_name_has_room_on_every_poster(tmp_path):
    name = "Police " * 57
    assert told(tmp_path, forces=FORCES.replace("Westshire Police", name.strip())) == [
        "data/forces.yml:18:9: force 'westshire': 'name' has 398 characters. Write 50 or fewer."
    ]


def test_a_letter_that_cannot_be_printed_is_a_fault(tmp_path):
    assert told(tmp_path, forces=FORCES.replace("Westshire Police", "Westshire 🙂 Police")) == [
        "data/forces.yml:18:9: force 'westshire': our type cannot draw '🙂'. "
        "Write the words without it."
    ]


def test_the_letters_that_pass_are_those_of_every_weight_of_our_type():
    fonts = [TTFont(path).getBestCmap() for path in (ROOT / "materials/fonts").glob("*.ttf")]
    assert len(fonts) >= 2
    held = set.intersection(*map(set, fonts)) | {ord("\n")}
    assert {code for code in range(0x11000) if not STRANGE.match(chr(code))} == held


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("layout: talk", "layout: tlk", ": there is no layout 'tlk'. Did you mean 'talk'?"),
        (
            "sizes: [a4, a3, a3-shop, a5, wallet, screen, large]",
            "sizes: [a4, a4]",
            ": poster 'talk-to-a-peer-supporter': the size 'a4' is listed twice. Keep one of them.",
        ),
        (
            "  sizes: [a4, a3]\n",
            "  sizes: [a4, wallet]\n",
            ": the layout 'here' has no wallet.svg, which wallet cards need. "
            "Take out wallet, or draw that file.",
        ),
    ],
)
def test_what_the_press_would_stop_at_is_found_before(tmp_path, old, new, expected):
    root = real_project(tmp_path)
    file = root / "data" / "posters.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    (only,) = problems(root)
    assert only.startswith("data/posters.yml:")
    assert only.endswith(expected)


PERSON = "'jo.bloggs@northshire.police.uk' looks like one person's mailbox"
MOBILE = "'07700 900123' is a mobile number"


@pytest.mark.parametrize("field", ["title: Open day", "audience: Everyone"])
@pytest.mark.parametrize(
    ("words", "message"),
    [("Ask jo.bloggs@northshire.police.uk", PERSON), ("Ring 07700 900123", MOBILE)],
)
def test_nobody_stands_in_the_words_of_an_event(tmp_path, field, words, message):
    key = field.split(":")[0]
    (only,) = told(tmp_path, events=EVENT.replace(field, f"{key}: {words}"))
    assert f"event 'open-day': {message}" in only


@pytest.mark.parametrize("field", ["what: Danger to life.", "who: Anyone"])
def test_nobody_stands_in_the_words_of_a_service(tmp_path, field):
    key = field.split(":")[0]
    (only,) = told(tmp_path, services=SERVICES.replace(field, f"{key}: Ring 07700 900123", 1))
    assert f"service '999': {MOBILE}" in only


def test_nobody_stands_in_the_note_of_a_force(tmp_path):
    (only,) = told(tmp_path, forces=FORCES + "  note: Ask jo.bloggs@northshire.police.uk\n")
    assert f"force 'westshire': {PERSON}" in only


def test_nobody_stands_on_a_page(tmp_path):
    root = real_project(tmp_path)
    page = root / "docs" / "events" / "index.md"
    text = page.read_text(encoding="utf-8")
    line = text.index("National workshops are")
    page.write_text(
        text[:line]
        + "Ring 07700 900123 or write to jo.bloggs@northshire.police.uk.\n\n"
        + text[line:],
        encoding="utf-8",
    )
    number = text[:line].count("\n") + 1
    mailbox, mobile = sorted(problems(root), key=lambda one: "mobile" in one)
    assert mailbox.startswith(f"docs/events/index.md:{number}:31: {PERSON}")
    assert mobile.startswith(f"docs/events/index.md:{number}:6: {MOBILE}")
