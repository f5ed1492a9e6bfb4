"""What was pasted into a page and never made a part of it."""

import pytest

from peerhub.proofread.pasted import pasted
from peerhub.proofread.text import PageText

SHARED = "https://force.sharepoint.com/:w:/s/one"


def told(body: str) -> list[tuple[int, str, str]]:
    return [(at, code.name, said) for at, code, said, _ in pasted(PageText("a.md", body))]


@pytest.mark.parametrize(
    ("body", "marked", "code", "said"),
    [
        (
            "Go to samaritans.org, day or night.\n",
            "samaritans",
            "MALFORMED_LINK",
            "the address samaritans.org stands here and is no link",
        ),
        (
            "See oscarkilo.org.uk/peer.\n",
            "oscarkilo",
            "MALFORMED_LINK",
            "the address oscarkilo.org.uk/peer stands here and is no link",
        ),
        (
            f"[The form]({SHARED})\n",
            "https",
            "MALFORMED_LINK",
            "the link 'The form' leads to a file on force.sharepoint.com",
        ),
        (
            "[The form](https://1drv.ms/w/one)\n",
            "https",
            "MALFORMED_LINK",
            "the link 'The form' leads to a file on 1drv.ms",
        ),
        (
            "Text.\n\n## WHAT TO DO NEXT\n",
            "WHAT",
            "HOUSE_STYLE",
            "this heading is in capitals, which read as shouting",
        ),
        (
            "Said.\n\nSay “I am here, and wait.\n\nOr “this”.\n",
            "“I am",
            "LETTER",
            "a quote “ is opened and not closed",
        ),
        (
            "Say “this” and that” aloud.\n",
            "” aloud",
            "LETTER",
            "a quote ” is closed and was not opened",
        ),
    ],
)
def test_what_was_pasted_is_told_where_it_stands(body, marked, code, said):
    assert told(body) == [(body.index(marked), code, said)]


@pytest.mark.parametrize(
    "body",
    [
        "Write to peer.support@force.police.uk or go to [samaritans.org](https://samaritans.org).\n",
        "Call e.g. the coordinator. Node.js is no address; `example.org` is code.\n",
        "[A page](https://notsharepoint.com/one)\n",
        "## NHS and 111\n\n## TRiM\n\n## NPWS EMDR\n",
        "She said “one” and\n“two”. It's ‘three’.\n",
    ],
)
def test_what_belongs_there_is_left_alone(body):
    assert told(body) == []
