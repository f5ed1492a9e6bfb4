"""Drafts on a host, tried on a fake of its interface."""

from __future__ import annotations

import http.server
import threading

import pytest

from peerhub.admin.command import KEYS
from peerhub.admin.desk import FormDesk
from peerhub.admin.github import GitHub
from peerhub.admin.store import LostConnection, NoRights, StoreStopped
from peerhub.cli import main
from tests.admin.desks import changed, commit, git, hub_in_git, lines_of
from tests.admin.test_desk import FOUR, four
from tests.fake_github import KEY, NAME, fake_host


@pytest.fixture
def root(tmp_path):
    return hub_in_git(tmp_path / "here")


@pytest.fixture
def host(root, tmp_path):
    with fake_host(root, tmp_path / "there.git") as running:
        yield running


@pytest.fixture
def desk(root, host):
    made = FormDesk(GitHub(NAME, KEY, root, host.address))
    yield made
    made.close()


def test_four_records_are_one_draft_pull_request_of_exactly_those_lines(desk, host):
    outcome = desk.save("New hours", four(desk))
    assert outcome.draft.address == f"{host.address}/police/hub/pull/1"
    (pull,) = host.pulls
    assert (pull["title"], pull["head"], pull["base"]) == ("New hours", "draft/new-hours", "main")
    assert pull["draft"] is True
    assert pull["body"].startswith("Changed with the form: service Helpline, service Emergency")
    assert lines_of(git(host.bare, "diff", "-U0", "main", "draft/new-hours")) == FOUR
    assert git(host.bare, "rev-parse", "draft/new-hours^") == git(host.bare, "rev-parse", "main")


def test_what_this_machine_has_is_not_fetched_and_what_differs_is(root, desk, host):
    desk.lists()
    assert not any(one.startswith("GET /git/blobs/") for one in host.asked)
    file = root / "data/services.yml"
    file.write_text(file.read_text().replace("Somebody to talk to.", "A person to talk to."))
    commit(root, "On the host alone")
    git(root, "push", "-q", str(host.bare), "main")
    git(root, "reset", "-q", "--hard", "HEAD^")
    held = desk.record("services", "helpline")
    assert held["value"]["what"] == "A person to talk to."
    assert sum(one.startswith("GET /git/blobs/") for one in host.asked) == 1


def test_a_record_that_changed_on_the_host_meanwhile_is_a_conflict(root, desk, host):
    mine = changed(desk, "services", "helpline", who="All")
    file = root / "data/services.yml"
    file.write_text(file.read_text().replace("Somebody to talk to.", "A person to talk to."))
    commit(root, "Meanwhile")
    git(root, "push", "-q", str(host.bare), "main")
    (conflict,) = desk.save("Words", [mine]).conflicts
    assert conflict.now["value"]["what"] == "A person to talk to."
    assert host.pulls == []


def test_an_editor_without_rights_is_told_whom_to_ask(desk, host):
    changes = four(desk)
    host.may_write = False
    with pytest.raises(NoRights) as told:
        desk.save("Words", changes)
    assert str(told.value) == (
        "Your account may read police/hub and may not change it. Ask whoever looks after it for "
        "the right to write, or send what you typed to the hub's mailbox."
    )


def test_a_lost_connection_is_told_and_a_second_try_keeps_the_draft(desk, host):
    changes = four(desk)
    host.is_down = True
    with pytest.raises(LostConnection, match=r"does not answer now \(503\)\. What you"):
        desk.save("Words", changes)
    host.is_down = False
    assert desk.save("Words", changes).draft.branch == "draft/words"


def test_a_host_that_cannot_be_reached_is_told(root):
    store = GitHub(NAME, KEY, root, "http://127.0.0.1:9")
    with pytest.raises(LostConnection, match=r"police/hub cannot be reached\. Nothing was lost"):
        store.newest()


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        (NAME, "old", "The host does not know your key any more."),
        ("police/other", KEY, "Your account may not read police/other, or there is no such"),
    ],
)
def test_a_wrong_key_or_name_is_told(root, host, name, key, said):
    with pytest.raises(NoRights, match=said):
        GitHub(name, key, root, host.address).newest()


def test_the_key_goes_nowhere_else(root):
    seen = []

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.headers.get("Authorization"))
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_port}/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format, *args):  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with pytest.raises(StoreStopped):
        GitHub(NAME, KEY, root, f"http://127.0.0.1:{server.server_port}").newest()
    server.shutdown()
    assert seen == [f"Bearer {KEY}"]


def test_without_a_key_the_command_says_what_to_set(root, monkeypatch, capsys):
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    assert main(["--root", str(root), "admin", "--github", NAME]) == 1
    assert capsys.readouterr().err == (
        "There is no key to the host. Put one that may write to the repository into GITHUB_TOKEN, "
        "and run this again.\n"
    )


def test_a_port_that_is_taken_is_told(root, host, capsys):
    port = host.address.rpartition(":")[2]
    assert main(["--root", str(root), "admin", "--port", port]) == 1
    assert capsys.readouterr().err.startswith(f"Something else listens on port {port}.")
