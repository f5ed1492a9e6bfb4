"""Who may ask the desk for anything: a page on this machine that knows its key, and nobody else."""

from __future__ import annotations

import http.client
import json

import pytest

from peerhub.admin.local_git import LocalGit
from tests.admin.desks import KEY, hub_in_git, served_desk
from tests.projects import ROOT


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served_desk(LocalGit(hub_in_git(tmp_path_factory.mktemp("hub")))) as running:
        yield running


def ask(server, method: str, path: str, body: str | None = None, **headers: str):
    link = http.client.HTTPConnection("127.0.0.1", server.server_port)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    link.request(method, path, body, named)
    answer = link.getresponse()
    content = answer.read().decode()
    link.close()
    return answer, content


def test_the_page_is_whole_and_its_policy_lets_nothing_else_in(server):
    answer, content = ask(server, "GET", f"/admin/?key={KEY}")
    assert answer.status == 200
    assert f'content="{KEY}"' in content
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    for part in ("desk.js", "form.js", "draft.js", "desk.css"):
        assert ask(server, "GET", f"/admin/{part}")[0].status == 200
    assert ask(server, "GET", "/admin/../../pyproject.toml")[0].status == 404


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X_Desk_Key": "another"},
        {"X_Desk_Key": KEY, "Host": "evil.example"},
        {"X_Desk_Key": KEY, "Origin": "https://evil.example"},
        {"X_Desk_Key": KEY, "Sec_Fetch_Site": "cross-site"},
    ],
)
def test_whoever_has_no_key_or_comes_from_elsewhere_is_refused(server, headers):
    for method, path in (("GET", "/admin/api/lists"), ("POST", "/admin/api/save")):
        body = "{}" if method == "POST" else None
        kind = {"Content_Type": "application/json"} if body else {}
        answer, content = ask(server, method, path, body, **headers, **kind)
        assert answer.status == 403, (method, headers)
        assert json.loads(content)["said"].startswith("Open the whole address")


def test_a_form_of_another_page_cannot_send_anything(server):
    kind = "application/x-www-form-urlencoded"
    answer, _ = ask(server, "POST", "/admin/api/save", "a=b", X_Desk_Key=KEY, Content_Type=kind)
    assert answer.status == 403


@pytest.mark.parametrize(
    "body", ["", "[", "[]", '{"changes": [1]}', '{"changes": [{"kind": "x"}]}']
)
def test_what_cannot_be_read_is_answered_in_a_sentence(server, body):
    kind = "application/json"
    answer, content = ask(
        server, "POST", "/admin/api/save", body, X_Desk_Key=KEY, Content_Type=kind
    )
    assert answer.status == 422
    assert "Load it again." in json.loads(content)["said"]


def test_a_record_that_is_not_there_is_answered_in_a_sentence(server):
    answer, content = ask(server, "GET", "/admin/api/record?kind=x&id=y", X_Desk_Key=KEY)
    assert (answer.status, json.loads(content)["said"]) == (422, "There is no kind of record 'x'.")
    answer, content = ask(server, "GET", "/admin/api/record?kind=events&id=y", X_Desk_Key=KEY)
    assert json.loads(content)["said"].startswith("There is no event 'y' any more")


def test_the_desk_is_no_part_of_the_public_site():
    addresses = (ROOT / "data/ledger/addresses.txt").read_text()
    assert "/about/" in addresses
    assert "/admin/" not in addresses
    assert not list((ROOT / "overrides").rglob("desk*"))
