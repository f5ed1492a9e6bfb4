"""Which browser the tests use: one that was seen to start."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STUB = """\
#!/bin/sh
echo >&2
echo "Command '$0' requires the chromium snap to be installed." >&2
exit 1
"""
WORKS = "#!/bin/sh\necho '<p>it starts</p>'\n"
NOTHING = "#!/bin/sh\nexit 0\n"


@pytest.fixture
def ask(tmp_path: Path):
    """A function that puts programs on a path of their own and asks which one is a browser."""

    def asked(named: str = "", **programs: str) -> tuple[int, str]:
        for name, text in programs.items():
            path = tmp_path / name.replace("_", "-")
            path.write_text(text)
            path.chmod(0o755)
        done = subprocess.run(
            [sys.executable, PROJECT / "setup/browser.py"],
            env={"PATH": str(tmp_path), **({"CHROMIUM": named} if named else {})},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.returncode, done.stdout.strip().replace(f"{tmp_path}/", "")

    return asked


def test_the_first_that_starts_is_taken_and_not_the_first_that_is_there(ask):
    assert ask(chromium_browser=STUB, google_chrome=WORKS) == (0, "google-chrome")


def test_a_stub_is_told_in_its_own_words(ask):
    assert ask(chromium_browser=STUB) == (
        1,
        "chromium-browser does not start: "
        "Command 'chromium-browser' requires the chromium snap to be installed.",
    )


def test_a_program_that_ends_well_and_shows_nothing_is_no_browser(ask):
    assert ask(chromium=NOTHING) == (1, "chromium does not start: it ended with status 0")


def test_a_machine_without_any(ask):
    assert ask() == (1, "")


def test_the_one_that_is_named_is_the_only_one_that_is_tried(ask):
    assert ask(named="elsewhere", chromium=WORKS) == (
        1,
        "elsewhere does not start: No such file or directory",
    )
