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
            "2099-12-01",
            "data/forces.yml:27:19: force 'westshire': confirmed_on (2099-12-01) is still to come. "
            "Write the day on which somebody looked.",
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


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Email from Jane Smith, wellbeing lead", "'Jane Smith'"),
        ("Letter from J. Smith", "'J. Smith'"),
        ("Letter from J Smith", "'J Smith'"),
        ("Letter from sgt brown", "'sgt brown'"),
        ("Letter from Sgt O'Neill", '"Sgt O\'Neill"'),
        ("Letter from Det Ch Insp Brown", "'Det Ch Insp Brown'"),
        ("Letter from DCI SMITH", "'DCI SMITH'"),
        ("Letter from jane, wellbeing lead", "'jane'"),
        ("Letter from the sergeant brown", "'sergeant brown'"),
        ("Smith, wellbeing lead: letter", "'Smith'"),
        ("Letter from the wellbeing lead (Ŵyn Llŷr)", "'Ŵyn Llŷr'"),
        ("Letter from PC 1234", "'PC 1234'"),
        ("Letter from the wellbeing lead, tel 07700 900123", "a mobile number"),
        ("Letter from the wellbeing lead, +44 7700 900123", "a mobile number"),
    ],
)
def test_a_source_that_may_name_a_person_is_refused(tmp_path, source, found):
    block = BLOCK.replace("Letter from the wellbeing lead", f'"{source}"')
    assert told(tmp_path, block) == [
        f"data/forces.yml:28:13: force 'westshire': the source holds {found}, and may not name "
        "a person. Say what it is and where it is kept, with roles only: "
        "'Letter from the wellbeing lead, hub file 12'."
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Letter from the wellbeing lead, hub file 12",
        "Email from the Chief Constable's office, 3 March 2026",
        "Letter from the chief constable",
        "Form from the ACC for People and Organisational Development",
        "Minutes of the Wellbeing Board, hub file 7 (March 2026)",
        "Letter from Eastshire Police and Westshire's occupational health unit",
        "Return to the National Police Wellbeing Service",
        "Email from the team's mailbox; tel 01632 960123",
    ],
)
def test_a_source_of_roles_and_forces_is_taken(tmp_path, source):
    assert told(tmp_path, BLOCK.replace("Letter from the wellbeing lead", f'"{source}"')) == []


@pytest.mark.parametrize(
    ("address", "part"),
    [
        (
            "https://www.facebook.com/jane.smith",
            "'https://www.facebook.com/jane.smith' is not on a police or government host",
        ),
        ("https://westshire.police.uk.evil.com/", "is not on a police or government host"),
        ("https://westshire.police.uk/jane.smith", "'jane.smith' in the address looks like"),
        ("https://westshire.police.uk/team/JaneSmith.aspx", "'JaneSmith.aspx' in the address"),
        ("https://westshire.police.uk/~jsmith", "'~jsmith' in the address looks like"),
        ("https://westshire.police.uk/people/jsmith", "'jsmith' in the address looks like"),
        ("https://westshire.police.uk/a?user=jsmith", "'jsmith' in the address looks like"),
        ("https://jane.smith@westshire.police.uk/", "before its '@'"),
    ],
)
def test_an_intranet_page_is_the_force_s_own_and_nobody_s(tmp_path, address, part):
    (only,) = told(tmp_path, BLOCK + f"    intranet: {address}\n")
    assert only.startswith("data/forces.yml:29:15: force 'westshire': ")
    assert part in only


@pytest.mark.parametrize(
    "path",
    ["", "/", "/peer-support", "/sites/Wellbeing/SitePages/Peer-Support.aspx", "/people/wellbeing",
     "/hr/westshire-police-support?id=12"],
)  # fmt: skip
def test_a_page_of_the_team_is_taken(tmp_path, path):
    block = BLOCK + f"    intranet: https://intranet.westshire.police.uk{path}\n"
    assert told(tmp_path, block) == []


def test_a_stage_is_never_typed(tmp_path):
    (only,) = told(tmp_path, BLOCK + "    stage: Peer Support Force\n")
    assert "force 'westshire' has an unknown key 'stage'" in only


def test_two_forces_may_not_share_the_letters_of_a_tile(tmp_path):
    forces = FORCES.replace("  tile:", "  code: SHR\n  tile:")
    assert problems(small_project(tmp_path, forces=forces)) == [
        "data/forces.yml:26:9: 'westshire' has the same code as 'eastshire' (SHR). "
        "Give each force its own letters."
    ]


@pytest.mark.parametrize(
    ("line", "place", "name"),
    [
        ("  aliases: [The shire, Eastshire]\n", "26:24", "Eastshire"),
        ("  aliases: [EASTSHIRE POLICE]\n", "26:13", "EASTSHIRE POLICE"),
        ("  name_cy: Eastshire\n", "26:12", "Eastshire"),
    ],
)
def test_a_name_belongs_to_one_force(tmp_path, line, place, name):
    assert told(tmp_path, line) == [
        f"data/forces.yml:{place}: 'westshire' is called '{name}', and so is 'eastshire'. Give "
        "each force its own names."
    ]


def test_a_force_may_have_its_own_name_among_its_aliases(tmp_path):
    assert told(tmp_path, "  aliases: [Westshire Police, westshire]\n") == []


def test_a_truth_in_place_of_a_row_is_told_once(tmp_path):
    forces = FORCES.replace("tile: {row: 0, col: 0}", "tile: {row: true, col: 1}")
    forces = forces.replace("tile: {row: 0, col: 1}", "tile: {row: 1, col: 1}")
    assert problems(small_project(tmp_path, forces=forces)) == [
        "data/forces.yml:25:15: force 'westshire': 'tile, row' should be a whole number, not "
        "'True'. Write digits only, without quotes."
    ]
