"""A folder that is served: damage, strangers' files, no room, kills; readers never see half."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from peerhub.publish.compose import Contents, compose, scan
from peerhub.publish.errors import PublishStopped
from peerhub.publish.targets import disk_store
from peerhub.publish.targets.folder import FolderTarget
from tests.projects import ROOT
from tests.publish.sites import hub, write


def publish(home, site):
    target, contents = FolderTarget(home), Contents()
    current = scan(site, contents)
    with target.held():
        before = target.current()
        made = compose(current, (), contents, target.read, hub(), before and before.name)
        return made, target.publish(made, contents)


def test_somebody_elses_files_are_left_alone(tmp_path):
    home = tmp_path / "www"
    home.mkdir()
    (home / "index.html").write_text("theirs")
    with pytest.raises(PublishStopped, match="holds files that this program did not put there"):
        publish(home, write(tmp_path / "site"))
    assert [one.name for one in home.iterdir()] == ["index.html"]


def test_a_link_that_somebody_changed_is_noticed(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(home, site)
    (home / "current").unlink()
    (home / "current").symlink_to("releases/elsewhere")
    with pytest.raises(PublishStopped, match="of which there is no record"):
        publish(home, site)


@pytest.mark.parametrize("damage", ["{", '{"format": 9}', "[]"])
def test_a_record_that_does_not_fit_is_refused(tmp_path, damage):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(home, site)
    (record,) = (home / "publications").glob("*.json")
    record.write_text(damage)
    with pytest.raises(PublishStopped):
        publish(home, site)
    assert (home / "current" / "index.html").is_file()


def test_a_damaged_content_is_made_again_from_the_site(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    made, _ = publish(home, site)
    stored = home / "store" / made.tree["index.html"][:2] / made.tree["index.html"]
    stored.unlink()
    stored.write_text("damaged")
    write(site, train="<p>Other</p>")
    publish(home, site)
    assert (home / "current" / "index.html").read_bytes() == (site / "index.html").read_bytes()


def test_a_damaged_content_that_only_an_edition_holds_is_told(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    made, _ = publish(home, site)
    target = FolderTarget(home)
    digest = made.tree["index.html"]
    (home / "store" / digest[:2] / digest).write_text("damaged")
    with pytest.raises(PublishStopped, match="is damaged: it is not what was published"):
        target.read(digest)


def test_everything_can_be_read_by_a_server_whatever_the_mask(tmp_path):
    before = os.umask(0o077)
    try:
        publish(tmp_path / "www", write(tmp_path / "site"))
    finally:
        os.umask(before)
    for one in [tmp_path / "www", *(tmp_path / "www").rglob("*")]:
        if one.name == ".lock" or one.is_symlink():
            continue
        assert one.stat().st_mode & 0o044 == 0o044, one


def test_no_room_is_told_and_readers_keep_what_they_had(tmp_path, monkeypatch):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(home, site)
    write(site, train="<p>Other</p>")

    def full(place, content):
        raise OSError(28, "No space left on device", str(place))

    monkeypatch.setattr(disk_store, "write_whole", full)
    with pytest.raises(PublishStopped, match=r"There is no room\. Free some space, then run again"):
        publish(home, site)
    assert b"Courses" in (home / "current" / "train" / "index.html").read_bytes()


def test_old_releases_and_what_only_they_held_go(tmp_path):
    home, site = tmp_path / "www", tmp_path / "site"
    for number in range(8):
        publish(home, write(site, train=f"<p>Text {number}</p>"))
    assert len(list((home / "releases").iterdir())) == 5
    assert len(list((home / "publications").glob("*.json"))) == 5
    texts = [one.read_bytes() for one in (home / "store").glob("*/*")]
    assert not any(b"Text 0" in text for text in texts)


PUBLISH = """
import os, signal, sys
sys.path[:0] = {path!r}
from pathlib import Path
from tests.publish.targets.test_folder import publish
home, step = sys.argv[1], int(sys.argv[3])
taken = 0

