"""Languages: what each is called, who has words in it, and the small words of pages and posters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Line, Part, Record, fault, rule_on
from peerhub.models.force_words import FORCE_WORDS
from peerhub.models.language_code import CODE_PATTERN, ENGLISH
from peerhub.models.public import PublicLine
from peerhub.models.service import UkNation
from peerhub.models.sign_off import SignOff


class SmallWords(SignOff):
    """Words that stand around others, and whether a translator has signed them off."""

    translation: Literal["draft", "checked"]
    draft: PublicLine
    draft_english: PublicLine

    @rule_on("translation", "checked_by", "checked_on", "checked_words")
    def _signed_off_or_not(self) -> None:
        self.hold_sign_off(self.translation)


class PosterSmallWords(SmallWords):
    """What posters say in a language beside the words of their design."""

    code: PublicLine
    revision: PublicLine
    qr: PublicLine
    email: PublicLine
    phone: PublicLine
    intranet: PublicLine
    place: PublicLine
    example: PublicLine


class ShellWords(Part):
    """What stands around every page in a language."""

    skip: PublicLine
    urgent: PublicLine
    talk: PublicLine
    more: PublicLine
    menu: PublicLine
    close: PublicLine
    search: PublicLine
    main: PublicLine
    here: PublicLine
    home: PublicLine
    contents: PublicLine


class ServiceLabels(Part):
    """What stands before the facts of a service on a page in a language."""

    call: PublicLine
    text: PublicLine
    when: PublicLine
    always: PublicLine
    where: PublicLine
    everywhere: PublicLine
    checked: PublicLine


class PageSmallWords(SmallWords):
    """What pages in a language say beside their own words."""

    closing: PublicLine
    shell: ShellWords
    names: Mapping[str, PublicLine]
    services: ServiceLabels
    forces: Mapping[str, PublicLine] = {}
    """The lines of a force's page; with none, no force has a page in the language."""

    @rule_on("forces")
    def _says_all_of_a_force_s_page(self) -> None:
        given = self.forces.keys()
        unknown, missing = sorted(given - FORCE_WORDS.keys()), sorted(FORCE_WORDS.keys() - given)
        if unknown:
            raise fault(
                f"no line of a force's page is called '{unknown[0]}'",
                "See src/peerhub/models/force_words.py for those there are.",
            )
        if given and missing:
            raise fault(
                f"the force's page lacks the line '{missing[0]}' ({FORCE_WORDS[missing[0]]})",
                "Add it, or take out all of `forces`: then no force has a page in the language.",
            )
        if given and "{force}" not in self.forces["lead"]:
            raise fault(
                "the line 'lead' has no place for the name of the force",
                "Write {force} where the name belongs.",
            )


class Language(Record):
    """A language beside English: its code is its id, as a page's `lang` says it.

    Whoever works in one of its `nations` has posters in it, beside the English. There are pages in
    it when it has words for what stands around them.
    """

    id: Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
    name: Line
    own_name: Line
    nations: tuple[UkNation, ...]
    months: Annotated[tuple[PublicLine, ...], Field(min_length=12, max_length=12)]
    places: Mapping[UkNation, PublicLine] = {}
    poster: PosterSmallWords
    pages: PageSmallWords | None = None

    @rule_on("id")
    def _is_not_english(self) -> None:
        if self.id == ENGLISH:
            raise fault(
                "English is the hub's own language, and needs no row",
                "Take the row out: its words stand where they are used.",
                at="id",
            )
