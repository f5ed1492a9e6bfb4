"""Problems as people, GitHub and other programs read them."""

from __future__ import annotations

import json

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.report import written
from peerhub.cli import main
from peerhub.faults import Code
from tests.projects import FORCES, small_project

ISSUE = Issue("data/forces.yml", 7, 3, Code.UNKNOWN_KEY, "it is wrong", "Mend it.")


def test_for_people_the_code_stands_at_the_end_of_the_line():
    assert written([ISSUE], "text").splitlines() == [
        "data/forces.yml:7:3: it is wrong. Mend it. [PH010]",
        "1 problem found.",
    ]


def test_github_shows_the_code_above_the_line():
    assert written([ISSUE], "github") == (
        "::error file=data/forces.yml,line=7,col=3,title=PH010::it is wrong%0AMend it."
    )


def test_json_holds_every_part_by_name():
    assert json.loads(written([ISSUE], "json")) == [
        {
            "file": "data/forces.yml",
            "line": 7,
            "column": 3,
            "code": "PH010",
            "level": "error",
            "message": "it is wrong",
            "hint": "Mend it.",
        }
    ]


def test_sarif_names_the_rule_and_the_place():
    (run,) = json.loads(written([ISSUE], "sarif"))["runs"]
    assert [one["id"] for one in run["tool"]["driver"]["rules"]] == ["PH010"]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("PH010", "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 7,
        "startColumn": 3,
    }


def test_the_command_writes_json_alone_to_its_output(tmp_path, capsys):
    root = small_project(tmp_path, forces=FORCES.replace("website:", "websit:", 1))
    assert main(["--root", str(root), "check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert {one["code"] for one in found} == {"PH010"}
