"""The key of a poster: a digest of everything that can change its bytes, and of nothing else."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import asdict
from functools import cache
from pathlib import Path

import jinja2
import pikepdf
import pydyf
import segno
import weasyprint
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset, pango

from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.template_files import Materials

DRAWING = (
    "engine/weasyprint_cache.py",
    "engine/conform.py",
    "engine/fit.py",
    "engine/structure.py",
    "posters/impose.py",
    "posters/imprint.py",
    "posters/job.py",
    "posters/qr_mask.py",
    "posters/task.py",
    "posters/template_files.py",
    "engine/metadata.py",
    "posters/qr.py",
    "posters/language_tags.py",
    "posters/typeset.py",
    "posters/wording.py",
)
"""The modules of the press on which a poster's bytes depend."""


class Keys:
    """Makes the keys of posters, reading each file of the press once."""

    def __init__(self, materials: Materials) -> None:
        self.materials = materials
        self._press = digest(code_digest(), *map(str, versions().items()))
        self._layouts: dict[tuple[str, str], str] = {}
        self._last: tuple[Job, str] | None = None
        """The job last asked about, and its words: it is asked about for each of its sizes."""

    def key(self, job: Job, size: str) -> str:
        """Return the key of a job's poster in one size: 64 hexadecimal digits.

        Raises `PressError` when a file of its layout is missing.
        """
        layout, shape = job.design.layout, job.shape(size)
        if (layout, shape) not in self._layouts:
            self._layouts[layout, shape] = files_digest(self.materials.files(layout, shape))
        if self._last is None or self._last[0] is not job:
            parts = (asdict(job.design), asdict(job.facts), asdict(job.stamp), job.opens)
            self._last = job, json.dumps(parts, default=str, sort_keys=True)
        words = self._last[1]
        sheet = (shape, size, repr(SHEETS[size]))
        return digest(self._press, self._layouts[layout, shape], words, *sheet)


def digest(*parts: str) -> str:
    """Return a digest of some strings, in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def files_digest(files: tuple[Path, ...]) -> str:
    """Return a digest of the names and the bytes of some files."""
    sums = (hashlib.sha256(file.read_bytes()).hexdigest() for file in files)
    return digest(*(f"{file.name} {of}" for file, of in zip(files, sums, strict=True)))


@cache
def code_digest() -> str:
    """Return a digest of the modules that draw."""
    return files_digest(tuple(Path(__file__).parents[1] / name for name in DRAWING))


@cache
def versions() -> dict[str, str]:
    """Return the version of every library that has a hand in a poster."""
    return {
        "weasyprint": weasyprint.__version__,
        "pydyf": pydyf.__version__,
        "pikepdf": pikepdf.__version__,
        "qpdf": pikepdf.__libqpdf_version__,
        "segno": segno.__version__,
        "jinja2": jinja2.__version__,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "pango": str(pango.pango_version()),
        "harfbuzz": f"{harfbuzz_version()}, {'subsets' if harfbuzz_subset else 'does not subset'}",
    }


def harfbuzz_version() -> str:
    """Return the version of HarfBuzz, which shapes words and cuts our type to what is used.

    WeasyPrint knows only its question whether the version is at least another one.
    """
    version: list[int] = []
    for left in (2, 1, 0):
        number = 0
        while harfbuzz.hb_version_atleast(*version, number + 1, *[0] * left):
            number += 1
        version.append(number)
    return ".".join(map(str, version))
