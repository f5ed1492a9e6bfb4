"""Words to take care with: hard subjects, promises of privacy, words that blame.

It knows words, not meanings, so it asks only for what no text can do without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from peerhub.catalogue.harsh_words import (
    BUT,
    GAP,
    LABEL,
    METHOD,
    OWN,
    SECRECY,
    SELF,
    TELLING,
    VERDICT,
    WARNED,
    may_tell_how,
    pattern,
)
from peerhub.faults import Code

Fault = tuple[int, Code, str, str]
"""The position in the text, the kind of fault, what is wrong, what to do."""

READ = 20_000
"""The texts that a process remembers having read, so that a preview reads only what is new."""

_MINDED = r"(?:child(?:ren)?|adults?)"
HARD = pattern(
    r"suicid\w*",
    r"self[-\u2010\u2011]harm\w*",
    r"abus(?:e|ed|es|er|ers|ive|ing)",
    r"(?:re)?traumati[cs]\w*",
    r"traumas?",
    r"rap(?:e|ed|es|ist|ists|ing)",
    r"kill(?:s|ed|ing)? (?:him|her|my|your|them|our)sel(?:f|ves)",
    rf"(?:take|takes|took|taken|taking) {OWN} (?:own )?li(?:fe|ves)",
    rf"end(?:s|ed|ing)? {OWN} (?:own )?li(?:fe|ves)",
    r"sexual(?:ly)? (?:assault|violen|harass)\w*",
    r"indecent(?:ly)? assault\w*",
    r"domestic(?:ally)? violen(?:ce|t)",
    r"overdos(?:e|ed|es|ing)",
    r"postvention",
    r"self harm\w*",
    rf"(?:harm|hurt|cut)(?:s|ed|ing|ting)? {SELF}",
    rf"{_MINDED}(?: (?:and|or) (?:an? )?{_MINDED})? (?:(?:who|that) )?"
    r"(?:(?:is|are|was|were|may be|might be) )?at risk",
    r"deaths? of (?:a |the )?(?:child|children|baby|babies)",
    r"(?:child|baby) deaths?",
)
"""Words after which a reader may need somebody to talk to."""

PRIVATE = pattern(r"confidential(?:ity|ly)?", r"in confidence")
LIMITS = pattern(
    r"(?<!time\s)(?<!word\s)(?<!speed\s)(?<!age\s)limits",
    r"at (?:serious |real |immediate )?risk",
    r"risks? (?:to|of) (?:\w+ )?(?:life|harm|someone|somebody|anyone|you|them|others|people)",
    r"(?:must|has to|have to|had to) (?:be )?(?:report|share)\w*",
    r"the law",
    r"dut(?:y|ies) in law",
)
"""What ends privacy: a risk to someone, a duty to report, the law, or the word for all of them."""

LIMITS_PAGE = re.compile(r"\]\(/(?:guidance|train/modules)/confidentiality|\{\{\s*limits\(")
"""A link to where the limits stand, or a call for their wording."""

_WHOLLY = "100%|100 %|completely|totally|absolutely|entirely|fully|strictly|wholly|always"
ABSOLUTE = pattern(
    rf"(?:{_WHOLLY}) (?:confidential|private|secret)",
    r"(?:complete|total|absolute|full|strict|guaranteed) (?:confidentiality|privacy|secrecy)",
)
DENIED = re.compile(
    r"(?:\b(?:not|never|nobody|no|stop|stops)\b|n't)(?! worry)[^.?!:;\"“]{0,60}$", re.IGNORECASE
)
"""What stands before an absolute promise that is being warned of."""

_RISK = (
    r"(?:some(?:one|body)|a person)(?:\s+is|\s+may\s+be)?\s+at\s+risk"
    r"|risk\s+to\s+(?:someone|somebody)"
)
_DUTY = r"\breport(?:ed|ing)?\b|\bthe\s+law\b|\bcourt\b"
TOLD = re.compile(
    rf"(?:{_RISK})[^.!?;\n|]*(?:\n[^.!?;\n|]+)??(?:{_DUTY})[^.!?;]{{0,60}}", re.IGNORECASE
)
"""The limits told in half a sentence, in whatever words: a risk, then a duty or the law."""

BLAMING = pattern(r"commit(?:s|ted|ting)? suicide")
SECTION = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_NOT_WORDS = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|https?://\S+", re.DOTALL)


@lru_cache(maxsize=READ)
def words_of(text: str) -> str:
    """Return a text with its calls and addresses blanked, every letter in its old place."""
    return _NOT_WORDS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def said(found: re.Match[str]) -> str:
    """Return what a pattern found as people read it, in one line and without Markdown."""
    return re.sub(GAP, " ", found[0]).strip()


@lru_cache(maxsize=READ)
def harsh(words: str) -> tuple[Fault, ...]:
    """Find words that blame, ways of dying, and promises that nobody can keep."""
    return tuple(_harsh(words))


_ENDS = ("died", "did", "kill", "life", "lives")
_WORTH: Mapping[re.Pattern[str], Mapping[str, Sequence[str]]] = {
    VERDICT: {"suicid": (), "succe": (), "attempt": (), "way": ("out",)},
    LABEL: {"attention": (), "cry": (), "cries": ()},
    TELLING: {"how": _ENDS, "way": _ENDS, "means": (), "method": ()},
    SECRECY: {
        "secret": (),
        "tell": ("soul", "any"),
        "between": (),
        "know": ("nobody", "one"),
        "with": ("stays", "safe"),
        "further": (),
    },
}
"""Parts of words of which each pattern needs one, and one of those beside it, to find anything."""
_TOLD_SO = {
    VERDICT: (
        Code.HARSH_WORDS,
        "makes a success, a failure or a fault of it",
        "Write 'died by suicide', or 'tried to end their life'.",
    ),
    LABEL: (
        Code.HARSH_WORDS,
        "blames a person who is in pain",
        "Say what you see, and that the person needs support.",
    ),
    TELLING: (
        Code.METHOD,
        "asks to tell how somebody died",
        "Leave out how and where: say that a person died, and whom to call.",
    ),
    SECRECY: (
        Code.HARSH_WORDS,
        "promises what nobody can keep",
        "Say what stays private, and its limits.",
    ),
}
_KEPT = ("confiden", "priva", "secre")
_PROMISED = re.compile(
    r"(?:100[\s*_]*%|ly|always|complete|total|absolute|full|strict|guaranteed)[\s*_]+"
    r"(?:confiden|priva|secre)"
)


def _harsh(words: str) -> Iterator[Fault]:
    for start, end in _paragraphs(words):
        folded = words[start:end].casefold()
        for found in BLAMING.finditer(words, start, end) if "suicid" in folded else ():
            yield (
                found.start(),
                Code.HARSH_WORDS,
                f"'{said(found)}' sounds like a crime",
                "Write 'died by suicide'.",
            )
        for found in METHOD.finditer(words, start, end) if may_tell_how(folded) else ():
            yield (
                found.start(),
                Code.METHOD,
                f"'{said(found)}' tells how somebody dies or harms themselves",
                "Leave out how and where: say that a person died, and whom to call.",
            )
        yield from _unkind(words, start, end, folded)
        kept = any(map(folded.__contains__, _KEPT)) and _PROMISED.search(folded)
        for found in ABSOLUTE.finditer(words, start, end) if kept else ():
            if not DENIED.search(words[: found.start()]):
                yield (
                    found.start(),
                    Code.HARSH_WORDS,
                    f"'{said(found)}' promises what nobody can keep",
                    "Say what stays private, and its limits.",
                )


def _paragraphs(words: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph starts and ends: most of them need not be read closely."""
    start = 0
    while start < len(words):
        end = words.find("\n\n", start)
        end = len(words) if end < 0 else end
        yield start, end
        start = end + 2


