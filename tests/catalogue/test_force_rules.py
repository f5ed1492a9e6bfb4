"""What may enter a force's record, and what an editor is told when it may not."""

from __future__ import annotations

import pytest

from tests.projects import FORCES, SITE, problems, small_project

BLOCK = """\
  peer_support:
    confirmed_on: 2026-11-01
    source: Letter from the wellbeing lead
"""
DEMONSTRATION = SITE.replace("  dated:", "  demonstration: true\n  dated:")


def told(tmp_path, block: str, site: str = SITE) -> list[str]:
    return problems(small_project(tmp_path, forces=FORCES + block, site=site))


def test_a_sound_record_is_not_mentioned(tmp_path):
    assert told(tmp_path, BLOCK + "    mailbox: peer.support@westshire.police.uk\n") == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "    confirmed_on: 2026-11-01\n",
            "",
            "data/forces.yml:27:5: force 'westshire' has no 'confirmed_on'. "
            "Add the line 'confirmed_on: …'.",
        ),
        (
            "    source: Letter from the wellbeing lead\n",
            "",
            "data/forces.yml:27:5: force 'westshire' has no 'source'. Add the line 'source: …'.",
        ),
        (
            "2026-11-01",
            "2026-12-01",
            "data/forces.yml:27:19: force 'westshire': confirmed_on (2026-12-01) is later than "
            "the hub's own day (2026-11-23). "
            "Correct it, or bring 'dated' in data/site.yml up to today.",
        ),
        (
            "Letter from the wellbeing lead",
            "Letter from Sgt Brown",
            "data/forces.yml:28:13: force 'westshire': the source holds 'Sgt Brown', and may not "
            "name a person. Say what it is and where it is kept, with roles only: "
            "'Letter from the wellbeing lead, hub file 12'.",
        ),
        (
            "Letter from the wellbeing lead",
            "Email from a.brown@westshire.police.uk",
            "data/forces.yml:28:13: force 'westshire': the source holds an email address, and "
            "may not name a person. Say what it is and where it is kept, with roles only: "
            "'Letter from the wellbeing lead, hub file 12'.",
        ),
    ],
)
def test_a_record_needs_its_day_and_a_source_that_names_nobody(tmp_path, old, new, expected):
    assert told(tmp_path, BLOCK.replace(old, new)) == [expected]


@pytest.mark.parametrize(
    ("mailbox", "part"),
    [
        ("peer.support@westshire.org.uk", "is not on a police or government mail system"),
        ("peer.support@police.uk.net", "is not on a police or government mail system"),
        ("peer.support@gmail.com", "is on a free-mail service"),
        ("ann.brown@westshire.police.uk", "looks like one person's mailbox"),
        ("peer.support@westshire.example", "is on an invented host"),
    ],
)
def test_a_mailbox_belongs_to_a_role_on_a_police_or_government_host(tmp_path, mailbox, part):
    (only,) = told(tmp_path, BLOCK + f"    mailbox: {mailbox}\n")
    assert only.startswith("data/forces.yml:29:14: force 'westshire': ")
    assert part in only


@pytest.mark.parametrize(
    "host", ["westshire.police.uk", "westshire.pnn.police.uk", "mod.gov.uk", "gov.im", "police.je"]
)
def test_police_and_government_hosts_pass(tmp_path, host):
    assert told(tmp_path, BLOCK + f"    mailbox: peer.support@{host}\n") == []


def test_invented_hosts_pass_in_the_demonstration_alone(tmp_path):
    block = BLOCK + (
        "    mailbox: peer.support@westshire.example\n"
        "    intranet: https://intranet.westshire.example/\n"
    )
    assert told(tmp_path, block, DEMONSTRATION) == []
    assert [line.split(": ", 2)[2] for line in told(tmp_path, block)] == [
        f"'{value}' is on an invented host. Hosts in .example are for the demonstration in "
        "examples/. Write what the force has confirmed."
        for value in ("peer.support@westshire.example", "https://intranet.westshire.example/")
    ]


def test_a_stage_is_never_typed(tmp_path):
    (only,) = told(tmp_path, BLOCK + "    stage: Peer Support Force\n")
    assert "force 'westshire' has an unknown key 'stage'" in only


def test_two_forces_may_not_share_the_letters_of_a_tile(tmp_path):
    forces = FORCES.replace("  tile:", "  code: SHR\n  tile:")
    assert problems(small_project(tmp_path, forces=forces)) == [
        "data/forces.yml:26:9: 'westshire' has the same code as 'eastshire' (SHR). "
        "Give each force its own letters."
    ]