def count(event, arguments):
    global taken
    if event in {events!r} and any(str(one).startswith(home) for one in arguments):
        taken += 1
        if taken == step:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
publish(Path(home), Path(sys.argv[2]))
print(taken)
"""
EVENTS = frozenset(
    "open os.chmod os.link os.mkdir os.remove os.rename os.rmdir os.symlink shutil.rmtree".split()
)
"""What changes a folder, as Python tells of it before it is done."""


def killed(home, site, step):
    """Publish in a process of its own, killed just before a step; return how many it took."""
    code = PUBLISH.format(path=[str(ROOT / "src"), str(ROOT)], events=EVENTS)
    done = subprocess.run(
        [sys.executable, "-c", code, str(home), str(site), str(step)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return int(done.stdout) if done.returncode == 0 else None


def kills(tmp_path, count):
    """Kill publications at steps that are spread from their first to their last; return how many.

    A reader reads all the while: it meets one publication or the other, and never a mixture.
    """
    home = tmp_path / "www"

    def site(words):
        made = write(tmp_path / "site", train=f"<p>{words}</p>")
        for number in range(20):
            (made / f"page-{number}.txt").write_text(words * (number + 1))
        return made

    publish(home, site("one"))
    steps = killed(home, site("two"), 0)
    wrong, stop, reads = [], threading.Event(), 0

    def read():
        nonlocal reads
        while not stop.is_set():
            release = home / (home / "current").readlink()
            found = {(release / f"page-{one}.txt").read_text()[:3] for one in (0, 11, 19)}
            reads += 1
            if len(found) != 1:
                wrong.append(found)

    reader = threading.Thread(target=read)
    reader.start()
    stopped = 0
    try:
        for number in range(count):
            step = 1 + number * (steps - 1) // (count - 1)
            stopped += killed(home, site(f"{number:03}"), step) is None
    finally:
        stop.set()
        reader.join()
    assert wrong == []
    assert reads > 100
    publish(home, site("end"))
    assert (home / "current" / "page-0.txt").read_text() == "end"
    assert not list((home / "releases").glob(".*"))
    assert not list((home / "store").glob("*/.*"))
    return stopped


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_readers_a_whole_site_and_the_next_run_succeeds(tmp_path):
    assert kills(tmp_path, 4) >= 3


@pytest.mark.nightly
def test_a_hundred_kills_from_the_first_step_to_the_last(tmp_path):
    """With the kills of builds, over two hundred."""
    assert kills(tmp_path, 120) >= 110


class Killed(BaseException):
    """Stands for a kill: nothing catches it."""


class Countdown:
    """Lets a number of operations through, and stops before the next."""

    def __init__(self, left):
        self.left = left

    def over(self, real):
        def call(*given, **named):
            self.left -= 1
            if self.left == 0:
                raise Killed
            return real(*given, **named)

        return call


def test_every_single_step_may_be_the_last(tmp_path, monkeypatch):
    """Stop before each operation on the disk in turn: what is served is the old or the new."""
    for step in range(1, 400, 7):
        home = tmp_path / f"www-{step}"
        publish(home, write(tmp_path / "old", train="<p>aaa</p>"))
        new = write(tmp_path / "new", train="<p>bbb</p>")
        counted = Countdown(step).over
        with monkeypatch.context() as patch:
            for name in ("rename", "replace", "mkdir", "chmod", "unlink", "symlink_to"):
                patch.setattr(Path, name, counted(getattr(Path, name)))
            patch.setattr(os, "link", counted(os.link))
            patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
            try:
                publish(home, new)
                done = True
            except Killed:
                done = False
        words = (home / "current" / "train" / "index.html").read_text()
        assert "aaa" in words or "bbb" in words
        assert len(list((home / "current").rglob("index.html"))) == 3
        publish(home, new)
        assert "bbb" in (home / "current" / "train" / "index.html").read_text()
        if done:
            break
