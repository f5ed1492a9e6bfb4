"""What an editor reads when a data file is wrong, word for word."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from tests.projects import EVENT, FORCES, SITE, problems, real_project, small_project


def test_the_small_project_is_sound(tmp_path):
    assert problems(small_project(tmp_path)) == []


def test_the_real_project_counts_uk_forces_without_partners():
    from tests.projects import ROOT

    found = load(ROOT)
    kinds = [force.type for force in found.forces]
    assert len(found.uk_forces) == kinds.count("territorial") + kinds.count("special")
    assert {force.id for force in found.forces} - {force.id for force in found.uk_forces} == {
        "national-crime-agency",
        "isle-of-man",
        "guernsey",
        "jersey",
    }


def test_no_real_force_has_a_peer_support_block_that_it_did_not_confirm():
    from tests.projects import ROOT

    assert [force.id for force in load(ROOT).forces if force.peer_support] == []


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"events": None},
            [
                "data/events.yml:1:1: the file is missing. "
                "Bring it back: git checkout -- data/events.yml."
            ],
        ),
        (
            {"events": ""},
            [
                "data/events.yml:1:1: the file is empty. "
                "Bring it back: git checkout -- data/events.yml."
            ],
        ),
        (
            {"events": "# only a comment\n"},
            [
                "data/events.yml:1:1: the file is empty. "
                "Bring it back: git checkout -- data/events.yml."
            ],
        ),
        (
            {"events": "- one\n- two\n"},
            ["data/events.yml:1:1: the file does not start with 'events:'. Add that line."],
        ),
        (
            {"events": "event: []\n"},
            [
                "data/events.yml:1:1: unknown key 'event' at the top of the file. "
                "Did you mean 'events'?"
            ],
        ),
        (
            {"events": "events:\n"},
            [
                "data/events.yml:1:8: 'events' should be a list. "
                "Start each item with '- ', or write 'events: []' for none."
            ],
        ),
        (
            {"events": "events:\n\t- id: a\n"},
            ["data/events.yml:2:1: a tab is used to indent. Use spaces."],
        ),
        (
            {"events": b"events:\n- title: caf\xe9\n"},
            ["data/events.yml:2:13: the byte 0xe9 is not UTF-8 text. Save the file as UTF-8."],
        ),
        (
            {"events": EVENT.replace("  title: Open day", " title: Open day")},
            [
                "data/events.yml:5:2: this line does not fit in with those above. "
                "Check its indent, and the quotes in the lines above."
            ],
        ),
        (
            {"events": EVENT.replace("title: Open day", "title: Open day: all")},
            [
                "data/events.yml:5:18: there is a colon here that YAML cannot place. "
                "Check the indent of this line and the one above; "
                "put text that holds ': ' in quotes."
            ],
        ),
        (
            {"forces": FORCES.replace("id: westshire", "id: eastshire")},
            [
                "data/forces.yml:17:7: the id 'eastshire' is used twice; the first is on line 8. "
                "Give each its own id.",
            ],
        ),
        (
            {"forces": FORCES.replace("  neighbours: [eastshire]\n", "")},
            [
                "data/forces.yml:15:16: 'eastshire' lists 'westshire' in neighbours, but "
                "'westshire' does not list 'eastshire'. Add 'eastshire' to the neighbours of "
                "'westshire', or take it out here.",
            ],
        ),
        (
            {"forces": FORCES.replace("neighbours: [eastshire]", "neighbours: [eastshir]")},
            [
                "data/forces.yml:24:16: there is no force 'eastshir'. Did you mean 'eastshire'?",
            ],
        ),
        (
            {"forces": FORCES.replace("col: 0", "col: 1")},
            [
                "data/forces.yml:25:9: 'westshire' has the same tile as 'eastshire' (row 0, col "
                "1). "
                "Give each force its own tile."
            ],
        ),
        (
            {
                "forces": FORCES.replace(
                    "region: north\n  website: https://www.w",
                    "region: nrth\n  website: https://www.w",
                )
            },
            ["data/forces.yml:22:11: there is no region 'nrth'. Did you mean 'north'?"],
        ),
        (
            {"forces": FORCES.replace("https://www.westshire", "http://www.westshire")},
            [
                "data/forces.yml:23:12: force 'westshire': the address "
                "'http://www.westshire.example/' does not start with https://. "
                "Write the whole address, starting with https://."
            ],
        ),
        (
            {"forces": FORCES.replace("nation: England", "nation: Englnd", 1)},
            [
                "data/forces.yml:11:11: force 'eastshire': 'nation' is 'Englnd', which is not one "
                "of "
                "its choices. Did you mean 'England'?"
            ],
        ),
        (
            {"forces": FORCES.replace("  short_name: Eastshire\n", "  shrt_name: Eastshire\n")},
            [
                "data/forces.yml:10:3: force 'eastshire' has an unknown key 'shrt_name'. "
                "Did you mean 'short_name'?",
            ],
        ),
        (
            {
                "forces": FORCES.replace(
                    "  name: Westshire Police\n", "  name: Westshire Police\n  name: West Police\n"
                )
            },
            [
                "data/forces.yml:19:3: 'name' is given twice; the first is on line 18. "
                "Keep one of them."
            ],
        ),
        (
            {"forces": FORCES.replace("owner: hub-editors", "owner: hub-editor")},
            [
                "data/forces.yml:2:10: there is no owner 'hub-editor'. Did you mean 'hub-editors'?",
            ],
        ),
        (
            {"forces": FORCES.replace("review_by: 2027-05-01", "review_by: soon")},
            [
                "data/forces.yml:3:14: the defaults: 'review_by' should be a date, not 'soon'. "
                "Write year-month-day without quotes: 2027-02-04."
            ],
        ),
        (
            {"forces": FORCES.replace("id: westshire", "id: West Shire")},
            [
                "data/forces.yml:17:7: force 'West Shire': 'id' is 'West Shire'. "
                "Use small letters, digits and single hyphens only: north-wales.",
            ],
        ),
        (
            {"events": EVENT + "  forces: [eastshre]\n"},
            ["data/events.yml:13:12: there is no force 'eastshre'. Did you mean 'eastshire'?"],
        ),
        (
            {"events": EVENT + "  end_date: 2027-02-28\n"},
            [
                "data/events.yml:13:13: event 'open-day': the event ends (2027-02-28) before it "
                "starts "
                "(2027-03-01). Put date and end_date in order."
            ],
        ),
        (
            {"events": EVENT + '  start: "10:00"\n  end: "09:00"\n'},
            [
                "data/events.yml:14:8: event 'open-day': the event ends (09:00) before it starts "
                "(10:00). Put start and end in order, or give an end_date."
            ],
        ),
        (
            {"events": EVENT + '  start: 10:00\n  end: "11:00"\n'},
            [
                "data/events.yml:13:10: 10:00 without quotes is read as a number. "
                'Write "10:00" in quotes.'
            ],
        ),
        (
            {"events": EVENT.replace("2027-03-01", "2027-06-31")},
            ["data/events.yml:7:9: the date 2027-06-31 does not exist. Check the calendar."],
        ),
        (
            {"events": EVENT + "  booking: {by: email, mailbox: jane.smith@kent.police.uk}\n"},
            [
                "data/events.yml:13:33: event 'open-day': 'jane.smith@kent.police.uk' looks like "
                "one "
                "person's mailbox. Use a role mailbox, such as peer.support@ or wellbeing.team@ at "
                "the force."
            ],
        ),
        (
            {"events": EVENT + "  booking: {by: email, mailbox: peer.support@gmail.com}\n"},
            [
                "data/events.yml:13:33: event 'open-day': 'peer.support@gmail.com' is on a "
                "free-mail "
                "service. Use the role mailbox that the force's own mail system provides."
            ],
        ),
        (
            {
                "forces": FORCES + "  peer_support: {confirmed_on: 2026-11-01, source: letter, "
                'phone: "07700 900123"}\n'
            },
            [
                "data/forces.yml:26:67: force 'westshire': '07700 900123' is a mobile number. "
                "Use a switchboard, an extension or another number that belongs to a role."
            ],
        ),
        (
            {"site": SITE.replace("edition: '2026.1'", "edition: one")},
            [
                "data/site.yml:6:12: site: 'edition' is 'one'. "
                "Write the year, a full stop and a number: 2026.1."
            ],
        ),
        (
            {"site": SITE.replace("hub.example/", "hub.example")},
            [
                "data/site.yml:4:12: site: the hub's address 'https://hub.example' does not end "
                "with a slash. Add it: pages and editions stand below this address."
            ],
        ),
        (
            {"events": "events: &all []\nx: *all\n"},
            [
                "data/events.yml:1:9: a value cannot begin with '&'. "
                'Put the text in quotes, such as "Tea & talk".',
                "data/events.yml:2:1: unknown key 'x' at the top of the file. "
                "Take it out, or indent it.",
                "data/events.yml:2:4: a value cannot begin with '*'. "
                'Put the text in quotes, such as "Tea & talk".',
            ],
        ),
    ],
)
def test_each_fault_is_a_line_with_its_remedy(tmp_path, files, expected):
    assert problems(small_project(tmp_path, **files)) == expected


def test_faults_in_several_files_are_reported_together(tmp_path):
    root = small_project(
        tmp_path,
        forces=FORCES.replace("col: 0", "col: zero"),
        events=EVENT.replace("kind: networking", "kind: network"),
        services=None,
    )
    files = [line.split(":")[0] for line in problems(root)]
    assert files == ["data/events.yml", "data/forces.yml", "data/services.yml"]


def test_a_fault_in_one_force_causes_no_second_message_about_those_that_name_it(tmp_path):
    broken = FORCES.replace("website: https://www.westshire.example/", "website: westshire")
    (only,) = problems(small_project(tmp_path, forces=broken))
    assert only.startswith("data/forces.yml:23:12: force 'westshire': the address 'westshire'")


def test_words_with_odd_characters_come_through_unchanged(tmp_path):
    name = "Heddlu'r Tŵr ŷ O'Neill & Sons"
    root = small_project(tmp_path, forces=FORCES.replace("Westshire Police", name))
    assert load(root).force_by_id["westshire"].name == name


def test_a_module_without_its_text_is_reported(tmp_path):
    root = real_project(tmp_path)
    text = next((root / "docs/train/modules").glob("[!i]*.md"))
    text.unlink()
    (only,) = problems(root)
    assert only.startswith("data/modules.yml:")
    assert only.endswith(
        f"module '{text.stem}' has no text. "
        f"Write docs/train/modules/{text.stem}.md, or correct the id."
    )
