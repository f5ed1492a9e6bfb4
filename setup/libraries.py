"""Prints the Debian packages of the shared libraries that are needed and cannot be loaded.

`libraries.py site` asks for those of a build, `libraries.py test` for those of the tests too. It
runs on a bare Python, before anything is installed.
"""

import ctypes
import ctypes.util
import sys

# Debian package: the names by which a Linux loader, and any other system, knows its library
PRINTING = {
    "libpango-1.0-0": ("libpango-1.0.so.0", "pango-1.0"),
    "libpangoft2-1.0-0": ("libpangoft2-1.0.so.0", "pangoft2-1.0"),
    "libharfbuzz-subset0": ("libharfbuzz-subset.so.0", "harfbuzz-subset"),
}
BROWSING = {"libatomic1": ("libatomic.so.1", "atomic")}  # asked for by Playwright's driver on Linux


def loads(soname: str, name: str) -> bool:
    """Say whether a library loads, by its Linux name or by the one this system finds for it."""
    for candidate in (soname, ctypes.util.find_library(name)):
        try:
            if candidate and ctypes.CDLL(candidate):
                return True
        except OSError:
            continue
    return False


needed = dict(PRINTING)
if sys.argv[1:] == ["test"] and sys.platform == "linux":
    needed |= BROWSING
for package, names in needed.items():
    if not loads(*names):
        print(package)
