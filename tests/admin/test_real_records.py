"""Any record saved through the form keeps all else as it was, and the hub passes its check."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from peerhub.admin.desk import FormChange, FormDesk
from peerhub.admin.store import RecordsDraft
from peerhub.editing.yaml_places import remarks_of
from tests.projects import real_project

WORDED = {"services": "what", "evidence": "limits", "modules": "summary", "workshops": "summary"}
"""A field of each of some kinds that takes whatever words it is given."""
SOME = (
    *(("services", "999"), ("services", "nhs-111-wales"), ("modules", "listening")),
    *(("evidence", "creamer-2012"), ("workshops", "supporter-course")),
)
CALM = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}
WORDS = some.sampled_from(
    [
        "It's for everyone: yes, everyone.",
        "Learn to say # no, kindly, and \"how\" to ask.",
        "- Ŵyl, llŷr and a dash – at the head.",
        "Yes",
        "A long way round. " * 12,
        "[Not] {a} list & * ! | > % @",
    ]
)  # fmt: skip


class Folder:
    """A store of one state, which keeps what it is given."""

    words = "a folder"

    def __init__(self, root: Path) -> None:
        self.root = root
        self.kept: dict[str, bytes] = {}

    def newest(self) -> str:
        return "now"

    def lay_out(self, _: str, room: Path) -> None:
        shutil.copytree(self.root, room, dirs_exist_ok=True)

    def keep(self, _: str, files: dict[str, bytes], *words: str) -> RecordsDraft:
        assert words[0] == "Words"
        self.kept = dict(files)
        return RecordsDraft("draft/words")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Folder(real_project(tmp_path_factory.mktemp("hub")))


@pytest.fixture(scope="module")
def desk(store):
    made = FormDesk(store)
    yield made
    made.close()


def save_some(data, desk: FormDesk, store: Folder) -> None:
    changes = []
    for held in desk.lists():
        if held["key"] not in WORDED:
            continue
        ids = [one["id"] for one in held["records"]]
        for identity in data.draw(
            some.lists(some.sampled_from(ids), min_size=1, max_size=4, unique=True)
        ):
            record = desk.record(held["key"], identity)
            words = data.draw(WORDS).strip()
            value = {**record["value"], WORDED[held["key"]]: words}
            changes.append(FormChange(held["key"], identity, record["state"], value))
    hold(desk, store, changes)


def hold(desk: FormDesk, store: Folder, changes: list[FormChange]) -> None:
    """Save changes, and hold the files to what they were."""
    outcome = desk.save("Words", changes)
    assert outcome.faults == ()
    assert len(store.kept) == len(WORDED)
    for path, content in store.kept.items():
        before, after = (store.root / path).read_text("utf-8"), content.decode()
        assert remarks_of(after) == remarks_of(before)
        gone = [line for line in before.splitlines() if line not in set(after.splitlines())]
        assert len(gone) <= 5 * len(changes), path


@pytest.mark.nightly
def test_some_records_of_the_real_hub_pass_its_check(desk, store):
    words = "Learn to say # no: kindly, \"ŵyl\" - and 'how'. " * 4
    changes = []
    for key, identity in SOME:
        record = desk.record(key, identity)
        value = {**record["value"], WORDED[key]: words}
        changes.append(FormChange(key, identity, record["state"], value))
    hold(desk, store, changes)


@pytest.mark.nightly
@settings(max_examples=60, **CALM)
@given(data=some.data())
def test_hundreds_of_records_of_the_real_hub_pass_its_check(desk, store, data):
    save_some(data, desk, store)
