"""The list of a page's parts leads to the headings as the site engine names them."""

from __future__ import annotations

import re

import markdown

from peerhub.components import PagePart
from peerhub.pages.page_parts import page_parts

TEXT = """# Title

## What is *this*? {: #here }

## Why rest & [limits](/support/) matter

### Deeper

## Deeper

```
## No heading
```

## Ŵyr \\*stars\\*
"""


def test_parts_have_the_ids_of_the_finished_page():
    html = markdown.markdown(TEXT, extensions=["toc", "attr_list", "fenced_code"])
    assert [one.id for one in page_parts(TEXT)] == re.findall(r'<h2 id="([^"]+)"', html)


def test_parts_have_the_words_of_their_headings():
    assert page_parts(TEXT)[:2] == [
        PagePart("here", "What is this?"),
        PagePart("why-rest-limits-matter", "Why rest & limits matter"),
    ]
    assert page_parts(TEXT)[-1].title == "Ŵyr *stars*"


def test_a_page_without_headings_has_no_parts():
    assert page_parts("Only text.") == []
