"""Callouts: words set apart, which whoever hears a page can find by their title."""

from __future__ import annotations

from peerhub.components import callout


def test_a_callout_is_named_by_its_title_which_is_no_heading_and_leaves_no_level_out():
    made = callout("care", 'Before "you" read on', "Some words.")
    assert 'role="note" aria-label="Before &#34;you&#34; read on"' in made
    assert '<p class="callout-title">' in made
    assert "<h" not in made
