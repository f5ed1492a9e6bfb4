"""Problems as people, GitHub and other programs read them."""

from __future__ import annotations

import json

from peerhub.catalogue.issue import Issue, Issues
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


def test_what_two_rules_say_of_one_place_is_told_once():
    def at(line, column, code, said):
        return Issue("a.md", line, column, code, said, "Mend it.")

    kept = [
        at(1, 3, Code.UNKNOWN_KEY, "there is an unknown key 'titel'"),
        at(2, 5, Code.INVISIBLE, "there is a hard space"),
        at(3, 5, Code.HARSH_WORDS, "'100% confidential' promises too much"),
        at(4, 1, Code.BROKEN_LIST, "'•' makes no list"),
        at(5, 1, Code.MISSING_KEY, "there is no 'id'"),
        at(5, 1, Code.MISSING_KEY, "there is no 'kind'"),
        at(6, 9, Code.SPELLING, "'titel' is not spelled as in Britain"),
        at(7, 9, Code.BADLY_WRITTEN, "'https://a b' is not a web address"),
        at(8, 9, Code.READ_OTHERWISE, "11:10 without quotes is read as a number"),
    ]
    again = [
        at(1, 3, Code.SPELLING, "'titel' is not spelled as in Britain"),
        at(2, 5, Code.LETTER, "there is a hard space"),
        at(3, 10, Code.NO_LIMITS, "'confidential' stands here without its limits"),
        at(4, 2, Code.LETTER, "there is a tab"),
        at(7, 9, Code.MALFORMED_LINK, "the address https://a stands here and is no link"),
        at(8, 9, Code.PHONE, "'11:10' is not the number of a public service"),
    ]
    assert list(Issues([*kept, *again]).issues) == kept


def test_a_remark_that_is_no_call_is_not_told_as_a_mark_too():
    def at(code):
        return Issue("a.md", 1, 1, code, "{# a note #} is wrong", "Mend it.")

    assert [one.code for one in Issues([at(Code.NOT_A_CALL), at(Code.RAW_HTML)]).issues] == [
        Code.NOT_A_CALL
    ]
