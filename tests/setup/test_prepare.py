"""What the set-up says and does on a machine where something is missing.

The machine is a folder of programs: real ones to work with, and made-up ones for Python, apt-get
and id, which do as a file beside them says.
"""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
TOOLS = "bash cat chmod cmp cp dirname env grep mkdir paste rm sh tee touch".split()
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

PYTHON = """\
#!/bin/sh
here={machine}
case "$*" in
  *"sys.version_info < (3, 11)"*) [ ! -e "$here/old-python" ] ;;
  *"import ensurepip, venv"*) [ ! -e "$here/no-venv" ] ;;
  *"-venv"*) echo python3.11-venv ;;
  "setup/libraries.py "*) cat "$here/missing-libraries" 2>/dev/null || : ;;
  *"import pip"*) : ;;
  *purelib*) echo .venv/lib ;;
  --version) echo Python 3.11.2 ;;
  "-m venv --clear .venv") mkdir -p .venv/bin .venv/lib && cp "$0" .venv/bin/python ;;
  "-m pip install "*)
    echo "$*" >>"$here/pip-calls"
    echo "Collecting annotated-types==0.8.0"
    if [ -e "$here/pip-fails" ]; then
      echo "ERROR: No matching distribution found for annotated-types==0.8.0"
      exit 1
    fi ;;
  *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""
APT = """\
#!/bin/sh
here={machine}
echo "$*" >>"$here/apt-calls"
[ ! -e "$here/apt-fails" ] && rm -f "$here/missing-libraries" "$here/no-venv"
"""
IDENTITY = """\
#!/bin/sh
[ -e {machine}/not-root ] && echo 1000 || echo 0
"""


@dataclass(frozen=True)
class Machine:
    """A machine with a copy of the project's set-up on it."""

    root: Path
    """Programs stand in `bin`, the project in `project`, and what is wrong in files here."""

    def has(self, *facts: str, **contents: str) -> "Machine":
        """Make facts true of this machine."""
        for fact in facts:
            (self.root / fact).touch()
        for name, content in contents.items():
            (self.root / name.replace("_", "-")).write_text(content)
        return self

    def program(self, name: str, text: str = "#!/bin/sh\n") -> None:
        path = self.root / "bin" / name
        path.write_text(text.format(machine=f"'{self.root}'"))
        path.chmod(0o755)

    def prepare(
        self, purpose: str = "site", **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [self.root / "project/setup/prepare", purpose],
            env={"PATH": str(self.root / "bin"), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def stops_with(self, purpose: str = "site", **variables: str) -> str:
        """Return the one line that a failing set-up prints to standard error."""
        done = self.prepare(purpose, **variables)
        assert done.returncode == 1, done
        assert done.stderr.count("\n") == 1, done
        return done.stderr.rstrip("\n")

    def calls(self, of: str) -> list[str]:
        path = self.root / f"{of}-calls"
        return path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "a machine")
    (machine.root / "bin").mkdir(parents=True)
    shutil.copytree(PROJECT / "setup", machine.root / "project/setup")
    for lock in PROJECT.glob("requirements*.lock"):
        shutil.copy(lock, machine.root / "project")
    for tool in TOOLS:
        (machine.root / "bin" / tool).symlink_to(shutil.which(tool))
    machine.program("python3.11", PYTHON)
    machine.program("apt-get", APT)
    machine.program("id", IDENTITY)
    machine.program("chromium")
    machine.program("soffice")
    return machine


def test_a_machine_without_python(machine: Machine) -> None:
    (machine.root / "bin/python3.11").unlink()
    assert machine.stops_with() == (
        "setup: Python 3.11 or newer was not found. "
        "Run: sudo apt-get install python3.11 python3.11-venv"
    )


def test_a_python_that_is_too_old_is_not_used(machine: Machine) -> None:
    assert "Python 3.11 or newer was not found" in machine.has("old-python").stops_with()


def test_everything_missing_is_named_at_once_when_apt_is_forbidden(machine: Machine) -> None:
    machine.has("no-venv", missing_libraries=PANGO.replace(" ", "\n") + "\n")
    (machine.root / "bin/chromium").unlink()
    assert machine.stops_with("test", PEERHUB_NO_APT="1") == (
        "setup: system packages are missing. "
        f"Run: sudo apt-get install python3.11-venv {PANGO} chromium"
    )
    assert machine.calls("apt") == []


def test_a_missing_libreoffice_is_named_when_tests_are_to_run(machine: Machine) -> None:
    (machine.root / "bin/soffice").unlink()
    assert machine.stops_with("test", PEERHUB_NO_APT="1") == (
        "setup: system packages are missing. Run: sudo apt-get install libreoffice-writer-nogui"
    )


def test_a_missing_browser_is_named_when_tests_are_to_run(machine: Machine) -> None:
    assert machine.prepare("site").returncode == 0
    (machine.root / "bin/chromium").unlink()
    assert machine.stops_with("test", PEERHUB_NO_APT="1") == (
        "setup: system packages are missing. Run: sudo apt-get install chromium"
    )


def test_a_browser_that_goes_away_is_missed_again(machine: Machine) -> None:
    assert machine.prepare("test").returncode == 0
    (machine.root / "bin/chromium").unlink()
    assert "apt-get install chromium" in machine.stops_with("test", PEERHUB_NO_APT="1")


def test_apt_is_left_alone_by_people_who_may_not_use_it(machine: Machine) -> None:
    machine.has("not-root", missing_libraries="libpango-1.0-0\n")
    assert machine.stops_with() == (
        "setup: system packages are missing. Run: sudo apt-get install libpango-1.0-0"
    )


def test_a_system_without_apt_is_told_what_to_look_for(machine: Machine) -> None:
    machine.has(missing_libraries="libpango-1.0-0\n")
    (machine.root / "bin/apt-get").unlink()
    assert machine.stops_with() == (
        "setup: system packages are missing. Install what your system calls: libpango-1.0-0"
    )


def test_missing_packages_are_installed_when_that_is_allowed(machine: Machine) -> None:
    done = machine.has("no-venv", missing_libraries="libpango-1.0-0\n").prepare()
    assert done.returncode == 0, done
    assert machine.calls("apt") == [
        "-q -y install --no-install-recommends python3.11-venv libpango-1.0-0"
    ]


def test_an_apt_that_fails_is_asked_again_with_fresh_lists(machine: Machine) -> None:
    machine.has("apt-fails", missing_libraries="libpango-1.0-0\n")
    assert machine.stops_with() == (
        "setup: apt-get failed (see .cache/setup.log). "
        "Run: sudo apt-get update && sudo apt-get install libpango-1.0-0"
    )
    assert [call.split()[2] for call in machine.calls("apt")] == ["install", "update"]


def test_a_package_that_cannot_be_fetched(machine: Machine) -> None:
    assert machine.has("pip-fails").stops_with() == (
        "setup: pip could not install requirements.lock: "
        "ERROR: No matching distribution found for annotated-types==0.8.0"
    )


def test_a_set_up_that_failed_is_tried_again(machine: Machine) -> None:
    machine.has("pip-fails").stops_with()
    (machine.root / "pip-fails").unlink()
    assert machine.prepare().returncode == 0
    assert len(machine.calls("pip")) == 2


def test_packages_are_installed_by_hash_and_never_compiled(machine: Machine) -> None:
    machine.prepare("test")
    for call, lock in zip(
        machine.calls("pip"), ["requirements.lock", "requirements-test.lock"], strict=True
    ):
        assert "--require-hashes --no-deps --only-binary :all:" in call
        assert call.endswith(f"-r {lock}")


def test_a_second_run_does_nothing_and_says_nothing(machine: Machine) -> None:
    assert machine.prepare("test").stdout
    calls = machine.calls("pip")
    done = machine.prepare("test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.calls("pip") == calls


def test_a_changed_lock_is_installed_and_the_other_is_not(machine: Machine) -> None:
    machine.prepare("test")
    calls = machine.calls("pip")
    with (machine.root / "project/requirements-test.lock").open("a") as lock:
        lock.write("# changed\n")
    machine.prepare("test")
    assert [call.split()[-1] for call in machine.calls("pip")[len(calls) :]] == [
        "requirements-test.lock"
    ]


def test_a_purpose_that_nobody_knows(machine: Machine) -> None:
    assert machine.stops_with("tests") == (
        "setup: unknown purpose 'tests'. Run: setup/prepare site, or: setup/prepare test"
    )
