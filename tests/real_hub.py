"""The real hub, read once by each process of the tests while its files stay as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.load import load

ROOT = Path(__file__).resolve().parents[1]
_READ: dict[object, Catalogue] = {}


def read_once(root: Path, today: dt.date | None = None, **more: Any) -> Catalogue:
    """Return what `load` returns; of the real hub, what it returned before for the same files."""
    if Path(root).resolve() != ROOT or more:
        return load(root, today, **more)
    files = sorted(one for name in ("data", "docs") for one in (ROOT / name).rglob("*.*"))
    state = (today, *((str(one), one.stat().st_mtime_ns, one.stat().st_size) for one in files))
    if state not in _READ:
        _READ[state] = load(root, today)
    return _READ[state]
