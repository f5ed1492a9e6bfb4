"""The words of a bag: the page to start from, what every page says of itself, and the note."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

START = "START-HERE.html"
NOTE = "READ-FIRST.txt"
SUMS = "SHA256SUMS"
SITE = "hub"
"""The folder of the bag in which the site stands."""


@dataclass(frozen=True)
class Facts:
    """What a bag says of itself."""

    name: str
    edition: str
    day: str
    """The day of the edition, in words."""
    address: str
    is_example: bool
    """Whether the address is only an example, so that nothing can be looked up there."""
    left_out: int
    """How many files of the site are not in the bag."""
    danger: tuple[str, ...] = ()
    """What to call in danger."""


def notice(facts: Facts) -> str:
    """Return what every page of the bag says, with `{up}` for the way to the site's root."""
    return (
        '<aside class="kept-edition" aria-label="About this copy">\n'
        f"<p><strong>This is a copy for use without a network</strong>, of edition "
        f"{escape(facts.edition)}, {escape(facts.day)}. Numbers for help may have changed since. "
        f'{_newer(facts)} <a href="{{up}}../{NOTE}">How to check this copy</a>.</p>\n</aside>'
    )


def _newer(facts: Facts) -> str:
    if facts.is_example:
        return "The hub has no address on the web yet."
    address = escape(facts.address)
    return f'The newest are at <a href="{address}">{address}</a>.'


def start(facts: Facts) -> str:
    """Return the page that a double click opens: it leads on by itself, and by a link."""
    title = escape(facts.name)
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={SITE}/index.html">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<p><a href="{SITE}/index.html">Open the hub</a>.</p>
<p>{_danger(facts)}<a href="{SITE}/support/index.html">See who else to call</a>.</p>
<p>Edition {escape(facts.edition)}, {escape(facts.day)}.
<a href="{NOTE}">Read first</a>: what is in this copy, and how to check it.</p>
</body>
</html>
"""


def _danger(facts: Facts) -> str:
    found = (f'<a href="tel:{digits}">{said}</a>' for said, digits in map(_dialled, facts.danger))
    return f"In danger, call {' or '.join(found)}.\n" if facts.danger else ""


def _dialled(number: str) -> tuple[str, str]:
    return escape(number), escape(number.replace(" ", ""))


def note(facts: Facts) -> str:
    """Return the note: what this is, what is not in it, how to check it, and what you may do."""
    text = f"""{facts.name}, edition {facts.edition}, {facts.day}

Unpack the whole ZIP, then open {START}. No network is needed.
{_missing(facts.left_out)}

NUMBERS FOR HELP CHANGE. Those in this copy are of the day above.
{_where(facts)}

How to check this copy
----------------------
- Nothing was lost on the way: in this folder, run  sha256sum -c {SUMS}
- A deck, a handout or a poster is ours: open the page "Check a file" on the hub
  itself, not the one in this copy, and choose the file.
- With the hub's program: peerhub verify FILE --manifest ADDRESS
  The address is that of manifest.json on the hub, beside its home page.
Pages differ from those on the web in their links, which here lead to files, and
in what they say of this copy.

What you may do with it
-----------------------
Our words, pictures and data: CC BY 4.0. Say: From the {facts.name}, CC BY 4.0.
The type has a licence of its own. See {SITE}/about/using/index.html.
"""
    return text.replace("\n", "\r\n")


def _where(facts: Facts) -> str:
    if facts.is_example:
        return (
            f"The hub's address, {facts.address}, is only an example.\n"
            "Nothing stands there yet: links and codes that hold it lead nowhere."
        )
    return f"The newest hub is at {facts.address}"


def _missing(count: int) -> str:
    if not count:
        return "Every page and every file of the hub is in this copy."
    return (
        f"{count:,} files of the hub are not in this copy, most of them posters.\n"
        "Links to them lead to the web."
    )
