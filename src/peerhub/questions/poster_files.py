"""Where the files of posters stand below the site."""

from __future__ import annotations

from collections.abc import Iterable

from peerhub.models import Force, Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.models.poster import Size
from peerhub.questions.signposting import nations_of


def spoken_in(force: Force, languages: Iterable[Language]) -> tuple[Language, ...]:
    """Return the languages that are at home where a force works: it may have posters in them."""
    nations = set(nations_of(force.nation))
    return tuple(one for one in languages if nations & set(one.nations))


def printed_in(
    poster: Poster, languages: Iterable[Language], force: Force | None = None
) -> tuple[Language, ...]:
    """Return the languages in which a design has words, with English beside; or a force's of it."""
    asked = languages if force is None else spoken_in(force, languages)
    return tuple(one for one in asked if one.id in poster.others)


def copies(
    poster: Poster, force: Force, languages: Iterable[Language]
) -> tuple[tuple[Size, str], ...]:
    """Return every copy of a design that a force has: its size and its language."""
    tongues = (ENGLISH, *(one.id for one in printed_in(poster, languages, force)))
    return tuple((size, tongue) for tongue in tongues for size in poster.sizes)


SCREEN = "screen"
"""The size that is made as a picture too."""


def kinds(size: str) -> tuple[str, ...]:
    """Return the kinds of file that a size is made as."""
    return ("pdf", "png") if size == SCREEN else ("pdf",)


def pages(size: str, language: str = ENGLISH) -> int:
    """Return how many pages a size has in a language.

    It has two when it is printed on both sides, and in large print when it is in two languages:
    the English is on the second.
    """
    return 2 if size in ("a5", "wallet") or (size == "large" and language != ENGLISH) else 1


def poster_path(
    design: str, force: str, size: str, language: str = ENGLISH, kind: str = "pdf"
) -> str:
    """Return the path of a force's copy of a design in one size, language and kind of file."""
    return f"posters/{design}/{force}-{size}{_ending(language)}.{kind}"


def code_path(code: str) -> str:
    """Return the path of the page of a code, which a poster's QR code opens at its force."""
    return f"posters/current/{code.lower()}/"


def picture_path(design: str, language: str = ENGLISH) -> str:
    """Return the path of the small picture of a design for no force in particular."""
    return f"posters/{design}/picture{_ending(language)}.webp"


def smaller_path(picture: str) -> str:
    """Return the path of the same picture for screens that are not sharp: beside it."""
    return picture.replace("/picture", "/picture-small")


PREVIEWED = "a4"
"""The size of which each force has a small picture."""


def preview_path(design: str, force: str, language: str = ENGLISH) -> str:
    """Return the path of the small picture of a force's own copy: beside that, with its name."""
    return poster_path(design, force, PREVIEWED, language, "webp")


def previews(
    poster: Poster, force: Force, languages: Iterable[Language]
) -> tuple[tuple[str, str], ...]:
    """Return each small picture that a force has of a design: its language, and its path."""
    return tuple(
        (language, preview_path(poster.id, force.id, language))
        for size, language in copies(poster, force, languages)
        if size == PREVIEWED
    )


def pack_path(force: str) -> str:
    """Return the path of the ZIP file that holds all of a force's posters."""
    return f"posters/packs/{force}.zip"


MAKER = "posters/make/poster-maker.zip"
"""Where the poster maker to keep stands."""


IN_PACK = "posters"
"""The folder that a force's ZIP file opens into."""

USES: dict[Size, tuple[str, str]] = {
    "a4": ("A4 posters", "Print at actual size on an office printer, for doors and desks."),
    "a3": ("A3 posters", "Print at actual size on an A3 printer, for walls."),
    "a3-shop": ("A3 for a print shop", "Send as they are: crop marks and bleed are drawn."),
    "a5": ("A5 cards", "Two pages: print on both sides of the paper, at actual size."),
    "wallet": ("Wallet cards", "Ten to a sheet of A4 card, printed on both sides, then cut."),
    "screen": ("Screens", "For slides and screens: the PDF can be read out, the PNG is a picture."),
    "large": ("Large print", "For people who read large print."),
}
"""What the copies of each size are called in a ZIP file, and what they are for."""


def in_pack(poster: Poster, size: str, language: str = ENGLISH, kind: str = "pdf") -> str:
    """Return where a poster stands inside its force's ZIP file: in the folder of its size.

    Windows opens no path of more than 259 letters: a name here has 58 at most, whatever the force.
    """
    return f"{IN_PACK}/{size}/{poster.id}{_ending(language)}.{kind}"


def _ending(language: str) -> str:
    return "" if language == ENGLISH else f"-{language}"
