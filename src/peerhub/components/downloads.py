"""Downloads: files to keep or print, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class DownloadLink:
    """One file: what it is called, where it is, its kind ("PDF") and a detail ("A4, 1 page")."""

    label: str
    href: str
    kind: str
    detail: str
    icon: str = "download"


def downloads(rows: Sequence[DownloadLink]) -> Markup:
    """Return the downloads as a list; each link names the file, its kind and its detail."""
    return render("downloads", rows=rows)
