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
TOOLS = "bash cat chmod cmp cp dirname env grep mkdir mv paste rm sh sleep tee touch".split()
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

NO_RIGHTS = "Without administrator's rights: see CONTRIBUTING.md, 'Without administrator's rights'"
FRESH = "sudo apt-get update && sudo apt-get install"

PYTHON = """\
#!/bin/sh
here={machine}
case "$*" in
  *"sys.version_info < (3, 11)"*) [ ! -e "$here/old-python" ] ;;
  *"import ensurepip, venv"*) [ ! -e "$here/no-venv" ] ;;
  *"-venv"*) echo python3.11-venv ;;
  "setup/libraries.py "*) cat "$here/missing-libraries" 2>/dev/null || : ;;
  "setup/browser.py")
    if [ -e "$here/stub" ]; then echo "chromium-browser does not start: ask for a snap"; exit 1; fi
    [ -e "$here/bin/chromium" ] ;;
  *"import pip"*) : ;;
  *purelib*) echo .venv/lib ;;
  "-m compileall "*) echo "$*" >>"$here/compile-calls" ;;
  --version) echo Python 3.11.2 ;;
  "-m venv --clear .venv") mkdir -p .venv/bin .venv/lib && cp "$0" .venv/bin/python ;;
  "-m pip install "*)
    echo "$*" >>"$here/pip-calls"
    echo "Collecting annotated-types==0.8.0"
    if [ -e "$here/pip-fails" ]; then
      cat "$here/pip-fails"
      exit 1
    fi
    if [ -e "$here/pip-is-slow" ]; then sleep 1.5; fi
    echo "Installing collected packages: annotated-types" ;;
  *) echo "unexpected: $*" >&2; exit 9 ;;
esac
"""
APT = """\
#!/bin/sh
here={machine}
echo "$*" >>"$here/apt-calls"
if [ -e "$here/apt-fails" ]; then cat "$here/apt-fails"; exit 100; fi
cat "$here/apt-says" 2>/dev/null || :
if [ "$2" = download ]; then : >"caddy.deb"; fi
rm -f "$here/missing-libraries" "$here/no-venv"
if [ -e "$here/python-to-come" ]; then mv "$here/python-to-come" "$here/bin/python3.13"; fi
"""
UNPACK = """\
#!/bin/sh
mkdir -p "$3/usr/bin" "$3/usr/sbin" && : >"$3/usr/bin/caddy" && : >"$3/usr/sbin/nginx"
chmod +x "$3/usr/bin/caddy" "$3/usr/sbin/nginx"
"""
APT_CACHE = """\
#!/bin/sh
[ "$2" = "$(cat {machine}/has-package 2>/dev/null || echo python3.11)" ]
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
            env={
                "PATH": str(self.root / "bin"),
                "OS_RELEASE": str(self.root / "os-release"),
                **variables,
            },
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
    machine.program("apt-cache", APT_CACHE)
    (machine.root / "os-release").write_text("ID=debian\n")
    machine.program("id", IDENTITY)
    machine.program("chromium")
    machine.program("soffice")
    machine.program("rsync")
    machine.program("pdftotext")
    machine.program("nginx")
    machine.program("caddy")
    return machine


def test_a_machine_without_python_is_told_of_the_one_its_system_has(machine: Machine) -> None:
    (machine.root / "bin/python3.11").unlink()
    machine.has(has_package="python3.13")
    assert machine.stops_with(PEERHUB_NO_APT="1") == (
        "setup: Python 3.11 or newer was not found. "
        f"Run: {FRESH} python3.13 python3.13-venv. {NO_RIGHTS}"
    )


def test_a_machine_that_knows_no_packages_yet_is_told_of_its_usual_python(machine: Machine) -> None:
    (machine.root / "bin/python3.11").unlink()
    machine.has(has_package="none")
    assert f"Run: {FRESH} python3 python3-venv." in machine.stops_with(PEERHUB_NO_APT="1")


def test_python_is_installed_when_that_is_allowed(machine: Machine) -> None:
    (machine.root / "bin/python3.11").rename(machine.root / "python-to-come")
    machine.has(has_package="python3.13")
    done = machine.prepare()
    assert done.returncode == 0, done
    assert machine.calls("apt") == [
        "-q -y install --no-install-recommends python3.13 python3.13-venv"
    ]


def test_the_program_is_compiled_once_as_pip_compiles_what_it_installs(machine: Machine) -> None:
    assert machine.prepare().returncode == 0
    assert machine.prepare().returncode == 0
    assert machine.calls("compile") == [
        "-m compileall -q --invalidation-mode checked-hash src/peerhub hooks"
    ]


def test_a_python_that_is_too_old_is_not_used(machine: Machine) -> None:
    machine.has("old-python")
    assert machine.stops_with() == (
        "setup: Python 3.11 or newer was not found, and this system's packages are older. "
        "Install one, and name it: make site PYTHON=/path/to/python3.12"
    )


def test_a_python_that_is_named_and_does_not_do_is_told(machine: Machine) -> None:
    machine.has("old-python")
    assert machine.stops_with(PYTHON="python2") == (
        "setup: PYTHON=python2 is not Python 3.11 or newer. Name one that is, or leave PYTHON out"
    )


def test_everything_missing_is_named_at_once_when_apt_is_forbidden(machine: Machine) -> None:
    machine.has("no-venv", missing_libraries=PANGO.replace(" ", "\n") + "\n")
    (machine.root / "bin/chromium").unlink()
    assert machine.stops_with("test", PEERHUB_NO_APT="1") == (
        "setup: system packages are missing. "
        f"Run: {FRESH} python3.11-venv {PANGO} chromium. {NO_RIGHTS}"
    )
    assert machine.calls("apt") == []


def test_a_missing_libreoffice_is_named_when_tests_are_to_run(machine: Machine) -> None:
    (machine.root / "bin/soffice").unlink()
    assert f"Run: {FRESH} libreoffice-writer-nogui." in machine.stops_with(
        "test", PEERHUB_NO_APT="1"
    )


@pytest.mark.parametrize(
    ("has", "missing"),
    [
        (("libsdlo.so",), "libreoffice-calc-nogui"),
        (("libsclo.so",), "libreoffice-impress-nogui"),
        ((), "libreoffice-impress-nogui libreoffice-calc-nogui"),
    ],
)
def test_a_part_of_libreoffice_that_is_missing_is_named(
    machine: Machine, has: tuple[str, ...], missing: str
) -> None:
    machine.program("uname", "#!/bin/sh\necho Linux\n")
    for tool in ("readlink", "dirname"):
        if tool not in TOOLS:
            (machine.root / "bin" / tool).symlink_to(shutil.which(tool))
    for part in has:
        (machine.root / "bin" / part).touch()
    assert f"Run: {FRESH} {missing}." in machine.stops_with("test", PEERHUB_NO_APT="1")


def test_missing_web_servers_are_unpacked_and_never_started(machine: Machine) -> None:
    (machine.root / "bin/caddy").unlink()
    machine.program("dpkg-deb", UNPACK)
    done = machine.prepare("test")
    assert done.returncode == 0, done
    assert machine.calls("apt") == ["-q download nginx nginx-common caddy"]
    assert (machine.root / "project/.venv/servers/usr/bin/caddy").is_file()


def test_a_system_without_apt_is_told_which_web_servers_to_look_for(machine: Machine) -> None:
    (machine.root / "bin/caddy").unlink()
    assert machine.stops_with("test", PEERHUB_NO_APT="1") == (
        "setup: nginx and caddy were not found. Install what your system calls: nginx caddy. "
        f"{NO_RIGHTS}"
    )


def test_the_second_reader_of_pdfs_that_the_tests_call_is_asked_for(machine: Machine) -> None:
    (machine.root / "bin/pdftotext").unlink()
    assert f"Run: {FRESH} poppler-utils." in machine.stops_with("test", PEERHUB_NO_APT="1")


def test_a_missing_browser_is_named_when_tests_are_to_run(machine: Machine) -> None:
    assert machine.prepare("site").returncode == 0
    (machine.root / "bin/chromium").unlink()
    assert f"Run: {FRESH} chromium." in machine.stops_with("test", PEERHUB_NO_APT="1")


def test_a_browser_that_goes_away_is_missed_again(machine: Machine) -> None:
    assert machine.prepare("test").returncode == 0
    (machine.root / "bin/chromium").unlink()
    assert "apt-get install chromium" in machine.stops_with("test", PEERHUB_NO_APT="1")


def test_a_stub_of_a_browser_is_no_browser_and_apt_is_not_asked_for_another(
    machine: Machine,
) -> None:
    machine.has("stub").has(**{"os-release": "NAME=Ubuntu\nID=ubuntu\n"})
    assert machine.stops_with("test") == (
        "setup: no browser was found that starts "
        "(chromium-browser does not start: ask for a snap). Ubuntu's package is a stub. "
        "Run: sudo snap install chromium; or install Google Chrome. "
        "Name one that does: CHROMIUM=/path/to/chromium make test"
    )
    assert machine.calls("apt") == []


def test_a_browser_that_is_named_and_does_not_start(machine: Machine) -> None:
    assert machine.has("stub").stops_with("test", CHROMIUM="chromium-browser") == (
        "setup: no browser was found that starts "
        "(chromium-browser does not start: ask for a snap). "
        "Name one that does: CHROMIUM=/path/to/chromium make test"
    )


def test_what_the_tests_need_is_told_before_it_is_fetched(machine: Machine) -> None:
    told = machine.prepare("test").stdout
    assert "about 310 MB to fetch and 1 GB of disk" in told
    assert told.index("some 13 minutes") < told.index("Installing")
    assert "310 MB" not in machine.prepare("site").stdout


def test_apt_is_left_alone_by_people_who_may_not_use_it(machine: Machine) -> None:
    machine.has("not-root", missing_libraries="libpango-1.0-0\n")
    assert machine.stops_with() == (
        f"setup: system packages are missing. Run: {FRESH} libpango-1.0-0. {NO_RIGHTS}"
    )


def test_a_system_without_apt_is_told_what_to_look_for(machine: Machine) -> None:
    machine.has(missing_libraries="libpango-1.0-0\n")
    (machine.root / "bin/apt-get").unlink()
    assert machine.stops_with() == (
        "setup: system packages are missing. Install what your system calls: libpango-1.0-0. "
        f"{NO_RIGHTS}"
    )


def test_missing_packages_are_installed_when_that_is_allowed(machine: Machine) -> None:
    done = machine.has("no-venv", missing_libraries="libpango-1.0-0\n").prepare()
    assert done.returncode == 0, done
    assert machine.calls("apt") == [
        "-q -y install --no-install-recommends python3.11-venv libpango-1.0-0"
    ]


def test_an_apt_that_fails_is_asked_again_with_fresh_lists(machine: Machine) -> None:
    machine.has(apt_fails="E: Unable to locate package\n", missing_libraries="libpango-1.0-0\n")
    assert machine.stops_with() == (
        "setup: apt-get failed: E: Unable to locate package. "
        f"Run: {FRESH} libpango-1.0-0. All it said is in .cache/setup.log"
    )
    assert [call.split()[2] for call in machine.calls("apt")] == ["install", "update"]


@pytest.mark.parametrize(
    ("said", "cause", "remedy"),
    [
        (
            "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError"
            "(<pip>: Failed to establish a new connection: [Errno -3] "
            "Temporary failure in name resolution)': /simple/annotated-types/\n"
            "ERROR: No matching distribution found for annotated-types==0.8.0",
            "the names of other machines cannot be looked up, so there is no network, or only a",
            "export HTTPS_PROXY=http://proxy:port",
        ),
        (
            "Could not fetch URL: There was a problem confirming the ssl certificate: "
            "[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate in certificate chain\n"
            "ERROR: No matching distribution found for annotated-types==0.8.0",
            "a certificate on the way is not trusted; a proxy may be reading the traffic",
            "export PIP_CERT=/path/to/that-file.pem",
        ),
        (
            "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy "
            "Authentication Required'))",
            "the proxy refused",
            "export HTTPS_PROXY=http://name:password@proxy:port",
        ),
        (
            "Failed to establish a new connection: [Errno 111] Connection refused",
            "other machines cannot be reached",
            "export HTTPS_PROXY=http://proxy:port",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] "
            "No space left on device",
            "the disk is full",
            "Make room",
        ),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "a package is not what its hash says",
            "Try again",
        ),
        (
            "ERROR: No matching distribution found for annotated-types==0.8.0",
            "ERROR: No matching distribution found for annotated-types==0.8.0",
            "All it said is in .cache/setup.log",
        ),
        ("", "it gave no reason", "All it said is in .cache/setup.log"),
    ],
)
def test_a_package_that_cannot_be_fetched_is_told_with_cause_and_remedy(
    machine: Machine, said: str, cause: str, remedy: str
) -> None:
    told = machine.has(pip_fails=f"{said}\n").stops_with()
    assert told.startswith(f"setup: pip could not install requirements.lock: {cause}")
    assert remedy in told
    assert told.endswith(". All it said is in .cache/setup.log")


def test_progress_tells_how_many_of_how_many(machine: Machine) -> None:
    machine.has(
        missing_libraries="libpango-1.0-0\n",
        apt_says="0 upgraded, 40 newly installed, 0 to remove and 0 not upgraded.\n"
        + "".join(f"Get:{n} somewhere libpango {n} [1 kB]\n" for n in range(1, 41))
        + "".join(f"Setting up libpango:amd64 ({n}) ...\n" for n in range(1, 41)),
    )
    told = machine.prepare().stdout
    for line in ("fetched 20 of 40", "fetched 40 of 40", "set up 20 of 40", "set up 40 of 40"):
        assert f"  {line}\n" in told
    assert "  putting them in place\n" in told


def test_silence_is_broken(machine: Machine) -> None:
    told = machine.has("pip-is-slow").prepare(PEERHUB_TICK="1").stdout
    assert "  still fetching (1 seconds)\n" in told


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