def _unkind(words: str, start: int, end: int, folded: str) -> Iterator[Fault]:
    """Find verdicts, labels, telling how, and secrecy in everyday words, unless warned of."""
    for ways, needed in _WORTH.items():
        for found in ways.finditer(words, start, end) if _is_worth(needed, folded) else ():
            if ways is not VERDICT and WARNED.search(
                words[max(0, found.start() - 90) : found.start()]
            ):
                continue
            if ways is SECRECY and BUT.match(words, found.end()):
                continue
            code, wrong, remedy = _TOLD_SO[ways]
            yield found.start(), code, f"'{said(found)}' {wrong}", remedy


def _is_worth(needed: Mapping[str, Sequence[str]], folded: str) -> bool:
    """Say whether a pattern may find something in a folded text, which takes far longer to try."""
    for part, beside in needed.items():
        if part in folded and (not beside or any(map(folded.__contains__, beside))):
            return True
    return False


@lru_cache(maxsize=READ)
def unlimited(words: str, whole: str) -> tuple[Fault, ...]:
    """Find a promise of privacy without its limits near by.

    `words` is one section or record, `whole` the same with its addresses.
    """
    return tuple(_unlimited(words, whole))


def _unlimited(words: str, whole: str) -> Iterator[Fault]:
    private = PRIVATE.search(words) if "confiden" in words.casefold() else None
    if private and not LIMITS.search(words) and not LIMITS_PAGE.search(whole):
        yield (
            private.start(),
            Code.NO_LIMITS,
            f"'{said(private).lower()}' stands here without its limits",
            "Say when something has to be shared: risk to someone, a duty to report, the law.",
        )


@lru_cache(maxsize=READ)
def own_words(words: str, short: str) -> tuple[Fault, ...]:
    """Find the limits told in other words than the one wording of the hub, `short`."""
    return tuple(_own_words(words, short))


def _own_words(words: str, short: str) -> Iterator[Fault]:
    if "risk" not in words.casefold():
        return
    agreed = re.compile(re.escape(short).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for start, end in _paragraphs(words):
        if "risk" not in words[start:end].casefold():
            continue
        for found in TOLD.finditer(words, start, end):
            if not agreed.search(words, found.start(), found.end() + len(short)):
                yield (
                    found.start(),
                    Code.OWN_LIMITS,
                    f"the limits are told in words of their own: '{said(found)[:60]}'",
                    f"Write: {short}. On a page, {{{{ limits() }}}} gives these words.",
                )


@lru_cache(maxsize=READ)
def careless(text: str) -> tuple[Fault, ...]:
    """Find what is careless in a text of sections; limits have to stand in the same section."""
    return tuple(_careless(text))


def _careless(text: str) -> Iterator[Fault]:
    words = words_of(text)
    yield from harsh(words)
    cuts = [0, *(found.start() for found in SECTION.finditer(words)), len(words)]
    for start, end in pairwise(cuts):
        for position, code, message, hint in unlimited(words[start:end], text[start:end]):
            yield start + position, code, message, hint
