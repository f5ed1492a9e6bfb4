"""The evidence base: what each source found, its limits, and how the hub uses it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Id, Line, Record, Text, fault, rule_on
from peerhub.models.link_rules import HttpsUrl

Design = Literal["trial", "review", "comparison", "interviews", "consensus", "guideline", "account"]
"""How a source came to what it says, from what can show most to what can show least."""


class Reference(Record):
    """A published source that any text may cite by its id."""

    short: Line
    """How it is cited in a sentence: "Creamer and others, 2012"."""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    kind: Line
    design: Design
    about: Literal["peer-support", "related"]
    """Whether it is about peer support itself, or about something near it."""
    same_study: Id | None = None
    """The source that reports the same study; a study is counted once."""
    authors: tuple[Line, ...] = ()
    """Each as "Creamer M": family name, then initials."""
    and_others: bool = False
    body: Line | None = None
    """The organisation that wrote or published it."""
    title: Text
    journal: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    pages: Line | None = None
    printed: Line | None = None
    """What else is known of how it came out: "NICE guideline NG212, published 2 March 2022"."""
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    isbn: Line | None = None
    url: HttpsUrl | None = None
    finding: Text
    limits: Text | None = None
    use_for: Text | None = None
    confidence: Literal["high", "medium"]
    """Medium means that a person must check it before it is printed."""

    @rule_on("authors", "body")
    def _has_a_writer(self) -> None:
        if not self.authors and not self.body:
            raise fault(
                "nobody is named as having written it",
                "Add authors: [Surname AB, …], or body: with the organisation.",
            )

    @rule_on("id", "same_study")
    def _is_not_its_own_study(self) -> None:
        if self.same_study == self.id:
            raise fault(
                "same_study names the source itself",
                "Name the other report of the same study, or take the line out.",
                at="same_study",
            )

    @rule_on("confidence", "limits", "use_for", "short")
    def _says_its_limits_and_its_use(self) -> None:
        if self.is_published and not (self.limits and self.use_for):
            raise fault(
                f"{self.short} does not say its limits, or how the hub uses it",
                "Add limits: and use_for:. Readers see both beside what it found.",
            )

    @property
    def is_published(self) -> bool:
        """Whether readers may see it: only sources that were checked."""
        return self.confidence == "high"

    @property
    def address(self) -> str | None:
        """Where the source can be read: its DOI if it has one, else its web page."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def citation(self) -> str:
        """The source in full, in the order that health journals print."""
        writers = ", ".join([*self.authors, *(["and others"] if self.and_others else [])])
        said = [writers or self.body, self.title]
        if self.journal:
            said.append(f"{self.journal}{self._place}")
        else:
            said += [self.body if writers else None, self.printed]
            if self.year and str(self.year) not in " ".join(part for part in said if part):
                said.append(str(self.year))
        if self.journal and self.printed:
            said.append(self.printed)
        return " ".join(f"{part.rstrip('.')}." for part in said if part)

    @property
    def _place(self) -> str:
        """Where in a journal it stands: " 2012;25(2):134-141"."""
        if not self.volume:
            return f" {self.year}" if self.year else ""
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.pages}" if self.pages else ""
        return f" {self.year};{self.volume}{issue}{pages}"
