"""The blocks of a page, and which of them stand for which of its twin."""

from __future__ import annotations

from peerhub.editing.page_blocks import beside, blocks_of
from tests.projects import ROOT
from tests.real_hub import read_once

ENGLISH = """\
First words.
{: .lead }

{{ services("danger") }}

## In danger now

Stay [here](/a/).

## Only in English

Words that nobody has translated.

{{ callout("limits", "Private", "With \\"limits\\".") }}

```
fenced

still
```

## What to do next

- [Go on](/b/)
- [Come back](/c/)
"""
WELSH = """\
Geiriau cyntaf.
{: .lead }

{{ services("danger", language="cy") }}

## Mewn perygl nawr

Arhoswch [yma](/a/).

{{ callout("limits", "Preifat", "Gyda therfynau.") }}

## Beth i'w wneud nesaf

- [Ymlaen](/b/)
- [Yn ôl](/c/)
"""


def test_the_same_blocks_stand_beside_each_other_whatever_is_left_out():
    one, other = blocks_of(ENGLISH), blocks_of(WELSH)
    found = [
        (block.words, None if at is None else other[at].words)
        for block, at in zip(one, beside(one, other), strict=True)
        if block.kind != "call"
    ]
    assert found == [
        ("First words.", "Geiriau cyntaf."),
        ("In danger now", "Mewn perygl nawr"),
        ("Stay [here](/a/).", "Arhoswch [yma](/a/)."),
        ("Only in English", None),
        ("Words that nobody has translated.", None),
        ('Private\nWith "limits".', "Preifat\nGyda therfynau."),
        ("```\nfenced\n\nstill\n```", None),
        ("What to do next", "Beth i'w wneud nesaf"),
        ("- [Go on](/b/)\n- [Come back](/c/)", "- [Ymlaen](/b/)\n- [Yn ôl](/c/)"),
    ]


def test_a_block_with_other_words_keeps_what_stands_around_them():
    lead, call, heading, *_ = blocks_of(ENGLISH)
    assert lead.written("Other.") == "Other.\n{: .lead }"
    assert heading.written("Other") == "## Other"
    assert (call.kind, call.words) == ("call", "('services', ('danger',), [])")
    (callout,) = [one for one in blocks_of(ENGLISH) if one.kind == "callout"]
    assert callout.written('A\n"b"\nc') == '{{ callout("limits", "A", "\\"b\\" c") }}'


def test_every_page_is_put_together_again_and_stands_beside_itself():
    for path, body in read_once(ROOT).bodies.items():
        blocks = blocks_of(body)
        for one in blocks:
            if one.kind in ("text", "heading"):
                assert one.written(one.words) == body[one.start : one.end], path
        if len(blocks) < 60:
            assert beside(blocks, blocks) == list(range(len(blocks))), path


def test_the_page_for_urgent_help_has_a_twin_for_each_of_its_welsh_blocks():
    bodies = read_once(ROOT).bodies
    english, welsh = blocks_of(bodies["support.md"]), blocks_of(bodies["cy/support.md"])
    assert [one for one in beside(english, welsh) if one is not None] == list(range(len(welsh)))
