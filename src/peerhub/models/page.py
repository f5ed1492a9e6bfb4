"""What every page says of itself in its front matter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from peerhub.models.base import Day, Id, Line, Part, fault, rule_on
from peerhub.models.language_code import CODE_PATTERN, ENGLISH
from peerhub.models.marking_sheet import MarkingSheet
from peerhub.models.plain_words import Title
from peerhub.models.sign_off import SignOff
from peerhub.models.tool import Tool


class SearchOptions(Part):
    """How the search treats a page."""

    exclude: bool = False


PAGE_PATTERN = r"^/(?:[a-z0-9][a-z0-9.-]*/)+$"
PagePath = Annotated[str, StringConstraints(pattern=PAGE_PATTERN, max_length=160)]
"""The address of a page on the hub, such as "/guidance/records/"."""


def address_of(path: str) -> str:
    """Return where a page of `docs/` is read: "train/index.md" is at "/train/"."""
    stem = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{stem}/" if stem else "/"


class Withdrawn(Part):
    """Why a page may no longer be used. Its address stays, and says so."""

    on: Day
    why: Line
    instead: PagePath | None = None
    """The page that takes its place, if there is one."""


class PageMeta(SignOff):
    """The front matter of a page: what it is, who looks after it, when it is next read through."""

    title: Title
    description: Annotated[Line, StringConstraints(min_length=20, max_length=170)]
    """The page's purpose in one sentence; search engines and its first lines show it."""
    owner: Id
    review_by: Day
    template: Line | None = None
    search: SearchOptions | None = None
    kind: Literal["page", "home", "urgent"] = "page"
    scripts: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z-]+\.js$")], ...] = ()
    """The scripts of `overrides/assets/js/` that this page alone loads."""
    styles: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z-]+\.css$")], ...] = ()
    """The stylesheets below `/assets/` that this page alone loads, beside the hub's own."""
    moved_from: tuple[PagePath, ...] = ()
    """The addresses that this page had, or whose place it takes: each leads here for good."""
    withdrawn: Withdrawn | None = None
    """Set when a page may no longer be used: its readers then find the reason, and no more."""
    tools: tuple[Tool, ...] = ()
    """The tools that are made of parts of this page."""
    sheets: tuple[MarkingSheet, ...] = ()
    """The sheets for watching and marking that are made of parts of a module's text."""
    lang: Annotated[str, StringConstraints(pattern=CODE_PATTERN)] = ENGLISH
    """The language of the page: `cy` for Welsh, and then it stands below `docs/cy/`."""
    twin: PagePath | None = None
    """Of a page in another language: the address of the same page in English."""
    translation: Literal["draft", "checked"] | None = None
    """Of a page in another language: `draft` until it is signed off, then `checked`."""

    @property
    def _which(self) -> str:
        return "English has" if self.lang == ENGLISH else "another language lacks"

    @rule_on("lang", "twin", "translation")
    def _has_its_twin(self) -> None:
        for field, what in (
            ("twin", "the address of the same page in English"),
            ("translation", "draft, until a translator has signed it off"),
        ):
            if (getattr(self, field) is not None) == (self.lang == ENGLISH):
                raise fault(
                    f"a page in {self._which} '{field}'",
                    "Take the line out, or write lang: cy."
                    if self.lang == ENGLISH
                    else f"Add {field}: {what}.",
                    at=field,
                )

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)
