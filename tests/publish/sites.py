"""Small finished sites to publish, with a page that is kept and help that is live."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from peerhub.models.recall import Recall
from peerhub.publish.compose import Contents, HubFacts, compose, keep, scan
from peerhub.publish.publication import KeptEdition, Publication

ADDRESS = "https://hub.police.uk/"
OLD, NEW = "0300 131 2789", "0300 131 9999"

PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="https://hub.police.uk/{address}">
<link rel="stylesheet" href="{up}assets/hub.css">
</head>
<body>
<section class="urgent" data-live="urgent"><ul>
<li><a href="tel:{tel}">{number}</a></li><li><a href="{up}support/">More</a></li></ul></section>
<main id="main">
<h1>{title}</h1>
{body}
</main>
<footer><p data-stamp>Edition {edition}</p></footer>
</body>
</html>
"""
SERVICE = (
    '<ul><li class="service" data-live="service:line"><h3>The line</h3>'
    '<a href="tel:{tel}">{number}</a></li></ul>'
)


def write(root: Path, number: str = OLD, edition: str = "2026.1", **pages: str) -> Path:
    """Write a site; `pages` gives the body of each page by its address, `_` for a slash."""
    wanted = {"": "<p>Home</p>", "support": SERVICE, "train": "<p>Courses</p>", **pages}
    tel = number.replace(" ", "")
    for name, body in wanted.items():
        address = f"{name.replace('__', '/')}/" if name else ""
        file = root / address / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            PAGE.format(
                title=name.rpartition("__")[2].title() or "Home",
                address=address,
                up="../" * address.count("/"),
                body=body.format(tel=tel, number=number),
                tel=tel,
                number=number,
                edition=edition,
            )
        )
    (root / "assets").mkdir(exist_ok=True)
    (root / "assets" / "hub.css").write_text("p{}")
    return root


def hub(number: str = OLD, **changes: object) -> HubFacts:
    return HubFacts("Peer Support Hub", ADDRESS, {"line": (number,)}, **changes)  # type: ignore[arg-type]


class Shelf:
    """Publishes without a target: contents are kept in memory."""

    def __init__(self) -> None:
        self.contents = Contents()
        self.editions: tuple[KeptEdition, ...] = ()
        self.now: Publication | None = None

    def publish(self, site: Path, of: HubFacts, edition: str | None = None) -> Publication:
        current = scan(site, self.contents)
        if edition:
            kept = keep(edition, dt.date(2026, 11, 28), current, self.contents, of)
            self.editions = (*self.editions, kept)
        previous = self.now.name if self.now else None
        self.now = compose(current, self.editions, self.contents, self.contents.read, of, previous)
        return self.now

    def text(self, path: str) -> str:
        assert self.now is not None
        return self.contents.read(self.now.tree[path]).decode()


def taken(kind: str, what: str, *words: str, **more: object) -> Recall:
    """Return a recall of the day on which these tests take things back."""
    day = dt.date(2026, 11, 28)
    return Recall(kind=kind, what=what, called="The line", words=words or (what,), on=day, **more)  # type: ignore[arg-type]
