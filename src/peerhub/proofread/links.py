"""The links of a page as they are written, and whether each can be followed at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from pydantic import TypeAdapter, ValidationError

from peerhub.faults import Code
from peerhub.models.contact import PATTERNS, is_role_mailbox
from peerhub.models.link_rules import HttpsUrl
from peerhub.proofread.text import Found, PageText

_WORDS = r"\[(?P<words>(?:[^\[\]\n]|\\[\[\]]|\n(?!\s*\n)|!?\[[^\[\]\n]*\](?:\([^()\n]*\))?)*)\]"
_TITLE = r"""(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?"""
LINK = re.compile(
    rf"(?P<picture>!?){_WORDS}\((?P<space>\s*)<?(?P<address>(?:[^()\s<>]|\([^()\s]*\))*)>?{_TITLE}\s*\)"
)
_DEFINED = re.compile(
    r"^ {0,3}\[(?P<words>[^\]\n]+)\]:[ \t]*<?(?P<address>[^\s>]*)>?", re.MULTILINE
)
_BARE = re.compile(r"<(?P<address>(?:https?|mailto|ftp|file|javascript):[^>\s]*)>")
_PARTED = re.compile(r"!?\[[^\[\]\n]+\][ \t]+\((?:https?:|/|mailto:)[^)\n]*\)")
_TURNED = re.compile(r"(?<!\])\([^()\n]+\)\[(?:https?:|/|mailto:|www\.)[^\]\n]*\]")
_SPACED = re.compile(r"\]\((?P<address>(?:https?:|/|mailto:|tel:|sms:)[^)\"'\n]*?\s[^)\"'\n]*)\)")
_QUOTED = re.compile(r"""\]\((?:https?:|/|mailto:)\S*\s+(?:"[^"\n]*|'[^'\n]*)\)(?!["'])""")
_REFERRED = re.compile(r"(?<![\]!\\])\[(?P<words>[^\[\]\n]+)\]\[(?P<name>[^\[\]\n]*)\](?![(:\[])")
_NOTED = re.compile(r"\[\^[^\[\]\s]+\](?!:)")
_OPEN = re.compile(r"\]\((?:https?:|/|mailto:)[^)\s]*(?=\s|$)(?![^\n]*\))")
_TYPED = re.compile(r"(?<![\w/(<\[\"'=.@-])(?:https?://|www\.)[^\s<>()\]]+")
_MISTYPED = re.compile(r"^(?:h?t{1,3}ps?|https?|hhttps?|htpps?|htts?p?)[:;]?/{1,3}", re.IGNORECASE)
_SCHEME = re.compile(r"^(?P<name>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DISK = re.compile(r"^(?:[a-z]:[\\/]|\\\\|file:)", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:click )?here|(?:see|find out) more|more|this(?: page| link)?|link|learn more",
    re.IGNORECASE,
)
_WEB: TypeAdapter[str] = TypeAdapter(HttpsUrl)


@dataclass(frozen=True)
class Link:
    """One link or picture: where it stands, its words, its address and where that stands."""

    at: int
    words: str
    address: str
    address_at: int
    is_picture: bool = False


@lru_cache(maxsize=2_000)
def links_of(page: PageText) -> tuple[Link, ...]:
    """Return every link and picture of a page, those inside the words of a link too."""
    return tuple(_links_of(page))


def written_links(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield each place of a text where `LINK` matches, one after the other."""
    end = len(text) if end is None else end
    at = text.find("[", start, end)
    while at >= 0:
        is_picture = at > start and text[at - 1] == "!"
        found = LINK.match(text, at - is_picture, end)
        if found:
            yield found
        at = text.find("[", found.end() if found else at + 1, end)


def _links_of(page: PageText) -> Iterator[Link]:
    for found in written_links(page.plain):
        yield Link(
            found.start(),
            found["words"],
            found["address"],
            found.start("address"),
            bool(found["picture"]),
        )
        for inner in written_links(page.plain, found.start("words"), found.end("words")):
            yield Link(
                inner.start(),
                inner["words"],
                inner["address"],
                inner.start("address"),
                bool(inner["picture"]),
            )
    for pattern in (_DEFINED, _BARE):
        for found in pattern.finditer(page.plain):
            words = found["words"] if "words" in pattern.groupindex else found["address"]
            yield Link(found.start(), words, found["address"], found.start("address"))


def unsound_links(page: PageText) -> Iterator[Found]:
    """Find links that no browser could follow, or that lead where they do not say."""
    for link in links_of(page):
        if not link.is_picture:
            yield from _unsound(link)
    text = page.plain
    for pattern, what, hint in (
        (_PARTED, "there is a space between a link's words and its address", "Take it out."),
        (_TURNED, "the brackets of this link are the wrong way round", "Write [words](address)."),
        (
            _SPACED,
            "there is a space in the address of this link",
            "Write %20 for it, or nothing in a number.",
        ),
        (
            _QUOTED,
            "the quotes around the title of this link do not close",
            "Take the title out, or write straight quotes at both ends.",
        ),
        (_NOTED, "a footnote is named here, and pages have none", "Write it into the text."),
        (_OPEN, "the address of this link has no end", "Write ) after it."),
    ):
        for found in pattern.finditer(text):
            yield found.start(), Code.MALFORMED_LINK, what, hint
    yield from _undefined(text)
    for found in _TYPED.finditer(_BARE.sub(lambda one: " " * len(one[0]), text)):
        if not any(one.start() <= found.start() < one.end() for one in _DEFINED.finditer(text)):
            yield (
                found.start(),
                Code.MALFORMED_LINK,
                f"the address {found[0].rstrip('.,;:')} stands here and is no link",
                "Write [words](address), with words that say where it leads.",
            )


def _undefined(text: str) -> Iterator[Found]:
    """Find links by a name that nothing on the page gives an address."""
    if "][" not in text:
        return
    known = {" ".join(one["words"].lower().split()) for one in _DEFINED.finditer(text)}
    for found in _REFERRED.finditer(text):
        name = found["name"] or found["words"]
        if " ".join(name.lower().split()) not in known:
            said = f"the link '{found['words']}' has no address"
            yield found.start(), Code.MALFORMED_LINK, said, "Write [words](address)."


def _unsound(link: Link) -> Iterator[Found]:
    words = " ".join(link.words.split())
    if not re.sub(r"[*_`\s]", "", link.words):
        yield link.at, Code.MALFORMED_LINK, "this link has no words", "Say where it leads."
    elif _VAGUE.fullmatch(words.strip("*_. ")):
        yield (
            link.at,
            Code.HOUSE_STYLE,
            f"the link '{words}' does not say where it leads",
            "People who hear the links of a page hear these words alone. Name the page.",
        )
    told = unsafe_address(link.address, words)
    if told:
        yield (link.address_at, *told)


def unsafe_address(address: str, words: str) -> tuple[Code, str, str] | None:
    """Return what is wrong with an address as it is written, or nothing."""
    named = f"the link '{words}'"
    if address in ("", "#"):
        return Code.MALFORMED_LINK, f"{named} has no address", "Write it between the brackets ()."
    if _DISK.match(unquote(address)):
        message = f"{named} leads to a file on one person's computer"
        return Code.MALFORMED_LINK, message, "Link to a page, or publish the file."
    if "\\" in address:
        return Code.MALFORMED_LINK, f"{named} has a backslash in its address", "Write / instead."
    lower = address.lower()
    if lower.startswith(("http://", "//")):
        rest = address.split("//", 1)[1]
        return Code.MALFORMED_LINK, f"{named} is not safe to follow", f"Write https://{rest}"
    if lower.startswith("https://"):
        return _web(address, named)
    if _MISTYPED.match(address) or lower.startswith("www."):
        rest = _MISTYPED.sub("", address)
        return Code.MALFORMED_LINK, f"{named} leads to no page", f"Did you mean https://{rest}?"
    scheme = _SCHEME.match(unquote(address))
    if scheme is None:
        return _inside(address, named)
    return _other(scheme["name"].lower(), address, named)


def _inside(address: str, named: str) -> tuple[Code, str, str] | None:
    if "@" in address and not address.startswith(("/", "#")):
        return Code.MALFORMED_LINK, f"{named} leads to no page", f"Write mailto:{address}"
    return None


def _other(scheme: str, address: str, named: str) -> tuple[Code, str, str] | None:
    """Judge an address that is neither of the web nor of this hub."""
    rest = unquote(unquote(address.split(":", 1)[1]))
    if scheme == "mailto":
        mailbox = rest.split("?")[0]
        if not PATTERNS["emailInText"].fullmatch(mailbox):
            hint = "Write mailto: and the whole mailbox."
            return Code.MALFORMED_LINK, f"{named} leads to no mailbox", hint
        others = [one for one in PATTERNS["emailInText"].findall(rest) if not is_role_mailbox(one)]
        if others and "%" in address:
            hint = "Use a role mailbox, such as peer.support@ at the force."
            return Code.PERSONAL, f"{named} leads to {others[0]!r}, which is not a role's", hint
        return None
    if scheme in ("tel", "sms"):
        if not re.fullmatch(r"\+?\d+", rest):
            hint = f"Write {scheme}: and digits only."
            return Code.MALFORMED_LINK, f"{named} cannot be dialled", hint
        return None
    if scheme in ("javascript", "vbscript", "data"):
        return Code.MALFORMED_LINK, f"{named} would run a program", "Write a web address."
    hint = "Write an address that starts with https:// or /."
    return Code.MALFORMED_LINK, f"{named} starts with '{scheme}:', which leads nowhere", hint


def _web(address: str, named: str) -> tuple[Code, str, str] | None:
    try:
        _WEB.validate_python(address)
    except ValidationError as error:
        context = error.errors()[0].get("ctx", {})
        code = Code(context.get("code") or Code.MALFORMED_LINK)
        return code, f"{named}: {context.get('message', 'is no address')}", str(context.get("hint"))
    return None
