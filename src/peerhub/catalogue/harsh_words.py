"""Ways of saying that hurt: what sounds like a crime or a verdict, how somebody died, secrecy.

A quick look for parts of words comes first, since a pattern takes far longer to try. Where a phrase
can be warned of in good words ("do not say how she died"), what stands before it is looked at.
"""

from __future__ import annotations

import re

GAP = r"[\s*_]+"
"""What may stand between two words: white space, and the marks of strong words in Markdown."""


def pattern(*ways: str) -> re.Pattern[str]:
    """Return a pattern of whole words; a space in it stands for any gap."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)".replace(" ", GAP), re.IGNORECASE)


SELF = r"(?:him|her|my|your|them|our)sel(?:f|ves)"
OWN = r"(?:his|her|their|your|my|our|own)"
_LIFE = rf"(?:(?:take|takes|took|taken|taking)|end(?:s|ed|ing)?) {OWN} (?:own )?li(?:fe|ves)"
_ATTEMPT = (
    r"(?:suicides?(?: attempts?)?|attempts? at suicide|attempts? (?:on|to end) (?:his|her|their))"
)

VERDICT = pattern(
    rf"(?:un)?successful {_ATTEMPT}",
    rf"failed {_ATTEMPT}",
    r"complet(?:e|es|ed|ing) suicides?",
    r"suicid\w* (?:attempts? )?(?:was|were|is|are) (?:un)?successful",
    rf"succe(?:eds?|eded|eding) in (?:suicide|killing {SELF}|(?:tak|end)ing {OWN} (?:own )?life)",
    rf"successfully (?:killed {SELF}|{_LIFE})",
    r"suicide (?:bids?|epidemics?)",
    r"(?:coward(?:ly|'s|\u2019s)?|easy|selfish) way out",
)
"""A death told as a success, an attempt as a failure, or either as a spectacle or a vice."""

LABEL = pattern(
    r"attention[-\u2010\u2011\s*_]+seek(?:ing|ers?)",
    r"seek(?:s|ing)? attention",
    r"(?:to get|just for|only for) attention",
    r"cr(?:y|ies) for help",
)
"""What people in pain are called by those who do not look."""

_KIN = r"(?:he|she|they|it|somebody|someone|the person|(?:your|a|the|our|their) (?:\w+ )?colleague)"
TELLING = pattern(
    r"(?:tell|told|explain|say|describe|share|show|mention)(?:s|ed|ing)? (?:[\w’']+ ){0,4}?"
    rf"(?:how|in what way|by what means) {_KIN} (?:died|did it|killed|{_LIFE})",
    r"the (?:method|means) (?:that was |which was )?used",
    r"the (?:method|means) of (?:the |a |his |her |their )?(?:death|suicide)",
)
"""An instruction to tell others how a person died."""

_UNKNOWN = (
    r"(?:nobody|no-one|no one)(?: else)? (?:will|need|needs to|has to|must) (?:ever )?know(?! why)"
)
SECRECY = pattern(
    r"our (?:little )?secret",
    r"(?:your|this|that) secret (?:is|will be) safe",
    r"keep (?:it|this|that) (?:a )?secret",
    r"(?:i|we|supporters?)(?:(?: will|['’]ll)? never| will not| won['’]t) "
    r"tell (?:a soul|any(?:one|body))",
    r"(?:just|only|strictly|stays?|kept?|remains?) between (?:us|you and me|the two of us)",
    _UNKNOWN,
    r"(?:what|all|everything)\w* you (?:say|tell me) (?:stays|is safe) with me",
    r"(?:won['’]t|will not|will never) go any further",
)
"""A promise of secrecy, to a child or to anybody, in other words than 'confidential'."""

WARNED = re.compile(
    r"(?:\b(?:not|never|nobody|no|stop|stops)\b|n['’]t\b)(?! worry)[^.?!:;\"“\n]{0,60}$"
    r"|promis\w*[\s*_]+(?:\w+[\s*_]+)?secrecy[^\n]{0,60}$",
    re.IGNORECASE,
)
"""What stands before a phrase that is being warned of."""

BUT = re.compile(r"[\s,;:.*_\"”'’]{0,4}(?:unless|except|but|within|as long as)\b", re.IGNORECASE)
"""What stands after a promise that has its limits in the same breath."""

METHOD = pattern(
    rf"(?:hang|hung|shoot|shot|gas|poison)(?:s|ed|ing|sed)? {SELF}",
    rf"(?:drown|stab|strangl|suffocat|asphyxiat|electrocut|starv)(?:b?ed|b?ing|e?s|e)? {SELF}",
    r"(?:suicide|li(?:fe|ves)|sel(?:f|ves)) (?:by|from|through) (?:shooting|drowning|poisoning)",
    r"(?:suicide|died?|dead|dying|deaths?|li(?:fe|ves)|sel(?:f|ves)) (?:by|from|through|of) "
    r"(?:an? )?(?:hanging|gassing|overdos(?:e|ing)|jumping|suffocation|strangulation)",
    rf"(?:kill(?:s|ed|ing)? {SELF}|{_LIFE}) (?:by \w+ing|using|with (?:a|an|his|her|their))",
    r"(?:was|were|been|found|be) (?:found )?(?:hanged|hanging (?:from|in|by))",
    r"ligatures?",
    r"noose",
    r"jump(?:s|ed|ing)? (?:off|in front of)",
    r"jump(?:s|ed|ing)? from (?:a|the|that|his|her|their) (?:\w+ )?"
    r"(?:bridge|roof|building|window|cliff|car park|balcony|height|tower)",
    r"(?:step|walk|lay|lie|lying|run|ran)(?:s|ped|ed|ping|ing)? (?:down |out )?in front of "
    r"(?:a|the) (?:train|lorry|car|bus)",
    r"(?:slit|slits|slitting|cut|cuts|cutting) (?:his|her|their|my|your|a|the)"
    r" (?:wrists?|arms?|legs?|thighs?)",
    rf"(?:cut|cuts|cutting|burn|burns|burned|burnt|burning) {SELF} (?:with|on the|using)",
    r"(?:took|taken|take|takes|taking) (?:an|a \w+) overdose",
    r"overdos(?:e|ed|es|ing) (?:on|of)",
    r"(?:lethal|fatal) (?:dose|amount|number)",
    r"how many (?:tablets|pills) (?:it|to|would|will)",
    rf"(?:gun|weapon|firearm|pistol|rifle) on {SELF}",
    r"suicide note",
)
"""Ways of dying or of hurting oneself. Telling how can put a reader at risk who is close to it."""

_HOW = (
    *("ligature", "noose", "jump", "wrist", "overdos", "hung", "shoot", "shot", "poison", "gas"),
    *("drown", "stab", "strangl", "suffocat", "asphyx", "electrocut", "starv"),
    *("lethal", "fatal", "how many", "gun", "weapon", "firearm", "pistol", "rifle", "in front of"),
)
_PARTS = ("suicid", "life", "lives", "sel", "cut", "burn")
_NEAR = re.compile(
    r"suicide[\s*_]+note"
    r"|(?:life|lives|self|selves)[\s*_]+(?:by|from|through|using|with)"
    r"|(?:cuts?|cutting|burn(?:s|t|ed|ing)?)[\s*_]+(?:a|the|h[ei]|my|you|our)"
)


def may_tell_how(folded: str) -> bool:
    """Say whether `METHOD` may find something in a folded text, which takes far longer to try."""
    return (
        any(map(folded.__contains__, _HOW))
        or folded.count("hang") > folded.count("chang")
        or (any(map(folded.__contains__, _PARTS)) and _NEAR.search(folded) is not None)
    )
