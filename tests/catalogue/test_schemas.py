"""Schemas say to an editor what the check would say, and they are as new as the models."""

from __future__ import annotations

import json
import re

import fastjsonschema
import pytest
import yaml

from peerhub.catalogue.kinds import KINDS
from peerhub.catalogue.schemas import helps, line_for, schema_path, schemas, write_schemas
from peerhub.cli import main
from peerhub.models import Event
from tests.projects import ROOT

FILES = sorted({kind.file for kind in KINDS})


class Editor(yaml.SafeLoader):
    """YAML as editors read it, by version 1.2: a day is text, and so is what looks like a clock."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in held if not tag.endswith((":timestamp", ":bool"))]
    for first, held in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def checked(file: str, text: str) -> str:
    """Return what a validator says of a data file, or nothing when it is content."""
    schema = json.loads((ROOT / schema_path(file)).read_text(encoding="utf-8"))
    try:
        fastjsonschema.compile(schema)(yaml.load(text, Loader=Editor))
    except fastjsonschema.JsonSchemaException as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize("file", FILES)
def test_each_data_file_names_its_schema_and_is_sound_by_it(file):
    text = (ROOT / "data" / file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == line_for(file)
    assert checked(file, text) == ""


def test_the_schemas_are_as_new_as_the_models():
    for path, text in schemas().items():
        held = (ROOT / path).read_text(encoding="utf-8")
        assert held == text, f"{path} is behind the models: run .venv/bin/peerhub schemas"


def test_the_command_writes_what_is_behind_and_nothing_else(tmp_path, capsys):
    write_schemas(tmp_path)
    (tmp_path / schema_path("events.yml")).write_text("{}", encoding="utf-8")
    assert main(["--root", str(tmp_path), "schemas"]) == 0
    assert capsys.readouterr().out == "Wrote data/schemas/events.json\n"
    assert main(["--root", str(tmp_path), "schemas"]) == 0
    assert capsys.readouterr().out == "Every schema is as it should be.\n"


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("events.yml", "kind: observance", "kind: observence"),
        ("events.yml", "title: Time", "titel: Time"),
        ("events.yml", "date: 2027-02-04", "date: February"),
        ("events.yml", "revision: 0", "revision: '0'"),
        ("events.yml", "status: planned", "status: planned\n  start: 9.30"),
        ("events.yml", "status: planned", "status: planned\n  start: '9:30'"),
        ("events.yml", "source: https:", "source: http:"),
        ("events.yml", "- id: time-to-talk-day-2027", "- id: Time to Talk"),
        ("services.yml", "\n  publish: 'yes'", "\n  publish: 'perhaps'"),
        ("services.yml", "urgent: true", "urgent: 'yes'"),
        ("modules.yml", "  minutes: ", "  minuts: "),
        ("posters.yml", "  layout: talk", "  layout: [talk]"),
        ("site.yml", "  name: Peer", "  nmae: Peer"),
    ],
)
def test_what_a_schema_can_see_is_seen(file, right, wrong):
    text = (ROOT / "data" / file).read_text(encoding="utf-8")
    assert right in text
    assert checked(file, text.replace(right, wrong, 1)) != ""


def test_an_editor_reads_the_words_of_the_check_and_of_the_models():
    event = json.loads((ROOT / schema_path("events.yml")).read_text())["definitions"]["event"]
    start = event["properties"]["start"]
    assert start["patternErrorMessage"] == 'Write hours and minutes in quotes, such as "09:30".'
    assert start["examples"] == ["09:30"]
    assert event["properties"]["organiser"]["description"] == helps(Event)["organiser"]
    assert "owner" not in event["required"]
    assert "title" in event["required"]


def test_the_project_opens_ready_to_edit():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text())
    assert settings["yaml.validate"]
    held = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    assert re.fullmatch(r"debian:[a-z]+@sha256:[0-9a-f]{64}", held["image"])
    assert held["image"] in (ROOT / ".github/workflows/ci.yml").read_text()
    extensions = json.loads((ROOT / ".vscode/extensions.json").read_text())["recommendations"]
    assert held["customizations"]["vscode"]["extensions"] == extensions
