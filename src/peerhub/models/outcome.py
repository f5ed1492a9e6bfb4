"""Which outcomes of a module somebody can watch: they start with an act, and rest on nothing else.

The list follows the common teaching advice to name what a learner does. A verb that is missing and
can be watched may be added here; one that names a state of mind may not.
"""

from __future__ import annotations

import re

ACTS = frozenset(
    """
    act adapt add admit adjust agree answer arrange ask assemble assess assign book brief bring
    build calculate call carry change check choose circle classify close collect combine compare
    complete compose confirm copy correct count cut date decide define deliver demonstrate describe
    design direct discuss draft draw edit end enter explain file fill find follow give group guide
    hand help hide hold invite join keep label lead leave link list listen log map mark match
    measure mend mention model name note number observe offer open order organise outline pair pass
    pause perform pick place plan play point practise prepare present print produce propose put
    quote rank rate read rearrange record redraft redraw refer reflect rehearse repeat rephrase
    report respond restate review revise rewrite ring role-play run say schedule score select send
    separate set share show sign sketch solve sort speak spot state steer stop suggest sum summarise
    swap take talk teach tell test thank tick time trace turn underline use visit voice wait walk
    warn watch welcome write
    """.split()
)
"""First words that name an act which another person can watch or read."""

MINDS = re.compile(
    r"\b(?:understand(?:s|ing)?|aware(?:ness)?|confiden(?:t|ce|tly)|familiar(?:ity)?|appreciation)\b",
    re.IGNORECASE,
)
"""States of mind, which nobody can watch wherever they stand. `confidential` is none."""


def unseen(outcome: str) -> str | None:
    """Return why nobody could watch a person do what an outcome says; None when they could."""
    first = outcome.split()[0].rstrip(",:;")
    mind = MINDS.search(outcome)
    if first.lower() not in ACTS:
        return f"the outcome '{outcome}' starts with '{first}', no act to watch"
    if mind:
        return f"the outcome '{outcome}' rests on '{mind[0]}', which nobody can watch"
    return None
