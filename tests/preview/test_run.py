"""`peerhub serve`, from its first line to its last."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from peerhub.preview.run import _follow
from peerhub.preview.server import News
from peerhub.preview.work import Shown
from tests.preview.scratch import whole_project


def test_a_save_reaches_the_reader_a_fault_too_and_ctrl_c_ends_it(tmp_path):
    root = whole_project(tmp_path)
    serving = subprocess.Popen(
        [sys.executable, "-m", "peerhub", "--root", root, "serve", "--address", "127.0.0.1:0"],
        stderr=subprocess.PIPE,
        text=True,
        # Whoever runs the tests in the background has the signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        address = re.search(r"http://[\d.:]+/", serving.stderr.readline())[0]
        assert re.match(r"Shown after .* pages set again\.", serving.stderr.readline())

        def page(path: str) -> str:
            with urllib.request.urlopen(address + path, timeout=60) as answer:
                return answer.read().decode()

        def state(after: str = "") -> str:
            return page(f".preview/news?after={after}")[11:-2]

        before = state()
        text = (root / "docs" / "support.md").read_text(encoding="utf-8")
        (root / "docs" / "support.md").write_text(text.replace("for tests.\n{", "for O'Neill.\n{"))
        then = state(before)
        assert "This page is for O'Neill." in page("support/")
        (root / "docs" / "support.md").write_text(text.replace("{: .lead }", ""))
        state(then)
        told = page("forces/eastshire/")
        assert "docs/support.md:8:1: the page does not start with its purpose." in told
        assert "Eastshire Police" in told
        serving.send_signal(signal.SIGINT)
        assert "Traceback" not in serving.communicate(timeout=60)[1]
    finally:
        serving.kill()
        serving.wait()


class Ended(Exception):
    """The process has made way for another."""


class Changes:
    def __init__(self, *several) -> None:
        self.several = iter(several)

    def changed(self, _seconds):
        return next(self.several)

    def settle(self, _changes) -> None:
        """Nothing is away here."""


class Pages:
    def __init__(self) -> None:
        self.rounds = 0

    def show(self) -> Shown:
        self.rounds += 1
        return Shown()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "More has changed at once than can be told apart: starting again."),
        ("src/peerhub/words.py", "The program has changed: starting again."),
        ("hooks/preview.py", "The program has changed: starting again."),
    ],
)
def test_a_new_process_takes_over_where_changes_were_lost_or_the_program_changed(
    tmp_path, monkeypatch, capsys, name, why
):
    def execv(program, arguments):
        raise Ended(program, arguments)

    monkeypatch.setattr("os.execv", execv)
    pages = Pages()
    page = tmp_path / "docs" / "page.md"
    with pytest.raises(Ended) as ended:
        _follow(Changes({page}, {page, tmp_path / name}), pages, News("1"), tmp_path)
    assert ended.value.args == (sys.executable, sys.orig_argv)
    assert pages.rounds == 2
    assert capsys.readouterr().err.splitlines()[-1] == why
